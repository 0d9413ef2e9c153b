from io import BytesIO
from pathlib import Path

import pytest

from sholu.errors import InputError, Rejected
from sholu.sources.files import LARGEST, files_under, from_bytes, read_bytes, read_file
from sholu.sources.given import Given, publication_date


def test_plain_text_is_kept_character_for_character(tmp_path: Path):
    text = "\n Ошқа\u00ad келді.\r\n\r\nи\u0306\u200b\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    assert read_file(tmp_path / "a.txt").text == text


def test_only_pages_are_taken_for_pages(tmp_path: Path):
    page = b"<!DOCTYPE html><html><body><p>The minister resigned on Tuesday, the council said.</p></body></html>"
    assert from_bytes(page, Given()).text.startswith("The minister")
    assert from_bytes(page, Given(), html=False).text.startswith("<!DOCTYPE")
    assert from_bytes(b"<b>The minister</b> resigned.", Given()).text.startswith("<b>")
    (tmp_path / "a.HTM").write_bytes(page)
    assert read_file(tmp_path / "a.HTM").text.startswith("The minister")


def test_what_cannot_be_opened_is_told(tmp_path: Path):
    for path, code in ((tmp_path / "none.txt", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(InputError) as caught:
            read_file(path)
        assert caught.value.code == code
        assert caught.value.hint


def test_no_more_is_read_than_one_article_may_have():
    class Endless(BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert size > 0
            Endless.taken += size
            return b"a" * size

    with pytest.raises(Rejected) as caught:
        read_bytes(Endless())
    assert caught.value.code == "too-large"
    assert Endless.taken <= LARGEST + 1


def test_folders_are_searched_for_articles_and_files_taken_as_named(tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "in/a.MD", "c.html", "d.pdf", "in/e.jsonl"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in files_under([tmp_path])] == ["b.txt", "c.html", "d.pdf", "a.MD"]
    assert files_under([tmp_path / "in/e.jsonl"]) == [tmp_path / "in/e.jsonl"]
    (tmp_path / "empty").mkdir()
    for path, code in ((tmp_path / "empty", "folder-empty"), (tmp_path / "none", "file-missing")):
        with pytest.raises(InputError) as caught:
            files_under([path])
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2007-01-30", "2007-01-30"),
        ("2007-01-30T10:00:00Z", "2007-01-30"),
        ("2007-01-30 10:00", "2007-01-30"),
        ("2007", "2007"),
    ],
)
def test_a_date_of_publication(given: str, date: str):
    assert publication_date(given) == date
    assert Given(published=given).published == date


@pytest.mark.parametrize("wrong", ["", "soon", "2007-13", "2007-02-30", "2006/2007", "30.01.2007", "２００７"])
def test_what_is_no_date_of_publication(wrong: str):
    with pytest.raises(InputError) as caught:
        Given(published=wrong)
    assert caught.value.code == "date-wrong"
