import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.packs.model import Pack, Place
from sholu.packs.packs import Packs
from sholu.reading.page import Page
from sholu.reading.places import PlaceMention, country_adjectives, find_places
from sholu.reading.places.model import Candidate

RENAMED = Place(
    "t:newtown", {"en": ("Newtown",), "ru": ("Новгородок",), "kk": ("Жаңақала",)}, "city", "KZ", 50.0, 70.0,
    former=(("Oldtown", "1998"),),
)  # fmt: skip
PACKS = Packs([Pack("test", "Test", "1", places=(RENAMED,))])
NONE = Packs([])


def places(text: str, tag: str = "en", packs: Packs = NONE, outlet: str | None = None) -> list[PlaceMention]:
    return find_places(Page(Document(text, outlet=outlet, language=tag), tag), packs, gazetteer())


def named(text: str, tag: str = "en", packs: Packs = NONE) -> list[tuple[str, str, str | None]]:
    return [(place.span.of(text), place.kind, place.country) for place in places(text, tag, packs)]


@pytest.mark.parametrize(
    ("text", "tag", "wanted"),
    [
        ("The minister flew to Almaty and Tashkent.", "en", [("Almaty", "city", "KZ"), ("Tashkent", "city", "UZ")]),
        ("A plant opened in Paris, Texas.", "en", [("Paris", "city", "US"), ("Texas", "region", "US")]),
        ("The Kazakh-Uzbek border was shut.", "en", [("Kazakh-Uzbek border", "border", "KZ")]),
        ("Fish die in Lake Baikal.", "en", [("Lake Baikal", "lake", "RU")]),
        ("He lives on Alder Road in Leeds.", "en", [("Alder Road", "street", "GB"), ("Leeds", "city", "GB")]),
        ("A Texas-based firm won.", "en", [("Texas", "region", "US")]),
        ("Встреча прошла в Астане.", "ru", [("Астане", "city", "KZ")]),
        ("Он вернулся из Нижнего Новгорода.", "ru", [("Нижнего Новгорода", "city", "RU")]),
        ("Казахстанско-узбекская граница закрыта.", "ru", [("Казахстанско-узбекская граница", "border", "KZ")]),
        ("Жиын Алматыда өтті.", "kk", [("Алматыда", "city", "KZ")]),
        ("Ол Қырғызстаннан келді.", "kk", [("Қырғызстаннан", "country", "KG")]),
    ],
)
def test_places_of_a_sentence(text: str, tag: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert named(text, tag) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Houston said so.",
        "In Bolton's view it was too late.",
        "Edgar Lincoln and Maria Madison agreed.",
        "The Kazakh president spoke.",
        "It rained in March and on Monday.",
        "Of course it did.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert named(text) == []


def test_somebody_beside_a_country_is_no_town_in_it() -> None:
    text = "The lawyer Ruth Bolton flew to Libya. Asked about Libya, Bolton said so. In Bolton's view it failed."
    assert {words for words, _, _ in named(text)} == {"Libya"}


def test_great_cities_do_not_become_villages_of_their_names() -> None:
    found = places("They met in Madrid and in London. Then they flew to Paris, Berlin and Vienna.")
    assert [place.country for place in found] == ["ES", "GB", "FR", "DE", "AT"]


def test_neighbours_decide_between_namesakes() -> None:
    text = "A storm hit Louisiana. Power failed in Alexandria, in Baton Rouge and in Shreveport."
    assert {place.country for place in places(text)} == {"US"}


def test_georgia_by_its_company() -> None:
    by_name = {place.span.start: place for place in places("Georgia and Azerbaijan signed. Tbilisi was glad.")}
    assert by_name[0].country == "GE"
    american = places("Voters in Atlanta, Savannah and Macon went out. Georgia and Alabama have runoffs.")
    assert all(place.country == "US" for place in american)


def test_a_domain_tells_the_country() -> None:
    found = places("A fair opened in London today.", outlet="example-press.ca")
    assert found[0].country in {"CA", "GB"}
    assert found[0].point is not None


@pytest.mark.parametrize(("text", "tag"), [("It began in Newtown.", "en"), ("Прибыл в Новгородок.", "ru")])
def test_a_pack_goes_first(text: str, tag: str) -> None:
    (place,) = places(text, tag, PACKS)
    assert (place.pack, place.country) == ("t:newtown", "KZ")


def test_points_and_ids_are_looked_up() -> None:
    (place,) = places("Snow fell in Almaty.")
    assert place.geonames == 1526384
    assert place.point is not None
    assert abs(place.point.lat - 43.25) < 0.1


def test_country_adjectives() -> None:
    text = "South Korean and Kazakh firms met Russians; a French-German plan failed."
    words = country_adjectives(Page(Document(text), "en"))
    assert [(word.span.of(text), word.country) for word in words] == [
        ("South Korean", "KR"), ("Kazakh", "KZ"), ("Russians", "RU"), ("French", "FR"), ("German", "DE"),
    ]  # fmt: skip
    assert words[2].kind == "people"


def test_russian_country_adjectives() -> None:
    text = "Казахстанско-российские переговоры; американские и турецкие компании; россияне довольны."
    words = country_adjectives(Page(Document(text), "ru"))
    assert [word.country for word in words] == ["KZ", "RU", "US", "TR", "RU"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["en", "ru", "kk"]),
    st.lists(
        st.sampled_from(
            [
                "Paris",
                "Texas",
                ",",
                ".",
                "in",
                "St",
                "Алматы",
                "в",
                "граница",
                "Lake",
                "County",
                "U.S.",
                "-",
                "’s",
                "(",
                "\n\n",
            ]
        )
        | st.text(max_size=6),
        max_size=14,
    ),
)
def test_spans_stand_in_the_text(tag: str, words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    found = places(text, tag)
    for place in found:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text).strip() == place.span.of(text)
        assert 0.0 <= place.confidence <= 1.0
    assert [place.span.start for place in found] == sorted(place.span.start for place in found)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The flood began in Qumtarbaq near Osh.", True),
        ("The flood began in Qumtarbaq after a wet and very long winter, and help came from Osh.", False),
    ],
)
def test_a_place_that_only_the_text_knows_has_about_the_point_of_a_town_beside_it(text: str, known: bool) -> None:
    found = {place.span.of(text): place.point for place in places(text)}
    assert found["Osh"] is not None
    assert (found["Qumtarbaq"] == found["Osh"]) is known


