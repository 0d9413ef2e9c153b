"""`sholu sources`, `fetch` and `watch` as a user has them, against a server on loopback."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from sholu.cli.app import run
from tests.conftest import Ran, Run, command, environment
from tests.sources.web.server import Caller, Server, status
from tests.sources.web.test_run import article, feed

FOLLOW = ("--allow-host", "127.0.0.1", "--delay", "0.2")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def sholu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `sholu` inside this process, which spares the loading; the user's folder is an empty one."""
    for name in ("SHOLU_STORE", "SHOLU_PACKS", "SHOLU_CONTACT", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: object, **more: str) -> Ran:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["sholu", *(str(argument) for argument in arguments)])
            for name, value in more.items():
                patch.setenv(name, value)
            capsys.readouterr()
            return Ran(run(), *capsys.readouterr())

    return ran


def stored(store: Path) -> list[str]:
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT url FROM documents ORDER BY url")]


def test_from_a_site_to_the_store(server: Server, sholu: Run, tmp_path: Path):
    home = (
        b'<html><head><title>Steppe Wire</title><link rel="alternate" type="application/rss+xml" href="/feed"></head>'
    )
    server.answers |= {
        "/": lambda caller: caller.page(home),
        "/feed": feed("/news/1", "/news/2", "/missing"),
        "/news/1": article,
        "/news/2": article,
    }
    shown = sholu("sources", "test", server.url("/"), *FOLLOW)
    assert shown.status == 0, shown.err
    assert f"feed {server.url('/feed')} Steppe Wire" in shown.out
    assert "opened a bridge" in shown.out
    assert not list(tmp_path.glob("**/*.sqlite")), "nothing is kept"

    added = sholu("sources", "add", server.url("/"), "--id", "wire", "--outlet", "Steppe Wire", *FOLLOW)
    assert (added.status, added.out.split("\n")[0]) == (0, f"wire: feed {server.url('/feed')}")
    ran = sholu("fetch", "--delay", "0.2", "--metrics", "m.prom", "--log", "l.log", SHOLU_CONTACT="press@example.org")
    assert ran.status == 1, "a page was refused, and that is told"
    assert ran.out.startswith("2 added (1 copy), 0 there already, 1 refused, 0 sources failed.")
    assert 'sholu_references{state="done"} 2' in (tmp_path / "m.prom").read_text()
    assert "added " in (tmp_path / "l.log").read_text()
    assert server.seen[-1].headers["user-agent"].endswith("(+press@example.org)")
    again = sholu("fetch", "--delay", "0.2")
    assert (again.status, again.out.split(".")[0]) == (0, "0 added, 0 there already, 0 refused, 0 sources failed")

    row = json.loads(sholu("sources", "list", "--json").out)
    assert (row["id"], row["outlet"], row["articles"]["done"], row["health"]["failures"]) == (
        "wire",
        "Steppe Wire",
        2,
        0,
    )
    assert "wire  feed  well" in sholu("sources", "list").out
    assert "opened a bridge" in sholu("sources", "test", "wire", "--delay", "0.2").out
    for name in ("opml", "toml"):
        (tmp_path / f"list.{name}").write_text(sholu("sources", "export", "--format", name).out)
        other = sholu("sources", "import", f"list.{name}", "--store", f"{name}.sqlite")
        assert "1 added, 0 there already" in other.out
    assert "0 added, 1 there already" in sholu("sources", "import", "list.toml", "--store", "toml.sqlite").out
    assert sholu("sources", "remove", "wire").status == 0
    assert "No sources yet" in sholu("sources", "list").out
    assert len(stored(tmp_path / ".local/share/sholu/press.sqlite")) == 2


def test_the_outlets_of_a_pack_are_followed(sholu: Run):
    taken = sholu("sources", "import", "--pack", "central_asia", "--country", "kg")
    assert "24-kg: feed https://24.kg/rss/" in taken.out
    assert "outlets left out" in taken.out
    assert "tengrinews" not in taken.out
    added = taken.out.count("\n") - 1
    assert (
        f"0 added, {added} there already" in sholu("sources", "import", "--pack", "central_asia", "--country", "KG").out
    )
    assert "24-kg  feed  new" in sholu("sources", "list").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sources", "add", "file:///etc/passwd"), "scheme"),
        (("sources", "add", "http://127.0.0.1:1/"), "--allow-host"),
        (
            ("sources", "add", "http://169.254.169.254/", "--kind", "feed", "--allow-host", "http://x"),
            "is no address",
        ),
        (("sources", "add", "https://press.example/", "--kind", "feed", "--every", "soon"), "span of time"),
        (("sources", "remove", "nobody"), "no source"),
        (("sources", "import", "nothing.opml"), "cannot be read"),
        (("sources", "import"), "a list or a pack"),
        (("sources", "import", "list.opml", "--pack", "central_asia"), "one of the two"),
        (("sources", "import", "list.opml", "--country", "KZ"), "one of the two"),
        (("sources", "import", "--pack", "atlantis"), "no pack"),
        (("sources", "import", "--pack", "sample"), "no outlet to follow"),
        (("fetch",), "No sources"),
        (("fetch", "nobody"), "no source"),
    ],
)
def test_wrong_use_is_told(sholu: Run, arguments: tuple[str, ...], words: str):
    ran = sholu(*arguments)
    assert ran.status == 1
    assert words in ran.err


def start(tmp_path: Path, *arguments: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(tmp_path)
    )


