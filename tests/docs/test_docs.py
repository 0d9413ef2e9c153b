"""The docs tell the truth: their examples run, their links lead somewhere, and they name every command and error."""

import doctest
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
ROOT = DOCS.parent
PAGES = sorted([*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])

ARTICLE = """Police detained two men with 3 kg of hashish in Osh on March 12, the Interior Ministry said.

“The investigation may take two months,” spokesman Talgar Osmonov told Steppe Wire."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a user's, with an article, a JSONL file and the demo's store."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    (folder / "docs.jsonl").write_text(json.dumps({"id": "a1", "text": ARTICLE, "published": "2026-03-15"}), "utf-8")
    (folder / "other.txt").write_text("The mayor of London opened a bridge.", "utf-8")
    for command in ("demo", "add other.txt --store press.sqlite --published 2026-03-01"):
        run(folder, f"sholu {command}")
    return folder


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a `sholu ...` line in a folder."""
    words = shlex.split(command)
    assert words[0] == "sholu"
    return subprocess.run([sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False)


def examples() -> list[tuple[str, str]]:
    """Every block of the docs that shows commands: the page's name and the block."""
    return [
        (page.name, block)
        for page in PAGES
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    ]


@pytest.mark.parametrize(("page", "block"), examples(), ids=lambda value: str(value)[:40])
def test_examples_run_and_show_what_the_page_says(desk: Path, page: str, block: str, tmp_path: Path):
    folder = shutil.copytree(desk, tmp_path / "desk")
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip().split("\n")
        done = run(folder, command)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        for line in shown:
            assert line in done.stdout + done.stderr


def test_there_are_examples():
    assert sum(block.count("$ sholu") for _, block in examples()) > 15


def test_python_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(DOCS / "python.md"), module_relative=False)
    assert result.attempted > 8
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_every_command_is_described():
    from sholu.cli.app import app

    text = (DOCS / "commands.md").read_text("utf-8")
    for command in app.registered_commands:
        assert f"## sholu {command.name}" in text


def test_generated_pages_are_up_to_date():
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "write_docs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
