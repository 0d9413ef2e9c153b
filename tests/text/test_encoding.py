import pytest

from sholu.errors import Rejected
from sholu.text.encoding import codec, decode

RUSSIAN = "Министр иностранных дел заявил, что страна готова к переговорам о границе."
KAZAKH = "Үкімет отырысында Сыртқы істер министрі мәлімдеме жасады, деп хабарлады агенттік."
LATIN = "The “Café” ministry – naïve, as ever – declared a year’s delay in all of the works."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8_r", "cp866", "iso8859_5"]
)
def test_russian_is_found_in_every_code_page(encoding: str):
    assert decode(RUSSIAN.encode(encoding))[0] == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "kz1048", "ptcp154", "utf-16"])
def test_kazakh(encoding: str):
    assert decode(KAZAKH.encode(encoding))[0] == KAZAKH


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_latin(encoding: str):
    assert decode(LATIN.encode(encoding))[0] == LATIN


def test_a_declaration_is_believed():
    page = '<meta charset="windows-1251"><p>Ош</p>'.encode("cp1251")
    assert decode(page)[1] == "windows-1251"


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"", None, "empty"),
        (b" \n\0", None, "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "binary"),
        (RUSSIAN.encode("cp1251"), "utf-8", "encoding-wrong"),
        (b"text", "no-such", "encoding-wrong"),
    ],
)
def test_refusals_have_a_code_and_a_hint(data: bytes, encoding: str | None, code: str):
    with pytest.raises(Rejected) as caught:
        decode(data, encoding=encoding)
    assert caught.value.code == code
    assert caught.value.hint


ODD = ["idna", "punycode", "zlib", "bz2", "rot13", "hex", "base64", "uu", "quopri", "unicode_escape", "utf-7"]


@pytest.mark.parametrize("name", [*ODD, "undefined", "charmap", "cp037", "no-such", "a\0b", "", "x" * 500])
def test_only_encodings_of_texts_can_be_named(name: str):
    for data in (b"xn--80ak6aa92e", RUSSIAN.encode(), b"x\x9c\x03\0\0\0\0\x01"):
        with pytest.raises(Rejected) as caught:
            decode(data, encoding=name)
        assert caught.value.code == "encoding-wrong"


@pytest.mark.parametrize("name", ODD)
def test_an_odd_declaration_is_passed_over(name: str):
    page = f'<meta charset="{name}"><p>{RUSSIAN}</p>'.encode("cp1251")
    text, found = decode(page)
    assert (RUSSIAN in text, found) == (True, "cp1251")


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "UTF-16LE"])
def test_a_page_that_reads_as_ascii_is_in_no_wide_encoding(name: str):
    page = f'<meta charset="{name}"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decode(page)[0]


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("Windows-1251", "cp1251"),
        ("UTF8", "utf-8"),
        ("latin1", "iso8859-1"),
        ("us-ascii", "ascii"),
        ("KOI8-U", "koi8-u"),
        ("kz1048", "kz1048"),
        ("gb2312", "gb2312"),
        ("Shift_JIS", "shift_jis"),
    ],
)
def test_encodings_go_by_their_other_names(name: str, python: str):
    assert codec(name) == python
