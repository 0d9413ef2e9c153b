"""Finding the words that report speech: verbs with their shapes, "according to", and nouns like "the claim that"."""

from collections.abc import Iterator
from typing import NamedTuple

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.speech.lexicon import Shapes
from sholu.reading.speech.scene import DASHES, Phrase, Scene
from sholu.text.sentences import Sentence

_VERBAL = frozenset({k.VERB, k.GERUND})
_BEFORE_VERB = frozenset({k.AUXILIARY, k.ADVERB, k.INFINITIVE})
_JOINTS = frozenset({k.CONJUNCTION, k.SUBORDINATOR, k.RELATIVE, k.ADVERB})
_BEFORE_THAT = 0.6
_POINTING = 0.75
_NEAR = 12  # tokens between "об этом" and its verb
_OBJECT = 0.55
_CLAUSE = 0.85
_HEARSAY = 0.5
_ACCORDING = 0.92


class Cue(NamedTuple):
    """Words that report speech. `kind` is verb, noun, or a name of the table: according, according_after, as, hearsay.

    `verb` is the token that carries the meaning; `words` the whole cue, auxiliaries and particles included.
    """

    kind: str
    words: Phrase
    verb: int
    shapes: Shapes


def find_cues(scene: Scene, sentence: Sentence) -> Iterator[Cue]:
    """All cues of a sentence, from left to right."""
    i = sentence.first
    while i < sentence.stop:
        cue = _phrase(scene, sentence, i) or _verb(scene, sentence, i)
        cue = cue or _belief(scene, sentence, i) or _noun(scene, sentence, i)
        if cue is None:
            i += 1
        else:
            yield cue
            i = cue.words[1] + 1


def _phrase(scene: Scene, sentence: Sentence, i: int) -> Cue | None:
    match = scene.lexicon.according.at(scene.tokens, i, sentence.stop)
    if match is None:
        return None
    if match.value == "as":
        return _as(scene, sentence, i)
    if match.value == "backward":
        return _backward(scene, sentence, match.first, match.last)
    if scene.language == "ru" and match.value.startswith("according") and not _apart(scene, sentence, i):
        return None
    if scene.tokens[i].lower == "per" and i + 1 < sentence.stop and scene.kind(i + 1) != k.DETERMINER:
        return None  # "5 per cent"
    confidence = _HEARSAY if match.value == "hearsay" else _ACCORDING
    return Cue(match.value, (match.first, match.last), match.last, {"clause": confidence})


def _backward(scene: Scene, sentence: Sentence, first: int, last: int) -> Cue | None:
    """ "Об этом ... сообщил": the words through their verb of speech."""
    begun = first <= sentence.first + 1 or (scene.language == "ru" and scene.tokens[first - 1].text in DASHES)
    if scene.language == "ru" and scene.tokens[first - 1].text == ",":  # «Как передаёт X, об этом сообщил Y»
        begun = begun or scene.tokens[sentence.first].lower in scene.lexicon.quoting_openers
    if not begun or sentence.i == 0:
        return None
    if scene.language == "en" and scene.lexicon.according.at(scene.tokens, first + 2, last + 1) is not None:
        return Cue("backward", (first, last), last, {"clause": _POINTING})  # "This is according to X."
    if scene.language == "en":  # "this was reported to the paper by"
        near = range(last + 1, min(sentence.stop - 1, last + _NEAR))
        by = next((j for j in near if scene.tokens[j].lower in scene.lexicon.passing_on), None)
        return None if by is None else Cue("backward", (first, by), last, {"clause": _POINTING})
    inserted = False  # «Об этом, как передаёт X, заявил Y»
    for j in range(last + 1, min(sentence.stop, last + _NEAR)):
        inserted = scene.tokens[j].lower in scene.lexicon.quoting_openers or (inserted and scene.tokens[j].text != ",")
        shapes = None if inserted else verb_shapes(scene, j)
        if shapes and "inverted" in shapes and scene.kind(j) != k.NOUN:
            return Cue("backward", (first, j), j, {"clause": _POINTING})
    return None


