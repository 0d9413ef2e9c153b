"""Numbers in digits and words: the one way in which every grammar reads them."""

import re
from typing import Literal, NamedTuple

from sholu.codebook.units import letters
from sholu.reading.number_words import NumberWords, number_words, plain
from sholu.reading.page import Page
from sholu.text.tokens import Token

__all__ = ["NumberRead", "NumberWords", "digits_value", "number_words", "read_number", "skip_stop"]

Written = Literal["digits", "words", "mixed"]
_MONEY = frozenset({"$", "€", "£", "¥", "₸", "₽", "₹", "₦", "₱", *letters()})
"""What stands for money before a sum."""
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")


class NumberRead(NamedTuple):
    """A number read at a token.

    `next` is the index of the first token after it. `value` is the number; for a vague one ("thousands of") it is
    the lower bound, and `low` and `high` are set. `is_fraction` marks a share such as "a third". `written` is
    "digits" ("1,200"), "words" ("two hundred") or "mixed" ("1.2 billion"). `scale` is the scale word that it ends in
    (1000000 for "two million"), which in "two to three million" belongs to both. `is_owned` marks Kazakh numbers of
    those told already, "12-сі", which count no noun behind them.
    """

    value: int | float
    next: int
    written: Written = "digits"
    is_ordinal: bool = False
    is_fraction: bool = False
    low: int | float | None = None
    high: int | float | None = None
    scale: int = 1
    is_owned: bool = False


def read_number(page: Page, i: int) -> NumberRead | None:
    """Read the number that starts at token `i` of the page, in the page's language; None if none does.

    Not read: clock times, dates, and what the number counts; those are the callers' own.
    """
    token = page.tokens[i]
    words = number_words(page.language.tag)
    if token.shape == "number":
        return _read_digits(page, words, i)
    if token.lower in words.heads or ("-" in token.lower and token.lower.partition("-")[0] in words.cardinals):
        return _read_words(page, words, i)
    return None


def digits_value(text: str, *, comma_is_decimal: bool) -> int | float:
    """The value of a number in digits, such as "1,200", "12 345,6" or "1.2"."""
    digits = text.translate(_SPACES)
    grouped = len(digits) < len(text)
    comma, point = digits.count(","), digits.count(".")
    if comma and point:
        decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
    elif comma + point == 1 and (grouped or _is_decimal(digits, comma_is_decimal)):
        decimal = "," if comma else "."
    else:
        decimal = ""
    whole, _, rest = digits.partition(decimal) if decimal else (digits, "", "")
    whole = whole.replace(",", "").replace(".", "")
    rest = rest.replace(",", "").replace(".", "")
    return float(f"{whole}.{rest}") if rest else int(whole)


def _is_decimal(digits: str, comma_is_decimal: bool) -> bool:
    whole, mark, rest = digits.partition(",") if "," in digits else digits.partition(".")
    if len(rest) != 3 or len(whole) > 3 or whole == "0":
        return True
    return (mark == ",") == comma_is_decimal


_POINT = re.compile(r"\d{1,3}\.\d{3}")
_LEAST_MULTIPLIED = 1000  # "thousand million"; a dozen or a hundred of something is read with the words
_DIGITS = 14  # of a scaled number that are no dust


def _scaled(value: float, scale: int) -> int | float:
    """`value` times `scale` without the dust of binary fractions."""
    return plain(float(f"{value * scale:.{_DIGITS}g}"))


# -- digits


