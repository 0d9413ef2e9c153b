"""What stands after a verb of speech: its circumstances, and the content that it opens."""

from sholu.reading.chunks import kinds as k
from sholu.reading.speech.content import word_count
from sholu.reading.speech.cues import Cue
from sholu.reading.speech.reach import PREDICATES, Side, has_predicate, to_end
from sholu.reading.speech.scene import Phrase, Scene
from sholu.text.sentences import Sentence

_NO_CIRCUMSTANCE = frozenset({k.VERB, k.AUXILIARY, k.CONJUNCTION, k.GERUND})
_SUBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.ADJECTIVE, k.NUMBER, k.GERUND, k.PARTICIPLE, k.SUBORDINATOR})
_OBJECTS = frozenset({k.DETERMINER, k.PRONOUN, k.NOUN, k.ADJECTIVE, k.NUMBER, k.PARTICIPLE, k.RELATIVE})
_OUTLET = 8  # tokens in the name of an outlet, its marks included
_CIRCUMSTANCE = 14  # tokens that may stand between a verb and its "that" when commas close them
_SHORT_QUOTE = 4  # words; a shorter quotation right behind a Russian verb is the name of an outlet


def right_side(scene: Scene, sentence: Sentence, cue: Cue) -> Side | None:
    """The content after a verb of speech."""
    shapes = cue.shapes
    stop = sentence.stop
    p = _past_circumstances(scene, sentence, cue.words[1] + 1, shapes)
    if p >= stop:
        return None
    start = p
    if "person" in shapes:
        addressee = scene.chunks.phrase_starting(p)
        if addressee is not None and addressee[1] + 1 < stop and scene.kind(p) != k.PRONOUN:
            p = _past_circumstances(scene, sentence, addressee[1] + 1, shapes)
    if p >= stop:
        return None
    side = _told_of(scene, sentence, p, cue) or _opened(scene, sentence, p, cue)
    if side is None and ("that" in shapes or "clause" in shapes):
        side = _that_later(scene, sentence, cue)
    if side is not None and side.shape == "object" and scene.language == "ru":  # «прокомментировал слова мэра: „A“»
        later = _that_later(scene, sentence, cue)
        side = later if later is not None and scene.opens_quote(later.first) else side
    if side is not None and side.shape == "infinitive" and start < side.first:
        side.first = start  # what "leaders to resign" are asked is told with them
    return side


def _opened(scene: Scene, sentence: Sentence, p: int, cue: Cue) -> Side | None:
    stop, shapes = sentence.stop, cue.shapes
    token = scene.tokens[p]
    comma = token.text == ","
    if token.lower in scene.lexicon.correlative and p + 2 < stop and scene.tokens[p + 1].text == ",":
        return to_end(scene, sentence, p + 2, "that", cue)  # «о том, что»
    if (token.text == ":" and not _tight(scene, p)) or (comma and p + 1 < stop and scene.opens_quote(p + 1)):
        return to_end(scene, sentence, p + 1, "quote", cue) if p + 1 < stop else None
    if comma and p + 1 < stop and scene.tokens[p + 1].lower in scene.lexicon.that and _says(shapes):
        if scene.language == "en" and scene.tokens[p + 1].lower not in scene.lexicon.complementiser:
            return None
        return to_end(scene, sentence, p + 1, "that", cue)
    if scene.opens_quote(p) and ("quote" in shapes or "object" in shapes) and not _spoken_to(scene, p):
        return to_end(scene, sentence, p, "quote", cue)
    if token.lower in scene.lexicon.that and _says(shapes) and scene.language == "en":
        return to_end(scene, sentence, p, "that", cue)
    kind = scene.kind(p)
    if "infinitive" in shapes and _is_infinitive(scene, p):
        return to_end(scene, sentence, p, "infinitive", cue)
    if "clause" in shapes and kind in _SUBJECTS and has_predicate(scene, sentence, p):
        return to_end(scene, sentence, p, "clause", cue)
    if "object" in shapes and kind in _OBJECTS:
        return to_end(scene, sentence, p, "object", cue)
    return None


def _told_of(scene: Scene, sentence: Sentence, p: int, cue: Cue) -> Side | None:
    """«сообщил „Утру“ о задержании»: the preposition of the verb behind the outlet that was told."""
    if not (scene.opens_quote(p) and _spoken_to(scene, p)):
        return None
    behind = next(
        (j + 1 for j in range(p + 1, min(p + _OUTLET, sentence.stop)) if scene.closes_quote(j)), sentence.stop
    )
    match = scene.lexicon.stems.at(scene.tokens, cue.verb, cue.verb + 1)
    if match is None or behind + 1 >= sentence.stop:
        return None
    particles = scene.lexicon.particles.get(match.pattern, ())
    told = any(particle.words == (scene.tokens[behind].lower,) for particle in particles)
    return to_end(scene, sentence, behind + 1, "object", cue) if told else None


def _tight(scene: Scene, i: int) -> bool:
    """Whether a colon stands inside a time of day or an address."""
    return (
        i + 1 < len(scene.tokens) and scene.tokens[i + 1].start == scene.tokens[i].end and not scene.opens_quote(i + 1)
    )


def _spoken_to(scene: Scene, p: int) -> bool:
    """In Russian a quotation right behind the verb may be the name of an outlet: «заявил „Литеру“, что»."""
    quote = scene.quote_over(scene.tokens[p].start)
    return scene.language == "ru" and quote is not None and word_count(scene.text, quote.inner) < _SHORT_QUOTE


