"""Whether an event stands on a condition: inside an if-clause, or in the outcome of one."""

from functools import cache

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.events.lexicon import Hit, Rule, present_forms, words
from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings

REACH = 20
"""Tokens before a trigger that are looked at."""
DONE_IN_WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
SAID_IS_DONE = DONE_IN_WORDS | {"SUPPORT"}
"""Types that are deeds of words: told in the present, they are done already."""
TOLD = ("negated", "planned", "conditional", "demanded", "present", "done")
"""What endings of verbs tell."""
_BREAKS = frozenset(";:«»—–")
_STOPS = frozenset(";—(")
_SUBJECTS = frozenset({kinds.NOUN, kinds.PRONOUN, kinds.DETERMINER, kinds.ADJECTIVE, kinds.NUMBER})


def is_conditional(chunks: Chunks, hit: Hit[Rule], first: int) -> bool:
    """Whether a trigger, whose scope begins at token `first`, stands in an if-clause or depends on one."""
    if chunks.language == "ru" and _depends(chunks, hit):
        return True
    start = chunks.clause_at(hit.first)[0]
    if first > start or chunks.tokens[start].lower not in words(chunks.language, "grammar", "condition"):
        return False
    # "Were Norland to attack", but not "..., who sang, were arrested"
    return chunks.kind(start) != kinds.AUXILIARY or chunks.kind(start + 1) in _SUBJECTS


def _depends(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Russian: «если не накажут, она снимется»: what will happen on a condition of its sentence."""
    if hit.value.noun or not in_future(chunks, hit):
        return False
    conditions = words("ru", "grammar", "condition")
    sentence = chunks.sentence(hit.first)
    first, last = max(sentence.first, hit.first - REACH), min(sentence.stop, hit.last + REACH)
    for step, stop in ((-1, first - 1), (1, last)):
        for i in range(hit.first, stop, step):
            if chunks.tokens[i].text in _STOPS:
                break
            if chunks.tokens[i].lower in conditions:
                return True
    return False


def in_future(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Russian: whether a trigger is a verb in the future, and cannot be one in the present: «блокируют» can."""
    tenses = {form.tense for form in readings("ru", chunks.tokens[verb_of(chunks, hit)].lower)}
    return "future" in tenses and "present" not in tenses


def on_condition(chunks: Chunks, hit: Hit[Rule], *, to_come: bool) -> bool:
    """Kazakh: "ақша түспесе, көшеге шығуы мүмкін": whether a condition stands before what is yet to come."""
    if chunks.language != "kk" or hit.value.type in DONE_IN_WORDS or not (to_come or in_present(chunks, hit)):
        return False
    first = max(chunks.sentence(hit.first).first, hit.first - REACH)
    for i in range(hit.first - 1, first - 1, -1):
        if chunks.tokens[i].text in _BREAKS:
            return False
        if _is_condition(chunks, i):
            return True
    return False


def _is_condition(chunks: Chunks, i: int) -> bool:
    token = chunks.tokens[i]
    if chunks.tokens[i + 1].text != "," or not token.lower.endswith(phrases_by_ending("kk")["conditional"]):
        return False
    named = i > 0 and chunks.tokens[i - 1].is_capitalised  # «Анкара болса, ...» sets one beside another
    return token.lower not in words("kk", "grammar", "no_condition") and not (named and token.lower == "болса")


def in_present(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Kazakh: whether a trigger is a verb in the present."""
    lower = chunks.tokens[hit.last].lower
    return not hit.value.noun and (lower.endswith(phrases_by_ending("kk")["present"]) or lower in present_forms("kk"))


def contrasts(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Kazakh: "Ташкент талап етсе, Астана бас тартты": a form of condition beside another deed that is done."""
    tokens, stop = chunks.tokens, chunks.sentence(hit.first).stop
    i = hit.last + 1
    if chunks.language != "kk" or i >= stop or tokens[i].text != ",":
        return False
    if not tokens[hit.last].lower.endswith(phrases_by_ending("kk")["conditional"]):
        return False
    last = next((j for j in range(i, stop) if tokens[j].text == ";"), stop)
    told = [token.lower for token in tokens[i:last] if token.shape != "mark"]
    endings = phrases_by_ending("kk")
    present = told[-1:] and (told[-1].endswith(endings["present"]) or told[-1] in present_forms("kk"))
    return bool(told) and told[-1].endswith(endings["done"]) and not present


def verb_of(chunks: Chunks, hit: Hit[Rule]) -> int:
    """The verb of a trigger that may begin with what it is done to, «комендантский час вводить»."""
    return hit.first if chunks.kind(hit.first) == kinds.VERB else hit.last


@cache
def phrases_by_ending(tag: str) -> dict[str, tuple[str, ...]]:
    """Verb endings by the modality or polarity that they tell."""
    table: dict[str, str] = language(tag).table("events").get("endings", {})
    return {name: tuple(text.split()) for name, text in table.items() if name in TOLD}
