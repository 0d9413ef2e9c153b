"""Towns that the marks take for somebody, or overlook: by the map and by the words before."""

from typing import cast

import pytest

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.packs import Packs, load_packs
from sholu.reading.credits import find_credits
from sholu.reading.joined.names import find_entities_jointly
from sholu.reading.learned import Marks
from sholu.reading.page import Page
from tests.reading.joined.told import Told


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


def _kind(told: Told, packs: Packs, tag: str, words: str) -> str | None:
    """The kind of whatever these words name."""
    page = Page(Document(told.text, language=tag), tag)
    index = find_entities_jointly(page, cast(Marks, told), packs, gazetteer(), find_credits(page, packs))
    span = told.span(words)
    return next((one.kind for one in index.entities() for mention in one.mentions if mention.span == span), None)


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ("Iran kept its prices. On Monday Amol refused to pay.", "en", "Amol"),
        ("Ann Lee, deputy for Kutbar, shouted.", "en", "Kutbar"),
        ("A native of Kutbar, she left.", "en", "Kutbar"),
        ("Двое погибли. Жители Кутбара вышли на площадь.", "ru", "Кутбара"),
        ("Уроженец Торгая, он работал следователем.", "ru", "Торгая"),
    ],
)
def test_a_lone_word_is_a_town(text: str, tag: str, words: str, packs: Packs) -> None:
    assert _kind(Told(text).mark("name", words, "person"), packs, tag, words) == "place"


@pytest.mark.parametrize(
    ("text", "tag", "words"),
    [
        ("Serbia kept its prices. On Monday Amol refused to pay.", "en", "Amol"),  # none of a country told here
        ("Iran kept its prices. Mr Amol refused to pay.", "en", "Amol"),
        ("Жители ждут. Адвокат Кутбаров вышел на площадь.", "ru", "Кутбаров"),
    ],
)
def test_a_lone_word_is_somebody(text: str, tag: str, words: str, packs: Packs) -> None:
    assert _kind(Told(text).mark("name", words, "person"), packs, tag, words) == "person"


def test_a_word_of_somebodys_full_name_is_no_town(packs: Packs) -> None:
    told = Told("Iran kept its prices. Reza Amol refused to pay. Later Amol left.")
    told.mark("name", "Reza Amol", "person").mark("name", "2:Amol", "person")
    assert _kind(told, packs, "en", "2:Amol") == "person"
