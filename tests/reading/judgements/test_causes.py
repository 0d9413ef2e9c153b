import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution
from sholu.model.span import Span
from sholu.reading.judgements.causes import Tie, find_ties, without_repeats
from sholu.reading.judgements.clefts import clefts
from sholu.reading.page import Page


def ties(text: str, tag: str = "en") -> list[tuple[str, str]]:
    page = Page(Document(text), tag)
    return [
        (page.span(*tie.cause).of(text), page.span(*tie.effect).of(text))
        for sentence in page.sentences
        for tie in find_ties(page, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The union marched to demand higher wages.", "to demand higher wages", "The union marched"),
        ("The road was closed after a dam burst.", "a dam burst", "The road was closed"),
        ("Farmers rallied against the water tax.", "the water tax", "Farmers rallied"),
        ("The court fined the firm for dumping waste.", "dumping waste", "The court fined the firm"),
        ("The mine shut as prices collapsed.", "prices collapsed", "The mine shut"),
        ("When the pump failed, the plant shut.", "the pump failed", "the plant shut"),
        ("Frost may damage the harvest, while rain helps it.", "Frost", "the harvest"),
        ("The bank shut because the money ran out (Steppe Wire, May 3).", "the money ran out", "The bank shut"),
    ],
)
def test_ties(text: str, cause: str, effect: str) -> None:
    assert (cause, effect) in ties(text)


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("As a result of the strike the plant lost millions.", "the strike", "the plant lost millions"),
        ("Due to rain in the hills the road was shut.", "rain in the hills", "the road was shut"),
        ("The engineer blames the outage on two frozen valves.", "two frozen valves", "the outage"),
        ("The clerk blamed the ferry company for the crash.", "the ferry company", "the crash"),
        ("Auditors put the shortfall down to late payments.", "late payments", "the shortfall"),
        ("The reason for the delay is a strike at the port.", "a strike at the port", "the delay"),
        ("It is the quota that breeds smuggling.", "the quota", "smuggling"),
        ("Frost hastened two closures.", "Frost", "two closures"),
    ],
)
def test_ties_of_parted_words(text: str, cause: str, effect: str) -> None:
    assert ties(text) == [(cause, effect)]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("Аварию вызвал износ насосов.", "износ насосов", "Аварию"),
        ("Урожай погубила засуха.", "засуха", "Урожай"),
        ("Засуха погубила урожай.", "Засуха", "урожай"),
        ("К взрыву привела утечка газа.", "утечка газа", "взрыву"),
        ("Причиной пожара стала короткая проводка.", "короткая проводка", "пожара"),
        ("Глава порта связал задержку с ремонтом причала.", "ремонтом причала", "задержку"),
        ("Очереди выросли потому, что касса закрыта.", "касса закрыта", "Очереди выросли"),
    ],
)
def test_russian_ties_in_either_order(text: str, cause: str, effect: str) -> None:
    assert ties(text, "ru") == [(cause, effect)]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("Ескі сым өртке себеп болды.", "Ескі сым", "өртке"),
        ("Өртке ескі сым себеп болды.", "ескі сым", "Өртке"),
        ("Дау су тапшылығынан туындады.", "су тапшылығынан", "Дау"),
        ("Аяздың салдарынан мектеп жабылды.", "Аяздың салдарынан", "мектеп жабылды"),
        ("Кеңес жолды тексермегендіктен көпір құлады.", "Кеңес жолды тексермегендіктен", "көпір құлады"),
    ],
)
def test_kazakh_ties_by_case_and_ending(text: str, cause: str, effect: str) -> None:
    assert ties(text, "kk") == [(cause, effect)]


@pytest.mark.parametrize(
    ("text", "tag", "sign"),
    [
        ("Diesel has nothing to do with the decline.", "en", "0"),
        ("Drought did not lead to losses.", "en", "0"),
        ("Drought not only led to losses.", "en", "+"),
        ("Заморозки не привели к росту цен.", "ru", "0"),
        ("Заморозки не только привели к росту цен.", "ru", "+"),
        ("Аяз шығынға әкелмеді.", "kk", "0"),
        ("Аяз шығынға әкелді.", "kk", "+"),
    ],
)
def test_what_is_denied_has_no_effect(text: str, tag: str, sign: str) -> None:
    page = Page(Document(text), tag)
    assert [tie.sign for tie in find_ties(page, page.sentences[0])] == [sign]


def test_both_ends_stand_in_what_is_told() -> None:
    text = "Checks showed that Tasbulak dammed the canal because the pumps failed, an inspector said."
    said = [Attribution(id="a1", content=(Span(18, 69),), mode="indirect")]
    page = Page(Document(text), "en")
    [tie] = find_ties(page, page.sentences[0], said)
    assert page.span(*tie.effect).of(text) == "Tasbulak dammed the canal"


def test_praise_for_something_is_not_cut_off_from_its_verb() -> None:
    text = "The mission praised the clerks for keeping the doors open."
    said = [Attribution(id="a1", content=(Span(20, 57),), mode="indirect")]
    page = Page(Document(text), "en")
    [tie] = find_ties(page, page.sentences[0], said)
    assert page.span(*tie.effect).of(text) == "The mission praised the clerks"


