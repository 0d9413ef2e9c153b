"""What Russian institutions are for and after whom they are called: what follows «по» and «имени» in their names."""

from sholu.reading.languages.morphology import readings
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence


def is_adjective(sheet: Sheet, index: int) -> bool:
    """By its ending and, if the dictionary knows the word, by the dictionary."""
    lower = sheet.tokens[index].lower
    if not lower.endswith(sheet.lexicon.adjective_endings):
        return False
    first = readings("ru", lower)[0]
    return not first.known or first.part == "adjective"


def for_what(sheet: Sheet, sentence: Sentence, index: int) -> int | None:
    """«комитет по международным делам», «служба по надзору в сфере связи»: the last noun of what a body is for."""
    grammar = sheet.lexicon.grammar
    last: int | None = None
    for at in range(index + 1, min(sentence.stop, index + 1 + _LONGEST_FIELD)):
        lower = sheet.tokens[at].lower
        if last is not None and lower in _WITH:
            return against(sheet, sentence, last)
        if last is not None and (lower in grammar["joins"] or lower in grammar["seated"]):
            goes_on = lower in grammar["joins"] or (
                at + 1 < sentence.stop and sheet.tokens[at + 1].lower in grammar["spheres"]
            )
            if goes_on and last == at - 1:
                continue
            break
        if sheet.tokens[at].shape != "lower" or sheet.marks(at) & _NO_FIELD or sheet.verb(at):
            break
        joined = last is not None and sheet.tokens[at - 1].lower in grammar["joins"]
        cases = _FIELDS if joined else _FIELDS[:1] if last is None else _FIELDS[1:]
        told = readings("ru", lower)
        if lower in grammar["spheres"] or any(form.part == "noun" and form.case in cases for form in told):
            last = at
        elif not any(form.part in ("adjective", "participle") for form in told):
            break
    return last


_LONGEST_FIELD = 9
"""Tokens in what a body is for."""
_FIELDS = ("dat", "gen")
"""The case behind «по», and that of the nouns that follow."""
_NO_FIELD = Mark.TITLE | Mark.HEAD | Mark.OPENER


def against(sheet: Sheet, sentence: Sentence, last: int) -> int:
    """«по борьбе с коррупцией»: the token, or the last one of what it is against, in small letters."""
    index = last + 1
    if index + 1 >= sentence.stop or sheet.tokens[index].lower not in _WITH:
        return last
    while index + 1 < sentence.stop and sheet.tokens[index + 1].shape == "lower":
        index += 1
        part = readings("ru", sheet.tokens[index].lower)[0].part
        if part == "noun":
            return index
        if part != "participle" and not is_adjective(sheet, index):
            break
    return last


_WITH = frozenset({"с", "со"})


def bearer_of(sheet: Sheet, sentence: Sentence, index: int) -> int | None:
    """«завод имени Я. М. Свердлова»: the last token of whose name a body bears, behind the word for it at a token."""
    last = index + (index + 1 < sentence.stop and sheet.tokens[index + 1].text == "." and sheet.tight(index + 1))
    first = last + 1
    while last + 1 < sentence.stop and last - index < _LONGEST_BEARER and sheet.capitalised(last + 1):
        last += 1
        if sheet.marks(last) & Mark.ENDING:
            break
    return last if last >= first and not sheet.line_break(first) else None


_LONGEST_BEARER = 5
