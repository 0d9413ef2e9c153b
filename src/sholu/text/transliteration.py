"""Names from one alphabet into another, and a key under which all spellings of a name meet.

All knowledge is in `transliteration.toml`: transcription rules of some twenty languages, the marks by which a name's
spelling tells its language, and the letters of Russian and Kazakh in Latin.
"""

import math
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import islice, product
from typing import Any, NamedTuple

from rapidfuzz.distance import JaroWinkler

_REMEMBERED = 16_384
_MACROS = {
    "V": "[aeiouyāēīōūáéíóúýàèìòùâêîôûäëïöüåæøœãõăąęėįųőű]",
    "C": "[bcdfghjklmnpqrstvwxzßçčćďđğģķļłľñňńņřśšşșťţțžźż]",
    "F": "[eiyéèêëíîïēīęě]",
}
_NOT_LANGUAGES = frozenset({"letters", "pinyin", "variants", "latin_of", "skeleton"})
_MOST = 5
_IMPOSSIBLE = -9.0


class _Rules(NamedTuple):
    pattern: re.Pattern[str]
    replacements: tuple[str, ...]

    def apply(self, text: str, letters: dict[str, str]) -> str:
        """`text` rewritten from left to right; what no rule takes goes by its letter."""
        return self.pattern.sub(lambda match: self._replaced(match, letters), text)

    def _replaced(self, match: re.Match[str], letters: dict[str, str]) -> str:
        number = match.lastindex or 0
        return self.replacements[number - 1] if number <= len(self.replacements) else _letter(match.group(), letters)


class _Tongue(NamedTuple):
    """A language that names come from."""

    name: str
    prior: float
    cues: tuple[tuple[re.Pattern[str], float], ...]
    rules: _Rules


def candidates(text: str) -> list[str]:
    """Likely Russian spellings of a name in Latin letters, best first; capitals as in `text`, at most five."""
    return to_cyrillic(text)


def to_cyrillic(name: str, source: str = "en", target: str = "ru") -> list[str]:
    """Likely spellings of `name` in the letters of `target`, best first, at most five.

    `source` is the language of the text that the name stands in, not of the name, which its spelling tells. Only
    "ru" and "kk" are targets; Kazakh writes foreign names as Russian does. ValueError for another target.
    """
    if target not in {"ru", "kk"}:
        raise ValueError(f"no transcription into {target!r}; there are ru, kk")
    words = re.split(r"([\s-]+)", unicodedata.normalize("NFC", name.strip()))
    lower = tuple(word.lower().replace("’", "'") for word in words)
    name_words = tuple(word for word in lower[::2] if word)
    ranked = [(gap,) if i % 2 else _ranked(lower[i], name_words) for i, gap in enumerate(words)]
    if len(ranked) == 1:
        return [_cased(form, words[0]) for form in ranked[0]]
    whole = islice(product(*(forms[:3] for forms in ranked)), 5)
    return ["".join(map(_cased, forms, words)) for forms in whole]


def to_latin(text: str, language: str) -> str:
    """`text` in Latin letters as the English press writes Russian ("ru") and Kazakh ("kk") names; capitals are kept.

    What is Latin already stays. ValueError for another language.
    """
    if language not in _data()["latin_of"]:
        raise ValueError(f"no romanisation of {language!r}; there are {', '.join(_data()['latin_of'])}")
    rules = _compiled(_data()["latin_of"][language]["rules"])
    return re.sub(r"[\u0400-\u04ff]+", lambda word: _cased(rules.apply(word.group().lower(), {}), word.group()), text)


@lru_cache(maxsize=_REMEMBERED)
def skeleton(name: str) -> str:
    """A key that does not depend on script or on the manner of transcription; words keep their order.

    "Нұрлан Нығматулин", "Нурлан Нигматулин" and "Nurlan Nigmatulin" have the same. For finding likely equals: different
    names may share a key.
    """
    data = _data()["skeleton"]
    latin = to_latin(name, "kk").lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    rules = _compiled(data["rules"])
    return " ".join(filter(None, (_bare(rules.apply(word, {}), data["vowels"]) for word in re.split(r"[\s-]+", plain))))


def similar(a: str, b: str) -> float:
    """How alike two names sound, 0..1, whatever their scripts: 1 for the same skeleton."""
    one, other = skeleton(a), skeleton(b)
    if not one or not other:
        return 0.0
    return float(JaroWinkler.similarity(one, other))


