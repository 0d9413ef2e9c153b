import json
import sqlite3
from pathlib import Path

import pytest

from sholu.errors import StoreError
from sholu.library import Library
from sholu.model.contract import document_to_dict
from sholu.samples import documents
from tests.conftest import Run

PRESS = documents()[:6]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles in a folder: text, Markdown in a folder inside, and things that are no articles."""
    inside = tmp_path / "press" / "march"
    inside.mkdir(parents=True)
    (tmp_path / "press" / "one.txt").write_text(PRESS[0].text, "utf-8")
    (inside / "two.md").write_text(PRESS[1].text, "utf-8")
    (inside / "picture.png").write_bytes(b"\x89PNG")
    (inside / "notes.json").write_text("{}")
    return tmp_path / "press"


def lines(tmp_path: Path) -> Path:
    path = tmp_path / "press.jsonl"
    path.write_text("\n".join(json.dumps(document_to_dict(document)) for document in PRESS) + "\n{broken\n", "utf-8")
    return path


def stored(path: Path) -> list[tuple[str, str]]:
    """Documents and bodies of their readings, as they stand in the file."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("SELECT document, made FROM readings ORDER BY document").fetchall()


def test_folders_files_and_streams_go_into_one_store(sholu: Run, folder: Path, tmp_path: Path):
    ran = sholu("add", folder, lines(tmp_path), "--store", "new/folder/s.sqlite", "--published", "2026-03-02")
    assert ran.status == 1, "a broken line is told by the exit status"
    assert "line 7 refused (json-broken)" in ran.err
    assert "8 added (4 copies), 0 there already, 1 refused" in ran.out
    with Library.open(tmp_path / "new/folder/s.sqlite") as library:
        assert library.facts().documents == 8
        assert library.facts().first == "2026-03-02"


def test_adding_twice_changes_nothing(sholu: Run, folder: Path, tmp_path: Path):
    assert sholu("add", folder, "--store", "s.sqlite").status == 0
    before = stored(tmp_path / "s.sqlite")
    again = sholu("add", folder, "--store", "s.sqlite", "--workers", "2")
    assert (again.status, again.out.split(".")[0]) == (0, "0 added, 2 there already, 0 refused")
    assert stored(tmp_path / "s.sqlite") == before


def test_one_bad_file_does_not_stop_the_others(sholu: Run, folder: Path, tmp_path: Path):
    (folder / "a-first.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "empty.txt").write_bytes(b"")
    ran = sholu("add", folder, "--store", "s.sqlite")
    assert ran.status == 1
    assert "2 added, 0 there already, 2 refused" in ran.out
    assert "a-first.txt refused (binary)" in ran.err
    assert "empty.txt refused (empty)" in ran.err


def test_the_store_is_where_the_environment_says(sholu: Run, folder: Path, tmp_path: Path):
    sholu("add", folder, SHOLU_STORE=str(tmp_path / "env.sqlite"))
    assert len(stored(tmp_path / "env.sqlite")) == 2
    sholu("add", folder, XDG_DATA_HOME=str(tmp_path / "data"))
    assert len(stored(tmp_path / "data/sholu/press.sqlite")) == 2


def test_rebuild_reads_everything_again(sholu: Run, folder: Path, tmp_path: Path):
    sholu("add", folder, "--store", "s.sqlite")
    with sqlite3.connect(tmp_path / "s.sqlite") as connection:
        connection.execute("DELETE FROM search")
        connection.execute("DELETE FROM marks")
    assert "Nothing" in sholu("search", "Ekibastuz", "--store", "s.sqlite").out
    before = stored(tmp_path / "s.sqlite")
    ran = sholu("rebuild", "--store", "s.sqlite")
    assert (ran.status, ran.out) == (0, "2 documents read again.\n")
    after = stored(tmp_path / "s.sqlite")
    assert [id for id, _ in after] == [id for id, _ in before]
    assert all(new > old for (_, new), (_, old) in zip(after, before, strict=True))
    assert "Ekibastuz" in sholu("search", "Ekibastuz", "--store", "s.sqlite").out


@pytest.mark.parametrize(
    ("store", "prepare", "words"),
    [
        ("folder", lambda path: path.mkdir(), "is a folder"),
        ("file/s.sqlite", lambda path: path.parent.write_text("a file"), "be made"),
        ("s.sqlite", lambda path: path.write_bytes(b"no database " * 500), "is not a Sholu store"),
        ("s.sqlite", lambda path: make(path, "CREATE TABLE t (x)"), "another program"),
        (
            "s.sqlite",
            lambda path: make(path, "PRAGMA application_id = 0x53686F6C", "PRAGMA user_version = 99"),
            "newer",
        ),
    ],
)
def test_a_place_that_is_no_store_is_refused_and_left_alone(
    sholu: Run, folder: Path, tmp_path: Path, store: str, prepare, words: str
):
    path = tmp_path / store
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    ran = sholu("add", folder, "--store", store)
    assert ran.status == 1
    assert words in ran.err
    assert (path.read_bytes() if path.is_file() else None) == before


def make(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in ("CREATE TABLE u (x)", *statements):
            connection.execute(statement)
    connection.close()


def test_a_store_that_another_program_writes_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sholu.store.store._BUSY_MS", 50)
    with Library.open(tmp_path / "s.sqlite") as library:
        other = sqlite3.connect(tmp_path / "s.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            list(library.add(PRESS))
        assert caught.value.code == "store-locked"
        assert library.facts().documents == 0, "reading goes on while another program writes"
        other.rollback()
        assert [added.new for added in library.add(PRESS)] == [True] * len(PRESS)


def test_files_of_many_formats_are_simply_named(sholu: Run, tmp_path: Path):
    from tests.sources import builders

    (tmp_path / "a.docx").write_bytes(builders.word_file(builders.ENGLISH))
    (tmp_path / "b.pdf").write_bytes(builders.pdf([builders.set_lines(builders.RUSSIAN, left=50, top=60)]))
    (tmp_path / "c.zip").write_bytes(builders.zipped({"x.txt": PRESS[0].text, "y.png": b"", "z.txt": b"\0\1\2" * 99}))
    (tmp_path / "d.csv").write_text(f'Head,Words\nOne,"{PRESS[1].text}"\n', "utf-8")
    ran = sholu("add", "a.docx", "b.pdf", "c.zip", "d.csv", "--column", "text=Words", "--store", "s.sqlite")
    assert "4 added, 0 there already, 1 refused" in ran.out
    assert "Passed over, being no articles: 1 archive member." in ran.out
    assert "c.zip!z.txt refused (binary)" in ran.err
    read = sholu("read", "a.docx", "--json")
    assert json.loads(read.out)["document"]["text"].startswith(builders.ENGLISH[0])
    wrong = sholu("add", "d.csv", "--column", "words=Words", "--store", "s.sqlite")
    assert wrong.status == 1
    assert "names no column" in wrong.err
