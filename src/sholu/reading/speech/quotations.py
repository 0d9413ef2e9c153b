"""Quotations that no cue has claimed: speech that goes on, a speaker named a sentence before, and scare quotes."""

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate, pairwise

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech import sources
from sholu.reading.speech.content import inside, word_count
from sholu.reading.speech.scene import DASHES, Draft, Phrase, Scene
from sholu.text.quotes import Quote
from sholu.text.sentences import Sentence

_SENTENCE = 4  # words: shorter quotations are names, titles and scare quotes unless a cue says otherwise
_FINAL = frozenset(".!?…,")
_GOES_ON = 0.75
_EARLIER_SPEAKER = 0.4
_IN_CLAUSE = 0.45
_SURE = 0.75  # a draft below this does not take quotations that follow it
_FARTHEST = 60  # tokens between a quotation and the verb of its subject
_FEW = 12  # drafts that are looked at before a quotation
_NEAR = 3  # white space and dashes between a cue sentence and the quotation that goes on


def unclaimed(scene: Scene, drafts: list[Draft]) -> list[Quote]:
    """Quotations that lie in no draft's content."""
    claimed = sorted(span for draft in drafts if not _within_quote(scene, draft) for span in draft.content)
    starts = [span.start for span in claimed]
    reach = list(accumulate((span.end for span in claimed), max))
    found: list[Quote] = []
    for quote in scene.quotes:
        before = bisect_left(starts, quote.inner.end)
        if before == 0 or reach[before - 1] <= quote.inner.start:
            found.append(quote)
    return found


def add_quotations(scene: Scene, drafts: list[Draft]) -> None:
    """Give every unclaimed quotation that is speech to its speaker, by lengthening drafts or adding new ones."""
    drafts.sort(key=_start)
    for quote in unclaimed(scene, drafts):
        words = word_count(scene.text, quote.inner)
        before = _last_before(scene, drafts, quote)
        if words and before is not None and (_follows(scene, before, quote) or _left_open(scene, before, quote)):
            before.content.append(inside(scene.text, quote))
            continue
        if words < _SENTENCE:
            continue
        draft = _announced(scene, quote) or _in_clause(scene, quote) or _earlier_speaker(scene, before, quote)
        if draft is not None:
            insort(drafts, draft, key=_start)


def over_paragraphs(scene: Scene, drafts: list[Draft]) -> None:
    """Make one of what is said in a quotation left open at a paragraph's end and goes on in the next: either half may
    have the cue.
    """
    drafts.sort(key=_start)
    ending = {scene.quote_over(draft.content[-1].start): draft for draft in drafts if not _within_quote(scene, draft)}
    gone: set[int] = set()
    for opening, following in pairwise(scene.quotes):
        if opening.outer.end != opening.inner.end or scene.text[opening.outer.end : following.outer.start].strip():
            continue
        draft, before = ending.get(following), ending.get(opening)
        if draft is None and before is not None and before.cue is not None:
            before.content = [*before.content, inside(scene.text, following)]
            ending[following] = before
        if draft is None or draft is before or not following.outer.covers(draft.content[0]):
            continue
        if before is None or before.cue is None:
            draft.content = [*_whole(scene, before, opening), *draft.content]
            gone |= {id(before)} if before else set()
        elif draft.cue is None:
            before.content = [*before.content, *draft.content]
            gone.add(id(draft))
            ending[following] = before
    drafts[:] = [draft for draft in drafts if id(draft) not in gone]


def _whole(scene: Scene, before: Draft | None, opening: Quote) -> list[Span]:
    """The contents of a draft that ends with a quotation left open, that quotation whole."""
    if before is None or scene.language == "en":
        return before.content if before else [inside(scene.text, opening)]
    return [*(span for span in before.content if not opening.outer.covers(span)), inside(scene.text, opening)]


def _start(draft: Draft) -> int:
    return draft.content[0].start


def _within_quote(scene: Scene, draft: Draft) -> bool:
    """Whether the draft tells of speech inside somebody's quotation."""
    return draft.cue is not None and scene.quote_over(scene.tokens[draft.cue[0]].start) is not None


def _last_before(scene: Scene, drafts: list[Draft], quote: Quote) -> Draft | None:
    """The draft whose content ends last before the quotation, among the few that begin last before it."""
    stop = bisect_left(drafts, quote.outer.start, key=_start)
    earlier = [draft for draft in drafts[max(0, stop - _FEW) : stop] if not _within_quote(scene, draft)]
    return max(earlier, key=lambda draft: draft.content[-1].end) if earlier else None