def _bare(word: str, vowels: str) -> str:
    """The word with doubled letters made single and without the vowels inside, all vowels alike at the start."""
    single = re.sub(r"([^\d])\1+", r"\1", re.sub(r"[^a-z0-9]", "", word))
    head = re.match(f"[{vowels}]*", single)
    start = "a" if head and head.group() else ""
    rest = single[head.end() :] if head else single
    return start + re.sub(f"[{vowels}]", "", rest)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((resources.files("sholu.text") / "transliteration.toml").read_text("utf-8"))


@cache
def _compiled(block: str) -> _Rules:
    pairs = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
    patterns = [f"({_expanded(pattern)})" for pattern, _ in pairs]
    replacements = tuple("" if new == "-" else new for _, new in pairs)
    return _Rules(re.compile("|".join([*patterns, "(.)"])), replacements)


def _expanded(pattern: str) -> str:
    plain = re.sub("[VCF]", lambda macro: _MACROS[macro.group()], pattern)
    return re.sub(r"\((?!\?)", "(?:", plain)


def _letter(letter: str, letters: dict[str, str]) -> str:
    if letter in letters:
        return letters[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    return letters.get(base, letter)


@cache
def _tongues() -> tuple[_Tongue, ...]:
    found = []
    for name, entry in _data().items():
        if name not in _NOT_LANGUAGES:
            cues = (line.rsplit(" ", 1) for line in entry["cues"].splitlines() if line.strip())
            weighed = tuple((re.compile(_expanded(pattern)), float(weight)) for pattern, weight in cues)
            found.append(_Tongue(name, entry["prior"], weighed, _compiled(_rules_of(entry))))
    return tuple(found)


def _rules_of(entry: dict[str, Any]) -> str:
    """Its own rules, then those of the language that it is like."""
    return "\n".join([str(entry["rules"]), _rules_of(_data()[entry["like"]]) if "like" in entry else ""])


@lru_cache(maxsize=_REMEMBERED)
def _ranked(word: str, name: tuple[str, ...]) -> tuple[str, ...]:
    """Spellings of one word of a name in small letters: each language votes for its own, second thoughts follow."""
    if not word or not any(letter.isalpha() and letter < "\u0370" for letter in word):
        return (word,)
    votes: defaultdict[str, float] = defaultdict(float)
    for form, weight in _votes(word, name):
        votes[form] += weight
    best = sorted(votes, key=lambda form: -votes[form])
    return tuple(dict.fromkeys([*best[:4], *_variants(best[0]), *best[4:]]))[:_MOST]


def _votes(word: str, name: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """What each language makes of the word, and how likely the whole name makes the language."""
    letters = _data()["letters"]
    for number, tongue in enumerate(_tongues()):
        form = _from_pinyin(word) if tongue.name == "chinese" else tongue.rules.apply(word, letters)
        if form:
            scores = [_scores(part)[number] for part in name]
            yield form, math.exp(_scores(word)[number] + (sum(scores) / len(scores) if len(scores) > 1 else 0.0))


@lru_cache(maxsize=_REMEMBERED)
def _scores(word: str) -> tuple[float, ...]:
    """How much the spelling of the word speaks for each language."""
    scores = []
    for tongue in _tongues():
        score = tongue.prior + sum(weight for cue, weight in tongue.cues if cue.search(word))
        if tongue.name == "chinese":
            score += _data()["pinyin"]["weight"] if _from_pinyin(word) else _IMPOSSIBLE
        scores.append(score)
    return tuple(scores)


def _variants(form: str) -> Iterator[str]:
    for line in _data()["variants"]["pairs"].split("\n"):
        if line.strip():
            old, new = line.split()
            if old in form:
                yield form.replace(old, new, 1)
    for letter in _data()["variants"]["double"]:
        if letter * 2 in form:
            yield form.replace(letter * 2, letter)


@cache
def _syllables() -> dict[str, str]:
    table = _data()["pinyin"]
    parts = {key: dict(pair.split("=") for pair in table[key].split()) for key in ("initials", "finals", "whole")}
    joined = {a + b: x + y for a, x in parts["initials"].items() for b, y in parts["finals"].items()}
    return {**joined, **parts["whole"]}


def _from_pinyin(word: str) -> str | None:
    """A Chinese name by its syllables, the longest first; None if it does not fall into syllables."""
    if not word:
        return ""
    for length in range(min(6, len(word)), 0, -1):
        syllable = _syllables().get(word[:length])
        if syllable is None:
            continue
        rest = _from_pinyin(word[length:])
        if rest is not None:
            apart = "ъ" if word[length - 1] == "n" and rest[:1] in _SOFTENED else ""
            base = syllable[:-1] if apart and syllable.endswith("ь") else syllable
            return base + apart + rest
    return None


_SOFTENED = frozenset("яеёюиаоуэ") - frozenset("аоуэи")


def _cased(form: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
