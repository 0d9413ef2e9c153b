"""Copies, reposts and versions in a store, and stores that were made before there was any of it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.library import Library
from sholu.model.document import Document
from sholu.samples import documents
from sholu.store import schema

FIRST = replace(documents()[0], id="", url="https://ridge.example/news/1", outlet="Ridge")
SECOND = replace(documents()[1], id="", url="https://wire.example/2")
COPY = replace(
    FIRST, id="", outlet="Other Post", url="https://other.example/9", text="By our reporter.\n\n" + FIRST.text
)


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "press.sqlite") as opened:
        yield opened


def add(library: Library, *offered: Document) -> list[str]:
    return [added.kind for added in library.add(offered)]


def version(text: str) -> Document:
    return replace(FIRST, id="", text=text)


def test_a_repost_is_remembered_as_another_address(library: Library):
    again = replace(FIRST, id="", url="https://ridge.example/archive/1")
    assert add(library, FIRST, FIRST, again, again) == ["new", "known", "repost", "known"]
    assert library.facts().documents == 1
    assert library.history(library.store.ids()[0]).addresses == ("https://ridge.example/archive/1",)


def test_a_copy_is_stored_and_has_one_origin_with_what_it_copies(library: Library):
    first, copy = (added.id for added in library.add([FIRST, COPY]))
    assert library.history(copy).copy_of == first
    assert library.history(first).copies == (copy,)
    assert {paper.id: paper.copy_of for paper in library.knowledge().papers} == {first: None, copy: first}
    stories = library.knowledge().stories
    assert any({first, copy} <= set(story.documents) for story in stories)
    assert "Other Post" not in {origin.name for story in stories for origin in story.origins}


def test_a_copy_has_one_origin_with_the_later_version_too(library: Library):
    (first, copy), start = (added.id for added in library.add([FIRST, COPY])), FIRST.text[: len(FIRST.text) // 4]
    rewritten = version(f"{start}\n\n{SECOND.text}")
    later = next(iter(library.add([rewritten]))).id
    assert library.history(later).older == (first,)
    assert {paper.id: paper.copy_of for paper in library.knowledge().papers} == {later: None, copy: later}


def test_a_changed_article_is_a_version_and_the_older_is_kept_but_stands_no_more(library: Library):
    sentence = "Workers of the Qarasu cement works went on strike, police said."
    old, new = version(f"{FIRST.text}\n\n{sentence}"), version(f"{FIRST.text}\n\nThe Zhanatas mill denied it.")
    assert add(library, old, SECOND, new) == ["new", "new", "revision"]
    before = library.search("Zhanatas")[0].id
    history = library.history(before)
    assert len(history.older) == 1
    assert library.history(history.older[0]).newer == (before,)
    assert library.search("Qarasu") == []
    assert library.facts().documents == 2
    assert library.facts().older == 1
    assert library.store.get(history.older[0]).document.text == old.text
    changes = library.changes(history.older[0], before)
    assert [span.of(old.text) for span in changes.withdrawn] == [sentence]
    assert all(paper.id != history.older[0] for paper in library.knowledge().papers)
    assert len(list(library.rebuild())) == 3
    assert library.search("Qarasu") == [], "reading all again does not bring the older version back"
    assert add(library, old, new) == ["known", "known"]


def test_white_space_and_case_make_no_version(library: Library):
    assert add(library, FIRST, version(FIRST.text.replace("\n\n", "\n\n\n"))) == ["new", "known"]
    assert add(library, version(FIRST.text + " More.")) == ["revision"]


def test_copies_in_one_batch_are_told_though_they_are_read_together(tmp_path: Path):
    with Library.open(tmp_path / "s.sqlite") as library:
        again = replace(FIRST, id="", url="https://ridge.example/archive/1")
        kinds = [added.kind for added in library.add([FIRST, COPY, again, SECOND], workers=2)]
        assert sorted(kinds) == ["copy", "new", "new", "repost"]


def test_a_store_of_the_first_schema_is_brought_up_and_knows_what_it_holds(tmp_path: Path):
    path = tmp_path / "old.sqlite"
    with Library.open(path) as library:
        add(library, FIRST, SECOND)
        before = [library.store.get(id) for id in library.store.ids()]
    with sqlite3.connect(path) as connection:
        for table in ("links", "addresses", "prints", "bands"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    with Library.open(path) as library:
        assert [library.store.get(id) for id in library.store.ids()] == before
        assert add(library, FIRST, COPY, version(FIRST.text + "\n\nIt was corrected.")) == ["known", "copy", "revision"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
