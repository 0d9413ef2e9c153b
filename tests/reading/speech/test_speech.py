"""Who said what: golden readings in the three languages, credits, dates, outlets; scare quotes are no speech."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.reading import Attribution, Mention, TimeExpression
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.packs.model import Outlet, Pack
from sholu.reading.credits import find_credits
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.speech import find_attributions

HERALD = Outlet("t:herald", {"en": ("Herald",)}, ("en",), None, "newspaper")
PACKS = Packs([Pack("t", "Test", "1", outlets=(HERALD,))])


class Heard(NamedTuple):
    """An attribution in the words of the text."""

    mode: str
    source: str | None
    cue: str | None
    content: tuple[str, ...]


def heard(text: str, tag: str) -> list[Heard]:
    return [plain(text, item) for item in read(text, tag)]


def plain(text: str, item: Attribution) -> Heard:
    cue = item.cue.of(text) if item.cue else None
    return Heard(item.mode, item.source_text, cue, tuple(span.of(text) for span in item.content))


def read(
    text: str, tag: str = "en", entities: EntityIndex | None = None, times: tuple[str, ...] = ()
) -> list[Attribution]:
    page = Page(Document(text, published="2006-02-03"), tag)
    found = [
        TimeExpression(f"t{number}", Span(text.index(words), text.index(words) + len(words)), "date", value)
        for number, (words, value) in enumerate(pair.split("=") for pair in times)
    ]
    return find_attributions(page, entities or EntityIndex(), find_credits(page, PACKS), found)


ENGLISH = [
    ("Petrov said that apples fell.", [("indirect", "Petrov", "said", "that apples fell")]),
    ("Petrov said apples would fall.", [("indirect", "Petrov", "said", "apples would fall")]),
    ("Apples fell, Petrov said.", [("indirect", "Petrov", "said", "Apples fell")]),
    ("It was run by the union, which said apples fell.", [("indirect", "which", "said", "apples fell")]),
    ("It rained for a week, which said apples fell.", []),
    (
        "The Council said apples fell, the Post reported.",
        [
            ("indirect", "the Post", "reported", "The Council said apples fell"),
            ("indirect", "The Council", "said", "apples fell"),
        ],
    ),
    (
        "Petrov said that apples fell, and later, pickers found the basket.",
        [("indirect", "Petrov", "said", "that apples fell, and later, pickers found the basket")],
    ),
    (
        "Apples fell, said Ivan Petrov, head of the Council.",
        [("indirect", "Ivan Petrov, head of the Council", "said", "Apples fell")],
    ),
    ("“Apples fell,” Petrov said. “Pears grew.”", [("direct", "Petrov", "said", "Apples fell", "Pears grew.")]),
    ("“Apples,” Petrov said, “will fall.”", [("direct", "Petrov", "said", "Apples", "will fall.")]),
    ("“Did apples fall?” Petrov asked.", [("direct", "Petrov", "asked", "Did apples fall?")]),
    (
        "Petrov explained, “Apples fell. Pears grew, too.”",
        [("direct", "Petrov", "explained", "Apples fell. Pears grew, too.")],
    ),
    ("Petrov said apples were “as ripe as ever.”", [("mixed", "Petrov", "said", "apples were “as ripe as ever.”")]),
    (
        "According to sources within the Council, apples fell.",
        [("indirect", "sources within the Council", "According to", "apples fell")],
    ),
    ("Apples fell, according to Petrov.", [("indirect", "Petrov", "according to", "Apples fell")]),
    ("The rain, experts say, will stop.", [("indirect", "experts", "say", "The rain", "will stop")]),
    (
        "It rains, which experts say is good for apples, every day.",
        [("indirect", "experts", "say", "is good for apples")],
    ),
    ("Petrov denied any part in the plan.", [("indirect", "Petrov", "denied", "any part in the plan")]),
    ("Petrov promised to leave.", [("indirect", "Petrov", "promised", "to leave")]),
    (
        "Petrov said apples fell, adding that pears grew.",
        [("indirect", "Petrov", "said", "apples fell"), ("indirect", "Petrov", "adding", "that pears grew")],
    ),
    ("Noting that apples fell, the mayor went home.", [("indirect", "the mayor", "Noting", "that apples fell")]),
    ("While Petrov says apples fell, the mayor sees none.", [("indirect", "Petrov", "says", "apples fell")]),
    ("The Herald quoted Petrov as saying that apples fell.", [("indirect", "Petrov", "saying", "that apples fell")]),
    ("Apples fell. This was reported by the Herald.", [("indirect", "the Herald", "reported", "Apples fell")]),
    ("The “soft” season of the “great apple fair” ended.", []),
    ("Apples fell in the garden.", []),
]

RUSSIAN = [
    ("Яблоки упали, ворчит Петров.", [("indirect", "Петров", "ворчит", "Яблоки упали")]),
    ("Омаров посетовал, что яблоки упали.", [("indirect", "Омаров", "посетовал", "что яблоки упали")]),
    ("По расчётам Петрова, упадут яблоки.", [("indirect", "Петрова", "По расчётам", "упадут яблоки")]),
    (
        "Министр Ерлан Омаров заявил, что сад закрыт.",
        [("indirect", "Министр Ерлан Омаров", "заявил", "что сад закрыт")],
    ),
    ("Омаров заявил журналистам в среду, что сад закрыт.", [("indirect", "Омаров", "заявил", "что сад закрыт")]),
    (
        "«Сад закрыт», — сказал министр. «Мы его откроем».",
        [("direct", "министр", "сказал", "Сад закрыт", "Мы его откроем")],
    ),
    ("«Сад закрыт, – отметил он, – но мы вернёмся».", [("direct", "он", "отметил", "Сад закрыт", "но мы вернёмся")]),
    ("По словам министра, сад закрыт.", [("indirect", "министра", "По словам", "сад закрыт")]),
    ("По его словам, сад закрыт.", [("indirect", "его", "По его словам", "сад закрыт")]),
    ("Это, по мнению экспертов, поможет саду.", [("indirect", "экспертов", "по мнению", "Это", "поможет саду")]),
    ("Как сообщил Омаров, сад закрыт.", [("indirect", "Омаров", "сообщил", "сад закрыт")]),
    ("Сад закрыт, сообщает агентство «Перо».", [("indirect", "агентство «Перо»", "сообщает", "Сад закрыт")]),
    ("В министерстве отметили, что сад закрыт.", [("indirect", "министерстве", "отметили", "что сад закрыт")]),
    ("Хотя министр заявил, что сад закрыт, люди в нём гуляют.", [("indirect", "министр", "заявил", "что сад закрыт")]),
    ("Министр заявил о том, что сад закрыт.", [("indirect", "Министр", "заявил о", "что сад закрыт")]),
    ("Омаров: «Мы успеем открыть сад».", [("direct", "Омаров", None, "Мы успеем открыть сад")]),
    ("Сад закрыт. Об этом сообщил министр.", [("indirect", "министр", "сообщил", "Сад закрыт")]),
    ("Сад «Весна» закрыт.", []),
]

KAZAKH = [
    (
        "Министр Ерлан Омаров алма түсті деп топшылайды.",
        [("indirect", "Министр Ерлан Омаров", "деп топшылайды", "алма түсті")],
    ),
    ("Петровтың пайымдауынша, алма түседі.", [("indirect", "Петровтың", "пайымдауынша", "алма түседі")]),
    (
        "Министр Ерлан Омаров бақ биыл ашылады деп мәлімдеді.",
        [("indirect", "Министр Ерлан Омаров", "деп мәлімдеді", "бақ биыл ашылады")],
    ),
    ("«Бақ биыл ашылады», – деді министр.", [("direct", "министр", "деді", "Бақ биыл ашылады")]),
    ("Ерлан Омаров: «Бақ ашылады. Күтеміз», – деді.", [("direct", "Ерлан Омаров", "деді", "Бақ ашылады. Күтеміз")]),
    ("Министрдің айтуынша, бақ биыл ашылады.", [("indirect", "Министрдің", "айтуынша", "бақ биыл ашылады")]),
    (
        "Бақ биыл ашылады, деп хабарлады Қалам агенттігі.",
        [("indirect", "Қалам агенттігі", "деп хабарлады", "Бақ биыл ашылады")],
    ),
    ("Сарапшылар алма көп болады деп санайды.", [("indirect", "Сарапшылар", "деп санайды", "алма көп болады")]),
    (
        "Асқар Сапаров журналистерге бақтың ашылғанын айтты.",
        [("indirect", "Асқар Сапаров", "айтты", "бақтың ашылғанын")],
    ),
    ("Бақ ашылды. Бұл туралы Қалам агенттігі хабарлады.", [("indirect", "Қалам агенттігі", "хабарлады", "Бақ ашылды")]),
    ("Бағбан жаңа бақты ашты.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, ...]]) -> None:
    assert heard(text, "en") == [Heard(a, b, c, d) for a, b, c, *rest in expected for d in [tuple(rest)]]


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: list[tuple[str, ...]]) -> None:
    assert heard(text, "ru") == [Heard(a, b, c, d) for a, b, c, *rest in expected for d in [tuple(rest)]]


@pytest.mark.parametrize(("text", "expected"), KAZAKH)
def test_kazakh(text: str, expected: list[tuple[str, ...]]) -> None:
    assert heard(text, "kk") == [Heard(a, b, c, d) for a, b, c, *rest in expected for d in [tuple(rest)]]


def index_of(text: str, *named: tuple[str, str]) -> EntityIndex:
    entities = EntityIndex()
    for kind, name in named:
        start = text.index(name)
        entities.add(kind, name, [Mention(start, start + len(name))])  # type: ignore[arg-type]
    return entities


def test_source_is_the_person_in_the_phrase() -> None:
    text = "Harbour Council spokesman Ivan Petrov said that apples fell."
    entities = index_of(text, ("organisation", "Harbour Council"), ("person", "Ivan Petrov"))
    (item,) = read(text, entities=entities)
    assert item.source == "e2"
    assert not item.anonymous


def test_sources_without_a_name_are_anonymous_and_not_their_house() -> None:
    text = "Sources within the Harbour Council said that apples fell."
    (item,) = read(text, entities=index_of(text, ("organisation", "Harbour Council")))
    assert item.anonymous
    assert item.source is None


def test_who_stands_for_the_one_before() -> None:
    text = "Petrov met the mayor Ann Lee, who said that apples fell."
    (item,) = read(text, entities=index_of(text, ("person", "Petrov"), ("person", "Ann Lee")))
    assert item.source == "e2"


def test_a_credit_gives_outlet_and_date() -> None:
    text = "Petrov said that apples fell (Herald, January 18)."
    (item,) = read(text, entities=index_of(text, ("person", "Petrov"), ("outlet", "Herald")))
    assert (item.mode, item.outlet, item.date) == ("indirect", "e2", "2006-01-18")
    assert item.content[0].of(text) == "that apples fell"
    assert [credit.outlet for credit in item.credits] == ["e2"]


def test_the_day_of_saying_goes_before_the_day_of_the_credit() -> None:
    text = "Petrov said on January 16 that apples fell (Herald, January 18)."
    (item,) = read(text, times=("January 16=2006-01-16",))
    assert item.date == "2006-01-16"


def test_a_month_is_when_it_was_said_where_it_stands_by_the_cue() -> None:
    (item,) = read("«Яблоки упали», — уверял в мае Петров.", "ru", times=("мае=2006-05",))
    assert item.date == "2006-05"
    far = "Petrov, whose orchard was planted by three brothers in May as a gift to their town, said that apples fell."
    (item,) = read(far, times=("May=2006-05",))
    assert item.date is None


def test_a_kazakh_source_behind_its_verb_ends_before_the_day_and_the_credit() -> None:
    text = "«Алма ерте түседі», — деді бағбан Айдос Тауов сәрсенбі күні («Herald», 15.01)."
    (item,) = read(text, "kk", index_of(text, ("person", "Айдос Тауов")), ("сәрсенбі күні=2006-02-01",))
    assert (item.source_text, item.source, item.date) == ("бағбан Айдос Тауов", "e1", "2006-02-01")


def test_a_kazakh_owner_does_not_speak() -> None:
    text = "Тауовтің адвокаты Сәуле Ермекова шағым түсіретінін айтты."
    entities = index_of(text, ("person", "Сәуле Ермекова"))
    entities.add("person", "Тауов", [Mention(0, len("Тауовтің"))])
    (item,) = read(text, "kk", entities)
    assert (item.source_text, item.source) == ("Тауовтің адвокаты Сәуле Ермекова", "e1")


def test_a_russian_owner_does_not_speak() -> None:
    text = "Яблоки упали, сообщила защитник Петрова Анна Котова."
    (item,) = read(text, "ru", index_of(text, ("person", "Петрова"), ("person", "Анна Котова")))
    assert item.source == "e2"


def test_an_answer_without_a_cue_was_given_on_the_day_of_the_one_before() -> None:
    text = "“Apples fell,” Petrov said on January 16.\n\n“Pears grew there for years, as far as we know.”"
    first, second = read(text, entities=index_of(text, ("person", "Petrov")), times=("January 16=2006-01-16",))
    assert (first.cue is None, second.cue) == (False, None)
    assert (second.source, second.date) == ("e1", "2006-01-16")


def test_a_day_inside_the_content_is_not_the_day_of_saying() -> None:
    (item,) = read("Petrov said that apples fell on January 16.", times=("January 16=2006-01-16",))
    assert item.date is None


def test_a_covered_sentence_without_a_speaker_is_a_citation() -> None:
    text = "Rain fell. Pears grew in the old garden (Herald, January 18)."
    (item,) = read(text, entities=index_of(text, ("outlet", "Herald")))
    assert (item.mode, item.source, item.outlet, item.date) == ("citation", None, "e1", "2006-01-18")
    assert item.content[0].of(text) == "Pears grew in the old garden"


@pytest.mark.parametrize(
    "text",
    ["In an interview with the Herald, Petrov said that apples fell.", "Petrov told the Herald that apples fell."],
)
def test_the_outlet_spoken_to(text: str) -> None:
    (item,) = read(text, entities=index_of(text, ("outlet", "Herald")))
    assert item.outlet == "e1"


def test_speech_within_speech_has_a_parent() -> None:
    text = "Petrov said that the mayor had told him that apples fell."
    outer, inner = read(text)
    assert inner.parent == outer.id
    assert outer.parent is None


def test_words_in_a_clause_belong_to_its_subject() -> None:
    text = "The mayor singled out the need for “a deteriorating crop along the river.”"
    (item,) = read(text)
    assert plain(text, item) == ("direct", "The mayor", "singled", ("a deteriorating crop along the river.",))


def test_a_colon_before_the_next_paragraph_names_the_speaker() -> None:
    text = "Petrov went on:\n\n“Apples fell all over the place.”"
    (item,) = read(text)
    assert item.source_text == "Petrov"
    assert item.mode == "direct"


def test_what_is_thought_is_less_sure_than_what_is_said() -> None:
    (said,) = read("Petrov said that apples fell.")
    (thought,) = read("Petrov assumes that apples fell.")
    assert thought.confidence < said.confidence


PIECES = st.lists(
    st.sampled_from(
        [
            "Petrov",
            "said",
            "that",
            "apples",
            "fell",
            ",",
            ".",
            "“",
            "”",
            "according to",
            "заявил",
            "что",
            "деп",
            "деді",
            "«",
            "»",
            "–",
            ":",
            "(Herald, May 3)",
            "who",
            "\n\n",
            "It's",
            "''",
            "by",
            "was",
            "quoted",
            "as saying",
            "об этом",
        ]
    ),
    max_size=25,
)


@given(PIECES, st.sampled_from(["en", "ru", "kk"]))
def test_any_text_gives_grounded_attributions(pieces: list[str], tag: str) -> None:
    text = " ".join(pieces)
    found = read(text, tag)
    ids = [item.id for item in found]
    assert len(set(ids)) == len(ids)
    for item in found:
        spans = [*item.content, *filter(None, (item.cue, item.source_span))]
        assert item.content
        assert all(0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in spans)
        assert item.parent is None or (item.parent in ids and item.parent != item.id)


@pytest.mark.parametrize(
    "piece", ["Ann and Bob ", "he said that ", "“a b c d” ", "who said who ", "according to X, ", "(" * 9]
)
@pytest.mark.parametrize("tag", ["en", "ru", "kk"])
def test_endless_sentences_are_read_to_the_end(piece: str, tag: str) -> None:
    text = piece * 700 + "said so."
    assert all(item.content for item in read(text, tag))


def test_a_russian_name_that_somebody_gives_stands_in_the_instrumental() -> None:
    assert ("indirect", "Министр Иван Лугов", "назвал", ("пустой выдумкой",)) in heard(
        "Министр Иван Лугов назвал отчёт пустой выдумкой и уехал.", "ru"
    )
    assert not heard("Министр Иван Лугов назвал дату выборов.", "ru")


def test_russian_speech_goes_on_behind_a_semicolon_unless_somebody_else_speaks_or_a_day_is_told() -> None:
    (item,) = heard("Ведомство сообщило, что мост закрыт; ремонт займёт год.", "ru")
    assert item.content == ("что мост закрыт; ремонт займёт год",)
    (item,) = heard("Ведомство сообщило, что мост закрыт; водители вчера стояли в очереди.", "ru")
    assert item.content == ("что мост закрыт",)


def test_a_title_and_the_name_behind_it_are_one_kazakh_source() -> None:
    text = "Мәслихат депутаты Асан Лұғов жол салынды деп мәлімдеді."
    entities = EntityIndex()
    for kind, name in (("organisation", "Мәслихат"), ("person", "Асан Лұғов")):
        start = text.index(name)
        entities.add(kind, name, [Mention(start, start + len(name), "name")], confidence=1.0)  # type: ignore[arg-type]
    (item,) = read(text, "kk", entities)
    assert plain(text, item).source == "Мәслихат депутаты Асан Лұғов"


def test_a_day_in_brackets_behind_an_outlet_is_when_it_says_so() -> None:
    text = "Herald (January 18) suspects that the bridge will fall."
    entities = EntityIndex()
    entities.add("outlet", "Herald", [Mention(0, 6, "name")], confidence=1.0)
    (item,) = read(text, entities=entities, times=("January 18=2006-01-18",))
    assert (item.mode, item.source, item.date) == ("indirect", "e1", "2006-01-18")


def test_an_outlet_that_only_vouches_at_the_edge_is_cited() -> None:
    for text, tag in (
        ("Apples fell, the Herald reported.", "en"),
        ("Старый мост рухнул, пишет газета «Вестник».", "ru"),
    ):
        name = "Herald" if tag == "en" else "Вестник"
        entities = EntityIndex()
        start = text.index(name)
        entities.add("outlet", name, [Mention(start, start + len(name), "name")], confidence=1.0)
        (item,) = read(text, tag, entities)
        assert (item.mode, item.source, item.outlet) == ("citation", None, "e1")
    text = "The Herald reports that the bridge fell."
    entities = EntityIndex()
    entities.add("outlet", "Herald", [Mention(4, 10, "name")], confidence=1.0)
    (item,) = read(text, "en", entities)
    assert (item.mode, item.source) == ("indirect", "e1")


def test_what_is_said_over_two_paragraphs_is_one() -> None:
    text = "«Мост стоит давно. Его строили наши деды.\n\n«Мы требуем ремонта», — сказала Анна Лугова."
    (item,) = read(text, "ru")
    assert [span.of(text)[:4] for span in item.content] == ["Мост", "Мы т"]
