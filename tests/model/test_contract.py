import json

import jsonschema
import pytest

from sholu.errors import InputError
from sholu.model.contract import from_json, schema, to_dict, to_json
from sholu.model.document import Document
from sholu.model.reading import (
    Attribution,
    Change,
    Entity,
    Event,
    Factor,
    Judgement,
    Mention,
    Point,
    Quantity,
    Reader,
    Reading,
    Role,
    Tenure,
    TimeExpression,
)
from sholu.model.span import Span

TEXT = "Governor Ann Lee said on March 3 that output may fall by 5% in Osh."


def everything() -> Reading:
    whole = Span(0, len(TEXT))
    return Reading(
        document=Document(TEXT, published="2026-03-04", language="en"),
        reader=Reader("exact", "1"),
        entities=(
            Entity("e1", "person", "Ann Lee", mentions=(Mention(9, 16),)),
            Entity(
                "e2",
                "place",
                "Osh",
                same_as={"geonames": 1527534},
                point=Point(40.5, 72.8),
                mentions=(Mention(63, 66),),
            ),
        ),
        attributions=(Attribution("a1", "indirect", (Span(38, 66),), source="e1", cue=Span(17, 21)),),
        events=(Event("v1", "CONSULT", Span(17, 21), whole, actors=(Role("Ann Lee", Span(9, 16), "e1"),)),),
        tenures=(Tenure("o1", "e1", "governor", Span(0, 16), status="current"),),
        quantities=(Quantity("q1", Span(57, 59), "%", value=5, change=Change(difference=-5)),),
        times=(TimeExpression("t1", Span(22, 32), "date", "2026-03-03"),),
        judgements=(
            Judgement(
                "j1", "forecast", whole, hedged=True, probability=(0.2, 0.6), cause=Factor("output", Span(38, 44))
            ),
        ),
    )


def test_round_trip_keeps_everything():
    reading = everything()
    assert from_json(to_json(reading)) == reading


def test_json_is_valid_by_the_published_schema():
    jsonschema.validate(to_dict(everything()), schema())


def test_schema_refuses_a_broken_reading():
    data = to_dict(everything())
    data["events"][0].pop("trigger")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def test_unknown_fields_are_ignored():
    data = json.loads(to_json(everything()))
    data["events"][0]["later"] = 1
    assert from_json(json.dumps(data)) == everything()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("nonsense", "json-broken"),
        ("[]", "contract-broken"),
        ('{"contract": "other/9"}', "contract-unknown"),
        ('{"contract": "sholu.reading/1", "document": {}, "reader": {"name": "", "version": ""}}', "contract-broken"),
    ],
)
def test_errors_say_what_was_seen(line: str, code: str):
    with pytest.raises(InputError) as caught:
        from_json(line)
    assert caught.value.code == code
