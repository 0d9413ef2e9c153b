"""Interviews: questions and answers that no "he said" gives to anybody, but their order and how they are set."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sholu.model.reading import EntityKind
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.speech.content import inside, settled
from sholu.reading.speech.meant import entity_of
from sholu.reading.speech.scene import DASHES, Draft, Phrase, Scene

_FEWEST = 2  # questions, and answers
_ASKS = 0.5  # of the questions at least so many end with a question mark ...
_TELLS = 0.25  # ... and of the answers at most so many
_CONFIDENCE = 0.7
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w-]*)\s?[:.]\s+")
_ENDS = "\"”»“'’ "


class _Turn(NamedTuple):
    """A paragraph of an interview: what is said in it, and whether it asks."""

    words: Span
    asks: bool


def add_interview(scene: Scene, entities: EntityIndex, drafts: list[Draft]) -> None:
    """Add a draft for each question and answer of an interview that nobody has, by what tells who its parties are."""
    turns = _turns(scene, drafts)
    if not turns:
        return
    opening = [block for block in scene.page.paragraphs if block.end <= turns[0].words.start]
    guest = _guest(scene, entities, opening, turns, drafts)
    host = _only(scene, entities, opening, ("outlet",))
    taken = sorted((span.start, span.end) for draft in drafts if draft.cue or draft.source for span in draft.content)
    starts = [start for start, _ in taken]
    reach = list(accumulate((end for _, end in taken), max))
    added: list[Draft] = []
    for turn in turns:
        speaker = host if turn.asks else guest
        content = settled(scene, *turn.words)
        before = bisect_left(starts, turn.words.end)
        if speaker is None or not content or (before and reach[before - 1] > turn.words.start):
            continue
        sentence = scene.page.sentence_at(turn.words.start).i
        added.append(Draft(None, speaker, speaker, content, _CONFIDENCE, sentence, "turn"))
    said = [draft.content[0] for draft in added]
    drafts[:] = [draft for draft in drafts if draft.cue or draft.source or _place(said, draft.content[0]) is None]
    drafts += added


def _place(spans: Sequence[Span], inner: Span) -> int | None:
    """The number of the one of these spans, which stand in order, that covers another; None if none does."""
    number = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return number if number >= 0 and spans[number].covers(inner) else None


def _turns(scene: Scene, drafts: Sequence[Draft]) -> list[_Turn]:
    """The questions and answers of a page, in order; none where it is no interview."""
    labelled = list(_labelled(scene))
    if _is_interview(labelled):
        return labelled
    blocks = scene.page.paragraphs
    dashes = [_opens_with_dash(scene, block) for block in blocks]
    quoted = [_is_quotation(scene, block) for block in blocks]
    asks = [_asks(scene, block) for block in blocks]
    for answers in (dashes, quoted):
        after = sum(1 for i in range(1, len(blocks)) if answers[i] and asks[i - 1] and not answers[i - 1])
        if after >= _FEWEST:
            return [_Turn(_words(scene, block), False) for i, block in enumerate(blocks) if answers[i]]
    return _alternating(scene, [block for i, block in enumerate(blocks) if dashes[i]], drafts)


def _is_interview(turns: Sequence[_Turn]) -> bool:
    return sum(turn.asks for turn in turns) >= _FEWEST and sum(not turn.asks for turn in turns) >= _FEWEST


def _labelled(scene: Scene) -> Iterator[_Turn]:
    """«Вопрос: ...», "A: ...": the paragraphs that open with the word for a question or an answer."""
    for block in scene.page.paragraphs:
        found = _LABEL.match(scene.text, *block)
        label = found["label"].lower() if found else ""
        if found and label in scene.lexicon.questions | scene.lexicon.answers:
            yield _Turn(Span(found.end(), block.end), label in scene.lexicon.questions)


def _alternating(scene: Scene, blocks: Sequence[Span], drafts: Sequence[Draft]) -> list[_Turn]:
    """Paragraphs that dashes open, every other of them a question: none of those with "he asked" counts."""
    told = {_place(blocks, draft.content[0]) for draft in drafts if draft.cue and draft.shape == "inserted"}
    spoken = [number in told for number in range(len(blocks))]
    for parity in (0, 1):
        questions = [i for i in range(parity, len(blocks), 2) if not spoken[i]]
        answers = range(1 - parity, len(blocks), 2)
        asking = sum(_asks(scene, blocks[i]) for i in questions)
        back = sum(_asks(scene, blocks[i]) for i in answers)
        if min(asking, len(answers)) < _FEWEST or len(questions) < len(range(parity, len(blocks), 2)):
            continue
        if asking >= _ASKS * len(questions) and back <= _TELLS * len(answers):
            return [_Turn(_words(scene, block), i % 2 == parity) for i, block in enumerate(blocks)]
    return []


def _opens_with_dash(scene: Scene, block: Span) -> bool:
    return scene.text[block.start] in DASHES and scene.text[block.start + 1 : block.start + 2].isspace()


def _is_quotation(scene: Scene, block: Span) -> bool:
    """Whether a paragraph is one quotation and no more."""
    quote = scene.quote_over(block.start)
    return quote is not None and quote.outer.start == block.start and quote.outer.end >= block.end


def _asks(scene: Scene, block: Span) -> bool:
    return scene.text[block.start : block.end].rstrip(_ENDS).endswith("?")


def _words(scene: Scene, block: Span) -> Span:
    quote = scene.quote_over(block.start)
    if quote is not None and quote.outer.start == block.start:
        return inside(scene.text, quote)
    return Span(block.start + 1, block.end) if scene.text[block.start] in DASHES else block


def _guest(
    scene: Scene, entities: EntityIndex, opening: Sequence[Span], turns: Sequence[_Turn], drafts: Sequence[Draft]
) -> Phrase | None:
    """Who answers: whoever is told to have answered some of it, else the one person of whom the opening tells."""
    answers = [turn.words for turn in turns if not turn.asks]
    heads = {
        id: draft.head
        for draft in drafts
        if draft.head is not None and draft.cue and _place(answers, draft.content[0]) is not None
        if draft.shape == "inserted" and (id := entity_of(scene, entities, draft.head)) is not None
    }
    if len(heads) == 1:
        return next(iter(heads.values()))
    return None if heads else _only(scene, entities, opening, ("person",))


def _only(scene: Scene, entities: EntityIndex, opening: Sequence[Span], kinds: tuple[EntityKind, ...]) -> Phrase | None:
    """The words for the only one of these kinds that the opening names, at best in what it tells of a talk."""
    named = [
        (scene.page.token_range(mention.span), id)
        for block in opening
        for mention, id in entities.within(block)
        if mention.form == "name" and entities.get(id).kind in kinds
    ]
    told = [pair for pair in named if _tells_of_talk(scene, pair[0][0])]
    for some in (told, named):
        if len(Counter(id for _, id in some)) == 1:
            first, stop = some[0][0]
            return (first, stop - 1)
    return None


def _tells_of_talk(scene: Scene, i: int) -> bool:
    sentence = scene.page.sentence_of(i)
    return any(scene.tokens[j].lower in scene.lexicon.talks for j in range(sentence.first, sentence.stop))
