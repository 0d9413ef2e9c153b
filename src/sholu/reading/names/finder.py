"""The order of work: places and known names, then institutions, people and the rest; then one entity per thing."""

from collections.abc import Callable, Sequence

from sholu.gazetteer import Gazetteer
from sholu.model.changing import replace
from sholu.model.reading import Mention
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.entities import EntityIndex
from sholu.reading.names.acting import find_acting
from sholu.reading.names.adjectives import find_adjectives
from sholu.reading.names.apposed import find_apposed
from sholu.reading.names.clusters import Cluster, cluster
from sholu.reading.names.countries import with_countries
from sholu.reading.names.explained import explained
from sholu.reading.names.family_first import find_family_first
from sholu.reading.names.finds import RANK, Find, settle
from sholu.reading.names.groups import find_groups
from sholu.reading.names.holidays import holidays
from sholu.reading.names.homes import Homes, headline
from sholu.reading.names.instruments import find_instruments
from sholu.reading.names.known import find_known
from sholu.reading.names.locating import located
from sholu.reading.names.mistaken import mended
from sholu.reading.names.mistaken_kazakh import given_again, people_apart
from sholu.reading.names.naming import name_of
from sholu.reading.names.organisations_english import find_english
from sholu.reading.names.organisations_kazakh import find_kazakh
from sholu.reading.names.organisations_russian import find_russian
from sholu.reading.names.outlets import find_outlets
from sholu.reading.names.owners import joined, parted
from sholu.reading.names.people import find_people
from sholu.reading.names.places import find_cities, find_on_map, lay_out_places, note_places
from sholu.reading.names.pronouns import add_pronouns
from sholu.reading.names.referring import referring_back
from sholu.reading.names.second import Second
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.strays import find_quoted, find_strays
from sholu.reading.names.towns import find_town_words
from sholu.reading.page import Page

_ORGANISATIONS: dict[str, Callable[[Sheet], list[Find]]] = {
    "en": find_english,
    "ru": find_russian,
    "kk": find_kazakh,
}


def find_all(
    page: Page,
    packs: Packs,
    gazetteer: Gazetteer,
    credits: Sequence[CreditNote],
    advise: Callable[[Sheet], Second] | None = None,
) -> EntityIndex:
    """The index of all entities of a page; `advise` gives a second opinion on its names."""
    sheet = Sheet(page)
    second = advise(sheet) if advise else None
    places = find_on_map(sheet, packs, gazetteer, second)
    family_first = find_family_first(sheet, places)
    named = {token for find in family_first for token in range(find.first, find.last + 1)}
    places = [place for place in places if place.first not in named]
    lay_out_places(sheet, places)
    cities = find_cities(sheet, gazetteer)
    note_places(sheet, cities)
    places += cities
    towns = find_town_words(sheet, gazetteer, places)
    sheet.towns = {index: town.record.country for index, town in towns.items()}
    adjectives = find_adjectives(sheet, places, towns)
    finds = located(sheet, gazetteer, _named(sheet, packs, credits, [*places, *adjectives, *family_first], second))
    groups = cluster(sheet, finds)
    referring_back(sheet, groups)
    groups += find_acting(sheet, groups)
    homes = Homes(sheet, groups, headline(page, packs, gazetteer))
    index = EntityIndex()
    ids = [_enter(sheet, index, group, homes) for group in groups]
    add_pronouns(sheet, index, groups, ids)
    return index


def _named(
    sheet: Sheet, packs: Packs, credits: Sequence[CreditNote], told: list[Find], second: Second | None
) -> list[Find]:
    """All finds that stay, in order, with those that were `told` before: places, adjectives of them."""
    firm = find_known(sheet, packs) + find_outlets(sheet, packs, credits) + find_instruments(sheet)
    known = {token for find in firm if find.key for token in range(find.first, find.last + 1)}
    firm += [find for find in find_apposed(sheet) if known.isdisjoint(range(find.first, find.last + 1))]
    firm += _ORGANISATIONS[sheet.lexicon.tag](sheet)
    firm = _without_shells(sheet, settle(firm))
    taken = {token for find in firm for token in range(find.first, find.last + 1)}
    people = find_people(sheet, taken, second)
    sure = settle([*firm, *people, *told, *find_groups(sheet), *find_quoted(sheet, taken)])
    found = settle([*sure, *find_strays(sheet, sure)])
    found = _without_forms(sheet, settle(second.revise(found))) if second else found
    found = given_again(sheet, people_apart(sheet, found)) if sheet.lexicon.tag == "kk" else found
    found = [_with_son(sheet, find) for find in explained(sheet, joined(sheet, parted(sheet, found)))]
    days = holidays(sheet)
    found = [find for find in found if days.isdisjoint(range(find.first, find.last + 1))]
    return [kept for find in found if (kept := mended(sheet, find)) is not None]


