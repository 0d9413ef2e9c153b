"""Who acts and who suffers in Russian: by agreement and case, whatever the order of words."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str, *people: str) -> list[Event]:
    entities = EntityIndex()
    for name in people:
        start = text.index(name)
        entities.add("person", name, [Mention(start, start + len(name), "name")])
    return find_events(Page(Document(text, published="2024-03-05"), "ru"), entities, [])


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Записи цензоры стёрли из сети.", "COERCE", ["цензоры"], ["Записи"]),
        ("Троих омоновцы поволокли в автобус.", "COERCE", ["омоновцы"], ["Троих"]),
        ("Двоих подростков полиция задержала у рынка.", "COERCE", ["полиция"], ["Двоих подростков"]),
        ("Воскресные выборы оспорили четыре партии.", "ACCUSE", ["четыре партии"], ["Воскресные выборы"]),
        ("Сборщиков хлопка охрана избила палками.", "ASSAULT", ["охрана"], ["Сборщиков хлопка"]),
        ("Шестерых рабочих, чинивших насос, увели с собой боевики.", "ASSAULT", ["боевики"], ["Шестерых рабочих"]),
        ("Её задержали у дома.", "COERCE", [], ["Её"]),
        ("Девять моряков выслали в порт.", "COERCE", [], ["Девять моряков"]),
        ("Двадцать рабочих блокируют дорогу.", "PROTEST", ["Двадцать рабочих"], None),
        ("Директора рудника арестовали.", "COERCE", [], ["Директора рудника"]),
        ("Один из нападавших арестован.", "COERCE", [], ["Один из нападавших"]),
        ("После погрома сорок человек очутились в изоляторах.", "COERCE", [], ["сорок человек"]),
    ],
)
def test_endings_tell_who_acts(text: str, type: str, actors: list[str], recipients: list[str] | None) -> None:
    event = next(event for event in _events(text) if event.type == type)
    assert [role.text for role in event.actors] == actors
    assert recipients is None or [role.text for role in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Рынок закрыт решением суда.", ["суда"]),
        ("Склад обстрелян вертолётами армии.", ["армии"]),
        ("Контрабандисты обстреляны береговой охраной.", ["береговой охраной"]),
        ("Водитель избит палкой.", []),
    ],
)
def test_a_passive_is_done_by_whoever_decides_or_has_the_means(text: str, actors: list[str]) -> None:
    (event,) = _events(text)
    assert [role.text for role in event.actors] == actors


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("Комитет возбудил дело, а в четверг взял под стражу директора.", "COERCE", "Комитет"),
        ("Губернатор признал, что вода испорчена, и запросил у центра насосы.", "REQUEST", "Губернатор"),
        ("Омбудсмен республики призвала власти освободить врача.", "REQUEST", "Омбудсмен республики"),
        ("Новая министр попросила парламент о встрече.", "REQUEST", "Новая министр"),
        ("Двое подсудимых, бухгалтер и водитель, попросили суд о встрече.", "REQUEST", "Двое подсудимых"),
        ("Соседи из Омска попросили власти о встрече.", "REQUEST", "Соседи из Омска"),
        ("Рабочие шахты, одного из предприятий завода (ТЗК), вновь протестуют.", "PROTEST", "Рабочие шахты"),
    ],
)
def test_a_subject_is_found_across_commas_and_verbs(text: str, type: str, actor: str) -> None:
    event = next(event for event in _events(text) if event.type == type)
    assert [role.text for role in event.actors] == [actor]


def test_a_verb_in_the_plural_takes_no_subject_from_the_clause_before() -> None:
    found = _events("Депутаты попросили министра о встрече, директора рудника арестовали.")
    event = next(event for event in found if event.type == "COERCE")
    assert event.actors == ()
    assert [role.text for role in event.recipients] == ["директора рудника"]


def test_what_stands_behind_an_infinitive_is_not_asked() -> None:
    (event,) = [
        one for one in _events("Семьдесят перевозчиков требуют от Киева вернуть деньги.") if one.type == "REQUEST"
    ]
    assert [role.text for role in event.recipients] == ["Киева"]


def test_who_is_told_by_a_demonstrative_is_whoever_was_told_last() -> None:
    text = "Министр Пётр Дронин посетил мэра Глеба Ставрова, но тот отказался от встречи."
    event = next(one for one in _events(text, "Пётр Дронин", "Глеба Ставрова") if one.type == "REJECT")
    assert [role.text for role in event.actors] == ["мэра Глеба Ставрова"]


def test_who_elects_acts() -> None:
    (event,) = _events("Депутаты совета избрали его председателем.")
    assert [role.text for role in event.actors] == ["Депутаты совета"]
    assert [role.text for role in event.recipients] == ["его"]


@pytest.mark.parametrize(
    ("text", "recipients", "actors"),
    [
        ("Сообщили об изъятии нарядом заставы 214 рогов у водителя.", ["водителя"], ["нарядом заставы"]),
        ("Его арест в июле удивил многих.", ["Его"], []),
    ],
)
def test_a_noun_of_action_has_its_parties_behind_and_its_owner_before(
    text: str, recipients: list[str], actors: list[str]
) -> None:
    event = next(event for event in _events(text) if event.type == "COERCE")
    assert [role.text for role in event.actors] == actors
    assert [role.text for role in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Следователи взяли с поличным инспектора.", {"corruption"}),
        ("Полиция задержала агитатора с бюллетенями.", {"election"}),
        ("Посол вручил министру ноту протеста.", {"diplomatic"}),
        ("Полиция задержала браконьера.", {"crime"}),
        ("Полиция задержала водителя.", set()),
    ],
)
def test_words_of_the_clause_tell_contexts(text: str, contexts: set[str]) -> None:
    (event,) = _events(text)
    assert contexts <= set(event.contexts)
    assert contexts or not event.contexts


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        ("Пациент зарезал скальпелем хирурга больницы.", "ASSAULT", "хирурга больницы"),
        ("Соседка заявила на контрабандистов в полицию.", "ACCUSE", "контрабандистов"),
        ("Трое жителей села напали на сторожа.", "ASSAULT", "сторожа"),
    ],
)
def test_instruments_and_prepositions_tell_who_suffers(text: str, type: str, recipient: str) -> None:
    event = next(event for event in _events(text) if event.type == type)
    assert recipient in [role.text for role in event.recipients]


def test_a_noun_of_a_deed_does_not_do_itself() -> None:
    (event,) = _events("Накануне в посёлке начались протесты.")
    assert (event.type, event.actors) == ("PROTEST", ())


def test_a_noun_of_a_deed_may_hold_who_did_it() -> None:
    (event,) = find_events(Page(Document("Two men died in police firing at the mill."), "en"), EntityIndex(), [])[-1:]
    assert [role.text for role in event.actors] == ["police"]
