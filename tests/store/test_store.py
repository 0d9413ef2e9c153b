import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from sholu.errors import InputError, StoreError
from sholu.model.document import Document
from sholu.model.reading import Event, Reader, Reading
from sholu.model.span import Span
from sholu.store.rows import identity
from sholu.store.store import Added, Store


def reading(text: str = "Police detained two men in Osh.", **fields: str) -> Reading:
    document = Document(text, language="en", published="2026-03-02", **fields)  # type: ignore[arg-type]
    return Reading(document, Reader("test", "1"), events=(Event("v1", "COERCE", Span(7, 15), Span(0, len(text))),))


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "press.sqlite") as opened:
        yield opened


def test_what_is_added_comes_back(store: Store):
    added = store.add(reading(outlet="Steppe Wire", title="Two held"))
    assert added.new
    kept = store.get(added.id)
    assert kept.events == reading().events
    assert (kept.document.outlet, kept.document.title) == ("Steppe Wire", "Two held")
    assert store.document(added.id).text == "Police detained two men in Osh."


def test_adding_the_same_text_twice_changes_nothing(store: Store):
    first = store.add(reading(outlet="Steppe Wire"))
    stamp = store.stamp()
    assert store.add(reading(outlet="Steppe Wire")) == Added(first.id, "known")
    assert store.stamp() == stamp
    assert store.facts().documents == 1


def test_the_same_text_in_another_outlet_is_another_document(store: Store):
    store.add(reading(outlet="Steppe Wire"))
    store.add(reading(outlet="Orda Tilshisi"))
    assert store.facts().documents == 2


def test_readings_come_by_date_with_the_stores_ids(store: Store):
    late = Document("Later.", published="2026-03-09", language="en")
    store.add(Reading(late, Reader("test", "1")))
    early = store.add(reading())
    assert [item.document.id for item in store.readings()] == [early.id, identity(late)]


def test_a_newer_reading_takes_the_place_of_the_older(store: Store):
    id = store.add(reading()).id
    store.replace_reading(id, Reading(reading().document, Reader("test", "2")))
    assert store.get(id).reader.version == "2"
    assert store.get(id).events == ()
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM search").scalar_one() == 1


def test_derived_bodies_are_valid_for_their_stamp_only(store: Store):
    store.keep_derived("knowledge", "a", b"body")
    assert store.derived("knowledge", "a") == b"body"
    assert store.derived("knowledge", "b") is None
    store.forget_derived()
    assert store.derived("knowledge", "a") is None


def test_a_failing_change_leaves_nothing_behind(store: Store):
    def stopped_in_the_middle() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO settings VALUES ('packs', 'x')")
            raise RuntimeError("stopped in the middle")

    with pytest.raises(RuntimeError):
        stopped_in_the_middle()
    assert store.setting("packs") is None


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path):
    path = tmp_path / "press.sqlite"
    with Store.open(path) as store:
        store.add(reading())
        pages = 0
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with Store.open(path) as store:
        event.listen(
            store._engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        )
        store._engine.dispose()
        words = " ".join(f"word{number}" for number in range(20_000))
        with pytest.raises(StoreError) as caught:
            store.add(reading(words))
        assert caught.value.code == "store-full"
        assert store.facts().documents == 1


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda path: path.mkdir(), "store-unwritable"),
        (lambda path: path.write_bytes(b"no database at all" * 100), "store-corrupt"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE other (x)").connection.commit(), "store-foreign"),
    ],
)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, prepare, code: str):
    path = tmp_path / "press.sqlite"
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert caught.value.code == code
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_store_from_a_newer_version_is_refused(tmp_path: Path):
    path = tmp_path / "press.sqlite"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert caught.value.code == "store-newer"


def test_a_damaged_page_is_told(tmp_path: Path):
    path = tmp_path / "press.sqlite"
    with Store.open(path) as store:
        for number in range(50):
            store.add(reading(f"Police detained {number} men in Osh."))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xab" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught, Store.open(path) as store:
        list(store.readings())
    assert caught.value.code == "store-corrupt"


def test_a_missing_folder_is_told(tmp_path: Path):
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "no" / "press.sqlite")
    assert caught.value.code == "store-unwritable"


def test_an_unknown_id_is_told(store: Store):
    for ask in (store.get, store.document):
        with pytest.raises(InputError) as caught:
            ask("nothing")
        assert caught.value.code == "id-unknown"
