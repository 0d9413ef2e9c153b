"""Kazakh converbs: what the end of the sentence says of them."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Асан Серіков қызметінен босатылып, облысқа әкім болып тағайындалуы мүмкін.", "possible"),
        ("Асан Серіков қызметінен босатылып, орнына Ербол Асанов тағайындалды.", "actual"),
        ("«Асан Серіков қызметінен босатылып кетті», — деп айтуы мүмкін.", "actual"),
    ],
)
def test_strength_of_a_converb(text: str, modality: str) -> None:
    reading = ExactReader().read(Document(id="d", text=text, language="kk", published="2024-05-15"))
    assert next(event for event in reading.events if event.type == "LEAVE_OFFICE").modality == modality
