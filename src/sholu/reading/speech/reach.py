"""How far what is said reaches: from where it opens to where the reported clause ends."""

from sholu.reading.chunks import kinds as k
from sholu.reading.speech.cues import Cue
from sholu.reading.speech.scene import Scene
from sholu.text.sentences import Sentence

LONGEST = 300  # tokens of content in one sentence
PREDICATES = frozenset({k.VERB, k.AUXILIARY})
PAUSES = frozenset(",–—")
_MAIN_SUBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.NUMBER})
_COMPLETE = frozenset(".,!?…")  # before a closing quotation mark: what was said ends there
_BREAKS = frozenset(",;(–—")


class Side:
    """One side of a cue: the token where content begins, where it must end, and the shape that opened it."""

    __slots__ = ("first", "last", "shape")

    def __init__(self, first: int, last: int, shape: str) -> None:
        self.first, self.last, self.shape = first, last, shape


def to_end(scene: Scene, sentence: Sentence, first: int, shape: str, cue: Cue | None = None) -> Side | None:
    """Content from `first` to where the reported clause ends."""
    last = _clause_end(scene, sentence, first, cue, weak=shape in ("object", "infinitive"))
    return Side(first, last, shape) if first <= last else None


def _clause_end(scene: Scene, sentence: Sentence, first: int, cue: Cue | None = None, *, weak: bool = False) -> int:
    tokens = scene.tokens
    last = min(scene.last_told(sentence), first + LONGEST)
    opening = scene.quote_over(tokens[first].start)
    around = scene.quote_over(tokens[first - 1].start) if first else None
    if around is not None and around.outer.end <= tokens[first].start:
        around = None  # «„Весна“ сеет хлеб, потому что ...»: a name that has been closed
    if opening is not None and opening.outer.start == tokens[first].start and opening != around:
        return quoted_end(scene, first, last, opening.outer.end)
    subordinate = _in_subordinate(scene, sentence, first, cue)
    converb = scene.language == "ru" and cue is not None and scene.kind(cue.verb) == k.GERUND
    for j in range(first + 1, last + 1):
        token = tokens[j]
        if token.shape != "mark":
            continue
        here = scene.quote_over(token.start)
        if here is not None and here != around:
            continue
        if around is not None and here != around:
            return j - 1  # the quotation in which all this is told ends
        if token.text == "(" and closes_sentence(scene, j, last):
            return j - 1
        if token.text == ";" and (weak or not goes_on_behind(scene, sentence, j)):
            return j - 1
        if token.text == "," and subordinate and _main_clause(scene, sentence, j + 1):
            return j - 1
        if token.text == "," and converb and j < last and scene.kind(j + 1) == k.VERB and _told(scene, first, j):
            return j - 1
        if token.text != "," or j == last:
            continue
        if scene.lexicon.ends.at(tokens, j + 1, last + 1) and (weak or _told(scene, first, j)):
            return j - 1
        if weak and scene.kind(j + 1) == k.CONJUNCTION and _told(scene, j + 1, last + 1):
            return j - 1
    return last


def goes_on_behind(scene: Scene, sentence: Sentence, semicolon: int) -> bool:
    """Russian: whether the same voice goes on behind a semicolon: nobody else speaks there, and no day is told."""
    if scene.language != "ru" or semicolon + 1 >= sentence.stop or scene.kind(semicolon + 1) == k.PRONOUN:
        return False
    if scene.tokens[semicolon + 1].lower in scene.chunks.grammar.words["owners"]:
        return False
    for j in range(semicolon + 1, sentence.stop):
        if scene.tokens[j].text == ";":
            break
        dated = scene.tokens[j].lower in scene.lexicon.occasions | scene.lexicon.own_days
        if dated or scene.lexicon.according.at(scene.tokens, j):
            return False
        told = scene.lexicon.stems.at(scene.tokens, j, j + 1)
        if told is not None and "inverted" in told.value and scene.kind(j) in PREDICATES:
            return False
    return True


def _told(scene: Scene, first: int, stop: int) -> bool:
    """Whether a predicate stands from token `first` to before `stop`."""
    return any(scene.kind(j) in PREDICATES for j in range(first, stop))


def _in_subordinate(scene: Scene, sentence: Sentence, first: int, cue: Cue | None) -> bool:
    """Whether the act of speech opens its sentence: "While X said so, ...", "Noting that ..., X left"."""
    opener = scene.tokens[sentence.first].lower
    if cue is not None and cue.words[0] == sentence.first and scene.kind(cue.verb) == k.GERUND:
        return True
    return (
        opener in scene.chunks.grammar.words["openers"] and scene.chunks.clause_at(sentence.first)[1] + 1 >= first - 1
    )


def _main_clause(scene: Scene, sentence: Sentence, first: int) -> bool:
    """Whether a main clause may begin here: a subject, with a predicate somewhere behind it."""
    if first >= sentence.stop or scene.kind(first) not in _MAIN_SUBJECTS:
        return False
    russian = scene.language == "ru"
    return russian or any(scene.kind(j) in PREDICATES for j in range(first, min(sentence.stop, first + LONGEST)))


def closes_sentence(scene: Scene, j: int, last: int) -> bool:
    """A bracket that closes the sentence stands outside of what is said."""
    closing = next((i for i in range(j, last + 1) if scene.tokens[i].text == ")"), last)
    return closing >= last


def quoted_end(scene: Scene, first: int, last: int, end: int) -> int:
    """Content that begins with a quotation ends with it, unless the quotation is a part of a longer clause."""
    tokens = scene.tokens
    closing = first
    while closing < last and tokens[closing + 1].end <= end:
        closing += 1
    if closing >= last:
        return last
    complete = tokens[closing - 1].text in _COMPLETE or tokens[closing + 1].text in _BREAKS
    if complete or scene.opens_quote(closing + 1):
        return closing
    return _clause_end(scene, scene.chunks.sentence(first), closing + 1) if closing + 1 <= last else closing


def has_predicate(scene: Scene, sentence: Sentence, p: int) -> bool:
    """Whether a finite verb or auxiliary stands between token `p` and the next comma or end."""
    for j in range(p, min(sentence.stop, p + LONGEST)):
        if scene.kind(j) in PREDICATES and scene.kind(j - 1) != k.INFINITIVE:
            return True
        if scene.tokens[j].text in ",;)":
            return False
    return False
