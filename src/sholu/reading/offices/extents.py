"""How far the words run that say what an office is of, on a page whose entities are known by their tokens."""

from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import lemma, readings
from sholu.reading.offices.lexicon import OfficeWords, office_words
from sholu.reading.offices.titles import TitleMatch
from sholu.reading.page import Page

_INSTITUTIONS = frozenset({"organisation", "outlet", "place", "facility", "group"})
LONGEST = 20
"""Tokens in what an office is of."""
_FIELDS = 16
"""Tokens from a comma between fields to the "and" before the last one."""
_OF_FIELDS = frozenset({"gen", "dat"})
_MANNER = "ly"
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“"}


class Extents:
    """Finds where the words of institutions end on one page, knowing its entities by where they start and end."""

    def __init__(self, page: Page, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.entities = entities
        self.words: OfficeWords = office_words(self.tag)
        self.chunks = chunks_of(page)
        self.timed = {j for time in times for j in range(*page.token_range(time.span))}
        self.people: dict[int, tuple[int, str]] = {}
        self.people_ends: dict[int, tuple[int, str]] = {}
        self.bodies: dict[int, tuple[int, str]] = {}
        self.body_ends: dict[int, tuple[int, str]] = {}
        self._index()

    def _index(self) -> None:
        for entity in self.entities.entities():
            person = entity.kind == "person"
            if not person and entity.kind not in _INSTITUTIONS:
                continue
            for mention in entity.mentions:
                first, stop = self.page.token_range(mention.span)
                if first >= stop or (not person and mention.form == "pronoun"):
                    continue
                starts, ends = (self.people, self.people_ends) if person else (self.bodies, self.body_ends)
                if first not in starts or starts[first][0] < stop - 1:
                    starts[first] = (stop - 1, entity.id)
                if stop - 1 not in ends or ends[stop - 1][0] > first:
                    ends[stop - 1] = (first, entity.id)

    def institution(self, first: int, stop: int) -> int:
        """The last token of the words of an institution that start at token `first`; `first` - 1 if none do."""
        j, last = first, first - 1
        end = min(stop, first + LONGEST)
        while j < end:
            token = self.tokens[j]
            if j in self.people or j in self.timed or self._opens_anew(j, first):
                break
            if self.words.bygone.at(self.tokens, j) is not None:
                break
            if j in self.bodies:
                last = self.bodies[j][0]
                j = last + 1
            elif j == first and (under := self._under(j, end)) is not None:
                j, last = under + 1, under
            elif token.text == "(" and self._is_abbreviation(j, stop):
                last = j + 2 if last == j - 1 else last
                j += 3
            elif token.text in _QUOTES:
                closing = self._closing(j, end)
                if closing is None:
                    break
                j, last = closing + 1, closing
            elif self._links(j, first, end) or self._owns(j, first, last, end) or self._lists(j, first, end):
                j += 1
            elif self._is_content(j, first):
                if self.chunks.kind(j) not in (k.DETERMINER, k.POSSESSIVE):
                    last = j
                j += 1
            else:
                break
        return last

    def _under(self, j: int, end: int) -> int | None:
        """Russian: the last token of another's title, and of what it governs: «заместитель» + «заведующего отделом»."""
        title = self.words.titles.at(self.tokens, j, end) if self.tag == "ru" else None
        if title is not None and self.chunks.kind(j) != k.PARTICIPLE:
            return title.last if not title.base.startswith(self.tokens[j].lower) else None
        if title is None:
            return None
        cases = {form.case for form in readings("ru", self.tokens[j].lower)}
        if "gen" not in cases:
            return None
        after = title.last + 1
        governed = after < end and any(form.case == "ins" for form in readings("ru", self.tokens[after].lower))
        return after if governed and self.tokens[after].lower in self.words.led_bodies else title.last

    def _owns(self, j: int, first: int, last: int, end: int) -> bool:
        """ "the planters' association": the mark of possession behind a word in small letters, before one of a body."""
        if self.tokens[j].text not in ("'", "’") or last != j - 1 or j == first or j + 1 >= end:
            return False
        return self.tokens[j - 1].shape == "lower" and self.tokens[j + 1].lower in self.words.led_bodies

    def _lists(self, comma: int, first: int, end: int) -> bool:
        """Whether a comma parts what one title is for."""
        if self.tag == "en":
            return self._goes_on_with_names(comma, first, end)
        return self.tag == "ru" and self._goes_on_with_fields(comma, first, end)

    def _goes_on_with_fields(self, comma: int, first: int, end: int) -> bool:
        """Russian: «министр культуры, спорта и туризма»: a comma between fields, which "and" closes."""
        if self.tokens[comma].text != "," or comma == first or comma + 1 >= end:
            return False
        ministry = lemma("ru", self.tokens[first - 1].lower) in self.words.of_fields
        bodies: frozenset[str] = (
            frozenset() if ministry else self.words.led_bodies
        )  # «министр сельского хозяйства, ...»
        if self.tokens[comma - 1].lower in bodies:
            return False
        cases = self._cases_of_field(comma - 1) & self._cases_of_field(comma + 1) & _OF_FIELDS
        for j in range(comma + 1, min(end - 1, comma + _FIELDS)) if cases else ():
            if self.tokens[j].lower in self.words.joins and self.tokens[j - 1].text != ",":
                return self.tokens[j + 1].lower not in bodies and bool(cases & self._cases_of_field(j + 1))
            goes_on = self.tokens[j].text == "," or self.tokens[j].lower in self.words.complement
            if self.tokens[j].lower in bodies or not (goes_on or self._cases_of_field(j)):
                return False
        return False

    def _cases_of_field(self, j: int) -> set[str]:
        """The cases in which a word may stand that belongs to a field; none where it is of somebody."""
        token = self.tokens[j]
        if token.shape != "lower" or j in self.people or j in self.bodies:
            return set()
        forms = [form for form in readings("ru", token.lower) if form.case and form.known]
        if not forms or self.chunks.kind(j) not in (k.NOUN, k.ADJECTIVE, k.PARTICIPLE):
            return set()
        living = forms[0].animate or self.words.titles.at(self.tokens, j, j + 1) is not None
        return set() if living else {form.case for form in forms}

    def _opens_anew(self, j: int, first: int) -> bool:
        """ "head of the region a man", "head of Mr X's staff": an article behind a noun, a form of address."""
        if self.tag != "en":
            return False
        if self.chunks.kind(j) == k.DETERMINER:
            return j > first and self.chunks.kind(j - 1) == k.NOUN and self.tokens[j].lower in self.words.articles
        rank = self.words.ranks.at(self.tokens, j, j + 1) if not self._is_portfolio_of(j - 1, j) else None
        return rank is not None and self.tokens[j].is_capitalised and (j + 1 in self.people or j + 2 in self.people)

    def _is_abbreviation(self, j: int, stop: int) -> bool:
        """ "(KNB)" behind the name that it abbreviates."""
        return j + 2 < stop and self.tokens[j + 2].text == ")" and self.tokens[j + 1].shape in ("upper", "mixed")

    def _closing(self, j: int, end: int) -> int | None:
        mark = _QUOTES[self.tokens[j].text]
        return next((at for at in range(j + 1, min(end, j + 9)) if self.tokens[at].text == mark), None)

    def _links(self, j: int, first: int, end: int) -> bool:
        """A preposition or "and" that carries on to more of what the office is of."""
        lower = self.tokens[j].lower
        following = j + 1
        while following < end and self.tokens[following].lower in self.words.articles:
            following += 1
        if following >= end or following in self.timed:
            return False
        title = self.words.titles.at(self.tokens, following, end)
        if self.tag == "ru" and lower in self.words.apart:
            title = self._title_from(following, end)  # «во главе с бывшим министром»
        if self.tag == "en" and self._is_held(following, end) and not self._is_portfolio_of(j, following):
            return False  # "press secretary to former President X"
        if lower in self.words.joins:
            listed = any(self.tokens[at].text == "," for at in range(first, j)) and self._is_field_name(following, end)
            if (following > j + 1 and not listed) or self._opens_title(following, end):
                return False  # "the Council and a policy adviser"
            kinds = (k.NOUN, k.ADJECTIVE, k.PARTICIPLE, k.VERB)
            if self.tag == "ru" and not self._share_case(j - 1, following):
                return False  # «руководителем пресс-службы и полномочным послом»
            return j > first and self.chunks.kind(following) in kinds and following not in self.people
        if lower not in self.words.complement or following in self.people:
            return False
        if title is not None and self.tag == "en" and self._is_portfolio_of(j, following):
            title = None  # "Minister of Justice"
        if title is not None and following == j + 1 and (self.words.articles or lower in self.words.apart):
            return False  # "aide to President X", «встреча министра с главой»
        if j == first or not self.words.articles:
            return True
        token = self.tokens[following]
        near = lower in ("of", "for") or token.is_capitalised or token.lower in self.words.bodies
        return near or following in self.bodies

    def _goes_on_with_names(self, j: int, first: int, end: int) -> bool:
        """ "Minister of Ecology, Geology and Natural Resources": a comma between what a minister or ministry is for."""
        if self.tokens[j].text != "," or j == first or not self.tokens[j - 1].is_capitalised:
            return False
        led = any(self.tokens[at].lower in self.words.bodies for at in range(first, j))
        if not led and (first == 0 or self.tokens[first - 1].lower not in self.words.of_fields):
            return False
        at = j + 1
        while at < end and self._is_field_name(at, end):
            at += 1
        behind = at + (at + 1 < end and self.tokens[at].text == ",")
        if behind + 1 >= end or (at == j + 1 and behind > at):
            return False
        if self.tokens[behind].lower in self.words.joins:
            behind += self.tokens[behind + 1].lower in self.words.articles
            return behind + 1 < end and self._is_field_name(behind + 1, end)
        return at > j + 1 and self.tokens[at].text == "," and self._goes_on_with_names(at, first, end)

    def _is_field_name(self, j: int, end: int) -> bool:
        """Whether a word may belong to the name of a field of government: a capital, and no person, place or title."""
        token = self.tokens[j]
        if not token.is_capitalised or not token.is_word or j in self.people or j in self.timed:
            return False
        kind = self.entities.get(self.bodies[j][1]).kind if j in self.bodies else None
        return kind != "place" and self.words.titles.at(self.tokens, j, end) is None

    def _is_portfolio_of(self, of: int, word: int) -> bool:
        """English: whether a word that may be a title names what a minister is for."""
        field = self.tokens[word].is_capitalised and self.tokens[word].lower in self.words.modifiers
        return field and of > 0 and self.tokens[of - 1].lower in self.words.of_fields

    def _share_case(self, left: int, right: int) -> bool:
        """Russian: whether two words that "and" joins can stand in one case, as far as the dictionary knows."""
        cases = [
            {form.case for form in readings("ru", self.tokens[j].lower) if form.case and form.known}
            for j in (left, right)
        ]
        return not all(cases) or not cases[0].isdisjoint(cases[1])

    def _opens_title(self, j: int, end: int) -> bool:
        """Whether a title starts at token `j`, words that belong to it aside."""
        return self._title_from(j, end) is not None

    def _title_from(self, j: int, end: int) -> TitleMatch | None:
        while j < end:
            title = self.words.titles.at(self.tokens, j, end)
            if title is not None:
                return title
            if self.tokens[j].lower not in self.words.modifiers and self.tokens[j].lower not in self.words.status:
                return None
            j += 1
        return None

    def _is_held(self, j: int, end: int) -> bool:
        """Whether a title starts at token `j` whose holder is named right behind it."""
        title = self._title_from(j, end)
        return title is not None and title.last + 1 in self.people

    def _is_newly_made(self, j: int) -> bool:
        """ "the newly formed region", "the centrally located port": an adverb and participle before a noun."""
        after = j + 1 + (self.chunks.kind(j) == k.ADVERB)
        adverb = self.tokens[j if self.chunks.kind(j) == k.ADVERB else j - 1].lower
        if not adverb.endswith(_MANNER) or after >= len(self.tokens):
            return False
        made = self.chunks.kind(after - 1) in (k.PARTICIPLE, k.VERB, k.ADJECTIVE)
        return (
            made
            and after not in self.people
            and (after in self.bodies or self.chunks.kind(after) in (k.NOUN, k.ADJECTIVE))
        )

    def _is_foreign(self, j: int) -> bool:
        """Russian: a name in Latin letters, as companies have: «гендиректор Renault»."""
        return self.tag == "ru" and self.tokens[j].is_capitalised and self.tokens[j].text.isascii()

    def _is_governed(self, j: int) -> bool:
        """Russian: «заведующий» + «кафедрой»: what a title governs that is a participle."""
        governs = j > 0 and self.tokens[j - 1].lower.startswith(self.words.governing)
        return governs and any(form.case == "ins" for form in readings("ru", self.tokens[j].lower))

    def _is_content(self, j: int, first: int) -> bool:
        token = self.tokens[j]
        kind = self.chunks.kind(j)
        if self.tag == "ru" and token.text[0].isdigit() and "-" in token.text:
            return j + 1 < len(self.tokens) and self.tokens[j + 1].lower in self.words.led_bodies  # «58-й армии»
        if not token.is_word and token.shape != "possessive":
            return False
        if self.tag == "ru":
            if self._is_foreign(j):
                return True
            if kind not in (k.NOUN, k.ADJECTIVE):
                return False
            before = self.tokens[j - 1].lower if j > first else ""
            linked = before == "," or before in self.words.complement or before in self.words.joins
            adjective = j > first and self.chunks.kind(j - 1) == k.ADJECTIVE
            return linked or adjective or can_be_genitive(token) or (j == first and self._is_governed(j))
        made = (k.PARTICIPLE, k.VERB)
        if self.tag == "en" and (kind == k.ADVERB or (kind in made and self.chunks.kind(j - 1) == k.ADVERB)):
            return self._is_newly_made(j)
        if kind in (k.PARTICIPLE, k.GERUND, k.VERB):
            return "-" in token.text or (
                kind != k.VERB and self.chunks.kind(j - 1) in (k.PREPOSITION, k.DETERMINER, k.ADJECTIVE)
            )
        return kind in (k.NOUN, k.ADJECTIVE, k.DETERMINER, k.POSSESSIVE)
