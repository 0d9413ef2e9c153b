"""A way to read entities out of a few words, with a tiny pack of invented records."""

from typing import Protocol

import pytest

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.model.reading import Entity
from sholu.packs import Packs
from sholu.packs.model import Organisation, Outlet, Pack, Person
from sholu.reading.credits import find_credits
from sholu.reading.names import find_entities
from sholu.reading.page import Page

PACK = Pack(
    name="tiny",
    title="Tiny",
    version="1",
    outlets=(
        Outlet(
            "tiny:bell",
            {"en": ("The Steppe Bell",), "ru": ("Степной колокол",)},
            ("en",),
            "KZ",
            "newspaper",
            domain="bell.kz",
        ),
    ),
    organisations=(
        Organisation(
            "tiny:omc",
            {"en": ("Orchard Monitoring Committee",), "ru": ("Комитет по надзору за садами",)},
            "agency",
            "KZ",
            {"en": ("OMC",), "ru": ("КНС",)},
            ("GOV",),
        ),
    ),
    people=(Person("tiny:altynov", {"en": ("Arman Altynov",), "ru": ("Арман Алтынов",)}, "KZ"),),
)


class Read(Protocol):
    """Reads a text in a language ("en", "ru", "kk"), with a title if it has one, by the tiny pack or another."""

    def __call__(self, text: str, tag: str, title: str | None = None, pack: Pack = PACK) -> list[Entity]: ...


@pytest.fixture
def read() -> Read:
    """Entities of a text."""

    def entities(text: str, tag: str, title: str | None = None, pack: Pack = PACK) -> list[Entity]:
        packs = Packs([pack])
        page = Page(Document(text, language=tag, title=title), tag)
        return list(find_entities(page, packs, gazetteer(), find_credits(page, packs)).entities())

    return entities


def texts(text: str, entity: Entity) -> list[str]:
    """The words of an entity's mentions."""
    return [mention.span.of(text) for mention in entity.mentions]


def named(entities: list[Entity], name: str) -> Entity:
    """The entity of that name; AssertionError with all names if there is none."""
    found = [entity for entity in entities if entity.name == name]
    assert found, f"no {name!r} among {[entity.name for entity in entities]}"
    return found[0]
