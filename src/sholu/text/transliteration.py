"""Names from one alphabet into another, and a key under which all spellings of a name meet.

The rules are in `transliteration.toml`: practical transcription of some twenty languages, and the letters of Russian
and Kazakh in Latin. `name_origins` tells which language a name comes from.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from sholu.text.name_origins import votes
from sholu.text.transcription import compiled, knowledge

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_REMEMBERED = 16_384
_MOST = 5
_NAMES = frozenset({"Name", "Surn", "Geox"})  # the dictionary's marks of given names, surnames and places


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
    if language not in knowledge()["latin_of"]:
        raise ValueError(f"no romanisation of {language!r}; there are {', '.join(knowledge()['latin_of'])}")
    rules = compiled(knowledge()["latin_of"][language]["rules"])
    return re.sub(r"[\u0400-\u04ff]+", lambda word: _cased(rules.apply(word.group().lower(), {}), word.group()), text)


@lru_cache(maxsize=_REMEMBERED)
def skeleton(name: str) -> str:
    """A key that does not depend on script or on the manner of transcription; words keep their order.

    "Нұрлан Нығматулин", "Нурлан Нигматулин" and "Nurlan Nigmatulin" have the same. For finding likely equals: different
    names may share a key.
    """
    data = knowledge()["skeleton"]
    latin = to_latin(name, "kk").lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    rules = compiled(data["rules"])
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


@lru_cache(maxsize=_REMEMBERED)
def _ranked(word: str, name: tuple[str, ...]) -> tuple[str, ...]:
    """Spellings of one word of a name in small letters: each language votes for its own, second thoughts follow."""
    if not word or not any(letter.isalpha() and letter < "\u0370" for letter in word):
        return (word,)
    weight: defaultdict[str, float] = defaultdict(float)
    for form, vote in votes(word, name):
        weight[form] += vote
    boost, most = knowledge()["weights"]["familiar"], max(weight.values())
    for form, vote in list(weight.items()):
        if vote * boost >= most and familiar(form):
            weight[form] *= boost
    best = sorted(weight, key=lambda form: -weight[form])
    return tuple(dict.fromkeys([*best[:4], *_variants(best[0]), *best[4:]]))[:_MOST]


@lru_cache(maxsize=_REMEMBERED)
def familiar(form: str) -> bool:
    """Whether the Russian dictionary has the word, in small letters, as the base form of a name."""
    dictionary = _dictionary()
    return dictionary.word_is_known(form) and any(
        parse.is_known and parse.normal_form == form and _NAMES & parse.tag.grammemes
        for parse in dictionary.parse(form)
    )


@cache
def _dictionary() -> "MorphAnalyzer":
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _variants(form: str) -> Iterator[str]:
    for line in knowledge()["variants"]["pairs"].split("\n"):
        if line.strip():
            old, new = line.split()
            if old in form:
                yield form.replace(old, new, 1)
    for letter in knowledge()["variants"]["double"]:
        if letter * 2 in form:
            yield form.replace(letter * 2, letter)


def _cased(form: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
