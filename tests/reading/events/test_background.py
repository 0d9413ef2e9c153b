"""Kazakh: verbs that tell a deed in one place and in another what is asked, denied, blamed or only describes."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page
from sholu.reading.times import find_times


def _events(text: str) -> list[Event]:
    page = Page(Document(text, published="2024-03-05"), "kk")
    return find_events(page, EntityIndex(), find_times(page))


def _types(text: str) -> list[str]:
    return [event.type for event in _events(text)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Белсенділер тұтқындарды босатуды талап етті.", ["REQUEST"]),
        ("Билік тұтқындарды босатудан бас тартты.", ["REJECT"]),
        ("Билік екі тұтқынды босатты.", ["RETREAT"]),
        ("Үкімет шекараны ашуға келісті.", ["AGREE"]),
        ("Басшылық жұмысшыларды жұмыстан шығарамыз деп қорқытты.", ["THREATEN"]),
        ("Содырлар көпірді жарып жіберетінін айтып қорқытты.", ["THREATEN"]),
        ("Жүргізушілер хат жолдап, жалақыны көтеруді талап етті.", ["REQUEST"]),
        ("Министрлер келесі аптада кездесуге келісті.", ["CONSULT", "AGREE"]),
    ],
)
def test_what_is_asked_or_promised_is_told_by_the_verb_behind(text: str, types: list[str]) -> None:
    assert _types(text) == types, _events(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Полиция ұстаған жігіттер үйіне қайтты.", "COERCE"),
        ("Министрлік мұны жоққа шығарды.", "REJECT"),
        ("Компания шарт бұзылғанын жоққа шығарды.", "REJECT"),
        ("Сарапшы бұл пікірмен келіспейді.", "REJECT"),
        ("Әкім кешірім сұрады ма?", "CONCEDE"),
        ("Көтерілісшілер таңертең ауылдан кетті.", "PROTEST"),
        ("Орталық сайлауға дайындалып жатыр.", "ELECT"),
        ("Халық жаппай егіс даласына шықты.", "COERCE"),
        ("Мұнай баррелі 70 доллардан жабылды.", "COERCE"),
        ("Аудан тізгінін ол он жыл ұстады.", "COERCE"),
        ("Баға күн сайын өсіп барады.", "CONSULT"),
        ("Шекара жабылса, баға қымбаттайды.", "COERCE"),
        ("Дәрігер қателескенін айтты, шаршадым деп мойындады.", "SUPPORT"),
        ("Жобаны тоғыз депутат қолдап, екеуі қарсы дауыс берді.", "REJECT"),
        ("Ақтауда ауызсу тапшы.", "ACQUIT"),
        ("Ауыл тұрғыны Төлеген Орлан жол туралы айтты.", "AID"),
        ("Министр шабуылға тыйым салуды талап еткен хатты оқыды.", "ASSAULT"),
    ],
)
def test_what_only_describes_or_denies_is_no_event(text: str, type: str) -> None:
    assert type not in _types(text), _events(text)


def test_a_form_of_condition_may_set_two_deeds_apart() -> None:
    assert "COERCE" in _types("Норландия шекараны жапса, Судмарк елшісін кері шақырды.")


def test_what_somebody_is_blamed_for_is_not_told_as_done() -> None:
    assert _types("Прокуратура инженерді қойманы өртеді деп айыптады.") == ["ACCUSE"]
    assert "ASSAULT" in _types("Содырлар қойманы өртеді.")
    assert "ASSAULT" not in _types("Сот оны қойманы өртегені үшін төрт жылға соттады.")


@pytest.mark.parametrize(
    "text", ["Полиция үш жігітті ұстаған болатын.", "Полиция үш жігітті ұстаған соң, сот басталды."]
)
def test_a_participle_before_an_auxiliary_is_a_deed(text: str) -> None:
    assert "COERCE" in _types(text), _events(text)


@pytest.mark.parametrize(
    ("text", "type", "polarity", "modality"),
    [
        ("Зауыт жұмысшыларға жалақы бермеді.", "COERCE", "affirmed", "actual"),
        ("Зауыт үш айдан бері жалақы бермей отыр.", "COERCE", "affirmed", "actual"),
        ("Шекарашылар тілшіні елге кіргізбеді.", "COERCE", "affirmed", "actual"),
        ("Сот екеуін екі айға қамады.", "COERCE", "affirmed", "actual"),
        ("Сот екеуін қамамады.", "COERCE", "negated", "actual"),
        ("Полиция белсендінің ұсталмағанын растады.", "COERCE", "negated", "actual"),
        ("Полиция ешкімді ұстаған жоқпыз деп мәлімдеді.", "COERCE", "negated", "actual"),
        ("Компания ұсынысты қабылдамады.", "REJECT", "affirmed", "actual"),
        ("Директор кездесуден бас тартпады.", "REJECT", "negated", "actual"),
        ("Прокуратура зауыт иесін жауапқа тартпақ.", "CHARGE", "affirmed", "planned"),
        ("Шекара 10 наурызда жабылады.", "COERCE", "affirmed", "planned"),
        ("Полиция екі жігітті ұстай бастады.", "COERCE", "affirmed", "actual"),
        ("Кінәсі дәлелденсе, директор сотталуы мүмкін.", "SENTENCE", "affirmed", "conditional"),
        ("Директор сотталуы мүмкін.", "SENTENCE", "affirmed", "possible"),
        ("Компания, заң күшіне енсе, көпір салудан бас тартады.", "REJECT", "affirmed", "conditional"),
        ("Одақ хат жолдап, өтініш жазса, министрлік бас тартты.", "REJECT", "affirmed", "actual"),
        ("Көршілер суды бөгеп отыр деген сөз бар.", "COERCE", "affirmed", "alleged"),
        ("Әкімнің ұсталғаны рас емес.", "COERCE", "negated", "actual"),
        ("Ведомство тұрғындардан көмек сұрайды.", "REQUEST", "affirmed", "actual"),
    ],
)
def test_how_surely_it_is_said(text: str, type: str, polarity: str, modality: str) -> None:
    said = [(event.polarity, event.modality) for event in _events(text) if event.type == type]
    assert said == [(polarity, modality)], _events(text)
