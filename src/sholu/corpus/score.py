"""A reader's readings against the corpus: found, right and beyond gold, by kind; and what went wrong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sholu.corpus.matching import KINDS, Fit, Matcher, is_named
from sholu.errors import InputError
from sholu.model.reading import Entity, Mention, Reading
from sholu.model.span import Span

MENTIONS = "mentions"
"""Scored besides the kinds: every mention of every entity, pronouns too, joined as the gold joins them."""
NOT_FOUND = "not found"
BEYOND = "beyond gold"


class Miss(NamedTuple):
    """Something that is not as the gold has it: which words, and what was read instead of which fields."""

    document: str
    kind: str
    words: str
    wrong: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "; ".join(f"{key}={value}" if value else key for key, value in self.wrong)


class Verdict(NamedTuple):
    """What became of an item that was read: its kind, how sure the reader was, is it in the gold, is all right."""

    kind: str
    confidence: float
    found: bool
    right: bool


@dataclass
class Tally:
    """Counts of one kind: items of the gold, of the reading, found, and right."""

    gold: int = 0
    seen: int = 0
    found: int = 0
    right: int = 0

    @property
    def beyond(self) -> int:
        """Items of the reading that answer none of the gold."""
        return self.seen - self.found

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / self.seen if self.seen else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was read right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.seen) if self.gold + self.seen else 0.0

    def add(self, other: "Tally") -> None:
        """Count the other's items, too."""
        self.gold += other.gold
        self.seen += other.seen
        self.found += other.found
        self.right += other.right


@dataclass
class Score:
    """Tallies by kind, what went wrong, and what became of each item that was read."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in (*KINDS, MENTIONS)})
    misses: list[Miss] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count the other's documents, too."""
        for kind, tally in other.tallies.items():
            self.tallies[kind].add(tally)
        self.misses += other.misses
        self.verdicts += other.verdicts

    def total(self) -> Tally:
        """All kinds of items together, mentions aside."""
        whole = Tally()
        for kind in KINDS:
            whole.add(self.tallies[kind])
        return whole

    def errors(self) -> Counter[str]:
        """How often each kind of item went wrong in each way: "events: not found", "events: place"."""
        return Counter(f"{miss.kind}: {key}" for miss in self.misses for key in dict(miss.wrong))


def score(gold: Reading, seen: Reading) -> Score:
    """The reading against the gold of the same text; InputError when the text is another."""
    if gold.document.text != seen.document.text:
        raise InputError(
            f"The reading of {gold.document.id} is of another text.",
            code="text-differs",
            hint="Read what `sholu corpus convert --documents` writes.",
        )
    result = Score()
    matcher = Matcher(gold, seen)
    for kind in KINDS:
        _score_kind(kind, matcher, gold, seen, result)
    _score_mentions(gold, seen, result)
    return result


def _score_kind(kind: str, matcher: Matcher, gold: Reading, seen: Reading, result: Score) -> None:
    text, rule = gold.document.text, matcher.rules[kind]
    wanted, given = _items(gold, kind), _items(seen, kind)
    if kind == "entities":
        given = [entity for entity in given if not _is_part(entity, gold)]
    tally = result.tallies[kind]
    tally.gold, tally.seen = len(wanted), len(given)
    left = dict(enumerate(given))
    for item in wanted:
        fits = {index: fit for index, other in left.items() if (fit := rule(item, other)).score > 0}
        best = min(fits, key=lambda index: _badness(fits[index]), default=None)
        wrong: tuple[tuple[str, str], ...] = ((NOT_FOUND, ""),)
        if best is not None:
            answer = left.pop(best)
            wrong = fits[best].wrong
            result.verdicts.append(Verdict(kind, _confidence(answer), found=True, right=not wrong))
            tally.found += 1
            tally.right += not wrong
        if wrong:
            result.misses.append(Miss(gold.document.id, kind, _shown(item, text), wrong))
    result.misses += [Miss(gold.document.id, kind, _shown(item, text), ((BEYOND, ""),)) for item in left.values()]
    result.verdicts += [Verdict(kind, _confidence(item), found=False, right=False) for item in left.values()]


def _confidence(item: Any) -> float:
    return float(item.confidence)


def _shown(item: Any, text: str) -> str:
    return item.name if isinstance(item, Entity) else place(item).of(text)


def _badness(fit: Fit) -> tuple[int, float]:
    return len(fit.wrong), -fit.score


def _is_part(entity: Entity, gold: Reading) -> bool:
    """Whether the entity is named only inside longer names of the gold: then it is neither right nor wrong."""
    longer = _names(gold)
    return all(_inside(mention.span, longer) for mention in entity.mentions if mention.form == "name")


def _names(reading: Reading) -> list[Span]:
    return [mention.span for entity in reading.entities for mention in entity.mentions if mention.form == "name"]


def _inside(span: Span, longer: list[Span]) -> bool:
    return any(name.covers(span) and name != span for name in longer)


def _items(reading: Reading, kind: str) -> list[Any]:
    items = getattr(reading, kind)
    return [item for item in items if is_named(item)] if kind == "entities" else list(items)


def place(item: Any) -> Span:
    """The words that show an item of any kind."""
    for key in ("evidence", "span"):
        if (span := getattr(item, key, None)) is not None:
            return Span(*span)
    if contents := getattr(item, "content", None):
        return Span(*contents[0])
    first: Mention = item.mentions[0]
    return first.span


def _score_mentions(gold: Reading, seen: Reading, result: Score) -> None:
    """A mention is found when it stands there, and right when it is joined with the entity that most others are."""
    longer = _names(gold)
    theirs = {
        mention.span: entity.id
        for entity in seen.entities
        for mention in entity.mentions
        if not _inside(mention.span, longer)
    }
    tally = result.tallies[MENTIONS]
    tally.seen = len(theirs)
    for entity in gold.entities:
        spans = dict.fromkeys(mention.span for mention in entity.mentions)
        homes = Counter(theirs[span] for span in spans if span in theirs)
        home = homes.most_common(1)[0][0] if homes else None
        tally.gold += len(spans)
        tally.found += homes.total()
        tally.right += homes[home] if home else 0
        for span in spans:
            if span not in theirs:
                wrong = (NOT_FOUND, "")
            elif theirs[span] != home:
                wrong = ("joined", theirs[span])
            else:
                continue
            result.misses.append(Miss(gold.document.id, MENTIONS, span.of(gold.document.text), (wrong,)))


def by_language(pairs: Iterable[tuple[Reading, Reading]]) -> dict[str, Score]:
    """The scores of pairs of gold and reading, by the language of the gold."""
    scores: dict[str, Score] = {}
    for gold, seen in pairs:
        scores.setdefault(gold.document.language or "", Score()).add(score(gold, seen))
    return scores
