"""One title for several people, each with what it is of: "ambassadors of A, X, and B, Y", «послы А — X, Б — Y»."""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post

_SETTING_OFF = frozenset(',(—–-:«»"')
_LISTING = frozenset(',;)«»"')
_DASHES = frozenset("—–-")
_SEVERAL = 2

Pair = tuple[str, Named]
"""The id of what an office is of, and who holds it."""


class Pairs:
    """Makes links of the people of such lists of one page."""

    def __init__(self, near: Neighbours) -> None:
        self.near = near
        self.posts = near.posts
        self.tokens = near.tokens
        self.words = near.words

    def links(self, found: Sequence[Post]) -> Iterator[Link]:
        """The links of all lists."""
        for post in found if not self.words.before_title else ():
            if self._may_be_several(post):
                pairs = self._taken_turns(post) or self._in_turn(post)
                if len(pairs) >= _SEVERAL:
                    yield from (self._link(post, *pair) for pair in pairs)
            elif self.posts.tag == "ru" and post.organisation is None and post.country is not None:
                yield from (self._link(post, *pair) for pair in self._further(post))

    def _may_be_several(self, post: Post) -> bool:
        """Whether a title may be one of several: «главы» are one's or several people's."""
        if post.is_plural or self.posts.tag != "ru":
            return post.is_plural
        return any(form.number == "plural" for form in readings("ru", self.tokens[post.head_first].lower))

    def _link(self, post: Post, owner: str, named: Named) -> Link:
        own = replace(post, organisation=None, country=None, body=None, is_plural=False, last=post.head_last)
        first = self.posts.bodies.get(post.head_last + 1)
        kinds = [self.posts.entities.get(id).kind for id in (first[1] if first else owner, owner)]
        if kinds == ["organisation", "place"]:  # of two ministries only the first is named whole
            own = replace(own, office=f"{own.office} {self.tokens[post.head_last + 1].text}", is_qualified=True)
        return Link(named.id, named.first, named.last, self.posts.with_owner(own, owner), "paired")

    def _taken_turns(self, post: Post) -> list[Pair]:
        """ "ambassadors of A, X, and B, Y", "presidents X of A and Y of B": owners and people by turns."""
        pairs: list[Pair] = []
        j = self._over_links(post.head_last + 1)
        while j < len(self.tokens):
            pair = self._owner_first(j) or self._person_first(j)
            if pair is None:
                break
            owner, named, j = pair
            pairs.append((owner, named))
            j = self._over_links(self._over_list(j))
        return pairs

    def _owner_first(self, j: int) -> tuple[str, Named, int] | None:
        owner = self.posts.bodies.get(j)
        if owner is None:
            return None
        named = self._person(self._over(owner[0] + 1, _SETTING_OFF))
        return (owner[1], named, named.last + 1) if named is not None else None

    def _person_first(self, j: int) -> tuple[str, Named, int] | None:
        named = self._person(j)
        if named is None:
            return None
        at = self._over_links(self._over(named.last + 1, frozenset("(")))
        owner = self.posts.bodies.get(at) if at > named.last + 1 else None
        return (owner[1], named, owner[0] + 1) if owner is not None else None

    def _in_turn(self, post: Post) -> list[Pair]:
        """«президенты А и Б X и Y»: as many people as owners, in their order."""
        owners: list[str] = []
        j = post.head_last + 1
        while j <= post.last:
            last, id = self.posts.bodies.get(j, (j, ""))
            owners += [id] if id else []
            j = last + 1  # a country in the name of a body is no owner of its own
        end = self._over_list(j)
        while (
            end > j and end in self.posts.bodies and self.posts.entities.get(self.posts.bodies[end][1]).kind == "place"
        ):
            owners.append(self.posts.bodies[end][1])  # «министры А, Б и В X, Y и Z»
            j = self.posts.bodies[end][0] + 1
            end = self._over_list(j)
        kinds = [self.posts.entities.get(id).kind for id in owners]
        led = kinds[:1] == ["organisation"] and kinds.count("place") == len(owners) - 1  # «главы МИД А и Б X и Y»
        owners = [id for id, kind in zip(owners, kinds, strict=True) if led or kind == "place"]
        people: list[Named] = []
        j = self._over(j, frozenset(","))
        while (named := self._person(j)) is not None:
            people.append(named)
            j = self._over_list(named.last + 1)
        return list(zip(owners, people, strict=True)) if len(owners) == len(people) else []

    def _further(self, post: Post) -> list[Pair]:
        """«президент А X, Б — Y, В — Z»: those behind the first, whose title is left out."""
        first = self._person(post.last + 1)
        pairs: list[Pair] = []
        j = self._over_list(first.last + 1) if first is not None else len(self.tokens)
        while j < len(self.tokens):
            owner = self.posts.bodies.get(j)
            dash = owner[0] + 1 if owner is not None else j
            if owner is None or dash >= len(self.tokens) or self.tokens[dash].text not in _DASHES:
                break
            named = self._person(dash + 1)
            if named is None or "iso3166" not in self.posts.entities.get(owner[1]).same_as:
                break
            pairs.append((owner[1], named))
            j = self._over_list(named.last + 1)
        return pairs

    def _person(self, j: int) -> Named | None:
        named = self.near.person_at(self.near.over_ranks(j)) if j < len(self.tokens) else None
        return None if named is None or self.near.is_pronoun(named) else named

    def _over_links(self, j: int) -> int:
        """The first token from `j` on that is no "of", article or colon."""
        passed = (*self.words.complement_first, *self.words.articles, ":")
        while j < len(self.tokens) and self.tokens[j].lower in passed:
            j += 1
        return j

    def _over(self, j: int, marks: frozenset[str]) -> int:
        return j + 1 if j < len(self.tokens) and self.tokens[j].text in marks else j

    def _over_list(self, j: int) -> int:
        """The first token from `j` on behind what goes on with a list."""
        while j < len(self.tokens) and (self.tokens[j].text in _LISTING or self.tokens[j].lower in self.words.joins):
            j += 1
        return j
