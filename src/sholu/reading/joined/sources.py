"""Sources without a name: entities of "an engineer", "the drivers", "a statement"; and which of them stay unnamed."""

from collections.abc import Collection, Sequence

from sholu.model.changing import replace
from sholu.model.reading import Attribution, EntityKind, Mention
from sholu.model.span import Span
from sholu.reading.chunks.kinds import ADJECTIVE, ADVERB, GERUND, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, grammar
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import words
from sholu.reading.joined.kazakh_nominals import is_credit, without_case
from sholu.reading.joined.mentions import kind_of
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.morphology import base_forms, features, readings
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.learned import Marks
from sholu.reading.names.lexicon import lexicon as names
from sholu.reading.names.naming import decapitalised
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.lexicon import lexicon
from sholu.reading.speech.meant import cited_within, core_last, entity_of, kept_back, named_behind
from sholu.reading.speech.pronouns import unnamed_as_before
from sholu.reading.speech.scene import Draft, Phrase, Scene
from sholu.text.tokens import tokenise

_NO_START = frozenset({GERUND, PREPOSITION})
"""Kinds of words with which nobody's name begins."""
_LONE = frozenset({ADVERB, PRONOUN, RELATIVE, SUBORDINATOR})
"""Kinds of words that alone name nobody."""
_SPEAKING: tuple[EntityKind, ...] = ("person", "group", "organisation")


def name_sources(scene: Scene, marks: Marks, entities: EntityIndex, drafts: Sequence[Draft]) -> None:
    """Make an entity of every source that the marks see and that is nobody yet: "an engineer", "the drivers"."""
    limits = thresholds("attributions", scene.language)
    unnamed: dict[str, str] = {}
    told: dict[tuple[EntityKind, str], str] = {}
    for draft in sorted((*drafts, *_cited(scene, drafts)), key=lambda draft: draft.head or (-1, -1)):
        if draft.head is not None and _keeps_unnamed(scene, entities, draft.head, unnamed):
            continue
        if draft.head is None or draft.source is None or entity_of(scene, entities, draft.head) is not None:
            continue
        span = scene.page.span(*draft.head)
        marked = any(part.rule == "source" and part.score >= limits["source_entity"] for part in draft.basis)
        if not _may_be_somebody(scene, entities, draft.head, marked=marked):
            continue
        if any(True for _ in scene.lexicon.nameless.find(scene.tokens, draft.source[0], draft.source[1] + 1)):
            span = scene.page.span(*draft.source)  # "a guard who would not be named"
        kind = _kind(scene, draft.head, span, marks.peak("mention", span)[0])
        if kind is None or (kind == "person" and _is_thing(scene, draft.head)):
            continue
        if kind == "person" and named_behind(scene, entities, draft.source, draft.head) is not None:
            continue
        mention, name = Mention(span.start, span.end, "nominal"), _nominative(scene, span)
        same = told.get((kind, name)) if _is_definite(scene, draft.head) else None
        if same is not None:
            entities.mention(same, mention)
            continue
        id = entities.add(kind, name, [mention], confidence=0.6)
        told[kind, name] = id
        if (word := _faceless(scene, draft.head)) is not None:
            unnamed[word] = id


def _is_definite(scene: Scene, head: Phrase) -> bool:
    """English: whether a source is one that was told before: "the report"."""
    return scene.language == "en" and scene.tokens[head[0]].lower in words("en", "grammar", "definite")


def _may_be_somebody(scene: Scene, entities: EntityIndex, head: Phrase, *, marked: bool) -> bool:
    """Whether a source that is nobody known is somebody more; `marked` where the marks surely see a source."""
    span, alone = scene.page.span(*head), head[0] == head[1]
    first = scene.tokens[head[0]]
    if not (marked or _speaks(scene, head)) or scene.kind(head[0]) in _NO_START:
        return False
    pointing = first.lower in scene.lexicon.he or _is_pointing(scene.language, first.lower)
    if alone and (first.shape == "number" or pointing or scene.kind(first.i) in _LONE):
        return False
    named = {entities.get(id).kind for mention, id in entities.within(span) if mention.form == "name"}
    if scene.language == "kk":
        if alone and scene.kind(first.i) == ADJECTIVE:
            return False  # "ресми мәлімет бойынша"
        if "outlet" in named and scene.tokens[head[1]].lower in scene.lexicon.media:
            return False  # "«Дала» ақпарат агенттігі" is the outlet itself
        if is_credit(scene.page, scene.page.tokens_in(span)):
            return False  # "Zakon.kz тілшісі"
        if features("kk", scene.tokens[head[1]].text).case == "loc" and not _is_body(scene, head):
            return False  # "ресми хабарламада", "Президент Жарлығында": a paper
        return not named or ("person" not in named and _speaks(scene, head)) or _is_body(scene, head)
    core = scene.tokens[core_last(scene, head)].span
    apart = not any(one.span.covers(core) for one, _ in entities.within(span))
    if "person" in named:
        return _is_body(scene, head) or (apart and _is_somebody(scene, head))
    return not named or apart or _speaks(scene, head)


