"""Where a figure holds: at buildings, too."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import EntityKind, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities


def where(text: str, tag: str, words: str, kind: EntityKind = "organisation") -> str | None:
    entities = EntityIndex()
    start = text.index(words)
    entities.add(kind, words, [Mention(start, start + len(words))])
    (found,) = find_quantities(Page(Document(text), tag), [], entities)
    return entities.get(found.place).name if found.place else None


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "Some 300 traders gathered outside the Ministry of Mines.", "Ministry of Mines"),
        ("en", "Some 300 traders gathered at the gates of the Ministry of Mines.", "Ministry of Mines"),
        ("ru", "У ворот мэрии уселись сто двадцать человек.", "мэрии"),
        ("ru", "К зданию мэрии вышли девяносто жителей.", "мэрии"),
        ("kk", "Екі жүз тұрғын министрлік ғимаратының алдына жиналды.", "министрлік"),
    ],
)
def test_people_stand_at_the_building_of_a_body(tag: str, text: str, words: str) -> None:
    assert where(text, tag, words) == words


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "Some 300 traders wrote to the Ministry of Mines.", "Ministry of Mines"),
        ("ru", "К мэрии обратились девяносто жителей.", "мэрии"),
        ("kk", "Екі жүз тұрғын министрлікке хат жазды.", "министрлік"),
    ],
)
def test_a_body_alone_is_no_place(tag: str, text: str, words: str) -> None:
    assert where(text, tag, words) is None


def test_a_facility_needs_no_word_for_a_building():
    assert where("К Дому правительства вышли девяносто жителей.", "ru", "Дому правительства", "facility")
