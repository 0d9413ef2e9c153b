"""Patterns in the past know the other forms of their verbs."""

from sholu.reading.events.russian_conjugation import in_all_forms


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