def _apart(scene: Scene, sentence: Sentence, i: int) -> bool:
    """Whether token `i` begins a clause or an insertion; in Russian commas must set «по словам» off."""
    return i == sentence.first or not scene.tokens[i - 1].is_word or scene.kind(i - 1) in _JOINTS


def _as(scene: Scene, sentence: Sentence, i: int) -> Cue | None:
    """ "As X said, ...": a verb of speech with its subject and nothing after it but a comma."""
    opens = i == sentence.first or scene.tokens[i - 1].text in ",(–—"
    if not opens:
        return None
    for j in range(i + 1, min(i + 16, sentence.stop)):
        if scene.tokens[j].text == "," and j > i + 1 and scene.language == "en":
            return None
        shapes = verb_shapes(scene, j)
        if shapes and "inverted" in shapes and scene.kind(j) == k.VERB:
            return Cue("as", (j, j), j, shapes) if _adjoins(scene, i, j) else None
    return None


def _adjoins(scene: Scene, i: int, verb: int) -> bool:
    """Whether nothing but the subject stands between "as" and its verb; in Russian the verb comes first."""
    if scene.language == "ru":
        return verb - i <= 2
    subject = scene.chunks.noun_phrase_before(verb)
    return subject is not None and subject[0] == i + 1


def verb_shapes(scene: Scene, i: int) -> Shapes | None:
    """The shapes of the verb of speech at token `i`; None if it is none."""
    lexicon = scene.lexicon
    if lexicon.verbs:
        return lexicon.verbs.get(scene.tokens[i].lower)
    match = lexicon.stems.at(scene.tokens, i, i + 1)
    return match.value if match else None


def _verb(scene: Scene, sentence: Sentence, i: int) -> Cue | None:
    shapes = verb_shapes(scene, i) or _behind_speech(scene, sentence, i)
    if shapes is None and not scene.lexicon.verbs:
        return None
    particle = _particle(scene, sentence, i)
    if shapes is None and particle is None:
        return None
    closes = shapes is not None and "inverted" in shapes and _closes_clause(scene, sentence, i)
    if scene.kind(i) not in _VERBAL and not closes and not _short_adjective(scene, sentence, i):
        return None
    first = i
    while (
        first > sentence.first
        and _goes_with_verb(scene, first - 1)
        and scene.in_same_quote(scene.tokens[first - 1].start, scene.tokens[i].start)
    ):
        first -= 1
    if particle is not None:
        last, clause = particle
        taken = {"object": _OBJECT, **({"that": _CLAUSE, "quote": _CLAUSE} if clause else {})}
        if shapes and "inverted" in shapes:
            taken["inverted"] = shapes["inverted"]
        elif _follows_what_is_said(scene, i, last):
            taken["inverted"] = _CLAUSE
        return Cue("verb", (first, last), i, taken)
    return Cue("verb", (first, i), i, shapes or {})


def _behind_speech(scene: Scene, sentence: Sentence, i: int) -> Shapes | None:
    """Russian: «„Так нельзя“, – отчеканил он»: whatever somebody does in the past behind direct speech and a dash."""
    if scene.language != "ru" or i - 2 < sentence.first or i + 1 >= sentence.stop:
        return None
    if scene.kind(i) != k.VERB or scene.tokens[i - 1].text not in DASHES or scene.kind(i + 1) not in _WHO:
        return None
    before = scene.tokens[i - 2]
    quoted = scene.closes_quote(i - 3) if before.text == "," else _ends_with_a_call(scene, i - 2)
    line = scene.line_start(sentence.first, i)
    spoken = before.text in ",!?…" and scene.tokens[line].text in DASHES
    past = any(form.tense == "past" for form in readings("ru", scene.tokens[i].lower))
    return {"inverted": _CLAUSE} if past and (quoted or spoken) else None


def _ends_with_a_call(scene: Scene, i: int) -> bool:
    """Whether a quotation ends with its mark at token `i` and with a call or a question: «Так нельзя!»."""
    return scene.closes_quote(i) and scene.tokens[i - 1].text in "!?…"


