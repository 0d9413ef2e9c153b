"""Halves of a year that no year stands beside: the running one, unless the sentence looks back."""

import pytest

from sholu.model.document import Document
from sholu.reading.page import Page
from sholu.reading.times import find_times


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "The two sides begin talks on the price for the second half of the year.", "2026-07/2026-12"),
        ("en", "Exports fell in the second half of the year.", "2025-07/2025-12"),
        ("en", "Exports rose in the first half of 2024.", "2024-01/2024-06"),
        ("ru", "Стороны начнут переговоры о цене на второе полугодие.", "2026-07/2026-12"),
        ("ru", "Во втором полугодии экспорт снизился.", "2025-07/2025-12"),
    ],
)
def test_halves(tag: str, text: str, value: str) -> None:
    (found,) = find_times(Page(Document(text, published="2026-03-15", language=tag), tag))
    assert found.value == value
