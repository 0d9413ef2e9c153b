import pytest

from sholu.model.document import Document
from sholu.reading.chunks import chunks_of
from sholu.reading.kazakh_groups import groups_of
from sholu.reading.page import Page


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Үкімет келісімге келді", [("Үкімет", "nom"), ("келісімге", "dat")]),
        ("Содырлар шекара бекетіне кірді", [("Содырлар", "nom"), ("шекара бекетіне", "dat")]),
        ("Тұрғындар үкіметтен жолды сұрады", [("Тұрғындар", "nom"), ("үкіметтен", "abl"), ("жолды", "acc")]),
        ("Бұл шешім бағаның өсуіне әкелді", [("Бұл шешім", "nom"), ("бағаның өсуіне", "dat")]),
    ],
)
def test_groups_end_with_their_case(text: str, wanted: list[tuple[str, str]]) -> None:
    page = Page(Document(text), "kk")
    groups = groups_of(chunks_of(page), 0, len(page.tokens) - 2)
    assert [(page.span(group.first, group.last).of(text), group.case) for group in groups] == wanted
