"""Verbs that hold an office by themselves: "X headed the department", «область возглавлял X»."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.extents import LONGEST
from sholu.reading.offices.lexicon import Holding, Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_BOUNDS = frozenset(',;:()—–-«»"')
_NEAR = 6
"""Tokens between a verb of appointment and the name of whom it appoints."""
_AROUND_DATES = frozenset({k.ADVERB, k.PREPOSITION})


class Holdings:
    """Makes links of the people of whom such verbs of one page tell."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.posts = verbs.posts
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self.chunks = verbs.chunks

    def links(self) -> Iterator[Link]:
        """ "X headed the department from 1999"."""
        for sentence in self.page.sentences:
            for match in self.words.holding.find(self.tokens, sentence.first, sentence.stop):
                post = self._object(match.last + 1, match.value, sentence, match.first)
                named = self._described(match.first, post) if post is not None else None
                if named is None and post is not None:
                    named = self.verbs.subject(match.first)
                if self.words.before_title and self.verbs.describes(match.last):
                    named = self.verbs.behind(match.last) or named  # «басқармасын басқарған Асан Серіков»
                if named is None and self.words.before_title and post is not None:
                    named = self.verbs.nearest_before(post.first, sentence)
                if named is None and self.posts.tag == "ru":
                    post = self._object_before(match.first, match.last, match.value, sentence)
                    post = post or self._object_meant(match.first, match.last, match.value, sentence)
                    named = self.verbs.behind(match.last) if post is not None else None
                if post is not None and named is not None:
                    sense = match.value.sense
                    yield Link(named.id, named.first, named.last, post, "verb", sense, match.first)
        yield from self._appointed()

    def _appointed(self) -> Iterator[Link]:
        """English: "named X to head the agency", "X was appointed to lead the ministry"."""
        for sentence in self.page.sentences:
            for match in self.words.heading.find(self.tokens, sentence.first, sentence.stop):
                post = self._object(match.last + 1, match.value, sentence, match.first)
                found = self._appointee(match.first - 1, sentence) if post is not None else None
                if post is None or found is None or self.verbs.near.is_pronoun(found[0]):
                    continue
                named, verb = found
                proposed = self.words.change["proposed"].at(self.tokens, verb, match.first) is not None
                sense: Sense = "will" if proposed else match.value.sense
                yield Link(named.id, named.first, named.last, post, "verb", sense, verb)

    def _appointee(self, end: int, sentence: Sentence) -> tuple[Named, int] | None:
        """Who is appointed by words that end at a token, and the verb: before a name, or a passive behind one."""
        appoint = self.words.change["appoint"]
        named = self.verbs.near.person_ending(end)
        if named is None:
            passive = appoint.at(self.tokens, end, end + 1) is not None and self.chunks.is_passive(end)
            subject = self.verbs.subject(end) if passive else None
            return (subject, end) if subject is not None else None
        left = self.verbs.left_of(named, sentence)
        for verb in range(left, max(sentence.first, left - _NEAR), -1):
            if appoint.at(self.tokens, verb, left + 1) is not None:
                return None if self.chunks.is_passive(verb) else (named, verb)
            if self.chunks.kind(verb) not in (k.NOUN, k.ADJECTIVE, k.DETERMINER, k.CONJUNCTION):
                break
        return None

    def _described(self, verb: int, post: Post) -> Named | None:
        """Russian: «возглавлявший министерство Иван Петров»: who stands right behind what a participle is about."""
        if self.posts.tag != "ru" or not self.verbs.is_participle(verb) or self.tokens[verb - 1].text == ",":
            return None
        named = self.verbs.near.person_at(self.verbs.near.over_ranks(post.last + 1))
        return None if named is None or self.verbs.near.is_pronoun(named) else named

    def _object_meant(self, verb: int, last: int, holding: Holding, sentence: Sentence) -> Post | None:
        """Russian: «Её возглавил X»: the body that the sentence before has named last."""
        if verb != sentence.first + 1 or not sentence.i or self.tokens[verb - 1].lower not in self.words.possessive:
            return None
        before = self.page.sentences[sentence.i - 1]
        for j in range(before.stop - 1, before.first - 1, -1):
            id = self.posts.body_ends[j][1] if j in self.posts.body_ends else None
            if id is not None and self.posts.entities.get(id).kind in ("organisation", "outlet", "facility"):
                return self.posts.with_owner(Post(verb - 1, last, verb, last, holding.office, False), id)
        return None

    def _object(self, first: int, holding: Holding, sentence: Sentence, verb: int) -> Post | None:
        """What the verb is about, as if it stood after a title."""
        if self.words.before_title:
            end = self._over_term(verb - 1, sentence)
            phrase = self.chunks._phrase_ending(end, sentence, self.chunks.kinds(sentence))
            if phrase is None:
                return None
            phrase = self.verbs.undated(*phrase)
            phrase = self._behind_participle(*phrase)
            base = Post(phrase[0], phrase[1], verb, verb, holding.office, False)
            if phrase[0] in self.posts.bodies:
                return self.posts.with_owner(base, self.posts.bodies[phrase[0]][1])
            return replace(base, body=phrase) if self.tokens[phrase[1]].lower in self.words.led_bodies else None
        start = first
        if start < sentence.stop and self.tokens[start].lower in self.words.complement:
            return None
        while start < sentence.stop and self.tokens[start].lower in self.words.articles:
            start += 1
        last = start - 1
        if start < sentence.stop:
            last = max(self.posts.institution(start, sentence.stop), self._described_object(start, sentence.stop))
        if last < start or self._is_occasion(start, last):
            return None
        owned = any(self.tokens[j].shape == "possessive" for j in range(start, last + 1))
        if self.posts.tag == "en" and owned and self.tokens[last].lower not in self.words.led_bodies:
            return None  # "took charge of the region's largest town": the region is not led
        post = self.posts.of_institution(Post(verb, last, verb, first - 1, holding.office, False), start, last)
        return self._of_body(post, holding, start, last)

    def _behind_participle(self, first: int, last: int) -> tuple[int, int]:
        """Kazakh: the noun without what a participle says of it: "қалада құрылған | комиссияны" + "басқарған"."""
        describing = [i for i in range(first, last) if self.verbs.describes(i) and self.chunks.kind(i) != k.ADJECTIVE]
        return (describing[-1] + 1 if describing else first), last

    def _of_body(self, post: Post, holding: Holding, start: int, last: int) -> Post | None:
        """The post if its words name something that is led; in small letters that, whatever else may be of it."""
        if post.organisation or post.body or post.country:
            return post
        named = any(self.tokens[j].lower in self.words.led_bodies for j in range(start, last + 1))
        return replace(post, office=holding.office, body=(start, last)) if named else None

    def _described_object(self, start: int, stop: int) -> int:
        """Russian: the last token of a body in small letters that a verb governs («возглавлял котельный цех»)."""
        head = start
        while self.posts.tag == "ru" and head + 1 < stop and self.chunks.kind(head) == k.ADJECTIVE:
            head += 1
        if self.posts.tag != "ru" or self.tokens[head].lower not in self.words.led_bodies:
            return start - 1
        return max(head, self.posts.institution(head + 1, stop)) if head + 1 < stop else head

    def _over_term(self, i: int, sentence: Sentence) -> int:
        """Kazakh: the last token up to `i` before a date: "басқармасын 2016 жылдан бері" + "басқарған"."""
        words = (*self.words.since, *self.words.until)
        while i > sentence.first and (
            i in self.posts.timed or self.tokens[i].lower in words or self.chunks.kind(i) == k.ADVERB
        ):
            i -= 1
        return i

    def _object_before(self, verb: int, last: int, holding: Holding, sentence: Sentence) -> Post | None:
        """Russian: «Область с 2019 года возглавлял Иван Петров»: what the verb is about may stand before it."""
        end = verb - 1
        while end >= sentence.first and (end in self.posts.timed or self.chunks.kind(end) in _AROUND_DATES):
            end -= 1
        start = None
        for first in range(end, max(sentence.first, end - LONGEST) - 1, -1):
            if self.tokens[first].text in _BOUNDS or self.chunks.kind(first) == k.VERB:
                break
            if self.chunks.kind(first) == k.PREPOSITION and not self._is_within(first, sentence):
                break
            if first in self.posts.timed:
                break
            if self.posts.institution(first, end + 1) == end:
                start = first
        if start is None or self._is_occasion(start, end) or not self._is_object(start):
            return None
        post = self.posts.of_institution(Post(start, last, verb, last, holding.office, False), start, end)
        return self._of_body(post, holding, start, end)

    def _is_within(self, preposition: int, sentence: Sentence) -> bool:
        """Whether a preposition stands in the name of a body: «министерство по развитию X»."""
        before = preposition - 1
        field = self.tokens[preposition].lower in self.words.fields
        return field and before >= sentence.first and self.tokens[before].lower in self.words.led_bodies

    def _is_object(self, first: int) -> bool:
        """Whether the phrase that starts at a token may stand in the accusative."""
        forms = readings("ru", self.tokens[first].lower)
        return any(form.case in ("acc", "") for form in forms) or not any(form.known for form in forms)

    def _is_occasion(self, start: int, last: int) -> bool:
        """ "chaired a meeting of the council": what is led comes before any "of"."""
        for j in range(start, last + 1):
            if j in self.posts.bodies or self.tokens[j].lower in self.words.led_bodies:
                return False
            if self.chunks.kind(j) == k.PREPOSITION:
                return True
        return True
