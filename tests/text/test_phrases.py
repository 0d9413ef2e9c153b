import pytest

from sholu.text.phrases import NEIGHBOURS, Phrases, expand
from sholu.text.tokens import tokenise


def found(patterns: dict[str, str], text: str) -> list[tuple[str, str]]:
    tokens = tokenise(text)
    return [
        (" ".join(token.text for token in tokens[match.first : match.last + 1]), match.value)
        for match in Phrases(patterns.items()).find(tokens)
    ]


def test_exact_words_and_stems():
    patterns = {"prime minister": "pm", "назнач*": "appoint"}
    assert found(patterns, "Prime Minister Orr") == [("Prime Minister", "pm")]
    assert found(patterns, "Он назначен вчера") == [("назначен", "appoint")]


def test_the_longest_wins_then_the_one_that_fixes_more():
    patterns = {"minister": "any", "minister of defence": "defence", "minist*": "stem"}
    assert found(patterns, "the minister of defence and a minister of state, ministries") == [
        ("minister of defence", "defence"),
        ("minister", "any"),
        ("ministries", "stem"),
    ]


def test_alternatives_and_optional_items():
    assert expand("the? (head|chief*) of") == [
        ("chief*", "of"),
        ("head", "of"),
        ("the", "chief*", "of"),
        ("the", "head", "of"),
    ]


def test_an_alternative_may_be_of_several_words():
    assert expand("(left|stepped down) (early|for good)?") == [
        ("left",),
        ("left", "early"),
        ("left", "for", "good"),
        ("stepped", "down"),
        ("stepped", "down", "early"),
        ("stepped", "down", "for", "good"),
    ]
    assert found({"(left|stepped down) (early|for good)?": "leave"}, "She stepped down for good, he left.") == [
        ("stepped down for good", "leave"),
        ("left", "leave"),
    ]


@pytest.mark.parametrize("pattern", ["", "*", "* word"])
def test_a_pattern_that_starts_nowhere_is_refused(pattern: str):
    with pytest.raises(ValueError, match="does not say where it starts"):
        Phrases([(pattern, 1)])


def test_search_stays_inside_the_range():
    tokens = tokenise("a b c")
    assert [match.first for match in Phrases([("b c", 1)]).find(tokens, 0, 2)] == []


def test_an_alternative_may_have_several_words():
    patterns = {"(was|has been) (mayor|head of the town)?": "is"}
    assert found(patterns, "She has been mayor") == [("has been mayor", "is")]
    assert found(patterns, "has been head of the town") == [("has been head of the town", "is")]
    assert found(patterns, "who was head, has") == [("was", "is")]


def test_what_may_go_on_is_told_for_each_word_behind_the_first():
    patterns = {"bank of": "two", "bank of *": "three", "bank (of|for) trade": "trade", "bank": "one", "bank*": "stem"}
    phrases = Phrases(patterns.items())

    def at(text: str, stop: int | None = None) -> str | None:
        match = phrases.at(tokenise(text), 0, stop)
        return match.value if match else None

    for _ in range(2):  # remembered the second time
        assert at("bank of trade") == "trade"
        assert at("bank of England") == "three"
        assert at("bank of") == "two"
        assert at("bank of trade", 2) == "two"
        assert at("bank of trade", 1) == "one"
        assert at("bank for trade") == "trade"
        assert at("bank for farmers") == "one"
        assert at("banking") == "stem"
        assert at("of bank") is None


def test_what_is_remembered_of_pairs_of_words_is_bounded():
    phrases = Phrases((f"bank {word}", word) for word in ("of", "for", "in", "at", "by"))
    for number in range(3 * NEIGHBOURS):
        assert phrases.at(tokenise(f"bank x{number}"), 0) is None
    assert phrases.at(tokenise("bank of trade"), 0) is not None
    assert len(phrases._known["bank"]._followed) <= NEIGHBOURS
