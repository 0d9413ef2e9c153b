import json

import pytest

from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.sources.jsonl import BrokenLine, documents


def one(line: bytes) -> Document | BrokenLine:
    return next(documents([line]))


def test_fields_are_taken_and_others_ignored():
    line = json.dumps({"id": "x1", "text": "Hi there", "published": "2026-03-02T10:00:00Z", "gold": {}}).encode()
    document = one(line)
    assert isinstance(document, Document)
    assert (document.id, document.text, document.published) == ("x1", "Hi there", "2026-03-02")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{broken", "json-broken"),
        (b"[1]", "json-broken"),
        (b"[" * 100_000, "json-broken"),
        (b'{"id": "x"}', "empty"),
        (b'{"text": 5}', "field-wrong"),
        (b'{"text": "a", "published": "soon"}', "date-wrong"),
        (b'{"text": "\\ud800"}', "text-broken"),
        (b"\xff\xfe", "json-broken"),
    ],
)
def test_broken_lines_have_reasons(line: bytes, code: str):
    broken = one(line)
    assert isinstance(broken, BrokenLine)
    assert broken.error.code == code


def test_a_broken_line_does_not_stop_the_rest():
    found = list(documents([b'{"text": "a"}\n', b"{\n", b"\n", b'{"text": "b"}']))
    assert [item.number if isinstance(item, BrokenLine) else item.text for item in found] == ["a", 2, "b"]


def test_given_facts_fill_what_a_line_leaves_out():
    found = list(documents([b'{"text": "a", "outlet": "Own"}'], Given(outlet="Other", language="en")))
    assert isinstance(found[0], Document)
    assert (found[0].outlet, found[0].language) == ("Own", "en")
