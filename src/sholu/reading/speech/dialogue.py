"""Speakers named before a colon: turns of a transcript ("WALLACE: If I may"), and headlines ("Lee: No new tax")."""

import re
from collections import Counter

from sholu.model.reading import EntityKind
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Scene

_LABEL = re.compile(r"[\"“”«»'\s*]*(?P<label>[^\W\d_][^:\n()\"“”«»?!]{0,60}?)\s?:(?=\s+\S)")
_LAST = re.compile(r"\s[-–—]\s(?P<who>[^-–—:.!?]{2,60})$")
_FEWEST = 2  # paragraphs: a heading has a text under it
_WORDS = 5
_SPEAKERS: tuple[EntityKind, ...] = ("person", "organisation", "outlet")
_CONFIDENCE = 0.8
_ONCE = 0.65


def add_turns(scene: Scene, entities: EntityIndex, drafts: list[Draft]) -> None:
    """Add a draft for each line that opens with a speaker and a colon.

    A label counts when it is in capitals where such labels recur, or when somebody known bears it.
    """
    labels = [(block, found) for block in _lines(scene) if (found := _LABEL.match(scene.text, *block))]
    often = Counter(found["label"] for _, found in labels)
    talk = any(count > 1 and label.isupper() for label, count in often.items())
    for block, found in labels:
        label = Span(*found.span("label"))
        words = label.of(scene.text)
        first, stop = scene.page.token_range(label)
        if words.lower() in scene.lexicon.questions | scene.lexicon.answers:
            continue  # the parties of an interview are found by what its opening tells of them
        if first >= stop or stop - first > _WORDS or not scene.tokens[first].is_capitalised:
            continue
        shouted = talk and words.isupper()
        if not shouted and entities.at(label, _SPEAKERS) is None:
            continue
        if not shouted and any(not _named(scene, index) for index in range(first, stop)):
            continue
        content = settled(scene, found.end(), block.end)
        if not content or stop >= len(scene.tokens) or scene.tokens[stop].text != ":":
            continue
        drafts[:] = [draft for draft in drafts if draft.cue is not None or not _inside(draft, content)]
        sentence = scene.page.sentence_at(label.start).i
        phrase = (first, stop - 1)
        shape, confidence = ("turn", _CONFIDENCE) if shouted or often[words] > 1 else ("headline", _ONCE)
        drafts.append(Draft((stop, stop), phrase, phrase, content, confidence, sentence, shape))


def add_heading(scene: Scene, entities: EntityIndex, drafts: list[Draft]) -> None:
    """Add a draft for a heading that ends with who says so: "Crime is down - Interior Ministry", «Мост цел — мэр»."""
    if len(scene.page.paragraphs) < _FEWEST:
        return
    line = scene.text[: scene.page.paragraphs[0].end].split("\n")[0]
    found = _LAST.search(line)
    label = Span(*found.span("who")) if found else None
    if found is None or label is None or entities.at(label, _SPEAKERS) is None:
        return
    first, stop = scene.page.token_range(label)
    content = settled(scene, 0, found.start())
    dash = first - 1
    if not content or len(scene.page.tokens_in(content[0])) < _WORDS or stop - first > _WORDS or dash <= 0:
        return
    if all(_named(scene, index) for index in range(first, stop)):
        phrase = (first, stop - 1)
        drafts.append(Draft((dash, dash), phrase, phrase, content, _ONCE, scene.page.sentence_at(0).i, "headline"))


def _lines(scene: Scene) -> list[Span]:
    """Every line with a colon: transcripts and headlines stand on lines of their own."""
    found: list[Span] = []
    for block in scene.page.paragraphs:
        start = block.start
        for line in scene.text[block.start : block.end].split("\n"):
            if ":" in line:
                found.append(Span(start, start + len(line)))
            start += len(line) + 1
    return found


def _named(scene: Scene, index: int) -> bool:
    """Whether a word of a label is a name or a mark between names: "Gov. Mike Pence"."""
    token = scene.tokens[index]
    return token.is_capitalised or token.shape in ("upper", "mark")


def _inside(draft: Draft, content: list[Span]) -> bool:
    return all(any(whole.covers(span) for whole in content) for span in draft.content)
