"""Places of which the text says in which country or region they lie."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Guards held two men at Zheleznodorozhnyy in Atyrau Region, going to Russia.", "Zheleznodorozhnyy", "KZ"),
        ("Guards stood at the Aul Zheleznodorozhnyy (Railway) checkpoint in Atyrau Region.", "Zheleznodorozhnyy", "KZ"),
        ("Soldiers were shot near Pervomayskoye in Moldova, not in Russia.", "Pervomayskoye", "MD"),
        ("The men, from Zheleznodorozhnyy in Russia, went to Atyrau Region.", "Zheleznodorozhnyy", "RU"),
        ("A march was held in London in Ontario.", "London", "CA"),
    ],
)
def test_a_place_lies_where_the_text_puts_it(text: str, name: str, country: str) -> None:
    found = make_reader(engine="exact").read(Document(text, published="2024-03-05")).entities
    assert {entity.country for entity in found if name in entity.name} == {country}
