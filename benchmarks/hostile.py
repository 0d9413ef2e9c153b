"""How long and how much memory documents take that are made to be slow: feeds, sitemaps, lists, pages, robots.txt.

    python benchmarks/hostile.py                      # all, of 500,000 and of 4 million characters
    python benchmarks/hostile.py page --size 1000000  # pages only

Each is read in a child process that is killed after 120 CPU seconds or past 4 GB. A line is marked where eight times
the size takes more than twelve times as long, or more than ten seconds; then the command ends with status 1.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.sources.hostile import KINDS

from sholu.errors import InputError

_SECONDS = 120
_BYTES = 4_000_000_000
_TIMES = 8
_TOO_STEEP = 12
_TOO_LONG = 10.0
_SHORT = 0.5  # seconds: below that, growth says nothing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help=", ".join(KINDS))
    parser.add_argument("--size", type=int, default=4_000_000, help="characters of the larger one")
    parser.add_argument("--only", nargs="*", default=[], help="names of documents")
    args = parser.parse_args()
    print(f"{'':8} {'document':32} {'s':>6} {'s, 8x':>7} {'MB':>6}  what came of it", flush=True)
    bad = 0
    for kind in args.kinds or KINDS:
        made, read = KINDS[kind]
        for name, make in made.items():
            if not args.only or name in args.only:
                bad += not _in_child(partial(_measured, kind, name, make, read, args.size))
    return 1 if bad else 0


def _in_child(run: Callable[[], bool]) -> bool:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
        os._exit(0 if run() else 1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status < 0:
        print(f"{'':8} killed by signal {-status}: took more than {_SECONDS} s, or crashed  <<<", flush=True)
    return status == 0


def _measured(kind: str, name: str, make: Callable[[int], str], read: Callable[[str], object], size: int) -> bool:
    print(f"{kind:8} {name:32}", end="", flush=True)
    _seconds(read, make(2_000))  # what is loaded once
    small, _ = _seconds(read, make(size // _TIMES))
    large, outcome = _seconds(read, make(size))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fine = large < _TOO_LONG and (large < _SHORT or large < _TOO_STEEP * small) and not outcome.startswith("!")
    print(f" {small:6.2f} {large:7.2f} {memory:6.0f}  {outcome}{'' if fine else '  <<<'}", flush=True)
    return fine


def _seconds(read: Callable[[str], object], text: str) -> tuple[float, str]:
    start = time.process_time()
    try:
        read(text)
        outcome = "read"
    except InputError as error:
        outcome = error.code
    except Exception as error:
        outcome = f"! {error!r:.100}"
    return time.process_time() - start, outcome


if __name__ == "__main__":
    sys.exit(main())
