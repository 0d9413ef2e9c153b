"""The chain of custody: through whose hands a claim came, from the speaker to the document."""

from collections.abc import Iterable, Iterator

from sholu.knowledge.entities import Joined
from sholu.knowledge.model import Hand
from sholu.knowledge.notes import Note
from sholu.knowledge.wording import is_pronoun


def hands(note: Note, attributions: Iterable[str], joined: Joined, names: dict[str, str]) -> tuple[Hand, ...]:
    """The hands of something that stands inside these attributions (ids, outermost first), speaker first.

    `names` are the names of known entities by id.
    """
    paper = note.paper
    chain: list[Hand] = []
    for id in reversed(list(dict.fromkeys(attributions))):
        item = note.attributions.get(id)
        if item is None:
            continue
        source, outlet = joined.of(paper.id, item.source), joined.of(paper.id, item.outlet)
        said_by = names.get(source or "", item.source_text or "")
        if item.mode != "citation" and said_by and (source or not is_pronoun(said_by, paper.language)):
            chain.append(Hand("speaker", said_by, source, item.date, id, item.anonymous))
        for credit in item.credits:
            known = joined.of(paper.id, credit.outlet)
            if known or credit.outlet_text:
                chain.append(Hand("outlet", names.get(known or "", credit.outlet_text or ""), known, credit.date, id))
        if outlet and not item.credits:
            chain.append(Hand("outlet", names[outlet], outlet, item.date, id))
        elif item.mode == "citation" and source and not item.credits:
            chain.append(Hand("outlet", names[source], source, item.date, id))
    agency = None if paper.digest else joined.of(paper.id, note.dateline)
    if agency and agency != paper.outlet:
        chain.append(Hand("outlet", names[agency], agency, paper.published))
    chain.append(Hand("document", paper.outlet_name or paper.id, paper.outlet, paper.published))
    return tuple(_in_order(list(dict.fromkeys(chain))))


def _in_order(chain: list[Hand]) -> Iterator[Hand]:
    """Each outlet once, the last time: what a credited sentence quotes passed its speaker first."""
    for number, hand in enumerate(chain):
        later = ((other.role, other.entity, other.name) for other in chain[number + 1 :])
        if hand.role != "outlet" or (hand.role, hand.entity, hand.name) not in later:
            yield hand
