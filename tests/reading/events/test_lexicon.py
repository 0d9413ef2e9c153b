import pytest

from sholu.codebook.events import event_types
from sholu.codebook.tables import contexts, sectors
from sholu.reading.chunks import kinds
from sholu.reading.chunks.kinds import grammar
from sholu.reading.events.lexicon import listed, phrases, triggers
from sholu.reading.languages import LANGUAGES, language
from sholu.text.tokens import tokenise

NONE = "-"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_rule_speaks_the_codebook(tag: str) -> None:
    for row in language(tag).table("events")["rule"]:
        assert 0 <= row["weight"] <= 1
        assert "verbs" in row or "nouns" in row
        if row["type"] == NONE:
            continue
        kind = event_types()[row["type"]]
        assert row.get("mode") is None or row["mode"] in kind.modes, row


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_type_has_words_in_every_language(tag: str) -> None:
    types = {row["type"] for row in language(tag).table("events")["rule"]}
    assert set(event_types()) <= types


@pytest.mark.parametrize("tag", LANGUAGES)
def test_contexts_and_sectors_are_codes_of_the_codebook(tag: str) -> None:
    table = language(tag).table("events")
    assert set(table["contexts"]) == set(contexts())
    assert set(table["sectors"]) <= set(sectors())


def test_the_languages_have_the_same_sections() -> None:
    names = [set(language(tag).table("events")) - {"by_party", "endings"} for tag in LANGUAGES]
    assert names[0] == names[1] == names[2]
    grammars = [set(language(tag).table("events")["grammar"]) for tag in LANGUAGES]
    assert grammars[1] == grammars[2] <= grammars[0]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_everything_compiles(tag: str) -> None:
    assert triggers(tag)
    for section in ("negation", "modality", "modality_after", "verb_after", "light_verbs", "contexts", "sectors"):
        assert phrases(tag, section)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_stars_only_end_a_word(tag: str) -> None:
    for row in language(tag).table("events")["rule"]:
        for pattern in (*listed(row.get("verbs", "")), *listed(row.get("nouns", ""))):
            for word in pattern.replace("(", " ").replace(")", " ").replace("|", " ").split():
                assert "*" not in word.rstrip("?")[:-1], pattern


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_small_word_alone_reports_nothing(tag: str) -> None:
    small = [word for word, kind in grammar(tag).closed.items() if kind in (kinds.PREPOSITION, kinds.CONJUNCTION)]
    lone = {word: tokenise(word) for word in small}
    found = [(word, lexicon.at(tokens, 0, len(tokens))) for word, tokens in lone.items() for lexicon in triggers(tag)]
    assert {word for word, hit in found if hit is not None} <= _ALSO_VERBS


_ALSO_VERBS = {"благодаря", "қатысты"}  # "thanking", "took part"
