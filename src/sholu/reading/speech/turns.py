"""Several acts of speech beside and inside each other: where one ends, and which is told within which."""

from bisect import bisect_left, bisect_right

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Scene


def without_neighbours(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Cut from each draft's content the next act of speech beside it: "said A, adding B"; "said A, and Y said B"."""
    drafts = [draft for draft in drafts if not _only_quotes(scene, draft, drafts)]
    for draft in drafts:
        for other in drafts:
            if other is draft or other.cue is None or draft.cue is None:
                continue
            begin = _beside(scene, other)
            if begin is None or begin <= scene.tokens[draft.cue[1]].end:
                continue
            kept: list[Span] = []
            for span in draft.content:
                if span.start < begin < span.end and span.start < scene.tokens[other.cue[0]].start < span.end:
                    kept += settled(scene, span.start, begin)
                else:
                    kept.append(span)
            if kept:
                draft.content = kept
    return drafts


def _only_quotes(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """ "quoted X as saying": the verb of quoting adds nothing to the act of speech that it introduces."""
    if draft.cue is None or scene.chunks.verb_base(draft.cue[1]) not in scene.lexicon.quoting:
        return False
    return any(
        other.cue is not None
        and other.cue[0] > draft.cue[1]
        and other.sentence == draft.sentence
        and scene.tokens[other.cue[0] - 1].lower in scene.lexicon.quoting_as
        for other in drafts
    )


def _beside(scene: Scene, draft: Draft) -> int | None:
    """Where a draft that is coordinated with what stands before it begins; None if it is not."""
    if draft.cue is None or scene.quote_over(scene.tokens[draft.cue[0]].start) is not None:
        return None
    cue = draft.cue[0]
    first = min(cue, draft.source[0]) if draft.source and draft.source[0] < cue else cue
    gerund = scene.kind(draft.cue[1]) == k.GERUND or scene.kind(cue) == k.GERUND
    for start in {cue if gerund else first, first}:
        before = start - 1
        if before <= 0:
            continue
        if scene.tokens[before].text == "," and (gerund or scene.tokens[start - 1].text == ";"):
            return scene.tokens[before].start
        joined = scene.kind(before) == k.CONJUNCTION and scene.tokens[before - 1].text == ","
        if joined or scene.tokens[before].text == ";":
            return scene.tokens[before - 1].start if joined else scene.tokens[before].start
    shared = draft.source is not None and draft.source[1] < cue - 1 and scene.kind(cue - 1) == k.CONJUNCTION
    return scene.tokens[cue - 1].start if shared else None


def parents(drafts: list[Draft], scene: Scene) -> list[int | None]:
    """For each draft the number of the narrowest other draft within whose content it is told."""
    spans = sorted((span, number) for number, draft in enumerate(drafts) for span in draft.content)
    starts = [span.start for span, _ in spans]
    longest = max((span.end - span.start for span, _ in spans), default=0)
    found: list[int | None] = []
    for number, draft in enumerate(drafts):
        point = _place(draft, scene)
        nearby = spans[bisect_left(starts, point.end - longest) : bisect_right(starts, point.start)]
        around = [
            (span.end - span.start, other)
            for span, other in nearby
            if other != number and span.covers(point) and not any(inner.covers(span) for inner in draft.content)
        ]
        found.append(min(around)[1] if around else None)
    return found


def _place(draft: Draft, scene: Scene) -> Span:
    """The words that tell the act of speech: cue with source; the content of one without a cue."""
    if draft.cue is None:
        return draft.content[0]
    return scene.page.span(*draft.cue)
