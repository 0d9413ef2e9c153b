"""Kazakh events in whole texts: who, to whom, where and when, by cases, clauses and what was told before."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Reading
from sholu.reading.reader import ExactReader
from tests.reading.press import done, name_of

PUBLISHED = "2024-05-16"  # a Thursday


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published=PUBLISHED))


def actors(event: Event) -> list[str]:
    return [role.text for role in event.actors]


def recipients(event: Event) -> list[str]:
    return [role.text for role in event.recipients]


def last(reading: Reading, type: str) -> Event:
    return [event for event in reading.events if event.type == type][-1]


# Who


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("Тұрғындар алаңға жиналып, көшені жауып тастады.", "PROTEST", "Тұрғындар"),
        ("Белгісіз қарулылар шопандарға оқ атып, отызға жуық ірі қараны айдап кетті.", "COERCE", "Белгісіз қарулылар"),
        ("«Болат» зауытының жұмысшылары көшені жауып тастады.", "PROTEST", "«Болат» зауытының жұмысшылары"),
        ("Сейсенбі күні қалалық сот Марат Омарды үш жылға соттады.", "SENTENCE", "қалалық сот"),
        ("Жезқазған қаласының №2 соты Марат Омарды үш жылға соттады.", "SENTENCE", "Жезқазған қаласының №2 соты"),
        ("Қалалық сот кәсіпкер Марат Омарды үш жылға соттады.", "SENTENCE", "Қалалық сот"),
        ("«Найза» жасағы елу екі үкімет сарбазын тұтқындап әкетті.", "ASSAULT", "«Найза» жасағы"),
        ("Сот шешімімен журналист Асқар Дулат қамауға алынды.", "COERCE", "Сот"),
        ("Бір азамат әйелін пышақпен жаралады.", "ASSAULT", "Бір азамат"),
    ],
)
def test_who_acts(reader: ExactReader, text: str, type: str, actor: str) -> None:
    assert actor in actors(last(read(reader, text), type))


def test_a_subject_of_its_own_ends_the_chain(reader: ExactReader) -> None:
    event = last(read(reader, "Тұрғындар алаңға жиналып, полиция алты адамды ұстады."), "COERCE")
    assert actors(event) == ["полиция"]


def test_the_force_told_of_before_did_what_a_passive_says(reader: ExactReader) -> None:
    text = "Полиция шеруді күшпен таратты. Алты адам ұсталды."
    assert actors(last(read(reader, text), "COERCE")) == ["Полиция"]
    text = "Мұғалімдер шеруге шықты. Алты адам ұсталды."
    assert actors(last(read(reader, text), "COERCE")) == []


# To whom


@pytest.mark.parametrize(
    ("text", "type", "wanted"),
    [
        ("Комиссия Нұрлан Сәрсенге және тоғыз кеме иесіне санкция салды.", "SANCTION",
         ["Нұрлан Сәрсенге", "тоғыз кеме иесіне"]),
        ("Прокуратура полковник Ерлан Тоқтар мен екі кезекшіге айып тақты.", "CHARGE",
         ["полковник Ерлан Тоқтар", "екі кезекшіге"]),
        ("Полиция жаңа жылдан бері үйіне қамалған екі студентті босатты.", "RETREAT", ["екі студентті"]),
    ],
)  # fmt: skip
def test_to_whom(reader: ExactReader, text: str, type: str, wanted: list[str]) -> None:
    found = " ".join(recipients(last(read(reader, text), type)))
    assert all(one in found for one in wanted), found


def test_what_only_a_participle_is_about_suffers_nothing(reader: ExactReader) -> None:
    event = done(read(reader, "Ереуілге шыққан жұмысшылар әкімдік ғимаратының алдына жиналды."), "PROTEST")
    assert (recipients(event), actors(event)) == (["әкімдік"], ["шыққан жұмысшылар"])


def test_deeds_of_words_in_one_breath_have_one_addressee(reader: ExactReader) -> None:
    text = "Кәсіподақ министрліктен көмек сұрап, ереуілмен қорқытты."
    assert recipients(last(read(reader, text), "THREATEN")) == ["министрліктен"]


# Where


def test_a_country_tells_where_only_in_a_case_of_place(reader: ExactReader) -> None:
    found = read(reader, "Өзбекстан Термизде екі саудагерді ұстады.")
    assert name_of(found, done(found, "COERCE").place) == "Термиз"
    assert done(read(reader, "Өзбекстан екі саудагерді ұстады."), "COERCE").place is None


def test_the_town_of_a_scene_holds_on(reader: ExactReader) -> None:
    found = read(reader, "Мұғалімдер Таразда шеруге шықты. Полиция алты адамды ұстады.")
    assert name_of(found, done(found, "COERCE").place) == "Тараз"


def test_an_accusation_has_no_town(reader: ExactReader) -> None:
    found = read(reader, "Мұғалімдер Таразда шеруге шықты. Кәсіподақ министрді өтірік айтты деп айыптады.")
    assert done(found, "ACCUSE").place is None


def test_each_section_of_a_digest_has_its_own_town(reader: ExactReader) -> None:
    text = "ТАРАЗ. Мұғалімдер шеруге шықты.\n\nАҚТАУ. Полиция алты адамды ұстады."
    found = read(reader, text)
    assert [name_of(found, event.place) for event in found.events] == ["Тараз", "Ақтау"]


def test_where_a_road_leads_is_not_where_it_is_blocked(reader: ExactReader) -> None:
    found = read(reader, "Таразда мұғалімдер шеруге шықты. Олар Ақтауға шығатын жолды жауып тастады.")
    assert name_of(found, found.events[-1].place) == "Тараз"


# When


@pytest.mark.parametrize(
    ("text", "type", "date"),
    [
        ("Полиция сенбіде инспекторды ұстады; ол кеше қызметінен қуылды.", "COERCE", "2024-05-11"),
        ("Мәслихат сәрсенбі күнгі сессиясында 2025 жылғы бюджетті жиырма бес дауыспен бекітті.", "LEGISLATE",
         "2024-05-15"),
        ("Полиция сейсенбіде үш жүргізушіні ұстап, кейін босатты.", "RETREAT", "2024-05-14"),
        ("Сот сейсенбіде Марат Омарды үш жылға соттады. Есепші Әсел Бекен ақталды.", "ACQUIT", "2024-05-14"),
    ],
)  # fmt: skip
def test_when(reader: ExactReader, text: str, type: str, date: str) -> None:
    assert last(read(reader, text), type).date == date


def test_a_day_that_heads_a_paragraph_dates_all_of_it(reader: ExactReader) -> None:
    text = "12 мамыр. Жасақ бекетті алды. Әскер қаланы зеңбіректен атқылады.\n\n13 мамыр. Тараптар оқ атуды доғарды."
    dates = {event.type: event.date for event in read(reader, text).events}
    assert (dates.get("ASSAULT"), dates.get("RETREAT")) == ("2024-05-12", "2024-05-13")


def test_what_looks_back_is_not_of_the_same_day(reader: ExactReader) -> None:
    text = "Полиция сейсенбіде үш жүргізушіні ұстады. Бұған дейін полиция екі жүргізушіні ұстады."
    assert [event.date for event in read(reader, text).events][1:] in ([None], [])


@pytest.mark.parametrize(
    "text",
    [
        "Диқандар биыл қар көп жауып, ылғал мол түскенін айтты.",
        "Құрылысшылар сенбіде екі үйді пайдалануға берді.",
        "Олар малды атып, етін базарға апарды.",
        "Бір тұрғын қолына плакат ұстап отырды.",
        "Өрттің көрші үйге таралуына жол бермей, жалын сөндірілді.",
        "Әкім тұрғындарға өз пікірін жеткізді.",
    ],
)
def test_words_that_only_look_like_deeds_are_no_events(reader: ExactReader, text: str) -> None:
    assert read(reader, text).events == ()


def test_thanks_conveyed_are_support(reader: ExactReader) -> None:
    (event,) = read(reader, "Тұрғындар құтқарушыларға алғыстарын жеткізді.").events
    assert (event.type, actors(event), recipients(event)) == ("SUPPORT", ["Тұрғындар"], ["құтқарушыларға"])
