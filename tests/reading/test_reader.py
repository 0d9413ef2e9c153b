"""The whole reader: whatever the text, a reading that holds what it promises, or a reason why there is none."""

import json
from collections.abc import Callable
from time import process_time

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sholu.errors import Rejected
from sholu.model.contract import from_json, schema, to_dict, to_json
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import LONGEST, ExactReader, make_reader
from sholu.reading.stream import Manner, reader
from sholu.samples import documents
from tests.grounded import assert_grounded

READER = reader(Manner(("sample",)))
ODD = [
    "\"", "“", "”", "«", "»", "(", ")", "[", "—", "-", ":", ";", ". ", "...", "?!", '\n\n', '\r\n', '\t',
    '\u2028', '\x85', '\x00', '\u00ad', '\u200b', '\u202e', '\ufeff', '\u0438\u0306', 'e\u0301', '\u0301',
    "İ", "ß", '\ufb01', "²", "½", "٣", '\uff12', "ⅷ", "№", '\U0001f600',
    '\U0001f468\u200d\U0001f469\u200d\U0001f467', "سلام", '\u4e2d', "%", "$20 million", "1,000,000", "00000",
    "’s", "''", " (Interfax, March 5) ", "http://x.y/z?", "a-b-c", "A.B.C.",
]  # fmt: skip
WORDS = sorted({word for document in documents() for word in document.text.split()})
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), st.just(" ")), max_size=50).map(
    lambda parts: "".join(part if part in ODD else f" {part}" for part in parts)
)
MIXED = st.text(
    alphabet=st.sampled_from("aэқіңBЖӘ 1٣½²\n\r\"'«»“”().,:;—-%$№\u0301\u0306\u00ad\u200bİßﷲ中😀\x00\x1b"), max_size=120
)
DATES = st.sampled_from([None, "2026-03-05", "2026-03", "2026", "2026-21", "199X", "0001-01-01", "9999-12-31"])


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(SOUP, SOUP, MIXED, st.text(max_size=80)), st.sampled_from([None, "en", "ru", "kk"]), DATES)
@example(' записке "Demand immediately "Drivers Utepkaliyev,A.B.C. 212 might', None, None)  # joined between words
def test_any_text_gives_a_grounded_reading_or_a_reason(text: str, language: str | None, published: str | None):
    document = Document(text, language=language, published=published)
    try:
        reading = READER.read(document)
    except Rejected as error:
        reason = error.code
    else:
        assert reading.document.text == text
        assert_grounded(reading)
        return
    assert reason in ("empty", "text-broken", "language-unknown", "language-not-read")


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_every_sample_is_read_and_grounded(document: Document):
    reading = READER.read(document)
    assert reading.document.text == document.text
    assert reading.document.id == document.id
    assert reading.entities
    assert reading.times
    assert_grounded(reading)
    assert from_json(to_json(reading)) == reading
    assert READER.read(document) == reading, "the same text gives the same reading"


def test_readings_fit_the_schema():
    validator = jsonschema.Draft202012Validator(schema())
    for document in documents()[::6]:
        validator.validate(json.loads(json.dumps(to_dict(READER.read(document)))))


ARTICLE = documents()[2].text
MARKS = ("\u00ad", "\u200b", "\ufeff")


@pytest.mark.parametrize("mark", MARKS)
def test_invisible_characters_change_no_finding(mark: str):
    plain, hidden = Document(ARTICLE, language="en"), Document(ARTICLE.replace("e", f"e{mark}"), language="en")
    one, other = READER.read(plain), READER.read(hidden)
    assert_grounded(other)
    assert [entity.name for entity in other.entities] == [entity.name for entity in one.entities]
    assert [event.trigger.of(hidden.text).replace(mark, "") for event in other.events] == [
        event.trigger.of(plain.text) for event in one.events
    ]


def test_windows_line_ends_change_no_finding():
    windows = Document(ARTICLE.replace("\n", "\r\n"), language="en", published="2026-03-03")
    one, other = READER.read(Document(ARTICLE, language="en", published="2026-03-03")), READER.read(windows)
    assert_grounded(other)
    assert [item.value for item in other.times] == [item.value for item in one.times]
    assert len(other.events) == len(one.events)
    assert len(other.attributions) == len(one.attributions)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\u00a0", "empty"),
        ("\u200b\u00ad\ufeff", "empty"),
        ("half \ud800", "text-broken"),
        ("a" * (LONGEST + 1), "too-long"),
        ("12 34", "language-unknown"),
        ("这是一篇关于水的文章。" * 10, "language-not-read"),
    ],
)
def test_what_cannot_be_read_has_a_reason(text: str, code: str):
    with pytest.raises(Rejected) as caught:
        ExactReader(READER.packs).read(Document(text))
    assert caught.value.code == code
    assert caught.value.hint


