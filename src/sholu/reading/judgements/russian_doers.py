"""Russian: who does what a verb of causes says: what people and bodies do on purpose is an event and no cause."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import phrases
from sholu.reading.judgements.statement import Statement
from sholu.reading.languages.morphology import readings

_FAR = 9  # tokens before a verb within which its subject begins
_LIKELY = 0.3  # how likely the reading of a word for somebody must be: «брак» is a surname, too
_EDGES = frozenset(',;:—–()«»"')
_OPENERS = frozenset({kinds.VERB, kinds.CONJUNCTION, kinds.SUBORDINATOR, kinds.RELATIVE})


def is_done_by_somebody(statement: Statement, verb: int) -> bool:
    """Whether the subject before a verb is somebody, «МИД вызвал посла», «профсоюз грозит забастовкой»."""
    head = _subject(statement, verb)
    if head is None:
        return False
    tokens = statement.tokens
    if phrases("ru", "sectors").at(tokens, head, verb) is not None:
        return True
    named = tokens[head].is_capitalised and head > statement.start and tokens[head].text != tokens[head].text.upper()
    forms = [form for form in readings("ru", tokens[head].lower) if form.case == "nom"]
    return named or any(form.animate and form.score >= _LIKELY for form in forms)


def is_before_somebody(statement: Statement, verb: int) -> bool:
    """Whether somebody stands right behind a passive verb as its subject: «вызван посол»."""
    if verb + 1 >= statement.stop:
        return False
    forms = readings("ru", statement.tokens[verb + 1].lower)
    return any(form.animate and form.case == "nom" and form.score >= _LIKELY for form in forms)


def _subject(statement: Statement, verb: int) -> int | None:
    """The first noun in the nominative of the clause before a verb: what follows it may be but its genitives."""
    first = verb
    while first > statement.start and verb - first < _FAR:
        if statement.tokens[first - 1].text in _EDGES or statement.kind(first - 1) in _OPENERS:
            break
        first -= 1
    governed = False
    for i in range(first, verb):
        if statement.kind(i) == kinds.PREPOSITION:
            governed = True
        elif statement.kind(i) in (kinds.NOUN, kinds.PRONOUN):
            if not governed and any(form.case == "nom" for form in readings("ru", statement.tokens[i].lower)):
                return i
            governed = False
    return None
