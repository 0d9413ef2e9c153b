"""How the fetcher behaves as a guest: robots.txt, pauses, back-off, budgets, and what it writes down."""

import shutil
import ssl
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sholu.errors import Rejected, StoreError
from sholu.sources.web.address import Policy, parse
from sholu.sources.web.fetch import Fetcher
from sholu.sources.web.journal import Journal
from sholu.sources.web.manners import Manners
from sholu.sources.web.retry import LONGEST, back_off, retry_after
from sholu.sources.web.robots import Rules
from sholu.sources.web.turns import HostWaits
from sholu.version import __version__
from tests.sources.web.conftest import IMPATIENT, MakeFetcher, names
from tests.sources.web.server import PAGE, Answer, Caller, Server, bytes_of, gone_after, status, to


def page(caller: Caller) -> None:
    caller.page()


def robots(text: str, code: str = "200 OK") -> Answer:
    return lambda caller: caller.page(text.encode(), status=code, type="text/plain")


def code_of(fetcher: Fetcher, url: str) -> str:
    try:
        fetcher.fetch(url)
    except Rejected as error:
        return error.code
    return "ok"


@pytest.mark.parametrize(
    ("answer", "open_", "closed"),
    [
        (robots("User-agent: *\nDisallow: /private/"), "/news", "/private/x"),
        (robots("User-agent: sholu\nDisallow: /\nAllow: /news$\n\nUser-agent: *\nAllow: /"), "/news", "/old"),
        (robots("\ufeffUser-agent: Sholu\r\nDisallow: /*?print="), "/a?b=1", "/a?print=1"),
        (robots("User-agent: Other\nDisallow: /"), "/news", None),
        (robots("nothing here", "404 Not Found"), "/news", None),
        (robots("nothing here", "403 Forbidden"), "/news", None),
        (robots("<html>Welcome</html>"), "/news", None),
        (robots("\x00\x01\x02" * 1000), "/news", None),
        (to("/robots.txt"), "/news", None),
        (robots("no", "500 Oops"), None, "/news"),
        (robots("no", "503 Later"), None, "/news"),
        (robots("no", "429 Later"), None, "/news"),
        (lambda caller: time.sleep(2), None, "/news"),
        (bytes_of(b"garbage\r\n\r\n"), None, "/news"),
        (lambda caller: caller.flood(b"User-agent: *\nAllow: /\n"), None, "/news"),
    ],
)
def test_robots_txt_is_kept_to(server: Server, fetcher: Fetcher, answer: Answer, open_: str | None, closed: str | None):
    server.answers |= {"/robots.txt": answer, "*": page}
    if open_:
        assert code_of(fetcher, server.url(open_)) == "ok"
    if closed:
        assert code_of(fetcher, server.url(closed)) in ("robots-disallowed", "robots-unreachable", "host-waits")
        assert closed not in server.paths()


def test_robots_txt_is_asked_once_and_its_rules_outlive_a_failure(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {"/robots.txt": robots("User-agent: *\nDisallow: /private"), "*": page}
    assert code_of(make(), server.url("/a")) == code_of(make(), server.url("/b")) == "ok"
    assert server.paths().count("/robots.txt") == 1
    origin = server.url("")
    known = journal.rules(origin)
    assert known is not None
    journal.keep_rules(origin, replace(known, until=0.0))
    server.answers["/robots.txt"] = robots("", "500 Oops")
    assert code_of(make(), server.url("/private")) == "robots-disallowed"
    assert code_of(make(), server.url("/c")) == "ok"
    assert server.paths().count("/robots.txt") == 2


def test_robots_txt_of_where_a_redirect_leads_counts(server: Server, fetcher: Fetcher):
    server.answers |= {"/a": to(server.url("/b", "two.test"))}

    def by_host(caller: Caller) -> None:
        caller.page(b"User-agent: *\nDisallow: /" if caller.host == "two.test" else b"", type="text/plain")

    server.answers["/robots.txt"] = by_host
    assert code_of(fetcher, server.url("/a", "one.test")) == "robots-disallowed"
    assert "/b" not in server.paths()


def test_evil_robots_txt_is_read_in_bounded_time():
    text = "".join(f"User-agent: a{n}\n" for n in range(5_000)) + "Disallow: /*a*b*c*d$\n" * 5_000
    started = time.process_time()
    assert Rules("read", text, 0.0).allow(parse("http://example.org/" + "a" * 1_900))
    assert time.process_time() - started < 2
    assert Rules("read", "User-agent: *\nCrawl-delay: nan", 0.0).delay == 0
    assert Rules("read", "User-agent: *\nCrawl-delay: -5", 0.0).delay == 0
    assert Rules("read", "User-agent: *\nCrawl-delay: 1e300", 0.0).delay == LONGEST
    assert Rules("read", "User-agent: *\nRequest-rate: 1/20", 0.0).delay == 20


def gaps(server: Server, host: str) -> list[float]:
    """Seconds from the end of each answer to the next request."""
    seen = [seen for seen in server.seen if seen.host == host]
    return [after.at - before.ended for before, after in pairwise(seen)]


def test_one_connection_a_host_and_a_pause_between(server: Server, make: MakeFetcher):
    server.answers |= {"*": page}
    fetcher = make(replace(IMPATIENT, delay=0.08, patience=5))
    urls = [server.url(f"/{n}", f"{host}.test") for n in range(4) for host in ("one", "two", "three")]
    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(lambda url: code_of(fetcher, url), urls)) == {"ok"}
    for host in ("one.test", "two.test", "three.test"):
        assert server.busiest[host] == 1
        assert len(gaps(server, host)) == 4, "robots.txt and four pages"
        assert min(gaps(server, host)) >= 0.07
    assert len({seen.host for seen in server.seen[:6]}) > 1, "hosts are asked side by side"


