"""Russian names as units of a group: the cases of their words together, words that no dictionary has."""

from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.russian_forms import ALL, Form, Group, common, forms_of
from sholu.reading.events.stretches import Stretches
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings

OPENING, CLOSING = frozenset("«„“\"'"), frozenset("»“”\"'")
_QUOTED = 12  # tokens in a name in quotation marks
_NAME = 80  # code points that a name may have
_VOWELS = frozenset("аеёиоуыэюя")


class Names:
    """The words and names of one Russian page."""

    def __init__(self, stretches: Stretches) -> None:
        self.stretches = stretches
        self.tokens = stretches.tokens
        self.chunks = stretches.chunks

    def _is_numeral(self, j: int) -> bool:
        return self.tokens[j].is_word and readings("ru", self.tokens[j].lower)[0].part == "numeral"

    def _is_adjectival(self, i: int, last: int) -> bool:
        """Whether a word that no dictionary has is an adjective before a noun, «Хорогский погранотряд»."""
        if (
            i >= last
            or not self.tokens[i].lower.endswith(tuple(words("ru", "grammar", "adjectival_endings")))
            or self.tokens[i + 1].is_capitalised
        ):
            return False
        return self.chunks.kind(i + 1) in (kinds.NOUN, kinds.ADJECTIVE)

    def _ends_name(self, group: Group) -> bool:
        """Whether somebody's name ends a group that begins with another word."""
        end = self.tokens[group.last].end
        inside = (
            self.stretches.entities.within(Span(self.tokens[group.first + 1].start, end)) if group[1] > group[0] else ()
        )
        return any(
            mention.end == end and mention.form == "name" and self.stretches.entities.get(id).kind == "person"
            for mention, id in inside
        )

    def _may_depend(self, i: int, last: int) -> bool:
        """Whether a word that no dictionary has may be a genitive, by its ending or that of the name's next word."""
        if not self._is_foreign(i):
            return True
        vowel = self.tokens[i].lower[-1] in _VOWELS
        at = i + 1 if vowel and i < last and self.tokens[i + 1].is_capitalised else i
        return any(form.case == "gen" for form in readings("ru", self.tokens[at].lower))

    def is_short(self, i: int) -> bool:
        """Whether token `i` is a short participle or adjective, which has no case: «задержан», «закрыт»."""
        if not self.tokens[i].is_word:
            return False
        found = readings("ru", self.tokens[i].lower)
        return found[0].part in ("participle", "adjective") and not any(form.case for form in found)

    def is_participle(self, i: int) -> bool:
        """Whether token `i` may be a participle with a case, though it looks like an adjective, too: «открытый»."""
        if self.chunks.kind(i) not in (kinds.PARTICIPLE, kinds.ADJECTIVE):
            return False
        return any(form.part == "participle" and form.case for form in readings("ru", self.tokens[i].lower))

    def _is_title(self, head: int) -> bool:
        return any(form.animate for form in readings("ru", self.tokens[head].lower))

    def _closed(self, i: int, last: int) -> int:
        """The token that closes a quotation mark; 0 where none does nearby."""
        for j in range(i + 1, min(last, i + _QUOTED) + 1):
            if self.tokens[j].text in CLOSING:
                return j
        return 0

    def _bracket(self, i: int, last: int) -> int:
        for j in range(i + 1, min(last, i + _QUOTED) + 1):
            if self.tokens[j].text == ")":
                return j
        return 0

    def _name(self, i: int, last: int) -> Group | None:
        """The name that begins with token `i`: one unit, in the cases of its words together or of its first noun."""
        start = self.tokens[i].start
        best: tuple[int, bool] | None = None
        for mention, id in self.stretches.entities.within(Span(start, start + _NAME)):
            if mention.start > start:
                break
            if mention.form == "name":
                person = self.stretches.entities.get(id).kind == "person"
                best = max(best or (0, False), (self.stretches.page.token_range(mention.span)[1] - 1, person))
        if best is None or best[0] > last:
            return None
        end, person = best
        if end == i and not person and (self.chunks.kind(i) == kinds.ADJECTIVE or self._is_adjectival(i, last)):
            return None  # «Каспийский институт», «Хорогский погранотряд»
        if person:
            return Group(i, end, i, self._forms_of_person(i, end))
        return self._plain_name(i, end)

    def _plain_name(self, i: int, end: int) -> Group:
        """The name of a body or place: its first noun with the modifiers before it."""
        shared: tuple[Form, ...] = ()
        for j in range(i, end + 1):
            if not self.tokens[j].is_word:
                break
            forms = self.forms(j)
            shared = common(forms, shared) if shared else forms
            if not shared:
                break
            if self.chunks.kind(j) == kinds.NOUN:
                return Group(i, end, j, shared)
        return Group(i, end, i, tuple(Form(case, "", "") for case in sorted(ALL)))

    def _forms_of_person(self, i: int, end: int) -> tuple[Form, ...]:
        inside = [token for token in self.tokens[i : end + 1] if token.is_word and len(token.text) > 1]
        cases = cases_of_name(tuple(token.text for token in inside)) or ALL
        genders = {form.gender for token in inside for form in self.forms(token.i) if form.case in cases} - {""}
        gender = genders.pop() if len(genders) == 1 else ""
        return tuple(Form(case, "singular", gender, True) for case in sorted(cases))

    def forms(self, i: int) -> tuple[Form, ...]:
        """How the word at token `i` may stand; anyhow where nothing tells it."""
        token = self.tokens[i]
        if not token.is_word or token.shape == "upper" or self._is_foreign(i):
            return tuple(Form(case, "", "") for case in sorted(ALL))
        return forms_of(token.lower)

    def _is_foreign(self, i: int) -> bool:
        """Whether a word with a capital is one that no dictionary has: its ending tells little, «Жогорку»."""
        if not self.tokens[i].is_capitalised or self.chunks.sentence(i).first == i:
            return False
        lower = self.tokens[i].lower
        if "-" in lower or any(form.known for form in readings("ru", lower)):
            return False
        return lower[-1] not in "ая" and not lower.endswith(tuple(words("ru", "grammar", "declined_endings")))
