"""What is known of the grammar of one word, the same for every language."""

from typing import NamedTuple


class Features(NamedTuple):
    """Grammar of one word, as far as it is known; "" where it is not.

    `part` is noun, adjective, verb, ...; `case` nom, gen, dat, acc, ins, loc, abl, attr; `gender` masculine, feminine,
    neuter; `number` singular or plural; `tense` past, present, future; `kind` tells names: given, surname, patronymic,
    place, organisation; `animate` for living beings; `known` if the word is in a dictionary; `score` 0..1; `aspect` of
    Russian verbs perfective or imperfective.
    """

    lemma: str
    part: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""
    tense: str = ""
    kind: str = ""
    animate: bool = False
    known: bool = False
    score: float = 1.0
    aspect: str = ""