_WHO = frozenset({k.PRONOUN, k.NOUN, k.ADJECTIVE})


def _follows_what_is_said(scene: Scene, i: int, last: int) -> bool:
    """ "..., he went on": a verb that reports speech only with its particle."""
    words = (scene.chunks.verb_base(i) or "", *(scene.tokens[j].lower for j in range(i + 1, last + 1)))
    return words in scene.lexicon.following


def _closes_clause(scene: Scene, sentence: Sentence, i: int) -> bool:
    """English: "..., Lee, a retired judge, holds.": a form of a verb right before the end, whatever else it may be."""
    if scene.language != "en" or scene.tokens[i].shape != "lower" or i - 1 <= sentence.first:
        return False
    if i + 1 < sentence.stop and scene.tokens[i + 1].text not in ".;":
        return False
    before = scene.tokens[i - 1]
    return before.text == "," or before.is_capitalised


def _belief(scene: Scene, sentence: Sentence, i: int) -> Cue | None:
    """ "is convinced that", "took the view that": who believes so is the subject of the verb before."""
    if scene.language != "en" or i + 2 >= sentence.stop:
        return None
    if scene.tokens[i + 1].lower not in scene.lexicon.complementiser:
        return None
    verb = i - 1
    while verb > sentence.first and (
        scene.kind(verb) in (k.ADVERB, k.DETERMINER, k.PREPOSITION, k.ADJECTIVE) and verb > i - _BEFORE_NOUN
    ):
        verb -= 1
    if verb <= sentence.first:
        return None
    base = scene.chunks.verb_base(verb) or ("be" if scene.kind(verb) == k.AUXILIARY else "")
    lower = scene.tokens[i].lower
    if lower in scene.lexicon.held and base in scene.lexicon.holding and verb < i - 1:
        return Cue("belief", (verb, i), verb, {"that": _OBJECT})
    if lower in scene.lexicon.believing and base in _BEING and scene.tokens[verb].lower not in _DUMMY_BEFORE:
        return Cue("belief", (verb, i), verb, {"that": _OBJECT})
    return None


_BEFORE_NOUN = 5
_BEING = frozenset({"be", "remain", "feel", "grow", "become"})
_DUMMY_BEFORE = frozenset({"to"})


def is_denied(scene: Scene, cue: Cue) -> bool:
    """Russian: «A, B не комментируют»: what is not said has no words; «не скрывает», «не исключает» affirm."""
    if scene.language != "ru" or scene.tokens[cue.words[0]].lower not in scene.chunks.grammar.words["negations"]:
        return False
    return not scene.tokens[cue.verb].lower.startswith(tuple(scene.lexicon.conceding))


def is_impersonal(scene: Scene, i: int) -> bool:
    """Whether the Russian verb at token `i` is a passive in «-ся»."""
    lower = scene.tokens[i].lower
    reflexive = lower.endswith(scene.chunks.grammar.endings.get("reflexive", ("\n",)))
    return reflexive and not lower.startswith(tuple(scene.lexicon.middle))


def _short_adjective(scene: Scene, sentence: Sentence, i: int) -> bool:
    """«уверен, что»: a short adjective is a predicate when a clause follows; so is «Из письма следует, что»."""
    follows = i + 1 < sentence.stop and scene.tokens[i + 1].text == ","
    if follows and scene.tokens[i].lower in scene.lexicon.inferring:
        return scene.tokens[sentence.first].lower in scene.lexicon.partitive
    return scene.language == "ru" and follows and scene.kind(i) == k.ADJECTIVE


def _goes_with_verb(scene: Scene, i: int) -> bool:
    """Auxiliaries, adverbs and "to" belong to an English cue; to others only their negation."""
    if scene.language == "en":
        return scene.kind(i) in _BEFORE_VERB
    lower = scene.tokens[i].lower
    return lower in scene.chunks.grammar.words["negations"] or (scene.language == "ru" and lower in scene.lexicon.thus)


