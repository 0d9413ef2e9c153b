import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.reading import Judgement, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.judgements import find_judgements
from sholu.reading.page import Page


def judgements(text: str, tag: str = "en", entities: EntityIndex | None = None) -> list[Judgement]:
    return find_judgements(Page(Document(text), tag), entities or EntityIndex())


def causes(text: str, tag: str = "en") -> list[tuple[str, str, str]]:
    return [
        (item.cause.text, item.effect.text, item.sign)
        for item in judgements(text, tag)
        if item.kind == "cause" and item.cause and item.effect and item.sign
    ]


@pytest.mark.parametrize(
    ("tag", "text", "cause", "effect", "sign"),
    [
        ("en", "The drought led to higher prices.", "The drought", "higher prices", "+"),
        ("en", "The queues are a result of a rise in traffic.", "a rise in traffic", "The queues", "+"),
        ("en", "The unrest was largely a response to the tax.", "the tax", "The unrest", "+"),
        ("en", "His view led to a deterioration of ties.", "His view", "a deterioration of ties", "-"),
        ("en", "The build-up also threatens the stability.", "The build-up", "the stability", "-"),
        ("en", "Prices rose because of the drought.", "the drought", "Prices rose", "+"),
        ("en", "Because of the drought, prices rose.", "the drought", "prices rose", "+"),
        ("en", "Any effort to heal the rift is hampered by mistrust.", "mistrust", "Any effort to heal the rift", "-"),
        ("en", "Reform may enable the ministry to act.", "Reform", "the ministry to act", "+"),
        ("ru", "Засуха привела к росту цен.", "Засуха", "росту цен", "+"),
        ("en", "The drought led to the loss of the crop.", "The drought", "the loss of the crop", "+"),
        ("ru", "Засуха привела к гибели урожая.", "Засуха", "гибели урожая", "+"),
        ("ru", "Спор привёл к ухудшению отношений.", "Спор", "ухудшению отношений", "-"),
        ("ru", "Цены выросли из-за засухи.", "засухи", "Цены выросли", "+"),
        ("ru", "Коррупция угрожает стабильности региона.", "Коррупция", "стабильности региона", "-"),
        ("kk", "Қуаңшылық салдарынан астық бағасы көтерілді.", "Қуаңшылық салдарынан", "астық бағасы көтерілді", "+"),
        ("en", "The closure left 400 people without work.", "The closure", "400 people without work", "+"),
        ("en", "Lower demand pushed prices down to 60 dollars.", "Lower demand", "prices down to 60 dollars", "-"),
        ("en", "The tax has made bread dearer.", "The tax", "bread dearer", "+"),
        ("en", "Rising prices fuelled anger.", "Rising prices", "anger", "+"),
        ("en", "The war in Ukraine has created deep rifts.", "The war in Ukraine", "deep rifts", "+"),
        ("en", "Buses stood because of fog, forcing people to walk.", "fog", "Buses stood", "+"),
        ("en", "Mines may close, and towns suffer from lack of heat.", "lack of heat", "towns", "-"),
        ("en", "The ban led to higher prices and may trigger a crisis.", "The ban", "higher prices", "+"),
        ("en", "The result is down to luck.", "luck", "The result", "+"),
        ("en", "All of these are threatened by the dam.", "the dam", "All of these", "-"),
        ("ru", "Засуха привела к потере урожая, а здесь ливни залили поля.", "Засуха", "потере урожая", "+"),
        ("ru", "Пожар начался из-за замыкания, погибли двое.", "замыкания", "Пожар начался", "+"),
        ("ru", "Тариф вынудил жителей перейти на уголь.", "Тариф", "жителей перейти на уголь", "+"),
        ("ru", "Следствием отключения стала гибель посевов.", "отключения", "гибель посевов", "+"),
        ("ru", "Санкции против «Восток» и ЛАД приведут к спаду.", "Санкции против «Восток» и ЛАД", "спаду", "+"),
        ("ru", "Спрос упал из-за пошлин, уверен брокер.", "пошлин", "Спрос упал", "+"),
        ("ru", "Ливни привели к росту цен на 15%.", "Ливни", "росту цен на 15%", "+"),
        ("kk", "Бұл шешім бағаның өсуіне әкелді.", "Бұл шешім", "бағаның өсуіне", "+"),
        ("kk", "Баға көтерілді, өйткені жаңбыр жаумады.", "жаңбыр жаумады", "Баға көтерілді", "+"),
    ],
)  # fmt: skip
def test_causes_and_effects(tag: str, text: str, cause: str, effect: str, sign: str) -> None:
    assert (cause, effect, sign) in causes(text, tag)


