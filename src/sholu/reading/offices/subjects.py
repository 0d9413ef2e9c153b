"""Who does what a verb of office says: the person before it, over what stands aside, or whom a pronoun means."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import APPOSES, Neighbours
from sholu.reading.offices.passing import Named
from sholu.text.sentences import Sentence

FAR = 30
"""Tokens between a verb and the office it gives."""
_ASIDE = 16
"""Tokens in the longest apposition between a person and the verb."""
_SENTENCE = 100
"""Tokens of a sentence among which whoever it names first is looked for."""
_OPENING = 5
"""Tokens among which a Kazakh sentence has its pronoun."""
_CHANGE = 12
"""Tokens between a person and the verb by which that one appoints or dismisses another."""
_BACK = 3
"""Sentences back in which whoever a pronoun means is looked for."""
_WORDS = 4
"""Tokens in the longest words such as «до недавнего времени»."""
_ENDS = frozenset("«»;:()")
_RUSSIAN_PARTICIPLES = ("вш", "ющ", "ящ", "ущ", "ащ")


class Subjects:
    """Finds the people of whom the verbs of one page tell."""

    def __init__(self, neighbours: Neighbours) -> None:
        self.near = neighbours
        self.posts = neighbours.posts
        self.page = neighbours.posts.page
        self.tokens = neighbours.tokens
        self.words = neighbours.words
        self.chunks = neighbours.chunks
        self._joining = False

    def subject(self, verb: int) -> Named | None:
        """The person who is the verb's subject."""
        phrase = self.chunks.noun_phrase_before(verb)
        if phrase is None:
            return self._over_dates(verb)
        named = self._he_changed(self.near.person_ending(phrase[1]))
        if named is None and self.posts.tag == "en" and self.tokens[phrase[0] - 1].lower in self.words.membership_joins:
            named = self.near.person_ending(phrase[0] - 2)  # "X from the ruling party was elected"
        if named is None and self.posts.tag == "en" and phrase[0] > 1 and self.tokens[phrase[0] - 1].text == ",":
            named = self.near.person_ending(phrase[0] - 2)  # "X, an activist who heads Y"
        if named is None and phrase[0] in self.posts.people:
            last, id = self.posts.people[phrase[0]]
            if last + 1 <= phrase[1] and self.tokens[last + 1].text in APPOSES:
                return Named(id, phrase[0], last)
        return named or self._over_dates(verb)

    def _over_dates(self, verb: int) -> Named | None:
        """The person right before the verb or its "who", dates and adverbs aside."""
        j = verb - 1
        while j >= 0:
            if j in self.posts.timed or self.chunks.kind(j) in (k.ADVERB, k.AUXILIARY) or self._dates(j):
                j -= 1
            elif (opening := self._opening(j)) is not None:
                j = opening - 1
            elif self._is_parenthesis(j):
                j -= 3
            else:
                break
        if self.posts.tag == "ru" and (named := self._left_out(verb, j)) is not None:
            return named
        if j > 0 and self.tokens[j].text == "," and self.is_participle(verb):
            j -= 1  # «Петров, до 2011 года возглавлявший комендатуру»
        if j > 1 and self.tokens[j].lower in self.words.relatives and self.tokens[j - 1].text == ",":
            j -= 2
        if j < 0:
            return None
        if self.tokens[j].lower in self.words.he:
            return self.meant(j)
        if (suffering := self._object(verb, j)) is not None:
            return suffering
        named = self.near.person_ending(j) or self._set_off(j) or self._over_aside(j) or self._over_and(j)
        return named or self._over_adjunct(verb)

    def _is_parenthesis(self, j: int) -> bool:
        """English: "He still, however, remains": whether a word between two commas that is no party ends at a token."""
        between = j > 2 and self.tokens[j].text == "," and self.tokens[j - 2].text == ","
        return between and self.tokens[j - 1].lower in self.words.parenthetical

    def _object(self, verb: int, j: int) -> Named | None:
        """Russian: «X, которого назначили», «его уволили»: to whom people do what a verb without a subject says."""
        lower = self.tokens[j].lower
        if not self.tokens[verb].lower.endswith(self.words.of_several):
            return None
        if lower in self.words.objects_who and j > 1 and self.tokens[j - 1].text == ",":
            return self.near.person_ending(j - 2)
        return self.meant(j) if lower in self.words.objects else None

    def _over_adjunct(self, verb: int) -> Named | None:
        """English: "X, who prior to his election had served as Y": the person whom a "who" further off stands for."""
        if self.posts.tag != "en":
            return None
        sentence = self.page.sentence_at(self.tokens[verb].start)
        for j in range(verb - 1, max(sentence.first + 1, verb - _ASIDE), -1):
            if self.tokens[j].lower in self.words.relatives:
                named = self.near.person_ending(j - 2) if self.tokens[j - 1].text == "," else None
                return None if named is None or self.near.is_pronoun(named) else named
            if self.tokens[j].text in ";:" or self.chunks.kind(j) in (k.VERB, k.RELATIVE, k.SUBORDINATOR):
                return None
        return None

    def _opening(self, last: int) -> int | None:
        """The first token of words such as «до этого» that end at a token."""
        for first in range(last, max(-1, last - _WORDS), -1):
            match = self.words.opening.at(self.tokens, first, last + 1)
            if match is not None and match.last == last:
                return first
        return None

    def _left_out(self, verb: int, j: int) -> Named | None:
        """Russian: «Ранее возглавлял ...», «X окончил вуз, возглавлял ...»: the one of whom the text tells already."""
        sentence = self.page.sentence_at(self.tokens[verb].start)
        if j < sentence.first and sentence.i and self._speaks_of_one(verb):
            return self.meant(verb)
        if j > sentence.first and self.tokens[j].text == "," and not self.is_participle(verb):
            return self._over_joined(j)
        return None

    def _speaks_of_one(self, verb: int) -> bool:
        """Whether a verb, or the participle behind its auxiliary, is of one man or woman."""
        form = readings("ru", self.tokens[verb].lower)[0]
        return form.number != "plural" and form.gender != "neuter" and form.part in ("verb", "participle")

    def _over_joined(self, comma: int) -> Named | None:
        """The subject of the verb before a comma, where another verb of the same follows."""
        if self._joining:
            return None
        sentence = self.page.sentence_at(self.tokens[comma].start)
        for verb in range(comma - 1, max(sentence.first, comma - FAR), -1):
            if self.tokens[verb].text in _ENDS or self.chunks.kind(verb) == k.RELATIVE:
                return None
            if self.chunks.kind(verb) == k.VERB:
                return self._shared(verb)
        return None

    def _shared(self, verb: int) -> Named | None:
        """The subject of a verb that another one shares; not looked for any further back than that."""
        self._joining = True
        named = self.subject(verb)
        self._joining = False
        return named

    def _set_off(self, comma: int) -> Named | None:
        """English: "Her deputy, X, will head Y": the name between two commas that end right before the verb."""
        if self.posts.tag != "en" or self.tokens[comma].text != "," or comma < 1:
            return None
        named = self.near.person_ending(comma - 1)
        opened = named is not None and named.first > 1 and self.tokens[named.first - 1].text == ","
        if named is None or not opened or self.near.is_pronoun(named):
            return None
        noun = (
            self.chunks.kind(named.first - 2) in (k.NOUN, k.ADJECTIVE) and named.first - 2 not in self.posts.people_ends
        )
        return named if noun and self.tokens[named.first - 2].shape == "lower" else None

    def _over_aside(self, j: int) -> Named | None:
        """ "X, once an inspector in Y, took charge of Z": the person before the comma that opens what stands aside."""
        sentence = self.page.sentence_at(self.tokens[j].start)
        if self.tokens[j].text != "," or self.words.before_title:
            return None
        for at in range(j - 1, max(sentence.first, j - _ASIDE), -1):
            if self.tokens[at].text == ";" or self.chunks.kind(at) in (k.VERB, k.RELATIVE):
                return None
            if self.tokens[at].text == "," and (named := self.near.person_ending(at - 1)) is not None:
                return named
        return None

    def _over_and(self, j: int) -> Named | None:
        """ "X leads Y and used to be its treasurer": the person of the verb before "and"."""
        joint = self.tokens[j].lower in self.words.joins
        joint = joint or (self.posts.tag == "en" and self.chunks.kind(j) == k.CONJUNCTION)  # "but was fired"
        if not joint or self.words.before_title or self._joining:
            return None
        sentence = self.page.sentence_at(self.tokens[j].start)
        for verb in range(j - 1, max(sentence.first, j - FAR), -1):
            if self.chunks.kind(verb) == k.VERB:
                return self._shared(verb)
        return None

    def meant(self, i: int, back: int = _BACK) -> Named | None:
        """Whom a pronoun means: the first person named in its sentence before it, else in the nearest one before."""
        here = self.page.sentence_at(self.tokens[i].start)
        for sentence in reversed(self.page.sentences[max(0, here.i - back) : here.i + 1]):
            stop = min(sentence.stop, i)
            people = [
                j
                for j in range(max(sentence.first, stop - _SENTENCE), stop)
                if j in self.posts.people and not self.near.is_pronoun(Named("", j, self.posts.people[j][0]))
            ]
            if people:
                first = next((j for j in people if self._may_be_subject(j)), people[0])
                changed = self._changed_by(first, stop)
                return Named(self.posts.people[changed if changed is not None else first][1], i, i)
        return None

    def _may_be_subject(self, j: int) -> bool:
        """Russian: whether the name at a token may stand in the nominative, as far as its given name tells."""
        return self.posts.tag != "ru" or self.near.may_be_nominative(Named("", j, self.posts.people[j][0]))

    def _he_changed(self, named: Named | None) -> Named | None:
        """The person, or where it is a pronoun the one whom the words before say to be appointed or dismissed."""
        if named is None or self.tokens[named.first].lower not in self.words.he:
            return named
        here = self.page.sentence_at(self.tokens[named.first].start)
        spans = [(here.first, named.first)]
        if here.i:
            spans.append((self.page.sentences[here.i - 1].first, here.first))
        for first, stop in spans:
            for j in range(first, stop):
                if j in self.posts.people and not self.near.is_pronoun(Named("", j, self.posts.people[j][0])):
                    changed = self._changed_by(j, stop)
                    return named if changed is None else named._replace(id=self.posts.people[changed][1])
        return named

    def _changed_by(self, person: int, stop: int) -> int | None:
        """ "President X appointed Y. He had led Z": the one whom the person at a token appoints or dismisses.

        The sentence goes on to speak of that one; None where nobody else is named behind such a verb.
        """
        if self.words.before_title:
            return None
        change, after = self.words.change, self.posts.people[person][0] + 1
        for verb in range(after, min(stop, after + _CHANGE)):
            if self.chunks.kind(verb) in (k.RELATIVE, k.SUBORDINATOR) or self.tokens[verb].text in _ENDS:
                return None
            said = any(change[name].at(self.tokens, verb, stop) for name in ("appoint", "dismiss"))
            if self.chunks.kind(verb) == k.VERB or said:
                if not said or self.chunks.is_passive(verb):
                    return None
                others = (j for j in range(verb + 1, stop) if j in self.posts.people)
                other = next(others, None)
                same = other is None or self.posts.people[other][1] == self.posts.people[person][1]
                return None if same else other
        return None

    def is_participle(self, verb: int) -> bool:
        """Whether a verb is a Russian participle: «возглавлявший»."""
        return self.posts.tag == "ru" and any(mark in self.tokens[verb].lower for mark in _RUSSIAN_PARTICIPLES)

    def _dates(self, j: int) -> bool:
        """Whether a preposition stands before a date."""
        return j + 1 in self.posts.timed and self.chunks.kind(j) == k.PREPOSITION

    def nearest_before(self, i: int, sentence: Sentence) -> Named | None:
        """Kazakh: the last person of the sentence before a token, else whom its pronoun means."""
        for j in range(i - 1, max(sentence.first, i - FAR) - 1, -1):
            named = self.near.person_ending(j)
            if named is not None:
                return named
        return self._he(sentence) if i - sentence.first <= FAR else None

    def _he(self, sentence: Sentence) -> Named | None:
        """Kazakh: "Ол ... болған", "Бұған дейін ол ... басқарған": whom the sentences before name."""
        first = range(sentence.first, min(sentence.stop, sentence.first + _OPENING))
        he = next((j for j in first if self.tokens[j].lower in self.words.he), None)
        return self.meant(he) if he is not None and sentence.i > 0 else None
