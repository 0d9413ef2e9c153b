"""English: lists of parties behind a verb."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _event(text: str) -> Event:
    return find_events(Page(Document(text, published="2024-03-05"), "en"), EntityIndex(), [])[0]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Police detained Ann Lee, Bo Day and Cy Fox.", ["Ann Lee", "Bo Day", "Cy Fox"]),
        ("Police detained Ann Lee, Bo Day, and two of her aides.", ["Ann Lee", "Bo Day", "two of her aides"]),
        (
            "Norland banned Speaker Ann Lee, Minister Bo Day and six other Sudmark officials from its ports.",
            ["Speaker Ann Lee", "Minister Bo Day", "six other Sudmark officials"],
        ),
        ("The court fined Northern Steel, Eastern Gas and Ann Lee.", ["Northern Steel", "Eastern Gas", "Ann Lee"]),
        ("Norland invaded Sudmark, Ann Lee and Bo Day said.", ["Sudmark"]),
        ("Police detained traders, in Osh and in Naryn.", ["traders"]),
    ],
)
def test_all_members_of_a_list_suffer(text: str, recipients: list[str]) -> None:
    assert [role.text for role in _event(text).recipients] == recipients


def test_what_hangs_on_one_word_is_no_list_of_parties() -> None:
    met = _event("The president met the leaders of Norland, Sudmark and Zamora.")
    assert [role.text for role in met.actors] == ["The president", "the leaders of Norland, Sudmark and Zamora"]


def test_what_opens_a_clause_is_no_member_of_its_subject() -> None:
    event = _event("According to the Gazette, Ann Lee, Bo Day and Cy Fox were detained.")
    assert "the Gazette" not in [role.text for role in event.recipients]
