"""Nominals and pronouns by the encoder: noun phrases that refer to somebody named, and those who have no name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from sholu.model.reading import EntityKind, Mention, MentionForm
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.learned import Mark, Marks
from sholu.reading.names.lexicon import lexicon
from sholu.reading.page import Page

_REACH = 900
"""Code points back to what a noun phrase may refer to."""
_MOST = 12
"""Mentions that are asked about for each."""
_FAMILY: dict[str, str] = {"outlet": "organisation", "facility": "place"}


class Referring(NamedTuple):
    """A marked noun phrase or pronoun, trimmed to whole tokens."""

    span: Span
    kind: str
    form: MentionForm
    probability: float


def add_mentions(page: Page, marks: Marks, entities: EntityIndex, *, alone: bool = False) -> None:
    """Add to `entities` the marked noun phrases and pronouns that nothing stands for yet.

    Each goes to the entity that the encoder sees it refer to; one that refers to nobody before is an entity of its own.
    """
    limits = thresholds("mentions", page.language.tag)
    waiting = [one for one in _marked(page, marks, limits["mention"]) if _is_free(entities, one.span)]
    if not waiting:
        return
    named = [
        (mention.span, entity.id, _family(entity.kind)) for entity in entities for mention in entities.mentions(entity.id)
    ]
    named.sort()
    pairs, owners = _pairs(waiting, named)
    scores = marks.related("mention_antecedent", pairs)
    homes: dict[Span, str] = {}
    for number, one in enumerate(waiting):
        best: tuple[float, str] | None = None
        for (_, tail), (owner, id), score in zip(pairs, owners, scores, strict=True):
            if owner == number and score >= limits["antecedent"] and (best is None or score > best[0]):
                home = id or homes.get(tail)
                best = (score, home) if home else best
        if best is not None:
            home = best[1]
            entities.mention(home, Mention(one.span.start, one.span.end, one.form))
        elif one.form == "nominal" and one.probability >= limits["fresh"]:
            words = " ".join(one.span.of(page.text).split())
            mention = Mention(one.span.start, one.span.end, one.form)
            home = entities.add(cast(EntityKind, one.kind), words, [mention], confidence=round(one.probability, 3))
        else:
            continue
        homes[one.span] = home


def _family(kind: str) -> str:
    return _FAMILY.get(kind, kind)


def _marked(page: Page, marks: Marks, least: float) -> Iterator[Referring]:
    """The marked noun phrases and pronouns, in order."""
    pronouns = lexicon(page.language.tag).pronouns
    for mark in marks.layer("mention", least):
        span = _trimmed(page, mark)
        if span is None:
            continue
        words = page.tokens_in(span)
        pronoun = len(words) == 1 and (words[0].lower in pronouns or len(words[0].text) == 1)
        yield Referring(span, mark.label, "pronoun" if pronoun else "nominal", mark.probability)


def _trimmed(page: Page, mark: Mark) -> Span | None:
    """The mark without signs at its sides; None where no word is left."""
    first, stop = page.token_range(mark.span)
    while first < stop and not page.tokens[first].is_word and page.tokens[first].shape != "number":
        first += 1
    while first < stop and not page.tokens[stop - 1].is_word:
        stop -= 1
    return page.span(first, stop - 1) if first < stop else None


def _is_free(entities: EntityIndex, span: Span) -> bool:
    """Whether no mention has most of these words already."""
    id = entities.at(span)
    if id is None:
        return True
    inside = [mention for mention, _ in entities.within(span)]
    covered = any(2 * (mention.end - mention.start) > span.end - span.start for mention in inside)
    around = any(
        mention.start <= span.start and span.end <= mention.end for mention in entities.mentions(id)
    )
    crossing = any(
        mention.start < span.end and span.start < mention.end and not (span.start <= mention.start and mention.end <= span.end)
        for mention in entities.mentions(id)
    )
    return not (covered or around or crossing)


def _pairs(
    waiting: Sequence[Referring], named: Sequence[tuple[Span, str, str]]
) -> tuple[list[tuple[Span, Span]], list[tuple[int, str]]]:
    """Pairs to ask about, and for each the number of what refers and the entity referred to ("" where not known yet)."""
    pairs: list[tuple[Span, Span]] = []
    owners: list[tuple[int, str]] = []
    for number, one in enumerate(waiting):
        family = _family(one.kind)
        known = [
            (span, id)
            for span, id, kind in named
            if span.start < one.span.start and one.span.start - span.end < _REACH and kind == family
        ]
        fresh = [
            (other.span, "")
            for other in waiting[:number]
            if one.span.start - other.span.end < _REACH and _family(other.kind) == family
        ]
        for span, id in sorted([*known, *fresh])[-_MOST:]:
            pairs.append((one.span, span))
            owners.append((number, id))
    return pairs, owners
