from pathlib import Path

import pytest

from tests.conftest import Run

KYRGYZ = "Кыргызстандын өкмөтү бүгүн Бишкекте жыйын өткөрүп, өлкөнүн жаңы бюджетин талкуулады. " * 3


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("invisible.txt", "\u200b\u200b\ufeff".encode(), "no text"),
        ("picture.txt", png(), "not a text"),
        ("kyrgyz.txt", KYRGYZ.encode(), "looks like ky"),
        ("german.txt", b"Der Minister ist gestern nach Berlin gereist, um dort zu verhandeln. " * 4, "looks like de"),
        ("signs.txt", b"... --- ...", "too few words"),
        ("large.txt", b"The minister resigned. " * 2_300_000, "20,000,000 bytes"),
        ("long.txt", b"The minister resigned. " * 100_000, "2,000,000"),
        ("page.html", b"<html><body><script>article()</script></body></html>", "No article"),
        ("large.html", b"<html><body>" + b"<p>Words.</p>" * 500_000, "5,000,000"),
    ],
)
def test_a_file_that_is_no_article(sholu: Run, tmp_path: Path, name: str, data: bytes, words: str):
    (tmp_path / name).write_bytes(data)
    ran = sholu("read", name)
    assert (ran.status, ran.out) == (1, "")
    assert words in ran.err
    first, *rest = ran.err.splitlines()
    assert first.startswith("sholu: ")
    assert rest, "what to do stands under what was seen"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["read", "missing.txt"], 1, "no file missing.txt"),
        (["read", "."], 1, "is a folder"),
        (["read", "missing.jsonl"], 1, "no file missing.jsonl"),
        (["read", "-", "--published", "soon"], 1, "2007-01-30"),
        (["read", "-", "--published", "2006/.."], 1, "2007-01-30"),
        (["read", "-", "--language", "xx"], 1, "Sholu reads en, ru, kk"),
        (["read", "-", "--encoding", "latin-99"], 1, "no encoding 'latin-99'"),
        (["read", "-", "--title", "\udcff"], 1, "UTF-8"),
        (["read", "-", "--html", "no/such/folder.html"], 1, "cannot be written"),
        (["read", "-", "--html", "."], 1, "cannot be written"),
        (["read", "-", "--colour"], 2, "No such option"),
        (["read", "-", "--workers", "0"], 2, "workers"),
        (["reed"], 2, "No such command"),
        (["add"], 2, "Missing argument"),
        (["add", "missing.txt", "--store", "s.sqlite"], 1, "no file missing.txt"),
        (["add", ".", "--store", "s.sqlite"], 1, "holds no"),
        (["add", "-x", "--store", "s.sqlite"], 2, "No such option"),
        (["brief"], 1, "There is no store"),
        (["search", "a", "--store", "none.sqlite"], 1, "There is no store at none.sqlite"),
        (["rebuild", "--store", "none.sqlite"], 1, "There is no store"),
    ],
)
def test_a_command_that_cannot_be_carried_out(sholu: Run, arguments: list[str], status: int, words: str):
    ran = sholu(*arguments, given="The minister resigned on Tuesday.")
    assert ran.status == status, ran.err
    assert words in " ".join(ran.err.replace("│", " ").split())
    assert ran.out == ""


def test_an_unknown_pack_names_the_known_ones(sholu: Run, tmp_path: Path):
    (tmp_path / "a.txt").write_text("The minister resigned on Tuesday.")
    ran = sholu("add", "a.txt", "--pack", "atlantis", "--store", "s.sqlite")
    assert ran.status == 1
    assert "atlantis" in ran.err
    assert "sample" in ran.err
    assert sholu("add", "a.txt", "--store", "s.sqlite").status == 0, "the store is none the worse for it"
