"""Russian offices told with their dates and no verb: «В 2010–2012 годах — заместитель акима», as lives are told."""

from bisect import bisect_left

from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs

_DASHES = frozenset("-–—")
_LONGEST = 14
"""Tokens in the longest dates before the dash."""
_BACK = 12
"""Sentences of a life told without the name again."""
_AHEAD = 3
"""Posts behind among which the next of the same life is looked for."""


class Elliptic:
    """Makes links of the posts of one page that only dates and a dash stand before."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.posts = verbs.posts
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self._dated = {*self.words.since, *self.words.until}

    def join(self, post: Post) -> Link | None:
        """The person whose life is told, where dates and a dash stand before an office."""
        begin = self._begin(post)
        named = self.verbs.meant(begin, _BACK) if begin is not None else None
        if begin is None or named is None:
            return None
        former = self.tokens[begin].lower in self.words.since_beside and self._goes_on(post)
        return Link(named.id, begin, begin, post, "apposition", is_former=former)

    def _begin(self, post: Post) -> int | None:
        """The first token of the dates of an office, where they say from when to when and open a clause."""
        if self.posts.tag != "ru" or post.is_plural:
            return None
        dash = self.verbs.near.over_articles(post.first - 1)
        start = self.verbs.ends_with("posts_of", dash, self.page.sentence_at(self.tokens[post.first].start))
        dash = start - 1 if start is not None else dash
        if dash < 2 or self.tokens[dash].text not in _DASHES:
            return None
        dash -= self.tokens[dash - 1].text == "." and dash - 1 not in self.posts.timed  # «2012 г. —»
        if dash - 1 not in self.posts.timed:
            return None
        opens = self.page.sentence_at(self.tokens[post.first].start).first
        at = dash
        while at > max(opens, dash - _LONGEST) and self._is_date(at - 1):
            at -= 1
        closed = (
            at == opens
            or self.tokens[at - 1].text in (",", ";", ":")
            or self.tokens[at - 1].lower in self.words.sequels
        )
        closed = closed or at - 1 in self.posts.people_ends
        return at if closed and self._is_term(at, dash) else None

    def _is_date(self, i: int) -> bool:
        return i in self.posts.timed or (self.tokens[i].lower in self._dated and i + 1 in self.posts.timed)

    def _is_term(self, first: int, dash: int) -> bool:
        """Whether dates say a start or a stretch: «с 2012 года», «в 2003–2008 годах», and not a single year."""
        since = self.tokens[first].lower in self.words.since_beside
        ranged = any(self.tokens[j].text in _DASHES or "–" in self.tokens[j].text for j in range(first, dash))
        joined = any("-" in self.tokens[j].text and self.tokens[j].text[0].isdigit() for j in range(first, dash))
        return since or ranged or joined

    def _goes_on(self, post: Post) -> bool:
        """Whether a later post of the same life follows, and ends this one."""
        at = bisect_left(self.verbs.near.found, post.head_first, key=lambda one: one.head_first)
        following = self.verbs.near.found[at + 1 : at + 1 + _AHEAD]
        return any(self._begin(one) is not None for one in following)
