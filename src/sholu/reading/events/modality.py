"""Whether an event is said to have happened: negated, alleged, planned, demanded, possible or conditional."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple, cast

from sholu.model.reading import Modality, Polarity
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.chunks.verbs import BASE, THIRD
from sholu.reading.events.conditions import (
    DONE_IN_WORDS,
    REACH,
    SAID_IS_DONE,
    TOLD,
    contrasts,
    in_future,
    in_present,
    is_conditional,
    on_condition,
    phrases_by_ending,
    verb_of,
)
from sholu.reading.events.converbs import shared_modality
from sholu.reading.events.denials import is_announced, is_denied, is_description
from sholu.reading.events.lexicon import Hit, Rule, phrases, words
from sholu.reading.languages.morphology import features

_AFTER = 6
_JUST_BEFORE = 4
"""Tokens before a "that" in which stands what its clause depends on,"""
_BEFORE_THAT = 9
"""and what denies it, with a phrase between: "rejected claims by the press that"."""
_DAY = len("2024-03-05")
_OF_OTHERS = frozenset({"planned", "demanded"})
_MODALITIES = frozenset(TOLD[1:4])
_FINITE = frozenset({"past", "present", "future"})
# Russian: words of these kinds govern a noun or an infinitive, and never a finite verb of their own clause.
_GOVERNORS = frozenset(
    {kinds.VERB, kinds.AUXILIARY, kinds.NOUN, kinds.ADJECTIVE, kinds.PARTICIPLE, kinds.GERUND, kinds.PREPOSITION}
)
_SPEAKING_OF = frozenset({kinds.GERUND, kinds.VERB, kinds.PARTICIPLE, kinds.NOUN})
"""Kinds of words of plans and demands that a verb with an auxiliary of its own does not depend on."""
_HEDGES = frozenset({"possible", "alleged"})
_ORDER: tuple[Modality, ...] = ("alleged", "demanded", "conditional", "planned", "possible")


class Strength(NamedTuple):
    """How strongly an event is stated."""

    polarity: Polarity
    modality: Modality


def strength(chunks: Chunks, hit: Hit[Rule]) -> Strength:
    """Polarity and modality of the event that a trigger names, from the words that govern it."""
    tag = chunks.language
    if is_description(chunks, hit):
        return Strength("affirmed", "actual")
    first = _scope(chunks, hit, _JUST_BEFORE)
    denying = _scope(chunks, hit, _BEFORE_THAT) if tag == "en" else first
    denied = (found for found in _found(chunks, "negation", denying, hit) if found.value == "negated")
    negated = any(
        _governs(chunks, found, hit) for found in denied if not (_adds(chunks, found) or _awaits(chunks, found, hit))
    )
    modalities: set[str] = {
        _meaning(chunks, found) for found in _found(chunks, "modality", first, hit) if _governs(chunks, found, hit)
    }
    for value in _after(chunks, hit):
        negated |= value == "negated"
        modalities.add(value)
    if tag == "en" and hit.value.type == "REQUEST":
        modalities.discard("demanded")  # to ask is done by asking
    negated |= is_denied(chunks, hit)
    if _to_come(chunks, hit):
        modalities.add("planned")
    if _is_subjunctive(chunks, hit):
        modalities.add("demanded")
    if is_conditional(chunks, hit, first):
        modalities.add("conditional")
    if tag != "en" and hit.value.noun is False:
        modalities |= _by_ending(chunks, hit, modalities)
        negated |= _negative_ending(chunks, hit)
    if "actual" in modalities and not modalities & {"demanded", "alleged"}:
        modalities = modalities - {"possible", "planned"}
    if (shared := shared_modality(chunks, hit)) is not None:
        modalities.add(shared)
    modality = next((name for name in _ORDER if name in modalities), None)
    if modality in (None, "possible", "planned") and on_condition(chunks, hit, to_come=modality is not None):
        modality = "conditional"
    if modality == "conditional" and contrasts(chunks, hit):
        modality = None
    if modality is None:
        own = cast(Modality, hit.value.modality or _infinitive(chunks, hit))
        modality = "actual" if "actual" in modalities else own
    return Strength("negated" if negated else "affirmed", modality)


def _adds(chunks: Chunks, found: Hit[str]) -> bool:
    """English: "not only", "not just": what is said is said, and more."""
    i = found.last + 1
    return (
        chunks.language == "en" and i < len(chunks.tokens) and chunks.tokens[i].lower in words("en", "grammar", "only")
    )


def _awaits(chunks: Chunks, found: Hit[str], hit: Hit[Rule]) -> bool:
    """Russian: «остаётся, пока президент не назначит преемника»: what is waited for, and not denied."""
    until = words(chunks.language, "grammar", "until")
    first = chunks.clause_at(hit.first)[0]
    return any(
        i > 0 and chunks.tokens[i].lower in until and chunks.tokens[i - 1].text == ","
        for i in range(first, min(found.first, hit.first))
    )


def _is_subjunctive(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """English: "demanded that powers be limited and the speaker be freed": a plain "be" right behind its subject."""
    i, first = hit.first - 1, chunks.clause_at(hit.first)[0]
    while i > first and chunks.kind(i) == kinds.ADVERB:
        i -= 1
    if chunks.language != "en" or i <= first or chunks.tokens[i].lower not in words("en", "grammar", "plain_be"):
        return False
    subject = chunks.kind(i - 1) in (kinds.NOUN, kinds.PRONOUN)
    return subject and not any(chunks.kind(j) == kinds.AUXILIARY for j in range(first, i))


def _meaning(chunks: Chunks, found: Hit[str]) -> str:
    """What a word of modality says: "would" only tells what was to come, unless it is said on a condition."""
    tokens = chunks.tokens
    if chunks.language != "en" or tokens[found.first].lower not in words("en", "grammar", "reported_future"):
        return found.value
    after = tokens[found.last + 1].lower if found.last + 1 < len(tokens) else ""
    sentence = chunks.sentence(found.first)
    conditions = words("en", "grammar", "conditions")
    if after in words("en", "grammar", "unreal"):
        return found.value
    return (
        found.value if any(tokens[i].lower in conditions for i in range(sentence.first, sentence.stop)) else "planned"
    )


def _scope(chunks: Chunks, hit: Hit[Rule], before: int) -> int:
    """The first token that may govern the trigger: its clause, and so many before a "that" that opens it."""
    first = chunks.clause_at(hit.first)[0]
    sentence = chunks.sentence(hit.first)
    if chunks.tokens[first].lower in words(chunks.language, "grammar", "that") and first > sentence.first:
        first = max(sentence.first, first - before)
    return max(first, hit.first - REACH, sentence.first)


def _found(chunks: Chunks, section: str, first: int, hit: Hit[Rule]) -> Iterator[Hit[str]]:
    """Words of a section before the trigger, longest first at each place; also those that end in the trigger."""
    lexicon = phrases(chunks.language, section)
    i = first
    while i < hit.first:
        found = lexicon.at(chunks.tokens, i, hit.first) if _plain(chunks, i) else None
        if found is not None:
            yield found
            i = found.last + 1
        else:
            i += 1


def _plain(chunks: Chunks, i: int) -> bool:
    """Whether the word is no name or month, "May"."""
    return not chunks.tokens[i].is_capitalised or i == chunks.sentence(i).first or chunks.tokens[i].shape == "upper"


def _governs(chunks: Chunks, found: Hit[str], hit: Hit[Rule]) -> bool:
    """Whether nothing between the word and the trigger takes its force: a finite verb, a comma, a semicolon."""
    if chunks.language == "ru" and not hit.value.noun and _of_another(chunks, found, hit):
        return False
    openers = words(chunks.language, "grammar", "clause_prepositions")
    if chunks.language == "en" and _describes(chunks, hit):
        return False
    if chunks.language == "en" and found.value in _OF_OTHERS and _own_predicate(chunks, hit, found):
        return False
    before = chunks.language == "en" and found.first < chunks.clause_at(hit.first)[0]
    if before and found.value == "planned" and chunks.kind(found.first) == kinds.AUXILIARY:
        return False  # "we will recall that two men were hurt"
    joined = hit.first > 0 and chunks.kind(hit.first - 1) == kinds.CONJUNCTION and _is_base(chunks, hit.first)
    for i in range(found.last + 1, hit.first):
        kind = chunks.kind(i)
        token = chunks.tokens[i]
        if token.text == "," and (_sets_off(chunks, found, i) or _opens_that(chunks, hit, i)):
            continue
        if token.text in ",;:" or kind == kinds.RELATIVE or token.lower in openers:
            return False
        if (
            kind == kinds.VERB
            and not joined
            and not (i > 0 and chunks.kind(i - 1) in (kinds.INFINITIVE, kinds.AUXILIARY))
        ):
            return False
        if kind == kinds.AUXILIARY and found.value == "negated" and chunks.kind(found.first) == kinds.DETERMINER:
            return True
    return True


def _of_another(chunks: Chunks, found: Hit[str], hit: Hit[Rule]) -> bool:
    """Russian: whether a word before a verb speaks of something else.

    Nouns, adjectives and verbs govern what is no finite verb, «просьбу отклонили», «на следующий день напали»; before
    a clause with «что» only verbs of their own deny it, «не сказал, что задержали».
    """
    if found.first < chunks.clause_at(hit.first)[0]:
        denies = chunks.kind(found.first) == kinds.VERB and chunks.kind(found.first - 1) != kinds.ADVERB
        return found.value == "negated" and not denies
    if found.value == "demanded" and chunks.kind(found.first) == kinds.PREPOSITION:
        return _finite(chunks, hit)  # «надо» may also be a preposition
    if chunks.kind(found.first) in (kinds.PREPOSITION, kinds.PARTICIPLE):
        return True  # «без предупреждения открыли огонь», «подозреваемых задержали»: they are about their noun
    return chunks.kind(found.first) in _GOVERNORS and _finite(chunks, hit)


def _finite(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Russian: whether a trigger is a finite verb; a passive one may depend on another, «может быть арестован»."""
    i = verb_of(chunks, hit)
    return (
        chunks.kind(i) == kinds.VERB
        and not chunks.is_passive(i)
        and features("ru", chunks.tokens[i].lower).tense in _FINITE
    )


