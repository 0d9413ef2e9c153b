"""Persons joined to offices by standing together: "Prime Minister X", "X, the head of Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sholu.model.changing import replace
from sholu.model.reading import Basis
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.kazakh_doers import does_it_itself, is_put_forward
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.passing import Named, Passing
from sholu.reading.offices.posts import Post, Posts

APPOSES = frozenset(",(–—-:")
"""Marks between a name and what is said of it."""
_CLOSES = frozenset(',.;:!?()–—-"”»')
_CLAUSES = frozenset(';:—–"“”')
_NEXT = 4  # tokens from a word of office to the dash behind its phrase
_DASHES = frozenset("-–—")
_GENITIVE = frozenset({"gen", "acc"})


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


_SEVERAL = 2


class Neighbours(Passing):
    """Joins the posts of one page to the people who stand beside them."""

    def __init__(self, posts: Posts, found: Sequence[Post]) -> None:
        super().__init__(posts)
        self.found = found
        self.starting = {post.first: post for post in found}

    @cached_property
    def _titled(self) -> set[int]:
        """Where the names start that stand right behind a title."""
        return {self.over_ranks(post.last + 1) for post in self.found}

    def join(self, post: Post) -> Link | None:
        """The person right behind the words of office, or in apposition to them."""
        direct = self._direct(post)
        if direct is not None and self._is_on_next_line(post, direct.person_first):
            direct = None
        return direct if direct is not None or post.is_plural else self._apposed(post)

    def _is_on_next_line(self, post: Post, person: int) -> bool:
        """Whether a line that is no sentence ends between a title and a name: "X - the mayor", and below it "Y - "."""
        page, last = self.posts.page, self.tokens[post.last]
        if person <= post.last or "\n" not in page.text[last.end : self.tokens[person].start]:
            return False
        return page.sentence_at(last.start).i != page.sentence_at(self.tokens[person].start).i

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

    def _direct(self, post: Post) -> Link | None:
        """ "Prime Minister X", "министр обороны генерал X"."""
        j = self.over_ranks(post.last + 1)
        named = self.person_at(j) or self._over_seat(j) or self._over_place(post.last + 1) or self._over_colon(post)
        if named is None or self.is_pronoun(named) or self._is_apart(post, named):
            return None
        if self.is_genitive_only(post, named):
            named = self.person_at(self.over_ranks(named.last + 1))  # «помощник президента Петрова Анна Ли»
            if named is None or self.is_pronoun(named):
                return None
        if self.posts.tag == "kk" and features("kk", self.tokens[post.last].lower).case == "gen":
            return None  # "президенттің Иван Петровты тағайындауы"
        if does_it_itself(self.posts, post, named.last) or is_put_forward(self.posts, named.last):
            return None
        if self.posts.tag == "kk" and post.is_plural and self._is_object(named):
            return None  # "өкілдері Асан Серіковтен сұрады"
        if self.posts.tag == "ru" and post.is_plural and not self._is_listed(named):
            return None  # «адвокаты Петрова»
        return Link(named.id, named.first, named.last, post, "before")

    def _is_apart(self, post: Post, named: Named) -> bool:
        """Whether a name opens the next paragraph: a headline ends with a title, and the text begins with a name."""
        text = self.posts.page.text
        return "\n\n" in text[self.tokens[post.last].end : self.tokens[named.first].start]

    def _is_object(self, named: Named) -> bool:
        """Kazakh: whether one person alone stands in a case of objects, and so for none of the many before."""
        case = features("kk", self.tokens[named.last].text).case
        return not self._is_listed(named) and case not in ("", "nom", "gen")

    def _is_listed(self, named: Named) -> bool:
        """Whether a list goes on behind a name."""
        after = named.last + 1
        return after < len(self.tokens) and self.tokens[after].lower in self.words.list_joins

    def is_genitive_only(self, post: Post, named: Named) -> bool:
        """ "член правительства Иванова": a name in the genitive after a title in another case is another's."""
        if self.posts.tag != "ru" or (post.last == post.head_last and not self._has_another(post)):
            return False
        forms = [one for one in readings("ru", self.tokens[post.head_first].lower) if one.number != "plural"]
        cases = {one.case for one in forms} - {""}
        if cases & _GENITIVE or not cases:
            return False
        words = tuple(token.text for token in self.tokens[named.first : named.last + 1] if token.is_word)
        name = cases_of_name(words)
        if "nom" in cases:
            inside = post.last == post.head_last
            return not self.may_be_nominative(named) and not (inside and ("nom" in name or not name))
        known = [one for one in readings("ru", words[0].lower()) if one.known and one.kind == "given"] if words else []
        told = {one.case for one in known} or name
        return bool(name) and name.isdisjoint(cases) and told <= _GENITIVE

    def _has_another(self, post: Post) -> bool:
        """Whether a title ends with another: «заместитель премьер-министра»."""
        ends = range(post.head_first + 1, post.head_last + 1)
        found = (self.words.titles.at(self.tokens, j, post.head_last + 1) for j in ends)
        return any(match is not None and match.last == post.head_last for match in found)

    def may_be_nominative(self, named: Named) -> bool:
        """Russian: whether a name may stand in the nominative, by its first word."""
        forms = readings("ru", self.tokens[named.first].lower)
        return any(one.case in ("nom", "") for one in forms) or not any(one.known for one in forms)

    def _apposed(self, post: Post) -> Link | None:
        """ "X, the head of Y", "X (head of Y)", "the head of Y, X,"."""
        beside = self.over_articles(post.first - 1)
        i = self._over_until(beside)
        unknown = self._over_unknown(i)
        if unknown < i and not self._owns_nothing(post):
            unknown = i
        elif unknown < i and self.posts.entities.at(self.posts.page.span(unknown + 1, i)) is None:
            post = replace(post, first=unknown + 1, body=(unknown + 1, i))
        i = unknown
        if i > 0 and self.tokens[i].text in APPOSES:
            former = any(self.tokens[j].lower in self.words.until for j in range(i + 1, beside + 1))
            named = self.person_ending(i - 1) or self._over_age(i - 1)
            apposed = named is not None and not self.is_pronoun(named) and self._closes_after(post)
            if named is not None and apposed and not self._goes_on(named, post):
                return Link(named.id, named.first, named.last, post, "apposition", is_former=former)
        j = self._over_since(self._over_bracket(self._over_under(post.last + 1)))
        opens = post.first == 0 or self.tokens[post.first - 1].lower not in self._list_words() | _DASHES
        opens = opens and not self._is_given_before(beside)
        if opens and j + 1 < len(self.tokens) and self.tokens[j].text == ",":
            named = self.person_at(self.over_ranks(self._over_adjectives(j + 1)))
            ranked = named is not None and named.first > j + 1 and self._is_definite(post)
            if named is not None and not self.is_pronoun(named) and (ranked or self._stands_alone(post, named)):
                return Link(named.id, named.first, named.last, post, "apposition")
        return None

    def _is_given_before(self, end: int) -> bool:
        """English: "X as minister, Y as", "X has been appointed minister, Y": words up to a token are of the first."""
        if self.posts.tag != "en" or end < 1:
            return False
        if self.tokens[end].lower in self.words.roles:
            return end - 1 in self.posts.people_ends
        return self.words.change["appoint"].at(self.tokens, end, end + 1) is not None and self.chunks.is_passive(end)

    def _goes_on(self, named: Named, post: Post) -> bool:
        """Whether an office behind the name of one person is the title of the next."""
        return (
            self._leads_on(post)
            or self._is_next(post, named)
            or self._goes_on_to_next(named, post)
            or self._acts_itself(named, post)
        )

    def _acts_itself(self, named: Named, post: Post) -> bool:
        """English: "Replacing X, the president named Y", "X, the spokesman said.": a title with a verb of its own."""
        verb = post.last + 1
        article = post.first > 0 and self.tokens[post.first - 1].lower in self.words.nominal_articles
        if self.posts.tag != "en" or not article or verb + 1 >= len(self.tokens):
            return False
        if self.chunks.kind(verb) != k.VERB or self.chunks.is_passive(verb):
            return False
        if self.tokens[verb].lower in self.words.telling and self.tokens[verb + 1].text == ".":
            return True
        opens = self.posts.page.sentence_at(self.tokens[post.first].start).first
        led = range(opens, named.first)
        inside = all(self.tokens[j].text != "," and self.chunks.kind(j) != k.VERB for j in led)
        return inside and self.chunks.kind(opens) in (k.GERUND, k.PREPOSITION, k.SUBORDINATOR)

    def _is_next(self, post: Post, named: Named) -> bool:
        """English: "minister X, the mayor of A, Y, and": of people named behind their titles, the next one."""
        before = self.tokens[post.first - 1].lower if post.first else ""
        if self.posts.tag != "en" or before not in self.words.nominal_articles:
            return False
        comma = post.last + 1
        if named.first not in self._titled or comma + 1 >= len(self.tokens) or self.tokens[comma].text != ",":
            return False
        other_ = self.person_at(self.over_ranks(comma + 1))
        after = other_.last + 1 if other_ is not None else len(self.tokens)
        return after < len(self.tokens) and self.tokens[after].text in (",", ".", ";")

    def _leads_on(self, post: Post) -> bool:
        """Russian: «X, вице-премьер — министр труда Y»: a title that a dash joins to the next one is that one's."""
        dash = post.last + 1
        if self.posts.tag != "ru" or dash + 1 >= len(self.tokens) or self.tokens[dash].text not in _DASHES:
            return False
        following = self.starting.get(dash + 1)
        return following is not None and following.last + 1 in self.posts.people

    def _goes_on_to_next(self, named: Named, post: Post) -> bool:
        """Kazakh: whether an office behind a name in a case is that of the next in a list, by the dash behind it.

        "Асқар Сапаровпен, премьер-министр орынбасары – қаржы министрі Мұрат Омаровпен кездесті".
        """
        if self.posts.tag != "kk" or features("kk", self.tokens[named.last].text).case in ("", "nom", "gen"):
            return False
        sentence = self.posts.page.sentence_at(self.tokens[post.first].start)
        near = range(post.last + 1, min(sentence.stop, post.last + _NEXT))
        dash = next((j for j in near if self.tokens[j].text in _DASHES or self.tokens[j].text == ","), None)
        return dash is not None and self.tokens[dash].text != ","

    def _list_words(self) -> frozenset[str]:
        """Where there are no articles, a title after "and" is one of a list."""
        return frozenset() if self.words.articles else self.words.joins

    def _closes_after(self, post: Post) -> bool:
        """The apposition ends, or goes on; it is no new subject with a verb of its own or another's name."""
        j = post.last + 1
        if j >= len(self.tokens) or j in self.posts.people:
            return j >= len(self.tokens) or self._is_on_next_line(post, j)
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
        other = comma + 3 in self.starting and self.tokens[comma + 2].lower in self.words.articles  # ", and a judge, Y"
        return article and (behind not in self.words.joins or other)

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
