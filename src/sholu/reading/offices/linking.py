"""All that a page says of who holds which office, as links between people and words of office."""

from collections.abc import Callable, Sequence

from sholu.reading.offices.advocates import Advocates
from sholu.reading.offices.appointing import Appointing
from sholu.reading.offices.careers import Careers
from sholu.reading.offices.chains import Chains
from sholu.reading.offices.duties import Duties
from sholu.reading.offices.elliptic import Elliptic
from sholu.reading.offices.followings import Followings
from sholu.reading.offices.handovers import Handovers
from sholu.reading.offices.holding import Holdings
from sholu.reading.offices.kazakh_lives import KazakhLives
from sholu.reading.offices.kinship import Kinship
from sholu.reading.offices.leaving import Leavings, acts_on, disagrees, gives
from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.nested import Nested
from sholu.reading.offices.pairs import Pairs
from sholu.reading.offices.posts import Post, Posts
from sholu.reading.offices.replacing import Replacing
from sholu.reading.offices.successions import Successions
from sholu.reading.offices.takeovers import Takeovers
from sholu.reading.offices.unheld import ahead, is_unheld
from sholu.reading.offices.verbs import Verbs
from sholu.reading.places.adjectives import country_word


def find_links(
    posts: Posts, revise: Callable[[Posts, Sequence[Post], Sequence[Link]], list[Link]] | None = None
) -> list[Link]:
    """Every link of a page; one person and office may be joined by several. `revise` has the last word."""
    found = posts.find()
    near = Neighbours(posts, found)
    verbs = Verbs(near)
    careers, duties, elliptic, leavings = Careers(verbs), Duties(verbs), Elliptic(verbs), Leavings(verbs, found)
    appointing = Appointing(verbs)
    linked: dict[int, Link] = {}
    for index, post in enumerate(found):
        link = duties.join(post)
        if link is None and (post.is_office or verbs.is_said_to_be(post)):
            link = _joined(post, near, verbs, leavings)
        if link is None and post.is_office:
            link = appointing.join(post) or careers.join(post) or elliptic.join(post)
        if link is not None:
            linked[index] = link
    chains = Chains(near)
    chains.chain(linked)
    chains.shared_status(linked)
    paired = list(Pairs(near).links(found))
    heads = {link.post.head_first for link in paired if link.post.head_first in linked}
    told = {link.person for link in paired}
    links = [link for link in linked.values() if link.post.head_first not in heads or link.person not in told]
    links += paired
    links += [other for link in links if link.post.is_plural for other in near.listed(link)]
    paired_heads = {link.post.head_first for link in paired}
    lone = (
        post
        for index, post in enumerate(found)
        if post.is_plural and index not in linked and post.head_first not in paired_heads
    )
    links += [link for post in lone for link in appointing.several(post) or near.shared(post)]
    links += [*Nested(near).links(found), *Holdings(verbs).links(), *Followings(verbs).links()]
    links += _counterparts(near, links)
    lawyers = Advocates(near).of(links)
    heads = {link.post.head_first for link in lawyers}
    links = [*(link for link in links if link.post.head_first not in heads), *lawyers]
    related = Kinship(near).of(links)
    heads = {link.post.head_first for link in related}
    links = [*(link for link in links if link.post.head_first not in heads), *related]
    links += Handovers(verbs).of(found, links)
    if posts.tag == "ru":
        replacing = Replacing(verbs).of(found)
        heads = {link.post.head_first for link in replacing}
        links = [*(link for link in links if link.post.head_first not in heads), *replacing]
    links += Successions(verbs).of(links)
    links += Takeovers(verbs).of(links, found)
    links = revise(posts, found, links) if revise else links
    if posts.tag == "kk":
        links += KazakhLives(verbs, found).of(links)
    links = [link for link in links if not _is_trade(link, posts)]
    in_office = {link.person for link in links if not _is_rank(link, posts)}
    links = [link for link in links if not (link.person in in_office and _is_rank(link, posts))]
    links = [ahead(link, verbs) for link in links if not (gives(link, verbs) or is_unheld(link, verbs))]
    return [link for link in leavings.settled(links) if not (disagrees(link, verbs) or acts_on(link, verbs))]


def _is_rank(link: Link, posts: Posts) -> bool:
    """«министр генерал полиции X», "Major General X": a rank that the encoder takes for an office."""
    marked = link.basis == "marked"
    return marked and posts.words.ranks.at(posts.tokens, link.post.head_first, link.post.head_last + 1) is not None


def _is_trade(link: Link, posts: Posts) -> bool:
    """Whether the words tell an occupation, as they are of no institution: "an economist in Harbour City"."""
    post = link.post
    if post.office.rpartition(" ")[2] not in posts.words.trades and post.office not in posts.words.trades:
        return False
    return post.body is None and (post.organisation is None or posts.entities.get(post.organisation).kind == "place")


def _joined(post: Post, near: Neighbours, verbs: Verbs, leavings: Leavings) -> Link | None:
    """The person who holds an office, by the words beside it; of one that is left no comma tells whose it is."""
    if leavings.frame(post) is not None:
        return leavings.join(post) or verbs.join(post)
    link = near.join(post)
    return link if link is not None and not disagrees(link, verbs) else verbs.join(post)


def _counterparts(near: Neighbours, links: list[Link]) -> list[Link]:
    """ "President X met his Ruritanian counterpart, Y": Y holds the same office there."""
    words, tokens, page = near.words, near.tokens, near.posts.page
    found: list[Link] = []
    for token in tokens if words.same else ():
        if token.lower not in words.same:
            continue
        first = token.i + 1 + (token.i + 1 < len(tokens) and tokens[token.i + 1].text == ",")
        named = near.person_at(near.over_ranks(first)) if first < len(tokens) else None
        meaning = country_word("en", tokens[token.i - 1].lower) if token.i else None
        paragraph = page.text.rfind("\n", 0, token.start)
        before = [one for one in links if paragraph < tokens[one.post.first].start < token.start and one.post.is_office]
        if named is None or meaning is None or not before or near.is_pronoun(named):
            continue
        model = max(before, key=lambda one: one.post.first).post
        post = Post(token.i - 1, token.i, token.i, token.i, model.office, model.strong, country=meaning[0])
        found.append(Link(named.id, named.first, named.last, post, "apposition"))
    return found
