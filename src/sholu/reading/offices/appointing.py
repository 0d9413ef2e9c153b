"""Russian appointments in other orders: «назначен министром X», «министром президент назначил X», several at once."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_SEVERAL = 2
_PEOPLE = 20
"""People at most in a list of those who are appointed together."""


class Appointing:
    """Makes links of the people whom verbs of one page put into offices that stand in the instrumental."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self._ending = {post.last: post for post in verbs.near.found}

    def join(self, post: Post) -> Link | None:
        """The one person of an office that nothing else gives to somebody."""
        if post.is_plural or not self._is_given(post):
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        return self._behind(post, sentence) or self._by_somebody(post, sentence)

    def several(self, post: Post) -> list[Link]:
        """«X, Y и Z назначены вице-премьерами», «вице-премьерами назначены X, Y и Z»."""
        acting = post.office.partition(" ")[0] in self.words.acting and post.last == post.head_last
        if not post.is_plural or acting or not self._is_given(post):
            return []
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        before = self.verbs.verb_before(post, sentence)
        if before is not None:
            verb, sense = before
            people = list(self._listed_before(verb, sentence))
        else:
            match = (
                self.words.verbs.at(self.tokens, post.last + 1, sentence.stop)
                if post.last + 1 < sentence.stop
                else None
            )
            if match is None:
                return []
            verb, sense = match.first, match.value
            people = list(self._listed_behind(match.last + 1))
        if len(people) < _SEVERAL:
            return []
        own = replace(post, is_plural=False)
        return [Link(one.id, one.first, one.last, own, "verb", sense, verb) for one in people]

    def _is_given(self, post: Post) -> bool:
        """Whether a title stands in the instrumental, as what somebody becomes."""
        if self.verbs.posts.tag != "ru":
            return False
        return any(form.case == "ins" for form in readings("ru", self.tokens[post.head_first].lower))

    def _behind(self, post: Post, sentence: Sentence) -> Link | None:
        """«В Оше назначен мэром X»: who stands behind the verb and the office."""
        before = self.verbs.verb_before(post, sentence)
        named = self._person(post.last + 1, sentence) if before is not None else None
        if before is None or named is None or not self.near.may_be_nominative(named):
            return None
        if "nom" not in (self._cases(named) or {"nom"}):
            return None
        return Link(named.id, named.first, named.last, self._seated(post, sentence), "verb", before[1], before[0])

    def _seated(self, post: Post, sentence: Sentence) -> Post:
        """«В Тюзском районе назначен акимом X»: an office over such lands is of the one that opens the sentence."""
        posts, at = self.verbs.posts, sentence.first + 1
        last, id = posts.bodies.get(at, (at, ""))
        bare = post.organisation is None and post.body is None and post.country is None
        if not bare or not id or self.tokens[at - 1].lower not in self.words.accredited:
            return post
        land = [token.lower for token in self.tokens[at : last + 1]]
        over = any(post.office in who and any(word.startswith(of) for word in land) for of, who in self.words.chief_of)
        return posts.with_owner(post, id) if over and posts.entities.get(id).kind == "place" else post

    def _by_somebody(self, post: Post, sentence: Sentence) -> Link | None:
        """«Министром труда президент (Y) назначил X»: who stands behind the one who appoints."""
        doer = post.last + 1
        title = self.near.starting.get(doer)
        verb = title.last + 1 if title is not None else doer
        if verb in self.verbs.posts.people:
            verb = self.verbs.posts.people[verb][0] + 1
        if verb == doer or verb >= sentence.stop:
            return None
        match = self.words.change["appoint"].at(self.tokens, verb, sentence.stop)
        named = self._person(match.last + 1, sentence) if match is not None else None
        if match is None or named is None or "acc" not in (self._cases(named) or {"acc"}):
            return None
        proposed = self.words.change["proposed"].at(self.tokens, verb, sentence.stop)
        return Link(named.id, named.first, named.last, post, "change", "will" if proposed else "become", verb)

    def _person(self, first: int, sentence: Sentence) -> Named | None:
        """Whoever is named from a token on, words of rank and office aside."""
        named = self.near.person_at(self.verbs.over_post(first)) if first < sentence.stop else None
        return None if named is None or named.first >= sentence.stop or self.near.is_pronoun(named) else named

    def _cases(self, named: Named) -> set[str]:
        words = tuple(token.text for token in self.tokens[named.first : named.last + 1] if token.is_word)
        return set(cases_of_name(words))

    def _listed_before(self, verb: int, sentence: Sentence) -> Iterator[Named]:
        """The people of the list that ends before a verb, from its end on."""
        j = verb - 1
        while j > sentence.first and (
            self.verbs.chunks.kind(j) == k.ADVERB or self.tokens[j].lower in self.words.sequels
        ):
            j -= 1
        for _ in range(_PEOPLE):
            named = self.near.person_ending(j) if j >= sentence.first else None
            if named is None or self.near.is_pronoun(named):
                return
            yield named
            title = self._ending.get(named.first - 1)
            j = (title.first if title is not None else named.first) - 1
            if j <= sentence.first or self.tokens[j].lower not in self.words.list_joins:
                return
            j -= 1

    def _listed_behind(self, first: int) -> Iterator[Named]:
        """The people of the list that begins at a token."""
        j = first
        for _ in range(_PEOPLE):
            named = self.near.person_at(self.verbs.over_post(j)) if j < len(self.tokens) else None
            if named is None or self.near.is_pronoun(named):
                return
            yield named
            j = named.last + 1
            if j >= len(self.tokens) or self.tokens[j].lower not in self.words.list_joins:
                return
            j += 1
