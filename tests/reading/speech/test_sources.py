"""Who speaks: how far the phrase that names a source reaches, whom it means, and when a name is kept back."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Reading
from sholu.reading.reader import ExactReader
from tests.reading.press import content, name_of

READER = ExactReader()


def read(text: str, tag: str) -> Reading:
    return READER.read(Document(text, published="2021-03-05", language=tag))


def told(text: str, tag: str) -> list[tuple[str | None, list[str]]]:
    reading = read(text, tag)
    return [(item.source_text, content(reading, item)) for item in reading.attributions]


def last(text: str, tag: str) -> tuple[Attribution, str | None]:
    reading = read(text, tag)
    item = reading.attributions[-1]
    return item, name_of(reading, item.source)


RUSSIAN = [
    # A phrase behind the comma that is no addition is what is told.
    ("По словам офицера, столкновения, вероятно, повторятся.", "офицера", "столкновения, вероятно, повторятся"),
    (
        "По словам источника в порту, заместитель министра Пётр Лунин подал в отставку.",
        "источника в порту",
        "заместитель министра Пётр Лунин подал в отставку",
    ),
    (
        "По словам Петра Лунина, директора завода, печи остановят.",
        "Петра Лунина, директора завода",
        "печи остановят",
    ),
    # A participle that says who it is.
    (
        "По сведениям сотрудника станции, просившего не называть его имя, мощность упала.",
        "сотрудника станции, просившего не называть его имя",
        "мощность упала",
    ),
    # The name and the rank behind the office.
    (
        "Дорога закрыта, заявил первый замминистра обороны Таджикистана генерал Рустам Сафаров.",
        "первый замминистра обороны Таджикистана генерал Рустам Сафаров",
        "Дорога закрыта",
    ),
    # A name in quotation marks is taken whole.
    (
        "По прогнозу агентства «Белый рейтинг», экспорт сократится.",
        "агентства «Белый рейтинг»",
        "экспорт сократится",
    ),
    # What the verb acts on is not who speaks.
    (
        "Войска никто не вводил, — опровергает слухи Департамент полиции области.",
        "Департамент полиции области",
        "Войска никто не вводил",
    ),
    ("Хозяйства не платили, — настаивают в «Казводе».", "«Казводе»", "Хозяйства не платили"),
    ("— Так нельзя, — отчеканил он.", "он", "Так нельзя"),
    # Some of many, all fields of an office, and how somebody said it.
    ("Один из водителей рассказал, что мост закрыт.", "Один из водителей", "что мост закрыт"),
    (
        "«Мост цел», — заявил министр труда, занятости и спорта Казахстана Асан Лугов.",
        "министр труда, занятости и спорта Казахстана Асан Лугов",
        "Мост цел",
    ),
    ("Лугов с иронией прокомментировал слова мэра: «Мост цел, как всегда».", "Лугов", "Мост цел, как всегда"),
    ("«Мост будет», — так ответил мэр на вопрос журналиста.", "мэр", "Мост будет"),
    ("Мост цел, сообщили «Ошскому вестнику» в пресс-службе мэрии.", "пресс-службе мэрии", "Мост цел"),
    (
        "Как рассказал собеседник агентства, близкий к делу, мост цел.",
        "собеседник агентства, близкий к делу",
        "мост цел",
    ),
    ("Из заявления МИД следует, что мост цел.", "МИД", "что мост цел"),
    ("В СМИ появились сообщения о том, что мост цел.", "СМИ", "что мост цел"),
    ("Ходят слухи, что мост цел.", None, "что мост цел"),
    ("Вместе с тем Петров пояснил, что мост цел.", "Петров", "что мост цел"),
    ("Журналистам «Утра» в полиции объяснили, что мост цел.", "полиции", "что мост цел"),
    ("— Мост закроют, — отметил мэр, с чем согласился и Орлов.", "мэр", "Мост закроют"),
]


@pytest.mark.parametrize(("text", "source", "said"), RUSSIAN)
def test_a_russian_source_reaches_as_far_as_it_says_who_speaks(text, source, said):
    assert told(text, "ru") == [(source, [said])]


def test_questions_that_are_answered_are_no_words_of_who_answers():
    assert told("На вопросы «Ошского вестника» ответил мэр Асан Лугов.", "ru") == []


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (
            "Мост закрыт. Как передаёт «Вестник», об этом мэр Асан Лугов заявил сегодня, отвечая на вопросы.",
            "мэр Асан Лугов",
            "Мост закрыт",
        ),
        (
            "Мост закрыт. Об этом агентству «Кабар» сообщили в Баткенской областной администрации.",
            "Баткенской областной администрации",
            "Мост закрыт",
        ),
        ("Мост закрыт. Эту информацию подтвердил мэр Асан Лугов.", "мэр Асан Лугов", "Мост закрыт"),
    ],
)
def test_who_said_the_sentence_before(text, source, said):
    assert told(text, "ru") == [(source, [said])]


def test_a_sentence_that_points_back_to_what_its_speaker_said_tells_when_and_to_whom():
    reading = read("Мэр Асан Лугов заверяет, что мост цел. Такое мнение он высказал сегодня «Ошскому вестнику».", "ru")
    (item,) = reading.attributions
    assert (item.cue.of(reading.document.text), item.date) == ("заверяет", "2021-03-05")


def test_what_was_built_behind_a_dash_is_no_speech():
    assert told("Открыт мост — построил он быстро.", "ru") == []


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "«Документ опасен», — говорится в отзыве Карагандинского городского суда.",
            "Карагандинского городского суда",
            "Карагандинский городской суд",
        ),
        (
            "Согласно прогнозу исследовательского центра «Орион», дефицит вырастет.",
            "исследовательского центра «Орион»",
            "центр «Орион»",
        ),
        (
            "По оценке аналитиков ташкентского центра «Опора», дефицит покроют займом.",
            "аналитиков ташкентского центра «Опора»",
            "центр «Опора»",
        ),
    ],
)
def test_who_issued_a_paper_and_whose_people_speak_is_the_source(text, source, name):
    item, found = last(text, "ru")
    assert (item.source_text, found) == (source, name)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        # Behind another clause with a subject of its own.
        (
            "«Көкбел» қоры ақша салуға келіскен еді, қордың серіктесі Азат Жұмағалиев шығын қысқарады деп үміттенеді.",
            "қордың серіктесі Азат Жұмағалиев",
            "шығын қысқарады",
        ),
        (
            "Әкім келіскенімен, кәсіподақ төрайымы Мария Таңатова рельске ешкім оралмайтынын ескертті.",
            "кәсіподақ төрайымы Мария Таңатова",
            "рельске ешкім оралмайтынын",
        ),
        (
            "Дофардың бұрынғы губернаторы, қазір кеңес мүшесі Сәлем Мұратов газет дүрбелең туғызды деп мәлімдеді.",
            "Дофардың бұрынғы губернаторы, қазір кеңес мүшесі Сәлем Мұратов",
            "газет дүрбелең туғызды",
        ),
        ("Атын атамаған шенеунік газет қайта ашылады деп болжады.", "Атын атамаған шенеунік", "газет қайта ашылады"),
        # Those who are told stand in the dative.
        (
            "Орталықтағы дереккөз сервер ескі деп болжады «Жетісу» тілшісіне.",
            "Орталықтағы дереккөз",
            "сервер ескі",
        ),
        ("Ким «Сот ештеңе сұраған жоқ», — деп күйінді.", "Ким", "Сот ештеңе сұраған жоқ"),
        ("Бастық Жомарт Тіленшин болса дәрі аз екенін мойындады.", "Бастық Жомарт Тіленшин", "дәрі аз екенін"),
        # One subject for both clauses of what is told.
        (
            "Министр Асан Серіков баға өсті, фермерлер наразы деп мәлімдеді.",
            "Министр Асан Серіков",
            "баға өсті, фермерлер наразы",
        ),
    ],
)
def test_a_kazakh_source_is_the_subject_of_its_own_clause(text, source, said):
    assert (source, [said]) in told(text, "kk")


def test_two_who_speak_against_each_other_in_kazakh():
    text = "Зарема Толқынова баға өседі десе, бұрынғы министр Асан Кәріпжанов қымбаттау болмайды деп есептейді."
    assert told(text, "kk") == [
        ("Зарема Толқынова", ["баға өседі"]),
        ("бұрынғы министр Асан Кәріпжанов", ["қымбаттау болмайды"]),
    ]


ENGLISH = [
    (
        "The ministry has in turn charged that the shoes are undervalued.",
        "The ministry",
        "that the shoes are undervalued",
    ),
    ("Marat Bekov, who led the team denied that he took money.", "Marat Bekov", "that he took money"),
    (
        "Two boats were lost, Anna Lee, who leads the guild, told reporters on the mole.",
        "Anna Lee, who leads the guild",
        "Two boats were lost",
    ),
    (
        "His scruples let them go, Ivan Gutnov, a retired judge, holds.",
        "Ivan Gutnov, a retired judge",
        "His scruples let them go",
    ),
    (
        "The trouble is not over, warned a welder who would not be named.",
        "a welder who would not be named",
        "The trouble is not over",
    ),
    (
        "In the estimate of a diplomat who asked for anonymity, the army may win.",
        "a diplomat who asked for anonymity",
        "the army may win",
    ),
    ("The company is convinced that the ban will fail.", "The company", "that the ban will fail"),
    ("Ministers took the view that the river is too low.", "Ministers", "that the river is too low"),
    ("By his own count, he owned three suits.", "his", "he owned three suits"),
    ("The road would burn, wrote Osh Morning.", "Osh Morning", "The road would burn"),
    ("One of the drivers joked that the road was a river.", "One of the drivers", "that the road was a river"),
    ("Officials say, on condition of anonymity, that the loan was lost.", "Officials", "that the loan was lost"),
    ("The mine is shut; two men are missing, rescuers said.", "rescuers", "two men are missing"),
    ("The tax is illegal, the court held.", "the court", "The tax is illegal"),
]


@pytest.mark.parametrize(("text", "source", "said"), ENGLISH)
def test_an_english_source_is_found_behind_turns_and_additions(text, source, said):
    assert (source, [said]) in told(text, "en")


def test_per_cent_cites_nobody():
    assert told("Prices rose by 15 per cent and hurt the weak.", "en") == []


def test_the_same_voice_goes_on_behind_a_semicolon_where_it_foretells():
    text = "The board lost the women, argued Anna Lee; the appeal will probably fail."
    assert told(text, "en") == [("Anna Lee", ["The board lost the women", "the appeal will probably fail"])]
    plain = "The board lost the women, argued Anna Lee; five had left by noon."
    assert told(plain, "en") == [("Anna Lee", ["The board lost the women"])]
    russian = "Трубы сгнили, — сетует Анна Лосева; области следует дать денег."
    assert told(russian, "ru") == [("Анна Лосева", ["Трубы сгнили", "области следует дать денег"])]


@pytest.mark.parametrize(
    ("tag", "text", "kept_back"),
    [
        ("en", "A person familiar with the talks said the deal was dead.", True),
        ("en", "A welder who would not be named said the deal was dead.", True),
        ("en", "A welder said the deal was dead.", False),
        ("ru", "По мнению врача, попросившего об анонимности, отчёт закрыт.", True),
        ("ru", "По мнению врача, отчёт закрыт.", False),
        ("kk", "Аты-жөнін атамаған дәрігер есеп жабық деп мәлімдеді.", True),
    ],
)
def test_a_source_may_keep_its_name_back(tag, text, kept_back):
    assert [item.anonymous for item in read(text, tag).attributions] == [kept_back]


def test_an_outlet_that_cites_somebody_carries_his_words():
    text = "The Kara Times, citing a person close to the insurers, reported that the money had changed hands."
    item, _ = last(text, "en")
    assert item.source_text == "a person close to the insurers"


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("ru", "Депутат Анна Мирова призвала помочь заводу; по её словам, хозяин разорён.", "Анна Мирова"),
        ("kk", "Редактор Жанар Серікова бұдан бас тартты: «Дереккөзге сенеміз», — деді ол.", "Жанар Серікова"),
    ],
)
def test_a_pronoun_means_the_one_named_before_it_in_its_sentence(tag, text, name):
    assert last(text, tag)[1] == name


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("en", "She branded the story a fabrication.", "a fabrication"),
        ("en", "The union dismissed the sum as dust and left.", "dust"),
        ("en", "Critics called the plan reckless.", "reckless"),
        ("ru", "Депутат Иван Лосев обозвал тариф «грабительским».", "грабительским"),
        ("ru", "Группа «Свиток» расценивает отставки как показную порку.", "показную порку"),
        ("ru", "Следователь счёл наказание соразмерным.", "соразмерным"),
    ],
)
def test_a_name_or_description_that_is_given_is_all_that_is_told(tag, text, name):
    reading = read(text, tag)
    assert [content(reading, item) for item in reading.attributions] == [[name]]


def test_whoever_names_a_thing_stands_before_it_in_russian():
    text = "Глава штаба Анна Лосева такие упрёки назвала «истерикой проигравших»."
    assert last(text, "ru")[1] == "Анна Лосева"


def test_what_a_court_finds_somebody_is_no_description():
    assert all(item.basis[0].rule != "naming" for item in read("The court found him guilty.", "en").attributions)


@pytest.mark.parametrize(
    ("tag", "text", "anonymous"),
    [
        ("en", "A source in the office of Minister Anna Lee revealed that the bridge was unsafe.", True),
        ("en", "A clerk who is not cleared to speak to the press said the bridge was unsafe.", True),
        ("en", "Minister Anna Lee said the bridge was unsafe.", False),
        ("ru", "Чиновник, не пожелавший назваться, сообщил, что мост опасен.", True),
        ("ru", "По словам инженера, пожелавшего остаться в тени, мост опасен.", True),
        ("ru", "По словам инженера Павла Орлова, мост опасен.", False),
    ],
)
def test_a_name_that_is_kept_back(tag, text, anonymous):
    assert last(text, tag)[0].anonymous is anonymous


def test_a_person_behind_a_preposition_does_not_speak():
    assert last("A lawyer for President Anna Lee said the charge was false.", "en")[1] != "Anna Lee"
    assert last("A spokesman for the ministry, Tom Hart, said the charge was false.", "en")[1] == "Tom Hart"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ранее министерство юстиции сообщало, что мост опасен.", "министерство юстиции"),
        ("Анна Мирова в свою очередь отметила, что мост опасен.", "Анна Мирова"),
        ("«Мост опасен», — сообщил президент в Twitter.", "президент"),
        ("Мост опасен, — вторит ему сосед.", "сосед"),
    ],
)
def test_what_says_when_and_where_is_no_source(text, source):
    assert last(text, "ru")[0].source_text == source


def test_what_is_not_said_has_no_words():
    text = "Мост может рухнуть, сроков ремонта в мэрии не называют, заявила депутат Анна Мирова."
    assert told(text, "ru") == [
        ("депутат Анна Мирова", ["Мост может рухнуть, сроков ремонта в мэрии не называют"]),
    ]
    assert told("«Мост опасен», — не скрывает мэр.", "ru") == [("мэр", ["Мост опасен"])]


def test_a_clause_with_words_in_quotation_marks_is_told_whole():
    text = "По словам Павла Орлова, мост «держится на честном слове», и «закрыть его надо завтра»."
    item, _ = last(text, "ru")
    assert item.mode == "mixed"
    assert item.content[0].start == text.index("мост")


def test_a_clause_that_opens_with_a_name_in_quotation_marks_goes_on():
    text = "По словам Павла Орлова, «Весна» сеет хлеб, потому что хлопок не растёт."
    assert told(text, "ru")[-1][1] == ["«Весна» сеет хлеб, потому что хлопок не растёт"]


def test_a_bracket_that_is_closed_hides_no_day():
    assert last("OSH (Reuters) - The mayor denied on Tuesday that the bridge was unsafe.", "en")[0].date == "2021-03-02"


def test_a_place_before_its_agency_is_no_news():
    text = "OSH (Reuters - 1 March, 2021) The bridge across the river was opened."
    assert not any(said == ["OSH"] for _, said in told(text, "en"))


def test_who_is_told_to_do_something_says_nothing():
    assert not told("Two diplomats were told to leave within three days.", "en")


def test_who_gives_a_description_stands_behind_by():
    text = "The minister made an offer dismissed by the unions as paltry."
    assert ("the unions", ["paltry"]) in told(text, "en")


@pytest.mark.parametrize(
    "text", ["After the vote, seven ministers held a press conference.", "In the morning, rescuers found bodies."]
)
def test_a_verb_with_an_object_of_its_own_tells_nothing(text: str) -> None:
    assert told(text, "en") == []


def test_according_to_may_point_back() -> None:
    text = "Fruit is dear in Osh. This is according to Ann Lee, a trader."
    assert told(text, "en") == [("Ann Lee, a trader", ["Fruit is dear in Osh"])]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # The subject of the verb before, behind where or when something else was said.
        ("Ann Lee denied the theft but in a later interview said that she was sorry.", "Ann Lee"),
        ("Ann Lee signed the note, and to date has said that she is busy.", "Ann Lee"),
        # A number or a clause before the verb is none of that.
        ("Ann Lee left and after the governor said that it rained, she came back.", "the governor"),
    ],
)
def test_a_clause_that_opens_with_an_occasion_goes_on_with_its_subject(text, source):
    assert source in [who for who, _ in told(text, "en")]


def test_a_pronoun_is_without_the_verb_that_is_written_with_it():
    text = "Ann Lee left. “It rained,” she said. She'd told the mayor that the dam was old."
    item, name = last(text, "en")
    assert (item.source_text, name) == ("She", "Ann Lee")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Печи остановят, сообщил ТАСС источник, знакомый с планами.", "ТАСС"),
        ("Печи остановят, рассказал РБК собеседник в порту.", "РБК"),
    ],
)
def test_an_agency_that_was_told_by_a_source_is_not_the_source(text, outlet):
    reading = read(text, "ru")
    item = next(item for item in reading.attributions if item.content[0].of(text) == "Печи остановят")
    assert item.anonymous
    assert item.source_text is not None
    assert outlet not in item.source_text
    assert name_of(reading, item.outlet) == outlet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Дорога закрыта, заявил глава МИД Пётр Лунин. Она ждёт ремонта, подчеркнул министр.", "Пётр Лунин"),
        (
            "Дорога закрыта, заявила спикер Сената Анна Лунина. По словам председателя Сената, ремонт нужен.",
            "Анна Лунина",
        ),
        ("Дорога закрыта, заявил шахтёр Пётр Лунин. Она ждёт ремонта, подчеркнул министр.", None),
    ],
)
def test_whoever_spoke_last_may_be_meant_by_what_he_is(text, name):
    assert last(text, "ru")[1] == name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Orr, Issyk’s mayor, also attacked Lee, with whom he clashed, calling him a liar.", "Orr, Issyk’s mayor"),
        ("Orr, Issyk’s former mayor, has sued the bank, saying that it lied.", "Orr, Issyk’s former mayor"),
        ("Orr, convicted of fraud in 2019, attacked the bank, saying that it lied.", "Orr, convicted of fraud in 2019"),
        ("The bank, which had bought it, rejected the claim, calling it false.", "The bank, which had bought it"),
    ],
)  # fmt: skip
def test_a_deed_before_a_gerund_is_no_part_of_the_source(text: str, source: str) -> None:
    assert told(text, "en")[-1][0] == source
