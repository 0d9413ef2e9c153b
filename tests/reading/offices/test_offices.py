import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.reading import EntityKind, Mention, Tenure, TimeExpression
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.kazakh_titles import whose
from sholu.reading.offices import find_tenures
from sholu.reading.offices.lexicon import office_words
from sholu.reading.offices.nominals import find_office_mentions
from sholu.reading.page import Page
from sholu.text.tokens import tokenise

PACKS = Packs(())
PUBLISHED = "2007-01-30"


class Article:
    """A text with entities and times marked by hand: names in the order in which they are given."""

    def __init__(self, tag: str, text: str, **names: Sequence[str]) -> None:
        self.text = text
        self.page = Page(Document(text, published=PUBLISHED), tag)
        self.entities = EntityIndex()
        self.times: list[TimeExpression] = []
        for kind, forms in names.items():
            for form in forms:
                self._add(kind.rstrip("_"), form)  # type: ignore[arg-type]

    def _add(self, kind: EntityKind, form: str) -> None:
        mentions = [Mention(i, i + len(form)) for i in range(len(self.text)) if self.text.startswith(form, i)]
        assert mentions, form
        same_as: dict[str, str | int] = {"iso3166": "RR"} if form.startswith(("Rurit", "Рурит", "Руритан")) else {}
        self.entities.add(kind, form, mentions, country="RR" if kind == "place" else None, same_as=same_as)

    def time(self, words: str, value: str) -> "Article":
        start = self.text.index(words)
        self.times.append(TimeExpression(f"t{start}", Span(start, start + len(words)), "date", value))
        return self

    def tenures(self) -> list[Tenure]:
        return find_tenures(self.page, self.entities, self.times, PACKS)

    def rows(self) -> list[tuple[str, str, str | None, str]]:
        return [
            (self.entities.get(t.person).name, t.office, self._name(t.organisation), t.status) for t in self.tenures()
        ]

    def _name(self, id: str | None) -> str | None:
        return self.entities.get(id).name if id else None


