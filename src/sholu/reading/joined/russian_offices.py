"""What Russian grammar makes of the offices that the encoder gives to somebody: the verb that joins them, or none."""

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Post, Posts

_WORDS = 7
"""Tokens in the longest words of a verb that gives an office."""
_GIVEN = frozenset({"ins", "nom"})


def by_grammar(posts: Posts, link: Link) -> Link | None:
    """The link with the sense of the verb that joins its words; None where the words say that it is another's."""
    if posts.tag != "ru":
        return link
    return _before(posts, link) if link.person_last < link.post.first else _behind(posts, link)


def _before(posts: Posts, link: Link) -> Link | None:
    """«X до этого занимал пост Y» tells an office held once, «X сократил должность Y» none of his."""
    end = link.post.first - 1
    while end > link.person_last and posts.tokens[end].lower in posts.words.status:
        end -= 1
    for start in range(max(link.person_last + 1, end - _WORDS), end + 1):
        match = posts.words.verbs.at(posts.tokens, start, end + 1)
        if match is not None and match.last == end:
            return replace(link, sense=match.value, verb=start)
    seat = posts.tokens[end].lower in posts.words.seats
    return None if seat and _acts(posts, link.person_last + 1, end) else link


def _behind(posts: Posts, link: Link) -> Link | None:
    """«по представлению президента утверждён X», «до главы региона он»: a title of somebody else."""
    between = range(link.post.last + 1, link.person_first)
    if posts.chunks.kind(link.person_first) == k.PRONOUN and not _acts(posts, between.start, between.stop):
        return None
    taken = next(iter(posts.words.seat_taken.find(posts.tokens, between.start, between.stop)), None)
    if taken is not None:
        return replace(link, sense=taken.value, verb=taken.first)  # «должность вице-мэра — главы аппарата занимал X»
    acts = _acts(posts, between.start, between.stop)
    return None if acts and not _is_given(posts, link.post) else link


def _acts(posts: Posts, first: int, stop: int) -> bool:
    """Whether a verb stands among these tokens."""
    return any(posts.chunks.kind(j) == k.VERB for j in range(first, stop))


def _is_given(posts: Posts, post: Post) -> bool:
    """Whether a title may be what a verb says of somebody: «главой стал X», «во главе встал X»."""
    if post.first and posts.chunks.kind(post.first - 1) == k.PREPOSITION:
        return True
    before = posts.tokens[post.first - 1].lower if post.first else ""
    if before.startswith(tuple(posts.words.seats)) or post.office.partition(" ")[0] in posts.words.acting:
        return True
    cases = {form.case for form in readings("ru", posts.tokens[post.head_first].lower) if form.number != "plural"}
    return not cases or not cases.isdisjoint(_GIVEN)
