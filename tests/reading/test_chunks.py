"""Noun phrases, verbs and clauses around a token, in the three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.reading.chunks import (
    chunks_of,
    clause_at,
    is_passive,
    is_verb,
    kind,
    kinds,
    noun_phrase_after,
    noun_phrase_before,
)
from sholu.reading.chunks.verbs import verb_forms
from sholu.reading.page import Page

HEAD = "The director of the border service of the Harbour Council (HC) Ivan Petrov"


def page_of(text: str, tag: str) -> Page:
    return Page(Document(text), tag)


def index(page: Page, word: str) -> int:
    return next(token.i for token in page.tokens if token.text == word)


def words(page: Page, phrase: tuple[int, int] | None) -> str | None:
    return None if phrase is None else page.span(*phrase).of(page.text)


@pytest.mark.parametrize(
    ("text", "tag", "verb", "subject"),
    [
        (f"{HEAD} reported a theft.", "en", "reported", HEAD),
        ("Ivan Petrov, head of the Centre at the Academy, noted a rise.", "en", "noted", "Ivan Petrov"),
        ("The young minister, who, speaking at dinner, singled out one.", "en", "singled", "The young minister"),
        ("Guards came to Riverton on Friday and arrested three men.", "en", "arrested", "Guards"),
        ("The officers have also been sentenced.", "en", "sentenced", "The officers"),
        ("The office refused to meet them.", "en", "meet", "The office"),
        ("Gen. John Smith and Sen. Ann Lee often met.", "en", "met", "Gen. John Smith and Sen. Ann Lee"),
        ("“We will win,” said the mayor.", "en", "said", None),
        ("Министр садов Ерлан Омаров заявил это.", "ru", "заявил", "Министр садов Ерлан Омаров"),
        ("Министр, прибывший в город, подписал закон и ушёл.", "ru", "ушёл", "Министр"),
        ("В своей речи садовники хвалили дождь.", "ru", "хвалили", "садовники"),
        ("Преступников задержала полиция.", "ru", "задержала", None),
        ("Бағбан Ерлан Омаров жаңа бақты ашты.", "kk", "ашты", "Бағбан Ерлан Омаров"),
    ],
)
def test_subject(text: str, tag: str, verb: str, subject: str | None) -> None:
    page = page_of(text, tag)
    assert words(page, noun_phrase_before(page, index(page, verb))) == subject


@pytest.mark.parametrize(
    ("text", "tag", "word", "phrase"),
    [
        ("Guards arrested three men in Riverton.", "en", "arrested", "three men"),
        (
            "“Yes,” said Harbour Council spokesman Ivan A. Petrov on Monday.",
            "en",
            "said",
            "Harbour Council spokesman Ivan A. Petrov",
        ),
        ("Вора задержала полиция города вчера.", "ru", "задержала", "полиция города"),
        ("Сообщает агентство «Перо», пишут газеты.", "ru", "Сообщает", "агентство «Перо»"),
    ],
)
def test_phrase_after(text: str, tag: str, word: str, phrase: str) -> None:
    page = page_of(text, tag)
    assert words(page, noun_phrase_after(page, index(page, word))) == phrase


@pytest.mark.parametrize(
    ("text", "tag", "word", "passive"),
    [
        ("The men were quickly arrested.", "en", "arrested", True),
        ("The men had arrested him.", "en", "arrested", False),
        ("A man accused by guards left.", "en", "accused", True),
        ("Воры были задержаны.", "ru", "задержаны", True),
        ("Полиция задержала воров.", "ru", "задержала", False),
        ("Ол әкім болып тағайындалды.", "kk", "тағайындалды", True),
        ("Ол әкімді тағайындады.", "kk", "тағайындады", False),
        ("Three herders were reported killed in Osh.", "en", "killed", True),
        ("A pilot who begged not to be named told the paper.", "en", "told", False),
    ],
)
def test_passive(text: str, tag: str, word: str, passive: bool) -> None:
    page = page_of(text, tag)
    assert is_passive(page, index(page, word)) is passive


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Experts say so.", "say", True),
        ("The reports of claims are wrong.", "claims", False),
        ("Riverton claims that it won.", "claims", True),
        ("They plan to attack Riverton.", "attack", True),
        ("The attack failed.", "attack", False),
        ("The meeting ended.", "meeting", False),
        ("an organised group left", "organised", False),
        ("used it to constantly stress unity", "stress", True),
    ],
)
def test_noun_or_verb(text: str, word: str, verb: bool) -> None:
    page = page_of(text, "en")
    assert is_verb(page, index(page, word)) is verb


def test_clauses_are_cut_at_their_openers() -> None:
    page = page_of("The men were sentenced, after the court heard a witness, and the mayor left.", "en")
    assert words(page, clause_at(page, index(page, "sentenced"))) == "The men were sentenced,"
    assert words(page, clause_at(page, index(page, "witness"))) == "after the court heard a witness,"


def test_the_relative_pronoun_itself_can_be_asked_for() -> None:
    page = page_of("The man who left came back.", "en")
    assert words(page, chunks_of(page).noun_phrase_before(index(page, "left"), antecedent=False)) == "who"


def test_forms_of_verbs() -> None:
    forms = verb_forms("admit plan carry visit agree", "go went gone", ["admit"])
    assert {"admitted", "planned", "planning", "carried", "carries", "visited", "agreed", "agreeing", "goes"} <= set(
        forms
    )
    assert forms["gone"].base == "go"


@given(st.text(max_size=120), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_has_phrases_in_bounds(text: str, tag: str) -> None:
    page = page_of(text, tag)
    for token in page.tokens:
        assert kind(page, token.i)
        sentence = page.sentence_at(token.start)
        for phrase in (noun_phrase_before(page, token.i), noun_phrase_after(page, token.i), clause_at(page, token.i)):
            if phrase is not None:
                assert sentence.first <= phrase[0] <= phrase[1] < sentence.stop


def test_one_counts_before_a_noun_and_stands_for_one_elsewhere() -> None:
    page = page_of("They held one suspect, and one said no. The town underwent shelling by rebels.", "en")
    ones = [kind(page, token.i) for token in page.tokens if token.text == "one"]
    assert ones == [kinds.NUMBER, kinds.PRONOUN]
    assert (
        kind(page, index(page, "suspect")) == kind(page, index(page, "rebels")) == kind(page, index(page, "shelling"))
    )


def test_a_phrase_goes_on_behind_an_adjective_that_follows_its_noun() -> None:
    page = page_of("A fighter formerly loyal to the baker of Osh fled.", "en")
    assert words(page, noun_phrase_before(page, index(page, "fled"))) == "A fighter formerly loyal to the baker of Osh"
