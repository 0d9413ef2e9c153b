from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.errors import InputError
from sholu.model.document import Document
from sholu.model.reading import Entity, Event, Mention, Reader, Reading
from sholu.model.span import Span
from sholu.store.search import search
from sholu.store.store import Store

TEXTS = [
    ("a", "en", "Steppe Wire", "2026-03-02", "Border guards detained two men with heroin in Osh.", "COERCE", "KG"),
    (
        "b",
        "ru",
        "Степной Телеграф",
        "2026-03-05",
        "Пограничники задержали двоих граждан с героином в Оше.",
        "COERCE",
        "KG",
    ),
    ("c", "kk", "Орда Тілшісі", "2026-03-09", "Шекарашылар Алматыда екі азаматты ұстады.", "COERCE", "KZ"),
    ("d", "en", "Steppe Wire", "2026-03-09", "Ministers met in Astana; the two sides signed nothing.", "CONSULT", "KZ"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    with Store.open(tmp_path_factory.mktemp("store") / "press.sqlite") as opened:
        for id, language, outlet, day, text, kind, country in TEXTS:
            document = Document(text, id=id, language=language, outlet=outlet, published=day)
            whole = Span(0, len(text))
            event = Event("v1", kind, Span(0, 4), whole)
            entity = Entity("e1", "place", "x", country=country, mentions=(Mention(0, 4),))
            opened.add(Reading(document, Reader("test", "1"), (entity,), events=(event,)))
        yield opened


def found(store: Store, query: str) -> list[str]:
    by_text = {text: id for id, *_, text, _, _ in TEXTS}
    return sorted(by_text[store.document(hit.id).text] for hit in search(store, query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("heroin", ["a"]),
        ("guard", ["a"]),
        ("пограничник", ["b"]),
        ("граждане", ["b"]),
        ("азамат", ["c"]),
        ('"two men"', ["a"]),
        ("two -heroin", ["d"]),
        ("two outlet:steppe", ["a", "d"]),
        ("type:COERCE country:KG", ["a", "b"]),
        ("lang:kk", ["c"]),
        ("after:2026-03-09", ["c", "d"]),
        ("before:2026-03-05", ["a"]),
        ("on:2026-03 type:consult", ["d"]),
        ("astan*", ["d"]),
        ("nothing-like-this", []),
        ("OR AND NOT heroin", []),
    ],
)
def test_queries(store: Store, query: str, expected: list[str]):
    assert found(store, query) == expected


def test_a_snippet_marks_its_hits(store: Store):
    hit = search(store, "heroin")[0]
    assert [hit.snippet[start:end] for start, end in hit.marked] == ["heroin"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "query-empty"),
        ("-only", "query-empty"),
        ('"open', "query-wrong"),
        ("colour:red", "query-wrong"),
        ("on:soon", "date-wrong"),
    ],
)
def test_wrong_queries_are_told(store: Store, query: str, code: str):
    with pytest.raises(InputError) as caught:
        search(store, query)
    assert caught.value.code == code


@given(st.text(max_size=40))
def test_no_query_breaks_the_search(store: Store, query: str):
    with suppress(InputError):  # told in words; anything else would be a failure
        search(store, query)
