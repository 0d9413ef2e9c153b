"""What can be asked of packs: names, domains, volumes and offices, over a small pack made for the purpose."""

from pathlib import Path

import pytest

from sholu.packs import Packs, load_packs
from sholu.packs.model import Kind
from sholu.text.tokens import tokenise
from tests.packs.finding import pack_phrases

FILES = {
    "pack": 'name = "own"\nprefix = "own"\ntitle = "Own"\nversion = "1"\nlicence = "CC0-1.0"\nas_of = "2010-06"\n',
    "outlets": """
[post]
name.en = ["Morning Post", "Post"]
name.ru = ["Утренняя почта", "Почта"]
everyday.ru = "Почта"
former.en = "Evening Herald"
language = ["en", "ru"]
kind = "newspaper"
domain = "post.example"

[herald]
name.en = "Evening Herald"
language = "en"
kind = "newspaper"
""",
    "serials": '[digest]\noutlet = "post"\nname = "Morning Digest"\nfirst_volume = 3\nfirst_year = 2004\n',
    "organisations": """
[a-ministry]
name.en = ["Ministry of Roads of Tarlan", "Ministry of Roads"]
name.ru = "Министерство дорог"
name.kk = "Жол министрлігі"
abbreviation.en = "WHO"
abbreviation.kk = "ЖМ"
kind = "ministry"
country = "KZ"

[b-ministry]
name.en = ["Ministry of Roads of Dalan", "Ministry of Roads"]
kind = "ministry"
country = "KG"
""",
    "places": """
[tarlan]
name.en = "Tarlan"
name.ru = "Тарлан"
adjective.en = "Tarlanian"
adjective.ru = "тарланский"
former = [["Krasny Put", "1992"], ["Красный Путь", "1992"]]
kind = "city"
""",
    "people": '[a]\nname.en = "A"\n\n[b]\nname.en = "B"\n\n[c]\nname.en = "C"\n',
    "holdings": """
[minister]
office = "foreign minister"
country = "KZ"
organisation = "a-ministry"
holders = [["a", "1999-10-13", "2002-01"], ["b", "2002-01", "2007-01-11"], ["c", "2007-01-11", ".."]]

[mayor]
office = "mayor"
organisation = "b-ministry"
holders = [["a", "2003", ""], ["b", "", "1999"]]
""",
}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    folder = tmp_path_factory.mktemp("own")
    for name, text in FILES.items():
        (Path(folder) / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_packs((str(folder),))


@pytest.mark.parametrize("text", ["Morning Post", "the morning post", "«Почта»", "УТРЕННЯЯ ПОЧТА", "Post"])
def test_outlets_by_name(packs: Packs, text: str) -> None:
    outlet = packs.outlet_by_name(text)
    assert outlet is not None
    assert outlet.id == "own:post"


def test_who_bears_a_name_now_comes_before_who_bore_it(packs: Packs) -> None:
    assert [record.id for record in packs.by_name("outlet", "Evening Herald")] == ["own:herald", "own:post"]


def test_unknown_names_are_nobodys(packs: Packs) -> None:
    assert packs.outlet_by_name("Nobody's Post") is None
    assert packs.by_name("place", "") == ()


@pytest.mark.parametrize(
    ("host", "found"),
    [("post.example", True), ("rus.post.example", True), ("POST.example:8080", True), ("lamppost.example", False)],
)
def test_outlets_by_domain(packs: Packs, host: str, found: bool) -> None:
    assert (packs.outlet_by_domain(host) is not None) is found


def test_volumes_tell_years(packs: Packs) -> None:
    serial = packs.serial_by_name("morning digest")
    assert serial is not None
    assert packs.year_of(serial, 3) == 2004
    assert packs.year_of(serial, 6) == 2007
    with pytest.raises(ValueError, match="starts with volume 3"):
        packs.year_of(serial, 2)


@pytest.mark.parametrize(
    ("on", "holders", "certain"),
    [
        ("2000-05-05", ["a"], "a"),
        ("2001", ["a"], "a"),
        ("2002-01-20", ["a", "b"], None),
        ("2007-01-10", ["b"], "b"),
        ("2007", ["b", "c"], None),
        ("2009-03", ["c"], "c"),
        ("2024", ["c"], "c"),
        ("1998", [], None),
    ],
)
def test_holders_of_an_office_on_a_day(packs: Packs, on: str, holders: list[str], certain: str | None) -> None:
    assert [holding.person for holding in packs.holders("foreign minister", "KZ", on)] == [
        f"own:{name}" for name in holders
    ]
    person = packs.office_holder("foreign minister", "own:a-ministry", on)
    assert (person.id if person else None) == (f"own:{certain}" if certain else None)


def test_what_is_not_known_stays_possible(packs: Packs) -> None:
    assert [holding.person for holding in packs.holders("mayor", "own:b-ministry", "2005")] == ["own:a"]
    assert [holding.person for holding in packs.holders("mayor", "own:b-ministry", "1950")] == ["own:b"]
    assert packs.holders("mayor", "own:b-ministry", "2001") == ()


def test_careers(packs: Packs) -> None:
    assert [holding.office for holding in packs.holdings_of("own:a")] == ["foreign minister", "mayor"]
    assert packs.holdings_of("own:nobody") == ()


def test_ids_are_of_their_kind(packs: Packs) -> None:
    assert packs.place("own:tarlan").names["ru"] == ("Тарлан",)
    with pytest.raises(KeyError):
        packs.place("own:post")


def _found(packs: Packs, kind: Kind, language: str, text: str, *, adjectives: bool = False) -> list[tuple[str, str]]:
    lexicon = pack_phrases(packs, kind, language, adjectives=adjectives)
    tokens = tokenise(text)
    return [(text[tokens[m.first].start : tokens[m.last].end], m.value.how) for m in lexicon.find(tokens)]


def test_shared_names_carry_all_who_share_them(packs: Packs) -> None:
    lexicon = pack_phrases(packs, "organisation", "en")
    values = [match.value for match in lexicon.find(tokenise("the Ministry of Roads said"))]
    assert [[record.id for record in value.records] for value in values] == [["own:a-ministry", "own:b-ministry"]]
    assert [record and record.id for record in (values[0].of("KG"), values[0].of("UZ"))] == ["own:b-ministry", None]


def test_names_are_found_in_their_forms(packs: Packs) -> None:
    assert _found(packs, "outlet", "ru", "в «Утренней почте»") == [("Утренней почте", "name")]
    assert _found(packs, "organisation", "kk", "ЖМ-нің өкілі Жол министрлігінде") == [
        ("ЖМ-нің", "abbreviation"),
        ("Жол министрлігінде", "name"),
    ]
    assert _found(packs, "place", "ru", "из Красного Пути") == [("Красного Пути", "former")]
    assert _found(packs, "place", "ru", "тарланских дел", adjectives=True) == [("тарланских", "adjective")]
    assert _found(packs, "place", "ru", "тарланских дел") == []


def test_everyday_words_are_not_names_in_running_text(packs: Packs) -> None:
    assert _found(packs, "outlet", "ru", "Почта открыта") == []
    assert _found(packs, "outlet", "en", "The Post said") == [("Post", "name")]


def test_names_in_other_languages_are_found_where_they_travel(packs: Packs) -> None:
    assert _found(packs, "outlet", "kk", "«Утренняя почта» мен Morning Post") == [
        ("Утренняя почта", "name"),
        ("Morning Post", "name"),
    ]
    assert _found(packs, "outlet", "en", "«Утренняя почта»") == []
    assert _found(packs, "outlet", "kk", "«Утренняя почтаның»") == [("Утренняя почтаның", "name")]


@pytest.mark.parametrize(
    ("words", "fits"), [("WHO", True), ("Who", False), ("who", False), ("Tarlan", True), ("tarlan", False)]
)
def test_names_need_their_capitals(packs: Packs, words: str, fits: bool) -> None:
    kind: Kind = "place" if words.lower() == "tarlan" else "organisation"
    (match,) = pack_phrases(packs, kind, "en").find(tokenise(words))
    assert match.value.fits(words) is fits


def test_long_abbreviations_may_be_written_as_words() -> None:
    (match,) = pack_phrases(load_packs(("world",)), "organisation", "en").find(tokenise("Nato"))
    assert match.value.fits("Nato")
    assert not match.value.fits("nato")


def test_packs_are_read_once() -> None:
    assert load_packs(("world",)) is load_packs(("world",))
