"""Attributions as the marks alone tell them: which cue introduces which contents, and who says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sholu.model.reading import Basis
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.joined.wording import whole_cue, whole_source
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Phrase, Scene

_FAR = 600
"""Code points between a cue and what belongs to it, and between two quotations that the same voice speaks."""
_NEAR = 200
"""Code points between words that are told and a quotation right behind them that the same voice speaks."""
_SMALL = frozenset({kinds.PREPOSITION, kinds.CONJUNCTION, kinds.SUBORDINATOR, kinds.DETERMINER, kinds.MARK})
_LEADING = frozenset(":.!?…—–-")
_CLAUSE_ENDS = frozenset(",;:()–—.!?")
_OPENING = frozenset("\"“«„'‘")


@dataclass(slots=True)
class _Telling:
    """A cue and what the marks give it; one that is not `sure` counts only for contents that no sure cue has."""

    cue: Mark
    sure: bool
    speaker: tuple[Mark, float] | None = None
    contents: list[tuple[Mark, float]] = field(default_factory=list)


def marked_drafts(scene: Scene, marks: Marks, limits: dict[str, float]) -> list[Draft]:
    """The attributions that the marks show: in the order of their cues, then quotations without a cue."""
    tellings = list(_tellings(scene, marks, limits))
    loose = _give_contents(marks, tellings, _contents(scene, marks, limits), limits)
    telling = [telling for telling in tellings if telling.contents]
    _give_speakers(marks, telling, _sources(marks, limits), limits["cue_source"])
    found = [draft for one in telling if (draft := _draft(scene, one)) is not None]
    return found + list(_quotations(scene, found, loose, limits["cueless"]))


def expect_tellings(page: Page, marks: Marks) -> None:
    """Put down what `marked_drafts` will ask, so that it is asked together with what is asked before."""
    scene, limits = Scene(page), thresholds("attributions", page.language.tag)
    near = Nearby(list(_tellings(scene, marks, limits)), lambda telling: telling.cue.span)
    told = (*_contents(scene, marks, limits), *_sources(marks, limits))
    marks.expect(pairs=((telling.cue.span, mark.span) for mark in told for _, telling in near.within(mark.span, _FAR)))


def _sources(marks: Marks, limits: dict[str, float]) -> list[Mark]:
    return marks.bridged("source", limits["source"], int(limits["gap"]), limits["source_between"])


def _tellings(scene: Scene, marks: Marks, limits: dict[str, float]) -> Iterator[_Telling]:
    """The cues, in order, the faint ones beside the sure ones."""
    sure = marks.bridged("cue", limits["cue"], int(limits["gap"]), limits["cue_between"])
    there = Nearby(sure, lambda mark: mark.span)
    cues = [(cue, True) for cue in sure]
    cues += [
        (cue, False)
        for cue in marks.layer("cue", limits["faint_cue"])
        if not any(True for _ in there.within(cue.span, 0))
    ]
    for cue, is_sure in sorted(cues, key=lambda pair: pair[0].span):
        if any(token.is_word or token.text == ":" for token in scene.page.tokens_in(cue.span)):
            yield _Telling(cue, is_sure)


def _contents(scene: Scene, marks: Marks, limits: dict[str, float]) -> list[Mark]:
    """What is told: what lies in one quotation is one content where the marks see most of it as somebody's words."""
    found: list[Mark] = []
    for content in marks.bridged("content", limits["content"], int(limits["gap"]), limits["between"]):
        quote = scene.quote_over(content.span.end - 1)
        if found and quote is not None and quote.outer.meets(found[-1].span):
            whole = found[-1].span.join(content.span)
            share = marks.share("content", whole)
            if share >= limits["quoted"]:
                found[-1] = Mark(whole, content.label, share)
                continue
        found.append(content)
    return found + marks.layer("inner_content", limits["inner_content"])


def _give_contents(
    marks: Marks, tellings: Sequence[_Telling], contents: Sequence[Mark], limits: dict[str, float]
) -> list[Mark]:
    """Give each content to the cue that most surely introduces it; what is left over comes back."""
    near = Nearby(tellings, lambda telling: telling.cue.span)
    pairs = [(telling, number) for number, said in enumerate(contents) for _, telling in near.within(said.span, _FAR)]
    scores = marks.related("cue_content", [(telling.cue.span, contents[number].span) for telling, number in pairs])
    best: dict[int, tuple[bool, float, _Telling]] = {}
    for (telling, number), score in zip(pairs, scores, strict=True):
        enough = score >= limits["cue_content" if telling.sure else "faint_link"]
        if enough and (number not in best or (telling.sure, score) > best[number][:2]):
            best[number] = (telling.sure, score, telling)
    for number, (_, score, telling) in best.items():
        telling.contents.append((contents[number], score))
    return [content for number, content in enumerate(contents) if number not in best]