def test_a_remedy_names_what_stands_in_the_way() -> None:
    text = "To improve the supply of water it is important to end the theft of pipes."
    assert ("the theft of pipes", "the supply of water", "-") in causes(text)


@pytest.mark.parametrize(
    ("tag", "text", "kind", "hedged"),
    [
        ("en", "The reform may bring more stability.", "forecast", True),
        ("en", "The answer may be simple.", "assessment", True),
        ("en", "The regime will face key challenges.", "forecast", False),
        ("en", "The ministry should publish its figures.", "recommendation", False),
        ("en", "If the talks fail, prices rise.", "condition", False),
        ("en", "Should the talks fail, the price of bread rises.", "condition", False),
        ("en", "Apparently the minister was surprised.", "assessment", True),
        ("en", "The new service remains deeply inefficient.", "assessment", False),
        ("ru", "Вероятно, реформа не поможет.", "assessment", True),
        ("ru", "Реформа может улучшить климат.", "forecast", True),
        ("ru", "Инфляция к осени замедлится до пяти процентов.", "forecast", False),
        ("ru", "Цены на муку продолжат расти.", "forecast", False),
        ("ru", "Правительство должно опубликовать отчёт.", "recommendation", False),
        ("ru", "Если переговоры сорвутся, цены вырастут.", "condition", False),
        ("en", "Were the firm to close, the town would empty.", "condition", False),
        ("en", "Barring a miracle, the party loses.", "condition", False),
        ("kk", "Келесі айда реформа басталуы мүмкін.", "forecast", True),
        ("kk", "Үкімет есепті жариялауы керек.", "recommendation", False),
        ("kk", "Егер келісім бұзылса, баға өседі.", "condition", False),
    ],
)
def test_kinds_of_judgement(tag: str, text: str, kind: str, hedged: bool) -> None:
    found = [item for item in judgements(text, tag) if item.kind == kind]
    assert found, judgements(text, tag)
    assert found[0].hedged is hedged
    assert found[0].holder == "author"


@pytest.mark.parametrize(
    ("tag", "text", "words", "low", "high"),
    [
        ("en", "A deal is highly unlikely.", "highly unlikely", 0.05, 0.20),
        ("en", "The minister will probably resign.", "probably", 0.55, 0.80),
        ("en", "A deal may follow.", "may", 0.20, 0.60),
        ("ru", "Сделка маловероятна.", "маловероятна", 0.20, 0.45),
        ("kk", "Келісім екіталай.", "екіталай", 0.20, 0.45),
    ],
)
def test_a_hedge_keeps_its_words_and_its_band(tag: str, text: str, words: str, low: float, high: float) -> None:
    (hedged,) = [item for item in judgements(text, tag) if item.hedge][:1]
    assert hedged.hedge is not None
    assert hedged.hedge.of(text) == words
    assert hedged.probability == (low, high)


@pytest.mark.parametrize(
    "text", ["The talks began in May.", "They could not find the letter.", "The bank opened a branch."]
)
def test_plain_statements_are_no_judgements(text: str) -> None:
    assert judgements(text) == []


def test_a_factor_that_is_exactly_a_name_points_at_its_entity() -> None:
    entities = EntityIndex()
    id = entities.add("organisation", "Norland", [Mention(25, 32)])
    (item,) = [
        item for item in judgements("Prices rose because of   Norland.", entities=entities) if item.kind == "cause"
    ]
    assert item.cause is not None
    assert item.cause.entity == id


@pytest.mark.parametrize(
    "text",
    ["He could not confirm if it was true.", "He smiled as if nothing had happened.", "The boats were in the harbour."],
)
def test_what_is_asked_or_compared_is_no_condition(text: str) -> None:
    assert "condition" not in {item.kind for item in judgements(text)}


def test_the_one_comma_of_a_sentence_ends_its_condition() -> None:
    text = "If the copper slips, more of it comes."
    (item,) = [one for one in judgements(text) if one.kind == "condition"]
    assert item.evidence.of(text) == "If the copper slips"


LONG = " The ferry crossed the river and came back, as it does on every day of the year." * 8


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The alleged theft will delay the bridge.", False),
        ("The bridge may be late.", True),
        ("Hopefully the bridge will be ready.", True),
    ],
)
def test_in_an_article_the_quality_of_a_thing_hedges_nothing(text: str, hedged: bool) -> None:
    found = [item for item in judgements(text + LONG) if item.evidence.end <= len(text)]
    assert any(item.hedged for item in found) is hedged


WORDS = (
    "the drought led to because of may will if should , . “ ” and that in order to hampered by prices rose "
    "привела к из-за может если салдарынан өйткені мүмкін ( ) some people say"
)
TEXT = st.lists(
    st.sampled_from(WORDS.split(" ")) | st.text(max_size=6),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXT, st.sampled_from(["en", "ru", "kk"]))
