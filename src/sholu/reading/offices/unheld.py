"""English: offices that somebody is but offered, judged fit for, or would hold: he does not hold them, or not yet."""

from sholu.model.changing import replace
from sholu.reading.offices.links import Link
from sholu.reading.offices.verbs import Verbs


def is_unheld(link: Link, verbs: Verbs) -> bool:
    """Whether the words between somebody and an office say that he does not hold it: "was offered the job of mayor"."""
    return _says(link, verbs, "offered") or (_is_to_come(link, verbs) and _opens(link, verbs, "supposed"))


def ahead(link: Link, verbs: Verbs) -> Link:
    """The link, of an office that is still to come where it is told so: "until X is elected mayor"."""
    to_come = _is_to_come(link, verbs) and _opens(link, verbs, "awaited")
    return replace(link, sense="will") if to_come else link


def _is_to_come(link: Link, verbs: Verbs) -> bool:
    """Whether somebody gets an office in the present: "is elected mayor", "becomes mayor"."""
    return link.sense == "become" and _says(link, verbs, "at_present")


def _says(link: Link, verbs: Verbs, name: str) -> bool:
    """Whether such words stand between somebody and the office behind."""
    found = verbs.words.change[name].find(verbs.tokens, link.person_last + 1, link.post.first)
    return link.person_last < link.post.first and any(True for _ in found)


def _opens(link: Link, verbs: Verbs, name: str) -> bool:
    """Whether the clause of somebody opens with such words, or they stand right before him: "wait until X is"."""
    first, right = verbs.chunks.clause_at(link.person_first)[0], link.person_first - 1
    phrases = verbs.words.change[name]
    return any(phrases.at(verbs.tokens, at, link.person_first) is not None for at in (first, right) if at >= 0)
