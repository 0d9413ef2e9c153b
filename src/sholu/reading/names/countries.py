"""Which country an entity belongs to: what its words or its office say, else the one that the article is about."""

from sholu.reading.languages.morphology import base_forms, features
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import UNKNOWN_OUTLET, Find
from sholu.reading.names.homes import Homes
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.reading.offices.lexicon import office_words

_LOCAL = frozenset({"organisation", "outlet", "person", "place", "facility"})

_APPOSED = frozenset({"organisation", "outlet"})


def with_countries(sheet: Sheet, group: Cluster, homes: Homes) -> str | None:
    """The country of a cluster, by what is said of it, else that of the place where the article plays.

    The article's is given to bodies, places and people whom it has to introduce: whom everybody knows may be a
    foreigner, unless the text speaks of no other country beside the name. What a pack knows has its own or none.
    """
    if group.country or group.kind not in _LOCAL:
        return group.country
    looked_up = any(find.key and not find.key.startswith(UNKNOWN_OUTLET) for find in group.finds)
    if looked_up or any(_international(sheet, find) for find in group.finds):
        return None
    if group.kind == "person":
        return _of_person(sheet, group, homes)
    said = _owner if group.kind == "organisation" else _container
    near = next(filter(None, (said(sheet, find) or _seat(sheet, find) for find in group.finds)), None)
    near = near or next(filter(None, (_described(sheet, find) for find in group.finds)), None)
    if group.kind in _APPOSED:
        near = near or next(filter(None, (_phrase_behind(sheet, find) for find in group.finds)), None)
    return near or homes.around(group.finds[0].first)


def _international(sheet: Sheet, find: Find) -> bool:
    """Whether the words of a name say that it is of many countries: "International Pear Union"."""
    words = sheet.lexicon.grammar["international"]
    return "IGO" in find.sector or any(sheet.tokens[i].lower in words for i in range(find.first, find.last + 1))


def _seat(sheet: Sheet, find: Find) -> str | None:
    """ "High Plum Court in Y": the place that a preposition joins to the name."""
    place = sheet.places.get(find.last + 2)
    if place is None or sheet.tokens[find.last + 1].lower not in sheet.lexicon.grammar["seated"]:
        return None
    return place[1]


def _owner(sheet: Sheet, find: Find) -> str | None:
    """ "Kazakhstan's Foreign Ministry": the place right before "'s"."""
    if find.first < 2 or sheet.tokens[find.first - 1].shape != "possessive":
        return None
    return sheet.place_ends.get(find.first - 2)


def _described(sheet: Sheet, find: Find) -> str | None:
    """«туркменский «X»», «шанхайская фирма X», «Ливанның «X» газеті»: in Russian and Kazakh what stands before a name.

    An adjective of a country or a town, or in Kazakh a place in the genitive, with at most a noun and the quotation
    mark between.
    """
    start, index = sheet.sentence_of[find.first].first, find.first - 1
    if sheet.lexicon.tag == "en" or find.form != "name":
        return None
    if index >= start and sheet.tokens[index].text in _OPENING:
        index -= 1
    if index > start and sheet.lexicon.tag == "ru" and _kind_noun(sheet, index):
        index -= 1
    if index < start:
        return None
    if sheet.lexicon.tag == "kk" and index in sheet.place_ends and _owns(sheet, index):
        return sheet.place_ends[index]
    return sheet.adjectives.get(index) or sheet.towns.get(index)


def _kind_noun(sheet: Sheet, index: int) -> bool:
    return sheet.tokens[index].shape == "lower" and features("ru", sheet.tokens[index].lower).part == "noun"


def _owns(sheet: Sheet, index: int) -> bool:
    return features("kk", sheet.tokens[index].lower).case == "gen" or sheet.tokens[index].lower.endswith(_OF)


_OPENING = frozenset('«“"„')
_OF = ("ның", "нің", "дың", "дің", "тың", "тің")


def _container(sheet: Sheet, find: Find) -> str | None:
    """The country of a place named within the next words of the sentence: "the X checkpoint in Y Region"."""
    stop = min(sheet.sentence_of[find.last].stop, find.last + 8)
    return next((sheet.places[i][1] for i in range(find.last + 1, stop) if i in sheet.places), None)


def _of_person(sheet: Sheet, group: Cluster, homes: Homes) -> str | None:
    """By the adjective or place among the words of office before the name or in the apposition behind it."""
    introduced: Find | None = None
    for find in group.finds:
        country, office = _before(sheet, find, homes)
        if country:
            return country
        behind, holds = _behind(sheet, find, homes)
        country = behind or _phrase_before(sheet, find) or _phrase_behind(sheet, find)
        if country:
            return country
        if introduced is None and (office or holds or _introduced(sheet, find)):
            introduced = find
    related = next((country for find in group.finds if (country := _related(sheet, find, homes))), None)
    if related is not None:
        return related
    if introduced is not None:
        return homes.around(introduced.first)
    full = next((find for find in group.finds if find.form == "name" and find.last > find.first), None)
    return homes.undisputed(full.first) if full else None


