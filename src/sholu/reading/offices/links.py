"""Persons joined to offices by standing together: "Prime Minister X", "X, the head of Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sholu.model.changing import replace
from sholu.model.reading import Basis
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.posts import Post, Posts

APPOSES = frozenset(",(–—-:")
"""Marks between a name and what is said of it."""
_CLOSES = frozenset(',.;:!?()–—-"”»')
_CLAUSES = frozenset(';:—–"“”')
_NEAR = 6
_BRACKET = 10  # tokens in the abbreviation or other name of what an office is of
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Link:
    """A person at tokens `person_first` .. `person_last` and a post; `verb` is the token of the verb that joins them.

    `sense` says what the verb makes of the office; None where the two merely stand together. `basis` tells how the
    two were joined: "before" (title before name), "apposition", "verb", "change"; "marked" by the encoder, whose
    certainty is `score` and whose `marks` say why.
    """

    person: str
    person_first: int
    person_last: int
    post: Post
    basis: str
    sense: Sense | None = None
    verb: int | None = None
    is_former: bool = False
    score: float | None = None
    marks: tuple[Basis, ...] = ()


class Named(NamedTuple):
    """A person's mention: entity id, first and last token."""

    id: str
    first: int
    last: int


_SEVERAL = 2
_ADJECTIVES = 3
"""Adjectives at most between a comma and a name."""


