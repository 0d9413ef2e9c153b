import re
from pathlib import Path

from sholu.library import Library
from sholu.model.document import Document
from sholu.version import __version__
from tests.conftest import Run

COMMANDS = ("read", "add", "rebuild", "brief", "search", "show", "who", "timeline", "demo", "doctor")


def test_the_demo_shows_what_sholu_is_for_and_runs_again(sholu: Run, tmp_path: Path):
    first = sholu("demo", COLUMNS="80")
    assert first.status == 0, first.err
    text = " ".join(first.out.split())
    assert re.search(r"[\w’' ]+ → [\w’' ]+ \(\d+ Mar 2026\)", text), "a chain of custody"
    assert re.search(r"\[(planned|alleged)\]", text)
    assert "figures differ" in text
    assert "claimed and denied" in text
    assert "CHANGES OF OFFICE" in text
    assert "Aqsuatov" in text.partition("CHANGES OF OFFICE")[2]
    assert max(map(len, first.out.splitlines())) <= 100
    again = sholu("demo", COLUMNS="80")
    assert (again.status, again.out) == (0, first.out)
    with Library.open(tmp_path / "sholu-demo.sqlite") as library:
        assert library.facts().documents == 59
        list(library.add([Document("Ann Lee was elected mayor of Osh.", language="en", published="2026-03-20")]))
    kept = sholu("demo")
    assert kept.status == 1
    assert "not overwritten" in kept.err
    with Library.open(tmp_path / "sholu-demo.sqlite") as library:
        assert library.facts().documents == 60


def test_the_doctor_finds_everything_in_order(sholu: Run, press: Path):
    ran = sholu("doctor", "--store", press)
    assert ran.status == 0, ran.out
    assert all(line.startswith("ok ") for line in ran.out.splitlines())
    assert "59 documents" in ran.out


def test_the_doctor_says_what_is_wrong_and_goes_on(sholu: Run, tmp_path: Path):
    (tmp_path / "s.sqlite").write_bytes(b"no database " * 500)
    ran = sholu("doctor", "--store", "s.sqlite")
    assert ran.status == 1
    assert "FAIL  store: s.sqlite is not a Sholu store" in ran.out
    assert "ok    settings" in ran.out


def test_the_version_and_the_help_of_every_command(sholu: Run):
    assert sholu("--version").out == sholu("-V").out == f"sholu {__version__}\n"
    top = sholu("--help")
    assert top.status == 0
    assert "python -m" not in top.out
    for name in COMMANDS:
        assert f" {name} " in top.out
        ran = sholu(name, "--help")
        assert ran.status == 0
        assert f"sholu {name}" in ran.out
    assert "Usage" in sholu().out + sholu().err
