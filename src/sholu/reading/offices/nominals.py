"""Words of office that stand for the person who holds it: "the foreign minister", «министр», "президент республики"."""

from collections import Counter
from collections.abc import Collection, Sequence

from sholu.model.reading import Mention, Tenure
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.offices.lexicon import OfficeWords
from sholu.reading.offices.posts import Post, Posts, possessed
from sholu.reading.page import Page

_FAR = 2000
"""Code points around words of office among which mentions of their holders are counted."""
_FOREMOST = 2


def find_office_mentions(page: Page, entities: EntityIndex, tenures: Sequence[Tenure]) -> None:
    """Add nominal mentions to `entities` for definite words of office that fit exactly one holder of this text.

    A holder at present is preferred to a former one, unless the words themselves say "former".
    """
    if not tenures:
        return
    posts = Posts(page, entities, ())
    for post in posts.find():
        if post.is_plural or not _is_definite(posts, post) or _is_named(page, post, tenures):
            continue
        person = _holder(entities, page, post, tenures, posts.words) or _chief(posts, post, tenures)
        if person is not None:
            span = page.span(_start(posts, post), post.last)
            entities.mention(person, Mention(span.start, span.end, "nominal"))


def _start(posts: Posts, post: Post) -> int:
    return post.first + 1 if posts.tokens[post.first].shape == "possessive" else post.first


def _is_definite(posts: Posts, post: Post) -> bool:
    """ "the minister", "Kazakhstan's minister"; where there are no articles, any title that no name follows."""
    articles = posts.words.nominal_articles
    if post.last + 1 in posts.people or _is_of_unknown(posts, post):
        return False
    if not articles:
        return True
    before = posts.tokens[post.first - 1].lower if post.first else ""
    return before in articles or any(posts.tokens[j].shape == "possessive" for j in range(post.first, post.head_first))


def _is_of_unknown(posts: Posts, post: Post) -> bool:
    """ "the chairman of Algam": of something with a name that nobody knows, and so not the chairman named before."""
    at = post.last + 1
    if posts.tag != "en" or at + 1 >= len(posts.tokens) or posts.tokens[at].lower not in posts.words.complement_first:
        return False
    return posts.tokens[at + 1].is_capitalised


def _is_named(page: Page, post: Post, tenures: Sequence[Tenure]) -> bool:
    """Whether the words already are part of what says that somebody holds the office."""
    span = page.span(post.head_first, post.head_last)
    return any(tenure.evidence.covers(span) for tenure in tenures)


def _holder(entities: EntityIndex, page: Page, post: Post, tenures: Sequence[Tenure], words: OfficeWords) -> str | None:
    fitting = [tenure for tenure in tenures if _fits(post, tenure, words)]
    if post.status == "former":
        fitting = [tenure for tenure in fitting if tenure.status == "former"]
    elif any(tenure.status == "current" for tenure in fitting):
        fitting = [tenure for tenure in fitting if tenure.status == "current"]
    people = {tenure.person for tenure in fitting}
    if len(people) > 1 and page.language.tag == "en":
        return _foremost(entities, page, post, people)
    return people.pop() if len(people) == 1 else None


def _foremost(entities: EntityIndex, page: Page, post: Post, people: Collection[str]) -> str | None:
    """Of several holders the one whom the text speaks of far more than of the others: its president, not a visitor."""
    place = page.tokens[post.first].start
    first = max(0, place - _FAR)
    counts = Counter(id for _, id in entities.within(Span(first, place + _FAR)) if id in people)
    (leading, most), *others = [*counts.most_common(), ("", 0)]
    return leading if most > _FOREMOST * (others[0][1] if others else 0) and most > 1 else None


def _chief(posts: Posts, post: Post, tenures: Sequence[Tenure]) -> str | None:
    """Who heads the only thing of the kind that the words name: "the head of the region" is its governor."""
    words = posts.words
    said = [token.lower for token in posts.tokens[post.first : post.last + 1] if token.is_word]
    rest = [word for word in said if not word.startswith(words.chiefs) and word not in words.chief_links]
    if len(rest) != 1 or not any(word.startswith(words.chiefs) for word in said):
        return None
    offices = next((who for of, who in words.chief_of if rest[0].startswith(of)), ())
    people = {tenure.person for tenure in tenures if tenure.status == "current" and _heads(tenure, offices, words)}
    return people.pop() if len(people) == 1 else None


def _heads(tenure: Tenure, offices: tuple[str, ...], words: OfficeWords) -> bool:
    held = tenure.office.split()
    return bool(offices) and words.under.isdisjoint(held) and any(word.startswith(offices) for word in held)


def _fits(post: Post, tenure: Tenure, words: OfficeWords) -> bool:
    meant, held = (words.equal.get(office, office) for office in (post.office, tenure.office))
    owned = post.body is None and tenure.office.endswith(" " + possessed(post.office))
    if not (meant == held or owned or _is_short_for(post.office, tenure.office, words.under)):
        return False
    if None not in (post.organisation, tenure.organisation) and post.organisation != tenure.organisation:
        return False
    named, owner = post.organisation or post.body, tenure.organisation
    if (named is None) != (owner is None) and (named is not None or post.country is not None):
        return False  # "the Burmese leader" is not the leader of a party
    return None in (post.country, tenure.country) or post.country == tenure.country


def _is_short_for(short: str, office: str, under: Collection[str]) -> bool:
    """ "minister" for "foreign minister", "министр" for "министр иностранных дел"; not for "deputy minister"."""
    if office.partition(" ")[0] in under:
        return False
    return office.startswith(short + " ") or office.endswith(" " + short)
