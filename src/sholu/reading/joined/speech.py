"""Who said what, by both halves: the encoder's cues with their sources and contents beside the grammar's drafts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, EntityKind, Mention
from sholu.model.span import Span
from sholu.reading.chunks.kinds import ADJECTIVE, ADVERB, PRONOUN
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.tellings import marked_drafts
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.morphology import base_forms, features, readings
from sholu.reading.learned import Marks
from sholu.reading.speech.meant import core_last, entity_of
from sholu.reading.speech.scene import Draft, Phrase, Scene

_SAME = 0.8
"""The share of two contents in common from which they are the same words."""
_SPEAKING: tuple[EntityKind, ...] = ("person", "group", "organisation")
_CLOSED = frozenset({"citation", "fragment", "inserted", "turn", "headline", "backward", "naming"})
"""Shapes of drafts that only the grammar makes: their form alone says what they are."""

_WISHES = frozenset({"infinitive", "object"})
"""Shapes that tell what somebody wants or speaks of as often as what he says."""


def revised(scene: Scene, marks: Marks, entities: EntityIndex, exact: list[Draft], *, alone: bool) -> list[Draft]:
    """The drafts of both halves made one list, no content told twice; with `alone`, those of the marks only.

    Sources that are nobody yet are added to `entities`.
    """
    limits = thresholds("attributions", scene.language)
    found = marked_drafts(scene, marks, limits)
    if not alone:
        found = list(_merged(scene, exact, found, limits, marks))
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
        said = said or _is_somebody(scene, draft.head)
        alone = draft.head[0] == draft.head[1]
        pronoun = alone and (
            scene.kind(draft.head[0]) in (ADVERB, PRONOUN) or scene.tokens[draft.head[0]].lower in scene.lexicon.he
        )
        if alone and scene.language == "kk" and scene.kind(draft.head[0]) == ADJECTIVE:
            continue  # "ресми мәлімет бойынша"
        named = {entities.get(id).kind for mention, id in entities.within(span) if mention.form == "name"}
        if "outlet" in named and scene.language == "kk" and scene.tokens[draft.head[1]].lower in scene.lexicon.media:
            continue  # "«Дала» ақпарат агенттігі" is the outlet itself
        if not said or pronoun or (named and ("person" in named or not _is_somebody(scene, draft.head))):
            continue
        if any(True for _ in scene.lexicon.nameless.find(scene.tokens, draft.source[0], draft.source[1] + 1)):
            span = scene.page.span(*draft.source)  # "a guard who would not be named"
        label, _ = marks.peak("mention", span)
        kind: EntityKind = next((kind for kind in _SPEAKING if kind == label), "person")
        if kind == "person" and _is_thing(scene, draft.head):
            continue
        entities.add(kind, _nominative(scene, span), [Mention(span.start, span.end, "nominal")], confidence=0.6)


def _is_somebody(scene: Scene, head: Phrase) -> bool:
    """Whether the word that a source phrase is about can only mean somebody: "a diplomat", «чиновник», "шенеунік"."""
    word = scene.tokens[head[1] if scene.language == "kk" else core_last(scene, head)]
    if word.shape != "lower":
        return False
    if scene.language == "kk":
        speaks = scene.lexicon.speakers.at(scene.tokens, word.i, word.i + 1) is not None
        return speaks or bool(scene.lexicon.anonymous & {word.lower, *base_forms("kk", word.lower)})
    if scene.language == "ru":
        form = readings("ru", word.lower)[0]
        return form.part == "noun" and form.known and form.animate
    return word.lower in scene.lexicon.anonymous


def _is_thing(scene: Scene, head: Phrase) -> bool:
    """Russian: whether a source is no being but a paper: «согласно принятому договору»."""
    if scene.language != "ru":
        return False
    form = readings("ru", scene.tokens[core_last(scene, head)].lower)[0]
    return form.part == "noun" and form.known and not form.animate and form.lemma not in scene.lexicon.anonymous


def _nominative(scene: Scene, span: Span) -> str:
    """The words of a source as a name: those of a Kazakh one "by whose words" something is told without that case."""
    words = span.of(scene.text).split()
    if scene.language == "kk" and features("kk", words[-1]).case == "gen":
        words[-1] = base_forms("kk", words[-1])[0]
    return " ".join(words)


def as_answered(
    marks: Marks, entities: EntityIndex, attributions: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The same attributions, their sources anonymous or not, and their modes, as the marks say where they are sure."""
    limits = thresholds("attributions", language)
    kept = iter(marks.answers("anonymous", [item.source_span for item in attributions if item.source_span]))
    voices = iter(marks.answers("voice", [item.cue for item in attributions if item.cue]))
    found: list[Attribution] = []
    for item in attributions:
        share = next(kept)["anonymous"] if item.source_span else 0.5
        if share >= limits["anonymous"] or share <= limits["named"]:
            item = replace(item, anonymous=share >= limits["anonymous"])
        voice = next(voices) if item.cue else {}
        found.append(_voiced(item, entities, {mode for mode, share in voice.items() if share >= limits["voice"]}))
    return found


