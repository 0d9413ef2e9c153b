"""Who follows whom in an office that is told last or first: «X сменил Y на посту мэра», «на посту мэра Y сменил X»."""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_FRAME = 3
"""Tokens in the longest words between a verb and an office: «на его посту»."""
_ASIDE = frozenset({k.ADVERB, k.PREPOSITION})
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
        if frame is None:
            found = self._ahead(post, sentence)
        else:
            found = self._before(frame, sentence) or self._across(frame, post, sentence)
            found = found or self._behind(post, sentence)
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

    def _across(self, frame: int, post: Post, sentence: Sentence) -> tuple[Named | None, Named | None, int] | None:
        """«X сменил на посту мэра Y»."""
        verb, left = frame - 1, self.near.person_at(self.near.over_ranks(post.last + 1))
        if left is None or verb <= sentence.first or self.near.is_pronoun(left):
            return None
        if not self.words.change["replaced"].at(self.tokens, verb, frame):
            return None
        if self.tokens[verb - 1].lower in self.words.possessive or not self._suffers(left):
            return None  # «его сменил на посту мэра X»
        return self.verbs.subject(verb), left, verb

    def _ahead(self, post: Post, sentence: Sentence) -> tuple[Named | None, Named | None, int] | None:
        """«мэра Y в мае сменил X»: a title and a name in the accusative before the verb."""
        left = self.near.person_at(self.near.over_ranks(post.last + 1))
        if left is None or self.near.is_pronoun(left) or not self._suffers(left):
            return None
        title = {form.case for form in readings("ru", self.tokens[post.head_first].lower) if form.number != "plural"}
        if "nom" in title or "acc" not in title:
            return None
        verb = left.last + 1
        while verb < sentence.stop and (verb in self.verbs.posts.timed or self.verbs.chunks.kind(verb) in _ASIDE):
            verb += 1
        if verb >= sentence.stop or not self.words.change["replaced"].at(self.tokens, verb, sentence.stop):
            return None
        follower = self.verbs.behind(verb)
        return (follower, left, verb) if follower is not None else None

    def _suffers(self, named: Named) -> bool:
        """Whether a name may stand in the accusative."""
        words = tuple(token.text for token in self.tokens[named.first : named.last + 1] if token.is_word)
        cases = cases_of_name(words)
        return not cases or "acc" in cases

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
