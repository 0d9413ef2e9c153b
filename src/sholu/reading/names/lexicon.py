"""What one language's data says of single words: titles, given names, heads of institutions, calendar words and so on.

Every list of `names.toml` becomes a flag; a word is looked up once and remembered.
"""

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any, Final, NamedTuple

from sholu.model.reading import EntityKind
from sholu.reading.languages import language
from sholu.reading.languages.morphology import base_forms, readings
from sholu.reading.names.folding import plain

REMEMBERED = 65_536


class Mark:
    """What a word can be: bits of a plain int, for these are tested for every word."""

    TITLE: Final = 1
    HONORIFIC: Final = 2
    GIVEN: Final = 4
    SURNAME: Final = 8
    ENDING: Final = 16  # ends like a surname
    PATRONYMIC: Final = 32
    HEAD: Final = 64
    SMALL_HEAD: Final = 128
    COMMON: Final = 256
    CALENDAR: Final = 512
    OPENER: Final = 1024
    PARTICLE: Final = 2048
    SUFFIX: Final = 4096
    PLACE_HEAD: Final = 8192
    FACILITY_HEAD: Final = 16384
    LEGAL_HEAD: Final = 32768
    OUTLET_HEAD: Final = 65536
    MODIFIER: Final = 131072
    PEOPLES: Final = 262144
    PERSON_VERB: Final = 524288
    OUTLET_CUE: Final = 1048576
    GROUP: Final = 2097152
    GROUP_MODIFIER: Final = 4194304
    EVENT_HEAD: Final = 8388608
    WORK_HEAD: Final = 16777216
    KIN: Final = 33554432
    ALONE: Final = 67108864
    GEO: Final = 134217728  # a place by the dictionary
    VESSEL: Final = 268435456


class Word(NamedTuple):
    """What is known of one word: bits of `Mark`, the sector of a head or group, the gender of a name or title."""

    marks: int = 0
    sector: str | None = None
    gender: str | None = None
    group: str | None = None


_BLOCKS = {
    "titles": Mark.TITLE,
    "honorifics": Mark.HONORIFIC | Mark.TITLE,
    "particles": Mark.PARTICLE,
    "suffixes": Mark.SUFFIX,
    "kin": Mark.KIN,
}
_GRAMMAR = {
    "modifiers": Mark.MODIFIER,
    "place_heads": Mark.PLACE_HEAD,
    "facility_heads": Mark.FACILITY_HEAD,
    "legal_heads": Mark.LEGAL_HEAD,
    "event_heads": Mark.EVENT_HEAD,
    "alone": Mark.ALONE,
    "work_heads": Mark.WORK_HEAD,
    "vessels": Mark.VESSEL | Mark.FACILITY_HEAD,
    "calendar": Mark.CALENDAR,
    "openers": Mark.OPENER,
    "peoples": Mark.PEOPLES,
    "outlet_heads": Mark.OUTLET_HEAD,
    "outlet_cues": Mark.OUTLET_CUE,
    "person_verbs": Mark.PERSON_VERB,
}
_SHORT = 3  # letters of a neighbour's given name that may be an ordinary word
_SHORTEST = 5  # letters that a word needs before its ending makes it a surname


