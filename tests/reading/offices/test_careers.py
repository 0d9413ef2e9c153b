"""English: offices told on the way, with adverbs, in lists, in another sentence; and what lone nouns mean."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader

Row = tuple[str, str, str | None, str]

ROWS: list[tuple[str, list[Row]]] = [
    ("Ann Lee, who is currently a deputy mayor, spoke.", [("Ann Lee", "deputy mayor", None, "current")]),
    ("Ann Lee was previously head of Blue Bank.", [("Ann Lee", "head", "Blue Bank", "former")]),
    ("Ann Lee has been mayor of Oslo since 2019.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("Ann Lee, who has been mayor of Oslo for nine years, spoke.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("Ann Lee had been mayor of Oslo since 2019.", [("Ann Lee", "mayor", "Oslo", "former")]),
    ("Ann Lee held the post of finance minister from 2008 to 2013.", [("Ann Lee", "finance minister", None, "former")]),
    ("Ann Lee will step down as mayor of Oslo next month.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("Ann Lee has resigned as mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", "former")]),
    ("Ann Lee will serve as mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", "future")]),
    ("Ann Lee will remain in her post as mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("The council named Ann Lee, 45, as mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("The council named a banker, Ann Lee, as mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("The council hailed a banker, Ann Lee, as mayor of hearts.", []),
    (
        "The council named Ann Lee as mayor of Oslo and Jo Reed as treasurer.",
        [("Ann Lee", "mayor", "Oslo", "current"), ("Jo Reed", "treasurer", None, "current")],
    ),
    (
        "Ann Lee spoke. Her career includes roles as mayor of Oslo and finance minister.",
        [("Ann Lee", "mayor", "Oslo", "former"), ("Ann Lee", "finance minister", None, "former")],
    ),
    (
        "Ann Lee has held several posts, including finance minister and mayor of Oslo.",
        [("Ann Lee", "finance minister", None, "former"), ("Ann Lee", "mayor", "Oslo", "former")],
    ),
    ("Ann Lee taught before becoming mayor of Oslo in 2015.", [("Ann Lee", "mayor", "Oslo", "current")]),
    ("After serving as mayor of Oslo, Ann Lee retired.", [("Ann Lee", "mayor", "Oslo", "former")]),
    (
        "Ann Lee became the governor of the newly formed Abai Region.",
        [("Ann Lee", "governor", "Abai Region", "current")],
    ),
    ("Ann Lee was mayor of the capital Astana.", [("Ann Lee", "mayor", "Astana", "former")]),
    ("Ann Lee became the mayor of Kokshetau city.", [("Ann Lee", "mayor", "Kokshetau", "current")]),
    (
        "Ann Lee previously served as the country's first vice minister of finance.",
        [("Ann Lee", "first vice minister of finance", None, "former")],
    ),
    (
        "Kokshetau voted. The deputy head of the city, Ann Lee, spoke.",
        [("Ann Lee", "deputy head", "Kokshetau", "current")],
    ),
    ("Head of Blue Bank, Ann Lee, has left.", [("Ann Lee", "head", "Blue Bank", "current")]),
    ("Ann Lee was offered the job of mayor.", []),
    ("Ann Lee turned down the post of mayor.", []),
    ("Ann Lee refused to resign as mayor.", [("Ann Lee", "mayor", None, "current")]),
    ("Ann Lee, who called him unfit to serve as mayor, left.", []),
    ("If Ann Lee is elected mayor, taxes will fall.", []),
    ("Wait until Ann Lee is elected mayor.", [("Ann Lee", "mayor", None, "future")]),
    ("When Ann Lee was elected mayor, taxes fell.", [("Ann Lee", "mayor", None, "current")]),
    ("Ann Lee, the governor's spokeswoman, spoke.", [("Ann Lee", "spokeswoman", "governor", "current")]),
    ("The president's adviser, Jo Reed, spoke.", [("Jo Reed", "adviser", "president", "current")]),
    ("Ann Lee, the mayor's wife, wept.", []),
    ("Ann Lee, spokesman Ambassador Jo Reed said.", [("Jo Reed", "ambassador", None, "current")]),
    (
        "Blue Bank governor Ann Lee spoke. Governor Lee left.",
        [("Ann Lee", "governor", "Blue Bank", "current")],
    ),
    (
        "Deputy Mayor Ann Lee met Mayor Jo Reed. Mayor Reed left.",
        [("Ann Lee", "deputy mayor", None, "current"), ("Jo Reed", "mayor", None, "current")],
    ),
    (
        "Blue Bank named Ann Lee chief executive on Friday. Lee succeeds Jo Reed.",
        [("Ann Lee", "chief executive", "Blue Bank", "current"), ("Jo Reed", "chief executive", "Blue Bank", "former")],
    ),
    (
        "Jo Reed will replace Ann Lee, who has been head of Blue Bank for a year.",
        [("Jo Reed", "head", "Blue Bank", "future"), ("Ann Lee", "head", "Blue Bank", "current")],
    ),
    ("President Ann Lee met Jo Reed, who replaced Tim Oak.", [("Ann Lee", "president", None, "current")]),
    (
        "Former president Ann Lee spoke. Lee's predecessors Jo Reed and Tim Oak did not.",
        [(name, "president", None, "former") for name in ("Ann Lee", "Jo Reed", "Tim Oak")],
    ),
    (
        "They paid then-President Ann Lee and Vice President Jo Reed.",
        [("Ann Lee", "president", None, "former"), ("Jo Reed", "vice president", None, "former")],
    ),
    ("US Ambassador to Panama Ann Lee spoke.", [("Ann Lee", "ambassador to Panama", None, "current")]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text for text, _ in ROWS])
def test_offices_told_on_the_way(text: str, wanted: list[Row]) -> None:
    reading = make_reader(engine="exact").read(Document(text, published="2024-06-15", language="en"))
    names = {entity.id: entity.name for entity in reading.entities}
    found = [(names[one.person], one.office, names.get(one.organisation or ""), one.status) for one in reading.tenures]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Ann Lee served as mayor until Jo Reed took over on January 1.", None, "2024-01-01"),
        ("Ann Lee was mayor until an election in April 2020.", None, "2020-04"),
        ("Ann Lee served as head of Blue Bank, from 5 May 2003 to 6 June 2004.", "2003-05-05", "2004-06-06"),
        ("Ann Lee was mayor when he resigned in 2003.", None, None),
        ("Former president Ann Lee, who was in power 2009-2014, spoke.", "2009", "2014"),
    ],
)
def test_terms_that_a_clause_tells(text: str, start: str | None, end: str | None) -> None:
    reading = make_reader(engine="exact").read(Document(text, published="2024-06-15", language="en"))
    assert [(one.start, one.end) for one in reading.tenures if one.status == "former"] == [(start, end)]


def test_the_foremost_of_two_presidents_is_the_president() -> None:
    text = (
        "Kazakhstan's President Ann Lee spoke to Russian President Jo Reed on Monday. "
        "Lee wants more trade. Lee also wants peace. The president will travel on Friday."
    )
    reading = make_reader(engine="exact").read(Document(text, published="2024-06-15", language="en"))
    at = text.index("president will")
    assert [one.name for one in reading.entities for m in one.mentions if m.start == at] == ["Ann Lee"]
