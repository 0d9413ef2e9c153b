"""A page with what the lexicon says of each of its words: the common ground of all finders of names."""

from collections.abc import Iterator, Sequence

from sholu.reading.languages.morphology import features
from sholu.reading.names.lexicon import Lexicon, Mark, Word, lexicon
from sholu.reading.page import Page
from sholu.reading.places import CountryWord
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

_NOTHING = Word()


class Sheet:
    """Tokens of a page with their words; `opens` are tokens with which a sentence or a quotation in it begins.

    `shouting` are numbers of sentences in capitals, `titled` those in which nearly Every Word Is Capitalised.
    `adjectives` gives the country that a token names as an adjective ("Kazakh": KZ), `country_words` all these words
    and those for peoples, halves of compounds by themselves; `places` the places by their first token as (last token,
    country); `towns` the country of the town of which a token is the adjective; `small_words` all words
    in small letters, `large_words` those with a capital where no sentence begins.
    """

    __slots__ = (
        "adjectives",
        "country_words",
        "large_words",
        "lexicon",
        "opens",
        "page",
        "place_ends",
        "place_tokens",
        "place_words",
        "places",
        "sentence_of",
        "shouting",
        "small_words",
        "titled",
        "tokens",
        "towns",
        "words",
    )

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lexicon: Lexicon = lexicon(page.language.tag)
        self.tokens: Sequence[Token] = page.tokens
        self.words = _words(page.tokens, self.lexicon)
        self.opens: set[int] = set()
        self.shouting: set[int] = set()
        self.titled: set[int] = set()
        self.sentence_of: list[Sentence] = []
        self.adjectives: dict[int, str] = {}
        self.country_words: Sequence[CountryWord] = ()
        self.places: dict[int, tuple[int, str | None]] = {}
        self.place_tokens: set[int] = set()
        self.place_words: set[str] = set()
        self.place_ends: dict[int, str | None] = {}
        self.towns: dict[int, str] = {}
        for sentence in page.sentences:
            self._survey(sentence)
        self.small_words = frozenset(token.lower for token in page.tokens if token.shape == "lower")
        self.large_words = frozenset(
            token.lower for i, token in enumerate(page.tokens) if token.shape == "title" and i not in self.opens
        )

    def _survey(self, sentence: Sentence) -> None:
        """Note where the sentence starts, and whether its capitals mean anything."""
        tokens, words = self.tokens, self.words
        capitals = small = upper = 0
        opening = True
        for index in range(sentence.first, sentence.stop):
            shape = tokens[index].shape
            if shape == "mark":
                opening = opening or tokens[index].text in _BREAKS
                continue
            if opening and shape != "possessive":
                self.opens.add(index)
                opening = False
            if shape == "upper":
                upper += len(tokens[index].text) > 1
                capitals += 1
            elif shape == "title" or shape == "mixed":
                capitals += 1
            elif shape == "lower" and not words[index].marks & _SMALL_IN_TITLES:
                small += 1
        self.sentence_of.extend([sentence] * (sentence.stop - len(self.sentence_of)))
        if upper >= 3 and upper >= 0.8 * (capitals + small):
            self.shouting.add(sentence.i)
        elif capitals >= 4 and small <= 0.15 * (capitals + small) and tokens[sentence.stop - 1].text != ".":
            self.titled.add(sentence.i)

    def marks(self, index: int) -> int:
        """The bits of `Mark` of a token."""
        return self.words[index].marks

    def capitalised(self, index: int) -> bool:
        """Whether the token is a word with a capital."""
        return self.tokens[index].shape in _CAPITAL

    def somewhere(self, index: int) -> bool:
        """Whether the word stands in a case that says where or whence (Kazakh)."""
        if self.lexicon.tag != "kk" or self.marks(index) & _NAME:
            return False
        return features("kk", self.tokens[index].lower).case in ("loc", "abl", "attr")

    def numeral(self, index: int) -> bool:
        """Whether the token is a Roman numeral: "Pius XII"."""
        return _ROMAN.issuperset(self.tokens[index].text)

    def initial(self, index: int) -> bool:
        """Whether the token is somebody's initial or several: "J.", "И.И."."""
        text = self.tokens[index].text
        return text[-1] == "." and len(text) <= 8 and self.tokens[index].shape in _CAPITAL

    def verb(self, index: int) -> bool:
        """Whether the token looks like the verb of a person before it."""
        if index >= len(self.tokens) or self.tokens[index].shape != "lower":
            return False
        lower = self.tokens[index].lower
        if self.words[index].marks & Mark.PERSON_VERB or lower in self.lexicon.grammar["verbs"]:
            return True
        return len(lower) > 4 and lower.endswith(self.lexicon.verb_endings)

    def region_adjective(self, index: int) -> bool:
        """Whether the token is an adjective that belongs to the noun of a place behind it: "Кеминского района"."""
        if index + 1 >= len(self.tokens) or not self.tokens[index].lower.endswith(self.lexicon.adjectival):
            return False
        return self.tokens[index + 1].shape == "lower" and bool(self.marks(index + 1) & Mark.PLACE_HEAD)

    def text(self, first: int, last: int) -> str:
        """The words from token `first` through `last`, as they stand."""
        return self.page.text[self.tokens[first].start : self.tokens[last].end]

    def tight(self, index: int) -> bool:
        """Whether the token follows the one before without a space."""
        return index > 0 and self.tokens[index - 1].end == self.tokens[index].start

    def line_break(self, index: int) -> bool:
        """Whether a line ends between the token and the one before."""
        return "\n" in self.page.text[self.tokens[index - 1].end : self.tokens[index].start]

    def foreign(self, index: int) -> bool:
        """Whether the word is in Latin letters where the language's are not."""
        text = self.tokens[index].text
        return self.lexicon.tag != "en" and text[0] < "\u0250" and not _ROMAN.issuperset(text)

    def _other_script(self, index: int, after: int) -> bool:
        return self.lexicon.tag != "en" and self.foreign(index) != self.foreign(after) and not self.initial(index)

    def runs(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Stretches of capitalised words in a sentence, as first and last token; particles stand inside."""
        tokens, words = self.tokens, self.words
        index, stop = sentence.first, sentence.stop
        while index < stop:
            if tokens[index].shape not in _CAPITAL:
                index += 1
                continue
            last = index
            while True:
                after = _continued(tokens, words, last + 1, stop)
                if after is None or self.line_break(last + 1) or self._other_script(last, after):
                    break
                last = after
            yield index, last
            index = last + 1


_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING
_ROMAN = frozenset("IVXLC")
_CAPITAL = frozenset({"title", "upper", "mixed"})
_BREAKS = frozenset('«»“”"„:•—–*|')
_SMALL_IN_TITLES = Mark.OPENER | Mark.PARTICLE
_PARTICLE = Mark.PARTICLE


def _words(tokens: Sequence[Token], lexicon: Lexicon) -> list[Word]:
    capital, word = lexicon.capital, lexicon.word
    found = []
    for token in tokens:
        shape = token.shape
        if shape in _CAPITAL:
            found.append(capital(token.lower))
        elif shape == "lower":
            found.append(word(token.lower))
        else:
            found.append(_NOTHING)
    return found


def _continued(tokens: Sequence[Token], words: Sequence[Word], index: int, stop: int) -> int | None:
    """The next capitalised token of a run that goes on at `index`, at most two particles away; None where it ends."""
    if index >= stop:
        return None
    if tokens[index].shape in _CAPITAL:
        return index
    step = index
    while step < stop and step < index + 3 and tokens[step].shape == "lower" and words[step].marks & _PARTICLE:
        step += 1
    if index < step < stop and tokens[step].shape in _CAPITAL:
        return step
    return None
