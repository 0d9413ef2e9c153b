"""English names without quotation marks: the words beside them say whether a firm, a paper or a ship is called so."""

import pytest

from tests.reading.names.conftest import Read, named

KINDS = [
    ("He sold fishing days to Tumar Azul, a Spanish shipowner, in May.", "Tumar Azul", "organisation"),
    ("Zhol Birligi, a list of small traders, took nine seats.", "Zhol Birligi", "organisation"),
    ("Dala Zholy, which lost six seats, wants a rerun.", "Dala Zholy", "organisation"),
    ("Azad Xeber, a Baku paper, saw no proof.", "Azad Xeber", "outlet"),
    ("They charge a campaign group, Kulinda Haki, with forgery.", "Kulinda Haki", "organisation"),
    ("The buyer, Ladoga Privod, belongs to former managers.", "Ladoga Privod", "organisation"),
    ("Bandar Tumar, a producer in Kostanay, has stopped. Later Bandar Tumar paid.", "Bandar Tumar", "organisation"),
    ("A bomb tore open the deck of the ferry Tumar Amihan on Monday.", "Tumar Amihan", "other"),
    ("They told Plum News Agency on Monday.", "Plum News Agency", "outlet"),
    ("He leads the planters' committee Tumar Lavan in May.", "Tumar Lavan", "organisation"),
    ("They bought shares of Soligal Feed on Monday.", "Soligal Feed", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_an_explanation_says_what_is_named(read: Read, text: str, name: str, kind: str) -> None:
    assert named(read(text, "en"), name).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ann Clark, a producer in Kostanay, spoke.",
        "Ann Clark, a company director, spoke.",
        "Ann Clark, a newspaper's editor, spoke.",
        "Ann Clark, the group leader, spoke.",
        "The head of the company, Ann Clark, spoke.",
        "They freed Ann Clark, the timber contractor, on Monday.",
    ],
)
def test_people_of_firms_are_no_firms(read: Read, text: str) -> None:
    assert named(read(text, "en"), "Ann Clark").kind == "person"


def test_the_apposition_of_a_firm_tells_its_country(read: Read) -> None:
    text = "Plums rotted in Lublin and Warsaw. Tumar Azul, a Spanish shipowner, paid."
    assert named(read(text, "en"), "Tumar Azul").country == "ES"
