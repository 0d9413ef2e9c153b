"""Reading order of a printed page: from pieces of text and where they stand to columns, lines and paragraphs.

Pieces are gathered into bands that run across the page; bands between which the same white stripe runs from top to
bottom belong to the same columns. Columns are taken apart again, from the widest stripe on, until none is left.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_STRIPE = 0.9  # of the usual height of lines: the narrowest space between columns; newspapers have 1.2
_DEEPEST = 8
_LEAST_SHARE = 0.1  # of the characters on the smaller side of a stripe, so that bullets are no column
_CELL = 14  # characters: where lines of both sides are no longer, they are the cells of a table, read row by row
_STOPS = (".", "!", "?", "…", ":", "»", "”", '"', ";")
_HYPHENS = ("-", "\u00ad", "\u2010", "\x02")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands on one line without a wide gap; x runs to the right, y down, both in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the line, with what reaches above and below it."""
        return self.bottom - self.top


def running_heads(pages: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Lines at the edges of pages that return on page after page, their digits made '#': heads, feet, page numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(piece.text) for piece in edge_pieces(page)})
    least = max(2, round(len(pages) * 0.4))
    return frozenset(key for key, count in counts.items() if count >= least and (len(pages) > 1))


def edge_pieces(page: Sequence[Piece]) -> list[Piece]:
    """The pieces on the two uppermost and two lowest lines of a page."""
    if not page:
        return []
    by_top = sorted(page, key=lambda piece: piece.top)
    upper, lower = _rows(by_top, 2), _rows(sorted(page, key=lambda piece: -piece.bottom), 2)
    return [*upper, *(piece for piece in lower if piece not in upper)]


def without_heads(page: Sequence[Piece], heads: frozenset[str]) -> list[Piece]:
    """A page without the running heads and feet at its edges."""
    gone = [piece for piece in edge_pieces(page) if _key(piece.text) in heads]
    return [piece for piece in page if piece not in gone]


def columns(page: Sequence[Piece], depth: int = 0) -> Iterator[list[Piece]]:
    """The columns of a page in the order in which they are read; in each, one piece a line."""
    if not page:
        return
    height = median(piece.height for piece in page)
    across: list[Piece] = []  # what stands over the whole width, one group under the other
    for group in _groups(page, height * _STRIPE):
        stripe = _stripe(group, height) if depth < _DEEPEST else None
        if stripe is None:
            across += group
            continue
        if across:
            yield _lines(across)
            across = []
        yield from columns([piece for piece in group if piece.right <= stripe], depth + 1)
        yield from columns([piece for piece in group if piece.right > stripe], depth + 1)
    if across:
        yield _lines(across)


def paragraphs(column: Sequence[Piece]) -> list[str]:
    """The paragraphs of a column: told by white space, indents, a change of size, and last lines that end early."""
    if not column:
        return []
    left, right = min(piece.left for piece in column), max(piece.right for piece in column)
    gaps = [below.top - above.top for above, below in pairwise(column)]
    usual = median(gaps) if gaps else 0.0
    out = [column[0].text]
    for above, below in pairwise(column):
        if _breaks(above, below, left, right, usual):
            out.append(below.text)
        else:
            out[-1] = joined(out[-1], below.text)
    return out


def flowing(texts: Iterable[str]) -> list[str]:
    """Paragraphs of columns and pages in a row; one that a column's end cut in two is made whole."""
    out: list[str] = []
    for text in texts:
        if out and text[:1].islower() and not out[-1].endswith(_STOPS):
            out[-1] = joined(out[-1], text)
        else:
            out.append(text)
    return out


def joined(above: str, below: str) -> str:
    """Two lines as one: a word divided at the end of a line is put together."""
    if above.endswith(_HYPHENS) and len(above) > 1 and above[-2].isalpha():
        if below[:1].islower():
            return above[:-1] + below
        return above[:-1] + "-" + below if below[:1].isalnum() else above[:-1] + below
    return f"{above} {below}"