def test_a_cause_before_the_verb_of_its_clause_is_one_phrase() -> None:
    text = "Глава ведомства сообщил, что в ноябре из-за холодов были задействованы резервы газа."
    assert ties(text, "ru") == [("холодов", "были задействованы резервы газа")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry plans to publish the list.",  # what is planned, not what it is for
        "It is hard to count the votes.",
        "The minister spoke when the session opened.",  # a time: speaking needs no cause
        "They read the letter after lunch.",
        "They had enough money to pay.",
        "The firm gains by creating jobs.",  # the firm creates them; a gerund has no subject of its own
        "Everybody asked for bread.",
        "First of all, because of the rain.",
    ],
)
def test_what_is_no_tie(text: str) -> None:
    assert ties(text) == []


def test_the_same_tie_is_told_once_and_the_surer_stays() -> None:
    weak = Tie((5, 9), (0, 3), "+", 0.5, (4, 4))
    sure = Tie((6, 9), (0, 3), "+", 0.7, (5, 5))
    apart = Tie((20, 22), (15, 18), "+", 0.5, (19, 19))
    assert without_repeats([weak, sure, apart], 3) == [sure, apart]
    assert without_repeats([weak, sure, apart], 1) == [sure]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("Из-за этого завод остановился.", "этого", "завод остановился"),
        ("Указ, из-за которого депутаты бастуют, подписан в марте.", "Указ", "депутаты бастуют"),
        ("Брак вызвал остановку цеха.", "Брак", "остановку цеха"),
    ],
)
def test_russian_ties_of_pronouns(text: str, cause: str, effect: str) -> None:
    assert ties(text, "ru") == [(cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "Министр вызвал посла.",
        "Профсоюз грозит забастовкой.",
        "Вчера в министерство был вызван посол Турции.",
        "Власти запретили вывоз угля, чтобы снизить цены.",
        "Для того чтобы снизить цены, власти запретили вывоз угля.",
        "Он попросил, чтобы его приняли.",
    ],
)
def test_russian_deeds_and_wishes_cause_nothing(text: str) -> None:
    assert not ties(text, "ru")


LONG = " The village has forty houses, a school and a shop, and the road runs along the river for nine miles." * 6


@pytest.mark.parametrize(
    "text",
    [
        "The union marched to demand higher wages.",
        "The minister flew to Osh in order to meet officials.",
        "A mine blew up near Osh, killing nine people.",
        "The party came out in favour of the rerun.",
        "Police held the man on suspicion of theft.",
    ],
)
def test_in_an_article_what_was_meant_or_followed_is_no_cause(text: str) -> None:
    assert ties(text) != []
    assert ties(text + LONG) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mine shut because prices collapsed.",
        "A leak led to an outage.",
    ],
)
def test_in_an_article_a_cause_that_is_told_is_one(text: str) -> None:
    assert ties(text + LONG) == ties(text) != []


def test_in_an_article_the_participle_is_no_part_of_what_it_brings_about() -> None:
    assert ties("Prices rose, sparking a run on the shops." + LONG) == [("Prices rose", "a run on the shops")]
    assert ties("A fog came down, forcing ships to wait." + LONG) == [("A fog came down", "ships to wait")]
    assert ties("Prices rose, sparking a run on the shops.") == [("Prices rose", "sparking a run on the shops")]


def shaped(text: str) -> list[tuple[str, str, str]]:
    page = Page(Document(text), "en")
    found = [tie for sentence in page.sentences for tie in clefts(page, sentence)]
    return [(page.span(*tie.cause).of(text), page.span(*tie.effect).of(text), tie.sign) for tie in found]


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("It was haste that sank the ferry.", "haste", "the ferry", "+"),
        ("It was mould, not frost, that soured the harvest.", "mould", "the harvest", "-"),
        ("It was the locks that killed, not the flames.", "the locks", "killed", "+"),
        ("It was not the drought that emptied the barns.", "the drought", "the barns", "0"),
        ("Without the dam the town would have gone dry.", "the dam", "the town would have gone dry", "-"),
    ],
)
def test_causes_that_an_order_of_words_tells(text: str, cause: str, effect: str, sign: str) -> None:
    assert shaped(text) == [(cause, effect, sign)]


@pytest.mark.parametrize(
    "text",
    [
        "It was Ann Lee that opened the door.",
        "It was the guards who opened the door.",
        "It was in May that the road was closed.",
        "It is a fact that prices fell.",
        "It was burnt in a lorry that was never found.",
        "Without a licence nobody may sell fish.",
    ],
)
def test_such_an_order_tells_no_cause_of_people_days_and_rules(text: str) -> None:
    assert shaped(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Завод остановится, если поставки сократятся из-за аварии.", [("аварии", "поставки сократятся")]),
        # What hung on the statement has ended before.
        ("То, что порт закроют, известно из-за утечки.", [("утечки", "То, что порт закроют, известно")]),
        ("Цены выросли из-за засухи, и спроса на хлеб.", [("засухи", "Цены выросли")]),
        # A noun of the family of a verb ties nothing.
        ("Сценарий один: ослабление валюты и ухудшение условий торговли.", []),
        ("Валюта остаётся под давлением, и на рынке нервно.", []),
    ],
)
def test_russian_links_tie_what_stands_in_their_own_clause(text: str, told: list[tuple[str, str]]) -> None:
    assert ties(text, "ru") == told


def test_a_passive_ties_what_stands_behind_the_reason_before_it() -> None:
    text = "Grain prices rose as hopes for a rich harvest were dashed by the drought." + LONG
    assert ("the drought", "hopes for a rich harvest") in ties(text)


def test_a_condition_ties_in_a_single_sentence_only() -> None:
    text = "The union will call off the march if the pay talks resume."
    assert ties(text) == [("the pay talks resume", "The union will call off the march")]
    assert ties(text + LONG) == []
