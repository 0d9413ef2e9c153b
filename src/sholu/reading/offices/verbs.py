"""Persons joined to offices by verbs and the like: "was appointed", "headed", "the appointment of X as", "led by"."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.complements import LONGEST
from sholu.reading.offices.kazakh_heads import headed
from sholu.reading.offices.lexicon import Holding, Sense
from sholu.reading.offices.links import Link, Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.subjects import FAR, Subjects
from sholu.text.sentences import Sentence

_TITLE = 4  # tokens of a title behind "led by"
_NEAR = 8  # tokens of the office that was held before
_PARTY = "PTY"
_BOUNDS = frozenset(',;:()—–-«»"')
_DONE_TO_OTHERS = ("dismiss", "to_dismiss", "appoint", "replaced")
_SEAT = 14
"""Tokens before a Kazakh office in which its clause says where it is."""
_SEATED = frozenset({"dat", "loc", "attr"})
_CLAUSES = frozenset(";:()—–")
_DOING = frozenset({k.VERB, k.AUXILIARY})
_HAD = frozenset({"had", "was", "were", "did"})
_AROUND_DATES = frozenset({k.ADVERB, k.PREPOSITION})


class Verbs(Subjects):
    """Joins the posts of one page to people by verbs and words that work like them."""

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
        found = self._verb_after(post, sentence) or self._office_first(post, sentence) or self._who_as(post, sentence)
        found = found or self._taken_up(post, sentence)
        return found or self._changed(post, sentence) or self._moved_to(post, sentence) or self._ran_as(post, sentence)

    def _who_as(self, post: Post, sentence: Sentence) -> Link | None:
        """ "X, who as mayor of Y had sold the park": the office in which somebody did something."""
        as_at = self.near.over_articles(post.first - 1)
        who = as_at - 1
        if self.posts.tag != "en" or who <= sentence.first or self.tokens[as_at].lower not in self.words.roles:
            return None
        if self.tokens[who].lower not in self.words.relatives or self.tokens[who - 1].text != ",":
            return None
        named = self.near.person_ending(who - 2)
        verb = next((j for j in range(post.last + 1, sentence.stop) if self.chunks.kind(j) in _DOING), None)
        if named is None or verb is None:
            return None
        past = self.tokens[verb].lower.endswith("ed") or self.tokens[verb].lower in _HAD
        return Link(named.id, named.first, named.last, post, "verb", "was" if past else "is", as_at)

    def _office_first(self, post: Post, sentence: Sentence) -> Link | None:
        """«Главой ведомства стал Иван Петров»: in Russian the office may stand before its verb, the person behind."""
        head = readings("ru", self.tokens[post.head_first].lower) if self.posts.tag == "ru" else ()
        if not any(form.case == "ins" for form in head) or post.last + 2 >= sentence.stop:
            return None
        match = self.words.verbs.at(self.tokens, self._over_others(post.last + 1, sentence), sentence.stop)
        named = self.near.person_at(self.near.over_ranks(match.last + 1)) if match is not None else None
        if match is None or named is None or self.near.is_pronoun(named):
            return None
        return Link(named.id, named.first, named.last, post, "verb", match.value, match.first)

    def is_said_to_be(self, post: Post) -> bool:
        """Kazakh: «басшы болып келді»: even a weak title is an office where a verb gives it."""
        after = post.last + 1
        if not self.words.before_title or after >= len(self.tokens):
            return False
        said = (self.words.verbs, self.words.change["taken_as"])
        return any(words.at(self.tokens, after) is not None for words in said)

    def _over_others(self, j: int, sentence: Sentence) -> int:
        """The first token from `j` on behind dates and behind whom somebody replaces («вместо Петрова»)."""
        while j + 1 < sentence.stop:
            if j in self.posts.timed or self._dates(j):
                j += 1
            elif self.tokens[j].lower in self.words.seated and j + 1 in self.posts.bodies:
                j = self.posts.bodies[j + 1][0] + 1  # «депутатом парламента от Сливянска избран X»
            elif self.tokens[j].lower in self.words.instead and self.near.person_at(j + 1) is not None:
                j = self.posts.people[j + 1][0] + 1
            else:
                break
        return j

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
        if match is None:
            return None
        described = self._behind(match.last) if self._describes(match.last) else None  # «елші болған Асан Серіков»
        named = described or self.nearest_before(post.first, sentence)
        if named is None:
            return None
        return Link(named.id, named.first, named.last, self._seated(post, sentence), "verb", match.value, match.first)

    def _taken_up(self, post: Post, sentence: Sentence) -> Link | None:
        """Kazakh: «әкім болып Асан Серіков келді», «төрағалығына Асан Серіковті сайлады»: who is before the verb."""
        if not self.words.before_title or post.last + 1 >= sentence.stop:
            return None
        as_ = self.words.change["taken_as"].at(self.tokens, post.last + 1)
        if as_ is None and features("kk", self.tokens[post.head_last].text).case != "dat":
            return None
        first = (as_.last if as_ is not None else post.last) + 1
        for j in range(first, min(sentence.stop, first + _SEAT)):
            if self.tokens[j].text in _CLAUSES:
                return None
            named = self.near.person_at(j)
            if named is None:
                continue
            verb = named.last + 1
            while verb < sentence.stop and (verb in self.posts.timed or self.chunks.kind(verb) == k.ADVERB):
                verb += 1
            if verb < sentence.stop and self.words.change["taken_up"].at(self.tokens, verb) is not None:
                seated = self._seated(post, sentence)
                return Link(named.id, named.first, named.last, seated, "verb", "become", verb)
        return None

    def _seated(self, post: Post, sentence: Sentence) -> Post:
        """Kazakh: «инспекцияға ... басшы болып», «Түркияда елші болды»: an office of what its clause says it is in."""
        if post.organisation is not None or post.body is not None or post.country is not None:
            return post
        envoy = post.office.rpartition(" ")[2] in self.words.envoys
        for j in range(post.first - 1, max(sentence.first, post.first - _SEAT) - 1, -1):
            if self.tokens[j].text in _CLAUSES:
                break
            if features("kk", self.tokens[j].text).case not in _SEATED:
                continue
            body = self.posts.body_ends.get(j)
            if body is not None:
                kind = self.posts.entities.get(body[1]).kind
                if kind in ("organisation", "outlet", "facility") or (envoy and kind == "place"):
                    return self.posts.with_owner(post, body[1])
                continue
            if {self.tokens[j].lower, features("kk", self.tokens[j].lower).lemma} & self.words.led_bodies:
                phrase = self.chunks.phrase_ending(j)
                if phrase is not None:
                    return replace(post, body=self._undated(*phrase), is_qualified=True)
        return post

    def _changed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "appointed X as head of Y", "the appointment of X as ...", "a career as ...", "назначил X министром"."""
        change = self.words.change
        i = self.near.over_articles(post.first - 1)
        at = self._ends_with("appointed_as", i, sentence)
        end = at - 1 if at is not None else i
        if self._ends_with("past_career", i, sentence) is not None:
            named = self.nearest_before(i, sentence)
            return Link(named.id, named.first, named.last, post, "change", "was", i, True) if named else None
        named = self.near.person_ending(end)
        if named is None:
            return None
        left = self.left_of(named, sentence)
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

    def left_of(self, named: Named, sentence: Sentence) -> int:
        """The token before a name and the words of rank and country that belong to it."""
        phrase = named.first
        while phrase > sentence.first and self.chunks.kind(phrase - 1) in (k.NOUN, k.ADJECTIVE, k.DETERMINER):
            if self.words.change["appointment"].at(self.tokens, phrase - 1, phrase):
                break
            phrase -= 1
        return phrase - 1

    # -- words that say it the other way round

    def led(self) -> Iterator[Link]:
        """ "the Y Party led by X", "правительство во главе с X"; in Kazakh the person comes first."""
        if self.words.before_title:
            yield from headed(self.posts)
            return
        for match in self.words.led.find(self.tokens):
            end = match.first - 1
            while end > 0 and self.tokens[end].lower in self.words.led_links:
                end -= 1
            if end < match.first - 1 and self.tokens[end].text == ",":
                end -= 1  # "the Y Party, which is led by X"
            body = self.posts.body_ends.get(end)
            named = self.near.person_at(self._over_titles(match.last + 1))
            if body is None or named is None or self.near.is_pronoun(named):
                continue
            post = Post(body[0], end, match.first, match.last, match.value, False)
            post = self.posts.with_owner(post, body[1])
            if post.organisation is not None:
                was = self.tokens[match.first - 1].lower in self.words.led_before
                yield Link(named.id, named.first, named.last, post, "verb", "was" if was else None)

    def _over_titles(self, j: int) -> int:
        """The first token from `j` on behind a title, "led by former President X"."""
        start = self.near.over_ranks(j)
        for at in range(start, min(start + _TITLE, len(self.tokens))):
            if at in self.posts.people:
                titled = all(
                    self.tokens[i].lower in self.words.status
                    or self.tokens[i].lower in self.words.modifiers
                    or self.words.titles.at(self.tokens, i, i + 1)
                    for i in range(start, at)
                )
                return at if titled and self.posts.tag == "en" else start
        return start

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

    def _moved_to(self, post: Post, sentence: Sentence) -> Link | None:
        """ "X was promoted from deputy to head of Y"."""
        to = self._ends_with("moved_to", self.near.over_articles(post.first - 1), sentence)
        for verb in range(to - 1, max(sentence.first, to - _NEAR) - 1, -1) if to is not None else ():
            if self.words.change["moved"].at(self.tokens, verb, sentence.stop):
                named = self.subject(verb)
                return Link(named.id, named.first, named.last, post, "verb", "become", verb) if named else None
            if verb in self.posts.people_ends or self.tokens[verb].text in _BOUNDS:
                return None
        return None

    def _ran_as(self, post: Post, sentence: Sentence) -> Link | None:
        """ "X ran in 1990 as a candidate of the Y Party": whoever the sentence's verb before "as" is about."""
        as_at = self.near.over_articles(post.first - 1)
        if self.posts.tag != "en" or as_at < 0 or self.tokens[as_at].lower not in self.words.roles:
            return None
        others: set[str] = set()
        for verb in range(as_at - 1, max(sentence.first, as_at - FAR) - 1, -1):
            if self.tokens[verb].lower in self.words.comparing:
                return None  # "at the same plant as the president"
            if verb in self.posts.people_ends:
                others.add(self.posts.people_ends[verb][1])
            if self.chunks.kind(verb) != k.VERB:
                continue
            named = self.subject(verb)
            if named is not None:
                active = not self.chunks.is_passive(verb)
                changed = active and any(
                    self.words.change[name].at(self.tokens, verb, as_at) for name in _DONE_TO_OTHERS
                )
                if changed or others - {named.id}:
                    return None  # "X praised Y as the leader", "X has dismissed the judge as head of Z"
                return Link(named.id, named.first, named.last, post, "verb", self._sense_as(verb, as_at), verb)
        return None

    def _sense_as(self, verb: int, as_at: int) -> Sense:
        """What a verb makes of the office behind its "as": "won a second term as president" holds it now."""
        return "become" if self.words.change["begin"].at(self.tokens, verb, as_at) else "was"

    # -- verbs that hold an office by themselves

    def held(self) -> Iterator[Link]:
        """ "X headed the department from 1999"."""
        for sentence in self.page.sentences:
            for match in self.words.holding.find(self.tokens, sentence.first, sentence.stop):
                post = self._object(match.last + 1, match.value, sentence, match.first)
                named = self.subject(match.first) if post is not None else None
                if self.words.before_title and self._describes(match.last):
                    named = self._behind(match.last) or named  # «басқармасын басқарған Асан Серіков»
                if named is None and self.words.before_title and post is not None:
                    named = self.nearest_before(post.first, sentence)
                if named is None and self.posts.tag == "ru":
                    post = self._object_before(match.first, match.last, match.value, sentence)
                    named = self._behind(match.last) if post is not None else None
                if post is not None and named is not None:
                    sense = match.value.sense
                    yield Link(named.id, named.first, named.last, post, "verb", sense, match.first)

    def _object(self, first: int, holding: Holding, sentence: Sentence, verb: int) -> Post | None:
        """What the verb is about, as if it stood after a title."""
        if self.words.before_title:
            end = self._over_term(verb - 1, sentence)
            phrase = self.chunks._phrase_ending(end, sentence, self.chunks.kinds(sentence))
            if phrase is None:
                return None
            phrase = self._undated(*phrase)
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

    def _undated(self, first: int, last: int) -> tuple[int, int]:
        """A Kazakh phrase without the date or person that stands before it: "2019 жылдан бері облысты"."""
        words = (*self.words.since, *self.words.until)
        apart = (self.posts.timed, self.posts.people_ends)
        dated = [i for i in range(first, last) if i in apart[0] or i in apart[1] or self.tokens[i].lower in words]
        return (dated[-1] + 1 if dated else first), last

    def _describes(self, verb: int) -> bool:
        """Whether a Kazakh verb is a participle before the noun that it describes."""
        return self.tokens[verb].lower.endswith(kazakh_endings("participle"))

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
        return self._of_body(post, holding, start, end)

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
