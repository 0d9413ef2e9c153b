"""Through which outlet, and when: credits in brackets, outlets spoken to, dates of the act of speech."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sholu.model.reading import Attribution, Credit, EntityKind, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks.kinds import DETERMINER
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.speech.content import settled
from sholu.reading.speech.meant import entity_of
from sholu.reading.speech.scene import Draft, Phrase, Scene

_OUTLET = ("outlet",)
_OUTLET_LIKE: tuple[EntityKind, ...] = ("outlet", "organisation")
_AS = 6  # tokens from "as" to the verb of speech behind its subject
_CITATION = 0.9
_FINE = len("2006-01-11")  # a month or a year in the sentence is seldom when it was said ...
_NEAR = 8  # ... but within so many words of the cue it is


def credited(note: CreditNote, entities: EntityIndex) -> tuple[Credit, ...]:
    """The credits of a bracket with the entities of their outlets."""
    found: list[Credit] = []
    for credit, name in zip(note.credits, note.names, strict=True):
        id = entities.at(name, _OUTLET_LIKE) if name else _same(credit, entities)
        found.append(replace(credit, outlet=id))
    return tuple(found)


def _same(credit: Credit, entities: EntityIndex) -> str | None:
    """The outlet of a credit that does not name it itself."""
    text = credit.outlet_text
    return (
        next((e.id for e in entities if e.kind == "outlet" and (text == e.name or text in e.aliases)), None)
        if text
        else None
    )


def outlet_spoken_to(scene: Scene, entities: EntityIndex, draft: Draft) -> str | None:
    """The outlet in "told X", "in an interview with X", in the draft's own sentence and outside of its content."""
    sentence = scene.page.sentences[draft.sentence]
    for mention, id in entities.within(sentence.span):
        if entities.get(id).kind not in _OUTLET or any(span.meets(mention.span) for span in draft.content):
            continue
        if draft.source is not None and scene.page.span(*draft.source).covers(mention.span):
            if _is_quoted_by(scene, draft.source, mention.span):
                return id
            continue
        if _is_spoken_to(scene, mention.span, sentence.first) or _told(scene, mention.span, draft):
            return id
        if draft.shape == "backward" and draft.cue is not None and mention.end <= scene.tokens[draft.cue[0]].start:
            return id  # «Об этом „Утру“ рассказал X»
    return None


def _is_quoted_by(scene: Scene, source: Phrase, span: Span) -> bool:
    """ "Lee, quoted by X, said", «данным, которые приводит X»: an outlet in what a source adds."""
    stop = scene.page.token_at(span.start)
    while stop - 1 > source[0] and not scene.tokens[stop - 1].is_word:
        stop -= 1
    if scene.language == "ru":
        return scene.tokens[stop - 1].lower in scene.lexicon.quoting and stop - 1 > source[0]
    while stop - 1 > source[0] and scene.kind(stop - 1) == DETERMINER:
        stop -= 1
    by = scene.tokens[stop - 1].lower in scene.lexicon.passing_on
    return by and scene.chunks.verb_base(stop - 2) in scene.lexicon.quoting and stop - 2 > source[0]


def _told(scene: Scene, span: Span, draft: Draft) -> bool:
    """Russian: the name of an outlet right behind the verb, "сообщил «Утру», что"."""
    if scene.language != "ru" or draft.cue is None or span.start < scene.tokens[draft.cue[1]].end:
        return False
    return not scene.text[scene.tokens[draft.cue[1]].end : span.start].strip(' «"“„')


def _is_spoken_to(scene: Scene, span: Span, first: int) -> bool:
    stop = scene.page.token_at(span.start)
    for start in range(max(first, stop - 8), stop):
        match = scene.lexicon.outlet_before.at(scene.tokens, start, stop)
        if match is not None and stop - match.last <= 3:
            return True
    return False


def dates_an_outlet(scene: Scene, entities: EntityIndex, note: CreditNote) -> bool:
    """Whether a bracket only gives the day of the outlet named before it, which tells with a clause of its own."""
    if any(note.names):
        return False
    start = scene.page.sentence_at(note.span.start).start
    end = start + len(scene.text[start : note.span.start].rstrip(' »”"'))
    near = entities.within(Span(start, end))
    return any(entities.get(id).kind in _OUTLET_LIKE and mention.end == end for mention, id in near)


class Told(NamedTuple):
    """The times of a page with their starts; `closely` where a credit has a day, too, for what no mark parts."""

    times: Sequence[TimeExpression]
    starts: Sequence[int]
    closely: bool


def date_of_saying(scene: Scene, draft: Draft, told: Told) -> str | None:
    """The date in brackets behind the source, else the one that is nearest to the cue in the draft's sentence and
    stands outside of its content.
    """
    times, starts, closely = told
    sentence = scene.page.sentences[draft.sentence]
    anchor = scene.tokens[draft.cue[0]].start if draft.cue else draft.content[0].start
    best: tuple[int, str] | None = None
    for time in times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
        if time.kind not in ("date", "time") or time.value is None:
            continue
        if _dates_source(scene, draft, time.span) and "X" not in time.value:
            return _day(time.value)
        if closely and _is_apart(scene, draft, time.span):
            continue
        if len(time.value) < _FINE and _tokens_between(scene, draft, time.span) > _NEAR:
            continue
        inside = any(span.meets(time.span) for span in draft.content)
        in_source = draft.source is not None and scene.page.span(*draft.source).covers(time.span)
        if inside or in_source or "X" in time.value or _in_bracket(scene, sentence.start, time.span.start):
            continue
        distance = abs(time.span.start - anchor)
        if best is None or distance < best[0]:
            best = (distance, time.value)
    return _day(best[1]) if best else None


