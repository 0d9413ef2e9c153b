"""What stands after a figure: "2.7 kg of heroin", "1.2% of the country's GDP", "11 of those involved firearms"."""

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.counted import Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.measured import Measured
from sholu.reading.quantities.subjects import Subject, Subjects

_FAR = 12
_WORTH = 10  # tokens from a sum to "worth of"


class Contents:
    """What the figures of one page are of."""

    def __init__(
        self, page: Page, words: UnitWords, entities: EntityIndex, counter: Counter, subjects: Subjects
    ) -> None:
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.counter, self.subjects = counter, subjects
        self.chunks = chunks_of(page)

    def content(self, figure: Figure, stop: int) -> Measured | None:
        """ "2.7 kg of heroin", "2 тонны героина", "10-year sentence", "$5 million in aid"."""
        at = self._worth(figure.next, stop)
        far = at > figure.next
        if at >= stop or (figure.unit == "%" and not self._is_attribute(figure, at)):
            return None
        linked = self.tokens[at].lower in self.words.measures.of
        if linked and figure.unit in self.words.durations and self.tokens[at].lower in self.words.measures.why:
            return None  # "six years for theft"
        if linked:
            at += 1
            where = self.tokens[at - 1].lower in self.words.measures.places and at < stop
            if where and self.chunks.kind(at) == k.DETERMINER and self.page.language.tag == "en":
                return None  # "a loan of 5 million in an annex"
            while at < stop and self.chunks.kind(at) == k.DETERMINER:
                at += 1
        if at >= stop or (self.tokens[at].is_capitalised and linked) or at in self.subjects.passed:
            return None
        if self.tokens[at].lower in self.words.sets["apiece"]:
            return None
        if not linked and not self._is_hyphened(figure) and figure.unit != "%":
            if self.page.language.tag == "kk" and self._is_stuff(figure.unit) and self._is_plain(at):
                return Measured(self.subjects.counted(at, at), None, at)
            genitive = self.page.language.tag != "ru" or self._is_genitive(at)
            if not genitive or figure.unit in self.words.durations:
                return None
        noun = self.counter.noun(at, stop, strict=True)
        if noun is None or self.words.measures.linking.at(self.tokens, at):
            return None
        words = self.subjects.words(*noun)
        return Measured(words, None, noun[1] if self.tokens[noun[0]].shape == "lower" and not far else figure.last)

    def _is_attribute(self, figure: Figure, at: int) -> bool:
        """ "a 20 percent levy on wheat": a share that stands before a noun."""
        before = figure.outer - 1
        if before < 0 or self.tokens[at].shape != "lower" or self.chunks.kind(at) != k.NOUN:
            return False
        if self.tokens[before].lower in self.words.sets["articles"]:
            return True
        return self.words.changes.direction(self.tokens, at) is not None  # "forecast 3% growth"

    def _worth(self, at: int, stop: int) -> int:
        """ "3 billion rubles' ($50 million) worth of contracts": the "of" behind "worth", over a sum in brackets."""
        worth = self.words.measures.worth
        j = at
        while j < min(stop, at + _WORTH) and not worth.at(self.tokens, j):
            j += 1
        match = worth.at(self.tokens, j) if j < min(stop, at + _WORTH) else None
        scales = self.words.numbers.scales
        plain = all(not self.tokens[i].is_word or self.tokens[i].lower in scales for i in range(at, j))
        return match.last if match is not None and plain else at

    def _is_genitive(self, at: int) -> bool:
        token = self.tokens[at]
        if token.shape == "upper":
            return token.is_word and self.entities.at(token.span) is None  # «2,7% ВВП»
        return token.shape == "lower" and features("ru", token.lower).case == "gen"

    def _is_stuff(self, unit: str | None) -> bool:
        """Whether the unit measures out a stuff that may follow it: neither time nor money."""
        return unit not in self.words.durations and unit not in self.words.currencies

    def _is_plain(self, at: int) -> bool:
        """A Kazakh noun in the nominative or accusative that no verb is: «5 тонна астық»."""
        token = self.tokens[at]
        noun = token.shape == "lower" and self.chunks.kind(at) == k.NOUN
        return noun and features("kk", token.lower).case in ("nom", "acc", "")

    def _is_hyphened(self, figure: Figure) -> bool:
        return any("-" in self.tokens[j].text for j in range(figure.number, figure.last + 1))

    def share(self, figure: Figure, subject: Subject | None, stop: int) -> Measured | None:
        """ "1.2% of the country's GDP": the subject's share of it."""
        at = figure.next
        english = self.words.numbers.of
        if at >= stop or (english and self.tokens[at].lower not in english):
            return None
        start = at + 1 if english else at
        if not english and not self._is_genitive(start):
            return None
        phrase = self.chunks.phrase_starting(start)
        if phrase is None and start + 1 < stop and self.chunks.kind(start) in (k.SUBORDINATOR, k.RELATIVE):
            phrase = self.chunks.phrase_starting(start + 1)  # "of that country's GDP"
        if phrase is None or self.chunks.kind(phrase[0]) == k.PRONOUN:
            return None
        phrase = self._whole_only(phrase)
        whole = self.subjects.phrase(*phrase)
        holder = whole.holder or self._country_before(phrase, figure) or (subject.holder if subject else None)
        head = f"{subject.words} " if subject and subject.words else ""
        return Measured(f"{head}{self.words.measures.share} {whole.words}", holder, phrase[1])

    def _whole_only(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """ "13 percent of voters disapprove of it": a plural with a small word behind it that is no plural ends it."""
        for at in range(phrase[0] + 2, phrase[1] + 1):  # "56% of sales and 80% of freight"
            number = self.chunks.kind(at) == k.NUMBER or self.tokens[at].shape == "number"
            if number and self.chunks.kind(at - 1) == k.CONJUNCTION:
                return phrase[0], at - 2
        if not self.words.plural_endings:
            return phrase
        for at in range(*phrase):
            following = self.tokens[at + 1]
            plural = self.words.is_plural(self.tokens[at].lower) and self.tokens[at].is_word
            small = following.shape == "lower" and self.chunks.kind(at + 1) in (k.NOUN, k.VERB)
            if plural and small and not self.words.is_plural(following.lower):
                return phrase[0], at
        return phrase

    def _country_before(self, phrase: tuple[int, int], figure: Figure) -> str | None:
        """The country that "the country's" means: the nearest one named before in the sentence."""
        if not any(self.tokens[j].lower in self.words.measures.country_words for j in range(phrase[0], phrase[1] + 1)):
            return None
        sentence = self.page.sentence_at(self.tokens[figure.first].start)
        found = None
        for mention, id in self.entities.within(Span(sentence.start, self.tokens[figure.first].start)):
            entity = self.entities.get(id)
            if mention.form == "name" and entity.kind == "place" and "iso3166" in entity.same_as:
                found = id
        return found

    def predicate(self, last: int, stop: int) -> int:
        """ "11 of those incidents involved the use of firearms": what tells the part from the whole."""
        if last + 1 >= stop or not self.chunks.is_verb(last + 1):
            return last
        clause = self.chunks.clause_at(last + 1)
        end = min(clause[1], last + _FAR, stop - 1)
        while end > last and not (self.tokens[end].is_word or self.tokens[end].shape == "number"):
            end -= 1
        brackets = next((j for j in range(last + 1, end + 1) if self.tokens[j].text in "(,;:"), end + 1)
        return min(end, brackets - 1)
