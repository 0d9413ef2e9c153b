"""Kazakh: whom a body is headed by, told before it: "Асан Серіков басқаратын қор", "Серіковтің басшылығындағы қор"."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post, Posts
from sholu.text.sentences import Sentence

_LONGEST = 6
"""Tokens of a body in small letters."""
_BEFORE = 5
"""Tokens between a person and the words that say that he heads what follows: a date, an adverb."""


def headed(posts: Posts) -> Iterator[Link]:
    """Everyone who is named before such words, with the body behind them."""
    for sentence in posts.page.sentences:
        for match in posts.words.led.find(posts.tokens, sentence.first, sentence.stop):
            named = _who(posts, match.first, sentence)
            post = _of_what(posts, match.first, match.last, match.value, sentence) if named is not None else None
            if named is not None and post is not None:
                yield Link(named.id, named.first, named.last, post, "verb", None, match.first)


def _who(posts: Posts, first: int, sentence: Sentence) -> Named | None:
    """The person who ends right before token `first`, dates and adverbs aside."""
    end = first - 1
    while end > max(sentence.first, first - _BEFORE) and (end in posts.timed or posts.chunks.kind(end) == k.ADVERB):
        end -= 1
    entry = posts.people_ends.get(end)
    return Named(entry[1], entry[0], end) if entry is not None else None


def _of_what(posts: Posts, first: int, last: int, office: str, sentence: Sentence) -> Post | None:
    """The office of heading the institution, or the body in small letters, that begins behind token `last`."""
    begin = last + 1
    body = posts.bodies.get(begin)
    if body is not None and posts.entities.get(body[1]).kind in ("organisation", "outlet", "facility"):
        return posts.with_owner(Post(first, body[0], first, last, office, False), body[1])
    for end in range(begin, min(sentence.stop, begin + _LONGEST)):
        lower = posts.tokens[end].lower
        if posts.chunks.kind(end) not in (k.NOUN, k.ADJECTIVE) or end in posts.people:
            return None
        if lower in posts.words.led_bodies or features("kk", lower).lemma in posts.words.led_bodies:
            return replace(Post(first, end, first, last, office, False), body=(begin, end), is_qualified=True)
    return None
