import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.judgements import find_judgements
from sholu.reading.judgements.undertaken import with_owner
from sholu.reading.page import Page


def holder(tag: str, text: str, name: str) -> str:
    start = text.index(name)
    entities = EntityIndex()
    entities.add("person", name, [Mention(start, start + len(name))])
    page = Page(Document(text), tag)
    item = next(one for one in find_judgements(page, entities) if one.kind == "cause")
    owner = with_owner(page, entities, item).holder
    return owner if owner == "author" else entities.get(owner).name


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("en", "Mesut Ferhat blamed the delay on the rain.", "Mesut Ferhat"),
        ("en", "Mesut Ferhat attributed the loss to a late harvest.", "Mesut Ferhat"),
        ("ru", "Асан Оспанов связал рост цен с засухой.", "Асан Оспанов"),
    ],
)
def test_who_lays_the_blame_holds_the_cause(tag: str, text: str, name: str) -> None:
    assert holder(tag, text, name) == name


def test_who_only_stands_in_the_sentence_does_not() -> None:
    assert holder("en", "Prices rose because of the rain, and Mesut Ferhat left.", "Mesut Ferhat") == "author"
