"""One story in full: every report of it in its own words, its origins and why they count as such, what is disputed."""

from dataclasses import dataclass

from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Story
from sholu.publishing.brief import Dispute, disputes, strength
from sholu.publishing.wording import Citation, Words
from sholu.store.store import Store


@dataclass(frozen=True, slots=True)
class ReportView:
    """One document's telling of a story."""

    text: str
    language: str | None
    strength: str
    date: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class OriginView:
    """One independent origin: who it is, the outlets that go back to it, and why."""

    kind: str
    name: str
    outlets: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story in full."""

    id: str
    type: str | None
    topic: str
    contexts: tuple[str, ...]
    date: str | None
    place: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: tuple[ReportView, ...]
    origins: tuple[OriginView, ...]
    disputes: tuple[Dispute, ...]
    matter: tuple[str, ...]


def show_story(knowledge: Knowledge, store: Store, story: Story) -> StoryView:
    """A story with all its reports, in order of publication, and the ids of the other stories of its matter."""
    words = Words(knowledge, store)
    return StoryView(
        story.id,
        story.type,
        story.topic,
        story.contexts,
        story.date,
        words.name(story.place),
        story.country,
        tuple(filter(None, map(words.name, story.actors))),
        tuple(filter(None, map(words.name, story.recipients))),
        tuple(
            ReportView(words.sentence(report), report.language, strength(report), report.date, words.citation(report))
            for report in story.reports
        ),
        tuple(
            OriginView(
                origin.kind,
                origin.name,
                tuple(dict.fromkeys(words.paper(id).outlet_name or "unnamed" for id in origin.documents)),
                origin.why,
            )
            for origin in story.origins
        ),
        disputes(story, words),
        tuple(other.id for other in knowledge.stories if other.matter == story.matter and other.id != story.id),
    )
