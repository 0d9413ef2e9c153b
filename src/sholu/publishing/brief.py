"""The brief: what happened, one line a story, each in the words of a report and with its chain of custody."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sholu.errors import InputError
from sholu.knowledge.knowledge import Knowledge
from sholu.knowledge.model import Change, Denial, Figures, Passage, Report, Saying, Story
from sholu.knowledge.topics import topics
from sholu.model.edtf import Edtf
from sholu.publishing.numbers import figure_value
from sholu.publishing.wording import Citation, Words
from sholu.store.store import Store

MOST_ALSO = 3
"""How many other stories of a matter stand under its leading one, unless more or fewer are asked for."""

_MOST_SIDES = 2
_MOST_DISPUTES = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: what is said, and by whom."""

    said: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values or claims that do not agree, side by side; `why` says how we know that it is one thing.

    `kind` is "figures", "denied" (a claim and its denial) or "denial" (nothing that we read makes the claim); `about`
    says what the figures measure.
    """

    kind: Literal["figures", "denied", "denial"]
    about: str
    sides: tuple[Side, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """One story: its words, where they stand, who says so, how strong it is, how many independent origins it has.

    `also` are other stories of the same matter; `more` counts those left out.
    """

    id: str
    text: str
    language: str | None
    strength: str
    date: str | None
    place: str | None
    citation: Citation
    origins: int
    outlets: tuple[str, ...]
    type: str | None
    contexts: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    also: tuple["Line", ...] = ()
    more: int = 0
    more_disputes: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one topic."""

    topic: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A change of office, and where it is told."""

    office: str
    country: str | None
    left: str | None
    came: str | None
    date: str | None
    act: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the press of some days says; `documents` of them were read in `languages`."""

    since: str
    until: str
    sections: tuple[Section, ...]
    changes: tuple[OfficeLine, ...]
    documents: int
    outlets: int
    languages: tuple[str, ...]


def make_brief(
    knowledge: Knowledge,
    store: Store,
    *,
    day: date | None = None,
    since: date | None = None,
    topic: str | None = None,
    country: str | None = None,
    also: int = MOST_ALSO,
) -> Brief:
    """The brief of `day` (by default the last day on which something in the store was published), or since `since`.

    Under the leading story of a matter stand at most `also` others. A story belongs to a day when a report of it was
    published on it. InputError `topic-unknown` names the topics.
    """
    section = named_topic(topic)
    until = day or _last_day(knowledge)
    start = since or until
    if start > until:
        raise InputError(
            f"The brief would start on {start} and end on {until}.", code="date-wrong", hint="Swap --since and --date."
        )
    papers = [paper for paper in knowledge.papers if _between(paper.published, start, until)]
    days = {paper.id for paper in papers}
    words = Words(knowledge, store)
    stories = [
        story
        for story in knowledge.stories
        if days.intersection(story.documents) and (country is None or country.upper() in _countries(story, knowledge))
    ]
    lines = _lines(stories, days, words, also)
    sections = tuple(
        Section(name, tuple(found)) for name in topics() if section in (None, name) and (found := lines.get(name))
    )
    changes = tuple(
        _office(change, words)
        for change in knowledge.changes
        if days.intersection(passage.document for passage in change.reports)
        and (country is None or change.country == country.upper())
        and section in (None, topics()[0])
    )
    return Brief(
        start.isoformat(),
        until.isoformat(),
        sections,
        changes,
        len(papers),
        len({paper.outlet_name for paper in papers if paper.outlet_name}),
        tuple(sorted({paper.language for paper in papers if paper.language})),
    )


def named_topic(topic: str | None) -> str | None:
    """The topic that a word names: "security" is enough for "security & crime". InputError `topic-unknown`."""
    if topic is None:
        return None
    wanted = topic.strip().lower()
    for name in topics():
        if wanted == name or (wanted and any(word.startswith(wanted) for word in name.split())):
            return name
    raise InputError(f"There is no topic {topic!r}.", code="topic-unknown", hint=f"Topics: {'; '.join(topics())}.")


def first_day(knowledge: Knowledge) -> date:
    """The first day on which something in the store was published; InputError `no-date`."""
    return min(first for first, _ in _days(knowledge))


def _last_day(knowledge: Knowledge) -> date:
    return max(last for _, last in _days(knowledge))


def _days(knowledge: Knowledge) -> list[tuple[date, date]]:
    """First and last day of publication of every document that has one; never empty."""
    days = [Edtf.parse(paper.published).bounds() for paper in knowledge.papers if paper.published]
    if not days:
        raise InputError(
            "The store has no document with a date, so there is no day to make a brief of.",
            code="no-date",
            hint="Add articles with --published, or as JSONL with a published field.",
        )
    return days


def _between(published: str | None, start: date, until: date) -> bool:
    if published is None:
        return False
    first, last = Edtf.parse(published).bounds()
    return first is not None and last is not None and last >= start and first <= until


