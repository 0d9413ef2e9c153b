"""How Russian words may stand: case, number, gender; and groups of words with the forms that they share."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sholu.reading.chunks import kinds
from sholu.reading.events.stretches import Stretch
from sholu.reading.languages.morphology import readings

ALL = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
"""The cases of Russian."""
GENITIVE = frozenset({"gen"})
DIRECT = frozenset({"nom", "acc"})
MODIFIERS = frozenset({kinds.ADJECTIVE, kinds.PARTICIPLE, kinds.DETERMINER, kinds.POSSESSIVE})
_VOWELS = frozenset("аеёиоуыэюя")
_UNLIKELY = 0.02  # below this share of the dictionary a form of a word is left out


class Form(NamedTuple):
    """How a word may stand: case, number, gender ("" where it tells none), whether it lives, and how likely it is."""

    case: str
    number: str
    gender: str
    animate: bool = False
    share: float = 0.5

    def agrees(self, other: "Form") -> bool:
        """Whether both can go together, "" going with all."""
        numbers = {self.number, other.number} - {""}
        genders = {self.gender, other.gender} - {""}
        plural = "plural" in numbers
        return self.case == other.case and len(numbers) < 2 and (plural or len(genders) < 2)


class Group(NamedTuple):
    """Tokens from first to last, both included, with the token of their head and how that may stand.

    `counted` where a number or several members make it one of many; `preposition` is the token that governs it.
    """

    first: int
    last: int
    head: int
    forms: tuple[Form, ...]
    counted: bool = False
    preposition: int | None = None

    @property
    def stretch(self) -> Stretch:
        """First and last token."""
        return self.first, self.last

    def share(self, case: str) -> float:
        """How likely it stands in this case."""
        return sum(form.share for form in self.forms if form.case == case)

    @property
    def cases(self) -> frozenset[str]:
        """The cases in which it may stand."""
        return frozenset(form.case for form in self.forms)


@cache
def forms_of(lower: str) -> tuple[Form, ...]:
    """How a word may stand, by the dictionary or by its ending; in any case where nothing tells it."""
    found = [form for form in readings("ru", lower) if form.case and form.score >= _UNLIKELY]
    if not found:
        return tuple(Form(case, "", "") for case in sorted(ALL))
    if not any(form.known for form in found):
        if "-" in lower:
            return forms_of(lower.rpartition("-")[2])  # «экс-директору»
        spoken = not _VOWELS.isdisjoint(lower)  # «млрд» is nobody
        # What its ending looks like tells no number: «кокалерос перекрыли».
        return tuple(Form(form.case, "", "", form.animate and spoken, form.score) for form in found)
    return tuple(Form(form.case, form.number, form.gender, form.animate, form.score) for form in found)


def common(forms: Iterable[Form], shared: Iterable[Form], *, loosely: bool = False) -> tuple[Form, ...]:
    """The forms that agree with one of the others; `loosely`: in case alone."""
    others = tuple(shared)
    if loosely:
        return tuple(form for form in forms if any(form.case == other.case for other in others))
    return tuple(form for form in forms if any(form.agrees(other) for other in others))


def of_office(forms: Iterable[Form], shared: Iterable[Form]) -> tuple[Form, ...]:
    """«новая министр»: a woman told by a noun of the masculine."""
    others = [form for form in shared if form.gender == "feminine"]
    return tuple(
        form._replace(gender="feminine")
        for form in forms
        if form.animate and form.gender == "masculine" and any(form.case == other.case for other in others)
    )


def with_cases(forms: Iterable[Form], cases: frozenset[str]) -> tuple[Form, ...]:
    """Forms in these cases that live if one of the others does: of what is counted, the number tells the case."""
    animate = any(form.animate for form in forms)
    return tuple(Form(case, "", "", animate) for case in sorted(cases))
