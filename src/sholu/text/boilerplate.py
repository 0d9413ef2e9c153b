"""What an outlet prints under all its articles: learned from several of its pages, then left out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_FEWEST_PAGES = 3
_LEAST_SHARE = 0.3
_SAME_SHARE = 0.8  # of the characters in common: then two pages print one story
_LONGEST = 120  # words; longer paragraphs that return are reprints, not furniture


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Paragraphs of one outlet that are no part of any article, as `folded` writes them."""

    paragraphs: frozenset[str] = frozenset()

    @classmethod
    def learned(cls, texts: Iterable[str]) -> "Boilerplate":
        """From the main texts of several pages of one outlet: what stands in three of them, and in three of ten.

        Copies of one article count once, so that a story printed under three addresses is not taken for furniture.
        """
        counts: Counter[str] = Counter()
        seen: list[frozenset[str]] = []
        for text in texts:
            own = frozenset(folded(part) for part in text.split("\n\n") if part.strip())
            if not any(_one_story(own, other) for other in seen):
                seen.append(own)
                counts.update(own)
        least = max(_FEWEST_PAGES, _LEAST_SHARE * len(seen))
        return cls(frozenset(part for part, count in counts.items() if count >= least and part.count(" ") < _LONGEST))

    def removed_from(self, text: str) -> str:
        """The text without these paragraphs; the text itself when nothing would be left."""
        kept = [part for part in text.split("\n\n") if folded(part) not in self.paragraphs]
        return "\n\n".join(kept) or text


def _one_story(one: frozenset[str], other: frozenset[str]) -> bool:
    common, least = (
        sum(map(len, parts)) for parts in (one & other, min(one, other, key=lambda own: sum(map(len, own))))
    )
    return common >= _SAME_SHARE * least


def folded(paragraph: str) -> str:
    """A paragraph for comparison: small letters, white space as one, digits as one sign."""
    return re.sub(r"\d+", "#", " ".join(paragraph.lower().split()))
