import pytest

from sholu.knowledge import build
from sholu.knowledge.model import Denial
from sholu.knowledge.wording import denying
from sholu.model.span import Span
from sholu.packs import Packs
from tests.knowledge.made import Article

CLAIM = "Uzbekistan will halt gas supplies to Kazakhstan on April 1 because of shortages, an official told the Post."
DENIAL = "The ministry denied that it would halt gas supplies to Kazakhstan on April 1 because of any shortages."


def denials(*articles: Article) -> list[Denial]:
    knowledge = build([article.reading for article in articles], Packs(()))
    return [denial for story in knowledge.stories for denial in story.denials]


def claim() -> Article:
    article = Article(CLAIM, "claim", outlet="The Post", published="2026-03-05", title="Gas to be halted")
    official = article.entity("group", "an official")
    article.said(
        "Uzbekistan will halt gas supplies to Kazakhstan on April 1 because of shortages", source=official, cue="told"
    )
    return article


def denial(words: str = DENIAL) -> Article:
    article = Article(words, "denial", outlet="Wire", published="2026-03-06", title="Ministry: gas not to be halted")
    ministry = article.entity("organisation", "The ministry")
    article.said("that it would halt gas supplies to Kazakhstan on April 1", source=ministry, cue="denied")
    return article


def test_a_denial_stands_beside_the_claim() -> None:
    (found,) = denials(claim(), denial())
    assert [saying.passage.document for saying in found.denials] == ["denial"]
    assert [saying.passage.document for saying in found.claims] == ["claim"]
    assert found.denials[0].hands[0].name == "The ministry"
    assert "claim" in found.why


def test_a_denial_without_a_claim_that_we_read_is_kept() -> None:
    (found,) = denials(denial())
    assert found.claims == ()


def test_a_claim_without_a_denial_is_none() -> None:
    assert denials(claim()) == []


def test_what_did_not_happen_stands_against_what_is_said_to_have_happened() -> None:
    lead = "In Karakol the rally on the central square against tariffs ended near the bus station. "
    one = Article(lead + "Police beat two students with batons.", "a", outlet="Courier", title="Rally in Karakol")
    one.event("ASSAULT", "beat", "Police beat two students with batons", actors=(one.entity("organisation", "Police"),))
    other = Article(
        lead + "A spokesman said that nobody was beaten by police.", "b", outlet="Wire", title="Rally in Karakol"
    )
    spokesman = other.entity("group", "A spokesman")
    other.entity("organisation", "police")
    said = other.said("that nobody was beaten by police", source=spokesman, cue="said")
    other.event("ASSAULT", "beaten", "nobody was beaten by police", polarity="negated", attributions=(said,))
    (found,) = denials(one, other)
    assert {saying.passage.document for saying in found.denials} == {"b"}
    assert {saying.passage.document for saying in found.claims} == {"a"}


@pytest.mark.parametrize(
    ("text", "cue", "language", "how"),
    [
        ("The ministry denied that it had agreed", "denied", "en", "plain"),
        ("The ministry did not deny that it had agreed", "deny", "en", None),
        ("The ministry rejected the report of a halt", "rejected", "en", "plain"),
        ("The ministry rejected the offer of a loan", "rejected", "en", None),
        ("The ministry said that it had agreed", "said", "en", None),
        ("МВД это отрицает: сотрудники ушли", "отрицает", "ru", "pointing"),
        ("Министерство опровергло сообщения о газе", "опровергло", "ru", "plain"),
        ("Министерство не отрицает задержки", "отрицает", "ru", None),
        ("Министрлік ақпаратты жоққа шығарды", "жоққа шығарды", "kk", "plain"),
        ("Ол трансферт мүмкін екенін жоққа шығарған жоқ", "жоққа шығарған", "kk", None),
    ],
)
def test_cues_that_deny(text: str, cue: str, language: str, how: str | None) -> None:
    start = text.index(cue)
    assert denying(text, Span(start, start + len(cue)), text[start + len(cue) :], language) == how
