"""Days that are kept: their names are no people, bodies or places."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Constitution Day the council met in Osh.", {"Osh"}),
        ("Spending on Victory Day and Independence Day fell in Osh.", {"Osh"}),
        ("The singer Doris Day came to Osh.", {"Doris Day", "Osh"}),
        ("В День Конституции в Оше собрался совет.", {"Ош"}),
        ("После Дня Победы и Дня защитника Отечества в Оше было тихо.", {"Ош"}),
        ("День Казахстана отметили и в Оше.", {"Казахстан", "Ош"}),
        ("День Ивана Петрова начался в Оше.", {"Иван Петров", "Ош"}),
    ],
)
def test_a_day_that_is_kept_is_nobody(text: str, names: set[str]) -> None:
    read = make_reader(engine="exact").read(Document(text, published="2024-03-05"))
    assert {entity.name for entity in read.entities if entity.mentions[0].form == "name"} == names
