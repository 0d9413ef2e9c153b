from dataclasses import replace

import pytest

from sholu.corpus.agreement import agree
from sholu.corpus.matching import same_text
from sholu.corpus.score import score
from sholu.errors import InputError
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.model.span import Span
from tests.corpus.test_convert import reading

KINDS = ("entities", "attributions", "events", "tenures", "quantities", "judgements", "times")


def test_the_gold_is_perfect_by_itself():
    result = score(reading(), reading())
    assert not result.misses
    assert all(tally.f1 == 1 for tally in result.tallies.values())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_missing_lowers_recall_and_what_is_added_precision(kind: str):
    gold = reading()
    without = replace(gold, **{kind: ()})
    missing = score(gold, without).tallies[kind]
    assert (missing.found, missing.right, missing.recall) == (0, 0, 0)
    if kind == "entities":
        return  # what is left refers to them
    added = score(without, gold).tallies[kind]
    assert added.beyond == added.seen > 0


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("entities", "country", "KZ"),
        ("attributions", "mode", "mixed"),
        ("attributions", "source", "traders"),
        ("attributions", "date", "2026-03-04"),
        ("events", "modality", "planned"),
        ("events", "polarity", "negated"),
        ("events", "actors", ()),
        ("events", "place", None),
        ("tenures", "status", "former"),
        ("quantities", "unit", "count"),
        ("quantities", "holder", "osh"),
        ("judgements", "hedged", False),
        ("judgements", "sign", "+"),
        ("judgements", "holder", "author"),
        ("times", "value", "2026"),
    ],
)
def test_a_wrong_field_is_found_but_not_right(kind: str, field: str, value: object):
    gold = reading()
    items = getattr(gold, kind)
    index = next(
        i for i, item in enumerate(items) if getattr(item, field) not in (None, value) and item.id != "traders"
    )
    wrong = replace(items[index], **{field: value})
    seen = replace(gold, **{kind: (*items[:index], wrong, *items[index + 1 :])})
    result = score(gold, seen)
    assert result.tallies[kind].found == len([item for item in items if kind != "entities" or item.id != "traders"])
    assert result.tallies[kind].right == result.tallies[kind].found - 1
    assert result.errors()[f"{kind}: {field}"] == 1


def test_another_type_or_figure_is_not_found():
    gold = reading()
    event = replace(gold.events[0], type="ASSAULT")
    quantity = replace(gold.quantities[0], value=2, low=2)
    result = score(gold, replace(gold, events=(event,), quantities=(quantity,)))
    assert result.errors()["events: not found"] == result.errors()["events: beyond gold"] == 1
    assert result.errors()["quantities: not found"] == 1


def test_a_content_cut_short_is_not_found():
    gold = reading()
    first = gold.attributions[0]
    start = first.content[0].start
    short = replace(first, content=(Span(start, start + 3),))
    assert score(gold, replace(gold, attributions=(short, gold.attributions[1]))).tallies["attributions"].found == 1


def test_mentions_are_joined_as_the_gold_joins_them():
    gold = reading()
    lee = gold.entity("lee")
    split = (
        *(entity for entity in gold.entities if entity.id != "lee"),
        replace(lee, mentions=lee.mentions[:1]),
        replace(lee, id="other", mentions=lee.mentions[1:]),
    )
    tally = score(gold, replace(gold, entities=split)).tallies["mentions"]
    assert (tally.gold, tally.found, tally.right) == (5, 5, 4)


def test_another_text_is_refused():
    with pytest.raises(InputError, match="another text"):
        score(reading(), Reading(Document("Something else."), reading().reader))


@pytest.mark.parametrize(
    ("gold", "seen", "same"),
    [
        ("deputy minister", "the deputy ministers", True),
        ("заместитель руководителя", "заместителя руководителей", True),
        ("тұрғын", "тұрғыны", True),
        ("minister", "deputy", False),
        ("Ann Lee", "Bob Lee", False),
    ],
)
def test_wordings(gold: str, seen: str, same: bool):
    assert same_text(gold, seen) is same


def test_agreement_is_the_same_from_both_sides():
    first = reading()
    second = replace(first, times=first.times[:1], events=(replace(first.events[0], modality="planned"),))
    forth, back = agree([(first, second)]), agree([(second, first)])
    assert forth.shares["times"].f1 == back.shares["times"].f1 == pytest.approx(2 / 3)
    assert forth.shares["events"].f1 == 0
    assert forth.shares["tenures"].f1 == 1
    assert [miss.kind for miss in forth.only_first] == [miss.kind for miss in back.only_second] == ["events", "times"]
    assert [miss.kind for miss in forth.only_second] == ["events"]
