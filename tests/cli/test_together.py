"""Sources that copy each other and change their articles, and a store that tells so; against a server on loopback."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_sources import FOLLOW, server, sholu
from tests.conftest import Run
from tests.sources.web.server import Caller, Server
from tests.sources.web.test_run import feed_of

__all__ = ["server", "sholu"]  # fixtures

Answer = Callable[[Caller], None]

STRIKE = (
    "Workers of the Ak-Suu cement works stopped work on Monday, said the head of their union, Asan Beknazarov. "
    "He said that 312 workers had not been paid since December.\n\n"
    "The director of the works, Marat Ospanov, promised to pay all wages by the end of the month. "
    "The works is the largest employer of the town and has been idle twice this winter.\n\n"
    "Police said that nobody was detained. The governor of the district is to meet the workers on Thursday."
)
SUBSCRIBE = "Read the news of Ak-Suu first in our channel and tell your neighbours of it."


def page(text: str, title: str, *, more: str = "", foot: str = "") -> Answer:
    inside = "".join(f"<p>{part}</p>" for part in text.split("\n\n")) + (f"<p>{foot}</p>" if foot else "")
    head = f'<title>{title}</title><meta property="article:published_time" content="2026-03-02T10:00:00+05:00">{more}'
    markup = f"<html lang=en><head>{head}</head><body><article><h1>{title}</h1>{inside}</article></body></html>"
    return lambda caller: caller.page(markup.encode())


def listed(*paths: str, updated: str | None = None) -> Answer:
    body = feed_of(*paths)
    if updated:
        atom = "".join(
            f'<entry><link href="{path}"/><title>t</title><updated>{updated}</updated></entry>' for path in paths
        )
        body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title>{atom}</feed>'.encode()
    return lambda caller: caller.page(body, type="application/xml")


@pytest.fixture
def followed(server: Server, sholu: Run) -> Server:
    for name in ("agency", "post"):
        outlet = {"agency": "Steppe Wire", "post": "Valley Post"}[name]
        ran = sholu(
            "sources", "add", server.url(f"/{name}"), "--kind", "feed", "--id", name, "--outlet", outlet, *FOLLOW
        )
        assert ran.status == 0, ran.err
    return server


def fetch(sholu: Run) -> str:
    ran = sholu("fetch", "--delay", "0.2", "--workers", "1", "--log", "l.log")
    return ran.out.partition(" refused")[0] + ran.err


def ids(tmp_path: Path) -> dict[str, str]:
    with sqlite3.connect(tmp_path / ".local/share/sholu/press.sqlite") as connection:
        rows = connection.execute("SELECT url, id FROM documents ORDER BY added").fetchall()
    return {url.rpartition("/")[2]: id for url, id in rows}


def test_reposts_copies_and_versions_are_told_apart_and_shown(followed: Server, sholu: Run, tmp_path: Path):
    followed.answers |= {
        "/agency": listed("/strike"),
        "/post": listed("/copied"),
        "/strike": page(STRIKE, "Cement workers stop work"),
        "/copied": page(f"Steppe Wire reports from the town.\n\n{STRIKE}", "Strike at the works"),
    }
    assert fetch(sholu) == "2 added (1 copy), 0 there already, 0"
    first = ids(tmp_path)
    shown = sholu("show", first["copied"]).out
    assert f"A copy of what came in before\n  {first['strike']} · Steppe Wire · 2 Mar 2026" in shown
    assert "Copies of it · 1" in sholu("show", first["strike"]).out

    changed = STRIKE.replace("312 workers", "280 workers").replace("Police said that nobody was detained. ", "")
    followed.answers |= {
        "/agency": listed("/strike", updated="2026-03-03T10:00:00Z"),
        "/strike": page(changed, "Cement workers stop work"),
    }
    assert fetch(sholu) == "1 added (1 later version), 0 there already, 0"
    followed.answers |= {"/agency": listed("/again"), "/again": page(changed, "Cement workers stop work")}
    assert fetch(sholu) == "0 added, 1 there already (1 at another address), 0"
    second = ids(tmp_path)
    new = sholu("show", second["strike"]).out
    assert "280 workers" in new.partition("The same text at")[0]
    assert f"The same text at · 1\n  {followed.url('/again')}" in new
    assert f"Earlier versions · 1\n  {first['strike']}" in new
    assert "~ He said that 312 workers" in new.replace("\n", " ")
    assert "- Police said that nobody was detained." in new
    assert "Withdrawn with it" in new
    old = sholu("show", first["strike"]).out
    assert f"the version that stands is {second['strike']}" in old.replace("\n  ", " ")
    assert "312 workers" in old, "the older is kept with its reading"
    assert "Nothing" in sholu("search", "312", "outlet:Steppe").out, "but it is not found any more"
    assert "280" in sholu("search", "280", "outlet:Steppe").out
    assert "added later version" in (tmp_path / "l.log").read_text()


def test_what_an_outlet_prints_under_everything_is_left_out_in_the_next_run_too(
    followed: Server, sholu: Run, tmp_path: Path
):
    towns = ("Ak-Suu", "Kara-Suu", "Kok-Bulak", "Tash-Arik", "Sary-Tau")
    texts = {f"/{n}": f"{STRIKE} {town * 9}".replace("Monday", f"{town} day") for n, town in enumerate(towns)}
    texts = {path: " ".join(f"{word}{path[1:]}" for word in text.split(" ")) for path, text in texts.items()}
    followed.answers |= {path: page(text, f"News {path}", foot=SUBSCRIBE) for path, text in texts.items()}
    followed.answers |= {"/post": listed(), "/agency": listed("/0", "/1")}
    fetch(sholu)
    followed.answers["/agency"] = listed("/2", "/3", "/4")
    fetch(sholu)
    kept = {name: sholu("show", id).out for name, id in ids(tmp_path).items()}
    assert [name for name, text in sorted(kept.items()) if "tell your neighbours" in text] == ["0", "1"]


def test_what_a_source_brings_is_shown_before_it_is_followed(server: Server, sholu: Run):
    more = '<meta name="author" content="Aigerim Sadykova"><meta property="og:site_name" content="Steppe Wire">'
    server.answers |= {
        "/robots.txt": lambda caller: caller.page(b"User-agent: *\nDisallow: /closed/"),
        "/feed": listed("/closed/1", "/gone", "/strike"),
        "/strike": page(STRIKE, "Cement workers stop work", more=f'{more}<link rel="next" href="/strike/2">'),
        "/strike/2": page(
            "The union meets again on Friday in the hall of the works, it said.", "Cement workers stop work"
        ),
    }
    ran = sholu("sources", "test", server.url("/feed"), "--kind", "feed", *FOLLOW)
    assert ran.status == 0, ran.err
    assert "would be refused (robots-disallowed)" in ran.out
    assert f"{server.url('/gone')} refused (page-gone)" in ran.err
    for line in (
        f"  url: {server.url('/strike')}",
        "  title: Cement workers stop work",
        "  outlet: Steppe Wire",
        "  author: Aigerim Sadykova",
        "  published: 2026-03-02 (from data for machines: ",
        "  language: en",
        "  pages: 2, joined",
        "The union meets again on Friday",
    ):
        assert line in ran.out


def test_a_source_of_which_nothing_can_be_read_is_told(server: Server, sholu: Run):
    def gone(caller: Caller) -> None:
        caller.page(b"", status="404 Not Found")

    server.answers |= {"/feed": listed("/1", "/2", "/3"), "*": gone}
    ran = sholu("sources", "test", server.url("/feed"), "--kind", "feed", *FOLLOW)
    assert (ran.status, ran.err.count("refused (page-gone)")) == (1, 3)


def test_adding_files_tells_copies_and_versions_too(sholu: Run, tmp_path: Path):
    for name, text in {
        "one": STRIKE,
        "two": f"By our reporter.\n\n{STRIKE}",
        "three": STRIKE + " More is to come.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    at = ("--url", "https://wire.example/1", "--store", "s.sqlite")
    assert sholu("add", "one.txt", *at).out.startswith("1 added, 0 there")
    assert sholu("add", "two.txt", "--store", "s.sqlite").out.startswith("1 added (1 copy), 0 there")
    assert sholu("add", "three.txt", *at).out.startswith("1 added (1 later version), 0 there")
    assert sholu("add", "one.txt", "--store", "s.sqlite").out.startswith("0 added, 1 there already, 0 refused")
