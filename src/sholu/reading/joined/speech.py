"""Who said what, by both halves: the encoder's cues with their sources and contents beside the grammar's drafts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sholu.model.changing import replace
from sholu.model.reading import Basis
from sholu.model.span import Span
from sholu.reading.chunks.kinds import ADVERB, AUXILIARY, VERB
from sholu.reading.entities import EntityIndex
from sholu.reading.joined import extents
from sholu.reading.joined.extents import stands_behind
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.sources import name_sources
from sholu.reading.joined.tellings import marked_drafts
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.joined.wording import parted
from sholu.reading.learned import Marks
from sholu.reading.speech.crediting import vouches
from sholu.reading.speech.cues import verb_shapes
from sholu.reading.speech.relaying import RELAYED
from sholu.reading.speech.scene import Draft, Scene

_SAME = 0.8
"""The share of two contents in common from which they are the same words."""
_CLOSED = frozenset({"citation", "fragment", "inserted", "turn", "headline", "backward", "naming", "claim", RELAYED})
"""Shapes of drafts that only the grammar makes: their form alone says what they are."""

_FEW = 8
"""Tokens that may close a sentence behind "..., the mayor said"."""
_PLAIN = 0.8
"""Confidence of the plain verbs of saying."""
_PLACES = frozenset({"place", "facility"})
_WISHES = frozenset({"infinitive", "object"})
"""Shapes that tell what somebody wants or speaks of as often as what he says."""


def revised(scene: Scene, marks: Marks, entities: EntityIndex, exact: list[Draft], *, alone: bool) -> list[Draft]:
    """The drafts of both halves made one list, no content told twice; with `alone`, those of the marks only.

    Sources that are nobody yet are added to `entities`.
    """
    limits = thresholds("attributions", scene.language)
    found = marked_drafts(scene, marks, limits)
    if not alone:
        found = list(_merged(scene, entities, exact, found, limits, marks))
    found = _without_repeats([extents.trimmed_to_words(scene, parted(scene, draft)) for draft in found])
    name_sources(scene, marks, entities, found)
    return found


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """The drafts without quotations that no cue introduces and that are told with a cue already."""
    told = {span for draft in drafts if draft.cue is not None for span in draft.content}
    return [draft for draft in drafts if draft.cue is not None or not told.issuperset(draft.content)]


@dataclass(frozen=True, slots=True)
class _Match:
    number: int
    shared: float


def _merged(
    scene: Scene,
    entities: EntityIndex,
    exact: list[Draft],
    learned: list[Draft],
    limits: dict[str, float],
    marks: Marks,
) -> Iterator[Draft]:
    taken: set[int] = set()
    kept: list[Draft] = []
    there = Nearby(list(enumerate(exact)), lambda pair: _stretch(scene, pair[1]))
    relays = Nearby([draft for draft in exact if draft.shape == RELAYED], lambda draft: _reach(scene, draft))
    pointers: dict[int, list[int]] = {}
    for number, draft in enumerate(exact):
        if draft.shape == "backward":
            pointers.setdefault(draft.sentence, []).append(number)
    for draft in learned:
        if _tells_of_itself(scene, draft) or _happens_to(scene, entities, draft):
            continue
        if any(_is_scrap(scene, relay, draft) for _, relay in relays.within(_stretch(scene, draft), 1)):
            continue
        if any(_is_pointer(scene, exact[number], draft) for number in pointers.get(draft.sentence, ())):
            continue
        near = [pair for _, pair in there.within(_stretch(scene, draft), 1) if pair[0] not in taken]
        match = _best(draft, near)
        if match is None:
            alone = "sourceless" if draft.source is None else "alone" if _states(scene, draft) else "alone_name"
            least = max(limits[alone], 0.0 if _is_known(scene, draft) else limits["alone_word"])
            if draft.confidence >= least:
                kept.append(draft)
                yield draft
            continue
        taken.add(match.number)
        if exact[match.number].shape in _WISHES and draft.confidence < limits["wish"]:
            continue
        joined = _together(scene, exact[match.number], draft, limits)
        inner = [other for number, other in near if number != match.number]
        if stands_behind(scene, exact[match.number]) and any(
            _tells_of(scene, exact[match.number], other) and _shared(other.content, draft.content) >= _SAME
            for other in inner
        ):
            joined = replace(joined, content=exact[match.number].content)
        kept.append(joined)
        yield joined
    told = Nearby([span for draft in kept for span in draft.content], lambda span: span)
    outer = [exact[number] for number in sorted(taken) if stands_behind(scene, exact[number])]
    claims = {draft.cue[0] for draft in exact if draft.shape == "claim" and draft.cue}
    vouching = {number for number, draft in enumerate(exact) if vouches(scene, entities, draft)}
    vouched = Nearby([exact[number] for number in sorted(vouching)], lambda draft: _stretch(scene, draft))
    spoken = Nearby(learned, lambda draft: _stretch(scene, draft))
    for number, draft in enumerate(exact):
        if number in taken or (draft.shape == "fragment" and _is_part(scene, draft, told, kept)):
            continue
        wanted = draft.shape in _WISHES
        if (
            draft.shape in _CLOSED
            or _speaks_of(scene, draft, claims)
            or (number in vouching and (_told(draft, told) <= limits["told"] or _carries(scene, draft, spoken)))
            or any(_tells_of(scene, one, draft) for one in outer)
            or (_speaks_plainly(draft) and _is_told_by(scene, vouched, draft))
            or (_closes_sentence(scene, draft) and (draft.shape == "inverted" or _tells_of_any(scene, draft, spoken)))
            or _announces(scene, draft)
            or _opens_as_told(scene, draft)
            or (scene.language == "kk" and any(_tells_of(scene, one, draft) for one in learned))
            or (
                _carried(marks, draft) >= limits["carried_wish" if wanted else "carried"]
                and _told(draft, told) <= limits["told"]
            )
        ):
            yield draft


def _tells_of_itself(scene: Scene, draft: Draft) -> bool:
    """Whether all that a draft tells are words that name its source: "citing [the border service]"."""
    if draft.source is None or scene.language == "kk":
        return False
    named = scene.page.span(*draft.source)
    return all(named.covers(span) for span in draft.content)


def _happens_to(scene: Scene, entities: EntityIndex, draft: Draft) -> bool:
    """English: whether the cue tells what somebody or some place goes through: "has been experiencing frosts"."""
    if scene.language != "en" or draft.cue is None or draft.source is None or _is_quotation(scene, draft):
        return False
    if scene.tokens[scene.page.token_at(draft.content[0].start)].lower in scene.lexicon.complementiser:
        return False
    if scene.chunks.verb_base(draft.cue[1]) in scene.lexicon.undergoing:
        return True
    source = entities.at(scene.page.span(*draft.source))
    sees = scene.tokens[draft.cue[1]].lower in scene.lexicon.perceiving
    return sees and source is not None and entities.get(source).kind in _PLACES


def _is_quotation(scene: Scene, draft: Draft) -> bool:
    """Whether what is told stands in quotation marks."""
    return any(quote.inner.covers(span) for quote in scene.page.quotes for span in draft.content[:1])


def _is_part(scene: Scene, draft: Draft, told: Nearby[Span], kept: Sequence[Draft]) -> bool:
    """Whether words in quotation marks are but a part of what their own cue tells: "said that it is “in retreat”"."""
    if _told(draft, told) < 1:
        return False
    speaks = draft.cue is not None and verb_shapes(scene, draft.cue[1]) is not None
    over = [other for other in kept if extents.covers(other.content, draft.content)]
    return any(not speaks or _same_cue(draft, other) or draft.source == other.source for other in over)


def _is_known(scene: Scene, draft: Draft) -> bool:
    """English: whether a cue has a word that may report speech: not "held" in "held a rally before the vote"."""
    if scene.language != "en" or draft.cue is None:
        return True
    nouns = scene.lexicon.nouns["that"] | scene.lexicon.nouns["to"]
    for j in range(draft.cue[0], draft.cue[1] + 1):
        lower = scene.tokens[j].lower
        if (
            lower in nouns
            or lower == ":"
            or verb_shapes(scene, j)
            or scene.chunks.verb_base(j) in scene.lexicon.particles
        ):
            return True
    return scene.lexicon.according.at(scene.tokens, draft.cue[0]) is not None


def _states(scene: Scene, draft: Draft) -> bool:
    """Whether what is told holds a predicate: of mere names, "ordered the arrest", fewer are somebody's words."""
    ranges = (scene.page.token_range(span) for span in draft.content)
    return scene.language == "kk" or any(scene.chunks.has_predicate(*words) for words in ranges)


