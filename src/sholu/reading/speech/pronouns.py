"""Whom a pronoun means that stands for a source: "he said" goes on with the one who spoke, or who was named, before."""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.model.reading import Attribution, EntityKind, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.declension import together, ways
from sholu.reading.names.lexicon import lexicon as names
from sholu.reading.speech.scene import Draft, Scene

_REACH = 2  # sentences between a pronoun and the act of speech before it
_FEW = 12  # acts of speech that are looked at before a pronoun
_LIKELY = 0.1
_ONE = frozenset({"m", "f"})
_SPEAKING: dict[str, tuple[EntityKind, ...]] = {
    "m": ("person",),
    "f": ("person",),
    "n": ("organisation", "outlet"),
    "p": ("group", "organisation"),
}
"""Kinds of sources that a pronoun of this gender, or of several, goes on with."""


def with_antecedents(
    scene: Scene, entities: EntityIndex, drafts: Sequence[Draft], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions of these drafts, those whose source is a pronoun given to the one whom it means.

    That is the one person named before it in its own sentence, else who spoke last before, else whom the rest of the
    reading takes it for.
    """
    done: list[Attribution] = []
    for draft, item in zip(drafts, found, strict=True):
        token = _pronoun(scene, draft)
        if token is not None:
            first = max(0, len(done) - _FEW)
            before = list(zip(drafts[first : len(done)], done[first:], strict=True))
            item = _resolved(scene, entities, token, item, before)
        done.append(item)
    return done


def unnamed_as_before(entities: EntityIndex, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The same attributions, those whose source is a pronoun as anonymous as the one whom it goes on with."""
    pronouns = names(language).pronouns
    done: list[Attribution] = []
    last: Attribution | None = None
    for item in found:
        goes_on = last is not None and last.anonymous and item.source == last.source is not None
        if goes_on and (item.source_text or "").lower() in pronouns and _is_nameless(entities, item.source):
            item = replace(item, anonymous=True)
        last = item if item.source else last
        done.append(item)
    return done


def _is_nameless(entities: EntityIndex, id: str | None) -> bool:
    return id is not None and all(mention.form != "name" for mention in entities.mentions(id))


def _pronoun(scene: Scene, draft: Draft) -> int | None:
    """The token of a source that is nothing but a pronoun of the third person."""
    if draft.head is None or draft.head[0] != draft.head[1]:
        return None
    return draft.head[0] if scene.without_clitic(draft.head[0]) in names(scene.language).pronouns else None


def _resolved(
    scene: Scene,
    entities: EntityIndex,
    token: int,
    item: Attribution,
    before: Sequence[tuple[Draft, Attribution]],
) -> Attribution:
    gender = names(scene.language).pronouns[scene.without_clitic(token)]
    told = _named_here(scene, entities, token, gender) if gender in _ONE else None
    told = told or (
        _spoke_before(scene, entities, token, gender, before) if gender in _ONE or not item.source else None
    )
    if told is None or told == item.source:
        return item
    span = scene.named((token, token))
    mention = next((mention for mention, _ in entities.within(span) if mention.span == span), None)
    if mention is not None:
        entities.give(mention, told)
    else:
        entities.mention(told, Mention(span.start, span.end, "pronoun"))
    return replace(item, source=told)


def _named_here(scene: Scene, entities: EntityIndex, token: int, gender: str) -> str | None:
    """The one person named in the sentence of a pronoun before it, outside of quotation marks."""
    sentence = scene.page.sentence_at(scene.tokens[token].start)
    people = set(_people(scene, entities, Span(sentence.start, scene.tokens[token].start), gender))
    return people.pop() if len(people) == 1 else None


def _people(scene: Scene, entities: EntityIndex, span: Span, gender: str) -> Iterator[str]:
    """Whoever is named in a stretch outside of quotation marks and may be of this gender."""
    for mention, id in entities.within(span):
        named = mention.form == "name" and entities.get(id).kind == "person"
        outside = scene.quote_over(mention.start) is None
        if named and outside and _told_gender(scene, entities, id, span.end) in (gender, None):
            yield id


def _spoke_before(
    scene: Scene, entities: EntityIndex, token: int, gender: str, before: Sequence[tuple[Draft, Attribution]]
) -> str | None:
    """Who spoke last in one of the sentences before."""
    here = scene.page.sentence_at(scene.tokens[token].start).i
    for draft, item in reversed(before):
        if item.source is None or not draft.sentence < here <= draft.sentence + _REACH:
            continue
        if entities.get(item.source).kind not in _SPEAKING[gender]:
            continue
        if gender not in _ONE or _gender(scene, entities, item.source, scene.tokens[token].start) in (gender, None):
            return item.source
    return None


def _gender(scene: Scene, entities: EntityIndex, id: str, before: int) -> str | None:
    """Whether a person is a man or a woman, in Russian also by how the name is declined; None where nothing tells."""
    told = _told_gender(scene, entities, id, before)
    return told or (_declined(tuple(entities.get(id).name.split())) if scene.language == "ru" else None)


def _told_gender(scene: Scene, entities: EntityIndex, id: str, before: int) -> str | None:
    """Whether a person is a man or a woman, as pronouns before this place and known names tell."""
    known = names(scene.language)
    for mention in entities.mentions(id):
        if mention.form == "pronoun" and mention.end < before:
            told: str | None = known.pronouns.get(mention.span.of(scene.text).lower())
            if told in _ONE:
                return told
    words = entities.get(id).name.split()
    by_word: set[str | None] = {known.word(word.lower()).gender for word in words} & {"m", "f"}
    return by_word.pop() if len(by_word) == 1 else None


def _declined(words: tuple[str, ...]) -> str | None:
    """Russian: the gender of which alone a name in the nominative can be."""
    wholes = [whole for whole in together([ways(word) for word in words]) if whole.case == "nom"]
    most = max((whole.weight for whole in wholes), default=0.0)
    genders = {whole.gender for whole in wholes if whole.weight >= _LIKELY * most}
    return genders.pop() if len(genders) == 1 else None
