"""Kazakh institutions that speak through people without a name: "облыс әкімдігінде тексеру басталғанын айтты"."""

from dataclasses import replace

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.speech.content import settled
from sholu.reading.speech.kazakh_speakers import Speakers
from sholu.reading.speech.scene import Draft, Phrase, Scene

_LONGEST = 9  # tokens of the name of an institution
_INSIDE = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.DETERMINER, k.POSSESSIVE, k.PREPOSITION})
_SURNAME = 2  # tokens of a name without a title


def spoken_in(scene: Scene, speakers: Speakers, draft: Draft) -> Draft:
    """The draft with the institution as its source in which it was said, where only what is told names anybody.

    "Облыс әкімдігінде Сапаров ауруханада жатқанын айтты": it is not Saparov who tells.
    """
    if draft.cue is None or not draft.content:
        return draft
    house = _house(scene, speakers, draft)
    if house is None or not _is_untold(scene, draft.source, house):
        return draft
    start, first = scene.tokens[house[1]].end, draft.content[0]
    begin = draft.source[0] if draft.source is not None and draft.source[0] > house[1] else house[1] + 1
    begin = min(begin, house[1] + 1) if first.start <= start else begin
    if first.end <= scene.tokens[begin].start:
        return draft
    content = settled(scene, scene.tokens[begin].start, first.end) or [first]
    return replace(draft, source=house, head=house, content=[*content, *draft.content[1:]])


def with_members(scene: Scene, draft: Draft) -> Draft:
    """The draft with the noun of its source that was taken for what is said: "кәсіподақ | мүшелері ... айтады"."""
    if draft.source is None or draft.head is None or not draft.content:
        return draft
    after = draft.source[1] + 1
    if after >= len(scene.tokens) or scene.tokens[after].start != draft.content[0].start:
        return draft
    token, before = scene.tokens[after], scene.tokens[draft.source[1]]
    several = token.lower.endswith(kazakh_endings("plural_owned")) and token.shape == "lower"
    if not several or features("kk", before.lower).case not in ("", "nom", "gen"):
        return draft
    content = settled(scene, scene.tokens[after + 1].start, draft.content[0].end)
    if not content:
        return draft
    source = (draft.source[0], after)
    return replace(draft, source=source, head=(draft.head[0], after), content=[*content, *draft.content[1:]])


def _house(scene: Scene, speakers: Speakers, draft: Draft) -> Phrase | None:
    """The institution in the locative that opens the sentence of the cue."""
    if draft.cue is None:
        return None
    sentence = scene.page.sentence_at(scene.tokens[draft.cue[0]].start)
    first = speakers.opening(sentence, sentence.first, draft.cue[0])
    for j in range(first, min(draft.cue[0] - 1, first + _LONGEST)):
        token = scene.tokens[j]
        if not token.is_word or scene.kind(j) not in _INSIDE or scene.quote_over(token.start) is not None:
            return None
        if token.lower in kazakh_small_words("houses"):
            held = scene.kind(j + 1) == k.PARTICIPLE or scene.tokens[j + 1].lower in kazakh_small_words("held_there")
            return None if held else (first, j)
    return None


def _is_untold(scene: Scene, source: Phrase | None, house: Phrase) -> bool:
    """Whether nobody is the source yet, or but a piece of the house or somebody whom the content is about."""
    if source is None or source[1] <= house[1]:
        return True
    first = max(source[0], house[1] + 1)
    span = Span(scene.tokens[first].start, scene.tokens[source[1]].end)
    words = scene.page.tokens_in(span)
    return len(words) <= _SURNAME and all(word.is_capitalised for word in words)
