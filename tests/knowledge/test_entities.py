"""Joining entities: what joins, what keeps apart, and that the order of readings and long chains change nothing."""

from dataclasses import replace
from itertools import permutations

from sholu.knowledge import Decision, Knowledge, build
from sholu.knowledge.model import KnownEntity
from sholu.packs import Packs
from tests.knowledge.made import Article

NONE = Packs(())


def article(id: str, person: str, *, country: str | None = None, office: str | None = None, **fields: str) -> Article:
    place = {"KZ": "Kazakhstan", "KG": "Kyrgyzstan"}.get(country or "", "the region")
    made = Article(f"{office or 'Official'} of {place} {person} spoke in the city today.", id, **fields)  # type: ignore[arg-type]
    who = made.person(person, country=country)
    if country:
        made.entity("place", place, country=country, same_as={"iso3166": country})
    if office:
        made.tenure(who, office, f"{office} of {place} {person}", country=country, status="current")
    return made


def known(*articles: Article, decisions: tuple[Decision, ...] = ()) -> Knowledge:
    return build([item.reading for item in articles], NONE, decisions)


def people(knowledge: Knowledge) -> list[KnownEntity]:
    return [entity for entity in knowledge.entities if entity.kind == "person"]


def test_one_person_in_three_scripts_is_one() -> None:
    knowledge = known(
        article("a", "Zhibek Toqsanbayeva", country="KZ"),
        article("b", "Жибек Токсанбаева", country="KZ", language="ru"),
        article("c", "Жібек Тоқсанбаева", country="KZ", language="kk"),
    )
    (person,) = people(knowledge)
    assert person.name == "Zhibek Toqsanbayeva"
    assert set(person.names) == {"en", "ru", "kk"}
    assert [member.document for member in person.members] == ["a", "b", "c"]
    assert all(member.why for member in person.members)


def test_the_same_name_in_two_countries_is_two_people() -> None:
    knowledge = known(
        article("a", "Askar Serikov", country="KZ", office="foreign minister"),
        article("b", "Askar Serikov", country="KG", office="foreign minister"),
    )
    assert len(people(knowledge)) == 2
    assert len(knowledge.named("Askar Serikov")) == 2


def test_a_country_that_is_only_guessed_keeps_nobody_apart() -> None:
    one, other = Article("Askar Serikov spoke.", "a"), Article("Askar Serikov spoke.", "b")
    one.person("Askar Serikov", country="KZ")
    other.person("Askar Serikov", country="RU")
    assert len(people(known(one, other))) == 1


def test_another_given_name_is_another_person() -> None:
    assert len(people(known(article("a", "Askar Serikov"), article("b", "Marat Serikov")))) == 2


def test_a_bare_surname_joins_the_only_one_who_holds_the_office() -> None:
    knowledge = known(
        article("a", "Askar Serikov", country="KZ", office="energy minister"),
        article("b", "Marat Serikov", country="KZ", office="mayor"),
        article("c", "Serikov", country="KZ", office="energy minister"),
    )
    (person,) = knowledge.named("Askar Serikov")
    assert {member.document for member in person.members} == {"a", "c"}
    assert "office" in next(member.why for member in person.members if member.document == "c")


def test_a_bare_surname_that_may_be_two_people_stays_alone() -> None:
    knowledge = known(
        article("a", "Askar Serikov", country="KZ"),
        article("b", "Marat Serikov", country="KZ"),
        article("c", "Serikov", country="KZ"),
    )
    assert len(people(knowledge)) == 3
    assert len(knowledge.named("Serikov")) == 3


def test_a_bare_surname_from_another_world_stays_alone() -> None:
    knowledge = known(article("a", "Askar Serikov", published="2020-01-01"), article("b", "Serikov"))
    assert len(people(knowledge)) == 2


def test_nothing_is_joined_along_a_chain_with_a_conflict() -> None:
    articles = [
        article("a", "Аскар Маратович Сериков", language="ru"),
        article("b", "Askar Serikov"),
        article("c", "Аскар Болатович Сериков", language="ru"),
    ]
    for order in permutations(articles):
        knowledge = known(*order)
        first, second = knowledge.entity_of("a", "e1"), knowledge.entity_of("c", "e1")
        assert first is not None
        assert second is not None
        assert first.id != second.id


