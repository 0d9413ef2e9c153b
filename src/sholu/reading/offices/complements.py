"""What an office is of: the institution, the country or the field that the words around a title name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import lemma, readings
from sholu.reading.offices.lexicon import OfficeWords, office_words
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_word

_INSTITUTIONS = frozenset({"organisation", "outlet", "place", "facility", "group"})
LONGEST = 20
"""Tokens in what an office is of."""
_MARKS = frozenset('(«“"')
_MANNER = "ly"
_ADDED = frozenset({k.ADJECTIVE, k.ADVERB, k.PARTICIPLE})
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
    is_plural: bool = False

    @property
    def is_office(self) -> bool:
        """Whether the words say an office: by themselves, or with what it is of."""
        return self.strong or self.is_qualified or self.organisation is not None or self.body is not None


class Complements:
    """Reads what offices are of on one page, knowing its entities by the tokens where they start and end."""

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
        for entity in self.entities.entities():
            person = entity.kind == "person"
            if not person and entity.kind not in _INSTITUTIONS:
                continue
            for mention in entity.mentions:
                first, stop = self.page.token_range(mention.span)
                if first >= stop or (not person and mention.form == "pronoun"):
                    continue
                starts, ends = (self.people, self.people_ends) if person else (self.bodies, self.body_ends)
                if first not in starts or starts[first][0] < stop - 1:
                    starts[first] = (stop - 1, entity.id)
                if stop - 1 not in ends or ends[stop - 1][0] > first:
                    ends[stop - 1] = (first, entity.id)

    def with_owner(self, post: Post, id: str) -> Post:
        """The post with its institution, or with its country where the institution is a state or a group."""
        entity = self.entities.get(id)
        country = post.country or entity.country
        if entity.kind == "place" and ("iso3166" in entity.same_as or post.organisation is not None):
            return replace(post, country=country, is_qualified=True)
        if entity.kind == "group":
            return replace(post, country=country, is_qualified=True)
        known = post.organisation
        if known is not None and (self.entities.get(known).kind != "place" or entity.kind == "place"):
            return replace(post, country=country)
        return replace(post, organisation=id, country=country)  # "the Front's Harbour City branch leader": the Front's

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
        title = self.words.titles.at(self.tokens, start, last + 1) if start <= last else None
        if title is not None and start == first:  # "помощник президента": the title of another belongs to the office
            post = self._domain(post, first, title.last)
            start = title.last + 1
        at = start
        bodies = self.words.led_bodies if self.tag == "en" else self.words.bodies
        while at <= last and at not in self.bodies and self.tokens[at].lower not in bodies:
            post = replace(post, country=post.country or self._country_of(at))
            at += 1
        end, town = self.bodies.get(at + 1, (0, ""))
        if at < last and at not in self.bodies and end == last and self.entities.get(town).kind == "place":
            at += 1  # «аким города Шымкента»: the town itself
        if at > last and start == last and lemma(self.tag, self.tokens[last].lower) in self.words.lands:
            return self._described(post, start, last)  # «президент страны»
        if at > last:
            return self._domain(post, start if title else first, last)
        if at not in self.bodies and at > start and lemma(self.tag, self.tokens[at].lower) in self.words.lands:
            return self._described(self._domain(post, start, at - 1), at, last)  # «министр энергетики республики»
        if at not in self.bodies or self._is_described(at, start, last):
            return self._described(self._further(post, start, last), start, last)
        if self._is_post_abroad(post, first, at):
            return self._seated(post, first, last)
        if self._is_field(first, at):
            return self._fielded(post, first, last)
        described = any(  # not "of independent X", "of post-Soviet X", "of the newly formed X", "of the capital X"
            self.tokens[j].is_word
            and self.tokens[j].shape != "mixed"
            and self.chunks.kind(j) not in _ADDED
            and self.tokens[j].lower not in self.words.before_place
            for j in range(start, at)
        )
        if described and self.entities.get(self.bodies[at][1]).kind not in ("organisation", "outlet"):
            post = self._domain(post, start if title else first, self._before_link(at))
        post = self.with_owner(self._further(post, at, last), self.bodies[at][1])
        return self._accredited(post, self.bodies[at][0] + 1, last)

    def _is_field(self, first: int, at: int) -> bool:
        """«по развитию Дальнего Востока»: whether a region only stands in the words for what an office is for."""
        if self.tokens[first].lower not in self.words.fields:
            return False
        entity = self.entities.get(self.bodies[at][1])
        if entity.kind == "organisation" and at > first + 1 and self.chunks.kind(at - 1) == k.NOUN:
            start = self.tokens[at].start  # «по развитию Дальнего Востока и Арктики», taken for a body
            inside = self.entities.within(self.page.span(at, self.bodies[at][0]))
            return any(mention.start == start and self.entities.get(id).kind == "place" for mention, id in inside)
        return entity.kind == "place" and "iso3166" not in entity.same_as

    def _fielded(self, post: Post, first: int, last: int) -> Post:
        """The post with all these words in its name, those of places with their capitals."""
        words = self.page.span(first, last).of(self.page.text).split()
        return replace(post, office=" ".join([post.office, *words]), is_qualified=True)

    def _is_post_abroad(self, post: Post, first: int, at: int) -> bool:
        """ "ambassador to Y": the place where an envoy is, not whom the envoy is of."""
        to = self.tokens[first].lower in self.words.accredited
        return to and post.office in self.words.envoys and self.entities.get(self.bodies[at][1]).kind == "place"

    def _seated(self, post: Post, first: int, last: int) -> Post:
        words = self.page.span(first, last).of(self.page.text).split()
        return replace(post, office=" ".join([post.office, *words]), is_qualified=True)

    def _accredited(self, post: Post, at: int, last: int) -> Post:
        """ "посол Японии в России", «директор ЕБРР по Центральной Азии»: where an envoy is belongs to the office."""
        if at < last and self.tokens[at].lower in self.words.fields:
            return self._fielded(post, at, last)
        if at >= last or post.office not in self.words.envoys or self.tokens[at].lower not in self.words.accredited:
            return post
        words = self.page.span(at, last).of(self.page.text).split()
        return replace(post, office=" ".join([post.office, *words]))

    def _is_described(self, at: int, start: int, last: int) -> bool:
        """Whether an institution's name is only the beginning of what describes it: "Institute of ...", "Совет ..."."""
        end, id = self.bodies[at]
        if self.entities.get(id).kind in ("organisation", "outlet"):
            bare = self.tokens[end].lower in self.words.bodies
            low = at > start and self.tokens[at].shape == "lower" and self.chunks.kind(at - 1) != k.PREPOSITION
            goes_on = end < last and self.tokens[end + 1].text not in _MARKS and end + 1 not in self.bodies
            return low or (bare and goes_on and self.tokens[end + 1].lower not in self.words.joins)
        if end + 1 == last and self.tokens[last].lower in self.words.before_place:
            return False  # "mayor of Osh city"
        inside = set(self.bodies)
        if self.tag == "ru":  # in English the body behind a country is what is led: "head of Norland's Harbour Service"
            inside = {i for j in range(end + 1, last + 1) if j in self.bodies for i in range(j, self.bodies[j][0] + 1)}
        return any(self._is_body(j) and j not in inside for j in range(end + 1, last + 1))

    def _is_body(self, j: int) -> bool:
        """Whether a word is the noun of something that is led: a ministry, a refinery, a garrison."""
        return self.tokens[j].lower in self.words.led_bodies | self.words.parts

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
        while last >= first and self.tokens[last].lower in self.words.complement:
            last -= 1  # «министром труда в» + «регионе»
        if last < first:
            return post
        words = self.page.span(first, last).of(self.page.text).split()
        return replace(post, office=" ".join([post.office, *words]).lower(), is_qualified=True)

    def _described(self, post: Post, first: int, last: int) -> Post:
        """An institution named by description."""
        of_land = first < last and lemma(self.tag, self.tokens[first].lower) in self.words.lands
        if of_land and self.tokens[first + 1].lower in self.words.accredited and post.office in self.words.envoys:
            return self._seated(post, first + 1, last)  # «посол республики в России»
        return replace(post, body=(first, last), is_qualified=True)

    def _complement(self, first: int, stop: int) -> tuple[int, int]:
        """Tokens of what the office is of; (first, first - 1) where nothing follows."""
        if first < stop and self.tokens[first].lower in self.words.particles:
            first += 1  # «начальник же предприятия»
        if first < stop and self.words.articles and self.tokens[first].lower not in self.words.complement_first:
            return first, first - 1
        return first, self.institution(first, stop)

    def institution(self, first: int, stop: int) -> int:
        """The last token of the words of an institution that start at token `first`; `first` - 1 if none do."""
        j, last = first, first - 1
        end = min(stop, first + LONGEST)
        while j < end:
            token = self.tokens[j]
            if j in self.people or j in self.timed or self._opens_anew(j, first):
                break
            if self.words.bygone.at(self.tokens, j) is not None:
                break
            if j in self.bodies:
                last = self.bodies[j][0]
                j = last + 1
            elif token.text == "(" and self._is_abbreviation(j, stop):
                last = j + 2 if last == j - 1 else last
                j += 3
            elif token.text in _QUOTES:
                closing = self._closing(j, end)
                if closing is None:
                    break
                j, last = closing + 1, closing
            elif self._links(j, first, end) or self._owns(j, first, last, end):
                j += 1
            elif self._is_content(j, first):
                if self.chunks.kind(j) not in (k.DETERMINER, k.POSSESSIVE):
                    last = j
                j += 1
            else:
                break
        return last

    def _owns(self, j: int, first: int, last: int, end: int) -> bool:
        """ "the planters' association": the mark of possession behind a word in small letters, before one of a body."""
        if self.tokens[j].text not in ("'", "’") or last != j - 1 or j == first or j + 1 >= end:
            return False
        return self.tokens[j - 1].shape == "lower" and self.tokens[j + 1].lower in self.words.led_bodies

    def _opens_anew(self, j: int, first: int) -> bool:
        """ "head of the region a man", "head of Mr X's staff": an article behind a noun, a form of address."""
        if self.tag != "en":
            return False
        if self.chunks.kind(j) == k.DETERMINER:
            return j > first and self.chunks.kind(j - 1) == k.NOUN and self.tokens[j].lower in self.words.articles
        rank = self.words.ranks.at(self.tokens, j, j + 1)
        return rank is not None and self.tokens[j].is_capitalised and (j + 1 in self.people or j + 2 in self.people)

    def _is_abbreviation(self, j: int, stop: int) -> bool:
        """ "(KNB)" behind the name that it abbreviates."""
        return j + 2 < stop and self.tokens[j + 2].text == ")" and self.tokens[j + 1].shape in ("upper", "mixed")

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
            if following > j + 1 or self._opens_title(following, end):
                return False  # "the Council and a policy adviser"
            kinds = (k.NOUN, k.ADJECTIVE, k.PARTICIPLE, k.VERB)
            if self.tag == "ru" and not self._share_case(j - 1, following):
                return False  # «руководителем пресс-службы и полномочным послом»
            return j > first and self.chunks.kind(following) in kinds and following not in self.people
        if lower not in self.words.complement or following in self.people:
            return False
        if title is not None and following == j + 1 and (self.words.articles or lower in self.words.apart):
            return False  # "aide to President X", «встреча министра с главой»
        if j == first or not self.words.articles:
            return True
        token = self.tokens[following]
        near = lower in ("of", "for") or token.is_capitalised or token.lower in self.words.bodies
        return near or following in self.bodies

    def _share_case(self, left: int, right: int) -> bool:
        """Russian: whether two words that "and" joins can stand in one case, as far as the dictionary knows."""
        cases = [
            {form.case for form in readings("ru", self.tokens[j].lower) if form.case and form.known}
            for j in (left, right)
        ]
        return not all(cases) or not cases[0].isdisjoint(cases[1])

    def _opens_title(self, j: int, end: int) -> bool:
        """Whether a title starts at token `j`, words that belong to it aside."""
        while j < end:
            if self.words.titles.at(self.tokens, j, end) is not None:
                return True
            if self.tokens[j].lower not in self.words.modifiers and self.tokens[j].lower not in self.words.status:
                return False
            j += 1
        return False

    def _is_newly_made(self, j: int) -> bool:
        """ "the newly formed region", "the centrally located port": an adverb and participle before a noun."""
        after = j + 1 + (self.chunks.kind(j) == k.ADVERB)
        adverb = self.tokens[j if self.chunks.kind(j) == k.ADVERB else j - 1].lower
        if not adverb.endswith(_MANNER) or after >= len(self.tokens):
            return False
        made = self.chunks.kind(after - 1) in (k.PARTICIPLE, k.VERB, k.ADJECTIVE)
        return made and (after in self.bodies or self.chunks.kind(after) in (k.NOUN, k.ADJECTIVE))

    def _is_content(self, j: int, first: int) -> bool:
        token = self.tokens[j]
        kind = self.chunks.kind(j)
        if not token.is_word and token.shape != "possessive":
            return False
        if self.tag == "ru":
            if kind not in (k.NOUN, k.ADJECTIVE):
                return False
            linked = j > first and self.tokens[j - 1].lower in self.words.complement | self.words.joins
            adjective = j > first and self.chunks.kind(j - 1) == k.ADJECTIVE
            return linked or adjective or can_be_genitive(token)
        made = (k.PARTICIPLE, k.VERB)
        if self.tag == "en" and (kind == k.ADVERB or (kind in made and self.chunks.kind(j - 1) == k.ADVERB)):
            return self._is_newly_made(j)
        if kind in (k.PARTICIPLE, k.GERUND, k.VERB):
            return "-" in token.text or (
                kind != k.VERB and self.chunks.kind(j - 1) in (k.PREPOSITION, k.DETERMINER, k.ADJECTIVE)
            )
        return kind in (k.NOUN, k.ADJECTIVE, k.DETERMINER, k.POSSESSIVE)