def test_with_and_without_www_is_one_host(server: Server, journal: Journal):
    server.answers |= {"*": page}
    allowed = Policy.allowing(["one.test", "www.one.test"])
    fetcher = Fetcher(journal, allowed, replace(IMPATIENT, delay=0.08, patience=5), resolver=names)
    with ThreadPoolExecutor(4) as pool:
        urls = [server.url(f"/{n}", host) for n in range(2) for host in ("one.test", "www.one.test")]
        assert set(pool.map(lambda url: code_of(fetcher, url), urls)) == {"ok"}
    assert min(after.at - before.ended for before, after in pairwise(server.seen)) >= 0.07


def test_crawl_delay_is_kept_even_by_the_next_process(server: Server, make: MakeFetcher):
    server.answers |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.15"), "*": page}
    for _ in range(3):
        assert code_of(make(), server.url("/a")) == "ok"
    assert min(gaps(server, "127.0.0.1")[1:]) >= 0.14
    server.answers["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 30")
    fetcher = make()
    assert code_of(fetcher, server.url("/b", "two.test")) == "ok"
    assert code_of(fetcher, server.url("/c", "two.test")) == "host-waits"


def test_a_busy_host_is_left_alone_and_the_others_are_not(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {"/busy": status("429 Too Many", Retry_After="500"), "*": page}
    fetcher = make()
    assert code_of(fetcher, server.url("/busy")) == "host-busy"
    for one in (fetcher, make()):  # a new process knows it, too
        with pytest.raises(HostWaits) as caught:
            one.fetch(server.url("/other"))
        assert 450 < caught.value.until - time.time() <= 500
    assert code_of(fetcher, server.url("/other", "two.test")) == "ok"
    assert server.paths().count("/other") == 1
    assert 450 < journal.host("127.0.0.1")[0] - time.time() <= 500


def test_failures_in_a_row_make_the_pauses_longer(server: Server, make: MakeFetcher, journal: Journal):
    server.answers |= {"/robots.txt": robots(""), "*": status("503 Closed")}
    waits = []
    for _ in range(4):
        assert code_of(make(), server.url("/x")) == "host-busy"
        until, failures = journal.host("127.0.0.1")
        waits.append((failures, until - time.time()))
        with journal.changing() as change:
            change.execute("UPDATE hosts SET next_allowed = 0")
    assert [failures for failures, _ in waits] == [1, 2, 3, 4]
    for failures, wait in waits:
        assert 0.75 * 60 * 2 ** (failures - 1) - 1 <= wait <= 1.25 * 60 * 2 ** (failures - 1)
    server.answers["*"] = page
    assert code_of(make(), server.url("/x")) == "ok"
    assert journal.host("127.0.0.1")[1] == 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 7 ", 7), ("9" * 400, LONGEST), ("soon", None), ("-5", None), ("1e9", None), ("", None)],
)
def test_retry_after_in_seconds(value: str, seconds: float | None):
    assert retry_after(value, 0.0) == seconds


def test_retry_after_as_a_date_and_the_jitter():
    assert retry_after(gone_after(100), time.time()) == pytest.approx(100, abs=2)
    assert retry_after(gone_after(-100), time.time()) == 0
    assert retry_after(gone_after(10**8), time.time()) == LONGEST
    assert retry_after("Wed, 99 Foo 2015 07:28:00 GMT", 0.0) is None
    assert back_off(1, lambda: 0.0) == 45
    assert back_off(1, lambda: 1.0) == 75
    assert back_off(10_000, lambda: 1.0) == 6 * 3600 * 1.25


