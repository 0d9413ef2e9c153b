"""Who suffers a deed where the plain order of words does not tell: by participles, relatives, things taken away."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule, words
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.events.stretches import NOMINAL, Stretch, Stretches
from sholu.reading.languages.morphology import readings

_OF_ACCUSED = frozenset({"CHARGE", "SENTENCE", "ACCUSE", "ACQUIT", "TRY"})
_FAR = 8  # tokens between a participle and the comma that opens its clause


class Patients:
    """Whoever suffers the deeds of one page, by what stands around their verbs."""

    def __init__(self, stretches: Stretches, clauses: RussianClauses | None = None) -> None:
        """`clauses` are those of a Russian page."""
        self.stretches = stretches
        self.clauses = clauses
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks

    def described(self, phrase: Stretch | None) -> Stretch | None:
        """Russian: «двоих студентов, рисовавших плакаты, задержали»: the students, not the participle's clause."""
        if phrase is None or self.tag != "ru" or phrase[0] == 0 or self.tokens[phrase[0] - 1].text != ",":
            return phrase
        return self._before_comma(phrase[0] - 1, self._participle(phrase[0])) or phrase

    def of_participle(self, hit: Hit[Rule]) -> Stretch | None:
        """«Мэра, взятого солдатами в заложники», "the editor, sentenced in absentia to": whom the participle tells of.

        Russian goes by case; in English the participle stands right behind the comma.
        """
        if self.tag == "en":
            return self._before_comma(hit.first - 1, None) if self.behind_comma(hit) else None
        cases = self._participle(hit.first) if self.tag == "ru" else frozenset()
        if not cases:
            return None
        if hit.last + 1 < len(self.tokens) and self.chunks.kind(hit.last + 1) == kinds.NOUN:
            found = self.stretches.phrase(hit.last + 1)
            if found and cases & self.stretches.cases(found):
                return found  # «вновь избранный мэр»
        for i in range(hit.first - 1, max(0, hit.first - _FAR), -1):
            if self.tokens[i].text == ",":
                return self._before_comma(i, cases)
            if self.chunks.kind(i) in (kinds.VERB, kinds.MARK, kinds.RELATIVE, kinds.SUBORDINATOR):
                return None
        return None

    def is_passive(self, i: int) -> bool:
        """Russian: whether a word is a passive participle, though it may be an adjective, too: «избранный»."""
        passive = self.tokens[i].lower.endswith(tuple(self.chunks.grammar.endings.get("passive", ())) or ("\n",))
        return self.tag == "ru" and passive and (bool(self._participle(i)) or self._is_short(i))

    def _is_short(self, i: int) -> bool:
        """Russian: whether a word may be a short participle, «избит», and is nothing that has a case."""
        forms = readings("ru", self.tokens[i].lower)
        return any(form.part == "participle" for form in forms) and not any(form.case for form in forms)

    def behind_comma(self, hit: Hit[Rule]) -> bool:
        """English: whether a participle stands between a noun's comma and a preposition."""
        i = hit.first
        if i < 2 or self.tokens[i - 1].text != "," or self.chunks.kind(i - 2) != kinds.NOUN:
            return False
        following = self.chunks.kind(hit.last + 1) if hit.last + 1 < len(self.tokens) else kinds.MARK
        return following == kinds.PREPOSITION and self.tokens[i].lower.endswith(("ed", "en", "t"))

    def relative(self, hit: Hit[Rule]) -> Stretch | None:
        """English: "the cocaine that police had seized", "whom a court sentenced": what the relative stands for."""
        subject = self.chunks.noun_phrase_before(hit.first, antecedent=False)
        if subject is None or subject[1] >= hit.first:
            return None
        i = subject[0] - 1
        while i > 0 and self.chunks.kind(i) in (kinds.DETERMINER, kinds.ADJECTIVE):
            i -= 1
        if i <= self.page.sentence_at(self.tokens[hit.first].start).first:
            return None
        that = words(self.tag, "grammar", "that")
        if self.chunks.kind(i) != kinds.RELATIVE and self.tokens[i].lower not in that:
            return None
        last = i - 2 if self.tokens[i - 1].text == "," else i - 1
        found = self.chunks.phrase_ending(last) if last >= 0 and self.chunks.kind(last) in NOMINAL else None
        return self.stretches.tidy(found) if found else None

    def held(self, hit: Hit[Rule]) -> Stretch | None:
        """The party that stands inside the trigger, "found the minister guilty", "summoned the ambassador"."""
        if hit.value.noun or hit.last == hit.first:
            return None
        if self.tag != "en":
            return self._held_dative(hit)
        for i in range(hit.first + 1, hit.last + 1):
            if self.tokens[i].lower in words("en", "grammar", "objects") and not self._owns(i, hit.last):
                return i, i  # "finding her guilty"
            if self.chunks.kind(i) in NOMINAL or self.chunks.kind(i) == kinds.PRONOUN:
                phrase = self.chunks.phrase_starting(i)
                if hit.value.type == "ELECT" and self.tokens[i].shape == "lower":
                    return None  # "elected mayor of Osh": what somebody becomes
                if phrase is None or (phrase[1] > hit.last and self.chunks.kind(hit.last) != kinds.NOUN):
                    return None
                if phrase[1] == hit.last and not self._is_party_word(hit.last):
                    phrase = phrase[0], hit.last - 1  # "guilty" is said of the party
                if phrase[1] < phrase[0]:
                    return None
                named = any(
                    self.tokens[j].is_capitalised and j not in self.stretches.dated for j in range(i, phrase[1] + 1)
                )
                if named or hit.value.type not in _OF_ACCUSED:
                    return self.stretches.tidy(phrase) if named else None
                return self.people(phrase)
            if self.chunks.kind(i) != kinds.ADVERB:
                return None
        return None

    def _is_party_word(self, i: int) -> bool:
        """Whether a word at the end of a trigger is somebody, not what he becomes: "took seven clerks hostage"."""
        if self.tokens[i].lower in words("en", "grammar", "states"):
            return False
        return section(self.tag, "sectors").at(self.tokens, i, i + 1) is not None

    def _owns(self, i: int, last: int) -> bool:
        """Whether somebody's title goes with the pronoun at token `i`, "her envoy"."""
        sectors = section(self.tag, "sectors")
        return any(sectors.at(self.tokens, j, last + 1) for j in range(i + 1, last + 1))

    def _held_dative(self, hit: Hit[Rule]) -> Stretch | None:
        """Russian: «направила коллегам запрос»: to whom, where the trigger leaves room for it."""
        if self.clauses is None or "dat" not in hit.value.recipient:
            return None
        for group in self.clauses.groups.within(hit.first + 1, hit.last):
            if group.preposition is not None:
                return None
            if "dat" in group.cases and "nom" not in group.cases and group.head < hit.last:
                return self.stretches.tidy((group.first, min(group.last, hit.last - 1)))
        return None

    def inside(self, hit: Hit[Rule]) -> Stretch | None:
        """English: those inside the words of the trigger, "burned 31 lorries", by their number or what they are."""
        if self.tag != "en" or hit.value.noun:
            return None
        pronouns = words("en", "grammar", "objects") | words("en", "grammar", "thing_objects")
        for i in range(hit.first + 1, hit.last + 1):
            if self.tokens[i].lower in pronouns:
                return i, i  # "let it through"
            if self.chunks.kind(i) in NOMINAL:
                found = self.stretches.to_noun(self.chunks.phrase_starting(i))
                phrase = (i, min(found[1], hit.last)) if found else (i, i)
                told = self._is_counted(phrase) or self.people(phrase) is not None
                return self.stretches.tidy(phrase) if told else None
        return None

    def taken_from(self, hit: Hit[Rule]) -> Stretch | None:
        """Whoever loses what is seized: "seized fuel from smugglers", «у контрабандистов изъяли топливо»."""
        if hit.value.noun or hit.value.mode != "seize":
            return None
        if self.tag == "kk":
            return self.stretches.before(hit.first - 1, "abl")
        first, last = self.chunks.clause_at(hit.first)
        for i in range(first, last):
            if (
                self.tokens[i].lower in words(self.tag, "grammar", "losing")
                and not hit.first <= i <= hit.last
                and i + 1 <= last
            ):
                found = self.stretches.phrase(i + 1)
                return found if found and found[0] not in self.stretches.dated else None
        return None

    def people(self, phrase: Stretch) -> Stretch | None:
        """The phrase up to the last word for a party in it: "found the minister guilty"."""
        known = section(self.tag, "sectors")
        found = (i for i in range(phrase[1], phrase[0] - 1, -1) if known.at(self.tokens, i, phrase[1] + 1))
        last = next(found, None)
        return (phrase[0], last) if last is not None else None

    def _is_counted(self, phrase: Stretch) -> bool:
        first, last = phrase
        return last > first and (self.chunks.kind(first) == kinds.NUMBER or self.tokens[first].shape == "number")

    def _participle(self, i: int) -> frozenset[str]:
        """Russian: the cases of a full participle; none for any other word."""
        forms = [form for form in readings("ru", self.tokens[i].lower) if form.case]
        full = bool(forms) and all(form.part in ("participle", "adjective", "noun") for form in forms)
        return frozenset(form.case for form in forms if form.part == "participle") if full else frozenset()

    def _before_comma(self, comma: int, cases: frozenset[str] | None) -> Stretch | None:
        """The phrase that ends before a comma, if its case fits."""
        if comma < 1 or (cases is not None and not cases):
            return None
        found = self.chunks.phrase_ending(comma - 1)
        phrase = self.stretches.tidy(found) if found else None
        if phrase is None or (cases is not None and not cases & self.stretches.cases(phrase)):
            return None
        return phrase
