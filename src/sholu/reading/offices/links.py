"""Who holds an office: persons joined to words of office by what stands between the two."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.lexicon import Holding, Sense
from sholu.reading.offices.posts import Post, Posts
from sholu.text.sentences import Sentence

_APPOSES = frozenset(",(–—-:")
_CLOSES = frozenset(',.;:!?()–—-"”»')
_FAR = 30  # tokens between a verb and the office it gives
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Link:
    """A person at tokens `person_first` .. `person_last` and a post; `verb` is the token of the verb that joins them.

    `sense` says what the verb makes of the office; None where the two merely stand together. `basis` tells how the
    two were joined: "before" (title before name), "apposition", "verb", "change".
    """

    person: str
    person_first: int
    person_last: int
    post: Post
    basis: str
    sense: Sense | None = None
    verb: int | None = None
    is_former: bool = False


class Named(NamedTuple):
    """A person's mention: entity id, first and last token."""

    id: str
    first: int
    last: int


class Linker:
    """Joins the posts of one page to its people."""

    def __init__(self, posts: Posts, found: list[Post]) -> None:
        self.posts = posts
        self.page = posts.page
        self.tokens = posts.tokens
        self.words = posts.words
        self.chunks = posts.chunks
        self.found = found
        self.starts = {post.first: post for post in found}

    def links(self) -> list[Link]:
        """All links in the order of the text."""
        linked: dict[int, Link] = {}
        for index, post in enumerate(self.found):
            if post.is_office:
                link = self._direct(post) or self._apposed(post) or self._by_verb(post)
                if link is not None:
                    linked[index] = link
        self._chain(linked)
        return [*linked.values(), *self._held()]

    # -- standing together

    def _person_at(self, first: int) -> Named | None:
        entry = self.posts.people.get(first)
        return Named(entry[1], first, entry[0]) if entry else None

    def _person_ending(self, last: int) -> Named | None:
        entry = self.posts.people_ends.get(last)
        return Named(entry[1], entry[0], last) if entry else None

    def _is_pronoun(self, named: Named) -> bool:
        return named.first == named.last and self.chunks.kind(named.first) in (k.PRONOUN, k.DETERMINER)

    def _direct(self, post: Post) -> Link | None:
        """ "Prime Minister X", "министр обороны генерал X"."""
        j = self._over_ranks(post.last + 1)
        named = self._person_at(j)
        if named is None or self._is_pronoun(named) or self._is_genitive_only(post, named):
            return None
        return Link(named.id, named.first, named.last, post, "before")

    def _over_ranks(self, j: int) -> int:
        for _ in range(3):
            if j >= len(self.tokens) or j in self.posts.people:
                break
            rank = self.words.ranks.at(self.tokens, j, len(self.tokens))
            if rank is None:
                break
            j = rank.last + 1
            if j < len(self.tokens) and self.tokens[j].text == ".":
                j += 1
        return j

    def _is_genitive_only(self, post: Post, named: Named) -> bool:
        """ "член правительства Иванова": a name in the genitive after a title in the nominative is another's."""
        if self.posts.tag != "ru" or post.last == post.head_last:
            return False
        head = readings("ru", self.tokens[post.head_first].lower)
        return any(one.case == "nom" for one in head) and not self._may_be_nominative(named)

    def _may_be_nominative(self, named: Named) -> bool:
        forms = readings("ru", self.tokens[named.first].lower)
        return any(one.case in ("nom", "") for one in forms) or not any(one.known for one in forms)

    def _apposed(self, post: Post) -> Link | None:
        """ "X, the head of Y", "X (head of Y)", "the head of Y, X,"."""
        i = self._over_articles(post.first - 1)
        if i > 0 and self.tokens[i].text in _APPOSES:
            named = self._person_ending(i - 1) or self._over_age(i - 1)
            if named is not None and not self._is_pronoun(named) and self._closes_after(post):
                return Link(named.id, named.first, named.last, post, "apposition")
        j = post.last + 1
        if j + 1 < len(self.tokens) and self.tokens[j].text in ",–—:":
            named = self._person_at(self._over_ranks(j + 1))
            if named is not None and not self._is_pronoun(named) and self._stands_alone(post, named):
                return Link(named.id, named.first, named.last, post, "apposition")
        return None

    def _over_articles(self, i: int) -> int:
        skipped = (*self.words.articles, *self.words.status)
        while i >= 0 and (self.tokens[i].lower in skipped or self.tokens[i].lower in self.words.possessive):
            i -= 1
        return i

    def _over_age(self, i: int) -> Named | None:
        """ "X, 45, head of Y"."""
        if i > 1 and self.tokens[i].shape == "number" and self.tokens[i - 1].text in ",(":
            return self._person_ending(i - 2)
        return None

    def _closes_after(self, post: Post) -> bool:
        """The apposition ends, or goes on; it is no new subject with a verb of its own or another's name."""
        j = post.last + 1
        return j >= len(self.tokens) or j not in self.posts.people

    def _stands_alone(self, post: Post, named: Named) -> bool:
        """ "the head of Y, X, said": the name is closed by a mark or followed by a verb, and no list goes on."""
        after = named.last + 1
        if after >= len(self.tokens):
            return True
        following = self.tokens[after]
        if following.text in _CLOSES:
            return (
                following.text != ","
                or self.tokens[post.first - 1].lower in self.words.articles
                or bool(self.posts.tag != "en")
            )
        return self.chunks.kind(after) in (k.VERB, k.AUXILIARY) and self.posts.tag == "ru"

    def _chain(self, linked: dict[int, Link]) -> None:
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
                linked[index] = Link(
                    link.person, link.person_first, link.person_last, self.found[index], link.basis, link.sense,
                    link.verb, link.is_former,
                )  # fmt: skip

    def _joined(self, left: Post, right: Post) -> bool:
        if not (left.is_office and right.is_office):
            return False
        between = [token.lower for token in self.tokens[left.last + 1 : right.first]]
        glue = {",", *self.words.joins, *self.words.articles, *self.words.status}
        return 0 < len(between) <= _NEAR and all(word in glue for word in between)

    # -- verbs

    def _by_verb(self, post: Post) -> Link | None:
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        before = self._verb_before(post, sentence)
        if before is not None:
            verb, sense = before
            named = self._subject(verb)
            if named is not None:
                return Link(named.id, named.first, named.last, post, "verb", sense, verb)
        return self._verb_after(post, sentence) or self._changed(post, sentence)

    def _verb_before(self, post: Post, sentence: Sentence) -> tuple[int, Sense] | None:
        """The verb that ends right before the post, its articles and a "not" aside."""
        end = self._over_articles(post.first - 1)
        for start in range(end, max(sentence.first, end - 7) - 1, -1):
            match = self.words.verbs.at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                longer = self.words.verbs.at(self.tokens, start - 1, end + 1) if start > sentence.first else None
                if longer is not None and longer.last == end:
                    return start - 1, longer.value
                return start, match.value
        return None

    def _verb_after(self, post: Post, sentence: Sentence) -> Link | None:
        """Kazakh and German word order: the verb stands behind the office."""
        if not self.words.before_title or post.last + 1 >= sentence.stop:
            return None
        match = self.words.verbs.at(self.tokens, post.last + 1, sentence.stop)
        named = self._nearest_before(post.first, sentence)
        if match is None or named is None:
            return None
        return Link(named.id, named.first, named.last, post, "verb", match.value, match.first)

    def _subject(self, verb: int) -> Named | None:
        """The person who is the verb's subject."""
        phrase = self.chunks.noun_phrase_before(verb)
        if phrase is None:
            return None
        named = self._person_ending(phrase[1])
        if named is None and phrase[0] in self.posts.people:
            last, id = self.posts.people[phrase[0]]
            if last + 1 <= phrase[1] and self.tokens[last + 1].text in _APPOSES:
                return Named(id, phrase[0], last)
        return named

    def _nearest_before(self, i: int, sentence: Sentence) -> Named | None:
        for j in range(i - 1, max(sentence.first, i - _FAR) - 1, -1):
            named = self._person_ending(j)
            if named is not None:
                return named
        return None

    def _changed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "appointed X as head of Y", "the appointment of X as ...", "a career as ...", "назначил X министром"."""
        change = self.words.change
        i = self._over_articles(post.first - 1)
        at = self._ends_with("appointed_as", i, sentence)
        end = at - 1 if at is not None else i
        if self._ends_with("past_career", i, sentence) is not None:
            named = self._nearest_before(i, sentence)
            return Link(named.id, named.first, named.last, post, "change", "was", i, True) if named else None
        named = self._person_ending(end)
        if named is None:
            return None
        left = self._left_of(named, sentence)
        for name in ("appoint", "appointment"):
            for start in range(left, max(sentence.first, left - 2) - 1, -1):
                if change[name].at(self.tokens, start, named.first + 1):
                    return Link(named.id, named.first, named.last, post, "change", "become", start)
        return None

    def _ends_with(self, name: str, end: int, sentence: Sentence) -> int | None:
        """First token of a phrase of change that ends at token `end`."""
        for start in range(end, max(sentence.first, end - 4) - 1, -1):
            match = self.words.change[name].at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                return start
        return None

    def _left_of(self, named: Named, sentence: Sentence) -> int:
        """The token before a name and the words of rank and country that belong to it."""
        phrase = named.first
        while phrase > sentence.first and self.chunks.kind(phrase - 1) in (k.NOUN, k.ADJECTIVE, k.DETERMINER):
            if self.words.change["appointment"].at(self.tokens, phrase - 1, phrase):
                break
            phrase -= 1
        return phrase - 1

    # -- verbs that hold an office by themselves

    def _held(self) -> Iterator[Link]:
        """ "X headed the department from 1999"."""
        for sentence in self.page.sentences:
            for match in self.words.holding.find(self.tokens, sentence.first, sentence.stop):
                post = self._object(match.last + 1, match.value, sentence, match.first)
                named = self._subject(match.first) if post is not None else None
                if post is not None and named is not None:
                    sense = match.value.sense
                    yield Link(named.id, named.first, named.last, post, "verb", sense, match.first)

    def _object(self, first: int, holding: Holding, sentence: Sentence, verb: int) -> Post | None:
        """What the verb is about, as if it stood after a title."""
        if self.words.before_title:
            phrase = self.chunks._phrase_ending(verb - 1, sentence, self.chunks.kinds(sentence))
            if phrase is None or phrase[0] not in self.posts.bodies:
                return None
            base = Post(phrase[0], phrase[1], verb, verb, holding.office, False)
            return self.posts.with_owner(base, self.posts.bodies[phrase[0]][1])
        start = first
        if start < sentence.stop and self.tokens[start].lower in self.words.complement:
            return None
        while start < sentence.stop and self.tokens[start].lower in self.words.articles:
            start += 1
        last = start - 1
        if start < sentence.stop:
            last = self.posts.institution(start, sentence.stop)
        if last < start:
            return None
        post = self.posts.of_institution(Post(verb, last, verb, first - 1, holding.office, False), start, last)
        return post if post.organisation or post.body or post.country else None