def _says(shapes: dict[str, float]) -> bool:
    return "that" in shapes or "clause" in shapes or "object" in shapes


def _is_infinitive(scene: Scene, p: int) -> bool:
    if scene.language == "ru":
        return scene.kind(p) == k.VERB and scene.tokens[p].lower.endswith(scene.chunks.grammar.endings["infinitive"])
    if scene.chunks.grammar.closed.get(scene.tokens[p].lower) == k.INFINITIVE and scene.opens_quote(p + 1):
        return True
    negated = scene.tokens[p].lower in scene.chunks.grammar.words["negations"]
    follows = p + 1 < len(scene.tokens) and scene.kind(p + 1) == k.INFINITIVE
    return scene.kind(p) == k.INFINITIVE or (negated and follows)


def _past_circumstances(scene: Scene, sentence: Sentence, p: int, shapes: dict[str, float]) -> int:
    """Skip where, when and before whom something was said: "on Monday", "in an interview with X", "reporters"."""
    while p < sentence.stop:
        kind = scene.kind(p)
        lower = scene.tokens[p].lower
        if kind == k.ADVERB and lower not in scene.lexicon.that:
            p += 1
            continue
        start = p + 1 if kind == k.PREPOSITION else p
        phrase = scene.chunks.phrase_starting(start) if start < sentence.stop else None
        if phrase is None:
            return p
        occasion = _occasion_within(scene, phrase)
        if kind == k.PREPOSITION and occasion is not None:
            p = occasion + 1
        elif _told_when_or_whom(scene, kind, lower, shapes):
            p += 1
        else:
            return p
    return p


def _told_when_or_whom(scene: Scene, kind: str, lower: str, shapes: dict[str, float]) -> bool:
    """ "said Monday", "told reporters"."""
    when = kind != k.PREPOSITION and lower in scene.lexicon.occasions
    return when or (lower in scene.lexicon.addressees and "object" not in shapes)


def _occasion_within(scene: Scene, phrase: Phrase) -> int | None:
    """The last token of a phrase if it tells of an occasion or a date; names after it ("with X") are taken along."""
    for j in range(phrase[0], phrase[1] + 1):
        if scene.tokens[j].lower in scene.lexicon.occasions:
            end = j
            while end < phrase[1] and scene.kind(end + 1) == k.NUMBER:
                end += 1
            nxt = end + 1
            if nxt < len(scene.tokens) and scene.kind(nxt) == k.PREPOSITION:
                further = scene.chunks.phrase_starting(nxt + 1)
                if further is not None and further[1] < scene.chunks.sentence(nxt).stop:
                    return further[1]
            return end
    return None


def _that_later(scene: Scene, sentence: Sentence, cue: Cue) -> Side | None:
    """ "said in Almaty after the meeting that ...": no verb in between, and in English no comma."""
    russian = scene.language == "ru"
    p = cue.words[1] + 1
    for j in range(p, min(sentence.stop, p + _CIRCUMSTANCE)):
        token = scene.tokens[j]
        behind_comma = russian and scene.tokens[j - 1].text == "," and token.lower in scene.lexicon.that
        if behind_comma or token.lower in scene.lexicon.complementiser:
            return to_end(scene, sentence, j, "that", cue)
        if russian and token.text == ":" and j + 1 < sentence.stop and not _tight(scene, j):
            return to_end(scene, sentence, j + 1, "quote", cue)
        if j == p and token.text == ",":
            continue  # "say, on condition of anonymity, that"
        closes = not russian and token.text == "," and scene.tokens[p].text == "," and j > p
        if closes and j + 1 < sentence.stop and scene.tokens[j + 1].lower in scene.lexicon.complementiser:
            return to_end(scene, sentence, j + 1, "that", cue)
        if scene.kind(j) in _NO_CIRCUMSTANCE or token.text in ".;()" or (token.text == "," and not russian):
            return None
    return None


def which_they_say(scene: Scene, sentence: Sentence, cue: Cue, head: Phrase) -> Side | None:
    """ "spending, which experts say is the biggest, ...": the content has its subject before the source."""
    before = head[0] - 1
    following = cue.words[1] + 1
    if before < sentence.first or following >= sentence.stop:
        return None
    if scene.kind(before) not in (k.RELATIVE, k.SUBORDINATOR) or scene.kind(following) not in PREDICATES:
        return None
    if not ("clause" in cue.shapes or "that" in cue.shapes):
        return None
    last = following
    while last + 1 <= scene.last_told(sentence) and scene.tokens[last + 1].text not in (",", ";", "(", "–", "—"):
        last += 1
    return Side(following, last, "clause")


def relative_end(scene: Scene, side: Side) -> int:
    """ "those who asked to stay said": the relative clause ends before the predicate of the main clause."""
    room = 1 if side.shape in ("infinitive", "object") else 2
    for j in range(side.first + 1, side.last + 1):
        kind, before = scene.kind(j), scene.kind(j - 1)
        if kind in (k.SUBORDINATOR, k.RELATIVE, k.CONJUNCTION):
            room += 1
        finite = kind in PREDICATES and before not in (k.INFINITIVE, k.AUXILIARY, k.ADVERB, k.CONJUNCTION)
        if finite:
            room -= 1
        if room == 0:
            return j - 1
    return side.last
