import pytest

from sholu.reading.patterns import Gapped, listed
from sholu.text.tokens import tokenise


def found(pattern: str, text: str, tag: str = "en") -> list[str]:
    tokens = tokenise(text)
    hits = Gapped([(pattern, True)], tag).find(tokens, 0, len(tokens))
    return [text[tokens[hit.first].start : tokens[hit.last].end] for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [
        ("accuse~ of", "They accused of, accuse of, accuses", ["accused of", "accuse of"]),
        ("meet~", "she met, meets and meeting", ["met", "meets", "meeting"]),
        ("impose~ *? *? (sanction|sanctions)", "imposed tough new sanctions", ["imposed tough new sanctions"]),
        ("impose~ *? *? sanctions", "imposed on them sanctions", []),
        ("find~ ... guilty", "found the man from Oslo guilty", ["found the man from Oslo guilty"]),
        ("find~ ... guilty", "found him, guilty", []),
        (
            "rally~ (behind|in support of)",
            "rallied behind him, rallied in support of her",
            ["rallied behind", "rallied in support of"],
        ),
        ("take~ (to the)? streets", "took streets and took to the streets", ["took streets", "took to the streets"]),
        ("blacken~", "blackens blackened blackening", ["blackens", "blackened", "blackening"]),
        ("назнач* на", "назначен на пост", ["назначен на"]),
        ("нанес* &(дрон*|войск*)", "нанесла на склад удар с дрона", ["нанесла"]),
        ("нанес* &(дрон*|войск*)", "по складу дрон нанес удар", ["нанес"]),
        ("нанес* &(дрон*|войск*)", "нанес удар, дрон упал и нанес", []),
    ],
)
def test_the_notation(pattern: str, text: str, wanted: list[str]) -> None:
    assert found(pattern, text, "ru" if pattern.startswith("н") else "en") == wanted


def test_the_pattern_with_most_words_fixed_wins() -> None:
    tokens = tokenise("took part in talks")
    lexicon = Gapped([("take~ *? *? *?", "vague"), ("take~ part in", "exact")], "en")
    hit = lexicon.at(tokens, 0, len(tokens))
    assert hit is not None
    assert (hit.value, hit.last) == ("exact", 2)


def test_a_pattern_must_say_where_it_starts() -> None:
    with pytest.raises(ValueError, match="does not say where it starts"):
        Gapped([("* of", 1)], "en")


def test_lists_are_separated_by_commas() -> None:
    assert listed("a b,\n  c  d ,, e") == ["a b", "c d", "e"]
    assert listed("(a|\nb) c") == ["(a|b) c"]


def test_apart_gives_no_pattern_inside_another() -> None:
    tokens = tokenise("made peace, made peace talks")
    lexicon = Gapped([("make~ peace", 1), ("peace talks", 2), ("peace", 3)], "en")
    assert [(hit.first, hit.last) for hit in lexicon.apart(tokens, 0, len(tokens))] == [(0, 1), (3, 4)]
    assert [hit.first for hit in lexicon.find(tokens, 0, len(tokens))] == [0, 1, 3, 4]
