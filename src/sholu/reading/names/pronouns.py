"""Pronouns of the third person, where it is safe to say whom they mean."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from sholu.model.reading import Mention
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import readings
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.sheet import Sheet
from sholu.reading.offices.lexicon import office_words

_REACH = 2  # sentences back
_OFFICE = 4
"""Tokens behind a pronoun among which a verb of office stands."""
_FARTHEST = 8  # sentences back, those of a quotation included


class _Somebody(NamedTuple):
    """A mention of a person: token, number of the sentence, number of the cluster, whether in quotation marks."""

    first: int
    sentence: int
    group: int
    quoted: bool


def add_pronouns(sheet: Sheet, index: EntityIndex, groups: list[Cluster], ids: list[str]) -> None:
    """Add the pronouns that refer to people as mentions of theirs.

    A pronoun means somebody whom its own sentence has named before it or, failing that, the first person of one of
    the two sentences before, its likely subject. Where a sentence offers two of whom neither stands out, it is left
    open; and nobody outside quotation marks is meant inside them.
    """
    quoted = _quoted_tokens(sheet)
    seen = sorted(_people(sheet, groups, quoted))
    if not seen:
        return
    genders = [group.gender for group in groups]
    starts = [somebody.first for somebody in seen]
    resolved: list[_Somebody] = []
    for position, kind in _pronouns(sheet):
        sentence = sheet.sentence_of[position].i
        reach = sheet.page.sentences[_reach(sheet, sentence, position, quoted)].first
        around = seen[bisect_left(starts, reach) : bisect_left(starts, position)]
        around += [somebody for somebody in resolved[-6:] if somebody.first >= reach]
        doers = _doers(sheet, position, around)
        around = [somebody for somebody in around if somebody.group not in doers]
        choice = _changed(sheet, position, around, kind, genders)
        if choice is None:
            choice = _choose(_subjects(sheet, around), kind, genders, sentence, position in quoted)
        span = sheet.tokens[position].span
        if choice is not None and index.mention(ids[choice], Mention(span.start, span.end, "pronoun")):
            genders[choice] = genders[choice] or kind
            resolved.append(_Somebody(position, sentence, choice, position in quoted))


def _doers(sheet: Sheet, position: int, around: list[_Somebody]) -> set[int]:
    """English: who does to "him" what the verb before it says: somebody else than him."""
    if sheet.lexicon.tag != "en" or sheet.tokens[position].lower not in sheet.lexicon.objects:
        return set()
    chunks = chunks_of(sheet.page)
    verb = position - 1
    if verb > 0 and chunks.kind(verb) == kinds.PREPOSITION:
        verb -= 1
    if verb <= 0 or chunks.kind(verb) != kinds.VERB:
        return set()
    subject = chunks.noun_phrase_before(verb)
    if subject is None:
        return set()
    return {somebody.group for somebody in around if subject[0] <= somebody.first <= subject[1]}


def _changed(sheet: Sheet, position: int, around: list[_Somebody], kind: str, genders: list[str | None]) -> int | None:
    """Russian: «Президент X уволил Y. Он назначен послом»: whom the sentence before appoints or dismisses, where a verb
    of office follows the pronoun.
    """
    office = office_words(sheet.lexicon.tag)
    before = sheet.sentence_of[position].i - 1
    if sheet.lexicon.tag != "ru" or before < 0 or sheet.tokens[position].lower not in office.he:
        return None
    if any(one.sentence > before for one in around):
        return None
    near = range(position + 1, min(position + _OFFICE, len(sheet.tokens)))
    if not any(office.verbs.at(sheet.tokens, j) is not None for j in near):
        return None
    people = sorted(one for one in around if one.sentence == before)
    other = next((one for one in people if one.group != people[0].group), None)
    if other is None or genders[other.group] not in (kind, None) or not _can_be_subject(sheet, people[0].first):
        return None
    chunks = chunks_of(sheet.page)
    for verb in range(people[0].first + 1, other.first):
        said = any(office.change[name].at(sheet.tokens, verb) is not None for name in ("appoint", "dismiss"))
        if said and chunks.kind(verb) == kinds.VERB and not chunks.is_passive(verb):
            return other.group
    return None


def _reach(sheet: Sheet, sentence: int, position: int, quoted: set[int]) -> int:
    """The farthest sentence in which somebody may be meant; outside of quotations those inside do not count."""
    left = _REACH
    farthest = max(0, sentence - _FARTHEST)
    while sentence > farthest and left:
        sentence -= 1
        inside = sheet.page.sentences[sentence].first + 1 in quoted
        left -= not (inside and position not in quoted)
    return sentence


def _subjects(sheet: Sheet, around: list[_Somebody]) -> list[_Somebody]:
    """Russian: of the people whom a sentence names, those whose form allows them to be its subject, if any are."""
    if sheet.lexicon.tag != "ru":
        return around
    able = {one for one in around if _can_be_subject(sheet, one.first)}
    named = {one.sentence for one in able}
    return [one for one in around if one in able or one.sentence not in named]


def _can_be_subject(sheet: Sheet, index: int) -> bool:
    forms = readings("ru", sheet.tokens[index].lower)
    return any(form.case in ("nom", "") for form in forms) or not any(form.known for form in forms)


def _pronouns(sheet: Sheet) -> Iterable[tuple[int, str]]:
    """Tokens that are pronouns for one man or woman, with the gender."""
    kinds = sheet.lexicon.pronouns
    for token in sheet.tokens:
        kind = kinds.get(token.lower)
        if kind == "m" or kind == "f":
            yield token.i, kind


def _people(sheet: Sheet, groups: list[Cluster], quoted: set[int]) -> Iterable[_Somebody]:
    for number, group in enumerate(groups):
        if group.kind == "person":
            for find in group.finds:
                yield _Somebody(find.first, sheet.sentence_of[find.first].i, number, find.first in quoted)


def _quoted_tokens(sheet: Sheet) -> set[int]:
    """The tokens inside quotation marks of some length: what somebody says rather than a name."""
    found: set[int] = set()
    for quote in sheet.page.quotes:
        if quote.depth == 0:
            first, stop = sheet.page.token_range(quote.inner)
            found.update(range(first, stop))
    return found


def _choose(around: list[_Somebody], kind: str, genders: list[str | None], sentence: int, quoted: bool) -> int | None:
    """The number of the cluster that the pronoun means; None where it is not safe to say."""
    fitting = [one for one in around if genders[one.group] in (kind, None) and one.quoted == quoted]
    if not fitting:
        return None
    nearest = max(one.sentence for one in fitting)
    here = [one for one in fitting if one.sentence == nearest]
    here = [one for one in here if genders[one.group] == kind] or here
    first, last = min(here).group, max(here).group
    if nearest == sentence and first != last:
        return None
    return first
