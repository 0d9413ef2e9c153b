"""The words of office in one language, compiled from `offices.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from sholu.reading.languages import language
from sholu.reading.offices.titles import Titles, forms_of, title_of
from sholu.text.phrases import Phrases

Sense = Literal["is", "was", "become", "leave", "will"]
SENSES: tuple[Sense, ...] = ("is", "was", "become", "leave", "will")


class Holding(NamedTuple):
    """What a verb such as "headed" says: the office, and whether it is held, was held, will be or began to be."""

    office: str
    sense: Sense


class House(NamedTuple):
    """A kind of body by which offices are meant that do not name theirs: of these kinds and sectors, and with one of
    these words in its name; `behind` where it may be named only later.
    """

    kinds: frozenset[str]
    sectors: frozenset[str]
    others: frozenset[str]
    words: tuple[str, ...]
    behind: bool


class Kin(NamedTuple):
    """What a word such as "predecessor" makes of another's office: one left, or (`under`) a title below it.

    Of a `definite` one an article says enough: "the incumbent".
    """

    former: bool
    under: str | None
    definite: bool = False


class Takeover(NamedTuple):
    """What words such as "in his stead" make of an office told before: `acting` are the words for who only stands in.

    Who takes it stands behind them, before them (`ahead`), or between them and a verb (`close`); with `left`, only an
    office is meant that somebody leaves.
    """

    sense: Sense
    acting: str | None
    ahead: bool
    close: Phrases[Sense] | None
    left: bool = False


class Meant(NamedTuple):
    """What a bare noun behind an office may mean: a `land`, be it a country or a town, or a body.

    Its name has a word that begins with one of `words`, it is of one of these sectors or kinds, or a town.
    """

    words: tuple[str, ...]
    sectors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    land: bool = False
    country: bool = False
    town: bool = False


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """One language's words of office: see `offices.toml`."""

    titles: Titles
    ranks: Titles
    advocates: Titles
    advocating: frozenset[str]
    accused: frozenset[str]
    court: tuple[str, ...]
    jurists: tuple[str, ...]
    before_title: bool
    modifiers: frozenset[str]
    complement: frozenset[str]
    complement_first: frozenset[str]
    accredited: frozenset[str]
    envoys: frozenset[str]
    ordinals: frozenset[str]
    of_fields: frozenset[str]
    ordinal_heads: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    list_joins: frozenset[str]
    possessive: frozenset[str]
    of_bodies: frozenset[str]
    personal: frozenset[str]
    particles: frozenset[str]
    aides: tuple[str, ...]
    lands: frozenset[str]
    fields: frozenset[str]
    acting: frozenset[str]
    apart: frozenset[str]
    of_vacant: tuple[str, ...]
    asking: frozenset[str]
    never_held: frozenset[str]
    status: dict[str, str]
    bodies: frozenset[str]
    verbs: Phrases[Sense]
    adverbs: frozenset[str]
    on_the_way: Phrases[Sense]
    perfect: frozenset[str]
    lasting: str
    capacities: frozenset[str]
    listing: frozenset[str]
    before_place: frozenset[str]
    towns: frozenset[str]
    lands_called: frozenset[str]
    countries_called: frozenset[str]
    holding: Phrases[Holding]
    heading: Phrases[Holding]
    change: dict[str, Phrases[bool]]
    membership: str
    membership_joins: frozenset[str]
    led: Phrases[str]
    led_office: str
    led_links: frozenset[str]
    led_before: frozenset[str]
    seated: frozenset[str]
    same: frozenset[str]
    by: frozenset[str]
    roles: frozenset[str]
    comparing: frozenset[str]
    own: frozenset[str]
    parenthetical: frozenset[str]
    telling: frozenset[str]
    infinitive: frozenset[str]
    since: frozenset[str]
    since_leading: frozenset[str]
    since_beside: frozenset[str]
    held: Phrases[bool]
    relatives: frozenset[str]
    he: frozenset[str]
    instead: frozenset[str]
    objects: frozenset[str]
    objects_who: frozenset[str]
    appointers: dict[str, int]
    contenders: Phrases[bool]
    state_forms: frozenset[str]
    of_several: tuple[str, ...]
    leave_together: tuple[str, ...]
    active: tuple[str, ...]
    sequels: frozenset[str]
    name_like: frozenset[str]
    held_again: Phrases[bool]
    governing: tuple[str, ...]
    beneath: frozenset[str]
    declined: tuple[str, ...]
    seats: frozenset[str]
    seat_taken: Phrases[Sense]
    effective: Phrases[bool]
    immediate: Phrases[bool]
    coming: frozenset[str]
    of_firms: frozenset[str]
    stands_for: frozenset[str]
    duties: frozenset[str]
    acting_in_full: str
    doing_duties: Phrases[Sense]
    giving_duties: Phrases[Sense]
    until: frozenset[str]
    until_told: frozenset[str]
    recent: Phrases[bool]
    nominal_articles: frozenset[str]
    under: frozenset[str]
    equal: dict[str, str]
    chiefs: tuple[str, ...]
    chief_links: frozenset[str]
    chief_of: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    strong: tuple[str, ...]
    trades: frozenset[str]
    then: Phrases[str]
    bygone: Phrases[bool]
    back_then: frozenset[str]
    taking: Phrases[str]
    led_bodies: frozenset[str]
    parts: frozenset[str]
    houses: dict[str, House]
    kin: dict[str, Kin]
    takeovers: Phrases[Takeover]
    succeeding: Phrases[Sense]
    opening: Phrases[bool]
    meant: dict[str, Meant]
    land_stems: tuple[str, ...]


