"""Stories: what is one happening, what a matter holds together, and the chain of custody of every report."""

from dataclasses import replace

from sholu.knowledge import Knowledge, build, group_documents
from sholu.knowledge.topics import About, topic_of, topics, words_by_topic
from sholu.model.reading import Credit
from sholu.packs import Packs
from tests.knowledge.made import Article

NONE = Packs(())


def strike(
    id: str, published: str, *, language: str = "en", outlet: str | None = None, date: str | None = "2026-03-05"
) -> Article:
    texts = {
        "en": "Drillers at the Zhetybay field went on strike for higher pay; 620 people took part, said Abay Kosmanov.",
        "ru": "Буровики на месторождении Жетыбай начали забастовку; участвуют 620 человек, сказал Абай Косманов.",
    }
    words = {
        "en": ("strike", "Zhetybay", "Abay Kosmanov", "620 people"),
        "ru": ("забастовку", "Жетыбай", "Абай Косманов", "620 человек"),
    }
    trigger, place, person, figure = words[language]
    article = Article(texts[language], id, outlet=outlet or f"Paper {id}", published=published, language=language)
    where = article.entity("place", place, country="KZ", same_as={"geonames": 608})
    article.person(person)
    article.figure(figure, 620, measure=figure.split()[1])
    article.event("PROTEST", trigger, texts[language].split(";")[0], place=where, date=date, contexts=("economic",))
    return article


def quake(id: str) -> Article:
    article = Article(
        "A strong earthquake shook the mountain villages near Khorog and killed nobody.", id, outlet=f"Paper {id}"
    )
    article.entity("place", "Khorog", country="TJ", same_as={"geonames": 12})
    return article


def known(*articles: Article) -> Knowledge:
    return build([article.reading for article in articles], NONE)


def test_one_event_in_two_languages_is_one_story() -> None:
    knowledge = known(strike("a", "2026-03-06"), strike("b", "2026-03-06", language="ru"), quake("c"))
    (story,) = [story for story in knowledge.stories if story.type == "PROTEST"]
    assert story.documents == ("a", "b")
    assert story.leads
    assert (story.date, story.country, story.topic) == ("2026-03-05", "KZ", "protest & society")
    assert knowledge.name(story.place) == "Zhetybay"
    assert len(story.origins) == 2


def test_the_same_people_striking_again_in_autumn_is_another_story() -> None:
    knowledge = known(strike("a", "2026-03-06"), strike("b", "2026-10-06", date="2026-10-05"))
    assert len({story.matter for story in knowledge.stories}) == 2


def test_what_has_no_event_of_the_codebook_is_told_by_its_opening() -> None:
    (story,) = known(quake("c")).stories
    assert story.type is None
    assert story.reports[0].event is None
    assert story.topic == "disasters & health"
    assert story.country == "TJ"


def test_a_report_names_the_hands_that_it_came_through() -> None:
    article = strike("a", "2026-03-06")
    who = article.entities[1].id
    said = article.said("Drillers at the Zhetybay field went on strike for higher pay", source=who, cue="said")
    article.events[0] = type(article.events[0])(
        **{name: getattr(article.events[0], name) for name in article.events[0].__slots__} | {"attributions": (said,)}
    )
    report = known(article).stories[0].reports[0]
    assert [(hand.role, hand.name, hand.date) for hand in report.hands] == [
        ("speaker", "Abay Kosmanov", None),
        ("document", "Paper a", "2026-03-06"),
    ]


def test_what_a_credited_sentence_quotes_passed_its_speaker_before_the_paper() -> None:
    article = strike("a", "2026-03-06")
    who, paper = article.entities[1].id, article.entity("outlet", "Paper q", "Drillers")
    words = "Drillers at the Zhetybay field went on strike for higher pay"
    credit = Credit(article.span("Drillers"), paper, "Paper q", "2026-03-05")
    outer = article.said(words, source=who, cue="said", credits=(credit,))
    inner = article.said("on strike for higher pay", credits=(credit,))
    article.events[0] = replace(article.events[0], attributions=(outer, inner))
    report = known(article).stories[0].reports[0]
    assert [hand.name for hand in report.hands] == ["Abay Kosmanov", "Paper q", "Paper a"]


def digest() -> Article:
    text = (
        "Drillers at Zhetybay are on strike for higher pay (Paper a, March 6).\n\n"
        "An earthquake shook villages near Khorog (Paper c, March 3).\n\n"
        "Bread is dearer in Osh, and bakers blame flour (Paper x, March 7).\n\n"
        "In Batken an old bridge was closed for repairs (Paper y, March 7)."
    )
    article = Article(text, "d", outlet="Review", published="2026-03-08")
    article.entity("place", "Zhetybay", country="KZ", same_as={"geonames": 608})
    article.entity("place", "Khorog", country="TJ", same_as={"geonames": 12})
    for paper, date in (("a", "2026-03-06"), ("c", "2026-03-03"), ("x", "2026-03-07"), ("y", "2026-03-07")):
        name = f"Paper {paper}"
        outlet = article.entity("outlet", name)
        sentence = next(line for line in text.split("\n\n") if name in line)
        article.credited(sentence.split(" (")[0], outlet, date, name)
    article.event("PROTEST", "strike", "Drillers at Zhetybay are on strike for higher pay", place="e1")
    return article


def test_a_digest_falls_into_what_it_tells() -> None:
    knowledge = known(strike("a", "2026-03-06"), quake("c"), digest())
    assert knowledge.paper("d").digest
    stories = {story.documents: story for story in knowledge.stories if story.leads}
    assert ("a", "d") in stories
    assert ("c", "d") in stories
    (origin,) = stories["a", "d"].origins
    assert origin.documents == ("a", "d")
    report = stories["a", "d"].reports[-1]
    assert [(hand.role, hand.name) for hand in report.hands] == [("outlet", "Paper a"), ("document", "Review")]


def test_ids_of_stories_stay_when_more_is_read() -> None:
    first = known(strike("a", "2026-03-06"))
    more = known(strike("a", "2026-03-06"), strike("b", "2026-03-07", language="ru"), quake("c"))
    assert {story.id for story in first.stories} <= {story.id for story in more.stories}


def test_labels_of_documents() -> None:
    labels = group_documents(
        [article.reading for article in (strike("a", "2026-03-06"), quake("c"), strike("b", "2026-03-06"))]
    )
    assert labels["a"] == labels["b"] != labels["c"]


def test_topics() -> None:
    assert topic_of(About("LEAVE_OFFICE", ("executive",))) == "politics & office"
    assert topic_of(About("SENTENCE", ("legal", "corruption"))) == "courts"
    assert topic_of(About("COERCE", ("illegal_drugs",))) == "security & crime"
    assert topic_of(About(None, units=frozenset({"MW"}))) == "energy"
    assert topic_of(About(None, words=words_by_topic([("ru", {"инфляц": 3, "ставка": 2})]))) == "economy & budget"
    assert topic_of(About(None)) == "other" == topics()[-1]
