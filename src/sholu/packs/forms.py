"""How a name in a pack meets the name in a text: folding for look-up, and patterns that allow for case endings.

Patterns are in the notation of lexicons (`stem*`, `(a|b)`), word by word as texts are split: a word keeps its inner
hyphens and apostrophes, "'s" and every mark stand alone.
"""

import re
from functools import cache
from importlib import resources
from typing import Any

import tomli

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "\u00ad": ""})
_FOLDED = str.maketrans(
    {**dict.fromkeys("'’ʼ‘ʻ`«»“”„\"\u00ad"), "ё": "е", "-": " ", "‐": " ", "‑": " ", "–": " ", "\u00a0": " "}
)
_WORD = re.compile(
    r"\d{1,3}(?:[,. ]\d{3}(?!\d))+|\d+(?:[.,]\d+)?|(?<=[^\W_])'s\b|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]\.(?=\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|[^\W_](?:[^\W_]|[\u0300-\u036f]|(?!'s\b)[-'](?=[^\W_]))*|\S"
)
_MIN_STEM = 4
_QUOTED = re.compile(r"«([^»]*)»")
_QUOTES = ("«»", "“”", '""', "")
_NOTATION = re.compile(r"[*?|()]")


def fold(name: str) -> str:
    """`name` without what writers vary: case, hyphens, apostrophes, quotation marks, ё for е, double spaces."""
    return " ".join(name.lower().translate(_FOLDED).split())


def patterns(name: str, language: str, *, adjective: bool = False) -> tuple[str, ...]:
    """Patterns that find `name` (dictionary form, in `language`) in running text, case endings included.

    A name with a hyphen is also found with a space, and one with «» also with other quotation marks and with none.
    Names in a script that `language` does not inflect are found as they stand. ValueError for a name with a sign that
    the notation uses.
    """
    if _NOTATION.search(name):
        raise ValueError(f"the name {name!r} holds one of * ? | ( )")
    inflect = {"ru": _russian, "kk": _kazakh}.get(language)
    if inflect is None or not _is_cyrillic(name):
        return tuple(" ".join(words).lower() for words in _spellings(name))
    return tuple(inflect(words, adjective).lower() for words in _spellings(name))


def _spellings(name: str) -> list[list[str]]:
    """The words of `name`, in each way in which its hyphen and its quotation marks may be written."""
    spellings = [name.translate(_PLAIN)]
    if _QUOTED.search(name):
        spellings = [_QUOTED.sub(rf"{marks[:1]}\1{marks[1:]}", spellings[0]) for marks in _QUOTES]
    if "-" in name and all(len(part) > 1 for part in name.split("-")):
        spellings += [spelling.replace("-", " ") for spelling in spellings]
    return [_WORD.findall(spelling) for spelling in spellings]


def _is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)


@cache
def _endings() -> dict[str, Any]:
    return tomli.loads((resources.files("sholu.packs") / "endings.toml").read_text("utf-8"))


@cache
def _russian_endings(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table: dict[str, str] = _endings()["ru"][kind]
    rows = ((ending, tuple(dict.fromkeys(forms.split(" ")))) for ending, forms in table.items())
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def russian_forms(word: str) -> frozenset[str]:
    """All forms of a Russian name's word given in dictionary form, in small letters, with ё and with е."""
    lower = word.lower()
    rows = _russian_endings("word")
    ending, forms = next((row for row in rows if lower.endswith(row[0]) and len(word) - len(row[0]) >= 2), ("", ("",)))
    stem = lower[: len(lower) - len(ending)]
    found = {lower, *(stem + form for form in forms)}
    return frozenset(found | {form.replace("ё", "е") for form in found})


def _russian(words: list[str], adjective: bool) -> str:
    kind = "adjective" if adjective else "word"
    return " ".join(_russian_item(word, kind, first=i == 0) for i, word in enumerate(words))


def _russian_item(word: str, kind: str, *, first: bool) -> str:
    """One item: the first word spelled out in all its forms (exact and fast), the others as stems where long enough.

    Short words inside a name ("дел", "по") stay as they are, and so do abbreviations of two letters.
    """
    fixed = word.isupper() if first else word.islower()
    lower = word.lower()
    if not _is_cyrillic(word) or "." in word or len(word) < 2 or (fixed and len(word) < (3 if first else 4)):
        return word
    ending, forms = next(
        row for row in _russian_endings(kind) if lower.endswith(row[0]) and len(word) - len(row[0]) >= 2
    )
    stem = lower[: len(word) - len(ending)]
    spelled = [f"{stem}*"] if not first and len(stem) >= _MIN_STEM else [stem + form for form in forms]
    spelled += [form.replace("ё", "е") for form in spelled if "ё" in form]
    return spelled[0] if len(spelled) == 1 else f"({'|'.join(dict.fromkeys(spelled))})"


def _kazakh(words: list[str], _adjective: bool) -> str:
    *before, last = words
    if not _is_cyrillic(last):
        return " ".join(words)
    if before:
        return " ".join((*before, f"{last}*"))
    return f"({'|'.join(_kazakh_forms(last.lower()))})"


def _kazakh_forms(word: str) -> list[str]:
    """The word bare and with the suffixes that fit its last telling vowel and its end."""
    table = _endings()["kk"]
    letters: dict[str, str] = table["letters"]
    telling = [letter for letter in word if letter in letters["back"] + letters["front"]]
    harmonies = [name for name in ("back", "front") if not telling or telling[-1] in letters[name]]
    classes = [_kazakh_end(word[-1], letters), *(["possessed"] if word[-1] in "ыі" else [])]
    suffixes = [suffix for harmony in harmonies for end in classes for suffix in table[harmony][end].split(" ")]
    return [word, *dict.fromkeys(word + suffix for suffix in suffixes)]


def _kazakh_end(letter: str, letters: dict[str, str]) -> str:
    if letter in letters["liquid"]:
        return "liquid"
    if letter in letters["back"] + letters["front"] + letters["neutral"]:
        return "vowel"
    return "voiced" if letter in letters["voiced"] else "voiceless"