def _voiced(item: Attribution, entities: EntityIndex, sure: Collection[str]) -> Attribution:
    """An attribution that only cites an outlet, or whose quotation marks are about names and not about words."""
    outlet = item.source if item.source and entities.get(item.source).kind == "outlet" else None
    if "citation" in sure and item.mode in ("indirect", "mixed") and outlet:
        return replace(
            item, mode="citation", source=None, source_text=None, source_span=None, anonymous=False, outlet=outlet
        )
    return replace(item, mode="indirect") if "indirect" in sure and item.mode == "mixed" else item


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
        joined = _together(scene, exact[match.number], draft, limits)
        inner = [other for number, other in near if number != match.number]
        if _stands_behind(scene, exact[match.number]) and any(
            _tells_of(scene, exact[match.number], other) and _shared(other.content, draft.content) >= _SAME
            for other in inner
        ):
            joined = replace(joined, content=exact[match.number].content)
        yield joined
    told = Nearby([span for draft in learned for span in draft.content], lambda span: span)
    outer = [exact[number] for number in sorted(taken) if _stands_behind(scene, exact[number])]
    for number, draft in enumerate(exact):
        if number in taken:
            continue
        wanted = draft.shape in _WISHES
        if (
            draft.shape in _CLOSED
            or any(_tells_of(scene, one, draft) for one in outer)
            or (scene.language == "kk" and any(_tells_of(scene, one, draft) for one in learned))
            or (
                _carried(marks, draft) >= limits["carried_wish" if wanted else "carried"]
                and _told(draft, told) <= limits["told"]
            )
        ):
            yield draft


def _stands_behind(scene: Scene, draft: Draft) -> bool:
    """English: whether cue and source stand behind all that is told: "..., the agency reported"."""
    if scene.language != "en" or draft.cue is None or draft.source is None:
        return False
    return draft.content[-1].end <= scene.tokens[min(draft.cue[0], draft.source[0])].start


def _tells_of(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether one voice tells that somebody named said so: cue, source and content stand in what it tells."""
    if inner.cue is None or inner.source is None or inner.head is None:
        return False
    words = (scene.page.span(*inner.cue), scene.page.span(*inner.source), *inner.content)
    named = any(scene.tokens[i].is_capitalised for i in range(inner.head[0], inner.head[1] + 1))
    return named and all(any(span.covers(part) for span in outer.content) for part in words)


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


def _opens_sentence(scene: Scene, draft: Draft) -> bool:
    """English: whether "according to" opens its sentence: all that follows is told."""
    if draft.cue is None or scene.language != "en":
        return False
    first = draft.cue[0]
    match = scene.lexicon.according.at(scene.tokens, first, first + 3)
    opens = first == scene.page.sentence_at(scene.tokens[first].start).first
    return opens and match is not None and match.value == "according"


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """English: whether what is told goes on behind a semicolon: "A, X said; B"."""
    before = scene.text[: draft.content[-1].start].rstrip()
    return scene.language == "en" and len(draft.content) > 1 and before.endswith(";")


def _covers(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether all of a content lies in another."""
    return all(any(span.covers(part) for span in one) for part in other)


def _together(scene: Scene, exact: Draft, learned: Draft, limits: dict[str, float]) -> Draft:
    """One draft of two about the same words, by the half that leads; what it lacks by the other."""
    lead, other = (exact, learned) if limits["exact_leads"] or learned.cue is None else (learned, exact)
    whole = _opens_sentence(scene, exact) or _stands_behind(scene, exact) or _goes_on(scene, exact)
    if whole and _covers(exact.content, learned.content):
        lead = replace(lead, content=exact.content)  # "According to X, ...", "..., X said": all of the clause
    basis = (Basis("exact", exact.shape, round(exact.confidence, 3)), *learned.basis)
    return replace(
        lead,
        cue=lead.cue or other.cue,
        source=lead.source or other.source,
        head=lead.head if lead.source else other.head,
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
