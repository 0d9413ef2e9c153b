"""Attributions by both halves: what the marks tell, what the grammar adds, and which half says what."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, cast

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined import speech
from sholu.reading.joined.sources import as_answered
from sholu.reading.joined.speech import revised
from sholu.reading.joined.tellings import marked_drafts
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page
from sholu.reading.speech import find_attributions
from sholu.reading.speech.pronouns import unnamed_as_before
from sholu.reading.speech.scene import Draft, Scene
from tests.reading.joined.told import Told


class Said(Told):
    """Marks of speech: cues, sources, contents, what goes with what, and answers about words."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.told: dict[tuple[str, Span], dict[str, float]] = {}

    def mark(self, layer: str, words: str, label: str, probability: float = 0.98) -> "Said":
        super().mark(layer, words, label, probability)
        return self

    def pair(self, relation: str, head: str, tail: str, score: float = 0.95) -> "Said":
        super().pair(relation, head, tail, score)
        return self

    def bridged(self, name: str, least: float, gap: int, between: float) -> list[Mark]:
        return self.layer(name, least)

    def answers(self, attribute: str, spans: Sequence[Span]) -> list[dict[str, float]]:
        unknown = {"anonymous": {"anonymous": 0.5}, "voice": {"indirect": 0.5}}[attribute]
        return [self.told.get((attribute, span), unknown) for span in spans]

    def says(self, source: str, cue: str, *contents: str, sure: float = 0.98) -> "Said":
        """One attribution: its words, and that they belong together."""
        self.mark("cue", cue, "cue", sure).mark("source", source, "source").pair("cue_source", cue, source)
        for content in contents:
            self.mark("content", content, "content").pair("cue_content", cue, content)
        return self


class Heard(NamedTuple):
    """A draft in the words of the text."""

    source: str | None
    cue: str | None
    content: tuple[str, ...]


def heard(scene: Scene, draft: Draft) -> Heard:
    def words(phrase: tuple[int, int] | None) -> str | None:
        return scene.page.span(*phrase).of(scene.text) if phrase else None

    return Heard(words(draft.source), words(draft.cue), tuple(span.of(scene.text) for span in draft.content))


def marked(said: Said, tag: str = "en") -> list[Heard]:
    """What the marks alone tell."""
    scene = Scene(Page(Document(said.text, language=tag), tag))
    return [heard(scene, draft) for draft in marked_drafts(scene, cast(Marks, said), thresholds("attributions", tag))]


