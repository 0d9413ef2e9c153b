"""Nominals and pronouns by the encoder: noun phrases that refer to somebody named, and those who have no name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from sholu.codebook.countries import countries
from sholu.model.reading import Basis, Entity, EntityKind, Mention, Tenure
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.called import Called, Referring, family
from sholu.reading.joined.held import Offices
from sholu.reading.joined.kazakh_nominals import is_credit, may_be_called, may_be_person, means_several, without_case
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.morphology import readings
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.learned import Mark, Marks
from sholu.reading.names.lexicon import Mark as NameMark
from sholu.reading.names.lexicon import lexicon
from sholu.reading.names.naming import decapitalised
from sholu.reading.page import Page
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

_REACH = 900
"""Code points back to what a noun phrase may refer to."""
_MOST = 8
"""Mentions that are asked about for each, one of an entity."""
_LONGEST = 300
"""Code points in the longest mention that is looked for."""
_PREPOSITIONS = frozenset({"у", "к", "ко", "от", "с", "со", "о", "об"})


class Named(NamedTuple):
    """A mention that may be referred to, of the entity `id`: "" for one that waits itself."""

    span: Span
    id: str
    family: str


def add_mentions(page: Page, marks: Marks, entities: EntityIndex, tenures: Sequence[Tenure] = ()) -> None:
    """Add to `entities` the marked noun phrases and pronouns that nothing stands for yet.

    Each goes to the entity that the encoder sees it refer to; one that refers to nobody before is an entity of its own.
    Words of an office go to nobody of whom `tenures` know other offices only.
    """
    offices = Offices(page, tenures)
    limits = thresholds("mentions", page.language.tag)
    named = sorted(
        Named(mention.span, entity.id, family(entity.kind))
        for entity in entities.entities()
        for mention in entity.mentions
    )
    taken = _Taken([one.span for one in named])
    people = {one.span.start: one for one in named if one.family == "person"}
    ends = {one.span.end: one.span.start for one in named if one.family == "organisation"}
    waiting = [
        one
        for one in _marked(page, marks, limits["mention"])
        if taken.leaves(one.span) and not _is_title(page, one, people) and not _only_says(page, one, ends)
    ]
    asked = list(_asked(waiting, named))
    scores = marks.related("mention_antecedent", [(waiting[number].span, other.span) for number, other in asked])
    likely: dict[int, list[tuple[float, Named]]] = {}
    for (number, other), score in zip(asked, scores, strict=True):
        if score >= limits["antecedent"]:
            likely.setdefault(number, []).append((score, other))
    called = Called(page, entities)
    bodies = {name.lower(): one.id for one in entities.entities() if one.kind == "organisation"
              for name in (one.name, *one.aliases) if " " in name}  # fmt: skip
    homes: dict[Span, str] = {}
    countries = {
        one.id: one.span.start for one in reversed(named) if one.family == "place" and _is_country(entities.get(one.id))
    }
    apposed = {one.span.start: one for one in named if entities.get(one.id).kind == "person"}
    for number, one in enumerate(waiting):
        known = [
            (score, home)
            for score, other in likely.get(number, ())
            if (home := other.id or homes.get(other.span)) and not offices.denies(one.span, home)
        ]
        if one.kind == "place" and _is_of_country(page, one.span):
            known = [(score, home) for score, home in known if _is_country(entities.get(home))]
            told = [id for id, start in countries.items() if start < one.span.start]
            known = known or [(1.0, told[0])] if len(told) == 1 else known
        if page.language.tag == "kk" and one.form == "nominal" and means_several(page.tokens_in(one.span)):
            known = [(score, home) for score, home in known if not _is_one(entities.get(home))]
        if page.language.tag == "en" and one.form == "nominal" and one.kind == "group":
            known = [(score, home) for score, home in known if not _is_one(entities.get(home))]
        if page.language.tag == "kk" and one.form == "nominal" and one.kind == "organisation":
            known = [pair for pair in known if may_be_called(page.tokens_in(one.span), entities.get(pair[1]))]
        if one.form == "nominal" and _is_owned(page, one.span):
            beside = _beside(page, named, one.span)
            known = [(score, home) for score, home in known if home not in beside]
        holder = offices.given(one.span) if one.form == "nominal" and one.kind == "person" else None
        home = (
            _named_behind(page, one, apposed) or holder or (max(known)[1] if known and not _is_new(page, one) else None)
        )
        if home is None and not _is_new(page, one):
            home = called.owner(one) or bodies.get(_plainly(page, one))
        mention = Mention(one.span.start, one.span.end, one.form)
        if home is not None:
            entities.mention(home, mention)
        elif one.form == "nominal" and one.probability >= limits["fresh"] and not _is_present(page, one.span):
            name = _called(page, one.span)
            home = entities.add(one.kind, name, [mention], confidence=round(one.probability, 3))
            entities.update(home, basis=(Basis("learned", "mention", round(one.probability, 3)),))
        if home is not None:
            homes[one.span] = home


def _plainly(page: Page, one: Referring) -> str:
    """The words of a noun phrase for a body without its article, in small letters; "" for other phrases."""
    if one.form != "nominal" or one.kind != "organisation":
        return ""
    articles = lexicon(page.language.tag).grammar["articles"]
    return " ".join(token.lower for token in page.tokens_in(one.span) if token.lower not in articles)


def _is_title(page: Page, one: Referring, people: Mapping[int, Named]) -> bool:
    """English: words that only say who stands right behind them, or at their end: "President", "President Ann Lee".

    Nor does an office alone mean who holds it, "ran for president".
    """
    if page.language.tag != "en" or one.form != "nominal" or one.kind != "person":
        return False
    first, stop = page.token_range(one.span)
    if first + 1 == stop and page.tokens[first].shape == "lower":
        return bool(lexicon("en").word(page.tokens[first].lower).marks & NameMark.TITLE)
    owned = (*lexicon("en").grammar["articles"], *lexicon("en").pronouns)
    if page.tokens[first].lower in owned or any(word.shape == "possessive" for word in page.tokens[first:stop]):
        return False  # "his sister Ann Lee"
    if stop < len(page.tokens) and page.tokens[stop].start in people and page.sentence_at(one.span.start).stop > stop:
        return True
    kind = chunks_of(page).kind
    for at in range(first + 1, stop):
        named = people.get(page.tokens[at].start)
        if named is not None and named.span.end == one.span.end:
            return kind(at - 1) in (kinds.NOUN, kinds.ADJECTIVE)
    return False


def _only_says(page: Page, one: Referring, bodies: Mapping[int, int]) -> bool:
    """Russian: a noun that only says what the named body behind it is, «российского холдинга «Нива»»."""
    if page.language.tag != "ru" or one.form != "nominal" or one.kind != "organisation":
        return False
    words = page.tokens_in(one.span)
    last = words[-1].text in '»”"“' and len(words) > 1
    start = bodies.get(words[-2].end if last else words[-1].end)
    before = [word for word in words if start is not None and word.end <= start and word.shape != "mark"]
    if not before:
        return False
    parts = [readings("ru", word.lower)[0].part for word in before]
    return parts[-1] == "noun" and all(part in ("adjective", "participle") for part in parts[:-1])


def _named_behind(page: Page, one: Referring, people: Mapping[int, Named]) -> str | None:
    """Whom a noun phrase stands before with a comma between: "the new baker, Ann Lee, said"."""
    if one.form != "nominal" or one.kind != "person":
        return None
    after = page.token_range(one.span)[1]
    if after + 2 >= len(page.tokens) or page.tokens[after].text != ",":
        return None
    home = people.get(page.tokens[after + 1].start)
    sentence = page.sentence_at(one.span.start)
    if home is None or after + 1 >= sentence.stop or _is_subject(page, sentence, home.span):
        return None
    return home.id


def _is_subject(page: Page, sentence: Sentence, name: Span) -> bool:
    """English: "After talks with his counterpart, Ann Lee praised", "held a suspect, Ann Lee said": no apposition."""
    behind = page.token_range(name)[1]
    if page.language.tag != "en" or behind >= sentence.stop:
        return False
    return chunks_of(page).kind(behind) in (kinds.VERB, kinds.AUXILIARY)


def _is_one(entity: Entity) -> bool:
    """Whether an entity is somebody by name, who is never several."""
    return entity.kind == "person" and entity.name[:1].isupper()


def _is_owned(page: Page, span: Span) -> bool:
    """English: whether the words open with a possessive: "his counterpart" is not he."""
    first = page.tokens[page.token_range(span)[0]].lower
    return page.language.tag == "en" and first in lexicon("en").pronouns


def _beside(page: Page, named: Sequence[Named], span: Span) -> set[str]:
    """Whoever is named in the sentence before a place."""
    start = page.sentence_at(span.start).start
    first = bisect_left(named, start, key=lambda one: one.span.start)
    return {one.id for one in named[first : bisect_left(named, span.start, key=lambda one: one.span.start)]}


def _is_new(page: Page, one: Referring) -> bool:
    """Whether an article, or "media", says that nobody known is meant, and nothing that somebody just named is."""
    first, stop = page.token_range(one.span)
    known = lexicon(page.language.tag)
    if one.kind == "outlet" and page.tokens[stop - 1].lower in known.grammar["of_many"]:
        return True
    if one.form != "nominal" or page.tokens[first].lower not in known.grammar["indefinite"]:
        return False
    speaks = stop < len(page.tokens) and bool(known.word(page.tokens[stop].lower).marks & NameMark.PERSON_VERB)
    return speaks or (first > 0 and page.tokens[first - 1].lower not in known.grammar["equates"])


def _is_of_country(page: Page, span: Span) -> bool:
    """Whether the words can only mean a country: "the country", «республики»."""
    grammar = lexicon(page.language.tag).grammar
    said = [token.lower for token in page.tokens_in(span) if token.lower not in grammar["articles"]]
    return len(said) == 1 and said[0].startswith(tuple(grammar["countries_called"]))


def _is_country(entity: Entity) -> bool:
    """Whether it is a country of today: the gazetteer has former ones, too, with codes of their own."""
    known = entity.same_as.get("geonames")
    return known is not None and entity.country is not None and known == _geonames().get(entity.country)


@cache
def _geonames() -> dict[str, int | None]:
    return {country.code: country.geonames for country in countries()}


def _is_present(page: Page, span: Span) -> bool:
    """Whether the words are only of those who speak and listen: "our", «твоя»."""
    present = lexicon(page.language.tag).grammar["present"]
    return all(token.lower in present for token in page.tokens_in(span))


def _called(page: Page, span: Span) -> str:
    """The words of a noun phrase as the name of somebody who has none."""
    words = " ".join(span.of(page.plain).split())
    if page.language.tag == "ru":
        words = " ".join(nominative_phrase(words.split()))
    if page.language.tag == "kk":
        words = without_case(words)
    return decapitalised(words, lexicon(page.language.tag))


def _marked(page: Page, marks: Marks, least: float) -> Iterator[Referring]:
    """The marked noun phrases and pronouns, in order."""
    pronouns = lexicon(page.language.tag).pronouns
    relatives = lexicon(page.language.tag).grammar["relatives"]
    for mark in _with_articles(page, marks.layer("mention", least)):
        span = _trimmed(page, mark)
        if span is None:
            continue
        words = page.tokens_in(span)
        if words[0].lower in relatives or words[0].lower == "of" or _is_torn(words) or _is_address(page, words):
            continue
        pronoun = len(words) == 1 and (words[0].lower in pronouns or len(words[0].text) == 1)
        kind = cast(EntityKind, mark.label) if pronoun else kind_of(page, words, mark.label)
        if page.language.tag == "kk" and not pronoun:
            thing = kind == "person" and not may_be_person(words[-1])
            if thing or is_credit(page, words):
                continue
        yield Referring(span, kind, "pronoun" if pronoun else "nominal", mark.probability)


def _is_address(page: Page, words: Sequence[Token]) -> bool:
    """English: a form of address alone, which belongs to the name behind it: "Mr"."""
    grammar = lexicon(page.language.tag).grammar
    return all(not word.is_word or word.lower in grammar["addresses"] for word in words)


def kind_of(page: Page, words: Sequence[Token], label: str) -> EntityKind:
    """The kind that a noun phrase is marked as, unless its noun tells another: a statement is nobody."""
    grammar = lexicon(page.language.tag).grammar
    if page.language.tag == "ru":
        known = lexicon("ru").word(words[0].lower).marks if len(words) == 1 else 0
        titled = label == "organisation" and known & NameMark.TITLE and not known & NameMark.HEAD
        return _counted(words, "person" if titled else label)
    if not grammar["papers"]:
        return cast(EntityKind, label)
    chunks = chunks_of(page)
    ends = (word.i for word in words if chunks.kind(word.i) in _BEHIND_NOUN or word.text == ",")
    stop = next((i for i in ends if i > words[0].i), words[-1].i + 1)
    noun = page.tokens[stop - 1].lower
    if label in _SOMEBODY and noun in grammar["countries_called"]:
        return "place"
    if label == "person" and lexicon("en").word(noun).marks & NameMark.SMALL_HEAD:
        return "organisation"  # "the country's parliament"
    if noun in grammar["papers"] and label in ("person", "organisation", "group", "outlet"):
        return "other"
    return cast(EntityKind, label)


def _counted(words: Sequence[Token], label: str) -> EntityKind:
    """Russian: one or several, by the noun of a phrase: «мужчина» is somebody, «мужчины» are a group."""
    if label not in ("person", "group"):
        return cast(EntityKind, label)
    for word in words:
        forms = [form for form in readings("ru", word.lower) if form.known and form.part == "noun" and form.animate]
        if forms:
            numbers = {form.number for form in forms}
            return cast(EntityKind, label if len(numbers) > 1 else "person" if numbers == {"singular"} else "group")
        if readings("ru", word.lower)[0].part == "numeral" or word.shape == "number":
            return "group"
    return cast(EntityKind, label)


def _is_torn(words: Sequence[Token]) -> bool:
    """Whether a bracket opens or closes in the words that does not do so twice."""
    signs = [token.text for token in words]
    return any(signs.count(left) != signs.count(right) for left, right in ("()", "[]"))


def _with_articles(page: Page, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks; one of an article alone is part of the one after it, or none."""
    articles = lexicon(page.language.tag).grammar["articles"]
    left: Mark | None = None
    for mark in marks:
        if mark.span.of(page.text).strip().lower() in articles:
            left = mark
            continue
        if left and not page.text[left.span.end : mark.span.start].strip():
            mark = mark._replace(span=left.span.join(mark.span))
        left = None
        yield mark


