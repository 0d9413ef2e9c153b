"""What the names in packs may stand for: every form of every record, gathered into patterns for one language."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from sholu.packs.forms import patterns
from sholu.packs.model import Names, Organisation, Outlet, Place, Record, Serial

How = Literal["name", "abbreviation", "former", "adjective"]

_SHORT = 3
_DOTTED = 2  # letters

# In which languages' names a text of one language is searched: names travel untranslated along these roads.
_BORROWS = {"en": ("en",), "ru": ("ru", "en"), "kk": ("kk", "ru", "en")}


class Naming(NamedTuple):
    """What a name may stand for: `form` as written in the pack, and all `records` that go by it, in pack order.

    `how`: its `name`, an `abbreviation` (capitals in text, or it is another word: "who"), a `former` name, or the
    `adjective` of a place ("Kazakh"). Several records mean that the text's context must tell: every country has a
    "Foreign Ministry".
    """

    form: str
    how: How
    records: tuple[Record, ...]

    @property
    def record(self) -> Record:
        """The first of the records."""
        return self.records[0]

    def of(self, country: str) -> Record | None:
        """The one of the records that belongs to `country` (two letters); None if none or several do."""
        found = [record for record in self.records if getattr(record, "country", None) == country]
        return found[0] if len(found) == 1 else None

    def fits(self, words: str) -> bool:
        """Whether `words`, which the pattern found, have the capitals of the form: "WHO" is one, "Who" is not.

        Of abbreviations only short ones need all their capitals: many papers write "Nato" and "Unesco".
        """
        first = self.form.split()[0].lstrip("«")
        written = words.lstrip('«“„"')
        if first.isupper() and len(first) <= _SHORT:
            return written.replace(".", "").startswith(first)
        return written[:1].isupper() or not first[:1].isupper()


def collect(records: Iterable[Record], language: str, adjectives: bool) -> Iterable[tuple[str, Naming]]:
    """Each pattern that finds one of `records` in texts of `language`, once, with all that it may stand for."""
    found: dict[str, tuple[str, How, dict[str, Record]]] = {}
    roads = _BORROWS.get(language, (language,))
    for record in records:
        everyday: Names = getattr(record, "everyday", {})
        for tag, form, how in forms_of(record):
            if form in everyday.get(tag, ()) or form in everyday.get(language, ()):
                continue
            if tag not in roads or (how == "adjective" and not (adjectives and tag == language)):
                continue
            for pattern in _patterns_of(form, language, how):
                found.setdefault(pattern, (form, how, {}))[2].setdefault(record.id, record)
    for pattern, (form, how, sharers) in found.items():
        yield pattern, Naming(form, how, tuple(sharers.values()))


def _patterns_of(form: str, language: str, how: How) -> tuple[str, ...]:
    """Patterns for `form` in texts of `language`; a borrowed name takes that language's endings."""
    made = patterns(form, language, adjective=how == "adjective")
    if how == "abbreviation" and language == "kk":
        return (*made, f"{form.lower()}-*")
    dotted = " ".join(_dotted(word) for word in form.split()) if language == "en" and how != "adjective" else form
    return made if dotted == form else (*made, *patterns(dotted, language))


def _dotted(word: str) -> str:
    """ "UN" as many American papers write it, "U.N."; longer abbreviations have no full stops."""
    short = word.isupper() and word.isalpha() and len(word) == _DOTTED
    return "".join(letter + "." for letter in word) if short else word


def forms_of(record: Record) -> Iterable[tuple[str, str, How]]:
    """(language, form, how) of all that a record is called. Former names of places go by their script."""
    if isinstance(record, Serial):
        yield from (("en", form, "name") for form in record.names)
        return
    yield from _tagged(record.names, "name")
    if isinstance(record, Organisation):
        yield from _tagged(record.abbreviations, "abbreviation")
    if isinstance(record, Organisation | Outlet):
        yield from _tagged(record.former, "former")
    if isinstance(record, Place):
        for name, _ in record.former:
            for tag in ("ru", "kk") if any("\u0400" <= letter <= "\u04ff" for letter in name) else ("en",):
                yield tag, name, "former"
        yield from _tagged(record.adjectives, "adjective")


def _tagged(names: Names, how: How) -> Iterable[tuple[str, str, How]]:
    for tag, forms in names.items():
        for form in forms:
            yield tag, form, how
