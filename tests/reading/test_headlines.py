"""Headlines with every word large, made plain before they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.packs import load_packs
from sholu.reading.headlines import _CLOSING, _ENDED, with_small_words
from sholu.reading.reader import make_reader
from sholu.text.tokens import tokenise

PACKS = load_packs(("central_asia",))


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Kazakhstan Shuffles Top Envoys Amid Border Row", "Kazakhstan shuffles top envoys amid border row"),
        ("Tuleyov Sacks Energy Minister Over Blackouts", "Tuleyov sacks energy minister over blackouts"),
        ("Interior Ministry Denies Using Force in Osh", "Interior Ministry denies using force in Osh"),
        ("Uzbek Supreme Court Frees Two Former Mayors", "Uzbek Supreme Court frees two former mayors"),
        ("Rates May Rise Again After May 9, Bank Warns", "Rates may rise again after May 9, bank warns"),
        ("United Nations Calls for More Aid to Villages", "United Nations calls for more aid to villages"),
    ],
)
def test_ordinary_words_of_a_headline_are_made_small(line: str, plain: str) -> None:
    assert with_small_words(line, "en", PACKS) == plain


@pytest.mark.parametrize(
    "line",
    [
        "Aslan Tuleyov, Marat Dzhunusov, Pavel Grekov",  # names
        "Zhenis Park Rovers 2 Vostok Osh 1",  # a result
        "The Interior Ministry denied that Border Troops had fired.",  # a sentence
        "Interior Ministry Denies Using Force in Osh.",  # ended like one
        "Parliament Votes",  # too short to tell
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert with_small_words(line, "en", PACKS) == line


def test_a_word_that_a_sentence_writes_large_is_a_name() -> None:
    text = (
        "Parliament Lets Rice Speak on Border Talks\nThe chamber heard what envoy Nora Rice had seen. Then Rice left."
    )
    assert with_small_words(text, "en", PACKS).startswith("Parliament lets Rice speak on border talks\n")


def test_languages_that_write_no_such_headlines_are_left_alone() -> None:
    line = "Министр Назвал Причины Роста Цен"
    assert with_small_words(line, "ru", PACKS) == line


@pytest.mark.parametrize("engine", ["exact", "joined"])
def test_a_headline_names_nobody_by_its_verbs_and_keeps_its_words(engine: str) -> None:
    line = "Kazakhstan Shuffles Top Envoys Amid Border and Policy Crisis"
    reading = make_reader(engine=engine).read(Document(f"{line}\nThe ministry said nothing on Monday."))
    assert [entity.name for entity in reading.entities if entity.kind == "person"] == []
    assert reading.document.text.startswith(line)


@given(st.text(st.sampled_from('aZ2.!;:)"” \tU.S.Ж…'), max_size=12))
def test_a_line_that_plainly_ends_a_sentence_has_such_a_last_token(line: str) -> None:
    if _ENDED.search(line):
        assert tokenise(line)[-1].text in _CLOSING


@pytest.mark.parametrize("line", ["Aid Reaches the U.S.", "Prices Rise", "Who Won?", "Talks Begin..."])
def test_other_lines_are_looked_at(line: str) -> None:
    assert not _ENDED.search(line)
