from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.reading import Event, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def events(text: str, tag: str = "en", entities: EntityIndex | None = None) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), tag), entities or EntityIndex(), [])


class Case(NamedTuple):
    text: str
    type: str
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    polarity: str = "affirmed"
    modality: str = "actual"


ENGLISH = [
    Case("Border guards detained two smugglers near the lake.", "COERCE", "arrest", "Border guards", "two smugglers"),
    Case("Two smugglers were detained by border guards.", "COERCE", "arrest", "border guards", "Two smugglers"),
    Case("Police arrested three men.", "COERCE", "arrest", "Police", "three men"),
    Case("President Orlan met Premier Vashti in Belgrade.", "CONSULT", None, "President Orlan"),
    Case("Orlan’s visit to Norway lasted two days.", "CONSULT", "visit", "Orlan", "Norway"),
    Case("Talks between Norland and Sudmark continued.", "CONSULT", None, "Norland"),
    Case("Norland and Sudmark signed a trade agreement with Estmark.", "SUPPORT", None, "Norland", "Estmark"),
    Case("The ministry rejected the proposal.", "REJECT", None, "The ministry", "the proposal"),
    Case("The court sentenced two officers to six years in prison.", "SENTENCE", "prison", "The court", "two officers"),
    Case("The mayor was found not guilty of fraud by a court.", "ACQUIT", None, "a court", "The mayor"),
    Case("A local trader accused the mayor of slander.", "ACCUSE", "allege", "A local trader", "the mayor"),
    Case("The mayor was accused of slander.", "ACCUSE", "allege", None, "The mayor", "affirmed", "alleged"),
    Case("Rebels attacked a convoy near the border.", "ASSAULT", None, "Rebels", "a convoy"),
    Case("Teachers protested against the reform.", "PROTEST", "demo", "Teachers", "the reform"),
    Case("Parliament passed a new law.", "LEGISLATE", None, "Parliament"),
    Case("Marta Orlan was appointed foreign minister.", "TAKE_OFFICE", None, "Marta Orlan"),
    Case("Premier Vashti fired Minister Marta Orlan.", "LEAVE_OFFICE", "dismiss", "Minister Marta Orlan"),
    Case("Marta Orlan was fired on Friday.", "LEAVE_OFFICE", "dismiss", "Marta Orlan"),
    Case("Premier Vashti fired his energy minister.", "LEAVE_OFFICE", "dismiss", "his energy minister"),
    Case("Premier Vashti replaced Marta Orlan with Jo Reed.", "LEAVE_OFFICE", "dismiss", "Marta Orlan"),
    Case("Premier Vashti promoted veteran Marta Orlan to chief of staff.", "TAKE_OFFICE", None, "veteran Marta Orlan"),
    Case("Premier Vashti met Marta Orlan as head of the bank.", "CONSULT", None, "Premier Vashti"),
    Case("Marta Orlan resigned on Friday.", "LEAVE_OFFICE", "resign", "Marta Orlan"),
    Case("Norland imposed sanctions on Sudmark.", "COERCE", "restrict", "Norland", "Sudmark"),
    Case("Norland sent humanitarian aid to Sudmark.", "AID", None, "Norland", "Sudmark"),
    Case("Norland withdrew its troops from Sudmark.", "RETREAT", "withdraw", "Norland", "Sudmark"),
    Case("Norland expelled two diplomats.", "SANCTION", "expel", "Norland", "two diplomats"),
    Case("Norland threatened to close the border.", "THREATEN", "restrict", "Norland", "the border"),
    Case("The opposition demanded the release of the editor.", "REQUEST", "yield", "The opposition", "the editor"),
    Case("Prosecutors charged the editor with treason.", "CHARGE", None, "Prosecutors"),
    Case("The editor went on trial on Monday.", "TRY", None, None, "The editor"),
    Case("Voters elected Marta Orlan.", "ELECT", None, None, "Marta Orlan"),
    Case("Norland deployed troops along the border.", "MOBILIZE", "troops", "Norland"),
    Case("The army did not attack the village.", "ASSAULT", None, "The army", "the village", "negated"),
    Case("Norland may attack Sudmark.", "ASSAULT", None, "Norland", "Sudmark", "affirmed", "possible"),
    Case("Norland plans to expel the envoy.", "SANCTION", "expel", "Norland", "the envoy", "affirmed", "planned"),
    Case("Vashti said she would dismiss Marta Orlan.", "LEAVE_OFFICE", "dismiss", "Marta Orlan", None, "affirmed",
         "planned"),
    Case("Orlan and Reed, who sang, were arrested in May.", "COERCE", "arrest", None, "Orlan"),
    Case("More than 100 men planning to attend rallies in Osh and other towns were detained by police.", "COERCE",
         "arrest", "police", "100 men"),
    Case("The court finished after finding her guilty of fraud.", "SENTENCE", None, "The court", "her"),
    Case("Norland will change when Orlan takes office.", "TAKE_OFFICE", None, "Orlan", None, "affirmed", "planned"),
    Case("Orlan was arrested and sentenced to three days in jail.", "SENTENCE", "prison", None, "Orlan"),
    Case("Reed spoke of activists charged in connection with the riot.", "CHARGE", None, None, "activists"),
    Case("If Norland attacks Sudmark, all lose.", "ASSAULT", None, "Norland", "Sudmark", "affirmed", "conditional"),
    Case("The rebels allegedly killed two guards.", "ASSAULT", None, "The rebels", "two guards", "affirmed", "alleged"),
    Case("Norland will release the sailors.", "AGREE", None, "Norland", "the sailors", "affirmed", "planned"),
    Case("The army says it has attacked the village.", "ASSAULT", None, "The army", "the village"),
]  # fmt: skip

