import random
from itertools import combinations
from pathlib import Path

import pytest

from sholu.model.document import Document
from sholu.samples import documents, links
from sholu.sources.copies import Arrivals, address_key
from sholu.text.fingerprint import fingerprint
from tests.sources.edits import EDITS, Edit

COPIES = {frozenset(pair) for link in links() if link.kind == "copy" for pair in combinations(link.articles, 2)}
FIRST, SECOND = documents()[0], documents()[1]


@pytest.fixture(scope="module")
def press() -> Arrivals:
    arrivals = Arrivals()
    for document in documents():
        arrivals.arrive(Document(document.text, id=document.id, url=document.url))
    return arrivals


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_copies_are_found_however_they_were_edited(press: Arrivals, edit: Edit):
    found = wrong = 0
    for document in documents():
        text = edit(document.text, document.language or "en", random.Random(document.id))
        arrival = press.judge(Document(text, url="https://copier.example/1"))
        right = arrival.of == document.id or frozenset((arrival.of, document.id)) in COPIES
        found += arrival.kind == "copy" and right
        wrong += arrival.kind == "copy" and not right
    assert wrong == 0
    assert found / len(documents()) >= 0.95


def test_other_articles_on_the_same_event_are_no_copies(press: Arrivals):
    for document in documents():
        near = {id for id, _ in press.near(fingerprint(document.text))} - {document.id}
        assert all(frozenset((id, document.id)) in COPIES for id in near)


def test_an_arrival_is_new_known_a_copy_or_a_revision():
    with Arrivals() as arrivals:
        first = Document(FIRST.text, id="a", url="https://ridge.example/story", title="Story")
        assert arrivals.arrive(first).kind == "new"
        assert arrivals.arrive(first).kind == "known"
        assert arrivals.arrive(Document(SECOND.text, id="b")).kind == "new"
        reprint = arrivals.arrive(Document(FIRST.text, id="c", url="https://other.example/story"))
        assert (reprint.kind, reprint.of, reprint.similarity) == ("copy", "a", 1.0)
        changed = Document(
            FIRST.text.replace("March", "April"), id="d", url="http://www.ridge.example/story/#top", title="The story"
        )
        assert arrivals.judge(changed).kind == "revision"
        assert arrivals.arrive(changed).of == "a"
        rewritten = Document(SECOND.text + " x", id="e", url="https://ridge.example/story", title="The  Story")
        assert arrivals.arrive(rewritten).of == "d", "the same headline, whatever stands under it"
        assert arrivals.arrive(Document("", id="f")).kind == "new"
        assert len(arrivals) == 6


def test_the_same_text_again_is_known_or_a_repost():
    with Arrivals() as arrivals:
        arrivals.arrive(Document(FIRST.text, id="a", url="https://ridge.example/1", outlet="Ridge"))
        for kind, document in {
            "known": Document(FIRST.text),
            "repost": Document(FIRST.text, url="https://www.ridge.example/2"),
            "copy": Document(FIRST.text, url="https://other.example/1", outlet="Other"),
        }.items():
            assert (arrivals.judge(document).kind, arrivals.judge(document).of) == (kind, "a")
        assert arrivals.judge(Document(FIRST.text, url="https://ridge.test/1", outlet=" RIDGE")).kind == "repost"


def test_another_article_at_an_old_address_is_no_version_of_it():
    with Arrivals() as arrivals:
        arrivals.arrive(Document(FIRST.text, id="a", url="https://ridge.example/weather", title="Sunny"))
        assert arrivals.judge(Document(SECOND.text, url="https://ridge.example/weather", title="Rain")).kind == "new"
        flash = " ".join(SECOND.text.split()[:12])
        arrivals.arrive(Document(flash, id="b", url="https://ridge.example/news", title="Flash"))
        grown = Document(SECOND.text, url="https://ridge.example/news", title="All of it")
        assert arrivals.judge(grown).kind == "revision", "a flash that became a story"


def test_entries_of_a_live_blog_and_articles_without_an_address_of_their_own_are_no_versions():
    with Arrivals() as arrivals:
        for page in ("https://ridge.example/live#e", "https://ridge.example/"):
            arrivals.arrive(Document(FIRST.text, id=page, url=f"{page}1" if "#" in page else page, title="Live"))
            other = Document(SECOND.text, url=f"{page}2" if "#" in page else page, title="Live")
            assert arrivals.judge(other).kind == "new"
        changed = Document(FIRST.text + " Changed.", url="https://ridge.example/live#e1")
        assert arrivals.judge(changed).kind == "revision"


def test_the_index_outlives_the_process_and_forgets_what_it_is_told_to(tmp_path: Path):
    with Arrivals(tmp_path / "arrivals.sqlite") as arrivals:
        arrivals.arrive(Document(FIRST.text, id="a"))
    with Arrivals(tmp_path / "arrivals.sqlite") as arrivals:
        assert arrivals.judge(Document(FIRST.text + "\n\nMore.", id="b")).of == "a"
        arrivals.forget(["a", "nobody"])
        assert arrivals.judge(Document(FIRST.text + "\n\nMore.", id="b")).kind == "new"
        assert len(arrivals) == 0


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.a.example/x/", "a.example/x"),
        ("http://m.a.example/x#top", "a.example/x"),
        ("https://a.example/x?id=2", "a.example/x?id=2"),
        ("https://a.example/", None),
        ("ftp://a.example/x", None),
        ("nonsense", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_addresses_that_are_one(url: str | None, key: str | None):
    assert address_key(url) == key
