"""The reading of one page by both halves, question by question, each with what was settled before."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sholu.gazetteer import gazetteer
from sholu.model.reading import Attribution, Mention, Reader, Reading
from sholu.packs import Packs
from sholu.reading.assembly import assemble
from sholu.reading.credits import find_credits
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.joined import kazakh_parties, unnamed_parties
from sholu.reading.joined.events import revised_events
from sholu.reading.joined.figures import Figures
from sholu.reading.joined.judgements import Judgements
from sholu.reading.joined.mentions import add_mentions
from sholu.reading.joined.names import find_entities_jointly
from sholu.reading.joined.offices import find_tenures_jointly
from sholu.reading.joined.sources import as_answered
from sholu.reading.joined.speech import revised
from sholu.reading.joined.tellings import expect_tellings
from sholu.reading.judgements import find_judgements
from sholu.reading.learned import Marks
from sholu.reading.names.lexicon import lexicon
from sholu.reading.offices.nominals import find_office_mentions
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.speech import find_attributions
from sholu.reading.times import find_times


def read_jointly(page: Page, marks: Marks, packs: Packs, identity: Reader, *, alone: bool = False) -> Reading:
    """The reading of a page and the marks of the encoder about its text.

    With `alone`, the exact half brings no items of its own.
    """
    times = find_times(page)
    notes = find_credits(page, packs)
    expect_tellings(page, marks)
    entities = find_entities_jointly(page, marks, packs, gazetteer(), notes, alone=alone)
    tenures = find_tenures_jointly(page, marks, entities, times, packs, alone=alone)
    find_office_mentions(page, entities, tenures)
    add_mentions(page, marks, entities, tenures)
    said = find_attributions(
        page, entities, notes, times, lambda scene, drafts: revised(scene, marks, entities, drafts, alone=alone)
    )
    _own_selves(page, entities, said)
    # Put down before the events ask, whatever is known to be asked later is answered in the same call.
    marks.expect(span for item in said for span in (item.source_span, item.cue) if span)
    offered = find_quantities(page, times, entities, offers=True)
    figures = partial(Figures, page, marks, entities, times, offered, alone=alone, said=said)
    kazakh = page.language.tag == "kk"
    asked = None if kazakh else figures()
    judgements = Judgements(page, marks, entities, said)
    events = find_events(
        page, entities, times, lambda scene, found: revised_events(scene, marks, found, said, alone=alone)
    )
    if kazakh:
        events = kazakh_parties.with_parties(page, entities, events)
        asked = figures()  # some may be of such parties
    else:
        events = unnamed_parties.with_parties(page, entities, events)
    reading = Reading(
        page.document,
        identity,
        attributions=tuple(as_answered(marks, entities, said, page.language.tag)),
        events=tuple(events),
        tenures=tuple(tenures),
        quantities=tuple((asked or figures()).joined()),
        times=tuple(times),
        judgements=tuple(judgements.joined(find_judgements(page, entities, said), alone=alone)),
    )
    return assemble(replace(reading, entities=entities.entities()))


def _own_selves(page: Page, entities: EntityIndex, said: Sequence[Attribution]) -> None:
    """Make "I" and "my" in quoted words mentions of the person who speaks them."""
    selves = lexicon(page.language.tag).selves
    for item in said if selves else ():
        if item.mode == "indirect" or item.source is None or entities.get(item.source).kind != "person":
            continue
        for span in item.content:
            if item.mode == "direct":  # those that the marks have not seen
                for token in page.tokens_in(span):
                    if token.lower in selves:
                        entities.mention(item.source, Mention(token.start, token.end, "pronoun"))
            for mention, id in entities.within(span):
                if mention.form == "pronoun" and id != item.source and mention.span.of(page.text).lower() in selves:
                    entities.give(mention, item.source)
