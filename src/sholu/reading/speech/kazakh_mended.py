"""Kazakh drafts set right: asides and courtesies claim nothing, sources end with the speaker, datelines stay out."""

from dataclasses import replace

from sholu.model.span import Span
from sholu.reading.kazakh_groups import case_of
from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.speech.content import settled
from sholu.reading.speech.kazakh import after_dateline
from sholu.reading.speech.kazakh_houses import spoken_in, with_members
from sholu.reading.speech.kazakh_speakers import Speakers
from sholu.reading.speech.scene import Draft, Phrase, Scene

_QUOTES = frozenset('«“„"')
_TOLD_OF = frozenset({"nom", "acc", "dat"})
_OBLIQUE = frozenset({"loc", "abl", "ins", "dat"})


def mended(scene: Scene, speakers: Speakers, drafts: list[Draft]) -> list[Draft]:
    """The drafts that claim something, each with its source and content alone."""
    kept = (draft for draft in drafts if not _is_no_claim(scene, draft))
    return [_bounded(scene, speakers, spoken_in(scene, speakers, with_members(scene, draft))) for draft in kept]


def _is_no_claim(scene: Scene, draft: Draft) -> bool:
    told = _is_aside(scene, draft) or _is_courtesy(scene, draft) or _is_charge(scene, draft)
    return told or _is_found_out(scene, draft) or _is_lone_word(scene, draft)


def _is_lone_word(scene: Scene, draft: Draft) -> bool:
    """Whether the marks alone see but one word told: "«сөгіс» жариялады"."""
    if draft.cue is None or any(part.half == "exact" for part in draft.basis) or not draft.basis:
        return False
    if scene.quote_over(draft.content[0].start) is None and scene.text[draft.content[0].start] not in _QUOTES:
        return False
    return sum(token.is_word for span in draft.content for token in scene.page.tokens_in(span)) == 1


def _is_found_out(scene: Scene, draft: Draft) -> bool:
    """Whether the cue only tells of what somebody is suspected or found out of: "пара алды деп айыпталған"."""
    return draft.cue is not None and any(
        scene.tokens[i].lower.startswith(kazakh_small_words("found_out")) for i in range(draft.cue[0], draft.cue[1] + 1)
    )


def _is_charge(scene: Scene, draft: Draft) -> bool:
    """Whether a quotation without a cue only says what a noun is about: "«бағынбады» деген айып тағылды"."""
    if draft.cue is not None or not draft.content:
        return False
    quote = scene.quote_over(draft.content[-1].start)
    if quote is None:
        return False
    after = scene.page.token_range(quote.outer)[1]
    return after < len(scene.tokens) and scene.tokens[after].lower in scene.lexicon.ambiguous


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Whether the cue only leads over to what follows: "атап айтқанда", "айта кетерлігі"."""
    if draft.cue is None:
        return False
    first, last = draft.cue
    sentence = scene.chunks.sentence(first)
    matches = scene.lexicon.asides.find(scene.tokens, max(sentence.first, first - 2), min(sentence.stop, last + 3))
    return any(match.first <= first and last <= match.last for match in matches)


def _is_courtesy(scene: Scene, draft: Draft) -> bool:
    """Whether the cue tells of thanks and greetings: "отбасына көңіл айтты", "сайлаушыларға алғыс айтты"."""
    if draft.cue is None:
        return False
    before = draft.cue[0] - 1
    return before >= 0 and scene.tokens[before].lower in scene.lexicon.courtesies


def _bounded(scene: Scene, speakers: Speakers, draft: Draft) -> Draft:
    draft.content = [_without_dateline(scene, span) for span in draft.content]
    if draft.source is None or draft.head is None:
        return draft
    if draft.shape == "marked":
        draft.content = _behind_source(scene, draft.content, draft.source)
    unsaid = _is_told_of(scene, draft) or _is_within(scene, draft, draft.source)
    if unsaid or speakers.is_listed_place(draft.head):
        return replace(draft, source=None, head=None)
    end = _end_of_source(scene, speakers, draft.head)
    if end == draft.head[1] or draft.source[1] != draft.head[1]:
        return draft
    return replace(draft, source=(draft.source[0], end), head=(draft.head[0], end))


def _without_dateline(scene: Scene, span: Span) -> Span:
    sentence = scene.page.sentence_at(span.start)
    if scene.tokens[sentence.first].start != span.start:
        return span
    first = after_dateline(scene, sentence, sentence.stop)
    start = scene.tokens[first].start if first < sentence.stop else span.start
    return Span(start, span.end) if start < span.end else span


def _is_told_of(scene: Scene, draft: Draft) -> bool:
    """Whether a passive cue makes its subject a part of what is told: "қызмет шабуыл жасағаны хабарланған"."""
    if draft.cue is None or draft.head is None or draft.head[0] > draft.cue[1]:
        return False
    lower = scene.tokens[draft.cue[1]].lower
    passive = lower.startswith(scene.lexicon.reported)
    return passive and case_of(scene.chunks, draft.head[1]) in _TOLD_OF


def _behind_source(scene: Scene, content: list[Span], source: Phrase) -> list[Span]:
    """The content without who says it at its beginning."""
    named = scene.page.span(*source)
    opening = content[0]
    if opening.start != named.start or not named.end < opening.end or scene.quote_over(opening.start) is not None:
        return content
    return [*settled(scene, named.end, opening.end), *content[1:]] or content


def _is_within(scene: Scene, draft: Draft, source: Phrase) -> bool:
    """Whether who speaks is named but in the quotation of what is said."""
    named = scene.page.span(*source)
    quote = scene.quote_over(named.start)
    if quote is None or quote.inner == named or draft.cue is None:
        return False
    said = scene.page.span(*draft.cue)
    return any(span.covers(named) and not span.covers(said) for span in draft.content)


def _end_of_source(scene: Scene, speakers: Speakers, head: Phrase) -> int:
    """The last token of a source without whom it spoke to and where: "X-тің Азаттыққа", "министр брифингте"."""
    first, last = head
    case = case_of(scene.chunks, last)
    if case not in _OBLIQUE or first == last:
        return last
    if case == "dat":
        owners = (j for j in range(last - 1, first - 1, -1) if case_of(scene.chunks, j) == "gen")
        return next(owners, last)
    if scene.tokens[first].lower in scene.lexicon.he:
        return first
    person = speakers.last_person(first, last)
    if person > first:
        return person - 1
    ends = [j for j in range(first, last) if _names_speaker(scene, j)]
    return ends[-1] if ends else last


def _names_speaker(scene: Scene, j: int) -> bool:
    """Whether a word for somebody who speaks stands here in the nominative and owns nothing behind it."""
    if case_of(scene.chunks, j) != "nom" or scene.lexicon.speakers.at(scene.tokens, j, j + 1) is None:
        return False
    following = scene.tokens[j + 1].lower
    known = features("kk", following)
    owned = known.case == "nom" and known.lemma != following
    return not owned and not following.endswith(scene.chunks.grammar.endings["possessive"])
