"""Kinds of Kazakh words: the verb closes the clause, and its endings say so; everything else is nominal."""

from collections.abc import Sequence

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.kinds import Grammar
from sholu.text.tokens import Token

_CLOSING = frozenset('.,;:!?…»”")–—')
_SHORTEST = 4
_VOICELESS = frozenset("кқпстфхцчшщһ")
_HARD = frozenset("тқк")
_ALTERNATING = frozenset("тдқғкг")


def kazakh(tokens: Sequence[Token], first: int, stop: int, grammar: Grammar) -> list[str]:
    """The kind of every token of the sentence `first` .. `stop` (not included)."""
    return [_kind(tokens, i, stop, grammar) for i in range(first, stop)]


def _kind(tokens: Sequence[Token], i: int, stop: int, grammar: Grammar) -> str:
    token = tokens[i]
    if token.shape == "mark":
        return k.CONJUNCTION if token.text == "&" else k.MARK
    if token.shape == "number":
        return k.NUMBER
    closed = grammar.closed.get(token.lower)
    if closed is not None:
        return closed
    if token.shape != "lower" or len(token.lower) < _SHORTEST:
        return k.NOUN
    return _by_ending(tokens, i, stop, grammar)


def _ends(lower: str, endings: tuple[str, ...]) -> bool:
    """Whether a word ends in one of these as a verb does: a hard consonant follows a voiceless sound, and only it."""
    for ending in endings:
        if lower.endswith(ending) and ending[0] in _ALTERNATING and len(lower) > len(ending):
            if (ending[0] in _HARD) == (lower[-len(ending) - 1] in _VOICELESS):
                return True
        elif lower.endswith(ending):
            return True
    return False


def _by_ending(tokens: Sequence[Token], i: int, stop: int, grammar: Grammar) -> str:
    lower = tokens[i].lower
    following = tokens[i + 1] if i + 1 < stop else None
    closes = following is None or following.text in _CLOSING or grammar.closed.get(following.lower) == k.AUXILIARY
    if closes and _ends(lower, grammar.endings["verb"]) and not _is_owned_object(lower, grammar):
        return k.VERB
    if _ends(lower, grammar.endings["participle"]):
        return k.PARTICIPLE
    if lower.endswith(grammar.endings["gerund"]) and (closes or lower.endswith("п")):
        return k.GERUND
    return k.ADJECTIVE if lower.endswith(grammar.endings["adjective"]) and not closes else k.NOUN


def _is_owned_object(lower: str, grammar: Grammar) -> bool:
    """Whether a word that ends as a wish does is a noun that something owns: "басшысын", no "бармасын"."""
    wish = next((ending for ending in grammar.endings["wish"] if lower.endswith(ending)), None)
    stem = lower.removesuffix(wish) if wish is not None else ""
    if not stem or not stem.endswith(grammar.endings["vowel"]) or stem.endswith(grammar.endings["wishing"]):
        return False
    return not stem.endswith(grammar.endings["negative"]) or stem.endswith(grammar.endings["negated_nouns"])


def is_kazakh_passive(lower: str, grammar: Grammar) -> bool:
    """Whether a verb form has the passive "-л-" or "-н-": not "алды", whose root ends so, nor "ұсынды"."""
    ending = next((ending for ending in grammar.endings["passive"] if lower.endswith(ending)), None)
    if ending is None:
        return False
    stem = lower[: len(lower) - len(ending) + _VOICE]
    return stem not in grammar.endings["active"]


_VOICE = 2  # letters of a passive ending up to its "л" or "н"
