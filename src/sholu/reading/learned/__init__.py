"""The learned half: one small encoder that marks spans and links them, asked by the stages of the reader."""

from sholu.reading.learned.marks import Mark, Marks
from sholu.reading.learned.tagging import mark
from sholu.reading.learned.weights import Weights, has_weights, load_weights, weights_folder

__all__ = ["Mark", "Marks", "Weights", "has_weights", "load_weights", "mark", "weights_folder"]