def _countries(story: Story, knowledge: Knowledge) -> set[str | None]:
    return {story.country, *(knowledge.entity(id).country for id in (*story.actors, *story.recipients))}


def _lines(stories: Sequence[Story], days: set[str], words: Words, also: int) -> dict[str, list[Line]]:
    """Lines by topic: the leading story of each matter, the others of the matter under it."""
    matters: dict[str, list[Story]] = {}
    for story in stories:
        matters.setdefault(story.matter, []).append(story)
    ranked: dict[str, list[tuple[tuple[int, int, str], Line]]] = {}
    for together in matters.values():
        together.sort(key=lambda story: (not story.leads, -len(story.origins), -len(story.reports)))
        first, *others = together
        line = _line(first, days, words)
        under = _under(line, (_line(story, days, words) for story in others), also)
        line = replace(line, also=under, more=len(others) - len(under))
        rank = (-len(first.origins), -len(first.reports), line.date or "")
        ranked.setdefault(first.topic, []).append((rank, line))
    return {topic: [line for _, line in sorted(found, key=lambda pair: pair[0])] for topic, found in ranked.items()}


def _under(first: Line, others: Iterator[Line], most: int) -> tuple[Line, ...]:
    """The first few of the others; what the same sentence tells is not printed twice."""
    found: list[Line] = []
    seen = {first.text}
    while len(found) < most and (line := next(others, None)):
        if line.text not in seen:
            seen.add(line.text)
            found.append(line)
    return tuple(found)


def _line(story: Story, days: set[str], words: Words) -> Line:
    report = _telling(story.reports, days, words)
    paper = words.paper(report.document)
    return Line(
        id=story.id,
        text=words.sentence(report),
        language=paper.language,
        strength=strength(report),
        date=story.date or paper.published,
        place=words.name(story.place),
        citation=words.citation(report),
        origins=len(story.origins),
        outlets=tuple(dict.fromkeys(words.paper(item.document).outlet_name or "unnamed" for item in story.reports)),
        type=story.type,
        contexts=story.contexts,
        disputes=(told := disputes(story, words))[:_MOST_DISPUTES],
        more_disputes=max(0, len(told) - _MOST_DISPUTES),
    )


def strength(report: Report) -> str:
    """In a word how far the report goes: "" for a plain fact, "negated", or a modality ("planned", "alleged" ...)."""
    if report.polarity == "negated":
        return "negated"
    return "" if report.modality == "actual" else report.modality


def strength_words(strength: str) -> str:
    """The same as people read it."""
    return "did not happen" if strength == "negated" else strength


def _telling(reports: Iterable[Report], days: set[str], words: Words) -> Report:
    """The report whose words stand for the story: of these days, in English if there is one, one readable sentence."""

    def rank(report: Report) -> tuple[bool, bool, bool, bool, float, str]:
        length = report.evidence.end - report.evidence.start
        return (
            report.document not in days,
            report.language != "en",
            report.event is None,
            not 50 <= length <= 320,
            -report.confidence,
            report.document,
        )

    return min(reports, key=rank)


def disputes(story: Story, words: Words) -> tuple[Dispute, ...]:
    """What the reports of a story do not agree on: figures that differ, claims and denials, bare denials last."""
    denials = sorted((_denial(item, words) for item in story.denials), key=lambda dispute: dispute.kind == "denial")
    return (*(_figures(item, words) for item in story.figures), *denials)


def _figures(figures: Figures, words: Words) -> Dispute:
    sides = [
        Side(figure_value(value.value, value.low, value.high, figures.unit), words.saying(saying))
        for value in figures.values
        for saying in value.sayings[:1]
    ]
    return Dispute("figures", figures.measure, tuple(sides), figures.why)


def _denial(denial: Denial, words: Words) -> Dispute:
    """The first claims and the first denials in whole sentences, copies left out."""
    claims, denials = (_told(sayings, words.line, words) for sayings in (denial.claims, denial.denials))
    if {side.said for side in claims} & {side.said for side in denials}:  # one sentence tells both
        claims, denials = (_told(sayings, words.quoted, words) for sayings in (denial.claims, denial.denials))
    kind: Literal["denied", "denial"] = "denied" if claims else "denial"
    return Dispute(kind, "", (*claims[:_MOST_SIDES], *denials[:_MOST_SIDES]), denial.why)


def _told(sayings: Iterable[Saying], wording: Callable[[Passage], str], words: Words) -> list[Side]:
    sides: dict[str, Side] = {}
    for saying in sayings:
        said = wording(saying.passage)
        sides.setdefault(said, Side(said, words.saying(saying)))
    return list(sides.values())


def _office(change: Change, words: Words) -> OfficeLine:
    organisation = words.name(change.organisation)
    office = f"{change.office}, {organisation}" if organisation else change.office
    return OfficeLine(
        office,
        change.country,
        words.name(change.left),
        words.name(change.came),
        change.date,
        change.act,
        tuple(words.passage(passage) for passage in change.reports),
    )
