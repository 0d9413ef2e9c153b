"""Patterns in the past know the other forms of their verbs."""

import pytest

from sholu.reading.events.russian_conjugation import in_all_forms
from sholu.reading.languages.morphology import _dictionary, _is_wanted, forms_of_past, is_verbal, readings


def test_a_past_stands_for_the_other_forms() -> None:
    told = in_all_forms("открыл* огонь")
    assert {"открыть", "откроют", "открыв", "открывший", "открыт"} <= set(told.partition(")")[0].strip("(").split("|"))
    assert told.endswith(") огонь")


def test_a_described_thing_is_no_deed() -> None:
    assert "подписанный" not in in_all_forms("подписал* договор")
    assert "задержанный" in in_all_forms("задержал*")


def test_what_the_data_list_themselves_is_left_out() -> None:
    assert "ранен|" not in in_all_forms("ранил*", frozenset({"ранен"})) + "|"
    assert "нападавший" not in in_all_forms("нападал*", frozenset({"нападавш*"}))


def test_words_that_are_no_past_stay_as_they_are() -> None:
    assert in_all_forms("задержив* &(рейс|рейсы)") == "задержив* &(рейс|рейсы)"


@pytest.mark.parametrize("past", ["открыл", "принес", "шёл", "бросил", "арестовывал", "стал", "дом", "был", "соберет"])
def test_the_forms_are_those_of_the_dictionary(past: str) -> None:
    """However they are put together: the dictionary's own way of listing them is ten times as slow."""
    verb = next((one for one in _dictionary().parse(past) if one.is_known), None)
    is_past = verb is not None and verb.tag.POS == "VERB" and verb.tag.tense == "past"
    for described in (False, True):
        wanted = [one.word for one in verb.lexeme if _is_wanted(one.tag, described)] if verb and is_past else []
        assert list(forms_of_past(past, described=described)) == list(dict.fromkeys(wanted))


@pytest.mark.parametrize(
    "word", ["открыл", "стали", "данные", "рабочий", "бросив", "жгут", "мыла", "бизнесмен", "блврч"]
)
def test_a_word_is_verbal_if_its_likeliest_reading_is(word: str) -> None:
    assert is_verbal(word) == (readings("ru", word)[0].part in ("verb", "infinitive", "converb", "participle"))
