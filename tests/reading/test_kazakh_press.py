"""Golden sentences of Kazakh-language press style, read as a whole: names, speech, offices, events and times."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Reading
from sholu.reading.reader import ExactReader
from tests.reading.press import content, done, name_of, names

PUBLISHED = "2024-05-16"


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published=PUBLISHED))


def said(reading: Reading, cue: str) -> Attribution:
    text = reading.document.text
    found = [one for one in reading.attributions if one.cue and one.cue.of(text) == cue]
    assert found, [one.cue and one.cue.of(text) for one in reading.attributions]
    return found[0]


# Speech


@pytest.mark.parametrize(
    ("text", "cue", "source", "content_text"),
    [
        # The source closes the sentence, however it ends.
        (
            "Жол ашылды, деп хабарлайды облыстық полицияның баспасөз қызметі.",
            "деп хабарлайды",
            "облыстық полицияның баспасөз қызметі",
            "Жол ашылды",
        ),
        ("Жол ашылды, деп хабарлады полиция департаменті.", "деп хабарлады", "полиция департаменті", "Жол ашылды"),
        # Asides, times and other cases stand before the one who speaks.
        (
            "Еске салсақ, өткен аптада тұрғындар жолдың жабылғанын айтты.",
            "айтты",
            "тұрғындар",
            "жолдың жабылғанын",
        ),
        (
            "Үкімет отырысына қатысып отырған Тобыл облысының әкімі Ерлан Сәрсенов жол салынып жатқанын айтты.",
            "айтты",
            "Тобыл облысының әкімі Ерлан Сәрсенов",
            "жол салынып жатқанын",
        ),
        ("Тұрғындардың бірі жолдың жабылғанын хабарлады.", "хабарлады", "Тұрғындардың бірі", "жолдың жабылғанын"),
        ("Батыс сарапшылары баға өседі деп болжап отыр.", "деп болжап", "Батыс сарапшылары", "баға өседі"),
        # Words of two parts.
        ("Министр жолдың ашылғанын мәлім етті.", "мәлім етті", "Министр", "жолдың ашылғанын"),
        ("«Жол ашық», – деп жауап берді министр.", "деп жауап берді", "министр", "Жол ашық"),
        # Papers say things too.
        ("«Жол ашық», - делінген хабарламада.", "делінген", "хабарламада", "Жол ашық"),
        # A hyphen set tight is a dash.
        ("«Жол жабық емес»,-дейді Ерлан Сәрсенов.", "дейді", "Ерлан Сәрсенов", "Жол жабық емес"),
        # Sources of figures.
        ("Полиция таратқан мәліметке сәйкес, жол ашық.", "таратқан мәліметке сәйкес", "Полиция", "жол ашық"),
    ],
)
def test_who_said_what(reader: ExactReader, text: str, cue: str, source: str, content_text: str) -> None:
    reading = read(reader, text)
    attribution = said(reading, cue)
    assert attribution.source_text == source
    assert content(reading, attribution) == [content_text]


def test_a_dash_opens_a_paragraph_of_speech(reader: ExactReader) -> None:
    reading = read(reader, "Жиын өтті.\n– Жол ашық. Көпір салынды. Енді мектеп саламыз, – деді Ерлан Сәрсенов.")
    assert content(reading, said(reading, "деді")) == ["Жол ашық. Көпір салынды. Енді мектеп саламыз"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("АСТАНА. ҚазАқпарат – Жол ашылды. Бұл туралы Ерлан Сәрсенов мәлім етті, деп жазды «Тобыл».", "мәлім етті"),
        ("Жол ашылды. Ерлан Сәрсенов жиында осылай деді.", "деді"),
        ("Жол ашылды. Мұны Ерлан Сәрсенов бүгін растады.", "растады"),
    ],
)
def test_pointing_back(reader: ExactReader, text: str, cue: str) -> None:
    reading = read(reader, text)
    attribution = said(reading, cue)
    assert content(reading, attribution) == ["Жол ашылды"]
    assert name_of(reading, attribution.source) == "Ерлан Сәрсенов"


@pytest.mark.parametrize("words", ["Оның айтуынша", "Министрдің айтуынша", "Айтуынша"])
def test_pronouns_and_titles_mean_the_last_speaker(reader: ExactReader, words: str) -> None:
    reading = read(reader, f"«Жол ашық», – деді Энергетика министрі Ерлан Сәрсенов.\n{words}, көпір де салынады.")
    assert name_of(reading, reading.attributions[-1].source) == "Ерлан Сәрсенов"


def test_an_outlet_cites_a_body(reader: ExactReader) -> None:
    text = "Жол ашылды, деп хабарлайды Tobyl.kz тілшісі министрліктің баспасөз қызметіне сілтеме жасап."
    attribution = said(read(reader, text), "деп хабарлайды")
    assert name_of(read(reader, text), attribution.outlet) == "Tobyl.kz"
    assert attribution.source_text == "министрліктің баспасөз қызметіне"


def test_what_a_source_says_ends_before_the_outlet(reader: ExactReader) -> None:
    reading = read(reader, "Комитеттің мәліметінше, олар шекарадан өтпек болған, деп хабарлайды «Тобыл 24».")
    assert content(reading, said(reading, "мәліметінше")) == ["олар шекарадан өтпек болған"]
    assert names(reading, "outlet") == {"Тобыл 24"}


# Names


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Шымкентте полиция 15 адамды ұстады.", "Шымкентте полиция"),
        ("Орталық сайлау комиссиясы Мәжіліс сайлауын өткізді.", "Орталық сайлау комиссиясы Мәжіліс"),
        ("Құтқаруға Ұлттық Ұлан және ішкі істер министрлігі қатысты.", "Ұлттық Ұлан және ішкі істер министрлігі"),
        ("Жиынға Өзбекстан және Қытайдың ведомство өкілдері келді.", "Өзбекстан және Қытайдың ведомство"),
    ],
)
def test_words_in_other_cases_and_whole_names_are_no_part(reader: ExactReader, text: str, wrong: str) -> None:
    assert wrong not in names(read(reader, text), "organisation")


def test_a_body_of_a_town(reader: ExactReader) -> None:
    reading = read(reader, "Шымкент қаласы полиция департаменті екі күдіктіні ұстады.")
    assert "Шымкент қаласы полиция департаменті" in names(reading, "organisation")


@pytest.mark.parametrize("text", ["Президент Жарлығына қол қойылды.", "Президент халыққа Жолдауын жариялады."])
def test_papers_are_nobody(reader: ExactReader, text: str) -> None:
    assert not names(read(reader, text), "person")


@pytest.mark.parametrize("text", ["Кемінде үш қалада жиын өтті.", "Арасында екі белсенді бар."])
def test_ordinary_words_that_open_a_sentence_are_no_places(reader: ExactReader, text: str) -> None:
    assert not names(read(reader, text), "place")


# Offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Үкімет отырысында Энергетика министрі Ерлан Сәрсенов есеп берді.", "энергетика министрі"),
        ("Қырғызстан Республикасының Сыртқы істер министрі Ерлан Сәрсенов келді.", "сыртқы істер министрі"),
        ("Тергеуді еліміздің бас прокуроры Ерлан Сәрсенов тексерді.", "бас прокурор"),
        ("Мемлекет басшысы Ерлан Сәрсенов келді.", "мемлекет басшысы"),
    ],
)
def test_offices(reader: ExactReader, text: str, office: str) -> None:
    assert [tenure.office for tenure in read(reader, text).tenures] == [office]


def test_a_title_in_the_genitive_is_nobody_s_office(reader: ExactReader) -> None:
    assert not read(reader, "Мемлекет басшысының Ерлан Сәрсеновті тағайындау туралы хаты оқылды.").tenures


# Events


def test_the_first_nominative_acts(reader: ExactReader) -> None:
    reading = read(reader, "Бүгін полиция алаң маңында жиырмадан астам адамды ұстап әкетті.")
    event = done(reading, "COERCE")
    assert [role.text for role in event.actors] == ["полиция"]
    assert [role.text for role in event.recipients] == ["жиырмадан астам адамды"]


def test_verbs_whose_root_ends_like_a_passive_are_active(reader: ExactReader) -> None:
    event = done(read(reader, "Сот оларға қоғамдық қызметке тыйым салды."), "COERCE")
    assert [role.text for role in event.actors] == ["Сот"]


@pytest.mark.parametrize(
    "text",
    ["Прокуратура оқиғаға қатысты мән-жайды тексерді.", "Олар келуге дайын екенін жеткізді."],
)
def test_look_alikes_are_no_events(reader: ExactReader, text: str) -> None:
    assert not [event for event in read(reader, text).events if event.type in ("CONSULT", "AID")]


# Times


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("биылғы қаңтар-наурыз айларында", "2024-01/2024-03"),
        ("02 желтоқсан 2023", "2023-12-02"),
        ("ағымдағы жылғы қаңтар-сәуір", "2024-01/2024-04"),
    ],
)
def test_times(reader: ExactReader, words: str, value: str) -> None:
    assert [time.value for time in read(reader, f"Өндіріс {words} өсті.").times] == [value]


def test_the_head_of_a_region_is_its_governor(reader: ExactReader):
    text = "Қостанай облысының әкімі Құмар Бейсов келді. Өңір басшысы мұны айтты."
    reading = read(reader, text)
    holders = [one.name for one in reading.entities for m in one.mentions if m.span.of(text) == "Өңір басшысы"]
    assert holders == ["Құмар Бейсов"]


def test_a_verb_in_the_dative_is_nobody(reader: ExactReader):
    agreed = done(read(reader, "Ведомство тұрғындарға үй салып беруге уәде етті."), "AGREE")
    assert [role.text for role in agreed.recipients] == ["тұрғындарға"]


def test_what_somebody_asks_of_another_is_not_done_by_who_asks(reader: ExactReader):
    events = read(reader, "Министр Асан Бейсов одан отставкаға кетуді апаттан бұрын талап еткен.").events
    assert [(event.type, [role.text for role in event.actors]) for event in events] == [
        ("REQUEST", ["Министр Асан Бейсов"])
    ]
