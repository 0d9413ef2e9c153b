"""The whole way from a text to its entities, in the three languages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.packs import Packs
from sholu.reading.names import find_entities
from sholu.reading.page import Page
from tests.reading.names.conftest import PACK, Read, named, texts

ENGLISH = (
    "Kazakh Deputy Fisheries Minister Arman Altynov met Roza Temirova on Monday. He told her that the Orchard "
    "Monitoring Committee (OMC) had failed. The OMC denied it, and the committee sued Altynov (The Steppe Bell, May 4)."
)
RUSSIAN = (
    "Министр рыбного хозяйства Арман Алтынов встретился с Розой Темировой. Он сообщил об этом в Алма-Ате. "
    "По словам Темировой, Министерство рыбного хозяйства Казахстана молчит. «Мне нечего сказать», — добавила она."
)
KAZAKH = (
    "Балық шаруашылығы министрі Арман Алтынов Алматыда болды. Алтыновтың айтуынша, Балық шаруашылығы министрлігі үнсіз."
)


def test_english_people_are_one_with_surname_and_pronoun(read: Read) -> None:
    entities = read(ENGLISH, "en")
    altynov = named(entities, "Arman Altynov")
    assert texts(ENGLISH, altynov) == ["Arman Altynov", "He", "Altynov"]
    assert (altynov.kind, altynov.country, altynov.same_as) == ("person", "KZ", {"pack": "tiny:altynov"})
    temirova = named(entities, "Roza Temirova")
    assert texts(ENGLISH, temirova) == ["Roza Temirova", "her"]


def test_english_institution_with_abbreviation_and_short_nominal(read: Read) -> None:
    committee = named(read(ENGLISH, "en"), "Orchard Monitoring Committee")
    assert texts(ENGLISH, committee) == ["Orchard Monitoring Committee", "OMC", "OMC", "the committee"]
    assert [mention.form for mention in committee.mentions] == ["name", "name", "name", "nominal"]
    assert committee.sector == ("GOV",)
    assert "OMC" in committee.aliases


def test_credited_outlet_is_the_packs(read: Read) -> None:
    bell = named(read(ENGLISH, "en"), "The Steppe Bell")
    assert (bell.kind, bell.same_as) == ("outlet", {"pack": "tiny:bell"})


def test_russian_names_go_back_to_the_nominative(read: Read) -> None:
    entities = read(RUSSIAN, "ru")
    temirova = named(entities, "Роза Темирова")
    assert texts(RUSSIAN, temirova) == ["Розой Темировой", "Темировой", "она"]
    assert texts(RUSSIAN, named(entities, "Арман Алтынов")) == ["Арман Алтынов", "Он"]
    ministry = named(entities, "Министерство рыбного хозяйства Казахстана")
    assert (ministry.kind, ministry.country, ministry.sector) == ("organisation", "KZ", ("GOV",))


def test_kazakh_suffixes_come_off(read: Read) -> None:
    entities = read(KAZAKH, "kk")
    assert texts(KAZAKH, named(entities, "Арман Алтынов")) == ["Арман Алтынов", "Алтыновтың"]
    assert named(entities, "Балық шаруашылығы министрлігі").kind == "organisation"
    assert named(entities, "Алматы").kind == "place"


def test_a_country_written_small_is_a_nominal_in_russian(read: Read) -> None:
    text = "Россия ответила. По мнению российских властей, спор окончен."
    assert texts(text, named(read(text, "ru"), "Россия")) == ["Россия", "российских"]


WORDS = (
    "Arman Altynov OMC ( ) « » “ ” ' ’s , . – the of and Ministry Министерство министрлігі президент President Он he "
    "№5 5 Алматы Almaty Kazakh казахский J. И. И.П. Bell.kz https://bell.kz/x 'X' II St. de ван"
)
words = st.sampled_from([*WORDS.split(), "\n", "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(words, max_size=30).map(" ".join) | st.text(max_size=80), st.sampled_from(["en", "ru", "kk"]))
def test_mentions_lie_in_the_text_and_are_nobody_elses(text: str, tag: str) -> None:
    page = Page(Document(text), tag)
    seen = set()
    for entity in find_entities(page, Packs([PACK]), gazetteer(), []).entities():
        assert entity.mentions
        assert entity.name.strip()
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.span.of(text).strip() == mention.span.of(text)
            assert mention.span not in seen
            seen.add(mention.span)


def test_what_words_are_according_to_is_no_place(read: Read) -> None:
    said = {entity.name: entity.kind for entity in read("Prices rose, according to Zemlyor.", "en")}
    assert said.get("Zemlyor") != "place"
    told = {entity.name: entity.kind for entity in read("The envoys flew to Zemlyor.", "en")}
    assert told["Zemlyor"] == "place"