def _give_speakers(marks: Marks, tellings: Sequence[_Telling], sources: Sequence[Mark], least: float) -> None:
    there = Nearby(sources, lambda mark: mark.span)
    near = [(telling, source) for telling in tellings for _, source in there.within(telling.cue.span, _FAR)]
    scores = marks.related("cue_source", [(telling.cue.span, source.span) for telling, source in near])
    best: dict[int, float] = {}
    for (telling, source), score in zip(near, scores, strict=True):
        surely = score * source.probability
        if score >= least and surely > best.get(id(telling), 0.0):
            best[id(telling)] = surely
            telling.speaker = (source, score)


def _draft(scene: Scene, telling: _Telling) -> Draft | None:
    cue, speaker, mine = telling.cue, telling.speaker, telling.contents
    mine = [pair for pair in mine if not _apart(scene, cue.span, pair[0].span)]
    spans = _without_scraps(scene, sorted({span for content, _ in mine for span in _words(scene, content.span)}))
    if not spans:
        return None
    source = _from_head(scene, _in_sentence(scene, _phrase(scene, speaker[0].span), cue.span)) if speaker else None
    source = _in_reach(scene, _before_cue(scene, source, cue.span), cue.span)
    words = _phrase(scene, cue.span)
    if scene.language == "en" and words is not None:
        words = whole_cue(scene, words)
        source = whole_source(scene, source, words) if source is not None and source[0] <= source[1] else None
    spans = _beside_source(scene, spans, source)
    if not spans:
        return None
    content = max(min(mark.probability * score for mark, score in mine), 0.01)
    basis = [
        Basis("learned", "cue", round(cue.probability, 3)),
        *(Basis("learned", "content", round(mark.probability, 3)) for mark, _ in mine),
        *(Basis("learned", "cue-content", round(score, 3)) for _, score in mine),
    ]
    if speaker:
        basis += [
            Basis("learned", "source", round(speaker[0].probability, 3)),
            Basis("learned", "cue-source", round(speaker[1], 3)),
        ]
    return Draft(
        words,
        source,
        _head(scene, source),
        spans,
        round((cue.probability * content) ** 0.5, 3),
        scene.page.sentence_at(cue.span.start).i,
        "marked",
        basis=tuple(basis),
    )


def _apart(scene: Scene, cue: Span, content: Span) -> bool:
    """English: whether words without quotation marks stand in another paragraph than the cue: a headline."""
    if scene.language != "en" or _opens(scene, content.start) or scene.quote_over(content.end - 1) is not None:
        return False
    between = scene.text[content.end : cue.start] if content.end <= cue.start else scene.text[cue.end : content.start]
    return "\n" in between and ":" not in between + cue.of(scene.text)


def _without_scraps(scene: Scene, spans: list[Span]) -> list[Span]:
    """English: the pieces of a content without those that are but a preposition or another small word."""
    if scene.language != "en":
        return spans
    return [span for span in spans if any(scene.kind(token.i) not in _SMALL for token in scene.page.tokens_in(span))]


def _beside_source(scene: Scene, spans: list[Span], source: Phrase | None) -> list[Span]:
    """English: the pieces of a content without the words that name its source."""
    if source is None or scene.language != "en":
        return spans
    named = scene.page.span(*source)
    cut = [Span(named.end, span.end) if named.start <= span.start < named.end else span for span in spans]
    return [piece for span in cut if span.start < span.end for piece in settled(scene, *span)]


def _in_sentence(scene: Scene, source: Phrase | None, cue: Span) -> Phrase | None:
    """Of a source that the marks draw over the end of a sentence, "a report. A spokesman", what stands by the cue."""
    if source is None or source[1] < scene.page.sentence_of(source[0]).stop:
        return source
    told = scene.page.sentence_at(cue.start)
    if told.stop <= source[0] or source[1] < told.first:
        told = scene.page.sentence_of(source[0])
    first, last = max(source[0], told.first), min(source[1], told.stop - 1)
    while last > first and scene.kind(last) == kinds.MARK:
        last -= 1
    return first, last


def _before_cue(scene: Scene, source: Phrase | None, cue: Span) -> Phrase | None:
    """A source that runs over its cue ends before it: "the ministry reported, X reports"."""
    first = scene.page.token_at(cue.start)
    return (source[0], first - 1) if source is not None and source[0] < first <= source[1] else source


def _in_reach(scene: Scene, source: Phrase | None, cue: Span) -> Phrase | None:
    """Kazakh: a source unless it stands in a paragraph behind the cue's: nobody speaks in a headline from below it."""
    if source is None or scene.language != "kk" or scene.tokens[source[0]].start < cue.end:
        return source
    return None if "\n" in scene.text[cue.end : scene.tokens[source[0]].start] else source


