import pytest

from sholu.text.headers import read_header


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("BISHKEK, March 4 (Steppe Wire) - The government said.", "BISHKEK", "March 4", "Steppe Wire"),
        ("АСТАНА, 4 марта. /Вестник степи/ – Министр заявил.", "АСТАНА", "4 марта.", "Вестник степи"),
        ("ТАШКЕНТ. 4 марта 2026. ВЕСТНИК – Парламент принял закон.", "ТАШКЕНТ", "4 марта 2026", "ВЕСТНИК"),
        ("АСТАНА, 4 наурыз – Дала хабары. Үкімет отырысы өтті.", "АСТАНА", "4 наурыз", "Дала хабары"),
        ("DUSHANBE (Steppe Wire) -- Officials said.", "DUSHANBE", None, "Steppe Wire"),
        ("ТАШКЕНТ — Парламент принял закон.", "ТАШКЕНТ", None, None),
    ],
)
def test_datelines(text: str, place: str, date: str | None, agency: str | None):
    dateline = read_header(text).dateline
    assert dateline is not None
    assert dateline.place.of(text) == place
    assert (dateline.date and dateline.date.of(text)) == date
    assert (dateline.agency and dateline.agency.of(text)) == agency


@pytest.mark.parametrize(
    "text",
    [
        "In March 4 people died - said Orr.",
        "The minister, March 4 - was there.",
        "Astana (big) - grew.",
        "Tashkent - a city.",
    ],
)
def test_what_is_no_dateline(text: str):
    assert read_header(text).dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "Publication: Silk Digest Volume: 6 Issue: 11",
        "Silk Digest, Vol. 6, No. 11",
        "Издание: Silk Digest Том: 6 Выпуск: 11",
    ],
)
def test_serial_headers(line: str):
    header = read_header(f"A HEADLINE\n\n{line}\n\nThe body starts here.")
    assert header.serial is not None
    assert (header.serial.name, header.serial.volume, header.serial.issue) == ("Silk Digest", 6, 11)
    assert header.headline is not None
    assert header.headline.of("A HEADLINE") == "A HEADLINE"
    assert header.body == len(f"A HEADLINE\n\n{line}\n\n")


def test_a_sentence_is_no_headline():
    assert read_header("It rained.\n\nIt stopped.").headline is None