def _is_told_by(scene: Scene, vouched: Nearby[Draft], draft: Draft) -> bool:
    """Whether an outlet vouches for words in which somebody speaks: «Мэр заявил, что ..., передаёт X»."""
    near = vouched.within(_stretch(scene, draft), 0)
    return any(_tells_of(scene, outer, draft, named=False) for _, outer in near)


def _tells_of_any(scene: Scene, draft: Draft, spoken: Nearby[Draft]) -> bool:
    return any(_tells_of(scene, draft, inner) for _, inner in spoken.within(_stretch(scene, draft), 0))


def _carries(scene: Scene, draft: Draft, spoken: Nearby[Draft]) -> bool:
    """Whether an outlet vouches for what somebody else says: "A, X said, the agency reports"."""
    near = [inner for _, inner in spoken.within(_stretch(scene, draft), 0)]
    same = any(_shared(draft.content, inner.content) >= _SAME and not _same_cue(draft, inner) for inner in near)
    return same or any(_tells_of(scene, draft, inner) for inner in near)


def _speaks_of(scene: Scene, draft: Draft, claims: Collection[int]) -> bool:
    """Whether a verb has somebody's claim, whose noun is at one of these tokens, for its object.

    «опроверг сообщение газеты о том, что ...».
    """
    if draft.source is None or draft.cue is None or draft.cue[1] + 1 not in claims:
        return False
    return draft.content[0].start == scene.tokens[draft.cue[1] + 1].start


