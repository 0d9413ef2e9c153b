from pathlib import Path

import pytest

import sholu
from sholu.library import Library
from sholu.publishing.dossier import Dossier

TEXT = "Ann Lee was appointed mayor of Osh on 3 March, the council said."


def test_a_text_becomes_a_reading():
    reading = sholu.read(TEXT, published="2007-01-30", outlet="Steppe Wire", title="New mayor", language="en")
    assert isinstance(reading, sholu.Reading)
    assert reading.tenures
    assert reading.document.text == TEXT
    assert (reading.document.published, reading.document.outlet, reading.document.title) == (
        "2007-01-30",
        "Steppe Wire",
        "New mayor",
    )


def test_a_document_keeps_what_it_says_of_itself():
    document = sholu.Document(TEXT, id="x1", published="2026-03-05")
    assert sholu.read(document).document.id == "x1"
    assert sholu.read(document, published="2026").document.published == "2026"


@pytest.mark.parametrize(
    ("arguments", "error", "code"),
    [
        ({"text": ""}, sholu.Rejected, "empty"),
        ({"text": "\ud800 The minister resigned."}, sholu.Rejected, "text-broken"),
        ({"text": TEXT, "published": "soon"}, sholu.InputError, "date-wrong"),
        ({"text": TEXT, "language": "fr"}, sholu.Rejected, "language-not-read"),
        ({"text": TEXT, "packs": ("atlantis",)}, sholu.InputError, "pack-unknown"),
    ],
)
def test_what_cannot_be_read_is_told(arguments: dict, error: type[Exception], code: str):
    with pytest.raises(error) as caught:
        sholu.read(**arguments)
    assert isinstance(caught.value, sholu.SholuError)
    assert caught.value.code == code
    assert caught.value.hint


def test_the_store_has_the_verbs_of_the_command_line(press: Path):
    with sholu.open_store(press) as store:
        assert isinstance(store, Library)
        for verb in ("add", "rebuild", "brief", "search", "show", "who", "timeline"):
            assert callable(getattr(store, verb))
        assert store.search("hashish")
        assert isinstance(store.who("Токсанбаева"), Dossier)
        assert store.timeline(country="KZ").moments
        assert store.brief().sections


def test_added_documents_can_be_asked_at_once(tmp_path: Path):
    with sholu.open_store(tmp_path / "s.sqlite") as store:
        added = list(
            store.add([sholu.Document(TEXT, published="2026-03-05", outlet="Steppe Wire"), sholu.Document("")])
        )
        assert [item.error.code if item.error else item.new for item in added] == [True, "empty"]
        assert store.brief().documents == 1
        assert [hit.id for hit in store.search("mayor")] == [added[0].id]
        assert list(store.rebuild()) == [added[0].id]


def test_a_store_is_read_with_the_packs_that_filled_it(press: Path):
    with pytest.raises(sholu.InputError) as caught:
        sholu.open_store(press, packs=("world",))
    assert caught.value.code == "pack-other"


def test_importing_costs_nothing():
    import subprocess
    import sys

    code = "import sys, sholu; print(sorted(name for name in sys.modules if name.startswith('sholu')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sholu', 'sholu.version']"


def test_a_name_that_there_is_not():
    with pytest.raises(AttributeError):
        sholu.nothing  # noqa: B018
