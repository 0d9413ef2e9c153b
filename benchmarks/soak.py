"""Fetch many pages from many hosts on loopback, kill the fetcher again and again, and count what went wrong.

    python benchmarks/soak.py                                         20,000 pages, 200 hosts, 50 kills
    python benchmarks/soak.py --pages 2000 --hosts 50 --kills 10

The hosts are names of one server on this machine, which writes down every request as it saw it. Some hosts ask for
longer pauses, some are busy now and then, some redirect, some are slow. The fetcher runs in a process of its own that
is killed (SIGKILL) at random moments and started again. With --read each document is read and goes into a store as with
`sholu fetch`; without, it is taken out of its page and kept in a plain table, so that fetching is what is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

WORDS = [
    "The",
    "mayor",
    "of",
    "Ak-Suu",
    "opened",
    "a",
    "bridge",
    "over",
    "the",
    "river",
    "on",
    "Monday",
    "the",
    "press",
    "service",
    "of",
    "the",
    "town",
    "said",
    "in",
    "a",
    "note",
]
TOLERANCE = 0.9  # of a pause: between writing a request down and its arrival some time goes by
ROUNDS_PAUSE = 0.2


def main() -> int:
    options = arguments()
    if options.serve:
        asyncio.run(serve(options))
        return 0
    if options.work:
        work(options)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return soak(options, Path(folder))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--delay", type=float, default=0.2, help="seconds between two requests to a host")
    parser.add_argument("--workers", type=int, default=32)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def soak(options: argparse.Namespace, folder: Path) -> int:
    command = [sys.executable, __file__, *(f"--{name}={getattr(options, name)}" for name in shared())]
    command += ["--read"] if options.read else []
    with subprocess.Popen([*command, "--serve"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            port = int(server.stdout.readline())
            started = time.monotonic()
            memory, kills = drive([*command, f"--work={folder}", f"--port={port}"], options, port)
            seconds = time.monotonic() - started
            return report(options, folder, control(port, "log"), memory, kills, seconds)
        finally:
            server.kill()


def shared() -> tuple[str, ...]:
    return ("pages", "hosts", "kills", "delay", "workers", "seed")


def drive(command: list[str], options: argparse.Namespace, port: int) -> tuple[list[float], int]:
    """Run the fetcher until it is done, killing it on the way; memory in MB every half second, and kills that hit."""
    chance = random.Random(options.seed)
    memory: list[float] = []
    kills = 0
    stride = options.pages // (options.kills + 1)
    while True:
        with subprocess.Popen(command) as process:
            last = kills >= options.kills
            target = control(port, "count") + chance.randint(1, max(2, 2 * stride - 10))
            while process.poll() is None and (last or control(port, "count") < target):
                memory.append(resident(process.pid))
                time.sleep(0.5 if last else 0.1)
            if process.poll() is None:
                time.sleep(chance.random() * options.delay)
                process.kill()
                kills += 1
            elif process.returncode:
                raise SystemExit(f"the fetcher failed with {process.returncode}")
            else:
                return memory, kills


def resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def control(port: int, what: str):  # type: ignore[no-untyped-def]
    request = urllib.request.Request(f"http://127.0.0.1:{port}/{what}", headers={"Host": "control"})
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)


def report(
    options: argparse.Namespace, folder: Path, log: list[list], memory: list[float], kills: int, seconds: float
) -> int:
    """Print the figures; 1 when a page was lost or a promise broken."""
    urls = kept(folder, options.read)
    by_host: defaultdict[str, list[list]] = defaultdict(list)
    for row in log:
        by_host[row[0]].append(row)
    close = together = 0
    for host, rows in by_host.items():
        pause = max(options.delay, delay_of(int(host.split(".")[0][1:])))
        for before, after in pairwise(sorted(rows, key=lambda row: row[2])):
            # Two requests on a host, robots.txt before its rules are known aside, start a pause apart.
            wanted = options.delay if before[1] == "/robots.txt" else pause
            close += after[2] - before[2] < TOLERANCE * wanted
            together += after[2] < before[3]
    asked = Counter((row[0], row[1]) for row in log if row[4] == 200 and row[1] not in ("/feed", "/robots.txt"))
    repeated = sum(count - 1 for count in asked.values())
    with sqlite3.connect(folder / "journal.sqlite") as journal:
        ok = "SELECT url FROM requests WHERE status = 200 AND url NOT LIKE '%/feed' AND url NOT LIKE '%/robots.txt'"
        twice = len(journal.execute(f"{ok} GROUP BY url HAVING count(*) > 1").fetchall())
        (interrupted,) = journal.execute("SELECT count(*) FROM requests WHERE outcome = 'interrupted'").fetchone()
    expected = sum(kind_of(number) != "gone" for number in range(options.pages))
    there, per_second = len(set(urls)), len(log) / seconds
    quarter = max(1, len(memory) // 4)
    print(
        f"{options.pages:,} pages, {options.hosts} hosts, {kills} kills, {options.workers} workers, {options.delay} s"
    )
    print(f"documents: {there:,} of {expected:,}; {expected - there} lost, {len(urls) - there} twice")
    print(f"requests: {len(log):,} in {seconds:.0f} s; {per_second:.1f} and {there / seconds:.1f} documents a second")
    print(f"politeness: {close} too soon, {together} beside another to the same host")
    print(f"asked again: {repeated} pages; {interrupted} requests were cut off by a kill; {twice} recorded twice")
    first, last = max(memory[:quarter]), max(memory[-quarter:])
    print(f"memory: at most {first:.0f} MB in the first quarter of the time, {last:.0f} MB in the last")
    return int(bool(expected - there or close or together or twice or repeated > interrupted))


def kept(folder: Path, read: bool) -> list[str]:
    with sqlite3.connect(folder / ("store.sqlite" if read else "documents.sqlite")) as store:
        return [row[0] for row in store.execute("SELECT url FROM documents")]


# The fetcher


def work(options: argparse.Namespace) -> None:
    """Fetch from all hosts until nothing is left to ask for."""
    from sholu.errors import Rejected
    from sholu.sources.web.address import Policy
    from sholu.sources.web.fetch import Fetcher
    from sholu.sources.web.journal import Journal
    from sholu.sources.web.manners import Manners
    from sholu.sources.web.page import documents
    from sholu.sources.web.queue import Queue
    from sholu.sources.web.registry import Source
    from sholu.sources.web.run import Run

    hosts = [f"h{number}.soak.test" for number in range(options.hosts)]
    policy = Policy.allowing(hosts)
    manners = Manners(delay=options.delay, patience=5.0, per_run=10**9, per_host=10**9)
    sources = [Source(f"h{n}", f"http://{host}:{options.port}/feed", "feed") for n, host in enumerate(hosts)]
    keep = keeper(options.work, options.read)
    with Journal(options.work / "journal.sqlite") as journal:
        journal.interrupted()
        queue = Queue(journal)
        while True:
            fetcher = Fetcher(journal, policy, manners, resolver=lambda host, port: ["127.0.0.1"])
            run = Run(fetcher, workers=options.workers, most=options.pages)
            for item in run.pages(sources):
                try:
                    keep(documents(item.page, item.told))
                    queue.done(item.told.url)
                except Rejected as error:
                    queue.done(item.told.url, error.code)
            if not queue.counts()["waiting"] and not run.tally.failed and not run.tally.postponed:
                return
            time.sleep(ROUNDS_PAUSE)


def keeper(folder: Path, read: bool):  # type: ignore[no-untyped-def]
    if read:
        from sholu.library import Library

        library = Library.open(folder / "store.sqlite", packs=("sample",))
        return lambda documents: list(library.add(documents))
    store = sqlite3.connect(folder / "documents.sqlite", isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, url TEXT, text TEXT)")

    def keep(documents) -> None:  # type: ignore[no-untyped-def]
        rows = [(document.id, document.url, document.text) for document in documents]
        store.executemany("INSERT OR IGNORE INTO documents VALUES (?, ?, ?)", rows)

    return keep


# The hosts


def delay_of(host: int) -> float:
    """Seconds that a host asks for in its robots.txt."""
    return 0.5 if host % 10 == 3 else 0.0


def kind_of(page: int) -> str:
    return {7: "gone", 11: "busy", 13: "moved", 17: "slow"}.get(page % 50, "plain")


class Hosts:
    """What all hosts serve, and what was asked of them: host, path, start, end, status."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.log: list[tuple[str, str, float, float, int]] = []
        self.failed: set[str] = set()
        self.lock = threading.Lock()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ", 2)[1]
            host = next(line[6:] for line in head.split("\r\n") if line.lower().startswith("host: ")).split(":")[0]
            if host == "control":
                body = json.dumps(len(self.log) if path == "/count" else self.log).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                await writer.drain()
                return
            start = time.monotonic()
            status, more, body = self.page(host, path)
            if status == 200 and "/slow/" in path and await hung_up(reader, 0.3):
                self.log.append((host, path, start, time.monotonic(), 0))
                return
            lines = f"HTTP/1.1 {status} X\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n{more}\r\n"
            writer.write(lines.encode() + body)
            self.log.append((host, path, start, time.monotonic(), status))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, StopIteration):
            pass
        finally:
            writer.close()

    def page(self, host: str, path: str) -> tuple[int, str, bytes]:
        number = int(host.split(".")[0][1:])
        if path == "/robots.txt":
            delay = delay_of(number)
            return 200, "", f"User-agent: *\nDisallow: /admin\nCrawl-delay: {delay}\n".encode()
        if path == "/feed":
            mine = range(number, self.options.pages, self.options.hosts)
            items = "".join(f"<item><title>Bridge {n}</title><link>/{self.path(n)}</link></item>" for n in mine)
            return 200, 'ETag: "1"\r\n', f'<rss version="2.0"><channel><title>P</title>{items}</channel></rss>'.encode()
        kind = path.split("/")[1]
        if kind == "moved":
            return 302, f"Location: /news/{path.rsplit('/')[-1]}\r\n", b""
        if kind == "gone":
            return 404, "", b""
        if kind == "busy" and path not in self.failed:
            self.failed.add(path)
            return 503, "Retry-After: 1\r\n", b""
        return 200, "", article(path)

    def path(self, page: int) -> str:
        kind = kind_of(page)
        return f"news/{page}" if kind == "plain" else f"{kind}/{page}"


async def hung_up(reader: asyncio.StreamReader, seconds: float) -> bool:
    """Whether the caller hangs up within so many seconds, as a killed one does."""
    try:
        return await asyncio.wait_for(reader.read(1), seconds) == b""
    except TimeoutError:
        return False


def article(path: str) -> bytes:
    chance = random.Random(path)
    paragraphs = "".join(f"<p>{' '.join(chance.choices(WORDS, k=60))}.</p>" for _ in range(6))
    head = f"<html><head><title>Bridge {path}</title></head><body><article><h1>Bridge {path}</h1>"
    return f"{head}<p>This is what stands at {path}.</p>{paragraphs}</article></body></html>".encode()


async def serve(options: argparse.Namespace) -> None:
    server = await asyncio.start_server(Hosts(options).answer, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