def _closes_sentence(scene: Scene, draft: Draft) -> bool:
    """English: whether somebody and a plain verb close the sentence behind a comma: "..., the mayor said on Monday"."""
    if not stands_behind(scene, draft) or not _speaks_plainly(draft) or draft.cue is None or draft.source is None:
        return False
    (first, last), cue = draft.source, draft.cue
    rest = scene.page.sentence_at(scene.tokens[cue[1]].start).stop - cue[1]
    apart = scene.tokens[first - 1].text == "," or scene.closes_quote(first - 1)
    small = first == last and scene.tokens[first].shape == "lower"
    finite = scene.kind(cue[0]) in (VERB, AUXILIARY, ADVERB)
    return apart and cue[0] in (last + 1, last + 2) and rest <= _FEW and finite and not small


def _announces(scene: Scene, draft: Draft) -> bool:
    """Russian: whether a plain verb, who speaks and a colon open what is told: «Министр признаёт: потери велики»."""
    if scene.language != "ru" or draft.shape != "quote" or draft.confidence <= _PLAIN or draft.source is None:
        return False
    return scene.text[: draft.content[0].start].rstrip(' «“„"').endswith(":")


def _opens_as_told(scene: Scene, draft: Draft) -> bool:
    """Whether "according to X" opens its sentence and the comma behind it a clause: «По словам X, дорога закрыта»."""
    if scene.language == "kk" or draft.cue is None or draft.source is None or not _states(scene, draft):
        return False
    first = draft.cue[0]
    opens = first == scene.page.sentence_at(scene.tokens[first].start).first
    behind = scene.page.token_at(draft.content[0].start)
    apart = behind > 0 and scene.tokens[behind - 1].text == "," and behind > draft.source[1]
    return opens and apart and scene.lexicon.according.at(scene.tokens, first) is not None


def _speaks_plainly(draft: Draft) -> bool:
    return draft.confidence >= _PLAIN and draft.shape not in _WISHES


def _tells_of(scene: Scene, outer: Draft, inner: Draft, *, named: bool = True) -> bool:
    """Whether one voice tells that somebody, `named` or not, said so: all that is his stands in what it tells."""
    if inner.cue is None or inner.source is None or inner.head is None:
        return False
    words = (scene.page.span(*inner.cue), scene.page.span(*inner.source), *inner.content)
    if named and not any(scene.tokens[i].is_capitalised for i in range(inner.head[0], inner.head[1] + 1)):
        return False
    return all(any(span.covers(part) for span in outer.content) for part in words)


