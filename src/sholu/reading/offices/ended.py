"""Offices that are held no more as the text tells elsewhere: their holder is dead, or was dismissed since."""

from collections.abc import Sequence

from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Posts
from sholu.reading.offices.verbs import Verbs


class Ended:
    """Knows which links of one page are of offices that ended."""

    def __init__(self, verbs: Verbs, links: Sequence[Link]) -> None:
        self.verbs = verbs
        self.posts: Posts = verbs.posts
        self.words = verbs.words
        self._left = {(link.person, self._same(link)) for link in links if link.sense == "leave"}
        self._starts = {link.post.first: link.person for link in links if link.post.first < link.person_first}
        self._dead = self._died() if links else set()

    def by_death(self, link: Link) -> bool:
        """Whether whoever holds an office is dead."""
        return link.person in self._dead

    def since(self, link: Link, start: str | None) -> bool:
        """Whether an office taken at a date was left since, as the text tells of the same office."""
        published = self.posts.page.published
        if (
            link.sense != "become"
            or start is None
            or published is None
            or (link.person, self._same(link)) not in self._left
        ):
            return False
        return start < published[: len("2007-01")] and start[: len(published)] != published[: len(start)]

    def _same(self, link: Link) -> str:
        """One word for all that name the same office."""
        return self.words.equal.get(link.post.office, link.post.office)

    def _died(self) -> set[str]:
        """The people who are said to have died."""
        found: set[str] = set()
        for sentence in self.posts.page.sentences:
            for match in self.words.change["died"].find(self.verbs.tokens, sentence.first, sentence.stop):
                named = self.verbs.subject(match.first)
                if named is None and self.posts.tag == "ru":
                    named = self.verbs.behind(match.last)
                    titled = self._starts.get(self.verbs.near.over_ranks(match.last + 1))
                    found.update([titled] if titled is not None and named is None else [])
                if named is not None and not self.verbs.near.is_pronoun(named):
                    found.add(named.id)
        return found
