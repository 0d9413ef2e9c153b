"""Words of office in a text: the title and what stands before it."""

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.kazakh_titles import named_plainly, possessed
from sholu.reading.languages.morphology import features, lemma, readings
from sholu.reading.names.lexicon import Mark, lexicon
from sholu.reading.offices.complements import Post
from sholu.reading.offices.extents import LONGEST
from sholu.reading.offices.kazakh_posts import KazakhPosts
from sholu.reading.offices.titles import TitleMatch
from sholu.reading.places.adjectives import country_word
from sholu.text.sentences import Sentence

__all__ = ["Post", "Posts", "possessed"]


_SHORTEST_OWNER = 5  # letters
_OTHER_CASES = frozenset({"dat", "acc", "loc", "abl", "ins", "attr"})
_NARROWING = 4
"""Tokens between "former" and a title."""
_FIELDS = 4
"""Tokens behind the comma of a list of fields, up to its "and"."""
_CLOSING, _OPENING = frozenset("»”"), frozenset("«“")


class Posts(KazakhPosts):
    """Finds the words of office of one page."""

    def find(self) -> list[Post]:
        """All posts in order; a title inside what another office is of is none of its own."""
        found: list[Post] = []
        for sentence in self.page.sentences:
            after = sentence.first
            for i in self.words.titles.starts(self.tokens, sentence.first, sentence.stop):
                match = self.words.titles.at(self.tokens, i, sentence.stop) if i >= after else None
                if match is None or not self.tokens[i].is_word:
                    continue
                if self._is_inside_name(i, match.last) or self._qualifies(match, sentence.stop):
                    continue
                after = match.last + 1
                if self._is_of_name(match, sentence.first):
                    continue
                if self.is_sought(i, sentence.first) or self._is_rank(match, sentence.first):
                    continue
                if self._qualifies_title(match.last, sentence) or self._qualifies_noun(match, sentence):
                    continue
                post = self._post(self._before_name(match), sentence)
                if self._only_owns(match, post):
                    continue
                if self.tag == "en" and found and post.first <= found[-1].first:
                    found.pop()  # "the first deputy" + "agency head"
                if self.tag == "en" and found and self._share_firm(found[-1], post):
                    left = found[-1]
                    found[-1] = replace(left, organisation=post.organisation, body=post.body, country=post.country)
                found.append(post)
                after = post.last + 1
        return found

    def _only_owns(self, match: TitleMatch, post: Post) -> bool:
        """English: whether words of office tell whose somebody or something else is: "the governor's spokeswoman"."""
        behind = (last + 1 for last in (match.last, post.last))
        return self.tag == "en" and any(i < len(self.tokens) and self.tokens[i].shape == "possessive" for i in behind)

    def _share_firm(self, left: Post, right: Post) -> bool:
        """English: "chairman and managing director of the Plum Bank": two offices of one body."""
        joined = right.first == left.last + 2 and self.tokens[left.last + 1].lower in self.words.joins
        bare = left.organisation is None and left.body is None and left.country is None
        firm = all(self.words.of_firms.intersection(post.office.split()) for post in (left, right))
        firm = (firm and left.office not in self.words.appointers) or not left.strong  # "founder and chairman of"
        return joined and bare and firm and right.first == right.head_first and right.last > right.head_last

    def at(self, i: int) -> Post | None:
        """The post whose title starts at token `i`."""
        sentence = self.page.sentence_at(self.tokens[i].start)
        match = self.words.titles.at(self.tokens, i, sentence.stop)
        return self._post(self._before_name(match), sentence, i) if match is not None else None

    def _post(self, match: TitleMatch, sentence: Sentence, floor: int | None = None) -> Post:
        post = Post(match.first, match.last, match.first, match.last, match.base, match.strong)
        post = replace(post, is_plural=self._is_plural(match))
        if match.prefix in ("former", "future"):
            post = replace(post, status=match.prefix)
        if not self.words.before_title:
            post = self._with_complement(post, sentence.stop)
        return self._with_left(post, sentence.first if floor is None else floor)

    def _is_plural(self, match: TitleMatch) -> bool:
        if self.tag == "en":
            said, word = self.tokens[match.last].lower, match.base.rpartition(" ")[2]
            return said != word and said[:2] == word[:2]  # "deputies", "chairmen"; "PM" is one
        if self.tag == "ru":
            numbers = {one.number for one in readings("ru", self.tokens[match.first].lower) if one.case}
            return numbers == {"plural"}
        return features("kk", self.tokens[match.last].lower).number == "plural"

    # -- what stands before the title

    def _with_left(self, post: Post, start: int) -> Post:
        i = post.head_first - 1
        named: list[str] = []
        floor = max(start, post.head_first - LONGEST)
        while i >= floor:
            lower = self.tokens[i].lower
            if i in self.people_ends:
                if self.words.before_title and features("kk", self.tokens[i].lower).case == "gen":
                    post = replace(post, is_qualified=True)  # "Сырбаевтың адвокаты"
                break
            if i in self.body_ends:
                if not self._may_own(i, start):
                    if self.words.before_title and self._is_seat(i, post):
                        post = replace(self.with_owner(post, self.body_ends[i][1]), first=self.body_ends[i][0])
                    break
                first, id = self.body_ends[i]
                post = replace(post, status=post.status or self._former_in(first, i))
                post, i = replace(self.with_owner(post, id), first=first), first - 1
            elif self.tokens[i].shape == "possessive" and (i - 1 in self.body_ends or self.words.before_title):
                i -= 1
            elif self.tag == "en" and (self._is_described_owner(i) or self._is_owning_official(i)):
                begin = self._opening_of_body(i - 1, floor)
                post = replace(post, body=post.body or (begin, i - 1), first=begin, is_qualified=True)
                break
            elif self.tokens[i].shape == "possessive" and self.tokens[i - 1].lower in self.words.countries_called:
                post = replace(post, first=i - 1, is_qualified=True)  # "the country's foreign minister"
                break
            elif self.is_participle(i) or self._is_dismissing(i):
                break
            elif lower in self.words.status:
                post, i = replace(post, status=post.status or self.words.status[lower], first=i), i - 1
            elif lower in self.words.ordinals and not self._counts_as_title(post, named):
                i -= 1
                post = replace(post, first=i + 1)
            elif (opened := self._opened(lower, post, i)) is not None:
                named.insert(0, opened[0])  # "ex-finance minister"
                post, i = replace(post, first=i, status=post.status or opened[1], is_qualified=True), i - 1
            elif lower in self.words.modifiers and post.first <= i + 1 and not self._is_of_body(i, post):
                named = self._behind_field(i, named)
                named.insert(0, lower)
                post, i = replace(post, first=i, is_qualified=True), i - 1
            elif self.tag == "en" and lower in self.words.bodies and self.tokens[i].shape == "lower":
                named.insert(0, lower)  # "branch leader", "faction head"
                post, i = replace(post, first=i, is_qualified=True), i - 1
            elif self._joins_field(i, floor, post, named):
                named.insert(0, f"{self.tokens[i - 1].lower} {lower}")  # "trade and energy minister"
                post, i = replace(post, first=i - 1, is_qualified=True), i - 2
            elif self._only_praises(i, post):
                post, i = replace(post, first=i), i - 1
            elif not self.words.before_title and lower in self.words.possessive and post.organisation is None:
                post = replace(self._owned(post, i, start, floor), first=i + 1)
                break
            elif (meaning := country_word(self.tag, lower)) is not None and meaning[1] == "adjective":
                body = (i, post.body[1]) if post.body is not None and self._is_of_body(i, post) else post.body
                post, i = replace(post, country=post.country or meaning[0], first=i, body=body), i - 1
            elif self.words.before_title and (beside := self._over_bracket(i, floor, post)) is not None:
                post, i = replace(post, first=beside), beside - 1
            elif self.words.before_title and (opening := self._opening(i, floor)) is not None:
                if post.body is None and post.organisation is None:
                    break
                post = replace(post, first=opening, body=(opening, post.body[1]) if post.body else None)
                break
            elif self.words.before_title and self._is_apart(i, post):
                break
            elif self._is_of_body(i, post) and post.body is not None and self._lists_fields(i):
                post, i = replace(post, first=i, body=(i, post.body[1])), i - 1
            elif self.words.before_title and self._goes_on_left(i):
                post, i = self._kazakh(post, i, named), i - 1
            elif self._is_short_owner(i, post):
                post, i = replace(post, first=i, body=(i, i), is_qualified=True), i - 1
            elif self._is_list_of_fields(i, floor, post, named):
                named.insert(0, f"{self.tokens[i - 1].lower},")
                post, i = replace(post, first=i - 1), i - 2
            else:
                break
        while post.first < post.head_first and self.tokens[post.first].lower in self.words.joins:
            post = replace(post, first=post.first + 1)
        if self.tag == "en" and post.status is None and i >= floor:
            post = replace(post, status=self._former_before(i, floor))
        if self.words.before_title:
            named = named_plainly(named, self.words.possessive | self.words.joins)
        if self.words.before_title and named and (post.country or post.organisation) and self._is_land(named[0]):
            named = named[1:]
        if not named:
            return post
        if self.words.before_title:
            if post.office.startswith(
                kazakh_small_words("duties")
            ):  # "әкімнің міндетін атқарушы", whether for a while or not
                whose_ = [word for word in named if word.endswith(kazakh_endings("genitive"))]
                return replace(post, office=" ".join([*whose_, post.office]))
            return replace(post, office=" ".join([*named, possessed(post.office)]))
        words = [lemma(self.tag, word) if self.tag == "ru" else word for word in named]
        return replace(post, office=" ".join([*words, post.office]))

    def _former_in(self, first: int, last: int) -> str | None:
        """English: what the words of a group say first: "a former special forces" + "commander"."""
        opening = first + (self.tokens[first].lower in self.words.articles)
        said = self.words.status.get(self.tokens[opening].lower) if self.tag == "en" and opening < last else None
        return "former" if said == "former" else None

    def _former_before(self, i: int, floor: int) -> str | None:
        """ "a former special forces commander": what is said of an office before words that narrow it."""
        for j in range(i, max(floor, i - _NARROWING) - 1, -1):
            lower = self.tokens[j].lower
            if self.words.status.get(lower) == "former" and j < i:
                opens = j == floor or not self.tokens[j - 1].is_word or self.tokens[j - 1].lower in self.words.articles
                return "former" if opens else None
            narrowing = self.chunks.kind(j) in (k.NOUN, k.ADJECTIVE) or lower in self.words.bodies
            if self.tokens[j].shape != "lower" or not narrowing:
                return None
            if lower in self.words.complement or j in self.people_ends:
                return None
        return None

    def _is_short_owner(self, i: int, post: Post) -> bool:
        """English: "a PTI spokesman": an abbreviation right before a title that nothing knows by name."""
        token = self.tokens[i]
        free = post.organisation is None and post.body is None and post.country is None and i not in self.people_ends
        return self.tag == "en" and free and token.shape == "upper" and len(token.text) > 1 and post.first == i + 1

    def _opened(self, lower: str, post: Post, i: int) -> tuple[str, str] | None:
        """ "ex-finance" before "minister": the field of an office and what the beginning of its word makes of it."""
        opening, dash, field = lower.partition("-")
        if not dash or post.first > i + 1 or field not in self.words.modifiers:
            return None
        status = self.words.status.get(opening) or self.words.status.get(f"{opening}-")
        return (field, status) if status is not None else None

    def _owned(self, post: Post, i: int, start: int, floor: int) -> Post:
        """ "the X Front and its leader", "Its director, Y": a post of what the possessive at token `i` means."""
        owner = self._owner_before(i, floor)
        if owner is None and self.tokens[i].lower in self.words.of_bodies:
            owner = self._body_before(i, start)
        if owner is not None:
            return self.with_owner(post, owner)
        # Without one, a title is an office still where the name stands beside it: "his lawyer, Y".
        return replace(post, is_qualified=post.is_qualified or post.body is None)

    def _body_before(self, i: int, start: int) -> str | None:
        """The institution that the sentence up to token `i` names first, else the sentence before."""
        sentence = self.page.sentence_at(self.tokens[i].start)
        opening = self.page.sentences[sentence.i - 1].first if sentence.i else start
        for first, stop in ((start, i), (opening, start)):
            for j in range(first, stop):
                if j in self.bodies and self.entities.get(self.bodies[j][1]).kind in ("organisation", "outlet"):
                    return self.bodies[j][1]
        return None

    def _is_described_owner(self, i: int) -> bool:
        """Whether the "'s" at token `i` stands behind the noun of an institution."""
        return self.tokens[i].shape == "possessive" and self.tokens[i - 1].lower in self.words.bodies

    def _is_owning_official(self, i: int) -> bool:
        """Whether the "'s" at token `i` stands behind an office without a name: "the governor's spokeswoman"."""
        if self.tokens[i].shape != "possessive" or self.tokens[i - 1].shape != "lower":
            return False
        starts = range(max(0, i - _NARROWING), i)
        found = (self.words.titles.at(self.tokens, start, i) for start in starts)
        return any(match is not None and match.last == i - 1 for match in found)

    def _only_praises(self, i: int, post: Post) -> bool:
        """ "the controversial commander", "Ruritania's premier commentator": a word between owner and title."""
        if self.tag != "en" or self.tokens[i].shape != "lower" or i == 0 or post.first > i + 1:
            return False
        kind = self.chunks.kind(i)
        return kind == k.ADJECTIVE or (kind == k.NOUN and self.tokens[i - 1].shape == "possessive")

    def _joins_field(self, i: int, floor: int, post: Post, named: list[str]) -> bool:
        """Whether the "and" at token `i` joins two fields of one minister."""
        if self.tag != "en" or not named or i - 1 < floor or post.first != i + 1:
            return False
        if self.tokens[i].lower not in self.words.joins or post.office not in self.words.of_fields:
            return False
        return self.tokens[i - 1].lower in self.words.modifiers

    def _is_list_of_fields(self, i: int, floor: int, post: Post, named: list[str]) -> bool:
        """Kazakh: the comma of "мәдениет, ақпарат және туризм министрі", between words for what ministries do."""
        if not self.words.before_title or self.tokens[i].text != "," or i - 1 < floor or post.first != i + 1:
            return False
        fields = lexicon(self.tag)
        joined = any(word in self.words.joins for word in named)
        return joined and bool(fields.capital(self.tokens[i - 1].lower).marks & Mark.MODIFIER)

    def is_participle(self, i: int) -> bool:
        """ "was appointed Astana mayor": a word that may say "new" before a title is a verb behind an auxiliary."""
        if self.tag != "en" or self.words.status.get(self.tokens[i].lower) != "new":
            return False
        i -= 1
        while i > 0 and self.chunks.kind(i) == k.ADVERB:
            i -= 1
        return i >= 0 and self.chunks.kind(i) == k.AUXILIARY

    def _is_dismissing(self, i: int) -> bool:
        """ "X dismissed Prime Minister Y", "parliament elected ex-minister Y": a verb behind who does it."""
        change = self.words.change
        if self.tag != "en" or i == 0:
            return False
        if all(change[name].at(self.tokens, i, i + 1) is None for name in ("dismiss", "appoint")):
            return False
        named = i - 1 in self.people_ends or i - 1 in self.body_ends
        return named or self.chunks.kind(i - 1) in (k.AUXILIARY, k.PRONOUN)

    def _opening_of_body(self, last: int, floor: int) -> int:
        """First token of an institution in small letters that ends at token `last`: "executive office" + "'s"."""
        first = last
        while first - 1 >= floor and self.chunks.kind(first - 1) in (k.NOUN, k.ADJECTIVE):
            if first - 1 in self.people_ends or not self.tokens[first - 1].is_word:
                break
            first -= 1
        return first

    def _owner_before(self, i: int, floor: int) -> str | None:
        """ "the X Front and its leader": the institution or state that the possessive at token `i` means."""
        if self.tokens[i - 1].lower not in self.words.list_joins:
            return None
        entry = self.body_ends.get(i - 2 if self.tokens[i - 2].text != "," else i - 3)
        if entry is None or i - 2 < floor:
            return None
        return entry[1]

    def _counts_as_title(self, post: Post, named: list[str]) -> bool:
        """Whether "first" belongs to the title ("first deputy") and does not count its holders ("first president")."""
        office = named[0] if named else post.office
        return any(office == head or office.startswith(head + " ") for head in self.words.ordinal_heads)

    def _may_own(self, i: int, start: int) -> bool:
        """A place or body right before a title, unless a preposition makes it say where something happened."""
        if self.words.before_title and (self._elsewhere(i) or self._stands_apart(i)):
            return False
        if self.tag == "ru" and self.chunks.kind(i) != k.ADJECTIVE and not self._adjectival(i):
            return False  # «в интервью агентству „Утро“ президент», «в кулуарах парламента министр»
        first = self.body_ends[i][0]
        before = first - 1
        while before >= start and self.tokens[before].lower in self.words.articles:
            before -= 1
        if self.tokens[i + 1].shape == "possessive" or before < start or self.words.before_title:
            return True
        return self.chunks.kind(before) != k.PREPOSITION or self.entities.get(self.body_ends[i][1]).kind != "place"

    def _adjectival(self, i: int) -> bool:
        """Whether a Russian word is an adjective, be it one that no dictionary knows."""
        return any(form.part == "adjective" for form in readings("ru", self.tokens[i].lower))

    def _opening(self, i: int, floor: int) -> int | None:
        """The mark that opens the quoted name which token `i` closes."""
        if self.tokens[i].text not in _CLOSING:
            return None
        return next((j for j in range(i - 1, max(floor, i - 8) - 1, -1) if self.tokens[j].text in _OPENING), None)
