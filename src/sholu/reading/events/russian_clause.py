"""Who does what to whom around a Russian verb: by agreement and case, whatever the order of words."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule, phrases, words
from sholu.reading.events.russian_groups import Form, Group
from sholu.reading.events.russian_reach import HARD, OPENERS, Reach
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import CASES, Stretch
from sholu.reading.languages.features import Features
from sholu.reading.languages.morphology import readings

_DOUBTFUL = 0.35  # how surely a nominative must be one to be the subject of a verb in the plural without another
_CLOSE = 2  # tokens between an infinitive before the verb and its object
_OPENING = 5  # tokens of a sentence that opens with «тот»
_OBJECTS = frozenset({"acc", "object"})
_BESIDE = 10  # tokens behind a noun of action in which its parties stand
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SENTENCE", "SANCTION", "TRY", "CHARGE", "ACCUSE"})
_HELD = _SUFFERED - {"ASSAULT"}  # «напали двадцать неизвестных»
_REFLEXIVE = ("ся", "сь")
_PARTIES = frozenset({"person", "organisation", "outlet", "group", "place"})


class RussianClauses(Reach):
    """The subjects and objects of the verbs of one Russian page."""

    def verb(self, hit: Hit[Rule]) -> int | None:
        """The finite verb of the words, or the one on which their infinitive depends."""
        for i in range(hit.first, hit.last + 1):
            if self.is_finite(i):
                return i
        return None

    def parties(self, hit: Hit[Rule]) -> tuple[Stretch | None, Stretch | None] | None:
        """Who acts and who suffers in the clause of an active finite verb; None where the words have none."""
        verb = self.verb(hit)
        if verb is None:
            return None
        around = self.around(verb, hit)
        groups = [group for group in around if group.preposition is None]
        subject = self._subject(groups, verb) or self._peeled(around, verb)
        shared = self._shared(verb) if subject is None or self._may_be_object(subject, verb) else None
        if shared is not None:
            subject = shared
        if self.is_short(verb):
            return (subject.stretch if subject else None), None
        if subject and self._is_rather_object(subject, groups, verb, hit):
            return None, subject.stretch
        own = [group for group in groups if not self._is_of_infinitive(group, verb, hit)]
        object = self._object(own, verb, subject)
        return (subject.stretch if subject else None), (object.stretch if object else None)

    def subject_of(self, groups: list[Group], verb: int) -> Stretch | None:
        """Which of these groups a verb is said of; whoever the verb before it is, where none of them can be."""
        found = self._subject(groups, verb) or self._shared(verb)
        return found.stretch if found else self._meant_by_opener(verb)

    def _meant_by_opener(self, verb: int) -> Stretch | None:
        """«мужчин, которые решили присоединиться»: whom «который» means that opens the clause of a verb."""
        first = self._own(verb, self.chunks.sentence(verb).first, verb)[0]
        opens = self.tokens[first].lower in words("ru", "grammar", "who") and first > 1
        return self.antecedent(first) if opens and self.tokens[first - 1].text == "," else None

    def is_of_nobody(self, hit: Hit[Rule]) -> bool:
        """Whether the verb of a hit is one in the plural, which says of nobody who did it: «их задержали»."""
        verb = self.verb(hit)
        return verb is not None and readings("ru", self.tokens[verb].lower)[0].number == "plural"

    def undergoes(self, hit: Hit[Rule]) -> bool:
        """Whether the subject suffers what an active verb says: «оказались под арестом»."""
        verb = self.verb(hit)
        if verb is None or "subject" in hit.value.recipient or hit.value.type not in _SUFFERED:
            return False
        return readings("ru", self.tokens[verb].lower)[0].lemma in words("ru", "grammar", "undergoing")

    def _may_be_object(self, group: Group, verb: int) -> bool:
        return group.head > verb and "acc" in group.cases and not any(form.animate for form in group.forms)

    def _shared(self, verb: int) -> Group | None:
        """«глава приехал и попросил МЧС», «комитет завёл дело, а в среду взял под стражу»: the subject told before."""
        sentence = self.chunks.sentence(verb)
        first = self._own(verb, sentence.first, sentence.stop - 1)[0]
        if first == sentence.first or self.tokens[first - 1].text in HARD or self.chunks.kind(first) in OPENERS:
            return None
        before = self._main_before(first, sentence.first)
        if before is None or any(self.tokens[i].text in HARD for i in range(before, verb)):
            return None
        if not self._alike(before, verb):
            return None
        found = self._subject([group for group in self.near(before) if group.preposition is None], before)
        found = found or self._shared(before)
        return found if found and self._agrees(found, verb) else None

    def _main_before(self, first: int, start: int) -> int | None:
        """The verb before token `first`, one that «что» or «который» opens only if there is no other."""
        found = [i for i in range(first - 1, start - 1, -1) if self.is_finite(i)]
        main = (i for i in found if self.chunks.kind(self._own(i, start, first - 1)[0]) not in OPENERS)
        return next(main, found[0] if found else None)

    def _alike(self, before: int, verb: int) -> bool:
        """Whether two verbs may have one subject: not «пришли, его уволили», where nobody is meant."""
        one, other = (readings("ru", self.tokens[i].lower)[0] for i in (before, verb))
        if one.number != other.number or (one.tense == other.tense == "past" and one.gender != other.gender):
            return False
        joint = self.tokens[verb - 1].lower in words("ru", "grammar", "joints") | {",", "не"}
        return other.number != "plural" or joint

    def receiver(self, hit: Hit[Rule]) -> Stretch | None:
        """Who stands in the dative beside the verb of a hit."""
        verb = self.verb(hit)
        if verb is None:
            return None
        groups = [
            group for group in self.around(verb, hit) if group.preposition is None and self._may_stand(group, "dat")
        ]
        told = self.parties(hit)
        groups = [group for group in groups if told is None or group.stretch != told[0]]
        # «дать льготу пенсионерам депутаты отказались», but «отказались платить району»
        groups = [group for group in groups if group.head > verb or not self._is_of_infinitive(group, verb, hit)]
        able = [one for one in groups if self.is_party(one) or self.chunks.kind(one.head) == kinds.PRONOUN]
        best = max(able or groups, key=lambda group: self._as_receiver(group, verb), default=None)
        return best.stretch if best else None

    def _may_stand(self, group: Group, case: str) -> bool:
        """Whether a group stands in this case, and is no unknown word, which may stand in any."""
        known = group.cases != CASES - {"abl"}
        return case in group.cases and (known or self.tokens[group.head].is_capitalised)

    def _as_receiver(self, group: Group, verb: int) -> tuple[float, int]:
        return group.share("dat"), -abs(group.head - verb)

    def agent(self, hit: Hit[Rule]) -> Stretch | None:
        """Who stands in the instrumental beside a passive: «задержан полицией», «закрыт решением суда»."""
        verb = self.verb(hit) or hit.first
        near = (group for group in self.near(verb) if not hit.first <= group.head <= hit.last)
        groups = [group for group in near if group.preposition is None and self._may_stand(group, "ins")]
        subject = self._subject([group for group in groups if "nom" in group.cases], verb)
        able = [one for group in groups if group != subject and (one := self._doer(group))]
        return max(able, key=lambda group: -abs(group.head - verb)).stretch if able else None

    def beside_noun(self, hit: Hit[Rule], case: str) -> Stretch | None:
        """Whose deed a noun names, whom it is done to and by whom: «изъятие нарядом заставы рогов у водителя»."""
        stop = self.chunks.sentence(hit.last).stop - 1
        before = hit.first - 1
        if case == "gen" and before >= 0 and self.tokens[before].lower in words("ru", "grammar", "owners"):
            return before, before  # «его задержание»
        i = hit.last + 1
        while i <= stop and i <= hit.last + _BESIDE:
            if i in self.stretches.dated or self.chunks.kind(i) == kinds.ADVERB:
                i += 1
                continue
            preposition = self.chunks.kind(i) == kinds.PREPOSITION
            group = self.groups.at(i + preposition, stop)
            if group is None:
                return None
            if not preposition and case in group.cases and group.share("nom") < _DOUBTFUL:
                found = self.groups.at(i, stop, frozenset({case}))
                if found and (case != "ins" or self.is_party(found)):
                    return found.stretch
            i = group.last + 1
        return None

    def _doer(self, group: Group) -> Group | None:
        """The group itself, or whose decision or means it names: «решением суда», «вертолётами МЧС»."""
        decision = self.tokens[group.head].lower.startswith(tuple(words("ru", "grammar", "decisions")))
        if not decision and self.is_party(group):
            return group
        owner = self.groups.at(group.head + 1, group.last, frozenset({"gen"})) if group.last > group.head else None
        if owner is None or group.counted:
            return None
        return owner if decision or self.is_party(owner) else None

    def _is_of_infinitive(self, group: Group, verb: int, hit: Hit[Rule]) -> bool:
        """«просит вернуть деньги»: what stands behind an infinitive is its object, not the verb's."""
        if group.head > verb:
            return self._infinitive_between(max(verb, hit.last), group.head)
        return self._infinitive_between(max(group.first - _CLOSE, self.chunks.sentence(verb).first) - 1, group.first)

    def _is_rather_object(self, subject: Group, groups: list[Group], verb: int, hit: Hit[Rule]) -> bool:
        """«Директора завода уволили», «девять моряков выслали»: whom a verb in the plural is said of by nobody."""
        asked = hit.value.type == "REQUEST" and subject.head > verb and "acc" in subject.cases
        if asked and self._infinitive_between(subject.last, self.chunks.clause_at(verb)[1] + 1):
            return True  # «просят власти принять меры»
        if readings("ru", self.tokens[verb].lower)[0].number != "plural":
            return False
        if subject.head > verb and not (subject.counted and hit.value.type in _HELD):
            return False  # «в полицию доставили 27 человек»
        inside = [group for group in self.groups.within(verb + 1, hit.last) if group.preposition is None]
        others = [group for group in (*groups, *inside) if group != subject]
        if "acc" not in subject.cases or any("acc" in group.cases for group in others):
            return False
        if not subject.counted:
            return _certainty(subject) < _DOUBTFUL
        wanted = {*hit.value.recipient, *hit.value.actor[:1]} & _OBJECTS
        return bool(wanted) and not self._has_complement(groups, verb, hit)

    def _has_complement(self, groups: list[Group], verb: int, hit: Hit[Rule]) -> bool:
        """Whether a verb can have no object beside: «напали на сторожа», «уселись», «забросали углем окна»."""
        if self.tokens[verb].lower.endswith(_REFLEXIVE) or self.chunks.kind(hit.last) == kinds.PREPOSITION:
            return True
        governed = [group for group in self.around(verb, hit) if group.preposition is not None]
        if self._infinitive_between(verb, hit.last + 1):
            return True  # «не дают проехать»
        slots = {*hit.value.recipient} - words("ru", "grammar", "into")
        if any(self.tokens[group.preposition or 0].lower in slots for group in governed):
            return True
        behind = [group for group in governed if group.preposition == hit.last + 1]
        if any(self.tokens[hit.last + 1].lower == "на" and self.is_party(group) for group in behind):
            return True
        tails = [self.groups.at(group.head + 1, group.last) for group in groups if group.head > verb]
        return any(tail is not None and "acc" in tail.cases for tail in tails)

    def _peeled(self, groups: list[Group], verb: int) -> Group | None:
        """«договор о разделе воды стороны подпишут»: the last word before the verb, which looks like a genitive."""
        i = verb - 1
        while i > 0 and (i in self.stretches.dated or self.chunks.kind(i) == kinds.ADVERB):
            i -= 1
        group = next((group for group in groups if group.head < i == group.last), None)
        if group is None or self.chunks.kind(i) != kinds.NOUN or self.tokens[i].is_capitalised:
            return None
        last = Group(i, i, i, self.groups.forms(i))
        return last if self._agrees(last, verb) and self.is_party(last) else None

    def around(self, verb: int, hit: Hit[Rule]) -> list[Group]:
        """The groups that may belong to a verb, those inside the words of the trigger left out."""
        found = self.near(verb)
        ends = {hit.first, hit.last} if hit.literal > 1 and not self.is_short(verb) else {verb}
        return [
            group
            for group in found
            if ends.isdisjoint(range(group.first, group.last + 1)) and not self._is_bracketed(group)
        ]

    def _is_bracketed(self, group: Group) -> bool:
        """«филиал «Озен» (ОМГ)»: whether a group is all that stands in brackets."""
        first, last = group.first - 1, group.last + 1
        return (
            first >= 0 and last < len(self.tokens) and (self.tokens[first].text, self.tokens[last].text) == ("(", ")")
        )

    def pointed_at(self, i: int) -> Stretch | None:
        """Whom «тот» or «та» at token `i` means: whoever was told last before it, no subject where there is another."""
        sentence = self.chunks.sentence(i)
        start = sentence.first
        if i - start < _OPENING and sentence.i:
            start = self.stretches.page.sentences[sentence.i - 1].first
        number = {(form.number, form.gender) for form in self.groups.forms(i) if form.case == "nom"}
        able = [group for group in self.groups.within(start, i - 1) if self._is_meant(group, number)]
        oblique = [group for group in able if group.preposition is not None or "nom" not in group.cases]
        return (oblique or able)[-1].stretch if able else None

    def antecedent(self, i: int) -> Stretch | None:
        """Whom «который» at token `i` means: somebody told right before its comma in its number and gender."""
        sentence = self.chunks.sentence(i)
        before = [group for group in self.groups.within(sentence.first, i - 2) if group.last == i - 2]
        relative = readings("ru", self.tokens[i].lower)[0]
        for group in before:
            several = group.counted and relative.number == "plural"
            if (several or any(_goes_with(form, relative) for form in group.forms)) and self.is_party(group):
                return group.stretch
            inner = self.groups.at(group.head + 1, group.last, frozenset({"gen"})) if group.last > group.head else None
            if inner and any(_goes_with(form, relative) for form in inner.forms) and self.is_party(inner):
                return inner.stretch  # «взяли в кольцо женщин, которые»
        return None

    def of_participle(self, i: int) -> Stretch | None:
        """«десять человек, принимавших участие»: of whom an active participle tells that opens its clause."""
        word = self.tokens[i].lower
        found = readings("ru", word)[0]
        active = found.part == "participle" and word.endswith(tuple(russian_words("active_endings")))
        if not active or i < 2 or self.tokens[i - 1].text != ",":
            return None
        return self.antecedent(i)

    def _is_meant(self, group: Group, numbers: set[tuple[str, str]]) -> bool:
        if not self.is_party(group) or self.chunks.kind(group.head) in (kinds.PRONOUN, kinds.DETERMINER):
            return False
        own = {(form.number, form.gender) for form in group.forms}
        several = group.counted and any(number == "plural" for number, _ in numbers)
        return several or any(
            number == other and (number == "plural" or not gender or gender == wanted)
            for number, gender in own
            for other, wanted in numbers
        )

    def _repeats(self, group: Group, groups: list[Group], verb: int) -> bool:
        """«двое подсудимых, бухгалтер и водитель, получили»: what only calls by other words whoever stands before."""
        if self.is_named(group) or group.head > verb:
            return False
        first = self._own(verb, self.chunks.sentence(verb).first, verb)[0]
        return group.last < first and any(other.last < group.first - 1 for other in groups if other != group)

    def _subject(self, groups: list[Group], verb: int) -> Group | None:
        """The group in the nominative that agrees with the verb; of two, who can act, or who cannot be its object."""
        able = [group for group in groups if self._agrees(group, verb) and not self._is_only_object(group, verb)]
        able = [group for group in able if not self._repeats(group, able, verb)]
        return max(able, key=lambda group: self._as_subject(group, verb), default=None)

    def _as_subject(self, group: Group, verb: int) -> tuple[float, int]:
        points = 3 * _certainty(group) + 2 * self.is_party(group) + (group.head < verb) + self.is_named(group)
        points += self._is_of_party(group)
        points -= 0.9 * (
            group.counted and group.head > verb and "acc" in group.cases
        )  # «вертолёты вывезли 618 человек»
        return points, -abs(group.head - verb)

    def _is_of_party(self, group: Group) -> bool:
        """Whether a thing is somebody's, «вертолёты армии»."""
        if group.last == group.head or self.is_party(group):
            return False
        owner = self.groups.at(group.head + 1, group.last, frozenset({"gen"}))
        return owner is not None and self.is_party(owner)

    def _is_only_object(self, group: Group, verb: int) -> bool:
        """«отказался выделить автомобиль», «изъяли 74 тысячи»: a thing behind the verb that may be its object."""
        if self.is_short(verb):
            return False
        reflexive = self.tokens[verb].lower.endswith(_REFLEXIVE)
        behind = group.head > verb and (not reflexive or self._infinitive_between(verb, group.head))
        return behind and "acc" in group.cases and not self.is_party(group)

    def is_named(self, group: Group) -> bool:
        """Whether somebody's name stands in a group."""
        return self.stretches.named(group.stretch)

    def _object(self, groups: list[Group], verb: int, subject: Group | None) -> Group | None:
        able = [group for group in groups if group != subject and "acc" in group.cases]
        return max(able, key=lambda group: self._as_object(group, verb), default=None)

    def _as_object(self, group: Group, verb: int) -> tuple[int, int]:
        points = 3 * ("nom" not in group.cases) + (group.head > verb) + self.is_party(group)
        return points, -abs(group.head - verb)

    def _agrees(self, group: Group, verb: int) -> bool:
        nominative = [form for form in group.forms if form.case == "nom"]
        if not nominative or (self.tokens[group.first].shape == "number" and group.first == group.last):
            return False
        if self.tokens[group.head].lower in words("ru", "grammar", "owners") or group.head == verb:
            return False
        predicate = readings("ru", self.tokens[verb].lower)[0]
        if group.counted:
            return predicate.number in ("plural", "") or predicate.gender in ("neuter", "")
        return any(_fits(form, predicate) for form in nominative)

    def is_somebody(self, phrase: Stretch) -> bool:
        """Whether a phrase is told to be somebody, be it by a pronoun."""
        if phrase[0] == phrase[1] and self.chunks.kind(phrase[0]) in (kinds.PRONOUN, kinds.DETERMINER):
            lower = self.tokens[phrase[0]].lower
            return self.chunks.kind(phrase[0]) == kinds.PRONOUN or lower in words("ru", "grammar", "that_one")
        group = self.groups.at(phrase[0], phrase[1])
        return group is None or self.is_party(group)

    def is_party(self, group: Group) -> bool:
        """Whether a group is told to be somebody: it lives, is known, or is of a sector."""
        if any(form.animate for form in group.forms):
            return True
        numeral = readings("ru", self.tokens[group.head].lower)[0].part == "numeral"
        if not numeral and phrases("ru", "sectors").at(self.tokens, group.head, group.head + 1):
            return True
        head = self.tokens[group.head]
        return any(
            mention.start <= head.start < mention.end and self.stretches.entities.get(id).kind in _PARTIES
            for mention, id in self.stretches.entities.within(self.stretches.span(group.stretch))
        )


def _goes_with(form: Form, relative: Features) -> bool:
    """Whether «который» in this number and gender may mean a word."""
    return form.number == relative.number and (form.number == "plural" or form.gender == relative.gender)


def _certainty(group: Group) -> float:
    """How surely a group stands in the nominative, and in none of the cases that objects have.

    How often a word of things stands in either case says nothing of one place.
    """
    if "acc" in group.cases and not any(form.animate for form in group.forms):
        return 0.5
    return group.share("nom") / max(sum(group.share(case) for case in ("nom", "acc", "gen")), 0.01)


def _fits(form: Form, predicate: Features) -> bool:
    if form.number and predicate.number and form.number != predicate.number:
        return False
    woman = form.animate and predicate.gender == "feminine"  # «омбудсмен призвала»
    return not form.gender or not predicate.gender or form.gender == predicate.gender or woman
