"""Russian «назвал отчёт выдумкой»: what somebody or something is called stands in the instrumental."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.speech import sources
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Scene
from sholu.text.sentences import Sentence

_FAR = 10  # tokens between the verb and the name
_LONGEST = 8  # tokens of the name
_STOPS = frozenset(",;:.!?()–—-")
_CONFIDENCE = 0.8


def named_drafts(scene: Scene, sentence: Sentence) -> list[Draft]:
    """The names that a sentence says somebody gives."""
    if scene.language != "ru":
        return []
    verbs = (i for i in range(sentence.first, sentence.stop) if scene.tokens[i].lower in scene.lexicon.naming)
    return [draft for verb in verbs if (draft := _draft(scene, sentence, verb)) is not None]


def _draft(scene: Scene, sentence: Sentence, verb: int) -> Draft | None:
    first = _name(scene, sentence, verb)
    found = sources.before(scene, verb, sentence) if first is not None else None
    if first is None or found is None or scene.quote_over(scene.tokens[verb].start) is not None:
        return None
    last = first
    while last + 1 < sentence.stop and last - first < _LONGEST and not _ends(scene, last + 1):
        last += 1
    content = settled(scene, scene.tokens[first].start, scene.tokens[last].end)
    return Draft((verb, verb), *found, content, _CONFIDENCE, sentence.i, "naming") if content else None


def _name(scene: Scene, sentence: Sentence, verb: int) -> int | None:
    """The first word in the instrumental behind the verb, before any mark."""
    for j in range(verb + 1, min(sentence.stop, verb + _FAR)):
        if scene.tokens[j].text in _STOPS or scene.opens_quote(j) or scene.kind(j) == k.PREPOSITION:
            return None
        cases = {form.case for form in readings("ru", scene.tokens[j].lower)}
        if scene.tokens[j].shape == "lower" and "ins" in cases and not cases & {"nom", "acc"}:
            return _with_adjectives(scene, j, verb)
    return None


def _with_adjectives(scene: Scene, noun: int, verb: int) -> int:
    """«пустой выдумкой»: an adjective that may be of another case, too, goes with its noun."""
    first = noun
    while first - 1 > verb and scene.kind(first - 1) == k.ADJECTIVE:
        if all(form.case != "ins" for form in readings("ru", scene.tokens[first - 1].lower)):
            break
        first -= 1
    return first


def _ends(scene: Scene, j: int) -> bool:
    return scene.tokens[j].text in _STOPS or scene.kind(j) in (k.CONJUNCTION, k.VERB, k.AUXILIARY)