def joined(said: Said, tag: str = "en", *, alone: bool = False) -> list[Heard]:
    """What both halves tell."""
    entities = EntityIndex()
    found = find_attributions(
        Page(Document(said.text, language=tag), tag),
        entities,
        [],
        [],
        lambda scene, drafts: revised(scene, cast(Marks, said), entities, drafts, alone=alone),
    )
    return [
        Heard(
            item.source_text, item.cue.of(said.text) if item.cue else None, tuple(s.of(said.text) for s in item.content)
        )
        for item in found
    ]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is the joining, not how careful it is in one language."""
    monkeypatch.setattr(speech, "thresholds", lambda part, _: thresholds(part, ""))


MUSED = "Ann Lee mused apples fell early."


def test_a_cue_takes_its_source_and_its_content() -> None:
    assert marked(Said(MUSED).says("Ann Lee", "mused", "apples fell early")) == [
        Heard("Ann Lee", "mused", ("apples fell early",))
    ]


def test_a_broken_content_is_one_attribution() -> None:
    said = Said("Apples, mused Ann Lee, fell early.").says("Ann Lee", "mused", "Apples", "fell early")
    assert marked(said) == [Heard("Ann Lee", "mused", ("Apples", "fell early"))]


def test_a_colon_introduces_what_a_headline_tells() -> None:
    said = Said("Ann Lee : apples fell early").says("Ann Lee", "1::", "apples fell early")
    assert marked(said) == [Heard("Ann Lee", ":", ("apples fell early",))]


def test_a_faint_cue_counts_only_for_what_no_sure_one_has() -> None:
    limits = thresholds("attributions", "en")
    faint = (limits["faint_cue"] + limits["cue"]) / 2
    said = Said(MUSED).says("Ann Lee", "mused", "apples fell early", sure=faint)
    assert marked(said) == [Heard("Ann Lee", "mused", ("apples fell early",))]
    said = Said("Ann Lee mused and said apples fell.").says("Ann Lee", "said", "apples fell")
    said.mark("cue", "mused", "cue", faint).pair("cue_content", "mused", "apples fell", 0.99)
    assert marked(said) == [Heard("Ann Lee", "said", ("apples fell",))]


def test_of_two_sources_the_one_that_is_surer_in_itself_speaks() -> None:
    said = Said("Lee of Osh mused apples fell.").says("Lee", "mused", "apples fell")
    said.mark("source", "Osh", "source", 0.5).pair("cue_source", "mused", "Osh", 0.99)
    assert marked(said)[0].source == "Lee"


def test_a_quotation_without_a_cue_belongs_to_the_voice_before_it() -> None:
    said = Said("“Apples fell,” mused Ann Lee.\n\nWhy?\n\n“It rained for a week.”")
    said.says("Ann Lee", "mused", "“Apples fell,”").mark("content", "“It rained for a week.”", "content")
    assert marked(said)[1] == Heard("Ann Lee", None, ("It rained for a week.",))


def test_words_without_a_cue_and_without_quotation_marks_are_nobodys() -> None:
    assert marked(Said(MUSED).mark("content", "apples fell early", "content")) == []


def test_a_quotation_that_the_marks_see_in_parts_is_one_content() -> None:
    said = Said("Ann Lee mused: “Apples fell early and pears grew late.”").mark("cue", "mused", "cue")
    for words in ("“Apples fell early", "pears grew late.”"):
        said.mark("content", words, "content")
    whole = said.span("“Apples fell early and pears grew late.”")
    said.pairs["cue_content", said.span("mused"), whole] = 0.9
    assert marked(said) == [Heard(None, "mused", ("Apples fell early and pears grew late.",))]


def test_a_russian_content_begins_behind_its_conjunction() -> None:
    said = Said("Анна Ли обмолвилась, что яблоки упали.").says("Анна Ли", "обмолвилась", "что яблоки упали")
    assert marked(said, "ru") == [Heard("Анна Ли", "обмолвилась", ("яблоки упали",))]


def test_the_grammar_adds_no_content_that_the_marks_do_not_see() -> None:
    text = "Petrov said that apples fell."
    assert joined(Said(text)) == []
    assert joined(Said(text).mark("content", "that apples fell", "content", 0.45)) != []
    assert joined(Said(text).mark("content", "that apples fell", "content", 0.45), alone=True) == []


def test_the_half_that_leads_draws_the_content_and_the_other_gives_what_it_lacks() -> None:
    text = "Petrov said that “apples” fell early."
    said = Said(text).mark("cue", "said", "cue").mark("content", "that “apples” fell early", "content")
    said.pair("cue_content", "said", "that “apples” fell early")
    assert joined(said) == [Heard("Petrov", "said", ("that “apples” fell early",))]


@pytest.mark.usefixtures("plain")
def test_a_doubtful_telling_that_the_grammar_does_not_know_is_none() -> None:
    text = "Ann Lee glimmered apples fell early."
    assert joined(Said(text).says("Ann Lee", "glimmered", "apples fell early", sure=0.25)) == []
    assert joined(Said(text).says("Ann Lee", "glimmered", "apples fell early"))


def test_a_kazakh_source_in_the_genitive_is_somebody_in_the_nominative() -> None:
    text = "Тау бағбандары одағының болжауынша, алма ерте түседі."
    said = Said(text).says("Тау бағбандары одағының", "болжауынша", "алма ерте түседі")
    said.mark("mention", "Тау бағбандары одағының", "organisation")
    entities = EntityIndex()
    page = Page(Document(text, language="kk"), "kk")
    find_attributions(
        page, entities, [], [], lambda scene, drafts: revised(scene, cast(Marks, said), entities, drafts, alone=True)
    )
    assert [entity.name for entity in entities.entities()] == ["Тау бағбандары одағы"]


def test_who_is_named_in_a_kazakh_quotation_does_not_speak() -> None:
    text = "«Көреміз. Сот шешімі келсін» деп қысқа қайырды."
    said = Said(text).says("Сот", "қайырды", "Көреміз. Сот шешімі келсін")
    assert [one.source for one in joined(said, "kk")] == [None]


def test_the_first_of_several_kazakh_places_does_not_speak() -> None:
    text = "Атырау, Қостанай және Павлодар облыстарының әкімдеріне ахуалды реттеуді ескертті."
    said = Said(text).says("Атырау", "ескертті", "ахуалды реттеуді")
    entities = EntityIndex()
    entities.add("place", "Атырау", [Mention(*said.span("Атырау"))])
    page = Page(Document(text, language="kk"), "kk")
    (item,) = find_attributions(
        page, entities, [], [], lambda scene, drafts: revised(scene, cast(Marks, said), entities, drafts, alone=True)
    )
    assert item.source is None


def test_a_word_in_kazakh_quotation_marks_is_not_told() -> None:
    text = "Әкімдер бастыққа «сөгіс» жариялады."
    assert joined(Said(text).says("Әкімдер", "жариялады", "сөгіс"), "kk") == []


def test_a_kazakh_source_at_the_head_of_its_words_is_none_of_them() -> None:
    said = Said("Тау жағы жол ашылғанын гуледі.").says("Тау жағы", "гуледі", "Тау жағы жол ашылғанын")
    assert joined(said, "kk") == [Heard("Тау жағы", "гуледі", ("жол ашылғанын",))]


def test_nobody_below_a_kazakh_headline_speaks_in_it() -> None:
    text = "Жол ашылды деген мәлімдеме\n\nАсан Серіков үндемеді."
    assert marked(Said(text).says("Асан Серіков", "мәлімдеме", "Жол ашылды"), "kk") == [
        Heard(None, "мәлімдеме", ("Жол ашылды",))
    ]


CITED = "As the Gorny Herald writes, the “Plum” party split."


def answered(mode: str, voice: dict[str, float], kind: str = "outlet") -> Attribution:
    """One attribution of the Herald about whose cue the marks say this."""
    said = Said(CITED)
    entities = EntityIndex()
    entities.add(kind, "Gorny Herald", [Mention(*said.span("Gorny Herald"))])  # type: ignore[arg-type]
    herald = said.span("the Gorny Herald")
    item = Attribution(
        "a1",
        mode,  # type: ignore[arg-type]
        (said.span("the “Plum” party split"),),
        source=next(iter(entities)).id,
        source_text="the Gorny Herald",
        source_span=herald,
        cue=said.span("writes"),
    )
    said.told["voice", said.span("writes")] = voice
    said.told["anonymous", herald] = {"anonymous": 0.9}
    return as_answered(cast(Marks, said), entities, [item], "en")[0]


def test_an_outlet_that_only_vouches_is_no_source() -> None:
    item = answered("indirect", {"citation": 0.9})
    assert (item.mode, item.source, item.source_span, item.outlet) == ("citation", None, None, "e1")


def test_whoever_is_no_outlet_stays_a_source() -> None:
    item = answered("indirect", {"citation": 0.9}, kind="person")
    assert (item.mode, item.source, item.anonymous) == ("indirect", "e1", True)


def test_experts_whom_nobody_names_stay_anonymous_whatever_the_marks_say() -> None:
    def told(text: str, source: str) -> bool:
        said = Said(text)
        said.told["anonymous", said.span(source)] = {"anonymous": 0.02}
        said.told["voice", said.span("say")] = {}
        item = Attribution(
            "a1", "indirect", (said.span("apples fell"),), anonymous=True, source_text=source,
            source_span=said.span(source), cue=said.span("say"),
        )  # fmt: skip
        return as_answered(cast(Marks, said), EntityIndex(), [item], "en")[0].anonymous

    assert told("Some experts say apples fell.", "experts")
    assert not told("Two Gorny experts say apples fell.", "Two Gorny experts")


def test_a_quotation_that_a_relative_clause_follows_is_told_alone() -> None:
    text = "According to Petrov, “apples will fall early,” which is among “the joys of Gorny”."
    said = Said(text).says("Petrov", "According to", "“apples will fall early,” which is among “the joys of Gorny”")
    assert joined(said)[0].content == ("apples will fall early",)


def test_a_source_that_the_marks_see_without_its_name_gets_it() -> None:
    text = "Ann Lee, the head of the council, said, “Apples will fall early.”"
    said = Said(text).says(", the head of the council", "said", "“Apples will fall early.”")
    assert joined(said)[0].source == "Ann Lee, the head of the council"


@pytest.mark.usefixtures("plain")
def test_of_mere_names_fewer_are_somebodys_words() -> None:
    text = "Ann Lee glimmered the arrest of Petrov."
    assert joined(Said(text).says("Ann Lee", "glimmered", "the arrest of Petrov", sure=0.6)) == []
    assert joined(Said(text).says("Ann Lee", "glimmered", "the arrest of Petrov", sure=0.9))


def test_names_in_quotation_marks_make_no_quotation() -> None:
    assert answered("mixed", {"indirect": 0.95}).mode == "indirect"
    assert answered("mixed", {"indirect": 0.4}).mode == "mixed"
    assert answered("direct", {"indirect": 0.95}).mode == "direct"


def test_what_opens_with_according_to_is_told_to_the_end() -> None:
    text = "According to the Council, Petrov stated that apples fell."
    told = joined(Said(text).says("the Council", "According to", "Petrov"))
    assert told[0].content == ("Petrov stated that apples fell",)


def test_a_scrap_of_a_content_is_none() -> None:
    (told,) = marked(Said("On Monday Petrov reported about apples.").says("Petrov", "reported", "On", "apples"))
    assert told.content == ("apples",)


def test_a_source_ends_before_its_cue() -> None:
    (told,) = marked(Said("Apples fell, the Council said, Post").says("the Council said, Post", "said", "Apples fell"))
    assert told.source == "the Council"


def test_a_voice_within_that_of_an_agency_stays_its_own() -> None:
    text = "The Council said apples fell, the Post reported."
    told = joined(Said(text).says("the Post", "reported", "apples fell"))
    assert [one.content for one in told] == [("The Council said apples fell",), ("apples fell",)]


def test_a_content_holds_no_word_of_its_source_and_ends_with_its_paragraph() -> None:
    said = Said("The Apple Council said apples fell.\nPears grew.")
    said.mark("cue", "said", "cue").mark("source", "The Apple Council", "source").pair(
        "cue_source", "said", "The Apple Council"
    )
    said.mark("content", "apples fell.\nPears grew", "content").pair("cue_content", "said", "apples fell.\nPears grew")
    said.mark("content", "Council", "content").pair("cue_content", "said", "Council")
    (told,) = marked(said)
    assert told.content == ("apples fell",)


def test_whoever_is_quoted_as_saying_speaks_and_not_the_one_who_quotes() -> None:
    text = "The Post quoted Ann Lee as saying that apples fell."
    (told,) = joined(Said(text).says("The Post", "quoted", "Ann Lee as saying that apples fell"))
    assert told == Heard("Ann Lee", "saying", ("that apples fell",))


def test_whoever_is_said_to_do_something_does_not_speak() -> None:
    (told,) = joined(Said("He is said to grow apples.").says("He", "is said", "to grow apples"))
    assert told.source is None


def test_nobody_is_the_source_of_an_adverb_of_hearsay() -> None:
    text = "The shots were reportedly fired from the northern side at noon."
    said = Said(text).says("the northern", "reportedly", "The shots were", "fired from")
    clause = ("The shots were", "fired from the northern side at noon")
    assert joined(said) == [Heard(None, "reportedly", clause)]


def test_nobody_says_the_headline_with_a_cue_of_the_text() -> None:
    said = Said("Apples fall\n\nThe mayor said that pears grew.")
    assert not marked(said.says("The mayor", "said", "Apples fall"))


def test_who_closes_the_sentence_tells_of_the_voice_within() -> None:
    text = "The Council said apples fell, party leader Ann Lee stated on Thursday."
    told = joined(Said(text).says("The Council", "said", "apples fell"))
    assert [(one.source, one.content) for one in told] == [
        ("party leader Ann Lee", ("The Council said apples fell",)),
        ("The Council", ("apples fell",)),
    ]


def withheld(words: str) -> bool:
    """Whether a source without a name stays anonymous that the marks take for a known one."""
    said = Said(f"{words} said apples fell.")
    item = Attribution("a1", "indirect", (said.span("apples fell"),), source_text=words, source_span=said.span(words))
    item = replace(item, anonymous=True)
    said.told["anonymous", said.span(words)] = {"anonymous": 0.02}
    return as_answered(cast(Marks, said), EntityIndex(), [item], "en")[0].anonymous


def test_words_that_keep_a_name_back_outweigh_the_marks() -> None:
    assert withheld("A source in the ministry")
    assert withheld("A clerk who would not be named")
    assert not withheld("The villagers")


def test_he_is_as_anonymous_as_whom_he_goes_on_with() -> None:
    text = "A clerk who would not be named said apples fell. He said pears grew. Ann Lee said so. She left."
    said, entities = Said(text), EntityIndex()
    entities.add("person", "a clerk", [Mention(*said.span("A clerk"), form="nominal")])
    entities.add("person", "Ann Lee", [Mention(*said.span("Ann Lee"))])
    clerk = Attribution("a1", "indirect", (said.span("apples fell"),), "e1", "A clerk", anonymous=True)
    he = Attribution("a2", "indirect", (said.span("pears grew"),), "e1", "He")
    lee = Attribution("a3", "indirect", (said.span("so"),), "e2", "Ann Lee", anonymous=True)
    she = Attribution("a4", "indirect", (said.span("left"),), "e2", "She")
    found = unnamed_as_before(entities, [clerk, he, lee, she], "en")
    assert [item.anonymous for item in found] == [True, True, True, False]


def test_a_cue_is_whole_or_ends_before_the_article_of_another_phrase() -> None:
    for text, cue in (
        ("Petrov said in a statement that apples fell.", "said in a statement"),
        ("Petrov said in a text that apples fell.", "said"),
    ):
        (told,) = marked(Said(text).says("Petrov", "said in a", "that apples fell"))
        assert told.cue == cue


def test_a_source_has_its_article_and_its_name_whole_and_no_loose_end() -> None:
    text = "The apple growers, who said that pears fell, left."
    (told,) = marked(Said(text).says("apple growers, who", "said", "that pears fell"))
    assert told.source == "The apple growers, who"
    text = "The Apple Council and its friends said that pears fell."
    (told,) = marked(Said(text).says("Apple Council and", "said", "that pears fell"))
    assert told.source == "The Apple Council"
    (told,) = marked(Said("One of them said that pears fell.").says("One", "said", "that pears fell"))
    assert told.source == "One of them"


def test_a_source_that_begins_with_what_is_told_begins_behind_it() -> None:
    text = "Pears were stolen by guards, Ann Lee told reporters."
    said = Said(text).mark("cue", "told", "cue").mark("source", "guards, Ann Lee", "source")
    said.pair("cue_source", "told", "guards, Ann Lee").mark("content", "Pears were stolen by guards", "content")
    (told,) = joined(said.pair("cue_content", "told", "Pears were stolen by guards"), alone=True)
    assert (told.source, told.content) == ("Ann Lee", ("Pears were stolen by guards",))


def test_whoever_is_told_by_a_passive_and_it_are_no_source() -> None:
    for text, source, cue in (
        ("The Herald was informed that pears fell.", "The Herald", "was informed"),
        ("It was reported that pears fell.", "It", "was reported"),
    ):
        (told,) = joined(Said(text).says(source, cue, "that pears fell"), alone=True)
        assert (told.source, told.content) == (None, ("that pears fell",))


def test_a_lone_condition_goes_on_with_what_depends_on_it() -> None:
    text = "In the view of Ann Lee, if it rains, apples will fall."
    (told,) = joined(Said(text).says("Ann Lee", "In the view of", "if it rains"))
    assert told.content == ("if it rains, apples will fall",)


def test_a_cue_without_a_word_of_speech_has_to_be_surer() -> None:
    text = "The council submitted that apples fall."
    said = Said(text).mark("cue", "submitted", "cue", 0.7).mark("source", "The council", "source")
    said.pair("cue_source", "submitted", "The council").pair("cue_content", "submitted", "that apples fall", 0.7)
    assert joined(said.mark("content", "that apples fall", "content", 0.7)) == []


def test_a_verb_behind_its_subject_closes_a_sentence_and_a_colon_opens_what_is_told() -> None:
    (told,) = joined(Said("Apples fell in the old garden, the Apple Council proclaimed on Thursday."))
    assert told == Heard("the Apple Council", "proclaimed", ("Apples fell in the old garden",))
    (told,) = joined(Said("Министр Анна Лугова признаёт: потери велики."), "ru")
    assert told.content == ("потери велики",)


def test_who_stands_first_in_a_list_of_speakers_is_no_part_of_the_quotation() -> None:
    text = "“Apples fell there,” the governor, Ann Lee and Bo Bay said."
    said = Said(text).mark("cue", "said", "cue").mark("source", "Ann Lee and Bo Bay", "source")
    said.pair("cue_source", "said", "Ann Lee and Bo Bay").mark("content", "Apples fell there,” the governor", "content")
    (told,) = joined(said.pair("cue_content", "said", "Apples fell there,” the governor"), alone=True)
    assert (told.source, told.content) == ("the governor, Ann Lee and Bo Bay", ("Apples fell there",))


def test_a_content_that_breaks_off_at_a_preposition_goes_on_over_the_gap() -> None:
    text = "Petrov said that apples were sold on Monday and that pears fell."
    (told,) = joined(Said(text).says("Petrov", "said", "that apples were sold on", "that pears fell"), alone=True)
    assert told.content == ("that apples were sold on Monday and that pears fell",)


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "kept"),
    [
        ("Ann Lee experienced a hard frost.", "experienced", "Ann Lee", "a hard frost", False),
        ("The town had enjoyed quiet years.", "had enjoyed", "The town", "quiet years", False),
        ("Ann Lee experienced that apples fall.", "experienced", "Ann Lee", "that apples fall", True),
        ("Ann Lee has seen apples fall.", "has seen", "Ann Lee", "apples fall", True),
    ],
)
def test_what_somebody_goes_through_is_not_said(text: str, cue: str, source: str, content: str, kept: bool) -> None:
    found = joined(Said(text).says(source, cue, content))
    assert [one.content for one in found] == ([(content,)] if kept else [])


@pytest.mark.parametrize(("verb", "kept"), [("has seen", False), ("sees", True)])
def test_what_a_place_has_seen_it_does_not_say(verb: str, kept: bool) -> None:
    text = f"Kazakhstan {verb} apples fall."
    said = Said(text).says("Kazakhstan", verb, "apples fall")
    entities = EntityIndex()
    entities.add("place", "Kazakhstan", [Mention(0, len("Kazakhstan"))])
    found = find_attributions(
        Page(Document(text, language="en"), "en"),
        entities,
        [],
        [],
        lambda scene, drafts: revised(scene, cast(Marks, said), entities, drafts, alone=False),
    )
    assert bool(found) is kept
