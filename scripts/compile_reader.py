"""Build the reader as machine code and prove that it reads as before.

compile_reader.py --into VENV [--build DIR]

The reading engine is plain Python and needs no compiler. Where there is one, mypyc (https://mypyc.readthedocs.io) turns
the modules that `[tool.hatch.build.targets.wheel.hooks.mypyc]` in pyproject.toml names into an extension. This script
builds that wheel from a copy of the sources, installs it in VENV, a virtual environment with requirements/compile.txt,
and compares the readings of the sample press, byte by byte, with those of the sources. Exit 1 where one differs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "src")
# Headers that mypyc leaves out of the files of a build in many files.
HEADERS = ("CPy.h", "str_extra_ops.h", "bytes_extra_ops.h")
READ = """
import sys, time
from sholu.model.contract import to_json
from sholu.reading import reader
from sholu.reading.stream import Manner, read_many_as_json
from sholu.samples import documents

pages = list(documents())
for line in read_many_as_json(pages, workers=2, manner=Manner(engine=sys.argv[1])):
    print(line)
read = reader.make_reader(engine=sys.argv[1])
for page in pages:
    print(to_json(read.read(page)))
started = time.process_time()
for page in pages:
    read.read(page)
spent = time.process_time() - started
words = sum(len(page.text.split()) for page in pages)
print(reader.__file__, round(words / spent), file=sys.stderr)
"""


def main() -> int:
    """Build, install, compare; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--into",
        type=Path,
        required=True,
        help="a virtual environment with requirements/compile.txt",
    )
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "compiled", help="where to build")
    arguments = parser.parse_args()
    if shutil.which(os.environ.get("CC", "cc")) is None:
        print(
            "There is no C compiler here: install one, or set CC. Sholu runs without, only slower.",
            file=sys.stderr,
        )
        return 2
    python = arguments.into.absolute() / "bin" / "python"
    wheel = build(python, arguments.build.absolute())
    subprocess.run(
        [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--force-reinstall",
            wheel,
        ],
        check=True,
    )
    print(f"{wheel.name} is installed in {arguments.into}")
    return compare(python)


def build(python: Path, folder: Path) -> Path:
    """The wheel, built in `folder`; what an earlier build left there is removed."""
    shutil.rmtree(folder, ignore_errors=True)
    source = folder / "source"
    source.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, source / part)
    (source / ".gitignore").touch()  # the one further up leaves out all of build/
    told = subprocess.run(
        [python, "-c", "import mypyc, os; print(os.path.join(os.path.dirname(mypyc.__file__), 'lib-rt'))"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    (folder / "made").mkdir()
    environment = {
        **os.environ,
        "HATCH_BUILD_HOOK_ENABLE_MYPYC": "true",
        "HATCH_MYPYC_BUILD_DIR": str(folder / "made"),
        "CPATH": told.stdout.strip(),
        "CFLAGS": " ".join(["-g0", *(f"-include {header}" for header in HEADERS)]),
    }
    log = folder / "log"
    print(f"Building, which takes minutes; {log} tells how far it is", flush=True)
    with log.open("w") as out:
        done = subprocess.run(
            [python, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "wheel")],
            cwd=source, env=environment, stdout=out, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    if done.returncode:
        sys.exit(f"The build failed: {log} ends with\n" + "\n".join(log.read_text().splitlines()[-15:]))
    return next((folder / "wheel").glob("*.whl"))


def compare(python: Path) -> int:
    """Whether the compiled reader reads the sample press as the sources do, and how much faster; the exit status."""
    status = 0
    for engine in ("exact", "joined"):
        plain, compiled = (_readings(python, engine, path) for path in (ROOT / "src", None))
        if plain[0] != compiled[0]:
            pairs = zip(plain[0].splitlines(), compiled[0].splitlines(), strict=False)
            wrong = sum(one != other for one, other in pairs)
            print(
                f"{engine}: {wrong} readings of the sample press differ; do not use this build",
                file=sys.stderr,
            )
            status = 1
        else:
            print(f"{engine}: the same readings, {compiled[1] / plain[1]:.2f} times the words a second of the sources")
    return status


def _readings(python: Path, engine: str, source: Path | None) -> tuple[str, float]:
    """What one engine reads, from the sources at `source` or as installed, and its words a second of processor time."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if source is not None:
        environment["PYTHONPATH"] = str(source)
    done = subprocess.run(
        [python, "-c", READ, engine],
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    where, _, speed = done.stderr.splitlines()[-1].rpartition(" ")
    if where.endswith(".py") is (source is None):
        sys.exit(f"The reader that ran is {where}: not the one that was to be compared")
    return done.stdout, float(speed)


if __name__ == "__main__":
    sys.exit(main())
