"""What the lists say of single words."""

import pytest

from sholu.reading.languages import LANGUAGES, language
from sholu.reading.names.lexicon import Mark, lexicon


def test_every_language_has_the_same_keys() -> None:
    tables = [language(tag).table("names") for tag in LANGUAGES]
    assert len({frozenset(table) for table in tables}) == 1
    assert len({frozenset(table["grammar"]) for table in tables}) == 1


@pytest.mark.parametrize(
    ("tag", "lower", "mark"),
    [
        ("en", "nursultan", Mark.GIVEN),
        ("en", "kobdikov", Mark.ENDING),
        ("en", "ministry", Mark.HEAD),
        ("en", "vice-chancellor", Mark.TITLE),
        ("ru", "министерству", Mark.HEAD),
        ("ru", "президентом", Mark.TITLE),
        ("ru", "сергеевича", Mark.PATRONYMIC),
        ("kk", "министрлігінің", Mark.HEAD),
        ("kk", "қобдықовтың", Mark.ENDING),
    ],
)
def test_marks(tag: str, lower: str, mark: int) -> None:
    assert lexicon(tag).capital(lower).marks & mark


@pytest.mark.parametrize(("tag", "lower"), [("ru", "советский"), ("ru", "радость"), ("kk", "парламенттік")])
def test_a_stem_takes_only_endings_of_its_noun(tag: str, lower: str) -> None:
    assert not lexicon(tag).word(lower).marks & Mark.HEAD


def test_gender() -> None:
    assert lexicon("en").capital("gulmira").gender == "f"
    assert lexicon("ru").capital("темировой").gender == "f"


def test_home_of_an_institution_that_one_word_names() -> None:
    assert lexicon("en").home("kremlin") == "RU"
    assert lexicon("ru").home("бундестага") == "DE"
    assert lexicon("en").home("orchard") is None
