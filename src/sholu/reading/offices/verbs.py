"""Persons joined to offices by verbs and the like: "was appointed", "headed", "the appointment of X as", "led by"."""

from collections.abc import Iterator

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.complements import LONGEST
from sholu.reading.offices.lexicon import Holding, Sense
from sholu.reading.offices.links import APPOSES, Link, Named, Neighbours
from sholu.reading.offices.posts import Post
from sholu.text.sentences import Sentence

_FAR = 30  # tokens between a verb and the office it gives
_PARTY = "PTY"
_BOUNDS = frozenset(',;:()—–-«»"')
_AROUND_DATES = frozenset({k.ADVERB, k.PREPOSITION})


class Verbs:
    """Joins the posts of one page to people by verbs and words that work like them."""

    def __init__(self, neighbours: Neighbours) -> None:
        self.near = neighbours
        self.posts = neighbours.posts
        self.page = neighbours.posts.page
        self.tokens = neighbours.tokens
        self.words = neighbours.words
        self.chunks = neighbours.chunks

    def join(self, post: Post) -> Link | None:
        """The person whom a verb gives the office: "X became minister", "X was dismissed as minister"."""
        if post.is_plural:
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        before = self._verb_before(post, sentence)
        if before is not None:
            verb, sense = before
            named = self.subject(verb)
            if named is not None:
                return Link(named.id, named.first, named.last, post, "verb", sense, verb)
        found = self._verb_after(post, sentence) or self._office_first(post, sentence)
        return found or self._changed(post, sentence) or self._ran_as(post, sentence)

    def _office_first(self, post: Post, sentence: Sentence) -> Link | None:
        """«Главой ведомства стал Иван Петров»: in Russian the office may stand before its verb, the person behind."""
        head = readings("ru", self.tokens[post.head_first].lower) if self.posts.tag == "ru" else ()
        if not any(form.case == "ins" for form in head) or post.last + 2 >= sentence.stop:
            return None
        match = self.words.verbs.at(self.tokens, post.last + 1, sentence.stop)
        named = self.near.person_at(self.near.over_ranks(match.last + 1)) if match is not None else None
        if match is None or named is None or self.near.is_pronoun(named):
            return None
        return Link(named.id, named.first, named.last, post, "verb", match.value, match.first)

    def _verb_before(self, post: Post, sentence: Sentence) -> tuple[int, Sense] | None:
        """The verb that ends right before the post, its articles and a "not" aside."""
        end = self.near.over_articles(post.first - 1)
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

    def subject(self, verb: int) -> Named | None:
        """The person who is the verb's subject."""
        phrase = self.chunks.noun_phrase_before(verb)
        if phrase is None:
            return self._over_dates(verb)
        named = self.near.person_ending(phrase[1])
        if named is None and self.posts.tag == "en" and phrase[0] > 1 and self.tokens[phrase[0] - 1].text == ",":
            named = self.near.person_ending(phrase[0] - 2)  # "X, an activist who heads Y"
        if named is None and phrase[0] in self.posts.people:
            last, id = self.posts.people[phrase[0]]
            if last + 1 <= phrase[1] and self.tokens[last + 1].text in APPOSES:
                return Named(id, phrase[0], last)
        return named or self._over_dates(verb)

    def _over_dates(self, verb: int) -> Named | None:
        """The person right before the verb, dates and adverbs aside."""
        j = verb - 1
        while j >= 0 and (j in self.posts.timed or self.chunks.kind(j) in (k.ADVERB, k.AUXILIARY)):
            j -= 1
        return self.near.person_ending(j)

    def _nearest_before(self, i: int, sentence: Sentence) -> Named | None:
        for j in range(i - 1, max(sentence.first, i - _FAR) - 1, -1):
            named = self.near.person_ending(j)
            if named is not None:
                return named
        return None

    def _changed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "appointed X as head of Y", "the appointment of X as ...", "a career as ...", "назначил X министром"."""
        change = self.words.change
        i = self.near.over_articles(post.first - 1)
        at = self._ends_with("appointed_as", i, sentence)
        end = at - 1 if at is not None else i
        if self._ends_with("past_career", i, sentence) is not None:
            named = self._nearest_before(i, sentence)
            return Link(named.id, named.first, named.last, post, "change", "was", i, True) if named else None
        named = self.near.person_ending(end)
        if named is None:
            return None
        left = self._left_of(named, sentence)
        for name in ("appoint", "appointment"):
            for start in range(left, max(sentence.first, left - 2) - 1, -1):
                if change[name].at(self.tokens, start, named.first + 1):
                    sense: Sense = "will" if change["proposed"].at(self.tokens, start, named.first + 1) else "become"
                    return Link(named.id, named.first, named.last, post, "change", sense, start)
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

    # -- words that say it the other way round

    def led(self) -> Iterator[Link]:
        """ "the Y Party led by X", "правительство во главе с X"."""
        for match in self.words.led.find(self.tokens):
            body = self.posts.body_ends.get(match.first - 1)
            named = self.near.person_at(self.near.over_ranks(match.last + 1))
            if body is None or named is None or self.near.is_pronoun(named):
                continue
            post = Post(body[0], match.first - 1, match.first, match.last, match.value, False)
            post = self.posts.with_owner(post, body[1])
            if post.organisation is not None:
                yield Link(named.id, named.first, named.last, post, "verb")

    def members(self) -> Iterator[Link]:
        """ "X of the Y Party" is a member of it."""
        for first, (last, id) in self.posts.people.items():
            if last + 2 >= len(self.tokens) or self.tokens[last + 1].lower not in self.words.membership_joins:
                continue
            at = last + 2
            while at < len(self.tokens) - 1 and self.tokens[at].lower in self.words.articles:
                at += 1
            body = self.posts.bodies.get(at)
            if body is not None and _PARTY in self.posts.entities.get(body[1]).sector:
                post = Post(at, body[0], last + 1, last + 1, self.words.membership, False, organisation=body[1])
                yield Link(id, first, last, post, "apposition")

    def of_parties(self) -> Iterator[Link]:
        """ "X (Y Party)" and "Y Party X" are members, "X's Y Party" has a leader; English only."""
        if self.posts.tag != "en":
            return
        for first, (last, id) in self.posts.people.items():
            if self.near.is_pronoun(Named(id, first, last)) or last + 2 >= len(self.tokens):
                continue
            behind = self.tokens[last + 1]
            if behind.text == "(" or behind.shape == "possessive":
                body = self.posts.bodies.get(last + 2)
                office = self.words.led_office if behind.shape == "possessive" else self.words.membership
            else:
                ending = self.posts.body_ends.get(first - 1)
                body = (first - 1, ending[1]) if ending else None
                office = self.words.membership
            if body is None or _PARTY not in self.posts.entities.get(body[1]).sector:
                continue
            start = self.posts.body_ends[body[0]][0]
            post = Post(start, body[0], start, body[0], office, False, organisation=body[1])
            yield Link(id, first, last, post, "apposition")

    def _ran_as(self, post: Post, sentence: Sentence) -> Link | None:
        """ "X ran in 1990 as a candidate of the Y Party": whoever the sentence's verb before "as" is about."""
        as_at = self.near.over_articles(post.first - 1)
        if self.posts.tag != "en" or self._ends_with("appointed_as", as_at, sentence) != as_at:
            return None
        for verb in range(as_at - 1, max(sentence.first, as_at - _FAR) - 1, -1):
            if self.chunks.kind(verb) != k.VERB:
                continue
            named = self.subject(verb)
            if named is not None:
                return Link(named.id, named.first, named.last, post, "verb", "was", verb)
        return None

    # -- verbs that hold an office by themselves

    def held(self) -> Iterator[Link]:
        """ "X headed the department from 1999"."""
        for sentence in self.page.sentences:
            for match in self.words.holding.find(self.tokens, sentence.first, sentence.stop):
                post = self._object(match.last + 1, match.value, sentence, match.first)
                named = self.subject(match.first) if post is not None else None
                if named is None and self.posts.tag == "ru":
                    post = self._object_before(match.first, match.last, match.value, sentence)
                    named = self._behind(match.last) if post is not None else None
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
        if last < start or self._is_occasion(start, last):
            return None
        post = self.posts.of_institution(Post(verb, last, verb, first - 1, holding.office, False), start, last)
        return post if post.organisation or post.body or post.country else None

    def _behind(self, verb: int) -> Named | None:
        """The person right behind a verb, ranks and dates aside."""
        j = verb + 1
        while j < len(self.tokens) and (j in self.posts.timed or self.chunks.kind(j) == k.ADVERB):
            j += 1
        named = self.near.person_at(self.near.over_ranks(j))
        return None if named is None or self.near.is_pronoun(named) else named

    def _object_before(self, verb: int, last: int, holding: Holding, sentence: Sentence) -> Post | None:
        """Russian: «Область с 2019 года возглавлял Иван Петров»: what the verb is about may stand before it."""
        end = verb - 1
        while end >= sentence.first and (end in self.posts.timed or self.chunks.kind(end) in _AROUND_DATES):
            end -= 1
        start = None
        for first in range(end, max(sentence.first, end - LONGEST) - 1, -1):
            if self.tokens[first].text in _BOUNDS or self.chunks.kind(first) in (k.VERB, k.PREPOSITION):
                break
            if first in self.posts.timed:
                break
            if self.posts.institution(first, end + 1) == end:
                start = first
        if start is None or self._is_occasion(start, end) or not self._is_object(start):
            return None
        post = self.posts.of_institution(Post(start, last, verb, last, holding.office, False), start, end)
        return post if post.organisation or post.body or post.country else None

    def _is_object(self, first: int) -> bool:
        """Whether the phrase that starts at a token may stand in the accusative."""
        forms = readings("ru", self.tokens[first].lower)
        return any(form.case in ("acc", "") for form in forms) or not any(form.known for form in forms)

    def _is_occasion(self, start: int, last: int) -> bool:
        """ "chaired a meeting of the council": what is led comes before any "of"."""
        for j in range(start, last + 1):
            if j in self.posts.bodies or self.tokens[j].lower in self.words.bodies:
                return False
            if self.chunks.kind(j) == k.PREPOSITION:
                return True
        return True