class Neighbours:
    """Joins the posts of one page to the people who stand beside them."""

    def __init__(self, posts: Posts, found: Sequence[Post]) -> None:
        self.posts = posts
        self.tokens = posts.tokens
        self.words = posts.words
        self.chunks = posts.chunks
        self.found = found

    def join(self, post: Post) -> Link | None:
        """The person right behind the words of office, or in apposition to them."""
        direct = self._direct(post)
        return direct if direct is not None or post.is_plural else self._apposed(post)

    def listed(self, link: Link) -> Iterator[Link]:
        """ "presidents X, Y and Z": everyone of the list behind a title in the plural."""
        j = link.person_last + 1
        while j + 1 < len(self.tokens) and self.tokens[j].lower in self.words.list_joins:
            named = self.person_at(j + 1)
            if named is None:
                return
            yield Link(named.id, named.first, named.last, link.post, "before")
            j = named.last + 1

    def shared(self, post: Post) -> Iterator[Link]:
        """ "the ministers of A and B, X and Y,": everyone of the list behind a comma, each with the place in turn."""
        j = post.last + 1
        named: list[Named] = []
        while j + 1 < len(self.tokens) and self.tokens[j].lower in self.words.list_joins:
            one = self.person_at(j + 1)
            if one is None or self.is_pronoun(one):
                break
            named.append(one)
            j = one.last + 1
        if len(named) < _SEVERAL:
            return
        places = [
            self.posts.bodies[i][1]
            for i in range(post.head_last + 1, post.last + 1)
            if i in self.posts.bodies and self.posts.entities.get(self.posts.bodies[i][1]).kind == "place"
        ]
        for number, one in enumerate(named):
            own = replace(post, is_plural=False)
            if len(places) == len(named):
                own = self.posts.with_owner(replace(own, organisation=None, country=None), places[number])
            yield Link(one.id, one.first, one.last, own, "apposition")

    # -- standing together

    def person_at(self, first: int) -> Named | None:
        """The person whose mention starts at token `first`."""
        entry = self.posts.people.get(first)
        return Named(entry[1], first, entry[0]) if entry else None

    def person_ending(self, last: int) -> Named | None:
        """The person whose mention ends at token `last`."""
        entry = self.posts.people_ends.get(last)
        return Named(entry[1], entry[0], last) if entry else None

    def is_pronoun(self, named: Named) -> bool:
        """Whether the mention is a pronoun, which no title stands beside."""
        return named.first == named.last and self.chunks.kind(named.first) in (k.PRONOUN, k.DETERMINER)

    def _direct(self, post: Post) -> Link | None:
        """ "Prime Minister X", "министр обороны генерал X"."""
        j = self.over_ranks(post.last + 1)
        named = self.person_at(j)
        if named is None or self.is_pronoun(named) or self._is_genitive_only(post, named):
            return None
        if self.posts.tag == "kk" and features("kk", self.tokens[post.last].lower).case == "gen":
            return None  # "президенттің Иван Петровты тағайындауы"
        if self.posts.tag == "kk" and post.is_plural and self._is_object(named):
            return None  # "өкілдері Асан Серіковтен сұрады"
        return Link(named.id, named.first, named.last, post, "before")

    def _is_object(self, named: Named) -> bool:
        """Kazakh: whether one person alone stands in a case of objects, and so for none of the many before."""
        after = named.last + 1
        listed = after < len(self.tokens) and self.tokens[after].lower in self.words.list_joins
        return not listed and features("kk", self.tokens[named.last].text).case not in ("", "nom", "gen")

    def over_ranks(self, j: int) -> int:
        """The first token from `j` on that is no rank or form of address."""
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

    def _over_adjectives(self, j: int) -> int:
        """The first token from `j` on that only describes nobody: "its first president, long-reigning X"."""
        start = j
        while j + 1 < len(self.tokens) and j - start < _ADJECTIVES and self.tokens[j].text[0].islower():
            if self.chunks.kind(j) != k.ADJECTIVE and "-" not in self.tokens[j].text:
                return start
            j += 1
        return j if j in self.posts.people else start

    def _is_genitive_only(self, post: Post, named: Named) -> bool:
        """ "член правительства Иванова": a name in the genitive after a title in the nominative is another's."""
        if self.posts.tag != "ru" or post.last == post.head_last:
            return False
        head = readings("ru", self.tokens[post.head_first].lower)
        return any(one.case == "nom" and one.number == "singular" for one in head) and not self._may_be_nominative(
            named
        )

    def _may_be_nominative(self, named: Named) -> bool:
        forms = readings("ru", self.tokens[named.first].lower)
        return any(one.case in ("nom", "") for one in forms) or not any(one.known for one in forms)

    def _apposed(self, post: Post) -> Link | None:
        """ "X, the head of Y", "X (head of Y)", "the head of Y, X,"."""
        beside = self.over_articles(post.first - 1)
        i = self._over_until(beside)
        if i > 0 and self.tokens[i].text in APPOSES:
            former = any(self.tokens[j].lower in self.words.until for j in range(i + 1, beside + 1))
            named = self.person_ending(i - 1) or self._over_age(i - 1)
            if named is not None and not self.is_pronoun(named) and self._closes_after(post):
                return Link(named.id, named.first, named.last, post, "apposition", is_former=former)
        j = self._over_since(self._over_bracket(post.last + 1))
        opens = post.first == 0 or self.tokens[post.first - 1].lower not in self._list_words() | _DASHES
        if opens and j + 1 < len(self.tokens) and self.tokens[j].text == ",":
            named = self.person_at(self.over_ranks(self._over_adjectives(j + 1)))
            ranked = named is not None and named.first > j + 1 and self._is_definite(post)
            if named is not None and not self.is_pronoun(named) and (ranked or self._stands_alone(post, named)):
                return Link(named.id, named.first, named.last, post, "apposition")
        return None

    def _over_bracket(self, j: int) -> int:
        """The first token behind a short bracket that opens at token `j`; `j` where none does."""
        if j < len(self.tokens) and self.tokens[j].text == "(":
            for at in range(j + 1, min(j + _BRACKET, len(self.tokens))):
                if self.tokens[at].text == ")":
                    return at + 1
        return j

    def _over_since(self, j: int) -> int:
        """The first token behind a date that says since when: "its ambassador since 2020, X"."""
        at = j
        if (
            at + 1 < len(self.tokens)
            and self.tokens[at].lower in self.words.since_beside
            and at + 1 in self.posts.timed
        ):
            at += 1
            while at < len(self.tokens) and at in self.posts.timed:
                at += 1
            return at
        return j

    def _list_words(self) -> frozenset[str]:
        """Where there are no articles, a title after "and" is one of a list."""
        return frozenset() if self.words.articles else self.words.joins

    def over_articles(self, i: int) -> int:
        """The last token up to `i` that is no article, possessive or "new"."""
        skipped = (*self.words.articles, *self.words.status)
        while i >= 0 and (self.tokens[i].lower in skipped or self.tokens[i].lower in self.words.possessive):
            if self.posts.is_participle(i):
                break
            i -= 1
        return i

    def _over_until(self, i: int) -> int:
        """The last token up to `i` before what says when an office was held: "X, until 2023 governor of Y"."""
        if self.words.before_title or i < 1:
            return i
        dated = (*self.words.until, *self.words.since)
        j = i
        while j > 0 and (j in self.posts.timed or (self.tokens[j].lower in dated and j + 1 in self.posts.timed)):
            j -= 1
        if j < i:
            return j
        then = self.words.status.get(self.tokens[i + 1].lower) == "former"  # "until then"
        return i - 1 if then and self.tokens[i].lower in self.words.until else i

    def _over_age(self, i: int) -> Named | None:
        """ "X, 45, head of Y"."""
        if i > 1 and self.tokens[i].shape == "number" and self.tokens[i - 1].text in ",(":
            return self.person_ending(i - 2)
        return None

    def _closes_after(self, post: Post) -> bool:
        """The apposition ends, or goes on; it is no new subject with a verb of its own or another's name."""
        j = post.last + 1
        if j >= len(self.tokens) or j in self.posts.people:
            return j >= len(self.tokens)
        title = self.words.titles.at(self.tokens, j, len(self.tokens)) if self.posts.tag == "en" else None
        return (
            title is None or self.over_ranks(title.last + 1) not in self.posts.people
        )  # "spokesman Ambassador Y said"

    def _stands_alone(self, post: Post, named: Named) -> bool:
        """ "the head of Y, X, said": the name is closed by a mark or followed by a verb, and no list goes on."""
        after = named.last + 1
        if after >= len(self.tokens):
            return True
        following = self.tokens[after]
        if following.text in _CLOSES:
            open_list = following.text == "," and bool(self.words.articles)
            return not open_list or self._is_definite(post) or self._is_one(post, after)
        verb = self.chunks.kind(after) in (k.VERB, k.AUXILIARY)
        return verb and (self.posts.tag == "ru" or (self.posts.tag == "en" and self._is_subject(post)))

    def _is_one(self, post: Post, comma: int) -> bool:
        """ "appointed a new minister, X, on Monday": an article, and no list that goes on behind the comma."""
        before = self.over_articles(post.first - 1)
        article = any(self.tokens[j].lower in self.words.articles for j in range(before + 1, post.first))
        behind = self.tokens[comma + 1].lower if comma + 1 < len(self.tokens) else ""
        return article and behind not in self.words.joins

    def _is_subject(self, post: Post) -> bool:
        """ "its spokesman, X denied": the words open a clause, and end no phrase before it ("By order of the")."""
        opens = self.posts.page.sentence_at(self.tokens[post.first].start).first
        before = self.over_articles(post.first - 1)
        mark = before < opens or self.tokens[before].text in _CLAUSES or self.tokens[before].lower in self.words.joins
        return mark and self._is_definite(post)

    def _is_definite(self, post: Post) -> bool:
        """ "the minister", "Kazakhstan's minister", "its minister"."""
        before = self.tokens[post.first - 1].lower if post.first else ""
        if before in self.words.nominal_articles or before in self.words.possessive or before in ("'", "’"):
            return True
        if self._opens_bare(post):
            return True
        if post.first and before in self.words.articles:
            opens = self.posts.page.sentence_at(self.tokens[post.first].start).first
            return post.first - 1 == opens  # "A judge, X, threw out"
        return any(self.tokens[j].shape == "possessive" for j in range(post.first, post.head_first))

    def _opens_bare(self, post: Post) -> bool:
        """ "Head of the region, X, has dismissed": as press writes where a sentence or clause opens with an office."""
        told = post.last > post.head_last and (post.organisation or post.body or post.country)
        if not self.words.articles or not told:
            return False
        sentence = self.posts.page.sentence_at(self.tokens[post.first].start)
        opens = post.first == sentence.first or self.tokens[post.first - 1].text == ","
        ends = self._over_bracket(post.last + 1)
        named = self.person_at(self.over_ranks(ends + 1)) if ends + 1 < len(self.tokens) else None
        if not opens or named is None or named.last + 2 >= sentence.stop:
            return False
        closed = named.last + 2 if self.tokens[named.last + 1].text == "," else named.last + 1
        return self.chunks.kind(closed) in (k.VERB, k.AUXILIARY)

    def chain(self, linked: dict[int, Link]) -> None:
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
                then = self._then(link.post, self.found[index])
                linked[index] = Link(
                    link.person, link.person_first, link.person_last, self.found[index], link.basis,
                    None if then is not None else link.sense, None if then is not None else link.verb,
                    link.is_former if then is None else then == "former",
                )  # fmt: skip

    def shared_status(self, linked: dict[int, Link]) -> None:
        """ "then-President X and Vice President Y": the second held the office then, too."""
        for index in range(1, len(self.found)):
            before, link = linked.get(index - 1), linked.get(index)
            if before is None or link is None or before.post.status != "former" or link.post.status is not None:
                continue
            if before.basis != "before" or link.basis != "before" or not self._is_of_then(before.post):
                continue
            between = self.tokens[before.person_last + 1 : link.post.first]
            if between and all(token.lower in self.words.list_joins for token in between):
                linked[index] = replace(link, post=replace(link.post, status="former"))

    def _is_of_then(self, post: Post) -> bool:
        """Whether a title says of when it was: "then-president", "the then mayor"."""
        opening = self.tokens[post.first].lower.partition("-")[0]
        return self.words.status.get(opening) == "former" and opening in self.words.back_then

    def _joined(self, left: Post, right: Post) -> bool:
        if not (left.is_office and right.is_office) or left.is_plural or right.is_plural:
            return False
        between = range(left.last + 1, right.first)
        glue = {",", *self.words.joins, *self.words.articles, *self.words.status, *self.words.possessive}
        dated = {*self.words.since, *self.words.until}
        then = {j for match in self._thens(between) for j in range(match[0], match[1] + 1)}
        if self.posts.tag == "ru" and len(between) == 1 and self.tokens[between.start].text in _DASHES:
            return True  # «заместитель премьер-министра — министр финансов X»
        return 0 < len(between) <= _NEAR + len(then) and all(
            self.tokens[j].lower in glue
            or j in then
            or j in self.posts.timed
            or (self.tokens[j].lower in dated and j + 1 in self.posts.timed)
            for j in between
        )

    def _thens(self, between: range) -> Iterator[tuple[int, int, str]]:
        """Words between two offices that say when the second is held: "and before that", "and now"."""
        if not len(between):
            return
        for match in self.words.then.find(self.tokens, between.start, between.stop):
            yield match.first, match.last, match.value

    def _then(self, left: Post, right: Post) -> str | None:
        """Whether the second of two offices is a former one or the one of today, by what stands between."""
        between = range(left.last + 1, right.first)
        said = [value for *_, value in self._thens(between)]
        until = any(self.tokens[j].lower in self.words.until and j + 1 in self.posts.timed for j in between)
        if self.words.before_title:
            until = any(self.tokens[j].lower in self.words.until and j - 1 in self.posts.timed for j in between)
        return said[-1] if said else "former" if until else None
