"""Who speaks without a name is somebody of the right kind, whoever is named beside; people are invented."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Kolenko's office said that he was well.", "organisation", "Kolenko's office"),
        ("The Tajik border service's office in Sughd said two men had crossed.", "organisation", "Sughd"),
        ("Trofimov's spokesman said that talks would go on.", "person", "spokesman"),
        ("Residents of Tajikistan's Vorukh exclave told reporters that shots were heard.", "group", "residents"),
        ("Two Road Ministry officials said that the bridge was shut.", "organisation", "Road Ministry"),
        (
            "A source in the office of Road Minister Oleg Trofim said that he had fled.",
            "person",
            "source in the office",
        ),
        ("Prosecutors in Osh said that the mayor had fled.", "group", "prosecutors"),
        ("Глава Минфина отметил, что цены растут.", "person", "глава Минфина"),
        ("Посол Казахстана сообщил, что граница открыта.", "person", "посол Казахстана"),
        ("Пресс-секретарь Трофима заявил, что переговоры продолжатся.", "person", "пресс-секретарь Трофима"),
        ("Адвокат Коленкова сообщил, что суд отложили.", "person", "адвокат Коленкова"),
        ("Адвокат Коленкова сообщила, что суд отложили.", "person", "Коленкова"),
        ("Қырғызстанның шекара қызметінің мәліметінше, екі адам ұсталды.", "organisation", "шекара қызметі"),
    ],
)
def test_a_source_without_a_name_is_somebody(text: str, kind: str, name: str) -> None:
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05"))
    (attribution,) = reading.attributions
    (source,) = [entity for entity in reading.entities if entity.id == attribution.source]
    assert source.kind == kind
    assert name in source.name


def test_the_name_behind_a_title_speaks() -> None:
    text = "The presidency's secretary-general, Abdu Sisse, said that the talks had failed."
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05"))
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names.get(item.source or "") for item in reading.attributions] == ["Abdu Sisse"]


def test_a_kazakh_paper_is_nobody() -> None:
    text = "«Жол ашылды», – делінген ресми хабарламада."
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05", language="kk"))
    (attribution,) = reading.attributions
    assert (attribution.source, attribution.source_text) == (None, "ресми хабарламада")


@pytest.mark.parametrize("word", ["who", "whose", "my", "that"])
def test_a_word_that_only_points_at_somebody_is_nobody(word: str) -> None:
    text = (
        "Saudi envoys hand out a white paper that details its efforts. It was greeted by clerks, who said that it was "
        "late. My impression is that it is late. The port hired an engineer whose advice was that it should close."
    )
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05"))
    assert word not in {entity.name.lower() for entity in reading.entities}


def test_a_paper_told_again_is_the_same() -> None:
    text = (
        "A watchdog published its findings on Friday. The report said that the dam was weak. It was built in 1960. "
        "The report said that the mayor knew. According to a review of the records, nobody was warned."
    )
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05"))
    kinds = {entity.id: (entity.name, entity.kind) for entity in reading.entities}
    sources = [kinds.get(item.source or "") for item in reading.attributions]
    assert sources == [("the report", "other"), ("the report", "other"), ("a review of the records", "other")]
    assert len({item.source for item in reading.attributions}) == len(sources) - 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ivan Orlan left. Orlan supporters said that the vote was unfair.", "supporters"),
        ("Ann Lee aides say that the road is shut.", "Ann Lee aides"),
        ("Ann Lee said it was fair. Orlan campaign spokesman Tim Oak said that it was not.", "Tim Oak"),
    ],
)
def test_who_only_narrows_a_noun_does_not_speak(text: str, name: str) -> None:
    reading = make_reader(engine="joined").read(Document(text, published="2024-03-05"))
    names = {entity.id: entity.name for entity in reading.entities}
    assert names.get(reading.attributions[-1].source or "") == name