def _words(scene: Scene, span: Span) -> list[Span]:
    """The exact words of a content: in Russian the conjunction that opens them, «что», is none of them."""
    first, stop = scene.page.token_range(span)
    if scene.language == "ru" and first + 1 < stop and scene.tokens[first].lower in scene.lexicon.complementiser:
        return settled(scene, scene.tokens[first + 1].start, span.end)
    line = scene.text.find("\n", span.start, span.end)
    if scene.language == "en" and line >= 0 and scene.quote_over(line) is None:
        span = Span(span.start, line)  # nobody goes on in the next paragraph without quotation marks
    return settled(scene, span.start, _past_relative(scene, span.end))


def _past_relative(scene: Scene, end: int) -> int:
    """English: a content that breaks off at "which" or "who" goes on as far as that clause."""
    last = scene.page.token_at(end - 1)
    if scene.language != "en" or last >= len(scene.tokens) or scene.kind(last) != kinds.RELATIVE:
        return end
    sentence = scene.page.sentence_at(end - 1)
    for i in range(last + 1, sentence.stop):
        if scene.tokens[i].text in _CLAUSE_ENDS:
            return scene.tokens[i].start
    return sentence.end


def _quotations(scene: Scene, told: Sequence[Draft], loose: Iterable[Mark], least: float) -> Iterator[Draft]:
    """What is surely said in quotation marks but without a cue: in the voice quoted before it, else the one told of.

    Between the answers of an interview questions may tell what others have said.
    """
    there = Nearby(told, lambda draft: draft.content[-1])
    over = Nearby([span for draft in told for span in draft.content], lambda span: span)
    last: Draft | None = None
    for content in loose:
        spans = settled(scene, *content.span)
        if content.probability < least or not spans or not _opens(scene, content.span.start):
            continue
        if any(other.covers(spans[0]) for other, _ in over.within(spans[0], 0)):
            continue  # words of somebody who speaks already, up to a name in quotation marks
        if scene.language == "ru" and not _begins(scene, spans[0].start):
            continue  # «по подозрению в „захвате власти“»
        start = spans[0].start
        earlier = [draft for place, draft in there.within(Span(start, start), _FAR) if place.end <= start]
        if last is not None and start - _FAR < last.content[-1].end <= start:
            earlier.append(last)
        quoted = [draft for draft in earlier if scene.quote_over(draft.content[-1].start) is not None]
        near = [draft for draft in earlier if start - draft.content[-1].end < _NEAR]
        voice = max(quoted or near, key=lambda draft: draft.content[-1].end, default=None)
        if scene.language == "kk" and voice and not _begins(scene, start) and _is_elsewhere(scene, voice, start):
            voice = None  # "Ол «...» деген жоқ": its sentence has a subject of its own
        source, head = (voice.source, voice.head) if voice else (None, None)
        score = round(content.probability, 3)
        basis = (Basis("learned", "content", score),)
        last = Draft(None, source, head, spans, score, scene.page.sentence_at(start).i, "marked", basis=basis)
        yield last


def _is_elsewhere(scene: Scene, voice: Draft, start: int) -> bool:
    """Whether a voice speaks in another sentence than the one of these words."""
    return voice.sentence != scene.page.sentence_at(start).i


def _opens(scene: Scene, start: int) -> bool:
    """Whether words begin in quotation marks, be they closed or not."""
    return scene.quote_over(start) is not None or scene.text[start] in _OPENING


def _begins(scene: Scene, start: int) -> bool:
    """Whether a sentence, or what follows its colon or dash, begins here, quotation marks aside."""
    i = scene.page.token_at(start)
    first = scene.page.sentence_at(start).first
    while i > first and scene.tokens[i - 1].text in _OPENING:
        i -= 1
    return i == first or scene.tokens[i - 1].text in _LEADING


def _phrase(scene: Scene, span: Span) -> Phrase | None:
    first, stop = scene.page.token_range(_whole(scene, span))
    return (first, stop - 1) if first < stop else None


def _from_head(scene: Scene, source: Phrase | None) -> Phrase | None:
    """English: a source that begins with "of" or "'s" begins with whose it is: "the governor of Ruritania Ann Lee"."""
    if source is None or scene.language != "en" or not source[0]:
        return source
    opens = scene.tokens[source[0]]
    if opens.lower != "of" and opens.shape != "possessive":
        return source
    head = scene.chunks.phrase_ending(source[0] - 1)
    return (head[0], source[1]) if head else source


def _whole(scene: Scene, span: Span) -> Span:
    """The span widened to whole tokens."""
    first, last = scene.page.token_at(span.start), scene.page.token_at(span.end - 1)
    if first >= len(scene.tokens) or last >= len(scene.tokens):
        return span
    return Span(min(span.start, scene.tokens[first].start), max(span.end, scene.tokens[last].end))


def _head(scene: Scene, source: Phrase | None) -> Phrase | None:
    """The source without additions between commas."""
    if source is None:
        return None
    for index in range(source[0] + 1, source[1]):
        if scene.tokens[index].text == ",":
            return source[0], index - 1
    return source
