"""Offices named by another: "her deputy, X", «его преемник X», "оның орынбасары X"; and what these are called."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features
from sholu.reading.offices.links import APPOSES, Link, Neighbours
from sholu.reading.offices.passing import Named
from sholu.reading.places.adjectives import country_word

_REACH = 2
"""Sentences before the one of such words in which the office may be told that they mean."""
_TOLD = 20
"""Offices told before such words among which the one is looked for."""
_LEFT = 4
"""Tokens at most before the words: "their most recent", "his former"."""
_SET_OFF = {"en": ",", "ru": "—–"}
"""Marks between such words and a name: "her deputy, X", «его заместителем — X»."""
_GENITIVE_ADJECTIVE = {"ый": "ого", "ой": "ого", "ий": "его"}
_VELARS = frozenset("гкхжшчщ")


class Kinship:
    """Makes links of those whose office is told by whom they follow, precede, equal or stand in for."""

    def __init__(self, near: Neighbours) -> None:
        self.near = near
        self.posts = near.posts
        self.page = near.posts.page
        self.tokens = near.tokens
        self.words = near.words

    def of(self, links: Sequence[Link]) -> list[Link]:
        """The further links, in order."""
        told = (link for link in links if link.post.is_office and not link.post.is_plural)
        ordered = sorted(told, key=lambda link: link.post.first)
        return [link for token in self.tokens for link in self._of(token.i, ordered)]

    def _of(self, i: int, links: Sequence[Link]) -> Iterator[Link]:
        kin = self.words.kin.get(self.tokens[i].lower)
        first = self._owned_from(i) if kin is not None else None
        if kin is not None and kin.definite and first is None and i and self.tokens[i - 1].lower in self.words.articles:
            first = i - 1  # "X, the incumbent since 2014"
        named = self._named(i, first) if first is not None else None
        if kin is None or first is None or named is None:
            return
        model = self._model(first, named, links)
        if model is None:
            return
        post = replace(model.post, first=first, last=i, head_first=i, head_last=i, status=None, is_qualified=True)
        meaning = next((m for j in range(first, i) if (m := country_word(self.posts.tag, self.tokens[j].lower))), None)
        if meaning is not None:
            post = replace(post, country=meaning[0], organisation=None, body=None)
        if kin.under is not None:
            post = replace(post, office=under(self.posts.tag, kin.under, model.post.office))
        statuses = {self.words.status.get(self.tokens[j].lower) for j in range(first, i)}
        former = kin.former or "former" in statuses
        for one in self._all(named, i):
            yield Link(one.id, one.first, one.last, post, "apposition", is_former=former)

    def _all(self, named: Named, i: int) -> Iterator[Named]:
        """English: "her predecessors X, Y and Z": everyone of the list behind a word in the plural."""
        yield named
        j = named.last + 1
        while self.posts.tag == "en" and self.tokens[i].lower.endswith("s") and named.first > i:
            if j + 1 >= len(self.tokens) or self.tokens[j].lower not in self.words.list_joins:
                return
            one = self.near.person_at(self.near.over_ranks(j + 1))
            if one is None or self.near.is_pronoun(one):
                return
            yield one
            j = one.last + 1

    def _owned_from(self, i: int) -> int | None:
        """The first token of the words that say whose: a possessive, a name in the genitive, a country's adjective."""
        for j in range(i - 1, max(-1, i - 1 - _LEFT), -1):
            token = self.tokens[j]
            if token.lower in self.words.possessive or token.shape == "possessive":
                return j
            if self.posts.tag == "kk" and j in self.posts.people_ends and features("kk", token.lower).case == "gen":
                return self.posts.people_ends[j][0]
            meaning = country_word(self.posts.tag, token.lower)
            if meaning is not None and meaning[1] == "adjective":
                return j
            if not token.is_word or self.posts.chunks.kind(j) not in (k.ADJECTIVE, k.NOUN, k.PARTICIPLE):
                return None
        return None

    def _named(self, i: int, first: int) -> Named | None:
        """Who stands beside the words: "her deputy, X", «его преемник X», "X, her deputy"."""
        j = i + 1
        if j < len(self.tokens) and self.tokens[j].text in _SET_OFF.get(self.posts.tag, ()):
            j += 1
        named = self.near.person_at(self.near.over_ranks(j)) if j < len(self.tokens) else None
        if named is None and first > 1 and self.tokens[first - 1].text in APPOSES:
            named = self.near.person_ending(first - 2)
        return None if named is None or self.near.is_pronoun(named) else named

    def _model(self, first: int, named: Named, links: Sequence[Link]) -> Link | None:
        """The link of the office that is meant: the last one told before of whom "his" means, else of somebody else."""
        here = self.page.sentence_at(self.tokens[first].start).i
        stop = bisect_left(links, first, key=lambda link: link.post.first)
        before = links[max(0, stop - _TOLD) : stop]
        owner = self.near.person_at(first)
        if owner is not None and any(link.person == owner.id for link in before):
            before = [link for link in before if link.person == owner.id]
            lasting = [link for link in before if not _is_over(link)]  # "Kim, once a mayor": not as mayor
            if not lasting and len({link.post.head_first for link in before}) > 1:
                return None
            before = lasting or before
        for link in reversed(before):
            if link.person == named.id:
                continue
            ends = max(link.post.head_last, link.person_first)
            near = here - self.page.sentence_at(self.tokens[link.post.first].start).i <= _REACH
            if ends < first:
                return link if near else None
        return None


def _is_over(link: Link) -> bool:
    """Whether a link tells of an office that its holder only had before."""
    return link.is_former or link.sense == "was" or link.post.status == "former"


def under(tag: str, title: str, office: str) -> str:
    """What the one is called who stands under an office: "deputy minister", «заместитель министра»."""
    if tag == "en":
        return f"{title} {office}"
    words = office.split()
    if tag == "kk":
        return " ".join([*words[:-1], _kazakh(words[-1]), title])
    return " ".join([title, *_genitives(words)])


def _kazakh(word: str) -> str:
    """A Kazakh title in the genitive: "әкім", "әкімнің"."""
    vowels = [letter for letter in word if letter in "аұыоуяёю" + "әөүіеэи"]
    hard = bool(vowels) and vowels[-1] in "аұыоуяёю"
    begins = "н" if word[-1] in "аұыоуяёюәөүіеэимнң" else "д" if word[-1] in "рлйзжв" else "т"
    return f"{word}{begins}{'ың' if hard else 'ің'}"


def _genitives(words: Sequence[str]) -> Iterator[str]:
    """The words of a Russian title up to its noun in the genitive; what follows is so already."""
    for place, word in enumerate(words):
        if word[-2:] in _GENITIVE_ADJECTIVE:
            yield word[:-2] + _GENITIVE_ADJECTIVE[word[-2:]]
            continue
        yield _genitive(word)
        yield from words[place + 1 :]
        return


def _genitive(noun: str) -> str:
    last = noun[-1]
    if last in "ая":
        return noun[:-1] + ("и" if last == "я" or noun[-2] in _VELARS else "ы")
    return noun[:-1] + "я" if last in "ьй" else noun + "а"