RUSSIAN = [
    Case("Министерство направило комитету запрос.", "REQUEST", None, "Министерство", "комитету"),
    Case("Двум трейдерам предъявлено обвинение в растрате.", "CHARGE", None, None, "Двум трейдерам"),
    Case("В городе задержаны 14 человек.", "COERCE", "arrest", None, "14 человек"),
    Case("Редакция извинилась перед семьёй.", "CONCEDE", None, "Редакция", "семьёй"),
    Case("В субботу 150 женщин собрались у здания администрации.", "PROTEST", "demo", "150 женщин"),
    Case("Двум трейдерам уже отказано.", "REJECT", None, None, "Двум трейдерам"),
    Case("На переговоры делегация Зембли приехать отказалась.", "REJECT", "meet", "делегация Зембли"),
    Case("Мария Орлан победила на парламентских выборах.", "ELECT", None, None, "Мария Орлан"),
    Case("Подрядчик получил четыре года тюрьмы.", "SENTENCE", "prison", None, "Подрядчик"),
    Case("Инспекция оштрафовала фермеров.", "SANCTION", None, "Инспекция", "фермеров"),
    Case("Полиция задержала двух журналистов.", "COERCE", "arrest", "Полиция", "двух журналистов"),
    Case("Журналист Орлан был арестован полицией.", "COERCE", "arrest", "полицией", "Журналист Орлан"),
    Case("Двух контрабандистов задержали пограничники.", "COERCE", "arrest", "пограничники", "Двух контрабандистов"),
    Case("Президент встретился с министром Вашти.", "CONSULT", None, "Президент"),
    Case("Суд приговорил бывшего министра к десяти годам.", "SENTENCE", "prison", "Суд", "бывшего министра"),
    Case("Суд оправдал журналистку.", "ACQUIT", None, "Суд", "журналистку"),
    Case("Президент уволил министра обороны.", "LEAVE_OFFICE", "dismiss", "министра обороны"),
    Case("Марат Орлан назначен министром.", "TAKE_OFFICE", None, "Марат Орлан"),
    Case("Оппозиция обвинила власти в коррупции.", "ACCUSE", "allege", "Оппозиция", "власти"),
    Case("Парламент принял закон о выборах.", "LEGISLATE", None, "Парламент"),
    Case("Власти не освободили заключённых.", "RETREAT", "release", "Власти", "заключённых", "negated"),
    Case("Лидер партии может быть арестован.", "COERCE", "arrest", None, "Лидер партии", "affirmed", "possible"),
    Case("Визит министра Вашти в Осло состоится.", "CONSULT", "visit", "министра Вашти", "Осло", "affirmed", "planned"),
]  # fmt: skip