def _with_son(sheet: Sheet, find: Find) -> Find:
    """«Данияр Акматбек уулу»: a name with the small word that says whose son or daughter somebody is."""
    after = find.last + 1
    if find.kind != "person" or find.form != "name" or after >= len(sheet.tokens):
        return find
    return replace(find, last=after) if sheet.tokens[after].text in sheet.lexicon.sons else find


_RELATING = frozenset({"person", "organisation", "outlet"})
"""Kinds of whatever somebody may be the deputy or the head of."""


def _without_shells(sheet: Sheet, finds: list[Find]) -> list[Find]:
    """Without "партия «X»" where a pack knows X itself."""
    known = [find for find in finds if find.key and find.kind in ("organisation", "outlet")]
    return [
        find
        for find in _without_forms(sheet, finds)
        if (find.rank != RANK["quoted"] and "JRN" not in find.sector)
        or find.key
        or not any(find.covers(inner) and inner is not find for inner in known)
    ]


def _without_forms(sheet: Sheet, finds: list[Find]) -> list[Find]:
    """Without "OAO" and "OAO X" where a pack knows X itself."""
    known = [find for find in finds if find.key and find.kind in ("organisation", "outlet")]
    ends = {find.last: find for find in known} | {find.first - 1: find for find in known}
    quoted = {(find.first, find.last) for find in finds if sheet.tokens[find.last].text == '"'}
    return [
        find
        for find in finds
        if (find.first, find.last + 1) not in quoted
        and not _is_form(sheet, find)
        and not (find.last in ends and _only_form_before(sheet, find, ends[find.last]))
    ]


def _is_form(sheet: Sheet, find: Find) -> bool:
    """Whether a find is nothing but the form of a firm: «ЗАО»."""
    alone = find.first == find.last and find.kind == "organisation" and not find.key
    return alone and sheet.tokens[find.first].lower in sheet.lexicon.grammar["legal_forms"]


def _only_form_before(sheet: Sheet, find: Find, inner: Find) -> bool:
    """Whether nothing but the form of a firm stands in a find before a name that a pack knows: "OAO Gazprom".

    Or, in Russian, the adjective of its country: «нарнийский МИД».
    """
    if find.key or find.last not in (inner.last, inner.first - 1) or find.first >= inner.first:
        return False
    before = range(find.first, inner.first)
    if sheet.lexicon.tag == "ru" and find.last == inner.last and inner.country:
        return all(sheet.adjectives.get(i) == inner.country for i in before)
    forms = sheet.lexicon.grammar["legal_forms"]
    return all(sheet.tokens[i].lower in forms for i in range(find.first, min(find.last + 1, inner.first)))


def _enter(sheet: Sheet, index: EntityIndex, group: Cluster, homes: Homes) -> str:
    """Add a cluster to the index; returns its id."""
    name, aliases = name_of(sheet, group)
    mentions = [Mention(*_span(sheet, find), find.form) for find in _outermost(sheet, group.finds)]
    same_as = next((find.same_as for find in group.finds if find.same_as), {})
    sector = next((find.sector for find in group.finds if find.sector), ())
    country = with_countries(sheet, group, homes)
    if country is not None and group.kind in _RELATING:
        homes.note(group.finds[0].first, country)
    id = index.add(
        group.finds[0].kind,
        name,
        mentions,
        aliases=aliases,
        country=country,
        sector=sector,
        same_as=same_as,
        point=next((find.point for find in group.finds if find.point), None),
        confidence=max(find.confidence for find in group.finds),
    )
    basis = tuple(dict.fromkeys(reason for find in group.finds for reason in find.basis))
    if basis:
        index.update(id, basis=basis)
    return id


def _outermost(sheet: Sheet, finds: list[Find]) -> list[Find]:
    """Russian: the finds of one thing without those inside others: of «ВС РФ» not «ВС», too. They are in order."""
    if sheet.lexicon.tag != "ru":
        return finds
    kept: list[Find] = []
    for find in finds:
        if not (kept and kept[-1].covers(find) and find.part is None and kept[-1].part is None):
            kept.append(find)
    return kept


def _span(sheet: Sheet, find: Find) -> Span:
    return find.part or sheet.page.span(_opening(sheet, find), find.last)


def _opening(sheet: Sheet, find: Find) -> int:
    """First token of a mention: an article belongs to a noun phrase, not to a name."""
    before = find.first - 1
    if find.form != "nominal" or before < sheet.sentence_of[find.first].first:
        return find.first
    return before if sheet.tokens[before].lower in sheet.lexicon.grammar["articles"] else find.first