def _particle(scene: Scene, sentence: Sentence, i: int) -> tuple[int, bool] | None:
    """Last token of the particle after the verb, and whether a clause may follow."""
    lexicon = scene.lexicon
    if not lexicon.particles:
        return None
    word = scene.chunks.verb_base(i) if lexicon.verbs else _stem(scene, i)
    for particle in lexicon.particles.get(word or "", ()):
        told = scene.language == "ru" and i + 1 < sentence.stop and scene.tokens[i + 1].lower in lexicon.addressees
        stop = i + 1 + told + len(particle.words)  # «рассказал им о войне»
        if stop < sentence.stop and tuple(t.lower for t in scene.tokens[i + 1 + told : stop]) == particle.words:
            return stop - 1, particle.clause
    return None


def _stem(scene: Scene, i: int) -> str | None:
    match = scene.lexicon.stems.at(scene.tokens, i, i + 1)
    return match.pattern if match else None


def claimant(scene: Scene, sentence: Sentence, i: int) -> tuple[Phrase, int] | None:
    """Whose claim it is behind the noun at token `i`, and the conjunction that opens it.

    "a report by X that A", «сообщение газеты „X“ о том, что A».
    """
    first = i + 1
    if scene.language == "en":
        first += 1
        if scene.tokens[i + 1].lower not in scene.lexicon.passing_on:
            return None
    named = scene.chunks.phrase_starting(first, long=scene.language == "ru") if first < sentence.stop else None
    if named is None or scene.language == "kk" or not _may_own(scene, named):
        return None
    last = named[1]
    quote = scene.quote_over(scene.tokens[last].start)
    if quote is not None and quote.outer.start > scene.tokens[named[0]].start:
        last = scene.page.token_range(quote.outer)[1] - 1
    for j in range(last + 1, min(sentence.stop - 1, last + _OPENING)):
        token = scene.tokens[j]
        if token.lower in scene.lexicon.complementiser | scene.lexicon.hearing_that:
            return ((named[0], last), j) if scene.language == "en" or scene.tokens[j - 1].text == "," else None
        if scene.language == "en" or token.lower not in scene.lexicon.correlative | {",", "о"}:
            return None
    return None


def _may_own(scene: Scene, phrase: Phrase) -> bool:
    """English: any phrase; Russian: one that begins with a word in the genitive."""
    if scene.language != "ru":
        return True
    token = scene.tokens[phrase[0]]
    return any(form.case == "gen" for form in readings("ru", token.lower)) and scene.kind(phrase[0]) in (
        k.NOUN,
        k.ADJECTIVE,
    )


_OPENING = 5  # tokens of ", о том, что"


def _noun(scene: Scene, sentence: Sentence, i: int) -> Cue | None:
    """ "X's claim that ...", "their promise to ..."."""
    lower = scene.tokens[i].lower
    nouns = scene.lexicon.nouns
    if i + 1 >= sentence.stop or scene.tokens[i].shape != "lower" or scene.kind(i) not in (k.NOUN, k.ADJECTIVE):
        return None
    following = scene.tokens[i + 1].lower
    if lower in nouns["that"] and claimant(scene, sentence, i) is not None:
        return Cue("noun", (i, i), i, {"that": _CLAUSE})
    if lower in nouns["that"] and following in scene.lexicon.complementiser:
        return Cue("noun", (i, i), i, {"that": _BEFORE_THAT})
    about = i + 4 < sentence.stop and scene.tokens[i + 2].lower in scene.lexicon.correlative
    if lower in nouns["that"] and about and scene.tokens[i + 4].lower in scene.lexicon.complementiser:
        return Cue("noun", (i, i), i, {"that": _BEFORE_THAT})  # «сообщения о том, что»
    comma = following == "," and i + 2 < sentence.stop and scene.tokens[i + 2].lower in scene.lexicon.complementiser
    if comma and lower in nouns["that"]:
        return Cue("noun", (i, i), i, {"that": _BEFORE_THAT})
    if lower in nouns["to"] and scene.kind(i + 1) == k.INFINITIVE:
        return Cue("noun", (i, i), i, {"infinitive": _BEFORE_THAT})
    return None
