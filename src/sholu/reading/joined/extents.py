"""English: how far what is told reaches, where the grammar and the marks differ, and what in it is nobody's words."""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.span import Span
from sholu.reading.chunks.kinds import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
)
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import verb_shapes
from sholu.reading.speech.scene import Draft, Phrase, Scene

_UNFINISHED = frozenset({PREPOSITION, DETERMINER})
_FINITE = frozenset({VERB, AUXILIARY})
_OPENS_CLAUSE = frozenset({RELATIVE, SUBORDINATOR})
_LEADS = frozenset({"that", "clause"})
"""Shapes of drafts that tell a whole clause."""
_BREAKS = frozenset(";:()–—")
_PART = 3
"""Code points by which two contents that begin or end alike may differ there."""


def together(scene: Scene, exact: Draft, learned: Draft, content: list[Span]) -> list[Span]:
    """The content of two drafts about the same words, of which that of the leading half is `content`."""
    if scene.language != "en":
        return content
    whole = _opens_sentence(scene, exact) or stands_behind(scene, exact) or _goes_on(scene, exact)
    if whole and covers(exact.content, learned.content):
        content = _behind_pause(scene, exact, learned)  # "According to X, ...", "..., X said": all of the clause
    if _is_quotation(scene, exact) and covers(learned.content, exact.content):
        return exact.content  # what stands around the words quoted is not told
    taken = (
        _runs_into_source(scene, exact, learned)
        or _runs_over_cue(scene, exact, learned)
        or _breaks_off(scene, exact, learned)
        or _asks_somebody(scene, exact, learned)
        or _begins_with_hearer(scene, exact, learned)
    )
    return exact.content if taken else content


def stands_behind(scene: Scene, draft: Draft) -> bool:
    """English: whether cue and source stand behind all that is told: "..., the agency reported"."""
    if scene.language != "en" or draft.cue is None or draft.source is None:
        return False
    return draft.content[-1].end <= scene.tokens[min(draft.cue[0], draft.source[0])].start


