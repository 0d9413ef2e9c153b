"""Whose a figure is by the grammar of its clause: who got what was given, who lost what was taken, else who did it."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sholu.model.reading import Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.dateline import dateline
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.countries import Countries
from sholu.reading.quantities.deeds import Deeds
from sholu.reading.quantities.lexicon import UnitWords, is_of_votes
from sholu.reading.quantities.parties import Part, Parties, Party
from sholu.reading.quantities.places import Places
from sholu.text.tokens import tokenise

Why = Literal[
    "owner", "taken", "given", "punished", "harmed", "voting", "account", "subject", "participle", "before", "relative",
    "country", "having",
]  # fmt: skip
GIVEN: frozenset[Why] = frozenset({"owner", "given", "taken", "punished", "voting", "country", "having"})
"""What tells whose a figure is more surely than the subject of its verb does."""
_SEATS = 1000  # more votes than any body has
_BODIES = frozenset({"organisation", "facility"})
_LEGISLATURE = "LEG"
_OFFICIAL = frozenset({"GOV", "JUD", "COP", "LEG"})
_FAR = 1200  # code points back to the body that votes
_WIDE = 30  # tokens over which a mention before a comma may reach
_BEHIND = 4  # tokens from a sum to "for" whom it is


class Holder(NamedTuple):
    """Whose a figure is, and what tells it."""

    id: str
    why: Why


class Holders:
    """Finds the holders of the figures of one page."""

    def __init__(self, page: Page, words: UnitWords, times: Sequence[TimeExpression], entities: EntityIndex) -> None:
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.tag = page.language.tag
        self.chunks = chunks_of(page)
        dated = frozenset(j for time in times for j in range(*page.token_range(time.span)))
        self.deeds = Deeds(page, words)
        self.countries = Countries(page, words, entities)
        self.places = Places(page, words, entities)
        self.parties = Parties(page, words, entities, dated)
        self._senders = self._named_in_dateline(dated)

    def of(self, item: Quantity) -> Holder | None:
        """Whose the figure is: by its clause, else by what the text is about where it must be somebody's."""
        country = self.countries.of(item)
        if country is not None:
            return Holder(country, "country")
        found = self._in_clause(item)
        if found is None and item.measure and self._is_account(item.measure):
            body = self._body_before(item.evidence.start)
            return Holder(body, "account") if body else None
        return found

    def is_sender(self, id: str) -> bool:
        """Whether somebody is but the outlet that the dateline names."""
        return id in self._senders

    def _named_in_dateline(self, dated: frozenset[int]) -> frozenset[str]:
        """The outlets that the dateline names, by name or by address, and nothing behind it."""
        opening = self.page.paragraphs[0] if self.page.paragraphs else Span(0, 0)
        outlets = [(one, id) for one, id in self.entities.within(opening) if self.entities.get(id).kind == "outlet"]
        named = {i for mention, _ in outlets for i in range(*self.page.token_range(mention.span))}
        count = dateline(self.page, dated | named)
        end = self.page.span(0, count - 1).end if count else 0
        sent = {id for mention, id in outlets if mention.end <= end}
        return frozenset(id for id in sent if all(mention.end <= end for mention in self.entities.mentions(id)))

    def _is_account(self, measure: str) -> bool:
        words = tokenise(measure.lower())
        return any(self.words.holders.accounts.at(words, at) for at in range(len(words)))

    def _body_before(self, at: int) -> str | None:
        """The body that was mentioned most before, of equals the first; offices only tell of accounts of others."""
        counts: Counter[str] = Counter()
        for _, id in self.entities.within(Span(max(0, at - _FAR), at)):
            entity = self.entities.get(id)
            if entity.kind in _BODIES and _OFFICIAL.isdisjoint(entity.sector):
                counts[id] = counts[id] + 1
        return max(counts, key=counts.__getitem__, default=None)

    def _in_clause(self, item: Quantity) -> Holder | None:
        first, stop = self.page.token_range(item.evidence)
        if first >= stop:
            return None
        last = stop - 1
        clause = self.deeds.clause(first, last)
        owner = self._owner(item, first, last, clause)
        if owner is not None:
            return Holder(owner.id, "owner")
        having = self._with(first, clause)
        if having is not None:
            return Holder(having.id, "having")
        voting = self._voting(first, clause) if self._is_ballot(item) else None
        if voting is not None:
            return Holder(voting, "voting")
        verb = self.deeds.verb(first, last, clause)
        others = self._others(first, last, clause)
        if verb is None:
            found = self._nearest(others, first, "from") if self.tag == "ru" else None
            return Holder(found.id, "taken") if found else None
        return self._by_verb(verb, first, last, others, clause, item.unit) or self._where(first)

    def _where(self, first: int) -> Holder | None:
        """ "Nahrin, where 9,000 families depend on them"."""
        place = self.places.told_of(first)
        return Holder(place, "relative") if place else None

    def _others(self, first: int, last: int, clause: tuple[int, int]) -> list[Party]:
        """Everybody in the clause but those inside the figure itself."""
        return [one for one in self.parties.of(clause) if one.last < first or one.first > last]

    def _owner(self, item: Quantity, first: int, last: int, clause: tuple[int, int]) -> Party | None:
        """ "the firm's 1,900 employees", «двое наблюдателей Коалиции»: whose the counted noun is."""
        for one in self.parties.of(clause):
            begin, stop = self.page.token_range(one.mention.span)
            if one.part != "owner" or (begin <= first and last <= stop):
                continue
            behind = self.tag != "kk" and last - 1 <= one.first <= last + 2 and one.last > last - 1
            inside = first <= begin and stop - 1 <= last and item.unit not in self.words.currencies  # "U.S. dollars"
            before = stop == first and self.tag != "ru"
            if behind or inside or before:
                return one
        return None

    def _with(self, first: int, clause: tuple[int, int]) -> Party | None:
        """ "Steppe Capital, a lender with 27,000 depositors": who has what stands behind "with"."""
        if self.tag != "en" or first <= clause[0] or self.tokens[first - 1].lower not in self.words.holders.having:
            return None
        last = self._over_brackets(first - 2, clause[0])
        comma = next((at for at in range(last, clause[0], -1) if self.tokens[at].text == ","), None)
        ends = {last} if comma is None else {last, comma - 1}
        return next((one for one in self.parties.of(clause) if one.last in ends), None)

    def _over_brackets(self, last: int, first: int) -> int:
        """The token before brackets that end at token `last`: "the People's Party (PP) with 59 seats"."""
        if self.tokens[last].text != ")":
            return last
        return next((at - 1 for at in range(last - 1, first, -1) if self.tokens[at].text == "("), last)

    def _voting(self, first: int, clause: tuple[int, int]) -> str | None:
        """ "Parliament passed the law by 67 votes": the body that decides in the sentence, else the last one named."""
        own = [
            one for one in self.parties.of(clause) if self._is_body(one.id) and one.part in ("subject", "by", "owner")
        ]
        if own:
            return own[0].id
        far = max(0, self.tokens[first].start - _FAR)
        bodies = [id for _, id in self.entities.within(Span(far, self.tokens[first].start)) if self._is_body(id)]
        return bodies[-1] if bodies else None

    def _is_ballot(self, item: Quantity) -> bool:
        """Whether votes of a body are counted, not those of its voters."""
        figure = item.value if item.value is not None else item.high or item.low or 0
        return item.unit == "count" and figure < _SEATS and is_of_votes(item.measure, self.tag)

    def _is_body(self, id: str) -> bool:
        entity = self.entities.get(id)
        return entity.kind == "organisation" and _LEGISLATURE in entity.sector

    def _by_verb(
        self, verb: int, first: int, last: int, others: list[Party], clause: tuple[int, int], unit: str
    ) -> Holder | None:
        deeds = self.deeds.of(verb).union(*(self.deeds.of(at) for at in range(verb + 1, first)))
        passive = self.deeds.is_passive(verb)
        if "punishes" in deeds:
            found = self._nearest(others, first, "subject" if passive else "object")
            if found:
                return Holder(found.id, "punished")
        if "takes" in deeds:
            found = self._nearest(others, first, "from")
            if found:
                return Holder(found.id, "taken")
        if "gives" in deeds:
            found = self._nearest(others, first, "to") or self._indirect(others, verb, first)
            if found:
                return Holder(found.id, "given")
        elif unit in self.words.currencies:
            found = next((one for one in others if one.part == "to" and last < one.first <= last + _BEHIND), None)
            if found:
                return Holder(found.id, "given")
        if "punishes" in deeds:
            found = self._nearest(others, first, "to")
            return Holder(found.id, "punished") if found else None
        if "harms" in deeds:
            return self._harmed(clause)
        if "takes" in deeds and passive:
            return self._harmed(clause)
        if self._is_described(verb):
            found = self._antecedent(verb)
            return Holder(found.id, "participle") if found else None
        if unit in self.words.durations:
            found = self._nearest(others, first, "object")
            if found:
                return Holder(found.id, "punished")
        found = self._nearest(others, verb, "by") if passive else self._told_to(verb, others)
        found = found or self._subject(verb, others, clause)
        return Holder(found.id, "subject") if found else None

    def _indirect(self, others: list[Party], verb: int, first: int) -> Party | None:
        """ "paid the bereaved 20,000 dinars": who stands between the verb and what is given."""
        between = [one for one in others if verb < one.first and one.last < first and one.part == "object"]
        return between[-1] if between and self.tag == "en" else None

    def _told_to(self, verb: int, others: list[Party]) -> Party | None:
        """ "ordered the firm to pay 8,000 rubles": who is told to do what the verb says."""
        between = [one for one in others if one.last < verb and one.part in ("object", "to")]
        if not between:
            return None
        teller = between[-1].first - 1
        near = range(teller, max(-1, teller - _BEHIND), -1)
        return between[-1] if any("tells" in self.deeds.of(at) for at in near) else None

    def _harmed(self, clause: tuple[int, int]) -> Holder | None:
        """«обстреляли наряд, двое ранены»: those to whom the clause before tells that something was done."""
        sentence = self.page.sentence_at(self.tokens[clause[0]].start)
        if clause[0] <= sentence.first:
            return None
        before = self.parties.of(self.chunks.clause_at(clause[0] - 1))
        found = [one for one in before if one.part in ("object", "to", "from")]
        return Holder(found[-1].id, "harmed") if found else None

    def _is_described(self, verb: int) -> bool:
        """«комбината, задолжавшего 9 млрд»: a participle set off from the noun that it tells of."""
        return self.chunks.kind(verb) == k.PARTICIPLE and verb > 0 and self.tag != "kk"

    def _antecedent(self, at: int) -> Party | None:
        """Who is mentioned right before the comma that stands before token `at`."""
        lowest = max(self.page.sentence_at(self.tokens[at].start).first, at - _WIDE)
        comma = next((j for j in range(at, lowest, -1) if self.tokens[j].text == ","), None)
        return None if comma is None else self._ending(comma - 1, lowest)

    def _subject(self, verb: int, others: list[Party], clause: tuple[int, int]) -> Party | None:
        """Who does what the verb says: in its clause, before a relative clause, or in the clause that it goes on."""
        relative = next((at for at in range(verb, clause[0] - 1, -1) if self.chunks.kind(at) == k.RELATIVE), None)
        found = [one for one in others if one.part == "subject" and (relative is None or one.first > relative)]
        before = [one for one in found if one.last < verb]
        if before:
            return before[-1]
        after = [one for one in found if "," not in {token.text for token in self.tokens[verb : one.first]}]
        if after:
            return after[0]
        if relative is not None:
            return self._before_relative(relative)
        return None

    def _before_relative(self, at: int) -> Party | None:
        sentence = self.page.sentence_at(self.tokens[at].start)
        end = at - 1
        while end > sentence.first and (self.tokens[end].text == "," or self.chunks.kind(end) == k.PREPOSITION):
            end -= 1
        return self._ending(end, max(sentence.first, end - _WIDE))

    def _ending(self, last: int, first: int) -> Party | None:
        """Who is mentioned last among these tokens, right before their end."""
        near = [one for one in self.parties.of((first, last)) if one.last >= last - 1]
        return near[-1] if near else None

    def _nearest(self, others: list[Party], first: int, part: Part) -> Party | None:
        """Who plays this part nearest to the figure, before it if anybody does."""
        found = [one for one in others if one.part == part]
        before = [one for one in found if one.last < first]
        return before[-1] if before else found[0] if found else None