def _read_digits(page: Page, words: NumberWords, i: int) -> NumberRead:
    tokens = page.tokens
    value = digits_value(tokens[i].text, comma_is_decimal=words.comma_is_decimal)
    after = i + 1
    suffix = _suffix(tokens, words, after)
    if suffix is not None:
        after, is_ordinal = suffix
        if is_ordinal:
            return NumberRead(value, after, is_ordinal=True)
        if tokens[after - 1].lower in words.owned_suffixes:
            return NumberRead(value, after, is_owned=True)
    scale = _scale_at(page, words, after, tight_to=tokens[after - 1])
    if scale is None:
        return _with_part(page, words, NumberRead(value, after))
    if words.comma_is_decimal and _POINT.fullmatch(tokens[i].text):
        value = float(tokens[i].text)  # «4.598 млрд»: no group before a scale
    value, after = _further(page, words, _scaled(value, scale[0]), scale[0], scale[1])
    return NumberRead(value, after, "mixed", scale=scale[0])


def _suffix(tokens: list[Token], words: NumberWords, after: int) -> tuple[int, bool] | None:
    """An ordinal ("25th", "25-го") or case ending ("15-ти") written after digits: next token and whether ordinal."""
    if after >= len(tokens) or tokens[after - 1].end != tokens[after].start:
        return None
    at = after
    if tokens[at].text in "-‑–" and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start:
        at += 1
    lower = tokens[at].lower
    hyphen = at > after
    if lower in words.digit_suffixes and hyphen:
        return at + 1, False
    if lower in words.ordinal_suffixes and (hyphen or not words.comma_is_decimal):
        return at + 1, True
    return None


def _scale_at(page: Page, words: NumberWords, at: int, tight_to: Token | None = None) -> tuple[int, int] | None:
    """The scale word at token `at` and the token after it, its abbreviating full stop included."""
    tokens = page.tokens
    if at >= len(tokens):
        return None
    token = tokens[at]
    if tight_to is not None and token.start == tight_to.end:
        tight = words.tight_scales.get(token.lower)
        if tight is None and tight_to.i > 0 and tokens[tight_to.i - 1].text in _MONEY:
            tight = words.money_scales.get(token.lower)
        if tight is not None:
            return tight, at + 1
    hyphen = token.text == "-" and at + 1 < len(tokens)
    scale = words.scales.get(tokens[at + 1].lower if hyphen else token.lower)
    if scale is None or (hyphen and tokens[at + 1].start != token.end):
        return None
    after = skip_stop(page, at + 2 if hyphen else at + 1)
    larger = words.scales.get(tokens[after].lower) if after < len(tokens) and scale >= _LEAST_MULTIPLIED else None
    if larger is not None and larger > scale:
        return scale * larger, after + 1  # "five lakh crore", "three thousand million"
    return scale, after


def skip_stop(page: Page, at: int) -> int:
    """The token after a full stop that stands tight at token `at` and does not end its sentence; else `at`."""
    tokens = page.tokens
    if at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end:
        sentence = page.sentence_at(tokens[at].start)
        if at + 1 < sentence.stop:
            return at + 1
    return at


def _further(page: Page, words: NumberWords, value: float, scale: int, after: int) -> tuple[int | float, int]:
    """Add the smaller parts of a number that is said in parts: "2 million 300.5 thousand", "5 мың 200"."""
    tokens = page.tokens
    while after < len(tokens) and tokens[after].shape == "number":
        part = digits_value(tokens[after].text, comma_is_decimal=words.comma_is_decimal)
        lesser = _scale_at(page, words, after + 1)
        if lesser is not None and lesser[0] < scale and part < 1000:
            value, scale, after = value + _scaled(part, lesser[0]), lesser[0], lesser[1]
        elif lesser is None and scale == 1000 and len(tokens[after].text) == 3 and tokens[after].text.isdigit():
            return plain(value + part), after + 1
        else:
            break
    return plain(value), after


# -- words


def _compound(words: NumberWords, lower: str) -> tuple[int, bool] | None:
    """The value of a hyphenated number word ("twenty-five", "twenty-first") and whether it is an ordinal."""
    left, _, right = lower.partition("-")
    tens = words.cardinals.get(left)
    if tens is None or tens < 20 or tens > 90:
        return None
    ones = words.cardinals.get(right)
    if ones is not None and 0 < ones < 10:
        return tens + ones, False
    ordinal = words.ordinals.get(right)
    return (tens + ordinal, True) if ordinal is not None and ordinal < 10 else None


