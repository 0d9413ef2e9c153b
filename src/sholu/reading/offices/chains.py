"""Offices that neighbours share: "chairman of A and leader of B X", "then-President X and Vice President Y"."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.posts import Post

_NEAR = 6
"""Tokens between two offices of one person."""
_DASHES = frozenset("-–—")


class Chains:
    """Gives offices of one page that stand side by side to one person."""

    def __init__(self, near: Neighbours) -> None:
        self.found = near.found
        self.posts = near.posts
        self.tokens = near.tokens
        self.words = near.words

    def chain(self, linked: dict[int, Link]) -> None:
        """ "chairman of A and leader of B X", "X, chairman of A and leader of B": neighbours share their person."""
        for index in range(len(self.found) - 2, -1, -1):
            link = linked.get(index + 1)
            if index not in linked and link is not None and link.basis in ("before", "apposition"):
                after = link.person_first > link.post.last
                if after and self._joined(self.found[index], link.post):
                    linked[index] = Link(link.person, link.person_first, link.person_last, self.found[index], "before")
        for index in range(1, len(self.found)):
            link = linked.get(index - 1)
            if index in linked or link is None or link.person_first > link.post.first:
                continue
            if self._joined(link.post, self.found[index]):
                then = self._then(link.post, self.found[index])
                linked[index] = Link(
                    link.person, link.person_first, link.person_last, self._of_both(link.post, self.found[index]),
                    link.basis,
                    None if then is not None else link.sense, None if then is not None else link.verb,
                    link.is_former if then is None else then == "former",
                )  # fmt: skip

    def _of_both(self, left: Post, right: Post) -> Post:
        """ "Steppe Motors chairman and chief executive": what stands before two titles in English is of both."""
        owned = left.organisation or left.body
        bare = right.organisation is None and right.body is None and right.country is None
        before = left.first < left.head_first and left.last == left.head_last
        joined = right.first == left.last + 2 and self.tokens[left.last + 1].lower in self.words.joins
        if self.posts.tag != "en" or not (owned and bare and before and joined):
            return right
        return replace(right, organisation=left.organisation, body=left.body, country=left.country)

    def shared_status(self, linked: dict[int, Link]) -> None:
        """ "then-President X and Vice President Y": the second held the office then, too."""
        for index in range(1, len(self.found)):
            before, link = linked.get(index - 1), linked.get(index)
            if before is None or link is None or before.post.status != "former" or link.post.status is not None:
                continue
            if before.basis != "before" or link.basis != "before" or not self._is_of_then(before.post):
                continue
            between = self.tokens[before.person_last + 1 : link.post.first]
            if between and all(token.lower in self.words.list_joins for token in between):
                linked[index] = replace(link, post=replace(link.post, status="former"))

    def _is_of_then(self, post: Post) -> bool:
        """Whether a title says of when it was: "then-president", "the then mayor"."""
        opening = self.tokens[post.first].lower.partition("-")[0]
        return self.words.status.get(opening) == "former" and opening in self.words.back_then

    def _joined(self, left: Post, right: Post) -> bool:
        if not (left.is_office and right.is_office) or left.is_plural or right.is_plural:
            return False
        if not self.posts.page.sentence_at(self.tokens[left.first].start).span.covers(self.tokens[right.first].span):
            return False  # a headline, and the sentence below it
        between = range(left.last + 1, right.first)
        glue = {",", *self.words.joins, *self.words.articles, *self.words.status, *self.words.possessive}
        glue |= self.words.sequels
        dated = {*self.words.since, *self.words.until}
        then = {j for match in self._thens(between) for j in range(match[0], match[1] + 1)}
        if self.posts.tag == "ru" and len(between) == 1 and self.tokens[between.start].text in _DASHES:
            return True  # «заместитель премьер-министра — министр финансов X»
        return 0 < len(between) <= _NEAR + len(then) and all(
            (self.tokens[j].lower in glue and not self._has_object(j))
            or j in then
            or j in self.posts.timed
            or (self.tokens[j].lower in dated and j + 1 in self.posts.timed)
            for j in between
        )

    def _has_object(self, j: int) -> bool:
        """English: "the mayor sacked the chief": a word that may say "former" of an office is a verb before "the"."""
        status = self.posts.tag == "en" and self.tokens[j].lower in self.words.status
        return status and j + 1 < len(self.tokens) and self.tokens[j + 1].lower in self.words.articles

    def _thens(self, between: range) -> Iterator[tuple[int, int, str]]:
        """Words between two offices that say when the second is held: "and before that", "and now"."""
        if not len(between):
            return
        for match in self.words.then.find(self.tokens, between.start, between.stop):
            yield match.first, match.last, match.value

    def _then(self, left: Post, right: Post) -> str | None:
        """Whether the second of two offices is a former one or the one of today, by what stands between."""
        between = range(left.last + 1, right.first)
        said = [value for *_, value in self._thens(between)]
        until = any(self.tokens[j].lower in self.words.until and j + 1 in self.posts.timed for j in between)
        if self.words.before_title:
            until = any(self.tokens[j].lower in self.words.until and j - 1 in self.posts.timed for j in between)
        return said[-1] if said else "former" if until else None
