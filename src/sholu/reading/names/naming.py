"""What an entity is called: the fullest name in base form, and every other form that the text or a pack has for it."""

from functools import reduce

from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import Find
from sholu.reading.names.sheet import Sheet


def name_of(sheet: Sheet, group: Cluster) -> tuple[str, tuple[str, ...]]:
    """Name and aliases of a cluster."""
    forms = list(dict.fromkeys(_form(sheet, group, find) for find in group.finds if find.form == "name"))
    looked_up = [find.name for find in group.finds if find.name]
    if looked_up:
        name = looked_up[0]
    elif forms:
        name = _fullest(sheet, group, forms)
    else:
        name = _spoken(sheet, group.finds[0])
    more = [alias for find in group.finds for alias in find.aliases]
    aliases = dict.fromkeys([*forms, *looked_up, *more, *(short.upper() for short in sorted(group.short))])
    return name, tuple(alias for alias in aliases if alias != name)


def _fullest(sheet: Sheet, group: Cluster, forms: list[str]) -> str:
    """The form with most words; for a person who is also called by a patronymic or an initial, the longest name."""
    if group.kind == "person":
        return max(forms, key=lambda form: (sum(len(word) > 2 for word in form.split()), len(form)))
    return max(forms, key=len)


def _spoken(sheet: Sheet, find: Find) -> str:
    return " ".join(sheet.text(find.first, find.last).split())


def _form(sheet: Sheet, group: Cluster, find: Find) -> str:
    """The words of a find in base form, spaces made plain."""
    words = _spoken(sheet, find)
    tag = sheet.lexicon.tag
    if sheet.sentence_of[find.first].i in sheet.shouting and words.isupper() and find.first != find.last:
        words = words.title()
    if tag == "en" or find.name:
        return words
    if group.kind == "person":
        return _person_form(sheet, group, find)
    return _last_word_form(sheet, find) if tag == "kk" else _first_words_form(sheet, find)


def _person_form(sheet: Sheet, group: Cluster, find: Find) -> str:
    parts = []
    for index in range(find.first, find.last + 1):
        token = sheet.tokens[index]
        gap = sheet.page.text[sheet.tokens[index - 1].end : token.start] if index > find.first else ""
        word = token.text
        if sheet.capitalised(index) and not sheet.initial(index):
            if sheet.lexicon.tag == "ru" or index == find.last:
                word = _base(sheet, group, word)
        parts.append((" " if gap.strip() == "" and gap else gap) + word)
    return "".join(parts)


def _base(sheet: Sheet, group: Cluster, word: str) -> str:
    """The base form that fits the other mentions of the person and the person's gender best."""
    tag = sheet.lexicon.tag
    candidates = list(base_forms(tag, word))
    if len(candidates) == 1:
        return word
    others = [
        {form.lower() for form in base_forms(tag, sheet.tokens[i].text)}
        for find in group.finds
        for i in range(find.first, find.last + 1)
        if sheet.tokens[i].is_word and sheet.tokens[i].lower[:3] == word[:3].lower()
    ]
    shared = reduce(set.intersection, others) if others else set()
    fitting = [form for form in candidates if form.lower() in shared] or candidates
    if tag == "ru" and group.gender:
        ends = ("а", "я") if group.gender == "f" else None
        gendered = [form for form in fitting if (form[-1] in "ая") == (ends is not None)]
        if gendered and (ends is not None or word[-1] not in "ая" or _changes(fitting, word)):
            return gendered[0]
    return fitting[0]


def _changes(forms: list[str], word: str) -> bool:
    """Whether a base form ends in a consonant, so that "-а" may be a case ending."""
    return any(form != word and form[-1] not in "аяоеиыуюэ" for form in forms)


def _last_word_form(sheet: Sheet, find: Find) -> str:
    words = _spoken(sheet, find)
    last = sheet.tokens[find.last]
    if not last.is_word:
        return words
    base = base_forms("kk", last.text)[0]
    return words[: len(words) - len(last.text)] + base


def _first_words_form(sheet: Sheet, find: Find) -> str:
    """Russian institutions: the head and the adjectives before it go back to the nominative, the rest stays."""
    words = _spoken(sheet, find)
    if find.first == find.last:
        return base_forms("ru", words)[0]
    return words
