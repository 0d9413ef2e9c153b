"""Where cause and effect stand around a causal verb: before and after it, the other way round, or inside the verb."""

from sholu.reading.chunks import kinds
from sholu.reading.chunks.russian import LANGUAGE as RUSSIAN
from sholu.reading.judgements.connectives import Connective, causal_endings, cause_words
from sholu.reading.judgements.statement import Statement, Stretch
from sholu.reading.kazakh_groups import Group, groups_of
from sholu.reading.languages.morphology import readings
from sholu.reading.patterns import Hit

_STOPS = frozenset(";|")
_OPENERS = frozenset({kinds.RELATIVE, kinds.SUBORDINATOR, kinds.PRONOUN, kinds.CONJUNCTION})
_CLEFT = 3  # tokens before the subject within which "it is" opens "it is the quota that breeds smuggling"
_CLAUSE_EDGES = frozenset(",;:—–()")
_CLAUSE_OPENERS = frozenset({kinds.VERB, kinds.SUBORDINATOR, kinds.RELATIVE})
_OBJECTS = ("dat", "acc")  # Kazakh cases of what a verb brings about

Ends = tuple[Stretch, Stretch]
"""What stands for the subject of a causal verb, and what for its object."""


def of_verb(statement: Statement, hit: Hit[Connective]) -> Ends | None:
    """What a causal verb ties, in the order that its row tells; None where one end is missing."""
    form = hit.value.form
    if form == "final":
        return _of_final_verb(statement, hit)
    if form == "between":
        return _of_parted_verb(statement, hit)
    first = hit.last + 1
    after = (hit.first + 1 if hit.value.around else first, clause_stop(statement, first, statement.stop) - 1)
    subject = cleft(statement, hit.first) or _with_participle(statement, hit.first)
    if statement.tag == RUSSIAN and hit.first > statement.start:
        turned = _turned(statement, hit, subject, after)
        if turned is not None:
            return turned
    if subject is None or subject[1] >= hit.first or subject[0] < statement.start:
        return None
    return subject, after


def _with_participle(statement: Statement, verb: int) -> Stretch | None:
    """The subject of a verb, with the participle that opens it: "rising prices".

    In Russian from the noun that is the subject, over names in quotation marks that hang on it.
    """
    subject = statement.chunks.noun_phrase_before(verb)
    if statement.tag == RUSSIAN and subject is not None:
        head = _first_nominative(statement, verb)
        phrase = statement.chunks.phrase_ending(head) if head is not None else None
        longer = phrase is not None and statement.start <= phrase[0] < subject[0]
        return (phrase[0], subject[1]) if phrase is not None and longer else subject
    if subject is not None and _is_aside(statement, subject):
        subject = statement.chunks.noun_phrase_before(subject[0] - 1)
    if subject is None or subject[0] <= statement.start or not statement.listed(subject[0] - 1, "opening_participles"):
        return subject
    return subject[0] - 1, subject[1]


def _is_aside(statement: Statement, subject: Stretch) -> bool:
    """Whether a preposition between "which" and the verb governs what looks like the subject: "which in turn led"."""
    i = subject[0] - 1
    return i > statement.start and statement.kind(i) == kinds.PREPOSITION and statement.kind(i - 1) == kinds.RELATIVE


def _first_nominative(statement: Statement, verb: int) -> int | None:
    """The first noun of a clause before its verb that can be its subject: none that a preposition governs."""
    first = verb
    while first > statement.start and statement.tokens[first - 1].text not in _CLAUSE_EDGES:
        if statement.kind(first - 1) in _CLAUSE_OPENERS:
            break
        first -= 1
    governed = False
    for i in range(first, verb):
        kind = statement.kind(i)
        if kind == kinds.PREPOSITION:
            governed = True
        elif kind in (kinds.NOUN, kinds.PRONOUN):
            forms = readings(RUSSIAN, statement.tokens[i].lower)
            if not governed and any(form.case == "nom" and form.known for form in forms):
                return i
            governed = False
    return None


def clause_stop(statement: Statement, first: int, stop: int, *, named: bool = False) -> int:
    """Where the next clause begins after a comma.

    In English with its own subject, "who", "while" or "but"; elsewhere where a verb stands on both sides, in Russian
    also behind "but" and, where what begins here is only `named`, before any clause that follows.
    """
    resulting = cause_words(statement.tag, "resulting")
    english = statement.tag == "en"
    for i in range(first + 1, stop - 1):
        text = statement.tokens[i].text
        if text in _STOPS or (english and _goes_on(statement, i)):
            return i
        if text == ",":
            parted = statement.has_verb(first, i) and statement.has_verb(i + 1, stop)
            if english:
                parted = statement.kind(i + 1) in _OPENERS or statement.tokens[i + 1].lower in resulting
            elif statement.tag == RUSSIAN:
                parted = parted or _parts(statement, i, stop, named=named)
                parted = parted or (named and statement.kind(i + 1) == kinds.CONJUNCTION)
            if parted:
                return i
    return stop


def _goes_on(statement: Statement, i: int) -> bool:
    """Whether a conjunction joins another predicate to the verb: "drives prices up and may trigger a crisis"."""
    return statement.kind(i) == kinds.CONJUNCTION and statement.kind(i + 1) == kinds.AUXILIARY


def _parts(statement: Statement, comma: int, stop: int, *, named: bool) -> bool:
    """Russian: whether a clause of its own stands behind a comma, not one that is announced, «к тому, что»."""
    end = next((j for j in range(comma + 1, stop) if statement.tokens[j].text in ",;:"), stop)
    if not statement.has_verb(comma + 1, end) or statement.listed(comma - 1, "announcing"):
        return False
    return named or statement.listed(comma + 1, "contrasting")


