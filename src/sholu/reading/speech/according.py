"""Sources named by a phrase and not by a verb: "according to X", "as X said", hearsay, "this was reported by X"."""

from sholu.reading.chunks import kinds as k
from sholu.reading.speech import sources
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import Cue
from sholu.reading.speech.left import around_source
from sholu.reading.speech.making import made
from sholu.reading.speech.reach import PREDICATES, Side
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence


def of_phrase(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """The attribution that a phrase makes."""
    first, last = cue.words
    if cue.kind == "hearsay":
        clause = scene.chunks.clause_at(first)
        sides = [
            Side(clause[0], first - 1, "clause"),
            Side(last + 1, min(clause[1], scene.last_told(sentence)), "clause"),
        ]
        return made(scene, sentence, cue, None, None, sides, "clause")
    if cue.kind == "backward":
        return _pointing_back(scene, sentence, cue)
    if cue.kind == "according_after":
        found = _before_according(scene, sentence, first)
    else:
        found = _behind(scene, sentence, cue)
    if found is None:
        return None
    source, head = found
    begin = min(first, source[0])
    while cue.kind == "as" and begin > sentence.first and scene.tokens[begin - 1].text != "," and begin > first - 2:
        begin -= 1
    sides = around_source(scene, sentence, begin, max(last, source[1]))
    if cue.kind == "as" and any(_points_back(scene, side.first) for side in sides):
        return None  # «Как передаёт X, об этом заявил Y»
    return made(scene, sentence, cue, source, head, sides, "clause")


def _points_back(scene: Scene, first: int) -> bool:
    match = scene.lexicon.according.at(scene.tokens, first)
    return match is not None and match.value == "backward"


def _behind(scene: Scene, sentence: Sentence, cue: Cue) -> tuple[Phrase, Phrase] | None:
    closed = cue.words[0] <= sentence.first + 1
    if cue.kind == "as":
        behind = sources.after(scene, cue.words[1], sentence, closed=closed)
        return behind or sources.before(scene, cue.verb, sentence)
    return sources.at(scene, cue.words[1] + 1, sentence, closed=closed)


def _before_according(scene: Scene, sentence: Sentence, first: int) -> tuple[Phrase, Phrase] | None:
    """The source before its word (Kazakh "министрдің айтуынша") or inside it (Russian «по его словам»)."""
    if scene.language == "kk":
        if first == sentence.first:
            return (first, first), (first, first)
        phrase = scene.chunks.phrase_ending(first - 1)
        return (phrase, phrase) if phrase else None
    return (first + 1, first + 1), (first + 1, first + 1)


def _pointing_back(scene: Scene, sentence: Sentence, cue: Cue) -> Draft | None:
    """ "Об этом сообщил X.", "This was reported by X.": the sentence before is the content."""
    verb = cue.verb
    if scene.language == "en":
        found = sources.at(scene, cue.words[1] + 1, sentence)
    else:
        found = sources.after(scene, verb, sentence) if scene.language == "ru" else None
        head = None if found else _behind_pointer(scene, scene.chunks.phrase_ending(verb - 1), cue.words[0])
        found = found or ((head, head) if head and head[0] > cue.words[0] + 1 else None)
    if found is None:
        return None
    phrase = (verb - 1, verb) if scene.kind(verb) == k.PREPOSITION else (verb, verb)  # "This is according to X"
    return told_before(scene, sentence, phrase, found, cue.shapes["clause"])


def _behind_pointer(scene: Scene, head: Phrase | None, first: int) -> Phrase | None:
    """«об этом мэр заявил»: the subject without the words that point back, which begin at token `first`."""
    match = scene.lexicon.according.at(scene.tokens, first)
    if head is not None and scene.tokens[head[0]].lower in scene.lexicon.told_media:
        return None  # «Об этом агентству „Кабар“ сообщили в мэрии»
    if head is None or match is None or head[0] > match.last:
        return head
    return (match.last + 1, head[1]) if match.last < head[1] else None


def told_before(
    scene: Scene, sentence: Sentence, cue: Phrase, found: tuple[Phrase, Phrase], confidence: float
) -> Draft | None:
    """The draft whose content is the sentence before."""
    told = scene.page.sentences[sentence.i - 1]
    first = scene.line_start(told.first, told.stop - 1)
    content = settled(scene, scene.tokens[first].start, told.end)
    return Draft(cue, *found, content, confidence, sentence.i, "backward") if content else None


def pointing_back(scene: Scene, sentence: Sentence, cue: Cue, found: tuple[Phrase, Phrase]) -> Draft | None:
    """English: "X disclosed this to the paper today", "X told reporters so": nothing but "this" is told."""
    plain = max(cue.shapes.get("clause", 0.0), cue.shapes.get("that", 0.0)) >= _PLAIN
    if scene.language != "en" or not sentence.i or not plain or scene.kind(cue.verb - 1) == k.INFINITIVE:
        return None
    if _says_no_more(scene, sentence, cue, found[0]):
        return told_before(scene, sentence, cue.words, found, _POINTING)
    near = range(cue.words[1] + 1, min(sentence.stop, cue.words[1] + _NEAR))
    this = next((j for j in near if scene.tokens[j].lower in scene.lexicon.pointing), None)
    if this is None or any(scene.kind(j) in PREDICATES or scene.tokens[j].text == "," for j in range(near.start, this)):
        return None
    behind = this + 1
    ends = behind >= sentence.stop or not scene.tokens[behind].is_word
    circumstance = not ends and (
        scene.kind(behind) in (k.PREPOSITION, k.ADVERB, k.INFINITIVE)
        or scene.tokens[behind].lower in scene.lexicon.own_days
    )
    if not (ends or circumstance) or any(scene.kind(j) in PREDICATES for j in range(behind, sentence.stop)):
        return None
    return told_before(scene, sentence, cue.words, found, max(cue.shapes.values()))


def _says_no_more(scene: Scene, sentence: Sentence, cue: Cue, source: Phrase) -> bool:
    """ "The press service of X reported.", "The police informed Y news agency.": a sentence that says but who tells."""
    verb = scene.chunks.verb_base(cue.verb)
    between = range(source[1] + 1, cue.words[0])
    bracket = not between or (scene.tokens[between.start].text == "(" and scene.tokens[between.stop - 1].text == ")")
    if source[0] != sentence.first or not bracket or verb not in scene.lexicon.vouching_for:
        return False
    rest = range(cue.words[1] + 1, scene.last_told(sentence) + 1)
    words = [scene.tokens[j] for j in rest if scene.tokens[j].is_word]
    outlet = all(word.is_capitalised or word.lower in scene.lexicon.told_media for word in words)
    return outlet and len(rest) <= _OUTLET and not any(scene.tokens[j].text in ",:" for j in rest)


_OUTLET = 8  # tokens of who was told
_POINTING = 0.75
_PLAIN = 0.8  # confidence of the plain verbs of saying
_NEAR = 4  # tokens between a verb of speech and its "this"
