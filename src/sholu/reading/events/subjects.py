"""Who a verb is said of, as far as an event wants to know it: lists joined, pronouns followed back in the sentence."""

from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule, words
from sholu.reading.events.modality import is_asked_for
from sholu.reading.events.qualified import Qualified
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.events.russian_control import Control
from sholu.reading.events.russian_counted import Counted
from sholu.reading.events.stretches import NOMINAL, Stretch, Stretches
from sholu.reading.languages.morphology import readings

_OF_PEOPLE = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE"})
_NAME = 120  # code points in the longest name looked for
_CHAIN = NOMINAL | {kinds.PREPOSITION, kinds.CONJUNCTION, kinds.ADVERB}
_BESIDE_VERB = frozenset({kinds.ADVERB, kinds.AUXILIARY})
_VERB = frozenset({kinds.VERB})
_FINITE = _VERB | {kinds.AUXILIARY}
_BREAKS = frozenset(';:"“”«»')
_NEAR = 12  # tokens between a pronoun and the verb whose subject it repeats


class Subjects:
    """The subjects of the verbs of one page."""

    def __init__(self, stretches: Stretches) -> None:
        self.stretches = stretches
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self.clauses = RussianClauses(stretches)
        self.control = Control(self.clauses)
        self.qualified = Qualified(stretches)
        self.counted = Counted(stretches)

    def subject(self, hit: Hit[Rule]) -> Stretch | None:
        """Who the verb of the hit is said of; a pronoun gives way to the subject before it in the sentence."""
        if self.tag == "kk" and is_asked_for(self.chunks, hit.last):
            return self.stretches.before(hit.first - 1, "abl")  # "министр одан кетуді талап етті": of whom it is asked
        if self.tag == "kk":
            return self.stretches.before(hit.first - 1, "nom")
        if self.tag == "ru" and hit.value.type in _OF_PEOPLE and (behind := self._name_behind(hit)):
            return behind
        if self.tag == "ru" and (antecedent := self._relative(hit) or self.clauses.of_participle(hit.first)):
            return antecedent
        if self.tag == "ru" and (told := self.clauses.parties(hit)):
            if told[0]:
                nobody = self.tokens[told[0][0]].lower in words(self.tag, "grammar", "nobody")
                return None if nobody else self._pointed_at(told[0])
            if counted := self.counted.behind(hit):
                return counted
            if told[1] and self.clauses.is_of_nobody(hit):
                return None
        elif self.tag == "ru" and self.control.is_dependent(hit.first):
            doer = self.control.doer(hit.first)
            return self._pointed_at(doer) if doer else None
        phrase = self._person_who(hit) or self._of_infinitive(hit) or self._of_main_clause(hit)
        phrase = phrase or self._before_verb(hit.first)
        if phrase is None and self.tag == "en":
            phrase = self.qualified.before_aside(hit)
        elif phrase is not None and self.tag == "en":
            phrase = self._described_subject(phrase, hit) or self.qualified.subject(hit, phrase) or phrase
            phrase = self.qualified.behind_setting(phrase)
            own = self.qualified.told_of(hit)
            if own and (own[1] < phrase[0] < hit.first or (phrase[0] < own[0] and own[1] == phrase[1])):
                phrase = own
            if not self.qualified.names_something(phrase):
                return None
        if phrase is None:
            if self.tag != "ru":
                return None
            return (
                self._name_before(hit)
                or self.counted.before(hit)
                or self.stretches.first_nominative(hit.first)
                or self.stretches.after(hit.last + 1, "nom")
            )
        if phrase[1] >= hit.first:
            return None
        if self.tag == "ru" and ("nom" not in self.stretches.cases(phrase) or self._owner_alone(phrase)):
            return (
                self._name_before(hit)
                or self.counted.before(hit)
                or self.stretches.first_nominative(hit.first)
                or self.stretches.after(hit.last + 1, "nom")
            )
        if self.tag == "ru" and self._outnumbered(phrase, hit):
            return None
        if self.chunks.kind(phrase[0]) == kinds.PRONOUN:
            number = phrase[0] - 1
            counts = self.tag == "en" and number >= 0 and number not in self.stretches.dated
            if counts and self.stretches.counts(number):
                return number, phrase[1]  # "1,000 others", but "on June 11 he"
            if self.tag == "en" and self.tokens[phrase[0]].lower in words("en", "grammar", "unfollowed"):
                return phrase  # whoever speaks, not whom the sentence speaks of
            return self.meant(phrase) or phrase
        if self.tag == "ru":
            undated = self._undated(phrase)
            if self.chunks.kind(undated[0]) == kinds.PREPOSITION:
                found = self.stretches.first_nominative(hit.first)
                # «25 марта после приезда политика задержали» has none before the date
                return found if found and found[1] < undated[0] - 1 else None
            phrase = undated
        tidy = self.stretches.tidy(self._ranged(self._listed(self._in_clause(phrase))))
        return self._tidy_before(phrase) if tidy is None and self.tag == "en" and phrase[0] > 0 else tidy

    def _pointed_at(self, phrase: Stretch) -> Stretch:
        """The subject, or whom it stands for: «он», «тот»."""
        first, last = phrase
        if first == last and self.tokens[first].lower in words(self.tag, "grammar", "that_one"):
            return self.clauses.pointed_at(first) or phrase
        pronoun = first == last and self.chunks.kind(first) == kinds.PRONOUN
        return (self.meant(phrase) or phrase) if pronoun else phrase

    def _before_verb(self, verb: int) -> Stretch | None:
        """The subject before a verb; English: also before a day that parts them, "and in May 1974 was elected"."""
        i, first = verb, self.page.sentence_of(verb).first
        while self.tag == "en" and i > first and self.chunks.kind(i - 1) in _BESIDE_VERB:
            i -= 1
        day = i
        while day > first and day - 1 in self.stretches.dated:
            day -= 1
        if day == i or self.tag != "en":
            return self.chunks.noun_phrase_before(verb) or self._behind_day(i)
        if day > first and self.chunks.kind(day - 1) == kinds.PREPOSITION:
            day -= 1
        return self.chunks.noun_phrase_before(day)

    def _person_who(self, hit: Hit[Rule]) -> Stretch | None:
        """English: "said Ann Lee, deputy minister since 2020, who thanked": whose name stands before the aside."""
        first, i = self.page.sentence_of(hit.first).first, hit.first - 1
        while i > first and (self.chunks.kind(i) in _BESIDE_VERB or i in self.stretches.dated):
            i -= 1
        if self.tag != "en" or i <= first or self.tokens[i].lower not in words("en", "grammar", "who"):
            return None
        if self.tokens[i - 1].text != ",":
            return None
        opening = next((j for j in range(i - 2, first, -1) if self.tokens[j].text in _BREAKS | {","}), None)
        if opening is None or self.tokens[opening].text != ",":
            return None
        verbs = any(self.chunks.kind(j) == kinds.VERB for j in range(opening + 1, i - 1))
        return None if verbs else self._person_ending(opening - 1)

    def _behind_day(self, verb: int) -> Stretch | None:
        """ "On July 6 Ann Lee, a plumber, took": the name between a day and an apposition."""
        first, comma = self.page.sentence_of(verb).first, verb - 1
        if self.tag != "en" or comma <= first or self.tokens[comma].text != ",":
            return None
        opening = next((j for j in range(comma - 1, first, -1) if self.tokens[j].text == ","), None)
        phrase = self.chunks.phrase_ending(opening - 1) if opening is not None else None
        if phrase is None or phrase[0] not in self.stretches.dated:
            return None
        return self.stretches.tidy(phrase)

    def _of_main_clause(self, hit: Hit[Rule]) -> Stretch | None:
        """ "denied that an officer had been beaten, and freed nine": a comma before "and" leads back to who denied."""
        first, i = self.page.sentence_of(hit.first).first, hit.first - 1
        while i > first and self.chunks.kind(i) in _BESIDE_VERB:
            i -= 1
        joined = i - 1 > first and self.chunks.kind(i) == kinds.CONJUNCTION and self.tokens[i - 1].text == ","
        if self.tag != "en" or not joined:
            return None
        that = words(self.tag, "grammar", "that")
        for j in range(i - 2, first, -1):
            if self.tokens[j].text in _BREAKS:
                return None
            if self.tokens[j].lower in that and self.chunks.kind(j - 1) == kinds.VERB:
                return self._before_verb(j - 1)
        return None

    def _ranged(self, phrase: Stretch) -> Stretch:
        """ "Between 90 and 110 workers": the phrase from the first figure on."""
        i = phrase[0]
        if self.tag != "en" or i < 3 or self.tokens[i - 1].lower not in words("en", "grammar", "and"):
            return phrase
        figures = all(self.tokens[j].shape == "number" for j in (i, i - 2))
        between = self.tokens[i - 3].lower in words("en", "grammar", "between")
        return (i - 3, phrase[1]) if figures and between else phrase

    def _described_subject(self, phrase: Stretch, hit: Hit[Rule]) -> Stretch | None:
        """ "People planning to attend rallies in two towns were detained": the people."""
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        carried = self.chunks.kind(hit.first - 1) == kinds.AUXILIARY
        if not carried and (phrase[1] != hit.first - 1 or self.chunks.kind(hit.first) != kinds.VERB):
            return None
        j = phrase[0] - 1
        while j > first and self.chunks.kind(j) in _CHAIN and self.tokens[j].text not in ",;:":
            j -= 1
        if j - 2 > first and self.chunks.kind(j) == kinds.VERB and self.chunks.kind(j - 1) == kinds.INFINITIVE:
            j -= 2
        described = j > first and self.chunks.kind(j) == kinds.GERUND and self.chunks.kind(j - 1) == kinds.NOUN
        found = self.chunks.noun_phrase_before(j) if described else None
        return found if found and (carried or self._may_open(found[0], first)) else None

    def _owner_alone(self, phrase: Stretch) -> bool:
        """«его задержали»: the pronoun is the object."""
        return phrase[0] == phrase[1] and self.tokens[phrase[0]].lower in words(self.tag, "grammar", "owners")

    def _name_before(self, hit: Hit[Rule]) -> Stretch | None:
        """«На совещании Иван Петров похвалил»: somebody named right before the verb, where the phrase began earlier."""
        last = hit.first - 1
        while last > 0 and self.chunks.kind(last) in (kinds.ADVERB, kinds.AUXILIARY):
            last -= 1
        if last < 0:
            return None
        for mention, id in self.stretches.entities.within(self.page.sentence_at(self.tokens[last].start).span):
            if mention.end != self.tokens[last].end or mention.form != "name":
                continue
            first = self.page.token_at(mention.start)
            person = self.stretches.entities.get(id).kind == "person"
            nominative = self._may_be_nominative(first)
            if person and nominative and not self._outnumbered((first, last), hit):
                return first, last
        return None

    def _name_behind(self, hit: Hit[Rule]) -> Stretch | None:
        """«Комитет возглавил Иван Петров»: who stands in the nominative right behind; only people hold offices."""
        first, sentence = hit.last + 1, self.page.sentence_at(self.tokens[hit.first].start)
        if first >= sentence.stop:
            return None
        start = self.tokens[first].start
        for mention, id in self.stretches.entities.within(Span(start, min(start + _NAME, sentence.end))):
            if mention.start != start or mention.form != "name":
                continue
            last = self.page.token_range(mention.span)[1] - 1
            nominative = self._may_be_nominative(first)
            person = self.stretches.entities.get(id).kind == "person"
            if person and nominative and not self._outnumbered((first, last), hit):
                return first, last
        return None

    def _relative(self, hit: Hit[Rule]) -> Stretch | None:
        """Russian: «главу Ивана Петрова, который осенью избил соседа»: the person of whom the relative clause tells."""
        for i in range(hit.first - 1, max(1, hit.first - _NEAR), -1):
            token = self.tokens[i]
            if token.lower in words(self.tag, "grammar", "who"):
                if self.tokens[i - 1].text != ",":
                    return None
                return self._person_ending(i - 2) or self.clauses.antecedent(i)
            doer = self.chunks.kind(i) in (kinds.NOUN, kinds.PRONOUN) and i not in self.stretches.dated
            if token.shape == "mark" or (doer and "nom" in self.stretches.cases((i, i))):
                return None
        return None

    def _person_ending(self, last: int) -> Stretch | None:
        """The name of somebody that ends with this token."""
        if last < 0:
            return None
        end = self.tokens[last].end
        for mention, id in self.stretches.entities.within(Span(max(0, end - _NAME), end)):
            if mention.end == end and mention.form == "name" and self.stretches.entities.get(id).kind == "person":
                return self.page.token_at(mention.start), last
        return None

    def _may_be_nominative(self, first: int) -> bool:
        """Whether the name that begins at a token may stand in the nominative."""
        forms = readings("ru", self.tokens[first].lower)
        told = any(form.case == "nom" for form in forms) or not any(form.known for form in forms)
        return told or self.stretches.surely_nominative(first)

    def _outnumbered(self, phrase: Stretch, hit: Hit[Rule]) -> bool:
        """«Петрова задержали»: one person is not the subject of a verb in the plural."""
        verb = next((i for i in range(hit.first, hit.last + 1) if self.chunks.kind(i) == kinds.VERB), None)
        if verb is None or readings("ru", self.tokens[verb].lower)[0].number != "plural":
            return False
        if any(self.chunks.kind(i) in (kinds.CONJUNCTION, kinds.NUMBER) for i in range(phrase[0], phrase[1] + 1)):
            return False
        head = next((i for i in range(phrase[0], phrase[1] + 1) if self.chunks.kind(i) == kinds.NOUN), None)
        if head is None or self.tokens[head].shape == "upper":
            return False
        found = [form for form in readings("ru", self.tokens[head].lower) if form.part == "noun" and form.case == "nom"]
        listed = phrase[0] > 1 and self.tokens[phrase[0] - 1].lower in words(self.tag, "grammar", "and")
        return not listed and all(form.number == "singular" for form in found)

    def put_first(self, hit: Hit[Rule]) -> Stretch | None:
        """«Петрова задержали»: the object that stands where a subject would."""
        phrase = self.chunks.noun_phrase_before(hit.first)
        if phrase is None or phrase[1] >= hit.first or not self._outnumbered(phrase, hit):
            return None
        return self.stretches.tidy(phrase) if "acc" in self.stretches.cases(phrase) else None

    def _undated(self, phrase: Stretch) -> Stretch:
        """ "Указом от 4 марта Иван Петров назначен": what follows the date."""
        first, last = phrase
        for i in range(last - 1, first - 1, -1):
            if i in self.stretches.dated:
                return i + 1, last
        return phrase

    def _of_infinitive(self, hit: Hit[Rule]) -> Stretch | None:
        """ "blocked the road to protest": who blocked; but "urged the union to protest": the union."""
        i = hit.first - 1
        sentence = self.page.sentence_at(self.tokens[hit.first].start)
        if i <= sentence.first or self.tokens[i].lower not in words(self.tag, "grammar", "infinitive"):
            return None
        if self.chunks.kind(i - 1) == kinds.AUXILIARY:
            return self.chunks.noun_phrase_before(i - 1)
        if i - 2 > sentence.first and self.chunks.kind(i - 2) == kinds.AUXILIARY:
            return self.chunks.noun_phrase_before(i - 2)  # "are due to meet"
        for j in range(i - 1, max(sentence.first, i - _NEAR) - 1, -1):
            if self.chunks.kind(j) == kinds.VERB and not self._infinitive(j):
                base = self.chunks.verb_base(j) or self.tokens[j].lower
                moved = base in words(self.tag, "grammar", "object_control") and not self.chunks.is_passive(j)
                return None if moved and j < i - 1 else self._subject_at(j, hit)
        return None

    def _subject_at(self, verb: int, hit: Hit[Rule]) -> Stretch | None:
        """The subject of the verb at a token, also where a participle stands between them."""
        found = self.chunks.noun_phrase_before(verb)
        if found is None or self.tag != "en":
            return found
        return self._described_subject(found, Hit(verb, verb, 0, hit.value)) or found

    def _infinitive(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].lower in words(self.tag, "grammar", "infinitive")

    def _in_clause(self, phrase: Stretch) -> Stretch:
        """ "a strike after the company agreed": the company, where another verb stands before."""
        first, last = phrase
        sentence = self.page.sentence_at(self.tokens[first].start)
        if not any(self.chunks.kind(j) == kinds.VERB for j in range(sentence.first, first)):
            return phrase
        for i in range(last - 1, first, -1):
            if self.tokens[i].lower in words(self.tag, "grammar", "clause_prepositions"):
                return i + 1, last
        return phrase

    def _tidy_before(self, phrase: Stretch) -> Stretch | None:
        """The subject before a day that stands between it and its verb, "the court Monday acquitted"."""
        sentence = self.page.sentence_at(self.tokens[phrase[0]].start)
        if phrase[0] <= sentence.first:
            return None
        found = self.chunks.noun_phrase_before(phrase[0])
        return self.stretches.tidy(found) if found else None

    def meant(self, pronoun: Stretch) -> Stretch | None:
        """The subject of the verb before a pronoun in the same sentence: "the army says it has ..."."""
        sentence = self.page.sentence_at(self.tokens[pronoun[0]].start)
        several = self.tag == "en" and self.tokens[pronoun[0]].lower in words("en", "grammar", "they")
        finite = _FINITE if self.tag == "en" else _VERB
        for i in range(pronoun[0] - 1, max(sentence.first, pronoun[0] - _NEAR) - 1, -1):
            if self.chunks.kind(i) in finite:
                found = self.chunks.noun_phrase_before(i)
                if several and found and self._is_one(found):
                    continue
                if found is None or found[1] >= i or self.chunks.kind(found[0]) == kinds.PRONOUN:
                    return None
                return self.stretches.tidy(self._listed(found))
        return None

    def _is_one(self, phrase: Stretch) -> bool:
        """English: whether a phrase is of one person, whom "they" does not mean: "an official", "Ann Lee"."""
        single = self.tokens[phrase[0]].lower in words("en", "grammar", "single")
        return single or self._person_ending(phrase[1]) is not None

    def _listed(self, phrase: Stretch) -> Stretch:
        """A subject with what is joined to it before, "Kuwait and its allies", where that opens the clause."""
        joins = words(self.tag, "grammar", "and")
        sentence = self.page.sentence_at(self.tokens[phrase[0]].start)
        first = phrase[0]
        while first - 2 >= sentence.first:
            mark = self.tokens[first - 1].lower
            if mark == "," and (person := self._named_before(first, phrase)):
                first = person[0]
                continue
            if mark not in joins and not (mark == "," and first < phrase[0]):
                break
            before = first - 2
            if self.tokens[before].text == ",":
                before -= 1
            start = before
            while start >= sentence.first and self.chunks.kind(start) in NOMINAL | {kinds.PREPOSITION}:
                start -= 1
            start += 1
            if self.tag == "en" and mark == "," and self._opens_setting(start):
                break
            while start <= before and self.chunks.kind(start) == kinds.PREPOSITION:
                start += 1
            if start > before or not self._may_open(start, sentence.first):
                break
            first = start
        return first, phrase[1]

    def _opens_setting(self, i: int) -> bool:
        """ "In Osh, ...", "According to the police, ...": whether the clause opens with what is none of its subject."""
        opening = words("en", "grammar", "according")
        return self.chunks.kind(i) == kinds.PREPOSITION or self.tokens[i].lower in opening

    def _named_before(self, first: int, phrase: Stretch) -> Stretch | None:
        """English: the person before a comma in a list of people, "Ann Lee, Bo Day and Cy Fox"."""
        joins = words(self.tag, "grammar", "and")
        listed = any(self.tokens[i].lower in joins for i in range(first, phrase[1]))
        return self._person_ending(first - 2) if self.tag == "en" and listed else None

    def _may_open(self, i: int, first: int) -> bool:
        if i == first:
            return True
        before = self.tokens[i - 1]
        return before.text in (",", ":", "—", "–", "-", "--", '"', "“") or self.chunks.kind(i - 1) == kinds.SUBORDINATOR
