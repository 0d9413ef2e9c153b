from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.codebook.units import is_unit
from sholu.model.document import Document
from sholu.model.reading import Change, Mention, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import OFFERED, find_quantities

Row = tuple[str, float | None, float | None, float | None, str]


def read(
    text: str, tag: str, times: Sequence[TimeExpression] = (), entities: EntityIndex | None = None
) -> list[Quantity]:
    return find_quantities(Page(Document(text), tag), times, entities or EntityIndex())


def rows(text: str, tag: str) -> list[Row]:
    return [(q.evidence.of(text), q.value, q.low, q.high, q.unit) for q in read(text, tag)]


def time(text: str, words: str, value: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression("t1", Span(start, start + len(words)), "date", value)


def place(text: str, word: str, entities: EntityIndex, country: str) -> str:
    mentions = [Mention(i, i + len(word)) for i in range(len(text)) if text.startswith(word, i)]
    return entities.add("place", word, mentions, country=country, same_as={"iso3166": country})


GOLDEN: list[tuple[str, str, list[Row]]] = [
    ("en", "The river flooded 40 houses.", [("40 houses", 40, None, None, "count")]),
    ("en", "They seized 3.5 kg of opium.", [("3.5 kg of opium", 3.5, None, None, "kg")]),
    ("en", "He was jailed for seven years in prison.", [("seven years in prison", 7, None, None, "year")]),
    ("en", "More than 200 people came.", [("More than 200 people", 200, 200, None, "count")]),
    ("en", "Up to 40,000 hectares burned.", [("Up to 40,000 hectares", 40000, None, 40000, "ha")]),
    ("en", "Between 20 and 30 people came.", [("Between 20 and 30 people", None, 20, 30, "count")]),
    ("en", "It exports 10-12 million tons of grain.", [("10-12 million tons of grain", None, 10**7, 1.2 * 10**7, "t")]),
    ("en", "Thousands of people left.", [("Thousands of people", None, 1000, 10000, "count")]),
    ("en", "It costs $1.5 million.", [("$1.5 million", 1500000, None, None, "USD")]),
    ("en", "It costs 500 tenge.", [("500 tenge", 500, None, None, "KZT")]),
    ("en", "Oil sold at $55 per barrel.", [("$55 per barrel", 55, None, None, "USD/bbl")]),
    ("en", "It will fall to 300 dollars a year later.", [("300 dollars", 300, None, None, "USD")]),
    ("en", "A third of them agreed.", [("A third", 33.33, None, None, "%")]),
    ("en", "It took eight or nine days.", [("eight", 8, None, None, "day"), ("nine days", 9, None, None, "day")]),
    ("en", "At least 12 were killed and 30 injured.",
     [("At least 12", 12, 12, None, "count"), ("30", 30, None, None, "count")]),
    ("ru", "Изъято 2,7 кг опия.", [("2,7 кг опия", 2.7, None, None, "kg")]),
    ("ru", "Бюджет составит 1,22 млрд долларов.", [("1,22 млрд долларов", 1.22e9, None, None, "USD")]),
    ("ru", "Пришли от 200 до 300 человек.", [("от 200 до 300 человек", None, 200, 300, "count")]),
    ("ru", "На площади собрались 2000 человек.", [("2000 человек", 2000, None, None, "count")]),
    ("ru", "Погибли более 20 человек.", [("более 20 человек", 20, 20, None, "count")]),
    ("ru", "Он получил шесть лет лишения свободы.", [("шесть лет лишения свободы", 6, None, None, "year")]),
    ("ru", "Выделено 500 тыс. тенге.", [("500 тыс. тенге", 500000, None, None, "KZT")]),
    ("ru", "Рост составил 8,4%.", [("8,4%", 8.4, None, None, "%")]),
    ("kk", "Шекарада 30 қақтығыс болды.", [("30 қақтығыс", 30, None, None, "count")]),
    ("kk", "450 миллион теңге бөлінді.", [("450 миллион теңге", 4.5e8, None, None, "KZT")]),
    ("kk", "Жиынға 200-ден астам адам келді.", [("200-ден астам адам", 200, 200, None, "count")]),
    ("kk", "Инфляция 8,4 пайызды құрады.", [("8,4 пайызды", 8.4, None, None, "%")]),
    ("kk", "2,7 келі апиын тәркіленді.", [("2,7 келі апиын", 2.7, None, None, "kg")]),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "text", "wanted"), GOLDEN)
