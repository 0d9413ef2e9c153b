"""Offices in lists: fields of government with commas, titles one after the other, lines of a cabinet."""

import pytest

from tests.reading.offices.test_appointing import Row, rows


def _row(person: str, office: str, body: str | None = None, start: str | None = None, status: str = "current") -> Row:
    return person, office, body, start, status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Minister of Digital Trade, Innovation and Aerospace Bob Coe, Minister of Ecology, Geology and Natural "
            "Resources Ivan Petrov and Minister of Finance Ann Lee spoke.",
            [
                _row("Bob Coe", "minister of digital trade, innovation and aerospace"),
                _row("Ivan Petrov", "minister of ecology, geology and natural resources"),
                _row("Ann Lee", "minister of finance"),
            ],
        ),
        (
            "Bob Coe, Minister of Labor, Migration, and Employment, spoke.",
            [_row("Bob Coe", "minister of labor, migration, and employment")],
        ),
        (
            "Bob Coe is the Minister of Labor and Public Service.",
            [_row("Bob Coe", "minister of labor and public service")],
        ),
        (
            "The Minister of Finance, Economy Minister Ann Lee and Bob Coe met.",
            [_row("Ann Lee", "minister of finance"), _row("Ann Lee", "economy minister")],
        ),
        (
            "The list in full:\n\nPrime minister: Bob Coe\n\nDeputy prime minister: Ann Lee",
            [_row("Bob Coe", "prime minister"), _row("Ann Lee", "deputy prime minister")],
        ),
        (
            "New labour minister, Supreme Court head, and security council secretary\n\nOn January 21, Norland's "
            "President Ann Lee spoke.",
            [_row("Ann Lee", "president")],
        ),
        (
            "Gabriel Lam was sworn in as the foreign minister, Ann Lee as the education minister and Bob Coe as the "
            "highways minister.",
            [
                _row("Gabriel Lam", "foreign minister"),
                _row("Ann Lee", "education minister"),
                _row("Bob Coe", "highways minister"),
            ],
        ),
        (
            "Gabriel Lam has been appointed the health minister, Mr Bob Coe minister of mining.",
            [_row("Gabriel Lam", "health minister")],
        ),
        (
            "The deputies of the Parliament of Georgia unanimously approved Bob Coe.",
            [],
        ),
        (
            "The new chiefs are:\n\nAnn Lee - mayor of Oslo\n\nBob Coe - prosecutor of Oslo\n\nIvan Petrov - governor",
            [
                _row("Ann Lee", "mayor", "Oslo"),
                _row("Bob Coe", "prosecutor", "Oslo"),
                _row("Ivan Petrov", "governor"),
            ],
        ),
        (
            "Minister of Agriculture, Water Management and the Processing Industry Ann Lee spoke.",
            [_row("Ann Lee", "minister of agriculture, water management and the processing industry")],
        ),
        (
            "The president named a new police chief, Air Vice Marshal Bob Coe, and a national security adviser, "
            "General Ivan Petrov.",
            [_row("Bob Coe", "police chief"), _row("Ivan Petrov", "national security adviser")],
        ),
        (
            "Bob Coe was chairman and managing director of the Plum Bank.",
            [
                _row("Bob Coe", "chairman", "Plum Bank", None, "former"),
                _row("Bob Coe", "managing director", "Plum Bank", None, "former"),
            ],
        ),
        (
            "Bob Coe was the founder and chairman of the Plum Union until 2004.",
            [
                _row("Bob Coe", "founder", "Plum Union", None, "former"),
                _row("Bob Coe", "chairman", "Plum Union", None, "former"),
            ],
        ),
        (
            "Ann Lee has been culture minister as well as mayor of Oslo.",
            [
                _row("Ann Lee", "culture minister", None, None, "former"),
                _row("Ann Lee", "mayor", "Oslo", None, "former"),
            ],
        ),
        (
            "Bob Coe becomes leader of the Plum Party\n\nBob Coe spoke on Monday.",
            [_row("Bob Coe", "leader", "Plum Party")],
        ),
        (
            "Bob Coe, previously the first deputy YNB head, will now command the Border Troops.",
            [
                _row("Bob Coe", "first deputy head", "YNB", None, "former"),
                _row("Bob Coe", "commander", "Border Troops", None, "future"),
            ],
        ),
    ],
)
def test_offices_in_lists(text: str, wanted: list[Row]) -> None:
    assert rows(text, "en") == wanted