KAZAKH = [
    Case("Полиция екі журналисті ұстаған.", "COERCE", "arrest", "Полиция", "екі журналисті"),
    Case("Үш жүзге жуық саудагер кеше мэрия алдына жиналды.", "PROTEST", "demo", "Үш жүзге жуық саудагер"),
    Case("320-дан астам бұрғылаушы жұмысқа шықпай отыр.", "PROTEST", "strike", "320-дан астам бұрғылаушы"),
    Case("Полиция сайтты бұғаттайтынын айтты.", "COERCE", "censor", "Полиция", None, "affirmed", "planned"),
    Case("Полиция журналисті ұстауы мүмкін.", "COERCE", "arrest", "Полиция", "журналисті", "affirmed", "possible"),
    Case("Тергеуші алаяқтық күдігімен басшыны қамауға алды.", "COERCE", "arrest", "Тергеуші", "басшыны"),
    Case("Министрлік компанияны тексере бастады.", "ACCUSE", "investigate", "Министрлік", "компанияны"),
    Case("Полиция екі журналисті ұстамады.", "COERCE", "arrest", "Полиция", "екі журналисті", "negated"),
    Case("Тұрғындар жолды жауып тастады.", "PROTEST", "obstruct", "Тұрғындар"),
    Case("Инспекция фермерлерге айыппұл салды.", "SANCTION", None, "Инспекция", "фермерлерге"),
    Case("Полиция екі журналисті ұстады.", "COERCE", "arrest", "Полиция", "екі журналисті"),
    Case("Сот бұрынғы министрді он жылға соттады.", "SENTENCE", "prison", "Сот", "бұрынғы министрді"),
    Case("Содырлар шекара бекетіне шабуыл жасады.", "ASSAULT", None, "Содырлар", "шекара бекетіне"),
    Case("Оппозиция билікті айыптады.", "ACCUSE", "allege", "Оппозиция", "билікті"),
    Case("Тұрғындар үкіметтен жолды жөндеуді талап етті.", "REQUEST", "assist", "Тұрғындар", "үкіметтен"),
    Case("Журналист қамауға алынды.", "COERCE", "arrest", None, "Журналист"),
    Case("Үкімет келісімге қол қойған жоқ.", "SUPPORT", None, "Үкімет", None, "negated"),
]


@pytest.mark.parametrize(
    ("tag", "case"),
    [(tag, case) for tag, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH)) for case in cases],
)
def test_who_did_what_to_whom(tag: str, case: Case) -> None:
    found = [event for event in events(case.text, tag) if event.type == case.type]
    assert found, events(case.text, tag)
    event = found[0]
    assert event.mode == case.mode
    assert (event.polarity, event.modality) == (case.polarity, case.modality)
    if case.actor is None:
        assert event.actors == () or case.type in ("LEGISLATE", "TRY")
    else:
        assert event.actors[0].text == case.actor
    if case.recipient is not None:
        assert event.recipients[0].text.endswith(case.recipient)


@pytest.mark.parametrize(
    "text",
    [
        "The company released a report on prices.",
        "The weather was fine and the harvest was good.",
        "She said that prices had risen.",
        "The growing militarisation of the region threatens its stability.",
    ],
)
def test_plain_statements_and_states_of_things_are_no_events(text: str) -> None:
    assert events(text) == []