def _read_words(page: Page, words: NumberWords, i: int) -> NumberRead | None:
    tokens = page.tokens
    lower = tokens[i].lower
    start = i
    if lower in words.articles:
        start = i + 1
        if start >= len(tokens) or not _after_article(words, tokens, start):
            return None
        lower = tokens[start].lower
        if lower in words.denominators:
            return NumberRead(1 / words.denominators[lower], start + 1, "words", is_fraction=True)
    vague = _read_vague(page, words, start)
    if vague is not None:
        return vague
    if lower in words.halved:
        return _read_halved(page, words, start)
    share = _read_share(words, tokens, start)
    return share or _read_cardinal(page, words, start)


def _after_article(words: NumberWords, tokens: list[Token], at: int) -> bool:
    lower = tokens[at].lower
    if lower in words.denominators:
        return at + 1 < len(tokens) and tokens[at + 1].lower in words.of
    return lower in words.scales or lower in words.halved


def _read_vague(page: Page, words: NumberWords, i: int) -> NumberRead | None:
    """ "thousands of", "tens of thousands of", "мыңдаған": from the number named up to ten times as much."""
    tokens = page.tokens
    bounds = words.plurals.get(tokens[i].lower)
    if bounds is None:
        return None
    low, high = bounds
    after = i + 1
    step = after + 1 if after < len(tokens) and tokens[after].lower in words.of else after
    if step < len(tokens):
        lower = tokens[step].lower
        more = words.plurals[lower][0] if lower in words.plurals else words.scales.get(lower, 0)
        if more > low:
            low, high, after = low * more, high * more, skip_stop(page, step + 1)
    return NumberRead(low, after, "words", low=low, high=high)


def _read_halved(page: Page, words: NumberWords, i: int) -> NumberRead:
    tokens = page.tokens
    value = words.halved[tokens[i].lower]
    after = i + 1
    step = after + 1 if after < len(tokens) and tokens[after].lower in words.articles else after
    scale = _scale_at(page, words, step)
    if scale is not None and value < 10:
        return NumberRead(_scaled(value, scale[0]), scale[1], "words")
    return NumberRead(value, after, "words", is_fraction=value < 1)


def _read_share(words: NumberWords, tokens: list[Token], i: int) -> NumberRead | None:
    """A fraction in words: "two thirds", "two-thirds", "треть", "үштен екі"."""
    lower = tokens[i].lower
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if "-" in lower:
        left, _, right = lower.partition("-")
        top, bottom, after = words.cardinals.get(left), words.denominators.get(right), i + 1
    elif lower in words.ablatives and following in words.parts:
        top, bottom, after = words.parts[following], words.ablatives[lower], i + 2
    elif lower in words.denominators and lower not in words.ordinals and not words.articles:
        top, bottom, after = 1, words.denominators[lower], i + 1
    else:
        top, bottom, after = words.cardinals.get(lower), words.denominators.get(following), i + 2
    if top is None or bottom is None or not 0 < top < bottom:
        return None
    return NumberRead(top / bottom, after, "words", is_fraction=True)


def _read_cardinal(page: Page, words: NumberWords, i: int) -> NumberRead | None:
    tokens = page.tokens
    total: int | float = 0
    current = 0
    limit, last_scale = 1000, 10**15
    at, end = i, i
    while at < len(tokens):
        word = tokens[at].lower
        if word in words.connectives and at > i and (current or total) and limit > 9:
            joined = _joined(words, tokens, at + 1)
            if joined is None or joined[0] >= limit:
                break
            current, limit, at = current + joined[0], 0, joined[1]
            end = at
            continue
        simple = _simple(words, word)
        if simple is not None and simple[0] < limit and (simple[0] or at == i):
            current, limit = current + simple[0], _limit_after(simple[0])
            at += 1
            end = at
            if simple[1]:
                return NumberRead(total + current, at, "words", is_ordinal=True)
            continue
        scale = words.scales.get(word)
        if scale is None or not _may_scale(scale, current, limit, last_scale, at == i):
            break
        if scale <= 100:
            current, limit = max(current, 1) * scale, 100 if scale == 100 else 0
        else:
            total, current, limit, last_scale = total + max(current, 1) * scale, 0, 1000, scale
        at = end = skip_stop(page, at + 1)
    if end == i:
        return None
    scale = last_scale if total and not current else 1
    return _with_part(page, words, NumberRead(total + current, end, "words", scale=scale))


