"""Names of people in parts: which two names can be one person's, across spellings, scripts and degrees of fullness."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sholu.knowledge.spelling import alike, key
from sholu.knowledge.wording import table

Verdict = Literal["same", "compatible", "open", "conflict"]

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts, each as a script-free key: `given` and `surname` may be "" and `given` one initial.

    `patronymic` is the father's name, "" where there is none. `initial` tells that the given name is only an initial.
    """

    given: str
    surname: str
    patronymic: str = ""
    initial: bool = False

    @property
    def is_full(self) -> bool:
        """Whether both given name and surname are written out."""
        return bool(self.given and self.surname and not self.initial)


@lru_cache(maxsize=65_536)
def person_name(name: str) -> PersonName:
    """The parts of a person's name, whatever their order: "N. Aqsuatov", "Аксуатов Нуртай Сапарович"."""
    parts = [part for part in name.replace(".", ". ").split() if part.strip(".")]
    parts = [part for part in parts if part.lower().strip(".") not in _titles()] or parts
    initials = [part for part in parts if len(part.strip(".")) == 1]
    words = [part for part in parts if len(part.strip(".")) >= _SHORTEST]
    patronymics = [part for part in words[1:] if _is_patronymic(part)] if len(words) + len(initials) > 1 else []
    rest = [part for part in words if part not in patronymics[:1]]
    patronymic = _father(patronymics[0]) if patronymics else ""
    if not rest:
        return PersonName("", key(words[-1]) if words else key(name))
    if len(rest) == 1:
        if initials:
            return PersonName(key(initials[0])[:1], key(rest[0]), patronymic, initial=True)
        if patronymic:  # "Zhibek Yerbolqyzy": the given name stands before
            return PersonName(key(rest[0]), "", patronymic)
        return PersonName("", key(rest[0]))
    if patronymics and words[-1] in patronymics and len(rest) == 2:  # surname, given name, patronymic
        return PersonName(key(rest[1]), key(rest[0]), patronymic)
    return PersonName(key(rest[0]), key(rest[-1]), patronymic)


def compare(one: PersonName, other: PersonName) -> Verdict:
    """Whether two names are one person's (`same`), may be (`compatible`: one is less full), or cannot be (`conflict`).

    `open`: they have no part in common that could be compared.
    """
    if one.patronymic and other.patronymic and not alike(one.patronymic, other.patronymic):
        return "conflict"
    if one.is_full and other.is_full:
        straight = alike(one.surname, other.surname) and alike(one.given, other.given)
        turned = alike(one.surname, other.given) and alike(one.given, other.surname)
        return "same" if straight or turned else "conflict"
    if one.surname and other.surname:
        if not alike(one.surname, other.surname):
            return "conflict"
        if one.given and other.given and not _initials_agree(one, other):
            return "conflict"
        return "compatible"
    if one.given and other.given:
        return "compatible" if alike(one.given, other.given) else "conflict"
    return "open"


def _initials_agree(one: PersonName, other: PersonName) -> bool:
    if one.initial or other.initial:
        return one.given[:1] == other.given[:1]
    return alike(one.given, other.given)


def _is_patronymic(word: str) -> bool:
    lower = word.lower()
    return len(lower) > 5 and lower.endswith(_patronymic_endings())


def _father(patronymic: str) -> str:
    """The key of the father's name: "Ерболовна" and "Ерболқызы" have the same."""
    lower = patronymic.lower()
    ending = max((end for end in _patronymic_endings() if lower.endswith(end)), key=len)
    return key(lower.removesuffix(ending))


def _titles() -> frozenset[str]:
    return frozenset(table("wording")["people"]["titles"].split())


@lru_cache(maxsize=1)
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(table("wording")["people"]["patronymics"].split())
