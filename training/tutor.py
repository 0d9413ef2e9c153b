"""A tutor: a finished run, larger or of fewer sets, of which another learns tags, also where a set labels them.

A label says what a piece is; a tutor says how sure a better reader is of it, and reads texts that nobody labelled
(Hinton et al. 2015, *Distilling the knowledge in a neural network*; Turc et al. 2019, *Well-read students learn
better*).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.labels import FLAGS, layers
from training.model import Model, Tagged, layer_slices, pooled
from training.windows import Window

OWN_GUIDE = "corpus"
"""The set whose texts a tutor leaves alone: its guide differs from that of every other."""

Lesson = tuple[str, int]
"""A language, and the number of a layer."""


@dataclass(frozen=True, slots=True)
class Tutor:
    """A model, and what it is asked: in texts of these languages these layers of tags, and these flags."""

    model: Model
    lessons: frozenset[Lesson]
    flags: frozenset[int] = frozenset()

    def asked(self, batch: Batch) -> Tensor:
        """(windows, layers): what of a batch the tutor is asked."""
        return torch.tensor(
            [[self._knows(window, number) for number in range(len(layers()))] for window in batch.windows]
        )

    def losses(self, tagged: Tagged, batch: Batch, beside: Tensor | None = None) -> dict[str, Tensor]:
        """How far the learner's tags are from the tutor's, by piece, and its flags of texts that have one, by text.

        With `beside`, the tags of another that teaches, the learner is told what the two say in the mean: each errs
        elsewhere. Nothing is there where the tutor is asked nothing.
        """
        asked = self.asked(batch)
        rows = asked.any(1).nonzero()[:, 0]
        if not len(rows):
            return {}
        width = int(batch.mask[rows].sum(1).max())
        mask = batch.mask[rows, :width]
        with torch.no_grad():
            said = self.model.tagger(batch.ids[rows, :width], mask)
        own = Tagged(*(part[rows, :width] for part in tagged))
        told = [said.tags.float()] if beside is None else [said.tags.float(), beside[rows, :width]]
        loss = _tag_loss(own.tags, told, mask > 0, asked[rows].to(mask.device))
        found = {"tutored": loss / batch.tokens}
        flags = self._flag_loss(own.flags, said.flags.float(), mask, batch.texts[rows], batch.flags)
        return found if flags is None else {**found, "tutored_flags": flags}

    def _knows(self, window: Window, layer: int) -> bool:
        example = window.example
        return example.source != OWN_GUIDE and (example.language, layer) in self.lessons

    def _flag_loss(self, own: Tensor, said: Tensor, mask: Tensor, texts: Tensor, labels: Tensor) -> Tensor | None:
        losses = []
        for text in texts.unique().tolist():
            for flag in self.flags:
                if labels[text, flag] >= 0:
                    pieces = (texts == text)[:, None] & (mask > 0)
                    one, other = (pooled(given[pieces][:, flag]) for given in (own, said))
                    losses.append(functional.binary_cross_entropy_with_logits(one, other.sigmoid()))
        return torch.stack(losses).sum() if losses else None


def _tag_loss(own: Tensor, told: Sequence[Tensor], pieces: Tensor, asked: Tensor) -> Tensor:
    total = own.new_zeros(())
    for number, columns in enumerate(layer_slices().values()):
        here = pieces & asked[:, number, None]
        if bool(here.any()):
            others = torch.stack([given[here][:, columns].log_softmax(-1) for given in told])
            mean = others.logsumexp(0) - math.log(len(told))
            one = own[here][:, columns].log_softmax(-1)
            total = total + functional.kl_div(one, mean, reduction="sum", log_target=True)
    return total


def lessons_of(windows: Iterable[Window]) -> tuple[frozenset[Lesson], frozenset[int]]:
    """What a run that learned these windows can be asked: languages with layers, and flags."""
    lessons: set[Lesson] = set()
    flags: set[int] = set()
    for window in windows:
        lessons |= {(window.example.language, layer) for layer in window.tags}
        flags |= {FLAGS.index(name) for name in window.flags}
    return frozenset(lessons), frozenset(flags)