def _is_pointing(language: str, lower: str) -> bool:
    """Whether a word alone only points at somebody: "my", "whose", an article left over."""
    known = names(language)
    return lower in known.pronouns or any(lower in known.grammar[key] for key in ("articles", "present", "relatives"))


def _keeps_unnamed(scene: Scene, entities: EntityIndex, head: Phrase, before: dict[str, str]) -> bool:
    """Whether a source that stands for somebody without a name, "the source", «источник „Утра“», now is nobody named.

    Alone it is the one `before`, by the word that keeps the name back.
    """
    word = _faceless(scene, head)
    id = entity_of(scene, entities, head) if word is not None else None
    if word is None or (id is None and (word not in before or not _is_alone(scene, head))):
        return False
    taken = id is None or not _means(scene, entities, head, id)
    if id is None or taken or (word in before and _is_alone(scene, head)):
        id = _another(scene, entities, head, before.get(word))
    before[word] = id
    return True


def _means(scene: Scene, entities: EntityIndex, head: Phrase, id: str) -> bool:
    """Whether an entity without a name stands for a source itself and not for a word of it."""
    core = kept_back(scene, head)
    within = [mention for mention, owner in entities.within(scene.page.span(*head)) if owner == id]
    whole = core is None or not within or any(one.span.covers(scene.tokens[core].span) for one in within)
    return whole and all(mention.form != "name" for mention in entities.mentions(id))


def _is_alone(scene: Scene, head: Phrase) -> bool:
    """Whether a phrase is but a noun, in English with "the"."""
    alone = head[0] == head[1]
    article = scene.tokens[head[0]].lower in words("en", "grammar", "definite")
    return alone if scene.language == "ru" else article and head[1] == head[0] + 1


def _faceless(scene: Scene, head: Phrase) -> str | None:
    """The base of the word that keeps a name back; None where none does, or where it may go back to a name."""
    core = kept_back(scene, head)
    if scene.language == "kk" or core is None:
        return None
    lower = scene.tokens[core].lower
    if lower in scene.lexicon.recalled and head[1] == core:
        return None
    return base_forms(scene.language, lower)[0] if scene.language == "ru" else lower.removesuffix("s")


def _another(scene: Scene, entities: EntityIndex, head: Phrase, before: str | None) -> str:
    """The entity of a source that nobody names: the one `before` where the word stands alone, else a new one."""
    span = scene.page.span(*head)
    if before is None or not _is_alone(scene, head):
        kind: EntityKind = "group" if _are_many(scene, head) else "person"
        before = entities.add(kind, _nominative(scene, span), [])
    mention = next((mention for mention, _ in entities.within(span) if mention.span == span), None)
    if mention is not None:
        entities.give(mention, before)
    else:
        entities.mention(before, Mention(span.start, span.end, "nominal"))
    return before


def _are_many(scene: Scene, head: Phrase) -> bool:
    lower = scene.tokens[core_last(scene, head)].lower
    if scene.language == "en":
        return lower.endswith("s")
    return any(form.part == "noun" and form.number == "plural" for form in readings("ru", lower)[:1])


