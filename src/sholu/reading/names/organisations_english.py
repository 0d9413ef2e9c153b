"""Institutions in English: a head noun written large, what stands before it, and its "of ..." after it."""

from collections.abc import Iterator
from dataclasses import replace

from sholu.model.reading import EntityKind
from sholu.reading.names.belonging import country_of
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.organisations_small import small_bodies
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence

_CUT = Mark.TITLE
_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING
_NAME_WORDS = 2
_DULL = Mark.COMMON | Mark.PEOPLES


def find_english(sheet: Sheet) -> list[Find]:
    """All institutions with a name, and small ones that a country or a place makes definite."""
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        if sentence.i in sheet.shouting:
            continue
        taken = sentence.first - 1
        for first, last in sheet.runs(sentence):
            if first <= taken:
                first = taken + 1
            for find in _in_run(sheet, sentence, first, last, taken):
                found.append(find)
                taken = find.last
        found += small_bodies(sheet, sentence)
    return found


def _in_run(sheet: Sheet, sentence: Sentence, first: int, last: int, taken: int) -> Iterator[Find]:
    """Institutions in one run of capitals; the run may be left behind where the name goes on in another one."""
    head = next((i for i in range(first, last + 1) if _is_head(sheet, i)), None)
    while head is not None and head <= last:
        start = _left(sheet, sentence, first, head, taken)
        end = _right(sheet, sentence, head, last)
        if _accepted(sheet, start, head, end):
            final = max((i for i in range(start, end + 1) if _is_head(sheet, i)), default=head)
            find = _find(sheet, start, end, head, final)
            yield find
            other = _bracketed(sheet, find)
            if other is not None:
                yield other
                end = other.last
        taken = max(taken, end)
        first = end + 1
        head = next((i for i in range(first, last + 1) if _is_head(sheet, i)), None)


def _bracketed(sheet: Sheet, find: Find) -> Find | None:
    """The other name in brackets right behind: "National Party (Partido Nacional; PN)", "(Liberals)", "(AN)"."""
    tokens, first = sheet.tokens, find.last + 2
    if first >= len(tokens) or tokens[first - 1].text != "(" or not sheet.capitalised(first):
        return None
    last = first
    while last + 1 < len(tokens) and (sheet.capitalised(last + 1) or sheet.marks(last + 1) & Mark.PARTICLE):
        last += 1
    if first in sheet.places and not any(_is_head(sheet, i) for i in range(first, last + 1)):
        return None
    following = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if following not in (")", ",", ";", ":", "–", "—") or sheet.marks(first) & (
        Mark.GIVEN | Mark.TITLE | Mark.CALENDAR | Mark.OPENER
    ):
        return None
    return replace(find, first=first, last=last, also=find.first)


def _is_head(sheet: Sheet, index: int) -> bool:
    return bool(sheet.marks(index) & Mark.HEAD) and sheet.capitalised(index)


def _left(sheet: Sheet, sentence: Sentence, first: int, head: int, taken: int) -> int:
    """Where the name starts whose head stands at `head`."""
    tokens = sheet.tokens
    start = first
    for index in range(head - 1, first - 1, -1):
        if sheet.marks(index) & _CUT and not _inside_title(sheet, index, head):
            start = index + 1
            break
    while start < head and _strippable(sheet, start):
        start += 1
    # "the People's Party", "the Workers' Party", "Health and Family Planning Association" go on to the left.
    while start - 2 > taken and start - 2 >= sentence.first:
        before = tokens[start - 1]
        if before.shape == "possessive" or (before.text in "'’" and sheet.tight(start - 1)):
            more = _possessor(sheet, sentence, start - 2, taken)
        elif before.lower in sheet.lexicon.grammar["joins"] and start == first:
            more = _joined(sheet, sentence, start - 2, taken)
        else:
            more = None
        if more is None:
            break
        start = more
    while start - 1 > taken and start in sheet.place_tokens and start not in sheet.places:
        start -= 1  # "St. Petersburg ..."
    return start


def _inside_title(sheet: Sheet, index: int, head: int) -> bool:
    """ "Attorney General's Office": a title right before the head, or before its "'s", belongs to the name."""
    return index == head - 1 and bool(sheet.marks(head) & Mark.HEAD) and index > 0 and not sheet.capitalised(index - 1)


def _strippable(sheet: Sheet, index: int) -> bool:
    marks = sheet.marks(index)
    return bool(marks & (Mark.OPENER | Mark.CALENDAR)) and not marks & Mark.HEAD