def test_names_in_a_list_share_the_noun_behind_it() -> None:
    found = places("Fires burned in Douglas, Sarpy and Lancaster counties of Nebraska.")
    counties = [(place.name, place.kind, place.admin1) for place in found[:3]]
    assert counties == [
        ("Douglas County", "county", "NE"), ("Sarpy County", "county", "NE"), ("Lancaster County", "county", "NE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Envoys from Washington flew to Gaza by way of Egypt and Israel.", "DC"),
        ("Fires spread from Spokane and Tacoma through Washington to Oregon.", "WA"),
    ],
)
def test_the_company_of_a_capital_tells_it_from_a_province(text: str, wanted: str) -> None:
    assert {place.name: place.admin1 for place in places(text)}["Washington"] == wanted


def test_a_border_is_compared_with_the_places_on_its_own_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    covers, asked = Candidate.covers, []
    monkeypatch.setattr(Candidate, "covers", lambda one, other: asked.append(other) or covers(one, other))

    def comparisons(count: int) -> int:
        asked.clear()
        found = places("Кыргызско-узбекская граница закрыта в Ташкенте. " * count, "ru")
        assert len(found) == 2 * count
        return len(asked)

    assert comparisons(200) <= 6 * comparisons(50)


def test_somebody_called_as_a_town_was_once_is_no_reason_to_doubt_the_town() -> None:
    town = Place("t:town", {"en": ("Sharqala",)}, "city", "KZ", 50.0, 70.0, former=(("Borish", "1998"),))
    packs = Packs([Pack("test", "Test", "1", places=(town,))])
    text = "President Borish Hevel spoke. But Sharqala did not abandon its hope."
    assert named(text, packs=packs) == [("Sharqala", "city", "KZ")]
    assert named("President Sharqala Hevel spoke. But Sharqala did not abandon its hope.", packs=packs) == []
