"""The forms of a Russian verb by its past: a lexicon that lists «открыл*» knows «открыть», «откроют», «открыв», too."""

import re
from collections.abc import Set as AbstractSet
from functools import cache

from sholu.reading.languages.morphology import forms_of_past, is_verbal

_WORD = re.compile(r"[\w-]+\*?")
_BESIDE = " &("


def in_all_forms(pattern: str, listed: AbstractSet[str] = frozenset()) -> str:
    """The pattern with every verb that it gives in the past in its other forms, too; what must stand beside as it is.

    A participle with a case only stands for the deed alone: «подписанный договор» tells of the treaty. Forms that are
    in `listed`, where the data say something of their own about them, are left out.
    """
    lead, mark, beside = pattern.partition(_BESIDE)
    alone = " " not in lead and not mark
    known = listed if alone else frozenset()
    return _WORD.sub(lambda found: _with_forms(found[0], lead, found.start(), alone, known), lead) + mark + beside


def _with_forms(word: str, pattern: str, at: int, alone: bool, listed: AbstractSet[str]) -> str:
    forms = [form for form in _forms(word.removesuffix("*"), alone) if not _is_listed(form, listed)]
    if not forms:
        return word
    whole = "|".join(dict.fromkeys((word, *forms)))
    before, behind = pattern[at - 1 : at], pattern[at + len(word) : at + len(word) + 1]
    if pattern.count("(", 0, at) > pattern.count(")", 0, at):
        inside = before in "(|" and behind in ("|", ")")
        return whole if inside else word  # one of several words of a choice: left as it is
    return f"({whole})"


def _is_listed(form: str, listed: AbstractSet[str]) -> bool:
    """Whether a form is in the data, or a beginning of it with a star."""
    if not listed:
        return False
    return form in listed or any(form[:length] + "*" in listed for length in range(len(form), 0, -1))


@cache
def _forms(past: str, alone: bool) -> tuple[str, ...]:
    found = []
    for form in forms_of_past(past, described=alone):
        if not is_verbal(form):
            continue
        found.append(form)
        if "ё" in form:
            found.append(form.replace("ё", "е"))
    return tuple(found)