@example("the өйткені the", "kk")  # ends on what would follow a cause
def test_spans_are_always_the_exact_words(text: str, tag: str) -> None:
    for item in judgements(text, tag):
        assert 0 <= item.evidence.start < item.evidence.end <= len(text)
        assert 0 < item.confidence <= 1
        assert item.hedged == (item.hedge is not None)
        for factor in (item.cause, item.effect):
            if factor is not None:
                assert Span(*factor.span).of(text) == factor.text != ""
                assert item.evidence.covers(factor.span)


@pytest.mark.parametrize(
    ("tag", "text", "hedge"),
    [
        ("en", "Several houses stood in the town.", "Several"),
        ("en", "The road may close.", "may"),
        ("ru", "По предварительным данным, мост закрыт.", "По предварительным данным"),
        ("ru", "Дорога вроде бы закрыта.", "вроде бы"),
        ("kk", "Алдын ала деректер бойынша, жол жабық.", "Алдын ала деректер бойынша"),
        ("kk", "Жол жабық сияқты.", "сияқты"),
    ],
)
def test_what_makes_a_sentence_unsure_is_its_hedge(tag: str, text: str, hedge: str):
    assert {item.hedge.of(text) for item in judgements(text, tag) if item.hedge} == {hedge}


def test_in_an_article_many_and_some_are_no_hedges():
    line = "Several houses stood in the town. "
    assert any(item.hedged for item in judgements(line))
    assert not any(item.hedged for item in judgements(line * 30))


@pytest.mark.parametrize(
    ("tag", "text", "condition"),
    [
        ("en", "Prices will probably rise, unless it rains.", "unless it rains"),
        ("en", "Ports may close should the strike go on.", "should the strike go on"),
        ("en", "Should the drought go on then prices will rise.", "Should the drought go on"),
        ("ru", "В случае отказа могут уйти и врачи.", "В случае отказа"),
        ("en", "Walkouts are to be expected should inflation stay high.", "should inflation stay high"),
        ("en", "They will publish the contract, should the buyer not object.", "should the buyer not object"),
        (
            "en",
            "If the talks, which the mayor leads, fail, ports will close.",
            "If the talks, which the mayor leads, fail",
        ),
        ("en", "They will come, provided the road is mended; the mayor left.", "provided the road is mended"),
        ("ru", "Цены, вероятно, вырастут, если не пойдёт дождь.", "если не пойдёт дождь"),
        ("kk", "Жаңбыр жаумаған жағдайда баға өсуі мүмкін.", "Жаңбыр жаумаған жағдайда"),
    ],
)
def test_a_condition_is_its_clause_alone_and_not_hedged(tag: str, text: str, condition: str) -> None:
    long = text + " " + {"en": "The day went by.", "ru": "День прошёл.", "kk": "Күн өтті."}[tag] * 40
    (item,) = (item for item in judgements(long, tag) if item.kind == "condition")
    assert (item.evidence.of(long), item.hedged) == (condition, False)


def test_words_that_set_conditions_elsewhere_may_set_none() -> None:
    assert not [item for item in judgements("The firm had provided ten buses.") if item.kind == "condition"]
    assert not [item for item in judgements("The mayor should mend the road.") if item.kind == "condition"]
    for text in ("The sale, they reckon, is such that it should spare the works.", "Losses in the north should halve."):
        assert not [item for item in judgements(text) if item.kind == "condition"], text


def test_what_may_be_needed_is_no_advice():
    assert [item.kind for item in judgements("The ministry may need to close the road.")] == ["forecast"]
    assert [item.kind for item in judgements("The ministry needs to close the road.")] == ["recommendation"]


def test_a_faint_tie_is_a_cause_in_a_single_sentence_only():
    sentence = "The ministers met to discuss the drought."
    filler = " Nobody said a word about it and the day went by as all days do in that town." * 8
    assert causes(sentence)
    assert causes(sentence + filler) == []
    assert causes("Prices rose because of the drought." + filler) == [("the drought", "Prices rose", "+")]


def test_what_was_to_happen_is_no_advice_in_russian() -> None:
    assert not [item for item in judgements("Митинг должен был начаться в полдень.", "ru") if item.kind != "cause"]
    (advice,) = judgements("Министр должен отменить сбор.", "ru")
    assert advice.kind == "recommendation"


def test_a_suspect_hedges_nothing_in_russian() -> None:
    assert not judgements("В Оше задержан подозреваемый в краже.", "ru")


def test_to_say_that_one_says_is_no_advice() -> None:
    for text in ("I must say that nobody slept.", "It should also be noted that nobody slept."):
        assert not [item for item in judgements(text) if item.kind == "recommendation"]
