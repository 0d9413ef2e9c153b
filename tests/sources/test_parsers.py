"""Every parser on its good files, on damaged ones, and on what the fuzzer found; `make fuzz` looks for more."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sholu.sources.item import Refusal
from sholu.sources.opening import open_any
from tests.sources.parsers import TARGETS

_CHANNEL = rb'{"name": "R\ud800", "type": "x", "id": 1, "messages": [{"id": 1, "type": "message", "text": "It held."}]}'
_ENTRIES = b'{"@type": "LiveBlogPosting", "liveBlogUpdate": [%s]}' % b",".join(
    [rb'{"articleBody": "The \ud800dam held."}'] * 3
)

FOUND: tuple[tuple[str, str, bytes], ...] = (
    ("sitemap", "half a character in a namespace", b'<urlset xmlns="http://www.&#xD800;"><url/></urlset>'),
    ("packed", "a mark of the encoding and nothing else", b"\xfe\xff"),
    ("json", "half a character in a channel's name", _CHANNEL),
    ("linked-data", "half a character in an entry", _ENTRIES),
    ("gdelt", "an answer cut off", b'{"articles": [{"url": "https://a.ex'),
)
"""What a target once stumbled over, made small."""


@pytest.mark.parametrize("name", TARGETS)
def test_good_files_and_damaged_ones(name: str):
    target = TARGETS[name]
    seeds = list(target.seeds())
    for seed in seeds:
        target.run(seed)

    @given(st.data())
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    def damaged(data: st.DataObject) -> None:
        content = bytearray(data.draw(st.sampled_from(seeds)))
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, max(0, len(content) - 1)))
            length = data.draw(st.integers(0, 30))
            words = st.sampled_from([word.encode() for word in target.words] or [b""])
            content[start : start + length] = data.draw(st.one_of(st.binary(max_size=20), words))
        target.run(bytes(content))

    damaged()


@pytest.mark.parametrize(("name", "what", "data"), FOUND, ids=[f"{name}: {what}" for name, what, _ in FOUND])
def test_what_the_fuzzer_found(name: str, what: str, data: bytes):
    TARGETS[name].run(data)


def test_a_damaged_table_costs_no_other_file(tmp_path: Path):
    """Parquet's reader complains of damage as if the disk had failed."""
    (good,) = TARGETS["parquet"].seeds()
    (tmp_path / "a.parquet").write_bytes(b"PAR1PAR1" + good[8:])
    (found,) = open_any(tmp_path / "a.parquet")
    assert isinstance(found, Refusal)
    assert found.error.code == "file-broken"
