"""All examples of a run, and their windows: what batches are drawn from and figures taken on."""

from typing import TypeVar

from tokenizers import Tokenizer

from training.batches import Bundle, bundles
from training.example import Example
from training.run import Plan
from training.sets import Places, chosen, read_set
from training.windows import SIZE, cut

SIZES = (SIZE, SIZE, SIZE // 2, SIZE // 4)
"""Lengths of windows to learn from, text by text."""

T = TypeVar("T")


def read_examples(places: Places, plan: Plan, split: str) -> dict[str, list[Example]]:
    """The examples of all sets of the plan in one split."""
    return {data.name: read_set(data, places, split) for data in chosen(plan.sets)}


def windows_of(
    examples: dict[str, list[Example]], tokenizer: Tokenizer, limit: int | None, overlap: int | None = None
) -> dict[str, list[Bundle]]:
    """The windows of each set, about `limit` of each at most, spread over it.

    They overlap by `overlap` pieces and are all as long as can be; without it, they overlap by a quarter and differ in
    length from text to text, so that heads which only long articles teach know short texts too.
    """
    sizes = [(size, size // 4) for size in SIZES] if overlap is None else [(SIZE, overlap)]
    found: dict[str, list[Bundle]] = {}
    for name, texts in examples.items():
        kept = texts if limit is None else _spread(texts, limit)
        windows = [
            window
            for number, example in enumerate(kept)
            for window in cut(example, tokenizer, *(sizes[number % len(sizes)]))
        ]
        made = bundles(windows)
        found[name] = made if limit is None else _spread(made, limit)
    return found


def _spread(items: list[T], limit: int) -> list[T]:
    step = max(1.0, len(items) / limit)
    return [items[int(number * step)] for number in range(min(limit, len(items)))]
