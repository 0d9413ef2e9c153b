"""What a number without a noun counts: a noun told before, for which a pronoun stands or none."""

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.heads import Heads
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.subjects import Subject, Subjects

_PRONOUN = 3  # tokens from «их» to the number: «их было 1,2 миллиона»
_BACK = 25  # tokens back from the pronoun


class Antecedents:
    """Finds the nouns that bare numbers of one page count."""

    def __init__(self, page: Page, words: UnitWords, subjects: Subjects, heads: Heads) -> None:
        self.page, self.tokens, self.words, self.subjects, self.heads = page, page.tokens, words, subjects, heads
        self.chunks = chunks_of(page)

    def counted_before(self, figure: Figure, first: int) -> Subject | None:
        """«беженцев прибыло 260 тысяч»: what is counted may stand before the verb, in the genitive."""
        at = self.heads.left_of(figure, first) - 1
        if self.page.language.tag != "ru" or at - 1 < first or not self.chunks.is_verb(at):
            return None
        noun = self.tokens[at - 1]
        known = features("ru", noun.lower)
        plural = known.case in ("gen", "acc") and known.number == "plural" and can_be_genitive(noun)
        linking = self.words.measures.linking.at(self.tokens, at) is not None
        if self.chunks.kind(at - 1) != k.NOUN or not plural or linking or not self.tokens[at].lower.endswith("о"):
            return None
        return Subject(noun.text, None)

    def meant(self, figure: Figure, first: int) -> str | None:
        """«туристов меньше: год назад их было 1,2 миллиона»: the last noun in the plural before the pronoun."""
        left = self.heads.left_of(figure, first)
        pronouns = self.words.measures.counted_pronouns
        near = range(left - 1, max(first, left - _PRONOUN) - 1, -1)
        at = next((at for at in near if self.tokens[at].lower in pronouns), None)
        if at is None:
            return None
        for noun in range(at - 1, max(-1, at - _BACK), -1):
            known = features("ru", self.tokens[noun].lower)
            plural = known.number == "plural" and self.chunks.kind(noun) == k.NOUN and noun not in self.subjects.passed
            if plural and (noun == 0 or self.chunks.kind(noun - 1) != k.PREPOSITION):
                return self.tokens[noun].text
        return None

    def antecedent(self, figure: Figure, first: int) -> str | None:
        """ "Carriers blocked the ramp; eleven of them were fined": the first noun in the plural of what goes before."""
        end = self.heads.left_of(figure, first)
        while end > first:
            begin = max((at + 1 for at in range(first, end - 1) if self.tokens[at].text == ";"), default=first)
            for at in range(begin, end):
                if self.chunks.kind(at) == k.NOUN and self.words.is_plural(self.tokens[at].lower):
                    return self.tokens[at].text
            end = begin - 1
        return None
