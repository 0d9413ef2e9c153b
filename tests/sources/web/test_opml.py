"""Lists of sources: what goes out comes in again, and what others send is not trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.errors import InputError
from sholu.sources.web.opml import from_opml, from_toml, to_opml, to_toml
from sholu.sources.web.registry import KINDS, Source

words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
sources = st.builds(
    Source,
    id=st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True),
    url=st.sampled_from(["https://press.example/feed", "http://press.example/a?b=1&c=%22%3C"]),
    kind=st.sampled_from(KINDS),
    outlet=st.none() | words,
    language=st.sampled_from([None, "ru", "kk"]),
    title=words,
    every=st.sampled_from([None, 60.0, 86_400.0]),
)


@given(st.lists(sources, max_size=4))
def test_out_and_in_again(given_sources: list[Source]):
    assert from_opml(to_opml(given_sources).encode()) == given_sources
    assert from_toml(to_toml(given_sources).encode()) == given_sources


def test_toml_keeps_allowed_hosts_and_opml_does_not():
    source = Source("a", "http://press.lan/feed", "feed", title='"\\\x7f\n', allowed=("press.lan", "10.0.0.1"))
    assert from_toml(to_toml([source]).encode()) == [source]
    assert from_opml(to_opml([source]).encode())[0].allowed == ()


def test_a_list_of_a_feed_reader():
    data = """<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="Press"><outline text="Степь"
    type="rss" xmlUrl="https://press.example/rss" htmlUrl="https://press.example/"/>
    <outline type="rss" xmlUrl="file:///etc/passwd"/><outline text="a folder"/></outline></body></opml>""".encode()
    assert from_opml(data) == [Source("", "https://press.example/rss", "feed", title="Степь")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no list",
        b"<html/>",
        b"<opml><body>",
        b"<opml>" + b"<outline>" * 10_000,
        b'<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline text="&x;" xmlUrl="https://a.example/"/></opml>',
        b"x" * 6_000_000,
    ],
    ids=lambda data: repr(data[:20]),
)
def test_broken_opml_is_refused(data: bytes):
    with pytest.raises(InputError) as caught:
        from_opml(data)
    assert caught.value.code == "sources-broken"


@pytest.mark.parametrize(
    "data",
    [
        b"[[source]",
        b"\xff",
        b"source = 7",
        b"source = [7]",
        b'[[source]]\nid = "a"',
        b'[[source]]\nurl = "https://a.example/"\ncolour = "red"',
        b'[[source]]\nurl = ["https://a.example/"]',
    ],
)
def test_broken_toml_is_refused(data: bytes):
    with pytest.raises(InputError) as caught:
        from_toml(data)
    assert caught.value.code == "sources-broken"
