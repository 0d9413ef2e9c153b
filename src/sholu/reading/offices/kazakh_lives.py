"""Kazakh: offices of a life told one after another, and the same office given to several in one sentence.

"Серік Омаров 57 жаста. Басқарма бастығы, министрдің орынбасары, қала әкімі болған": nobody names him again.
"Асан Серіков Абай ауданының, Болат Омаров Жарма ауданының әкімі болып тағайындалды": the office is told once.
"""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.offices.lexicon import Sense
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_BACK = 4
"""Sentences of a life told without the name again."""
_OPENING = 8
"""Tokens before a colon among which the words stand that say that offices follow."""
_DASHES = frozenset("-–—")
_GIVEN = frozenset({"become", "will"})
_DOING = frozenset({k.VERB, k.PARTICIPLE, k.GERUND})
_ENDS = frozenset(".;:()")
_PASSED = frozenset({k.ADVERB})


class KazakhLives:
    """Makes links of the posts of one page that the sentence itself gives to nobody."""

    def __init__(self, verbs: Verbs, found: Sequence[Post]) -> None:
        self.verbs = verbs
        self.posts = verbs.posts
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self.found = found

    def of(self, links: Sequence[Link]) -> list[Link]:
        """More links: of offices in a row that one verb holds, and of the same office given to others before."""
        taken = {link.post.head_first for link in links}
        fresh: list[Link] = []
        for row in self._rows():
            if all(post.head_first in taken for post in row):
                continue
            held = self._held(row, links)
            if held is not None:
                named, sense, verb = held
                fresh += [
                    Link(named.id, named.first, named.last, post, "verb", sense, verb)
                    for post in row
                    if post.head_first not in taken
                ]
        for link in links:
            fresh += self._shared(link, links)
        return fresh

    # -- offices in a row

    def _rows(self) -> Iterator[list[Post]]:
        """Offices that stand side by side, joined by commas or dashes."""
        row: list[Post] = []
        for post in self.found:
            if post.is_plural:
                continue
            if row and not self._follows(row[-1], post):
                yield row
                row = []
            row.append(post)
        if row:
            yield row

    def _follows(self, left: Post, right: Post) -> bool:
        """Whether a comma, "and" or dash stands between, and nobody and no verb, whatever else belongs to the next."""
        between = range(left.last + 1, right.first)
        glue = {",", *_DASHES, *self.words.joins}
        if not len(between) or self.tokens[between.start].lower not in glue:
            return False
        return not any(
            j in self.posts.people or self.verbs.chunks.kind(j) in _DOING or self.tokens[j].text in _ENDS
            for j in between
        )

    def _held(self, row: Sequence[Post], links: Sequence[Link]) -> tuple[Named, Sense, int] | None:
        """Who holds the offices of a row, by the verb behind the last or the colon before the first."""
        last, sentence = row[-1], self.page.sentence_at(self.tokens[row[0].first].start)
        match = (
            self.words.verbs.at(self.tokens, last.last + 1, sentence.stop) if last.last + 1 < sentence.stop else None
        )
        known = next((one for one in links if one.post.head_first == last.head_first and one.verb is not None), None)
        if known is not None and match is not None and known.sense is not None:
            if len(row) == 1 or known.person_first > known.post.last:
                return None
            return Named(known.person, known.person_first, known.person_last), known.sense, match.first
        if match is not None and self._is_bare(sentence, row[0].first):
            named = self._told_of(sentence)
            return (named, match.value, match.first) if named is not None else None
        colon = self._colon(row[0], sentence)
        if colon is not None and last.last + 1 >= sentence.stop - 1:
            named = self._told_of(sentence)
            return (named, "was", colon) if named is not None else None
        return None

    def _is_bare(self, sentence: Sentence, stop: int) -> bool:
        """Whether nothing before a token may be the subject: dates, adverbs, offices and what is headed stand there."""
        passed = {
            j
            for post in self.found
            if sentence.first <= post.first < stop and self._is_listed(post, sentence)
            for j in range(post.first, post.last + 1)
        }
        for heading in self.words.holding.find(self.tokens, sentence.first, stop):
            begin = heading.first
            while begin > sentence.first and self.tokens[begin - 1].text != ",":
                begin -= 1
            passed.update(range(begin, heading.last + 1))
        for match in self.words.verbs.find(self.tokens, sentence.first, stop):
            passed.update(range(match.first, match.last + 1))
        dated = {*self.words.since, *self.words.until, *kazakh_small_words("then"), *self.words.joins}
        return all(
            j in passed
            or j in self.posts.timed
            or not self.tokens[j].is_word
            or self.tokens[j].lower in dated
            or self.verbs.chunks.kind(j) in _PASSED
            for j in range(sentence.first, stop)
        )

    def _is_listed(self, post: Post, sentence: Sentence) -> bool:
        """Whether an office is told of somebody, by a comma, "and" or a verb behind it; "Министр бұрын" acts."""
        after = post.last + 1
        if after >= sentence.stop:
            return False
        glued = self.tokens[after].text == "," or self.tokens[after].lower in self.words.joins
        return glued or self.words.verbs.at(self.tokens, after, sentence.stop) is not None

    def _colon(self, post: Post, sentence: Sentence) -> int | None:
        """The colon before an office behind words that say that offices follow: "қызмет істеген, атап айтсақ:"."""
        near = range(post.first - 1, max(sentence.first, post.first - _OPENING), -1)
        colon = next((j for j in near if self.tokens[j].text == ":"), None)
        if colon is None or any(self.verbs.chunks.kind(j) in _DOING for j in range(colon + 1, post.first)):
            return None
        before = range(max(sentence.first, colon - _OPENING), colon)
        told = any(self.tokens[j].lower.startswith(kazakh_small_words("capacities")) for j in before)
        return colon if told else None

    def _told_of(self, sentence: Sentence) -> Named | None:
        """The one person of whom the sentences before tell; None where they name several last."""
        opening = sentence.first
        for before in reversed(self.page.sentences[max(0, sentence.i - _BACK) : sentence.i]):
            people = {self.posts.people[j][1] for j in range(before.first, before.stop) if j in self.posts.people}
            if len(people) == 1:
                return Named(people.pop(), opening, opening)
            if people:
                return None
        return None

    # -- one office for several

    def _shared(self, link: Link, links: Sequence[Link]) -> Iterator[Link]:
        """ "X Абай ауданының, Y Жарма ауданының әкімі болып тағайындалды": X is given the same office elsewhere."""
        post = link.post
        if link.sense not in _GIVEN or post.organisation is None or link.person_last >= post.first:
            return
        owned = {one.person_first: one.post.first for one in links if one.person == link.person and one is not link}
        first = min([link.person_first, *(at for person, at in owned.items() if person == link.person_first)])
        while (found := self._one_before(first, links)) is not None:
            named, place, begin = found
            own = replace(post, organisation=None, country=None, first=named.last + 1)
            yield replace(
                link,
                person=named.id,
                person_first=named.first,
                person_last=named.last,
                post=self.posts.with_owner(own, place),
            )
            first = begin

    def _one_before(self, first: int, links: Sequence[Link]) -> tuple[Named, str, int] | None:
        """A name with a body in the genitive before a comma, and where it and its own office begin."""
        at = first - 1
        while at > 0 and self.tokens[at].lower in self.words.joins | frozenset(kazakh_small_words("whereas")):
            at -= 1
        at -= at > 0 and self.tokens[at].text == ","
        if at < 1 or at >= first - 1 or features("kk", self.tokens[at].lower).case != "gen":
            return None
        kind = self.tokens[at].lower in self.words.bodies  # "Абай ауданының"
        entry = self.posts.body_ends.get(at) or (self.posts.body_ends.get(at - 1) if kind else None)
        if entry is None:
            return None
        named = self.verbs.near.person_ending(entry[0] - 1)
        if named is None or self.verbs.near.is_pronoun(named):
            return None
        own = [one.post.first for one in links if one.person_first == named.first and one.post.last < named.first]
        return named, entry[1], min([named.first, *own])
