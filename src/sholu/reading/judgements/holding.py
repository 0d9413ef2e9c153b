"""Whether a word that can tie a cause to an effect does so where it stands: "because" always, "to" and "as" seldom."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.judgements.conditions import opens_condition
from sholu.reading.judgements.connectives import NONE, Connective, cause_words
from sholu.reading.judgements.russian_doers import is_before_somebody, is_done_by_somebody
from sholu.reading.judgements.statement import Statement, Stretch
from sholu.reading.judgements.verbs import cleft
from sholu.reading.languages.morphology import readings
from sholu.reading.patterns import Hit

_NEAR = 12  # tokens before a connective within which the verb that it depends on stands
_MEASURED = 4  # tokens before an infinitive within which "enough" and "too" make it their measure
_EVENT = 14  # tokens after a connective within which something has to happen
_LAST = ("verb", "passive", "final")  # forms that may end their statement
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
_NO_OBJECT = frozenset({kinds.PREPOSITION, kinds.MARK, kinds.ADVERB, kinds.INFINITIVE, kinds.CONJUNCTION})
_NO_PHRASE = frozenset({kinds.MARK, kinds.CONJUNCTION})
_UNFIT = frozenset({kinds.ADJECTIVE, kinds.AUXILIARY, kinds.CONJUNCTION, kinds.RELATIVE})


def holds(statement: Statement, hit: Hit[Connective]) -> bool:
    """Whether the connective ties a cause to an effect here."""
    form = hit.value.form
    if form == NONE or (not statement.kind(hit.last + 1) and form not in _LAST):
        return False
    check = _CHECKS.get(form)
    return (check is None or check(statement, hit)) and _has_need(statement, hit)


def _has_need(statement: Statement, hit: Hit[Connective]) -> bool:
    need = _NEEDS.get(hit.value.needs or "")
    return need is None or need(statement, hit)


# By grammar


def _verb(statement: Statement, hit: Hit[Connective]) -> bool:
    chunks, first = statement.chunks, hit.first
    if statement.tag != "en":
        if statement.tag == "ru" and (_is_noun(statement, hit) or is_done_by_somebody(statement, first)):
            return False
        endings = tuple(cause_words(statement.tag, "reflexive"))
        return hit.last > first or not endings or not statement.tokens[first].lower.endswith(endings)
    if statement.kind(first) not in (kinds.VERB, kinds.AUXILIARY, kinds.GERUND) or chunks.is_passive(first):
        return False
    ended = hit.last + 1 >= statement.stop and not hit.value.around
    if first == statement.start or ended or _meant(statement, first):
        return False
    if first == hit.last and statement.kind(hit.last + 1) in _NO_OBJECT:
        return False
    if statement.kind(first) == kinds.GERUND and not _progressive(statement, first):
        return False
    subject = cleft(statement, first) or chunks.noun_phrase_before(first)
    return subject is not None and not _acts(statement, subject, hit.value)


def _meant(statement: Statement, i: int) -> bool:
    """Whether the verb only says what something is done for, "met to prevent", unlike "is likely to prevent"."""
    if i - 2 < statement.start or statement.kind(i - 1) != kinds.INFINITIVE:
        return False
    return statement.kind(i - 2) == kinds.NOUN or not statement.listed(i - 2, "raising")


def _progressive(statement: Statement, i: int) -> bool:
    """ "is slowly weakening", unlike "by weakening"."""
    i -= 1
    while i > statement.start and statement.kind(i) == kinds.ADVERB:
        i -= 1
    return statement.kind(i) == kinds.AUXILIARY


def _acts(statement: Statement, subject: Stretch, connective: Connective) -> bool:
    """Whether a person is the subject: people do things on purpose, what they do is an event and no cause."""
    first = subject[0]
    last = _head(statement, subject)
    if first == last and statement.tokens[first].lower in cause_words(statement.tag, "persons"):
        return True
    sided = connective.sign == "-" or connective.around
    if sided and phrases(statement.tag, "sectors").at(statement.tokens, last, last + 1):
        return True
    return statement.tokens[last].is_capitalised and last > statement.start


def _head(statement: Statement, subject: Stretch) -> int:
    """The noun of a subject before what hangs on it: "the war in Ukraine" is a war."""
    hangs = (i for i in range(subject[0] + 1, subject[1]) if statement.kind(i) == kinds.PREPOSITION)
    return next(hangs, subject[1] + 1) - 1


def _passive(statement: Statement, hit: Hit[Connective]) -> bool:
    """Russian: nobody is brought about, «посол вызван в министерство»."""
    return statement.tag != "ru" or not (
        _is_noun(statement, hit) or is_done_by_somebody(statement, hit.first) or is_before_somebody(statement, hit.last)
    )


def _is_noun(statement: Statement, hit: Hit[Connective]) -> bool:
    """Russian: whether the one word is but a noun of the family of a verb, «ухудшение», «ослабление»."""
    forms = readings("ru", statement.tokens[hit.first].lower)
    return hit.first == hit.last and bool(forms) and all(form.part == "noun" for form in forms)


def _clause(statement: Statement, hit: Hit[Connective]) -> bool:
    """A clause after the connective, and something before it that is not asked: "to decide when"."""
    asked = hit.first > statement.start + 1 and statement.kind(hit.first - 2) == kinds.INFINITIVE
    reach = statement.comma(hit.last + 1) or statement.stop
    return not asked and statement.has_verb(hit.last + 1, reach)


def _participle(statement: Statement, hit: Hit[Connective]) -> bool:
    verbal = statement.kind(hit.first) in (kinds.GERUND, kinds.VERB)
    return hit.first > statement.start and verbal and statement.has_verb(statement.start, hit.first)


def _infinitive(statement: Statement, hit: Hit[Connective]) -> bool:
    """ "to" and a verb that says what something was done for, not what somebody wants, is able or is told to do."""
    i = hit.first
    following = next((j for j in range(i + 1, statement.stop) if statement.kind(j) != kinds.ADVERB), i)
    if statement.kind(i) != kinds.INFINITIVE or statement.kind(following) != kinds.VERB:
        return False
    if i == statement.start:
        return statement.comma(i) is not None
    if statement.listed(i - 1, "complement") or statement.kind(i - 1) in _UNFIT:
        return False
    if any(statement.listed(j, "measuring") for j in range(max(statement.start, i - _MEASURED), i)):
        return False
    if statement.kind(i - 1) == kinds.VERB:
        return i - 2 > statement.start
    for j in range(i - 1, max(statement.start, i - _NEAR) - 1, -1):
        if statement.kind(j) in (kinds.VERB, kinds.GERUND):
            return not statement.listed(j, "complement")
        if statement.tokens[j].text in ",;":
            break
    return statement.has_verb(statement.start, i)


def _link(statement: Statement, hit: Hit[Connective]) -> bool:
    """ "due to resume" is no cause, "in order to resume" is a purpose."""
    purposive = statement.tokens[hit.last].lower in cause_words(statement.tag, "purposive")
    if purposive and statement.kind(hit.last + 1) == kinds.VERB:
        return hit.value.order == "purpose"
    # «курс остаётся под давлением, и»: of whose pressure is left open.
    return statement.tag != "ru" or statement.kind(hit.last + 1) not in _NO_PHRASE or _announces(statement, hit)


def _announces(statement: Statement, hit: Hit[Connective]) -> bool:
    """Russian: whether a connective opens a clause of its own, «потому что, по его словам, дамба слаба»."""
    return statement.listed(hit.last, "that") or hit.last == hit.first or statement.opens(hit.first)


_CHECKS = {
    "verb": _verb,
    "passive": _passive,
    "clause": _clause,
    "participle": _participle,
    "infinitive": _infinitive,
    "link": _link,
}

# By what stands beside


def _event(statement: Statement, hit: Hit[Connective]) -> bool:
    """What follows is something that happened, rather than a time or a number."""
    i = hit.last + 1
    if statement.kind(i) == kinds.NUMBER:
        return False
    reach = min(statement.comma(i) or statement.stop, i + _EVENT)
    events = cause_words(statement.tag, "event_like")
    return any(statement.tokens[j].lower in events or statement.kind(j) == kinds.VERB for j in range(i, reach))


def _consequence(statement: Statement, hit: Hit[Connective]) -> bool:
    """Something happens after the connective, and what it led to is named as one of the things that have causes."""
    if not _event(statement, hit):
        return False
    if statement.opens(hit.first):
        comma = statement.comma(hit.last + 1)
        effect = range(comma + 1, statement.stop) if comma is not None else range(0)
    else:
        effect = range(statement.start, hit.first)
    return any(statement.listed(i, "consequence") for i in effect)


def _reaction(statement: Statement, hit: Hit[Connective]) -> bool:
    """The verb or noun that the connective hangs on tells a reaction: "fined for", "protest over".

    A gerund after "for" is enough by itself.
    """
    if hit.value.form == "gerund" and statement.kind(hit.last + 1) == kinds.GERUND:
        return True
    for i in range(hit.first - 1, max(statement.start, hit.first - _NEAR) - 1, -1):
        if statement.kind(i) in _VERBAL or i == hit.first - 1:
            if statement.listed(i, "reaction"):
                return True
            if statement.kind(i) in _VERBAL:
                return False
        if statement.tokens[i].text in ",;:":
            return False
    return False


def _actor(statement: Statement, hit: Hit[Connective]) -> bool:
    """Somebody does something: a purpose is somebody's, be it left unsaid whose, "was founded to help"."""
    stop = hit.first
    if statement.opens(hit.first):
        stop = statement.stop
    for i in range(stop - 1, statement.start, -1):
        if statement.kind(i) == kinds.VERB and statement.kind(i - 1) != kinds.INFINITIVE:
            return statement.chunks.is_passive(i) or _can_mean(statement, statement.chunks.noun_phrase_before(i))
    return False