def _simple(words: NumberWords, word: str) -> tuple[int, bool] | None:
    value = words.cardinals.get(word)
    if value is not None:
        return value, False
    ordinal = words.ordinals.get(word)
    if ordinal is not None:
        return ordinal, True
    return _compound(words, word) if "-" in word else None


def _limit_after(value: int) -> int:
    """What may still be added after a simple number word: only something smaller than its last figure's place."""
    if value >= 100:
        return 100
    return 10 if value >= 20 or value == 10 else 0


def _may_scale(scale: int, current: int, limit: int, last_scale: int, is_first: bool) -> bool:
    if scale <= 100:
        return (current == 0 and is_first) or 0 < current < 100
    return scale < last_scale and (current > 0 or is_first)


def _joined(words: NumberWords, tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The number under a hundred after an "and", unless a scale follows: "two hundred and three hundred" is two."""
    if at >= len(tokens):
        return None
    simple = _simple(words, tokens[at].lower)
    if simple is None or simple[1] or simple[0] >= 100:
        return None
    after = at + 1
    if simple[0] >= 20 and after < len(tokens) and 0 < words.cardinals.get(tokens[after].lower, 0) < 10:
        simple, after = (simple[0] + words.cardinals[tokens[after].lower], False), after + 1
    if after < len(tokens) and tokens[after].lower in words.scales:
        return None
    return simple[0], after


def _with_part(page: Page, words: NumberWords, read: NumberRead) -> NumberRead:
    """Add the fraction that follows a whole number: "две целых три десятых", "жетпіс төрт бүтін оннан тоғыз"."""
    tokens = page.tokens
    if read.next >= len(tokens) or tokens[read.next].lower not in words.whole:
        return _with_half(page, words, read)
    at = read.next + 1
    if at < len(tokens) and tokens[at].lower in words.part_joins:
        at += 1
    share = _read_share(words, tokens, at) if at < len(tokens) else None
    if share is None:
        return read
    value = round(read.value + share.value, 6)
    scale = _scale_at(page, words, share.next)
    if scale is None:
        return read._replace(value=value, next=share.next)
    return NumberRead(_scaled(value, scale[0]), scale[1], "words", scale=scale[0])


def _with_half(page: Page, words: NumberWords, read: NumberRead) -> NumberRead:
    """Add "and a half" and the scale that may follow it: "two and a half million", "екі жарым миллион"."""
    tokens = page.tokens
    for phrase in words.halves:
        stop = read.next + len(phrase)
        if tuple(token.lower for token in tokens[read.next : stop]) != phrase:
            continue
        value: int | float = read.value + (0.5 if read.value < 1000 else _unit_of(read.value) / 2)
        scale = _scale_at(page, words, stop) if read.value < 1000 else None
        if scale is not None:
            written: Written = "mixed" if read.written == "digits" else "words"
            return NumberRead(_scaled(value, scale[0]), scale[1], written, scale=scale[0])
        return read._replace(value=plain(value), next=stop)
    return read


def _unit_of(value: float) -> int:
    """The largest of thousand, million, billion, trillion that divides `value`: "a million and a half"."""
    return next((scale for scale in (10**12, 10**9, 10**6, 1000) if value % scale == 0), 1)
