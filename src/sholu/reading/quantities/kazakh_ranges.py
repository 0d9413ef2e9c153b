"""Kazakh ranges are told by case: "500-ден 600-ге дейін адам", "бес жылдан он жылға дейін"."""

from sholu.model.changing import replace
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure, Value
from sholu.reading.quantities.lexicon import UnitWords

_FAR = 14  # tokens from a range to the verb that says that something grew
_STOPS = frozenset(".;:!?")


def kazakh_range(page: Page, words: UnitWords, figure: Figure, second: Figure) -> Figure | None:
    """The range from one figure to the next, where no verb says that something grew or fell by as much."""
    tokens, at = page.tokens, second.next
    if figure.value is None or second.value is None or at >= len(tokens) or figure.bound is not None:
        return None
    if tokens[at].lower not in language("kk").table("units")["frame"]["up_to"]:
        return None
    leaves = tokens[figure.last].lower.endswith(words.changes.from_endings)
    arrives = tokens[second.last].lower.endswith(words.changes.by_endings)
    alike = figure.unit in (None, second.unit)
    if not (leaves and arrives and alike and figure.value < second.value) or _changes(page, words, at + 1):
        return None
    low = _scaled(figure, second)
    return replace(
        second, first=figure.first, start=figure.first, number=figure.number, last=at, value=None, low=low,
        high=second.value, outer=figure.first,
    )  # fmt: skip


def _scaled(figure: Figure, second: Figure) -> Value:
    """The first number with the scale that both share: "екіден үш миллионға дейін"."""
    scale = second.read.scale if second.read and figure.read and figure.read.scale == 1 else 1
    value = figure.value or 0
    return value * scale if scale > 1 and value < scale and value * scale < (second.value or 0) else value


def _changes(page: Page, words: UnitWords, at: int) -> bool:
    """Whether the clause goes on to say that something grew or fell: "5 пайыздан 8 пайызға дейін өсті"."""
    for j in range(at, min(len(page.tokens), at + _FAR)):
        if page.tokens[j].text in _STOPS:
            return False
        if words.changes.direction(page.tokens, j) is not None:
            return True
    return False