def _related(sheet: Sheet, find: Find, homes: Homes) -> str | None:
    """ "her deputy, X", «его предшественник X»: of the country of who is meant; "his counterpart" of the other one."""
    words, start = office_words(sheet.lexicon.tag), sheet.sentence_of[find.first].first
    index = find.first - 1
    if index > start and sheet.tokens[index].text == ",":
        index -= 1
    for step in range(index, max(start, index - _RELATED) - 1, -1):
        token = sheet.tokens[step]
        if token.lower in words.possessive and token.shape != "possessive":
            same = any(sheet.tokens[i].lower in words.same for i in range(step, index + 1))
            country = homes.met(step)
            return homes.other(country) if same else None if homes.main else country
        if not token.is_word or token.shape != "lower":
            return None
    return None


_RELATED = 5
"""Tokens in the words between "her" and the name of her deputy."""


def _introduced(sheet: Sheet, find: Find) -> bool:
    """Whether words before the name or behind it tell who that is: whom all know is named without."""
    tokens, grammar = sheet.tokens, sheet.lexicon.grammar
    before = tokens[find.first - 1] if find.first > sheet.sentence_of[find.first].first else None
    if before is not None and (before.text == "," or (before.shape == "lower" and _noun(sheet, find.first - 1))):
        return True
    if find.last + 2 >= len(tokens):
        return False
    after, then = tokens[find.last + 1], tokens[find.last + 2]
    if after.text in (",", "("):
        return then.shape == "lower" and then.lower not in grammar["joins"]
    return after.lower in grammar["seated"]


def _noun(sheet: Sheet, index: int) -> bool:
    """Whether a word in small letters may say what somebody is: neither a verb nor a small word."""
    return not sheet.verb(index) and not sheet.marks(index) & (Mark.OPENER | Mark.PARTICLE | Mark.PERSON_VERB)


def _before(sheet: Sheet, find: Find, homes: Homes) -> tuple[str | None, bool]:
    """Country and whether there is an office, in the words right before a name: "Kazakh Foreign Minister X"."""
    start = sheet.sentence_of[find.first].first
    index, office = find.first - 1, False
    country: str | None = None
    posted: str | None = None
    while index >= start and find.first - index <= 14:
        token = sheet.tokens[index]
        if token.text == ")":
            index = _opening(sheet, index, start)
            continue
        if (posting := _posting(sheet, index)) is not None:
            posted = posted or (None if office else sheet.place_ends[index])
            index = posting - 1
            continue
        if index in sheet.adjectives or (index in sheet.place_ends and not _merely_where(sheet, index, find)):
            country = country or sheet.adjectives.get(index) or sheet.place_ends.get(index)
        elif country is None and (body := homes.bodies.get(index) or sheet.towns.get(index)):
            country = body
        elif sheet.marks(index) & Mark.TITLE:
            office = True
        elif token.text in _ENDS or (token.shape == "lower" and not _goes_on(sheet, index)):
            return (posted if office else _of_noun(sheet, index) if index == find.first - 1 else None), office
        if country and (office or index == find.first - 1):
            return country, office
        index -= 1
    return posted if office else None, office


def _posting(sheet: Sheet, last: int) -> int | None:
    """The first token of "in Uzbekistan", «в Узбекистане», «Өзбекстандағы»: where somebody is, but need not be from."""
    if last not in sheet.place_ends:
        return None
    first, grammar = _first_of(sheet, last), sheet.lexicon.grammar
    if sheet.tokens[last].lower.endswith(tuple(grammar["place_endings"]) or ("\n",)):
        return first
    return first - 1 if first and sheet.tokens[first - 1].lower in grammar["place_prepositions"] else None


def _of_noun(sheet: Sheet, index: int) -> str | None:
    """ "Czech plumber X": the country in the adjective before the noun that stands right before a name."""
    if sheet.tokens[index].shape != "lower" or not _noun(sheet, index):
        return None
    return sheet.adjectives.get(index - 1) or sheet.towns.get(index - 1)


def _phrase_before(sheet: Sheet, find: Find) -> str | None:
    """ "The Kyrgyz counterpart, X,": the first country in a phrase without a verb that a comma joins to the name."""
    start = sheet.sentence_of[find.first].first
    if find.first - 2 < start or sheet.tokens[find.first - 1].text != ",":
        return None
    first = find.first - 1
    while first > start and find.first - first <= _LONG_PHRASE and sheet.tokens[first - 1].text not in _ENDS:
        first -= 1
    verb = next((i for i in range(find.first - 2, first - 1, -1) if sheet.verb(i)), first - 1)
    return _first_country(sheet, verb + 1, find.first - 1)


def _phrase_behind(sheet: Sheet, find: Find) -> str | None:
    """ "X, a lecturer in Bishkek": the first country in such a phrase behind the name."""
    stop = min(sheet.sentence_of[find.last].stop, find.last + 2 + _LONG_PHRASE)
    first = find.last + 2
    if first >= stop or sheet.tokens[first - 1].text != "," or not _opens_phrase(sheet, first):
        return None
    last = next((i for i in range(first, stop) if sheet.tokens[i].text in _ENDS or sheet.tokens[i].text == "."), stop)
    return _first_country(sheet, first, last)


