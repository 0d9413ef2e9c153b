"""The dateline, "OSH, Kyrgyzstan, 4 March - ": from where and when a report was sent."""

from collections.abc import Container

from sholu.reading.page import Page

_DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST = 18  # tokens


def dateline(page: Page, dated: Container[int]) -> int:
    """The number of tokens in the dateline with which a page opens, its dash included; 0 where it has none.

    A dateline has nothing but names, marks and a time (its tokens are `dated`) up to a dash.
    """
    if not page.paragraphs:
        return 0
    first, stop = page.token_range(page.paragraphs[0])
    for i in range(first, min(stop - 1, first + _LONGEST)):
        token = page.tokens[i]
        if i > first and token.text in _DASHES and page.tokens[i - 1].end < token.start:
            return i + 1
        if token.shape == "lower" and i not in dated:
            return 0
    return 0
