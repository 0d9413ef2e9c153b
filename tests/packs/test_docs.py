"""What the page about packs shows can be loaded as it stands, and it names every field and call."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from sholu.packs import Packs, load_packs
from sholu.packs.model import (
    ORGANISATION_KINDS,
    OUTLET_KINDS,
    OWNERSHIPS,
    PLACE_KINDS,
    Organisation,
    Outlet,
    Person,
    Place,
    Serial,
)

PAGE = Path(__file__).parents[2] / "docs" / "packs.md"
EXAMPLE = re.compile(r"^`(\w+)\.toml`.*?^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text("utf-8")


def test_the_examples_make_a_pack(page: str, tmp_path: Path) -> None:
    for name, text in EXAMPLE.findall(page):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    packs = load_packs((str(tmp_path),))
    pack = packs.packs[-1]
    for records in (pack.outlets, pack.serials, pack.organisations, pack.places, pack.people, pack.holdings):
        assert records
    minister = packs.office_holder("interior minister", "KZ", "2001")
    assert minister is not None
    assert minister.names["en"][0] == "Arman Omarov"


@pytest.mark.parametrize("record", [Outlet, Serial, Organisation, Place, Person])
def test_every_field_is_shown(page: str, record: type) -> None:
    shown = {"names": "name", "abbreviations": "abbreviation", "adjectives": "adjective"}
    for field in fields(record):
        if field.name != "id":
            assert re.search(rf"^{shown.get(field.name, field.name)}\b[.\w]* =", page, re.MULTILINE), field.name


def test_every_kind_is_listed(page: str) -> None:
    for kind in (*OUTLET_KINDS, *OWNERSHIPS, *ORGANISATION_KINDS, *PLACE_KINDS):
        assert kind in page


def test_every_question_is_listed(page: str) -> None:
    asked = {name for name in vars(Packs) if not name.startswith("_")} - {"records"}
    for name in asked:
        assert f".{name}(" in page or f"`.{name}(id)`" in page, name


def test_every_office_of_the_packs_is_listed(page: str) -> None:
    for holding in load_packs(("central_asia", "baltic")).holdings:
        assert f"`{holding.office}`" in page, holding.office
