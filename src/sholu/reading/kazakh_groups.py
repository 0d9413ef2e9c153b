"""Nominal groups of a Kazakh clause: each ends with the word whose ending shows the group's case.

The verb stands last and everything before it is a chain of nominals, so groups are told by endings: a case ending
closes a group, and a bare noun stays outside unless the closing word has a possessive ending that wants it.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.languages import language
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words, kazakh_sounds
from sholu.reading.languages.morphology import features
from sholu.text.tokens import Token

_NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.PARTICIPLE})
_MODIFIERS = frozenset({kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.PARTICIPLE})
_BODIES = frozenset({"organisation", "outlet", "group"})
_FREE = frozenset({"nom", "gen", "loc"})  # cases in which a group may belong to the verb behind a participle
_JOINT = 2  # tokens from the end of a group to the start of one that is joined to it
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_QUOTED = 8  # tokens of a name in quotation marks
_NUMBER_SIGN = "№"
_ADVERBIAL = 6  # letters in "ойынша", whose last say according to whom
_PLURAL = 5  # letters in a word whose last are surely those of a plural
_OPEN = frozenset({"nom", "gen", "attr", ""})


class Group(NamedTuple):
    """A nominal group: token indices, both included, and its case ("nom" where no ending shows one)."""

    first: int
    last: int
    case: str


def groups_of(
    chunks: Chunks, first: int, last: int, *, parted: Callable[[int, int], str | None] = lambda left, right: None
) -> list[Group]:
    """The groups among tokens `first` .. `last`, both included, in order.

    `parted(i, j)` may say the kind of the name that is known to end with the first of two neighbouring words.
    """
    found: list[Group] = []
    i = first
    while i <= last:
        kind = chunks.kind(i)
        quoted = _behind_quoted(chunks, i, last)
        if quoted is not None:
            name, i = i, quoted
            kind = chunks.kind(i)
        if kind == kinds.PRONOUN:
            found.append(Group(i, i, case_of(chunks, i)))
        elif _is_nominal(chunks, i):
            end = i
            while end < last and case_of(chunks, end) in _OPEN and _is_nominal(chunks, end + 1):
                end += 1
            groups = _split(chunks, i, end, parted)
            if quoted is not None and groups:
                groups[0] = groups[0]._replace(first=name)
            found.extend(groups)
            i = end
        i += 1
    return _coordinated(chunks, found, parted)


def _is_nominal(chunks: Chunks, i: int) -> bool:
    if chunks.kind(i) not in _NOMINAL:
        return chunks.tokens[i].text == _NUMBER_SIGN
    token = chunks.tokens[i]
    following = chunks.tokens[i + 1].lower if i + 1 < len(chunks.tokens) else ""
    if token.shape == "lower" and len(token.lower) > _ADVERBIAL and token.lower.endswith(kazakh_endings("according")):
        return False  # "дереккөздердің айтуынша | ..."
    told = (
        following in kazakh_small_words("that")
        and token.shape == "lower"
        and token.lower.endswith(chunks.grammar.endings["verb"])
    )
    return not told  # "жолды жапты деп" ends with a verb


def _behind_quoted(chunks: Chunks, i: int, last: int) -> int | None:
    """The noun right behind a name in quotation marks that opens at token `i`: «Болат» зауытының."""
    tokens = chunks.tokens
    if tokens[i].text not in _OPENING:
        return None
    for j in range(i + 2, min(last, i + _QUOTED)):
        if tokens[j].text in _CLOSING:
            return j + 1 if chunks.kind(j + 1) in _NOMINAL and _is_kind_of_thing(tokens[j + 1]) else None
    return None


def _is_kind_of_thing(token: Token) -> bool:
    """Whether a word says what it is that has the name before it: "зауыты", "компаниясының"; "екі" does not."""
    owned = token.lower.endswith(kazakh_endings("owned")) or token.lower.endswith(_endings("possessive"))
    return owned and token.shape == "lower" and token.lower not in _numerals()


def _coordinated(
    chunks: Chunks, groups: list[Group], parted: Callable[[int, int], str | None] = lambda left, right: None
) -> list[Group]:
    """The groups, each before a "мен" or "пен" in the case of the one behind it: «бастық пен екі кезекшіге»."""
    found = list(groups)
    for k in range(len(found) - 2, -1, -1):
        left, right = found[k], found[k + 1]
        between = chunks.tokens[left.last + 1].lower if right.first - left.last == _JOINT else ""
        if left.case != "nom" or not between:
            continue
        if between in kazakh_small_words("joining") + kazakh_small_words("and") and shares_head(
            chunks, (left.first, left.last), (right.first, right.last), parted(left.last, left.last + 1)
        ):
            found[k : k + 2] = [right._replace(first=left.first)]
            continue
        if right.case == "nom":
            continue
        if between in kazakh_small_words("joining"):
            found[k] = left._replace(case=right.case)
        elif between in kazakh_small_words("and") and _names_one_body(chunks, left, right):
            found[k : k + 2] = [right._replace(first=left.first)]
    return found


def shares_head(chunks: Chunks, left: tuple[int, int], right: tuple[int, int], name: str | None) -> bool:
    """Whether the noun that ends the words on the right is that of a name on the left, too.

    "Баткен және Соғды облыстарының өкілдері" are one party; `name` is the kind of the name on the left.
    """
    tokens = chunks.tokens
    if name == "person" or left[1] - left[0] > 1 or right[0] == right[1]:
        return False
    names = all(tokens[i].is_capitalised and tokens[i].shape != "mark" for i in range(left[0], left[1] + 1))
    if not names or case_of(chunks, left[1]) != "nom" or not tokens[right[0]].is_capitalised:
        return False
    small = [token.lower for token in tokens[right[0] + 1 : right[1] + 1]]
    if tokens[right[1]].is_capitalised or not tokens[left[1]].is_word:
        return False
    return any(ending in word for word in small for ending in kazakh_endings("plural_owned"))


def _names_one_body(chunks: Chunks, left: Group, right: Group) -> bool:
    """Whether an "and" stands inside a name: «Индустрия және жаңа технологиялар министрлігінен»."""
    tokens = chunks.tokens
    alike = tokens[left.last].is_capitalised and not tokens[right.last].is_capitalised
    return alike and left.first == left.last and tokens[right.last].lower.endswith(_endings("possessive"))


def governed_by_participle(chunks: Chunks, groups: list[Group]) -> set[Group]:
    """The groups in a case that only say what a participle is about: «ереуілге | шыққан жұмысшылар»."""
    found: set[Group] = set()
    for k in range(len(groups) - 1, 0, -1):
        left, right = groups[k - 1], groups[k]
        adjacent = left.last + 1 == right.first
        governing = chunks.kind(right.first) == kinds.PARTICIPLE or right in found
        if adjacent and governing and left.case not in _FREE:
            found.add(left)
    return found


def _split(chunks: Chunks, first: int, last: int, parted: Callable[[int, int], str | None]) -> list[Group]:
    """A run of nominals whose last word may have a case: the group that it closes, and what stands before."""
    case = case_of(chunks, last)
    if case in _OPEN:
        cut = next((k for k in range(first, last) if _ends_name(chunks, k, parted(k, k + 1))), last)
        rest = [Group(cut + 1, last, "nom")] if cut < last else []
        return [Group(first, cut, case if not rest else "nom"), *rest]
    start = last
    while start > first and _joined(chunks, start - 1, start, start == last, parted(start - 1, start)):
        start -= 1
    before = _split(chunks, first, start - 1, parted) if start > first else []
    return [*before, Group(start, last, case)]


def _ends_name(chunks: Chunks, k: int, name: str | None) -> bool:
    """Whether a name ends with word `k` that does not own the next: "полиция департаменті | тұрғындардың үйін"."""
    following = chunks.tokens[k + 1]
    owned = following.lower.endswith((*kazakh_endings("owned"), *_endings("possessive")))
    owning = owned and following.shape == "lower" and chunks.tokens[k].shape == "lower"
    if _is_some_of(chunks, k) or (name == "person" and not owning):
        return True
    if _stands_alone(chunks, k) and not owned and following.shape == "lower":
        return True
    if name not in _BODIES or case_of(chunks, k) != "nom":
        return False
    return case_of(chunks, k + 1) == "gen" or not owned


def _stands_alone(chunks: Chunks, k: int) -> bool:
    """Whether a noun never narrows a bare one behind it: who holds a post, a body, several: "әкім | пара алды"."""
    token = chunks.tokens[k]
    if token.shape != "lower" and k != chunks.sentence(k).first:
        return False
    if chunks.kind(k) != kinds.NOUN or case_of(chunks, k) != "nom":
        return False
    several = token.lower.endswith(kazakh_endings("plural")) and len(token.lower) > _PLURAL
    return several or token.lower in _posts() or token.lower in kazakh_small_words("bodies")


def _is_some_of(chunks: Chunks, i: int) -> bool:
    """Whether a word stands for some of those before it and ends its group: "шопандардың бірі | бекетке"."""
    owner = i > 0 and case_of(chunks, i - 1) == "gen"
    return owner and chunks.tokens[i].lower in kazakh_small_words("some_of")


def _joined(chunks: Chunks, left: int, right: int, closing: bool, name: str | None) -> bool:
    """Whether the word on the left belongs to the group that goes on to the right."""
    tokens = chunks.tokens
    if name == "person" or _is_some_of(chunks, left):
        return False
    if tokens[left].lower.endswith(kazakh_endings("ordinal")):
        return True
    if _modifies(chunks, left) or case_of(chunks, left) in ("gen", "attr"):
        return True
    if (
        tokens[right].lower in _posts()
        and tokens[right].lower.endswith(kazakh_endings("owned"))
        and tokens[left].shape == "lower"
    ):
        return True  # «экономика министрі Нұрлан Сәрсенді»
    if tokens[left].lower in _numerals() or _measures(chunks, left):
        return True
    if tokens[right].is_capitalised and tokens[left].lower.endswith(_posts()) and tokens[left].shape == "lower":
        return True
    owned = tokens[right].lower.endswith(_endings("possessive")) and not tokens[right].lower.startswith(
        kazakh_small_words("ownerless")
    )
    if _NUMBER_SIGN in (tokens[left].text, tokens[right].text):
        return True
    if owned and (
        closing or (case_of(chunks, right) == "gen" and not tokens[left].lower.endswith(kazakh_endings("plural")))
    ):
        return True
    if name is not None:
        return False
    opens = left == chunks.sentence(left).first
    return tokens[left].is_capitalised and tokens[right].is_capitalised and not opens


def case_of(chunks: Chunks, i: int) -> str:
    """The case that the ending of a word shows; "nom" where none does."""
    token = chunks.tokens[i]
    if chunks.kind(i) == kinds.PRONOUN:
        if token.lower in chunks.grammar.words["subjects"]:
            return "nom"
        owner = token.lower.endswith(chunks.grammar.endings["genitive"])
        return "gen" if owner else _pronouns().get(token.lower) or features("kk", token.text).case or "acc"
    if not token.is_word or chunks.kind(i) in (kinds.NUMBER, kinds.DETERMINER):
        return "nom"
    if chunks.kind(i) == kinds.ADJECTIVE and token.lower in chunks.grammar.closed:
        return "nom"
    return "nom" if is_bare(token.lower) else features("kk", token.text).case or "nom"


def is_bare(lower: str) -> bool:
    """Whether a noun has no case, however much it looks so: "тұрғын", "мекеме"."""
    table = _bare()
    return lower in table["words"] or (lower.endswith(table["endings"]) and not lower.endswith(table["owned"]))


@cache
def _bare() -> dict[str, tuple[str, ...]]:
    return {name: tuple(text.split()) for name, text in language("kk").table("morphology")["bare"].items()}


@cache
def _pronouns() -> dict[str, str]:
    """The cases of pronouns."""
    table = language("kk").table("morphology")["pronouns"]
    return {word: case for case, words in table.items() for word in words.split()}


def _modifies(chunks: Chunks, i: int) -> bool:
    """Whether a word modifies the noun behind it; a noun that something owns only ends like an adjective."""
    token = chunks.tokens[i]
    if (
        token.is_capitalised
        and token.lower.endswith(kazakh_endings("relating"))
        and token.lower not in chunks.grammar.closed
    ):
        return True  # "Ұлттық банктің"
    return chunks.kind(i) in _MODIFIERS and not (chunks.kind(i) == kinds.ADJECTIVE and is_owned(chunks, i))


def is_owned(chunks: Chunks, i: int) -> bool:
    """Whether what ends like an adjective is a noun in the possessive: "жасағы", "департаменті", "соты".

    "-ты" makes adjectives only behind voiceless sounds and "-ды" behind voiced ones; "-ғы" only in words of time and
    place.
    """
    lower = chunks.tokens[i].lower
    if lower in _bare()["words"]:
        return True
    if lower in chunks.grammar.closed or lower.endswith(kazakh_endings("attributive")):
        return False
    if lower.endswith(kazakh_endings("softened")):
        return lower not in _bare()["adjectives"]
    if lower.endswith(kazakh_endings("adjective_voiceless")):
        return lower[-3:-2] not in kazakh_sounds("voiceless")
    return lower.endswith(kazakh_endings("adjective_voiced")) and lower[-3:-2] in kazakh_sounds("vowels")


def _measures(chunks: Chunks, i: int) -> bool:
    """Whether a word is a unit behind its number: «186 килограмм есірткіні»."""
    counted = i > 0 and (chunks.kind(i - 1) == kinds.NUMBER or chunks.tokens[i - 1].lower in _numerals())
    return counted and chunks.tokens[i].lower in _units()


@cache
def _units() -> frozenset[str]:
    return frozenset(language("kk").table("roles")["groups"]["units"].split())


@cache
def _posts() -> tuple[str, ...]:
    """Words for what somebody is, right before the name: «кәсіпкер Марат Омарды»."""
    return tuple(language("kk").table("roles")["groups"]["before_names"].split())


@cache
def _numerals() -> frozenset[str]:
    return frozenset(word for words in language("kk").table("numbers")["cardinals"].values() for word in words)


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(language("kk").table("events")["endings"][name].split())