def covers(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether all of a content lies in another."""
    return all(any(span.covers(part) for span in one) for part in other)


def trimmed_to_words(scene: Scene, draft: Draft) -> Draft:
    """A draft without what in its content nobody says: its own cue and source, an "and" at the end, the next sentence.

    "A, she said, waving, B"; "said that the road was open and | left".
    """
    if scene.language == "ru":
        return replace(draft, content=_from_start(scene, draft))
    if scene.language != "en":
        return draft
    content = _within_sentence(scene, draft, _around_cue(scene, draft))
    content = _without_tail(scene, _without_deeds(scene, draft, content))
    return replace(draft, content=content) if content and content != draft.content else draft


def _from_start(scene: Scene, draft: Draft) -> list[Span]:
    """Russian: «A, о чём B, C, убеждён X»: where who says so closes the sentence, what is told begins with it."""
    if draft.shape != "marked" or len(draft.content) != 1 or draft.cue is None or draft.source is None:
        return draft.content
    told, cue = draft.content[0], min(draft.cue[0], draft.source[0])
    sentence = scene.page.sentence_at(told.start)
    closes = told.end <= scene.tokens[cue].start and scene.page.sentence_at(scene.tokens[cue].start) == sentence
    first = scene.line_start(sentence.first, cue)
    before = scene.tokens[first : scene.page.token_at(told.start)]
    if not closes or not before or scene.text[told.end : scene.tokens[cue].start].strip() != ",":
        return draft.content
    broken = any(token.text in _BREAKS or verb_shapes(scene, token.i) is not None for token in before)
    quoted = any(quote.outer.meets(Span(before[0].start, told.end)) for quote in scene.quotes)
    return draft.content if broken or quoted else settled(scene, before[0].start, told.end)


def _around_cue(scene: Scene, draft: Draft) -> list[Span]:
    """The pieces of a content without the words that say who said it."""
    if draft.cue is None:
        return draft.content
    content = draft.content
    for part in _named(scene, draft.cue, draft.source):
        content = [piece for span in content for piece in _cut(scene, span, part)]
    return content


def _named(scene: Scene, cue: Phrase, source: Phrase | None) -> list[Span]:
    """The words of a cue and of its source: one stretch where they stand side by side."""
    if source is None:
        return [scene.page.span(*cue)]
    first, last = min(cue[0], source[0]), max(cue[1], source[1])
    if last - first < cue[1] - cue[0] + source[1] - source[0] + _PART:
        return [scene.page.span(first, last)]
    return [scene.page.span(*cue), scene.page.span(*source)]


def _cut(scene: Scene, span: Span, part: Span) -> list[Span]:
    """What is left of a piece without some words in its middle."""
    if not (span.start < part.start < span.end):
        return [span]
    last = scene.page.token_at(part.start)
    while last > 0 and scene.tokens[last - 1].start > span.start and scene.kind(last - 1) == PREPOSITION:
        last -= 1  # "which | in his view | has grown"
    before = settled(scene, span.start, scene.tokens[last].start)
    return [*before, *settled(scene, part.end, span.end)] if part.end < span.end else before


def _within_sentence(scene: Scene, draft: Draft, content: list[Span]) -> list[Span]:
    """A content behind its cue that no quotation marks hold ends with the sentence."""
    if draft.cue is None or len(content) != 1 or content[0].start < scene.tokens[draft.cue[1]].end:
        return content
    if not scene.tokens[draft.cue[1]].is_word:
        return content  # "A: We walked. Nobody spoke"
    sentence = scene.page.sentence_at(scene.tokens[draft.cue[1]].start)
    span = content[0]
    if not span.start < sentence.end < span.end or scene.quote_over(sentence.end) is not None:
        return content
    opened = scene.quote_over(span.start)
    if opened is not None and opened.outer.end >= sentence.end + _PART:
        return content
    return settled(scene, span.start, sentence.end)


def _without_deeds(scene: Scene, draft: Draft, content: list[Span]) -> list[Span]:
    """The pieces of a content without what a speaker does meanwhile: "“A,” he said, referring to | the bill"."""
    if draft.cue is None or len(content) < 2 or scene.quote_over(content[0].start) is None:
        return content
    said = scene.page.span(*draft.cue)
    if content[0].end > said.start:
        return content
    return [
        span
        for span in content
        if span.start < said.end
        or scene.quote_over(span.start) is not None
        or scene.chunks.has_predicate(*scene.page.token_range(span))
    ]


def _without_tail(scene: Scene, content: list[Span]) -> list[Span]:
    """The pieces of a content, the last without a conjunction that hangs loose at its end."""
    if not content:
        return content
    last = content[-1]
    at = scene.page.token_at(last.end - 1)
    if at >= len(scene.tokens) or scene.kind(at) != CONJUNCTION or scene.tokens[at].start <= last.start:
        return content
    return [*content[:-1], *settled(scene, last.start, scene.tokens[at].start)]


def _opens_sentence(scene: Scene, draft: Draft) -> bool:
    """Whether "according to" opens its sentence: all that follows is told."""
    if draft.cue is None:
        return False
    first = draft.cue[0]
    match = scene.lexicon.according.at(scene.tokens, first, first + 3)
    opens = first == scene.page.sentence_at(scene.tokens[first].start).first
    return opens and match is not None and match.value == "according"


def _behind_pause(scene: Scene, exact: Draft, learned: Draft) -> list[Span]:
    """The grammar's content, without the end of a source before a comma: "According to a Post | statement, ..."."""
    first, start = exact.content[0], learned.content[0].start
    if exact.cue is None or first.start < scene.tokens[exact.cue[0]].start or not first.start < start < first.end:
        return exact.content
    opens = scene.page.token_at(first.start)
    if scene.tokens[opens - 1].text == "," or not scene.text[first.start : start].rstrip().endswith(","):
        return exact.content
    return [Span(start, first.end), *exact.content[1:]]


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Whether what is told goes on behind a semicolon, "A, X said; B", or behind the sentence: "“A,” X said. “B.”"."""
    if len(draft.content) < 2 or draft.cue is None:
        return False
    last = draft.content[-1]
    if scene.text[: last.start].rstrip().endswith(";"):
        return True
    quotes = [scene.quote_over(span.start) for span in (draft.content[-2], last)]
    return None not in quotes and draft.content[-2].end <= scene.tokens[draft.cue[0]].start < last.start


def _is_quotation(scene: Scene, exact: Draft) -> bool:
    """Whether a content is a quotation that a relative clause follows.

    Of others what stands around the marks may be told, too.
    """
    if len(exact.content) != 1:
        return False
    quote = scene.quote_over(exact.content[0].start)
    if quote is None or exact.content[0].end > quote.outer.end:
        return False
    behind = scene.page.token_at(quote.outer.end)
    return behind < len(scene.tokens) and scene.kind(behind) == RELATIVE


def _runs_into_source(scene: Scene, exact: Draft, learned: Draft) -> bool:
    """ "A, said a guard who would not be named": what the marks tell goes on into the words for the source."""
    if not stands_behind(scene, exact) or exact.source is None or not covers(learned.content, exact.content):
        return False
    if len(learned.content) > 1:
        return False
    named = scene.page.span(*exact.source)
    return any(span.meets(named) for span in learned.content)


def _runs_over_cue(scene: Scene, exact: Draft, learned: Draft) -> bool:
    """ "A, he said, waving", "a strike that they say may end": the marks tell who says so, too, and what he does."""
    if exact.cue is None or exact.source is None or learned.cue is None or not covers(learned.content, exact.content):
        return False
    if len(learned.content) > 1 or not (exact.cue[0] <= learned.cue[1] and learned.cue[0] <= exact.cue[1]):
        return False
    said = scene.page.span(*exact.cue)
    if not any(span.covers(said) for span in learned.content):
        return False
    opens = exact.source[0] - 1
    which = opens >= 0 and scene.kind(opens) in _OPENS_CLAUSE and exact.cue[0] == exact.source[1] + 1
    return stands_behind(scene, exact) or (which and exact.content[0].start > said.end)


def _breaks_off(scene: Scene, exact: Draft, learned: Draft) -> bool:
    """Whether the marks leave a content unfinished that the grammar has whole.

    It ends within a phrase, or before its predicate, or is a mere condition: "X said that if it rains | the road will
    close".
    """
    if not covers(exact.content, learned.content):
        return False
    end = learned.content[-1].end
    first, stop = scene.page.token_range(Span(learned.content[-1].start, end))
    if first >= stop or stop >= len(scene.tokens) or exact.content[-1].end <= end:
        return False
    if scene.tokens[stop].is_word and (scene.kind(stop - 1) in _UNFINISHED or _within_phrase(scene, stop)):
        return True
    if len(learned.content) == 1 and _is_subject(scene, exact, first, stop):
        return True
    if scene.tokens[first].lower in scene.lexicon.complementiser:
        first += 1
    condition = scene.tokens[first].lower in scene.lexicon.setting and scene.tokens[stop].text == ","
    return condition and not any(token.text == "," for token in scene.tokens[first:stop])


def _within_phrase(scene: Scene, i: int) -> bool:
    """Whether token `i` is a noun of the phrase to which the token before it belongs: "a Democratic | debate"."""
    if scene.kind(i) != NOUN or scene.tokens[i].lower in scene.lexicon.own_days:
        return False
    phrase = scene.chunks.phrase_ending(i)
    return phrase is not None and phrase[0] < i


def _is_subject(scene: Scene, exact: Draft, first: int, stop: int) -> bool:
    """Whether the words from token `first` to before `stop` are but the subject of the clause that the grammar has.

    "said they | know better", "demanded that the flag, | which ..., be removed".
    """
    if exact.shape not in _LEADS or exact.content[0].start != scene.tokens[first].start:
        return False
    if first + 1 == stop:
        return scene.kind(first) == PRONOUN and scene.kind(stop) in _FINITE
    opener, subject = scene.tokens[first], scene.tokens[first + 1]
    opens = opener.lower in scene.lexicon.complementiser
    opens = opens and (subject.is_capitalised or scene.kind(first + 1) in (DETERMINER, PRONOUN))
    apart = scene.tokens[stop].text == "," and stop + 1 < len(scene.tokens) and scene.kind(stop + 1) != GERUND
    if not opens or not apart or scene.chunks.has_predicate(first, stop):
        return False
    return scene.chunks.has_predicate(*scene.page.token_range(Span(scene.tokens[stop].start, exact.content[-1].end)))


def _asks_somebody(scene: Scene, exact: Draft, learned: Draft) -> bool:
    """ "asked the office | to pay": who is to do it is told with what he is to do."""
    if exact.shape != "infinitive" or not covers(exact.content, learned.content):
        return False
    first, start = exact.content[0].start, learned.content[0].start
    between = scene.page.token_range(Span(first, start)) if first < start else (0, 0)
    opens = scene.kind(scene.page.token_at(start)) == INFINITIVE
    return opens and between[0] < between[1] and not scene.chunks.has_predicate(*between)


def _begins_with_hearer(scene: Scene, exact: Draft, learned: Draft) -> bool:
    """ "told | the crew that the road was open": who is told of it is none of it."""
    if exact.cue is None or exact.shape not in _LEADS or not covers(learned.content, exact.content):
        return False
    shapes = verb_shapes(scene, exact.cue[1])
    start, opens = learned.content[0].start, exact.content[0].start
    if shapes is None or "person" not in shapes or not start < opens:
        return False
    first, stop = scene.page.token_range(Span(start, opens))
    return first == exact.cue[1] + 1 and scene.chunks.phrase_starting(first) == (first, stop - 1)
