"""`sholu decide` from a terminal: kept, listed, taken back, and told when it is wrong."""

import json
import subprocess
import sys
from pathlib import Path


def run(store: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sholu", *words, "--store", str(store)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_decisions_are_kept_listed_and_taken_back(tmp_path: Path) -> None:
    store = tmp_path / "press.sqlite"
    article = tmp_path / "article.txt"
    article.write_text("Mayor Ann Lee met Governor John Brown in London on March 2.", "utf-8")
    assert run(store, "add", str(article), "--published", "2026-03-03").returncode == 0
    one, other = (json.loads(run(store, "who", name, "--json").stdout)["id"] for name in ("Ann Lee", "John Brown"))

    assert "Decision 1 is kept" in run(store, "decide", "same", one, other, "--why", "a test").stdout
    assert f"same {one} {other}" in run(store, "decide").stdout
    assert run(store, "decide", "undo", "1").returncode == 0
    assert "taken back" in run(store, "decide").stdout

    for wrong in (("undo", "1"), ("undo", "x"), ("same", one), ("different", one, "nobody")):
        done = run(store, "decide", *wrong)
        assert done.returncode == 1
        assert done.stderr.startswith("sholu: ")
