"""Events by both halves: what marks add to the grammar's events, and what they change in them."""

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np
import pytest

from sholu.model.changing import replace
from sholu.model.document import Document
from sholu.model.reading import Attribution, Event, Mention, Role, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.dyads import same_root
from sholu.reading.joined.events import revised_events
from sholu.reading.joined.personnel import in_office
from sholu.reading.joined.sides import Choice, no_selves
from sholu.reading.learned import Mark, Marks
from sholu.reading.learned.marks import Answers, Pair
from sholu.reading.learned.weights import Attribute, Relation
from sholu.reading.page import Page

_RELATIONS = ("trigger_actor", "trigger_recipient", "trigger_place", "trigger_time")
_ATTRIBUTES = {
    "polarity": ("affirmed", "negated"),
    "modality": ("actual", "planned"),
    "mode": ("none", "arrest", "visit"),
    "contexts": ("crime", "trade"),
}
_DYADS = ("none", "ACCUSE", "CONSULT", "CHARGE", "AID")


class _Weights(NamedTuple):
    relations: dict[str, Relation]
    attributes: dict[str, Attribute]
    dyads: tuple[str, ...]


def _weights() -> _Weights:
    attributes, start = {}, 0
    for name, values in _ATTRIBUTES.items():
        attributes[name] = Attribute(name, values, slice(start, start + len(values)), name == "contexts")
        start += len(values)
    return _Weights({name: Relation(name, i, (), ()) for i, name in enumerate(_RELATIONS)}, attributes, _DYADS)