def _trimmed(page: Page, mark: Mark) -> Span | None:
    """The mark without signs at its sides and a Russian preposition, as far as its sentence goes; None for no word."""
    first, stop = page.token_range(mark.span)
    if first < stop:
        stop = min(stop, page.sentence_at(page.tokens[first].start).stop)
    if first < stop and page.language.tag == "ru" and page.tokens[first].lower in _PREPOSITIONS:
        first += 1
    while first < stop and not page.tokens[first].is_word and page.tokens[first].shape != "number":
        first += 1
    while first < stop and not page.tokens[stop - 1].is_word:
        stop -= 1
    if first + 1 < stop and page.language.tag == "en":
        stop = _whole(page, first, stop)
    if first + 1 == stop and page.language.tag == "en":
        torn = chunks_of(page).kind(first) in (kinds.PREPOSITION, kinds.CONJUNCTION)
        if torn or page.tokens[first].lower in lexicon("en").grammar["articles"]:
            return None
    if stop - first == 1 and page.language.tag == "ru" and _is_adverb(page.tokens[first].lower):
        return None
    return page.span(first, stop - 1) if first < stop else None


def _whole(page: Page, first: int, stop: int) -> int:
    """Where a noun phrase ends that the marks leave off in the middle: "the former director of" + "the bank"."""
    chunks, sentence = chunks_of(page), page.sentence_at(page.tokens[first].start)
    torn = stop
    while torn > first + 1 and chunks.kind(torn - 1) in _TORN:
        torn -= 1
    if torn == stop:
        return stop
    behind = chunks.phrase_starting(torn + (chunks.kind(torn) == kinds.PREPOSITION)) if torn < sentence.stop else None
    whole = behind is not None and behind[1] < sentence.stop and chunks.kind(torn) == kinds.PREPOSITION
    return behind[1] + 1 if behind is not None and whole else torn


