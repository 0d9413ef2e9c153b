"""What several rooms' tests share: the command line as a user has it, and the store of the demo."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sholu.library import Library
from sholu.samples import documents


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


def environment(home: Path, **more: str) -> dict[str, str]:
    """The variables of a user who has set nothing and whose files are all in `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHOLU_", "XDG_", "COLUMNS"))}
    return {**kept, "HOME": str(home), "NO_COLOR": "1", **more}


def command(*arguments: object) -> list[str]:
    """The command line of `sholu` with these arguments."""
    return [sys.executable, "-m", "sholu", *(str(argument) for argument in arguments)]


@pytest.fixture
def sholu(tmp_path: Path) -> Run:
    """Runs `sholu` in a process of its own, in an empty folder. Whatever happens, nobody is shown a traceback."""

    def run(*arguments: object, given: bytes | str = b"", **more: str) -> Ran:
        data = given.encode("utf-8") if isinstance(given, str) else given
        done = subprocess.run(
            command(*arguments),
            input=data,
            capture_output=True,
            cwd=tmp_path,
            env=environment(tmp_path, **more),
            timeout=60,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
        assert "Traceback" not in ran.out + ran.err, ran.err
        return ran

    return run


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample press, read once for all tests; they only ask it."""
    path = tmp_path_factory.mktemp("press") / "press.sqlite"
    with Library.open(path, packs=("sample",)) as library:
        assert not [added.error for added in library.add(documents()) if added.error]
        library.knowledge()
    return path


@pytest.fixture
def library(press: Path):
    with Library.open(press) as opened:
        yield opened
