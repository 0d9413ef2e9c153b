"""Russian words that look like somebody's speech, and which of the names beside a verb speaks."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.reader import ExactReader
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.reading.speech.unsaid import is_unsaid, subject_of


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def sources(reader: ExactReader, text: str) -> list[str | None]:
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    return [names.get(one.source or "") for one in reading.attributions]


def test_what_somebody_is_only_asked_to_tell_is_not_told(reader: ExactReader) -> None:
    text = "Горожане потребовали, чтобы Олег Грушин пришёл и сам рассказал, что уволены прежние сторожа."
    assert "сам" not in [one.source_text for one in reader.read(Document(text, language="ru")).attributions]
    assert sources(reader, "Чтобы успокоить город, Олег Грушин сказал, что мост цел.") == ["Олег Грушин"]


@pytest.mark.parametrize(
    ("text", "head", "who"),
    [
        ("Николаю Сливину Олег Грушин ответил отказом.", (0, 3), (2, 3)),
        ("Олег Грушин ответил отказом.", (0, 1), (0, 1)),
        ("Николая Сливина суд считает поджигателем.", (0, 1), (2, 2)),
        ("Николая Сливина считает поджигателем.", (0, 1), None),
        ("Слова Николая Сливина приводит газета.", (1, 2), (1, 2)),
    ],
)
def test_who_speaks_stands_in_the_nominative(text: str, head: Phrase, who: Phrase | None) -> None:
    page, entities = Page(Document(text, language="ru"), "ru"), EntityIndex()
    for name in ("Николаю Сливину", "Николая Сливина", "Олег Грушин"):
        if (start := text.find(name)) >= 0:
            entities.add("person", name, [Mention(start, start + len(name))])
    scene = Scene(page)
    cue = next(i for i, token in enumerate(page.tokens) if token.lower in ("ответил", "считает", "приводит"))
    draft = Draft((cue, cue), head, head, [page.span(cue, cue + 1)], 0.9, 0, "marked")
    assert subject_of(scene, entities, draft) == who


@pytest.mark.parametrize(("text", "unsaid"), [("К слову, мост цел.", True), ("По слухам, мост цел.", False)])
def test_a_turn_of_phrase_is_nobodys_speech(text: str, unsaid: bool) -> None:
    page = Page(Document(text, language="ru"), "ru")
    draft = Draft((0, 1), None, None, [page.span(3, 4)], 0.9, 0, "marked")
    assert is_unsaid(Scene(page), draft) == unsaid
