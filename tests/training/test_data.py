import gzip
import json
import random
from pathlib import Path

import pytest
from training.data import wires
from training.data.happenings import read_dyads, read_police, read_roles
from training.data.lines import Line
from training.data.names import read_names, read_toponyms
from training.data.offices import read_posts
from training.data.speech import read_parts, read_speech
from training.data.tables import TEXTS, Maker, names, read_tables
from training.data.times_causes import read_causes, read_times
from training.example import Example, Marked, Pair, in_capitals, merged, outermost
from training.labels import KINDS, RELATIONS, attributes, dyads, layers
from training.sets import SETS, Places, chosen, read_set

from sholu.model.span import Span
from tests.training.tiny import GOLD, LINE, TEXT, span


def line(name: str) -> Line:
    return {**LINE, "gold": GOLD[name]}


def at(words: str) -> Span:
    return Span(*span(words))


def words(example: Example, layer: str) -> list[str]:
    return [marked.span.of(example.text) for marked in example.layers[layer]]


def test_speech():
    example = read_speech(line("attribution-en"), "attribution-en")
    assert words(example, "source") == ["Minister Aruzhan Seitova"]
    assert words(example, "content") == ["the bridge would reopen in May"]
    assert example.layers["inner_content"] == ()
    assert example.relations["cue_source"] == (Pair(at("said"), at("Minister Aruzhan Seitova")),)
    assert example.answers[0].values == ("indirect",)


def test_a_sentence_without_attribution_teaches_that_there_is_none():
    example = read_parts({**LINE, "gold": {"source": [], "cue": [], "content": []}}, "attribution-ru")
    assert example.layers == {"source": (), "cue": (), "content": ()}


def test_an_organisation_may_be_an_outlet_but_a_person_is_a_person():
    example = read_names(line("entities-en"), "entities-ru")
    assert [marked.labels for marked in example.layers["name"]] == [("person",), ("organisation", "outlet"), ("place",)]
    assert example.hidden["name"] == (at("May"),)


def test_a_set_without_facilities_leaves_them_open():
    example = read_names(line("entities-en"), "entities-en")
    assert example.layers["name"][-1].labels == ("place", "facility")


def test_toponyms_say_nothing_of_people():
    gold = {"toponyms": [{"span": span("Karatal"), "point": None, "country": "KZ"}], "ignore": []}
    example = read_toponyms({**LINE, "gold": gold}, "places")
    assert set(example.open_labels["name"]) == set(KINDS) - {"place", "facility"}


def test_of_several_mentions_the_nearest_surely_holds_the_office():
    gold = {
        "tenures": [
            {
                "person": {"forms": [], "spans": [span("Aruzhan Seitova"), span("two men")]},
                "office": {"forms": [], "spans": [span("Minister")]},
                "organisation": None,
            }
        ]
    }
    example = read_posts({**LINE, "gold": gold}, "entities-ru")
    pairs = {pair.head.of(TEXT): pair.sure for pair in example.relations["person_office"]}
    assert pairs == {"Aruzhan Seitova": True, "two men": False}
    assert example.relations["office_organisation"] == ()
    assert example.answers == ()
    gold["tenures"][0]["status"] = "former"
    assert read_posts({**LINE, "gold": gold}, "offices-ru").answers[0].values == ("former",)


def test_happenings():
    assert read_dyads(line("events-plv"), "events-plv").dyads[0].types == ("COERCE", "SENTENCE")
    assert [m.labels for m in read_roles(line("actors-en"), "actors-en").layers["role"]] == [("actor",), ("recipient",)]
    assert read_police(line("police-en"), "police-en").flags == {
        "police_kill": False,
        "police_force": False,
        "police_arrest": True,
    }


def test_a_sentence_without_cause_teaches_that_there_is_none():
    example = read_causes(line("causal"), "causal")
    assert example.flags == {"causal": False}
    assert set(example.layers) == {"cause", "effect", "signal"}
    assert example.relations["cause_effect"] == ()


def test_sets_that_share_a_text_join():
    joined = merged([read_times(line("times"), "x"), read_speech(line("attribution-en"), "x")])
    assert len(joined) == 1
    assert {"time", "cue"} <= set(joined[0].layers)


def test_outermost_keeps_the_longer_of_two_that_start_together():
    long, short, later = (Marked(Span(*ends), ("name",)) for ends in ((0, 9), (0, 4), (9, 12)))
    assert outermost([short, later, long]) == ((long, later), (short,))


def test_capitals_keep_labels_on_the_same_words():
    example = read_speech(line("attribution-en"), "attribution-en")
    large = in_capitals(example)
    assert large is not None
    assert words(large, "source") == ["MINISTER ARUZHAN SEITOVA"]
    assert in_capitals(Example("a", "b", "de", "Straße")) is None


def test_capitals_are_learned_and_never_measured_on(tmp_path: Path):
    rows = [
        {**LINE, "id": str(number), "text": f"{TEXT} {number}", "gold": GOLD["entities-en"]} for number in range(13)
    ]
    for split in ("train", "dev"):
        with gzip.open(tmp_path / f"entities-kk.{split}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    data, places = SETS["entities-kk"], Places(tmp_path, tmp_path)
    assert [example.id for example in read_set(data, places, "train")][13:] == ["0-capitals", "12-capitals"]
    assert len(read_set(data, places, "dev")) == 13


def test_lines_of_tables_mark_names_and_nothing_around_them():
    made = list(read_tables("train"))
    assert len(made) == sum(TEXTS.values())
    assert made == list(read_tables("train"))
    assert list(read_tables("dev")) == []
    for example in made:
        for marked in example.layers["name"]:
            name = marked.span.of(example.text)
            assert name == name.strip(" «»:,")
            assert marked.span.start == 0 or not example.text[marked.span.start - 1].isalnum()
    kinds = {marked.labels[0] for example in made for marked in example.layers["name"]}
    assert kinds == {"person", "organisation", "place", "facility"}


def test_clubs_come_from_towns_and_teams_from_countries():
    clubs = {
        marked.span.of(example.text)
        for example in read_tables("train")
        if example.language == "kk"
        for marked in example.layers["name"]
        if "organisation" in marked.labels
    }
    assert "Семей" in clubs
    assert not clubs & set(names("kk").countries)


def test_an_unknown_set_is_refused():
    with pytest.raises(ValueError, match="attribution-en"):
        chosen(["attribution"])
    assert chosen([]) == list(SETS.values())


def test_the_heads_are_what_the_contract_knows():
    assert {"AGREE", "SENTENCE"} <= set(layers()["trigger"].labels)
    assert dyads()[0] == "none"
    assert all(end in layers() for kind in RELATIONS.values() for end in (*kind.heads, *kind.tails))
    assert "arrest" in attributes()["mode"].values
    assert layers()["source"].tags == ("O", "B-source", "I-source")


def test_every_template_of_wires_is_filled():
    english, russian = (Maker(language, random.Random(1)) for language in ("en", "ru"))
    made = wires.templates()
    for maker, template in [(english, t) for t in (*made["sports"], *made["business"])] + [
        (russian, t) for t in made["russian"]
    ]:
        words = "".join(part if isinstance(part, str) else part[0] for part in wires.filled(maker, template))
        assert words
        assert not set("{}<>|") & set(words), template
