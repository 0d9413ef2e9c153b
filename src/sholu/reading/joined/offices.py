"""Who holds which office, by both halves: the encoder links words of office that the grammar leaves alone."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sholu.model.reading import Basis, Tenure, TimeExpression
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.reading.chunks.kinds import AUXILIARY, NOUN, VERB
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.russian_offices import by_grammar
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.kazakh_titles import possessed, whose
from sholu.reading.languages.morphology import features, readings
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.learned import Marks
from sholu.reading.offices import find_tenures
from sholu.reading.offices.kazakh_doers import does_it_itself, is_owned_title, is_put_forward
from sholu.reading.offices.links import Link
from sholu.reading.offices.posts import Post, Posts
from sholu.reading.page import Page

_FAR = 250
"""Code points between words of office and who holds it, or what it is of."""
_LONGEST = 200
"""Code points in the longest mention that is looked for."""
_WORDS = 12
"""Tokens in the longest name that may reach into words of office."""
_PARTY = "PTY"


def find_tenures_jointly(
    page: Page,
    marks: Marks,
    entities: EntityIndex,
    times: Sequence[TimeExpression],
    packs: Packs,
    *,
    alone: bool = False,
) -> list[Tenure]:
    """The tenures of a page by both halves; with `alone`, those of which the encoder has marked the office."""
    return find_tenures(page, entities, times, packs, partial(revised, marks, alone=alone))


@dataclass(frozen=True, slots=True)
class Named:
    """A mention at tokens `first` .. `last` of the entity `id`."""

    first: int
    last: int
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Office:
    """Words of office that may have a holder: how far the encoder sees an office in them."""

    post: Post
    span: Span
    share: float


def revised(marks: Marks, posts: Posts, found: Sequence[Post], links: Sequence[Link], *, alone: bool) -> list[Link]:
    """The links of both halves; with `alone`, those of the encoder only."""
    limits = thresholds("tenures", posts.tag)
    kept = [] if alone else list(links)
    taken = {link.post.head_first for link in kept}
    offices = [one for one in _offices(marks, posts, found, limits) if one.post.head_first not in taken]
    people = [_named(posts, first, last, id) for first, (last, id) in sorted(posts.people.items())]
    bodies = [_named(posts, first, last, id) for first, (last, id) in sorted(posts.bodies.items())]
    scores = _Scores(marks, posts, offices, people, bodies)
    fresh = [link for office in offices if (link := _link(posts, office, scores, limits)) is not None]
    known = {(link.person, link.post.organisation) for link in [*kept, *fresh]}
    return [*kept, *fresh, *(link for link in scores.members(limits["member"]) if _key(link) not in known)]


def _key(link: Link) -> tuple[str, str | None]:
    return link.person, link.post.organisation


def _named(posts: Posts, first: int, last: int, id: str) -> Named:
    return Named(first, last, id, posts.page.span(first, last))


def _offices(marks: Marks, posts: Posts, found: Sequence[Post], limits: dict[str, float]) -> Iterator[Office]:
    """The grammar's words of office, and the marked ones that it does not know."""
    taken: set[int] = set()
    for post in found:
        last = post.last if posts.tag == "ru" else post.head_last
        taken.update(range(min(post.first, post.head_first), last + 1))  # «министра энергетики» is one office
        words = post.office.split() if posts.tag == "en" else []
        behind = range(post.head_last + 1, post.last + 1)  # "adviser to the governor" is, too
        taken.update(j for j in behind if posts.tokens[j].lower in words)
        span = posts.page.span(post.head_first, post.head_last)
        if not post.is_plural and (share := marks.share("office", span)) >= limits["share"]:
            yield Office(post, span, share)
    for mark in marks.layer("office", limits["office"]):
        first, stop = posts.page.token_range(mark.span)
        if first >= stop or not taken.isdisjoint(range(first, stop)):
            continue
        if posts.is_sought(first, posts.page.sentence_at(mark.span.start).first):
            continue
        unknown = _marked_post(posts, first, stop - 1)
        if unknown is not None:
            yield Office(unknown, mark.span, mark.probability)


