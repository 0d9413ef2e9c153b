"""Which words for offices on a page are words of an office: not those inside names, ranks and other phrases."""

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.complements import Complements
from sholu.reading.offices.titles import TitleMatch
from sholu.reading.places.adjectives import country_word
from sholu.text.sentences import Sentence

_SOUGHT = 4
"""Tokens in "candidate for the post of"."""
_FIELD = 3
"""Tokens between whose an office is and its title: "төрағасының бұрынғы бірінші орынбасары"."""
_DESCRIBING = ("adjective", "participle")


class Sightings(Complements):
    """Tells titles of one page from the same words in other uses."""

    def _before_name(self, match: TitleMatch) -> TitleMatch:
        """«секретарь Совета безопасности»: the title without a word that begins the name of what it is of."""
        for j in range(match.first + 1, match.last + 1):
            if j in self.bodies and self.bodies[j][0] > match.last and self.tokens[j].is_capitalised:
                return self.words.titles.at(self.tokens, match.first, j) or match
        return match

    def _is_of_name(self, match: TitleMatch, first: int) -> bool:
        """English: the "Sultan" of "Sikandar Sultan Raja": a word of office between two others of a name."""
        before = match.first - 1
        if self.tag != "en" or match.base not in self.words.name_like or before < first:
            return False
        token = self.tokens[before]
        mixed = token.is_capitalised and self.tokens[match.first].is_capitalised and token.shape != "upper"
        known = (
            country_word("en", token.lower) or token.lower in self.words.modifiers or token.lower in self.words.status
        )
        return mixed and before > first and not known and before not in self.body_ends

    def _is_rank(self, match: TitleMatch, first: int) -> bool:
        """English: "Chief Superintendent X": a title that is but the end of a rank."""
        if self.tag != "en" or match.last + 1 not in self.people:
            return False
        for start in range(max(first, match.first - 2), match.first):
            rank = self.words.ranks.at(self.tokens, start, match.last + 1)
            if rank is not None and rank.last == match.last:
                return True
        return False

    def is_sought(self, i: int, first: int) -> bool:
        """«кандидат в президенты», "candidate for governor": an office that somebody only stands for."""
        for start in range(max(first, i - _SOUGHT), i):
            match = self.words.contenders.at(self.tokens, start, i)
            if match is not None and match.last == i - 1:
                return True
        return False

    def _qualifies_title(self, last: int, sentence: Sentence) -> bool:
        """ "министрдің орынбасары": a Kazakh title in the genitive that only says whose the next one is."""
        if not self.words.before_title or last + 1 >= sentence.stop:
            return False
        if features("kk", self.tokens[last].lower).case != "gen":
            return False
        for after in range(last + 1, min(sentence.stop, last + 1 + _FIELD)):
            if self.words.titles.at(self.tokens, after, sentence.stop) is not None:
                return True
            lower = self.tokens[after].lower
            if lower not in self.words.status and lower not in self.words.modifiers | self.words.ordinals:
                return False
        return False

    def _qualifies_noun(self, match: TitleMatch, sentence: Sentence) -> bool:
        """Kazakh: the "президент" of "президент сайлауы", "президент жарлығымен" is nobody's office."""
        after = match.last + 1
        if not self.words.before_title or after >= sentence.stop or self.tokens[match.last].lower != match.base:
            return False
        token = self.tokens[after]
        known = features("kk", token.lower)
        return token.is_word and bool({token.lower, known.lemma} & self.words.never_held)

    def _is_inside_name(self, i: int, last: int) -> bool:
        """Whether a title that ends with token `last` begins in a name; Kazakh: "Үкімет" is one in "Үкімет басшысы"."""
        if self.tag == "kk" and i in self.bodies and i <= self.bodies[i][0] < last:
            return False
        for starts in (self.people, self.bodies):
            for back in range(6):
                entry = starts.get(i - back)
                if entry is not None and entry[0] >= i:
                    return self.entities.get(entry[1]).kind != "group"
        return False

    def _qualifies(self, match: TitleMatch, stop: int) -> bool:
        """ "Ruritania's premier political commentator": a word of office that describes the noun two words on."""
        after = match.last + 1
        if self.tag == "ru":
            return match.first == match.last and after < stop and self._agree(match.first, after)
        if self.tag != "en" or after + 1 >= stop or match.first in (0, after - 2):
            return False
        kinds = self.chunks.kind(after), self.chunks.kind(after + 1)
        small = self.tokens[after].shape == self.tokens[after + 1].shape == "lower"
        return small and kinds == (k.ADJECTIVE, k.NOUN) and self.tokens[match.first - 1].shape == "possessive"

    def _agree(self, adjective: int, noun: int) -> bool:
        """Russian: «рабочего визита», «управляющей фирмы»: an adjective of the noun behind it, and no title."""
        forms = readings("ru", self.tokens[adjective].lower)
        if self.tokens[noun].shape != "lower" or not any(form.part in _DESCRIBING for form in forms):
            return False
        cases = {(form.case, form.number, form.gender) for form in forms if form.part in _DESCRIBING and form.case}
        nouns = [form for form in readings("ru", self.tokens[noun].lower) if form.part == "noun" and form.known]
        return any((form.case, form.number, form.gender) in cases for form in nouns if not form.animate)
