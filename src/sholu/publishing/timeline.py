"""The timeline: what happened, in order of the days on which it happened."""

from dataclasses import dataclass
from datetime import date

from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Story
from sholu.model.edtf import Edtf
from sholu.publishing.brief import named_topic, strength
from sholu.publishing.dates import sort_key
from sholu.publishing.dossier import one_entity
from sholu.publishing.wording import Citation, Words
from sholu.store.store import Store


@dataclass(frozen=True, slots=True)
class Moment:
    """One story on its day. `basis` tells whether the day is the happening's own or only its first report's."""

    date: str | None
    basis: str
    story: str
    type: str | None
    text: str
    strength: str
    place: str | None
    origins: int
    reports: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in order of time; `about` is the name that was asked for, if any."""

    about: str | None
    moments: tuple[Moment, ...]


def make_timeline(
    knowledge: Knowledge,
    store: Store,
    *,
    name: str | None = None,
    since: date | None = None,
    until: date | None = None,
    topic: str | None = None,
    country: str | None = None,
) -> Timeline:
    """The stories about `name`, between two days, on a topic, in a country; every one where nothing is asked for.

    InputError as for dossiers, and `topic-unknown`.
    """
    section = named_topic(topic)
    entity = one_entity(knowledge, name) if name else None
    words = Words(knowledge, store)
    moments = [
        _moment(story, words)
        for story in knowledge.stories
        if section in (None, story.topic)
        and (country is None or story.country == country.upper())
        and (entity is None or entity.id in (*story.actors, *story.recipients, story.place))
    ]
    kept = [moment for moment in moments if _within(moment.date, since, until)]
    kept.sort(key=lambda moment: (sort_key(moment.date), moment.story))
    return Timeline(entity.name if entity else None, tuple(kept))


def _moment(story: Story, words: Words) -> Moment:
    report = max(story.reports, key=lambda item: (item.language == "en", item.event is not None, item.confidence))
    published = min((item.published for item in story.reports if item.published), default=None)
    return Moment(
        date=story.date or published,
        basis="happened" if story.date else "reported",
        story=story.id,
        type=story.type,
        text=words.sentence(report),
        strength=strength(report),
        place=words.name(story.place),
        origins=len(story.origins),
        reports=len(story.reports),
        citation=words.citation(report),
    )


def _within(edtf: str | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if edtf is None:
        return False
    first, last = Edtf.parse(edtf).bounds()
    return not (since and last and last < since) and not (until and first and first > until)