def _marked_post(posts: Posts, first: int, last: int) -> Post | None:
    """A post of marked words: the title is what stands in them before or behind the name of an institution."""
    inside = {
        token
        for named in (posts.bodies, posts.people)
        for start in range(max(0, first - _WORDS), last + 1)
        if start in named
        for token in range(start, named[start][0] + 1)
    }
    words = [i for i in range(first, last + 1) if i not in inside]
    opens = posts.page.sentence_at(posts.tokens[first].start).first
    while words and not (posts.tokens[words[0]].shape == "lower" or words[0] == opens):
        words.pop(0)
    if (
        not words
        or not posts.tokens[words[0]].is_word
        or posts.tokens[words[0]].lower in posts.words.articles | posts.words.complement
    ):
        return None
    stop = next(i for i in range(words[0], words[-1] + 2) if i not in words or not posts.tokens[i].is_word)
    if _is_deed(posts, words[0]):
        return None
    office = _base(posts, words[0], stop - 1)
    owner = next((posts.bodies[i][1] for i in range(first, last + 1) if i in posts.bodies), None)
    post = Post(first, last, words[0], stop - 1, office, False, status=_status_before(posts, words[0]))
    return posts.with_owner(post, owner) if owner else post


def _is_deed(posts: Posts, first: int) -> bool:
    """ "headed the office", «исполнять обязанности»: a verb, and no title."""
    if posts.tag == "ru":
        return readings("ru", posts.tokens[first].lower)[0].part == "verb"
    lone = posts.tokens[first].lower.endswith("ing") and posts.chunks.kind(first) != NOUN
    return posts.tag == "en" and (lone or posts.chunks.kind(first) in (VERB, AUXILIARY))


def _status_before(posts: Posts, first: int) -> str | None:
    """What the word right before an office says of it: "a former instructor"."""
    return posts.words.status.get(posts.tokens[first - 1].lower) if first and posts.tag == "en" else None


def _narrowest(posts: Posts, owner: Named) -> str:
    """«В Тюзском районе Чуйской области назначен аким»: of two places that lie in each other the one that is told."""
    _, narrow = posts.body_ends.get(owner.first - 1, (0, owner.id))
    kinds = {posts.entities.get(id).kind for id in (owner.id, narrow)}
    return narrow if posts.tag == "ru" and kinds == {"place"} else owner.id


def _base(posts: Posts, first: int, last: int) -> str:
    """Words of office in base form: in Russian up to the first noun, in Kazakh the last word."""
    words = [posts.tokens[i].lower for i in range(first, last + 1)]
    if posts.tag == "kk" and len(words) > 1 and words[-2].endswith(kazakh_endings("genitive")):
        words[-2], words[-1] = whose(words[-2]), possessed(features("kk", words[-1]).lemma)  # "төрағаның орынбасары"
    elif posts.tag == "kk":
        words[-1] = features("kk", words[-1]).lemma
    called = nominative_phrase(words) if posts.tag == "ru" else words
    if posts.tag == "ru" and called != words:
        words = called
    elif posts.tag == "ru":
        for place, word in enumerate(words):
            form = readings("ru", word)[0]
            words[place] = form.lemma
            if form.part == "noun":
                break
    return " ".join(words)


Scored = tuple[Named, float]


def _by_post(entries: Iterable[tuple[Office, Named, float]]) -> dict[int, list[Scored]]:
    """Mentions with their scores by the first token of the title."""
    found: dict[int, list[Scored]] = {}
    for office, one, score in entries:
        found.setdefault(office.post.head_first, []).append((one, score))
    return found