def test_figures(tag: str, text: str, wanted: list[Row]) -> None:
    found = rows(text, tag)
    assert [row[0] for row in found] == [row[0] for row in wanted]
    for seen, row in zip(found, wanted, strict=True):
        assert seen[1:4] == pytest.approx(row[1:4])
        assert seen[4] == row[4]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They met in 2005."),
        ("en", "It opens at 9:35 in Room 12, section 4."),
        ("en", "Channel 31 said the G7 would meet."),
        ("en", "The Boeing 737 landed."),
        ("en", "They won 3-1."),
        ("en", "This was the 25th meeting."),
        ("en", "Call 555-01-02."),
        ("ru", "Статья 5 закона № 123."),
        ("ru", "Он родился в 1950 году."),
    ],
)
def test_numbers_that_measure_nothing(tag: str, text: str) -> None:
    assert rows(text, tag) == []


def test_a_date_is_no_figure_but_a_term_is() -> None:
    text = "On 20 May they got 10 years."
    found = read(text, "en", [time(text, "On 20 May", "2006-05-20")])
    assert [q.evidence.of(text) for q in found] == ["10 years"]


def test_budget_with_holder_period_and_change() -> None:
    text = "This year Ruritania's road budget will reach $1.5 billion – double last year's figure."
    entities = EntityIndex()
    ruritania = place(text, "Ruritania", entities, "RR")
    (found,) = read(text, "en", [time(text, "This year", "2007"), time(text, "last year", "2006")], entities)
    assert (found.measure, found.holder, found.period) == ("road budget", ruritania, "2007")
    assert found.change is not None
    assert (found.change.factor, found.change.to) == (2, "2006")


def test_share_of_that_country() -> None:
    text = "Roads make up 1.2% of the budget, while Freedonia's army eats up 4.8% of that country's budget."
    entities = EntityIndex()
    freedonia = place(text, "Freedonia", entities, "FR")
    found = read(text, "en", (), entities)
    assert [q.measure for q in found] == ["Roads share of budget", "army share of budget"]
    assert found[1].holder == freedonia


def test_place_and_period_of_a_count() -> None:
    text = "Last year 30 fires broke out along the Blue River (Herald, January 24)."
    entities = EntityIndex()
    river = place(text, "Blue River", entities, "RR")
    (found,) = read(text, "en", [time(text, "Last year", "2006"), time(text, "January 24", "2007-01-24")], entities)
    assert (found.measure, found.place, found.period) == ("fires", river, "2006")


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "Trade grew by 5.4 percent.", "Trade growth"),
        ("en", "Trade rose to 55 percent.", "Trade"),
        ("kk", "Сауда 10 пайызға өсті.", "Сауда өсім"),
        ("en", "He was fined 300 euros for a total of 5 years in prison.", "prison"),
    ],
)
def test_measures(tag: str, text: str, measure: str) -> None:
    assert read(text, tag)[-1].measure == measure