Row = tuple[str, str, str | None, str]
GOLDEN: list[tuple[Article, list[Row]]] = [
    (
        Article("en", "Prime Minister Ana Bell spoke.", person=["Ana Bell"]),
        [("Ana Bell", "prime minister", None, "current")],
    ),
    (
        Article("en", "Trade Ministry spokesman Jo Reed spoke.", person=["Jo Reed"], organisation=["Trade Ministry"]),
        [("Jo Reed", "spokesman", "Trade Ministry", "current")],
    ),
    (
        Article("en", "Jo Reed, head of the Blue Bank, spoke.", person=["Jo Reed"], organisation=["Blue Bank"]),
        [("Jo Reed", "head", "Blue Bank", "current")],
    ),
    (
        Article(
            "en",
            "Former Prime Minister Ana Bell met Highport Mayor Jo Reed.",
            person=["Ana Bell", "Jo Reed"],
            place=["Highport"],
        ),
        [("Ana Bell", "prime minister", None, "former"), ("Jo Reed", "mayor", "Highport", "current")],
    ),
    (
        Article(
            "en",
            "Ana Bell sacked Jo Reed as head of the Blue Bank.",
            person=["Ana Bell", "Jo Reed"],
            organisation=["Blue Bank"],
        ),
        [("Jo Reed", "head", "Blue Bank", "former")],
    ),
    (
        Article("en", "She would dismiss her cousin, Jo Reed, from his post as energy minister.", person=["Jo Reed"]),
        [("Jo Reed", "energy minister", None, "current")],
    ),
    (
        Article(
            "en", "Ana Bell named Jo Reed to replace Lee Moss as mayor.", person=["Ana Bell", "Jo Reed", "Lee Moss"]
        ),
        [("Jo Reed", "mayor", None, "current"), ("Lee Moss", "mayor", None, "former")],
    ),
    (
        Article("en", "Ana Bell replaced Jo Reed with Lee Moss as mayor.", person=["Ana Bell", "Jo Reed", "Lee Moss"]),
        [("Lee Moss", "mayor", None, "current"), ("Jo Reed", "mayor", None, "former")],
    ),
    (
        Article("en", "Jo Reed was replaced as mayor.", person=["Jo Reed"]),
        [("Jo Reed", "mayor", None, "former")],
    ),
    (
        Article("en", "Jo Reed, who became mayor, was replaced by Lee Moss.", person=["Jo Reed", "Lee Moss"]),
        [("Jo Reed", "mayor", None, "former"), ("Lee Moss", "mayor", None, "current")],
    ),
    (
        Article(
            "en",
            "Ana Bell fired Jo Reed, replacing him with Senator Lee Moss.",
            person=["Ana Bell", "Jo Reed", "Lee Moss"],
        ),
        [("Lee Moss", "senator", None, "current")],
    ),
    (
        Article("en", "The mayor of Highport, Jo Reed, resigned.", person=["Jo Reed"], place=["Highport"]),
        [("Jo Reed", "mayor", "Highport", "former")],
    ),
    (
        Article("en", "Jo Reed was promoted from deputy mayor to mayor.", person=["Jo Reed"]),
        [("Jo Reed", "mayor", None, "current")],
    ),
    (
        Article("en", "Jo Reed, in turn, was appointed Highport mayor.", person=["Jo Reed"], place=["Highport"]),
        [("Jo Reed", "mayor", "Highport", "current")],
    ),
    (
        Article("en", "Jo Reed won a second term as president.", person=["Jo Reed"]),
        [("Jo Reed", "president", None, "current")],
    ),
    (
        Article("en", "The Red Party, which is led by Ana Bell, won.", person=["Ana Bell"], organisation=["Red Party"]),
        [("Ana Bell", "leader", "Red Party", "current")],
    ),
    (
        Article("en", "Red Party was led by Ana Bell.", person=["Ana Bell"], organisation=["Red Party"]),
        [("Ana Bell", "leader", "Red Party", "former")],
    ),
    (
        Article("en", "Jo Reed took charge of East Marsh's largest town.", person=["Jo Reed"], place=["East Marsh"]),
        [],
    ),
    (Article("en", "Jo Reed was tasked with it, according to the prime minister's office.", person=["Jo Reed"]), []),
    (Article("en", "Jo Reed worked at the same plant as the president.", person=["Jo Reed"]), []),
    (Article("en", "Ana Bell praised Jo Reed as the leader of the left.", person=["Ana Bell", "Jo Reed"]), []),
    (Article("en", "Lee was the head of Mr Reed's presidential staff.", person=["Reed"]), []),
    (
        Article("en", "Trade and energy minister Jo Reed spoke.", person=["Jo Reed"]),
        [("Jo Reed", "trade and energy minister", None, "current")],
    ),
    (
        Article("en", "Jo Reed resigned as prime minister.", person=["Jo Reed"]),
        [("Jo Reed", "prime minister", None, "former")],
    ),
    (
        Article("en", "The queen appointed Jo Reed prime minister.", person=["Jo Reed"]),
        [("Jo Reed", "prime minister", None, "current")],
    ),
    (
        Article(
            "en",
            "Jo Reed, who made a career as a chairman of the Blue Council, spoke.",
            person=["Jo Reed"],
            organisation=["Blue Council"],
        ),
        [("Jo Reed", "chairman", "Blue Council", "former")],
    ),
    (
        Article("en", "Jo Reed, the director of the regional roads department, spoke.", person=["Jo Reed"]),
        [("Jo Reed", "director", "regional roads department", "current")],
    ),
    (
        Article(
            "en",
            "The Blue Party, led by Jo Reed, lost to the Red Party led by Ana Bell.",
            person=["Jo Reed", "Ana Bell"],
            organisation=["Blue Party", "Red Party"],
        ),
        [("Ana Bell", "leader", "Red Party", "current")],
    ),
    (Article("en", "It is an analyst. An expert, Jo Reed, spoke.", person=["Jo Reed"]), []),
    (
        Article(
            "ru", "Министр иностранных дел Руритании Иван Петров заявил.", person=["Иван Петров"], place=["Руритании"]
        ),
        [("Иван Петров", "министр иностранных дел", None, "current")],
    ),
    (
        Article(
            "ru", "Встреча с президентом Руритании Иваном Петровым.", person=["Иваном Петровым"], place=["Руритании"]
        ),
        [("Иваном Петровым", "президент", None, "current")],
    ),
    (
        Article("ru", "Бывший мэр Синегорска Иван Петров выступил.", person=["Иван Петров"], place=["Синегорска"]),
        [("Иван Петров", "мэр", "Синегорска", "former")],
    ),
    (
        Article("ru", "Экс-премьер Иван Петров выступил.", person=["Иван Петров"]),
        [("Иван Петров", "премьер", None, "former")],
    ),
    (
        Article(
            "ru", "Иван Петров, глава Синего банка, выступил.", person=["Иван Петров"], organisation=["Синего банка"]
        ),
        [("Иван Петров", "глава", "Синего банка", "current")],
    ),
    (
        Article("ru", "Иван Петров назначен министром торговли.", person=["Иван Петров"]),
        [("Иван Петров", "министр торговли", None, "current")],
    ),
    (
        Article("ru", "Иван Петров возглавляет Синий банк.", person=["Иван Петров"], organisation=["Синий банк"]),
        [("Иван Петров", "глава", "Синий банк", "current")],
    ),
    (
        Article(
            "kk",
            "Руританияның сыртқы істер министрі Асан Бекұлы келді.",
            person=["Асан Бекұлы"],
            place=["Руританияның"],
        ),
        [("Асан Бекұлы", "сыртқы істер министрі", None, "current")],
    ),
    (
        Article("kk", "Бұрынғы премьер-министр Асан Бекұлы келді.", person=["Асан Бекұлы"]),
        [("Асан Бекұлы", "премьер-министр", None, "former")],
    ),
    (
        Article("kk", "Асан Бекұлы қорғаныс министрі болып тағайындалды.", person=["Асан Бекұлы"]),
        [("Асан Бекұлы", "қорғаныс министрі", None, "current")],
    ),
]


