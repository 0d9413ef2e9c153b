"""Bodies whose names say who leads them or belongs to them: "the Y Party led by X", "X of the Y Party"."""

from collections.abc import Iterator

from sholu.reading.offices.kazakh_heads import headed
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs

_TITLE = 4  # tokens of a title behind "led by"
_PARTY = "PTY"


class Followings:
    """Makes links of leaders and members of the bodies of one page."""

    def __init__(self, verbs: Verbs) -> None:
        self.near = verbs.near
        self.posts = verbs.posts
        self.tokens = verbs.tokens
        self.words = verbs.words

    def links(self) -> Iterator[Link]:
        """All of them, by the words that tell them."""
        yield from self._led()
        yield from self._members()
        yield from self._of_parties()

    def _led(self) -> Iterator[Link]:
        """ "the Y Party led by X", "правительство во главе с X"; in Kazakh the person comes first."""
        if self.words.before_title:
            yield from headed(self.posts)
            return
        for match in self.words.led.find(self.tokens):
            end = match.first - 1
            while end > 0 and self.tokens[end].lower in self.words.led_links:
                end -= 1
            if end < match.first - 1 and self.tokens[end].text == ",":
                end -= 1  # "the Y Party, which is led by X"
            end = self._over_bracket(end)
            body = self.posts.body_ends.get(end)
            named = self.near.person_at(self._over_titles(match.last + 1))
            if body is None or named is None or self.near.is_pronoun(named):
                continue
            post = Post(body[0], end, match.first, match.last, match.value, False)
            post = self.posts.with_owner(post, body[1])
            if post.organisation is not None:
                was = self.tokens[match.first - 1].lower in self.words.led_before
                yield Link(named.id, named.first, named.last, post, "verb", "was" if was else None)

    def _over_bracket(self, end: int) -> int:
        """The last token before an abbreviation in brackets that ends at a token: "the Plum Party (PP), led by"."""
        short = end > 2 and self.tokens[end].text == ")" and self.tokens[end - 2].text == "("
        return end - 3 if short else end

    def _over_titles(self, j: int) -> int:
        """The first token from `j` on behind a title, "led by former President X"."""
        start = self.near.over_ranks(j)
        for at in range(start, min(start + _TITLE, len(self.tokens))):
            if at in self.posts.people:
                titled = all(
                    self.tokens[i].lower in self.words.status
                    or self.tokens[i].lower in self.words.modifiers
                    or self.words.titles.at(self.tokens, i, i + 1)
                    for i in range(start, at)
                )
                return at if titled and self.posts.tag == "en" else start
        return start

    def _members(self) -> Iterator[Link]:
        """ "X of the Y Party" is a member of it."""
        for first, (last, id) in self.posts.people.items():
            if last + 2 >= len(self.tokens) or self.tokens[last + 1].lower not in self.words.membership_joins:
                continue
            at = last + 2
            while at < len(self.tokens) - 1 and self.tokens[at].lower in self.words.articles:
                at += 1
            body = self.posts.bodies.get(at)
            if body is not None and _PARTY in self.posts.entities.get(body[1]).sector:
                post = Post(at, body[0], last + 1, last + 1, self.words.membership, False, organisation=body[1])
                yield Link(id, first, last, post, "apposition")

    def _of_parties(self) -> Iterator[Link]:
        """ "X (Y Party)" and "Y Party X" are members, "X's Y Party" has a leader; English only."""
        if self.posts.tag != "en":
            return
        for first, (last, id) in self.posts.people.items():
            if self.near.is_pronoun(Named(id, first, last)) or last + 2 >= len(self.tokens):
                continue
            behind = self.tokens[last + 1]
            if behind.text == "(" or behind.shape == "possessive":
                body = self.posts.bodies.get(last + 2)
                office = self.words.led_office if behind.shape == "possessive" else self.words.membership
            else:
                ending = self.posts.body_ends.get(first - 1)
                opens = self.posts.page.sentence_at(self.tokens[first].start).first == first
                body = (first - 1, ending[1]) if ending and not opens else None
                office = self.words.membership
            if body is None or _PARTY not in self.posts.entities.get(body[1]).sector:
                continue
            start = self.posts.body_ends[body[0]][0]
            post = Post(start, body[0], start, body[0], office, False, organisation=body[1])
            yield Link(id, first, last, post, "apposition")