def _possessor(sheet: Sheet, sentence: Sentence, last: int, taken: int) -> int | None:
    """Start of the words before "'s" if they are part of the name; a place or a person in front is not."""
    if not sheet.capitalised(last) or last <= taken:
        return None
    first = last
    while first - 1 > taken and first > sentence.first and sheet.capitalised(first - 1):
        first -= 1
    while first <= last and _strippable(sheet, first):
        first += 1
    if first > last or any(index in sheet.place_tokens for index in range(first, last + 1)):
        return None
    marks = sheet.marks(last)
    if marks & (Mark.HEAD | Mark.TITLE) or (marks & _DULL and not marks & _NAME):
        return first
    return None


def _joined(sheet: Sheet, sentence: Sentence, last: int, taken: int) -> int | None:
    """Start of the common words before "and" that share the head behind it."""
    first = last + 1
    while first - 1 > taken and first > sentence.first and _shares_head(sheet, first - 1):
        first -= 1
    while first <= last and _strippable(sheet, first):
        first += 1
    return first if first <= last else None


def _shares_head(sheet: Sheet, index: int) -> bool:
    marks = sheet.marks(index)
    if not sheet.capitalised(index) or index in sheet.place_tokens:
        return False
    return _is_dull(sheet, index) and not marks & (Mark.TITLE | Mark.HEAD | Mark.CALENDAR)


def _is_dull(sheet: Sheet, index: int) -> bool:
    """Whether a word names nobody by itself: an ordinary one, a people's, a field of government."""
    return bool(sheet.marks(index) & _DULL) or sheet.tokens[index].lower in sheet.lexicon.grammar["fields"]


def _right(sheet: Sheet, sentence: Sentence, head: int, last: int) -> int:
    """Where the name ends: at the last head of the run, behind what else belongs to it, behind "of ..."."""
    end = head
    for index in range(head + 1, last + 1):
        marks = sheet.marks(index)
        if marks & _CUT and not marks & Mark.HEAD:
            break
        if marks & Mark.HEAD:
            end = index
        elif marks & _NAME and index + 1 <= last and not marks & Mark.COMMON and index not in sheet.place_tokens:
            break
    if end == head and head + 1 <= last:
        end = _tail(sheet, head, last)
    return _of(sheet, sentence, end, last)


def _tail(sheet: Sheet, head: int, last: int) -> int:
    """ "Communist Party USA", "Amnesty International": up to two words behind the head that name nobody else."""
    end = head
    for index in range(head + 1, min(last, head + 2) + 1):
        marks = sheet.marks(index)
        if marks & (_CUT | Mark.GIVEN | Mark.CALENDAR | Mark.OPENER) or index in sheet.adjectives:
            return head
        end = index
    return end if end == last and not _is_somebody(sheet, head, end) else head


def _is_somebody(sheet: Sheet, head: int, end: int) -> bool:
    """ "Secretary of the Security Council Alov Ulman": two words that no list knows behind a body of state."""
    if end - head != _NAME_WORDS or sheet.tokens[head + 1].shape != "title" or sheet.tokens[end].shape != "title":
        return False
    unknown = not any(sheet.marks(i) & (_DULL | Mark.HEAD) or i in sheet.place_tokens for i in range(head + 1, end + 1))
    return unknown and (bool(sheet.marks(head - 1) & Mark.MODIFIER) or _is_held(sheet, head))


def _is_held(sheet: Sheet, head: int) -> bool:
    """Whether an office stands before the name in which this word is: "Minister of Energy", "leader of the X Party"."""
    grammar, first = sheet.lexicon.grammar, head
    while first > 0 and sheet.capitalised(first - 1):
        first -= 1
    if first == head and sheet.tokens[head].lower not in grammar["fields"]:
        return False  # "the head of Bank Turan"
    first -= first > 0 and sheet.tokens[first - 1].lower in grammar["articles"]
    if first < 2 or sheet.tokens[first - 1].lower not in grammar["of"]:
        return False
    return bool(sheet.marks(first - 2) & Mark.TITLE)


def _of(sheet: Sheet, sentence: Sentence, end: int, last: int) -> int:
    """The end after any number of "of X", "of the X", "for X and Y" that follow directly."""
    tokens, grammar = sheet.tokens, sheet.lexicon.grammar
    while True:
        step = end + 1
        if step >= sentence.stop:
            return end
        word = tokens[step].lower
        if word in grammar["of"]:
            step += 1
            if step < sentence.stop and tokens[step].lower in grammar["articles"]:
                step += 1
            stop = _complement(sheet, sentence, step, strict=word not in grammar["seated"])
        elif word in grammar["joins"] and end > last:
            stop = _complement(sheet, sentence, step + 1, strict=True)
            if stop is not None and not _one_common_word(sheet, sentence, step + 1, stop):
                stop = None
        elif word == "," and end > last:
            stop = _listed(sheet, sentence, step)
        else:
            return end
        if stop is None:
            return end
        end = stop
        last = min(last, end - 1)