def test_what_has_not_changed_is_not_sent_again(server: Server, make: MakeFetcher, journal: Journal):
    def feed(caller: Caller) -> None:
        if caller.headers.get("if-none-match") == '"v1"':
            assert caller.headers["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"
            caller.send(b"HTTP/1.1 304 Not Modified\r\n\r\n")
        else:
            caller.page(ETag='"v1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")

    server.answers |= {"/feed": feed}
    url = server.url("/feed")
    first = make().fetch(url, conditional=True)
    assert first.body == PAGE
    again = make().fetch(url, conditional=True)
    assert again.body == PAGE, "validators count only when what was read has been used"
    with journal.changing() as change:
        change.execute("INSERT INTO validators VALUES (?, ?, ?)", (url, '"v1"', "Mon, 02 Mar 2026 10:00:00 GMT"))
    third = make().fetch(url, conditional=True)
    assert (third.unchanged, third.body) == (True, b"")
    assert make().fetch(url).body == PAGE
    asked = journal.requests(url)
    assert [(request.status, request.etag) for request in asked] == [(200, '"v1"')] * 2 + [(304, None), (200, '"v1"')]


def test_budgets_of_a_host_and_of_a_run(server: Server, make: MakeFetcher):
    server.answers |= {"*": page}
    fetcher = make(replace(IMPATIENT, per_host=3, per_run=5))
    assert [code_of(fetcher, server.url(f"/{n}")) for n in range(4)] == ["ok", "ok", "budget-spent", "budget-spent"]
    codes = [code_of(fetcher, server.url(f"/{n}", "two.test")) for n in range(3)]
    assert codes == ["ok", "budget-spent", "budget-spent"]
    assert len(server.seen) == 5


def test_we_say_who_we_are(server: Server, fetcher: Fetcher):
    server.answers |= {"*": page}
    fetcher.fetch(server.url("/"))
    for seen in server.seen:
        assert seen.headers["user-agent"] == f"Sholu/{__version__} (+press@example.org)"
        assert "cookie" not in seen.headers
        assert "referer" not in seen.headers
    assert Manners(contact="a\r\nX-Evil: 1").user_agent == f"Sholu/{__version__} (+aX-Evil: 1)"


def test_stopping_ends_every_wait(server: Server, make: MakeFetcher):
    server.answers |= {"*": page}
    stop = threading.Event()
    fetcher = make(replace(IMPATIENT, delay=30, patience=60), stop=stop)
    threading.Timer(0.2, stop.set).start()
    started = time.monotonic()
    assert code_of(fetcher, server.url("/")) == "stopped"
    assert time.monotonic() - started < 5
    assert "/" not in server.paths()


def test_slow_and_empty_name_servers(journal: Journal):
    def slow(host: str, port: int) -> list[str]:
        time.sleep(2)
        return ["127.0.0.1"]

    for resolver in (slow, lambda host, port: []):
        started = time.monotonic()
        fetcher = Fetcher(journal, Policy(), IMPATIENT, resolver=resolver)  # type: ignore[arg-type]
        assert code_of(fetcher, "http://example.org/") == "dns-failed"
        assert time.monotonic() - started < 1.5
        with journal.changing() as change:
            change.execute("DELETE FROM hosts")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of `one.test`, signed by itself."""
    folder = tmp_path_factory.mktemp("tls")
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    names = ["-subj", "/CN=one.test", "-addext", "subjectAltName=DNS:one.test"]
    files = ["-keyout", str(folder / "both.pem"), "-out", str(folder / "certificate.pem")]
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9"]
    subprocess.run([*made, *names, *files], check=True, capture_output=True)
    (folder / "both.pem").write_text((folder / "both.pem").read_text() + (folder / "certificate.pem").read_text())
    return folder


class Tls(Server):
    """The same over TLS; `hosts` are the names that callers gave in their greeting."""

    def __init__(self, both: Path) -> None:
        self.hosts: list[str | None] = []
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(both)
        self.context.sni_callback = lambda _, name, __: self.hosts.append(name)  # type: ignore[assignment,func-returns-value]
        super().__init__({"*": page})

    def _answer(self, connection) -> None:  # type: ignore[no-untyped-def]
        try:
            super()._answer(self.context.wrap_socket(connection, server_side=True))
        except OSError:
            connection.close()


def test_tls(certificate: Path, make: MakeFetcher, journal: Journal):
    server = Tls(certificate / "both.pem")
    trusting = ssl.create_default_context(cafile=str(certificate / "certificate.pem"))
    url = server.url("/", "one.test").replace("http:", "https:")
    assert make(tls=trusting).fetch(url).body == PAGE
    assert server.hosts[-1] == "one.test", "the name is told, though a number is connected to"
    assert code_of(make(), url) == "tls-failed", "nobody vouches for this certificate"
    with journal.changing() as change:
        change.execute("DELETE FROM hosts")
    assert code_of(make(tls=trusting), url.replace("one.test", "two.test")) == "tls-failed", "another's certificate"
    server.close()


NO_TLS = ("tls-failed", "robots-unreachable")


def test_no_tls_where_tls_should_be(server: Server, make: MakeFetcher):
    assert code_of(make(), server.url("/", "one.test").replace("http:", "https:")) in NO_TLS
    silent = Server({"*": lambda caller: time.sleep(3)})
    assert code_of(make(), silent.url("/", "two.test").replace("http:", "https:")) in NO_TLS
    silent.close()


def test_the_journal_is_ours_or_is_left_alone(tmp_path: Path):
    import sqlite3

    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError) as caught:
        Journal(foreign)
    assert caught.value.code == "journal-foreign"
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database " * 500)
    with pytest.raises(StoreError) as caught:
        Journal(broken)
    assert caught.value.code == "journal-unusable"


def test_the_test_resolver_asks_nobody():
    with pytest.raises(OSError, match="no such host"):
        names("example.org", 80)