def _stretch(scene: Scene, draft: Draft) -> Span:
    """From the first to the last word of a draft's contents and cue."""
    spans = [*draft.content, *([scene.page.span(*draft.cue)] if draft.cue else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _reach(scene: Scene, draft: Draft) -> Span:
    """The stretch of a draft with its source and whoever passes the words on."""
    parts = [scene.page.span(*part) for part in (draft.source, draft.carrier) if part]
    spans = [_stretch(scene, draft), *parts]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _best(draft: Draft, exact: Sequence[tuple[int, Draft]]) -> _Match | None:
    """The grammar's draft about the same words, by its content or by its cue."""
    found: _Match | None = None
    for number, other in exact:
        shared = _shared(draft.content, other.content)
        if _same_cue(draft, other):
            shared += 1.0
        if shared >= 0.5 and (found is None or shared > found.shared):
            found = _Match(number, shared)
    return found


def _same_cue(one: Draft, other: Draft) -> bool:
    """Whether the cues of two drafts have a word in common."""
    return bool(one.cue and other.cue and one.cue[0] <= other.cue[1] and other.cue[0] <= one.cue[1])


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union of two contents, in characters."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(a.end - a.start for a in one) + sum(b.end - b.start for b in other) - common
    return common / whole if whole else 0.0


def _lacks_name(scene: Scene, lead: Draft, exact: Draft) -> bool:
    """Whether a source begins with a comma, ", the mayor", behind the name that the grammar has."""
    if lead.source is None or exact.source is None or scene.tokens[lead.source[0]].is_word:
        return False
    return exact.source[0] <= lead.source[0] and lead.source[1] <= exact.source[1]


def _adds_only(scene: Scene, lead: Draft, exact: Draft) -> bool:
    """English: whether a source is but the end of what the grammar has between commas behind a name.

    "Ann Lee, who called the mayor | a rebel, | said".
    """
    if scene.language != "en" or lead.source is None or exact.source is None or exact.head is None:
        return False
    if lead.cue is None or exact.cue is None or not _same_cue(lead, exact):
        return False
    closes = lead.source[1] in (exact.source[1], exact.source[1] - 1) and scene.tokens[exact.cue[0] - 1].text == ","
    broken = any(scene.tokens[j].text == ";" for j in range(*exact.source))
    return closes and not broken and exact.head[1] < lead.source[0]


def _together(scene: Scene, exact: Draft, learned: Draft, limits: dict[str, float]) -> Draft:
    """One draft of two about the same words, by the half that leads; what it lacks by the other."""
    sure = round(1 - (1 - exact.confidence) * (1 - learned.confidence), 3)
    basis = (Basis("exact", exact.shape, round(exact.confidence, 3)), *learned.basis)
    citing = learned.cue is not None and scene.lexicon.citing.at(scene.tokens, learned.cue[0]) is not None
    if scene.language == "en" and citing and exact.cue is not None and not _same_cue(exact, learned):
        learned = exact  # "X, citing Y, reports"
    if exact.shape == RELAYED or (exact.shape == "backward" and scene.language == "en"):
        learned = exact  # its form alone says who speaks and who passes it on
    elif _is_adverb_of_hearsay(scene, exact):
        learned = exact  # "were reportedly fired": the clause around it, and nobody who says so
    elif _is_hearsay(scene, exact) and _same_cue(exact, learned):
        learned = replace(learned, source=None, head=None)
    lead, other = (exact, learned) if limits["exact_leads"] or learned.cue is None else (learned, exact)
    lead = replace(lead, content=extents.together(scene, exact, learned, lead.content))
    if _lacks_name(scene, lead, exact) or _adds_only(scene, lead, exact):
        lead = replace(lead, source=exact.source, head=exact.head)
    return replace(
        lead,
        cue=lead.cue or other.cue,
        source=lead.source or other.source,
        head=lead.head if lead.source else other.head,
        confidence=sure,
        shape=exact.shape if exact.shape in _CLOSED else lead.shape,
        basis=basis,
    )


def _is_adverb_of_hearsay(scene: Scene, draft: Draft) -> bool:
    match = scene.lexicon.according.at(scene.tokens, draft.cue[0]) if draft.cue is not None else None
    return scene.language == "en" and match is not None and match.value == "hearsay"


def _is_hearsay(scene: Scene, draft: Draft) -> bool:
    """English: "He is said to lead the band": he is spoken of and speaks not."""
    passive = draft.cue is not None and scene.chunks.is_passive(draft.cue[1])
    return scene.language == "en" and passive and draft.source is None and draft.shape == "infinitive"


def _is_scrap(scene: Scene, relay: Draft, draft: Draft) -> bool:
    """Whether all that a draft tells are words that name who is quoted: "quoted [the minister as] saying"."""
    if relay.cue is None or relay.source is None:
        return False
    named = scene.page.span(*relay.source).join(scene.page.span(*relay.cue))
    if relay.carrier is not None:
        named = named.join(scene.page.span(*relay.carrier))
    passing = draft.cue is not None and not _same_cue(relay, draft) and named.covers(scene.page.span(*draft.cue))
    return passing or all(named.covers(span) for span in draft.content)


def _is_pointer(scene: Scene, pointer: Draft, draft: Draft) -> bool:
    """Whether a draft tells for somebody's words those that point back: "As X reports, [the mayor said so]"."""
    if pointer.cue is None or draft.cue is None or _same_cue(pointer, draft):
        return False
    said = scene.page.span(*pointer.cue)
    return any(span.meets(said) for span in draft.content)


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
