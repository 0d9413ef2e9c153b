"""Offices that the words before them say are left: «от должности министра», «с поста главы»; and who leaves them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.links import APPOSES, Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.posts import Post
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_FRAME = 4  # tokens in "from the post of"
_VERB = 4  # tokens in «подал в отставку»
_GIVING = ("appoint", "dismiss", "to_dismiss")
_ASIDE = frozenset({k.ADVERB, k.PREPOSITION})
_BETWEEN = 3  # tokens between two offices that are left together


class Leavings:
    """Who leaves an office of one page, by the words right before the office: "from the post of"."""

    def __init__(self, verbs: Verbs, found: Sequence[Post]) -> None:
        self.verbs = verbs
        self.near = verbs.near
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self._frames = dict(self._framed(found)) if self.words.change["left"] else {}

    def frame(self, post: Post) -> int | None:
        """The first token of the words that say that this office is left."""
        return self._frames.get(post.head_first)

    def join(self, post: Post) -> Link | None:
        """The person who leaves an office: right before these words, behind the office, or behind its verb."""
        frame = self.frame(post)
        if frame is None:
            return None
        sentence = self.page.sentence_at(self.tokens[post.first].start)
        named = self._behind(post, sentence) or self._before(frame, sentence) or self._who(frame, sentence)
        return Link(named.id, named.first, named.last, post, "verb", "leave", frame) if named else None

    def settled(self, links: Iterable[Link]) -> Iterator[Link]:
        """The links, each of an office that is left as one of somebody who leaves it."""
        for link in links:
            frame = self.frame(link.post)
            if frame is not None and link.sense != "leave" and not _follows(link):
                link = replace(link, sense="leave", verb=frame, is_former=True)
            yield link

    def _framed(self, found: Sequence[Post]) -> Iterator[tuple[int, int]]:
        """Words of office with the first token of those that say they are left; what is joined to such ones is too."""
        before: tuple[Post, int] | None = None
        for post in found:
            frame = self._frame_before(post)
            if frame is None and before is not None and self._goes_on(before[0], post):
                frame = before[1]
            before = (post, frame) if frame is not None else None
            if frame is not None:
                yield post.head_first, frame

    def _frame_before(self, post: Post) -> int | None:
        end = self.near.over_articles(post.first - 1)
        first = self.page.sentence_at(self.tokens[post.first].start).first
        for start in range(max(first, end - _FRAME + 1), end + 1):
            match = self.words.change["left"].at(self.tokens, start, end + 1)
            if match is not None and match.last == end:
                return start
        return None

    def _goes_on(self, before: Post, post: Post) -> bool:
        """Whether two offices stand side by side: «от должности главы кабмина — руководителя аппарата»."""
        between = self.tokens[before.last + 1 : post.first]
        return 0 < len(between) <= _BETWEEN and all(
            token.lower in self.words.joins or token.text in APPOSES for token in between
        )

    def _before(self, frame: int, sentence: Sentence) -> Named | None:
        """«освободил X от должности», «а X — от должности»."""
        i = frame - 1
        if i > sentence.first and self.tokens[i].text in APPOSES:
            i -= 1
        named = self.near.person_ending(i) if i >= sentence.first else None
        return None if named is None or self.near.is_pronoun(named) else named

    def _who(self, frame: int, sentence: Sentence) -> Named | None:
        """«X освобождён от прежней должности»: whoever is said to leave, by words that end before these."""
        for verb in range(frame - 1, max(sentence.first, frame - _VERB) - 1, -1):
            match = self.words.change["left_by"].at(self.tokens, verb, frame)
            if match is not None and match.last == frame - 1:
                return self.verbs.subject(verb)
            match = self.words.change["dismiss"].at(self.tokens, verb, frame)
            if match is not None and match.last == frame - 1:
                return self._object(verb, sentence)
        return None

    def _object(self, verb: int, sentence: Sentence) -> Named | None:
        """«X в мае освободили от должности»: a name in the accusative before a verb of whoever dismisses."""
        at = verb - 1
        while at > sentence.first and (at in self.verbs.posts.timed or self.verbs.chunks.kind(at) in _ASIDE):
            at -= 1
        named = self.near.person_ending(at)
        if named is None or self.near.is_pronoun(named):
            return self.verbs.subject(verb) if self.tokens[at].lower in self.words.objects_who else None
        words = tuple(token.text for token in self.tokens[named.first : named.last + 1] if token.is_word)
        cases = cases_of_name(words)
        able = (
            self.tokens[verb].lower.endswith(self.words.of_several) or "nom" not in cases
        )  # several, and so none named alone
        return named if "acc" in cases and able else None

    def _behind(self, post: Post, sentence: Sentence) -> Named | None:
        """«с поста министра X», «с поста министра освобождён X»."""
        i = post.last + 1
        match = self.words.change["dismiss"].at(self.tokens, i, sentence.stop) if i < sentence.stop else None
        named = self.near.person_at(self.near.over_ranks(match.last + 1 if match else i))
        inside = named is not None and named.first < sentence.stop
        return None if named is None or not inside or self.near.is_pronoun(named) else named


def _follows(link: Link) -> bool:
    """Whether somebody takes an office that another leaves: the words that say so stand behind it."""
    return link.sense in ("become", "will") and link.verb is not None and link.verb > link.post.last


def acts_on(link: Link, verbs: Verbs) -> bool:
    """Russian: «президент внёс кандидатуру Петрова»: a title whose holder does something to who stands behind."""
    between = range(link.post.last + 1, link.person_first)
    lone = verbs.posts.tag == "ru" and link.basis == "marked" and link.sense is None
    head = readings("ru", verbs.tokens[link.post.head_first].lower) if lone else ()
    acts = any(form.case == "nom" and form.number != "plural" for form in head)
    return acts and any(verbs.chunks.kind(j) == k.VERB for j in between)


def gives(link: Link, verbs: Verbs) -> bool:
    """ "X appointed a new minister", «X освободил чиновника от должности главы»: what the encoder gives to the doer."""
    if link.basis != "marked" or link.sense is not None or verbs.words.before_title:
        return False
    change, first, last = verbs.words.change, link.person_last + 1, link.post.first
    return any(
        not verbs.chunks.is_passive(verb) and not verbs.is_participle(verb)
        for verb in range(first, last)
        if any(change[name].at(verbs.tokens, verb, last) for name in _GIVING)
    )


def disagrees(link: Link, verbs: Verbs) -> bool:
    """Russian: «указом президента Иван Петров назначен», «Иван Петров, министром»: title and name in other cases."""
    post, tokens = link.post, verbs.tokens
    if verbs.posts.tag != "ru" or link.sense is not None or not (link.basis == "apposition" or _is_behind(link, verbs)):
        return False
    title = {form.case for form in readings("ru", tokens[post.head_first].lower) if form.number != "plural"} - {""}
    words = tuple(token.text for token in tokens[link.person_first : link.person_last + 1] if token.is_word)
    if title == {"nom"} and _is_oblique(link, words, verbs):
        return True
    genitive = "gen" in title and "nom" not in title
    if genitive and _is_owned(link, verbs) and words and (name := cases_of_name(words)) and "gen" not in name:
        return True  # «заведующую отделом аппарата президента Миру Петрову»
    single = len(words) == 1 and not words[0].lower().endswith(verbs.words.declined)
    if not title or single or any(word[-1] == "." for word in words):
        return False
    return cases_of_name(words) == {"nom"} and "nom" not in title


def _is_owned(link: Link, verbs: Verbs) -> bool:
    """Whether a title stands right behind the noun of a body, and says whose it is: «аппарата президента»."""
    before = link.post.first - 1
    return link.basis in ("before", "marked") and before >= 0 and verbs.tokens[before].lower in verbs.words.led_bodies


def _is_oblique(link: Link, words: Sequence[str], verbs: Verbs) -> bool:
    """«пресс-секретарь Грушина»: of somebody called Грушин: the name has another form than in the nominative."""
    person = verbs.posts.entities.get(link.person)
    name = person.name.replace("-", " ").lower().split()
    said = [part for word in words for part in word.lower().replace("-", " ").split()]
    if not said or link.basis != "before" or any(part in name for part in said):
        return False
    mentions = verbs.posts.entities.mentions(link.person)
    texts = (verbs.page.text[mention.start : mention.end] for mention in mentions if mention.form == "name")
    return any(name[-1] in text.replace("-", " ").lower().split() for text in texts)


def _is_behind(link: Link, verbs: Verbs) -> bool:
    """Whether a name stands right behind its title."""
    return verbs.near.over_ranks(link.post.last + 1) == link.person_first
