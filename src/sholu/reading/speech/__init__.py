"""Who said what: direct and indirect speech, reported thought, and what an outlet is cited for.

Cues ("said", "according to", "the claim that") are found among the tokens; each takes its source and its content from
the grammar around it. Quotations that no cue has claimed go to the speaker before them or to the subject of their
clause; other marked words ("soft" power, the names of things) are left alone. Credits in brackets give outlets and
dates, and a covered sentence without a speaker becomes a citation.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sholu.model.reading import Attribution, AttributionMode, Basis, Credit, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks.kinds import PRONOUN
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.speech import crediting, meant
from sholu.reading.speech.additions import trimmed
from sholu.reading.speech.content import mode_of, word_count
from sholu.reading.speech.cues import find_cues
from sholu.reading.speech.dialogue import add_heading, add_turns
from sholu.reading.speech.interviews import add_interview
from sholu.reading.speech.kazakh import kazakh_drafts
from sholu.reading.speech.kazakh_mended import mended
from sholu.reading.speech.kazakh_speakers import Speakers
from sholu.reading.speech.naming import named_drafts
from sholu.reading.speech.pronouns import unnamed_as_before, with_antecedents
from sholu.reading.speech.quotations import add_quotations, over_paragraphs
from sholu.reading.speech.quoted import words_alone
from sholu.reading.speech.resuming import carried_by, resumed, told_once
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.reading.speech.shapes import draft_of
from sholu.reading.speech.turns import end_before_outer, parents, without_neighbours
from sholu.reading.speech.unsaid import is_unsaid, subject_of
from sholu.text.quotes import Quote

_MODES: dict[str, AttributionMode] = {
    "citation": "citation",
    "inserted": "direct",
    "turn": "direct",
}
_VAGUE = 0.85
_MOST = 0.25  # of the words: much of a sentence may name the speaker and the occasion
_PLAIN = 0.75  # confidence of the plain verbs of saying

__all__ = ["Revision", "find_attributions"]


Revision = Callable[[Scene, list[Draft]], list[Draft]]
"""Makes other drafts of those that the grammar has found."""


def find_attributions(
    page: Page,
    entities: EntityIndex,
    credits: Sequence[CreditNote],
    times: Sequence[TimeExpression],
    revise: Revision | None = None,
) -> list[Attribution]:
    """All attributions of a page, in the order of their content. `times` are in the order of their spans.

    `revise` may put other drafts in place of the grammar's before sources, outlets and dates are looked up.
    """
    scene = Scene(page)
    speakers = Speakers(scene, entities, times) if page.language.tag == "kk" else None
    drafts = _drafts(scene, speakers)
    add_turns(scene, entities, drafts)
    add_heading(scene, entities, drafts)
    add_interview(scene, entities, drafts)
    end_before_outer(scene, drafts)
    drafts = mended(scene, speakers, drafts) if speakers is not None else drafts
    if revise is not None:
        drafts = revise(scene, drafts)
        end_before_outer(scene, drafts)
        drafts = mended(scene, speakers, drafts) if speakers is not None else drafts
    drafts = [draft for draft in drafts if not _cites_somebody(scene, entities, draft) and not is_unsaid(scene, draft)]
    over_paragraphs(scene, drafts)
    is_name = partial(_is_name, entities)
    for draft in drafts:
        draft.content = words_alone(scene, draft, is_name)
        head = subject_of(scene, entities, draft)
        if head != draft.head:
            draft.source = draft.head = head
        draft.source = trimmed(scene, draft.source) if draft.source else None
        draft.head = trimmed(scene, draft.head) if draft.head else None
    notes = [(note, crediting.credited(note, entities)) for note in credits]
    cited: dict[int, tuple[Credit, ...]] = {}
    spoken = sorted(((span.start, number) for number, draft in enumerate(drafts) for span in draft.content))
    longest = max((span.end - span.start for draft in drafts for span in draft.content), default=0)
    for note, named in notes:
        first = bisect_left(spoken, (note.covers.start - longest, 0))
        numbers = {number for _, number in spoken[first : bisect_left(spoken, (note.covers.end, 0))]}
        covered = [drafts[number] for number in sorted(numbers) if _is_covered(scene, drafts[number], note)]
        others = _told_by_others(scene, covered, note) or crediting.dates_an_outlet(scene, entities, note)
        citation = None if others else crediting.citation(scene, note)
        if citation is not None:
            covered.append(citation)
            drafts.append(citation)
        for draft in covered:
            cited[id(draft)] = cited.get(id(draft), ()) + named
    drafts.sort(key=lambda draft: (draft.content[0].start, -draft.content[-1].end))
    above = parents(drafts, scene)
    starts = [time.span.start for time in times]
    found = [
        _attribution(scene, entities, draft, number, above[number], cited.get(id(draft), ()), times, starts)
        for number, draft in enumerate(drafts)
    ]
    found = with_antecedents(scene, entities, drafts, found) if speakers is None else speakers.resolved(drafts, found)
    found = resumed(scene, entities, drafts, found) if speakers is None else found
    found = [crediting.vouched(scene, entities, draft, item) for draft, item in zip(drafts, found, strict=True)]
    found = carried_by(told_once(drafts, found))
    return unnamed_as_before(entities, _carried_on(found), scene.language)


def _drafts(scene: Scene, speakers: Speakers | None) -> list[Draft]:
    drafts: list[Draft] = []
    for sentence in scene.page.sentences:
        if speakers is not None:
            found = kazakh_drafts(scene, sentence, speakers)
        else:
            found = [
                draft for cue in find_cues(scene, sentence) if (draft := draft_of(scene, sentence, cue)) is not None
            ]
        named = named_drafts(scene, sentence)
        drafts += without_neighbours(scene, [draft for draft in found if not _own_words(scene, draft)])
        if named:
            drafts[:] = [draft for draft in drafts if not any(_is_named(draft, one) for one in named)]
        drafts += named
    add_quotations(scene, drafts)
    return drafts


def _is_named(draft: Draft, named: Draft) -> bool:
    """Whether a description is what the verb of a draft with an object tells: "dismissed the sum as dust"."""
    return draft.shape in ("object", "clause") and draft.cue is not None and named.cue == (draft.cue[1], draft.cue[1])


def _own_words(scene: Scene, draft: Draft) -> bool:
    """Inside a quotation only what a third person is plainly said to have said counts: not "I think"."""
    if draft.cue is None or draft.shape == "inserted" or scene.quote_over(scene.tokens[draft.cue[0]].start) is None:
        return False
    named = (
        draft.head is not None and scene.tokens[draft.head[1]].is_capitalised and scene.kind(draft.head[0]) != PRONOUN
    )
    return not named or draft.confidence < _PLAIN


def _carried_on(attributions: list[Attribution]) -> list[Attribution]:
    """Quotations without a cue go on with what their speaker was saying: to the same outlet, on the same day."""
    told: dict[Span, Attribution] = {}
    found: list[Attribution] = []
    for item in attributions:
        before = told.get(item.source_span) if item.source_span and item.cue is None else None
        if before is not None:
            item = replace(item, date=item.date or before.date, outlet=item.outlet or before.outlet)
        elif item.source_span:
            told[item.source_span] = item
        found.append(item)
    return found


def _is_covered(scene: Scene, draft: Draft, note: CreditNote) -> bool:
    return any(span.meets(note.covers) for span in draft.content) and (
        draft.cue is None or note.covers.start <= scene.tokens[draft.cue[0]].start < note.covers.end
    )


def _told_by_others(scene: Scene, covered: list[Draft], note: CreditNote) -> bool:
    """Whether speakers whose words are plainly reported fill most of what a credit covers."""
    told = sum(
        word_count(scene.text, span)
        for draft in covered
        if draft.confidence >= _PLAIN and (draft.cue or draft.source)
        for span in draft.content
        if note.covers.meets(span)
    )
    return told >= _MOST * word_count(scene.text, note.covers)


def _attribution(
    scene: Scene,
    entities: EntityIndex,
    draft: Draft,
    number: int,
    parent: int | None,
    credits: tuple[Credit, ...],
    times: Sequence[TimeExpression],
    starts: Sequence[int],
) -> Attribution:
    page = scene.page
    through = meant.cited_within(scene, draft.head) if draft.head else None
    through = through or _cited_by_outlet(scene, entities, draft)
    issuer = meant.issuer(scene, entities, draft.head) if draft.head and through is None else None
    if issuer is not None and draft.source is not None:
        draft.source, draft.head = (issuer[0], max(draft.source[1], issuer[1])), issuer
    source = meant.entity_of(scene, entities, through[1] if through else draft.head) if draft.head else None
    if source is None and draft.source is not None and draft.head is not None:
        source = meant.named_behind(scene, entities, draft.source, draft.head)
        source = source or meant.body_of(scene, entities, draft.head)
    if through is not None and draft.source is not None:
        far = through[1][0] > draft.source[1] or through[1][1] < draft.source[0]
        draft.source = through[1] if far else (through[1][0], max(draft.source[1], through[1][1]))
    source_span = scene.named(draft.source) if draft.source else None
    outlet = next((credit.outlet for credit in credits if credit.outlet), None)
    credited = next((credit.date for credit in credits if credit.date), None)
    told = crediting.Told(times, starts, closely=credited is not None)
    date = crediting.date_of_saying(scene, draft, told) if draft.shape != "citation" else None
    spoken_at = scene.tokens[draft.cue[0]].start if draft.cue else None
    return Attribution(
        f"a{number + 1}",
        _MODES.get(draft.shape) or mode_of(scene, draft.content, spoken_at, partial(_is_name, entities)),
        tuple(draft.content),
        source=source,
        source_text=page.text[source_span.start : source_span.end] if source_span else None,
        anonymous=draft.head is not None and meant.is_anonymous(scene, entities, draft.head, draft.source),
        outlet=outlet
        or _own_outlet(scene, entities, through[0] if through else draft.carrier)
        or crediting.outlet_spoken_to(scene, entities, draft)
        or _own_outlet(scene, entities, draft.head),
        date=date or credited,
        source_span=source_span,
        cue=_cue(page.span(*draft.cue), source_span) if draft.cue else None,
        parent=f"a{parent + 1}" if parent is not None else None,
        confidence=_confidence(scene, draft, source),
        credits=credits,
        basis=draft.basis or (Basis("exact", draft.shape, draft.confidence),),
    )


def _cue(span: Span, source: Span | None) -> Span:
    """The words of a cue without a pronoun that is written with their first: "they | 've said"."""
    shared = source is not None and source.start <= span.start < source.end < span.end
    return Span(source.end, span.end) if source is not None and shared else span


def _is_name(entities: EntityIndex, quote: Quote) -> bool:
    """Whether what stands in quotation marks is but a name: «Бистрица»."""
    around = Span(quote.outer.start, quote.outer.end)
    return any(mention.form == "name" and mention.span.covers(quote.inner) for mention, _ in entities.within(around))


def _confidence(scene: Scene, draft: Draft, source: str | None) -> float:
    """Things in small letters that are nobody known ("the reforms show") speak less surely."""
    vague = draft.head is not None and source is None and not scene.tokens[draft.head[1]].is_capitalised
    return round(draft.confidence * (_VAGUE if vague else 1.0), 2)


def _cited_by_outlet(scene: Scene, entities: EntityIndex, draft: Draft) -> tuple[Phrase, Phrase] | None:
    """An outlet and whom it cites behind what it tells: "The Post reported that A, citing two officials"."""
    id = _own_outlet(scene, entities, draft.head)
    if draft.head is None or id is None or entities.get(id).kind != "outlet":
        return None
    cited = meant.cited_far(scene, draft)
    return (draft.head, cited) if cited is not None else None


def _cites_somebody(scene: Scene, entities: EntityIndex, draft: Draft) -> bool:
    """Whether a draft takes "The Post, citing two officials" for something that the outlet, or they, said."""
    if draft.cue is None or scene.language == "kk":
        return False
    match = scene.lexicon.citing.at(scene.tokens, draft.cue[0])
    if match is None or match.last + 1 >= len(scene.tokens) or draft.cue[1] > match.last:
        return False
    cited = scene.chunks.phrase_starting(match.last + 1, long=True)
    if cited is not None and all(scene.page.span(*cited).covers(span) for span in draft.content):
        return True  # "24.kg, citing the border service, reports"
    if cited is None or not meant.may_be_cited(scene, cited):
        return False
    if scene.tokens[meant.core_last(scene, cited)].lower in scene.lexicon.faceless:
        return True
    if draft.head is None or draft.head[0] >= draft.cue[0] or _own_outlet(scene, entities, draft.head) is not None:
        return True
    between = Span(scene.tokens[draft.head[1]].end, scene.tokens[draft.cue[0]].start)
    return any(entities.get(id).kind == "outlet" for _, id in entities.within(between))  # "Lee said, X reports, citing"


def _own_outlet(scene: Scene, entities: EntityIndex, head: Phrase | None) -> str | None:
    """An outlet that speaks for itself ("Interfax reported that ...") or for another («Интерфакс со ссылкой на X»)."""
    if head is None:
        return None
    id = meant.service_of(scene, entities, head) or meant.entity_of(scene, entities, head)
    core = scene.tokens[meant.core_last(scene, head)].lower
    service = core in scene.lexicon.reporters
    if scene.language == "ru" and (
        id is None or core in scene.lexicon.faceless or (service and entities.get(id).kind == "organisation")
    ):  # «корреспондент „Утра“», «источник „Утра“»
        inside = (id for _, id in entities.within(scene.page.span(*head)) if entities.get(id).kind == "outlet")
        return next(inside, None if id is None or entities.get(id).kind != "outlet" else id)
    if id is None or entities.get(id).kind == "outlet":
        return id
    named = scene.language == "ru" and scene.tokens[meant.core_last(scene, head)].lower in scene.lexicon.outlet_words
    return id if named and entities.get(id).kind == "organisation" else None  # «сайт „Ориент“»