def _cited(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts by those whom an outlet cites: «сообщает X со ссылкой на медиков»."""
    found = []
    for draft in drafts:
        within = cited_within(scene, draft.head) if draft.head is not None else None
        if within is not None and scene.language == "ru":
            found.append(replace(draft, source=within[1], head=within[1], basis=()))
    return found


def _kind(scene: Scene, head: Phrase, span: Span, label: str) -> EntityKind | None:
    """What a source that the marks see as `label` is; None for an English thing: "such cases reveal"."""
    if scene.language == "en":
        kind = kind_of(scene.page, scene.page.tokens_in(span), label or "person")
        if kind == "other":
            return kind  # a paper
    if scene.language == "en" and label:
        noun = scene.tokens[core_last(scene, head)].lower
        plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
        if plural and (_is_somebody(scene, head) or label == "person"):
            return "group"
        if kind not in _SPEAKING and not _speaks(scene, head):
            return None
    unseen: EntityKind = "organisation" if _is_body(scene, head) else "person"
    one = scene.language == "ru" and label == "group" and _is_somebody(scene, head) and not _are_many(scene, head)
    if label == "person" or one:
        return unseen
    return next((kind for kind in _SPEAKING if kind == label), unseen)


def _is_somebody(scene: Scene, head: Phrase) -> bool:
    """Whether the word that a source phrase is about can only mean somebody: "a diplomat", «чиновник», "шенеунік"."""
    word = scene.tokens[head[1] if scene.language == "kk" else core_last(scene, head)]
    if word.shape != "lower" and not _opens(scene, word.i):
        return False
    if scene.language == "kk":
        speaks = scene.lexicon.speakers.at(scene.tokens, word.i, word.i + 1) is not None
        return speaks or bool(scene.lexicon.anonymous & {word.lower, *base_forms("kk", word.lower)})
    if scene.language == "ru":
        form = readings("ru", word.lower)[0]
        return form.part == "noun" and form.known and form.animate
    if word.lower in scene.lexicon.anonymous:
        return True
    held = scene.language == "en" and word.i > head[0]  # "The Labour MP for Chester"
    return held and office_words("en").titles.at(scene.tokens, word.i, word.i + 1) is not None


def _is_body(scene: Scene, head: Phrase) -> bool:
    """Whether a source is a body in small letters: «пресс-служба МЧС», "the mayor's office", "ауданның полициясы"."""
    core = head[1] if scene.language == "kk" else core_last(scene, head)
    small = scene.tokens[core].shape == "lower" or _opens(scene, core)
    return small and scene.lexicon.houses.at(scene.tokens, core, core + 1) is not None


def _opens(scene: Scene, i: int) -> bool:
    """Whether a word is large because it opens its sentence."""
    return scene.tokens[i].shape == "title" and i == scene.page.sentence_at(scene.tokens[i].start).first


def _speaks(scene: Scene, head: Phrase) -> bool:
    return _is_somebody(scene, head) or _is_body(scene, head)


def _is_thing(scene: Scene, head: Phrase) -> bool:
    """Russian: whether a source is no being but a paper: «согласно принятому договору»."""
    if scene.language != "ru":
        return False
    form = readings("ru", scene.tokens[core_last(scene, head)].lower)[0]
    return form.part == "noun" and form.known and not form.animate and form.lemma not in scene.lexicon.anonymous


def _nominative(scene: Scene, span: Span) -> str:
    """The words of a source as a name, without a case or the capital that opens a sentence."""
    words = span.of(scene.text).split()
    if scene.language == "kk" and features("kk", words[-1]).case == "gen":
        words[-1] = base_forms("kk", words[-1])[0]
    elif scene.language == "kk":
        words = without_case(" ".join(words)).split()
    elif scene.language == "ru":
        words = nominative_phrase(words)
    return decapitalised(" ".join(words), names(scene.language))


def as_answered(
    marks: Marks, entities: EntityIndex, attributions: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The same attributions, their sources anonymous or not, and their modes, as the marks say where they are sure."""
    limits = thresholds("attributions", language)
    kept = iter(marks.answers("anonymous", [item.source_span for item in attributions if item.source_span]))
    voices = iter(marks.answers("voice", [item.cue for item in attributions if item.cue]))
    found: list[Attribution] = []
    for item in attributions:
        share = next(kept)["anonymous"] if item.source_span else 0.5
        withheld = item.anonymous and _is_withheld(item, language)
        if share >= limits["anonymous"] and not item.anonymous and _is_relative(entities, item, language):
            share = 0.5  # "the ministry, which said"
        if share >= limits["anonymous"] or (share <= limits["named"] and not withheld):
            item = replace(item, anonymous=share >= limits["anonymous"])
        voice = next(voices) if item.cue else {}
        found.append(_voiced(item, entities, {mode for mode, share in voice.items() if share >= limits["voice"]}))
    return unnamed_as_before(entities, found, language)


def _is_relative(entities: EntityIndex, item: Attribution, language: str) -> bool:
    """Whether a source is but "who", and whoever it means has a name."""
    alone = grammar(language).closed.get((item.source_text or "").lower()) == RELATIVE
    return alone and item.source is not None and any(one.form == "name" for one in entities.mentions(item.source))


def _is_withheld(item: Attribution, language: str) -> bool:
    """Whether the words of a source keep the name back beyond doubt: "a source", «собеседник», "not to be named"."""
    known = lexicon(language)
    words = tokenise(item.source_text or "")
    if len(words) == 1:
        return True  # "experts"
    faceless = any(word.lower in known.faceless for word in words[:1])
    faceless = faceless or any(word.shape == "lower" and word.lower in known.faceless for word in words)
    return faceless or any(True for _ in known.nameless.find(words, 0, len(words)))


def _voiced(item: Attribution, entities: EntityIndex, sure: Collection[str]) -> Attribution:
    """An attribution that only cites an outlet, or whose quotation marks are about names and not about words."""
    outlet = item.source if item.source and entities.get(item.source).kind == "outlet" else None
    if "citation" in sure and item.mode in ("indirect", "mixed") and outlet:
        return replace(
            item, mode="citation", source=None, source_text=None, source_span=None, anonymous=False, outlet=outlet
        )
    return replace(item, mode="indirect") if "indirect" in sure and item.mode == "mixed" else item
