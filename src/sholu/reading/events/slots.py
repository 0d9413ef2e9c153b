"""Where the parties to an event stand: slots of the data ("subject", "object", "against", ...) to stretches of tokens.

English goes by order and prepositions, Russian by order, prepositions and case, Kazakh by case. A stretch is a pair of
token indices, both included.
"""

from collections.abc import Callable, Sequence

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import kinds
from sholu.reading.chunks.verbs import BASE, PARTICIPLE
from sholu.reading.entities import EntityIndex
from sholu.reading.events.carriers import Carriers
from sholu.reading.events.lexicon import PERSONNEL, Hit, Rule, triggers, words
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.modifiers import Modifiers
from sholu.reading.events.passives import Passives
from sholu.reading.events.patients import Patients
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import CASES, FAR, NOMINAL, Stretch, Stretches
from sholu.reading.events.subjects import Subjects
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page

_DONE_TO_PEOPLE = frozenset({"ASSAULT", "CHARGE", "TRY", "SENTENCE", "ACQUIT"})
_ATTACK = 9
"""Tokens from a verb to the end of the noun for the attack in which it happened, at most."""


class Slots:
    """The parties around the triggers of one page."""

    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.stretches = Stretches(page, entities, times)
        self.subjects = Subjects(self.stretches)
        self.modifiers = Modifiers(self.stretches, self.subjects)
        self.chunks = self.stretches.chunks
        self.clauses = self.subjects.clauses if self.tag == "ru" else None
        self.patients = Patients(self.stretches, self.clauses)
        self.passives = Passives(
            self.stretches, self.subjects, self.patients, object=self._object, behind=self._object_behind
        )
        self.carriers = Carriers(self.stretches, self.subjects, agent=self._agent)
        self._fillers: dict[str, Callable[[Hit[Rule]], Stretch | None]] = {
            "subject": self.subjects.subject,
            "object": self._object,
            "to_object": self._infinitive_object,
            "that_subject": self._that_subject,
            "possessive": self.modifiers.possessive,
            "governor": self.carriers.governor,
            "modifier": self.modifiers.modifier,
            "inside": self._inside,
            "none": lambda hit: None,
        }

    def fill(self, slots: Sequence[str], hit: Hit[Rule], *, passive: bool) -> Stretch | None:
        """The first slot filled by somebody named, else the first that is filled."""
        first: Stretch | None = None
        asked = self.tokens[hit.last].lower
        if self.tag == "ru" and asked in slots and asked not in words("ru", "grammar", "into"):
            slots = (asked, *slots)  # «взыскивает с»
        for slot in slots:
            found = self._unless_inside(self.patients.described(self._fill(slot, hit, passive=passive)), hit)
            hurt = slot == "object" and passive and hit.value.type in _DONE_TO_PEOPLE and self.tag == "en"
            if found is not None and (self._fits(found, slots) or (hurt and found[1] < hit.first)):
                return found
            if first is None or (found is not None and self._is_sum(first)):
                first = found
        return first

    def _unless_inside(self, phrase: Stretch | None, hit: Hit[Rule]) -> Stretch | None:
        """Russian: a phrase, unless it is but what the words of the trigger are about: «подал [жалобу]»."""
        if self.tag != "ru" or phrase is None or hit.value.noun or not hit.first <= phrase[0] <= phrase[1] <= hit.last:
            return phrase
        group = self.subjects.clauses.groups.at(*phrase)
        head = self.tokens[group.head if group else phrase[1]].lower
        return None if readings("ru", head)[0].lemma in russian_words("contents") else phrase

    def _fits(self, phrase: Stretch, slots: Sequence[str]) -> bool:
        """Whether a phrase is not to be given up for another slot: things in Russian are where people may stand."""
        if self.tag == "en":
            return self._named(phrase)
        return self.tag != "ru" or len(slots) == 1 or self.subjects.clauses.is_somebody(phrase)

    def _is_sum(self, phrase: Stretch) -> bool:
        """English: whether a phrase begins with a figure and names nobody: "paid the bereaved 20,000 dinars"."""
        number = self.chunks.kind(phrase[0]) == kinds.NUMBER or self.tokens[phrase[0]].shape == "number"
        return self.tag == "en" and number and not self._named(phrase)

    def _named(self, phrase: Stretch) -> bool:
        """Whether a phrase has a name, a pronoun or a word for a party in it."""
        sectors = section(self.tag, "sectors")
        return any(
            (self.tokens[i].is_capitalised and i not in self.stretches.dated)
            or self.chunks.kind(i) == kinds.PRONOUN
            or sectors.at(self.tokens, i, phrase[1] + 1)
            for i in range(phrase[0], phrase[1] + 1)
        )

    def _fill(self, slot: str, hit: Hit[Rule], *, passive: bool) -> Stretch | None:
        """What stands in a slot; a passive verb has its object before it and its subject as agent."""
        if passive and slot == "inside" and hit.value.type == "ELECT":
            slot = "object"  # "was elected chairman"
        if passive and not hit.value.noun and slot in ("subject", "object", "acc", "dat"):
            if slot == "subject":
                return self._agent(hit)
            given = self._by_case(slot, hit) if slot == "dat" else None  # «ей отказано», "оған айып тағылды"
            return given or self._suffering(hit)
        if slot in CASES:
            return self._by_case(slot, hit)
        if slot in self._fillers:
            return self._fillers[slot](hit)
        return self._after_preposition(slot, hit)

    def passive(self, hit: Hit[Rule]) -> bool:
        """Whether the verb of a hit is passive: its subject suffers."""
        return self.passives.of(hit)

    # Slots of order

    def _agent(self, hit: Hit[Rule]) -> Stretch | None:
        if self.tag == "en":
            found = self._user(self._after_preposition("by", hit))
            return found or self._shared_agent(hit) or self._agent_of_attack(hit)
        if self.tag == "ru":
            return self.subjects.clauses.agent(hit)
        return self.stretches.kazakh.agent(hit.first) if self.tag == "kk" else None

    def _user(self, phrase: Stretch | None) -> Stretch | None:
        """ "killed by a shell fired by soldiers": the soldiers; else the phrase itself."""
        i = phrase[1] + 1 if phrase else len(self.tokens)
        if i + 2 >= len(self.tokens) or self.tokens[i].lower not in words("en", "grammar", "using"):
            return phrase
        return self.stretches.phrase(i + 2) if self.tokens[i + 1].lower in words("en", "grammar", "by") else phrase

    def _agent_of_attack(self, hit: Hit[Rule]) -> Stretch | None:
        """ "were killed in police firing", "was wounded in an attack by rebels": whose attack it was."""
        tokens, stop = self.tokens, min(self._stop(hit) - 1, hit.last + _ATTACK)
        inside = words("en", "grammar", "inside")
        dated = self.stretches.dated
        after = next((i for i in range(hit.last + 1, stop) if i not in dated and i + 1 not in dated), stop)
        at = next((i for i in (*range(hit.first + 1, hit.last), after) if tokens[i].lower in inside), None)
        if hit.value.type != "ASSAULT" or at is None:
            return None
        for i in range(at + 1, stop):
            if self.chunks.kind(i) in (kinds.VERB, kinds.AUXILIARY, kinds.MARK, kinds.PREPOSITION):
                return None
            noun = triggers("en")[1].at(tokens, i, stop)
            if noun is None and tokens[i].lower in words("en", "grammar", "attacks"):
                noun = Hit(i, i, 0, hit.value._replace(noun=True))
            if noun is not None and noun.value.type == "ASSAULT":
                doer = self._after_preposition("by", noun)
                return doer or self.modifiers.possessive(noun) or self.modifiers.modifier(noun)
        return None

    def _shared_agent(self, hit: Hit[Rule]) -> Stretch | None:
        """ "was fed and housed by monks": the agent behind a participle that "and" joins."""
        i = hit.last + 1
        stop = self.page.sentence_of(hit.last).stop
        if i + 2 >= stop or self.tokens[i].lower not in words("en", "grammar", "and"):
            return None
        form = self.chunks.grammar.verbs.get(self.tokens[i + 1].lower)
        joined = PARTICIPLE in form.forms if form else self.tokens[i + 1].lower.endswith("ed")
        if not joined:
            return None
        return self._after_preposition("by", Hit(i + 1, i + 1, 0, hit.value))

    def _suffering(self, hit: Hit[Rule]) -> Stretch | None:
        if self.passives.reduced(hit.first):
            return self.stretches.phrase(hit.last + 1)
        return self.patients.of_participle(hit) or self._counted(hit) or self.subjects.subject(hit)

    def _counted(self, hit: Hit[Rule]) -> Stretch | None:
        """Russian: «задержаны 14 человек»: those counted right behind the verb."""
        i = hit.last + 1
        if self.tag != "ru" or i >= self._stop(hit):
            return None
        number = self.chunks.kind(i) == kinds.NUMBER or self.tokens[i].shape == "number"
        phrase = self.stretches.phrase(i) if number and i not in self.stretches.dated else None
        return phrase if phrase and phrase[1] > i else None

    def _inside(self, hit: Hit[Rule]) -> Stretch | None:
        """The object that the trigger itself ends with, "accepted 40 refugees"."""
        first = hit.first + 1
        while first < hit.last and self.chunks.kind(first) not in NOMINAL:
            first += 1
        return self.stretches.tidy((first, hit.last))

    def _object(self, hit: Hit[Rule]) -> Stretch | None:
        if self.tag != "en":
            return self._by_case("acc", hit)
        return self._object_behind(hit) or self.patients.relative(hit)

    def _object_behind(self, hit: Hit[Rule]) -> Stretch | None:
        i = hit.last + 1
        if hit.last > hit.first and self.chunks.kind(hit.last) in (kinds.NOUN, kinds.POSSESSIVE):
            return None
        while i < len(self.tokens) and self._stop(hit) > i and self.chunks.kind(i) == kinds.ADVERB:
            i += 1
        if i >= self._stop(hit):
            return None
        unfit = self.chunks.kind(i) in (kinds.PREPOSITION, kinds.INFINITIVE, kinds.SUBORDINATOR)
        if unfit and self.stretches.rounded(i) == i:
            return None
        return self.stretches.phrase(i, hit.value.complement)

    def _infinitive_object(self, hit: Hit[Rule]) -> Stretch | None:
        """ "agreed to release two guards": the guards; by the slots of the inner verb where it is a trigger itself."""
        stop = self._stop(hit)
        for i in range(hit.last + 1, min(stop, hit.last + 5)):
            if self.chunks.kind(i) == kinds.VERB or (i == hit.last + 1 and self._may_be_verb(i)):
                inner = triggers(self.tag)[0].at(self.tokens, i, stop)
                if inner is not None and "to_object" not in inner.value.recipient:
                    found = self.fill(inner.value.recipient, inner, passive=False)
                    if found is not None:
                        return found
                j = i + 1
                while j < stop and self.chunks.kind(j) in (kinds.ADVERB, kinds.PREPOSITION, kinds.INFINITIVE):
                    j += 1
                return self.stretches.phrase(j) if j < stop else None
        return None

    def _may_be_verb(self, i: int) -> bool:
        """Whether the word after an infinitive's "to" is its verb, "to open"."""
        if self.chunks.kind(i) == kinds.NOUN:
            return True
        form = self.chunks.grammar.verbs.get(self.tokens[i].lower)
        return form is not None and BASE in form.forms

    def _that_subject(self, hit: Hit[Rule]) -> Stretch | None:
        that = words(self.tag, "grammar", "that")
        i = hit.last + 1
        if self.tokens[hit.last].lower in that:
            return self.stretches.phrase(i)
        for j in range(i, min(self._stop(hit), i + 4)):
            if self.tokens[j].lower in that:
                return self.stretches.phrase(j + 1)
        return None

    def beyond_apposition(self, slots: Sequence[str], hit: Hit[Rule]) -> Stretch | None:
        """The phrase after one of these prepositions anywhere in the sentence part that follows the trigger's noun."""
        stop = min(self.page.sentence_at(self.tokens[hit.first].start).stop, hit.last + 1 + 2 * FAR)
        for i in range(hit.last + 1, stop - 1):
            if self.tokens[i].lower in slots:
                return self.stretches.phrase(i + 1, hit.value.complement)
            if self.chunks.kind(i) in (kinds.RELATIVE, kinds.SUBORDINATOR):
                return None
        return None

    def _after_preposition(self, slot: str, hit: Hit[Rule]) -> Stretch | None:
        """The phrase after this preposition, if it follows the trigger inside the clause or ends the trigger."""
        slot = slot.replace("_", " ")
        inside = next((i for i in range(hit.first + 1, hit.last) if self.tokens[i].lower == slot), None)
        if inside is not None and self.tag == "en" and not hit.value.noun and slot != "by":
            return self.stretches.phrase(inside + 1)  # "goes before a magistrate"
        if self.tokens[hit.last].lower == slot and hit.first < hit.last:
            if self.tag == "en" and hit.value.noun:
                return self.stretches.phrase(hit.last + 1, words("en", "grammar", "by"))
            return self._behind(hit.last)
        if self.tag == "kk":
            return None
        return self._inside_trigger(slot, hit) or self._behind_preposition(slot, hit) or self._fronted(slot, hit)

    def _inside_trigger(self, slot: str, hit: Hit[Rule]) -> Stretch | None:
        """Russian: «заявил на соседа в полицию»: whoever stands behind this preposition inside the trigger."""
        for i in range(hit.first + 1, hit.last if self.tag == "ru" else hit.first):
            if self.tokens[i].lower == slot:
                found = self.subjects.clauses.groups.at(i + 1, hit.last)
                return found.stretch if found and found.last < hit.last else None
        return None

    def _fronted(self, slot: str, hit: Hit[Rule]) -> Stretch | None:
        """Russian: «на газету она подаст в суд»: somebody behind this preposition before the verb."""
        if self.tag != "ru" or hit.value.noun:
            return None
        for i in range(self.chunks.clause_at(hit.first)[0], hit.first - 1):
            if self.tokens[i].lower == slot and i + 1 not in self.stretches.dated:
                found = self._behind(i)
                fits = found is not None and found[1] < hit.first and self._named(found)
                return found if found and fits and not self._tells_source(found) else None
        return None

    def _behind(self, i: int) -> Stretch | None:
        """The phrase behind the preposition at token `i`, in Russian by case."""
        if self.tag != "ru":
            return self.stretches.phrase(i + 1)
        group = self.subjects.clauses.groups.whole(i + 1, self.chunks.sentence(i).stop - 1)
        if group and self.tokens[i].lower in words("ru", "grammar", "into") and "acc" not in group.cases:
            return group.stretch if self.stretches.named(group.stretch) else None  # «забастовка на заводе»: a place
        return self.stretches.tidy(group.stretch) if group else self.stretches.phrase(i + 1)

    def _behind_preposition(self, slot: str, hit: Hit[Rule]) -> Stretch | None:
        stop = min(self._stop(hit), hit.last + 1 + FAR)
        attaching = hit.value.noun and slot in words("en", "grammar", "attaching_name") and self.tag == "en"
        for i in range(hit.last + 1, stop):
            if attaching and self.tokens[i].lower != slot and not self._is_beside(i):
                return None  # "protests in the capital of Norland", "the strike began after a minister of state"
            if self.tokens[i].lower == slot:
                if i + 1 < stop and (i + 1 in self.stretches.dated or self._is_away(i)):
                    continue
                if hit.value.noun and self.tag == "en":
                    return self.stretches.phrase(i + 1, words("en", "grammar", "by"))
                found = self._behind(i)
                if self.tag == "ru" and slot == "с" and "из" in hit.value.recipient and not self._is_from(found):
                    return None  # «отступили с боем»
                return found
            if self.tokens[i].text == "," or (
                self.chunks.kind(i) in (kinds.VERB, kinds.SUBORDINATOR) and i > hit.last + 1
            ):
                return None
        return None

    def _is_away(self, i: int) -> bool:
        """English: whether a distance stands before a preposition: "an attack 30 km | from the border"."""
        return self.tag == "en" and self.tokens[i - 1].lower in words("en", "grammar", "distances")

    def _is_beside(self, i: int) -> bool:
        """Whether a token may stand between a noun and its "of": a noun, a date, a place, "talks | in Osh | of"."""
        dated, following = self.stretches.dated, self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        where = self.tokens[i].lower in words("en", "grammar", "scenery") and following and following.is_capitalised
        return bool(where) or self.chunks.kind(i) == kinds.NOUN or i in dated or i + 1 in dated

    def _ends_with_deed(self, hit: Hit[Rule]) -> bool:
        """Whether words of a verb end with the noun that tells what was done."""
        return hit.first < hit.last and self.chunks.kind(hit.last) == kinds.NOUN

    def _tells_source(self, phrase: Stretch) -> bool:
        """Russian: «по его словам»: whose words they are that tell it."""
        lemmas = (readings("ru", self.tokens[i].lower)[0].lemma for i in range(phrase[0], phrase[1] + 1))
        return not russian_words("according").isdisjoint(lemmas)

    def _is_from(self, phrase: Stretch | None) -> bool:
        """Russian: whether what stands behind «с» is where somebody comes from."""
        return phrase is not None and "gen" in self.stretches.cases(phrase)

    # Slots of case

    def _by_case(self, case: str, hit: Hit[Rule]) -> Stretch | None:
        if self.tag == "kk":
            return self.stretches.before(hit.first - 1, case)
        if hit.value.noun and case == "acc":
            return None  # after a noun of action it would be somebody else's object
        if self.tag == "ru" and hit.value.noun:
            return self.subjects.clauses.beside_noun(hit, case)
        if self.tag == "ru" and case in ("gen", "ins") and self._ends_with_deed(hit):
            found = self.subjects.clauses.beside_noun(hit, case)  # «состоялась встреча министров»
            return found or (self.subjects.clauses.agent(hit) if case == "ins" else None)
        if self.tag == "ru" and case == "acc" and hit.first and not hit.value.noun:
            before = hit.first - 1
            if self.tokens[before].lower in words(self.tag, "grammar", "owners"):
                return before, before  # «его сняли с должности»
        if self.tag == "ru" and case == "acc" and (told := self.subjects.clauses.parties(hit)) and told[1]:
            return told[1]
        if self.tag == "ru" and case == "dat" and (found := self.subjects.clauses.receiver(hit)):
            return found
        found = self.stretches.after(hit.last + 1, case)
        wanting = found is None or (hit.value.type in PERSONNEL and not self.stretches.named(found))
        if wanting and self.tag == "ru" and case == "acc" and not hit.value.noun:
            found = self._named_after(hit, titled=found is not None) or found
        if found is None and not hit.value.noun:
            found = self.stretches.before(hit.first - 1, case)
        if found is None and self.tag == "ru" and case == "acc" and not hit.value.noun:
            found = self.subjects.put_first(hit)
        return found

    def _named_after(self, hit: Hit[Rule], *, titled: bool) -> Stretch | None:
        """«назначил акимом области Ивана Петрова»: somebody named later in the clause, in a case for objects.

        `titled`: words of office in that case stand before the name, which then may look like a nominative.
        """
        for mention, id in self.stretches.entities.within(self.page.span(hit.last, self._stop(hit) - 1)):
            if mention.form != "name" or self.stretches.entities.get(id).kind != "person":
                continue
            first, stop = self.page.token_range(mention.span)
            cases = self.stretches.cases((first, first))
            if "acc" in cases and (titled or "nom" not in cases):
                return first, stop - 1
        return None

    def nearest(self, hit: Hit[Rule]) -> Stretch | None:
        """The first named phrase after the trigger in its clause, for want of a better recipient."""
        stop = min(self._stop(hit), hit.last + 1 + FAR)
        for i in range(hit.last + 1, stop):
            if self.tokens[i].text == "(":
                return None  # who has reported it
            if self.tokens[i].is_capitalised and i not in self.stretches.dated and self.chunks.kind(i) == kinds.NOUN:
                start = i
                while start > hit.last + 1 and self.stretches.leads_to_name(start - 1):
                    start -= 1
                if self.tokens[start - 1].lower in words(self.tag, "grammar", "where"):
                    continue  # where it happened is not to whom
                return self.stretches.phrase(start)
        return None

    def _stop(self, hit: Hit[Rule]) -> int:
        """The token after the clause of the trigger."""
        return max(self.chunks.clause_at(hit.last)[1], hit.last) + 1