def is_denied(statement: Statement, hit: Hit[Connective]) -> bool:
    """Whether it is said that the one did not bring about the other: "did not lead to", but "not only led to"."""
    if hit.value.form not in ("verb", "final", "passive"):
        return False
    denied = statement.chunks.grammar.words["negations"]
    if statement.tag == "kk":
        endings = tuple(cause_words("kk", "negated"))
        following = statement.tokens[hit.last + 1].lower if hit.last + 1 < statement.stop else ""
        return following in denied or statement.tokens[hit.last].lower.endswith(endings)
    more = cause_words(statement.tag, "more")
    for i in range(hit.first - 1, max(statement.start, hit.first - 3) - 1, -1):
        if statement.tokens[i].lower in denied:
            return statement.tokens[i + 1].lower not in more
        if statement.kind(i) not in (kinds.ADVERB, kinds.AUXILIARY):
            return False
    return False


def cleft(statement: Statement, verb: int) -> Stretch | None:
    """ "It is the quota that breeds smuggling": what stands between "it is" and "that" before the verb at a token."""
    relative = verb - 1
    if relative <= statement.start or not statement.listed(relative, "cleft_relative"):
        return None
    phrase = statement.chunks.phrase_ending(relative - 1)
    if phrase is None:
        return None
    before = range(max(statement.start, phrase[0] - _CLEFT), phrase[0])
    return phrase if any(statement.listed(i, "cleft_opening") for i in before) else None


def _turned(statement: Statement, hit: Hit[Connective], subject: Stretch | None, after: Stretch) -> Ends | None:
    """«Аварии вызвал износ турбин»: what stands before the verb does not agree with it, what stands behind does."""
    chunks = statement.chunks
    verb = statement.tokens[hit.first].lower
    before = chunks.phrase_ending(hit.first - 1)
    behind = chunks.phrase_starting(hit.last + 1) if hit.last + 1 < statement.stop else None
    if before is None or behind is None or before[0] < statement.start or hit.first != hit.last:
        return None
    if subject is not None and _agrees(statement, subject, verb):
        return None
    return ((behind[0], after[1]), before) if _agrees(statement, behind, verb) else None


def _agrees(statement: Statement, phrase: Stretch, verb: str) -> bool:
    """Whether the head of a Russian phrase can be the subject of a verb, by case, number and gender."""
    head = next((i for i in range(phrase[0], phrase[1] + 1) if statement.kind(i) in (kinds.NOUN, kinds.PRONOUN)), None)
    if head is None or (phrase[0] > statement.start and statement.kind(phrase[0] - 1) == kinds.PREPOSITION):
        return False
    asked = readings(RUSSIAN, verb)[0]
    for reading in readings(RUSSIAN, statement.tokens[head].lower):
        numbers = not asked.number or reading.number == asked.number
        genders = asked.number == "plural" or not asked.gender or reading.gender in ("", asked.gender)
        if not reading.known or (reading.case == "nom" and numbers and genders):
            return True
    return False


def _of_parted_verb(statement: Statement, hit: Hit[Connective]) -> Ends | None:
    """ "Blames the outage on the wind", "the reason for the delay is the strike": one end stands inside the words."""
    first, last = hit.first + 1, hit.last - 1
    particles = cause_words(statement.tag, "particles")
    while last > first and (
        statement.tokens[last].lower in particles or statement.kind(last) in (kinds.AUXILIARY, kinds.PREPOSITION)
    ):
        last -= 1
    while first < last and (statement.kind(first) == kinds.PREPOSITION or statement.listed(first, "causal_nouns")):
        first += 1
    after = hit.last + 1
    if statement.tag == RUSSIAN and statement.kind(after) == kinds.PREPOSITION:
        return None  # «к утру авария привела к взрыву»
    return ((first, last), (after, clause_stop(statement, after, statement.stop) - 1)) if first <= last else None


def _of_final_verb(statement: Statement, hit: Hit[Connective]) -> Ends | None:
    """A causal verb at the end of its clause: the group that its case makes the effect or the cause, and the other."""
    first = max(statement.start, statement.chunks.clause_at(hit.first)[0])
    groups = groups_of(statement.chunks, first, hit.first - 1)
    if len(groups) < 2:
        return None
    if hit.value.order == "effect_cause":
        return _out_of(statement, groups)
    marked = next((i for i in range(len(groups) - 2, -1, -1) if groups[i].case in _OBJECTS), None)
    if groups[-1].case == "nom" and marked is not None:  # «Өзгеріске шығынның ұлғаюы себеп болды»
        return (groups[marked + 1].first, groups[-1].last), (groups[marked].first, groups[marked].last)
    return (groups[0].first, groups[-2].last), (groups[-1].first, groups[-1].last)


def _out_of(statement: Statement, groups: list[Group]) -> Ends | None:
    """«Дау есептің жоқтығынан туып отыр»: what comes about, and out of what, in the ablative before the verb."""
    cause = groups[-1]
    effect = next((group for group in groups[:-1] if group.case == "nom"), None)
    if effect is None or cause.case != "abl" or _is_reason(statement, cause.last):
        return None
    return (effect.first, effect.last), (cause.first, cause.last)


def _is_reason(statement: Statement, i: int) -> bool:
    """Whether a word is a connective by its ending, «тексермегендіктен»."""
    lower = statement.tokens[i].lower
    return any(lower.endswith(ending) for ending, _ in causal_endings(statement.tag))
