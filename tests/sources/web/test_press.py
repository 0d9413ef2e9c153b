"""The outlets of a pack become sources: by feed, else by sitemap, else by their page of articles."""

from pathlib import Path

import pytest

from sholu.errors import InputError
from sholu.packs import read_pack
from sholu.reading.languages import LANGUAGES
from sholu.sources.web.journal import Journal
from sholu.sources.web.press import pack_sources
from sholu.sources.web.registry import Registry

HEADER = 'name = "own"\nprefix = "own"\ntitle = "Own"\nversion = "1"\nlicence = "CC0-1.0"\n'
TRIED = 'tried = "2026-03-15"\n'
OUTLETS = f"""
[wire]
name.en = ["Steppe Wire", "Wire"]
language = ["ru", "kk"]
country = "KZ"
kind = "agency"
home = "https://wire.example/"
feeds = ["https://wire.example/ru.xml", "https://wire.example/kk.xml"]
sitemaps = "https://wire.example/sitemap.xml"
{TRIED}
[post]
name.en = "Morning Post"
language = "en"
country = "KG"
kind = "newspaper"
home = "https://post.example/"
sitemaps = "https://post.example/sitemap.xml"
{TRIED}
[herald]
name.en = "Herald"
language = ["uz", "en"]
kind = "site"
home = "https://herald.example/"
{TRIED}
[abroad]
name.en = "Abroad"
language = "zh"
kind = "site"
home = "https://abroad.example/"
{TRIED}
[paper]
name.en = "Paper"
language = "en"
kind = "newspaper"
"""


@pytest.fixture
def pack(tmp_path: Path) -> str:
    (tmp_path / "pack.toml").write_text(HEADER, "utf-8")
    (tmp_path / "outlets.toml").write_text(OUTLETS, "utf-8")
    return str(tmp_path)


def test_each_outlet_by_the_best_that_it_gives(pack: str):
    sources, left_out = pack_sources(pack, LANGUAGES)
    assert [(source.id, source.kind, source.url) for source in sources] == [
        ("wire", "feed", "https://wire.example/ru.xml"),
        ("wire-2", "feed", "https://wire.example/kk.xml"),
        ("post", "sitemap", "https://post.example/sitemap.xml"),
        ("herald", "listing", "https://herald.example/"),
    ]
    assert [(source.outlet, source.language) for source in sources[1:]] == [
        ("Steppe Wire", None),
        ("Morning Post", "en"),
        ("Herald", None),
    ]
    assert left_out == 2, "one in no language that is read, one without an address"


def test_one_country(pack: str):
    sources, left_out = pack_sources(pack, LANGUAGES, ["kg"])
    assert ([source.id for source in sources], left_out) == (["post"], 0)
    with pytest.raises(InputError, match="no outlet to follow in TM") as caught:
        pack_sources(pack, LANGUAGES, ["TM"])
    assert caught.value.code == "source-wrong"


def test_all_of_central_asia_is_followed_once(tmp_path: Path):
    sources, _ = pack_sources("central_asia", LANGUAGES)
    outlets = {outlet.names["en"][0] for outlet in read_pack("central_asia").outlets}
    assert len({source.outlet for source in sources}) >= 150
    assert {source.outlet for source in sources} <= outlets, "no outlet of a pack that it includes"
    with Journal(tmp_path / "s.sqlite") as journal:
        added, known = Registry(journal).add_all(sources)
        assert (len(added), known) == (len(sources), 0)
        assert [source.id for source in added] == [source.id for source in sources], "every id is free"
        assert Registry(journal).add_all(sources) == ([], len(sources))
