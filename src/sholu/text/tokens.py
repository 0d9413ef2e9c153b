"""Words, numbers and marks of a text with their places: the one tokenisation that every grammar counts in."""

import re
from typing import NamedTuple

from sholu.model.span import Span

# A word keeps inner hyphens and apostrophes ("Baku-Ceyhan", "d'Estaing") but gives up a possessive "'s", which is a
# token of its own so that "Kazakhstan's" is found as "Kazakhstan"; so do initials keep their full stop ("K.", "U.S."),
# and the best-known stay whole where press leaves out the last one ("U.S officials").
# Letters that stand for money ("Rs500", "P10 million") are parted from their sum.
_TOKEN = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)[^\s<>"«»“”()\[\]]*[^\s<>"«»“”()\[\].,;:!?…’'])
  | (?P<number>\d{1,3}(?:[,.\u00a0\u202f\u2009 ]\d{3}(?!\d))+(?:[.,]\d+(?!\d))?|\d+(?:[.,]\d+)?)
  | (?P<possessive>(?<=[^\W_])['’]s\b)
  | (?P<initials>(?:[^\W\d_]\.){2,}|(?:U\.[SKN]|U\.S\.A|U\.A\.E|D\.C)(?![\w.])
    |[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲ]\.(?=\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲ]))
  | (?P<letters>(?:Rs|Tk|K?Shs?|Kshs?|U[Ss]hs?|T[Ss]h|RM|Rp|Dhs?)(?=\d)
      |[PNRK](?=\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?:\s(?:million|billion|trillion)\b|(?:bn|m|tn)\b)))
  | (?P<word>[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad]|(?!['’]s\b)[-‐‑'’ʼ`](?=[^\W_]))*)
  | (?P<mark>[^\s])
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word, number or mark.

    `i` is its position in the page's token list; `start` and `end` are code-point offsets; `lower` is the
    case-folded form with typographic apostrophes and hyphens made plain; `shape` is one of `lower`, `title`, `upper`,
    `mixed`, `number`, `mark`, `url`, `possessive`.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    shape: str

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.shape in _WORD_SHAPES

    @property
    def is_capitalised(self) -> bool:
        """Whether the token starts with a capital letter."""
        return self.shape in _CAPITAL_SHAPES


_WORD_SHAPES = frozenset({"lower", "title", "upper", "mixed"})
_CAPITAL_SHAPES = frozenset({"title", "upper", "mixed"})
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "\u00ad": ""})


def _shape(word: str) -> str:
    if word.islower():
        return "lower"
    if word[0].isupper():
        if len(word) > 1 and word.isupper():
            return "upper"
        return "title"
    if word[0].islower():
        return "mixed" if any(c.isupper() for c in word) else "lower"
    return "number" if word[0].isdecimal() else "lower"  # "²" is no number that can be read


def tokenise(text: str) -> list[Token]:
    """Split `text` into tokens; white space falls between them, every other character is in exactly one token."""
    tokens: list[Token] = []
    add, new = tokens.append, tuple.__new__  # which makes a token in half the time
    known: dict[str, tuple[str, str]] = {}  # words of this text, most come again
    for index, match in enumerate(_TOKEN.finditer(text)):
        word = match.group()
        kind = match.lastgroup
        if kind == "word" or kind == "initials" or kind == "letters":
            seen = known.get(word)
            if seen is None:
                seen = known[word] = word.lower().translate(_PLAIN), _shape(word)
            lower, shape = seen
        elif kind == "number":
            shape, lower = "number", word
        elif kind == "possessive":
            shape, lower = "possessive", word.replace("’", "'")
        elif kind == "url":
            shape, lower = "url", word
        else:
            shape, lower = "mark", word
        add(new(Token, (index, match.start(), match.end(), word, lower, shape)))
    return tokens