_SOMEBODY = frozenset({"person", "organisation", "group"})
_TORN = frozenset({kinds.PREPOSITION, kinds.DETERMINER, kinds.CONJUNCTION})
_BEHIND_NOUN = frozenset({kinds.PREPOSITION, kinds.PARTICIPLE, kinds.RELATIVE, kinds.VERB, kinds.AUXILIARY})


def _is_adverb(lower: str) -> bool:
    """Russian: «поэтому»: no word for anybody."""
    return all(form.known and form.part in ("adverb", "conjunction", "particle") for form in readings("ru", lower))


class _Taken:
    """Where mentions stand already."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def leaves(self, span: Span) -> bool:
        """Whether no mention has most of these words, holds or crosses them; short ones inside are welcome."""
        first = bisect_left(self._starts, span.start - _LONGEST)
        for other in self._spans[first : bisect_left(self._starts, span.end)]:
            inside = span.start <= other.start and other.end <= span.end
            if inside and 2 * (other.end - other.start) <= span.end - span.start:
                continue
            if other.end > span.start:
                return False
        return True


def _asked(waiting: Sequence[Referring], named: Sequence[Named]) -> Iterator[tuple[int, Named]]:
    """For each that refers, by number, the nearest mentions of its kind before it."""
    both = sorted([*named, *(Named(one.span, "", family(one.kind)) for one in waiting)])
    starts = [one.span.start for one in both]
    for number, one in enumerate(waiting):
        first, stop = bisect_left(starts, one.span.start - _REACH), bisect_left(starts, one.span.start)
        fitting = [other for other in reversed(both[first:stop]) if other.family == family(one.kind)]
        nearest = {other.id or other.span: other for other in reversed(fitting)}
        for other in sorted(nearest.values())[-_MOST:]:
            yield number, other
