"""PolNeAR and adaq: who said what, with the words of source, cue and content."""

from sholu.model.span import Span
from training.data.lines import Line, layer, nearest, spans
from training.example import Answer, Example, Marked, Pair, outermost


def read_speech(line: Line, source: str) -> Example:
    """Attributions: three layers (contents inside contents in a fourth), and which source and content a cue joins."""
    found = [
        (spans(row["source"]), spans(row["cue"]), spans(row["content"]), row["kind"])
        for row in line["gold"]["attributions"]
    ]
    sources: list[Pair] = []
    contents: list[Pair] = []
    answers: list[Answer] = []
    for speakers, cues, said, kind in found:
        for cue in cues[:1]:
            sources += _pairs(cue, speakers)
            contents += _pairs(cue, said)
            answers.append(Answer("voice", cue, (kind,)))
    outer, inner = outermost(Marked(span, ("content",)) for _, _, said, _ in found for span in said)
    return Example(
        line["id"],
        source,
        line["language"],
        line["text"],
        layers={
            "source": layer((span for row in found for span in row[0]), "source"),
            "cue": layer((span for row in found for span in row[1]), "cue"),
            "content": outer,
            "inner_content": outermost(inner)[0],
        },
        relations={"cue_source": tuple(sources), "cue_content": tuple(contents)},
        answers=tuple(answers),
    )


def read_parts(line: Line, source: str) -> Example:
    """adaq: the words of source, cue and content in a sentence that has at most one attribution."""
    layers = {part: layer(spans(line["gold"][part]), part) for part in ("source", "cue", "content")}
    return Example(line["id"], source, line["language"], line["text"], layers=layers)


def _pairs(cue: Span, others: tuple[Span, ...]) -> list[Pair]:
    """The cue with each of these; the nearest surely, the parts of a broken-up one as well."""
    if not others:
        return []
    first = nearest(others, cue)
    return [Pair(cue, first), *(Pair(cue, other) for other in others if other != first)]
