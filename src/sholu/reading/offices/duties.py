"""Who does the duties of an office in Russian: «обязанности министра исполняет X», «X исполняет обязанности главы»."""

from sholu.model.changing import replace
from sholu.reading.offices.kinship import under
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_PHRASE = 5
"""Tokens in the longest words such as «будет временно исполнять обязанности»."""


class Duties:
    """Makes links of those who act in the offices of one page."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words

    def join(self, post: Post) -> Link | None:
        """The person who does the duties of an office, where the words before it speak of duties."""
        end = post.first - 1
        if self.verbs.posts.tag != "ru" or post.is_plural or end < 0:
            return None
        if self.tokens[end].lower not in self.words.duties:
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        found = self._done(end, post, sentence) or self._given(post, sentence)
        if found is None:
            return None
        named, verb, sense = found
        acting = replace(post, office=under("ru", self.words.acting_in_full, post.office), is_qualified=True)
        return Link(named.id, named.first, named.last, acting, "verb", sense, verb)

    def _done(self, end: int, post: Post, sentence: Sentence) -> tuple[Named, int, Sense] | None:
        """«X исполняет обязанности главы», «исполняет обязанности главы его заместитель X»."""
        for verb in range(max(sentence.first, end - _PHRASE), end):
            match = self.words.doing_duties.at(self.tokens, verb, end + 1)
            if match is None or match.last != end:
                continue
            named = self.verbs.subject(verb) or self._behind(post.last + 1, sentence)
            return (named, verb, match.value) if named is not None else None
        return None

    def _given(self, post: Post, sentence: Sentence) -> tuple[Named, int, Sense] | None:
        """«обязанности главы исполняет X», «исполнение обязанностей главы возложено на X»."""
        for verb in range(post.last + 1, min(post.last + 1 + _PHRASE, sentence.stop)):
            match = self.words.giving_duties.at(self.tokens, verb, sentence.stop)
            if match is not None:
                named = self._behind(match.last + 1, sentence)
                return (named, verb, match.value) if named is not None else None
        return None

    def _behind(self, first: int, sentence: Sentence) -> Named | None:
        """The person behind a token, a title and words of whose it is aside: «его первый заместитель X»."""
        while first < sentence.stop and self.tokens[first].lower in self.words.possessive:
            first += 1
        named = self.near.person_at(self.verbs.over_post(first)) if first < sentence.stop else None
        return None if named is None or self.near.is_pronoun(named) else named
