from collections.abc import Iterator

import pytest

from sholu.model.contract import to_json
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.packs import Packs
from sholu.reading.preparing import Prepared
from sholu.reading.stream import Manner, Refused, read_many, read_many_as_json, reader
from sholu.samples import documents

SAMPLE = ("sample",)


def test_order_ids_and_refusals_are_kept_with_any_number_of_workers():
    mixed = [*documents()[:10], Document("", id="none"), *documents()[10:20], Document("12", id="short")]
    one, two = (list(read_many(mixed, workers=workers, manner=Manner(SAMPLE))) for workers in (1, 2))
    assert one == two or [str(item) for item in one] == [str(item) for item in two]
    ids = [item.id if isinstance(item, Refused) else item.document.id for item in two]
    assert ids == [document.id for document in mixed]
    assert [item.error.code for item in two if isinstance(item, Refused)] == ["empty", "language-unknown"]


def test_json_is_the_same_as_of_the_reading():
    lines = list(read_many_as_json(documents()[:3], manner=Manner(SAMPLE)))
    assert lines == [to_json(reader(Manner(SAMPLE)).read(document)) for document in documents()[:3]]


def test_a_long_stream_is_not_held_in_memory():
    taken = 0

    def stream() -> Iterator[Document]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield Document(f"The minister resigned on March {number % 28 + 1}.", language="en")

    readings = read_many(stream(), workers=2, manner=Manner(SAMPLE))
    assert isinstance(next(readings), Reading)
    assert taken < 200
    readings.close()  # type: ignore[attr-defined]


def test_a_document_on_which_the_reader_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch):
    from sholu.reading import reader

    prepare = reader.prepare

    def failing(document: Document, packs: Packs) -> Prepared:
        if document.id == "strange":
            raise ZeroDivisionError("division by zero")
        return prepare(document, packs)

    monkeypatch.setattr(reader, "prepare", failing)
    some = [documents()[0], Document("x", id="strange"), documents()[1]]
    found = list(read_many(some, manner=Manner(SAMPLE)))
    assert [isinstance(item, Reading) for item in found] == [True, False, True]
    refused = found[1]
    assert isinstance(refused, Refused)
    assert refused.error.code == "reader-failed"
    assert "ZeroDivisionError" in refused.error.message
