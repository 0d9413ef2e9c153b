"""The other side of `sholu.sources.confined`: does one task for its parent, again and again, and can do little else."""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from sholu.errors import Rejected, told
from sholu.sources.confined import receive, send

_LONGEST = 1 << 40
_FILES = 64  # open at a time


def main(task: str, memory: int, seconds: float) -> None:
    """Answer messages on standard input until it ends. What native code prints goes nowhere.

    An answer that takes more CPU time than it may have ends the process, in the midst of native code too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for our parent, who then hangs up
    if hasattr(signal, "SIGPROF"):  # a parent that is measured may have left it ignored
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, _, name = task.partition(":")
    run: Callable[[bytes], str] = getattr(import_module(module), name)
    _bound(memory)
    while (data := receive(sys.stdin.buffer, _LONGEST)) is not None:
        _limit(seconds)
        reply = _answer(run, data)
        _limit(0)
        send(answers, json.dumps(reply).encode("ascii"))


def _answer(run: Callable[[bytes], str], data: bytes) -> dict[str, str]:
    try:
        return {"text": run(data)}
    except Rejected as error:
        return {"message": error.message, "code": error.code, "hint": error.hint}
    except MemoryError:
        raise
    except Exception as error:
        return {
            "message": f"This file is damaged, or is something else: {told(error)}.",
            "code": "file-broken",
            "hint": "Open it with the program that made it and save it again.",
        }


def _limit(seconds: float) -> None:
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound(memory: int) -> None:
    """No more than so much memory and so many files, no core dumped; where the system knows such bounds."""
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _FILES,
    }
    for kind, most in bounds.items():
        with suppress(ValueError, OSError):  # the system's own bound is lower
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