def test_growth_by_a_factor() -> None:
    text = "Экспорт увеличился в 2,5 раза."
    (found,) = read(text, "ru")
    assert found.change is not None
    assert found.change.factor == 2.5


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Water reached 11 of 30 turns.", [("11 of 30 turns", 11, "count", "turns")]),
        ("en", "Two of the 14 nurses fainted.", [("Two of the 14 nurses", 2, "count", "nurses")]),
        ("en", "It fell to minus 31 degrees.", [("minus 31 degrees", -31, "deg", None)]),
        ("en", "It was -20 degrees Celsius.", [("-20 degrees Celsius", -20, "Cel", None)]),
        ("en", "It was 12 degrees below zero.", [("12 degrees below zero", -12, "deg", None)]),
        ("en", "They put the number of guests at 450.", [("450", 450, "count", "guests")]),
        ("ru", "Готовы 112 из 140 станков.", [("112 из 140 станков", 112, "count", "станок")]),
        ("ru", "Ночью было минус 31 градус.", [("минус 31 градус", -31, "Cel", None)]),
        ("ru", "Ночью было −35 градусов.", [("−35 градусов", -35, "Cel", None)]),
        ("ru", "Штраф составил 15 тысяч леев.", [("15 тысяч леев", 15000, "MDL", "Штраф")]),
        ("ru", "Отпущено 540 млн кВт·ч.", [("540 млн кВт·ч", 5.4e8, "kWh", None)]),
        ("ru", "Собрано 26,8 центнера с гектара.", [("26,8 центнера с гектара", 26.8, "quintal/ha", None)]),
        ("ru", "Число жертв достигло 450.", [("450", 450, "count", "Число жертв")]),
        ("ru", "Бюджет — 1,14 трлн тенге.", [("1,14 трлн тенге", 1.14e12, "KZT", "Бюджет")]),
        ("ru", "Доходы — 55,8 млрд рублей, расходы — 62,3 млрд.",
         [("55,8 млрд рублей", 5.58e10, "RUB", "Доходы"), ("62,3 млрд", 6.23e10, "RUB", "расходы")]),
        ("ru", "Открыты 30 школ.", [("30 школ", 30, "count", "школа")]),
        ("kk", "Қорға 18 миллионға жуық теңге түсті.", [("18 миллионға жуық теңге", 1.8e7, "KZT", None)]),
        ("kk", "120 тұрғын үй салынды.", [("120 тұрғын үй", 120, "count", "тұрғын үй")]),
        ("kk", "Полиция 12 адамды ұстады.", [("12 адамды", 12, "count", "адам")]),
        ("kk", "30-дан 11-і келді.", [("11-і", 11, "count", None)]),
        ("kk", "Үш ірі жоба басталды.", [("Үш ірі жоба", 3, "count", "жоба")]),
        ("kk", "Түнде −31 градус аяз болды.", [("−31 градус аяз", -31, "Cel", None)]),
    ],
)  # fmt: skip
def test_what_is_counted(tag: str, text: str, wanted: list[tuple[str, float, str, str | None]]) -> None:
    found = read(text, tag)
    assert [q.evidence.of(text) for q in found] == [row[0] for row in wanted]
    assert [q.value for q in found] == pytest.approx([row[1] for row in wanted])
    assert [q.unit for q in found] == [row[2] for row in wanted]
    for quantity, row in zip(found, wanted, strict=True):
        assert row[3] is None or quantity.measure == row[3]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Начало в 16.00 (5.00 мск)."),
        ("ru", "Выставка ЭКСПО-2017 открылась."),
        ("ru", "Два города подписали договор."),
        ("ru", "Одна из сторон против."),
        ("kk", "15-минутында гол соғылды."),
        ("kk", "Екі ел келісімге қол қойды."),
    ],
)
def test_figures_that_are_no_news(tag: str, text: str) -> None:
    assert rows(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("ru", "Через две недели они встретятся.", "Через две недели"),
        ("kk", "Екі аптадан кейін жиын өтеді.", "Екі аптадан кейін"),
    ],
)
def test_a_date_that_counts_weeks_is_no_figure(tag: str, text: str, words: str) -> None:
    assert read(text, tag, [time(text, words, "2007-02-13")]) == []


@pytest.mark.parametrize(
    ("tag", "text", "words", "factor"),
    [
        ("en", "Output was up 12 percent from 2005.", "2005", 1.12),
        ("en", "Output fell by 12 percent compared with 2005.", "2005", 0.88),
        ("ru", "Цены выросли на 12% по сравнению с 2005 годом.", "2005 годом", 1.12),
        ("ru", "Цены снизились на 12% к уровню 2005 года.", "2005 года", 0.88),
        ("kk", "Баға 2005 жылмен салыстырғанда 12 пайызға өсті.", "2005 жылмен", 1.12),
    ],
)
def test_a_rise_is_a_factor_and_the_date_compared_with(tag: str, text: str, words: str, factor: float) -> None:
    (found,) = read(text, tag, [time(text, words, "2005")])
    assert found.change is not None
    assert (found.change.to, found.change.factor) == ("2005", factor)
    assert found.period is None


def test_a_level_reached_after_doubling() -> None:
    (found,) = read("Добыча выросла вдвое, до 60 млрд тонн.", "ru")
    assert (found.value, found.high) == (6e10, None)
    assert found.change is not None
    assert found.change.factor == 2


def test_half_as_much_is_a_factor_under_one() -> None:
    text = "Фонд составит 4 млн рублей, вдвое меньше, чем в 2014 году."
    (found,) = read(text, "ru", [time(text, "2014 году", "2014")])
    assert found.change is not None
    assert (found.change.factor, found.change.to) == (0.5, "2014")


def test_a_genitive_pair_belongs_to_the_counted_noun() -> None:
    (found,) = read("Привезли 600 комплектов постельного белья.", "ru")
    assert found.measure == "комплект постельного белья"


