"""Base forms of words: what a name or a common word is called before case, number and possession change it.

Endings are data (`morphology.toml` of each language); Russian common words are looked up in the pymorphy dictionary,
which is loaded on first use. Every answer is cached.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from sholu.reading.languages import language
from sholu.reading.languages.features import Features
from sholu.reading.languages.kazakh import analyses

__all__ = [
    "CACHED",
    "Features",
    "base_forms",
    "cased",
    "features",
    "forms_of_past",
    "is_impossible",
    "lemma",
    "readings",
]

CACHED = 65_536


@lru_cache(maxsize=CACHED)
def base_forms(tag: str, word: str) -> tuple[str, ...]:
    """Plausible base forms of `word`, likeliest first, the word itself among them; capitals are kept.

    `tag` is the language. Meant for names and toponyms ("Назарбаева": "Назарбаев", "Назарбаева"); never empty.
    """
    word = _without_possessive(word)
    lower = word.lower()
    if tag == "ru":
        forms = _russian_forms(lower)
    elif tag == "kk":
        forms = [analysis.lemma for analysis in analyses(lower)]
    else:
        forms = _english_forms(lower)
    return tuple(dict.fromkeys(cased(form, word) for form in forms))


@lru_cache(maxsize=CACHED)
def lemma(tag: str, lower: str) -> str:
    """The dictionary form of an ordinary word in small letters; the word itself where nothing is known of it."""
    if tag == "ru":
        return readings(tag, lower)[0].lemma
    if tag == "kk":
        return max(analyses(lower), key=lambda analysis: analysis.score).lemma
    return _english_lemma(lower)


def features(tag: str, word: str) -> Features:
    """The likeliest grammar of `word`; Russian by dictionary, Kazakh and English by their endings."""
    return readings(tag, word)[0]


@lru_cache(maxsize=CACHED)
def readings(tag: str, word: str) -> tuple[Features, ...]:
    """All grammars of `word`, likeliest first; at least one."""
    lower = _without_possessive(word).lower()
    if tag == "ru":
        return tuple(_russian_readings(lower))
    if tag == "kk":
        return tuple(sorted(analyses(lower), key=lambda analysis: -analysis.score))
    base = _english_lemma(lower)
    return (Features(base, number="plural" if lower.endswith("s") and base != lower else ""),)


def _without_possessive(word: str) -> str:
    for mark in ("'s", "’s"):
        if word.endswith(mark) and len(word) > len(mark):
            return word[: -len(mark)]
    return word


def cased(form: str, like: str) -> str:
    """`form` with the capitals of `like`: the letters they share are taken as written, the rest follows."""
    if form == like:
        return form
    if "-" in form and form.count("-") == like.count("-"):
        parts = zip(form.split("-"), like.split("-"), strict=True)
        return "-".join(cased(part, written) if part and written else part for part, written in parts)
    shared = 0
    for written, wanted in zip(like, form, strict=False):
        if written.lower() != wanted:
            break
        shared += 1
    upper = len(like) > 2 and like.isupper()
    return like[:shared] + (form[shared:].upper() if upper else form[shared:])


@cache
def _table(tag: str) -> dict[str, Any]:
    return language(tag).table("morphology")


@cache
def _endings(tag: str) -> tuple[dict[str, list[str]], tuple[int, ...]]:
    endings: dict[str, list[str]] = _table(tag)["endings"]
    return endings, tuple(sorted({len(ending) for ending in endings}, reverse=True))


def _by_ending(tag: str, lower: str) -> list[str]:
    """Base forms by the longest ending in the table that leaves a stem; the word itself comes last if not before."""
    endings, lengths = _endings(tag)
    for length in lengths:
        stem = lower[:-length]
        if len(stem) >= _table(tag)["shortest_stem"]:
            replacements = endings.get(lower[-length:])
            if replacements is not None:
                forms = [lower if new == "=" else stem + new for new in replacements]
                forms = [form for form in forms if form == lower or not is_impossible(tag, form)]
                return forms if lower in forms else [*forms, lower]
    return [lower]


@cache
def _impossible_pattern(tag: str) -> re.Pattern[str] | None:
    pattern = _table(tag).get("impossible")
    return re.compile(pattern) if pattern else None


def is_impossible(tag: str, form: str) -> bool:
    """Whether no base form ends as this one does."""
    pattern = _impossible_pattern(tag)
    return pattern is not None and pattern.search(form) is not None


# Russian


@cache
def _dictionary() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=CACHED)
def _russian_readings(lower: str) -> list[Features]:
    if not _CYRILLIC.fullmatch(lower):
        return [Features(lower, score=0.0)]
    added = _added_words().get(lower)
    if added is not None:
        return added
    return _parsed(lower) or [Features(lower, score=0.0)]


def _parsed(lower: str) -> list[Features]:
    """The likeliest grammars of a word, by what is like it where the dictionary lacks it."""
    words: dict[str, bool] = {}
    found = []
    for parse in islice(_dictionary().parse(lower), _MOST):
        known = words.get(parse.word)
        if known is None:
            known = words[parse.word] = parse.is_known
        found.append(_grammar(parse.tag)._replace(lemma=parse.normal_form, known=known, score=parse.score))
    return found


@lru_cache(maxsize=CACHED)
def _grammar(tag: Any) -> Features:
    """What a tag of the dictionary says, in our words; without the word."""
    parts, values = _table("ru")["parts"], _table("ru")["values"]
    return Features(
        "",
        parts.get(tag.POS, ""),
        values.get(tag.case, ""),
        values.get(tag.gender, ""),
        values.get(tag.number, ""),
        values.get(tag.tense, ""),
        next((values[mark] for mark in _NAME_MARKS if mark in tag), ""),
        tag.animacy == "anim",
        aspect=values.get(tag.aspect, ""),
    )


@cache
def _added_words() -> dict[str, list[Features]]:
    """The forms of the words that the dictionary lacks."""
    table = _table("ru")
    found: dict[str, list[Features]] = {}
    for name, block in table["unknown"].items():
        for word in block.split():
            for case, endings in table["declensions"][name].items():
                for ending, number in zip(endings.split(" "), ("singular", "plural"), strict=True):
                    reading = Features(word, "noun", case, "masculine", number, "", "", name == "man", True, 1.0)
                    found.setdefault(word + ending, []).append(reading)
    return found


@lru_cache(maxsize=CACHED)
def in_nominative(lower: str, part: str, gender: str, number: str) -> str | None:
    """A Russian word of this part of speech in the nominative of a gender and number; None where that is not known.

    `gender` is "" in the plural and for nouns, which have their own.
    """
    table = _table("ru")
    kept = {mark for name, mark in table["values"].items() if mark == gender}
    grammemes = {"nomn", *(name for name, mark in table["values"].items() if mark in kept or mark == number)}
    for parse in islice(_dictionary().parse(lower), _MOST):
        if table["parts"].get(parse.tag.POS, "") == part:
            form = parse.inflect(grammemes)
            if form is not None:
                return str(form.word)
    return None


@cache
def forms_of_past(past: str, *, described: bool = True) -> tuple[str, ...]:
    """The other forms of a Russian verb given in the past: infinitive, future or present in the third person, gerunds,
    participles; nothing for what is no such past. Passive participles with a case only if things are `described`.
    """
    if not any(_is_past(tag) for tag in _known_tags(past)):
        return ()  # told before the dictionary weighs the word's meanings, which takes four times as long
    verb = next((one for one in islice(_dictionary().parse(past), _MOST) if one.is_known), None)
    if verb is None or not _is_past(verb.tag):
        return ()
    words = _dictionary().dictionary
    _, word, paradigm, number = verb.methods_stack[0]
    stem = words.build_stem(words.paradigms[paradigm], number, word)
    return tuple(dict.fromkeys(f"{prefix}{stem}{suffix}" for prefix, suffix in _wanted(paradigm, described)))


@cache
def _wanted(paradigm: int, described: bool) -> tuple[tuple[str, str], ...]:
    """What stands before and behind the stem in the wanted forms of all verbs that are conjugated so."""
    forms = _dictionary().dictionary.build_paradigm_info(paradigm)
    return tuple((prefix, suffix) for prefix, tag, suffix in forms if _is_wanted(tag, described))


@lru_cache(maxsize=CACHED)
def is_verbal(lower: str) -> bool:
    """Whether a Russian word is likeliest a form of a verb: finite, infinitive, gerund or participle."""
    if lower not in _added_words():
        found = {_is_verb_form(tag) for tag in _known_tags(lower)}
        if len(found) == 1:  # whatever it means: nothing to be weighed
            return found.pop()
    return readings("ru", lower)[0].part in _VERBAL


def _known_tags(lower: str) -> Iterator[Any]:
    """The grammars that the dictionary has for a word, e for ё as in print."""
    analyser = _dictionary()
    words = analyser.dictionary
    for _, found in words.words.similar_items(lower, analyser.char_substitutes):
        for paradigm, number in found:
            yield words.build_tag_info(paradigm, number)


@cache
def _is_verb_form(tag: Any) -> bool:
    return _table("ru")["parts"].get(tag.POS, "") in _VERBAL


@cache
def _is_past(tag: Any) -> bool:
    return bool(tag.POS == "VERB" and tag.tense == "past")


_VERBAL = frozenset({"verb", "infinitive", "converb", "participle"})


@cache
def _is_wanted(tag: Any, described: bool) -> bool:
    part, past = tag.POS, bool(tag.tense == "past")
    if part == "VERB":
        return not past and bool(tag.person == "3per")
    if part == "PRTF":
        return past and (described or "actv" in tag)
    return (part == "PRTS" and past) or part in ("INFN", "GRND")


_FOREIGN = frozenset("әғқңөұүһі")  # letters of names that keep their Kazakh spelling in Russian
_CYRILLIC = re.compile("[\u0400-\u04ff-]+")
_MOST = 6  # grammars that are kept of a word
_NAME_MARKS = ("Name", "Surn", "Patr", "Geox", "Orgn")


def _russian_forms(lower: str) -> list[str]:
    if not _FOREIGN.isdisjoint(lower):
        return [lower]
    if "-" in lower:
        return _hyphenated("ru", lower)
    if lower.endswith(tuple(_table("ru")["nominative"])):
        return [lower, *_known_bases(lower)]
    return [*_known_bases(lower), *_by_ending("ru", lower)]


def _known_bases(lower: str) -> list[str]:
    """Base forms of a noun or adjective that the dictionary knows, names before other words; without ranking."""
    words = _dictionary().dictionary
    found: dict[str, int] = {}
    for form in words.words.get(lower, ()):
        rank = _rank(words.build_tag_info(*form))
        if rank is not None:
            base = words.build_normal_form(*form, lower)
            found[base] = min(rank, found.get(base, rank))
    return sorted(found, key=found.__getitem__)


@lru_cache(maxsize=CACHED)
def _rank(tag: Any) -> int | None:
    """The place of a noun or adjective among base forms, names before other words; None for what is neither."""
    if tag.POS not in _NOMINAL:
        return None
    order: dict[str, int] = _table("ru")["order"]
    return next((order[mark] for mark in order if mark in tag), len(order))


_NOMINAL = frozenset({"NOUN", "ADJF"})


def _hyphenated(tag: str, lower: str) -> list[str]:
    parts = lower.split("-")
    joining = _table(tag)["joining"]
    if len(parts) > 2 and parts[1] in joining:
        rest = "-".join(parts[1:])
        return [f"{form}-{rest}" for form in _russian_forms(parts[0]) if form]
    head = "-".join(parts[:-1])
    return [*(f"{head}-{form}" for form in _russian_forms(parts[-1])), lower]


# English


def _english_forms(lower: str) -> list[str]:
    if lower.endswith(("'", "’")):
        return [lower[:-1], *_by_ending("en", lower[:-1])]
    return [lower, *_singular(lower)]


def _singular(lower: str) -> list[str]:
    if any(lower.endswith(end) for end in _table("en")["keep"]):
        return []
    return [form for form in _by_ending("en", lower) if form != lower]


def _english_lemma(lower: str) -> str:
    table = _table("en")
    lower = _without_possessive(lower)
    irregular: str | None = table["irregular"].get(lower)
    if irregular is not None:
        return irregular
    verbs = table["verbs"]
    for suffix in verbs["suffixes"]:
        stem = lower.removesuffix(suffix)
        if stem != lower and len(stem) >= verbs["shortest_stem"] and any(letter in "aeiouy" for letter in stem):
            return _verb_stem(stem, verbs)
    return (_singular(lower) or [lower])[0]


def _verb_stem(stem: str, verbs: dict[str, Any]) -> str:
    if stem.endswith("e") and not stem.endswith("ee"):
        return stem + "e"
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem.endswith(tuple(verbs["doubled"])):
        return stem[:-1]
    if not stem.endswith(tuple(verbs["keep_as_is"])) and stem.endswith(tuple(verbs["restore_e"])):
        return stem + "e"
    return stem
