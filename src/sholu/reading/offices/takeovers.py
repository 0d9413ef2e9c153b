"""Offices that change hands without being named again: "his duties are entrusted to X", «её сменил X»."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.offices.kinship import under
from sholu.reading.offices.lexicon import Sense, Takeover
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.phrases import Phrases
from sholu.text.sentences import Sentence

_REACH = 2
"""Sentences before the one of the change in which the office may be told that is meant."""
_FAR = 300
"""Tokens around the words of change among which the office is told: a text may have no full stops."""
_PART = 60
"""Tokens at most in a clause."""
_GAP = 9
"""Tokens at most between the words of change and whom they bring: a title, a rank."""
_PHRASE = 3
"""Tokens in words such as «это место занял»."""
_BE = frozenset({"is", "was", "were", "been", "being", "be", "are"})
_BOUNDS = frozenset(';:()«»"“”')
_STOPS = frozenset(',;:()«»"“”—–')


class Takeovers:
    """Makes links of those who take over an office told before, and of those who leave it to them."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.posts = verbs.posts
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self._told: list[Link] = []
        self._ends: list[int] = []
        self._left: set[str] = set()
        self._lone: list[Post] = []

    def of(self, links: Sequence[Link], posts: Sequence[Post] = ()) -> list[Link]:
        """The further links, in order; `posts` are all words of office, be they of nobody."""
        held = {link.post.head_first for link in links}
        self._lone = [post for post in posts if self._is_vacant(post) and post.head_first not in held]
        self._told = sorted((link for link in links if link.post.is_office and not link.post.is_plural), key=_end)
        self._ends = [_end(link) for link in self._told]
        found: list[Link] = []
        for sentence in self.page.sentences:
            taken: set[int] = set()
            for match in self.words.takeovers.find(self.tokens, sentence.first, sentence.stop):
                taken.update(range(match.first, match.last + 1))
                if match.first and self.tokens[match.first - 1].lower in self.words.asking:
                    continue  # «какой пост займёт X»
                found += self._kept(self._taken(match.value, match.first, match.last, sentence))
            for change in self.words.succeeding.find(self.tokens, sentence.first, sentence.stop):
                overlaps = change.first in taken and not self.words.before_title
                if not overlaps and not self._is_other_way(change.first, change.last):
                    found += self._kept(self._succeeded(change.value, change.first, change.last, sentence))
        acting = {(link.person, link.post.office) for link in found}
        return [link for link in found if (link.person, self._acting(link.post.office)) not in acting]

    def _acting(self, office: str) -> str | None:
        """Russian: what whoever only acts in an office is called."""
        title = self.words.acting_in_full
        return under(self.posts.tag, title, office) if title and not office.startswith(title) else None

    def _kept(self, links: Iterable[Link]) -> Iterator[Link]:
        """The links, of which what comes later knows."""
        for link in links:
            if link.sense == "leave":
                self._left.add(link.person)
            else:
                at = bisect_right(self._ends, _end(link))
                self._told.insert(at, link)
                self._ends.insert(at, _end(link))
            yield link

    def _around(self, first: int, behind: int) -> list[Link]:
        """The links told not far before a token, and up to as many tokens behind it."""
        return self._told[bisect_left(self._ends, first - _FAR) : bisect_left(self._ends, first + behind)]

    # -- an office taken over from whoever held it

    def _taken(self, takeover: Takeover, first: int, last: int, sentence: Sentence) -> Iterator[Link]:
        named, sense = self._taker(takeover, first, last, sentence)
        owner = self._owner(first, last)
        before = self._before(first, named, sentence, owner) if named is not None else None
        vacant = self._vacant(first, before, sentence) if named is not None else None
        if named is not None and vacant is not None:
            yield Link(named.id, named.first, named.last, replace(vacant, status=None), "change", sense, first)
            return
        if named is None or before is None or (takeover.left and not (before.sense == "leave" or before.is_former)):
            return
        post = replace(before.post, status=None)
        if takeover.acting is not None and not post.office.startswith(takeover.acting.split()[0]):
            post = replace(post, office=under(self.posts.tag, takeover.acting, post.office))
        yield Link(named.id, named.first, named.last, post, "change", sense, first)
        if sense == "become" and before.sense != "leave" and not before.is_former:
            yield replace(before, basis="change", sense="leave", verb=first)

    def _taker(self, takeover: Takeover, first: int, last: int, sentence: Sentence) -> tuple[Named | None, Sense]:
        """Who takes the office, and whether it is taken already."""
        if takeover.close is not None:
            return self._between(takeover.close, last, sentence)
        named = self._ahead(first, sentence) if takeover.ahead else self._behind(last, sentence)
        return named, takeover.sense

    def _between(self, close: Phrases[Sense], last: int, sentence: Sentence) -> tuple[Named | None, Sense]:
        """Kazakh: whoever stands last between «орнына» and its verb."""
        stop = self._bound(last + 1, sentence)
        for match in close.find(self.tokens, last + 1, stop):
            for j in range(match.first - 1, last, -1):
                named = self.near.person_ending(j)
                if named is not None and named.first > last:
                    return named, match.value
        return None, "become"

    def _bound(self, first: int, sentence: Sentence) -> int:
        stop = min(sentence.stop, first + _PART)
        return next((j for j in range(first, stop) if self.tokens[j].text in _BOUNDS), stop)

    def _behind(self, last: int, sentence: Sentence) -> Named | None:
        """The first person close behind the words, titles aside."""
        for j in range(last + 1, min(sentence.stop, last + 2 + _GAP)):
            named = self.near.person_at(j)
            if named is not None and self._owns(named):
                continue  # "replaced him with X's deputy Y"
            if named is not None:
                return None if self.near.is_pronoun(named) else named
            if self.tokens[j].text in _STOPS:
                return None
        return None

    def _owns(self, named: Named) -> bool:
        """English: whether a name is but whose somebody is."""
        after = named.last + 1
        return self.posts.tag == "en" and after < len(self.tokens) and self.tokens[after].shape == "possessive"

    def _ahead(self, first: int, sentence: Sentence) -> Named | None:
        """The first person of the clause whose verb the words are, or whom it appoints: "named X in his place"."""
        named = self.near.person_ending(first - 1)
        if named is not None and self.posts.tag == "en" and not self.near.is_pronoun(named):
            verb = self.verbs.left_of(named, sentence)
            if self.words.change["appoint"].at(self.tokens, verb, named.first):
                return named
        start = first
        while start > max(sentence.first, first - _PART) and self.tokens[start - 1].text not in _BOUNDS:
            start -= 1
        found = (self.near.person_at(j) for j in range(start, first))
        return next((named for named in found if named is not None and not self.near.is_pronoun(named)), None)

    def _before(self, first: int, named: Named, sentence: Sentence, owner: str | None) -> Link | None:
        """The office that is meant: the last one before the words; one that is left there goes first."""
        near = [
            link
            for link in self._around(first, 0)
            if link.person != named.id
            and sentence.i - self.page.sentence_at(self.tokens[link.post.first].start).i <= _REACH
        ]
        leaving = [link for link in near if link.sense == "leave" and sentence.first <= link.post.first]
        if owner is not None and not leaving:
            near = [link for link in near if link.person == owner]
        here = [link for link in near if link.person_first >= sentence.first and link.sense != "become"]
        near = here if self.posts.tag == "ru" and any(self._is_given_up(link) for link in here) else near
        given_up = (link for link in reversed(near) if link.sense == "leave" or (near is here and link.is_former))
        return next(given_up, near[-1] if near else None)

    def _is_given_up(self, link: Link) -> bool:
        """Whether an office is told as one that somebody leaves or held before."""
        return link.sense == "leave" or link.is_former or link.post.status == "former"

    def _is_vacant(self, post: Post) -> bool:
        """Russian: «назначен новый секретарь совета», «освободилось кресло мэра»: an office of nobody named."""
        return self.posts.tag == "ru" and post.is_office and not post.is_plural

    def _vacant(self, first: int, before: Link | None, sentence: Sentence) -> Post | None:
        """The office of nobody in the sentence before, where it is told later than any that somebody holds."""
        said = self.tokens[max(sentence.first, first - 1) : first + _PHRASE]
        if not sentence.i or not any(token.lower.startswith(self.words.of_vacant) for token in said):
            return None
        opening = self.page.sentences[sentence.i - 1].first
        near = [post for post in self._lone if opening <= post.first and post.last < sentence.first]
        if not near or (before is not None and _end(before) >= opening):
            return None
        return near[-1]

    def _owner(self, first: int, last: int) -> str | None:
        """English: whom "his" means in words such as "his place was taken by"; None where nothing says it."""
        if self.posts.tag != "en":
            return None
        told = (self.posts.people[j][1] for j in range(first, last + 1) if j in self.posts.people)
        return next(told, None)

    # -- somebody named as the one before

    def _is_other_way(self, first: int, last: int) -> bool:
        """ "was replaced by Y": Y comes after."""
        passive = self.posts.tag == "en" and first > 0 and self.posts.chunks.kind(first - 1) == k.AUXILIARY
        after = self.tokens[last + 1].lower if last + 1 < len(self.tokens) else ""
        return self.posts.tag == "en" and (after in self.words.by or (passive and self.tokens[first - 1].lower in _BE))

    def _succeeded(self, sense: Sense, first: int, last: int, sentence: Sentence) -> Iterator[Link]:
        """ "X, who succeeded Y in May", «стал министром, сменив Y»: Y held what X has."""
        named = self._genitive(first, sentence) if self.words.before_title else self._behind(last, sentence)
        around = self._around(first, _FAR)
        if named is None or named.id in self._left or any(_is_left(link, named) for link in around):
            return
        here = [
            link
            for link in around
            if link.person != named.id
            and not link.is_former
            and link.sense in (None, "become", "is", "will")
            and sentence.first <= link.person_first < sentence.stop
            and not (link.verb is None and link.post.status == "former")
        ]
        subject = self._subject(first)
        if subject is not None and self.posts.tag == "en":
            here = [link for link in here if link.person == subject.id]
        follower = self._follower(first, here)
        if follower is None and not self.words.before_title:
            yield from self._apart(sense, named, first, around, sentence)
        if follower is not None:
            post = replace(follower.post, status=None, office=self._in_full(follower.post.office))
            yield Link(named.id, named.first, named.last, post, "change", self._left_by(named, sense), first)

    def _subject(self, verb: int) -> Named | None:
        """Whoever is the subject of a finite verb for certain: "X replaced", "she replaces", «он сменил»."""
        if self.posts.tag == "ru":
            finite = self.words.change["replaced"].at(self.tokens, verb) and not self.verbs.is_participle(verb)
            return self.verbs.subject(verb) if finite else None
        if self.posts.tag != "en" or self.posts.chunks.kind(verb) not in (k.VERB, k.AUXILIARY):
            return None
        subject = self.verbs.subject(verb)
        known = self.posts.people.get(subject.first) if subject is not None else None
        return subject if subject is not None and known is not None and known[1] == subject.id else None

    def _apart(
        self, sense: Sense, named: Named, first: int, around: Sequence[Link], sentence: Sentence
    ) -> Iterator[Link]:
        """ "She replaces Y" after her office was told, "X will replace Y, who has been governor" where only Y's is."""
        subject = self._subject(first)
        if subject is None or subject.id == named.id:
            return
        opening = self.page.sentences[max(0, sentence.i - _REACH)].first
        near = [link for link in around if link.post.first < sentence.stop and not self._is_bygone(link)]
        told = [link for link in near if opening <= link.post.first]
        near = told if any(link.person == subject.id for link in told) else [*self._became(near, subject.id), *told]
        own = [link for link in near if link.person == subject.id]
        own.sort(key=lambda link: link.sense in ("become", "will"))
        theirs = [link for link in near if link.person == named.id]
        if own and not theirs and own[-1].sense in (None, "become", "will", "leave"):
            post = replace(own[-1].post, status=None, office=self._in_full(own[-1].post.office))
            yield Link(named.id, named.first, named.last, post, "change", self._left_by(named, sense), first)
        elif theirs and not own:
            post = replace(theirs[-1].post, status=None)
            yield Link(subject.id, subject.first, subject.last, post, "change", sense, first)
            if sense != "will":
                yield replace(theirs[-1], basis="change", sense="leave", verb=first)

    def _became(self, links: Iterable[Link], person: str) -> Iterator[Link]:
        """The links that say what somebody became."""
        return (link for link in links if link.person == person and link.sense == "become")

    def _in_full(self, office: str) -> str:
        """English: the office of which somebody is but acting: what the one before held."""
        opening, _, rest = office.partition(" ")
        return rest if self.posts.tag == "en" and opening in self.words.acting and rest else office

    def _left_by(self, named: Named, sense: Sense) -> Sense:
        """What whoever is followed makes of the office: left, or held until the other comes: "will replace Y"."""
        at = named.last + 1
        relative = at + 1 < len(self.tokens) and self.tokens[at].text == "," and self.tokens[at + 1].lower
        quit_ = relative in self.words.relatives and any(
            self.words.change["quit"].at(self.tokens, j) for j in range(at + 2, min(at + 2 + _PHRASE, len(self.tokens)))
        )
        return "is" if sense == "will" and not quit_ else "leave"

    def _is_bygone(self, link: Link) -> bool:
        """Whether a link tells of an office held only before; "has been mayor" does not."""
        was = link.sense == "was" and self.tokens[link.verb or 0].lower not in self.words.perfect
        return link.is_former or was or link.post.status in ("former", "future")

    def _follower(self, first: int, here: Sequence[Link]) -> Link | None:
        """The link of who follows: the last of those before the words that make somebody something, else the last."""
        before = [link for link in here if link.person_first < first]
        made = [link for link in here if link.sense in ("become", "will")]
        if made:
            return min(made, key=lambda link: abs(link.post.first - first))
        return before[-1] if before else None

    def _genitive(self, first: int, sentence: Sentence) -> Named | None:
        """Kazakh: the person in the genitive right before «орнына»."""
        return self.near.person_ending(first - 1) if first > sentence.first else None


def _is_left(link: Link, named: Named) -> bool:
    return link.person == named.id and link.sense == "leave"


def _end(link: Link) -> int:
    return max(link.post.head_last, link.person_last)
