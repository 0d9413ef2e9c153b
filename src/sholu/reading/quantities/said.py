"""The word that stands for what a figure measures where no noun does: "was jailed for six years"."""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import Quantity
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.page import Page
from sholu.reading.quantities.kazakh_measures import kazakh_measure, said_kazakh
from sholu.reading.quantities.lexicon import unit_words

_BOUNDS = frozenset(',;:()—–"“”«»')
_CLAUSES = frozenset({k.SUBORDINATOR, k.RELATIVE})
_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER})
_BEFORE = 9  # tokens from the verb to a figure that hangs on it
_AFTER = 4  # tokens from a figure to the verb that it is the subject of


def with_verb(page: Page, item: Quantity, before: Sequence[Quantity] = ()) -> Quantity:
    """The figure, measured for want of a noun by the verb that it hangs on; `before` are those told before it."""
    item = item if item.measure else replace(item, measure=said_of(page, item.evidence))
    return kazakh_measure(page, item, before) if page.language.tag == "kk" else item


def said_of(page: Page, figure: Span) -> str | None:
    """The verb that a figure without a counted or measured noun hangs on, else the one that it is the subject of.

    "Brussels promised 2 million euros": "promised"; "14 were hauled off": "hauled". In Kazakh, where every verb
    stands at the end and is seldom what is measured, it is the noun that goes with the verb: "қамауға алынды".
    """
    first, after = page.token_range(figure)
    sentence = page.sentence_at(figure.start)
    if page.language.tag == "kk":
        return said_kazakh(page, figure)
    before = range(first - 1, max(sentence.first, first - _BEFORE) - 1, -1)
    behind = range(after, min(sentence.stop, after + _AFTER))
    if _opens(page, first, after, sentence.stop):
        return _verb(page, behind, first) or _verb(page, before, first)
    return _verb(page, before, first) or _verb(page, behind, first)


def _opens(page: Page, first: int, after: int, stop: int) -> bool:
    """Whether the figure is the subject of what follows it: ", and some 70,000 were left homeless"."""
    kind = chunks_of(page).kind
    if after >= stop or kind(after) not in (k.AUXILIARY, k.VERB, k.PARTICIPLE):
        return False
    at = first - 1
    while at >= 0 and kind(at) in (k.ADVERB, k.DETERMINER):
        at -= 1
    return at < 0 or kind(at) == k.CONJUNCTION


def _verb(page: Page, places: range, stop: int) -> str | None:
    """The first word at these places that says what happens, up to the end of the clause; the figure is at `stop`."""
    kind = chunks_of(page).kind
    linking = unit_words(page.language.tag).measures.linking
    for at in places:
        token = page.tokens[at]
        if token.text in _BOUNDS or kind(at) in _CLAUSES:
            return None
        behind = at + 1 < len(page.tokens) and at + 1 != stop
        attributive = kind(at) == k.PARTICIPLE and behind and kind(at + 1) in _NOMINAL
        is_verb = kind(at) in (k.VERB, k.GERUND, k.PARTICIPLE) and not attributive
        if is_verb and linking.at(page.tokens, at) is None:
            return token.text
    return None