def test_ids_do_not_depend_on_the_order_of_readings() -> None:
    articles = [
        article("a", "Zhibek Toqsanbayeva"),
        article("b", "Жибек Токсанбаева", language="ru"),
        article("c", "Askar Serikov"),
    ]
    ids = {frozenset(entity.id for entity in people(known(*order))) for order in permutations(articles)}
    assert len(ids) == 1


def test_looked_up_ids_join_whatever_the_names() -> None:
    one, other = Article("Astana slept.", "a"), Article("Нур-Султан спал.", "b", language="ru")
    one.entity("place", "Astana", same_as={"geonames": 1526273})
    other.entity("place", "Нур-Султан", same_as={"geonames": 1526273})
    (place,) = [entity for entity in known(one, other).entities if entity.kind == "place"]
    assert place.names == {"en": ("Astana",), "ru": ("Нур-Султан",)}


def test_ministries_of_two_countries_with_one_name_are_two() -> None:
    articles = []
    for id, country in (("a", "KZ"), ("b", "KG"), ("c", "KZ"), ("d", None)):
        made = Article("The Foreign Ministry said nothing.", id)
        made.entity("organisation", "Foreign Ministry", country=country)
        articles.append(made)
    ministries = [entity for entity in known(*articles).entities if entity.kind == "organisation"]
    assert sorted(len(entity.members) for entity in ministries) == [1, 1, 2]


def test_decisions_come_before_rules() -> None:
    articles = [article("a", "Askar Serikov"), article("b", "Askar Serikov"), article("c", "A. Serikoff-Black")]
    undecided = known(*articles)
    assert len(people(undecided)) == 2
    apart = known(*articles, decisions=(Decision("different", "a#e1", "b#e1"),))
    assert apart.entity_of("a", "e1") != apart.entity_of("b", "e1")
    left, right = people(undecided)
    one = known(*articles, decisions=(Decision("same", left.id, right.id),))
    (person,) = people(one)
    assert {member.document for member in person.members} == {"a", "b", "c"}
    assert any("decided" in member.why for member in person.members)


def test_a_decision_about_what_is_not_there_is_passed_over() -> None:
    assert len(people(known(article("a", "Askar Serikov"), decisions=(Decision("same", "p00000000", "a#e1"),)))) == 1


def test_people_without_a_name_are_of_their_document_alone() -> None:
    made = []
    for id, words in (("a", "The new energy minister"), ("b", "The Kyrgyz foreign minister")):
        one = Article(f"{words} said that it would rain.", id)
        one.person(words)
        (mention,) = one.entities[0].mentions
        one.entities[0] = replace(one.entities[0], mentions=(replace(mention, form="nominal"),))
        made.append(one)
    assert len(people(known(*made))) == 2


def test_groups_without_a_name_are_those_of_their_article_alone() -> None:
    def told(id: str, form: str) -> Article:
        made = Article("Six men spoke in the city today.", id)
        made.entity("group", "Six men")
        made.entities[0] = replace(
            made.entities[0], mentions=tuple(replace(one, form=form) for one in made.entities[0].mentions)
        )
        return made

    assert len(known(told("a", "nominal"), told("b", "nominal")).entities) == 2
    assert len(known(told("a", "name"), told("b", "name")).entities) == 1


def test_bodies_without_a_name_are_the_same_only_where_their_country_is_known() -> None:
    def told(id: str, country: str | None) -> Article:
        made = Article("The parliament met in the city today.", id)
        made.entity("organisation", "The parliament")
        one = made.entities[0]
        made.entities[0] = replace(
            one, country=country, mentions=tuple(replace(mention, form="nominal") for mention in one.mentions)
        )
        return made

    assert len(known(told("a", None), told("b", None)).entities) == 2
    assert len(known(told("a", "KG"), told("b", "MD")).entities) == 2
    assert len(known(told("a", "KG"), told("b", "KG")).entities) == 1
