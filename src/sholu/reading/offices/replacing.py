"""Who follows whom in an office that is told last or first: «X сменил Y на посту мэра», «на посту мэра Y сменил X»."""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.offices.links import Link, Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_FRAME = 3
"""Tokens in the longest words between a verb and an office: «на его посту»."""
_GAP = 6
"""Tokens at most between an office and the verb behind it, and between that and who follows."""


class Replacing:
    """Makes links of who follows and who goes where words such as «на посту» join their office to the verb."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words

    def of(self, posts: Sequence[Post]) -> list[Link]:
        """The further links, in order."""
        return [link for post in posts if post.is_office and not post.is_plural for link in self._of(post)]

    def _of(self, post: Post) -> Iterator[Link]:
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        frame = self._frame(post, sentence)
        found = (self._before(frame, sentence) or self._behind(post, sentence)) if frame is not None else None
        if found is None:
            return
        follower, left, verb = found
        plain = replace(post, status=None)
        if follower is not None:
            yield Link(follower.id, follower.first, follower.last, plain, "change", "become", verb)
        if left is not None and (follower is None or left.id != follower.id):
            yield Link(left.id, left.first, left.last, plain, "change", "leave", verb)

    def _frame(self, post: Post, sentence: Sentence) -> int | None:
        """The first token of «на посту» right before an office."""
        end = self.near.over_articles(post.first - 1)
        for start in range(max(sentence.first, end - _FRAME + 1), end + 1):
            match = self.words.change["in_stead"].at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                return start
        return None

    def _before(self, frame: int, sentence: Sentence) -> tuple[Named | None, Named | None, int] | None:
        """«X сменил Y на посту»."""
        left = self.near.person_ending(frame - 1)
        verb = left.first - 1 if left is not None else frame - 1
        if left is None or verb < sentence.first or not self.words.change["replaced"].at(self.tokens, verb, frame):
            return None
        return self.verbs.subject(verb), left, verb

    def _behind(self, post: Post, sentence: Sentence) -> tuple[Named | None, Named | None, int] | None:
        """«на посту мэра Y сменил X», «на этом посту его сменил X»."""
        left = self.near.person_at(self.near.over_ranks(post.last + 1))
        first = left.last + 1 if left is not None else post.last + 1
        for verb in range(first, min(first + _GAP, sentence.stop)):
            if self.words.change["replaced"].at(self.tokens, verb, sentence.stop):
                follower = self.verbs.behind(verb)
                return (follower, left, verb) if follower is not None else None
            if not self.tokens[verb].is_word or (verb in self.verbs.posts.people_ends and left is not None):
                return None
            left = left or self.near.person_at(verb)
        return None
