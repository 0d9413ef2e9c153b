"""What a figure measures and whose it is: "Kazakhstan's military budget will reach $5 billion"."""

from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.antecedents import Antecedents
from sholu.reading.quantities.complements import Complements
from sholu.reading.quantities.contents import Contents
from sholu.reading.quantities.counted import Counted, Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.growth import Growth
from sholu.reading.quantities.heads import Heads
from sholu.reading.quantities.kazakh import KazakhNouns, is_owned
from sholu.reading.quantities.lexicon import UnitWords
from sholu.reading.quantities.measured import Measured
from sholu.reading.quantities.subjects import HOLDERS, Subject, Subjects

_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_OWNERS = frozenset({"place", "organisation", "facility", "outlet"})


class Measurer:
    """Finds measures and holders on one page."""

    def __init__(
        self, page: Page, words: UnitWords, times: Sequence[TimeExpression], entities: EntityIndex, counter: Counter
    ) -> None:
        self.page, self.tokens, self.words, self.entities, self.counter = page, page.tokens, words, entities, counter
        self.chunks = chunks_of(page)
        self.subjects = Subjects(page, words, times, entities)
        self.heads = Heads(page, words, counter, self.subjects, KazakhNouns(page, words, entities, self.subjects))
        self.growth = Growth(page, words, self.heads)
        self.complements = Complements(page, words, entities, self.subjects, self.heads, self.growth)
        self.contents = Contents(page, words, entities, counter, self.subjects)
        self.antecedents = Antecedents(page, words, self.subjects, self.heads)

    def counted(self, figure: Figure, counted: Counted, first: int, stop: int) -> Measured:
        """The measure of a count: the noun that is counted, with what it is of or, for a part, what is said of it."""
        if counted.first is None:
            meant = self.antecedents.meant(figure, first)
            if meant is not None:
                return Measured(meant, None, counted.last)
            if self.chunks.kind(counted.last) == k.PRONOUN and counted.last >= figure.next:
                return Measured(self.antecedents.antecedent(figure, first), None, counted.last)
            said = self.antecedents.counted_before(figure, first)
            said = said or self.heads.noun_before(figure, first) or self.complements.subject(figure, first)
            return Measured((said and said.words) or None, said and said.holder, counted.last)
        last = counted.last
        subject = self.complements.subject(figure, first)
        if counted.is_part:
            last = self.contents.predicate(last, stop)
        elif last + 2 < stop and self.tokens[last + 1].lower in self.words.numbers.of:
            more = self.counter.noun(last + 2, stop, strict=True)
            if more is not None and self.tokens[more[0]].shape == "lower":
                last = more[1] + self._is_compound(more[1] + 1, stop)
        holder = subject.holder if subject and not subject.words else None
        if holder is not None and self.entities.get(holder).kind not in _OWNERS:
            holder = None  # whom policemen detain are not theirs
        words = self.subjects.words if counted.is_part else self.subjects.counted
        return Measured(words(counted.first, last), holder or self._kazakh_owner(figure, first), last)

    def _is_compound(self, at: int, stop: int) -> bool:
        """ "50 attempts of drug trafficking": a gerund that has no object of its own."""
        if at >= stop or self.chunks.kind(at) != k.GERUND:
            return False
        return at + 1 >= stop or self.chunks.kind(at + 1) in (k.MARK, k.CONJUNCTION, k.PREPOSITION)

    def measured(self, figure: Figure, first: int, stop: int) -> Measured:
        """The measure of a figure with a unit."""
        found = self._measured(figure, first, stop)
        self.subjects.passed.update(range(figure.first, figure.next))
        return found

    def _measured(self, figure: Figure, first: int, stop: int) -> Measured:
        measures = self.words.measures
        after = figure.next
        if figure.is_age or self.tokens[figure.last].lower in measures.age_words:
            return Measured(measures.age, None, figure.last)
        named = measures.phrases.at(self.tokens, after, stop) if after < stop else None
        if named is not None and figure.unit in self.words.durations:
            led = self.page.language.tag == "en" and self.tokens[named.first].lower in measures.places
            first = named.first + led
            words = named.value or self.subjects.words(first, named.last)
            return Measured(words, None, figure.last if named.value else named.last)
        growth = self.growth.told(figure, first)
        subject = self.complements.subject(figure, first)
        if figure.unit == "%" and growth is None:
            share = self.contents.share(figure, subject, stop)
            if share is not None:
                return share
        content = self.contents.content(figure, stop)
        head = self.heads.head(figure, first, stop) if content is not None else None
        if head is not None:
            return Measured(head.words, head.holder, figure.last)
        if content is not None:
            holder = subject.holder if subject and not subject.words else None
            return content._replace(holder=holder or self._kazakh_owner(figure, first))
        noun = self._object(figure, first) or self.heads.noun_before(figure, first) or subject
        noun = noun or self.heads.before_colon(figure, first)
        of_object = self.growth.verb_of_object(figure, first) is not None  # "cut the fee by 12 percent"
        words = self.grown(noun.words if noun else "", None if of_object and noun else growth)
        return Measured(words or None, noun.holder if noun else None, figure.last)

    def _object(self, figure: Figure, first: int) -> Subject | None:
        """Russian: «нарастил поставки газа в Китай на 10 %», «на 7,5 % выросли поставки»: the noun behind the verb."""
        verb = self.growth.verb_of_object(figure, first) if self.page.language.tag == "ru" else None
        if verb is None:
            return None
        at = stop = verb + 1
        while stop < len(self.tokens) and self.chunks.kind(stop) in _NOMINAL:
            stop += 1
        return self.subjects.phrase(at, stop - 1) if at < stop else None

    def factor(self, figure: Figure, first: int) -> Measured | None:
        """The measure of "3 times" where something grew or fell that much; None where it counts occasions."""
        changes = self.words.changes
        if self.tokens[figure.next].lower not in changes.times:
            return None
        before = figure.outer - 1
        if changes.times_before and (before < first or self.tokens[before].lower not in changes.times_before):
            return None
        growth = self.growth.told(figure, first) or self.growth.after(figure)
        if growth is None:
            return None
        subject = self.complements.subject(figure, first) or self.heads.noun_before(figure, first)
        words = self.grown(subject.words if subject else "", growth)
        return Measured(words, subject.holder if subject else None, figure.next)

    def grown(self, subject: str, growth: str | None) -> str:
        """The name of a measure that grew or fell: "GDP growth"."""
        if growth is None or not subject:
            return subject or growth or ""
        if growth in subject.lower().split():
            return subject  # "the growth of debts slowed by 3 percent"
        return self.words.changes.measure.format(subject=subject, growth=growth)

    def _kazakh_owner(self, figure: Figure, first: int) -> str | None:
        """«Облыс әкімдігі 12 көлік жалдады»: who opens the sentence in the nominative is its verb's subject."""
        if self.page.language.tag != "kk":
            return None
        for mention, id in self.entities.within(self.page.span(first, max(first, figure.first - 1))):
            begin, end = self.page.token_range(mention.span)
            if begin == first and end <= figure.start and self.entities.get(id).kind in HOLDERS:
                following = self.tokens[end]
                case = features("kk", self.tokens[end - 1].lower).case
                head = following.text in ",:" or is_owned(following.lower)  # «министрлік өкілі»
                return id if case in ("", "nom") and not head else None
        return None