def _sets_off(chunks: Chunks, found: Hit[str], i: int) -> bool:
    """Russian: whether the comma at `i` only sets off a word in brackets, «вероятно, назначат»."""
    return chunks.language == "ru" and i == found.last + 1 and found.value in _HEDGES


def _opens_that(chunks: Chunks, hit: Hit[Rule], i: int) -> bool:
    """Russian: whether the comma at `i` stands before the «что» that opens the clause of the trigger."""
    if chunks.language != "ru" or i + 1 != chunks.clause_at(hit.first)[0]:
        return False
    return chunks.tokens[i + 1].lower in words("ru", "grammar", "that")


def _own_predicate(chunks: Chunks, hit: Hit[Rule], found: Hit[str]) -> bool:
    """ "people planning to march were detained": an auxiliary of the trigger's own behind the plan."""
    first = hit.first
    while first - 1 > found.last and chunks.kind(first - 1) in (kinds.AUXILIARY, kinds.ADVERB):
        first -= 1
    finite = words("en", "grammar", "finite")
    said = any(chunks.tokens[i].lower in finite for i in range(first, hit.first + 1))
    return said and chunks.kind(found.first) in _SPEAKING_OF


def _describes(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether the trigger is a participle after the noun that it describes, "the release of a man jailed in May"."""
    if hit.value.noun or hit.first == 0 or chunks.kind(hit.first - 1) != kinds.NOUN:
        return False
    return chunks.is_participle(hit.first) or chunks.kind(hit.first) == kinds.PARTICIPLE


def _is_base(chunks: Chunks, i: int) -> bool:
    """Whether the word is a verb's base form and nothing else, so that it shares the auxiliary of the verb before."""
    form = chunks.grammar.verbs.get(chunks.tokens[i].lower)
    return form is not None and form.forms == BASE


def _after(chunks: Chunks, hit: Hit[Rule]) -> Iterator[str]:
    stop = chunks.clause_at(hit.last)[1] + 1
    if chunks.language == "ru" and not hit.value.noun and _is_infinitive(chunks, verb_of(chunks, hit)):
        yield from _governed_from_behind(chunks, hit, stop)
        return
    if not hit.value.noun:
        found = (
            phrases(chunks.language, "verb_after").at(chunks.tokens, hit.last + 1, stop)
            if hit.last + 1 < stop
            else None
        )
        if found is not None:
            yield found.value
        elif is_asked_for(chunks, hit.last):
            yield "demanded"
        return
    lexicon = phrases(chunks.language, "modality_after")
    for i in range(hit.last + 1, min(stop, hit.last + 1 + _AFTER)):
        if chunks.kind(i) in (kinds.SUBORDINATOR, kinds.RELATIVE):
            return
        found = lexicon.at(chunks.tokens, i, stop)
        if found is not None:
            yield found.value
            return


def _is_infinitive(chunks: Chunks, i: int) -> bool:
    """Russian: whether the word is an infinitive."""
    lower = chunks.tokens[i].lower
    return chunks.kind(i) == kinds.VERB and lower.endswith(tuple(words("ru", "grammar", "infinitive_endings")))


def _governed_from_behind(chunks: Chunks, hit: Hit[Rule], stop: int) -> Iterator[str]:
    """Russian puts what is known first: «увольнять его никто не собирается»."""
    lexicon = phrases(chunks.language, "verb_after")
    for i in range(hit.last + 1, min(stop, hit.last + 1 + _AFTER)):
        if chunks.kind(i) in (kinds.SUBORDINATOR, kinds.RELATIVE, kinds.MARK):
            return
        found = lexicon.at(chunks.tokens, i, stop)
        if found is not None:
            yield found.value


def is_asked_for(chunks: Chunks, i: int) -> bool:
    """Kazakh: whether words of asking stand behind a verb in the accusative, "кетуді бұрын талап етті"."""
    endings = tuple(words(chunks.language, "grammar", "asked_endings"))
    if not endings or not chunks.tokens[i].lower.endswith(endings):
        return False
    stop = chunks.clause_at(i)[1] + 1
    lexicon = phrases(chunks.language, "verb_after")
    behind = (lexicon.at(chunks.tokens, j, stop) for j in range(i + 1, min(stop, i + 1 + _AFTER)))
    found = next(filter(None, behind), None)
    return found is not None and found.value == "demanded"


def _to_come(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """English: "when she takes office": the present after such words is yet to come."""
    if chunks.language != "en" or hit.value.noun:
        return False
    opener = chunks.tokens[chunks.clause_at(hit.first)[0]].lower
    form = chunks.grammar.verbs.get(chunks.tokens[hit.first].lower)
    present = form is not None and THIRD in form.forms and chunks.tokens[hit.first].lower.endswith("s")
    return present and opener in words("en", "grammar", "to_come")


def dated(said: Strength, chunks: Chunks, hit: Hit[Rule], date: str | None, published: str | None) -> Strength:
    """What is told in the present of a time to come is planned; Kazakh: or of one day, "жұмада қарайды"."""
    if said.modality == "actual" and is_announced(chunks, hit, date, published):
        return said._replace(modality="planned")
    if chunks.language != "kk" or said.modality != "actual" or hit.value.type in DONE_IN_WORDS:
        return said
    if not date or not in_present(chunks, hit):
        return said
    first = date.partition("/")[0]
    one_day = len(date) == _DAY
    return said._replace(modality="planned") if one_day or (published and first > published) else said


def _infinitive(chunks: Chunks, hit: Hit[Rule]) -> Modality:
    """A bare infinitive of purpose says what is meant to happen."""
    if hit.value.noun or chunks.language != "en" or hit.first == 0:
        return "actual"
    return "planned" if chunks.kind(hit.first - 1) == kinds.INFINITIVE or _joins_infinitive(chunks, hit) else "actual"


def _joins_infinitive(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "asked the court to convict and sentence him": a plain form that "and" joins to an infinitive."""
    form = chunks.grammar.verbs.get(chunks.tokens[hit.first].lower)
    if form is None or BASE not in form.forms or chunks.kind(hit.first - 1) != kinds.CONJUNCTION:
        return False
    for i in range(hit.first - 2, max(chunks.clause_at(hit.first)[0], hit.first - REACH) - 1, -1):
        if chunks.kind(i) == kinds.VERB:
            return i > 0 and chunks.kind(i - 1) == kinds.INFINITIVE
    return False


def _by_ending(chunks: Chunks, hit: Hit[Rule], told: AbstractSet[str] = frozenset()) -> set[str]:
    """Kazakh and Russian verbs tell the future and the conditional by their endings.

    In Russian what is called possible is not planned, too: «возможно, закроют».
    """
    lower = chunks.tokens[hit.last].lower
    if chunks.language == "ru":
        return {"planned"} if in_future(chunks, hit) and "possible" not in told else set()
    table = phrases_by_ending(chunks.language)
    found = {name for name, endings in table.items() if name in _MODALITIES and lower.endswith(endings)}
    own = hit.value.type in SAID_IS_DONE and lower.endswith(tuple(words(chunks.language, "grammar", "own_endings")))
    return found - {"planned"} if own else found  # "талап етемін", "қолдаймыз"


def _negative_ending(chunks: Chunks, hit: Hit[Rule]) -> bool:
    if hit.value.refusing:
        return False  # «қабылдамады»: not to accept is what the trigger says
    lower = chunks.tokens[hit.last].lower
    endings = phrases_by_ending(chunks.language).get("negated", ())
    ending = next((ending for ending in endings if lower.endswith(ending)), None)
    # «қамады» is no "not": the root ends so
    return ending is not None and lower[: 2 - len(ending)] not in words(chunks.language, "forms", "like_refusing")
