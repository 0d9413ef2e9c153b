"""Offices told on the way in English: "named X, 45, as head of Y", "roles as A, B and C", "before becoming mayor"."""

from sholu.reading.chunks import kinds as k
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_OBJECT = 14
"""Tokens between a verb of appointment and whom it appoints, or between that name and the comma behind what it is."""
_GAP = 30
"""Tokens between a verb of appointment and the second of those whom it appoints."""
_ROLES = 8
"""Tokens in "a number of senior roles in government, including"."""
_MAIN = 40
"""Tokens between such words and the verb that the sentence is about."""


class Careers:
    """Makes links of the posts of one page that no verb or apposition of their own gives to anybody."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.posts = verbs.posts
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self.chunks = verbs.chunks

    def join(self, post: Post) -> Link | None:
        """The person whom a sentence gives the office among other things."""
        if post.is_plural or self.posts.tag != "en":
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        return self._appointed(post, sentence) or self._listed(post, sentence) or self._on_the_way(post, sentence)

    # -- objects of an appointment

    def _appointed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "named her deputy, X, as Y", "named X, a banker, as Y", "named A as B and X as Y"."""
        end = self.near.over_articles(post.first - 1)
        at = self.verbs.ends_with("appointed_as", end, sentence)
        end = at - 1 if at is not None else end
        if end <= sentence.first:
            return None
        if self.tokens[end].text != ",":
            named = self.near.person_ending(end)
            verb = self._shared_verb(named, at, sentence) if named is not None else None
        elif at is None:
            return None
        elif (named := self.near.person_ending(end - 1)) is not None:
            verb = self._appointing(named.first - 1, sentence)
        else:
            named = self._over_aside(end, sentence)
            verb = self._appointing(self.verbs.left_of(named, sentence), sentence) if named is not None else None
        if named is None or verb is None or self.near.is_pronoun(named):
            return None
        return Link(named.id, named.first, named.last, post, "change", "become", verb)

    def _over_aside(self, comma: int, sentence: Sentence) -> Named | None:
        """The person before what a comma closes: "X, 45," or "X, who led Y until May,"."""
        for at in range(comma - 1, max(sentence.first, comma - _OBJECT), -1):
            if self.tokens[at].text == ";":
                return None
            if self.tokens[at].text == "," and (named := self.near.person_ending(at - 1)) is not None:
                return named
        return None

    def _appointing(self, end: int, sentence: Sentence) -> int | None:
        """The verb of appointment in the clause up to a token, with nobody else between."""
        for verb in range(end, max(sentence.first, end - _OBJECT) - 1, -1):
            if self.words.change["appoint"].at(self.tokens, verb, end + 1):
                return None if self.chunks.is_passive(verb) else verb
            if self.chunks.kind(verb) == k.VERB or self.tokens[verb].text == ";" or verb in self.posts.people_ends:
                return None
        return None

    def _shared_verb(self, named: Named, at: int | None, sentence: Sentence) -> int | None:
        """The verb of one who was appointed before: "named A as B and X as Y"."""
        left = self.verbs.left_of(named, sentence)
        if self.tokens[left].lower not in self.words.list_joins:
            return None
        for verb in range(left, max(sentence.first, left - _GAP) - 1, -1):
            if self.words.change["appoint"].at(self.tokens, verb, left):
                roles = at is None or any(self.tokens[j].lower in self.words.roles for j in range(verb, left))
                return verb if roles and not self.chunks.is_passive(verb) else None
            if at is not None and self._is_made(verb, left):
                return verb  # "X was sworn in as A and Y as B"
            if self.chunks.kind(verb) in (k.VERB, k.AUXILIARY) or self.tokens[verb].text == ";":
                return None
        return None

    def _is_made(self, verb: int, stop: int) -> bool:
        """Whether words at a token make somebody something "as"."""
        match = self.words.verbs.at(self.tokens, verb, stop)
        return match is not None and match.value == "become" and self.tokens[match.last].lower in self.words.roles

    # -- offices held among others

    def _listed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "his career includes roles as A, B and C", "held several posts, including A"."""
        at = self.near.over_articles(post.first - 1)
        if at <= sentence.first or self.tokens[at].lower not in self.words.listing:
            return None
        for j in range(at - 1, max(sentence.first, at - _ROLES) - 1, -1):
            if self.tokens[j].lower in self.words.capacities:
                named = self._owner(j, sentence)
                held = any(True for _ in self.words.change["still_held"].find(self.tokens, sentence.first, j))
                sense: Sense = "is" if held else "was"
                return Link(named.id, named.first, named.last, post, "verb", sense, at) if named else None
            if self.tokens[j].text == ";" or (j in self.posts.people_ends and j != at - 1):
                return None
        return None

    def _owner(self, roles: int, sentence: Sentence) -> Named | None:
        """Whose roles: those of a possessive before them, else of the subject of their verb."""
        for j in range(roles - 1, max(sentence.first, roles - _ROLES) - 1, -1):
            named = self.near.person_ending(j)
            behind = self.tokens[j + 1].shape == "possessive"
            if named is not None and (behind or self.tokens[j].lower in self.words.possessive):
                return named
            if self.chunks.kind(j) == k.VERB and (named := self.verbs.subject(j)) is not None:
                return named
        return None

    def _on_the_way(self, post: Post, sentence: Sentence) -> Link | None:
        """ "joined the bank, rising to become its head", "taught before becoming mayor", "after serving as mayor"."""
        end = self.near.over_articles(post.first - 1)
        for start in range(end, max(sentence.first, end - 5) - 1, -1):
            match = self.words.on_the_way.at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                named = self._subject_around(start, post, sentence)
                return Link(named.id, named.first, named.last, post, "verb", match.value, start) if named else None
        return None

    def _subject_around(self, start: int, post: Post, sentence: Sentence) -> Named | None:
        """Whom the sentence is about whose verb stands before a token; where it opens so, whoever follows the comma."""
        for verb in range(start - 1, max(sentence.first, start - _MAIN) - 1, -1):
            if self.chunks.kind(verb) in (k.VERB, k.AUXILIARY) and (named := self.verbs.subject(verb)) is not None:
                return named
        if start > sentence.first + 1:
            return None
        for j in range(post.last + 1, min(sentence.stop - 1, post.last + _OBJECT)):
            if self.tokens[j].text == "," and (named := self.near.person_at(self.near.over_ranks(j + 1))) is not None:
                return named
        return None
