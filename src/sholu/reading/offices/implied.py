"""What an office is of where its own words do not say: the parliament of a deputy, the company of its chief accountant.

Press names the body once and then says only "the speaker", «главный бухгалтер», "бас инженер": what is meant is the
body of that kind that the text has named most so far.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.offices.lexicon import House
from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Post, Posts

_TOLD = 20
"""Offices told before one among which that of its chief is looked for."""
_KNOWN = 100
"""Mentions of bodies before an office among which its own is looked for."""
_KINDS = ("organisation", "outlet", "facility")


_ASIDE = frozenset({k.AUXILIARY, k.ADVERB})
_QUOTES = frozenset('»”"')
_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "IGO", "PTY"})
"""Sectors of bodies that give offices of others than themselves."""
_ISSUED = ("appoint", "dismiss")


class Implied:
    """Finds the bodies of offices of one page that are of nothing yet."""

    def __init__(self, posts: Posts) -> None:
        self.posts = posts
        self.words = posts.words
        self._named = sorted(self._mentions())
        self._fitting: dict[tuple[House, str | None], list[tuple[int, str]]] = {}

    def settled(self, links: Iterable[Link]) -> Iterator[Link]:
        """The links, each with the body that its office is of where the text has named one of its kind."""
        links = list(links)
        told = sorted((link for link in links if link.post.is_office), key=lambda link: link.post.first)
        for link in links:
            if (
                self._is_open(link)
                and (own := self._of_somebody(link, told) or self._of_issuer(link, told)) is not None
            ):
                yield own
                continue
            if self._is_open(link) and (body := self._appointing(link)) is not None:
                country = link.post.country or self.posts.entities.get(body).country
                yield replace(link, post=replace(link.post, organisation=body, country=country))
                continue
            house = self._house(link.post) if self._is_open(link) else None
            body = self._last(house, link) if house is not None else None
            if body is None:
                yield link
                continue
            country = link.post.country or self.posts.entities.get(body).country
            yield replace(link, post=replace(link.post, organisation=body, country=country))

    def _of_somebody(self, link: Link, told: Sequence[Link]) -> Link | None:
        """ "her chief of staff, X", "his chief accountant, X": of her herself, or of the body whose head he is."""
        post, tokens = link.post, self.posts.tokens
        stretch = range(max(0, min(post.first, post.head_first) - 1), post.head_first)
        if not any(tokens[j].lower in self.words.personal for j in stretch):
            return None
        stop = bisect_left(told, post.first, key=lambda other: other.post.first)
        before = (other for other in reversed(told[max(0, stop - _TOLD) : stop]) if other.person != link.person)
        model = next((other for other in before if other.person_first < post.first), None)
        if model is None or self._sentence(model.post.first) < self._sentence(post.first) - 1:
            return None
        if any(post.office.endswith(aide) for aide in self.words.aides):
            owner, country = model.person, self.posts.entities.get(model.person).country
            return replace(link, post=replace(post, organisation=owner, country=post.country or country))
        if model.post.organisation is None and model.post.body is None:
            return None
        body = model.post.body if model.post.organisation is None else None
        country = post.country or model.post.country
        return replace(link, post=replace(post, organisation=model.post.organisation, body=body, country=country))

    def _of_issuer(self, link: Link, told: Sequence[Link]) -> Link | None:
        """«Губернатор области X назначил министром спорта Y»: an office of the region whose head gives or takes it."""
        post = link.post
        if link.sense not in ("become", "will", "leave", None) or self.words.of_fields.isdisjoint(post.office.split()):
            return None
        stop = bisect_left(told, link.person_first + 1, key=lambda other: other.post.first)
        for other in told[max(0, stop - _TOLD) : stop]:
            near = self._sentence(other.post.first) == self._sentence(link.person_first)
            place = other.post.organisation if near and other.person != link.person else None
            if place is None or other.post.office not in self.words.appointers:
                continue
            entity = self.posts.entities.get(place)
            between = range(other.person_last + 1, min(post.first, link.person_first))
            acts = any(self.words.change[name].at(self.posts.tokens, j) for j in between for name in _ISSUED)
            if acts and entity.kind == "place" and "iso3166" not in entity.same_as:
                country = post.country or entity.country
                return replace(link, post=replace(post, organisation=place, country=country))
        return None

    def _appointing(self, link: Link) -> str | None:
        """ "Blue Bank has named X deputy chairman", «совет директоров «Синей» избрал X»: the firm that appoints."""
        post, tokens = link.post, self.posts.tokens
        verb = post.first - 1 if link.verb is None and self.posts.tag == "ru" else link.verb
        if link.sense not in ("become", "will", None) or verb is None or verb < 1 or self.words.before_title:
            return None
        fits = not self.words.of_firms.isdisjoint(post.office.split())
        if not fits or not self.words.change["appoint"].at(tokens, verb):
            return None
        at = verb - 1
        first = self.posts.page.sentence_at(tokens[verb].start).first
        while at > first and (self.posts.chunks.kind(at) in _ASIDE or tokens[at].text in _QUOTES):
            at -= 1
        body = self.posts.body_ends.get(at)
        if body is None or self.posts.entities.get(body[1]).kind not in ("organisation", "outlet"):
            return None
        entity = self.posts.entities.get(body[1])
        named = entity.name[:1].isupper()  # of "the council" the text tells elsewhere which it is
        return body[1] if named and _STATE.isdisjoint(entity.sector) else None

    def _sentence(self, token: int) -> int:
        return self.posts.page.sentence_at(self.posts.tokens[token].start).i

    def _mentions(self) -> Iterator[tuple[int, str]]:
        for entity in self.posts.entities.entities():
            if entity.kind in _KINDS:
                for mention in entity.mentions:
                    if mention.form == "name":
                        yield self.posts.page.token_range(mention.span)[0], entity.id

    def _is_open(self, link: Link) -> bool:
        """Whether the words say nothing of a body; a name right before them does ("Coast Union chairman X")."""
        post, tokens = link.post, self.posts.tokens
        if post.organisation is not None or post.body is not None:
            return False
        before = post.first - 1
        named = self.posts.tag == "en" and before > self.posts.page.sentence_at(tokens[post.first].start).first
        named = named and before not in self.posts.people_ends  # "Blue Bank named Ann Lee chief executive"
        return not (named and tokens[before].is_word and tokens[before].is_capitalised)

    def _house(self, post: Post) -> House | None:
        """The kind of body that has offices of this title."""
        title = self.words.titles.at(self.posts.tokens, post.head_first, post.head_last + 1)
        house = self.words.houses.get(title.base) if title is not None else None
        if house is not None and house.words and post.office != (title.base if title else None):
            return None  # "minister of defence": the words say which
        if house is not None and house.words and self._is_under_told(post, house):
            return None
        return house

    def _is_under_told(self, post: Post, house: House) -> bool:
        """«и.о. министра труда назначен замминистра X»: whether the sentence tells first whose deputy it is."""
        opens = self.posts.page.sentence_at(self.posts.tokens[post.first].start).first
        for start in range(opens, post.first):
            title = self.words.titles.at(self.posts.tokens, start, post.first)
            if title is not None and title.base in self.words.houses and self.words.houses[title.base] is house:
                return not any(start < first < post.first for first in self.posts.bodies)
        return False

    def _last(self, house: House, link: Link) -> str | None:
        """The body of a kind that the text has named most before an office; else the first behind."""
        country = link.post.country or self.posts.entities.get(link.person).country
        if (house, country) not in self._fitting:
            self._fitting[house, country] = [one for one in self._named if self._fits(house, one[1], country)]
        bodies = self._fitting[house, country]
        at = bisect_left(bodies, (link.post.first, ""))
        if at:
            near = bodies[max(0, at - _KNOWN) : at]
            counts = Counter(id for _, id in near)
            order = near if self.posts.tag == "en" else reversed(near)  # English names whom it is about first
            return max(order, key=lambda one: counts[one[1]])[1]
        return bodies[0][1] if bodies and house.behind else None

    def _fits(self, house: House, id: str, country: str | None) -> bool:
        entity = self.posts.entities.get(id)
        if None not in (country, entity.country) and country != entity.country:
            return False
        if entity.kind not in house.kinds:
            return False
        if house.sectors and house.sectors.isdisjoint(entity.sector):
            return False
        if not house.others.isdisjoint(entity.sector):
            return False
        return not house.words or any(word.startswith(house.words) for word in entity.name.lower().split())
