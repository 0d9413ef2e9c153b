"""How Kazakh news wires write: offices and makes that are no names, credits, courtesies, pronouns in their cases."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.languages.kazakh_titles import possessed, whose
from sholu.reading.reader import ExactReader
from tests.reading.press import content, done, name_of, names

PUBLISHED = "2024-05-16"


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published=PUBLISHED))


def offices(reading: Reading) -> list[tuple[str | None, str, str | None]]:
    return [(name_of(reading, one.person), one.office, name_of(reading, one.organisation)) for one in reading.tenures]


def sources(reading: Reading) -> list[str | None]:
    text = reading.document.text
    return [one.source_span.of(text) if one.source_span else None for one in reading.attributions]


# Names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Бакуде Сыртқы істер министрлерінің отырысы өтті.", set()),
        ("Мәжілісте Қаржы вице-министрі есеп берді.", {"Мәжіліс"}),
        ("Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрі Асқар Ержанов келді.", set()),
        ("Алматыда Шекара комитеті есеп берді.", {"Шекара комитеті"}),
    ],
)
def test_whoever_holds_an_office_is_no_institution(reader: ExactReader, text: str, bodies: set[str]) -> None:
    assert names(read(reader, text), "organisation") == bodies


def test_makes_of_goods_are_no_places(reader: ExactReader) -> None:
    assert names(read(reader, "Дүйсенбіде Brent маркалы мұнай қымбаттады."), "place") == set()
    assert names(read(reader, "Дүйсенбіде Астанада мұнай қымбаттады."), "place") == {"Астана"}


def test_a_given_name_alone_is_the_person_and_no_town(reader: ExactReader) -> None:
    reading = read(reader, "Полиция белсенді Арайлым Ержанованы ұстады. Тергеушілер Арайлымнан түсінік алды.")
    assert names(reading, "place") == set()
    assert len(next(one for one in reading.entities if one.kind == "person").mentions) == 2
    other = read(reader, "Полиция белсенді Арайлым Ержанованы ұстады. Ол Арайлым ауылына барды.")
    assert "Арайлым" in {name.split()[0] for name in names(other, "place")}


def test_a_surname_behind_an_initial_ends_the_name(reader: ExactReader) -> None:
    reading = read(reader, "Т.Айдыноглу Ержановқа шақыру жолдады.")
    assert names(reading, "person") == {"Т.Айдыноглу", "Ержанов"}


def test_abbreviations_take_their_endings_behind_a_hyphen(reader: ExactReader) -> None:
    reading = read(reader, "Президент АҚШ-қа барды. Министр АҚШ-тың өкілімен кездесті.")
    assert names(reading, "place") == {"Америка Құрама Штаттары"}
    assert names(reading, "person") == set()


def test_two_surnames_are_two_people_where_both_are_known(reader: ExactReader) -> None:
    text = "Дархан Ержанов пен Самат Серіков сөйлесті. Ержанов Серіковпен ертең кездеседі."
    assert names(read(reader, text), "person") == {"Дархан Ержанов", "Самат Серіков"}


def test_a_surname_in_a_headline_is_no_town(reader: ExactReader) -> None:
    text = "Зеленский: Келіссөз жақын\n\nУкраина президенті Владимир Зеленский келіссөз жақын екенін айтты."
    assert names(read(reader, text), "place") == {"Украина"}


# Offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Асан Қуатов басқаратын комиссия есеп жариялады.", ("Асан Қуатов", "басшы", "комиссия")),
        (
            "Ерлан Сәбитов жетекшілік ететін «Көктем» қозғалысы митинг өткізді.",
            ("Ерлан Сәбитов", "басшы", "«Көктем» қозғалысы"),
        ),
        (
            "Ербол Қайратовтың басшылығындағы өңірлік даму қоры грант бөлді.",
            ("Ербол Қайратов", "басшы", "өңірлік даму қоры"),
        ),
        (
            "Мәдениет, ақпарат және туризм министрі Самат Ержанов келді.",
            ("Самат Ержанов", "мәдениет, ақпарат және туризм министрі", None),
        ),
    ],
)
def test_whom_a_body_is_headed_by(reader: ExactReader, text: str, expected: tuple[str | None, str, str | None]) -> None:
    assert expected in offices(read(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Самат Ержанов басқарған жиын ұзаққа созылды.",  # a meeting is chaired
        "Алдағы президент сайлауына дайындалып жүрген Арайлым Ержанова митингіге шықты.",
        "Полиция өкілдері Арайлым Ержановадан түсінік алды.",
    ],
)
def test_what_gives_nobody_an_office(reader: ExactReader, text: str) -> None:
    assert offices(read(reader, text)) == []


def test_titles_with_the_endings_of_possession() -> None:
    assert [possessed(title) for title in ("министр", "басшы", "бастық", "баспасөз хатшысы")] == [
        "министрі",
        "басшысы",
        "бастығы",
        "баспасөз хатшысы",
    ]
    assert [whose(title) for title in ("әкімінің", "төрағасының", "министрінің", "бөлімнің")] == [
        "әкімнің",
        "төрағаның",
        "министрдің",
        "бөлімнің",
    ]


# Speech


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Баспасөз хатшысы Дамира Ержанованың «Дала» тілшісіне айтуынша, шекарада оқ атылған.", "Дамира Ержанованың"),
        ("«Су деңгейі көтерілді», – деді ол Үкіметтегі брифингте.", "ол"),
        ("«Жұмыс тоқтады», – деді Самат Ержанов Үкімет отырысында.", "Самат Ержанов"),
    ],
)
def test_a_source_ends_before_whom_it_speaks_to_and_where(reader: ExactReader, text: str, source: str) -> None:
    found = sources(read(reader, text))
    assert str(found[0]).endswith(source)


@pytest.mark.parametrize(
    "text",
    [
        "Ерлан Сәбитов сайлаушыларға алғыс айтты.",
        "Асан Қуатов отбасына көңіл айтты.",
        "Атап айтқанда, облыста бөгет салу жұмыстары жүргізіліп жатыр.",
        "Ерлан Сәбитовке «полицияға бағынбады» деген айып тағылды.",
    ],
)
def test_courtesies_asides_and_charges_claim_nothing(reader: ExactReader, text: str) -> None:
    assert read(reader, text).attributions == ()


def test_the_address_of_a_site_opens_a_dateline(reader: ExactReader) -> None:
    text = "Алматы. 3 сәуір. dala.kz – Үкімет кеңсе құрды. Бұл туралы вице-министр Дина Серікова хабарлады."
    reading = read(reader, text)
    assert content(reading, reading.attributions[0]) == ["Үкімет кеңсе құрды"]


# Events


def test_a_pronoun_in_the_accusative_is_whom_it_is_done_to(reader: ExactReader) -> None:
    event = done(read(reader, "Полиция оны бөлімшеге алып кетті."), "COERCE")
    assert [role.text for role in event.actors] == ["Полиция"]
    assert [role.text for role in event.recipients] == ["оны"]


def test_where_somebody_holds_office_is_not_where_it_happened(reader: ExactReader) -> None:
    text = "Полиция Ақтөбеде Алматы облысының әкімі Асан Қуатовты ұстады."
    reading = read(reader, text)
    assert name_of(reading, done(reading, "COERCE").place) == "Ақтөбе"


@pytest.mark.parametrize(
    "text",
    [
        "Министрлік қауіпті аймақтарды атады.",
        "Қиылыста су жиналады.",
        "Бала каналға түсіп кеткен.",
        "Әкім азық-түлік бағасына тоқталды.",
        "Оқиға орнына шекарашылар барды.",
        "Жігітті ауруханаға алып кетті.",
        "Полиция төрт кісі өлтіруді ашты.",
    ],
)
def test_words_that_only_look_like_deeds(reader: ExactReader, text: str) -> None:
    assert read(reader, text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Шекарада тағы атыс болды.", "ASSAULT", "firearms"),
        ("Тоғыз әкім отставкаға кету туралы өтініш берді.", "LEAVE_OFFICE", "resign"),
        ("Кеңес Асан Серіковті жұмысынан босатты.", "LEAVE_OFFICE", "dismiss"),
    ],
)
def test_what_happened_is_of_its_kind(reader: ExactReader, text: str, kind: str, mode: str) -> None:
    assert done(read(reader, text), kind).mode == mode


def test_whoever_shoots_is_still_told(reader: ExactReader) -> None:
    assert done(read(reader, "Сарбаздар шекарашыны атты."), "ASSAULT").mode == "firearms"


# Figures


@pytest.mark.parametrize("text", ["19 жастағы шекарашы жараланды.", "Отырыс сағат 19.00 шамасында аяқталды."])
def test_ages_and_times_of_day_are_no_figures(reader: ExactReader, text: str) -> None:
    assert read(reader, text).quantities == ()


def test_an_age_of_retirement_is_a_figure(reader: ExactReader) -> None:
    assert [one.value for one in read(reader, "Зейнет жасы 63 жасқа дейін көтерілді.").quantities] == [63]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Оның 1 878-і тәулік ішінде ашылды.", 1878, "count"),
        ("Өрт 200 ш.м. аумақта сөндірілді.", 200, "m2"),
        ("Өрт 200 кв. м аумақта сөндірілді.", 200, "m2"),
    ],
)
def test_what_a_number_counts(reader: ExactReader, text: str, value: int, unit: str) -> None:
    reading = read(reader, text)
    assert [(one.value, one.unit) for one in reading.quantities] == [(value, unit)]
    assert not any("1878" in (time.value or "") for time in reading.times)


def test_two_sides_are_not_each_other(reader: ExactReader) -> None:
    reading = read(reader, "Екі тарап бір-біріне тас лақтырды.")
    assert [role.text for role in done(reading, "PROTEST").actors] == ["Екі тарап"]
