"""What an entity is called: the fullest name in base form, and every other form that the text or a pack has for it."""

from functools import reduce

from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import Features, base_forms, readings
from sholu.reading.languages.nominative import agreeing, nominative_phrase, several_of
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.declining import declined_names
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Lexicon, Mark
from sholu.reading.names.sheet import Sheet
from sholu.reading.places.adjectives import country_word


def name_of(sheet: Sheet, group: Cluster) -> tuple[str, tuple[str, ...]]:
    """Name and aliases of a cluster."""
    named = [find for find in group.finds if find.form == "name"]
    forms = list(dict.fromkeys(form for form in _forms(sheet, group, named) if form))
    looked_up = list(dict.fromkeys(find.name for find in group.finds if find.name))
    name = looked_up[0] if looked_up else _fullest(sheet, group, named, forms)
    more = [alias for find in group.finds for alias in find.aliases]
    aliases = dict.fromkeys([*forms, *looked_up, *more, *(short.upper() for short in sorted(group.short))])
    return name, tuple(alias for alias in aliases if alias != name)


def _forms(sheet: Sheet, group: Cluster, named: list[Find]) -> list[str]:
    """The forms of an entity's names, in base form where its language has cases."""
    if sheet.lexicon.tag == "ru" and group.kind == "person" and not any(find.name for find in named):
        return declined_names(sheet, named)
    alike: dict[tuple[str, str | None, str | None, bool], Find] = {}
    for find in named:  # one of each is enough: others with the same words get the same form
        shouted = sheet.sentence_of[find.first].i in sheet.shouting
        alike.setdefault((_spoken(sheet, find), find.name, find.head, shouted), find)
    return [_form(sheet, group, find) for find in alike.values()]


def _fullest(sheet: Sheet, group: Cluster, named: list[Find], forms: list[str]) -> str:
    """The longest form; of a person's one that stands in the nominative somewhere goes first."""
    if not forms:
        first = group.finds[0]
        words = _spoken(sheet, first)
        if sheet.lexicon.tag == "ru":
            words = " ".join(nominative_phrase(words.split()))
        return decapitalised(words, sheet.lexicon) if first.first in sheet.opens else words
    if group.kind == "person":
        plain = [_spoken(sheet, find) for find in named]
        return max(forms, key=lambda form: (_words(form), form in plain, _bareness(form, plain), len(form)))
    return max(forms, key=len)


def decapitalised(words: str, lexicon: Lexicon) -> str:
    """What has no name, as it stands inside a sentence: without the capital that opens one ("The judge", "Police")."""
    first = words.split(None, 1)[0]
    if len(first) > 1 and not (first[0].isupper() and first[1:].islower()):
        return words
    lower = first.lower()
    if country_word(lexicon.tag, lower) or lexicon.capital(lower).marks & _OWN_CAPITAL:
        return words
    plain = lexicon.word(lower).marks & _PLAIN or lower in lexicon.grammar["articles"]
    return lower + words[len(first) :] if plain else words


def _words(name: str) -> int:
    """The words of a name that are no initials."""
    return sum(len(word) > 1 and not word.endswith(".") for word in name.split())


def _bareness(form: str, spoken: list[str]) -> int:
    """How many of the forms in the text are this one, or this one with an ending ("Ким Чен Ын" + "а")."""
    return sum(other.startswith(form) for other in spoken)


def _spoken(sheet: Sheet, find: Find) -> str:
    """The words as they stand, spaces made plain."""
    return " ".join(sheet.text(find.first, find.last).split())


def _form(sheet: Sheet, group: Cluster, find: Find) -> str:
    """The words of a find in base form; "" where a looked-up name says the same."""
    words = _spoken(sheet, find)
    tag = sheet.lexicon.tag
    if (
        sheet.sentence_of[find.first].i in sheet.shouting
        and words.isupper()
        and (find.first != find.last or tag == "en")
    ):
        words = words.title()
    if tag == "en" or words.isupper():
        return words
    if find.name and find.first == find.last:
        said = words[:3].lower() == find.name[:3].lower() and " " not in find.name
        forms = {form.lower() for form in (words, *base_forms(tag, words))}
        return "" if said and find.name.lower() in forms else _base(sheet, group, words)
    if group.kind == "person":
        return _person_form(sheet, group, find)
    if tag == "ru" and _is_quoted_behind_noun(sheet, find):
        return words
    if tag == "kk":
        return _last_word_form(sheet, find)
    head = _place_head(sheet, find) if group.kind == "place" else _head(sheet, find)
    if head is None:
        return _two_words(words) or _person_form(sheet, group, find)
    return _body_form(sheet, find, head)


def _is_quoted_behind_noun(sheet: Sheet, find: Find) -> bool:
    """Russian: «банку „Север“», against «главе „Севера“»: a noun for what it is takes the case from the name."""
    before = find.first - 2
    if (
        before < 0
        or not _closes_quotation(sheet, find.last)
        or sheet.tokens[find.first - 1].text not in _OPENING_QUOTES
    ):
        return False
    return bool(sheet.marks(before) & (Mark.HEAD | Mark.FACILITY_HEAD)) and sheet.tokens[before].shape == "lower"


