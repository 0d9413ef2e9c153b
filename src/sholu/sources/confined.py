"""A task in a process of its own, bounded in time and memory: what kills it costs one file and not the run."""

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from signal import Signals
from typing import IO

from sholu.errors import InstallationError, Rejected

OUT_OF_TIME = 27
"""The signal that ends a process which used up its time: SIGPROF, that of the timer that counts it."""

_FAREWELL_S = 1.0
_PATIENCE = 10  # times its CPU time that a process may take by the clock: a busy machine gives it a tenth
_MOST_ANSWERS = 2_000  # of one process: what parsers leave behind in memory goes with it
_LENGTH = 8  # bytes that say how long a message is
_LONGEST_REPLY = 200_000_000


class Confined:
    """Asks one process after the other to do a task; any thread may ask, one is answered at a time.

    `task` is "module:function", from bytes to str; what it raises as Rejected is raised here. The process starts when
    it is first asked, stays for the next question, and is started anew when it died. It ends with this process.
    `seconds` of CPU time are what one answer may take, and ten times as long by the clock; `memory` bounds the address
    space in bytes, where the system can do that. `what` is what a user would call the input, `hint` what to do instead.
    """

    def __init__(self, task: str, *, what: str, seconds: float, memory: int, hint: str) -> None:
        self._task = task
        self._what = what
        self._hint = hint
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._answered = 0
        self._lock = threading.Lock()
        self.started = 0
        """How many processes were started so far."""

    def ask(self, data: bytes) -> str:
        """What the task makes of `data`.

        Rejected: as the task, `slow` when it took too long, `crash` when it died. InstallationError `reader-missing`.
        """
        with self._lock:
            used = self._is_there()
            try:
                return self._asked(data)
            except _Died as death:
                if used and not death.late:  # what came before may have worn it out: a fresh one decides
                    with suppress(_Died):
                        return self._asked(data)
                raise self._refusal(death) from None

    def close(self) -> None:
        """End the process; the next question starts another."""
        with self._lock:
            self._end()

    def _is_there(self) -> bool:
        if self._owner != os.getpid():  # we are a fork: the process is our parent's, and so are the pipes to it
            self._process = None
        return self._process is not None and self._process.poll() is None

    def _asked(self, data: bytes) -> str:
        process = self._process if self._is_there() and self._answered < _MOST_ANSWERS else None
        if process is None:
            process = self._started()
        self._answered += 1
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds * _PATIENCE, stop)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):  # it died; what it says of that is read below
                send(process.stdin, data)
            reply = receive(process.stdout, _LONGEST_REPLY)
        except (
            BaseException
        ):  # Ctrl-C: an answer that nobody waited for must not be taken for that to the next question
            process.kill()
            self._end()
            raise
        finally:
            timer.cancel()
        if reply is None or late.is_set():
            self._end()
            raise _Died(process.returncode, late.is_set())
        return _read(reply)

    def _started(self) -> "subprocess.Popen[bytes]":
        self._end()
        # -P: a folder that the user stands in may hold anything, and is no place to import from.
        path = os.pathsep.join(folder for folder in sys.path if folder)
        try:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-P", "-m", "sholu.sources.confinement"),
                    *(self._task, str(self._memory), str(self._seconds)),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
        except OSError as error:
            raise InstallationError(
                f"The process that reads a {self._what} cannot be started: {error}.",
                code="reader-missing",
                hint="Look whether memory and processes are left; the file itself is not at fault.",
            ) from error
        self._owner = os.getpid()
        self._answered = 0
        self.started += 1
        if self.started == 1:
            atexit.register(self.close)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        try:
            process.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _refusal(self, death: "_Died") -> Rejected:
        if death.late:
            return Rejected(
                f"Reading this {self._what} takes more than {self._seconds:.0f} seconds.",
                code="slow",
                hint=self._hint,
            )
        return Rejected(
            f"This {self._what} brought its reader down ({death.how}): it is damaged, made to do that, or wants more "
            f"than {self._memory / 1e9:.0f} GB of memory.",
            code="crash",
            hint=self._hint,
        )


class _Died(Exception):
    def __init__(self, status: int | None, late: bool) -> None:
        super().__init__(status)
        self.late = late or (status is not None and status == -OUT_OF_TIME)
        self.how = f"status {status}"
        if status is not None and status < 0:
            with suppress(ValueError):
                self.how = Signals(-status).name


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write a message with its length before it."""
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> bytes | None:
    """The next message; None when the other end has hung up, or says that it has more than `most` bytes to send."""
    head = pipe.read(_LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or length > most:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


def _read(reply: bytes) -> str:
    told = json.loads(reply)
    if "text" in told:
        return str(told["text"])
    raise Rejected(str(told["message"]), code=str(told["code"]), hint=str(told["hint"]))