class _Told:
    """Marks as a test wants them: words of the text, by layer, with their label and probability."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.weights = _weights()
        self.layers: dict[str, list[Mark]] = {}
        self.pairs: dict[tuple[str, str, str], float] = {}
        self.dyads: dict[tuple[str, str], dict[str, float]] = {}
        self.values: dict[tuple[str, str], float] = {}
        self.flags: dict[str, float] = {}
        self.calls = 0

    def mark(self, layer: str, words: str, label: str, probability: float = 0.98) -> "_Told":
        start = self.text.index(words)
        self.layers.setdefault(layer, []).append(Mark(Span(start, start + len(words)), label, probability))
        return self

    def layer(self, name: str, least: float = 0.5) -> list[Mark]:
        return sorted(mark for mark in self.layers.get(name, ()) if mark.probability >= least)

    def peak(self, name: str, span: Span) -> tuple[str, float]:
        found = [mark for mark in self.layers.get(name, ()) if mark.span.meets(span)]
        best = max(found, key=lambda mark: mark.probability, default=None)
        return (best.label, best.probability) if best else ("", 0.0)

    def share(self, name: str, span: Span) -> float:
        return self.peak(name, span)[1]

    def flag(self, name: str) -> float:
        return self.flags.get(name, 1.0)

    def ask(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        self.calls += 1
        related = [[self._related(name, *pair) for name in _RELATIONS] for pair in pairs]
        dyads = [[self._dyad(*pair).get(type, 0.0) for type in _DYADS] for pair in pairs]
        values = [value for name in _ATTRIBUTES for value in _ATTRIBUTES[name]]
        answers = [[self.values.get((span.of(self.text), value), 0.0) for value in values] for span in spans]
        return Answers(np.array(related), np.array(dyads), np.array(answers))

    def _related(self, name: str, head: Span, tail: Span) -> float:
        return self.pairs.get((name, head.of(self.text), tail.of(self.text)), 0.0)

    def _dyad(self, head: Span, tail: Span) -> dict[str, float]:
        return self.dyads.get((head.of(self.text), tail.of(self.text)), {"none": 1.0})


def _joined(
    told: _Told,
    *,
    tag: str = "en",
    entities: EntityIndex | None = None,
    times: Sequence[TimeExpression] = (),
    alone: bool = False,
    said: Sequence[Attribution] = (),
) -> list[Event]:
    page = Page(Document(told.text, published="2024-03-05"), tag)
    marks = cast(Marks, told)
    return find_events(
        page,
        entities or EntityIndex(),
        times,
        lambda scene, exact: revised_events(scene, marks, exact, said, alone=alone),
    )


@pytest.mark.parametrize(
    ("tag", "text", "trigger", "actor", "recipient"),
    [
        ("en", "Norland outfoxed Sudmark again.", "outfoxed", "Norland", "Sudmark"),
        ("ru", "Министерство утёрло нос комитету.", "утёрло нос", "Министерство", "комитету"),
        ("kk", "Министрлік комитетті шаңына ілестірмеді.", "шаңына ілестірмеді", "Министрлік", "комитетті"),
    ],
)
def test_a_sure_trigger_with_parties_makes_an_event_that_the_grammar_does_not_know(
    tag: str, text: str, trigger: str, actor: str, recipient: str
) -> None:
    told = _Told(text).mark("trigger", trigger, "REJECT")
    told.mark("role", actor, "actor").mark("role", recipient, "recipient")
    (event,) = _joined(told, tag=tag)
    assert event.type == "REJECT"
    assert event.trigger.of(text) == trigger
    assert [role.text for role in event.actors] == [actor]
    assert [role.text for role in event.recipients] == [recipient]
    assert event.evidence.covers(event.trigger)
    assert [basis.half for basis in event.basis] == ["learned"]


def test_an_unsure_trigger_makes_none() -> None:
    told = _Told("Norland outfoxed Sudmark again.").mark("trigger", "outfoxed", "REJECT", 0.6)
    assert _joined(told) == []


def test_without_marks_the_sure_events_of_the_grammar_stay_as_they_are() -> None:
    text = "Border guards detained two smugglers near the lake."
    page = Page(Document(text, published="2024-03-05"), "en")
    (exact,) = find_events(page, EntityIndex(), [])
    (event,) = _joined(_Told(text))
    assert (event.type, event.mode, event.actors, event.recipients) == (
        exact.type,
        exact.mode,
        exact.actors,
        exact.recipients,
    )
    assert event.basis[0].half == "exact"


@pytest.mark.parametrize(("seen", "count"), [(0.01, 0), (0.4, 1)])
def test_an_event_of_the_grammar_of_which_the_marks_see_nothing_is_dropped(seen: float, count: int) -> None:
    told = _Told("Министр посетил порт Гданьска.").mark("trigger", "посетил", "CONSULT", seen)
    assert len(_joined(told, tag="ru")) == count


def test_alone_the_marks_bring_no_event_of_the_grammar() -> None:
    assert _joined(_Told("Border guards detained two smugglers near the lake."), alone=True) == []


def test_a_missing_actor_is_filled() -> None:
    told = _Told("Two smugglers were detained, the guards of the lake told reporters.")
    told.mark("trigger", "detained", "COERCE").mark("role", "the guards", "actor")
    event = next(event for event in _joined(told) if event.type == "COERCE")
    assert [role.text for role in event.actors] == ["the guards of the lake"] or [
        role.text for role in event.actors
    ] == ["the guards"]


def test_a_party_goes_with_the_trigger_that_it_surely_belongs_to() -> None:
    told = _Told("Norland outfoxed Sudmark and Estmark needled Zamora.")
    told.mark("trigger", "outfoxed", "REJECT").mark("trigger", "needled", "ACCUSE")
    for name, side in (("Norland", "actor"), ("Sudmark", "recipient"), ("Estmark", "actor"), ("Zamora", "recipient")):
        told.mark("role", name, side)
        trigger = "outfoxed" if name in ("Norland", "Sudmark") else "needled"
        told.pairs[f"trigger_{side}", trigger, name] = 0.9
    first, second = _joined(told)
    assert [role.text for role in (*first.actors, *first.recipients)] == ["Norland", "Sudmark"]
    assert [role.text for role in (*second.actors, *second.recipients)] == ["Estmark", "Zamora"]


def test_a_pair_of_parties_tells_an_event_where_no_trigger_is_known() -> None:
    text = "Norland gave Sudmark an earful."
    told = _Told(text).mark("role", "Norland", "actor").mark("role", "Sudmark", "recipient")
    told.dyads["Norland", "Sudmark"] = {"ACCUSE": 0.5, "CHARGE": 0.4, "none": 0.1}
    (event,) = _joined(told)
    assert event.type == "ACCUSE"
    assert event.confidence == pytest.approx(0.9)
    assert [role.text for role in event.actors] == ["Norland"]
    assert [role.text for role in event.recipients] == ["Sudmark"]


def test_fields_come_from_the_marks_where_the_grammar_has_none() -> None:
    text = "Norland outfoxed Sudmark in Belgrade in May."
    told = _Told(text).mark("trigger", "outfoxed", "CONSULT").mark("role", "Norland", "actor")
    told.pairs["trigger_place", "outfoxed", "Belgrade"] = 0.9
    told.pairs["trigger_time", "outfoxed", "May"] = 0.9
    told.values["outfoxed", "visit"] = told.values["outfoxed", "planned"] = told.values["outfoxed", "trade"] = 0.9
    entities = EntityIndex()
    start = text.index("Belgrade")
    place = entities.add("place", "Belgrade", [Mention(start, start + 8)])
    at = text.index("May")
    (event,) = _joined(told, entities=entities, times=[TimeExpression("t1", Span(at, at + 3), "date", "2024-05")])
    assert event.place == place
    assert event.date == "2024-05"
    assert (event.mode, event.modality) == ("visit", "planned")
    assert "trade" in event.contexts


def test_two_triggers_of_one_deed_tell_one_event() -> None:
    told = _Told("The ministry rejected the request of Sudmark.")
    told.mark("trigger", "rejected", "REJECT").mark("trigger", "request", "REJECT")
    told.mark("role", "The ministry", "actor")
    assert [event.trigger.of(told.text) for event in _joined(told)] == ["rejected"]


@pytest.mark.parametrize(("flag", "count"), [(0.05, 0), (0.9, 1)])
def test_an_arrest_that_only_marks_see_needs_a_text_of_arrests(flag: float, count: int) -> None:
    told = _Told("The guards bagged two smugglers.").mark("trigger", "bagged", "COERCE")
    told.mark("role", "The guards", "actor")
    told.values["bagged", "arrest"] = 0.9
    told.flags = {"police_arrest": flag}
    assert len(_joined(told)) == count


def test_a_page_is_asked_about_at_once() -> None:
    told = _Told("Norland outfoxed Sudmark. Estmark needled Zamora.")
    told.mark("trigger", "outfoxed", "REJECT").mark("trigger", "needled", "ACCUSE")
    for name, side in (("Norland", "actor"), ("Sudmark", "recipient"), ("Estmark", "actor"), ("Zamora", "recipient")):
        told.mark("role", name, side)
    assert len(_joined(told)) == 2
    assert told.calls == 1


def test_types_are_one_root_where_plover_does_not_tell_them_apart() -> None:
    assert same_root("ACCUSE", "CHARGE")
    assert not same_root("ACCUSE", "AID")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland outfoxed Sudmark in May, before the March Plum outfoxing of Sudmark.", "2023-03"),
        ("Norland outfoxed Sudmark in May, not in March: the outfoxing of Sudmark.", "2023-05"),
    ],
)
def test_a_date_right_before_the_trigger_is_its_own(text: str, expected: str) -> None:
    told = _Told(text).mark("trigger", "outfoxing", "CONSULT").mark("role", "Sudmark", "recipient")
    told.pairs["trigger_time", "outfoxing", "May"] = 0.9
    dated = [(text.index(month), text.index(month) + len(month), value) for month, value in _MONTHS]
    times = [TimeExpression(value, Span(start, end), "date", value) for start, end, value in dated]
    events = [event for event in _joined(told, times=times) if "outfoxing" in event.trigger.of(text)]
    assert [event.date for event in events] == [expected]


_MONTHS = (("May", "2023-05"), ("March", "2023-03"))


@pytest.mark.parametrize(
    ("text", "role", "name", "words"),
    [
        ("Norland first outfoxed Sudmark.", "Norland", "Norland", "Norland"),
        ("Norland’s first president outfoxed Sudmark.", "’s first president", "Norland", "Norland’s first president"),
    ],
)
def test_a_role_ends_with_a_name_and_begins_with_its_owner(text: str, role: str, name: str, words: str) -> None:
    entities = EntityIndex()
    entities.add("place", name, [Mention(text.index(name), text.index(name) + len(name))])
    told = _Told(text).mark("trigger", "outfoxed", "REJECT").mark("role", role, "actor")
    (event,) = _joined(told, entities=entities)
    assert [one.text for one in event.actors] == [words]


def test_who_leaves_an_office_acts_and_nobody_suffers_it() -> None:
    told = _Told("Premier Vashti sacked Marta Orlan.").mark("trigger", "sacked", "LEAVE_OFFICE")
    told.mark("role", "Premier Vashti", "actor").mark("role", "Marta Orlan", "recipient")
    (event,) = _joined(told)
    assert [role.text for role in event.actors] == ["Marta Orlan"]
    assert event.recipients == ()


def test_who_has_to_do_with_a_decree_takes_no_office() -> None:
    text = "By a decree proposed by Bo Coe, the president appointed Marta Orlan as mayor."
    names = [Span(text.index(name), text.index(name) + len(name)) for name in ("Bo Coe", "Marta Orlan")]

    def told(scene: EventScene, exact: list[Event]) -> list[Event]:
        event = next(event for event in exact if event.type == "TAKE_OFFICE")
        both = tuple(Role(span.of(text), span) for span in names)
        at = scene.page.token_at(event.trigger.start)
        return [in_office(scene, replace(event, actors=both), (at, at))]

    (event,) = find_events(Page(Document(text), "en"), _people(text, "Bo Coe", "Marta Orlan"), (), told)
    assert [role.text for role in event.actors] == ["Marta Orlan"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Marta Orlan also retained the post of mayor.", "retained"),
        ("All ministers have been retained by the king.", "retained"),
        ("Marta Orlan kept her seat as mayor.", "kept her seat"),
        ("Marta Orlan remained in her former position.", "remained in her former position"),
    ],
)
def test_who_stays_in_office_does_not_leave_it(text: str, trigger: str) -> None:
    told = _Told(text).mark("trigger", trigger, "LEAVE_OFFICE").mark("role", text.split(" also")[0], "actor")
    assert _joined(told) == []


def test_it_leaves_no_office() -> None:
    text = "It is unknown what he will do after leaving the post."
    told = _Told(text).mark("trigger", "leaving the post", "LEAVE_OFFICE").mark("role", "It", "actor")
    assert all(role.text != "It" for event in _joined(told) for role in event.actors)


def test_words_that_mean_one_thing_keep_their_type() -> None:
    told = _Told("Minister Marta Orlan was fired on Friday.").mark("trigger", "fired", "ASSAULT")
    told.mark("role", "Minister Marta Orlan", "recipient")
    (event,) = _joined(told)
    assert (event.type, event.mode) == ("LEAVE_OFFICE", "dismiss")


def test_a_mark_in_words_that_only_look_like_a_trigger_is_none() -> None:
    told = _Told("Her songs fired the imagination of Norland.").mark("trigger", "fired", "ASSAULT")
    told.mark("role", "Norland", "recipient")
    assert _joined(told) == []


def test_a_word_that_reports_an_event_is_not_another_for_a_pair() -> None:
    told = _Told("Villagers rallied in Norland with Sudmark.").mark("trigger", "rallied", "PROTEST")
    told.mark("role", "Norland", "actor").mark("role", "Sudmark", "recipient")
    told.dyads["Norland", "Sudmark"] = {"ACCUSE": 0.95, "none": 0.05}
    assert {event.type for event in _joined(told)} == {"PROTEST"}


def test_each_party_stays_on_its_surer_side() -> None:
    told = _Told("Marta Orlan was acquitted by a court.").mark("trigger", "acquitted", "ACQUIT")
    told.mark("role", "a court", "recipient", 0.6)
    (event,) = _joined(told)
    assert [role.text for role in event.actors] == ["a court"]
    assert [role.text for role in event.recipients] == ["Marta Orlan"]


def test_whoever_only_tells_of_a_killing_has_not_killed() -> None:
    text = "Vashti mourned six farmers who were killed in Norland."
    told = _Told(text).mark("trigger", "killed", "ASSAULT").mark("role", "Vashti", "actor")
    source, content = Span(0, len("Vashti")), Span(text.index("six"), len(text) - 1)
    said = [Attribution("a1", "indirect", (content,), source_span=source)]
    assert [role.text for event in _joined(told) for role in event.actors] == ["Vashti"]
    assert [role.text for event in _joined(told, said=said) for role in event.actors] == []


@pytest.mark.parametrize(
    ("text", "teller", "trigger", "acts"),
    [
        ("Союз сообщил, что тридцать шахтёров задержаны в Оше.", "Союз", "задержаны", False),
        ("Союз сообщил, что шахтёров избили в Оше.", "Союз", "избили", False),
        ("Полиция сообщила, что задержала шахтёров в Оше.", "Полиция", "задержала", True),
        ("Полиция сообщила, что мы избили шахтёров в Оше.", "Полиция", "избили", True),
    ],
)
def test_whoever_tells_in_russian_acts_only_where_the_verb_may_be_his(
    text: str, teller: str, trigger: str, acts: bool
) -> None:
    told = _Told(text).mark("trigger", trigger, "COERCE").mark("role", teller, "actor")
    cue = text.split()[1].strip(",")
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (teller, cue)]
    said = [
        Attribution("a1", "indirect", (Span(text.index("что"), len(text) - 1),), source_span=spans[0], cue=spans[1])
    ]
    (event,) = (event for event in _joined(told, tag="ru", said=said) if event.trigger.of(text) == trigger)
    assert (teller in [role.text for role in event.actors]) is acts


def test_the_outlet_that_passes_a_killing_on_has_not_killed() -> None:
    text = "Norland Post says six farmers were killed by raiders."
    entities = EntityIndex()
    outlet = entities.add("outlet", "Norland Post", [Mention(0, len("Norland Post"))])
    told = _Told(text).mark("trigger", "killed", "ASSAULT").mark("role", "Norland Post", "actor")
    cue = Span(text.index("says"), text.index("says") + 4)
    said = [Attribution("a1", "indirect", (Span(cue.end + 1, len(text) - 1),), cue=cue, outlet=outlet)]
    (event,) = _joined(told, said=said, entities=entities)
    assert "Norland Post" not in [role.text for role in event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "type", "beyond"),
    [
        ("Two herders were killed in a clash between guards and smugglers.", "killed", "ASSAULT", "smugglers"),
        ("The council met after six miners were detained in Norland.", "detained", "COERCE", "council"),
    ],
)
def test_only_the_subject_of_a_passive_verb_suffers(text: str, trigger: str, type: str, beyond: str) -> None:
    told = _Told(text).mark("trigger", trigger, type).mark("role", beyond, "recipient")
    events = [event for event in _joined(told) if event.trigger.of(text).startswith(trigger)]
    assert [role.text for role in events[0].recipients] in (["Two herders"], ["six miners"])


@pytest.mark.parametrize(
    ("text", "trigger", "type", "role", "side"),
    [
        ("Thirty were jailed though many were held by the police.", "jailed", "COERCE", "the police", "actor"),
        (
            "The row between neighbours began after a blast killed dozens.",
            "killed",
            "ASSAULT",
            "neighbours",
            "recipient",
        ),
    ],
)
def test_whoever_goes_with_another_verb_is_no_party(text: str, trigger: str, type: str, role: str, side: str) -> None:
    told = _Told(text).mark("trigger", trigger, type).mark("role", role, side)
    event = next(event for event in _joined(told) if event.trigger.of(text) == trigger)
    assert role not in [one.text for one in (event.actors if side == "actor" else event.recipients)]


def test_whoever_stands_beyond_another_verb_is_no_party_beside_those_of_the_grammar() -> None:
    text = "As the union rallied the police arrested Ann Lee."
    told = _Told(text).mark("trigger", "arrested", "COERCE").mark("role", "the union", "actor")
    events = [event for event in _joined(told, entities=_people(text, "Ann Lee")) if event.type == "COERCE"]
    assert [role.text for role in events[0].actors] == ["the police"]


def test_nobody_does_anything_to_himself_in_other_words() -> None:
    vashti, her, norland = (
        Role("Vashti", Span(0, 6), "e1"),
        Role("her", Span(15, 18), "e1"),
        Role("N", Span(23, 24), "e2"),
    )
    actors, recipients = Choice((vashti,), None, 1.0), Choice((her, norland), None, 1.0)
    assert no_selves(actors, recipients).roles == (norland,)


def test_gas_that_explodes_attacks_nobody() -> None:
    told = _Told("Natural gas exploded at the mine.").mark("trigger", "exploded", "ASSAULT")
    told.mark("role", "the mine", "recipient")
    assert _joined(told) == []
    assert _joined(_Told("A bomb exploded at the mine.").mark("trigger", "exploded", "ASSAULT")) != []


def test_those_who_ask_for_the_jailed_have_not_jailed_them() -> None:
    told = _Told("Residents demanded the release of 11 jailed politicians.").mark("trigger", "jailed", "COERCE")
    told.mark("role", "Residents", "actor")
    jailed = [event for event in _joined(told) if event.type == "COERCE"]
    assert jailed
    assert all(event.actors == () for event in jailed)


def test_a_noun_of_one_deed_is_not_another_for_a_pair() -> None:
    told = _Told("After the protests Norland was with Sudmark.")
    told.mark("role", "Norland", "actor").mark("role", "Sudmark", "recipient").mark(
        "trigger", "protests", "PROTEST", 0.3
    )
    told.dyads["Norland", "Sudmark"] = {"CHARGE": 0.95, "none": 0.05}
    assert not [
        event for event in _joined(told) if event.trigger.of(told.text) == "protests" and event.type == "CHARGE"
    ]


def _people(text: str, *names: str) -> EntityIndex:
    entities = EntityIndex()
    for name in names:
        entities.add("person", name, [Mention(text.index(name), text.index(name) + len(name))])
    return entities


def test_who_appoints_is_no_party() -> None:
    text = "Аскар Темиров назначил Олега Маркова министром."
    told = _Told(text).mark("trigger", "назначил", "TAKE_OFFICE")
    told.mark("role", "Аскар Темиров", "actor").mark("role", "Олега Маркова", "actor")
    (event,) = _joined(told, tag="ru", entities=_people(text, "Аскар Темиров", "Олега Маркова"))
    assert [role.text for role in event.actors] == ["Олега Маркова"]


def test_who_suffers_a_dismissal_is_its_actor() -> None:
    text = "Олег Марков лишился портфеля, который отобрал Аскар Темиров."
    told = _Told(text).mark("trigger", "лишился портфеля", "LEAVE_OFFICE").mark("role", "Олег Марков", "recipient")
    (event,) = _joined(told, tag="ru", entities=_people(text, "Олег Марков"))
    assert ([role.text for role in event.actors], event.recipients) == (["Олег Марков"], ())


def test_whose_meeting_it_is_does_nothing_there() -> None:
    text = "Кеше Үкімет отырысында Асан Серіков қолдау тапсырды."
    entities = _people(text, "Асан Серіков")
    entities.add("organisation", "Үкімет", [Mention(text.index("Үкімет"), text.index("Үкімет") + len("Үкімет"))])
    told = _Told(text).mark("trigger", "тапсырды", "REQUEST")
    for name in ("Үкімет", "Асан Серіков"):
        told.mark("role", name, "actor").pairs["trigger_actor", "тапсырды", name] = 0.95
    (event,) = _joined(told, tag="kk", entities=entities)
    assert [role.text for role in event.actors] == ["Асан Серіков"]


def test_whom_a_kazakh_case_names_is_dismissed() -> None:
    text = "Президент өзі таңдаған Асан Серіковті жұмыстан босатады."
    told = _Told(text).mark("trigger", "жұмыстан босатады", "LEAVE_OFFICE")
    told.mark("role", "Президент", "actor").pairs["trigger_actor", "жұмыстан босатады", "Президент"] = 0.95
    (event,) = _joined(told, tag="kk", entities=_people(text, "Асан Серіковті"))
    assert [role.text for role in event.actors] == ["таңдаған Асан Серіковті"]


def test_an_office_that_somebody_goes_from_is_not_taken() -> None:
    text = "Он освободил Ивана Петрова, а Олега Маркова — от должности главы."
    told = _Told(text).mark("trigger", "должности", "TAKE_OFFICE").mark("role", "Олега Маркова", "actor")
    events = _joined(told, tag="ru", entities=_people(text, "Олега Маркова"))
    assert "TAKE_OFFICE" not in {event.type for event in events}
    assert any(event.type == "LEAVE_OFFICE" and event.trigger.of(text) == "должности" for event in events)


def test_words_that_only_look_like_an_event_are_none_for_the_marks_either() -> None:
    text = "Олег Марков сохранил должность."
    told = _Told(text).mark("trigger", "сохранил", "LEAVE_OFFICE").mark("role", "Олег Марков", "actor")
    assert _joined(told, tag="ru", entities=_people(text, "Олег Марков")) == []


def test_an_acquittal_is_no_sentence() -> None:
    text = "Суд оправдал Олега Маркова."
    told = _Told(text).mark("trigger", "оправдал", "SENTENCE", 0.99).mark("role", "Олега Маркова", "recipient")
    (event,) = _joined(told, tag="ru", entities=_people(text, "Олега Маркова"))
    assert event.type == "ACQUIT"


def test_no_place_protests_and_none_in_another_case_acts() -> None:
    for text, trigger, type in (
        ("В Заморе бунтуют шахтёры.", "бунтуют", "PROTEST"),
        ("В Заморе обхитрили шахтёров.", "обхитрили", "REJECT"),
    ):
        entities = EntityIndex()
        entities.add("place", "Замора", [Mention(2, 8)])
        told = _Told(text).mark("trigger", trigger, type).mark("role", "Заморе", "actor")
        assert all(event.actors == () for event in _joined(told, tag="ru", entities=entities))


def test_who_suffers_a_passive_verb_is_its_recipient() -> None:
    text = "Олег Марков был обхитрён."
    told = _Told(text).mark("trigger", "обхитрён", "REJECT").mark("role", "Олег Марков", "actor")
    (event,) = _joined(told, tag="ru", entities=_people(text, "Олег Марков"))
    assert (event.actors, [role.text for role in event.recipients]) == ((), ["Олег Марков"])


def test_what_an_office_is_of_does_not_take_it() -> None:
    text = "Олег Марков назначен секретарём Верхней палаты."
    entities = _people(text, "Олег Марков")
    start = text.index("Верхней")
    entities.add("organisation", "Верхняя палата", [Mention(start, len(text) - 1)])
    told = _Told(text).mark("trigger", "назначен секретарём", "TAKE_OFFICE").mark("role", "Олег Марков", "actor")
    told.mark("role", "Верхней палаты", "actor")
    (event,) = _joined(told, tag="ru", entities=entities)
    assert [role.text for role in event.actors] == ["Олег Марков"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Депутаты атаковали министра вопросами.", "атаковали"),
        ("Цены ударили по карману жителей.", "ударили"),
        ("Ветер обрушил кровлю школы.", "обрушил"),
    ],
)
def test_figures_of_speech_are_no_force(text: str, trigger: str) -> None:
    told = _Told(text).mark("trigger", trigger, "ASSAULT").mark("role", text.split()[0], "actor")
    told.mark("role", text.split()[-1].strip("."), "recipient")
    told.dyads[text.split()[0], text.split()[-1].strip(".")] = {"ASSAULT": 0.95}
    assert _joined(told, tag="ru") == []


def test_where_it_happened_suffers_nothing() -> None:
    text = "Пограничники обхитрили соседей на границе."
    told = _Told(text).mark("trigger", "обхитрили", "REJECT").mark("role", "Пограничники", "actor")
    told.mark("role", "соседей", "recipient").mark("role", "границе", "recipient")
    (event,) = _joined(told, tag="ru")
    assert [role.text for role in event.recipients] == ["соседей"]


def test_a_pronoun_in_front_that_suffers_does_not_act() -> None:
    told = _Told("Их обхитряют в суде.").mark("trigger", "обхитряют", "REJECT").mark("role", "Их", "actor")
    (event,) = _joined(told, tag="ru")
    assert (event.actors, [role.text for role in event.recipients]) == ((), ["Их"])


def test_a_full_participle_tells_of_whom_it_describes() -> None:
    text = "Олег Марков принял вновь назначенного посла Ивана Петрова."
    told = _Told(text).mark("trigger", "назначенного", "TAKE_OFFICE").mark("role", "Олег Марков", "actor")
    told.mark("role", "Ивана Петрова", "actor")
    (event,) = [
        event
        for event in _joined(told, tag="ru", entities=_people(text, "Олег Марков", "Ивана Петрова"))
        if event.type == "TAKE_OFFICE"
    ]
    assert ["Ивана Петрова" in role.text for role in event.actors] == [True]


def test_the_lexicon_tells_a_talk_from_a_rebuke() -> None:
    text = "Олег Марков обсудил дорогу с Иваном Петровым."
    told = _Told(text).mark("trigger", "обсудил", "ACCUSE", 0.99).mark("role", "Олег Марков", "actor")
    events = _joined(told, tag="ru", entities=_people(text, "Олег Марков"))
    assert {event.type for event in events} == {"CONSULT"}


def test_a_kazakh_object_does_not_act() -> None:
    text = "Президент Асан Серіковке және Болат Ахметовке алдады."
    entities = EntityIndex()
    for name in ("Асан Серіков", "Болат Ахметов"):
        start = text.index(name)
        entities.add("person", name, [Mention(start, start + len(name) + 2)])
    told = _Told(text).mark("trigger", "алдады", "ACCUSE").mark("role", "Президент", "actor")
    told.mark("role", "Асан Серіковке", "actor").mark("role", "Болат Ахметовке", "recipient")
    (event,) = _joined(told, tag="kk", entities=entities)
    assert [role.text for role in event.actors] == ["Президент"]
    assert [role.text for role in event.recipients] == ["Асан Серіковке", "Болат Ахметовке"]


def test_a_kazakh_pronoun_in_the_accusative_is_whom_it_is_done_to() -> None:
    text = "Сақшылар келіп, оны бөлімшеге алып кетті."
    told = _Told(text).mark("trigger", "алып кетті", "COERCE").mark("role", "оны", "actor", 0.9)
    told.pairs["trigger_actor", "алып кетті", "оны"] = 0.95
    event = next(event for event in _joined(told, tag="kk") if event.type == "COERCE")
    assert "оны" not in [role.text for role in event.actors]
    assert "оны" in [role.text for role in event.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "type", "marked", "acting", "suffering"),
    [
        # Whose the object is has it done to him.
        (
            "Шопанның шатырын шекарашылар алдап кетті.",
            "алдап кетті",
            "COERCE",
            [("Шопанның", "actor"), ("шекарашылар", "actor")],
            ["шекарашылар"],
            ["Шопанның"],
        ),
        # Who gets to hospital beat nobody.
        (
            "Тұрғынды көрші елдің азаматтары алдап, ол ауруханаға түсті.",
            "алдап",
            "ASSAULT",
            [("ол", "actor"), ("Тұрғынды", "recipient")],
            ["көрші елдің азаматтары"],
            ["Тұрғынды"],
        ),
        # Who is blamed, and not of what.
        (
            "Шенеунік кәсіпкерден пара алғаны үшін айыпталып отыр.",
            "айыпталып отыр",
            "ACCUSE",
            [("Шенеунік", "recipient"), ("кәсіпкерден", "recipient")],
            [],
            ["Шенеунік"],
        ),
        # Those who sit in prison are held, those who come out are freed.
        ("Шопан қамауда отыр.", "қамауда отыр", "COERCE", [("Шопан", "actor")], [], ["Шопан"]),
        ("Шопан қамақтан шықты.", "қамақтан шықты", "RETREAT", [("Шопан", "actor")], [], ["Шопан"]),
        # Who tells of it did not do it.
        (
            "Өкіл кеше шопанды полиция алдағанын айтты.",
            "алдағанын",
            "COERCE",
            [("Өкіл", "actor"), ("шопанды", "recipient")],
            ["полиция"],
            ["шопанды"],
        ),
        (
            "Өкіл сақшылардың шопанды алдағанын айтты.",
            "алдағанын",
            "COERCE",
            [("Өкіл", "actor"), ("сақшылардың", "actor"), ("шопанды", "recipient")],
            ["сақшылардың"],
            ["шопанды"],
        ),
        # Adjectives and reasons are nobody.
        (
            "Жанжал үшін сақшылар шопанды әкімшілік қамаққа алды.",
            "қамаққа алды",
            "COERCE",
            [("Жанжал", "actor"), ("әкімшілік", "actor"), ("сақшылар", "actor"), ("шопанды", "recipient")],
            ["сақшылар"],
            ["шопанды"],
        ),
    ],
)
def test_kazakh_cases_and_words_tell_the_parties(
    text: str, trigger: str, type: str, marked: list[tuple[str, str]], acting: list[str], suffering: list[str]
) -> None:
    told = _Told(text).mark("trigger", trigger, type)
    for words, side in marked:
        told.mark("role", words, side)
        told.pairs[f"trigger_{side}", trigger, words] = 0.95
    event = next(event for event in _joined(told, tag="kk") if event.type == type)
    assert [role.text for role in event.actors] == acting
    assert [role.text for role in event.recipients] == suffering


def test_what_a_kazakh_demand_is_about_is_nobody() -> None:
    text = "Мұнайшылар әкімнен жалақыны көтеруді талап етті."
    told = _Told(text).mark("trigger", "талап етті", "REQUEST").mark("role", "Мұнайшылар", "actor")
    told.mark("role", "әкімнен", "recipient").mark("role", "жалақыны", "recipient")
    event = next(event for event in _joined(told, tag="kk") if event.type == "REQUEST")
    assert [role.text for role in event.recipients] == ["әкімнен"]


def test_words_that_mean_one_thing_only_are_not_outvoted() -> None:
    text = "Докеры Гданьска бросили работу."
    told = _Told(text).mark("trigger", "бросили", "ASSAULT", 0.99)
    (event,) = _joined(told, tag="ru")
    assert (event.type, event.mode) == ("PROTEST", "strike")


def test_words_with_several_meanings_are_outvoted() -> None:
    text = "У докеров Гданьска приобретён катер."
    told = _Told(text).mark("trigger", "приобретён", "COERCE", 0.99).mark("role", "докеров Гданьска", "recipient")
    (event,) = _joined(told, tag="ru")
    assert event.type == "COERCE"


@pytest.mark.parametrize(
    ("tag", "text", "trigger", "type", "marked", "acting", "suffering"),
    [
        ("en", "Ann Lee was outfoxed.", "outfoxed", "REJECT", ("Ann Lee", "actor"), [], ["Ann Lee"]),
        ("en", "Ann Lee outfoxed them.", "outfoxed", "ASSAULT", ("Ann Lee", "recipient"), ["Ann Lee"], None),
        ("ru", "Двоих горняков обхитрили.", "обхитрили", "COERCE", ("Двоих горняков", "actor"), [], ["Двоих горняков"]),
        ("ru", "Обхитрили его солдаты.", "Обхитрили", "ASSAULT", ("солдаты", "recipient"), ["солдаты"], None),
        ("kk", "Кеңесші шайқатылды.", "шайқатылды", "COERCE", ("Кеңесші", "actor"), [], ["Кеңесші"]),
    ],
)
def test_case_and_voice_tell_who_acts_and_who_suffers(
    tag: str,
    text: str,
    trigger: str,
    type: str,
    marked: tuple[str, str],
    acting: list[str],
    suffering: list[str] | None,
) -> None:
    told = _Told(text).mark("trigger", trigger, type).mark("role", *marked)
    (event,) = _joined(told, tag=tag, entities=_people(text, *(["Ann Lee"] if tag == "en" else [])))
    assert [role.text for role in event.actors] == acting
    assert suffering is None or [role.text for role in event.recipients] == suffering


def test_a_rounded_number_in_front_may_act() -> None:
    text = "Около двухсот горняков обхитрили директора."
    told = _Told(text).mark("trigger", "обхитрили", "COERCE").mark("role", "Около двухсот горняков", "actor")
    (event,) = _joined(told, tag="ru")
    assert [role.text for role in event.actors] == ["Около двухсот горняков"]


@pytest.mark.parametrize(
    ("tag", "text", "trigger", "marked", "whole"),
    [
        ("en", "Norland outfoxed two herders.", "outfoxed", ["herders"], "two herders"),
        ("ru", "Министерство обхитрило двоих пастухов.", "обхитрило", ["пастухов"], "двоих пастухов"),
        ("kk", "Министрлік екі шопанды алдады.", "алдады", ["шопанды"], "екі шопанды"),
        ("kk", "Министрлік әкім аппаратын алдады.", "алдады", ["әкім", "аппаратын"], "әкім аппаратын"),
    ],
)
def test_a_role_has_its_number_and_is_one_where_its_marks_are_pieces(
    tag: str, text: str, trigger: str, marked: list[str], whole: str
) -> None:
    told = _Told(text).mark("trigger", trigger, "REJECT").mark("role", text.split()[0], "actor")
    for words in marked:
        told.mark("role", words, "recipient")
    (event,) = _joined(told, tag=tag)
    assert [role.text for role in event.recipients] == [whole]


def test_two_groups_side_by_side_are_two_roles() -> None:
    text = "Бас министрлігі отбасына алдады."
    told = _Told(text).mark("trigger", "алдады", "REJECT").mark("role", "министрлігі", "recipient")
    told.mark("role", "отбасына", "recipient")
    (event,) = _joined(told, tag="kk")
    assert "министрлігі отбасына" not in [role.text for role in (*event.actors, *event.recipients)]


def test_what_russian_endings_tell_of_who_acts_is_not_outvoted() -> None:
    told = _Told("Записи цензоры стёрли из сети, а полиция молчала.").mark("trigger", "стёрли", "COERCE")
    told.mark("role", "полиция", "actor", 0.9).mark("role", "Записи", "actor", 0.9)
    told.pairs["trigger_actor", "стёрли", "полиция"] = 0.95
    event = next(event for event in _joined(told, tag="ru") if event.type == "COERCE")
    assert "цензоры" in [role.text for role in event.actors]
    assert "Записи" not in [role.text for role in event.actors]


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("Police arrested six members of the union.", "six", ["six members of the union"]),
        ("Police arrested Marta Orlan and two other miners.", "two other miners", ["two other miners", "Marta Orlan"]),
        ("Police arrested Sudmark in Norland.", "Sudmark", ["Sudmark"]),
    ],
)
def test_a_mark_that_cuts_a_phrase_of_the_grammar_does_not_lose_the_rest(
    text: str, mark: str, expected: list[str]
) -> None:
    told = _Told(text).mark("trigger", "arrested", "COERCE").mark("role", mark, "recipient")
    (event,) = _joined(told)
    assert sorted(role.text for role in event.recipients) == sorted(expected)


def test_a_mark_ends_before_a_verb_and_with_the_people_that_a_name_narrows() -> None:
    text = "A crowd slowly outfoxed NORL monitors."
    entities = EntityIndex()
    start = text.index("NORL")
    entities.add("organisation", "NORL", [Mention(start, start + 4)])
    told = _Told(text).mark("trigger", "outfoxed", "REJECT")
    told.mark("role", "A crowd slowly", "actor").mark("role", "NORL", "recipient")
    (event,) = _joined(told, entities=entities)
    assert [role.text for role in (*event.actors, *event.recipients)] == ["A crowd", "NORL monitors"]


def test_what_stands_beyond_a_semicolon_joins_nobody_whom_the_grammar_knows() -> None:
    text = "Six miners struck; two smugglers were detained."
    told = _Told(text).mark("trigger", "detained", "COERCE").mark("role", "Six miners", "recipient")
    (event,) = (event for event in _joined(told) if event.type == "COERCE")
    assert [role.text for role in event.recipients] == ["two smugglers"]


def test_all_parties_of_a_meeting_act() -> None:
    told = _Told("Norland palavered with Sudmark.").mark("trigger", "palavered", "CONSULT")
    entities = EntityIndex()
    for name in ("Norland", "Sudmark"):
        start = told.text.index(name)
        entities.add("place", name, [Mention(start, start + 7)])
    told.mark("role", "Norland", "actor").mark("role", "Sudmark", "recipient")
    (event,) = _joined(told, entities=entities)
    assert [role.text for role in event.actors] == ["Norland", "Sudmark"]
    assert event.recipients == ()


@pytest.mark.parametrize(("who", "mode"), [("gendarmes", "police"), ("soldiers", "troops"), ("miners", None)])
def test_forces_are_mobilized_as_what_they_are(who: str, mode: str | None) -> None:
    told = _Told(f"Two companies of {who} massed.").mark("trigger", "massed", "MOBILIZE")
    told.mark("role", f"Two companies of {who}", "actor")
    told.values["massed", "none"] = 0.9
    (event,) = _joined(told)
    assert event.mode == mode


@pytest.mark.parametrize(
    ("text", "trigger", "acting", "marked"),
    [
        ("Глава просил кредит, заявив, что кабинет медлит.", "просил", "Глава", "кабинет"),
        ("Министр отказал, инспекция ждёт.", "отказал", "Министр", "инспекция"),
    ],
)
def test_whoever_belongs_to_another_verb_does_not_act_in_russian(
    text: str, trigger: str, acting: str, marked: str
) -> None:
    told = _Told(text).mark("trigger", trigger, "REQUEST" if trigger == "просил" else "REJECT", 0.99)
    told = told.mark("role", acting, "actor").mark("role", marked, "actor")
    event = next(event for event in _joined(told, tag="ru") if event.trigger.of(text) == trigger)
    assert [role.text for role in event.actors] == [acting]


def test_nobody_acts_where_something_only_happens() -> None:
    text = "Кабинет министров, где начались протесты, закрыт."
    told = _Told(text).mark("trigger", "протесты", "PROTEST", 0.99).mark("role", "Кабинет министров", "actor")
    event = next(event for event in _joined(told, tag="ru") if event.type == "PROTEST")
    assert not event.actors


def test_whoever_is_suspected_does_not_suspect() -> None:
    text = "Завхоз подозревался в краже."
    told = _Told(text).mark("trigger", "подозревался", "ACCUSE", 0.99).mark("role", "Завхоз", "actor", 0.6)
    (event,) = _joined(told, tag="ru")
    assert ([role.text for role in event.actors], [role.text for role in event.recipients]) == ([], ["Завхоз"])


def test_what_the_marks_deny_is_none_in_russian() -> None:
    text = "Суд продлил арест завхозу."
    assert not _joined(_Told(text).mark("trigger", "продлил", "COERCE", 0.01), tag="ru")
    assert _joined(_Told(text).mark("trigger", "продлил", "COERCE", 0.9), tag="ru")


@pytest.mark.parametrize(
    ("text", "trigger", "type", "marked", "actors"),
    [
        ("Police held villagers who outfoxed the ban.", "outfoxed", "REJECT", ("Police", "villagers"), ["villagers"]),
        # a participle right behind a noun is said of it
        ("Police watched villagers outfoxing guards.", "outfoxing", "REJECT", ("Police", "villagers"), ["villagers"]),
        # whom "by" names
        ("The union says Ann Lee was outfoxed by villagers.", "outfoxed", "REJECT", ("union",), ["villagers"]),
        # a clause with a subject of its own
        ("Norland left after Sudmark outfoxed Estmark.", "outfoxed", "REJECT", ("Norland", "Sudmark"), ["Sudmark"]),
        # a pronoun may stand for anybody
        ("Norland left after it outfoxed Estmark.", "outfoxed", "REJECT", ("Norland",), ["Norland"]),
    ],
)
def test_the_order_of_words_tells_who_of_those_marked_acts(
    text: str, trigger: str, type: str, marked: tuple[str, ...], actors: list[str]
) -> None:
    told = _Told(text).mark("trigger", trigger, type)
    for name in marked:
        told.mark("role", name, "actor")
        told.pairs["trigger_actor", trigger, name] = 0.9
    if "villagers" not in marked and "villagers" in actors:
        told.mark("role", "villagers", "actor").pairs["trigger_actor", trigger, "villagers"] = 0.9
    event = next(event for event in _joined(told) if event.trigger.of(text) == trigger)
    assert [role.text for role in event.actors] == actors


@pytest.mark.parametrize("text", ["Prices outfoxed the farmers.", "The shelling outfoxed the farmers."])
def test_neither_prices_nor_blasts_ask_or_refuse(text: str) -> None:
    actor = text.split(" outfoxed")[0]
    told = _Told(text).mark("trigger", "outfoxed", "REJECT").mark("role", actor, "actor")
    told.pairs["trigger_actor", "outfoxed", actor] = 0.9
    assert _joined(told) == []


def test_officials_near_a_protest_are_no_part_of_it() -> None:
    text = "The president spoke of the ruckus; miners took part."
    told = _Told(text).mark("trigger", "ruckus", "PROTEST").mark("role", "The president", "actor")
    told.mark("role", "miners", "actor")
    for name in ("The president", "miners"):
        told.pairs["trigger_actor", "ruckus", name] = 0.9
    (event,) = _joined(told)
    assert [role.text for role in event.actors] == ["miners"]


def test_a_russian_adverb_is_no_part_of_whoever_acts() -> None:
    text = "Периодически организаторы призывают людей выйти."
    told = _Told(text).mark("trigger", "призывают", "REQUEST").mark("role", "Периодически организаторы", "actor")
    (event,) = [event for event in _joined(told, tag="ru") if event.type == "REQUEST"]
    assert [role.text for role in event.actors] == ["организаторы"]


def test_a_russian_place_does_not_act() -> None:
    text = "Министр прибыл на переговоры в королевство."
    told = _Told(text).mark("trigger", "прибыл", "CONSULT").mark("role", "Министр", "actor")
    told.mark("role", "королевство", "actor")
    (event,) = [event for event in _joined(told, tag="ru") if event.type == "CONSULT"]
    assert [role.text for role in event.actors] == ["Министр"]


def test_what_is_usually_done_is_no_russian_event() -> None:
    text = "Как правило, полиция задерживает участников."
    told = _Told(text).mark("trigger", "задерживает", "COERCE").mark("role", "полиция", "actor")
    assert not _joined(told, tag="ru")


def test_what_is_asked_for_suffers_nothing_in_russian() -> None:
    text = "Рабочие потребовали повышения."
    told = _Told(text).mark("trigger", "потребовали", "REQUEST").mark("role", "Рабочие", "actor")
    told.mark("role", "повышения", "recipient")
    (event,) = _joined(told, tag="ru")
    assert not event.recipients


@pytest.mark.parametrize(
    ("text", "trigger", "type", "role", "acts"),
    [
        ("Сторожа задержаны, ушёл министр.", "задержаны", "COERCE", "министр", False),
        ("Сторожа задержаны омоновцами.", "задержаны", "COERCE", "омоновцами", True),
        ("Вскоре после задержания коллег министр уволился.", "задержания", "COERCE", "министр", False),
        ("Вскоре после задержания коллег министром мэр уволился.", "задержания", "COERCE", "министром", True),
    ],
)
def test_who_may_do_what_a_russian_passive_or_noun_tells(
    text: str, trigger: str, type: str, role: str, acts: bool
) -> None:
    told = _Told(text).mark("trigger", trigger, type, 0.99).mark("role", role, "actor")
    (event,) = [event for event in _joined(told, tag="ru") if event.type == type]
    assert any(role in one.text for one in event.actors) == acts


def test_a_noun_that_neither_half_is_sure_of_reports_nothing() -> None:
    text = "The violation of the truce was noted in Osh."
    told = _Told(text).mark("trigger", "violation", "COERCE", 0.01)
    told.flags = {"police_force": 0.0, "police_kill": 0.0}
    assert _joined(told) == []
    assert _joined(_Told(text).mark("trigger", "violation", "ASSAULT", 0.3)) != []


def test_a_verb_that_only_says_that_a_deed_was_is_no_trigger_of_its_own() -> None:
    told = _Told("Protests erupted in several cities.").mark("trigger", "erupted", "ASSAULT")
    assert [(event.trigger.of(told.text), event.type) for event in _joined(told)] == [("Protests", "PROTEST")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine clashes occurred there.", 1),
        ("He wrote of clashes there.", 0),
        ("They met after the March 2005 clashes.", 1),
        ("They met after the clashes.", 0),
    ],
)
def test_a_deed_that_a_verb_says_occurred_or_that_has_a_date_needs_no_mark(text: str, count: int) -> None:
    told = _Told(text).mark("trigger", "clashes", "ASSAULT", 0.001)
    told.flags = {"police_force": 0.0, "police_kill": 0.0}
    at = text.find("March 2005")
    when = [TimeExpression("t1", Span(at, at + 10), "date", "2005-03")] if at >= 0 else []
    assert len([event for event in _joined(told, times=when) if event.type == "ASSAULT"]) == count


def test_an_attack_is_nobody_who_acts() -> None:
    told = _Told("Yesterday an attack on the mill killed six men.").mark("trigger", "killed", "ASSAULT")
    told.mark("role", "an attack on the mill", "actor")
    killed = [event for event in _joined(told) if event.trigger.of(told.text) == "killed"]
    assert [event.actors for event in killed] == [()]


def test_a_peoples_strike_is_that_peoples() -> None:
    told = _Told("A Turkish airstrike on Herat killed six men.").mark("trigger", "killed", "ASSAULT")
    told.mark("role", "Herat", "actor").pairs["trigger_actor", "killed", "Herat"] = 0.95
    entities = EntityIndex()
    entities.add("place", "Herat", [Mention(23, 28, "name")])
    (killed,) = [one for one in _joined(told, entities=entities) if one.trigger.of(told.text) == "killed"]
    assert [(role.text, role.country) for role in killed.actors] == [("Turkish", "TR")]


def test_whoever_signs_between_them_acts() -> None:
    told = _Told("An accord was signed between the miners and the mayor.").mark("trigger", "signed", "SUPPORT")
    for words in ("the miners", "the mayor"):
        told.mark("role", words, "recipient").pairs["trigger_recipient", "signed", words] = 0.95
    (event,) = _joined(told)
    assert [role.text for role in event.actors] == ["the miners", "the mayor"]
    assert event.recipients == ()


def _roles_of(text: str, trigger: str, type: str, *parties: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Actors and recipients of the one event of a type whose parties the marks see on these sides."""
    told, entities = _Told(text).mark("trigger", trigger, type), EntityIndex()
    for words, label in parties:
        told.mark("role", words, label).pairs[f"trigger_{label}", trigger, words] = 0.95
    for name in ("Herat", "Sudmark"):
        if name in text:
            start = text.index(name)
            same = {"iso3166": "SD"} if name == "Sudmark" else {}
            id = entities.add("place", name, [Mention(start, start + len(name), "name")])
            entities.update(id, same_as=same)
    events = [event for event in _joined(told, entities=entities) if event.trigger.of(text) == trigger]
    (event,) = events
    return [role.text for role in event.actors], [role.text for role in event.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "parties", "told"),
    [
        (
            "Rebels attacked a convoy near Herat.",
            "attacked",
            (("Rebels", "actor"), ("Herat", "recipient")),
            (["Rebels"], ["a convoy"]),
        ),
        (
            "Rebels killed six herders in Sudmark.",
            "killed",
            (("Rebels", "actor"), ("Sudmark", "recipient")),
            (["Rebels"], ["Sudmark"]),
        ),
        (
            "Rebels attacked a convoy with rifles.",
            "attacked",
            (("Rebels", "actor"), ("rifles", "recipient")),
            (["Rebels"], ["a convoy"]),
        ),
        (
            "Rebels attacked a convoy as the mayor spoke.",
            "attacked",
            (("Rebels", "actor"), ("mayor", "actor")),
            (["Rebels"], ["a convoy"]),
        ),
        (
            "Rebels shelled Sudmark after six herders were killed.",
            "killed",
            (("Rebels", "actor"), ("six herders", "recipient")),
            ([], ["six herders"]),
        ),
        (
            "Rebels in Herat attacked a convoy.",
            "attacked",
            (("Rebels", "actor"), ("Herat", "actor")),
            (["Rebels"], ["a convoy"]),
        ),
        (
            "An attack 30 km from Herat wounded six herders.",
            "wounded",
            (("Herat", "actor"), ("six herders", "recipient")),
            ([], ["six herders"]),
        ),
        (
            "At the request of the mayor, rebels attacked a convoy.",
            "attacked",
            (("mayor", "actor"), ("rebels", "actor")),
            (["rebels"], ["a convoy"]),
        ),
    ],
)
def test_the_order_of_words_tells_who_is_beside_a_deed(
    text: str, trigger: str, parties: tuple[tuple[str, str], ...], told: tuple[list[str], list[str]]
) -> None:
    assert _roles_of(text, trigger, "ASSAULT", *parties) == told


