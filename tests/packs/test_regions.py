"""A region is data only: another pack works the same, and no code names a country of any pack's region."""

import ast
import re
from pathlib import Path

import pytest

import sholu
from sholu.packs import load_packs
from sholu.packs.model import Kind
from sholu.text.tokens import tokenise
from tests.packs.finding import pack_phrases

SOURCE = Path(sholu.__file__).parent
REGIONS = {"ca": ("KZ", "KG", "UZ", "TJ", "TM"), "baltic": ("EE", "LV", "LT")}


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    [
        ("outlet", "en", "the Baltic Times wrote on January 3", "baltic:baltic-times"),
        ("organisation", "en", "the Latvian Foreign Ministry said", "baltic:lv-foreign-ministry"),
        ("organisation", "ru", "в Министерстве иностранных дел Эстонии сообщили", "baltic:ee-foreign-ministry"),
        ("organisation", "en", "members of NATO met", "world:nato"),
        ("person", "ru", "с Далей Грибаускайте и Гитанасом Науседой", "baltic:nauseda"),
        ("place", "ru", "в Вильнюсе", "baltic:vilnius"),
        ("place", "kk", "Латвияға барды", "baltic:latvia"),
    ],
)
def test_another_region_is_read_the_same_way(kind: Kind, language: str, text: str, expected: str) -> None:
    packs = load_packs(("baltic",))
    lexicon = pack_phrases(packs, kind, language, adjectives=True)
    found = {record.id for match in lexicon.find(tokenise(text)) for record in match.value.records}
    assert expected in found


def test_another_region_answers_the_same_questions() -> None:
    packs = load_packs(("baltic",))
    outlet = packs.outlet_by_domain("rus.delfi.ee")
    assert outlet is not None
    assert outlet.id == "baltic:delfi"
    president = packs.office_holder("president", "LT", "2015-05")
    assert president is not None
    assert president.names["en"][0] == "Dalia Grybauskaitė"
    assert packs.outlet_by_name("Tengrinews") is None


def test_regions_may_be_read_with_together() -> None:
    packs = load_packs(("central_asia", "baltic"))
    (match,) = pack_phrases(packs, "organisation", "en").find(tokenise("Foreign Ministry"))
    assert {"ca:kz-foreign-ministry", "baltic:lt-foreign-ministry"} <= {record.id for record in match.value.records}


def _words_of_code(source: str) -> set[str]:
    """All names and text constants of a module, docstrings left out, as small words."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            words.append(node.value)
        elif isinstance(node, ast.Name):
            words.append(node.id)
    return {word for text in words for word in re.findall(r"[^\W_]+", text.lower())}


def _names_of_regions() -> set[str]:
    packs = load_packs(("central_asia", "baltic"))
    countries = [place for place in packs.places if place.kind == "country"]
    wanted = {code for codes in REGIONS.values() for code in codes}
    return {
        form.lower()
        for place in countries
        if place.country in wanted
        for forms in place.names.values()
        for form in forms
        if " " not in form
    }


def test_no_code_names_a_region() -> None:
    names = _names_of_regions()
    assert {"kazakhstan", "узбекистан", "қырғызстан", "latvia"} <= names
    for path in sorted(SOURCE.rglob("*.py")):
        inside = path.relative_to(SOURCE)
        if inside.parts[0] == "packs":
            continue
        assert not names & _words_of_code(path.read_text("utf-8")), f"{inside} names a country: that belongs in a pack"


def test_the_search_for_names_finds_them() -> None:
    code = '"""Kazakhstan."""\nHOME = "ministry of Kazakhstan"\n'
    assert "kazakhstan" in _words_of_code(code)
    assert "kazakhstan" not in _words_of_code('"""Kazakhstan."""\n')
