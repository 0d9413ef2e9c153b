"""Claims that are denied: who denies what, and who had claimed it.

A denial is an attribution whose cue denies ("denied that ..."), or an event told as not having happened by somebody
else than the one who tells of it. Its claims are sought in its own matter: the events and statements whose types,
parties and words it shares; a denial of "this" stands against what was said right before it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sholu.knowledge.dates import day_of
from sholu.knowledge.entities import Joined
from sholu.knowledge.hands import hands
from sholu.knowledge.happenings import family
from sholu.knowledge.matters import UnitId
from sholu.knowledge.model import Denial, Passage, Saying
from sholu.knowledge.notes import Note
from sholu.model.span import Span

_LEAST = 1.0  # points that make a statement the claim that a denial stands against
_CLOSE = 200  # characters between a claim and its denial where one sentence answers the other
_NEAR = 600  # characters before a denial of "this" in which what it means stands
_BARE = 2  # word stems: content with fewer only points back ("denied this")
_ANSWERS = frozenset({"REJECT"})
"""Events that only answer a claim."""
_STRONG_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "RETREAT", "TAKE_OFFICE", "LEAVE_OFFICE"})
"""What is denied in so many words when told as not having happened; talks not held are only talks not held."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement or event that can be a claim or a denial, with what it is about."""

    saying: Saying
    types: frozenset[str]
    about: frozenset[str]
    stems: frozenset[str]
    language: str
    published: str
    denies: bool
    cue: Span | None
    pointing: bool
    voice: str
    outlet: str | None
    copy: bool
    cited: bool


def denials_of(
    notes: Sequence[Note], units: Iterable[UnitId], joined: Joined, names: dict[str, str]
) -> tuple[Denial, ...]:
    """The denials among the units of one matter, each with the claims that we read."""
    units = list(units)
    if not any(_may_deny(notes[id.note]) for id in units):
        return ()
    said = [item for id in units for item in _all(notes[id.note], id, joined, names)]
    counts = Counter(feature for item in said if not item.copy for feature in (*item.about, *item.stems))
    weights = defaultdict(lambda: 1.0, {feature: 1 / (1 + count / 4) for feature, count in counts.items()})
    claims = [item for item in said if not item.denies]
    found: list[tuple[list[_Said], list[_Said], str]] = []
    for denial in (item for item in said if item.denies):
        against, why = _against(denial, claims, weights)
        if not against and denial.cue is None:
            continue
        home = next((row for row in found if against and {id(c) for c in row[1]} & {id(c) for c in against}), None)
        if home is None:
            found.append(([denial], against, why))
        else:
            home[0].append(denial)
            home[1].extend(claim for claim in against if all(claim is not known for known in home[1]))
    return tuple(_denial(*row) for row in found)


def _may_deny(note: Note) -> bool:
    return bool(note.denials) or any(e.polarity == "negated" and e.type in _STRONG_TYPES for e in note.events)


def _all(note: Note, unit: UnitId, joined: Joined, names: dict[str, str]) -> Iterable[_Said]:
    span = note.units[unit.unit].span
    for item in note.attributions.values():
        content = [part for part in item.content if span.covers(part)]
        if content:
            yield _said(note, item.id, content, item.id in note.denials, item.cue, (item.id,), joined, names)
    for event in note.events:
        if event.id in note.denials and span.covers(event.trigger):
            yield _said(note, event.id, [event.evidence], True, event.trigger, event.attributions, joined, names)
        elif (
            event.type not in _ANSWERS
            and span.covers(event.trigger)
            and (event.polarity == "affirmed" or event.type in _STRONG_TYPES)
        ):
            denies = event.polarity == "negated"
            yield _said(note, event.id, [event.evidence], denies, None, event.attributions, joined, names)