def test_a_replacement_is_one_leaving_and_one_coming() -> None:
    found = events("The replacement of Minister Orlan, a trained lawyer, by Petra Vashti surprised many.")
    assert [(event.type, event.actors[0].text) for event in found] == [
        ("LEAVE_OFFICE", "Minister Orlan"),
        ("TAKE_OFFICE", "Petra Vashti"),
    ]


def test_two_parties_to_one_deed_are_two_roles() -> None:
    (event,) = events("Norland and Sudmark agreed to cooperate.")[:1]
    assert [role.text for role in event.actors] == ["Norland", "Sudmark"]


def test_a_role_points_at_the_entity_of_its_head() -> None:
    text = "Police in Belgrade arrested Marta Orlan."
    entities = EntityIndex()
    entities.add("place", "Belgrade", [Mention(10, 18)], country="RS")
    orlan = entities.add("person", "Marta Orlan", [Mention(28, 39)], country="RS")
    (event,) = events(text, entities=entities)
    assert event.recipients[0].entity == orlan
    assert event.actors[0].entity is None
    assert event.actors[0].sector == ("COP",)
    assert event.place == "e1"


def test_contexts_come_from_the_sentence_and_the_type() -> None:
    (event,) = events("Border guards detained a man with heroin.")
    assert "illegal_drugs" in event.contexts
    (law,) = events("Parliament passed a law on elections.")
    assert {"legislative", "election"} <= set(law.contexts)


def test_a_month_is_no_modal() -> None:
    (event,) = events("In the May 2005 attack on the convoy rebels took part.")[:1]
    assert event.modality == "actual"


def test_a_text_without_capitals_is_still_split_into_sentences() -> None:
    found = events("the police arrested two men. later the mayor resigned.")
    assert [event.type for event in found] == ["COERCE", "LEAVE_OFFICE"]
    assert found[0].evidence.end < found[1].evidence.start


WORDS = (
    "the police arrested killed by and , . “ ” of to with against that Norland May will not may if talks visit "
    "полиция задержала суд не с в визит президента сот ұстады айыптады ( ) 's 12 was been said"
)
TEXT = st.lists(
    st.sampled_from(WORDS.split(" ")) | st.text(max_size=6),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXT, st.sampled_from(["en", "ru", "kk"]))
def test_spans_are_always_the_exact_words(text: str, tag: str) -> None:
    for event in events(text, tag):
        for span in (event.trigger, event.evidence):
            assert 0 <= span.start < span.end <= len(text)
        assert event.evidence.meets(event.trigger)
        assert 0 < event.confidence <= 1
        for role in (*event.actors, *event.recipients):
            assert Span(*role.span).of(text) == role.text != ""


def test_what_cannot_be_touched_is_destroyed_in_a_figure_of_speech() -> None:
    assert [event.type for event in events("The minister attacked the prejudices of his party.")] == []
    assert "ASSAULT" in [event.type for event in events("Rebels attacked the bridge.")]


def test_a_party_inside_the_trigger_is_its_recipient() -> None:
    (event,) = [event for event in events("The court found the Norland consul guilty.") if event.type == "SENTENCE"]
    assert [role.text for role in event.recipients] == ["the Norland consul"]


def test_two_who_meet_do_it_to_each_other() -> None:
    (event,) = events("Norland and Sudmark met on Monday.")
    assert ([role.text for role in event.actors], event.recipients) == (["Norland", "Sudmark"], ())


@pytest.mark.parametrize(
    ("tag", "text", "actors"),
    [
        ("en", "President Orlan met Premier Vashti in Belgrade.", ["President Orlan", "Premier Vashti"]),
        ("ru", "Президент встретился с министром Вашти.", ["Президент", "министром Вашти"]),
    ],
)
def test_all_who_meet_are_actors(tag: str, text: str, actors: list[str]) -> None:
    (event,) = events(text, tag)
    assert [role.text for role in event.actors] == actors


def test_whoever_is_judged_after_a_verdict_is_judged_by_the_same_court() -> None:
    found = events("A court jailed Mayor Orlan for four years. His driver Petra Vashti was acquitted.")
    assert [(event.type, event.actors[0].text) for event in found] == [("SENTENCE", "A court"), ("ACQUIT", "A court")]