_SETS = (
    "modifiers", "complement", "complement_first", "accredited", "envoys", "ordinals", "ordinal_heads", "articles",
    "joins", "possessive", "of_bodies", "lands", "never_held",
)  # fmt: skip
_CHANGES = (
    "appoint", "appointment", "appointed_as", "dismiss", "dismissal", "replace", "replaced", "past_career", "quit",
    "taken_from", "replacing", "to_dismiss", "begin", "moved", "moved_to",
    "posts_of", "gone", "died", "left", "left_by", "in_stead", "wanted", "proposed", "taken_up", "taken_as", "entered",
    "still_held", "offered", "supposed", "awaited", "at_present",
)  # fmt: skip


@cache
def office_words(tag: str) -> OfficeWords:
    """The words of office of the language with this tag, compiled once."""
    table = language(tag).table("offices")
    status, change, passive = table["status"], table["change"], table["passive"]
    duties: dict[str, Any] = table.get("duties", {})
    names = [*((name, True) for name in table["titles"]), *((name, False) for name in table["posts"])]
    return OfficeWords(
        titles=Titles(table, names),
        ranks=Titles(table, ((name, False) for name in table["ranks"])),
        advocates=Titles(table, ((name, True) for name in table["advocates"]["titles"])),
        advocating=frozenset(table["advocates"]["links"]),
        accused=frozenset(form for word in table["advocates"]["accused"] for form in forms_of(table, word)[0]),
        court=tuple(table["advocates"]["court"]),
        jurists=tuple(table["advocates"]["jurists"]),
        before_title=table["before_title"],
        **{name: frozenset(table[name]) for name in _SETS},
        status={word: kind for kind in ("now", "new", "future", "former") for word in status[kind]},
        bodies=frozenset(form for word in table["bodies"]["words"] for form in forms_of(table, word)[0]),
        verbs=Phrases((pattern, sense) for sense in SENSES for pattern in table["verbs"][sense]),
        on_the_way=Phrases(
            (pattern, sense) for sense in SENSES for pattern in table.get("on_the_way", {}).get(sense, ())
        ),
        adverbs=frozenset(table["verbs"].get("adverbs", ())),
        perfect=frozenset(table["verbs"].get("perfect", ())),
        lasting=table["verbs"].get("lasting", ""),
        capacities=frozenset(table.get("capacities", ())),
        listing=frozenset(table.get("listing", ())),
        before_place=frozenset(table.get("before_place", ())),
        towns=frozenset(table.get("towns", ())),
        lands_called=frozenset(table.get("lands_called", ())),
        countries_called=frozenset(table.get("countries_called", ())),
        holding=Phrases(
            (pattern, Holding(office, sense))
            for office, row in table["holding"].items()
            for sense in SENSES
            for pattern in row.get(sense, ())
        ),
        heading=Phrases(
            (pattern, Holding(office, "become"))
            for office, patterns in table.get("heading", {}).items()
            for pattern in patterns
        ),
        change={name: Phrases((pattern, True) for pattern in change.get(name, ())) for name in _CHANGES},
        membership=passive["membership"]["office"],
        list_joins=frozenset((",", *table["joins"])),
        membership_joins=frozenset(passive["membership"]["joins"]),
        led=Phrases((pattern, passive["led"]["office"]) for pattern in passive["led"]["words"]),
        personal=frozenset(table["personal"]),
        particles=frozenset(table["particles"]),
        aides=tuple(table["aides"]),
        of_fields=frozenset(table.get("of_fields", ())),
        seated=frozenset(table.get("seated", ())),
        fields=frozenset(table.get("fields", ())),
        acting=frozenset(table.get("acting", ())),
        apart=frozenset(table.get("apart", ())),
        of_vacant=tuple(change.get("of_vacant", ("\n",))),
        asking=frozenset(change.get("asking", ())),
        same=frozenset(table.get("same", ())),
        led_office=passive["led"]["office"],
        led_links=frozenset(passive["led"].get("links", ())),
        led_before=frozenset(passive["led"].get("before", ())),
        by=frozenset(change["by"]),
        roles=frozenset(change.get("roles", ())),
        own=frozenset(change.get("own", ())),
        parenthetical=frozenset(change.get("parenthetical", ())),
        telling=frozenset(change.get("telling", ())),
        comparing=frozenset(change.get("comparing", ())),
        infinitive=frozenset(change.get("infinitive", ())),
        since=frozenset(change["since"]),
        since_leading=frozenset(change["since_leading"]),
        since_beside=frozenset(change["since_beside"]),
        held=Phrases((pattern, True) for pattern in change["held"]),
        relatives=frozenset(change["relatives"]),
        he=frozenset(change["he"]),
        instead=frozenset(change["instead"]),
        objects=frozenset(change.get("objects", ())),
        objects_who=frozenset(change.get("objects_who", ())),
        appointers={title: rank for rank, row in enumerate(change["appointers"]) for title in row},
        contenders=Phrases((pattern, True) for pattern in status.get("contenders", ())),
        immediate=Phrases((pattern, True) for pattern in change.get("immediate", ())),
        of_firms=frozenset(table.get("of_firms", ())),
        coming=frozenset(change.get("coming", ())),
        effective=Phrases((pattern, True) for pattern in change.get("effective", ())),
        declined=tuple(table.get("declined", ("\n",))),
        seats=frozenset(table.get("seats", {}).get("nouns", ())),
        seat_taken=_by_sense(table.get("seats", {})),
        beneath=frozenset(table.get("beneath", ())),
        governing=tuple(table.get("governing", ("\n",))),
        held_again=Phrases((pattern, True) for pattern in change.get("held_again", ())),
        name_like=frozenset(table.get("name_like", ())),
        of_several=tuple(change.get("of_several", ("\n",))),
        leave_together=tuple(change.get("leave_together", ("\n",))),
        active=tuple(change.get("active", ("\n",))),
        stands_for=frozenset(table.get("stands_for", ())),
        sequels=frozenset(table.get("sequels", ())),
        duties=frozenset(duties.get("nouns", ())),
        acting_in_full=duties.get("acting", ""),
        doing_duties=_by_sense(duties.get("doing", {})),
        giving_duties=_by_sense(duties.get("giving", {})),
        state_forms=frozenset(table.get("state_forms", ())),
        until=frozenset(change["until"]),
        until_told=frozenset(change.get("until_told", ())),
        recent=Phrases((pattern, True) for pattern in status["recent"]),
        nominal_articles=frozenset(table["nominals"]["articles"]),
        under=frozenset(table["nominals"]["under"]),
        equal={word: words[0] for words in table["nominals"]["equal"] for word in words},
        chiefs=tuple(table["nominals"]["chiefs"]),
        chief_links=frozenset(table["nominals"]["chief_links"]),
        strong=tuple(title_of(table, name, True).base for name in table["titles"]),
        chief_of=tuple((tuple(row["of"]), tuple(row["who"])) for row in table["nominals"]["chief_of"]),
        trades=frozenset(table["trades"]),
        taking=Phrases((pattern, kind) for kind, row in table["taking"].items() for pattern in row),
        back_then=frozenset(status.get("back_then", ())),
        bygone=Phrases((pattern, True) for pattern in status["bygone"]),
        then=Phrases((pattern, kind) for kind, row in status["then"].items() for pattern in row),
        led_bodies=frozenset(
            form for name in ("words", "led") for word in table["bodies"][name] for form in forms_of(table, word)[0]
        ),
        parts=frozenset(form for word in table["bodies"]["parts"] for form in forms_of(table, word)[0]),
        houses={title: _house(row) for row in table["house"] for title in row["titles"]},
        kin={
            form: Kin(row.get("former", False), row.get("under"), row.get("definite", False))
            for row in table["kin"]
            for word in row["words"]
            for form in forms_of(table, word)[0]
        },
        takeovers=Phrases(
            (pattern, kind) for row in table["takeover"] if (kind := _takeover(row)) for pattern in row["words"]
        ),
        succeeding=Phrases((pattern, sense) for sense in SENSES for pattern in table["succeeding"].get(sense, ())),
        opening=Phrases((pattern, True) for pattern in change.get("opening", ())),
        meant={noun: _meant(row) for row in table.get("meant", ()) for noun in row["nouns"]},
        land_stems=tuple(table.get("land_stems", ())),
    )


def _by_sense(table: dict[str, Any]) -> Phrases[Sense]:
    """Patterns with what they make of an office."""
    return Phrases((pattern, sense) for sense in SENSES for pattern in table.get(sense, ()))


def _takeover(row: dict[str, Any]) -> Takeover:
    closing = [(pattern, sense) for sense in SENSES for pattern in row.get("close", {}).get(sense, ())]
    close = Phrases(closing) if closing else None
    return Takeover(
        row.get("sense", "become"), row.get("acting"), row.get("ahead", False), close, row.get("left", False)
    )


def _meant(row: dict[str, Any]) -> Meant:
    kind = row.get("land")
    return Meant(
        tuple(row.get("words", ())) or ("\n",),
        frozenset(row.get("sectors", ())),
        frozenset(row.get("kinds", ())),
        kind is not None,
        kind == "country",
        kind == "town",
    )


def _house(row: dict[str, Any]) -> House:
    return House(
        frozenset(row["kinds"]),
        frozenset(row.get("sectors", ())),
        frozenset(row.get("others", ())),
        tuple(row.get("words", ())),
        row.get("behind", False),
    )
