"""Kazakh measures set right: in the nominative, no verb among them, and what a number by itself counts.

The verb ends a Kazakh clause and comes right behind a sum, so that it is soon taken for what the sum measures:
"25 миллион доллар салуға келісті". What the sum then is follows from the deed: what is put in is an investment.
"""

from collections.abc import Sequence
from functools import cache

from sholu.model.changing import replace
from sholu.model.reading import Quantity
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.languages import language
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.kazakh_nouns import nominative
from sholu.reading.quantities.lexicon import unit_words
from sholu.text.phrases import Phrases
from sholu.text.tokens import Token, tokenise

_COUNTED = frozenset({"count", "%"})
"""Of what is counted the verb may tell: "тоғызы қаза тапты"."""
_STOPS = frozenset(";:.!?")
_CASE = 3  # letters of an ending of a case
_AFTER = 6  # tokens from a sum to the verb of its deed


def kazakh_measure(page: Page, item: Quantity, before: Sequence[Quantity]) -> Quantity:
    """The figure with its measure set right; `before` are the figures told before it."""
    item = _as_part(page, item, before)
    if item.unit not in _COUNTED and item.unit not in unit_words("kk").durations:
        item = _without_verb(page, item)
    given = item.unit in unit_words("kk").currencies or item.unit in unit_words("kk").durations
    if given and item.measure and _is_somebody(item.measure):
        item = replace(item, measure=None)
    if item.unit != "count" and item.measure and _is_aside(item.measure):
        item = replace(item, measure=said_kazakh(page, item.evidence))
    if item.measure is None and item.unit in unit_words("kk").currencies:
        item = replace(item, measure=_named_by_deed(page, item))
    if item.measure is None and item.change is not None and _stands_for_last(page, item, before):
        item = replace(item, measure=before[-1].measure, holder=item.holder or before[-1].holder)
    if item.unit == "count" and item.measure:
        item = replace(item, measure=_counted(item.measure))
    return replace(item, measure=_nominative(_without_adverb(item.measure))) if item.measure else item


def _counted(measure: str) -> str:
    """What a number counts, without what is that one's: "екі сорғының | электрін", "он жолаушының | денесі".

    Of people the number counts those who stand last: "елу құқық қорғау органының қызметкері".
    """
    told = measure.split()
    endings = kazakh_endings("genitive")
    owner = next((at for at, word in enumerate(told[:-1]) if word.endswith(endings)), None)
    if owner is None or _is_somebody(measure):
        return measure
    ending = next(one for one in endings if told[owner].endswith(one))
    bare = told[owner].removesuffix(ending)
    return " ".join((*told[:owner], bare if bare.endswith(kazakh_endings("owned")) else told[owner]))


def _without_adverb(measure: str) -> str:
    """The measure without words of time at its end: "мектеп түсімі | алғаш рет"."""
    told = measure.split()
    while len(told) > 1 and told[-1].lower() in _deeds()["adverbs"]:
        told.pop()
    return " ".join(told)


def said_kazakh(page: Page, figure: Span) -> str | None:
    """«екі айға қамауға алынды»: the noun behind the figure that the verb goes with."""
    at = page.token_range(figure)[1]
    if at >= page.sentence_at(figure.start).stop or chunks_of(page).kind(at) != k.NOUN:
        return None
    lower = page.tokens[at].lower
    return page.tokens[at].text if features("kk", lower).case == "dat" and not _is_aside(lower) else None


def _is_somebody(measure: str) -> bool:
    """Whether words are for whoever did something with a sum: "бас есепші 40 миллион теңгені жымқырды"."""
    last = measure.lower().split()[-1]
    forms = {last, features("kk", last).lemma}
    known = (*kazakh_small_words("people"), *kazakh_small_words("bodies"), *kazakh_small_words("receivers"))
    return not forms.isdisjoint(known)


def _is_aside(measure: str) -> bool:
    """Whether words only say where, from what or by what: "бюджеттен", "соттың санкциясымен", "метрдің орнына"."""
    last = measure.lower().split()[-1]
    if unit_words("kk").holders.accounts.at(tokenise(last), 0):
        return False  # "табыстан айырылды"
    return last in _deeds()["asides"] or last.endswith(tuple(_deeds()["aside_endings"]))