def _said(
    note: Note,
    item: str,
    content: Sequence[Span],
    denies: bool,
    cue: Span | None,
    attributions: Sequence[str],
    joined: Joined,
    names: dict[str, str],
) -> _Said:
    paper = note.paper
    inside = [event for event in note.events if any(part.covers(event.trigger) for part in content)]
    inside = [event for event in inside if cue is None or not event.trigger.meets(cue)]
    if cue is None:
        inside = [event for event in inside if event.id == item]
        denied = [id for id in attributions if id in note.denials]
        denies = denies != bool(denied)
    chain = hands(note, [*note.credited(content[0]), *attributions], joined, names)
    about = {joined.of(paper.id, entity) for part in content for entity in note.named_in(part)}
    return _Said(
        Saying(Passage(paper.id, content[0]), item, chain),
        frozenset(family(event.type) for event in inside),
        frozenset(id for id in about if id),
        frozenset(note.stems_in(content)),
        paper.language or "",
        paper.published or "",
        denies,
        cue,
        note.denials.get(item) == "pointing",
        chain[0].entity or chain[0].name,
        paper.outlet,
        paper.copy_of is not None,
        item in note.attributions and note.attributions[item].mode == "citation",
    )


def _against(denial: _Said, claims: Sequence[_Said], weights: Mapping[str, float]) -> tuple[list[_Said], str]:
    """The likeliest claim of each document, and why it is taken for what is denied."""
    here = denial.saying.passage
    if denial.cue and (denial.pointing or len(denial.stems) <= _BARE):
        first = min(denial.cue, here.span)
        before = [
            claim
            for claim in claims
            if claim.saying.passage.document == here.document
            and claim.saying.passage.span.end <= first.start
            and claim.voice != denial.voice
        ]
        close = [claim for claim in before if first.start - claim.saying.passage.span.end < _NEAR]
        answered = max(
            close, key=lambda claim: (_words(denial, claim, weights), claim.saying.passage.span), default=None
        )
        if answered:
            return [answered], "it denies what was said right before it"
    best: dict[str, tuple[float, int, _Said]] = {}
    for number, claim in enumerate(claims):
        if claim.cited or claim.voice == denial.voice or not _before(claim, denial):
            continue
        score = _score(denial, claim, weights)
        document = claim.saying.passage.document
        if score >= _LEAST and score > best.get(document, (0.0, 0, claim))[0]:
            best[document] = (score, -number, claim)
    chosen = [claim for _, _, claim in sorted(best.values(), key=lambda row: (-row[0], -row[1]))]
    return chosen, "it denies what they claim in the same matter, by kind of event, parties and words" if chosen else ""


def _before(claim: _Said, denial: _Said) -> bool:
    if claim.saying.passage.document == denial.saying.passage.document:
        return not claim.saying.passage.span.meets(denial.saying.passage.span)
    one, other = day_of(claim.published), day_of(denial.published)
    return one is None or other is None or one <= other


def _score(denial: _Said, claim: _Said, weights: Mapping[str, float]) -> float:
    score = 0.6 if denial.types & claim.types else 0.0
    score += min(0.8, sum(0.8 * weights[id] for id in denial.about & claim.about))
    if claim.outlet and claim.outlet in denial.about and claim.outlet != denial.outlet:
        score += 1.0  # "a report by the Syr Darya Post"
    if denial.cue is None and claim.cue is None and denial.types & claim.types:
        score += 0.25  # the very event is told as having happened and as not having happened
    score += _words(denial, claim, weights)
    one, other = claim.saying.passage, denial.saying.passage
    if one.document == other.document and 0 <= other.span.start - one.span.end < _CLOSE:
        score += 0.5
    return score


def _words(denial: _Said, claim: _Said, weights: Mapping[str, float]) -> float:
    """Points for the words that the two share: 2 when the claim has all that is denied."""
    if denial.language != claim.language or not denial.stems:
        return 0.0
    whole = sorted((weights[stem] for stem in denial.stems), reverse=True)
    return 2.0 * sum(weights[stem] for stem in denial.stems & claim.stems) / max(sum(whole), 4 * whole[0])


def _denial(denials: Sequence[_Said], claims: Sequence[_Said], why: str) -> Denial:
    order = sorted(claims, key=lambda item: (item.published, item.saying.passage.document))
    return Denial(
        tuple(item.saying for item in denials),
        tuple(item.saying for item in order),
        why or "nobody is read to claim it",
    )
