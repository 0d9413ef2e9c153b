"""Which words of a sentence report an event where they stand: a word like "strike" may be a verb, a noun or a title."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.chunks.verbs import BASE, ING, PARTICIPLE, THIRD
from sholu.reading.events.background import is_background
from sholu.reading.events.lexicon import SETTLED, Gapped, Hit, Rule, triggers, words
from sholu.reading.events.russian_participles import only_names
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.turned import turned
from sholu.reading.languages.morphology import readings
from sholu.text.sentences import Sentence

NOTHING = "-"
"""The type of patterns that look like a trigger and are none."""
_TITLE = 4  # tokens in the name of a film or an action
_BLAST = "explosives"
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.AUXILIARY})
_DOING = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
_SUBJECT = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.PRONOUN})
_SAID = frozenset({"PROTEST", "ACCUSE", "CONCEDE", "SUPPORT"})  # types of which a verb may only tell how one spoke
_NOMINAL = frozenset({"noun", "adjective"})
_BEHIND_NOUN = frozenset({kinds.MARK, kinds.PREPOSITION, kinds.CONJUNCTION, kinds.VERB, kinds.AUXILIARY})
_BEHIND_FRESH = _BEHIND_NOUN | {kinds.RELATIVE, kinds.SUBORDINATOR}
_MAYBE = frozenset({kinds.NOUN, kinds.PREPOSITION})
_OBJECT = frozenset({kinds.DETERMINER, kinds.NUMBER, kinds.NOUN, kinds.ADJECTIVE, kinds.PRONOUN})


class Spotter:
    """Finds the triggers of one page."""

    def __init__(self, chunks: Chunks, dated: AbstractSet[int] = frozenset()) -> None:
        """`dated` are the tokens of expressions of time."""
        self.dated = dated
        self.chunks = chunks
        self.page = chunks.page
        self.tag = chunks.language
        self.verbs, self.nouns = triggers(self.tag)
        self._quotes = frozenset(quote.inner.end + 1 for quote in self.page.quotes)

    def hits(self, sentence: Sentence) -> list[Hit[Rule]]:
        """Triggers that do not overlap, verbs before nouns, in order."""
        return [hit for hit in self._chosen(sentence) if hit.value.type != NOTHING]

    def mistakable(self, sentence: Sentence) -> list[Hit[Rule]]:
        """The words that only look like triggers, "fired the imagination"."""
        return [hit for hit in self._chosen(sentence) if hit.value.type == NOTHING]

    def _chosen(self, sentence: Sentence) -> list[Hit[Rule]]:
        tokens = self.page.tokens
        taken: set[int] = set()
        chosen: list[Hit[Rule]] = []
        found = map(self._predicated, self.verbs.find(tokens, sentence.first, sentence.stop))
        verbs = [hit for hit in (self._undated(hit, self.verbs) for hit in found) if hit and self._is_verb(hit)]
        behind_objects: list[Hit[Rule]] = []
        if self.tag == "en":
            behind_objects = list(turned(self.chunks, self.verbs, sentence))
            verbs.extend(behind_objects)
            verbs = [self._quoting(hit) for hit in verbs]
            verbs = [self._denying(hit) for hit in verbs]
        elif self.tag == "ru":
            verbs.extend(hit for hit in self._beyond_days(sentence) if self._is_verb(hit))
        named = (self._undated(hit, self.nouns) for hit in self.nouns.find(tokens, sentence.first, sentence.stop))
        nouns = [hit for hit in named if hit and self._is_noun(hit)]
        accident = self.accident(sentence)
        first = [*verbs, *(hit for hit in nouns if hit.value.type == NOTHING and hit.last > hit.first)]
        for hit in (*sorted(first, key=lambda hit: (-hit.literal, hit.first)), *nouns):
            behind = hit in behind_objects and hit.first - 1 in taken  # "rejected an appeal lodged by"
            if taken.isdisjoint(range(hit.first, hit.last + 1)) and not behind:
                taken.update(range(hit.first, hit.last + 1))
                none = accident and hit.value.type == "ASSAULT" and hit.value.mode == _BLAST
                chosen.append(hit._replace(value=hit.value._replace(type=NOTHING)) if none else hit)
        chosen.sort(key=lambda hit: hit.first)
        return self._foreground(chosen) if self.tag == "kk" else chosen

    def _beyond_days(self, sentence: Sentence) -> Iterator[Hit[Rule]]:
        """Russian: verbs whose further words stand behind a day, «принял [в среду] отставку»."""
        tokens, stop = self.page.tokens, sentence.stop
        if self.dated.isdisjoint(range(sentence.first, stop)):
            return
        for i in self.verbs.starts(tokens, sentence.first, stop):
            after = self._past_day(i + 1, stop)
            if after == i + 1:
                continue
            hit = self.verbs.at([tokens[i], *tokens[after:stop]], 0, stop - after + 1)
            if hit is not None and hit.literal > 1:
                yield hit._replace(first=i, last=after + hit.last - 1 if hit.last else i)

    def _past_day(self, i: int, stop: int) -> int:
        """The first token behind a day that begins at token `i` with a preposition or goes on behind a comma."""
        j = i
        while j < stop:
            leads = self.chunks.kind(j) == kinds.PREPOSITION or (j > i and self.page.tokens[j].text == ",")
            if j not in self.dated and not (leads and j + 1 in self.dated):
                break
            j += 1
        inside = [self.page.tokens[k].text for k in range(i, j)]
        closes = "," in inside and j < stop and self.page.tokens[j].text == ","
        return j + closes if any(k not in self.dated for k in range(i, j)) else i

    def _foreground(self, chosen: list[Hit[Rule]]) -> list[Hit[Rule]]:
        """The same, with those that only tell what is asked, denied or known made no triggers."""
        following = [*chosen, None][1:]
        return [
            hit._replace(value=hit.value._replace(type=NOTHING)) if is_background(self.chunks, hit, behind) else hit
            for hit, behind in zip(chosen, following, strict=True)
        ]

    def accident(self, sentence: Sentence) -> bool:
        """English: whether a sentence tells what blew up by itself: "a methane blast", "gas exploded"."""
        if self.tag != "en":
            return False
        told = {self.page.tokens[i].lower for i in range(sentence.first, sentence.stop)}
        return bool(told & words("en", "grammar", "accidents")) and bool(told & words("en", "grammar", "blasts"))

    def _predicated(self, hit: Hit[Rule]) -> Hit[Rule]:
        """English: a pattern of verbs that begins with their subject, "talks broke down": the verb is the trigger."""
        if self.tag != "en" or hit.last == hit.first or self.chunks.kind(hit.first) not in _SUBJECT:
            return hit
        verbal = [i for i in range(hit.first + 1, hit.last + 1) if self.chunks.kind(i) in _DOING]
        return hit._replace(first=verbal[0]) if verbal else hit

    def _quoting(self, hit: Hit[Rule]) -> Hit[Rule]:
        """A verb right behind a quotation tells how it was said: no deed in '"We all pay," protested the baker'."""
        i = hit.first - 1
        after = i >= 0 and self.page.tokens[i].end in self._quotes
        if not after or hit.last > hit.first or hit.value.type not in _SAID:
            return hit
        return hit._replace(value=hit.value._replace(type=NOTHING))

    def _denying(self, hit: Hit[Rule]) -> Hit[Rule]:
        """ "denied taking bribes" refuses nothing to anybody."""
        following = hit.last + 1
        denies = self.page.tokens[hit.first].lower in words("en", "grammar", "denying_gerund")
        if not denies or following >= len(self.page.tokens) or self.chunks.kind(following) != kinds.GERUND:
            return hit
        return hit._replace(value=hit.value._replace(type=NOTHING))

    def _undated(self, hit: Hit[Rule], lexicon: Gapped[Rule]) -> Hit[Rule] | None:
        """The hit without a preposition that belongs to a date: "was fired on Friday" is no "fire on"."""
        last = hit.last
        if self.tag != "en" or last == hit.first or last + 1 not in self.dated:
            return hit
        if self.chunks.kind(last) != kinds.PREPOSITION:
            return hit
        return lexicon.at(self.page.tokens, hit.first, last)

    def _is_verb(self, hit: Hit[Rule]) -> bool:
        if self.tag == "ru" and (self._noun_of_action(hit.first) or self._in_title(hit) or self._only_noun(hit)):
            return False
        if self.tag == "ru" and hit.first == hit.last and self.names_people(hit.first):
            return False
        if self.tag == "kk":
            return self._closes_clause(hit)
        if self.tag != "en":
            return True
        kind = self.chunks.kind(hit.first)
        lower = self.page.tokens[hit.first].lower
        if kind == kinds.PARTICIPLE and lower in words(self.tag, "grammar", "adjectival"):
            return False
        if hit.first == hit.last and lower in words(self.tag, "grammar", "adjectives"):
            return False
        if kind == kinds.GERUND and self._names_deed(hit):
            return False
        if hit.first and kind == kinds.GERUND and lower in words(self.tag, "grammar", "describing_participles"):
            return self.chunks.kind(hit.first - 1) != kinds.NOUN
        if hit.first and self._predicate(hit.first):
            return True
        if kind in _MAYBE and (self._headline_verb(hit) or self._plural_verb(hit)):
            return True
        before = self.page.tokens[hit.first - 1].lower if hit.first else ""
        if before in words(self.tag, "grammar", "infinitive") and lower not in self.chunks.grammar.verbs:
            return True  # a verb that the grammar does not know, "had to baton-charge"
        if self.chunks.kind(max(0, hit.first - 1)) == kinds.AUXILIARY and hit.first == hit.last:
            return False
        return kind in _VERBAL or (
            hit.literal > 2 and self.page.tokens[hit.first].shape == "lower" and kind != kinds.NOUN
        )

    def _names_deed(self, hit: Hit[Rule]) -> bool:
        """ "Fighting broke out", "the heavy shelling": whether a verb in "-ing" is a noun that the lexicon has."""
        i = hit.first
        if hit.last > i or self.nouns.at(self.page.tokens, i, i + 1) is None:
            return False
        following = self.chunks.kind(i + 1) if i + 1 < len(self.page.tokens) else kinds.MARK
        before = self.chunks.kind(i - 1) if i else kinds.MARK
        finite = following in (kinds.VERB, kinds.AUXILIARY) and before != kinds.AUXILIARY
        bare = before == kinds.PREPOSITION and following in _BEHIND_NOUN  # "weeks of shelling", not "of killing five"
        narrowed = before == kinds.NOUN and i > 1 and self.chunks.kind(i - 2) == kinds.PREPOSITION
        fresh = narrowed and following in _BEHIND_FRESH  # "after fresh fighting that killed ten"
        return finite or bare or fresh or before in (kinds.DETERMINER, kinds.ADJECTIVE)

    def _closes_clause(self, hit: Hit[Rule]) -> bool:
        """Whether a Kazakh word is a verb here: "қатысты" before a noun only means "about".

        A word that tells what was said where a clause stands before it ("дайын екенін жеткізді") is no deed either.
        """
        tokens, last = self.page.tokens, hit.last
        lower = tokens[last].lower
        if lower in words(self.tag, "grammar", "telling") and hit.first:
            return not tokens[hit.first - 1].lower.endswith(tuple(words(self.tag, "grammar", "told_endings")))
        if lower not in words(self.tag, "grammar", "also_postpositions") or last + 1 >= len(tokens):
            return True
        return tokens[last + 1].shape == "mark" or self.chunks.kind(last + 1) == kinds.AUXILIARY

    def _headline_verb(self, hit: Hit[Rule]) -> bool:
        """A present form between a name and an object, "Norland frees dozens", although it may also be a noun."""
        i, tokens = hit.first, self.page.tokens
        form = self.chunks.grammar.verbs.get(tokens[i].lower)
        if i == 0 or hit.last + 1 >= len(tokens) or form is None or THIRD not in form.forms or tokens[i].is_capitalised:
            return False
        named = tokens[i - 1].is_capitalised and self.chunks.kind(i - 1) == kinds.NOUN
        settled = hit.last > i and hit.value.weight >= SETTLED
        return named and (settled or self.chunks.kind(hit.last + 1) in _OBJECT)

    def _plural_verb(self, hit: Hit[Rule]) -> bool:
        """A base form between a plural and an object, "auditors fault the mayor", "dockers down tools"."""
        i, tokens = hit.first, self.page.tokens
        form = self.chunks.grammar.verbs.get(tokens[i].lower)
        if i == 0 or hit.last + 1 >= len(tokens) or self.chunks.kind(i - 1) != kinds.NOUN or tokens[i].is_capitalised:
            return False
        if hit.last > i:
            return hit.value.weight >= SETTLED and self.chunks.kind(hit.last) == kinds.NOUN
        plural = tokens[i - 1].lower.endswith("s") or tokens[i - 1].lower in words(self.tag, "grammar", "many")
        object = self.chunks.kind(i + 1) in (kinds.DETERMINER, kinds.PRONOUN) or tokens[i + 1].is_capitalised
        base = not tokens[i].lower.endswith("s") if form is None else BASE in form.forms
        return plural and object and base

    def _predicate(self, i: int) -> bool:
        """Whether the word after an auxiliary can be its verb: no plain form after "was", as in "was fine"."""
        chunks = self.chunks
        if chunks.kind(i - 1) != kinds.AUXILIARY:
            return False
        form = chunks.grammar.verbs.get(self.page.tokens[i].lower)
        after_be = chunks.grammar.group.get(self.page.tokens[i - 1].lower) == "be"
        return not after_be or form is None or PARTICIPLE in form.forms or ING in form.forms

    def _is_noun(self, hit: Hit[Rule]) -> bool:
        if self.tag == "ru" and (self._in_title(hit) or self._is_setting(hit)):
            return False
        if self.tag != "en":
            return True
        return self.chunks.kind(hit.first) != kinds.VERB and not self._is_body(hit)

    def _is_body(self, hit: Hit[Rule]) -> bool:
        """ "the Opposition to boycott the vote": a party, and what it is to do."""
        i = hit.last + 1
        if self.page.tokens[hit.first].lower not in words("en", "grammar", "bodies") or i >= len(self.page.tokens):
            return False
        form = self.chunks.grammar.verbs.get(self.page.tokens[i].lower)
        verb = self.chunks.kind(i) == kinds.VERB or (form is not None and BASE in form.forms)
        return verb and self.page.tokens[hit.last].lower in words("en", "grammar", "infinitive")

    def _is_setting(self, hit: Hit[Rule]) -> bool:
        """Russian: «в ходе митинга милиция задержала»: a bare noun that only tells when something else happened."""
        i, tokens = hit.first - 1, self.page.tokens
        while i > 0 and self.chunks.kind(i) == kinds.ADJECTIVE:
            i -= 1
        if i < 0 or self.chunks.kind(i) in _VERBAL:
            return False
        if self._is_asked_for(i):
            return True
        owned = i > 0 and tokens[i].lower in words(self.tag, "grammar", "owners")
        before = tokens[i - owned].lower
        stems = tuple(words(self.tag, "grammar", "setting"))
        if not before.startswith(stems) and before not in russian_words("setting"):
            return False
        if owned:
            return True  # «после его ареста»
        behind = hit.last + 1
        if behind >= len(tokens) or self.chunks.kind(behind) in (kinds.PREPOSITION, kinds.CONJUNCTION):
            return False
        named = tokens[behind].is_word and any(form.case == "gen" for form in readings("ru", tokens[behind].lower))
        return not named or self.chunks.kind(behind) in (kinds.VERB, kinds.AUXILIARY)

    def _is_asked_for(self, i: int) -> bool:
        """Russian: «резолюция о прекращении огня», «с требованием разгона»: what a paper only wants."""
        if i > 0 and self.page.tokens[i].lower in russian_words("asking_behind"):
            i -= 1
        return self.page.tokens[i].lower.startswith(tuple(russian_words("asking")))

    def names_people(self, i: int) -> bool:
        """Russian: whether a participle only names or describes people, «задержанный рассказал»."""
        return self.tag == "ru" and only_names(self.chunks, i, self.dated)

    def _noun_of_action(self, i: int) -> bool:
        """Russian: «заключение» begins as «заключил» does, and is a noun."""
        if self.chunks.kind(i) == kinds.NOUN and self.nouns.at(self.page.tokens, i, len(self.page.tokens)) is not None:
            return True  # «протест» in «акция протеста»: the words for nouns have it
        endings = tuple(words(self.tag, "grammar", "action_endings"))
        return self.chunks.kind(i) == kinds.NOUN and self.page.tokens[i].lower.endswith(endings)

    def _only_noun(self, hit: Hit[Rule]) -> bool:
        """Russian: whether a word that begins as a verb does is none, «экспорт», «спасатели», «обвинительный»."""
        if hit.first != hit.last:
            return False
        word = self.page.tokens[hit.first].lower
        if self.chunks.kind(hit.first) == kinds.NOUN:
            return not word.endswith(tuple(words(self.tag, "grammar", "verb_endings")))
        found = readings(self.tag, word)
        return all(form.known and form.part in _NOMINAL and form.case for form in found)

    def _in_title(self, hit: Hit[Rule]) -> bool:
        """Russian: whether the words stand in a short name in quotation marks, фильм «Анатомия протеста»."""
        start = self.page.tokens[hit.first].start
        quote = next((quote for quote in self.page.quotes if quote.inner.start <= start < quote.inner.end), None)
        if quote is None:
            return False
        first, stop = self.page.token_range(quote.inner)
        behind = self.page.tokens[first - 2] if first > 1 else None
        return stop - first <= _TITLE and stop - first > 1 and behind is not None and behind.shape == "lower"