def test_a_request_turned_down_is_the_request_of_whoever_made_it() -> None:
    asked, refused = events("The union petitioned parliament for help. The ministry turned down the request.")
    assert (asked.type, asked.mode, refused.type, refused.mode) == ("REQUEST", "assist", "REJECT", "assist")
    assert refused.recipients == asked.actors


def test_a_deed_condemned_stands_for_whoever_did_it() -> None:
    *_, condemned = events("Norland expelled two diplomats. Sudmark condemned the step.")
    assert (condemned.type, [role.text for role in condemned.recipients]) == ("ACCUSE", ["Norland"])


def test_they_are_the_several_who_acted_before() -> None:
    *_, agreed = events("Border commissioners met Premier Vashti. They agreed to open the gate.")
    assert [role.text for role in agreed.actors] == ["Border commissioners", "Premier Vashti"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The engineer warned that the bridge was old."),
        ("en", "After the talks the weather was fine."),
        ("ru", "Эксперт предупредил, что мост старый."),
    ],
)
def test_words_of_speech_and_of_background_are_no_events(tag: str, text: str) -> None:
    assert events(text, tag) == []


def test_an_aside_between_commas_does_not_hide_the_subject() -> None:
    (event,) = events("Forty villagers, meanwhile, rallied in the square.")
    assert [role.text for role in event.actors] == ["Forty villagers"]


def test_what_is_due_is_done_by_whoever_it_is_said_of() -> None:
    (event,) = events("Ministry officials are due to meet both sides.")
    assert event.actors[0].text == "Ministry officials"


@pytest.mark.parametrize(
    ("tag", "text", "type", "mode"),
    [
        ("en", "The union asked the ministry for tents.", "REQUEST", "assist"),
        ("en", "The minister urged deputies to postpone the vote.", "REQUEST", "change"),
        ("ru", "Министр пригрозил профсоюзу закрыть завод.", "THREATEN", "restrict"),
        ("ru", "Министр призвал профсоюз сесть за стол.", "REQUEST", "meet"),
    ],
)
def test_words_behind_a_trigger_tell_its_mode(tag: str, text: str, type: str, mode: str) -> None:
    assert [event.mode for event in events(text, tag) if event.type == type] == [mode]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Police arrested at least eight people.", ["at least eight people"]),
        ("Police arrested about 40 miners.", ["about 40 miners"]),
    ],
)
def test_a_rounded_number_belongs_to_its_party(text: str, recipients: list[str]) -> None:
    (event,) = events(text)
    assert [role.text for role in event.recipients] == recipients


def test_a_plan_before_an_after_does_not_reach_what_happened() -> None:
    found = {event.type: event.modality for event in events("Norland agreed to resign after rebels attacked the camp.")}
    assert found["ASSAULT"] == "actual"


def test_who_refuses_soon_after_a_request_refuses_whoever_made_it() -> None:
    asked, refused = events("Norland asked Sudmark for help. The ministry in Sudmark refused.")
    assert (asked.type, refused.type, refused.mode) == ("REQUEST", "REJECT", "assist")
    assert refused.recipients == asked.actors


def test_who_refuses_long_after_a_request_refuses_nobody_known() -> None:
    between = "The weather was fine and the harvest was good in all the valleys of the north. " * 6
    _, refused = events(f"Norland asked Sudmark for help. {between}The ministry refused.")
    assert (refused.type, refused.recipients) == ("REJECT", ())


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that the probes were political.",
        "The ministry rejected all of the charges.",
        "The answer begs the question of who paid.",
        "The delay contributed to the turmoil.",
        "Prices exploded in Osh.",
        "The ruling killed the project.",
        "The party was headed to an easy victory.",
        "Officials spoke of preliminary results released by the commission.",
    ],
)
def test_denials_and_figures_of_speech_are_no_events(text: str) -> None:
    assert events(text) == []
