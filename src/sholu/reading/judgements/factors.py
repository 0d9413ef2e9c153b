"""Where cause and effect stand around a connective that holds."""

from sholu.model.reading import Sign
from sholu.reading.chunks import kinds
from sholu.reading.judgements.connectives import Connective, cause_words
from sholu.reading.judgements.statement import SHORT, UNITS, Statement, Stretch
from sholu.reading.judgements.verbs import clause_stop, of_verb
from sholu.reading.kazakh_groups import groups_of
from sholu.reading.languages.morphology import readings
from sholu.reading.patterns import Hit

_STOPS = frozenset(";|")
_VERBAL = ("verb", "final", "between")
_INCLUSIVE = ("participle", "infinitive")  # forms whose own words belong to what they introduce
_CHAINED = ("infinitive", "participle", "link")
_EDGES = frozenset({kinds.MARK, kinds.CONJUNCTION})
_FIRST = _EDGES | {kinds.SUBORDINATOR}
_LAST = _EDGES | {kinds.AUXILIARY, kinds.RELATIVE}
_TELLING = frozenset({kinds.NOUN, kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
_BEFORE_HEAD = (kinds.DETERMINER, kinds.ADJECTIVE, kinds.ADVERB, kinds.PARTICIPLE)
_WITH_CLAUSE = frozenset({"что", "поскольку", "ибо", "как"})  # links that open a clause of their own
_SAID = 3  # tokens before a "that" within which a verb of speech introduces it
_SUBJECTS = frozenset({kinds.DETERMINER, kinds.NOUN, kinds.ADJECTIVE, kinds.PRONOUN, kinds.NUMBER})
_POINTING = frozenset({kinds.PRONOUN, kinds.DETERMINER, kinds.PREPOSITION})  # "all of these"
_HANGING = frozenset({kinds.SUBORDINATOR, kinds.RELATIVE})
_HEAD = 4  # tokens within which the head of an effect stands

Factors = tuple[Stretch, Stretch]
"""A cause and its effect."""


def factors(
    statement: Statement, hit: Hit[Connective], before: Hit[Connective] | None, after: Hit[Connective] | None
) -> Factors | None:
    """Cause and effect of a connective; `before` and `after` are its neighbours in the sentence."""
    form = hit.value.form
    first = _first_behind(statement, hit)
    if form in ("link", "infinitive", "gerund", "clause") and statement.opens(hit.first):
        comma = statement.comma(first)
        if comma is None:
            return _phrase_first(statement, hit, first)
        return _ordered(statement, hit, (first, comma - 1), (comma + 1, statement.stop - 1), opening=True)
    if form == "link" and (inside := _phrase_inside(statement, hit)) is not None:
        return inside
    if form in _VERBAL:
        ends = of_verb(statement, hit)
        return None if ends is None else _ordered(statement, hit, *ends)
    stop = statement.stop
    if after is not None and after.value.form in _CHAINED and after.first > first + 1:
        apart = statement.tokens[after.first - 1].text == ","  # "because of fog, forcing"
        stop = after.first if after.first > first + 2 else after.first - 1 if apart else stop
    left = _left(statement, hit.first, before)
    if statement.tag == "en":
        left = (_own_clause(statement, left[0], hit.first), left[1])
        if form == "passive":
            left = (max(left[0], _reason_clause(statement, left[0], hit.first)), left[1])
    elif statement.tag == "ru" and form == "link":
        left = (_hanging_clause(statement, left[0], hit.first), left[1])
    if form == "clausal":
        left = (max(left[0], statement.chunks.clause_at(hit.first)[0]), hit.last)
    elif statement.tag == "kk" and form in ("sentence", "postposition"):
        groups = groups_of(statement.chunks, left[0], left[1])
        left = (groups[-1].first, groups[-1].last) if groups and groups[-1].last == left[1] else left
        left = (left[0], hit.last) if form == "postposition" else left
    named = form == "link" and statement.tokens[hit.last].lower not in _WITH_CLAUSE
    return _ordered(statement, hit, left, (first, clause_stop(statement, first, stop, named=named) - 1))


def _first_behind(statement: Statement, hit: Hit[Connective]) -> int:
    """Where what a connective introduces begins; its own words are part of that in single sentences.

    In an article "prompting a search" brings about a search, "forcing ships to wait" has ships wait.
    """
    form = hit.value.form
    if form not in _INCLUSIVE:
        return hit.last + 1
    if form != "participle" or len(statement.tokens) <= SHORT or hit.value.order != "cause_effect":
        return hit.first
    whole = hit.last - hit.first + 1 == hit.literal
    return hit.last + 1 if whole else hit.first + 1


def sign_of(statement: Statement, connective: Connective, effect: Stretch) -> Sign:
    """ "led to a deterioration of relations": what came about is that something got worse."""
    return "-" if connective.sign == "+" and _worsened(statement, effect) else connective.sign


def _phrase_first(statement: Statement, hit: Hit[Connective], first: int) -> Factors | None:
    """ "Из-за засухи цены выросли": without a comma the cause is the phrase after the connective.

    In English only where what follows opens another phrase: "because of the strike the plant lost millions".
    """
    phrase = statement.chunks.phrase_starting(first) if first < statement.stop else None
    if statement.tag == "en":
        phrase = _before_subject(statement, phrase)
    if phrase is not None and statement.tag == "ru" and _stands_alone(statement, first):
        phrase = (first, first)
    if phrase is None or phrase[1] + 1 >= statement.stop:
        return None
    return _ordered(statement, hit, phrase, (phrase[1] + 1, statement.stop - 1), opening=True)


def _before_subject(statement: Statement, phrase: Stretch | None) -> Stretch | None:
    """A phrase with what hangs on it, up to the subject of a clause: "heavy rain in the hills | the road was shut"."""
    while phrase is not None and phrase[1] + 2 < statement.stop and statement.kind(phrase[1] + 1) == kinds.PREPOSITION:
        behind = statement.chunks.phrase_starting(phrase[1] + 2)
        phrase = (phrase[0], behind[1]) if behind is not None else None
    if phrase is None or phrase[1] + 2 >= statement.stop:
        return None
    opens = statement.kind(phrase[1] + 1) in (kinds.DETERMINER, kinds.PRONOUN)
    return phrase if opens and statement.has_verb(phrase[1] + 1, statement.stop) else None


def _stands_alone(statement: Statement, i: int) -> bool:
    """«Из-за этого завод встал»: whether a pronoun is no word of the noun behind it, which is in another case."""
    if statement.kind(i) not in (kinds.PRONOUN, kinds.DETERMINER) or i + 1 >= statement.stop:
        return False
    own, behind = ({form.case for form in readings("ru", statement.tokens[j].lower)} for j in (i, i + 1))
    return (own & {"gen"} or own).isdisjoint(behind)


def _phrase_inside(statement: Statement, hit: Hit[Connective]) -> Factors | None:
    """«Он сообщил, что в ноябре из-за холодов выросли цены»: the cause stands before the verb of its own clause."""
    tokens, first = statement.tokens, hit.last + 1
    if statement.tag != "ru" or hit.value.order != "effect_cause" or tokens[hit.last].lower in _WITH_CLAUSE:
        return None
    opening = next((i + 1 for i in range(hit.first - 1, statement.start - 1, -1) if tokens[i].text in ",;:"), None)
    phrase = statement.chunks.phrase_starting(first) if opening is not None and first < statement.stop else None
    if opening is None or phrase is None or statement.has_verb(opening, hit.first):
        return None
    marks = (i for i in range(phrase[1] + 1, statement.stop) if tokens[i].text in ",;:")
    stop = next(marks, statement.stop)
    if not statement.has_verb(phrase[1] + 1, stop):
        return None
    return _ordered(statement, hit, phrase, (phrase[1] + 1, stop - 1), opening=True)


def _ordered(
    statement: Statement, hit: Hit[Connective], left: Stretch, right: Stretch, *, opening: bool = False
) -> Factors | None:
    """Cause before effect; a connective that opens its sentence has its own part first."""
    left, right = _trim(statement, left), _trim(statement, right)
    if not (_says(statement, left) and _says(statement, right)):
        return None
    effect_first = hit.value.order in ("effect_cause", "purpose")
    return (right, left) if effect_first != opening else (left, right)


def _left(statement: Statement, stop: int, before: Hit[Connective] | None) -> Stretch:
    """What stands before a connective, from where its statement begins."""
    first = statement.start
    tokens = statement.tokens
    for i in range(statement.start, stop):
        colon = tokens[i].text == ":" and i + 1 < stop and tokens[i].end != tokens[i + 1].start
        said = statement.kind(i) == kinds.SUBORDINATOR and i > first and _said(statement, i - 1)
        if tokens[i].text in _STOPS or colon or (said and statement.has_verb(i + 1, stop)):
            first = i + 1
    if before is not None and before.value.form in _INCLUSIVE and before.first > first + 3:
        return before.first, stop - 1
    return first, stop - 1


def _own_clause(statement: Statement, first: int, stop: int) -> int:
    """English: where the statement right before a connective begins behind another, "mines may close, and towns"."""
    for i in range(stop - 2, first, -1):
        if statement.tokens[i].text == "," and statement.kind(i + 1) == kinds.CONJUNCTION:
            whole = statement.has_verb(first, i) and statement.has_verb(i + 2, stop + 1)
            subject = statement.kind(i + 2) in _SUBJECTS
            return i + 2 if whole and subject else first
    return first


def _hanging_clause(statement: Statement, first: int, stop: int) -> int:
    """Russian: where the last clause that hangs on another begins: «курс упадёт, если добыча снизится из-за аварий»."""
    for i in range(stop - 2, first, -1):
        if statement.kind(i) in _HANGING and statement.tokens[i - 1].text == ",":
            ended = any(statement.tokens[j].text == "," for j in range(i + 1, stop - 1))
            whole = statement.has_verb(first, i) and statement.has_verb(i + 1, stop)
            return i + 1 if whole and not ended else first
    return first


def _reason_clause(statement: Statement, first: int, stop: int) -> int:
    """English: where the clause of a passive begins behind "as": "prices rose as hopes were dashed by drought"."""
    for i in range(stop - 1, first, -1):
        if statement.kind(i) == kinds.SUBORDINATOR and statement.has_verb(first, i):
            return i + 1
    return first


def _said(statement: Statement, i: int) -> bool:
    reporting = cause_words(statement.tag, "reporting")
    return any(statement.tokens[j].lower in reporting for j in range(max(statement.start, i - _SAID), i + 1))


def _worsened(statement: Statement, effect: Stretch) -> bool:
    words = cause_words(statement.tag, "worsening")
    for i in range(effect[0], min(effect[1], effect[0] + _HEAD) + 1):
        if statement.tokens[i].lower in words:
            return True
        if statement.kind(i) not in _BEFORE_HEAD:
            return False
    return False


def _says(statement: Statement, stretch: Stretch) -> bool:
    """Whether the stretch names or tells something: "first of all" does not."""
    first, last = stretch
    if first <= last and all(statement.chunks.kind(i) in _POINTING for i in range(first, last + 1)):
        return statement.chunks.kind(last) != kinds.PREPOSITION
    return any(statement.chunks.kind(i) in _TELLING for i in range(first, last + 1))


def _trim(statement: Statement, stretch: Stretch) -> Stretch:
    first, last = stretch
    while first <= last and statement.chunks.kind(first) in _FIRST:
        first += 1
    while last >= first and (
        (statement.chunks.kind(last) in _LAST and statement.tokens[last].text not in UNITS)
        or _hangs(statement, first, last)
    ):
        last -= 1
    return first, last


def _hangs(statement: Statement, first: int, last: int) -> bool:
    """Whether the last word is an adverb whose verb was cut off, "is constantly"."""
    adverb = statement.chunks.kind(last) == kinds.ADVERB
    return adverb and last > first and statement.chunks.kind(last - 1) == kinds.AUXILIARY
