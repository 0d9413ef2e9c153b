import pytest

from sholu.model.document import Document
from sholu.model.reading import Judgement
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.judgements import Judgements
from sholu.reading.judgements import find_judgements
from sholu.reading.page import Page
from tests.reading.joined.told import Told

PADDING = {
    "en": " Nobody said a word about it and the day went by as all days do in that town on the river." * 6,
    "ru": " День прошёл, как проходят все дни в этом городе у реки, где каждый занят своим делом и домом." * 6,
}


def joined(text: str, told: Told, tag: str) -> list[Judgement]:
    page = Page(Document(text), tag)
    exact = find_judgements(page, EntityIndex())
    return Judgements(page, told, EntityIndex()).joined(exact, alone=False)  # type: ignore[arg-type]


def kinds(text: str, label: str, probability: float = 0.995, tag: str = "en", words: str = "") -> list[str]:
    whole = text + PADDING[tag]
    told = Told(whole).mark("judgement", words or text.rstrip("."), label, probability)
    return [item.kind for item in joined(whole, told, tag)]


def test_an_assessment_of_the_author_needs_a_surer_mark_than_what_is_quoted():
    assert kinds("The harbour office is a scandal without an end.", "assessment", 0.95) == []
    assert kinds("The harbour office is a scandal without an end.", "assessment", 0.995) == ["assessment"]
    quoted = "“The harbour office is a scandal.”"
    assert kinds(quoted, "assessment", 0.95, words="The harbour office is a scandal") == ["assessment"]


@pytest.mark.parametrize(
    "text", ["Заводу пора закрыть старые печи.", "Спешить с приговором нельзя.", "Разумнее было бы продать порт."]
)
def test_what_is_marked_as_an_assessment_and_advises_is_advice(text: str):
    assert kinds(text, "assessment", 0.8, "ru") == ["recommendation"]


def test_advice_without_a_word_of_advice_needs_a_sure_mark():
    assert kinds("The ministry rules out reprisals.", "recommendation", 0.9) == []
    assert kinds("Close the old furnaces now.", "recommendation", 0.99) == ["recommendation"]
    assert kinds("Сбор платежей от этого не вырастет.", "recommendation", 0.9, "ru") == ["forecast"]


def test_what_says_that_one_thing_brings_about_another_is_no_assessment_besides():
    assert "assessment" not in kinds("The flood was caused by theft.", "assessment")


def test_a_modal_inside_a_sure_assessment_foretells_nothing_besides():
    assert kinds("The opposition may find it hard to agree.", "assessment") == ["assessment"]
    # How likely something is goes before the mark.
    assert kinds("The result is likely to be poor.", "assessment") == ["forecast"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мир в долине, похоже, хрупок.", "assessment"),
        ("Перемирие, похоже, продержится до весны.", "forecast"),
        ("Новые протесты, возможны, могут охватить порт.", "forecast"),
    ],
)
def test_a_hedged_statement_about_what_is_foretells_nothing(text: str, kind: str):
    assert kinds(text, "forecast", tag="ru") == [kind]


def test_to_wait_for_a_thing_is_no_advice():
    for text in ("Следует ожидать новых пошлин.", "Ожидать отмены пошлин не стоит.", "Можно ждать и проверок."):
        assert kinds(text, "recommendation", 0.95, "ru") == ["forecast"], text


def test_what_stands_or_follows_is_no_advice():
    assert kinds("Экономика стоит на паузе из-за эпидемии.", "recommendation", 0.7, "ru") == []
    assert kinds("Министру стоит подождать с новым налогом.", "recommendation", 0.7, "ru") == ["recommendation"]


def test_an_assessment_of_how_things_will_turn_out_is_a_forecast():
    assert kinds("The new tariffs will worsen inflation.", "assessment") == ["forecast"]
