"""A draft of an attribution from a cue, a source and the sides on which its content stands."""

from sholu.model.span import Span
from sholu.reading.speech.content import settled
from sholu.reading.speech.cues import Cue
from sholu.reading.speech.reach import Side
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence


def made(
    scene: Scene,
    sentence: Sentence,
    cue: Cue,
    source: Phrase | None,
    head: Phrase | None,
    sides: list[Side],
    shape: str,
) -> Draft | None:
    """The draft; None where nothing is told."""
    content: list[Span] = []
    around = scene.quote_over(scene.tokens[cue.verb].start)
    for side in sides:
        if side.first <= side.last:
            content += settled(scene, scene.tokens[side.first].start, scene.tokens[side.last].end, around)
    if not content:
        return None
    confidence = cue.shapes.get(shape) or max(cue.shapes.values(), default=0.5)
    return Draft(cue.words, source, head, content, confidence, sentence.i, shape)