class _Scores:
    """All that the encoder says of offices, people and bodies near each other, asked at once."""

    def __init__(
        self, marks: Marks, posts: Posts, offices: Sequence[Office], people: Sequence[Named], bodies: Sequence[Named]
    ) -> None:
        self.posts = posts
        self.people, self.bodies = people, bodies
        holders = [
            (office, one)
            for office in offices
            for one in _near(office.span, people)
            if _one_sentence(posts, one.span, office.span)
        ]
        owners = [
            (office, one)
            for office in offices
            if office.post.organisation is None and office.post.body is None and office.post.country is None
            for one in _near(office.span, bodies)
            if not _meet(office.span, one.span) and _one_sentence(posts, one.span, office.span)
        ]
        members = [
            (one, body)
            for body in bodies
            if _PARTY in posts.entities.get(body.id).sector
            for one in _near(body.span, people)
            if one.id != body.id and _one_sentence(posts, one.span, body.span)
        ]
        pairs = [(one.span, office.span) for office, one in holders]
        pairs += [(office.span, one.span) for office, one in owners]
        pairs += [(one.span, body.span) for one, body in members]
        found = marks.ask([], pairs).relations if pairs else None
        columns = [
            marks.weights.relations[name].column
            for name in ("person_office", "office_organisation", "person_organisation")
        ]
        asked = iter(found if found is not None else ())
        self._holders = _by_post((office, one, float(next(asked)[columns[0]])) for office, one in holders)
        self._owners = _by_post((office, one, float(next(asked)[columns[1]])) for office, one in owners)
        self._members = [(one, body, float(next(asked)[columns[2]])) for one, body in members]

    def holder(self, office: Office) -> Scored | None:
        """The likeliest holder of an office."""
        return max(self._holders.get(office.post.head_first, ()), key=lambda entry: entry[1], default=None)

    def owner(self, office: Office) -> Scored | None:
        """What the office is likeliest of."""
        return max(self._owners.get(office.post.head_first, ()), key=lambda entry: entry[1], default=None)

    def members(self, least: float) -> Iterator[Link]:
        """People of parties, each with the likeliest one, where no office says it."""
        best: dict[tuple[str, str], tuple[float, Named, Named]] = {}
        for one, body, score in self._members:
            if score >= least and score > best.get((one.id, body.id), (0.0,))[0]:
                best[one.id, body.id] = (score, one, body)
        for score, one, body in best.values():
            post = Post(
                body.first, body.last, body.first, body.last, self.posts.words.membership, False, organisation=body.id
            )
            basis = (Basis("learned", "person-organisation", round(score, 3)),)
            yield Link(one.id, one.first, one.last, post, "marked", score=score, marks=basis)


def _one_sentence(posts: Posts, one: Span, other: Span) -> bool:
    return posts.page.sentence_at(one.start).i == posts.page.sentence_at(other.start).i


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _near(span: Span, named: Sequence[Named]) -> Iterator[Named]:
    """Those not far off; `named` in order of the text."""
    first = bisect_left(named, span.start - _FAR - _LONGEST, key=lambda one: one.span.start)
    for one in named[first:]:
        if one.span.start - span.end >= _FAR:
            return
        if span.start - one.span.end < _FAR:
            yield one


def _link(posts: Posts, office: Office, scores: _Scores, limits: dict[str, float]) -> Link | None:
    """The link of an office with the person whom the encoder sees in it, if it is sure enough of both."""
    found = scores.holder(office)
    known = office.post.is_office
    if found is None or office.share < limits["share" if known else "share_unknown"]:
        return None
    one, score = found
    if score < limits["holder"]:
        return None
    post = office.post
    if is_owned_title(posts, post, one.first) or is_put_forward(posts, one.last):
        return None
    if post.last < one.first and does_it_itself(posts, post, one.last):
        return None
    basis = [Basis("learned", "office", round(office.share, 3)), Basis("learned", "person-office", round(score, 3))]
    owner = scores.owner(office)
    if owner is not None and owner[1] >= limits["owner"]:
        post = replace(posts.with_owner(post, _narrowest(posts, owner[0])), first=post.first, last=post.last)
        basis.append(Basis("learned", "office-organisation", round(owner[1], 3)))
    if not known and post.organisation is None and post.country is None and office.share < limits["share_bare"]:
        return None  # what is of nothing is rather an occupation
    link = Link(one.id, one.first, one.last, post, "marked", score=(office.share * score) ** 0.5, marks=tuple(basis))
    said = posts.words.verbs.at(posts.tokens, post.last + 1, one.first) if post.last + 1 < one.first else None
    if said is not None and said.last + 1 == one.first:
        link = replace(link, sense=said.value, verb=said.first)  # "вице-министр болған X": who was it
    return by_grammar(posts, link)
