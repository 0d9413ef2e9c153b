"""Russian noun phrases as they are called by themselves."""

import pytest

from sholu.reading.languages.nominative import nominative_phrase


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("областного суда города", "областной суд города"),
        ("пресс-службе областного суда", "пресс-служба областного суда"),
        ("местных предпринимателей", "местные предприниматели"),
        ("властей Казахстана", "власти Казахстана"),
        ("его заместителя", "его заместитель"),
        ("экс-министра обороны", "экс-министр обороны"),
        ("бывшей главы банка", "бывшая глава банка"),
        ("Северной Осетии", "Северная Осетия"),
        ("Сливгренской шахте", "Сливгренская шахта"),
        ("обвиняемого", "обвиняемый"),
        ("отдел транспорта", "отдел транспорта"),
        ("главного штаба войск", "главный штаб войск"),
        ("главного судебного пристава", "главный судебный пристав"),
    ],
)
def test_the_noun_and_what_agrees_with_it_go_back_to_the_nominative(words: str, called: str) -> None:
    assert " ".join(nominative_phrase(words.split())) == called


@pytest.mark.parametrize("words", ["судьи района", "трёх депутатов", "рядом с домом", ""])
def test_other_words_stay(words: str) -> None:
    assert " ".join(nominative_phrase(words.split())) == words
