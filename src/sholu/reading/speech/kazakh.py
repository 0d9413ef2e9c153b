"""Kazakh reported speech: the content stands before "деп" or "деді", the source before it or behind the verb."""

from collections.abc import Iterator

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import Cue, find_cues, verb_shapes
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.reading.speech.shapes import draft_of
from sholu.text.sentences import Sentence

_MARKS = frozenset(",:–—-")
_LONGEST_SUBJECT = 12
_CONFIDENCE = 0.85
_NOBODY = 0.7  # share of confidence left where no speaker is found


def kazakh_drafts(scene: Scene, sentence: Sentence) -> list[Draft]:
    """The attributions of a Kazakh sentence."""
    found: list[Draft] = []
    for closer in _closers(scene, sentence):
        draft = _closed(scene, sentence, closer)
        if draft is not None:
            found.append(draft)
    for cue in find_cues(scene, sentence):
        if cue.kind != "verb":
            draft = draft_of(scene, sentence, cue)
        else:
            draft = None if _has(found, cue) else _announced(scene, sentence, cue) or _nominal(scene, sentence, cue)
        if draft is not None:
            found.append(draft)
    return found


def _has(found: list[Draft], cue: Cue) -> bool:
    return any(draft.cue and draft.cue[0] <= cue.verb <= draft.cue[1] for draft in found)


def _closers(scene: Scene, sentence: Sentence) -> Iterator[Phrase]:
    """The words that close what is said: "деп мәлімдеді", "деді"."""
    i = sentence.first
    while i < sentence.stop:
        if scene.tokens[i].lower in scene.lexicon.that:
            last = i
            while last + 1 < sentence.stop and verb_shapes(scene, last + 1) is not None:
                last += 1
            if _reports(scene, sentence, i, last):
                yield i, last
            i = last
        i += 1


def _reports(scene: Scene, sentence: Sentence, first: int, last: int) -> bool:
    """Whether "деп" or "деген" reports speech here and does not merely name something or give one's own opinion."""
    tokens = scene.tokens
    if first == sentence.first or (tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start):
        return False
    if tokens[first - 1].lower in scene.lexicon.announcing:
        return False
    following = tokens[last + 1] if last + 1 < sentence.stop else None
    own = scene.chunks.grammar.endings["own"]
    spoken = tokens[first - 1].text in _MARKS
    if not spoken and (tokens[last].lower.endswith(own) or (following is not None and following.lower.endswith(own))):
        return False
    if last > first or tokens[first].lower not in scene.lexicon.ambiguous or spoken:
        return True
    return following is None or not following.is_word or following.lower in scene.lexicon.helping


def _closed(scene: Scene, sentence: Sentence, closer: Phrase) -> Draft | None:
    first = closer[0]
    end = first - 1
    while end >= sentence.first and scene.tokens[end].text in _MARKS:
        end -= 1
    if end < sentence.first:
        return None
    behind = _source_behind(scene, sentence, closer[1])
    quote = scene.quote_over(scene.tokens[end].start)
    if quote is not None:
        content = settled(scene, quote.outer.start, quote.outer.end)
        start = scene.page.token_at(quote.outer.start)
        source = behind or _source_ending(scene, start - 1) or _subject(scene, scene.chunks.sentence(start), start)
    else:
        front = None if behind else _subject(scene, sentence, first)
        start = front[1] + 1 if front else sentence.first
        while start < end and scene.tokens[start].text in _MARKS:
            start += 1
        content = settled(scene, scene.tokens[start].start, scene.tokens[end].end)
        source = behind or front
    if not content:
        return None
    shapes = verb_shapes(scene, closer[1]) or {}
    confidence = min(max(shapes.values(), default=_CONFIDENCE), _CONFIDENCE) * (1.0 if source else _NOBODY)
    return Draft(closer, source, source, content, confidence, sentence.i, "that")


def _source_behind(scene: Scene, sentence: Sentence, last: int) -> Phrase | None:
    """ "..., деп хабарлады ведомство": the source closes the sentence."""
    first = last + 1
    end = scene.last_told(sentence)
    while first <= end and (scene.tokens[first].text in _MARKS or scene.kind(first) == k.ADVERB):
        first += 1
    if first > end or end - first > _LONGEST_SUBJECT or scene.tokens[last + 1].text in (",", ";"):
        return None
    if any(scene.kind(j) in (k.VERB, k.AUXILIARY) for j in range(first, end + 1)):
        return None
    return first, end


def _source_ending(scene: Scene, last: int) -> Phrase | None:
    """ "X: «...», – деді": the source stands before the quotation."""
    if last < 0 or scene.tokens[last].text not in _MARKS:
        return None
    while last > 0 and scene.tokens[last].text in _MARKS:
        last -= 1
    phrase = scene.chunks.phrase_ending(last)
    return phrase if phrase is not None and scene.kind(phrase[1]) == k.NOUN else None


def _subject(scene: Scene, sentence: Sentence, stop: int) -> Phrase | None:
    """The subject that opens the sentence; a comma or the first other case ends it."""
    first = sentence.first
    while first < stop and scene.kind(first) in (k.ADVERB, k.MARK):
        first += 1
    for j in range(first, min(stop, first + _LONGEST_SUBJECT)):
        token = scene.tokens[j]
        if token.text in _MARKS:
            return (first, j - 1) if j > first else None
        if scene.kind(j) == k.PRONOUN and j == first:
            return j, j
        if scene.kind(j) not in (k.NOUN, k.ADJECTIVE, k.NUMBER, k.DETERMINER, k.POSSESSIVE):
            return None
        if j == first and _is_common_subject(scene, j):
            return j, j
        following = scene.tokens[j + 1] if j + 1 < stop else None
        if token.is_capitalised and following is not None and not following.is_capitalised and j > first:
            case = features("kk", token.text).case
            return (first, j) if case in ("nom", "") else None
        if token.is_capitalised and j == first and following is not None and following.shape == "lower":
            continue
        if token.shape == "lower" and following is not None and j > first and _is_common_subject(scene, j):
            return first, j
    return None


def _is_common_subject(scene: Scene, j: int) -> bool:
    """A word for people who speak, or a plural without a case ending."""
    token = scene.tokens[j]
    grammar = features("kk", token.text)
    return token.lower in scene.lexicon.anonymous or (grammar.number == "plural" and grammar.case == "nom")


def _nominal(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "X журналистерге дайындық басталғанын айтты": the content is a verbal noun before the verb."""
    last = cue.verb - 1
    if last <= sentence.first or not scene.tokens[last].lower.endswith(scene.lexicon.nominal):
        return None
    source = _subject(scene, sentence, cue.verb)
    if source is None:
        return None
    start = source[1] + 1
    while start < last and scene.tokens[start].lower in scene.lexicon.addressees:
        start += 1
    content = settled(scene, scene.tokens[start].start, scene.tokens[last].end)
    return Draft(cue.words, source, source, content, _CONFIDENCE, sentence.i, "that") if content else None


def _announced(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "X былай деді: «...»": a colon follows the verb."""
    colon = cue.words[1] + 1
    if colon + 1 >= sentence.stop or scene.tokens[colon].text != ":":
        return None
    content = settled(scene, scene.tokens[colon + 1].start, Span(0, sentence.end).end)
    source = _subject(scene, sentence, cue.verb)
    return Draft(cue.words, source, source, content, _CONFIDENCE, sentence.i, "quote") if content else None
