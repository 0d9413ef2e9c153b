"""Offices: one post in three languages, careers with bounds, and changes with who left, who came and by which act."""

import pytest

from sholu.knowledge import Knowledge, build
from sholu.knowledge.posts import Post, acts, post
from sholu.packs import Packs
from sholu.packs.model import Holding, Pack, Person
from tests.knowledge.made import Article

NONE = Packs(())
PACK = Packs(
    (
        Pack(
            "t",
            "Test",
            "1",
            people=(Person("t:serikov", {"en": ("Askar Serikov",)}, "KZ"),),
            holdings=(Holding("t:serikov", "energy minister", None, "KZ", "2023-09", None),),
        ),
    )
)


@pytest.mark.parametrize(
    ("words", "language", "made"),
    [
        ("Energy Minister", "en", Post("minister", "energy")),
        ("министр энергетики", "ru", Post("minister", "energy")),
        ("энергетика министрі", "kk", Post("minister", "energy")),
        ("deputy foreign minister", "en", Post("deputy minister", "foreign")),
        ("заместитель министра иностранных дел", "ru", Post("deputy minister", "foreign")),
        ("вице-министр", "kk", Post("deputy minister")),
        ("премьер-министр", "kk", Post("prime minister")),
        ("acting head State Customs Service", "en", Post("head", "customs", acting=True)),
        ("исполняющая обязанности главы таможни", "ru", Post("head", "customs", acting=True)),
        ("аким", "ru", Post("governor")),
        ("goalkeeper", "en", Post("goalkeeper")),
    ],
)
def test_posts(words: str, language: str, made: Post) -> None:
    assert post(words, language) == made


def test_names_of_posts() -> None:
    assert post("заместитель министра энергетики", "ru").name == "deputy energy minister"
    assert post("глава Государственной таможенной службы", "ru").name == "head (customs)"


def test_posts_of_two_countries_are_two() -> None:
    assert not Post("minister", "energy", "KZ").fits(Post("minister", "energy", "UZ"))
    assert Post("minister", "energy", "KZ").fits(Post("minister", "energy"))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("By Presidential Decree No. 812 he was dismissed.", "en", "Decree No. 812"),
        ("Указом главы государства № 812 он освобождён.", "ru", "Указом главы государства № 812"),
        ("№ 812 Жарлықпен босатылды.", "kk", "№ 812 Жарлықпен"),
        ("In order to win 5 points.", "en", None),
    ],
)
def test_numbered_acts(text: str, language: str, found: str | None) -> None:
    assert [words for _, words in acts(text, language)] == ([found] if found else [])


def dismissal(id: str = "a") -> Article:
    text = (
        "Kazakhstan's Energy Minister Askar Serikov was dismissed on Wednesday by Decree No. 812. "
        "Aigul Maratova was appointed energy minister of Kazakhstan on the same day."
    )
    article = Article(text, id, outlet=f"Paper {id}", published="2026-03-05")
    left = article.person("Askar Serikov", same_as={"pack": "t:serikov"})
    came = article.person("Aigul Maratova")
    article.entity("place", "Kazakhstan", "Kazakhstan", country="KZ", same_as={"iso3166": "KZ"})
    article.tenure(
        left, "energy minister", "Kazakhstan's Energy Minister Askar Serikov", country="KZ", status="current"
    )
    article.tenure(
        came, "energy minister", "Aigul Maratova was appointed energy minister", country="KZ", status="current"
    )
    first = "Energy Minister Askar Serikov was dismissed on Wednesday by Decree No. 812"
    article.event("LEAVE_OFFICE", "dismissed", first, actors=(left,), date="2026-03-04")
    second = "Aigul Maratova was appointed energy minister of Kazakhstan"
    article.event("TAKE_OFFICE", "appointed", second, recipients=(came,), date="2026-03-04")
    return article


def known(*articles: Article, packs: Packs = NONE) -> Knowledge:
    return build([article.reading for article in articles], packs)


def test_a_former_office_told_beside_is_not_the_one_taken() -> None:
    text = "Energy Minister Askar Serikov was dismissed. Former deputy minister Aigul Maratova was put in his place."
    article = Article(text, "a", outlet="Paper a", published="2026-03-05")
    left, came = article.person("Askar Serikov"), article.person("Aigul Maratova")
    article.tenure(left, "energy minister", "Energy Minister Askar Serikov", country="KZ", status="current")
    article.tenure(came, "deputy minister", "Former deputy minister Aigul Maratova", country="KZ", status="former")
    article.event("LEAVE_OFFICE", "dismissed", "Energy Minister Askar Serikov was dismissed", actors=(left,))
    article.event("TAKE_OFFICE", "put", "Former deputy minister Aigul Maratova was put in his place", actors=(came,))
    knowledge = known(article)
    assert [(change.office, knowledge.name(change.came)) for change in knowledge.changes] == [
        ("energy minister", "Aigul Maratova")
    ]


def test_a_change_of_office_has_both_sides_the_day_and_the_act() -> None:
    knowledge = known(dismissal())
    (change,) = knowledge.changes
    assert (change.office, change.country, change.date) == ("energy minister", "KZ", "2026-03-04")
    assert knowledge.name(change.left) == "Askar Serikov"
    assert knowledge.name(change.came) == "Aigul Maratova"
    assert change.act == "Decree No. 812"
    assert {passage.document for passage in change.reports} == {"a"}
    assert knowledge.changes_in("2026-03") == (change,)
    assert knowledge.changes_in("2026-04") == ()
    assert knowledge.changes_in(country="KG") == ()


def test_press_and_pack_make_one_career() -> None:
    knowledge = known(dismissal(), dismissal("b"), packs=PACK)
    (serikov,) = knowledge.named("Askar Serikov")
    (held,) = knowledge.offices_of(serikov.id)
    assert (held.office, held.country, held.start, held.end) == ("energy minister", "KZ", "2023-09", "2026-03-04")
    assert held.pack
    assert held.status == "former"
    assert {passage.document for passage in held.evidence} == {"a", "b"}
    assert len(knowledge.holders_of("energy minister", "KZ")) == 2
    assert len(knowledge.changes) == 1


@pytest.mark.parametrize("field", [{"modality": "demanded"}, {"modality": "planned"}, {"polarity": "negated"}])
def test_what_has_not_happened_changes_nothing(field: dict[str, str]) -> None:
    article = Article("Energy Minister Askar Serikov should be dismissed, the party said.", "a")
    who = article.person("Askar Serikov")
    article.tenure(who, "energy minister", "Energy Minister Askar Serikov", country="KZ", status="current")
    article.event(
        "LEAVE_OFFICE", "dismissed", "Energy Minister Askar Serikov should be dismissed", actors=(who,), **field
    )
    knowledge = known(article)
    assert knowledge.changes == ()
    assert [held.end for held in knowledge.held] == [None]


def test_an_office_long_held_is_no_news() -> None:
    article = Article("Askar Serikov has been energy minister since September 2023.", "a")
    who = article.person("Askar Serikov")
    article.tenure(who, "energy minister", article.text[:-1], country="KZ", status="current", start="2023-09")
    knowledge = known(article)
    assert knowledge.changes == ()
    assert knowledge.held[0].start == "2023-09"
