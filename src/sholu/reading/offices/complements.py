"""What an office is of: the institution, the country or the field that the words around a title name."""

from dataclasses import dataclass, replace

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import lemma
from sholu.reading.offices.extents import Extents
from sholu.reading.places.adjectives import country_word

_MARKS = frozenset('(«“"')
_ADDED = frozenset({k.ADJECTIVE, k.ADVERB, k.PARTICIPLE})


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


class Complements(Extents):
    """Reads what offices are of on one page, knowing its entities by the tokens where they start and end."""

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
        first, last = self._complement(self._over_gloss(post.head_last + 1, stop), stop)
        if last < first:
            return post
        commas = [j for j in range(first, last) if self.tokens[j].text == ","]
        if self.tag != "en" or not commas or post.office.rpartition(" ")[2] not in self.words.of_fields:
            return self.of_institution(replace(post, last=last), first, last)
        of = (j for j in range(commas[-1], last) if self.tokens[j].lower in self.words.complement)
        end = next(of, last + 1)  # "Minister of Health, Labour and Welfare" + "of Japan"
        post = self._domain(replace(post, last=last), first, end - 1)
        return post if end > last else self.of_institution(post, end, last)

    def _over_gloss(self, j: int, stop: int) -> int:
        """The first token behind a title in brackets that says the same: "khokim (governor)" + "of"."""
        title = self.words.titles.at(self.tokens, j + 1, stop) if j + 1 < stop and self.tokens[j].text == "(" else None
        after = title.last + 2 if title is not None and self.tag == "en" else stop
        closed = after < stop and self.tokens[after - 1].text == ")"
        return after if closed and self.tokens[after].lower in self.words.complement_first else j

    def of_institution(self, post: Post, first: int, last: int) -> Post:
        """The post with what tokens `first` .. `last` say that it is of: an institution, a country, a field."""
        start, given = first, post
        while start <= last and (self.chunks.kind(start) in "PD" or self.tokens[start].lower in self.words.complement):
            start += 1
        title = self.words.titles.at(self.tokens, start, last + 1) if start <= last else None
        field = first
        if title is not None and start == first:  # "помощник президента": the title of another belongs to the office
            post = self._domain(post, first, title.last)
            field = start = title.last + 1
        if self._names_fields(post, start, last):
            return self._domain(post, field, last)
        at = start = self._over_kind(self._over_state_form(start, last), last)
        bodies = self.words.led_bodies if self.tag == "en" else self.words.bodies
        while (
            at <= last
            and at not in self.bodies
            and (self.tokens[at].lower not in bodies or self._is_portfolio(post, at))
        ):
            post = replace(post, country=post.country or self._country_of(at))
            at += 1
        end, town = self.bodies.get(at + 1, (0, ""))
        if at < last and at not in self.bodies and end == last and self.entities.get(town).kind == "place":
            at += 1  # «аким города Шымкента»: the town itself
        if at > last and start == last and lemma(self.tag, self.tokens[last].lower) in self.words.lands:
            return self._described(post, start, last)  # «президент страны»
        if start <= last < at and field == start and all(self._is_foreign(j) for j in range(start, last + 1)):
            return self._described(post, start, last)
        if at > last:
            return self._domain(post, field, last)
        if at not in self.bodies and at > start and lemma(self.tag, self.tokens[at].lower) in self.words.lands:
            end = at - 1  # «министр энергетики республики», «министр экономики островного региона»
            while self.tag == "ru" and end > start and self.chunks.kind(end) == k.ADJECTIVE:
                end -= 1
            return self._described(self._domain(post, start, end), end + 1, last)
        apart = self._field_of_short(start, last)
        if apart is not None:
            words = self.page.span(apart, last).of(self.page.text).split()
            found = self.of_institution(given, first, apart - 1)
            return replace(found, office=" ".join([found.office, *words]))
        if at == start and self._is_place_for(at, last):
            return self._fielded(self.with_owner(post, self.bodies[at][1]), self.bodies[at][0] + 1, last)
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
        described = described and not self._is_only_praised(start, at)
        if described and self.entities.get(self.bodies[at][1]).kind not in ("organisation", "outlet"):
            post = self._domain(post, field, self._before_link(at))
        elif self.tag == "ru" and at > start and post.office in self.words.of_fields and self._is_short(at):
            post = self._domain(post, start, at - 1)  # «министром иностранных дел РТ»
        post = self.with_owner(self._further(post, at, last), self.bodies[at][1])
        return self._accredited(post, self.bodies[at][0] + 1, last)

    def _is_only_praised(self, start: int, at: int) -> bool:
        """ "of the volatile Amur Region": one word between an article and a name, whatever it is."""
        opened = self.tag == "en" and at == start + 1 and self.tokens[start - 1].lower in self.words.articles
        return opened and self.tokens[start].shape == "lower"

    def _names_fields(self, post: Post, start: int, last: int) -> bool:
        """English: "Minister of Labor and Public Service": fields of government that look like the name of a body."""
        if self.tag != "en" or start > last or post.office.rpartition(" ")[2] not in self.words.of_fields:
            return False
        words = self.tokens[start : last + 1]
        joined = any(token.lower in self.words.joins for token in words)
        large = all(token.is_capitalised or token.lower in self.words.joins for token in words)
        bare = self.tokens[start - 1].lower in self.words.complement_first and words[0].lower in self.words.modifiers
        return joined and large and bare and self.words.titles.at(self.tokens, start, last + 1) is None

    def _is_portfolio(self, post: Post, at: int) -> bool:
        """ "Minister of Works", "Secretary of State": a capital and a field of government, where works are led."""
        token = self.tokens[at]
        fields = self.tag == "en" and post.office.rpartition(" ")[2] in self.words.of_fields
        return fields and token.is_capitalised and token.lower in self.words.modifiers

    def _over_state_form(self, start: int, last: int) -> int:
        """The country behind words for what kind of state it is: "the Federal Democratic Republic of" + "Ruritania"."""
        at = start
        while at < last and self.tokens[at].lower in self.words.state_forms | self.words.complement:
            behind, id = self.bodies.get(at, (last, ""))
            if behind < last and "iso3166" in self.entities.get(id).same_as:
                return start  # "of the United States to Ruritania"
            at += 1
        end, id = self.bodies.get(at, (0, ""))
        country = at > start and end == last and "iso3166" in self.entities.get(id).same_as
        return at if country else start

    def _over_kind(self, start: int, last: int) -> int:
        """English: "of the western city of" + "Amur": the name behind what kind of place it is."""
        for at in range(start, last - 1 if self.tag == "en" else start):
            if self.tokens[at].lower in self.words.before_place and self.tokens[at + 1].lower in self.words.complement:
                end, id = self.bodies.get(at + 2, (0, ""))
                return at + 2 if end == last and self.entities.get(id).kind == "place" else start
            word = self.tokens[at]
            led = word.lower in self.words.led_bodies and word.lower not in self.words.before_place
            if led or word.shape != "lower" or self.chunks.kind(at) not in (k.ADJECTIVE, k.NOUN):
                return start
        return start

    def _is_short(self, at: int) -> bool:
        """Whether a body is named by an abbreviation alone."""
        return self.bodies[at][0] == at and self.tokens[at].shape == "upper"

    def _field_of_short(self, start: int, last: int) -> int | None:
        """«заместителем гендиректора ЗМК по производству»: where a field opens behind a body's abbreviation."""
        if self.tag != "ru" or start >= last or self.tokens[start].shape != "upper":
            return None
        return start + 1 if self.tokens[start + 1].lower in self.words.fields else None

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

    def _is_place_for(self, at: int, last: int) -> bool:
        """«(заместитель акима) области по финансам»: a place that is told by name, and what the office is for."""
        end, id = self.bodies.get(at, (last, ""))
        fielded = end < last and self.tokens[end + 1].lower in self.words.fields
        return fielded and self.entities.get(id).kind == "place"

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
