"""All that a page says of who holds which office, as links between people and words of office."""

from sholu.reading.offices.links import Link, Neighbours
from sholu.reading.offices.posts import Posts
from sholu.reading.offices.successions import Successions
from sholu.reading.offices.verbs import Verbs


def find_links(posts: Posts) -> list[Link]:
    """Every link of a page; one person and office may be joined by several."""
    found = posts.find()
    near = Neighbours(posts, found)
    verbs = Verbs(near)
    linked: dict[int, Link] = {}
    for index, post in enumerate(found):
        link = (near.join(post) or verbs.join(post)) if post.is_office else None
        if link is not None:
            linked[index] = link
    near.chain(linked)
    links = list(linked.values())
    links += [other for link in links if link.post.is_plural for other in near.listed(link)]
    links += [*verbs.held(), *verbs.led(), *verbs.members(), *verbs.of_parties()]
    return [*links, *Successions(verbs).of(links)]
