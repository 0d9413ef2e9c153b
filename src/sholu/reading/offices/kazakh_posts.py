"""Kazakh words of office: what stands before a title, body by body and field by field."""

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.kazakh_titles import whose
from sholu.reading.languages.morphology import features
from sholu.reading.offices.complements import Post
from sholu.reading.offices.sightings import Sightings

_SHORTEST_OWNER = 5  # letters
_OTHER_CASES = frozenset({"dat", "acc", "loc", "abl", "ins", "attr"})
_FIELDS = 4
"""Tokens behind the comma of a list of fields, up to its "and"."""


class KazakhPosts(Sightings):
    """Reads the words before the Kazakh titles of one page."""

    def _is_land(self, lower: str) -> bool:
        """Whether a Kazakh word is a kind of land in the genitive, "республикасының"."""
        return features("kk", lower).lemma in self.words.lands

    def _over_bracket(self, i: int, floor: int, post: Post) -> int | None:
        """Kazakh: the mark that opens the bracket between a body and its office: "Кеңес (Парламент) төрағасы"."""
        if self.tokens[i].text != ")" or post.first != i + 1:
            return None
        opening = next((j for j in range(i - 1, max(floor, i - 8) - 1, -1) if self.tokens[j].text == "("), None)
        return opening if opening is not None and opening - 1 in self.body_ends else None

    def _is_of_body(self, i: int, post: Post) -> bool:
        """Kazakh: whether a word stands right before the body of an office, as part of it: "көлік комитетінің"."""
        return self.words.before_title and post.body is not None and post.body[0] == i + 1

    def _goes_on_left(self, i: int) -> bool:
        kind = self.chunks.kind(i)
        token = self.tokens[i]
        if token.lower in self.words.joins:
            return True
        if not token.is_word or i in self.timed or self._elsewhere(i) or self._is_title(i):
            return False
        if token.lower in self.words.since or token.lower in self.words.until or self._is_shut_off(i):
            return False
        return kind in (k.NOUN, k.ADJECTIVE)

    def _is_shut_off(self, i: int) -> bool:
        """Whether a word owns nothing behind it: "сот бұрынғы премьер-министр", "Ақорда мемлекет басшысы"."""
        behind = self.tokens[i + 1].lower
        shut = behind in self.words.status or behind in kazakh_small_words("owners")
        return shut and features("kk", self.tokens[i].text).case == "nom"

    def _lists_fields(self, i: int) -> bool:
        """Kazakh: the comma of "құрылыс, сәулет және жол басқармасы", whose last field an "and" joins."""
        behind = self.tokens[i + 1 : i + _FIELDS]
        if self.tokens[i].text != "," or i == 0 or not any(token.lower in self.words.joins for token in behind):
            return False
        small = all(token.shape == "lower" for token in behind if token.is_word)
        titled = self.words.titles.at(self.tokens, i - 1, i) is not None
        return small and self.chunks.kind(i - 1) in (k.NOUN, k.ADJECTIVE) and not titled

    def _is_title(self, i: int) -> bool:
        """Whether a Kazakh word is somebody else's title: "ел басшысы энергетика министрін"."""
        title = self.words.titles.at(self.tokens, i, i + 1)
        form = features("kk", self.tokens[i].text)
        bare = form.case == "nom" and form.number != "plural" and self.tokens[i].lower not in self.words.modifiers
        return title is not None and bare and self.tokens[i].shape == "lower"

    def _stands_apart(self, i: int) -> bool:
        """Whether a Kazakh body in the nominative is followed by a country: "ұйым АҚШ президентін"."""
        id = self.body_ends[i][1]
        if self.entities.get(id).kind != "organisation" or features("kk", self.tokens[i].text).case != "nom":
            return False
        if self._is_shut_off(i):
            return True
        return i + 1 in self.bodies and self.entities.get(self.bodies[i + 1][1]).kind == "place"

    def _elsewhere(self, i: int) -> bool:
        """Whether a Kazakh word is in a case that no part of an office has: "отырысында премьер-министр"."""
        lower = self.tokens[i].lower
        if lower in self.words.modifiers or features("kk", self.tokens[i].text).case not in _OTHER_CASES:
            return False
        if lower in kazakh_small_words("caseless"):
            return False
        if lower.endswith(kazakh_endings("oblique")):
            return True  # "қойма" and "басқарма" are no datives
        return lower.endswith(kazakh_endings("possessed_accusative")) and lower not in self.words.bodies

    def _owns_generally(self, i: int) -> bool:
        """Whether a Kazakh word says whose an office is, not which: "реттеушінің президенті"."""
        owner = features("kk", self.tokens[i].lower).case == "gen" and len(self.tokens[i].text) > _SHORTEST_OWNER
        return owner and self.words.titles.at(self.tokens, i, i + 1) is None

    def _kazakh(self, post: Post, i: int, named: list[str]) -> Post:
        """One more word of what a Kazakh office is of, which stands before its title."""
        lower = self.tokens[i].lower
        if self._opens_title_of(i, post):
            named[:] = self._behind_field(i, named)
            named.insert(0, lower)  # "басқарма төрағасының орынбасары"
            return replace(post, first=i, is_qualified=True)
        if lower in self.words.bodies and post.body is None and post.organisation is None:
            return replace(post, body=(i, i), first=i)
        if post.body is not None:
            return replace(post, body=(i, post.body[1]), first=i)
        if not named and self._owns_generally(i):
            plain = self.tokens[i].shape == "lower" or i == self.page.sentence_at(self.tokens[i].start).first
            return replace(post, body=(i, i) if plain else None, first=i, is_qualified=True)
        if post.organisation is None and post.country is None:
            named[:] = self._behind_field(i, named)
            named.insert(0, whose(lower) if self.words.titles.at(self.tokens, i, i + 1) else lower)
            return replace(post, first=i, is_qualified=True)
        return replace(post, first=i)

    def _opens_title_of(self, i: int, post: Post) -> bool:
        """Kazakh: whether a word and the next are one title, whose holder has the office: "басқарма төрағасының"."""
        title = self.words.titles.at(self.tokens, i, post.head_first) if post.first == i + 1 else None
        return title is not None and title.last == i + 1 and title.first == i

    def _behind_field(self, i: int, named: list[str]) -> list[str]:
        """Words of an office, a title in the genitive as it stands behind its field: "әділет министрінің"."""
        if not self.words.before_title or not named or self.tokens[i].lower in kazakh_small_words("ranking"):
            return named
        lower = self.tokens[i + 1].lower
        return [lower, *named[1:]] if named[0] != lower and named[0] == whose(lower) else named

    def _is_apart(self, i: int, post: Post) -> bool:
        """Kazakh: a noun that something owns right before a title that nothing does: "Үкімет отырысы | премьер"."""
        if post.first != post.head_first or post.head_first != i + 1:
            return False
        bare = self.tokens[post.head_last].lower == features("kk", self.tokens[post.head_last].lower).lemma
        lower = self.tokens[i].lower
        owned = lower.endswith(kazakh_endings("possessed")) and lower not in self.words.modifiers
        return bare and owned and features("kk", lower).lemma != lower and i not in self.body_ends

    def _is_seat(self, i: int, post: Post) -> bool:
        """Kazakh: «Түркиядағы елші»: the place where an envoy is."""
        where = features("kk", self.tokens[i].text).case in ("attr", "loc")
        envoy = post.office.rpartition(" ")[2] in self.words.envoys
        return where and envoy and post.first == i + 1 and self.entities.get(self.body_ends[i][1]).kind == "place"
