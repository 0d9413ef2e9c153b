"""Lawyers and whom they speak for: "his lawyer, X", «адвокат осуждённого X», "Сарманұлының қорғаушысы X".

A lawyer's client is what the office is of: a person or a group, whom a name, a possessive or a word for the accused
tells. Without any of these it is whoever stood before the court: the last one named before who holds no office.
"""

from collections.abc import Sequence
from functools import cached_property

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.links import APPOSES, Link, Neighbours
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.titles import TitleMatch
from sholu.text.sentences import Sentence

_REACH = 3
"""Sentences before the one of the lawyer in which a client may be named."""
_FAR = 500
"""Tokens before a lawyer in which a client may be named: a text may have no full stops."""
_OWNER = 4
"""Tokens at most in the words for a client that stand right beside the title."""


class Advocates:
    """Makes links of the lawyers of one page."""

    def __init__(self, near: Neighbours) -> None:
        self.near = near
        self.posts = near.posts
        self.page = near.posts.page
        self.tokens = near.tokens
        self.words = near.words
        self.chunks = near.chunks
        self._closed = self.words.accused | self.words.advocating | self.words.articles
        self._jurists: set[str] = set()

    def of(self, links: Sequence[Link]) -> list[Link]:
        """The lawyers' links, in order; of those known already, `links`, whose institution is told are left alone."""
        told = {link.post.head_first for link in links if self._is_told(link.post)}
        officials = {link.person for link in links if not link.is_former}
        self._jurists = {link.person for link in links if link.post.office.endswith(self.words.jurists)}
        found: list[Link] = []
        for sentence in self.page.sentences:
            after = sentence.first
            for i in self.words.advocates.starts(self.tokens, sentence.first, sentence.stop):
                match = self.words.advocates.at(self.tokens, i, sentence.stop) if i >= after else None
                if match is None:
                    continue
                after = match.last + 1
                link = self._link(match, sentence, officials) if match.first not in told else None
                if link is not None:
                    found.append(link)
                    self._jurists.add(link.person)
        return found

    def _is_told(self, post: Post) -> bool:
        """Whether the words of office say what it is of, and not only that there is a case."""
        body = range(post.body[0], post.body[1] + 1) if post.body else ()
        words = [*body, *range(post.head_last + 1, post.last + 1)]
        said = [self.tokens[j].lower for j in words if self.tokens[j].is_word]
        return post.organisation is not None or not self._closed.issuperset(said)

    def _link(self, match: TitleMatch, sentence: Sentence, officials: set[str]) -> Link | None:
        first, last = match.first, match.last
        owner = self._owner_before(first, sentence)
        behind = self._owner_behind(last, sentence)
        end = behind[0] if behind is not None else last
        named = self._beside(first if owner is None else owner[0], end, sentence)
        if named is None or (named.first == last + 1 and self._are_several(last)):
            return None  # «адвокаты Петрова»
        tied = owner or behind
        client = tied[1] if tied is not None and tied[1] != named.id else None
        if tied is None and not self._is_bare(first):
            return None
        if client is None and not self._is_for_others(last):
            client = self._accused(named, sentence, officials)
        if client is None and sentence.i < self._first_of_court:
            return None  # a trade, and no part in a case
        post = Post(min(first, owner[0] if owner else first), end, first, last, match.base, True)
        if client is not None:
            post = replace(post, organisation=client, country=self.posts.entities.get(client).country)
        basis = "before" if named.first > last else "apposition"
        return Link(named.id, named.first, named.last, post, basis)

    def _are_several(self, title: int) -> bool:
        """Russian: whether a title stands in the plural."""
        forms = readings("ru", self.tokens[title].lower) if self.posts.tag == "ru" else ()
        return {form.number for form in forms if form.case} == {"plural"}

    # -- whose lawyer

    def _owner_before(self, i: int, sentence: Sentence) -> tuple[int, str | None] | None:
        """First token and entity of the client before the title at token `i`: "his", "X's", "Сарманұлының"."""
        if i <= sentence.first:
            return None
        at = i - 1
        lower = self.tokens[at].lower
        if lower in self.words.possessive:
            return at, self._meant(at)
        if self.posts.tag == "en" and self.tokens[at].shape == "possessive" and at > sentence.first:
            return self._ending(at - 1, sentence)
        if self.posts.tag == "kk" and features("kk", lower).case == "gen":
            return self._ending(at, sentence)
        return None

    def _owner_behind(self, last: int, sentence: Sentence) -> tuple[int, str | None] | None:
        """Last token and entity of the client behind the title: "for X", «осуждённого», «задержанных»."""
        at = last + 1
        if at >= sentence.stop:
            return None
        if self.posts.tag == "en":
            if self.tokens[at].lower not in self.words.advocating:
                return None
            while at + 1 < sentence.stop and self.tokens[at + 1].lower in self.words.articles:
                at += 1
            return self._starting(at + 1, sentence)
        if self.posts.tag == "ru":
            return self._starting(at, sentence) if self._may_be_client(at) else None
        return None

    def _is_for_others(self, last: int) -> bool:
        """English: whether words behind a title tell a client that has no name: "attorney for one of the groups"."""
        at = last + 1
        if self.posts.tag != "en" or at + 1 >= len(self.tokens):
            return False
        some = self.posts.chunks.kind(at + 1) in (k.NUMBER, k.PRONOUN)
        return some and self.tokens[at].lower in self.words.advocating

    def _may_be_client(self, at: int) -> bool:
        """Whether a Russian word behind the title is whose lawyer it is: in the genitive, and somebody follows."""
        genitive = any(form.case == "gen" for form in readings("ru", self.tokens[at].lower))
        return genitive and (self.tokens[at].shape == "lower" or self._is_followed(at))

    def _is_followed(self, at: int) -> bool:
        entry = self.posts.people.get(at)
        return entry is not None and entry[0] + 1 in self.posts.people

    def _starting(self, at: int, sentence: Sentence) -> tuple[int, str | None] | None:
        """The client whose words start at token `at`, with the last of them."""
        for starts in (self.posts.people, self.posts.bodies):
            if at in starts and starts[at][0] < sentence.stop:
                return starts[at]
        if at < sentence.stop and self.tokens[at].lower in self.words.accused:
            return at, None
        if self.posts.tag == "ru":  # «адвокат одного из них Пётр Иванов»
            names = (j for j in range(at + 1, min(at + _OWNER, sentence.stop)) if j in self.posts.people)
            first = next(names, None)
            return None if first is None else (first - 1, None)
        return None

    def _ending(self, at: int, sentence: Sentence) -> tuple[int, str | None] | None:
        """The client whose words end at token `at`, with the first of them."""
        for ends in (self.posts.people_ends, self.posts.body_ends):
            if at in ends and ends[at][0] >= sentence.first:
                return self._opened(ends[at][0]), ends[at][1]
        if self.tokens[at].lower in self.words.accused or self.posts.tag == "en":
            return self._opened(at), None
        return None

    def _opened(self, at: int) -> int:
        return at - 1 if at and self.tokens[at - 1].lower in self.words.articles else at

    def _meant(self, at: int) -> str | None:
        """Whom a possessive means."""
        span = self.tokens[at].span
        return next((id for mention, id in self.posts.entities.within(span) if mention.span == span), None)

    def _is_bare(self, first: int) -> bool:
        """Whether nothing before the title says that it is a trade or an office: "a lawyer", "state attorney"."""
        if first == 0:
            return True
        before = self.tokens[first - 1].lower
        if self.posts.tag != "en":
            return before not in self.words.modifiers
        if before in self.words.articles:
            return before in self.words.nominal_articles
        return not self.tokens[first - 1].is_word or self.chunks.kind(first - 1) not in (k.NOUN, k.ADJECTIVE)

    def _accused(self, lawyer: Named, sentence: Sentence, officials: set[str]) -> str | None:
        """The last one named before the lawyer in a sentence about a court, else who holds no office."""
        opening = max(0, sentence.i - _REACH)
        last = lawyer.first - 1
        plain: str | None = None
        for one in reversed(self.page.sentences[opening : sentence.i + 1]):
            named = [
                self.posts.people_ends[j][1]
                for j in range(min(last, one.stop - 1), max(one.first, last - _FAR) - 1, -1)
                if j in self.posts.people_ends and self._may_be_party(self.posts.people_ends[j][1], lawyer)
            ]
            if named and self._is_of_court(one):
                return next((id for id in named if id not in officials), named[-1])
            plain = plain or next((id for id in named if id not in officials), None)
        return plain

    def _may_be_party(self, id: str, lawyer: Named) -> bool:
        return id != lawyer.id and id not in self._jurists

    @cached_property
    def _first_of_court(self) -> int:
        """Number of the first sentence that tells of a court; that behind the last where none does."""
        sentences = self.page.sentences
        return next((one.i for one in sentences if self._is_of_court(one)), len(sentences))

    def _is_of_court(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a court, an arrest or a charge."""
        return any(self.tokens[j].lower.startswith(self.words.court) for j in range(sentence.first, sentence.stop))

    # -- who the lawyer is

    def _beside(self, first: int, end: int, sentence: Sentence) -> Named | None:
        """The person right behind the words, or between marks beside them: "X, his lawyer", "his lawyer, X,"."""
        at = end + 1
        comma = at < sentence.stop and self.tokens[at].text == ","
        for start in (at, at + 1) if comma and self.posts.tag == "en" else (at,):
            named = self.near.person_at(start) if start < sentence.stop else None
            if named is not None and not self.near.is_pronoun(named):
                return named
        before = first - 1
        if before > sentence.first and self.tokens[before].text in APPOSES:
            named = self.near.person_ending(before - 1)
            if named is not None and named.first >= sentence.first and not self.near.is_pronoun(named):
                return named
        return None
