"""One takes an office from another in English order: "dismissed X as head of Y", "named A to replace B as minister"."""

from collections.abc import Iterator, Sequence

from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_PHRASE = 6
"""Tokens in the longest words between a person and the office that is taken from them."""
_WANTED = 4
"""Tokens before a verb of change among which those stand that only ask for it."""
_VERB = 3
"""Tokens in the longest verb of change."""


class Handovers:
    """Makes links of whoever is the object of a verb of change, and of who follows them."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words

    def of(self, posts: Sequence[Post], links: Sequence[Link]) -> list[Link]:
        """The further links, in order; `links` are those known already."""
        if self.verbs.posts.tag != "en":
            return []
        return [link for post in posts if post.is_office and not post.is_plural for link in self._of(post, links)]

    def _of(self, post: Post, links: Sequence[Link]) -> Iterator[Link]:
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        joint = self._joint(self.near.over_articles(post.first - 1), sentence)
        if joint is None:
            return
        end = joint - 1
        named = self.near.person_ending(end - 1 if self.tokens[end].text == "," else end)
        if named is None:
            return
        left = self._left_of(named, sentence)
        for name, sense in _TAKEN.items():
            verb = self._verb(name, left, sentence)
            if verb is not None and not (name == "dismissal" and self._is_wanted(verb, sentence)):
                yield self._link(named, post, sense, verb)
                return
        verb = self._verb("replaced", left, sentence)
        if verb is not None:
            yield from self._replaced(named, post, verb, sentence, links)
        elif self.tokens[left].lower in self.words.by:
            yield from self._by(named, post, left, sentence)

    def _is_wanted(self, verb: int, sentence: Sentence) -> bool:
        """Whether somebody only asks for a dismissal, or there is none."""
        start = max(sentence.first, verb - _WANTED)
        return any(True for _ in self.words.change["wanted"].find(self.tokens, start, verb))

    def _replaced(
        self, named: Named, post: Post, verb: int, sentence: Sentence, links: Sequence[Link]
    ) -> Iterator[Link]:
        """ "B replaced A as minister", "named B to replace A as minister", "X replaced A as minister with B"."""
        yield self._link(named, post, "leave", verb)
        sense: Sense = "become"
        behind = post.last + 2
        if behind < sentence.stop and self.tokens[post.last + 1].lower in self.words.by:
            follower = self.near.person_at(self.near.over_ranks(behind))
        elif verb > sentence.first + 1 and self.tokens[verb - 1].lower in self.words.infinitive:
            follower = self.near.person_ending(verb - 2)
        else:
            follower = self.verbs.subject(verb)
            coming = self.tokens[verb].lower in self.words.coming or self.tokens[verb - 1].lower in self.words.coming
            sense = "will" if coming else "become"
            if follower is not None and self._in_power(follower, links):
                return
        if follower is not None and follower.id != named.id:
            yield self._link(follower, post, sense, verb)

    def _by(self, named: Named, post: Post, by: int, sentence: Sentence) -> Iterator[Link]:
        """ "A was replaced by B as minister", "X replaced A with B as minister"."""
        verb = self._verb("replaced", by - 1, sentence)
        if verb is not None:
            left = self.verbs.subject(verb)
        else:
            left = self.near.person_ending(by - 1)
            verb = self._verb("replaced", self._left_of(left, sentence), sentence) if left is not None else None
        if verb is None:
            return
        yield self._link(named, post, "become", verb)
        if left is not None and left.id != named.id:
            yield self._link(left, post, "leave", verb)

    def _in_power(self, named: Named, links: Sequence[Link]) -> bool:
        """Whether a title stands before the name: "President X replaced Y as minister" without taking the office."""
        return any(link.basis == "before" and link.person_first == named.first for link in links)

    def _joint(self, end: int, sentence: Sentence) -> int | None:
        """The first token of "as", "from his post as" that end at a token."""
        for start in range(max(sentence.first, end - _PHRASE), end + 1):
            match = self.words.change["taken_from"].at(self.tokens, start, end + 1)
            if match is not None and match.last == end and start > sentence.first:
                return start
        return None

    def _left_of(self, named: Named, sentence: Sentence) -> int:
        """The token before a name with its titles; before "his deputy, X" that before "his"."""
        left = self.verbs.left_of(named, sentence)
        if left > sentence.first and self.tokens[left].text == ",":
            phrase = self.verbs.chunks.phrase_ending(left - 1)
            if phrase is not None and phrase[0] > sentence.first:
                return phrase[0] - 1
        return left

    def _verb(self, name: str, end: int, sentence: Sentence) -> int | None:
        """The first token of words of change that end at a token."""
        for start in range(max(sentence.first, end - _VERB + 1), end + 1):
            match = self.words.change[name].at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                return start
        return None

    def _link(self, named: Named, post: Post, sense: Sense, verb: int) -> Link:
        return Link(named.id, named.first, named.last, post, "change", sense, verb)


_TAKEN: dict[str, Sense] = {"dismiss": "leave", "dismissal": "leave", "replacing": "leave", "to_dismiss": "is"}
"""What it makes of an office when somebody is dismissed from it, or is to be."""
