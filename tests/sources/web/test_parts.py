"""Articles in several pages: joined where they are one article, through the fetcher, whatever stops it."""

import sqlite3
from collections.abc import Callable

import pytest

from sholu.sources.web.journal import Journal
from sholu.sources.web.page import Page, documents
from sholu.sources.web.parts import MOST_PARTS, continues, next_part
from sholu.sources.web.queue import Queue
from sholu.sources.web.reference import Reference
from tests.sources.web.conftest import MakeFetcher
from tests.sources.web.server import Caller, Server, status
from tests.sources.web.test_run import feed, read, source

LEAD = "The mayor of Ak-Suu opened a bridge over the river on Monday, as his press service said."


def part(number: int, onward: str | None, *, title: str = "Bridge over the Ak-Suu opened") -> Callable[[Caller], None]:
    link = f'<a href="{onward}">Next</a>' if onward else ""
    words = f"In part {number} the builders tell how the {number} pillars were set into the river in spring. " * 5
    body = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{LEAD}</p><p>{words}</p>"
    return lambda caller: caller.page(f"{body}</article>{link}</body></html>".encode())


def numbers(text: str) -> list[int]:
    return [number for number in range(1, 30) if f"In part {number} the" in text]


@pytest.mark.parametrize(
    ("first", "url", "number", "one"),
    [
        ("/news/story", "/news/story/2", 2, True),
        ("/news/story/", "/news/story/page/3/", 3, True),
        ("/news/story.html", "/news/story-2.html", 2, True),
        ("/news/story.html", "/news/story.html?page=2", 2, True),
        ("/news/story", "/news/story?page=1", 2, True),
        ("/news?id=4", "/news?id=4&PAGEN_1=2", 2, True),
        ("/news/1", "/news/12", 2, False),
        ("/news/1", "/news/2", 2, False),
        ("/news?id=4", "/news?id=5", 2, False),
        ("/news/story", "/news/another-story-2", 2, False),
        ("/news/story", "/news/story/3", 2, False),
        ("/news/story", "/news/story", 2, False),
        ("/", "/page/2", 2, False),
    ],
)
def test_the_next_page_of_an_article_differs_by_its_number_alone(first: str, url: str, number: int, one: bool):
    assert continues(f"https://a.example{first}", f"https://a.example{url}", number) is one
    assert not continues(f"https://a.example{first}", f"https://b.example{url}", number)


def test_all_pages_come_as_one_document_once(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {
        "/feed": feed("/story", "/short"),
        "/story": part(1, "/story/2"),
        "/story/2": part(2, "/story/3"),
        "/story/3": part(3, None),
        "/short": part(9, "/story"),
    }
    found, run = read(make, source(server, "/feed"))
    texts = {document.url: document.text for document in found}
    assert numbers(texts[server.url("/story")]) == [1, 2, 3]
    assert texts[server.url("/story")].count(LEAD) == 1, "what every page repeats comes once"
    assert numbers(texts[server.url("/short")]) == [9]
    assert (run.tally.pages, run.tally.refused, run.tally.cut) == (2, {}, {})
    assert server.paths().count("/story/2") == 1
    assert journal.rows("SELECT count(*) FROM parts")[0][0] == 0, "let go when the document is stored"


def test_pages_without_end_are_read_to_a_bound(server: Server, make: MakeFetcher):
    server.answers |= {"/feed": feed("/story"), "/story": part(1, "/story/2")}
    server.answers |= {f"/story/{n}": part(n, f"/story/{n + 1}") for n in range(2, 20)}
    (found,), _ = read(make, source(server, "/feed"))
    assert numbers(found.text) == list(range(1, MOST_PARTS + 1))


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"/story/2": status("404 None")}, "page-gone"),
        ({"/robots.txt": lambda caller: caller.page(b"User-agent: *\nDisallow: /story/")}, "robots-disallowed"),
        ({"/story/2": lambda caller: caller.to("http://10.0.0.1/story/2")}, "address-private"),
    ],
)
def test_an_article_is_what_came_before_a_page_that_cannot_be_had(
    server: Server, make: MakeFetcher, answers: dict[str, Callable[[Caller], None]], code: str
):
    server.answers |= {"/feed": feed("/story"), "/story": part(1, "/story/2"), "/story/2": part(2, None), **answers}
    (found,), run = read(make, source(server, "/feed"))
    assert numbers(found.text) == [1]
    assert run.tally.cut == {code: 1}


def test_another_article_that_is_called_the_next_is_not_joined(server: Server, make: MakeFetcher):
    server.answers |= {
        "/feed": feed("/story"),
        "/story": part(1, "/story/2"),
        "/story/2": part(2, None, title="Weather of the week in the valley"),
    }
    (found,), _ = read(make, source(server, "/feed"))
    assert numbers(found.text) == [1]


def test_what_was_stopped_between_two_pages_goes_on_with_the_second(
    server: Server, make: MakeFetcher, journal: Journal
):
    def busy(caller: Caller) -> None:
        caller.page(b"", status="429 Busy", Retry_After="90")

    server.answers |= {"/feed": feed("/story"), "/story": part(1, "/story/2"), "/story/2": busy}
    assert read(make, source(server, "/feed"))[0] == []
    assert Queue(journal).counts()["waiting"] == 1
    assert Queue(journal).onward(server.url("/story")) == (server.url("/story/2"), 2)
    server.answers["/story/2"] = part(2, None)
    with journal.changing() as change:
        change.execute("UPDATE hosts SET next_allowed = 0, failures = 0")
    (found,), _ = read(make, source(server, "/feed"))
    assert numbers(found.text) == [1, 2]
    assert server.paths().count("/story") == 1, "the first page is not asked for again"


def test_a_changed_article_is_read_with_its_new_pages(server: Server, make: MakeFetcher):
    server.answers |= {"/story": part(1, "/story/2"), "/story/2": part(2, None)}
    assert numbers(read(make, source(server, "/story", "page"))[0][0].text) == [1, 2]
    server.answers |= {"/story": part(3, None)}
    assert numbers(read(make, source(server, "/story", "page"))[0][0].text) == [3]


def test_what_is_no_page_leads_nowhere():
    for body in (b"", b"\xff\xfe\x00", b"<a href='//[/story?page=2'>Next</a>", b"<a rel=next href='/story/2'"):
        assert next_part("https://a.example/story", Page("https://a.example/story", "", body), 2) in (
            None,
            "https://a.example/story/2",
        )
    page = Page("https://a.example/s", "text/html", b"<p>" + LEAD.encode() * 9)
    assert documents(page, Reference(page.url), parts=[Page(page.url, "image/png", b"x")])[0].text


def test_a_journal_of_the_first_version_is_brought_up(tmp_path):
    path = tmp_path / "old.sqlite"
    Journal(path).close()
    with sqlite3.connect(path) as connection:
        for table in ("parts", "onward", "texts"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    with Journal(path) as journal:
        assert Queue(journal).onward("x") is None
        assert journal.rows("PRAGMA user_version")[0][0] == 2