@pytest.mark.parametrize(("article", "wanted"), GOLDEN, ids=[article.text for article, _ in GOLDEN])
def test_tenures(article: Article, wanted: list[Row]) -> None:
    assert article.rows() == wanted


def test_its_director_is_of_the_body_that_the_text_speaks_of() -> None:
    text = "The Blue Bank shut a branch. Its director, Jo Reed, said nothing."
    article = Article("en", text, person=["Jo Reed"], organisation=["Blue Bank"])
    assert article.rows() == [("Jo Reed", "director", "Blue Bank", "current")]


@pytest.mark.parametrize(
    ("tag", "text", "people", "row"),
    [
        ("en", "His lawyer, Jo Reed, said nothing.", ["Jo Reed"], ("Jo Reed", "lawyer", None, "current")),
        (
            "kk",
            "Алмұртовтың адвокаты Мәлика Шиебекова келмеді.",
            ["Алмұртовтың", "Мәлика Шиебекова"],
            ("Мәлика Шиебекова", "адвокат", "Алмұртовтың", "current"),
        ),
    ],
)
def test_somebodys_lawyer_holds_an_office(tag: str, text: str, people: list[str], row: Row) -> None:
    assert Article(tag, text, person=people).rows() == [row]


@pytest.mark.parametrize(
    ("title", "whose_"),
    [("әкімінің", "әкімнің"), ("министрінің", "министрдің"), ("төрағасының", "төрағаның"), ("әкімнің", "әкімнің")],
)
def test_a_kazakh_title_loses_the_possession_of_its_body(title: str, whose_: str) -> None:
    assert whose(title) == whose_


def test_country_comes_from_an_adjective_or_a_place() -> None:
    (adjective,) = Article("en", "Kazakh President Jo Reed spoke.", person=["Jo Reed"]).tenures()
    (named,) = Article(
        "en", "Ruritania's president, Jo Reed, spoke.", person=["Jo Reed"], place=["Ruritania"]
    ).tenures()
    assert (adjective.country, named.country) == ("KZ", "RR")


