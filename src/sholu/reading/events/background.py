"""Kazakh: which verbs that report deeds elsewhere only say what is asked, promised or denied, or describe a noun."""

from functools import cache

from sholu.reading.chunks import Chunks
from sholu.reading.events.conditions import contrasts, phrases_by_ending
from sholu.reading.events.lexicon import PERSONNEL, Hit, Rule, words

_OVER = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "COERCE"})
"""Types that have the infinitive before them for what they ask, promise, refuse, threaten, allow or forbid."""
_CONVERB = "п"
_WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT"})
"""Types that are deeds of words, which the form of condition mostly sets beside what others said."""
_FORBIDDING = "restrict"
_GAP = 4  # tokens between such an infinitive and the verb that has it


def is_background(chunks: Chunks, hit: Hit[Rule], following: Hit[Rule] | None) -> bool:
    """Whether a verb tells no deed where it stands: `following` is the trigger behind it."""
    if hit.value.noun:
        return False
    if _is_governed(chunks, hit, following) or _asks_by_letter(chunks, hit, following):
        return True
    return _describes(chunks, hit) or _denies(chunks, hit) or _is_blamed(chunks, hit) or _is_condition(chunks, hit)


def _is_governed(chunks: Chunks, hit: Hit[Rule], following: Hit[Rule] | None) -> bool:
    """ "босатуды талап етті", "жабамыз деп қорқытты": what was asked or threatened is told by the verb behind."""
    if following is None or following.first - hit.last > _GAP or not _rules(following, hit):
        return False
    between = chunks.tokens[hit.last + 1 : following.first]
    if any(token.shape == "mark" for token in between):
        return False
    lower = chunks.tokens[hit.last].lower
    if lower.endswith(_endings("governed_endings")):
        return True
    if following.value.type == "THREATEN" and lower.endswith(_endings("announcing")):
        return True  # «шекараны жабатынын айтып қорқытты»
    own = lower.endswith(_endings("own_endings"))
    return own and bool(between) and between[0].lower in words("kk", "grammar", "that")


def _rules(following: Hit[Rule], hit: Hit[Rule]) -> bool:
    rule = following.value
    if rule.noun or rule.type not in _OVER or (rule.type == "COERCE" and rule.mode != _FORBIDDING):
        return False
    return rule.type != "AGREE" or hit.value.type != "CONSULT"  # «кездесуге келісті» plans a meeting


def _describes(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "ұсталған дәрігерлер": a participle before its noun; who left or took an office is often told so, though."""
    tokens, i = chunks.tokens, hit.last + 1
    if hit.value.type in PERSONNEL or i >= len(tokens) or not tokens[hit.last].lower.endswith(_endings("describing")):
        return False
    behind = tokens[i]
    return behind.shape in ("lower", "number") and behind.lower not in words("kk", "grammar", "behind_participle")


def _denies(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "қатысқанын жоққа шығарды", "деп жоққа шығарды": a denial is what somebody says, no refusal."""
    tokens, i = chunks.tokens, hit.first
    if hit.value.type != "REJECT" or i == 0 or tokens[i].lower not in words("kk", "grammar", "denying"):
        return False
    before = tokens[i - 1].lower
    return before in words("kk", "grammar", "denied") or before.endswith(_endings("told_endings"))


def _asks_by_letter(chunks: Chunks, hit: Hit[Rule], following: Hit[Rule] | None) -> bool:
    """ "хат жолдап, ... талап етті": the letter is only how it was asked."""
    if following is None or {hit.value.type, following.value.type} != {"REQUEST"}:
        return False
    letter = chunks.tokens[hit.first].lower in words("kk", "grammar", "letters")
    return letter and chunks.tokens[hit.last].lower.endswith(_CONVERB)


def _is_blamed(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "ұрлағаны үшін", "ұрлады деп айыптады", "кешірім сұрады ма?": what somebody is blamed for, or asked."""
    tokens, i = chunks.tokens, hit.last + 1
    behind = [token.lower for token in tokens[i : i + 2]]
    if not behind or hit.value.type in PERSONNEL:
        return False
    if behind[0] in words("kk", "grammar", "asking"):
        return True
    if behind[0] in words("kk", "grammar", "because"):
        return tokens[hit.last].lower.endswith(_endings("done_endings"))
    return behind[0] in words("kk", "grammar", "blaming") and behind[-1].startswith(_endings("blame"))


def _is_condition(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """ "шекара жабылса, ...": what must happen first; "Ташкент талап етсе, Астана ..." only sets two deeds apart."""
    if hit.value.type in _WORDS or not chunks.tokens[hit.last].lower.endswith(phrases_by_ending("kk")["conditional"]):
        return False
    return not contrasts(chunks, hit)


@cache
def _endings(key: str) -> tuple[str, ...]:
    return tuple(words("kk", "grammar", key))