def test_what_somebody_says_happens_nowhere() -> None:
    text = "The union in Herat rejected the offer."
    told, entities = _Told(text).mark("trigger", "rejected", "REJECT"), EntityIndex()
    start = text.index("Herat")
    entities.add("place", "Herat", [Mention(start, start + 5, "name")])
    (event,) = _joined(told, entities=entities)
    assert (event.type, event.place) == ("REJECT", None)


@pytest.mark.parametrize(
    ("text", "trigger", "type", "marked", "acting", "suffering"),
    [
        (
            "Посол обхитрил торговцев по приглашению министра.",
            "обхитрил",
            "REJECT",
            (("Посол", "actor"), ("министра", "actor"), ("торговцев", "recipient")),
            ["Посол"],
            ["торговцев"],
        ),
        (
            "Заметив патрульных, водитель был обхитрён солдатами.",
            "обхитрён",
            "ASSAULT",
            (("патрульных", "actor"), ("солдатами", "actor"), ("водитель", "recipient")),
            ["солдатами"],
            ["водитель"],
        ),
        (
            "Посол обхитрит горняков после введения союзом запрета.",
            "обхитрит",
            "REJECT",
            (("Посол", "actor"), ("горняков", "recipient"), ("союзом", "recipient")),
            ["Посол"],
            ["горняков"],
        ),
        (
            "Посол встретился с главами министерств Армении, Казахстана.",
            "встретился",
            "CONSULT",
            (("Посол", "actor"), ("главами министерств Армении", "actor"), ("Казахстана", "recipient")),
            ["Посол", "главами министерств Армении"],
            [],
        ),
        (
            "Власти обсудили инцидент с вылазкой горняков.",
            "вылазкой",
            "ASSAULT",
            (("Власти", "actor"), ("горняков", "actor")),
            ["горняков"],
            [],
        ),
        (
            "Горняк бежал от солдат, но был задержан.",
            "задержан",
            "COERCE",
            (("солдат", "recipient"),),
            [],
            ["Горняк"],
        ),
        (
            "Суд обхитрил горняка по делу, в котором речь о гибели подростка.",
            "обхитрил",
            "REJECT",
            (("Суд", "actor"), ("подростка", "recipient"), ("горняка", "recipient")),
            ["Суд"],
            ["горняка"],
        ),
        (
            "Огонь по нему обрушили соседские солдаты.",
            "обрушили",
            "ASSAULT",
            (("Огонь", "actor"), ("нему", "recipient"), ("соседские солдаты", "actor")),
            ["соседские солдаты"],
            ["нему"],
        ),
    ],
)
def test_russian_case_keeps_whoever_stands_elsewhere_from_a_side(
    text: str,
    trigger: str,
    type: str,
    marked: tuple[tuple[str, str], ...],
    acting: list[str],
    suffering: list[str],
) -> None:
    told = _Told(text).mark("trigger", trigger, type)
    for words, side in marked:
        told.mark("role", words, side)
    told.pairs["trigger_recipient", trigger, marked[-1][0]] = 0.9
    event = next(event for event in _joined(told, tag="ru") if event.trigger.of(text) == trigger)
    assert [role.text for role in event.actors] == acting
    assert [role.text for role in event.recipients] == suffering


@pytest.mark.parametrize(
    ("text", "trigger", "type", "suffering"),
    [
        ("Чиновник потребовал 15 тысяч долларов.", "потребовал", "REQUEST", []),
        ("Министры обсудили вопросы безопасности двух стран.", "обсудили", "CONSULT", []),
        ("Солдаты обхитрили жителей в Заморе.", "обхитрили", "ASSAULT", ["жителей"]),
    ],
)
def test_russian_sums_topics_and_scenes_suffer_nothing(
    text: str, trigger: str, type: str, suffering: list[str]
) -> None:
    told = _Told(text).mark("trigger", trigger, type).mark("role", text.split()[0], "actor")
    for words in ("15 тысяч долларов", "вопросы безопасности двух стран", "жителей", "Заморе"):
        if words in text:
            told.mark("role", words, "recipient")
    entities = EntityIndex()
    if "Заморе" in text:
        entities.add("place", "Замора", [Mention(text.index("Заморе"), len(text) - 1)])
    event = next(event for event in _joined(told, tag="ru", entities=entities) if event.trigger.of(text) == trigger)
    assert [role.text for role in event.recipients] == suffering
