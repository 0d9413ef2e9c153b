"""What an outlet changed in an article after it had published it: sentences added, withdrawn, and said otherwise."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sholu.model.span import Span
from sholu.text.sentences import Stops, paragraphs, sentences
from sholu.text.tokens import Token, tokenise

ChangeKind = Literal["added", "withdrawn", "changed"]

_ALIKE = 0.5  # of the words of two sentences in common: then one is the other, said otherwise
_MOST = 3000  # sentences of one text that are compared; the rest of a longer one counts as added or withdrawn


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that differs: where it stands in the old text and in the new one; None where it does not stand."""

    kind: ChangeKind
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Revision:
    """All changes from one text to another, in the order of the new one; `withdrawn` are spans of the old text.

    Withdrawn are whole sentences that the new text has no more, and of sentences said otherwise the words left out:
    the figure that was 312 and became 280.
    """

    changes: tuple[Change, ...]
    withdrawn: tuple[Span, ...]


def compare(old: str, new: str) -> Revision:
    """What changed from `old` to `new`; a sentence that only moved is no change. Spans are of the text they are in."""
    before, after = _sentences(old), _sentences(new)
    left, right = [_folded(one.of(old)) for one in before], [_folded(one.of(new)) for one in after]
    still, was = Counter(right), Counter(left)
    changes: list[Change] = []
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            gone = [before[n] for n in range(i, j) if not still[left[n]]]
            come = [after[n] for n in range(k, m) if not was[right[n]]]
            changes += _paired(old, gone, new, come)
    withdrawn = [span for change in changes for span in _withdrawn(old, new, change)]
    return Revision(tuple(changes), tuple(sorted(withdrawn)))


def _sentences(text: str) -> list[Span]:
    found = sentences(text, tokenise(text), paragraphs(text), Stops())
    return [one.span for one in found[:_MOST]]


def _folded(sentence: str) -> str:
    return " ".join(sentence.lower().split())


def _paired(old: str, gone: Sequence[Span], new: str, come: Sequence[Span]) -> Iterator[Change]:
    """Sentences of two stretches that stand for each other, the likest first; the others are withdrawn or added."""
    words = [Counter(_folded(one.of(old)).split()) for one in gone]
    others = [Counter(_folded(one.of(new)).split()) for one in come]
    likest = sorted(((_share(a, b), n, m) for n, a in enumerate(words) for m, b in enumerate(others)), reverse=True)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for share, n, m in likest:
        if share >= _ALIKE and n not in partner and m not in taken:
            partner[n] = m
            taken.add(m)
    for n, one in enumerate(gone):
        yield Change("changed", one, come[partner[n]]) if n in partner else Change("withdrawn", one, None)
    for m, one in enumerate(come):
        if m not in taken:
            yield Change("added", None, one)


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * sum((one & other).values()) / (sum(one.values()) + sum(other.values()) or 1)


def _withdrawn(old: str, new: str, change: Change) -> Iterator[Span]:
    if change.before is None:
        return
    if change.after is None:
        yield change.before
        return
    before, after = tokenise(change.before.of(old)), tokenise(change.after.of(new))
    matcher = SequenceMatcher(None, [one.lower for one in before], [one.lower for one in after], autojunk=False)
    for tag, i, j, _, _ in matcher.get_opcodes():
        if tag in ("replace", "delete") and any(_says(token) for token in before[i:j]):
            start = change.before.start
            yield Span(start + before[i].start, start + before[j - 1].end)


def _says(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)
