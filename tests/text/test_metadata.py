import pytest

from sholu.model.document import Document
from sholu.packs import load_packs
from sholu.text.metadata import complete

SERIAL = "A HEADLINE\n\nPublication: Steppe Review Volume: 4 Issue: 21\n\nThe minister resigned on Tuesday."


def test_the_header_gives_title_and_outlet():
    document = complete(Document(SERIAL, language="en"), load_packs(("sample",)))
    assert (document.title, document.outlet) == ("A HEADLINE", "Steppe Review")


def test_what_was_given_stays():
    given = Document(SERIAL, language="en", title="T", outlet="O", published="2026-03-02")
    assert complete(given, load_packs(("sample",))) == given


def test_a_known_serials_volume_gives_the_year():
    packs = load_packs(("sample",))
    serial = next(iter(packs.serials))
    text = f"A HEADLINE\n\nPublication: {serial.names[0]} Volume: 3 Issue: 2\n\nThe minister resigned on Tuesday."
    document = complete(Document(text, language="en"), packs)
    assert document.published == str(packs.year_of(serial, 3))
    assert document.published_basis == "inferred"


def test_nothing_is_made_up():
    text = "NOWHERE, March 4 (Unknown Agency) - The minister resigned."
    document = complete(Document(text, language="en"), load_packs(("sample",)))
    assert (document.outlet, document.published, document.published_basis) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ALDERTON (North Wire / South Wire - 30th October, 2020) The minister resigned.", "2020-10-30"),
        ("ALDERTON, December 17, 2011, North-Wire – The minister resigned on Friday.", "2011-12-17"),
        ("АЛЬМЕНЬ, 4 марта 2019 года. /Север/ - Министр ушёл.", "2019-03-04"),
        ("The minister resigns\n\n10.01.2022\n\nThe minister resigned today.", "2022-01-10"),
        ("The minister resigns\nSeptember 17, 2019, 9:25\nThe minister resigned today.", "2019-09-17"),
        ("The law of 17 September 2019 was adopted. The minister resigned today.", None),
        ("ALDERTON, March 4 (North Wire) - The minister resigned.", None),
        ("What happened\n\n5 March 2020\nA protest began.\n\n7 March 2020\nIt ended.", None),
    ],
)
def test_a_header_that_states_a_day_dates_the_document(text: str, day: str | None):
    document = complete(Document(text), load_packs(("sample",)))
    assert (document.published, document.published_basis) == (day, "text" if day else None)
