"""Stopping and killing `sholu add` in the middle: what was finished is kept, nothing is half there, a rerun ends it."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from sholu.model.contract import document_to_dict
from sholu.samples import documents
from tests.conftest import Run, command, environment

COPIES = 3
PRESS = documents()[:25]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the sample press several times over, each copy through an outlet of its own."""
    path = tmp_path_factory.mktemp("press") / "press.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for copy in range(COPIES):
            for document in PRESS:
                own = {"outlet": f"Outlet {copy}", "id": f"{document.id}-{copy}", "url": None}
                data = document_to_dict(document) | own
                lines.write(json.dumps(data) + "\n")
    return path


def count(store: Path) -> int:
    """Documents in the store; it is whole, and every document has its reading and is findable."""
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ids = {row[0] for row in connection.execute("SELECT id FROM documents")}
        assert ids == {row[0] for row in connection.execute("SELECT document FROM readings")}
        found = [row[0] for row in connection.execute("SELECT document FROM search")]
        assert sorted(found) == sorted(ids)
    connection.close()
    return len(ids)


def start(press: Path, store: Path, workers: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command("add", press, "--store", store, "--workers", workers),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(store.parent),
        start_new_session=True,
        # A background job of a plain shell is born deaf to Ctrl-C, and so would be what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_for_documents(store: Path, least: int) -> None:
    """Until so many documents are there; a store that is still being made counts as empty."""
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if store.exists():
            try:
                with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
                    if connection.execute("SELECT count(*) FROM documents").fetchone()[0] >= least:
                        return
            except sqlite3.OperationalError:
                pass
        time.sleep(0.005)
    raise AssertionError("nothing was added within four minutes")


def test_ctrl_c_keeps_what_was_finished(press: Path, tmp_path: Path):
    store = tmp_path / "s.sqlite"
    process = start(press, store, 2)
    wait_for_documents(store, 3)
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to the whole group, workers too
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "sholu: Stopped. What was finished before is kept.\n"
    assert 3 <= count(store) < COPIES * len(PRESS)


def test_killed_again_and_again_it_still_gets_done(press: Path, tmp_path: Path, sholu: Run):
    store = tmp_path / "s.sqlite"
    random = Random(7)
    before = 0
    for round in range(3):
        process = start(press, store, 1 + round % 2)
        wait_for_documents(store, min(before + random.randrange(1, 25), 60) if round else 0)
        time.sleep(random.random() / 20)
        process.kill()
        process.wait(60)
        process.communicate()
        now = count(store)
        assert now >= before, "something that was there is lost"
        before = now
    ran = sholu("add", press, "--store", store)
    total = COPIES * len(PRESS)
    assert ran.status == 0
    assert ran.out.startswith(f"{total - before} added")
    assert f", {before} there already, 0 refused" in ran.out
    assert count(store) == total


def test_workers_do_not_outlive_a_killed_parent(press: Path, tmp_path: Path):
    store = tmp_path / "s.sqlite"
    process = start(press, store, 2)
    wait_for_documents(store, 1)
    assert len(group(process.pid)) >= 3
    process.kill()
    process.wait(60)
    process.communicate()  # ends when the last worker has closed its copy of the pipe
    deadline = time.monotonic() + 30
    while group(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not group(process.pid)


def group(leader: int) -> list[int]:
    """The living processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(of) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found
