import random
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.samples import documents, links
from sholu.text.fingerprint import SAME, fingerprint, groups, similarity

TEXTS = {document.id: document.text for document in documents()}
PRINTS = {id: fingerprint(text) for id, text in TEXTS.items()}
DISPATCH = TEXTS["03-korday-hashish-seized"]
OTHER = TEXTS["44-khorgos-queue"]


def edited(text: str, share: float) -> str:
    """The text with a share of its words replaced, the same ones every time."""
    chance = random.Random(7)
    return " ".join("other" if chance.random() < share else word for word in text.split())


def test_copies_of_the_sample_press_are_found_and_nothing_else() -> None:
    copies = [frozenset(link.articles) for link in links() if link.kind == "copy"]
    assert set(groups(PRINTS)) == set(copies)


def test_other_articles_are_far_from_being_copies() -> None:
    copies = {frozenset(pair) for link in links() if link.kind == "copy" for pair in combinations(link.articles, 2)}
    others = [pair for pair in combinations(PRINTS, 2) if frozenset(pair) not in copies]
    # A correction that quotes the dispatch it corrects comes nearest, at .11.
    assert max(similarity(PRINTS[one], PRINTS[other]) for one, other in others) < 0.25


def test_a_text_is_like_itself_whatever_its_case_marks_and_spaces() -> None:
    plain = " ".join(re.findall(r"\w+", DISPATCH.lower()))
    assert similarity(fingerprint(DISPATCH), fingerprint(plain)) == 1.0
    assert fingerprint(DISPATCH) == fingerprint(DISPATCH.upper())


@pytest.mark.parametrize(("share", "same"), [(0.02, True), (0.05, True), (0.08, True), (0.3, False), (0.6, False)])
def test_likeness_falls_with_the_words_that_were_changed(share: float, same: bool) -> None:
    assert (similarity(fingerprint(DISPATCH), fingerprint(edited(DISPATCH, share))) >= SAME) is same


def test_a_new_headline_and_an_added_lead_do_not_hide_a_copy() -> None:
    lead = "BREAKING NEWS FROM THE BORDER\n\n" + OTHER[: len(OTHER) // 3] + "\n\n"
    assert similarity(fingerprint(lead + DISPATCH), fingerprint(DISPATCH)) >= SAME


def test_a_cut_copy_is_a_copy() -> None:
    assert similarity(fingerprint(DISPATCH[: 2 * len(DISPATCH) // 3]), fingerprint(DISPATCH)) >= SAME


def test_a_shared_quotation_makes_no_copy() -> None:
    quote = (
        '"We have waited for this for nine years, and we shall wait no longer than the first snow," the minister said. '
    )
    one, other = quote + DISPATCH[:900], OTHER[:900] + quote
    assert similarity(fingerprint(one), fingerprint(other)) < SAME


def test_a_dispatch_quoted_whole_in_a_long_review_is_no_copy_of_the_review() -> None:
    review = " ".join(text for id, text in TEXTS.items() if id != "03-korday-hashish-seized" and text[:40].isascii())
    long = review + " " + DISPATCH
    assert len(long) > 5 * len(DISPATCH)
    assert similarity(fingerprint(long), fingerprint(DISPATCH)) < SAME


def test_a_chain_of_retellings_does_not_tie_its_ends_together() -> None:
    words = DISPATCH.split()
    fill = OTHER.split()
    half = len(words) // 2
    prints = {
        "first": fingerprint(" ".join(words)),
        "middle": fingerprint(" ".join(words[half:] + fill[:half])),
        "last": fingerprint(" ".join(fill[:half] + fill[half : 2 * half])),
    }
    assert frozenset({"first", "last"}) not in {
        frozenset(pair) for group in groups(prints) for pair in combinations(group, 2)
    }


def test_many_formulas_stay_affordable() -> None:
    prints = {n: fingerprint(f"The weather in district number {n} will be fair and dry today") for n in range(400)}
    assert all(len(group) > 1 for group in groups(prints))


def test_empty_texts_are_like_nothing() -> None:
    empty = fingerprint("")
    assert similarity(empty, empty) == 0.0
    assert groups({"a": empty, "b": empty}) == []


def test_fingerprints_stay_what_they_were() -> None:
    # Kept fingerprints are compared with new ones: the hash functions must never change.
    assert fingerprint("One, two, three; four - five!").values[:3].tolist() == [161367911, 1271716124, 17161833]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_similarity_is_symmetric_and_between_nought_and_one(one: str, other: str) -> None:
    first, second = fingerprint(one), fingerprint(other)
    assert 0.0 <= similarity(first, second) == similarity(second, first) <= 1.0
