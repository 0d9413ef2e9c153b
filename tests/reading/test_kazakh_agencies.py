"""How Kazakh agencies write: shared heads, passive blame, institutions that speak, sums by their verb, aims."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.model.span import Span
from sholu.reading.joined.kazakh_nominals import is_credit, may_be_person, means_several, without_case
from sholu.reading.page import Page
from sholu.reading.quantities.kazakh_nouns import nominative
from sholu.reading.reader import ExactReader
from sholu.text.tokens import tokenise
from tests.reading.press import content, done, name_of, names

PUBLISHED = "2024-05-16"


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published=PUBLISHED))


def sources(reading: Reading) -> list[str | None]:
    return [one.source_text for one in reading.attributions]


# Events


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        (
            "Баткен және Соғды облыстарының өкілдері телефон арқылы сөйлесті.",
            "CONSULT",
            ["Баткен және Соғды облыстарының өкілдері"],
            [],
        ),
        ("Содырлардың бірі шекара бекетіне оқ атты.", "ASSAULT", ["Содырлардың бірі"], ["шекара бекетіне"]),
        ("Облыста әкім пара алды деген күдікпен ұсталды.", "COERCE", [], ["әкім"]),
        ("Аудан әкімінің орынбасары аса ауыр қылмысы үшін ұсталды.", "COERCE", [], ["Аудан әкімінің орынбасары"]),
        ("Сот белсендіге әкімшілік жаза кесті.", "SENTENCE", ["Сот"], ["белсендіге"]),
        ("Министрдің айтуынша, қарақшылар кәсіпкерге оқ атты.", "ASSAULT", ["қарақшылар"], ["кәсіпкерге"]),
    ],
)
def test_where_a_party_begins_and_ends(
    reader: ExactReader, text: str, type: str, actors: list[str], recipients: list[str]
) -> None:
    event = done(read(reader, text), type)
    assert [role.text for role in event.actors] == actors
    assert [role.text for role in event.recipients] == recipients


def test_two_people_with_a_title_each_are_two(reader: ExactReader) -> None:
    event = done(read(reader, "Серік Омаров пен Айдын Қасымов әкіммен кездесті."), "CONSULT")
    assert len(event.actors) > 1


def test_what_comes_before_denies_nothing(reader: ExactReader) -> None:
    event = done(read(reader, "Шиеленістің алдын алу үшін шекарашылар содырларға оқ атты."), "ASSAULT")
    assert event.polarity == "affirmed"
    assert [role.text for role in event.actors] == ["шекарашылар"]


def test_what_takes_place_wins_no_seat(reader: ExactReader) -> None:
    assert read(reader, "Ауылда жиын орын алды.").events == ()


def test_a_party_wins_seats(reader: ExactReader) -> None:
    assert done(read(reader, "Партия мәслихатта жеті орын алды."), "ELECT")


def test_what_is_called_so_is_not_shot(reader: ExactReader) -> None:
    reading = read(reader, 'Министр Асқар Бейсенов бұл қадамды "масқара" деп атады.')
    assert [event.type for event in reading.events] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("«Үкіметтен жолды жөндеуді талап етеміз», – деді депутат Серік Омаров.", "actual"),
        ("«Үкіметтен жолды жөндеуді талап етпекпіз», – деді депутат Серік Омаров.", "planned"),
    ],
)
def test_what_somebody_says_that_he_demands_is_demanded(reader: ExactReader, text: str, modality: str) -> None:
    assert done(read(reader, text), "REQUEST").modality == modality


def test_a_year_in_a_name_is_no_date(reader: ExactReader) -> None:
    assert read(reader, "Серік Омаров «Дала ЭКСПО-2017» компаниясынан кетті.").times == ()


# Speech


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        (
            "Облыс әкімдігінде Серіков ауруханада жатқанын айтты.",
            "Облыс әкімдігінде",
            "Серіков ауруханада жатқанын",
        ),
        ("Кәсіподақ мүшелері ереуілдің тоқтамайтынын айтады.", "Кәсіподақ мүшелері", "ереуілдің тоқтамайтынын"),
        (
            "Қаржы министрлігінде министр Серік Омаров бюджет қабылданғанын айтты.",
            "министр Серік Омаров",
            "бюджет қабылданғанын",
        ),
        (
            "Қаржы министрлігінде өткен жиында Серік Омаров бюджет қабылданғанын айтты.",
            "Серік Омаров",
            "бюджет қабылданғанын",
        ),
    ],
)
def test_an_institution_may_speak_through_nobody(reader: ExactReader, text: str, source: str, told: str) -> None:
    reading = read(reader, text)
    (said,) = reading.attributions
    assert (said.source_text or "").endswith(source)
    assert content(reading, said) == [told]


def test_who_is_charged_says_nothing(reader: ExactReader) -> None:
    assert sources(read(reader, "Серік Омаров ақшаны жымқырды деп айыпталған.")) == []


def test_who_charges_speaks(reader: ExactReader) -> None:
    assert sources(read(reader, "Прокурор Серік Омаров ақшаны жымқырды деп мәлімдеді.")) == ["Прокурор Серік Омаров"]


def test_two_offices_with_a_dash_are_one_source(reader: ExactReader) -> None:
    text = "Премьер-министрдің орынбасары – қаржы министрі Мұрат Омаров келісім дайын екенін айтты."
    reading = read(reader, text)
    assert sources(reading) == ["Премьер-министрдің орынбасары – қаржы министрі Мұрат Омаров"]
    assert content(reading, reading.attributions[0]) == ["келісім дайын екенін"]


# Offices


def test_an_office_with_a_dash_behind_it_is_that_of_the_next(reader: ExactReader) -> None:
    text = "Президент төраға Асқар Сапаровпен, премьер-министр орынбасары – қаржы министрі Мұрат Омаровпен кездесті."
    reading = read(reader, text)
    held = {(name_of(reading, one.person), one.office) for one in reading.tenures}
    assert ("Мұрат Омаров", "қаржы министрі") in held
    assert not any(office.startswith("премьер") for name, office in held if name == "Асқар Сапаров")


def test_an_office_between_commas_is_his_who_is_named_before(reader: ExactReader) -> None:
    reading = read(reader, "Асқар Сапаров, қаржы министрі, жиынға қатысты.")
    assert [(name_of(reading, one.person), one.office) for one in reading.tenures] == [
        ("Асқар Сапаров", "қаржы министрі")
    ]


# Figures


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500-ден 600-ге дейін үй қирады.", 500, 600),
        ("Айыптыларға бес жылдан он жылға дейін жаза берілмек.", 5, 10),
    ],
)
def test_a_range_is_told_by_case(reader: ExactReader, text: str, low: int, high: int) -> None:
    (item,) = read(reader, text).quantities
    assert (item.low, item.high) == (low, high)


def test_what_something_rose_from_is_no_range(reader: ExactReader) -> None:
    assert [item.value for item in read(reader, "Баға 5 пайыздан 8 пайызға дейін өсті.").quantities] == [5, 8]


def test_a_number_that_stands_for_people_counts_what_was_counted_before(reader: ExactReader) -> None:
    found = read(reader, "Екі жүз тұрғын алаңға жиналды, он сегізі ұсталды.").quantities
    assert [(item.value, item.measure) for item in found] == [(200, "тұрғын"), (18, "тұрғын")]


def test_the_name_of_a_deed_stands_inside_what_is_counted(reader: ExactReader) -> None:
    (item,) = read(reader, "Жиынға 29 құқық қорғау органының қызметкері келді.").quantities
    assert item.measure == "құқық қорғау органының қызметкері"


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("депутаттың", "депутат"),
        ("тауарды", "тауар"),
        ("ұңғыма", "ұңғыма"),
        ("белсенді", "белсенді"),
        ("шығын", "шығын"),
        ("отбасына", "отбасына"),
    ],
)
def test_a_measure_loses_only_what_is_surely_a_case(word: str, base: str) -> None:
    assert nominative(word) == base


# Judgements


@pytest.mark.parametrize(
    "text",
    [
        "Тілшілер баға өсуі мүмкін бе деп сұрады.",
        "Тексеру нәтижесінде департамент заңсыздықты анықтады.",
        "Жөндеу жүргізу үшін жол жабылды.",
    ],
)
def test_questions_aims_and_findings_judge_nothing(reader: ExactReader, text: str) -> None:
    assert read(reader, text).judgements == ()


@pytest.mark.parametrize(
    "text", ["Жалақы аз болғаны үшін жұмысшылар ереуілге шықты.", "Шабуыл нәтижесінде екі адам қаза тапты."]
)
def test_reasons_and_results_are_causes(reader: ExactReader, text: str) -> None:
    assert [one.kind for one in read(reader, text).judgements] == ["cause"]


# Names and nominals


def test_a_name_ends_where_a_place_with_its_noun_begins(reader: ExactReader) -> None:
    assert names(read(reader, "Айбек Сапаров Абай облыстық мәслихатына келді."), "person") == {"Айбек Сапаров"}


def test_whom_something_is_named_after_is_no_place(reader: ExactReader) -> None:
    assert names(read(reader, "Әуезов атындағы театр жабылды."), "place") == set()


def test_an_ablative_is_no_land() -> None:
    assert (without_case("жұмыстан"), without_case("дағыстан")) == ("жұмыс", "дағыстан")


@pytest.mark.parametrize(("word", "wanted"), [("орынбасарымен", True), ("актісіне", False), ("саудагерлерді", True)])
def test_a_word_for_a_thing_is_nobody(word: str, wanted: bool) -> None:
    assert may_be_person(tokenise(word)[0]) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"), [("ондаған белсендіні", True), ("тұрғындарды", True), ("екеуін", True), ("белсендіні", False)]
)
def test_some_words_mean_several(words: str, wanted: bool) -> None:
    assert means_several(tokenise(words)) is wanted


@pytest.mark.parametrize(("text", "wanted"), [("Дала.kz тілшісі", True), ("газет тілшісі", False)])
def test_a_reporter_of_an_outlet_is_but_a_credit(text: str, wanted: bool) -> None:
    page = Page(Document(text), "kk")
    assert is_credit(page, page.tokens_in(Span(0, len(text)))) is wanted


@pytest.mark.parametrize(
    ("words", "name"),
    [("тұрғындардан", "тұрғындар"), ("жергілікті биліктің", "жергілікті билік"), ("әкіміне", "әкімі")],
)
def test_who_has_no_name_is_called_in_the_nominative(words: str, name: str) -> None:
    assert without_case(words) == name
