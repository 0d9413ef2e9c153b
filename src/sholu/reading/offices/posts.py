"""Words of office in a text: the title, what it is of, and what stands before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import lemma
from sholu.reading.offices.lexicon import OfficeWords, TitleMatch, office_words
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_word
from sholu.text.sentences import Sentence

_INSTITUTIONS = frozenset({"organisation", "outlet", "place", "facility", "group"})
_LONGEST = 20  # tokens in what an office is of
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}


@dataclass(frozen=True, slots=True)
class Post:
    """Words of office, tokens `first` .. `last`; the title itself is `head_first` .. `head_last`.

    `office` is the normalised title. `organisation` is an entity id; `body` are the tokens of an institution that is
    named only by description. `status` is a key of `[status]` in the data, or None.
    """

    first: int
    last: int
    head_first: int
    head_last: int
    office: str
    strong: bool
    organisation: str | None = None
    country: str | None = None
    body: tuple[int, int] | None = None
    status: str | None = None
    is_qualified: bool = False

    @property
    def is_office(self) -> bool:
        """Whether the words say an office: by themselves, or with what it is of."""
        return self.strong or self.is_qualified or self.organisation is not None or self.body is not None


class Posts:
    """Finds the words of office of one page, knowing its entities by the tokens where they start and end."""

    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.entities = entities
        self.words: OfficeWords = office_words(self.tag)
        self.chunks = chunks_of(page)
        self.timed = {j for time in times for j in range(*page.token_range(time.span))}
        self.people: dict[int, tuple[int, str]] = {}
        self.people_ends: dict[int, tuple[int, str]] = {}
        self.bodies: dict[int, tuple[int, str]] = {}
        self.body_ends: dict[int, tuple[int, str]] = {}
        self._index()

    def _index(self) -> None:
        for entity in self.entities:
            person = entity.kind == "person"
            if not person and entity.kind not in _INSTITUTIONS:
                continue
            for mention in self.entities.mentions(entity.id):
                first, stop = self.page.token_range(mention.span)
                if first >= stop or (not person and mention.form == "pronoun"):
                    continue
                starts, ends = (self.people, self.people_ends) if person else (self.bodies, self.body_ends)
                if first not in starts or starts[first][0] < stop - 1:
                    starts[first] = (stop - 1, entity.id)
                if stop - 1 not in ends or ends[stop - 1][0] > first:
                    ends[stop - 1] = (first, entity.id)

    def find(self) -> list[Post]:
        """All posts in order; a title inside what another office is of is none of its own."""
        found: list[Post] = []
        for sentence in self.page.sentences:
            i = sentence.first
            while i < sentence.stop:
                match = self.words.titles.at(self.tokens, i, sentence.stop) if self.tokens[i].is_word else None
                if match is None or self._is_inside_name(i):
                    i += 1
                    continue
                post = self._post(match, sentence)
                found.append(post)
                i = post.last + 1
        return found

    def _is_inside_name(self, i: int) -> bool:
        for starts in (self.people, self.bodies):
            for back in range(6):
                entry = starts.get(i - back)
                if entry is not None and entry[0] >= i:
                    return self.entities.get(entry[1]).kind != "group"
        return False

    def _post(self, match: TitleMatch, sentence: Sentence) -> Post:
        post = Post(match.first, match.last, match.first, match.last, match.base, match.strong)
        if match.prefix in ("former", "future"):
            post = replace(post, status=match.prefix)
        if not self.words.before_title:
            post = self._with_complement(post, sentence.stop)
        return self._with_left(post, sentence.first)

    # -- what stands before the title

    def _with_left(self, post: Post, start: int) -> Post:
        i = post.head_first - 1
        named: list[str] = []
        floor = max(start, post.head_first - _LONGEST)
        while i >= floor:
            lower = self.tokens[i].lower
            if i in self.people_ends:
                break
            if i in self.body_ends:
                if not self._may_own(i, start):
                    break
                first, id = self.body_ends[i]
                post, i = replace(self.with_owner(post, id), first=first), first - 1
            elif self.tokens[i].shape == "possessive" and (i - 1 in self.body_ends or self.words.before_title):
                i -= 1
            elif lower in self.words.status:
                post, i = replace(post, status=post.status or self.words.status[lower], first=i), i - 1
            elif lower in self.words.modifiers and post.first <= i + 1:
                named.insert(0, lower)
                post, i = replace(post, first=i, is_qualified=True), i - 1
            elif (meaning := country_word(self.tag, lower)) is not None and meaning[1] == "adjective":
                post, i = replace(post, country=post.country or meaning[0], first=i), i - 1
            elif self.words.before_title and self._goes_on_left(i):
                post, i = self._kazakh(post, i, named), i - 1
            else:
                break
        if not named:
            return post
        words = [lemma(self.tag, word) if self.tag == "ru" else word for word in named]
        return replace(post, office=" ".join([*words, post.office]))

    def _may_own(self, i: int, start: int) -> bool:
        """A place or body right before a title, unless a preposition makes it say where something happened."""
        first = self.body_ends[i][0]
        before = first - 1
        while before >= start and self.tokens[before].lower in self.words.articles:
            before -= 1
        if self.tokens[i + 1].shape == "possessive" or before < start or self.words.before_title:
            return True
        return self.chunks.kind(before) != k.PREPOSITION or self.entities.get(self.body_ends[i][1]).kind != "place"

    def _goes_on_left(self, i: int) -> bool:
        kind = self.chunks.kind(i)
        token = self.tokens[i]
        if token.lower in self.words.joins:
            return True
        return token.is_word and kind in (k.NOUN, k.ADJECTIVE) and i not in self.timed

    def _kazakh(self, post: Post, i: int, named: list[str]) -> Post:
        """One more word of what a Kazakh office is of, which stands before its title."""
        lower = self.tokens[i].lower
        if lower in self.words.bodies and post.body is None and post.organisation is None:
            return replace(post, body=(i, i), first=i)
        if post.body is not None:
            return replace(post, body=(i, post.body[1]), first=i)
        if post.organisation is None and post.country is None:
            named.insert(0, self.tokens[i].text.lower())
            return replace(post, first=i, is_qualified=True)
        return replace(post, first=i)

    def with_owner(self, post: Post, id: str) -> Post:
        entity = self.entities.get(id)
        country = post.country or entity.country
        if entity.kind == "place" and ("iso3166" in entity.same_as or post.organisation is not None):
            return replace(post, country=country, is_qualified=True)
        if entity.kind == "group":
            return replace(post, country=country, is_qualified=True)
        return replace(post, organisation=post.organisation or id, country=country)

    # -- what stands after the title

    def _with_complement(self, post: Post, stop: int) -> Post:
        first, last = self._complement(post.head_last + 1, stop)
        if last < first:
            return post
        return self.of_institution(replace(post, last=last), first, last)

    def of_institution(self, post: Post, first: int, last: int) -> Post:
        """The post with what tokens `first` .. `last` say that it is of: an institution, a country, a field."""
        start = first
        while start <= last and (self.chunks.kind(start) in "PD" or self.tokens[start].lower in self.words.complement):
            start += 1
        at = start
        while at <= last and at not in self.bodies and self.tokens[at].lower not in self.words.bodies:
            if country_word(self.tag, self.tokens[at].lower) is not None:
                post = replace(post, country=post.country or self._country_of(at))
            at += 1
        if at > last:
            return self._domain(post, first, last)
        if at in self.bodies and not self._is_described(at, start, last):
            if at > start and self.entities.get(self.bodies[at][1]).kind not in ("organisation", "outlet"):
                post = self._domain(post, first, self._before_link(at))
            return self.with_owner(self._further(post, at, last), self.bodies[at][1])
        return self._described(self._further(post, start, last), start, last)

    def _is_described(self, at: int, start: int, last: int) -> bool:
        """Whether an institution is described by words before a name in it: "border service of the Committee"."""
        end = self.bodies[at][0]
        if self.entities.get(self.bodies[at][1]).kind in ("organisation", "outlet"):
            return False
        return any(self.tokens[j].lower in self.words.bodies and j not in self.bodies for j in range(end + 1, last + 1))

    def _before_link(self, at: int) -> int:
        at -= 1
        while self.chunks.kind(at) in "PD" or self.tokens[at].lower in self.words.complement:
            at -= 1
        return at

    def _country_of(self, at: int) -> str | None:
        meaning = country_word(self.tag, self.tokens[at].lower)
        return meaning[0] if meaning else None

    def _further(self, post: Post, first: int, last: int) -> Post:
        """The country that the words of the institution name."""
        for j in range(first, last + 1):
            country = self.entities.get(self.bodies[j][1]).country if j in self.bodies else self._country_of(j)
            if country is not None:
                return replace(post, country=post.country or country)
        return post

    def _domain(self, post: Post, first: int, last: int) -> Post:
        """ "minister of foreign affairs", "министр иностранных дел": the words belong to the office's name."""
        if last < first:
            return post
        words = self.page.span(first, last).of(self.page.text).split()
        return replace(post, office=" ".join([post.office, *words]).lower(), is_qualified=True)

    def _described(self, post: Post, first: int, last: int) -> Post:
        """An institution named by description; an organisation inside it stands for it if it opens it."""
        covering = self.bodies.get(first)
        if covering is not None and self.entities.get(covering[1]).kind == "organisation":
            return replace(post, organisation=covering[1])
        return replace(post, body=(first, last), is_qualified=True)

    def _complement(self, first: int, stop: int) -> tuple[int, int]:
        """Tokens of what the office is of; (first, first - 1) where nothing follows."""
        if first < stop and self.words.articles and self.tokens[first].lower not in self.words.complement_first:
            return first, first - 1
        return first, self.institution(first, stop)

    def institution(self, first: int, stop: int) -> int:
        """The last token of the words of an institution that start at token `first`; `first` - 1 if none do."""
        j, last = first, first - 1
        end = min(stop, first + _LONGEST)
        while j < end:
            token = self.tokens[j]
            if j in self.people or j in self.timed:
                break
            if j in self.bodies:
                last = self.bodies[j][0]
                j = last + 1
            elif token.text == "(" and j + 2 < stop and self.tokens[j + 2].text == ")":
                j += 3
                if last == j - 4:
                    last = j - 1
            elif token.text in _QUOTES:
                closing = self._closing(j, end)
                if closing is None:
                    break
                j, last = closing + 1, closing
            elif self._links(j, first, end):
                j += 1
            elif self._is_content(j, first):
                if self.chunks.kind(j) not in (k.DETERMINER, k.POSSESSIVE):
                    last = j
                j += 1
            else:
                break
        return last

    def _closing(self, j: int, end: int) -> int | None:
        mark = _QUOTES[self.tokens[j].text]
        return next((at for at in range(j + 1, min(end, j + 9)) if self.tokens[at].text == mark), None)

    def _links(self, j: int, first: int, end: int) -> bool:
        """A preposition or "and" that carries on to more of what the office is of."""
        lower = self.tokens[j].lower
        following = j + 1
        while following < end and self.tokens[following].lower in self.words.articles:
            following += 1
        if following >= end or following in self.timed:
            return False
        title = self.words.titles.at(self.tokens, following, end)
        if lower in self.words.joins:
            kinds = (k.NOUN, k.ADJECTIVE, k.PARTICIPLE)
            return j > first and title is None and self.chunks.kind(following) in kinds and following not in self.people
        if lower not in self.words.complement or following in self.people:
            return False
        if title is not None and following == j + 1 and self.words.articles:
            return False  # "aide to President X"
        if j == first or not self.words.articles:
            return True
        token = self.tokens[following]
        near = lower in ("of", "for") or token.is_capitalised or token.lower in self.words.bodies
        return near or following in self.bodies

    def _is_content(self, j: int, first: int) -> bool:
        token = self.tokens[j]
        kind = self.chunks.kind(j)
        if not token.is_word and token.shape != "possessive":
            return False
        if self.tag == "ru":
            if kind not in (k.NOUN, k.ADJECTIVE):
                return False
            linked = j > first and self.tokens[j - 1].lower in (*self.words.complement, *self.words.joins)
            adjective = j > first and self.chunks.kind(j - 1) == k.ADJECTIVE
            return linked or adjective or can_be_genitive(token)
        if kind == k.PARTICIPLE or kind == k.GERUND:
            return "-" in token.text or self.chunks.kind(j - 1) in (k.PREPOSITION, k.DETERMINER, k.ADJECTIVE)
        return kind in (k.NOUN, k.ADJECTIVE, k.DETERMINER, k.POSSESSIVE)
