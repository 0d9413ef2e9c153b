"""A whole reading by both halves: in each language, of strange texts, and what it says of itself."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import JoinedReader
from tests.grounded import assert_grounded

ENGLISH = (
    "OSH — Governor Ann Lee said on Monday that police had detained 34 miners after a rally in Osh, and that the "
    "strike could last a month. “We will not pay twice,” she told reporters. The union denied that anyone was hurt."
)
RUSSIAN = (
    "Министр энергетики Анна Ли заявила в понедельник, что полиция задержала 34 шахтёра после митинга в Караганде. "
    "«Мы не будем платить дважды», — сказала она журналистам. По её словам, забастовка может продлиться месяц."
)
KAZAKH = (
    "Энергетика министрі Анна Ли дүйсенбі күні полиция Қарағандыдағы митингіден кейін 34 кеншіні ұстағанын айтты. "
    "«Біз екі рет төлемейміз», — деді ол журналистерге. Оның айтуынша, ереуіл бір айға созылуы мүмкін."
)
STRANGE = {
    "one word": "a" * 20_000,
    "brackets": "(" * 10_000 + " Ann Lee said so " + ")" * 10_000,
    "capitals": "GOVERNOR ANN LEE SAID ON MONDAY THAT POLICE HAD DETAINED 34 MINERS IN OSH. " * 20,
    "mixed": "Ann Lee сказала «жоқ» 😀 \u202eright to left\u202c ab\u200bcd שלום 漢字 said that. " * 20,
    "lines": "\n".join("Osh" for _ in range(2000)),
    "quotes": '"' * 3000,
}


@pytest.fixture(scope="module")
def reader() -> JoinedReader:
    return JoinedReader(explain=True)


def read(reader: JoinedReader, text: str, language: str) -> Reading:
    reading = reader.read(Document(text, published="2026-03-05", language=language))
    assert_grounded(reading)
    return reading


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru"), (KAZAKH, "kk")])
def test_each_language_is_read_by_both_halves(reader: JoinedReader, text: str, language: str):
    reading = read(reader, text, language)
    names = {entity.id: entity.name for entity in reading.entities}
    assert {"Ann Lee", "Анна Ли"} & set(names.values())
    assert any(names.get(item.source or "") in ("Ann Lee", "Анна Ли") for item in reading.attributions)
    assert any(item.mode == "direct" for item in reading.attributions)
    assert any(item.type == "COERCE" for item in reading.events)
    assert any(item.value == 34 for item in reading.quantities)
    assert any(item.value == "2026-03-02" for item in reading.times)
    assert any(item.hedged for item in reading.judgements)


def test_i_is_whoever_speaks(reader: JoinedReader):
    text = (
        "Investment minister Aset Isen was appointed mayor while his deputy Zhenis Kasin became minister.\n\n"
        "“I think this is the answer to all those events,” said political analyst Dosym Satin."
    )
    named = {entity.name: entity.mentions for entity in read(reader, text, "en").entities}
    who = {name for name, mentions in named.items() for one in mentions if one.span.of(text) == "I"}
    assert who == {"Dosym Satin"}


def test_every_item_says_what_made_it(reader: JoinedReader):
    reading = read(reader, ENGLISH, "en")
    items = [*reading.attributions, *reading.events, *reading.quantities, *reading.judgements, *reading.times]
    assert all(item.basis for item in items)
    assert {part.half for item in items for part in item.basis} == {"exact", "learned"}


def test_unless_asked_nothing_says_what_made_it():
    reading = JoinedReader().read(Document(ENGLISH, published="2026-03-05", language="en"))
    assert all(not item.basis for item in (*reading.attributions, *reading.events, *reading.entities))


@pytest.mark.parametrize("name", STRANGE)
def test_strange_texts_are_read(reader: JoinedReader, name: str):
    for language in ("en", "kk"):
        read(reader, STRANGE[name], language)


def test_the_same_text_gives_the_same_reading(reader: JoinedReader):
    one = read(reader, ENGLISH, "en")
    reader.read_all([Document(RUSSIAN, language="ru"), Document(KAZAKH, language="kk")])
    assert read(reader, ENGLISH, "en") == one
    beside = reader.read_all(
        [Document(RUSSIAN, language="ru"), Document(ENGLISH, published="2026-03-05", language="en")]
    )[1]
    assert beside == one


def test_a_long_text_is_read_to_its_end(reader: JoinedReader):
    reading = read(reader, (ENGLISH + "\n\n") * 40, "en")
    last = (len(ENGLISH) + 2) * 39
    assert any(item.evidence.start > last for item in reading.events)
    assert any(item.content[0].start > last for item in reading.attributions)
