"""English institutions written small and made definite by a country: "the Kyrgyz parliament", "a court in Shymkent"."""

from collections.abc import Iterator

from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence


def small_bodies(sheet: Sheet, sentence: Sentence) -> Iterator[Find]:
    """ "the Kyrgyz parliament", "Kazakhstan's government", "a court in Shymkent": small heads made definite."""
    tokens = sheet.tokens
    for index in range(sentence.first, sentence.stop):
        word = sheet.words[index]
        if not word.marks & Mark.SMALL_HEAD or tokens[index].shape != "lower":
            continue
        if (
            index + 1 < sentence.stop
            and tokens[index + 1].shape == "lower"
            and sheet.marks(index + 1) & Mark.SMALL_HEAD
        ):
            continue
        first = index
        while first - 1 >= sentence.first and tokens[first - 1].shape == "lower" and _modifies(sheet, first - 1):
            first -= 1
        country = sheet.adjectives.get(first - 1) if first > sentence.first else None
        last = index
        if country is not None:
            while first > sentence.first and sheet.adjectives.get(first - 1) == country:
                first -= 1  # "South Korean"
        else:
            country, last = _placed(sheet, sentence, first, index)
            if country is None:
                continue
        sector = (word.sector,) if word.sector and word.sector != "NGO" else ()
        yield Find(
            first,
            last,
            "organisation",
            RANK["organisation"] - 1,
            form="nominal",
            country=country,
            sector=sector,
            head=tokens[index].lower,
            confidence=0.8,
        )


def _modifies(sheet: Sheet, index: int) -> bool:
    return bool(sheet.marks(index) & Mark.MODIFIER)


def _placed(sheet: Sheet, sentence: Sentence, first: int, head: int) -> tuple[str | None, int]:
    """Country and last token of "government of X", "court in X"; None where no place follows."""
    tokens = sheet.tokens
    step = head + 1
    if step < sentence.stop and tokens[step].lower in sheet.lexicon.grammar["seated"]:
        step += 1
        if step < sentence.stop and tokens[step].lower in sheet.lexicon.grammar["articles"]:
            step += 1
        if step in sheet.places:
            last, country = sheet.places[step]
            return country, last
    return None, head