def _follows(scene: Scene, draft: Draft, quote: Quote) -> bool:
    """Whether the quotation stands right behind the sentence of a draft: “A,” X said. “B.”"""
    if draft.confidence < _SURE:
        return False
    end = max(scene.page.sentences[draft.sentence].end, draft.content[-1].end)
    if end > quote.outer.start and scene.language != "en":  # «A», – said X. – «B»: one sentence to the reader
        told = [scene.page.span(*part).end for part in (draft.cue, draft.source) if part is not None]
        end = max(draft.content[-1].end, *told) if told else end
        if not any(mark in scene.text[end : quote.outer.start] for mark in DASHES):
            return False
    gap = scene.text[end : quote.outer.start]
    return (
        quote.outer.start >= end and "\n" not in gap and len(gap.strip()) <= _NEAR and not any(c.isalnum() for c in gap)
    )


def _left_open(scene: Scene, draft: Draft, quote: Quote) -> bool:
    """Whether a speech runs on over a paragraph's end: its quotation was not closed there."""
    last = scene.quote_over(draft.content[-1].start)
    if last is None or last.outer.end != last.inner.end:
        return False
    return not scene.text[last.outer.end : quote.outer.start].strip()


def _announced(scene: Scene, quote: Quote) -> Draft | None:
    """A paragraph or sentence before that ends with a colon names the speaker: "X went on:"."""
    sentence = scene.page.sentence_at(max(0, quote.outer.start - 1))
    if sentence.end > quote.outer.start:
        first = scene.page.token_at(quote.outer.start)
        last = first - 1
    else:
        last = sentence.stop - 1
    if last < sentence.first or scene.tokens[last].text != ":":
        return None
    return _by_subject(scene, sentence, last, quote, _GOES_ON)


def _by_subject(scene: Scene, sentence: Sentence, stop: int, quote: Quote, confidence: float) -> Draft | None:
    """The subject of the last verb before token `stop` is the speaker."""
    for verb in range(stop - 1, max(sentence.first, stop - _FARTHEST), -1):
        if scene.kind(verb) != k.VERB or scene.quote_over(scene.tokens[verb].start) is not None:
            continue
        addition = scene.tokens[verb - 1].text == "," and scene.chunks.is_participle(verb)  # ", given the “...”"
        if addition or scene.kind(verb - 1) == k.INFINITIVE:
            continue
        helped = scene.kind(verb - 1) in (k.AUXILIARY, k.ADVERB)
        if scene.language == "en" and helped and scene.chunks.is_passive(verb) and scene.tokens[stop].text != ":":
            return None  # "was dismissed for “gross negligence”": nobody speaks
        found = sources.before(scene, verb, sentence)
        if found is not None:
            return _draft(quote, scene, (verb, verb), *found, confidence, sentence.i)
    head = scene.chunks.phrase_ending(stop - 1) if scene.tokens[stop].text == ":" else None
    if head is None or not scene.tokens[head[1]].is_capitalised:
        return None
    return _draft(quote, scene, None, head, head, confidence, sentence.i)


def _draft(
    quote: Quote, scene: Scene, cue: Phrase | None, source: Phrase, head: Phrase, confidence: float, sentence: int
) -> Draft:
    return Draft(cue, source, head, [inside(scene.text, quote)], confidence, sentence, "quote")


def _in_clause(scene: Scene, quote: Quote) -> Draft | None:
    """Words quoted in the middle of a sentence are those of its subject."""
    first = scene.page.token_at(quote.outer.start)
    sentence = scene.page.sentence_at(quote.outer.start)
    if first <= sentence.first:
        return None
    low = scene.text[quote.inner.start].islower()
    if not low and scene.tokens[first - 1].text not in ",:":
        return None  # a title or a name
    draft = _by_subject(scene, sentence, first, quote, _IN_CLAUSE)
    if draft is not None and low:
        draft.shape = "fragment"
    return draft


def _earlier_speaker(scene: Scene, before: Draft | None, quote: Quote) -> Draft | None:
    """A paragraph that is nothing but speech belongs to the one who spoke in the paragraph before."""
    if before is None or before.source is None or before.head is None:
        return None
    if scene.quote_over(before.content[-1].start) is None and scene.quote_over(before.content[0].start) is None:
        return None
    starts = scene.text[: quote.outer.start].rstrip(" ").endswith("\n")
    whole = scene.text[quote.inner.end - 1] in _FINAL
    blocks = scene.page.paragraphs
    here = bisect_right(blocks, quote.outer.start, key=lambda block: block.start) - 1
    last = Span(before.content[-1].start, before.content[-1].end)
    near = here > 0 and blocks[here - 1].meets(last)
    if not (starts and whole and near):
        return None
    return _draft(
        quote, scene, None, before.source, before.head, _EARLIER_SPEAKER, scene.page.sentence_at(quote.outer.start).i
    )