def with_hyphens(text: str) -> str:
    """The text with hyphens back in words that it writes with one elsewhere ("по-прежнему" divided at its hyphen)."""
    hyphenated = {word.replace("-", ""): word for word in re.findall(r"\w+(?:-\w+)+", text)}
    if not hyphenated:
        return text
    return re.sub(r"\w{5,}", lambda match: hyphenated.get(match.group(), match.group()), text)


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))


def _rows(ordered: Sequence[Piece], count: int) -> list[Piece]:
    found: list[Piece] = []
    row: Piece | None = None
    for piece in ordered:
        if row is None or not _same_line(row, piece):
            count -= 1
            row = piece
        if count < 0:
            break
        found.append(piece)
    return found


def _same_line(one: Piece, other: Piece) -> bool:
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > 0.5 * min(one.height, other.height)


def _groups(page: Sequence[Piece], narrowest: float) -> list[list[Piece]]:
    """Bands of a page from top to bottom, joined while one white stripe runs through them."""
    edges = min(piece.left for piece in page), max(piece.right for piece in page)
    groups: list[list[Piece]] = []
    free: list[tuple[float, float]] = []
    for band in _bands(page):
        white = _white(band, edges)
        common = _common(free, white, narrowest)
        if groups and any(edges[0] < start and end < edges[1] for start, end in common):
            groups[-1] += band
            free = common
        else:
            groups.append(list(band))
            free = white
    return groups


def _bands(page: Sequence[Piece]) -> Iterator[list[Piece]]:
    band: list[Piece] = []
    bottom = float("-inf")
    for piece in sorted(page, key=lambda piece: piece.top):
        if band and piece.top >= bottom - 0.3 * piece.height:
            yield band
            band, bottom = [], float("-inf")
        band.append(piece)
        bottom = max(bottom, piece.bottom)
    if band:
        yield band


def _white(pieces: Sequence[Piece], edges: tuple[float, float]) -> list[tuple[float, float]]:
    """The stretches between the edges over and under which no piece stands."""
    out: list[tuple[float, float]] = []
    reached = edges[0]
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if piece.left > reached:
            out.append((reached, piece.left))
        reached = max(reached, piece.right)
    return [*out, (reached, edges[1])] if reached < edges[1] else out


def _common(
    one: list[tuple[float, float]], other: list[tuple[float, float]], narrowest: float
) -> list[tuple[float, float]]:
    both = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(start, end) for start, end in both if end - start >= narrowest]


def _stripe(group: Sequence[Piece], height: float) -> float | None:
    """The x at which a group falls into columns, or None when it is one."""
    edges = min(piece.left for piece in group), max(piece.right for piece in group)
    inner = [
        (end - start, (start + end) / 2)
        for start, end in _white(group, edges)
        if edges[0] < start and end < edges[1] and end - start >= height * _STRIPE
    ]
    for _, middle in sorted(inner, reverse=True):
        sides = [piece for piece in group if piece.right <= middle], [piece for piece in group if piece.left > middle]
        sizes = [sum(len(piece.text) for piece in side) for side in sides]
        cells = all(median(len(piece.text) for piece in side) <= _CELL for side in sides)
        if min(sizes) >= _LEAST_SHARE * sum(sizes) and min(map(len, sides)) >= 2 and not cells:
            return middle
    return None


def _lines(group: Sequence[Piece]) -> list[Piece]:
    lines: list[list[Piece]] = []
    for piece in sorted(group, key=lambda piece: (piece.top, piece.left)):
        if lines and _same_line(lines[-1][0], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_line(sorted(line, key=lambda piece: piece.left)) for line in lines]


def _line(pieces: Sequence[Piece]) -> Piece:
    return Piece(
        " ".join(piece.text for piece in pieces),
        pieces[0].left,
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
    )


def _breaks(above: Piece, below: Piece, left: float, right: float, usual: float) -> bool:
    height = max(above.height, below.height)
    if below.top - above.top > 1.35 * usual and below.top - above.bottom > 0.35 * height:
        return True
    if abs(above.height - below.height) > 0.15 * height:
        return True
    width = right - left
    indented = below.left - left > 0.6 * height and above.left - left < 0.4 * height
    if indented and below.left - left < 0.3 * width:
        return True
    return above.right < left + 0.8 * width and above.text.endswith(_STOPS) and below.text[:1].isupper()
