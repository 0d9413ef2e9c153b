"""One person follows another in an office: "the replacement of Foreign Minister X by Y", "Y сменил X на посту"."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.reading.offices.links import Link, Linker
from sholu.text.sentences import Sentence

_FAR = 20


def successions(linker: Linker, links: Sequence[Link]) -> list[Link]:
    """Links of those who leave and of those who follow, made from links of who holds the office in the same sentence."""
    found: list[Link] = []
    for link in links:
        sentence = linker.page.sentence_at(linker.tokens[link.person_first].start)
        found += _replaced(linker, link, sentence)
        found += _dismissed(linker, link, sentence)
    return found


def _replaced(linker: Linker, link: Link, sentence: Sentence) -> list[Link]:
    """ "the replacement of TITLE X by Y"."""
    if link.basis != "before":
        return []
    cue = _cue(linker, "replace", link.post.first, sentence)
    if cue is None:
        return []
    left = replace(link, basis="change", sense="leave", verb=cue)
    for j in range(link.person_last + 1, min(sentence.stop, link.person_last + _FAR)):
        if linker.tokens[j].lower not in linker.words.by:
            continue
        for at in range(j + 1, min(sentence.stop, j + 8)):
            follower = linker.posts.people.get(at)
            if follower is not None and follower[1] != link.person:
                return [left, _follower(link, follower, at, cue)]
    return [left]


def _follower(link: Link, follower: tuple[int, str], first: int, cue: int) -> Link:
    return Link(follower[1], first, follower[0], replace(link.post, status=None), "change", "become", cue)


def _dismissed(linker: Linker, link: Link, sentence: Sentence) -> list[Link]:
    """ "the dismissal of TITLE X", "отставка министра X", "fired TITLE X"."""
    if link.basis != "before":
        return []
    cue = _cue(linker, "dismissal", link.post.first, sentence)
    if cue is None:
        cue = _cue(linker, "dismiss", link.post.first, sentence)
    return [replace(link, basis="change", sense="leave", verb=cue)] if cue is not None else []


def _cue(linker: Linker, name: str, end: int, sentence: Sentence) -> int | None:
    """First token of words of change that end right before token `end`, articles aside."""
    last = end - 1
    while last > sentence.first and linker.tokens[last].lower in linker.words.articles:
        last -= 1
    for start in range(last, max(sentence.first, last - 3) - 1, -1):
        match = linker.words.change[name].at(linker.tokens, start, last + 1)
        if match is not None and match.last == last:
            return start
    return None