def _can_mean(statement: Statement, subject: Stretch | None) -> bool:
    """Whether the subject can have a purpose: no "it" and no state of things."""
    if subject is None:
        return False
    last = statement.tokens[subject[1]].lower
    if last in cause_words(statement.tag, "impersonal"):
        return False
    endings = tuple(words(statement.tag, "grammar", "abstract_endings"))
    return last not in words(statement.tag, "grammar", "abstract") and not (endings and last.endswith(endings))


def _unfinished(statement: Statement, hit: Hit[Connective]) -> bool:
    """ "since" gives a time where the main clause has a perfect, "has waited since the war began"."""
    i = hit.first - 1 if not statement.opens(hit.first) else statement.stop - 1
    first = statement.start if not statement.opens(hit.first) else (statement.comma(hit.last + 1) or statement.stop)
    group = statement.chunks.grammar.group
    return not any(group.get(statement.tokens[j].lower) == "have" for j in range(first, i + 1))


def _condition(statement: Statement, hit: Hit[Connective]) -> bool:
    """A condition, not what is asked or compared: "asked if", "as if"."""
    sentence = statement.page.sentence_of(hit.first)
    return opens_condition(statement.chunks, hit.first, sentence)


def _that(statement: Statement, hit: Hit[Connective]) -> bool:
    """«потому, что»: a comma may part the two words."""
    i = hit.last + 1
    return i + 1 < statement.stop and statement.tokens[i].text == "," and statement.listed(i + 1, "that")


_NEEDS = {
    "condition": _condition,
    "that": _that,
    "event": _event,
    "consequence": _consequence,
    "reaction": _reaction,
    "actor": _actor,
    "unfinished": _unfinished,
}
