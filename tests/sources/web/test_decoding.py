"""Bodies packed in every way that we ask for come out whole, in whatever pieces they come, and never past the bound."""

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.sources.web.decoding import ACCEPTED, Decoder
from tests.sources.packing import zstd

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


def opened(encoding: str, data: bytes, most: int, size: int) -> bytes:
    decoder = Decoder(encoding, most)
    out = b"".join(decoder.feed(data[at : at + size]) for at in range(0, len(data), size))
    decoder.finish()
    return out


def test_what_is_asked_for_is_understood():
    assert {name.strip() for name in ACCEPTED.split(",")} == set(PACKERS)


@given(
    st.lists(st.sampled_from(sorted(PACKERS)), max_size=2),
    st.one_of(st.binary(max_size=500), st.just(b"The dam held. " * 500)),
    st.integers(1, 700),
)
@settings(max_examples=60, deadline=None)
def test_all_comes_out_and_in_order(names: list[str], body: bytes, size: int):
    packed = body
    for name in names:
        packed = PACKERS[name](packed)
    assert opened(", ".join(names), packed, len(body) + 100, size) == body


@pytest.mark.parametrize("name", PACKERS)
def test_nothing_comes_out_past_the_bound(name: str):
    packed = PACKERS[name](b"The dam held. " * 100_000)
    for size in (1, 100, len(packed)):
        with pytest.raises(Rejected) as error:
            opened(name, packed, 1_399_999, size)
        assert error.value.code == "too-large"
    assert len(opened(name, packed, 1_400_000, 100)) == 1_400_000


@pytest.mark.parametrize("name", PACKERS)
def test_a_body_cut_anywhere_is_refused(name: str):
    packed = PACKERS[name](b"The dam held, she said. " * 3)
    for end in range(1, len(packed) - 1):
        with pytest.raises(Rejected) as error:
            opened(name, packed[:end], 1_000, 7)
        assert error.value.code == "compression-broken"


@pytest.mark.parametrize("name", PACKERS)
def test_no_body_is_an_empty_body(name: str):
    assert opened(name, b"", 10, 1) == b""


@pytest.mark.parametrize("name", ["br", "zstd"])
def test_a_call_gives_no_more_than_what_is_left(name: str):
    """A kilobyte of a bomb may stand for a gigabyte: the decoder itself must stop, not we after it."""
    packed = PACKERS[name](bytes(300_000_000))
    decoder = Decoder(name, 1_000_000)
    with pytest.raises(Rejected) as error:
        decoder.feed(packed)
    assert error.value.code == "too-large"
