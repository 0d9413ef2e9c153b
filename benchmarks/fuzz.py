"""Fuzzing of every parser of outside bytes, guided by coverage (atheris, which is libFuzzer for Python).

    python benchmarks/fuzz.py --seconds 3600            # CPU seconds of fuzzing in all, over all targets in turn
    python benchmarks/fuzz.py feed pdf --seconds 300    # two of them

The targets and their good files stand in tests/sources/parsers.py. Each runs in a child process; an input that takes
more than 20 seconds or 1,500 MB of memory, or that crashes native code, ends the child, is kept, and the next child
goes on. An exception that a target must not raise is kept once for each place that it comes from. Findings and corpora
lie under build/fuzz; a corpus is taken up again by the next run. The command ends with status 1 when there were
findings.

Needs `pip install atheris` besides Sholu; `make fuzz` makes an environment for it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

_SECONDS_EACH = 20  # of one input
_MEGABYTES = 1_500
_LONGEST = 60_000  # bytes of one input
_TURN_S = 120  # of one child; importing and instrumenting takes five of them
_GRACE_S = 600  # on a busy machine; libFuzzer ends by its own clock before that
_FOREIGN = ("feedparser", "protego", "warcio")
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


@dataclass
class Score:
    """What became of one target: CPU seconds, wall seconds, inputs, and its findings."""

    seconds: float = 0.0
    inputs: int = 0
    findings: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", help="all if none is named")
    parser.add_argument("--seconds", type=float, default=3600, help="CPU seconds of fuzzing in all")
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz", help="folder of corpora and findings")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--turn", type=int, default=_TURN_S, help="seconds that one target has the word")
    parser.add_argument("--each", type=int, default=_SECONDS_EACH, help="seconds that one input may take")
    args = parser.parse_args()
    if args.child:
        fuzz_one(args.child, args.keep, args.turn, args.each)
        return 0
    from tests.sources.parsers import TARGETS

    wrong = set(args.targets) - set(TARGETS)
    if wrong:
        parser.error(f"no such target: {', '.join(sorted(wrong))}; there are {', '.join(TARGETS)}")
    scores = {name: Score() for name in args.targets or TARGETS}
    while sum(score.seconds for score in scores.values()) < args.seconds:
        name = min(scores, key=lambda one: scores[one].seconds)
        turn(name, scores[name], args.keep, args.turn, args.each)
        print(report(scores), flush=True)
        (args.keep / "scores.json").write_text(json.dumps({name: vars(one) for name, one in scores.items()}, indent=1))
    return 1 if any(score.findings for score in scores.values()) else 0


def turn(name: str, score: Score, keep: Path, seconds: int, each: int) -> None:
    """One child's turn at a target."""
    folder = keep / name
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    before = set(folder.iterdir())
    command = [sys.executable, __file__, "--child", name, "--keep", str(keep), "--turn", str(seconds)]
    command += ["--each", str(each)]
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            _, status, usage = _waited(child, seconds + _GRACE_S)
        except BaseException:
            child.kill()
            raise
    said = (folder / "log").read_text("utf-8", "replace")
    score.seconds += usage.ru_utime + usage.ru_stime
    score.inputs += sum(map(int, _EXECUTED.findall(said)))
    found = sorted(path.name for path in set(folder.iterdir()) - before if not path.suffix and path.name != "log")
    score.findings += [one for one in found if not one.startswith("slow-unit-")]
    if status and not found:
        (folder / f"log-{len(score.findings)}").write_text(said)
        score.findings.append(f"ended with {status}: {said[-300:]!r}")


def _waited(child: subprocess.Popen[bytes], seconds: float) -> tuple[int, int, object]:
    """Wait for a child that libFuzzer's own clock should end; when it does not, it is killed."""
    import signal
    import threading

    timer = threading.Timer(seconds, lambda: os.kill(child.pid, signal.SIGKILL))
    timer.start()
    try:
        pid, status, usage = os.wait4(child.pid, 0)
    finally:
        timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return pid, child.returncode, usage


def report(scores: dict[str, Score]) -> str:
    """The state of things as a table."""
    rows = [f"{'target':15}{'CPU s':>8}{'inputs':>10}  findings"]
    rows += [f"{name:15}{one.seconds:8.0f}{one.inputs:10,}  {len(one.findings)}" for name, one in scores.items()]
    seconds, inputs = (sum(getattr(one, what) for one in scores.values()) for what in ("seconds", "inputs"))
    rows.append(f"{'all':15}{seconds:8.0f}{inputs:10,}  {sum(len(one.findings) for one in scores.values())}")
    return "\n".join(rows)


def fuzz_one(name: str, keep: Path, seconds: int, each: int) -> None:
    """The child: fuzzes one target and never returns."""
    import atheris

    # Loaded first: what is instrumented are the parsers, not the libraries that they share with the fuzzer.
    for library in ("lxml.html", "trafilatura", "pyarrow.parquet", "pypdfium2"):
        try:
            import_module(library)
        except ImportError:
            continue
    with atheris.instrument_imports(include=["sholu", *_FOREIGN]):
        for module in ("sholu.sources", "sholu.sources.web", "sholu.text"):
            for found in iter_modules(import_module(module).__path__, f"{module}."):
                if not found.ispkg and found.name != "sholu.sources.confinement":
                    import_module(found.name)
        for module in _FOREIGN:
            import_module(module)
        import_module("warcio.archiveiterator")
    from tests.sources.parsers import TARGETS

    from sholu.sources import pages
    from sholu.sources.web import page
    from sholu.text.html import main_text

    # In this very process: what happens in another is not seen.
    pages.page_text = page.page_text = main_text  # type: ignore[attr-defined]
    target, folder = TARGETS[name], keep / name
    for number, seed in enumerate(target.seeds()):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)
    words = target.words or ("\\x00",)  # libFuzzer refuses an empty list
    (folder / "words.txt").write_text("".join(f'"{_escaped(word)}"\n' for word in words))
    options = [
        *(f"-max_total_time={seconds}", f"-timeout={each}", f"-rss_limit_mb={_MEGABYTES}"),
        *(f"-max_len={_LONGEST}", f"-artifact_prefix={folder}/", f"-dict={folder / 'words.txt'}"),
        *("-print_final_stats=1", "-report_slow_units=5", "-close_fd_mask=1", "-verbosity=0", "-reload=0"),
    ]
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], _watched(target.run, folder))
    atheris.Fuzz()


def _watched(run: Callable[[bytes], object], folder: Path) -> Callable[[bytes], None]:
    """The target; what it raises is kept, once for each place, and the fuzzing goes on."""
    known: set[str] = set()

    def one(data: bytes) -> None:
        try:
            run(bytes(data))
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            told = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
            if type(error).__name__ == "Mistake":  # the same check fails for many reasons
                told += "-" + hashlib.sha256(re.sub(r"\d+|'.*'", "", str(error)[:80]).encode()).hexdigest()[:6]
            if told not in known:
                known.add(told)
                if not (folder / told).exists():
                    (folder / told).write_bytes(data)
                    (folder / f"{told}.txt").write_text(traceback.format_exc(), "utf-8", "backslashreplace")

    return one


def _escaped(word: str) -> str:
    return "".join(chr(byte) if 32 < byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
