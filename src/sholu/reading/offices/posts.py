"""Words of office in a text: the title and what stands before it."""

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.kazakh_titles import possessed, whose
from sholu.reading.languages.morphology import features, lemma, readings
from sholu.reading.names.lexicon import Mark, lexicon
from sholu.reading.offices.complements import LONGEST, Complements, Post
from sholu.reading.offices.lexicon import TitleMatch
from sholu.reading.places.adjectives import country_word
from sholu.text.sentences import Sentence

__all__ = ["Post", "Posts", "possessed"]


_SHORTEST_OWNER = 5  # letters
_OTHER_CASES = frozenset({"dat", "acc", "loc", "abl", "ins", "attr"})
_DESCRIBING = ("adjective", "participle")
_CLOSING, _OPENING = frozenset("»”"), frozenset("«“")


class Posts(Complements):
    """Finds the words of office of one page."""

    def find(self) -> list[Post]:
        """All posts in order; a title inside what another office is of is none of its own."""
        found: list[Post] = []
        for sentence in self.page.sentences:
            i = sentence.first
            while i < sentence.stop:
                match = self.words.titles.at(self.tokens, i, sentence.stop) if self.tokens[i].is_word else None
                if match is None or self._is_inside_name(i) or self._qualifies(match, sentence.stop):
                    i += 1
                    continue
                if self._qualifies_title(match.last, sentence) or self._qualifies_noun(match, sentence):
                    i = match.last + 1
                    continue
                post = self._post(self._before_name(match), sentence)
                found.append(post)
                i = post.last + 1
        return found

    def _before_name(self, match: TitleMatch) -> TitleMatch:
        """«секретарь Совета безопасности»: the title without a word that begins the name of what it is of."""
        for j in range(match.first + 1, match.last + 1):
            if j in self.bodies and self.bodies[j][0] > match.last and self.tokens[j].is_capitalised:
                return self.words.titles.at(self.tokens, match.first, j) or match
        return match

    def _qualifies_title(self, last: int, sentence: Sentence) -> bool:
        """ "министрдің орынбасары": a Kazakh title in the genitive that only says whose the next one is."""
        if not self.words.before_title or last + 1 >= sentence.stop:
            return False
        follows = self.words.titles.at(self.tokens, last + 1, sentence.stop)
        return follows is not None and features("kk", self.tokens[last].lower).case == "gen"

    def _qualifies_noun(self, match: TitleMatch, sentence: Sentence) -> bool:
        """Kazakh: the "президент" of "президент сайлауы", "президент жарлығымен" is nobody's office."""
        after = match.last + 1
        if not self.words.before_title or after >= sentence.stop or self.tokens[match.last].lower != match.base:
            return False
        token = self.tokens[after]
        known = features("kk", token.lower)
        return token.is_word and bool({token.lower, known.lemma} & self.words.never_held)

    def _is_inside_name(self, i: int) -> bool:
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

    def _post(self, match: TitleMatch, sentence: Sentence) -> Post:
        post = Post(match.first, match.last, match.first, match.last, match.base, match.strong)
        post = replace(post, is_plural=self._is_plural(match))
        if match.prefix in ("former", "future"):
            post = replace(post, status=match.prefix)
        if not self.words.before_title:
            post = self._with_complement(post, sentence.stop)
        return self._with_left(post, sentence.first)

    def _is_plural(self, match: TitleMatch) -> bool:
        if self.tag == "en":
            return self.tokens[match.last].lower == match.base.rpartition(" ")[2] + "s"
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
                post, i = replace(self.with_owner(post, id), first=first), first - 1
            elif self.tokens[i].shape == "possessive" and (i - 1 in self.body_ends or self.words.before_title):
                i -= 1
            elif self.tag == "en" and self._is_described_owner(i):
                begin = self._opening_of_body(i - 1, floor)
                post = replace(post, body=post.body or (begin, i - 1), first=begin, is_qualified=True)
                break
            elif self.tokens[i].shape == "possessive" and self.tokens[i - 1].lower in self.words.countries_called:
                post = replace(post, first=i - 1, is_qualified=True)  # "the country's foreign minister"
                break
            elif self.is_participle(i):
                break
            elif lower in self.words.status:
                post, i = replace(post, status=post.status or self.words.status[lower], first=i), i - 1
            elif lower in self.words.ordinals and not self._counts_as_title(post, named):
                i -= 1
                post = replace(post, first=i + 1)
            elif lower in self.words.modifiers and post.first <= i + 1:
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
                post, i = replace(post, country=post.country or meaning[0], first=i), i - 1
            elif self.words.before_title and (opening := self._opening(i, floor)) is not None:
                if post.body is None and post.organisation is None:
                    break
                post = replace(post, first=opening, body=(opening, post.body[1]) if post.body else None)
                break
            elif self.words.before_title and self._goes_on_left(i):
                post, i = self._kazakh(post, i, named), i - 1
            elif self._is_list_of_fields(i, floor, post, named):
                named.insert(0, f"{self.tokens[i - 1].lower},")
                post, i = replace(post, first=i - 1), i - 2
            else:
                break
        while post.first < post.head_first and self.tokens[post.first].lower in self.words.joins:
            post = replace(post, first=post.first + 1)
        if self.words.before_title and named and named[0] in self.words.possessive:
            named = named[1:]
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

    def _is_seat(self, i: int, post: Post) -> bool:
        """Kazakh: «Түркиядағы елші»: the place where an envoy is."""
        where = features("kk", self.tokens[i].text).case in ("attr", "loc")
        envoy = post.office.rpartition(" ")[2] in self.words.envoys
        return where and envoy and post.first == i + 1 and self.entities.get(self.body_ends[i][1]).kind == "place"

    def _adjectival(self, i: int) -> bool:
        """Whether a Russian word is an adjective, be it one that no dictionary knows."""
        return any(form.part == "adjective" for form in readings("ru", self.tokens[i].lower))

    def _opening(self, i: int, floor: int) -> int | None:
        """The mark that opens the quoted name which token `i` closes."""
        if self.tokens[i].text not in _CLOSING:
            return None
        return next((j for j in range(i - 1, max(floor, i - 8) - 1, -1) if self.tokens[j].text in _OPENING), None)

    def _goes_on_left(self, i: int) -> bool:
        kind = self.chunks.kind(i)
        token = self.tokens[i]
        if token.lower in self.words.joins:
            return True
        if not token.is_word or i in self.timed or self._elsewhere(i) or self._is_title(i):
            return False
        if token.lower in self.words.since or token.lower in self.words.until:
            return False
        return kind in (k.NOUN, k.ADJECTIVE)

    def _is_title(self, i: int) -> bool:
        """Whether a Kazakh word is somebody else's title: "ел басшысы энергетика министрін"."""
        title = self.words.titles.at(self.tokens, i, i + 1)
        bare = features("kk", self.tokens[i].text).case == "nom" and self.tokens[i].lower not in self.words.modifiers
        return title is not None and bare and self.tokens[i].shape == "lower"

    def _stands_apart(self, i: int) -> bool:
        """Whether a Kazakh body in the nominative is followed by a country: "ұйым АҚШ президентін"."""
        id = self.body_ends[i][1]
        if self.entities.get(id).kind != "organisation" or features("kk", self.tokens[i].text).case != "nom":
            return False
        return i + 1 in self.bodies and self.entities.get(self.bodies[i + 1][1]).kind == "place"

    def _is_land(self, lower: str) -> bool:
        """Whether a Kazakh word is a kind of land in the genitive, "республикасының"."""
        return features("kk", lower).lemma in self.words.lands

    def _elsewhere(self, i: int) -> bool:
        """Whether a Kazakh word is in a case that no part of an office has: "отырысында премьер-министр"."""
        lower = self.tokens[i].lower
        if lower in self.words.modifiers or features("kk", self.tokens[i].text).case not in _OTHER_CASES:
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
        if lower in self.words.bodies and post.body is None and post.organisation is None:
            return replace(post, body=(i, i), first=i)
        if post.body is not None:
            return replace(post, body=(i, post.body[1]), first=i)
        if not named and self._owns_generally(i):
            plain = self.tokens[i].shape == "lower" or i == self.page.sentence_at(self.tokens[i].start).first
            return replace(post, body=(i, i) if plain else None, first=i, is_qualified=True)
        if post.organisation is None and post.country is None:
            named.insert(0, whose(lower) if self.words.titles.at(self.tokens, i, i + 1) else lower)
            return replace(post, first=i, is_qualified=True)
        return replace(post, first=i)
