"""What a figure measures and whose it is: "Kazakhstan's military budget will reach $5 billion"."""

from collections.abc import Sequence
from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features
from sholu.reading.page import Page
from sholu.reading.quantities.counted import Counted, Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.kazakh import KazakhNouns
from sholu.reading.quantities.lexicon import SURE, UnitWords
from sholu.reading.quantities.measured import Measured
from sholu.reading.quantities.subjects import HOLDERS, Subject, Subjects
from sholu.text.tokens import Token

_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_BETWEEN = frozenset({k.PREPOSITION, k.ADVERB, k.DETERMINER, k.NUMBER, k.INFINITIVE})
_OWNERS = frozenset({"place", "organisation", "facility", "outlet"})
_FAR = 12
_OBJECT = 7  # tokens from a verb of change over its object
_OBJECT_KINDS = frozenset({*_NOMINAL, k.DETERMINER, k.POSSESSIVE, k.GERUND, k.PRONOUN})
_WORTH = 10  # tokens from a sum to "worth of"
_RELATIVE = 25  # tokens in a relative clause
_PRONOUN = 3  # tokens from «их» to the number: «их было 1,2 миллиона»


class Measurer:
    """Finds measures and holders on one page."""

    def __init__(
        self, page: Page, words: UnitWords, times: Sequence[TimeExpression], entities: EntityIndex, counter: Counter
    ) -> None:
        self.page = page
        self.tokens = page.tokens
        self.words = words
        self.entities = entities
        self.counter = counter
        self.chunks = chunks_of(page)
        self.subjects = Subjects(page, words, times, entities)
        self.kazakh = KazakhNouns(page, words, entities, self.subjects)

    def counted(self, figure: Figure, counted: Counted, first: int, stop: int) -> Measured:
        """The measure of a count: the noun that is counted, with what it is of or, for a part, what is said of it."""
        if counted.first is None:
            meant = self._meant(figure, first)
            if meant is not None:
                return Measured(meant, None, counted.last)
            if self.chunks.kind(counted.last) == k.PRONOUN and counted.last >= figure.next:
                return Measured(self._antecedent(figure, first), None, counted.last)
            said = self._counted_before(figure, first)
            said = said or self._noun_before(figure, first) or self._subject(figure, first)
            return Measured((said and said.words) or None, said and said.holder, counted.last)
        last = counted.last
        subject = self._subject(figure, first)
        if counted.is_part:
            last = self._predicate(last, stop)
        elif last + 2 < stop and self.tokens[last + 1].lower in self.words.numbers.of:
            more = self.counter.noun(last + 2, stop, strict=True)
            last = more[1] if more is not None and self.tokens[more[0]].shape == "lower" else last
        holder = subject.holder if subject and not subject.words else None
        if holder is not None and self.entities.get(holder).kind not in _OWNERS:
            holder = None  # whom policemen detain are not theirs
        words = self.subjects.words if counted.is_part else self.subjects.counted
        return Measured(words(counted.first, last), holder or self._kazakh_owner(figure, first), last)

    def _counted_before(self, figure: Figure, first: int) -> Subject | None:
        """«беженцев прибыло 260 тысяч»: what is counted may stand before the verb, in the genitive."""
        at = self._left_of(figure, first) - 1
        if self.page.language.tag != "ru" or at - 1 < first or not self.chunks.is_verb(at):
            return None
        noun = self.tokens[at - 1]
        known = features("ru", noun.lower)
        plural = known.case in ("gen", "acc") and known.number == "plural" and can_be_genitive(noun)
        linking = self.words.measures.linking.at(self.tokens, at) is not None
        if self.chunks.kind(at - 1) != k.NOUN or not plural or linking or not self.tokens[at].lower.endswith("о"):
            return None
        return Subject(noun.text, None)

    def _meant(self, figure: Figure, first: int) -> str | None:
        """«туристов станет меньше: в прошлом году их было 1,2 миллиона»: the last noun in the plural before the pronoun."""
        left = self._left_of(figure, first)
        pronouns = self.words.measures.counted_pronouns
        near = range(left - 1, max(first, left - _PRONOUN) - 1, -1)
        at = next((at for at in near if self.tokens[at].lower in pronouns), None)
        if at is None:
            return None
        for noun in range(at - 1, max(-1, at - _RELATIVE), -1):
            known = features("ru", self.tokens[noun].lower)
            plural = known.number == "plural" and self.chunks.kind(noun) == k.NOUN and noun not in self.subjects.passed
            if plural and (noun == 0 or self.chunks.kind(noun - 1) != k.PREPOSITION):
                return self.tokens[noun].text
        return None

    def _antecedent(self, figure: Figure, first: int) -> str | None:
        """ "Carriers blocked the ramp; eleven of them were fined": the first noun in the plural of what goes before."""
        end = self._left_of(figure, first)
        while end > first:
            begin = max((at + 1 for at in range(first, end - 1) if self.tokens[at].text == ";"), default=first)
            for at in range(begin, end):
                if self.chunks.kind(at) == k.NOUN and self.words.is_plural(self.tokens[at].lower):
                    return self.tokens[at].text
            end = begin - 1
        return None

    def _predicate(self, last: int, stop: int) -> int:
        """ "11 of those incidents involved the use of firearms": what tells the part from the whole."""
        if last + 1 >= stop or not self.chunks.is_verb(last + 1):
            return last
        clause = self.chunks.clause_at(last + 1)
        end = min(clause[1], last + _FAR, stop - 1)
        while end > last and not (self.tokens[end].is_word or self.tokens[end].shape == "number"):
            end -= 1
        brackets = next((j for j in range(last + 1, end + 1) if self.tokens[j].text in "(,;:"), end + 1)
        return min(end, brackets - 1)

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
            return Measured(named.value, None, named.last)
        growth = self.growth(figure, first)
        subject = self._subject(figure, first)
        if figure.unit == "%" and growth is None:
            share = self._share(figure, subject, stop)
            if share is not None:
                return share
        content = self._content(figure, stop)
        head = self._head(figure, first, stop) if content is not None else None
        if head is not None:
            return Measured(head.words, head.holder, figure.last)
        if content is not None:
            holder = subject.holder if subject and not subject.words else None
            return content._replace(holder=holder or self._kazakh_owner(figure, first))
        noun = self._noun_before(figure, first) or subject or self._before_colon(figure, first)
        words = self.grown(noun.words if noun else "", growth)
        return Measured(words or None, noun.holder if noun else None, figure.last)

    def _head(self, figure: Figure, first: int, stop: int) -> Subject | None:
        """«заём в 5 млн евро на ремонт»: the noun before a sum, which what the sum is meant for does not go before."""
        money = figure.unit in self.words.currencies and self.page.language.tag == "ru"
        if not money or self.tokens[figure.next].lower not in self.words.measures.of:
            return None
        at = self._left_of(figure, first) - 1
        linked = at > first and self.chunks.kind(at) == k.PREPOSITION and self.chunks.kind(at - 1) == k.NOUN
        return self._noun_before(figure, first) if linked and at - 1 not in self.subjects.passed else None

    def factor(self, figure: Figure, first: int) -> Measured | None:
        """The measure of "3 times" where something grew or fell that much; None where it counts occasions."""
        changes = self.words.changes
        if self.tokens[figure.next].lower not in changes.times:
            return None
        before = figure.outer - 1
        if changes.times_before and (before < first or self.tokens[before].lower not in changes.times_before):
            return None
        growth = self.growth(figure, first) or self._growth_after(figure)
        if growth is None:
            return None
        subject = self._subject(figure, first) or self._noun_before(figure, first)
        words = self.grown(subject.words if subject else "", growth)
        return Measured(words, subject.holder if subject else None, figure.next)

    def grown(self, subject: str, growth: str | None) -> str:
        """The name of a measure that grew or fell: "GDP growth"."""
        if growth is None or not subject:
            return subject or growth or ""
        return self.words.changes.measure.format(subject=subject, growth=growth)

    # -- what stands after the figure

    def _content(self, figure: Figure, stop: int) -> Measured | None:
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
        if before < 0 or self.tokens[before].lower not in self.words.sets["articles"]:
            return False
        return self.tokens[at].shape == "lower" and self.chunks.kind(at) == k.NOUN

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

    def _share(self, figure: Figure, subject: Subject | None, stop: int) -> Measured | None:
        """ "1.2% of the country's GDP": the subject's share of it."""
        at = figure.next
        english = self.words.numbers.of
        if at >= stop or (english and self.tokens[at].lower not in english):
            return None
        start = at + 1 if english else at
        if not english and not self._is_genitive(start):
            return None
        phrase = self.chunks.phrase_starting(start)
        if phrase is None or self.chunks.kind(phrase[0]) == k.PRONOUN:
            return None
        phrase = self._whole_only(phrase)
        whole = self.subjects.phrase(*phrase)
        holder = whole.holder or self._country_before(phrase, figure) or (subject.holder if subject else None)
        head = f"{subject.words} " if subject and subject.words else ""
        return Measured(f"{head}{self.words.measures.share} {whole.words}", holder, phrase[1])

    def _whole_only(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """ "13 percent of voters disapprove of it": a plural with a small word behind it that is no plural ends it."""
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

    # -- what stands before the figure

    def _noun_before(self, figure: Figure, first: int) -> Subject | None:
        """ "a budget of $5 million", "a fine of 100 dollars", "бюджет в 5 млрд", "әскери бюджеті 5 млрд теңге"."""
        at = self._left_of(figure, first) - 1
        if at < first:
            return None
        if self.tokens[at].lower in self.words.sets["put_at"] and self.counter.is_put(figure, first):
            return self.subjects.ending(at - 1, first)
        if self.words.numbers.of:
            if self.tokens[at].lower not in self.words.numbers.of:
                return self._changed(at, first)
            at -= 1
        elif self.page.language.tag == "kk":
            if at > first and self.tokens[at].start == self.tokens[at - 1].end:
                return None  # «30-дан 11-і»
            known = features("kk", self.tokens[at].lower)
            if known.case == "gen" and known.score >= SURE:
                return Subject(self.subjects.counted(at, at), None)  # «30 адамның 11-і»
            is_verb = self.tokens[at].lower.endswith(self.words.measures.verb_endings)
            if is_verb or (known.case == "abl" and known.score >= SURE):
                return None
            return self.kazakh.before(figure, at, first)
        elif self.page.language.tag == "ru" and (self.chunks.kind(at) == k.PREPOSITION or self.tokens[at].text in "—–"):
            at -= 1
            at = self._before_time(at, first)
        elif self.page.language.tag == "ru" and self.tokens[at].lower in self.words.sets["dimensions"]:
            at -= 1
        elif self.page.language.tag == "ru" and (self._is_given(at, first) or self._is_scene(figure, at)):
            return None
        return self.subjects.ending(at, first)

    def _before_colon(self, figure: Figure, first: int) -> Subject | None:
        """«ужесточил наказание за кражу: от пяти лет»: the last thing told before a colon that hangs on nothing."""
        colon = self._left_of(figure, first) - 1
        while colon > first and (colon in self.subjects.passed or self.chunks.kind(colon) == k.PREPOSITION):
            colon -= 1
        if self.page.language.tag != "ru" or colon <= first or self.tokens[colon].text != ":":
            return None
        for at in range(colon - 1, max(first, colon - _RELATIVE) - 1, -1):
            bare = (
                self.chunks.kind(at) == k.NOUN and self.tokens[at].shape == "lower" and at not in self.subjects.passed
            )
            if self.tokens[at].text in ";:" or not bare:
                continue
            start = at
            while start > first and self.chunks.kind(start - 1) == k.ADJECTIVE:
                start -= 1
            free = start == first or self.chunks.kind(start - 1) != k.PREPOSITION
            if free and features("ru", self.tokens[at].lower).case in ("nom", "acc"):
                return self.subjects.phrase(at, at)
        return None

    def _changed(self, at: int, first: int) -> Subject | None:
        """ "raised military outlays to $5 million", "cut the fee by 12 percent": the object of who changes it."""
        if self.tokens[at].lower not in self.words.sets["changed_to"] or at - 1 < first:
            return None
        for start in range(at - 1, max(first, at - _OBJECT) - 1, -1):
            if self.tokens[start].lower in self.words.sets["changers"]:
                return self.subjects.phrase(start + 1, at - 1) if start < at - 1 else None
            if self.chunks.kind(start) not in _OBJECT_KINDS:
                return None
        return None

    def _is_scene(self, figure: Figure, at: int) -> bool:
        """«держали в кабинете шесть часов»: where it went on for so long, and no measure of it."""
        return figure.unit in self.words.durations and features("ru", self.tokens[at].lower).case == "loc"

    def _is_given(self, at: int, first: int) -> bool:
        """«выделила вернувшимся 400 тысяч», «получил от подрядчика 5 млн»: to whom or from whom, and no measure."""
        if self.chunks.kind(at) == k.PARTICIPLE or features("ru", self.tokens[at].lower).case == "dat":
            return True
        while at > first and self.chunks.kind(at) in _NOMINAL:
            at -= 1
        return self.tokens[at].lower in self.words.measures.givers

    def _before_time(self, at: int, first: int) -> int:
        """«бюджет в 2023 году — 5 млрд»: the token before a time and its preposition."""
        if at not in self.subjects.passed:
            return at
        while at > first and (at in self.subjects.passed or self.chunks.kind(at) == k.PREPOSITION):
            at -= 1
        return at

    def _kazakh_owner(self, figure: Figure, first: int) -> str | None:
        """«Облыс әкімдігі 12 көлік жалдады»: who opens the sentence in the nominative is its verb's subject."""
        if self.page.language.tag != "kk":
            return None
        for mention, id in self.entities.within(self.page.span(first, max(first, figure.first - 1))):
            begin, end = self.page.token_range(mention.span)
            if begin == first and end <= figure.start and self.entities.get(id).kind in HOLDERS:
                following = self.tokens[end].text
                case = features("kk", self.tokens[end - 1].lower).case
                return id if case in ("", "nom") and following not in ",:" else None
        return None

    def _left_of(self, figure: Figure, first: int) -> int:
        """The first token of the figure with every word of bound and degree before it."""
        start = figure.start
        while start > first:
            found = self.words.bound_before(self.tokens, first, start)
            if found is not None:
                start = found[1]
            elif start - 1 in self.subjects.passed or self.chunks.kind(start - 1) in (k.DETERMINER, k.ADVERB):
                start -= 1
            else:
                break
        return start

    def _subject(self, figure: Figure, first: int) -> Subject | None:
        """The subject of the verb whose complement the figure is; of other verbs ("paid") only whose figure it is."""
        verb = self._verb_before(figure, first)
        if verb is None:
            return None
        linking = self._links(verb, figure)
        over = self._over_relative(verb, first) if linking else None
        if over is not None:
            return self.subjects.ending(over, first)
        phrase = self.chunks.noun_phrase_before(verb)
        if phrase is None:
            return None
        if linking and all(at in self.subjects.passed for at in range(phrase[0], phrase[1] + 1)):
            return self.subjects.ending(self._before_time(phrase[1], first), first)  # "profit for the first half fell"
        if linking:
            return self.subjects.phrase(self._with_head(phrase[0], first), phrase[1])
        whole = all(self.chunks.kind(at) != k.PREPOSITION for at in range(phrase[0], phrase[1] + 1))
        owner = self.entities.at(self.page.span(*phrase), HOLDERS) if whole else None
        return Subject("", self._apposed(verb, first) or owner)

    def _with_head(self, at: int, first: int) -> int:
        """«цены на хлеб выросли»: the noun before a preposition, without which its phrase would be no subject."""
        if self.page.language.tag != "ru" or at - 2 < first or self.chunks.kind(at - 1) != k.PREPOSITION:
            return at
        return at - 2 if self.chunks.kind(at - 2) == k.NOUN and at - 2 not in self.subjects.passed else at

    def _apposed(self, verb: int, first: int) -> str | None:
        """ "Her rival, X, won 5 percent": the name between commas right before the verb."""
        if verb - 2 <= first or self.tokens[verb - 1].text != ",":
            return None
        for at in range(verb - 2, max(first, verb - _FAR), -1):
            if self.tokens[at].text == ",":
                return self._named(at + 1, verb - 2)
        return None

    def _named(self, first: int, last: int) -> str | None:
        span = self.page.span(first, last)
        exact = (id for mention, id in self.entities.within(span) if Span(mention.start, mention.end) == span)
        return next((id for id in exact if self.entities.get(id).kind in HOLDERS), None)

    def _over_relative(self, verb: int, first: int) -> int | None:
        """The last token of the subject of a verb that stands after a relative clause between commas."""
        if self.tokens[verb - 1].text != ",":
            return None
        for at in range(verb - 2, max(first + 1, verb - _RELATIVE), -1):
            if self.chunks.kind(at) == k.RELATIVE and self.tokens[at - 1].text == ",":
                return at - 2
        return None

    def _links(self, verb: int, figure: Figure) -> bool:
        linking = self.words.measures.linking
        return any(
            linking.at(self.tokens, at)
            or (self.words.changes.direction(self.tokens, at) and not self._is_loss(at, figure))
            for at in range(verb, figure.first)
        )

    def _is_loss(self, at: int, figure: Figure) -> bool:
        """ "The company lost 730 million yen": what is lost is no change of the subject, shares aside."""
        return figure.unit != "%" and self.tokens[at].lower.startswith(self.words.changes.lost or ("\n",))

    def _verb_before(self, figure: Figure, first: int) -> int | None:
        at = self._left_of(figure, first) - 1
        lowest = max(first, at - _FAR)
        while at >= lowest:
            kind = self.chunks.kind(at)
            if kind in (k.VERB, k.AUXILIARY) or self.words.measures.linking.at(self.tokens, at):
                return at
            if kind == k.PARTICIPLE and self.words.changes.direction(self.tokens, at) and at > first:
                return at if self.chunks.kind(at - 1) in (k.NOUN, k.DETERMINER) else None  # "profits shrank to"
            passed = (
                kind in (k.PREPOSITION, k.ADVERB, k.DETERMINER, k.NUMBER, k.INFINITIVE) or at in self.subjects.passed
            )
            if not passed and not self._is_degree(at):
                return None
            at -= 1
        return None

    def _is_degree(self, at: int) -> bool:
        return self.tokens[at].lower in self.words.changes.by or bool(self.words.changes.direction(self.tokens, at))

    def growth(self, figure: Figure, first: int) -> str | None:
        """The word for growth or decline where the figure says by how much something changed."""
        changes = self.words.changes
        left = self._left_of(figure, first)
        at = left - 1
        if self.page.language.tag == "kk":
            return self._growth_after(figure)
        if any(self.tokens[j].lower in changes.to for j in range(left, figure.first)):
            return None  # "rose to 55": the level, not the rise
        while at >= max(first, figure.first - 4):
            found = changes.direction(self.tokens, at)
            if found is not None:
                return None if self._is_loss(at, figure) else found
            if self.tokens[at].lower not in changes.by and self.tokens[at].lower not in changes.times_before:
                return None
            at -= 1
        return None

    def _growth_after(self, figure: Figure) -> str | None:
        changes = self.words.changes
        start: int | None = figure.next
        if figure.unit is not None and changes.by_endings:
            start = self._by_how_much(figure)
        if start is None:
            return None
        for at in range(start, min(start + 2, len(self.tokens))):
            if self.tokens[at].lower in changes.to:
                return None
            found = changes.direction(self.tokens, at)
            if found is not None:
                return found
        return None

    def _by_how_much(self, figure: Figure) -> int | None:
        """The token after a figure whose unit says by how much («пайызға», «9%-ға»); None if it does not."""
        endings = self.words.changes.by_endings
        at = figure.next
        if at + 1 < len(self.tokens) and self.tokens[at].text == "-" and self.tokens[at + 1].lower in endings:
            return at + 2
        last = self.tokens[figure.last]
        for ending in endings:
            stem = last.lower.removesuffix(ending)
            if stem != last.lower and self.words.units.at([Token(0, 0, len(stem), stem, stem, "lower")], 0):
                return at
        return None
