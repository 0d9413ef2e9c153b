"""Russian titles inside what another title is of, and who holds them: «пресс-секретарь президента Ивана Петрова»."""

from collections.abc import Iterator, Sequence

from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.posts import Post


class Nested:
    """Makes links of those whose name stands in the genitive behind the title of somebody under them."""

    def __init__(self, near: Neighbours) -> None:
        self.near = near
        self.posts = near.posts
        self.tokens = near.tokens
        self.words = near.words

    def links(self, found: Sequence[Post]) -> Iterator[Link]:
        """The links of the titles that stand inside these posts."""
        for post in found if self.posts.tag == "ru" else ():
            named = self.near.person_at(self.near.over_ranks(post.last + 1))
            inner = self._inside(post) if named is not None else None
            if named is not None and inner is not None and self.near.is_genitive_only(post, named):
                yield Link(named.id, named.first, named.last, inner, "before")

    def _inside(self, post: Post) -> Post | None:
        """The post whose title stands in what another is of."""
        for start in range(post.head_first + 1, post.last + 1):
            inner = self.posts.at(start)
            if inner is not None:
                return inner if inner.last == post.last and inner.is_office else None
        return None
