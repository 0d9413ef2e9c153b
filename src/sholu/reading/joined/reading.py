"""The reading of one page by both halves, question by question, each with what was settled before."""

from dataclasses import replace

from sholu.gazetteer import gazetteer
from sholu.model.reading import Reader, Reading
from sholu.packs import Packs
from sholu.reading.assembly import assemble
from sholu.reading.credits import find_credits
from sholu.reading.events import find_events
from sholu.reading.joined.events import revised_events
from sholu.reading.joined.figures import join_quantities
from sholu.reading.joined.judgements import join_judgements
from sholu.reading.joined.mentions import add_mentions
from sholu.reading.joined.names import find_entities_jointly
from sholu.reading.joined.offices import find_tenures_jointly
from sholu.reading.joined.speech import revised, with_anonymity
from sholu.reading.judgements import find_judgements
from sholu.reading.learned import Marks
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
    entities = find_entities_jointly(page, marks, packs, gazetteer(), notes, alone=alone)
    tenures = find_tenures_jointly(page, marks, entities, times, packs, alone=alone)
    find_office_mentions(page, entities, tenures)
    add_mentions(page, marks, entities)
    said = find_attributions(
        page, entities, notes, times, lambda scene, drafts: revised(scene, marks, entities, drafts, alone=alone)
    )
    reading = Reading(
        page.document,
        identity,
        attributions=tuple(with_anonymity(marks, said, page.language.tag)),
        events=tuple(
            find_events(page, entities, times, lambda scene, events: revised_events(scene, marks, events, alone=alone))
        ),
        tenures=tuple(tenures),
        quantities=tuple(
            join_quantities(page, marks, entities, times, find_quantities(page, times, entities), alone=alone)
        ),
        times=tuple(times),
        judgements=tuple(join_judgements(page, marks, entities, find_judgements(page, entities), alone=alone)),
    )
    return assemble(replace(reading, entities=entities.entities()))