class Lexicon:
    """The word lists of one language, compiled. Get it with `lexicon(tag)`."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.table: dict[str, Any] = language(tag).table("names")
        grammar = self.table["grammar"]
        self.grammar: dict[str, frozenset[str]] = {key: frozenset(block.split()) for key, block in grammar.items()}
        self._exact: dict[str, Word] = {}
        self._stems: dict[str, Word] = {}
        self._fill()
        self.knows_common_words = tag == "ru" or any(word.marks & Mark.COMMON for word in self._exact.values())
        pattern = grammar["ending_pattern"]
        self._ending_pattern = re.compile(pattern) if pattern else None
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._endings = _surname_endings(self.table["surname_endings"])
        self._all_endings = tuple(ending for ending, _ in self._endings)
        self.adjective_endings = tuple(grammar["adjective_endings"].split())
        self.genitive_endings = tuple(grammar["genitive_endings"].split())
        self.modifier_endings = tuple(grammar["modifier_endings"].split())
        self.undeclined = tuple(grammar["undeclined"].split()) or ("\n",)
        self.adjectival = tuple(grammar["adjectival"].split()) or ("\n",)
        self.surnames_like_plurals = tuple(grammar["surnames_like_plurals"].split())
        self.homes: dict[str, str] = self.table["homes"]
        nouns = self.table["apposing"]
        self.apposing: dict[str, EntityKind] = {word: kind for kind, block in nouns.items() for word in block.split()}
        nouns = self.table["explaining"]
        self.explaining: dict[str, EntityKind] = {word: kind for kind, block in nouns.items() for word in block.split()}
        nouns = self.table["hinting"]
        self.hinting: dict[str, EntityKind] = {word: kind for kind, block in nouns.items() for word in block.split()}
        kinds = self.table["generic"].items()
        self.generic = tuple((stem, sector) for sector, block in kinds for stem in block.split())
        self.whole_names = tuple(grammar["whole_names"].split()) or ("\n",)
        self.sons = frozenset(grammar["sons"].split())
        self.substantives = tuple(grammar["substantives"].split())
        self.working_for = tuple(grammar["working_for"].split()) or ("\n",)
        self.related = tuple(grammar["related"].split())
        self.never = frozenset(self.table["never"].split())
        self.families = frozenset(self.table["families"].split())
        self.compound_endings = tuple(self.table.get("compound_endings", "").split())
        self.objects = frozenset(self.table.get("objects", "").split())
        self.selves = frozenset(self.table.get("selves", "").split())
        self.field_joins = frozenset(self.table.get("field_joins", "").split())
        self.field_heads = frozenset(self.table.get("field_heads", "").split())
        self.verb_endings = tuple(grammar["verb_endings"].split())
        self.pronouns = {word: key for key, block in self.table["pronouns"].items() for word in block.split()}
        self.word = lru_cache(REMEMBERED)(self._word)
        self.capital = lru_cache(REMEMBERED)(self._capital)

    def _fill(self) -> None:
        for key, mark in _BLOCKS.items():
            self._add(self.table[key].split(), mark)
        for key, mark in _GRAMMAR.items():
            self._add(self.table["grammar"][key].split(), mark)
        for sector, block in self.table["heads"].items():
            self._add(block.split(), Mark.HEAD, sector=sector)
        for sector, block in self.table["small_heads"].items():
            self._add(block.split(), Mark.SMALL_HEAD, sector=sector)
        for sector, block in self.table["groups"].items():
            self._add(block.split(), Mark.GROUP, group=sector)
        self._add(self.table["group_words"]["modifiers"].split(), Mark.GROUP_MODIFIER)
        self._add(self.table["feminine"].split(), 0, gender="f")
        self._add(self.table["masculine"].split(), 0, gender="m")
        for name, gender in _given_names(self.tag):
            self._add((name,), Mark.GIVEN, gender=gender)
        for neighbour in self.table["grammar"]["neighbours"].split():  # whose people the press names, too
            for name, gender in _given_names(neighbour):
                if len(name) > _SHORT and name not in self._exact:
                    self._add((name,), Mark.GIVEN, gender=gender)
        self._add(_lines(self.tag, "surnames"), Mark.SURNAME)
        self._add(_lines(self.tag, "common_words"), Mark.COMMON)

    def _add(
        self,
        words: Iterable[str],
        mark: int,
        *,
        sector: str | None = None,
        gender: str | None = None,
        group: str | None = None,
    ) -> None:
        for word in words:
            table, key = (self._stems, word[:-1]) if word.endswith("*") else (self._exact, word)
            old = table.get(key)
            new = Word(mark, sector, gender, group)
            table[key] = new if old is None else _joined(old, new)

    @cached_property
    def _home_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(stem) for stem in self.homes}, reverse=True))

    def home(self, lower: str) -> str | None:
        """The country of an institution that one word names ("Kremlin")."""
        if self.tag == "en":
            return self.homes.get(lower)
        return next((self.homes[lower[:n]] for n in self._home_lengths if lower[:n] in self.homes), None)

    def _word(self, lower: str) -> Word:
        """All that the lists say of a word in small letters."""
        found = self._exact.get(lower)
        if found is None and not lower.isascii():
            found = self._exact.get(plain(lower))
        word = found or _NOTHING
        for length in self._lengths:
            if length > len(lower):
                break
            stemmed = self._stems.get(lower[:length])
            if stemmed is not None and self._may_end(lower[length:]):
                word = _joined(word, stemmed)
        if "-" in lower and not word.marks & Mark.TITLE:
            tail = self._word(lower.rsplit("-", 1)[1])
            if tail.marks & Mark.TITLE:  # "vice-minister", экс-депутат
                word = _joined(word, Word(Mark.TITLE, None, tail.gender))
        return word

    def _may_end(self, rest: str) -> bool:
        """Whether `rest` may follow a stem: one of the endings of the language, or none where it lists none."""
        if self._ending_pattern is not None:
            return self._ending_pattern.fullmatch(rest) is not None
        endings = self.grammar["endings"]
        return not endings or not rest or rest in endings

    def without_endings(self, lower: str) -> list[str]:
        """What is left of a word when anything goes that may follow a stem; at least five letters."""
        if self._ending_pattern is None:
            return []
        lengths = range(_SHORTEST, len(lower))
        return [lower[:length] for length in lengths if self._ending_pattern.fullmatch(lower[length:])]

    def _capital(self, lower: str) -> Word:
        """What a word written with a capital may be: the lists, its base forms, its endings, and the dictionary."""
        word = self._word(lower)
        marks, gender = word.marks, word.gender
        if self.tag != "en":
            for base in base_forms(self.tag, lower):
                listed = self._exact.get(base)
                if listed is not None and listed.marks & (Mark.GIVEN | Mark.SURNAME):
                    marks |= listed.marks & (Mark.GIVEN | Mark.SURNAME)
                    gender = gender or listed.gender
        if self.tag == "ru":
            more, told = _by_dictionary(lower)
            if more == Mark.COMMON and not marks and self._masks_surname(lower):
                more = Mark.ENDING
            marks |= more
            gender = gender or told
        if len(lower) >= _SHORTEST and not marks & Mark.COMMON:
            told = self._by_ending(lower)
            if told:
                marks |= Mark.ENDING
                gender = gender or (told if told != "u" else None)
        return Word(marks, word.sector, gender, word.group)

    def _masks_surname(self, lower: str) -> bool:
        """Whether a word that ends like a man's surname is ordinary only as the plural of a noun ("Казначеев")."""
        if not lower.endswith(self.surnames_like_plurals):
            return False
        forms = readings(self.tag, lower)
        plural = all(form.part == "noun" and form.number == "plural" and not form.kind for form in forms)
        return plural and not any(self.word(form.lemma).marks for form in forms)

    def _by_ending(self, lower: str) -> str | None:
        last = lower.rsplit("-", 1)[-1]
        forms = (last,) if self.tag != "kk" else (last, *base_forms("kk", last), *self.without_endings(last))
        if not any(form.endswith(self._all_endings) for form in forms):
            return None
        for ending, gender in self._endings:
            if any(form.endswith(ending) for form in forms):
                return gender
        return None


