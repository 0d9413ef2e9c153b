from sholu.model.document import Document
from sholu.model.reading import Mention, Quantity, TimeExpression
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.figures import Figures
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from tests.reading.joined.told import Told

LONG = " Nobody said a word about it, and the day went by as all days do in that town on the river." * 6


def joined(text: str, told: Told, entities: EntityIndex | None = None, tag: str = "en") -> list[Quantity]:
    page, known = Page(Document(text), tag), entities or EntityIndex()
    exact = find_quantities(page, [], known, offers=True)
    return Figures(page, told, known, [], exact, alone=False).joined()  # type: ignore[arg-type]


def figures(text: str, told: Told, tag: str = "en") -> list[tuple[str, float | None, str]]:
    return [(item.evidence.of(text), item.value, item.unit) for item in joined(text, told, tag=tag)]


def test_the_marks_tell_what_a_figure_measures_and_whose_it_is():
    text = "Рудник выплатил 5 млн долларов, а долг вырос." + " Об этом в городе у реки никто не говорил." * 9
    told = Told(text).mark("quantity", "5 млн долларов", "quantity").mark("measure", "долг", "measure")
    told.pair("figure_measure", "5 млн долларов", "долг").pair("figure_holder", "5 млн долларов", "Рудник")
    entities = EntityIndex()
    span = told.span("Рудник")
    mine = entities.add("organisation", "Рудник", [Mention(span.start, span.end)])
    found = joined(text, told, entities, "ru")
    assert [(item.measure, item.holder) for item in found] == [("долг", mine)]


def test_what_a_russian_figure_says_that_it_counts_goes_before_the_marks():
    text = "Без муки остаются 38 тысяч человек."
    told = Told(text).mark("quantity", "38 тысяч человек", "quantity").mark("measure", "муки", "measure")
    told.pair("figure_measure", "38 тысяч человек", "муки")
    assert [item.measure for item in joined(text, told, tag="ru")] == ["человек"]


def test_a_mark_on_the_first_word_of_a_kazakh_compound_is_half_of_it():
    text = "Облыста 71 елді мекенді су басты."
    told = Told(text).mark("quantity", "71 елді мекенді", "quantity").mark("measure", "елді", "measure")
    told.pair("figure_measure", "71 елді мекенді", "елді")
    assert [item.measure for item in joined(text, told, tag="kk")] == ["елді мекен"]


def test_in_english_the_grammar_tells_what_a_figure_measures():
    text = "The mine paid a fine of $5 million, and the debt grew." + LONG
    told = Told(text).mark("quantity", "$5 million", "quantity").mark("measure", "debt", "measure")
    told.pair("figure_measure", "$5 million", "debt")
    assert [item.measure for item in joined(text, told)] == ["fine"]


def test_where_the_grammar_has_none_the_marks_tell_what_an_english_figure_measures():
    text = "The mine asked for $5 million when the debt grew." + LONG
    plain = Told(text).mark("quantity", "$5 million", "quantity").mark("measure", "debt", "measure")
    assert [item.measure for item in joined(text, plain)] == ["asked"]  # for want of a noun
    told = Told(text).mark("quantity", "$5 million", "quantity").mark("measure", "debt", "measure")
    told.pair("figure_measure", "$5 million", "debt")
    assert [item.measure for item in joined(text, told)] == ["debt"]


def test_a_figure_of_which_the_grammar_doubts_needs_the_marks():
    text = "They waited for three days there." + LONG
    assert figures(text, Told(text)) == []
    seen = Told(text).mark("quantity", "three days", "quantity")
    assert figures(text, seen) == [("three days", 3, "day")]


def test_a_sure_figure_needs_but_a_faint_mark():
    text = "The river flooded 40 houses." + LONG
    faint = Told(text).mark("quantity", "40 houses", "quantity", 0.1)
    assert figures(text, faint) == [("40 houses", 40, "count")]
    assert figures(text, Told(text)) == []
    short = "The river flooded 40 houses."
    assert figures(short, Told(short)) == [("40 houses", 40, "count")]


def test_a_number_that_counts_nothing_said_is_a_figure_where_the_marks_see_one():
    text = "A seat costs 450 somoni, instead of 280." + LONG
    unseen = Told(text).mark("quantity", "450 somoni", "quantity")
    assert [row[1] for row in figures(text, unseen)] == [450]
    seen = Told(text).mark("quantity", "450 somoni", "quantity").mark("quantity", "280", "quantity")
    assert [row[1:] for row in figures(text, seen)] == [(450, "TJS"), (280, "TJS")]


def test_a_bare_number_measures_what_the_figure_before_it_does():
    text = "57 deputies voted for it and against it 31." + LONG
    seen = Told(text).mark("quantity", "57 deputies", "quantity").mark("quantity", "31", "quantity")
    assert [(item.value, item.measure) for item in joined(text, seen)] == [(57, "deputies"), (31, "deputies")]


def test_of_a_short_text_the_grammar_alone_tells_the_figures():
    text = "They waited for three days; 280 before."
    seen = Told(text).mark("quantity", "280", "quantity")
    assert [row[1] for row in figures(text, seen)] == [3]


def test_marks_inside_a_sum_are_its_unit_and_no_measure():
    text = "The town agreed to 700 million roubles." + LONG
    told = Told(text).mark("quantity", "700 million roubles", "quantity").mark("measure", "roubles", "measure")
    told.pair("figure_measure", "700 million roubles", "roubles")
    assert [item.measure for item in joined(text, told)] == ["agreed"]


def test_ages_and_stretches_looked_back_on_are_no_figures():
    text = "Over the past five years 40 mines were closed, and a 59-year-old miner died." + LONG
    told = seen_all(text, "five years", "40 mines", "59-year-old")
    span = told.span("the past five years")
    past = [TimeExpression("t1", span, "duration", "P5Y")]
    page, known = Page(Document(text), "en"), EntityIndex()
    exact = find_quantities(page, past, known, offers=True)
    found = Figures(page, told, known, past, exact, alone=False).joined()  # type: ignore[arg-type]
    assert [item.evidence.of(text) for item in found] == ["40 mines"]


def seen_all(text: str, *figures: str) -> Told:
    told = Told(text)
    for words in figures:
        told.mark("quantity", words, "quantity")
    return told


def test_a_sum_in_other_terms_follows_the_one_before() -> None:
    text = "The mine asked for $5 million (4 million euros) when the debt grew." + LONG
    told = Told(text).mark("quantity", "$5 million", "quantity").mark("quantity", "4 million euros", "quantity")
    told.mark("measure", "debt", "measure").pair("figure_measure", "$5 million", "debt")
    assert [item.measure for item in joined(text, told)] == ["debt", "debt"]
