"""Who speaks in a Kazakh sentence: the first nominative that can, behind asides, times and other cases."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Attribution, EntityKind, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.sentences import Sentence

MARKS = frozenset(",:–—-")
_DASHES = frozenset("–—-")
_CLOSING = frozenset('»”"')
_LONGEST = 16
_LONGEST_NAME = 5
_RANKS = 4
_UNNAMED = 7  # tokens in "атын атауға рұқсат бермеген"
_REACH = 3  # sentences between a pronoun and the one whom it means
_SPEAKING: frozenset[EntityKind] = frozenset({"person", "organisation", "outlet", "group"})
_BODIES: tuple[EntityKind, ...] = ("person", "organisation", "outlet", "group")
_OPEN = frozenset({"nom", "gen", "attr", ""})
_INSIDE = frozenset({k.NOUN, k.ADJECTIVE, k.NUMBER, k.DETERMINER, k.POSSESSIVE})


class Speakers:
    """The names and times of a page, by token, and the subjects that they help to find."""

    def __init__(self, scene: Scene, entities: EntityIndex, times: Sequence[TimeExpression]) -> None:
        self.scene = scene
        self.entities = entities
        self.timed = {token.i for time in times for token in scene.page.tokens_in(time.span)}
        self.told: set[int] = set()  # numbers of sentences in which somebody speaks
        self._ends: dict[int, tuple[int, EntityKind]] = {}
        self._within: set[int] = set()
        for mention, id in entities.within(Span(0, len(scene.text))):
            if mention.form == "name":
                first, stop = scene.page.token_range(mention.span)
                if first < stop and stop - 1 not in self._within and stop - 1 not in self._ends:
                    self._ends[stop - 1] = (first, entities.get(id).kind)
                    self._within.update(range(first, stop - 1))

    def subject(self, sentence: Sentence, first: int, stop: int) -> Phrase | None:
        """The first phrase of tokens `first` .. `stop` (not included) that can be the one who speaks."""
        first = self.opening(sentence, first, stop)
        for j in range(first, min(stop, first + _LONGEST)):
            if self.scene.kind(j) == k.PRONOUN and j == first:
                if self.scene.tokens[j].lower in self.scene.lexicon.whose:
                    continue  # "оның қорғаушысы"
                return j, j
            if self.scene.tokens[j].text in MARKS and j not in self._within:
                return None
            if self._speaks(j, stop) or self._governs(first, j, stop):
                return self._start(first, j), self.apposed(j, stop)
        return None

    def apposed(self, last: int, stop: int) -> int:
        """The last token of a source with the name that a comma adds: "авторлардың бірі, партия өкілі Иван Петров".

        So does a dash between two offices of one: "премьер-министрдің орынбасары – қаржы министрі Иван Петров".
        """
        if last + 2 >= stop or last in self._ends or not self._parts_offices(last + 1):
            return last
        for j in range(last + 2, min(stop, last + _LONGEST)):
            if self.scene.tokens[j].text in MARKS and j not in self._within:
                return last
            if j in self._ends and self._ends[j][1] == "person" and self._nominative(j):
                return j
        return last

    def _parts_offices(self, mark: int) -> bool:
        """Whether a comma stands here, or a dash with space on either side."""
        token = self.scene.tokens[mark]
        spaced = self.scene.tokens[mark - 1].end < token.start and token.end < self.scene.tokens[mark + 1].start
        return token.text == "," or (token.text in _DASHES and spaced)

    def is_named(self, phrase: Phrase) -> bool:
        """Whether a phrase ends with the name of a person in the nominative."""
        name = self._ends.get(phrase[1])
        return name is not None and name[1] == "person" and self._nominative(phrase[1])

    def is_listed_place(self, phrase: Phrase) -> bool:
        """Whether a place is but the first of a list, whose end tells what of theirs is meant: "X, Y облыстарының"."""
        behind = phrase[1] + 1
        listed = behind < len(self.scene.tokens) and self.scene.tokens[behind].text == ","
        return listed and self._ends.get(phrase[1]) == (phrase[0], "place")

    def last_person(self, first: int, last: int) -> int:
        """The token behind the last name of a person in the nominative that ends among these tokens; else `first`."""
        people = (j for j in range(last, first - 1, -1) if j in self._ends and self._ends[j][1] == "person")
        return next((j + 1 for j in people if self._nominative(j)), first)

    def opening(self, sentence: Sentence, first: int, stop: int) -> int:
        """The first token behind asides, adverbs, times and marks."""
        while first < stop:
            aside = self.scene.lexicon.asides.at(self.scene.tokens, first, stop)
            if aside is not None:
                first = aside.last + 1
            elif first in self.timed or self.scene.kind(first) in (k.ADVERB, k.MARK):
                first += 1
            else:
                break
        return first

    def _speaks(self, j: int, stop: int) -> bool:
        """Whether a phrase that can speak ends with token `j`."""
        token = self.scene.tokens[j]
        if j in self._within or not token.is_word or j in self.timed:
            return False
        if self.owned(j, stop):
            return False
        name = self._ends.get(j)
        if name is not None:
            return name[1] in _SPEAKING and self._nominative(j)
        grammar = features("kk", token.text)
        if grammar.case not in ("nom", ""):
            return False
        if token.lower in self.scene.lexicon.anonymous or self.scene.lexicon.speakers.at(self.scene.tokens, j, j + 1):
            return True
        opens = j == self.scene.chunks.sentence(j).first or not token.is_capitalised
        return grammar.number == "plural" and self.scene.kind(j) == k.NOUN and opens

    def _governs(self, first: int, j: int, stop: int) -> bool:
        """Whether a place opens the clause in the nominative: a capital speaks for its government."""
        if self._ends.get(j) != (first, "place") or not self._nominative(j) or j + 1 >= stop:
            return False
        following = features("kk", self.scene.tokens[j + 1].text).case  # «Каспий теміржолы» is no capital
        return j + 1 in self.timed or (following not in _OPEN and not self.owned(j, stop))

    def owned(self, j: int, stop: int) -> bool:
        """Whether the word only qualifies the next one, which has the ending of possession."""
        following = j + 1
        if j in self._ends and self._ends[j][1] == "person":
            return False
        if following < stop and j in self._ends and self.scene.tokens[following].text in _CLOSING:
            return self._named_after(following + 1, stop)
        if following >= stop or not self.scene.tokens[following].is_word:
            return False
        if j in self._ends and self._heads(following) and self._behind_ranks(following, stop):
            return True  # "Мәслихат депутаты Иван Петров"
        beside = self._beside(following) or self._behind_ranks(following, stop)
        if beside:
            return "person" in beside and j not in self._ends  # the name that goes with the title
        if self.scene.tokens[following].is_capitalised and j not in self._ends:
            return True
        lower = self.scene.tokens[following].lower
        grammar = features("kk", lower)
        if lower.endswith(self.scene.lexicon.nominal) or grammar.number == "plural":
            return False
        if grammar.case == "nom" and grammar.lemma != lower:
            return True
        return lower.endswith(self.scene.chunks.grammar.endings["possessive"])

    def _named_after(self, first: int, stop: int) -> bool:
        """Whether words behind a name in quotation marks have it for their own: "«Арна» қоры"."""
        for j in range(first, min(stop, first + _RANKS)):
            token = self.scene.tokens[j]
            if token.shape != "lower" or j in self.timed:
                return False
            if self._heads(j) or features("kk", token.text).case == "gen":
                return True
            if features("kk", token.text).case not in _OPEN:
                return False
        return False

    def _heads(self, j: int) -> bool:
        """Whether a word in the nominative has the ending of possession: "депутаты", "қоры"."""
        lower = self.scene.tokens[j].lower
        grammar = features("kk", lower)
        return grammar.case == "nom" and grammar.lemma != lower and not lower.endswith(self.scene.lexicon.nominal)

    def _behind_ranks(self, first: int, stop: int) -> set[EntityKind]:
        """The name behind two or three more words of office, "бастығы полиция полковнигі Иван Петров"."""
        for j in range(first + 1, min(stop, first + _RANKS)):
            if self.scene.tokens[j - 1].shape != "lower" or features("kk", self.scene.tokens[j - 1].text).case != "nom":
                break
            if any(self._is_person(first, end) for first, end in self._names_from(j)):
                return {"person"}
        return set()

    def _names_from(self, first: int) -> list[Phrase]:
        """The names that begin with token `first`."""
        ends = range(first, first + _LONGEST_NAME)
        return [(first, end) for end in ends if end in self._ends and self._ends[end][0] == first]

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a name is that of a person in the nominative: "әкімі Иван Петровтың" names nobody who speaks."""
        return self._ends[last] == (first, "person") and self._nominative(last)

    def _beside(self, first: int) -> set[EntityKind]:
        """The kinds of the names that begin with token `first`."""
        found = (self._ends.get(end) for end in range(first, first + _LONGEST_NAME))
        return {name[1] for name in found if name is not None and name[0] == first}

    def _nominative(self, j: int) -> bool:
        """Whether a name stands in the nominative: without a case ending, or as part of its base form."""
        if features("kk", self.scene.tokens[j].text).case in ("nom", ""):
            return True
        id = self.entities.at(self.scene.page.span(self._ends[j][0], j))
        span = self.scene.page.span(self._ends[j][0], j)
        return id is not None and span.of(self.scene.text) == self.entities.get(id).name

    def _start(self, first: int, last: int) -> int:
        """The first word of the phrase that ends with token `last`: back to a verb or a word in another case."""
        start = last if last not in self._ends else self._ends[last][0]
        while start > first:
            before = start - 1
            token = self.scene.tokens[before]
            if before in self.timed or (self.scene.kind(before) not in _INSIDE and before not in self._within):
                break
            named = before in self._within or before in self._ends
            if token.is_word and not named and features("kk", token.text).case not in _OPEN:
                break
            if before in self._ends and features("kk", token.text).case not in _OPEN and not token.is_capitalised:
                break
            start = before
        return self._unnamed_from(first, start)

    def _unnamed_from(self, first: int, start: int) -> int:
        """Back to the words that say that somebody gives no name: "атын атамаған шенеунік"."""
        for before in range(start - 1, max(first, start - _UNNAMED) - 1, -1):
            if self.scene.tokens[before].text in MARKS:
                break
            if self.scene.tokens[before].lower in self.scene.lexicon.unnamed:
                return before
        return start

    def resolved(self, drafts: Sequence[Draft], found: Sequence[Attribution]) -> list[Attribution]:
        """The attributions of these drafts with pronouns resolved: the last one who spoke, else who was named last.

        An outlet that only reports for itself is its own source.
        """
        done: list[Attribution] = []
        for draft, attribution in zip(drafts, found, strict=True):
            if self._is_pronoun(draft):
                source = self._named_here(draft) or self._known(attribution.source)
                source = source or self._spoke_before(draft, drafts, done) or self._named_before(draft)
                attribution = replace(attribution, source=source)
            elif draft.head is not None:
                attribution = self._through_medium(draft.head, attribution)
            done.append(attribution)
        return done

    def _through_medium(self, head: Phrase, attribution: Attribution) -> Attribution:
        """ "X агенттігі": the outlet X; "X тілшісі Y-ге сілтеме жасап": Y through the outlet X."""
        page = self.scene.page
        named = self.entities.within(page.span(*head))
        outlets = [(mention, id) for mention, id in named if self.entities.get(id).kind == "outlet"]
        if not outlets:
            return attribution
        cites = next(self.scene.lexicon.citing_after.find(self.scene.tokens, head[0], head[1] + 1), None)
        after = self.scene.tokens[cites.last].end if cites is not None else len(self.scene.text)
        mention, outlet = next((one for one in outlets if one[0].start >= after), outlets[0])  # "X-ке сүйеніп Y"
        last = page.token_range(mention.span)[1] - 1
        cited = self._cited(head, last)
        if cited is not None:
            span = page.span(*cited)
            return replace(
                attribution,
                outlet=outlet,
                source=self.entities.at(page.span(cited[1], cited[1]), _BODIES) or self._site(page.span(*cited)),
                source_text=span.of(page.text),
                source_span=span,
            )
        source = attribution.source
        if source is None and all(self._names_medium(j) for j in range(last + 1, head[1] + 1)):
            source = outlet
        return replace(attribution, outlet=attribution.outlet or outlet, source=source)

    def _site(self, span: Span) -> str | None:
        """The outlet of "Дала.kz сайтына", whose noun is no part of its name."""
        named = self.entities.within(span)
        return next((id for _, id in named if self.entities.get(id).kind == "outlet"), None)

    def _cited(self, head: Phrase, last: int) -> Phrase | None:
        """What is cited in a phrase whose medium ends with token `last`."""
        for j in range(head[0] + 1, head[1]):
            match = self.scene.lexicon.citing_after.at(self.scene.tokens, j, head[1] + 1)
            if match is not None:
                first = head[0] if j <= last else last + 1
                while first < j - 1 and not self._may_open(first):
                    first += 1
                return first, j - 1
        return None

    def _may_open(self, j: int) -> bool:
        """Whether the cited phrase may begin with this token: no mark, no word for the medium's own people."""
        token = self.scene.tokens[j]
        return token.is_word and not self._names_medium(j) and not self.scene.lexicon.speakers.at([token], 0, 1)

    def _names_medium(self, j: int) -> bool:
        token = self.scene.tokens[j]
        qualifies = j + 1 < len(self.scene.tokens) and self.scene.tokens[j + 1].lower in self.scene.lexicon.media
        return token.lower in self.scene.lexicon.media or qualifies or not token.is_word

    def _is_pronoun(self, draft: Draft) -> bool:
        if draft.head is None or draft.head[0] != draft.head[1]:
            return False
        return self.scene.tokens[draft.head[0]].lower in self.scene.lexicon.he

    def _known(self, id: str | None) -> str | None:
        """An entity that is more than the pronoun itself."""
        return None if id is None or self.entities.get(id).name.lower() in self.scene.lexicon.he else id

    def _named_here(self, draft: Draft) -> str | None:
        """The person named last before the pronoun in its sentence: "X келіспеді: «...», — деді ол"."""
        start = self.scene.tokens[draft.head[0]].start if draft.head else 0
        sentence = self.scene.page.sentence_at(start)
        told = draft.content[0].start
        start = min(start, told) if told > sentence.start else start
        people = [
            id
            for mention, id in self.entities.within(Span(sentence.start, max(start, sentence.start)))
            if mention.form == "name" and self.entities.get(id).kind == "person"
        ]
        return people[-1] if people else None

    def _opens(self, draft: Draft) -> int:
        """The number of the sentence in which what is said begins."""
        return self.scene.page.sentence_at(draft.content[0].start).i

    def _spoke_before(self, draft: Draft, drafts: Sequence[Draft], done: Sequence[Attribution]) -> str | None:
        for other, attribution in zip(reversed(drafts[: len(done)]), reversed(done), strict=True):
            if attribution.source is None or not other.sentence < self._opens(draft) <= other.sentence + _REACH:
                continue
            if self.entities.get(attribution.source).kind == "person":
                return attribution.source
        return None

    def _named_before(self, draft: Draft) -> str | None:
        """The one person of the nearest sentence before that names any."""
        sentences = self.scene.page.sentences
        here = self._opens(draft)
        for number in range(here - 1, max(-1, here - 1 - _REACH), -1):
            people = {
                id
                for mention, id in self.entities.within(sentences[number].span)
                if mention.form == "name" and self.entities.get(id).kind == "person"
            }
            if people:
                return people.pop() if len(people) == 1 else None
        return None
