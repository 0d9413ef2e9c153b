"""Which body a Kazakh noun phrase may mean."""

import pytest

from sholu.model.reading import Entity
from sholu.reading.joined.kazakh_nominals import may_be_called
from sholu.text.tokens import tokenise


@pytest.mark.parametrize(
    ("words", "name", "able"),
    [
        ("сот", "Дала үні", False),
        ("сот", "Тараз қалалық соты", True),
        ("полиция департаменті", "Ішкі қауіпсіздік департаменті", False),
        ("полиция департаменті", "Тараз полиция департаменті", True),
        ("ведомство", "Дала үні", True),
    ],
)
def test_what_a_body_may_be_called(words: str, name: str, able: bool) -> None:
    assert may_be_called(list(tokenise(words)), Entity("e1", "organisation", name)) is able
