"""Who said what, by both halves: the encoder's cues with their sources and contents beside the grammar's drafts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sholu.model.reading import Attribution, Basis, EntityKind, Mention
from sholu.model.span import Span
from sholu.reading.chunks.kinds import PRONOUN
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.learned import Mark, Marks
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.reading.speech.sources import entity_of

_SPEAKING: tuple[EntityKind, ...] = ("person", "group", "organisation")
_CLOSED = frozenset({"citation", "fragment", "inserted", "turn", "headline"})
"""Shapes of drafts that only the grammar makes: their form alone says what they are."""


def marked_drafts(scene: Scene, marks: Marks) -> list[Draft]:
    """The attributions that the marks show: each content with its cue, and each cue with its source."""
    limits = thresholds("attributions", scene.language)
    cues = [mark for mark in marks.layer("cue", limits["cue"]) if _worded(scene, mark.span)]
    sources = marks.layer("source", limits["source"])
    contents = [
        *marks.bridged("content", limits["content"], int(limits["gap"]), limits["between"]),
        *marks.layer("inner_content", limits["inner_content"]),
    ]
    owners = _owners(marks, cues, contents, limits["cue_content"])
    speakers = _speakers(marks, cues, sources, limits["cue_source"])
    owned: dict[int, list[tuple[Mark, float]]] = {}
    for content, owner, score in owners:
        owned.setdefault(owner, []).append((content, score))
    found: list[Draft] = []
    for number, cue in enumerate(cues):
        mine = owned.get(number, [])
        spans = [span for content, _ in mine for span in _clean(scene, content.span)]
        if not spans:
            continue
        speaker = speakers.get(number)
        found.append(_draft(scene, cue, speaker, sorted(spans), mine))
    return found


def revised(scene: Scene, marks: Marks, entities: EntityIndex, exact: list[Draft], *, alone: bool) -> list[Draft]:
    """The drafts of both halves made one list, no content told twice; with `alone`, those of the marks only.

    Sources that are nobody yet are added to `entities`.
    """
    found = marked_drafts(scene, marks)
    if not alone:
        found = list(_merged(scene, exact, found, thresholds("attributions", scene.language), marks))
    name_sources(scene, marks, entities, found)
    return found


def name_sources(scene: Scene, marks: Marks, entities: EntityIndex, drafts: Sequence[Draft]) -> None:
    """Make an entity of every source that the marks see and that is nobody yet: "an engineer", "the drivers"."""
    limits = thresholds("attributions", scene.language)
    for draft in drafts:
        if draft.head is None or draft.source is None or entity_of(scene, entities, draft.head) is not None:
            continue
        span = scene.page.span(*draft.head)
        said = any(part.rule == "source" and part.score >= limits["source_entity"] for part in draft.basis)
        pronoun = draft.head[0] == draft.head[1] and scene.kind(draft.head[0]) == PRONOUN
        if not said or pronoun or any(mention.form == "name" for mention, _ in entities.within(span)):
            continue
        label, _ = marks.peak("mention", span)
        kind: EntityKind = next((kind for kind in _SPEAKING if kind == label), "person")
        words = " ".join(span.of(scene.text).split())
        entities.add(kind, words, [Mention(span.start, span.end, "nominal")], confidence=0.6)


def with_anonymity(marks: Marks, attributions: Sequence[Attribution], language: str) -> list[Attribution]:
    """The same attributions, anonymous or not as the marks say where they are sure of the words of the source."""
    limits = thresholds("attributions", language)
    sourced = [(number, item.source_span) for number, item in enumerate(attributions) if item.source_span]
    told = marks.answers("anonymous", [span for _, span in sourced])
    found = list(attributions)
    for (number, _), answer in zip(sourced, told, strict=True):
        share = answer["anonymous"]
        if share >= limits["anonymous"] or share <= limits["named"]:
            found[number] = replace(found[number], anonymous=share >= limits["anonymous"])
    return found


def _worded(scene: Scene, span: Span) -> bool:
    return any(token.is_word for token in scene.page.tokens_in(span))


def _owners(
    marks: Marks, cues: Sequence[Mark], contents: Sequence[Mark], least: float
) -> list[tuple[Mark, int, float]]:
    """For each content the cue that introduces it."""
    numbered = Nearby(list(enumerate(cues)), lambda pair: pair[1].span)
    near = [(number, content) for content in contents for _, (number, _) in numbered.within(content.span, _FAR)]
    scores = marks.related("cue_content", [(cues[number].span, content.span) for number, content in near])
    best: dict[int, tuple[float, int, Mark]] = {}
    for (number, content), score in zip(near, scores, strict=True):
        key = id(content)
        if score >= least and (key not in best or score > best[key][0]):
            best[key] = (score, number, content)
    return [(content, number, score) for score, number, content in best.values()]


def _speakers(
    marks: Marks, cues: Sequence[Mark], sources: Sequence[Mark], least: float
) -> dict[int, tuple[Mark, float]]:
    """For each cue, by number, its source."""
    there = Nearby(sources, lambda mark: mark.span)
    near = [(number, source) for number, cue in enumerate(cues) for _, source in there.within(cue.span, _FAR)]
    scores = marks.related("cue_source", [(cues[number].span, source.span) for number, source in near])
    best: dict[int, tuple[Mark, float]] = {}
    for (number, source), score in zip(near, scores, strict=True):
        if score >= least and (number not in best or score > best[number][1]):
            best[number] = (source, score)
    return best


_FAR = 600
"""Code points between a cue and what belongs to it."""


def _clean(scene: Scene, span: Span) -> list[Span]:
    return settled(scene, span.start, span.end)


def _draft(
    scene: Scene, cue: Mark, speaker: tuple[Mark, float] | None, spans: list[Span], mine: list[tuple[Mark, float]]
) -> Draft:
    source = _phrase(scene, speaker[0].span) if speaker else None
    content = min((mark.probability * score for mark, score in mine), default=0.0)
    basis = [
        Basis("learned", "cue", round(cue.probability, 3)),
        *(Basis("learned", "content", round(mark.probability, 3)) for mark, _ in mine),
        *(Basis("learned", "cue-content", round(score, 3)) for _, score in mine),
    ]
    if speaker:
        basis += [
            Basis("learned", "source", round(speaker[0].probability, 3)),
            Basis("learned", "cue-source", round(speaker[1], 3)),
        ]
    return Draft(
        _phrase(scene, cue.span),
        source,
        _head(scene, source),
        spans,
        round((cue.probability * max(content, 0.01)) ** 0.5, 3),
        scene.page.sentence_at(cue.span.start).i,
        "marked",
        basis=tuple(basis),
    )


def _phrase(scene: Scene, span: Span) -> Phrase | None:
    first, stop = scene.page.token_range(_whole(scene, span))
    return (first, stop - 1) if first < stop else None


def _whole(scene: Scene, span: Span) -> Span:
    """The span widened to whole tokens."""
    first, last = scene.page.token_at(span.start), scene.page.token_at(span.end - 1)
    if first >= len(scene.tokens) or last >= len(scene.tokens):
        return span
    return Span(min(span.start, scene.tokens[first].start), max(span.end, scene.tokens[last].end))


def _head(scene: Scene, source: Phrase | None) -> Phrase | None:
    """The source without additions between commas."""
    if source is None:
        return None
    for index in range(source[0] + 1, source[1]):
        if scene.tokens[index].text == ",":
            return source[0], index - 1
    return source


@dataclass(frozen=True, slots=True)
class _Match:
    number: int
    shared: float


def _merged(
    scene: Scene, exact: list[Draft], learned: list[Draft], limits: dict[str, float], marks: Marks
) -> Iterator[Draft]:
    taken: set[int] = set()
    there = Nearby(list(enumerate(exact)), lambda pair: _stretch(scene, pair[1]))
    for draft in learned:
        near = [pair for _, pair in there.within(_stretch(scene, draft), 1) if pair[0] not in taken]
        match = _best(draft, near)
        if match is None:
            if draft.confidence >= limits["alone" if draft.source else "sourceless"]:
                yield draft
            continue
        taken.add(match.number)
        yield _together(scene, exact[match.number], draft, limits)
    told = Nearby([span for draft in learned for span in draft.content], lambda span: span)
    for number, draft in enumerate(exact):
        if number in taken:
            continue
        if draft.shape in _CLOSED or (
            _carried(marks, draft) >= limits["carried"] and _told(draft, told) <= limits["told"]
        ):
            yield draft


def _stretch(scene: Scene, draft: Draft) -> Span:
    """From the first to the last word of a draft's contents and cue."""
    spans = [*draft.content, *([scene.page.span(*draft.cue)] if draft.cue else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _best(draft: Draft, exact: Sequence[tuple[int, Draft]]) -> _Match | None:
    """The grammar's draft about the same words, by its content or by its cue."""
    found: _Match | None = None
    for number, other in exact:
        shared = _shared(draft.content, other.content)
        if draft.cue and other.cue and draft.cue[0] <= other.cue[1] and other.cue[0] <= draft.cue[1]:
            shared += 1.0
        if shared >= 0.5 and (found is None or shared > found.shared):
            found = _Match(number, shared)
    return found


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union of two contents, in characters."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(a.end - a.start for a in one) + sum(b.end - b.start for b in other) - common
    return common / whole if whole else 0.0


def _together(scene: Scene, exact: Draft, learned: Draft, limits: dict[str, float]) -> Draft:
    """One draft of two about the same words: quotations by the grammar, the rest by the surer half."""
    quoted = all((quote := scene.quote_over(span.start)) and quote.inner.start == span.start for span in exact.content)
    lead, other = (exact, learned) if limits["exact_leads"] else (learned, exact)
    basis = (Basis("exact", exact.shape, round(exact.confidence, 3)), *learned.basis)
    return replace(
        lead,
        cue=lead.cue or other.cue,
        source=lead.source or other.source,
        head=lead.head if lead.source else other.head,
        content=exact.content if quoted else lead.content,
        confidence=round(1 - (1 - exact.confidence) * (1 - learned.confidence), 3),
        shape=exact.shape if exact.shape in _CLOSED else lead.shape,
        basis=basis,
    )


def _told(draft: Draft, told: Nearby[Span]) -> float:
    """How much of a content the marks have given to somebody already."""
    whole = sum(span.end - span.start for span in draft.content)
    common = sum(
        min(span.end, other.end) - max(span.start, other.start)
        for span in draft.content
        for other, _ in told.within(span, 0)
    )
    return common / whole if whole else 0.0


def _carried(marks: Marks, draft: Draft) -> float:
    """How much of a content the marks see as somebody's words."""
    shares = [max(marks.share("content", span), marks.share("inner_content", span)) for span in draft.content]
    return max(shares, default=0.0)