def _stands_for_last(page: Page, item: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether "this" opens the clause and means what the last figure told: "..., бұл былтырғыдан 6 пайызға көп"."""
    if not before or page.sentence_at(before[-1].evidence.start).i != page.sentence_at(item.evidence.start).i:
        return False
    between = page.tokens_in(Span(before[-1].evidence.end, item.evidence.start))
    return any(token.lower in unit_words("kk").measures.stand_ins for token in between)


def _as_part(page: Page, item: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A number that stands for those it counts, by what the greater number before it does: "төртеуі ұсталды"."""
    if item.unit != "count" or item.value is None:
        return item
    first, stop = page.token_range(item.evidence)
    forms = _deeds()["collective"]
    for at in range(first, stop):
        token = page.tokens[at]
        form = next((one for one in forms if token.lower.startswith(one) and len(token.text) <= len(one) + _CASE), None)
        if form is not None and token.shape == "lower":
            whole = _whole(page, item, before)
            return replace(item, measure=whole, evidence=page.span(first, at)) if whole else item
    return item


def _whole(page: Page, item: Quantity, before: Sequence[Quantity]) -> str | None:
    """What the last greater number told in the paragraph counts."""
    for other in reversed(before):
        if "\n" in page.text[other.evidence.end : item.evidence.start]:
            return None
        most = other.value or other.high or other.low or 0
        if other.unit == "count" and other.measure and item.value is not None and most >= item.value:
            return other.measure
    return None


def _without_verb(page: Page, item: Quantity) -> Quantity:
    """The figure without a measure, and words of it, that are but the verb right behind the sum."""
    words = (item.measure or "").lower().split()
    first, stop = page.token_range(item.evidence)
    near = (at for at in range(first + 1, stop + 1) if at < len(page.tokens) and words)
    at = next((at for at in near if _is_form(page.tokens[at], words[0]) and _is_verbal(page, at)), None)
    if at is None:
        return item
    return replace(item, measure=None, evidence=page.span(first, min(at, stop) - 1))


def _is_form(token: Token, word: str) -> bool:
    """Whether a token is the word, or the word with an ending: "жымқырды", "жымқыр"."""
    return token.lower == word or (len(word) > _CASE and token.lower.startswith(word))


def _is_verbal(page: Page, at: int) -> bool:
    """Whether a word is a verb: by its ending, or before the "деген" of what is said."""
    lower, chunks = page.tokens[at].lower, chunks_of(page)
    if chunks.kind(at) in (k.VERB, k.GERUND, k.PARTICIPLE) or lower.endswith(tuple(_deeds()["verbal"])):
        return True
    said = at + 1 < len(page.tokens) and chunks.kind(at + 1) == k.SUBORDINATOR
    return said and lower.endswith(chunks.grammar.endings["verb"])


def _behind(page: Page, item: Quantity) -> list[Token]:
    """The words between a sum and the end of its clause."""
    after = page.token_range(item.evidence)[1]
    stop = min(page.sentence_at(item.evidence.start).stop, after + _AFTER)
    found = page.tokens[after:stop]
    end = next((number for number, token in enumerate(found) if token.text in _STOPS), len(found))
    return found[:end]


def _named_by_deed(page: Page, item: Quantity) -> str | None:
    """What a sum is by what is done with it; the first verb tells."""
    behind = _behind(page, item)
    for number, token in enumerate(behind):
        match = _named().at(behind, number)
        if match is not None:
            return match.value
        if token.text == ",":
            return None
    return None


def _nominative(measure: str) -> str:
    """The measure with its last word in the base form; one that others belong to keeps what says so."""
    *first, last = measure.split()
    if first and last.endswith(kazakh_endings("possessed_accusative")) and nominative(last) != last:
        return " ".join((*first, last[:-1]))  # "дизель генераторы"
    return " ".join((*first, nominative(last) if last.islower() else last))


@cache
def _deeds() -> dict[str, list[str]]:
    table = language("kk").table("units")["deeds"]
    return {name: list(table[name]) for name in ("collective", "verbal", "asides", "aside_endings", "adverbs")}


@cache
def _named() -> Phrases[str]:
    """Verbs, and what a sum is that they are said of."""
    sums: dict[str, list[str]] = language("kk").table("units")["deeds"]["sums"]
    return Phrases((pattern, noun) for noun, patterns in sums.items() for pattern in patterns)
