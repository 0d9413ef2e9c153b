"""A pack that does not fit its format is refused with the file, the entry and the field."""

from pathlib import Path

import pytest

from sholu.errors import InputError
from sholu.packs import load_packs, pack_names, read_pack

HEADER = 'name = "own"\nprefix = "own"\ntitle = "Own"\nversion = "1"\nlicence = "CC0-1.0"\n'
PERSON = '[omarov]\nname.en = "Arman Omarov"\ncountry = "KZ"\n'


def _pack(folder: Path, **files: str) -> str:
    (folder / "pack.toml").write_text(files.pop("pack", HEADER), encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return str(folder)


def test_a_folder_of_ones_own_is_read_with_prefixed_ids(tmp_path: Path) -> None:
    holdings = '[minister]\noffice = "foreign minister"\ncountry = "KZ"\nholders = [["omarov", "2001-02", ""]]\n'
    packs = load_packs((_pack(tmp_path, people=PERSON, holdings=holdings),))
    assert packs.people[0].id == "own:omarov"
    assert packs.people[0].names == {"en": ("Arman Omarov",)}
    assert packs.holdings[0].person == "own:omarov"
    assert packs.holdings[0].end is None


def test_files_that_are_not_there_are_empty(tmp_path: Path) -> None:
    assert read_pack(_pack(tmp_path)).outlets == ()


def test_packs_that_come_along_are_named() -> None:
    assert {"baltic", "central_asia", "world"} <= set(pack_names())


def test_an_unknown_pack_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="central_asia") as caught:
        read_pack("atlantis")
    assert caught.value.code == "pack-unknown"


OUTLET = '[post]\nname.en = "Post"\nlanguage = "en"\nkind = "newspaper"\n'
HOME = 'home = "https://www.press.example/"\n'


@pytest.mark.parametrize(
    ("file", "text", "entry", "field", "problem"),
    [
        ("outlets", OUTLET.replace("newspaper", "paper"), "post", "kind", "not one of agency, newspaper"),
        ("outlets", OUTLET + "owner = 'me'\n", "post", "owner", "not a field"),
        (
            "outlets",
            OUTLET.replace('language = "en"\n', 'language = ["english"]\n'),
            "post",
            "language",
            "language tag",
        ),
        ("outlets", OUTLET + 'country = "Kazakhstan"\n', "post", "country", "two-letter"),
        ("outlets", OUTLET.replace("name.en", "name.ru"), "post", "name", "English among them"),
        ("outlets", OUTLET.replace('"Post"', '["Post", "Post"]'), "post", "name.en", "twice"),
        ("outlets", OUTLET.replace("[post]", "[Post]"), "Post", "", "small letters"),
        ("outlets", 'post = "Post"\n', "post", "", "must be a table"),
        ("outlets", OUTLET + 'home = "press.example"\n', "post", "home", "not an address like"),
        ("outlets", OUTLET + 'home = "https://press.example"\n', "post", "home", "not an address like"),
        ("outlets", OUTLET + 'feeds = "ftp://press.example/rss"\n', "post", "feeds", "not an address like"),
        ("outlets", OUTLET + 'feeds = "https://me@press.example/rss"\n', "post", "feeds", "not an address like"),
        ("outlets", OUTLET + 'sitemaps = ["https://127.0.0.1/s.xml"]\n', "post", "sitemaps", "not an address like"),
        ("outlets", OUTLET + "sitemaps = 1\n", "post", "sitemaps", "text or a list"),
        ("outlets", OUTLET + 'feeds = "https://press.example/r s"\n', "post", "feeds", "not an address like"),
        ("outlets", OUTLET + 'feeds = "https://press.example/rss"\n', "post", "tried", "is missing"),
        ("outlets", OUTLET + f'{HOME}tried = "last week"\n', "post", "tried", "YYYY"),
        ("outlets", OUTLET + 'tried = "2026-03-15"\n', "post", "tried", "no addresses"),
        ("outlets", OUTLET + f'domain = "other.example"\n{HOME}', "post", "home", "not at the domain"),
        ("serials", '[d]\noutlet = "post"\nname = "D"\nfirst_volume = "1"\n', "d", "first_volume", "whole number"),
        ("places", '[p]\nname.en = "P"\nkind = "city"\nlat = 143.2\n', "p", "lat", "between -90 and 90"),
        ("places", '[p]\nname.en = "P"\nkind = "city"\nformer = [["Q"]]\n', "p", "former", "rows of 2"),
        ("places", '[p]\nname.en = "P"\nkind = "city"\nformer = [["Q", "May"]]\n', "p", "former", "YYYY"),
        ("people", PERSON + 'born = "1961-13"\n', "omarov", "born", "no month 13"),
        ("people", PERSON.replace("[omarov]", "[omarov]\nname.kk = ''"), "omarov", "name.kk", "must be text"),
        ("holdings", '[m]\noffice = "mayor"\nholders = []\n', "m", "organisation", "no country either"),
    ],
)
def test_errors_name_file_entry_and_field(
    tmp_path: Path, file: str, text: str, entry: str, field: str, problem: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_pack(_pack(tmp_path, **{file: text}))
    message = caught.value.message
    assert f"{file}.toml, [{entry}]" in message
    assert problem in message
    assert not field or f"field {field!r}" in message
    assert caught.value.code == "pack-invalid"
    assert "docs/packs.md" in caught.value.hint


def test_addresses_of_an_outlet(tmp_path: Path) -> None:
    given = f'{HOME}domain = "press.example"\nfeeds = "https://press.example:8443/f?a=b"\ntried = "2026-03-15"\n'
    (outlet,) = read_pack(_pack(tmp_path, outlets=OUTLET + given)).outlets
    assert (outlet.home, outlet.feeds) == ("https://www.press.example/", ("https://press.example:8443/f?a=b",))
    assert (outlet.sitemaps, outlet.tried) == ((), "2026-03-15")


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"places\.toml is not a TOML file: .*line 1"):
        read_pack(_pack(tmp_path, places="[p\n"))


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"serials": '[d]\noutlet = "gone"\nname = "D"\nfirst_volume = 1\nfirst_year = 2004\n'}, "own:gone"),
        ({"organisations": '[o]\nname.en = "O"\nkind = "other"\nparent = "gone"\n'}, "own:gone"),
        ({"holdings": '[m]\noffice = "mayor"\ncountry = "KZ"\nholders = [["gone", "", ""]]\n'}, "own:gone"),
        ({"people": PERSON, "places": '[omarov]\nname.en = "Omarov"\nkind = "village"\n'}, "own:omarov"),
    ],
)
def test_ids_must_resolve_and_be_unique(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        load_packs((_pack(tmp_path, **files),))


def test_packs_may_not_include_each_other(tmp_path: Path) -> None:
    path = _pack(tmp_path, pack=HEADER + f'includes = ["{tmp_path}"]\n')
    with pytest.raises(InputError, match="circle"):
        load_packs((path,))
