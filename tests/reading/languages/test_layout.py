"""The data files of the languages are there to be read: no line is too long, no list says a thing twice."""

from importlib import resources

import pytest

from sholu.reading import languages
from sholu.reading.languages import LANGUAGES, language
from sholu.reading.patterns import listed

WIDTH = 120
FILES = sorted(
    (tag, path.name)
    for tag in LANGUAGES
    for path in (resources.files(languages) / tag).iterdir()
    if path.name.endswith(".toml")
)


def text(tag: str, name: str) -> str:
    return (resources.files(languages) / tag / name).read_text("utf-8")


@pytest.mark.parametrize(("tag", "name"), FILES)
def test_no_line_is_too_long(tag: str, name: str) -> None:
    assert [number for number, line in enumerate(text(tag, name).split("\n"), 1) if len(line) > WIDTH] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_files_are_found(tag: str) -> None:
    assert {"judgements.toml", "events.toml", "causes.toml", "hedges.toml"} <= {name for t, name in FILES if t == tag}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_list_of_judgements_says_a_thing_twice(tag: str) -> None:
    for section, lists in language(tag).table("judgements").items():
        for name, value in lists.items():
            found = listed(value) if section != "words" else value.split()
            assert len(found) == len(set(found)), (section, name)
