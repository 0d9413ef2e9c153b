"""Speakers before a colon."""

from sholu.model.document import Document
from sholu.reading.reader import ExactReader

READER = ExactReader()
TALK = """ORR: Thank you for coming.

LEE: We will not raise any tax.

ORR: Not even on fuel?

Note: the talk was shortened.
"""


def said(text: str, language: str = "en") -> list[tuple[str | None, str, str]]:
    reading = READER.read(Document(text, published="2026-03-03", language=language))
    return [
        (item.source_text, item.mode, " ".join(span.of(text) for span in item.content)) for item in reading.attributions
    ]


def test_each_turn_of_a_transcript_is_its_speakers():
    assert said(TALK) == [
        ("ORR", "direct", "Thank you for coming"),
        ("LEE", "direct", "We will not raise any tax"),
        ("ORR", "direct", "Not even on fuel"),
    ]


def test_a_headline_with_a_known_name_and_a_colon():
    text = "Lee: No new tax this year\n\nFinance Minister Ann Lee spoke in Osh on Monday."
    assert ("Lee", "indirect", "No new tax this year") in said(text)


def test_a_label_that_names_nobody_is_no_speaker():
    assert said("Note: the road is closed.\n\nPrices: 30 som for a loaf.") == []


def test_russian_turns():
    text = "ОРЛОВА: Дорогу закроют.\n\nЛИ: Когда?\n\nОРЛОВА: В марте.\n\nЛИ: Понятно."
    assert [(who, words) for who, _, words in said(text, "ru")] == [
        ("ОРЛОВА", "Дорогу закроют"),
        ("ЛИ", "Когда"),
        ("ОРЛОВА", "В марте"),
        ("ЛИ", "Понятно"),
    ]