_NOTHING = Word()


def _joined(old: Word, new: Word) -> Word:
    clash = old.gender is not None and new.gender is not None and old.gender != new.gender
    gender = "u" if clash else old.gender or new.gender
    return Word(old.marks | new.marks, old.sector or new.sector, gender, old.group or new.group)


def _surname_endings(table: dict[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = [(ending, gender) for gender, block in table.items() for ending in block.split()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_SURNAMES_OF_BOTH = ("ова", "ева", "ёва", "ина", "ына")
_KINDS = {"given": Mark.GIVEN, "surname": Mark.SURNAME, "patronymic": Mark.PATRONYMIC}
_GENDERS = {"masculine": "m", "feminine": "f"}


def _by_dictionary(lower: str) -> tuple[int, str | None]:
    """Name marks and gender of a Russian word by the dictionary; COMMON for a known word that is no name at all."""
    marks, gender, common = 0, None, False
    for reading in readings("ru", lower):
        mark = _KINDS.get(reading.kind)
        if mark is not None and reading.animate:
            if mark == Mark.GIVEN and not reading.known and "-" in lower:
                continue  # a guess by the last letters of a place's name
            marks |= mark
            # "-ова" is a woman's surname or a man's in another case; of unknown words only patronymics are plain.
            plain_form = reading.known or (reading.case == "nom" and not lower.endswith(_SURNAMES_OF_BOTH))
            if mark == Mark.PATRONYMIC or (mark == Mark.GIVEN and plain_form):
                gender = gender or _GENDERS.get(reading.gender)
        elif reading.known and reading.kind == "place":
            marks |= Mark.GEO
        elif reading.known and not reading.kind:
            common = True
    return marks or (Mark.COMMON if common else 0), gender


def _lines(tag: str, name: str) -> Iterable[str]:
    path = resources.files("sholu.reading.languages") / tag / f"{name}.txt"
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _given_names(tag: str) -> Iterable[tuple[str, str | None]]:
    """Given names with their gender; the file has a section for each."""
    gender: str | None = None
    for line in _lines(tag, "given_names"):
        if line.startswith("["):
            gender = {"[masculine]": "m", "[feminine]": "f"}.get(line)
        else:
            yield line, gender


@cache
def lexicon(tag: str) -> Lexicon:
    """The compiled lists of a language."""
    return Lexicon(tag)