def test_headed_from_and_to() -> None:
    article = Article(
        "en",
        "Reed headed the Blue Office from April 1999 to March 2005.",
        person=["Reed"],
        organisation=["Blue Office"],
    )
    (tenure,) = article.time("April 1999", "1999-04").time("March 2005", "2005-03").tenures()
    assert (tenure.office, tenure.start, tenure.end, tenure.status) == ("head", "1999-04", "2005-03", "former")


def test_replacement_makes_two_tenures() -> None:
    article = Article(
        "en",
        "The recent replacement of Foreign Minister Ana Bell, a diplomat, by Jo Reed surprised all.",
        person=["Ana Bell", "Jo Reed"],
    )
    old, new = article.tenures()
    assert (old.status, old.end, new.status, new.start) == ("former", "2007-01", "current", "2007-01")
    assert old.office == new.office == "foreign minister"
    assert (article.entities.get(old.person).name, article.entities.get(new.person).name) == ("Ana Bell", "Jo Reed")


def test_successor_takes_the_office() -> None:
    article = Article("en", "Jo Reed replaced Prime Minister Ana Bell on January 10.", person=["Jo Reed", "Ana Bell"])
    tenures = {t.person: t for t in article.time("January 10", "2007-01-10").tenures()}
    assert [(t.status, t.start, t.end) for _, t in sorted(tenures.items())] == [
        ("current", "2007-01-10", None),
        ("former", None, "2007-01-10"),
    ]


def test_chairing_a_meeting_is_no_office() -> None:
    text = "Jo Reed chaired a meeting of the Blue Council."
    assert Article("en", text, person=["Jo Reed"], organisation=["Blue Council"]).rows() == []


def test_resignation_ends_an_office() -> None:
    article = Article("ru", "Премьер-министр Иван Петров подал в отставку 8 января.", person=["Иван Петров"])
    (tenure,) = article.time("8 января", "2007-01-08").tenures()
    assert (tenure.status, tenure.end) == ("former", "2007-01-08")


def test_appointment_takes_its_date() -> None:
    article = Article(
        "en",
        "Jo Reed was appointed as head of the Blue Bank on January 12.",
        person=["Jo Reed"],
        organisation=["Blue Bank"],
    )
    (tenure,) = article.time("January 12", "2007-01-12").tenures()
    assert (tenure.start, tenure.status) == ("2007-01-12", "current")


def test_one_office_said_twice_is_one_tenure() -> None:
    text = "President Jo Reed came. Ruritania's president, Jo Reed, left."
    (tenure,) = Article("en", text, person=["Jo Reed"], place=["Ruritania"]).tenures()
    assert tenure.country == "RR"


@pytest.mark.parametrize(
    ("tag", "text", "person", "words"),
    [
        ("en", "Foreign Minister Jo Reed came. The minister spoke.", "Jo Reed", "minister"),
        ("en", "Prime Minister Jo Reed came. The new prime minister spoke.", "Jo Reed", "new prime minister"),
        ("ru", "Президент Иван Петров прибыл. Потом президент уехал.", "Иван Петров", "президент"),
        ("kk", "Президент Асан Бекұлы келді. Кейін президент кетті.", "Асан Бекұлы", "президент"),
    ],
)
def test_nominal_mentions(tag: str, text: str, person: str, words: str) -> None:
    article = Article(tag, text, person=[person])
    find_office_mentions(article.page, article.entities, article.tenures())
    (entity,) = article.entities.entities()
    nominal = [mention.span.of(text) for mention in entity.mentions if mention.form == "nominal"]
    assert nominal == [words]


