"""Whatever the bytes, every parser gives documents or reasons, and soon; small damage finds more than noise."""

import gzip
import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.item import Refusal
from sholu.sources.opening import open_any
from sholu.text.html import main_text, plain_text
from sholu.text.layout import Piece, columns, flowing, paragraphs, running_heads, without_heads
from tests.sources import builders
from tests.sources.builders import ENGLISH
from tests.sources.test_opening import TELEGRAM

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def good_files() -> dict[str, bytes]:
    """One good file of each kind."""
    return {
        "a.docx": builders.word_file(ENGLISH[:1]),
        "a.odt": builders.open_document("<text:p>The dam held, she said.</text:p>"),
        "a.pdf": builders.pdf([builders.set_lines(ENGLISH, left=50, top=60)]),
        "a.eml": builders.mail(ENGLISH[0], builders.page()),
        "a.mbox": b"From x Mon Mar  2 10:00:00 2026\n" + builders.mail(ENGLISH[0]),
        "a.mhtml": b'Content-Type: multipart/related; boundary="c"\n\n--c\nContent-Type: text/html\n\n'
        + builders.page().encode()
        + b"\n--c--\n",
        "a.warc": builders.warc([("https://a.example/", "text/html", builders.page().encode())], gzip=False),
        "a.warc.gz": builders.warc([("https://a.example/", "text/html", builders.page().encode())]),
        "a.zip": builders.zipped({"a.txt": ENGLISH[0], "b.html": builders.page()}),
        "a.tar": builders.tarred({"a.txt": ENGLISH[0].encode()}, mode="w"),
        "a.gz": gzip.compress(ENGLISH[0].encode()),
        "a.csv": f'title,text\nKarasu,"{ENGLISH[0]}"\n'.encode(),
        "result.json": json.dumps(TELEGRAM).encode(),
        "a.jsonl": json.dumps({"text": ENGLISH[0]}).encode(),
        "a.html": builders.page().encode(),
        "a.txt": ENGLISH[0].encode(),
    }


def check(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        for found in open_any(path):
            assert isinstance(found, Document | Refusal)
            if isinstance(found, Document):
                assert found.text
                found.text.encode("utf-8", "surrogatepass")
            else:
                assert found.error.message
                assert found.error.code


@pytest.mark.parametrize("name", list(good_files()))
def test_good_files_are_good(name: str, tmp_path: Path):
    (tmp_path / name).write_bytes(good_files()[name])
    found = list(open_any(tmp_path / name))
    assert any(isinstance(one, Document) for one in found)


@pytest.mark.parametrize("name", list(good_files()))
@given(data=st.data())
@settings(quick, max_examples=12)
def test_damaged_files(name: str, data: st.DataObject):
    content = bytearray(good_files()[name])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, max(0, len(content) - 1)))
        length = data.draw(st.integers(0, 40))
        content[start : start + length] = data.draw(st.binary(max_size=40))
    check(name, bytes(content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content))


@given(st.sampled_from(sorted(good_files())), st.binary(max_size=300))
@quick
def test_noise_under_any_name(name: str, noise: bytes):
    check(name, noise)


_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "<h1>",
        "</h1>",
        "<a",
        "href='x'>",
        "</a>",
        "<b>",
        "<ul><li>",
        "</ul>",
        "<time>",
        "<article>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<div",
        "class='live'>",
        "<span",
        "itemprop=datePublished>",
        "<meta",
        "name=date",
        "content='2026-03-04'>",
        "<title>",
        "</title>",
        "<style>",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "<svg>",
        "<![CDATA[",
        "]]>",
        "<html>",
        "<body>",
        "<head>",
    ]
)


@given(
    st.lists(st.one_of(_TAGS, st.text(max_size=20), st.just("The dam held, she said on 4 March 2026. ")), max_size=60)
)
@quick
def test_any_page(parts: list[str]):
    markup = " ".join(parts)
    plain_text(markup)
    try:
        found = main_text(markup, url="https://a.example/x")
    except Rejected:
        return
    assert found.text.strip()


_PIECES = st.builds(
    lambda text, left, top, width, height: Piece(text, left, top, left + width, top + height),
    st.text(min_size=1, max_size=12), st.floats(0, 600), st.floats(0, 800), st.floats(0, 300), st.floats(0.1, 40),
)  # fmt: skip


@given(st.lists(st.lists(_PIECES, max_size=25), max_size=4))
@quick
def test_any_layout_loses_no_piece(pages: list[list[Piece]]):
    heads = running_heads(pages)
    for page in pages:
        read = list(columns(page))
        assert sorted("".join(piece.text for column in read for piece in column)) == sorted(
            "".join(piece.text for piece in page) + " " * (len(page) - sum(map(len, read)))
        )
        flowing(text for column in columns(without_heads(page, heads)) for text in paragraphs(column))


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "words",
        "<p>The dam held, she said.</p>" * 6_000,
        "<table><tr><td>" * 3000 + "words",
        "<a href=x>" * 8_000,
        "<p>" + "The dam held, she said. " * 50_000,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script><p>words",
        "<meta name=x content=y>" * 20_000,
        "<div class='live'>" + "<p><time>1</time>The dam held, she said.</p>" * 800,
    ],
    ids=["deep", "long", "tables", "links", "paragraph", "json", "meta", "live"],
)
def test_pages_made_to_be_slow_are_read_or_refused(markup: str):
    with suppress(Rejected):
        main_text(markup)
