"""From sources to documents: each kind, what is asked again and what never, and every way of stopping in between."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.sources.web.discovery import discover
from sholu.sources.web.journal import Journal
from sholu.sources.web.metrics import metrics
from sholu.sources.web.page import Page, documents
from sholu.sources.web.queue import Arrived, Queue
from sholu.sources.web.reference import Reference
from sholu.sources.web.registry import Registry, Source, SourceKind
from sholu.sources.web.run import Run
from sholu.sources.web.schedule import LONGEST, SHORTEST, interval
from tests.sources.web.conftest import IMPATIENT, MakeFetcher
from tests.sources.web.server import Caller, Server, status, to

WORDS = "The mayor of Ak-Suu opened a bridge over the river on Monday, the press service of the town said. " * 6


def article(caller: Caller) -> None:
    body = f"<html lang=en><head><title>Bridge {caller.path}</title></head><body><article><h1>Bridge {caller.path}</h1>"
    caller.page(f"{body}<p>This stands at {caller.path}. {WORDS}</p></article></body></html>".encode())


def feed_of(*paths: str) -> bytes:
    items = "".join(f"<item><title>Bridge {path}</title><link>{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>Steppe Wire</title>{items}</channel></rss>'.encode()


def feed(*paths: str, etag: str = "v1") -> Callable[[Caller], None]:
    def answer(caller: Caller) -> None:
        if caller.headers.get("if-none-match") == f'"{etag}"':
            caller.send(b"HTTP/1.1 304 Not Modified\r\n\r\n")
        else:
            caller.page(feed_of(*paths), type="application/rss+xml", ETag=f'"{etag}"')

    return answer


def source(server: Server, path: str, kind: SourceKind = "feed", id: str = "one", host: str = "127.0.0.1") -> Source:
    return Source(id, server.url(path, host), kind)


def read(make: MakeFetcher, *sources: Source, most: int = 50) -> tuple[list[Document], Run]:
    """All that a run over the sources brings, each page said to be done."""
    fetcher = make()
    queue, run = Queue(fetcher.journal), Run(fetcher, workers=4, most=most)
    found: list[Document] = []
    for item in run.pages(sources):
        try:
            found += documents(item.page, item.told, parts=item.parts)
            queue.done(item.told.url)
        except Rejected as error:
            queue.done(item.told.url, error.code)
    return found, run


def test_a_feed_brings_documents_once(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {"/feed": feed("/news/1", "/news/2", "/missing"), "/news/1": article, "/news/2": article}
    found, run = read(make, source(server, "/feed"))
    assert sorted(document.url or "" for document in found) == [server.url("/news/1"), server.url("/news/2")]
    assert all("opened a bridge" in document.text and document.title for document in found)
    assert (run.tally.named, run.tally.pages, dict(run.tally.refused)) == (3, 2, {"page-gone": 1})
    before = len(server.seen)
    assert read(make, source(server, "/feed"))[0] == []
    assert [seen.path for seen in server.seen[before:]] == ["/feed"], "nothing but the feed, which has not changed"
    assert journal.requests(server.url("/feed"))[-1].status == 304
    server.answers |= {"/feed": feed("/news/1", "/news/3", etag="v2"), "/news/3": article}
    assert [document.url for document in read(make, source(server, "/feed"))[0]] == [server.url("/news/3")]
    assert "/news/1" not in [seen.path for seen in server.seen[before:]]


def test_what_arrived_but_was_not_stored_comes_again_without_a_request(server: Server, make: MakeFetcher):
    server.answers |= {"/feed": feed("/news/1", "/news/2"), "/news/1": article, "/news/2": article}
    first = make()
    given = [item.told.url for item in Run(first).pages([source(server, "/feed")])]
    assert len(given) == 2, "each once, though none was said to be done"
    before = len(server.seen)
    found, _ = read(make, source(server, "/feed"))
    assert len(found) == 2
    assert [seen.path for seen in server.seen[before:]] == ["/feed"]


def test_sources_of_every_kind(server: Server, make: MakeFetcher):
    index = f"<sitemapindex><sitemap><loc>{server.url('/broken.xml')}</loc></sitemap>"
    index += (
        f"<sitemap><loc>{server.url('/s1.xml')}</loc></sitemap><sitemap><loc>{server.url('/index')}</loc></sitemap>"
    )
    index += "<sitemap><loc>http://elsewhere.example/s.xml</loc></sitemap></sitemapindex>"
    pages = "<html><body><a href='/2026/03/02/bridge-over-the-river'>A bridge was opened</a><a href='?page=2'>2</a>"
    more = "<html><body><a href='/2026/03/01/bridge-of-another-town'>Another was opened</a><a href='?page=3'>3</a>"
    server.answers |= {
        "/index": lambda caller: caller.page(index.encode(), type="application/xml"),
        "/s1.xml": lambda caller: caller.page(
            f"<urlset><url><loc>{server.url('/map/1')}</loc></url></urlset>".encode()
        ),
        "/broken.xml": lambda caller: caller.page(b"<html>oops"),
        "/section": lambda caller: caller.page(pages.encode()),
        "/section?page=2": lambda caller: caller.page(more.encode()),
        "/map/1": article,
        "/2026/03/02/bridge-over-the-river": article,
        "/2026/03/01/bridge-of-another-town": article,
        "/single": article,
    }
    sources = [
        source(server, "/index", "sitemap", "map"),
        source(server, "/section", "listing", "list"),
        source(server, "/single", "page", "page"),
    ]
    found, run = read(make, *sources)
    assert {(document.url or "").removeprefix(server.url("")) for document in found} == {
        "/map/1",
        "/2026/03/02/bridge-over-the-river",
        "/2026/03/01/bridge-of-another-town",
        "/single",
    }
    assert (run.tally.sources, run.tally.failed) == (3, 0)
    before = len(server.seen)
    assert len(read(make, *sources)[0]) == 1, "a page that is a source is read again"
    paths = [seen.path for seen in server.seen[before:]]
    assert "/section?page=2" not in paths, "nothing new on the first page, so the second is not asked for"
    assert "/map/1" not in paths


def test_an_updated_article_is_read_again(server: Server, make: MakeFetcher, journal: Journal):
    queue = Queue(journal)
    url = server.url("/news/1")
    server.answers |= {"/news/1": article, "/feed": feed()}
    assert queue.put("one", [Reference(url, "Bridge", "2026-03-01", "2026-03-01")]) == 1
    assert len(read(make, source(server, "/feed"))[0]) == 1
    assert queue.put("one", [Reference(url, "Bridge", "2026-03-01", "2026-03-01")]) == 0
    assert queue.counts("one")["waiting"] == 0
    queue.put("one", [Reference(url, "Bridge", "2026-03-01", "2026-03-02")])
    assert queue.counts("one")["waiting"] == 1


def test_a_failing_source_does_not_stop_the_others(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {
        "/feed": feed("/news/1"),
        "/news/1": article,
        "/error": status("500 Oops"),
        "/html": lambda caller: caller.page(b"<html>no feed</html>"),
    }
    sources = [
        source(server, "/error", id="error", host="two.test"),
        source(server, "/html", id="html", host="three.test"),
        source(server, "/feed", id="good"),
        source(server, "/feed", id="private", host="unknown.test"),
    ]
    found, run = read(make, *sources)
    assert len(found) == 1
    assert run.tally.failed == 3
    registry = Registry(journal)
    codes = {source.id: registry.health(source.id).code for source in sources}
    assert codes == {"error": "server-failed", "html": "feed-broken", "good": None, "private": "address-private"}
    text = metrics(journal)
    assert 'sholu_requests_total{outcome="server-failed"} 1' in text
    assert 'sholu_references{state="done"} 1' in text


def test_a_mistake_of_ours_does_not_stop_the_others(
    server: Server, make: MakeFetcher, journal: Journal, monkeypatch: pytest.MonkeyPatch
):
    def stumble(body: bytes, url: str) -> None:
        raise RecursionError("too deep")

    server.answers |= {"/feed": feed("/news/1"), "/news/1": article, "/single": article}
    monkeypatch.setattr("sholu.sources.web.gather.read_feed", stumble)
    found, run = read(make, source(server, "/feed"), source(server, "/single", "page", "single"))
    assert len(found) == 1
    assert (run.tally.failed, Registry(journal).health("one").code) == (1, "source-unreadable")
    assert "RecursionError: too deep" in run.tally.mistakes[0]


def test_a_page_that_fails_for_a_while_is_tried_again_and_then_no_more(
    server: Server, make: MakeFetcher, journal: Journal
):
    server.answers |= {"/feed": feed("/news/1"), "/news/1": status("500 Oops")}
    queue = Queue(journal)
    for tries in range(1, 5):
        assert queue.counts()["refused"] == 0
        read(make, source(server, "/feed"))
        assert read(make, source(server, "/feed"))[1].tally.refused == {}, "not at once"
        assert server.paths().count("/news/1") == tries
        with journal.changing() as change:
            change.execute("UPDATE refs SET due = 0")
    assert queue.counts()["refused"] == 1
    read(make, source(server, "/feed"))
    assert server.paths().count("/news/1") == 4


def test_a_busy_host_is_left_for_the_next_run(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {"/feed": feed("/a", "/b", "/c"), "/a": status("429 Busy", Retry_After="90"), "/b": article}
    read(make, source(server, "/feed"))
    assert server.paths() == ["/robots.txt", "/feed", "/a"]
    assert Queue(journal).counts() == {"waiting": 3, "fetched": 0, "done": 0, "refused": 0}


def test_a_source_whose_host_waits_is_postponed_and_not_ill(server: Server, make: MakeFetcher, journal: Journal):
    with journal.changing() as change:
        change.execute("INSERT INTO hosts VALUES ('127.0.0.1', ?, 1)", (time.time() + 300,))
    _, run = read(make, source(server, "/feed"))
    assert (run.tally.failed, run.tally.postponed, server.seen) == (0, 1, [])
    health = Registry(journal).health("one")
    assert (health.failures, health.code) == (0, None)
    assert 290 < health.due - time.time() <= 300


def test_a_page_that_has_not_changed_is_not_sent_again(server: Server, make: MakeFetcher, journal: Journal):
    def page(caller: Caller) -> None:
        if caller.headers.get("if-none-match") == '"p1"':
            caller.send(b"HTTP/1.1 304 Not Modified\r\n\r\n")
        else:
            caller.page(f"<html><body><article><p>{WORDS}</p></article></body></html>".encode(), ETag='"p1"')

    server.answers |= {"/single": page}
    single = source(server, "/single", "page")
    assert [len(read(make, single)[0]) for _ in range(3)] == [1, 0, 0]
    statuses = [request.status for request in journal.requests(server.url("/single"))]
    assert statuses == [200, 304, 304]
    assert Queue(journal).counts()["done"] == 1


def test_a_run_that_is_stopped_ends_soon_and_the_next_goes_on(server: Server, make: MakeFetcher):
    paths = [f"/news/{n}" for n in range(8)]
    server.answers |= {"/feed": feed(*paths), **dict.fromkeys(paths, article)}
    stop = threading.Event()
    fetcher = make(replace(IMPATIENT, delay=0.2, patience=9), stop=stop)
    found: list[Arrived] = []
    started = time.monotonic()
    for item in Run(fetcher).pages([source(server, "/feed")]):
        found.append(item)
        Queue(fetcher.journal).done(item.told.url)
        stop.set()
    assert time.monotonic() - started < 5
    assert 1 <= len(found) < 8
    rest, _ = read(make, source(server, "/feed"))
    assert len(rest) == 8 - len(found)
    assert all(server.paths().count(path) == 1 for path in paths)


def test_pages_that_are_no_articles_are_refused_with_a_reason():
    told = Reference("https://press.example/a", "Bridge", "2026-03-02")
    for type, body, code in [
        ("application/pdf", b"%PDF-1.7", "not-a-page"),
        ("image/png", b"\x89PNG", "not-a-page"),
        ("text/html", b"", "empty"),
        ("text/html", b"\x00\x01\x02" * 500, "binary"),
        ("text/html", b"<html><body></body></html>", "no-article"),
    ]:
        with pytest.raises(Rejected) as caught:
            documents(Page("https://press.example/a", type, body), told)
        assert caught.value.code == code


def test_what_the_page_says_comes_before_what_the_source_told():
    told = Reference("https://press.example/a", "Told title", "2026-03-02")
    body = f"<p>{WORDS}</p>"
    page = Page("https://press.example/a?x=1", "text/html; charset=utf-8", f"<html><body>{body}</body></html>".encode())
    (document,) = documents(page, told, outlet="Steppe Wire", language="en")
    assert (document.title, document.published, document.outlet, document.language, document.url) == (
        *("Told title", "2026-03-02", "Steppe Wire", "en"),
        "https://press.example/a?x=1",
    )
    for canonical, url in [
        ("https://press.example/b", "https://press.example/b"),
        ("https://evil.example/b", page.url),
    ]:
        head = f'<html><head><link rel="canonical" href="{canonical}"></head><body>{body}</body></html>'
        assert documents(replace(page, body=head.encode()), told)[0].url == url
    russian = f"<html><body><p>{'Мэр открыл мост через реку в понедельник. ' * 20}</p></body></html>".encode("cp1251")
    for type in ("text/html; charset=windows-1251", "text/html; charset=utf-8", "text/html; charset=idna", "text/html"):
        assert "Мэр открыл мост" in documents(Page(page.url, type, russian), told)[0].text
    (plain,) = documents(Page(page.url, "text/plain", b"Just\n\nas it stands"), told)
    assert (plain.text, plain.title) == ("Just\n\nas it stands", "Told title")


def test_discovery(server: Server, make: MakeFetcher):
    head = '<html><head><title>Steppe Wire</title><link rel="alternate" type="application/rss+xml" href="/feed.rss">'
    home = head + '<link rel="alternate" type="application/rss+xml" href="/comments/feed"></head><body>'
    links = "<a href='/2026/03/02/bridge-over-the-river'>A bridge was opened</a>"
    server.answers |= {
        "/": lambda caller: caller.page((home + links).encode()),
        "/feed.rss": feed("/news/1"),
        "/moved": to("/feed.rss"),
        "/bare": lambda caller: caller.page(links.encode()),
        "/about": lambda caller: caller.page(b"<title>About</title><p>us</p>"),
    }
    found = discover(make(), server.url("/"))
    assert [(one.kind, one.url, one.title) for one in found] == [
        ("feed", server.url("/feed.rss"), "Steppe Wire"),
        ("listing", server.url("/"), "Steppe Wire"),
    ]
    assert [one.kind for one in discover(make(), server.url("/feed.rss"))] == ["feed"]
    assert [(one.kind, one.url) for one in discover(make(), server.url("/moved"))] == [("feed", server.url("/moved"))]
    assert [one.kind for one in discover(make(), server.url("/bare"))] == ["listing"]
    assert [one.kind for one in discover(make(), server.url("/about"))] == ["page"]
    sitemap = f"<urlset><url><loc>{server.url('/map/1', 'two.test')}</loc></url></urlset>".encode()
    server.answers |= {"/robots.txt": lambda caller: caller.page(b"Sitemap: /own-map.xml", type="text/plain")}
    server.answers |= {"/own-map.xml": lambda caller: caller.page(sitemap)}
    found = discover(make(), server.url("/about", "two.test"))
    assert [(one.kind, one.url) for one in found] == [("sitemap", server.url("/own-map.xml", "two.test"))]


@pytest.mark.parametrize(
    ("found", "days", "failures", "every", "seconds"),
    [
        (168, 30, 0, None, 1_800),  # one an hour
        (7, 30, 0, None, 43_200),  # one a day
        (100_000, 30, 0, None, SHORTEST),
        (1, 30, 0, None, LONGEST),
        (0, 30, 0, None, 21_600),
        (500, 0.1, 0, None, 3_600),  # all that stood there when we came
        (168, 30, 2, None, 7_200),
        (168, 30, 500, None, LONGEST),
        (168, 30, 0, 60.0, 60),
        (168, 30, 1, 7 * LONGEST, 7 * LONGEST),
    ],
)
def test_schedule(found: int, days: float, failures: int, every: float | None, seconds: float):
    assert interval(found, days, failures, every) == seconds


def test_registry(journal: Journal):
    registry = Registry(journal)
    one = registry.add(Source("", "https://www.Press.example/feed", "feed", "Press", "ru", None, 60.0, ("press.lan",)))
    two = registry.add(Source("", "https://press.example/kz/feed?x=1", "listing"))
    assert (one.id, one.url, two.id) == ("press.example", "https://www.press.example/feed", "press.example-kz-feed-x-1")
    assert registry.all() == [one, two]
    assert registry.policy().allowed == frozenset(["press.lan"])
    for wrong, code in [
        (Source("", "https://www.press.example/feed", "feed"), "source-known"),
        (Source("press.example", "https://press.example/other", "feed"), "source-known"),
        (Source("Ж", "https://press.example/other", "feed"), "source-wrong"),
        (Source("../x", "https://press.example/other", "feed"), "source-wrong"),
        (Source("", "https://press.example/other", "gopher"), "source-wrong"),  # type: ignore[arg-type]
        (Source("", "file:///etc/passwd", "feed"), "address-wrong"),
    ]:
        with pytest.raises(InputError) as caught:
            registry.add(wrong)
        assert caught.value.code == code
    registry.note(one.id, "time-out", 5.0)
    registry.note(one.id, "time-out", 6.0)
    assert (registry.health(one.id).failures, registry.health(one.id).due) == (2, 6.0)
    registry.note(one.id, None, 7.0)
    assert (registry.health(one.id).failures, registry.health(one.id).code) == (0, None)
    registry.remove(one.id)
    assert registry.all() == [two]
    with pytest.raises(InputError, match="no source"):
        registry.get(one.id)
