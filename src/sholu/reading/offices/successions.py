"""Changes in office: "the replacement of Minister X by Y", "Y replaced Prime Minister X", "Governor X resigned"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.reading.chunks import kinds as k
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import features, readings
from sholu.reading.offices.links import Link
from sholu.reading.offices.passing import Named
from sholu.reading.offices.verbs import Verbs
from sholu.text.sentences import Sentence

_FAR = 20  # tokens in which the successor, or the verb of leaving, is looked for
_NEAR = 4
_CUE = 6  # tokens in «увольнении с государственной гражданской службы»
_CLAUSE = 12  # tokens between a person and the verb that dismisses them
_ENDS = frozenset(";:«»")


class Successions:
    """Makes links of those who leave and follow out of links of who holds an office in the same sentence."""

    def __init__(self, verbs: Verbs) -> None:
        self.verbs = verbs
        self.page = verbs.page
        self.tokens = verbs.tokens
        self.words = verbs.words
        self.people = verbs.posts.people
        self._offices: dict[str, str] = {}
        self._joins = frozenset({",", *self.words.joins})

    def of(self, links: Sequence[Link]) -> list[Link]:
        """The further links, in order."""
        found: list[Link] = []
        for link in links:
            if link.sense is None and link.post.office in self.words.appointers:
                self._offices.setdefault(link.person, link.post.office)
        for link in links:
            if link.basis in ("before", "apposition") or link.sense == "become":
                sentence = self.page.sentence_at(self.tokens[link.person_first].start)
                for change in (self._replaced, self._succeeded, self._dismissed, self._quit):
                    found += change(link, sentence)
        found += self._too(links, [*(link for link in links if link.sense == "leave"), *found])
        found += self._together(links, found)
        return [*found, *self._later([*links, *found])]

    def _later(self, links: Sequence[Link]) -> Iterator[Link]:
        """ "X, the mayor, ... He was dismissed on Monday": who leaves in a later sentence what was told before."""
        held: dict[str, list[Link]] = {}
        for link in links:
            held.setdefault(link.person, []).append(link)
        for sentence in self.page.sentences if held else ():
            for match in self.words.change["quit"].find(self.tokens, sentence.first, sentence.stop):
                named = self.verbs.subject(match.first)
                known = held.get(named.id, []) if named is not None else []
                if named is None or any(link.sense in ("leave", "was") for link in known):
                    continue
                if self._is_done_to_others(match.first):
                    continue
                told = [link for link in known if link.post.first < sentence.first and self._is_held(link)]
                if len({link.post.head_first for link in told}) == 1:
                    left = replace(
                        told[0], person_first=named.first, person_last=named.last, basis="change", sense="leave",
                        verb=match.first,
                    )  # fmt: skip
                    known.append(left)
                    yield left

    def _is_held(self, link: Link) -> bool:
        """Whether a link tells of an office that is held, and not only once was."""
        return link.post.is_office and link.post.status not in ("former", "future") and not link.is_former

    def _replaced(self, link: Link, sentence: Sentence) -> Iterator[Link]:
        """ "the replacement of TITLE X by Y"."""
        cue = self._cue("replace", link.post.first, sentence)
        if cue is None or self._is_nominative(link):
            return  # «его должен заменить директор X»
        yield replace(link, basis="change", sense="leave", verb=cue)
        for j in range(link.person_last + 1, min(sentence.stop, link.person_last + _FAR)):
            if self.tokens[j].lower not in self.words.by:
                continue
            for at in range(j + 1, min(sentence.stop, j + 2 * _NEAR)):
                follower = self.people.get(at)
                if follower is not None and follower[1] != link.person:
                    yield self._follower(link, Named(follower[1], at, follower[0]), cue)
                    return

    def _succeeded(self, link: Link, sentence: Sentence) -> Iterator[Link]:
        """ "Y replaced TITLE X", "Y сменил на посту TITLE X"."""
        if link.person_first < link.post.first:
            return
        for start in range(link.post.first - 1, max(sentence.first, link.post.first - 2 * _NEAR) - 1, -1):
            match = self.words.change["replaced"].at(self.tokens, start, link.post.first)
            if match is None:
                continue
            if any(self.tokens[j].lower in self.words.by for j in range(match.last + 1, link.post.first)):
                return  # "replaced him with Senator X"
            if self.verbs.posts.tag == "ru" and start and self.tokens[start - 1].lower in self.words.possessive:
                return  # «его сменила прокурор X»
            follower = self.verbs.subject(start)
            if follower is not None and follower.id != link.person:
                yield replace(link, basis="change", sense="leave", verb=start)
                if not self._appoints(follower, link):
                    yield self._follower(link, follower, start)
            return

    def _appoints(self, named: Named, link: Link) -> bool:
        """ "President X replaced the army chief, Y": who stands above an office puts somebody else into it."""
        ranks = self.words.appointers
        above = ranks.get(self._offices.get(named.id, ""), len(ranks))
        return above < ranks.get(link.post.office, len(ranks))

    def _is_nominative(self, link: Link) -> bool:
        """Russian: whether a title stands in the nominative, and so for who does something."""
        forms = readings("ru", self.tokens[link.post.head_first].lower) if self.verbs.posts.tag == "ru" else ()
        return {form.case for form in forms if form.number != "plural"} == {"nom"}

    def _follower(self, link: Link, named: Named, cue: int) -> Link:
        post = replace(link.post, status=None)
        return Link(named.id, named.first, named.last, post, "change", "become", cue)

    def _dismissed(self, link: Link, sentence: Sentence) -> Iterator[Link]:
        """ "the dismissal of TITLE X", "отставка министра X", "fired TITLE X"."""
        end = link.post.first
        if self.verbs.posts.tag == "en" and link.basis == "apposition" and link.person_first < end:
            end = self.verbs.left_of(Named(link.person, link.person_first, link.person_last), sentence) + 1
        cue = self._cue("dismissal", end, sentence)
        for name in ("dismiss", "gone"):
            cue = self._cue(name, end, sentence) if cue is None else cue
        if cue is not None and not self._is_wanted(cue, sentence):
            yield replace(link, basis="change", sense="leave", verb=cue)

    def _is_wanted(self, cue: int, sentence: Sentence) -> bool:
        """Whether somebody only asks for a dismissal, or there is none: «требуют отставки министра X»."""
        start = max(sentence.first, cue - _NEAR)
        return any(True for _ in self.words.change["wanted"].find(self.tokens, start, cue))

    def _too(self, links: Sequence[Link], left: Sequence[Link]) -> Iterator[Link]:
        """«отправил в отставку министра X и главу ведомства Y»: whoever is joined to somebody dismissed is so too."""
        gone = {link.person_last: link for link in left if link.person_first > (link.verb or 0)}
        chained = {link.person_first: link for link in left}
        for link in sorted(links, key=lambda link: link.post.first):
            end = self._joined_to(self.verbs.near.over_articles(link.post.first - 1))
            before = gone.get(end) if end is not None and link.sense is None else None
            same = chained.get(link.person_first) if before is None else None
            if same is not None and self._is_chained(same, link):
                yield replace(link, basis="change", sense="leave", verb=same.verb)
            elif before is not None and link.person_last > link.post.last and not self._goes_on_to_act(link):
                gone[link.person_last] = link
                yield replace(link, basis="change", sense="leave", verb=before.verb)

    def _goes_on_to_act(self, link: Link) -> bool:
        """English: "after the dismissal of Mayor X, President Y appointed": a verb of their own stands behind."""
        behind = link.person_last + 1
        behind += behind < len(self.tokens) and self.tokens[behind].text == ","
        acts = behind < len(self.tokens) and self.verbs.chunks.kind(behind) in (k.VERB, k.AUXILIARY)
        return acts and self.verbs.posts.tag == "en"

    def _is_chained(self, left: Link, link: Link) -> bool:
        """«ушёл вице-премьер, министр экономики X»: whether two offices stand before one and the same name."""
        one = left.person_first == link.person_first and left.post.first < link.post.first < link.person_first
        return one and link.sense is None and self._joined_to(link.post.first - 1) == left.post.last

    def _together(self, links: Sequence[Link], left: Sequence[Link]) -> Iterator[Link]:
        """«министр X и глава ведомства Y ушли в отставку»: those joined before one of several who leave do so too."""
        over = self.verbs.near.over_articles
        gone = {self._joined_to(over(link.post.first - 1)): link for link in left if self._is_of_several(link)}
        for link in sorted(links, key=lambda link: -link.post.first):
            other = gone.get(link.person_last)
            if other is None or link.sense is not None or not link.post.last < link.person_last < other.post.first:
                continue
            if self._may_be_subject(link):
                gone[self._joined_to(over(link.post.first - 1))] = link
                yield replace(link, basis="change", sense="leave", verb=other.verb)

    def _may_be_subject(self, link: Link) -> bool:
        """Russian, Kazakh: whether a name may stand in the nominative: not «по словам министра X», "X-тің жарлығымен".

        English: whether a title opens its clause, and is joined to its subject: not "after talks with X and".
        """
        if self.verbs.posts.tag == "en":
            before = self.verbs.near.over_articles(link.post.first - 1)
            opens = self.page.sentence_at(self.tokens[link.post.first].start).first
            return before < opens or self.verbs.chunks.kind(before) == k.SUBORDINATOR
        if self.verbs.posts.tag == "kk":
            return features("kk", self.tokens[link.person_last].text).case != "gen"
        words = tuple(token.text for token in self.tokens[link.person_first : link.person_last + 1] if token.is_word)
        cases = cases_of_name(words)
        return not cases or "nom" in cases

    def _is_of_several(self, link: Link) -> bool:
        """Whether the verb behind somebody who leaves is one of several: «ушли», «уволены»."""
        lower = self.tokens[link.verb or 0].lower
        if self.verbs.posts.tag == "en":
            return (link.verb or 0) > link.person_last > link.post.last
        behind = self.verbs.posts.tag == "ru" and (link.verb or 0) > link.person_last
        return behind and lower.endswith(self.words.leave_together)

    def _joined_to(self, i: int) -> int | None:
        """The token before an "and" or a comma that ends at token `i`."""
        start = i
        while i > 0 and self.tokens[i].lower in self._joins and start - i < _NEAR:
            i -= 1
        return i if i < start else None

    def _quit(self, link: Link, sentence: Sentence) -> Iterator[Link]:
        """ "TITLE X resigned", "TITLE X подал в отставку", "X, who was TITLE, was replaced by Y"."""
        after, kazakh = max(link.person_last, link.post.last) + 1, self.verbs.posts.tag == "kk"
        for match in self.words.change["quit"].find(self.tokens, after, min(sentence.stop, after + _FAR)):
            subject = self.verbs.subject(match.first)
            if self._is_reported(after, match.first) or (kazakh and not self._may_be_subject(link)):
                return
            same = subject is not None and subject.id == link.person and not self._is_done_to_others(match.first)
            died = self.words.change["died"].at(self.tokens, match.first) is not None
            if died and link.post.status == "former":
                return  # "former Prime Minister X died on Monday": the office was left before
            if same or self._over_commas(link, match.first) or self._is_object(link, match.first):
                yield replace(link, basis="change", sense="leave", verb=match.first)
                near = self.verbs.near
                by = self.tokens[match.last].lower in self.words.by
                follower = near.person_at(near.over_ranks(match.last + 1)) if by else None
                if follower is not None and follower.id != link.person:
                    yield self._follower(link, follower, match.first)
            return

    def _is_reported(self, first: int, verb: int) -> bool:
        """ "X said that Y had resigned": a clause of its own opens between person and verb."""
        return any(self.verbs.chunks.kind(j) == k.SUBORDINATOR for j in range(first, verb))

    def _is_object(self, link: Link, verb: int) -> bool:
        """Russian: «мэра X вчера сместили», «мэра X владелец отправил в отставку», «мэр X в среду смещён»."""
        if self.verbs.posts.tag != "ru" or link.post.first > link.person_first or verb - link.person_last > _CLAUSE:
            return False
        between = range(link.person_last + 1, verb)
        if any(j in self.people or self.tokens[j].text in _ENDS for j in between):
            return False
        if any(self.verbs.chunks.kind(j) == k.VERB for j in between):
            return False
        cases = {form.case for form in readings("ru", self.tokens[link.post.head_first].lower)}
        others = {form.case for form in readings("ru", self.tokens[verb].lower)}
        return bool(cases & {"acc", "gen"} if self._is_active(verb) else cases & {"nom"}) or not (cases | others)

    def _is_done_to_others(self, verb: int) -> bool:
        """Russian: «президент отстранил», «губернатор отправил в отставку»: whoever does it stays."""
        russian = self.verbs.posts.tag == "ru" and self._is_active(verb)
        return russian and self.words.change["dismiss"].at(self.tokens, verb) is not None

    def _is_active(self, verb: int) -> bool:
        """Whether somebody does it to another: «сместили», «отправил»."""
        return self.verbs.chunks.kind(verb) == k.VERB and self.tokens[verb].lower.endswith(self.words.active)

    def _over_commas(self, link: Link, verb: int) -> bool:
        """ "the mayor, X, resigned", "X, who became mayor in May, resigned": nobody else stands between the commas."""
        first = link.person_last + 1
        if self.tokens[first].text != "," or self.tokens[verb - 1].text != ",":
            return False
        return not any(j in self.people and self.people[j][1] != link.person for j in range(first, verb))

    def _cue(self, name: str, end: int, sentence: Sentence) -> int | None:
        """First token of words of change that end right before token `end`, articles aside."""
        last = end - 1
        while last > sentence.first and self.tokens[last].lower in self.words.articles:
            last -= 1
        for start in range(last, max(sentence.first, last - _CUE + 1) - 1, -1):
            match = self.words.change[name].at(self.tokens, start, last + 1)
            if match is not None and match.last == last:
                return start
        return None