def _in_bracket(scene: Scene, start: int, end: int) -> bool:
    """Whether a bracket opened from `start` on is still open at `end`, unlike in "OSH (Agency) - X said on Monday"."""
    return scene.text.count("(", start, end) > scene.text.count(")", start, end)


def _dates_source(scene: Scene, draft: Draft, span: Span) -> bool:
    """ "The Daily (May 3) writes": a day in brackets right behind the source."""
    if draft.head is None or scene.text[span.end : span.end + 1] != ")":
        return False
    opening = scene.text.rfind("(", 0, span.start)
    name = scene.tokens[draft.head[1]].end
    return opening == span.start - 1 and (not scene.text[name:opening].strip(' »”"') if name <= opening else False)


def _is_apart(scene: Scene, draft: Draft, span: Span) -> bool:
    """Whether a mark stands between a time and the cue."""
    if draft.cue is None:
        return True
    cue = scene.page.span(*draft.cue)
    between = scene.text[span.end : cue.start] if span.end <= cue.start else scene.text[cue.end : span.start]
    return any(mark in between for mark in ",;:")


def _tokens_between(scene: Scene, draft: Draft, span: Span) -> int:
    """Words and marks between a time and the cue; infinity without a cue."""
    if draft.cue is None:
        return sys.maxsize
    first, last = scene.page.token_at(span.start), scene.page.token_at(span.end - 1)
    return max(draft.cue[0] - last, first - draft.cue[1]) - 1


def _day(value: str) -> str:
    return value.split("T")[0]


def vouched(scene: Scene, entities: EntityIndex, draft: Draft, item: Attribution) -> Attribution:
    """ "..., reports X", "As X writes, ...": an outlet, or but its reporter, vouches at the edge of what is told.

    An outlet that cites somebody is only the way by which his words came.
    """
    if draft.cue is None or draft.head is None or item.outlet is None or item.mode not in ("indirect", "mixed"):
        return item
    outlet = item.source is not None and entities.get(item.source).kind == "outlet"
    if not (outlet or _reports_for(scene, entities, draft.head, item.outlet)) or item.anonymous:
        return item
    if not _at_the_edge(scene, draft):
        return item
    return replace(item, mode="citation", source=None, source_text=None, source_span=None)


def vouches(scene: Scene, entities: EntityIndex, draft: Draft) -> bool:
    """Whether an outlet plainly says at the edge of a sentence that it tells this: «..., передаёт X»."""
    id = entity_of(scene, entities, draft.head) if draft.head is not None else None
    return id is not None and entities.get(id).kind == "outlet" and _at_the_edge(scene, draft)


def _at_the_edge(scene: Scene, draft: Draft) -> bool:
    """Whether a verb of reporting stands with its subject behind all that is told, or before it with "as"."""
    if draft.cue is None or draft.head is None:
        return False
    verb = scene.tokens[draft.cue[1]].lower
    vouching = verb in scene.lexicon.vouching or (scene.chunks.verb_base(draft.cue[1]) or "") in scene.lexicon.vouching
    said = scene.page.span(*draft.cue).join(scene.page.span(*draft.head))
    return vouching and (draft.content[-1].end <= said.start or _opens_as(scene, draft.cue))


def _reports_for(scene: Scene, entities: EntityIndex, head: Phrase, outlet: str) -> bool:
    """Whether a source is an outlet's own: it begins or ends with the word for a reporter."""
    ends = {scene.tokens[head[0]].lower, scene.tokens[head[1]].lower}
    named = any(id == outlet for _, id in entities.within(scene.page.span(*head)))
    return named and not ends.isdisjoint(scene.lexicon.reporters)


def _opens_as(scene: Scene, cue: Phrase) -> bool:
    """Whether the cue opens its sentence with "as": «Как пишет X, ...»."""
    first = scene.page.sentence_at(scene.tokens[cue[0]].start).first
    near = cue[1] - first <= (_AS if scene.language == "en" else 1)
    return near and scene.tokens[first].lower in scene.lexicon.quoting_openers


def _is_dateline(scene: Scene, note: CreditNote, content: Sequence[Span]) -> bool:
    """Whether a bracket has but the place before it on its line, "OSH (Agency - 1 August)", and all the news behind."""
    place = scene.page.tokens_in(content[-1])
    opens = scene.text.rfind("\n", 0, note.span.start) + 1 == content[-1].start
    goes_on = (
        note.span.end < len(scene.text)
        and scene.text[note.span.end] in " \u00a0"
        and note.covers.end <= note.span.start
    )
    return opens and goes_on and all(not token.is_word or token.is_capitalised for token in place)


def citation(scene: Scene, note: CreditNote) -> Draft | None:
    """The covered words as cited from the outlet, for a sentence in which nobody else speaks."""
    content = settled(
        scene,
        note.covers.start,
        min(note.covers.end, note.span.start) if note.covers.start < note.span.start else note.covers.end,
    )
    if not content or _is_dateline(scene, note, content):
        return None
    return Draft(None, None, None, content, _CITATION, scene.page.sentence_at(note.covers.start).i, "citation")