def _two_words(words: str) -> str | None:
    """Russian: «Северной Осетии»: an adjective and a noun that the dictionary knows, in the nominative."""
    parts = words.split()
    if len(parts) != _ADJECTIVE_AND_NOUN:
        return None
    first, second = (readings("ru", part.lower())[0] for part in parts)
    if first.part != "adjective" or second.part != "noun" or not second.known:
        return None
    return " ".join(nominative_phrase(parts))


_ADJECTIVE_AND_NOUN = 2


def _person_form(sheet: Sheet, group: Cluster, find: Find) -> str:
    """Each word in base form in Russian, the last one in Kazakh; a name whose last word is a base form stays."""
    whole = (
        sheet.lexicon.tag == "kk" or _base(sheet, group, sheet.tokens[find.last].text) == sheet.tokens[find.last].text
    )
    if sheet.tokens[find.last].lower.endswith(sheet.lexicon.undeclined):
        whole = False  # «Ахметова Данияра Кайратулы»
    parts = []
    for index in range(find.first, find.last + 1):
        token = sheet.tokens[index]
        gap = sheet.page.text[sheet.tokens[index - 1].end : token.start] if index > find.first else ""
        word = token.text
        if (
            word.isupper()
            and len(word) > _ABBREVIATION
            and not all(sheet.tokens[i].text.isupper() for i in range(find.first, find.last + 1))
        ):
            word = word.title()  # "Олег КРУК"
        if sheet.capitalised(index) and not sheet.initial(index) and (index == find.last or not whole):
            word = _base(sheet, group, word)
        elif index < find.last and sheet.lexicon.tag == "ru":
            word = _given(word)
        parts.append((" " if gap and not gap.strip() else gap) + word)
    return "".join(parts)


_ABBREVIATION = 3  # letters in the longest one inside somebody's name


def _given(word: str) -> str:
    """A given name that the dictionary knows in another case only ("Агатой" before an indeclinable surname)."""
    found = readings("ru", word.lower())
    forms = [form for form in found if form.kind == "given" and form.known]
    if not forms or any(form.case == "nom" and form.kind for form in found):
        return word
    return _cased(forms[0].lemma, word)


def _base(sheet: Sheet, group: Cluster, word: str) -> str:
    """The base form that fits the entity's other mentions and its gender best."""
    tag = sheet.lexicon.tag
    candidates = list(base_forms(tag, word))
    if len(candidates) == 1:
        return word
    alike = {
        sheet.tokens[i].text: None
        for find in group.finds
        for i in range(find.first, find.last + 1)
        if sheet.tokens[i].is_word and sheet.tokens[i].lower[:3] == word[:3].lower()
    }
    if tag == "kk" and group.kind == "person" and len(alike) == 1 and _is_whole(sheet, word):
        return word
    if tag == "ru" and group.kind in ("place", "facility") and len(alike) == 1 and _is_in_town(candidates, word):
        return word[:-1]
    others = [{form.lower() for form in base_forms(tag, text)} for text in alike]
    shared = reduce(set.intersection, others) if others else set()
    fitting = [form for form in candidates if form.lower() in shared] or candidates
    if tag == "ru" and group.kind == "person" and group.gender:
        return _gendered(fitting, word, group.gender)
    return fitting[0]


def _is_in_town(candidates: list[str], word: str) -> bool:
    """Russian: «в Карамыке»: a place that nobody knows is rather «Карамык» than «Карамыка»; «на Марице» is not."""
    bare = word[:-1]
    if word[-1] != "е" or len(bare) < _SHORTEST_TOWN or bare[-1].lower() not in _TOWN_ENDS:
        return False
    return bare in candidates and not any(form.known for form in readings("ru", word.lower()))


_SHORTEST_TOWN = 4
_TOWN_ENDS = frozenset("бвгдзклмнпрстфхч")


def _is_whole(sheet: Sheet, word: str) -> bool:
    """Kazakh: whether a name only looks as if it had a case: «Мырзагелді», «Тұрсын», «Фарида», «Нурдан»."""
    lower = word.lower()
    if lower.endswith(sheet.lexicon.whole_names):
        return True
    cased = [form for form in readings("kk", lower) if form.case not in ("", "nom")]
    return bool(cased) and all(
        form.case in _SELDOM and not sheet.lexicon.capital(form.lemma).marks & _NAMES for form in cased
    )


def _gendered(forms: list[str], word: str, gender: str) -> str:
    """The first form that ends as names of the gender do: women's in -а or -я, men's mostly not."""
    feminine = gender == "f"
    suited = [form for form in forms if (form[-1] in "ая") == feminine]
    changes = any(form != word and form[-1] not in "аяоеиыуюэ" for form in forms)
    if suited and (feminine or word[-1] not in "ая" or changes):
        return suited[0]
    return forms[0]


