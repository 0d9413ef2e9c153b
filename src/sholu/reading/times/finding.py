"""Finding every expression of time on a page: rules over its letters, read in text order, then joined."""

from dataclasses import replace
from typing import NamedTuple

from sholu.model.edtf import Edtf
from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.page import Page
from sholu.reading.times.context import Context, published_day
from sholu.reading.times.grammar import Found, Grammar, grammar
from sholu.reading.times.lexicon import lexicon
from sholu.reading.times.meaning import Meaning
from sholu.reading.times.meanings import MEANINGS
from sholu.reading.times.units import Line, units_of

_JOINTS = frozenset(("COMMA", "PREP", "OF", "DET", "ZONE", "DAYWORD"))
_NEAR = 60  # characters between a time of day and its day behind it
_PAUSES = frozenset(",.;:!?\n")
_GAP = 3  # units that may stand between a day and its time of day ("on the", ", at")


class _Piece(NamedTuple):
    """One expression while it is read: its units `first` to `stop` (half-open) and its meaning."""

    first: int
    stop: int
    meaning: Meaning


def find_times(page: Page) -> list[TimeExpression]:
    """Every expression of time on the page, in text order, ids "t1", "t2", ...; no two overlap.

    Dates and times of day have EDTF values, durations and repetitions ISO 8601 lengths. Relative ones are resolved
    against `page.published` and against dates told before; the value is None where that is not possible.
    """
    tag = page.language.tag
    line = units_of(page)
    pieces = _joined(_pieces(line, Context(page, line, lexicon(tag)), grammar(tag)), line, page)
    return [
        TimeExpression(f"t{number}", Span(line.units[piece.first].start, line.units[piece.stop - 1].end), kind, value)
        for number, (piece, kind, value) in enumerate(
            ((piece, piece.meaning.kind, piece.meaning.value) for piece in pieces), 1
        )
        if kind is not None
    ]


def _pieces(line: Line, ctx: Context, rules: Grammar) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while (place := rules.places(line, at)) is not None:
        at = place.start()
        read = _read(rules.at(line, at), ctx)
        if read is None:
            at += 1
            continue
        found, meaning = read
        if meaning.kind is not None:
            first, stop = found.first, found.stop
            if meaning.extends:
                first = _extended(line, first, pieces[-1].stop if pieces else 0, rules)
                after = rules.after.match(line.letters, stop)
                stop = after.end() if after else stop
            pieces.append(_Piece(first, stop, meaning))
            found = found._replace(stop=stop)
        at = found.stop
    return pieces


def _read(candidates: list[Found], ctx: Context) -> tuple[Found, Meaning] | None:
    """The first candidate that means something, and what. Dates in brackets, often credits, establish nothing."""
    for found in candidates:
        ctx.place, ctx.stop = found.first, found.stop
        if not _fits(found, ctx):
            continue
        kept = ctx.story
        if _in_brackets(ctx):
            ctx.story = replace(kept)
        before = ctx.story.day
        meaning = _meaning(found, ctx)
        if meaning is not None:
            ctx.settle(before, meaning.value)
        ctx.story = kept
        if meaning is not None:
            return found, meaning
    return None


def _meaning(found: Found, ctx: Context) -> Meaning | None:
    """What the rule means here. What falls off the calendar, such as "the year 12000", has no value."""
    try:
        meaning = MEANINGS[found.make](found.slots, ctx)
        if meaning is not None and meaning.value is not None and meaning.kind == "date":
            Edtf.parse(meaning.value)
    except (ValueError, OverflowError):
        return Meaning("date")
    return meaning


def _fits(found: Found, ctx: Context) -> bool:
    """Whether the rule's conditions hold: the unit it wants, the class it wants before it or does not want."""
    slots = found.slots
    if "only" in slots and slots.get("unit") != slots["only"]:
        return False
    if "needs" in slots and not ctx.before(str(slots["needs"])):
        return False
    return "needs_not" not in slots or not ctx.before(str(slots["needs_not"]))


def _in_brackets(ctx: Context) -> bool:
    start = ctx.line.units[ctx.place].start
    begin = ctx.page.sentence_at(start).start
    return ctx.page.text.rfind("(", begin, start) > ctx.page.text.rfind(")", begin, start)


def _extended(line: Line, first: int, floor: int, rules: Grammar) -> int:
    """Where the expression starts when "early", "the end of" and their like are taken in."""
    for start in range(max(floor, first - rules.reach), first):
        if rules.before.fullmatch(line.letters, start, first):
            return start
    return first


# -- days and their times


def _joined(pieces: list[_Piece], line: Line, page: Page) -> list[_Piece]:
    """Times of day joined with the day beside them; parts of the day without a day are left out."""
    done: list[_Piece] = []
    queue = list(reversed(pieces))
    while queue:
        piece = queue.pop()
        other = queue[-1] if queue else None
        if other is not None and _belong(piece, other, line):
            queue[-1] = _both(piece, other)
        elif piece.meaning.clock is None:
            done.append(piece)
        elif piece.meaning.clock:
            following = next((one for one in reversed(queue) if one.meaning.clock is None), None)
            done.append(piece._replace(meaning=_alone(piece, done, following, line, page)))
    return done


def _belong(left: _Piece, right: _Piece, line: Line) -> bool:
    one, other = left.meaning, right.meaning
    if (one.clock is None) == (other.clock is None) and not (one.clock == "" or other.clock == ""):
        return False
    day = one if one.clock is None else other
    if one.clock is None or other.clock is None:
        if day.kind not in ("date", "time") or (day.value is not None and (len(day.value) != 10)):
            return False
        if day.value is None and not day.extends:
            return False
    between = line.units[left.stop : right.first]
    return len(between) <= _GAP and all(not _JOINTS.isdisjoint(unit.classes) for unit in between)


def _both(left: _Piece, right: _Piece) -> _Piece:
    one, other = left.meaning, right.meaning
    day = one.value or other.value
    clock = one.clock or other.clock
    if one.clock is not None and other.clock is not None:
        return _Piece(left.first, right.stop, Meaning("time", None, clock=clock or ""))
    value = f"{day}T{clock}" if day and clock else day
    return _Piece(left.first, right.stop, Meaning("time", value))


def _alone(piece: _Piece, done: list[_Piece], following: _Piece | None, line: Line, page: Page) -> Meaning:
    """A time of day without a day: the last day told in its sentence, one told right behind, else that of publication.

    In Kazakh the last day told in its paragraph: "Сәрсенбі күні ... . Сағат тоғызда ...".
    """
    clock = piece.meaning.clock
    at = line.units[piece.first].start
    opens = page.text.rfind("\n", 0, at) if page.language.tag == "kk" else page.sentence_at(at).start
    for earlier in reversed(done):
        if line.units[earlier.first].start < opens:
            break
        value = earlier.meaning.value or ""
        if _is_day(earlier.meaning):
            return Meaning("time", f"{value[:10]}T{clock}")
    if following is not None and following.meaning.value and _is_day(following.meaning):
        between = page.text[line.units[piece.stop - 1].end : line.units[following.first].start]
        if len(between) <= _NEAR and not _PAUSES.intersection(between):  # "at 7 a.m. near the village on June 14"
            return Meaning("time", f"{following.meaning.value[:10]}T{clock}")
    today = published_day(page)
    return Meaning("time", f"{today}T{clock}" if today else None)


def _is_day(meaning: Meaning) -> bool:
    return meaning.kind in ("date", "time") and len((meaning.value or "").partition("T")[0]) == len("2024-01-01")