def test_notices_tell_of_a_missing_date_and_an_unsure_language():
    codes = {notice.code for notice in READER.read(Document("Minister Orr")).notices}
    assert codes >= {"no-date"}
    dated = READER.read(Document("The minister resigned.", published="2026-03-05", language="en"))
    assert dated.notices == ()


PARAGRAPH = {
    tag: " ".join(" ".join(document.text.split()) for document in documents() if document.language == tag)
    for tag in ("en", "ru", "kk")
}


def much(tag: str) -> Callable[[int], str]:
    """So many characters of running text in one paragraph."""
    whole = PARAGRAPH[tag] + " "
    return lambda size: (whole * (size // len(whole) + 1))[:size]


STRANGE: dict[str, tuple[str, Callable[[int], str]]] = {
    "one paragraph, English": ("en", much("en")),
    "one paragraph, Russian": ("ru", much("ru")),
    "one paragraph, Kazakh": ("kk", much("kk")),
    "only capitals": ("en", lambda size: much("en")(size).upper()),
    "no full stops": ("en", lambda size: much("en")(size).replace(".", " ")),
    "no spaces": ("ru", lambda size: "слово" * (size // 5)),
    "emoji": ("en", lambda size: "😀 " * (size // 2)),
    "right to left": ("en", lambda size: "سلام العالم " * (size // 12)),
    "brackets": ("en", lambda size: "(" * (size // 2) + ")" * (size // 2)),
    "quotation marks": ("en", lambda size: '"a «b ' * (size // 6)),
    "dates": ("en", lambda size: "March 5, 2026 " * (size // 14)),
    "credits": ("en", lambda size: "He left (Interfax, March 5; RFE/RL, March 6). " * (size // 46)),
    "names": ("en", lambda size: "".join(f"Nur{number:x} Asanov, " for number in range(size // 14))),
    "cues": ("ru", lambda size: "он заявил, что " * (size // 15)),
    "numbers": ("en", lambda size: "twenty 12,000 " * (size // 14)),
    "one list of places": ("ru", lambda size: "Алгинского, Мартукского и Хобдинского районов, " * (size // 47)),
    "hyphens": ("en", lambda size: "a-" * (size // 2)),
}


@pytest.mark.parametrize("name", STRANGE)
def test_time_grows_with_length_and_no_faster(name: str):
    """Four times the text takes about four times as long; twelve would be half-way to its square."""
    tag, make = STRANGE[name]

    def spent(size: int) -> float:
        start = process_time()
        try:
            reading: Reading | None = READER.read(Document(make(size), language=tag, published="2026-03-05"))
        except Rejected:
            reading = None
        taken = process_time() - start
        if reading is not None:
            assert_grounded(reading)
        return taken

    spent(2_000)
    # A machine busy with other things spoils a single comparison; growth by the square spoils every one.
    assert any(spent(32_000) < 12 * max(spent(8_000), 0.01) for _ in range(3))


def test_ten_thousand_brackets_and_a_large_paragraph_are_read():
    for text in ("(" * 10_000, "(" * 5_000 + "The minister resigned." + ")" * 5_000, much("en")(200_000)):
        assert_grounded(READER.read(Document(text, language="en", published="2026-03-05")))


def test_a_small_russian_word_or_an_article_of_law_names_nobody() -> None:
    text = (
        "В прокуратуру Оша пришли проверяющие. Там отметили, что составили протокол по статье «Мелкое хулиганство», "
        "и добавили, что проверка продлится до пятницы."
    )
    names = {entity.name for entity in make_reader().read(Document(text, language="ru")).entities}
    assert not names & {"Там", "Мелкое хулиганство"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("arrested . the", "en"),
        ("has asked Brussels to", "en"),
        ("in after the previous minister, Bo Kim,", "en"),
        ("Таможенники Термеза 17 апреля изъяли у", "ru"),
    ],
)
def test_a_text_may_begin_and_end_anywhere(text: str, tag: str) -> None:
    reading = make_reader(engine="exact").read(Document(text, language=tag, published="2024-03-05"))
    assert reading.document.text == text