def _names_land(sheet: Sheet, last: int) -> bool:
    """Kazakh: whether the kind of land stands behind a name, which has no case then: "Жарма | ауданының"."""
    after = last + 1
    return after < len(sheet.tokens) and sheet.tokens[after].lower.startswith(kazakh_small_words("lands"))


def _last_word_form(sheet: Sheet, find: Find) -> str:
    """Kazakh: only the last word carries the case, and a name keeps its possession ("министрлігі")."""
    words = _spoken(sheet, find)
    last = sheet.tokens[find.last]
    if not last.is_word:
        return words
    inflected = (
        []
        if _closes_quotation(sheet, find.last) or _names_land(sheet, find.last)
        else [
            form
            for form in readings("kk", last.lower)
            if form.case not in ("", "nom") and _is_likely(sheet, find, form)
        ]
    )
    bare = max((form.lemma for form in inflected), key=len, default=last.lower)
    base = last.text[: len(bare)] if last.lower.startswith(bare) else last.text
    return words[: len(words) - len(last.text)] + base


def _closes_quotation(sheet: Sheet, index: int) -> bool:
    """Whether a quotation ends behind a word: what a name there ends in is its own, its case stands outside."""
    after = index + 1
    return after < len(sheet.tokens) and sheet.tokens[after].text in _QUOTES and sheet.tight(after)


_QUOTES = frozenset("»”")
_OPENING_QUOTES = frozenset("«“")
_SELDOM = frozenset({"loc", "ins", "attr", "abl"})
"""Cases in which people are seldom named."""


def _is_likely(sheet: Sheet, find: Find, form: Features) -> bool:
    """Whether a word that may have a case has it: names of people that only look so are left whole."""
    lexicon = sheet.lexicon
    stem = lexicon.capital(form.lemma).marks & _NAMES
    if find.kind == "person" and form.case in _SELDOM and not stem:
        return False
    return bool(stem) or not lexicon.word(sheet.tokens[find.last].lower).marks & _NAMES


_PLAIN = Mark.COMMON | Mark.TITLE | Mark.HEAD | Mark.SMALL_HEAD | Mark.GROUP | Mark.OPENER | Mark.MODIFIER | Mark.KIN
_OWN_CAPITAL = Mark.PEOPLES | Mark.GIVEN | Mark.SURNAME | Mark.CALENDAR | Mark.GEO
_NAMES = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC


def _head(sheet: Sheet, find: Find) -> int:
    """The token of the head noun, the first token where none was noted."""
    inside = range(find.first, find.last + 1)
    if find.head is None and sheet.lexicon.tag == "ru":
        nouns = (i for i in inside if readings("ru", sheet.tokens[i].lower)[0].part == "noun")
        return next((i for i in nouns if not _is_strange_adjective(sheet, find, i)), find.first)
    return next((i for i in inside if sheet.tokens[i].lower == find.head), find.first)


def _is_strange_adjective(sheet: Sheet, find: Find, index: int) -> bool:
    """Whether a word before the last one is an adjective of a place that the dictionary lacks: «Ангренской ТЭС»."""
    lower = sheet.tokens[index].lower
    strange = index < find.last and not readings("ru", lower)[0].known
    return strange and lower.endswith(sheet.lexicon.adjectival)


def _place_head(sheet: Sheet, find: Find) -> int | None:
    """The noun that says what kind of place it is ("область", "сельский округ"); None where there is none."""
    small = [i for i in range(find.first, find.last + 1) if sheet.tokens[i].shape == "lower"]
    return next((i for i in small if readings("ru", sheet.tokens[i].lower)[0].part == "noun"), next(iter(small), None))


def _body_form(sheet: Sheet, find: Find, head: int) -> str:
    """Russian: the head and the adjectives before it go back to the nominative, the rest stays as it is."""
    if not sheet.tokens[head].is_word or sheet.foreign(head):
        return _spoken(sheet, find)
    grammar = _noun(sheet.tokens[head].lower)
    if grammar is None:
        return _spoken(sheet, find)
    parts = []
    for index in range(find.first, find.last + 1):
        token = sheet.tokens[index]
        gap = " " if index > find.first and token.start > sheet.tokens[index - 1].end else ""
        word = token.text
        if index == head:
            word = _cased(several_of(grammar.lemma), word)
        elif index < head and token.is_word:
            word = _cased(agreeing(token.lower, grammar.gender, "singular"), word)
        parts.append(gap + word)
    return "".join(parts)


def _noun(lower: str) -> Features | None:
    """The grammar of a noun in the singular; None for plurals and words that the dictionary does not know."""
    first = next((reading for reading in readings("ru", lower) if reading.part == "noun"), None)
    return first if first is not None and first.known and first.number == "singular" else None


def _cased(form: str, like: str) -> str:
    """`form` with the capitals of `like`."""
    if len(like) > 1 and like.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if like[0].isupper() else form
