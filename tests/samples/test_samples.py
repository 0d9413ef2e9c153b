"""The sample press is what its README says: whole, invented, linked, and credited to outlets that its pack knows."""

import re
import tomllib
from collections import Counter
from difflib import SequenceMatcher
from importlib import resources
from itertools import pairwise

import pytest

from sholu.model.document import Document
from sholu.packs import load_packs
from sholu.samples import Link, documents, links

BY_ID = {document.id: document for document in documents()}
PACKS = load_packs(("sample",))
REAL = load_packs(("central_asia", "world"))
CREDIT = re.compile(r"([^()«»;]+|«[^«»]+»), (?:(?:February|March) \d+|\d+ (?:марта|наурыз|ақпан|февраля))")
BRACKETS = re.compile(r"\(([^()]+)\)")


def credits(text: str) -> list[str]:
    """Outlets named in bracketed credits, one entry a credit."""
    found = []
    for inside in BRACKETS.findall(text):
        for part in inside.split(";"):
            if match := CREDIT.fullmatch(part.strip()):
                found.append(match[1])
    return found


def of_kind(kind: str) -> list[Link]:
    return [link for link in links() if link.kind == kind]


def test_there_is_enough_in_every_language() -> None:
    languages = Counter(document.language for document in documents())
    assert languages["en"] >= 18
    assert languages["ru"] >= 15
    assert languages["kk"] >= 11
    assert languages.total() == len(BY_ID) >= 44
    assert len({document.outlet for document in documents()}) >= 11


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_article_is_whole(document: Document) -> None:
    assert 120 <= len(re.findall(r"\w+", document.text)) <= 300
    assert document.text == document.text.strip()
    assert "\n\n" in document.text
    assert "+++" not in document.text
    assert document.title
    assert document.title not in document.text
    assert "2026-03-02" <= (document.published or "") <= "2026-03-15"


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_article_belongs_to_an_outlet_of_the_pack(document: Document) -> None:
    outlet = PACKS.outlet_by_name(document.outlet or "")
    assert outlet is not None
    assert document.language in outlet.language
    assert outlet.domain
    assert outlet.domain.endswith(".example")
    assert (document.url or "").startswith(f"https://{outlet.domain}/")


def test_articles_come_in_order_and_carry_their_file_name_and_a_note() -> None:
    dates = [document.published or "" for document in documents()]
    assert all(earlier <= later for earlier, later in pairwise(dates))
    files = {file.name: file for file in (resources.files("sholu.samples") / "articles").iterdir()}
    assert files.keys() == {f"{id}.txt" for id in BY_ID}
    for file in files.values():
        assert tomllib.loads(file.read_text("utf-8").split("+++\n")[1])["note"].startswith("Invented")


def test_letters_fit_the_language() -> None:
    for document in documents():
        kazakh = len(re.findall("[әғқңөұүһі]", document.text.lower())) / len(document.text)
        cyrillic = len(re.findall("[а-яё]", document.text.lower())) / len(document.text)
        if document.language == "kk":
            assert kazakh > 0.08, document.id
        elif document.language == "ru":
            assert kazakh < 0.02 < 0.5 < cyrillic, document.id
        else:
            assert cyrillic == 0, document.id


def test_every_credit_names_an_outlet_of_the_pack() -> None:
    named = {name for document in documents() for name in credits(document.text)}
    assert {name for name in named if PACKS.outlet_by_name(name) is None} == set()


def test_brackets_with_a_date_are_credits() -> None:
    dated = re.compile(r"\b(?:March|марта|наурыз)\b")
    for document in documents():
        for inside in BRACKETS.findall(document.text):
            if dated.search(inside):
                assert len(credits(f"({inside})")) == inside.count(";") + 1, inside


def test_digests_are_full_of_credits() -> None:
    digests = [document for document in documents() if len(credits(document.text)) >= 4]
    assert len(digests) >= 7
    assert {document.language for document in digests} == {"en", "ru", "kk"}


def test_serial_headers_give_the_year_of_publication() -> None:
    header = re.compile(r"Publication: (.+) Volume: (\d+) Issue: (\d+)\n")
    found = [match for document in documents() if (match := header.match(document.text))]
    assert [match[3] for match in found] == ["10", "11"]
    for match in found:
        serial = PACKS.serial_by_name(match[1])
        assert serial is not None
        assert serial.first_year + int(match[2]) - serial.first_volume == 2026


@pytest.mark.parametrize("link", links(), ids=lambda link: link.id)
def test_link_resolves(link: Link) -> None:
    assert set(link.articles) <= BY_ID.keys()
    assert len(set(link.articles)) == len(link.articles) >= 2
    assert link.about
    for passage in link.passages:
        assert passage.article in link.articles
        assert passage.words in BY_ID[passage.article].text


def test_links_cover_what_they_promise() -> None:
    assert len({link.id for link in links()}) == len(links())
    three = [link for link in of_kind("event") if {BY_ID[id].language for id in link.articles} == {"en", "ru", "kk"}]
    assert len(three) >= 6
    assert len([link for link in of_kind("event") if len({BY_ID[id].language for id in link.articles}) >= 2]) >= 9
    assert len(of_kind("copy")) >= 2
    assert max(len(link.articles) for link in of_kind("copy")) == 4
    assert len(of_kind("office")) >= 3
    for link in of_kind("figures"):
        assert len({passage.value for passage in link.passages}) >= 2
    for link in of_kind("denial"):
        assert {passage.value for passage in link.passages} == {"claim", "denial"}
    scripts = [{passage.value for passage in link.passages} for link in of_kind("person")]
    assert sum(found == {"en", "ru", "kk"} for found in scripts) >= 6
    modalities = {passage.value for link in of_kind("modality") for passage in link.passages}
    assert modalities == {"planned", "alleged", "possible", "conditional", "demanded", "negated"}
    assert {link.kind for link in links()} >= {"anonymous", "nested", "time", "quantity"}


def similarity(one: Document, other: Document) -> float:
    """Share of words that the two have in common in the same order, 0..1."""
    return SequenceMatcher(None, one.text.split(), other.text.split(), autojunk=False).ratio()


@pytest.mark.parametrize("link", of_kind("copy"), ids=lambda link: link.id)
def test_copies_are_near_and_not_the_same(link: Link) -> None:
    origin, *copies = (BY_ID[id] for id in link.articles)
    for copy in copies:
        assert 0.85 < similarity(origin, copy) < 1
        assert copy.title != origin.title
        assert copy.outlet != origin.outlet
        assert (copy.published or "") >= (origin.published or "")


def test_nothing_else_is_a_near_copy() -> None:
    groups = [set(link.articles) for link in of_kind("copy")]
    everything = documents()
    for i, one in enumerate(everything):
        for other in everything[i + 1 :]:
            if one.language == other.language and not any({one.id, other.id} <= group for group in groups):
                shared = set(one.text.split()) & set(other.text.split())
                assert len(shared) < 0.6 * len(set(one.text.split())), (one.id, other.id)


def test_no_real_person_or_outlet_is_named() -> None:
    text = "\n".join(document.text for document in documents())
    real = {form for person in REAL.people for forms in person.names.values() for form in forms if " " in form}
    assert {form for form in real if form in text} == set()
    invented = {form for outlet in PACKS.outlets if outlet.id.startswith("sample:") for form in outlet.names["en"]}
    assert {form for form in invented if REAL.outlet_by_name(form) is not None} == set()