LEFT = [
    (
        "Он освободил Ивана Петрова от должности министра обороны, Олега Маркова — от должности главы таможни.",
        [("Ивана Петрова", "министр обороны", "former"), ("Олега Маркова", "глава таможни", "former")],
    ),
    ("С поста министра транспорта освобождён Олег Марков.", [("Олег Марков", "министр транспорта", "former")]),
    ("Он снял с должности главу таможни Олега Маркова.", [("Олега Маркова", "глава таможни", "former")]),
    ("Уволен министр культуры Олег Марков.", [("Олег Марков", "министр культуры", "former")]),
    (
        "Он отправил в отставку министра культуры Ивана Петрова и главу таможни Олега Маркова.",
        [("Ивана Петрова", "министр культуры", "former"), ("Олега Маркова", "глава таможни", "former")],
    ),
    (
        "Он уволил министра культуры Ивана Петрова. Министр транспорта Олег Марков остался.",
        [("Ивана Петрова", "министр культуры", "former"), ("Олег Марков", "министр транспорта", "current")],
    ),
    ("Оппозиция требует отставки министра культуры Олега Маркова.", [("Олега Маркова", "министр культуры", "current")]),
    ("Указом президента Олег Марков назначен министром.", [("Олег Марков", "министр", "current")]),
    (
        "Он предложил Ивана Петрова на должность главы таможни.",
        [("Ивана Петрова", "глава таможни", "future")],
    ),
    ("По словам президента Олега Маркова, всё готово.", [("Олега Маркова", "президент", "current")]),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_who_left_which_office(text: str, expected: list[tuple[str, str, str]]) -> None:
    forms = ("Ивана Петрова", "Олега Маркова", "Олег Марков")
    article = Article("ru", text, person=[form for form in forms if re.search(rf"{form}\b", text)])
    assert [(person, office, status) for person, office, _, status in article.rows()] == expected


def test_no_nominal_mention_where_two_fit() -> None:
    text = "President Jo Reed met President Ana Bell. The president spoke."
    article = Article("en", text, person=["Jo Reed", "Ana Bell"])
    find_office_mentions(article.page, article.entities, article.tenures())
    assert all(m.form == "name" for entity in article.entities.entities() for m in entity.mentions)


def test_the_chairman_of_what_nobody_knows_is_not_the_one_named_before() -> None:
    article = Article(
        "en", "Jo Reed is chairman of the Blue Bank. A court fined the chairman of Algam.", person=["Jo Reed"],
        organisation=["Blue Bank"],
    )  # fmt: skip
    find_office_mentions(article.page, article.entities, article.tenures())
    assert all(m.form == "name" for entity in article.entities.entities() for m in entity.mentions)


PIECES = st.sampled_from(
    [
        "Prime Minister",
        "head of",
        "the",
        "Jo Reed",
        ",",
        "(",
        ")",
        "and",
        "was appointed",
        "Blue Bank",
        "former",
        "'s",
        ".",
        "министр",
        "иностранных дел",
        "глава",
        "назначен",
        "экс-",
        "министрі",
        "болып тағайындалды",
        "headed",
        "«",
        "by",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_gives_grounded_tenures(pieces: list[str], tag: str) -> None:
    text = " ".join(pieces)
    people = ["Jo Reed"] if "Jo Reed" in text else []
    article = Article(tag, text, person=people, organisation=["Blue Bank"] if "Blue Bank" in text else [])
    tenures = article.tenures()
    find_office_mentions(article.page, article.entities, tenures)
    for tenure in tenures:
        assert 0 <= tenure.evidence.start < tenure.evidence.end <= len(text)
        assert article.entities.get(tenure.person).kind == "person"
        assert tenure.office


def test_the_body_of_a_country_is_what_is_led() -> None:
    article = Article(
        "en",
        "The head of Ruritania's State Plum Service, Jo Reed, spoke.",
        person=["Jo Reed"],
        place=["Ruritania"],
        organisation=["State Plum Service"],
    )
    assert article.rows() == [("Jo Reed", "head", "State Plum Service", "current")]


@pytest.mark.parametrize("tag", ["en", "ru", "kk"])
def test_where_titles_may_start_is_told_of_all_that_do(tag: str) -> None:
    titles = office_words(tag).titles
    text = (
        "the Vice-President, deputy prime minister; заместитель министра, экс-президент; премьер-министр, әкім бұрынғы"
    )
    tokens = tokenise(text)
    there = [i for i in range(len(tokens)) if titles.at(tokens, i, len(tokens))]
    assert there
    assert set(there) <= set(titles.starts(tokens, 0, len(tokens))) < set(range(len(tokens)))