def wait_until(true, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)


def test_watch_goes_on_and_stops_when_told_and_is_alone(server: Server, sholu: Run, tmp_path: Path):
    server.answers |= {"/feed": feed("/news/1"), "/news/1": article}
    sholu("sources", "add", server.url("/feed"), "--kind", "feed", "--every", "1m", *FOLLOW, "--store", "s.sqlite")
    watch = start(tmp_path, "watch", "--store", "s.sqlite", "--delay", "0.2", "--log", "l.log")
    wait_until(lambda: (tmp_path / "s.sqlite").exists() and "/news/1" in server.paths())
    wait_until(lambda: (tmp_path / "l.log").read_text().count("sources looked at") == 1)
    second = sholu("fetch", "--store", "s.sqlite")
    assert (second.status, "Another Sholu" in second.err) == (1, True)
    watch.send_signal(signal.SIGTERM)
    assert watch.wait(20) == 0
    watch.communicate()
    assert "stopped" in (tmp_path / "l.log").read_text()
    assert stored(tmp_path / "s.sqlite") == [server.url("/news/1")]
    assert sholu("fetch", "--store", "s.sqlite", "--delay", "0.2").status == 0, "the lock went with its holder"


def test_ctrl_c_keeps_what_was_finished(server: Server, sholu: Run, tmp_path: Path):
    paths = [f"/news/{n}" for n in range(30)]
    server.answers |= {"/feed": feed(*paths), **dict.fromkeys(paths, article)}
    sholu("sources", "add", server.url("/feed"), "--kind", "feed", *FOLLOW, "--store", "s.sqlite")
    process = start(tmp_path, "fetch", "--store", "s.sqlite", "--delay", "0.2")
    wait_until(lambda: len(server.seen) > 5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert b"What was finished before is kept" in err
    assert 1 <= len(stored(tmp_path / "s.sqlite")) < 30


def test_killed_again_and_again_nothing_is_lost_or_asked_for_twice(server: Server, sholu: Run, tmp_path: Path):
    """After every kill each page that was answered in full is asked for again at most where the kill fell into it."""
    paths = [f"/news/{n}" for n in range(10)]
    server.answers |= {"/feed": feed(*paths), **dict.fromkeys(paths, article), "/robots.txt": status("404 None")}
    sholu("sources", "add", server.url("/feed"), "--kind", "feed", *FOLLOW, "--store", "s.sqlite")
    random = Random(11)
    kills = 3
    for _ in range(kills):
        before = len(server.seen)
        process = start(tmp_path, "fetch", "--store", "s.sqlite", "--delay", "0.2")
        wait_until(lambda least=before + 2: len(server.seen) >= least)
        time.sleep(random.random() * 0.4)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    last = sholu("fetch", "--store", "s.sqlite", "--delay", "0.2")
    assert last.status == 0, last.err
    assert stored(tmp_path / "s.sqlite") == sorted(server.url(path) for path in paths)
    asked = [path for path in server.paths() if path in paths]
    assert len(asked) - len(set(asked)) <= kills, "only what was under way when the kill fell"
    with sqlite3.connect(tmp_path / "s.sources.sqlite") as journal:
        kept = journal.execute("SELECT count(*) FROM requests WHERE outcome = 'ok' AND url LIKE '%/news/%'").fetchone()
        assert kept == (10,), "no page was recorded twice"
    starts = sorted(seen.at for seen in server.seen)
    assert min(after - before for before, after in pairwise(starts)) > 0.15, "pauses outlive a kill"


def test_a_page_cannot_steer_the_terminal(server: Server, sholu: Run):
    def evil(caller: Caller) -> None:
        caller.page("<rss><channel><title>\x1b]0;owned\x07\x9b31m</title><item><link>/a</link></item>".encode())

    server.answers |= {"/feed": evil, "/a": article}
    ran = sholu("sources", "test", server.url("/feed"), "--kind", "feed", *FOLLOW)
    assert "\x1b" not in ran.out + ran.err
    assert "\x9b" not in ran.out + ran.err


def test_what_an_outlet_prints_under_all_its_articles_is_shown_apart(server: Server, sholu: Run):
    def page(caller: Caller) -> None:
        own = (
            f"This stands at {caller.path} and nowhere else, the mayor of {caller.path} told those who asked on Monday."
        )
        body = (
            f"<article><h1>Bridge {caller.path}</h1><p>{own}</p><p>Write to our newsroom in Karasu, day and night.</p>"
        )
        caller.page(f"<html lang=en><title>Bridge {caller.path}</title><body>{body}</article></body></html>".encode())

    paths = [f"/news/{place}" for place in ("karasu", "orda", "tasty", "besh", "shalkar")]
    server.answers |= {"/feed": feed(*paths), **dict.fromkeys(paths, page)}
    tested = ("sources", "test", server.url("/feed"), "--kind", "feed", *FOLLOW)
    first = sholu(*tested)
    assert "left out" not in first.out, "nothing is known of it yet"
    assert "our newsroom" in first.out
    sholu("sources", "add", server.url("/feed"), "--kind", "feed", "--id", "wire", *FOLLOW)
    sholu("fetch", "--delay", "0.2")
    again = sholu(*tested)
    told, _, text = again.out.partition("\n\n")[2].partition("\n\n")
    assert "left out, for it returns under other articles: Write to our newsroom in Karasu, day and night." in told
    assert "our newsroom" not in text
    assert "This stands at /news/karasu" in text
