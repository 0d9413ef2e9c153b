import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sholu.model.span import Span
from sholu.text.normalise import Normalised


def test_plain_text_is_left_alone():
    assert not Normalised("Қазақстан – élan").changed


def test_invisible_characters_and_combining_marks_go_and_come_back():
    original = "и\u0306од ко\u00adро\u200bва е\u0308ж"
    normalised = Normalised(original)
    assert normalised.text == "йод корова ёж"
    for word in normalised.text.split():
        start = normalised.text.index(word)
        back = normalised.back(Span(start, start + len(word))).of(original)
        assert unicodedata.normalize("NFC", back).replace("\u00ad", "").replace("\u200b", "") == word


@given(st.text(alphabet="aеиқ \u0306\u0308\u0301\u00ad\u200b\ufeff", max_size=40))
def test_every_character_maps_into_the_original(original: str):
    normalised = Normalised(original)
    last = 0
    for at, char in enumerate(normalised.text):
        back = normalised.back(Span(at, at + 1))
        assert last <= back.start < back.end <= len(original)
        last = back.start
        assert char in unicodedata.normalize("NFC", back.of(original)) or unicodedata.combining(char)
