"""Pronouns of the third person, where it is safe to say whom they mean."""

from collections.abc import Iterable
from typing import NamedTuple

from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.sheet import Sheet

_REACH = 2  # sentences back, within the paragraph or the one before


class _Somebody(NamedTuple):
    first: int
    sentence: int
    group: int
    quoted: bool


def add_pronouns(sheet: Sheet, index: EntityIndex, groups: list[Cluster], ids: list[str]) -> None:
    """Add the pronouns that refer to people as mentions of theirs.

    A pronoun means the last person before it whom it can mean: in its own sentence or, as the first person of a
    sentence (its likely subject), in one of the two before. Where the sentence offers two, it is left open.
    """
    pronouns = sheet.lexicon.pronouns
    seen = sorted(_people(sheet, groups))
    if not seen or not pronouns:
        return
    genders = [group.gender for group in groups]
    resolved: list[_Somebody] = []
    for sentence in sheet.page.sentences:
        for position in range(sentence.first, sentence.stop):
            kind = pronouns.get(sheet.tokens[position].lower)
            if kind not in ("m", "f"):
                continue
            quoted = _quoted(sheet, position)
            around = [s for s in (*seen, *resolved) if s.first < position and sentence.i - s.sentence <= _REACH]
            choice = _choose(around, kind, genders, sentence.i, quoted)
            if choice is None:
                continue
            span = sheet.tokens[position].span
            if index.mention(ids[choice], Mention(span.start, span.end, "pronoun")):
                genders[choice] = genders[choice] or kind
                resolved.append(_Somebody(position, sentence.i, choice, quoted))


def _people(sheet: Sheet, groups: list[Cluster]) -> Iterable[_Somebody]:
    for number, group in enumerate(groups):
        if group.kind == "person":
            for find in group.finds:
                yield _Somebody(find.first, sheet.sentence_of[find.first].i, number, _quoted(sheet, find.first))


def _quoted(sheet: Sheet, token: int) -> bool:
    return bool(sheet.page.quotes) and sheet.page.quote_at(sheet.tokens[token].span) is not None


def _choose(around: list[_Somebody], kind: str, genders: list[str | None], sentence: int, quoted: bool) -> int | None:
    """The number of the cluster that the pronoun means; None where it is not safe to say."""
    fitting = [s for s in around if genders[s.group] in (kind, None) and s.quoted == quoted]
    if not fitting:
        return None
    sure = [s for s in fitting if genders[s.group] == kind]
    fitting = sure or fitting
    nearest = max(s.sentence for s in fitting)
    here = [s for s in fitting if s.sentence == nearest]
    choices = {s.group for s in here}
    if len(choices) == 1:
        return choices.pop()
    if nearest == sentence:
        # Two people in the sentence itself: its subject is the one who came first, if he also is the last one meant.
        return here[0].group if min(here).group == max(here).group else None
    return min(here).group
