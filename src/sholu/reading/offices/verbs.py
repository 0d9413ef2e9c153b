"""Persons joined to offices by verbs and the like: "was appointed", "the appointment of X as"."""

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.subjects import FAR, Subjects
from sholu.text.sentences import Sentence

_NEAR = 8  # tokens of the office that was held before
_BOUNDS = frozenset(',;:()—–-«»"')
_DONE_TO_OTHERS = ("dismiss", "to_dismiss", "appoint", "replaced")
_SEAT = 14
"""Tokens before a Kazakh office in which its clause says where it is."""
_SEATED = frozenset({"dat", "loc", "attr"})
_CLAUSES = frozenset(";:()—–")
_BEHIND = frozenset(".,;:(!?—–")
_DASHES = frozenset("—–-")
_DOING = frozenset({k.VERB, k.AUXILIARY})
_HAD = frozenset({"had", "was", "were", "did"})


class Verbs(Subjects):
    """Joins the posts of one page to people by verbs and words that work like them."""

    def join(self, post: Post) -> Link | None:
        """The person whom a verb gives the office: "X became minister", "X was dismissed as minister"."""
        if post.is_plural:
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        before = self.verb_before(post, sentence)
        if before is not None:
            verb, sense = before
            named = self.subject(verb)
            if named is not None:
                return Link(named.id, named.first, named.last, post, "verb", sense, verb)
        found = self._verb_after(post, sentence) or self._office_first(post, sentence) or self._who_as(post, sentence)
        found = found or self._taken_up(post, sentence) or self._identified(post, sentence)
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

    def _identified(self, post: Post, sentence: Sentence) -> Link | None:
        """English: "The new minister is X", "The post of minister is now held by X": who it is stands behind."""
        before = self.tokens[post.first - 1].lower if post.first > sentence.first else ""
        verb = post.last + 1
        opened = before in self.words.nominal_articles or before in self.words.possessive
        seat = self.near.over_articles(post.first - 1) - 1
        seat = seat if seat >= sentence.first and self.tokens[seat].lower in self.words.seats else -1
        if self.posts.tag != "en" or not (opened or seat >= 0) or verb + 1 >= sentence.stop:
            return None
        lexicon = self.words.seat_taken if seat >= 0 else self.words.verbs
        match = lexicon.at(self.tokens, verb, sentence.stop)
        named = self.near.person_at(self.over_post(match.last + 1)) if match is not None else None
        if match is None or named is None or self.near.is_pronoun(named):
            return None
        behind = named.last + 1
        if seat >= 0:
            return Link(named.id, named.first, named.last, post, "verb", match.value, verb)
        if match.value not in ("is", "was", "will"):
            return None
        if behind < sentence.stop and self.tokens[behind].text not in _BEHIND:
            return None  # "the minister was Bob Coe's guest"
        return Link(named.id, named.first, named.last, post, "verb", match.value, verb)

    def _office_first(self, post: Post, sentence: Sentence) -> Link | None:
        """«Главой ведомства стал Иван Петров»: in Russian the office may stand before its verb, the person behind."""
        head = readings("ru", self.tokens[post.head_first].lower) if self.posts.tag == "ru" else ()
        acting = bool(head) and post.office.partition(" ")[0] in self.words.acting
        end = self.near.over_articles(post.first - 1)
        framed = bool(head) and end >= sentence.first and self.ends_with("appointed_as", end, sentence) is not None
        seat = bool(head) and end >= sentence.first and self.tokens[end].lower in self.words.seats
        told = acting or framed or seat or any(form.case == "ins" for form in head)
        if not told or post.last + 2 >= sentence.stop:
            return None
        lexicon = self.words.seat_taken if seat and not framed else self.words.verbs
        match = lexicon.at(self.tokens, self._over_others(post.last + 1, sentence), sentence.stop)
        if match is None:
            return self._verb_left_out(post, sentence)
        named = self.near.person_at(self.over_post(match.last + 1))
        if named is None or self.near.is_pronoun(named):
            return None
        return Link(named.id, named.first, named.last, post, "verb", match.value, match.first)

    def _verb_left_out(self, post: Post, sentence: Sentence) -> Link | None:
        """Russian: «Министром стал X, его заместителем — Y»: a dash stands for the verb of the clause before."""
        dash = post.last + 1
        named = self.near.person_at(self.near.over_ranks(dash + 1))
        if self.tokens[dash].text not in _DASHES or named is None or self.near.is_pronoun(named):
            return None
        verb = None
        for match in self.words.verbs.find(self.tokens, sentence.first, post.first):
            if match.value in ("become", "will"):
                verb = match
        if verb is None:
            return None
        return Link(named.id, named.first, named.last, post, "verb", verb.value, verb.first)

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

    def verb_before(self, post: Post, sentence: Sentence) -> tuple[int, Sense] | None:
        """The verb that ends right before the post, its articles and a "not" aside."""
        end = self.near.over_articles(post.first - 1)
        while end > sentence.first and self.tokens[end].lower in self.words.adverbs:
            end -= 1  # "is currently the mayor"
        for start in range(end, max(sentence.first, end - 7) - 1, -1):
            match = self.words.verbs.at(self.tokens, start, end + 1)
            if match is not None and match.last == end and not self._is_done_by_subject(start, post, sentence):
                longer = self.words.verbs.at(self.tokens, start - 1, end + 1) if start > sentence.first else None
                if longer is not None and longer.last == end:
                    return start - 1, longer.value
                return start, match.value
        return None

    def _is_done_by_subject(self, verb: int, post: Post, sentence: Sentence) -> bool:
        """English: "X has appointed the deputy": a verb of appointment with a subject that does it, and an object."""
        if self.posts.tag != "en" or self.words.change["appoint"].at(self.tokens, verb) is None:
            return False
        doer = verb - 1
        while doer > sentence.first and self.chunks.kind(doer) == k.ADVERB:
            doer -= 1
        before = self.tokens[doer].lower if verb > sentence.first else ""
        article = self.near.over_articles(post.first - 1) < post.first - 1 and not self.posts.is_participle(post.first)
        return before in self.words.perfect or (before not in ("", ",") and article and self._has_doer(doer, verb))

    def _has_doer(self, doer: int, verb: int) -> bool:
        """Whether the person that ends before a verb does what it says."""
        return doer in self.posts.people_ends and not self.chunks.is_passive(verb)

    def _verb_after(self, post: Post, sentence: Sentence) -> Link | None:
        """Kazakh and German word order: the verb stands behind the office."""
        if not self.words.before_title or post.last + 1 >= sentence.stop:
            return None
        match = self.words.verbs.at(self.tokens, post.last + 1, sentence.stop)
        if match is None:
            return None
        described = self.behind(match.last) if self.describes(match.last) else None  # «елші болған Асан Серіков»
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
                    return replace(post, body=self.undated(*phrase), is_qualified=True)
        return post

    def _changed(self, post: Post, sentence: Sentence) -> Link | None:
        """ "appointed X as head of Y", "the appointment of X as ...", "a career as ...", "назначил X министром"."""
        change = self.words.change
        i = self.near.over_articles(post.first - 1)
        at = self.ends_with("appointed_as", i, sentence)
        end = at - 1 if at is not None else i
        if self.ends_with("past_career", i, sentence) is not None:
            named = self.nearest_before(i, sentence)
            return Link(named.id, named.first, named.last, post, "change", "was", i, True) if named else None
        named = self.near.person_ending(end)
        if named is None:
            return None
        left = self.left_of(named, sentence)
        if self.posts.tag == "en" and self.tokens[left].lower in self.words.by:
            return None  # "by a decree proposed by X the president appointed"
        for name in ("appoint", "appointment"):
            for start in range(left, max(sentence.first, left - 2) - 1, -1):
                if change[name].at(self.tokens, start, named.first + 1):
                    proposed = change["proposed"].at(self.tokens, start, named.first + 1)
                    decreed = self.posts.tag == "ru" and self.tokens[start].is_capitalised  # «Назначить X министром»
                    sense: Sense = "will" if proposed and not decreed else "become"
                    return Link(named.id, named.first, named.last, post, "change", sense, start)
        return None

    def ends_with(self, name: str, end: int, sentence: Sentence) -> int | None:
        """First token of a phrase of change that ends at token `end`."""
        for start in range(end, max(sentence.first, end - 4) - 1, -1):
            match = self.words.change[name].at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                return start
        return None

    def left_of(self, named: Named, sentence: Sentence) -> int:
        """The token before a name and the words of rank and country that belong to it."""
        phrase = named.first
        while phrase > sentence.first:
            aged = self.tokens[phrase - 1].text == "-" and self.tokens[phrase - 2].shape == "number"  # "81-year-old X"
            if not aged and self.chunks.kind(phrase - 1) not in (k.NOUN, k.ADJECTIVE, k.DETERMINER):
                break
            if self.words.change["appointment"].at(self.tokens, phrase - 1, phrase):
                break
            phrase -= 1 + aged
        return phrase - 1

    def _moved_to(self, post: Post, sentence: Sentence) -> Link | None:
        """ "X was promoted from deputy to head of Y"."""
        to = self.ends_with("moved_to", self.near.over_articles(post.first - 1), sentence)
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
        if self.posts.tag != "en" or as_at < 1 or self.tokens[as_at].lower not in self.words.roles:
            return None
        if self.tokens[as_at - 1].text == ",":
            return None  # "appointed X, who had served as deputy, as minister": the verb before the clause has it
        others: set[str] = set()
        for verb in range(as_at - 1, max(sentence.first, as_at - FAR) - 1, -1):
            if self.tokens[verb].lower in self.words.own:
                return None  # "I enjoyed my time as chairman": when, only the speaker knows
            if self.tokens[verb].lower in self.words.comparing:
                return None  # "at the same plant as the president"
            if verb in self.posts.people_ends:
                others.add(self.posts.people_ends[verb][1])
            if self.tokens[verb].lower in self.words.relatives:
                return None  # "accepted the resignation of the governor, who was made minister": of nobody named
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
                seated = self._joined(post, verb, as_at)
                return Link(named.id, named.first, named.last, seated, "verb", self._sense_as(verb, as_at), verb)
            phrase = self.chunks.noun_phrase_before(verb)
            if phrase is not None and phrase[1] == verb - 1:
                return None  # "the day after her father stepped down as president": a subject of its own
        return None

    def _joined(self, post: Post, verb: int, as_at: int) -> Post:
        """ "joined the board of X as a director": an office of the body right before its "as"."""
        body = self.posts.body_ends.get(as_at - 1)
        bare = post.organisation is None and post.body is None and post.country is None
        if body is None or not bare or not self.words.change["begin"].at(self.tokens, verb, as_at):
            return post
        kind = self.posts.entities.get(body[1]).kind
        return self.posts.with_owner(post, body[1]) if kind in ("organisation", "outlet") else post

    def _sense_as(self, verb: int, as_at: int) -> Sense:
        """What a verb makes of the office behind its "as": "won a second term as president" holds it now."""
        if self.words.change["still_held"].at(self.tokens, verb, as_at):
            return "is"  # "holds the lifetime post as chairman"
        return "become" if self.words.change["begin"].at(self.tokens, verb, as_at) else "was"

    def undated(self, first: int, last: int) -> tuple[int, int]:
        """A Kazakh phrase without the date or person that stands before it: "2019 жылдан бері облысты"."""
        words = (*self.words.since, *self.words.until)
        apart = (self.posts.timed, self.posts.people_ends)
        dated = [i for i in range(first, last) if i in apart[0] or i in apart[1] or self.tokens[i].lower in words]
        return (dated[-1] + 1 if dated else first), last

    def describes(self, verb: int) -> bool:
        """Whether a Kazakh verb is a participle before the noun that it describes."""
        return self.tokens[verb].lower.endswith(kazakh_endings("participle"))

    def behind(self, verb: int) -> Named | None:
        """The person right behind a verb, ranks and dates aside."""
        j = verb + 1
        while j < len(self.tokens) and (j in self.posts.timed or self.chunks.kind(j) == k.ADVERB):
            j += 1
        named = self.near.person_at(self.over_post(j) if self.posts.tag == "ru" else self.near.over_ranks(j))
        return None if named is None or self.near.is_pronoun(named) else named

    def over_post(self, j: int) -> int:
        """The first token from `j` on behind ranks and words of office: «стал бывший глава банка» + «Иван Петров»."""
        at = self.near.over_ranks(j)
        if at in self.posts.people:
            return at
        post = self.near.starting.get(j) or self.near.starting.get(at)
        return self.near.over_ranks(post.last + 1) if post is not None else at
