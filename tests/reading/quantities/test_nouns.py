"""The noun that a sum measures, among those that stand near it."""

import pytest

from sholu.model.document import Document
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times


def measures(text: str, tag: str) -> list[str | None]:
    page = Page(Document(text, published="2015-11-20"), tag)
    return [item.measure for item in find_quantities(page, find_times(page), EntityIndex())]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "It raises military outlays to 1.5 billion dollars.", "military outlays"),
        ("en", "They cut the fee by 12 percent.", "fee"),
        ("en", "A 20 percent levy on wheat was imposed.", "levy"),
        ("en", "Net profit for the first half shrank to 412 million euros.", "Net profit"),
        ("en", "Wheat output is to touch a new record of 111 million tonnes.", "Wheat output"),
        ("en", "Inflation slowed to an annual 7 percent.", "Inflation"),
        ("en", "The wheat forecast has been raised to 34 million tonnes.", "wheat forecast"),
        (
            "en",
            "They fixed the target for exports under the plan at 23 million dollars.",
            "target for exports under the plan",
        ),
        ("en", "They reported a loan of 85 million dollars in an annex.", "loan"),
        ("en", "The surplus in the first half of 2014 stood at 3 million dollars.", "surplus"),
        ("en", "It would have to repay its foreign debt, now estimated at 150 million dollars.", "foreign debt"),
        ("en", "They brought the total since May to 61 million dollars.", "brought"),
        (
            "en",
            "Output of the Tengiz and Kashagan fields was 3 million tonnes.",
            "Output of the Tengiz and Kashagan fields",
        ),
        ("ru", "Соглашение о займе в 88 млн евро на ремонт подписано.", "займе"),
        ("ru", "Нашли пятно площадью 3,4 гектара.", "пятно"),
        ("ru", "Из-за боёв переселенцев прибыло 260 тысяч.", "переселенцев"),
        ("ru", "Его держали в кабинете шесть часов.", "держали"),
        ("kk", "Аудан жол салуға 2 миллиард теңге алған.", "жол салу"),
        ("kk", "Жобаның құны 5 миллиард теңге.", "Жобаның құны"),
        ("kk", "Елу екі үкімет сарбазын тұтқындады.", "үкімет сарбаз"),
        ("kk", "Ауданда 146 үйді су басты.", "үй"),
        ("kk", "Алты елдің көлік министрлері жиналды.", "ел"),
        ("kk", "Сегіз облыстағы зауыттар тоқтады.", "облыс"),
    ],
)
def test_the_noun_that_is_measured(tag: str, text: str, measure: str) -> None:
    assert measures(text, tag) == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "Қарсылас айналма жолмен 200 мың доллар алды.",
    ],
)
def test_who_pays_in_kazakh_and_how_is_no_measure(text: str) -> None:
    assert measures(text, "kk") == [None]


def test_a_kazakh_term_is_measured_by_the_noun_of_its_verb():
    assert measures("Ол екі айға қамауға алынды.", "kk") == ["қамау"]


def test_what_a_company_lost_is_no_decline_of_it():
    assert "decline" not in str(measures("The company lost 730 million yen.", "en"))


def test_a_kazakh_count_before_a_verb_ends_with_its_noun():
    assert measures("Елу сарбазды қамады.", "kk") == ["сарбаз"]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "The sight of nine burning buses shocked the town.", "burning buses"),
        ("en", "A crowd beat five alleged grain thieves.", "alleged grain thieves"),
        ("en", "He was jailed for six years for theft.", "jailed"),
        ("ru", "Сенат ужесточил наказание за перевозку: от пятнадцати лет.", "наказание"),
        ("ru", "Туристов станет меньше: летом их было 1,2 миллиона.", "Туристов"),
        ("ru", "Депутат, набравший 53 процента, уехал.", "набравший"),
        ("kk", "Екі ескі ұшақты сатты.", "ұшақ"),
    ],
)
def test_nouns_behind_colons_pronouns_and_verbal_words(tag: str, text: str, measure: str) -> None:
    assert measures(text, tag) == [measure]


def test_who_lost_something_is_no_measure_of_it():
    assert measures("Члены палаты потеряли 3 млн долларов.", "ru") == ["потеряли"]


def test_what_is_told_of_the_figure_before_measures_the_same() -> None:
    rose = "Exports rose 6 percent to reach 38 million euros ($41 million)."
    assert measures(rose, "en") == ["Exports growth", "Exports", "Exports"]
    advanced = "The inflation rate rose in May, advancing to 33.9% from 32.7% in April."
    assert measures(advanced, "en") == ["inflation rate", "inflation rate"]
    assert measures("The lira closed at 32.4 to the dollar, down 1.8 percent.", "en") == ["lira", "lira decline"]