def _one_common_word(sheet: Sheet, sentence: Sentence, first: int, stop: int) -> bool:
    """Whether what is joined by "and" goes on with the name: no head of another, or "Ministry of Oil and Gas"."""
    if not any(sheet.marks(i) & Mark.HEAD for i in range(first, stop + 1)):
        return True
    alone = first == stop and bool(sheet.marks(first) & Mark.COMMON) and first - 2 >= sentence.first
    return alone and sheet.tokens[first - 3].lower in sheet.lexicon.grammar["of"]


def _complement(sheet: Sheet, sentence: Sentence, first: int, *, strict: bool) -> int | None:
    """Last token of the capitalised words from `first`; None where there are none, or where they name a person.

    With `strict`, only common words and places will do.
    """
    index = first
    while index < sentence.stop and sheet.capitalised(index):
        marks = sheet.marks(index)
        if marks & Mark.TITLE and not marks & Mark.HEAD and index > first:
            break
        if strict and not _is_dull(sheet, index) and index not in sheet.place_tokens:
            break
        if first in sheet.places and index == sheet.places[first][0] + 1 and not marks & (_DULL | Mark.HEAD):
            break  # "Service of the Kyrgyz Republic Alov Ulman"
        index += 1
    if index == first:
        return None
    marks = sheet.marks(first)
    if index - first >= 2 and marks & Mark.GIVEN and not marks & Mark.COMMON and first not in sheet.place_tokens:
        return None
    if marks & Mark.HONORIFIC or marks & Mark.CALENDAR:
        return None
    return index - 1


def _listed(sheet: Sheet, sentence: Sentence, comma: int) -> int | None:
    """ "of Health, Labour and Welfare": the end of a list of common words with "and" before the last one."""
    tokens, joins = sheet.tokens, sheet.lexicon.grammar["joins"]
    while comma < sentence.stop and tokens[comma].text == ",":
        joined = comma + 1 < sentence.stop and tokens[comma + 1].lower in joins
        end = _complement(sheet, sentence, comma + 1 + joined, strict=True)
        if joined or end is None or end + 1 >= sentence.stop or end in sheet.place_tokens:
            return end if joined else None
        if tokens[end + 1].lower in joins:
            return _complement(sheet, sentence, end + 2, strict=True)
        comma = end + 1
    return None


def _accepted(sheet: Sheet, start: int, head: int, end: int) -> bool:
    """A head alone is a name only where no sentence opens with it and it is a body of state."""
    if start in sheet.places and sheet.places[start][0] == end:
        return False  # "Russian Federation"
    if end > start:
        if (
            sheet.marks(end) & (Mark.PLACE_HEAD | Mark.FACILITY_HEAD | Mark.EVENT_HEAD)
            and not sheet.marks(end) & Mark.HEAD
        ):
            return False
        if any(sheet.marks(i) & Mark.HEAD for i in range(start, end + 1)):
            return not _common_headline(sheet, start, end)
        return False
    word = sheet.words[head]
    if sheet.sentence_of[head].i in sheet.titled:
        return False
    return head not in sheet.opens and bool(word.marks & Mark.ALONE)


def _common_headline(sheet: Sheet, start: int, end: int) -> bool:
    """In a line in which every word is large, common words around a head make no name."""
    if sheet.sentence_of[start].i not in sheet.titled:
        return False
    return all(sheet.marks(i) & (_DULL | Mark.HEAD) or not sheet.capitalised(i) for i in range(start, end + 1))


_CARRIERS = frozenset({"agency", "service", "network", "group", "channel"})


def _find(sheet: Sheet, start: int, end: int, head: int, final: int) -> Find:
    sector = sheet.words[final].sector or sheet.words[head].sector
    if final > start and sheet.words[final - 1].sector == "JRN" and sheet.tokens[final].lower in _CARRIERS:
        sector = "JRN"  # "Plum News Agency"
    kind: EntityKind = "outlet" if sector == "JRN" else "organisation"
    sectors = (sector,) if sector and sector != "NGO" else ()
    return Find(
        start,
        end,
        kind,
        RANK["organisation"],
        country=country_of(sheet, start, end),
        sector=sectors,
        head=sheet.tokens[final].lower,
    )