def test_a_measure_before_a_date_and_a_dash() -> None:
    text = "Бюджет в 2023 году — 5 млрд тенге."
    (found,) = read(text, "ru", [time(text, "2023 году", "2023")])
    assert (found.measure, found.period) == ("Бюджет", "2023")


@pytest.mark.parametrize(
    ("tag", "text", "owner"),
    [
        ("en", "Ruritania exported 5 million tons of grain.", "Ruritania"),
        ("ru", "Руритания экспортировала 5 млн тонн зерна.", "Руритания"),
        ("kk", "Руритания 12 көлік алды.", "Руритания"),
    ],
)
def test_the_subject_of_the_sentence_is_the_holder(tag: str, text: str, owner: str) -> None:
    entities = EntityIndex()
    holder = place(text, owner, entities, "RR")
    (found,) = read(text, tag, (), entities)
    assert found.holder == holder


def test_kazakh_place_by_its_case() -> None:
    text = "Зубров облысында – 9%-ға өсті."
    entities = EntityIndex()
    region = entities.add("place", "Зубров облысы", [Mention(0, len("Зубров облысында"))], country="RR")
    (found,) = read(text, "kk", (), entities)
    assert (found.place, found.unit) == (region, "%")
    assert found.change is not None


PIECES = st.sampled_from(
    ["12", "1,5", "2005", "$", "%", "млн", "долларов", "from", "to", "between", "and", "kg", "of", "heroin", "-", "(",
     ")", ".", "about", "more than", "people", "адам", "жыл", "до", "от", "one", "half", "третий", "€", "or", "№",
     "9:30", "'s"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["en", "ru", "kk"]), st.sampled_from(["", " "]))
def test_any_text_gives_grounded_quantities(pieces: list[str], tag: str, joint: str) -> None:
    text = joint.join(pieces)
    found = read(text, tag)
    assert len({q.id for q in found}) == len(found)
    for quantity in found:
        assert 0 <= quantity.evidence.start < quantity.evidence.end <= len(text)
        assert is_unit(quantity.unit)
        assert quantity.value is not None or quantity.low is not None


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("kk", "Қалаға тәулігіне 15 мың текше метр су керек.", "m3/day"),
        ("kk", "Баға тоннасына 300 мың теңгеге жетті.", "KZT/t"),
        ("kk", "Секундына 15 текше метр су жіберілді.", "m3/s"),
        ("ru", "Шахта недополучит 3,5 тысячи тонн угля в неделю.", "t/week"),
        ("en", "They asked for 1.5 million cubic meters of gas a day.", "m3/day"),
        ("en", "They seized 3.5 kg of opium.", "kg"),
        ("kk", "Бұл жылына 20 пайыз.", "%"),
    ],
)
def test_a_rate_has_a_unit_of_its_own(tag: str, text: str, unit: str):
    assert [quantity.unit for quantity in read(text, tag)] == [unit]


@pytest.mark.parametrize(("tag", "text"), [("ru", "Убиты трое солдат."), ("ru", "Туда шлют два батальона.")])
def test_no_currency_begins_another_word(tag: str, text: str):
    assert {quantity.unit for quantity in read(text, tag)} <= {"count"}


@pytest.mark.parametrize(
    ("tag", "text", "words", "change"),
    [
        ("en", "Rice exports were 12 per cent more than in 2009.", "2009", Change("2009", factor=1.12)),
        ("en", "Turnout was 5 percentage points lower than in 2009.", "2009", Change("2009", difference=-5)),
        ("ru", "Вывезли на 11 % больше, чем в 2011 году.", "2011 году", Change("2009", factor=1.11)),
        ("kk", "Бұл 2009 жылмен салыстырғанда 12 пайызға артық.", "2009 жылмен", Change("2009", factor=1.12)),
        ("en", "It takes 12 per cent of the budget of 2009.", "2009", None),
    ],
)
def test_more_or_less_than_before_is_a_change(tag: str, text: str, words: str, change: Change | None):
    found = read(text, tag, [time(text, words, "2009")])
    assert [quantity.change for quantity in found] == [change]


def test_numbers_that_count_nothing_are_offered_on_demand_only():
    text = "A seat costs 450 somoni, instead of 280."
    page = Page(Document(text), "en")
    assert [item.value for item in find_quantities(page, [], EntityIndex())] == [450]
    offered = find_quantities(page, [], EntityIndex(), offers=True)
    assert [(item.value, item.unit, item.confidence) for item in offered[1:]] == [(280, "TJS", OFFERED)]
