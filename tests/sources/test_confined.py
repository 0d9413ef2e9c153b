"""Whatever a task does to its process, one question is lost by it and the next is answered."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from sholu.errors import InstallationError, Rejected
from sholu.sources import confined, pdf
from sholu.sources.confined import OUT_OF_TIME, Confined
from sholu.sources.opening import open_any


@pytest.fixture(scope="module")
def worker() -> Iterator[Confined]:
    made = Confined("tests.sources.tasks:misbehave", what="PDF", seconds=60.0, memory=1_000_000_000, hint="Leave it.")
    yield made
    made.close()


def refused(worker: Confined, question: str) -> str:
    with pytest.raises(Rejected) as error:
        worker.ask(question.encode())
    assert error.value.hint
    return error.value.code


def test_one_process_answers_all_questions(worker: Confined):
    assert worker.ask(b"say \xd0\xb4\xd0\xb0") == "да"
    pids = {worker.ask(b"pid") for _ in range(5)}
    assert len(pids) == 1
    assert pids != {str(os.getpid())}


@pytest.mark.parametrize("question", ["crash", "exit", "grow", "native grow"])
def test_what_kills_the_process_costs_one_question(worker: Confined, question: str):
    before = worker.ask(b"pid")
    assert refused(worker, question) == "crash"
    assert worker.ask(b"pid") != before


@pytest.mark.parametrize("question", ["sleep", "spin", "native spin"])
def test_what_takes_too_long_is_killed(question: str):
    worker = Confined("tests.sources.tasks:misbehave", what="PDF", seconds=0.3, memory=1_000_000_000, hint="Leave it.")
    try:
        assert refused(worker, question) == "slow"
        assert worker.started == 1, "what hangs is not tried twice"
        assert worker.ask(b"say well") == "well"
    finally:
        worker.close()


def test_a_worn_out_process_is_no_reason_to_refuse(worker: Confined):
    """What one file leaves behind may kill the process at the next: a fresh one decides."""
    pid = int(worker.ask(b"pid"))
    os.kill(pid, signal.SIGSTOP)  # it cannot answer any more, and is dead by the time that the question is sent
    threading.Timer(0.2, os.kill, (pid, signal.SIGKILL)).start()
    assert worker.ask(b"say well") == "well"


def test_a_process_is_replaced_before_it_is_worn_out(worker: Confined, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(confined, "_MOST_ANSWERS", 3)
    worker.close()
    pids = [worker.ask(b"pid") for _ in range(6)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3]


def test_an_answer_that_nobody_waited_for_is_no_answer_to_the_next(worker: Confined, monkeypatch: pytest.MonkeyPatch):
    def interrupted(pipe: IO[bytes], most: int) -> bytes | None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(confined, "receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            worker.ask(b"say first")
    assert worker.ask(b"say second") == "second"


def test_mistakes_of_the_task_are_told_and_do_not_kill(worker: Confined):
    before = worker.ask(b"pid")
    assert refused(worker, "raise") == "file-broken"
    assert worker.ask(b"pid") == before


def test_what_native_code_prints_is_no_answer(worker: Confined):
    assert worker.ask(b"print") == "done"
    assert worker.ask(b"say well") == "well"


def test_threads_get_their_own_answers(worker: Confined):
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = worker.ask(f"say {number}".encode())

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: str(number) for number in range(20)}


def test_a_fork_asks_a_process_of_its_own(worker: Confined):
    before = worker.ask(b"pid")
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(write, worker.ask(b"pid").encode())
            worker.close()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 100).decode() not in ("", before)
    os.close(read)
    os.close(write)
    assert worker.ask(b"pid") == before


def test_nothing_is_imported_from_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    worker = Confined("tests.sources.tasks:misbehave", what="PDF", seconds=60.0, memory=1_000_000_000, hint="Leave it.")
    try:
        assert worker.ask(b"say well") == "well"
    finally:
        worker.close()


def test_the_signal_of_the_timer_is_the_one_that_is_known():
    assert signal.SIGPROF == OUT_OF_TIME


def test_where_no_process_can_be_started_no_file_is_blamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    monkeypatch.setattr(pdf, "_reader", lambda: Confined("a:b", what="PDF", seconds=1.0, memory=10**9, hint="Wait."))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(InstallationError) as error:
        list(open_any(tmp_path / "a.pdf"))
    assert error.value.code == "reader-missing"