def _opens_phrase(sheet: Sheet, index: int) -> bool:
    """Whether a noun with what belongs to it begins here: in English with an article."""
    articles, token = sheet.lexicon.grammar["articles"], sheet.tokens[index]
    if articles:
        return token.lower in articles
    return token.shape == "lower" and features(sheet.lexicon.tag, token.lower).part == "noun"


def _first_country(sheet: Sheet, first: int, stop: int) -> str | None:
    """The country that the first adjective or place among the tokens tells; None where there is a verb."""
    if any(sheet.marks(i) & Mark.PERSON_VERB for i in range(first, stop)):
        return None
    for index in range(first, stop):
        if index in sheet.adjectives:
            return sheet.adjectives[index]
        if (place := sheet.places.get(index)) is not None and place[1]:
            return place[1]
    return None


def _merely_where(sheet: Sheet, last: int, find: Find) -> bool:
    """ "On Monday Brussels X's lawyer": in English a place right before a name is not whose X is."""
    first = _first_of(sheet, last)
    of = first > 0 and sheet.tokens[first - 1].lower in sheet.lexicon.grammar["of"]
    return sheet.lexicon.tag == "en" and last == find.first - 1 and not of


def _first_of(sheet: Sheet, last: int) -> int:
    """The first token of the place whose last token this is."""
    while last > 0 and last in sheet.place_tokens and last not in sheet.places:
        last -= 1
    return last


_LONG_PHRASE = 14
"""Tokens in the longest phrase that is joined to a name by a comma."""
_ENDS = frozenset(',;:(«»“”"')


def _opening(sheet: Sheet, index: int, start: int) -> int:
    """The token before the bracket that is closed at `index`."""
    while index > start and sheet.tokens[index].text != "(":
        index -= 1
    return index - 1


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Small words that may stand inside the words of office."""
    lexicon = sheet.lexicon
    lower = sheet.tokens[index].lower
    marks = sheet.marks(index)
    inside = Mark.MODIFIER | Mark.TITLE | Mark.HEAD | Mark.SMALL_HEAD | Mark.GROUP_MODIFIER
    if lexicon.tag == "en" and (lower in office_words("en").status or lower in office_words("en").modifiers):
        return True  # "Kazakh acting President X"
    if lexicon.tag != "en" and features(lexicon.tag, lower).case == "gen":
        return True  # глава делегации, делегациясының басшысы
    return bool(marks & inside) or lower in lexicon.grammar["of"] or lower in lexicon.grammar["articles"]


def _behind(sheet: Sheet, find: Find, homes: Homes) -> tuple[str | None, bool]:
    """The same in an apposition: ", head of the X Center at the Russian Academy"."""
    stop = sheet.sentence_of[find.last].stop
    index = find.last + 1
    if index >= stop or sheet.tokens[index].text not in (",", "(", "—", "–"):
        return None, False
    if opening := _opening_country(sheet, index + 1, stop):
        return opening, True
    office = False
    for step in range(index + 1, min(stop, index + 16)):
        if sheet.tokens[step].text in ",;:().":
            break
        if sheet.marks(step) & Mark.TITLE:
            office = True
        elif office and (own := sheet.adjectives.get(step) or homes.bodies.get(step) or sheet.towns.get(step)):
            return own, True
        elif office and step in sheet.places:
            return (None if _is_posted(sheet, index, step) else sheet.places[step][1]), True
    return None, office


def _is_posted(sheet: Sheet, first: int, place: int) -> bool:
    """Whether a diplomat's office leads to a place, which is not whose he is: "X, ambassador in Tehran"."""
    before = sheet.tokens[place - 1].lower
    words = (sheet.tokens[i].lower for i in range(first + 1, place))
    return before in sheet.lexicon.grammar["place_prepositions"] and any(
        _is_one_of(sheet, word, "diplomats") for word in words
    )


def _is_one_of(sheet: Sheet, lower: str, key: str) -> bool:
    words = sheet.lexicon.grammar[key]
    return lower in words or any(form in words for form in base_forms(sheet.lexicon.tag, lower))


def _opening_country(sheet: Sheet, first: int, stop: int) -> str | None:
    """ "X, a former Qatari envoy", "X, Liberia's minister": the country with which the words of an apposition begin."""
    for step in range(first, min(stop - 1, first + _OPENING_WORDS)):
        if step in sheet.adjectives and sheet.tokens[step + 1].shape == "lower":
            return sheet.adjectives[step]
        if step in sheet.place_ends and sheet.tokens[step + 1].shape == "possessive":
            return sheet.place_ends[step]
        if (
            not (step in sheet.place_tokens or _goes_on(sheet, step))
            or sheet.tokens[step].lower in sheet.lexicon.grammar["of"]
        ):
            return None
    return None


_OPENING_WORDS = 4
