"""Several acts of speech beside and inside each other: where one ends, and which is told within which."""

from bisect import bisect_left, bisect_right

from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.speech.content import settled
from sholu.reading.speech.scene import Draft, Scene


def without_neighbours(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Cut from each draft's content the next act of speech beside it: "said A, adding B"; "said A, and Y said B".

    `drafts` are those of one sentence; they come back in the order of their cues.
    """
    ordered = sorted(drafts, key=lambda draft: draft.cue or (-1, -1))
    kept = [draft for number, draft in enumerate(ordered) if not _only_quotes(scene, draft, ordered, number)]
    begins = [_beside(scene, draft) for draft in kept]
    for number, draft in enumerate(kept):
        for other in range(number + 1, len(kept)):
            begin, cue = begins[other], kept[other].cue
            if cue is None or scene.tokens[cue[0]].start >= draft.content[-1].end:
                break
            if begin is not None and draft.cue is not None and begin > scene.tokens[draft.cue[1]].end:
                _cut(scene, draft, begin, scene.tokens[cue[0]].start)
    return kept


def end_before_outer(scene: Scene, drafts: list[Draft]) -> None:
    """ "The firm said A, the agency reported": what is told ends where a later voice closes the sentence.

    The outer voice's own content stands before its cue and source; a content that runs over both ends with it.
    """
    closing: dict[int, list[tuple[Span, Draft]]] = {}  # by sentence
    for draft in drafts:
        if draft.cue is None or draft.source is None or not draft.content:
            continue
        words = scene.page.span(*draft.cue).join(scene.page.span(*draft.source))
        if draft.content[-1].end <= words.start and scene.tokens[min(draft.cue[0], draft.source[0]) - 1].text == ",":
            closing.setdefault(draft.sentence, []).append((words, draft))
    for draft in drafts:
        for words, outer in closing.get(draft.sentence, ()):
            if outer is draft:
                continue
            end = outer.content[-1].end
            draft.content = [
                Span(span.start, end) if span.covers(words) and span.start < end <= words.start else span
                for span in draft.content
            ]


def _cut(scene: Scene, draft: Draft, begin: int, cue: int) -> None:
    """End the content before `begin` where the next act of speech, with its cue at `cue`, stands inside it."""
    content: list[Span] = []
    for span in draft.content:
        if span.start < begin < span.end and span.start < cue < span.end:
            content += settled(scene, span.start, begin)
        else:
            content.append(span)
    draft.content = content or draft.content


def _only_quotes(scene: Scene, draft: Draft, drafts: list[Draft], number: int) -> bool:
    """ "quoted X as saying": the verb of quoting adds nothing to the act of speech that it introduces."""
    if draft.cue is None or scene.chunks.verb_base(draft.cue[1]) not in scene.lexicon.quoting:
        return False
    following = drafts[number + 1].cue if number + 1 < len(drafts) else None
    return following is not None and scene.tokens[following[0] - 1].lower in scene.lexicon.quoting_as


def _beside(scene: Scene, draft: Draft) -> int | None:
    """Where a draft that is coordinated with what stands before it begins; None if it is not."""
    if draft.cue is None or scene.quote_over(scene.tokens[draft.cue[0]].start) is not None:
        return None
    cue = draft.cue[0]
    first = min(cue, draft.source[0]) if draft.source and draft.source[0] < cue else cue
    if draft.shape == "inverted" and draft.source is not None and draft.source[0] > draft.cue[1]:
        comma = cue - 1
        return scene.tokens[comma].start if comma > 0 and scene.tokens[comma].text == "," else None
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
