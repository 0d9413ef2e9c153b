"""Golden sentences of Russian-language press style, read as a whole: names, speech, offices and events together."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Reading
from sholu.packs import load_packs
from sholu.reading.reader import ExactReader
from tests.reading.press import content, done, name_of, names

PUBLISHED = "2024-05-16"


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="ru", published=PUBLISHED))


def said(reading: Reading, cue: str) -> Attribution:
    found = [one for one in reading.attributions if one.cue and one.cue.of(reading.document.text).startswith(cue)]
    assert found, [one.cue and one.cue.of(reading.document.text) for one in reading.attributions]
    return found[0]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Об этом сообщил министр Данияр Абаев.", "Данияр Абаев"),  # no plural of "Абай"
        ("Депутат Кайрат Аксакалов выступил в среду.", "Кайрат Аксакалов"),  # nor of "аксакал"
        ("Эксперт Руслан Казначеев считает иначе.", "Руслан Казначеев"),
        ("С должности сняли Данияра СЕРКЕБАЕВА.", "Данияр Серкебаев"),
        ("Указом назначен Олег КРУТЬ.", "Олег Круть"),
        ("Кенжебаев Данияр Кайратович назначен акимом.", "Кенжебаев Данияр Кайратович"),
        ("Назначить Кенжебаева Данияра Кайратулы акимом.", "Кенжебаев Данияр Кайратулы"),
        ("Задержание Кенжебаева. Подробности позже.", "Кенжебаев"),
        ("Суд арестовал активиста Темира Кенжебаева.", "Темир Кенжебаев"),  # no Темира Кенжебаева
        ("Суд арестовал активистку Аиду Кенжебаеву.", "Аида Кенжебаева"),
        ("Об этом сказала адвокат фермера Алия Кенжебаева.", "Алия Кенжебаева"),
        ("Он освободил Медера Кенжебаева от должности.", "Медер Кенжебаев"),
        ("Там задержали Медера Кенжебаева.", "Медер Кенжебаев"),
        ("Внесли кандидатуру Кенжебаева Медера Асановича.", "Кенжебаев Медер Асанович"),
        ("Заместителями избраны Мавлуда Кенжебаева и Рахим Крутов.", "Мавлуда Кенжебаева"),
        ("Экс-аким ПСК Данияр Кенжебаев назначен министром.", "Данияр Кенжебаев"),
    ],
)
def test_people_are_called_by_their_nominative(reader: ExactReader, text: str, person: str) -> None:
    assert person in names(read(reader, text), "person")


def test_full_names_in_both_orders_are_one_person(reader: ExactReader) -> None:
    reading = read(reader, "Данияр Кенжебаев освобождён от должности. Кенжебаев Данияр Кайратович работал с 2014 года.")
    assert len(names(reading, "person")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Обстрелу подверглась застава в местности Паскы-Тюз.",
        "Это произошло на автодороге Максат-Тюз.",
        "Он уехал в село Беш-Тюз Аламтюзского района.",
        "Встреча прошла с командующим Исфартюзским районом.",
        "Он призвал к спокойствию в священный месяц Рамазан.",
    ],
)
def test_places_are_no_people(reader: ExactReader, text: str) -> None:
    assert not names(read(reader, text), "person")


def test_listed_villages_are_places(reader: ExactReader) -> None:
    reading = read(reader, "Обстрел начался в местностях Ак-Тюз, Чон-Тюз и Кара-Тюз.")
    assert {"Ак-Тюз", "Чон-Тюз", "Кара-Тюз"} <= {
        mention.span.of(reading.document.text) for entity in reading.entities if entity.kind == "place"
        for mention in entity.mentions
    }  # fmt: skip


def test_half_of_a_known_name_is_no_institution(reader: ExactReader) -> None:
    reading = read(reader, "Депутаты Жогорку Кенеша разъехались по округам.")
    assert names(reading, "organisation") == {"Жогорку Кенеш"}


def test_agency_is_called_by_its_quoted_name(reader: ExactReader) -> None:
    reading = read(reader, 'Указ подписан, передаёт ИА "Вечерний Тюз" со ссылкой на пресс-службу акимата.')
    told = said(reading, "передаёт")
    assert name_of(reading, told.outlet) == "Вечерний Тюз"
    assert told.source_text == "пресс-службу акимата"


def test_title_and_name_behind_an_abbreviation_are_apart(reader: ExactReader) -> None:
    reading = read(reader, "Ранее глава МИД РФ Иван Петров заявил, что переговоры продолжатся.")
    assert name_of(reading, said(reading, "заявил").source) == "Иван Петров"


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("«Работы идут», – добавили в пресс-службе акимата.", "добавили", "пресс-службе акимата"),
        ("Обстоятельства выясняются, заявили в ведомстве.", "заявили", "ведомстве"),
        ("Границу закрыли, сообщили «Утру» в пограничной службе.", "сообщили", "пограничной службе"),
        ("Дорога закрыта. Об этом сообщили в пресс-центре ведомства.", "сообщили", "пресс-центре ведомства"),
        ("Ранее в пограничной службе заявили, что огонь открыли соседи.", "заявили", "пограничной службе"),
        ("В министерстве в свою очередь заявили, что дорога открыта.", "заявили", "министерстве"),
        ("Войны нет, заявил министр иностранных дел Иван Петров.", "заявил", "министр иностранных дел Иван Петров"),
        ("Служба надзора, в свою очередь, заявила, что цены вырастут.", "заявила", "Служба надзора"),
        ("По предварительным данным погранслужбы, имеются раненые.", "По предварительным данным", "погранслужбы"),
        ("В тот же день в интервью газете «Тюз» мэр Олег Крутов заявил: дорога есть.", "заявил", "мэр Олег Крутов"),
        ("В ходе состоявшейся беседы Олег Крутов заявил: дорога есть.", "заявил", "Олег Крутов"),
        ("Как отметило министерство, эта мера нужна для отрасли, роста и мира.", "отметило", "министерство"),
        ("Как отметил Олег Крутов, глава ведомства, дорога открыта.", "отметил", "Олег Крутов, глава ведомства"),
    ],
)  # fmt: skip
def test_who_speaks(reader: ExactReader, text: str, cue: str, source: str) -> None:
    assert said(read(reader, text), cue).source_text == source


def test_speech_between_dashes_is_the_whole_paragraph(reader: ExactReader) -> None:
    reading = read(reader, "- На неделе прошла встреча. Он не ответил на вопросы, - сказал Данияр Кенжебаев.")
    told = said(reading, "сказал")
    assert content(reading, told) == ["На неделе прошла встреча. Он не ответил на вопросы"]
    assert told.mode == "direct"


def test_content_ends_before_the_agency_that_carries_it(reader: ExactReader) -> None:
    reading = read(reader, "Министр отметил, что войны не будет, пишет «Вечерний Тюз».")
    assert content(reading, said(reading, "отметил")) == ["что войны не будет"]


def test_dateline_and_stray_mark_are_not_said(reader: ExactReader) -> None:
    reading = read(reader, "INTERFAX.RU - Дорогу закрыли до утра», - сообщила Кенжебаева.")
    assert content(reading, said(reading, "сообщила")) == ["Дорогу закрыли до утра"]


def test_those_who_are_accused_do_not_speak(reader: ExactReader) -> None:
    reading = read(reader, "Чиновники задержаны. Как сообщалось, их обвинили в хищении средств.")
    assert all(one.source_text != "их" for one in reading.attributions)


def test_the_outlet_that_was_told(reader: ExactReader) -> None:
    reading = read(reader, 'Ранее активист Иван Петров сообщил "Интерфаксу" о задержании двух человек.')
    told = said(reading, "сообщил")
    assert name_of(reading, told.outlet) == "Интерфакс"
    assert content(reading, told) == ["задержании двух человек"]


def test_a_pronoun_looks_over_a_long_quotation(reader: ExactReader) -> None:
    text = (
        "Об этом сообщил депутат Данияр Кенжебаев.\n\n«Нужно сорок подписей. Кажется, набирается. Утром пересчитаем. "
        "Правда, могут помешать», — написал он."
    )
    reading = read(reader, text)
    assert name_of(reading, said(reading, "написал").source) == "Данияр Кенжебаев"


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Кенжебаева задержали в аэропорту.", "COERCE", None, "Кенжебаева"),
        ("Его задержали пограничники.", "COERCE", "пограничники", "Его"),
        ("Сержант сообщил, что его задержали пограничники.", "COERCE", "пограничники", "его"),
        ("На совещании Данияр Кенжебаев похвалил акима города.", "SUPPORT", "Данияр Кенжебаев", "акима города"),
        ("Президент назначил акимом области Данияра Кенжебаева.", "TAKE_OFFICE", "Данияра Кенжебаева", None),
    ],
)
def test_who_did_what_to_whom(
    reader: ExactReader, text: str, kind: str, actor: str | None, recipient: str | None
) -> None:
    event = done(read(reader, text), kind)
    assert (event.actors[0].text if event.actors else None) == actor
    assert (event.recipients[0].text if event.recipients else None) == recipient


def test_without_warning_is_no_denial(reader: ExactReader) -> None:
    event = done(read(reader, "Пограничники без предупреждения открыли огонь."), "ASSAULT")
    assert event.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Четверо мужчин, вооружённые автоматами, шли к реке.",
        "Парламент объявил о назначении референдума.",
        "Она впервые столкнулась с такой проблемой.",
        "Зрителям показали фильм «Анатомия протеста».",
        "Председательствующий по делу назвал дату.",
    ],
)
def test_words_that_only_look_like_events(reader: ExactReader, text: str) -> None:
    wrong = {"AID", "TAKE_OFFICE", "ASSAULT", "PROTEST", "CONSULT"}
    assert not wrong & {event.type for event in read(reader, text).events}


@pytest.mark.parametrize(
    ("text", "cue", "said_words"),
    [
        ("О задержании судьи сообщили источники, знакомые с делом.", "сообщили", "задержании судьи"),
        ("Цены вырастут. Об этом сообщил журналистам пресс-секретарь Иван Петров.", "сообщил", "Цены вырастут"),
        ("Цены вырастут. Тюзград (Tyuz.kz) -- Об этом сообщил министр Иван Петров.", "сообщил", None),
    ],
)
def test_what_is_pointed_at(reader: ExactReader, text: str, cue: str, said_words: str | None) -> None:
    reading = read(reader, text)
    assert said_words is None or content(reading, said(reading, cue)) == [said_words]
    assert said(reading, cue).source_text


def test_the_day_is_no_part_of_the_source(reader: ExactReader) -> None:
    told = said(read(reader, "13 мая министерство подтвердило информацию о задержании."), "подтвердило")
    assert (told.source_text, told.date) == ("министерство", "2024-05-13")


def test_a_pronoun_means_the_subject(reader: ExactReader) -> None:
    text = "Сроки визита Ивана Петрова не согласованы, заявил министр Данияр Кенжебаев. Он добавил, что дата близка."
    reading = read(reader, text)
    assert name_of(reading, said(reading, "добавил").source) == "Данияр Кенжебаев"


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Главой Минюста стал Рустам Кенжебаев.", "Рустам Кенжебаев", "глава"),
        ("Руководителем аппарата президента назначен Иван Петров.", "Иван Петров", "руководитель аппарата президента"),
        ("Торага парламента Асыл Кенжебаев открыл заседание.", "Асыл Кенжебаев", "торага"),
    ],
)
def test_offices(reader: ExactReader, text: str, person: str, office: str) -> None:
    reading = read(reader, text)
    assert [(name_of(reading, one.person), one.office) for one in reading.tenures] == [(person, office)]


def test_short_months_are_dates_and_an_environment_is_no_wednesday(reader: ExactReader) -> None:
    reading = read(reader, "МОСКВА, 27 янв - РИА Новости. Отходы попали в окружающую среду в 2012-2014 годах.")
    assert [time.value for time in reading.times] == ["2024-01-27", "2012/2014"]
    assert not reading.quantities


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Чиновник подозревается в получении взяток.", "ACCUSE", None, "Чиновник"),
        ("Президент снял с поста министра Данияра Асанова.", "LEAVE_OFFICE", "министра Данияра Асанова", None),
        ("На площади прошла акция протеста.", "PROTEST", None, None),
        ("25 марта после приезда политика задержали.", "COERCE", None, None),
    ],
)  # fmt: skip
def test_doers_by_case(reader: ExactReader, text: str, kind: str, actor: str | None, recipient: str | None) -> None:
    event = done(read(reader, text), kind)
    assert (event.actors[0].text if event.actors else None) == actor
    assert (event.recipients[0].text if event.recipients else None) == recipient


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Аким Алгинского сельского округа Данияр Абаев прибыл.", "Алгинский сельский округ"),
        ("Снег идёт в Ненецком автономном округе.", "Ненецкий автономный округ"),
    ],
)
def test_a_division_may_have_a_noun_of_several_words(reader: ExactReader, text: str, place: str):
    assert place in names(read(reader, text), "place")


def test_divisions_in_a_list_share_their_noun(reader: ExactReader):
    reading = read(reader, "Акимов Алгинского, Мартукского и Хобдинского районов задержали в среду.")
    said = [mention.span.of(reading.document.text) for one in reading.entities for mention in one.mentions]
    assert {"Алгинского", "Мартукского", "Хобдинского районов"} <= set(said)
    assert not names(reading, "person")


def test_a_name_in_the_nominative_stays(reader: ExactReader):
    assert "Наша газета" in names(read(reader, "Двое задержаны, передаёт «Наша газета»."), "outlet")


@pytest.mark.parametrize(
    ("text", "body", "start"),
    [
        ("Кызылординскую область с 2019 года возглавлял Данияр Абаев.", "Кызылординская область", "2019"),
        ("С 2019 года Данияр Абаев возглавлял Кызылординскую область.", "Кызылординская область", "2019"),
        ("Комитет по делам молодёжи возглавил Данияр Абаев.", None, None),
    ],
)
def test_what_is_headed_may_stand_before_its_verb(reader: ExactReader, text: str, body: str | None, start: str | None):
    reading = read(reader, text)
    (tenure,) = reading.tenures or (None,)
    if body is None:
        assert [role.text for role in done(reading, "TAKE_OFFICE").actors] == ["Данияр Абаев"]
    else:
        assert tenure is not None
        assert name_of(reading, tenure.person) == "Данияр Абаев"
        assert (name_of(reading, tenure.organisation), tenure.start) == (body, start)


def test_the_head_of_the_region_is_its_governor_and_no_deputy(reader: ExactReader):
    text = "Аким Костанайской области Данияр Абаев прибыл. Его заместитель Анна Белова уволена. Глава региона молчит."
    reading = read(reader, text)
    holders = [one.name for one in reading.entities for m in one.mentions if m.span.of(text) == "Глава региона"]
    assert holders == ["Данияр Абаев"]


def test_a_region_called_after_its_town_is_the_one_of_the_other_languages():
    plain = ExactReader(load_packs(("world",)))
    said = {"ru": "Аким Костанайской области прибыл.", "kk": "Қостанай облысының әкімі келді."}
    found = [plain.read(Document(text, language=tag)).entities[0] for tag, text in said.items()]
    assert found[0].same_as == found[1].same_as != {}


def test_a_noun_for_women_tells_the_gender_of_a_name(reader: ExactReader):
    text = "«Люди выбежали на улицу», — рассказала жительница Мургаба Гулчехра Аламшоева."
    assert names(read(reader, text), "person") == {"Гулчехра Аламшоева"}


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Президент освободил от должности главу банка Данияра Кенжебаева.", "LEAVE_OFFICE", "Кенжебаева"),
        ("Марков отправил в отставку министра Данияра Кенжебаева.", "LEAVE_OFFICE", "Кенжебаева"),
        ("После отставки Олега Маркова пост занял Данияр Кенжебаев.", "TAKE_OFFICE", "Данияр Кенжебаев"),
        ("С поста министра транспорта освобождён Кенжебаев Данияр Кайратович.", "LEAVE_OFFICE", "Кенжебаев Данияр"),
    ],
)
def test_who_takes_and_leaves_office(reader: ExactReader, text: str, kind: str, actor: str) -> None:
    event = done(read(reader, text), kind)
    assert len(event.actors) == 1
    assert actor in event.actors[0].text
    assert event.recipients == ()


@pytest.mark.parametrize(
    "text", ["Министр Данияр Кенжебаев сохранил свою должность.", "Аким Данияр Кенжебаев остался на посту."]
)
def test_who_keeps_an_office_neither_takes_nor_leaves_it(reader: ExactReader, text: str) -> None:
    assert not {event.type for event in read(reader, text).events} & {"TAKE_OFFICE", "LEAVE_OFFICE"}


def test_a_relative_clause_tells_of_the_person_before_it(reader: ExactReader) -> None:
    text = "Министр уволил главу таможни Данияра Кенжебаева, который осенью избил соседа."
    event = done(read(reader, text), "ASSAULT")
    assert [role.text for role in event.actors] == ["Данияра Кенжебаева"]


def test_an_institution_before_an_office_does_not_own_it(reader: ExactReader) -> None:
    reading = read(reader, "Дефицит растёт, заявил в кулуарах парламента министр энергетики Данияр Кенжебаев.")
    assert [(held.office, held.organisation) for held in reading.tenures] == [("министр энергетики", None)]


def test_a_date_in_a_relative_clause_is_not_the_end_of_an_office(reader: ExactReader) -> None:
    text = "Освобождён от должности министр Данияр Кенжебаев, который возглавлял ведомство с 2020 года."
    reading = read(reader, text)
    assert [held.end for held in reading.tenures if held.office == "министр"] == [None]


def test_an_adjective_of_a_town_has_the_name_that_the_dictionary_knows(reader: ExactReader) -> None:
    assert "Москва" in names(read(reader, "Это было в 04:00 по московскому времени."), "place")


def test_an_agency_half_in_quotation_marks_is_one_outlet(reader: ExactReader) -> None:
    assert names(read(reader, "Явка выросла, сообщает РИА «Новости»."), "outlet") == {"РИА Новости"}


def test_latin_words_of_a_name_are_no_places(reader: ExactReader) -> None:
    reading = read(reader, "Площадь, где собрались работники компании West Oil, закрыта.")
    assert names(reading, "place") == set()
    assert any("West Oil" in name for name in names(reading, "organisation"))


def test_a_department_against_something_is_named_whole(reader: ExactReader) -> None:
    reading = read(reader, "Он работал в департаменте по борьбе с организованной преступностью в столице.")
    assert "департамент по борьбе с организованной преступностью" in names(reading, "organisation")


def test_a_clause_behind_the_speaker_that_tells_when_is_not_said(reader: ExactReader) -> None:
    text = "«Так нельзя. Людям тяжело», – возмутился депутат Олег Крутов, когда пришёл к рабочим."
    reading = read(reader, text)
    assert content(reading, said(reading, "возмутился")) == ["Так нельзя. Людям тяжело"]


def test_a_surname_that_sounds_like_money_tells_no_country(reader: ExactReader) -> None:
    reading = read(reader, "Указом Олег Седов назначен министром.")
    assert [entity.country for entity in reading.entities if entity.name == "Олег Седов"] == [None]


@pytest.mark.parametrize("office", ["президента Олега Крутова", "главы государства Олега Крутова"])
def test_whose_press_service_speaks_is_not_who_speaks(reader: ExactReader, office: str) -> None:
    reading = read(reader, f"Дорога закрыта, передает пресс-служба {office}. Олег Крутов уехал.")
    assert name_of(reading, said(reading, "передает").source) != "Олег Крутов"


def test_a_described_body_is_none_of_those_before(reader: ExactReader) -> None:
    reading = read(reader, "Он работал в Министерстве садов. Вчера местное энергетическое министерство ответило.")
    body = next(entity for entity in reading.entities if entity.name.startswith("Министерств"))
    assert [mention.span.of(reading.document.text) for mention in body.mentions] == ["Министерстве садов"]


@pytest.mark.parametrize("unit", ["кВт*ч", "кВт·ч", "кВтч", "кВт/ч"])
def test_kilowatt_hours_are_written_in_many_ways(reader: ExactReader, unit: str) -> None:
    reading = read(reader, f"Произведено 9,1 млрд {unit} электроэнергии.")
    assert [figure.unit for figure in reading.quantities] == ["kWh"]


@pytest.mark.parametrize(
    "text",
    [
        "не будет к февралю, прогнозирует экс-мэр Олег Карпенко, правивший городом четыре года, совет",
        ", — возмущается Фанта Карпенко, заместитель",
    ],
)
def test_a_text_may_end_in_the_middle_of_a_sentence(reader: ExactReader, text: str) -> None:
    assert any("Карпенко" in entity.name for entity in read(reader, text).entities)
