"""The parties of Russian events, cut as the grammar has them: no adverbs, no places, no things of which nobody is."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.events.russian_words import russian_phrases, russian_words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.languages.morphology import readings
from sholu.reading.number_words import number_words

_LEADING = frozenset({kinds.ADVERB, kinds.CONJUNCTION})
_OF_OFFICE = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE", "ELECT"})
_ASIDE = 3  # tokens before a clause in which a word between commas may stand that belongs to it
_AT_LAW = frozenset({"COP", "JUD"})  # «увезли в милицию», «рассмотрят в суде»: those there do it
_JOINED = frozenset({"PROTEST", "CONSULT"})  # who goes to a rally or talks takes part
_BY = frozenset({"gen", "ins"})  # in which somebody stands whose deed a noun names
_UNKNOWN = ("UNK",)
_THERE = _OF_OFFICE | {"REQUEST", "SANCTION"}
THEMSELVES = _THERE | {"MOBILIZE", "CONSULT"}  # whoever is appointed, called or moved acts all the same


def only_parties(scene: EventScene, event: Event) -> Event:
    """The event without recipients that only say what a deed is about, «потребовали повышения», «подал жалобу»."""
    if scene.language != "ru":
        return event
    kept = tuple(role for role in event.recipients if not _is_thing(scene, role, event))
    return event if len(kept) == len(event.recipients) else replace(event, recipients=kept)


def group_in(scene: EventScene, stretch: Stretch) -> Stretch:
    """A marked stretch from where its group begins: not «периодически | организаторы», «в дальнейшем | жители»."""
    first, last = stretch
    kind, clauses = scene.slots.chunks.kind, scene.slots.clauses
    while first < last and kind(first) in _LEADING:
        first += 1
    if clauses is None or first == last or first == 0 or kind(first - 1) != kinds.PREPOSITION:
        return first, last
    governed = clauses.groups.at(first, last)
    if governed is None or governed.last >= last or kind(governed.head) == kinds.NOUN:
        return first, last
    rest = clauses.groups.at(governed.last + 1, last)
    return (governed.last + 1, last) if rest else (first, last)


def is_habit(scene: EventScene, stretch: Stretch) -> bool:
    """Russian: whether a clause only tells what is usually done: «как правило, главы увольняются»."""
    if scene.language != "ru":
        return False
    sentence = scene.page.sentence_of(stretch[0])
    first = max(sentence.first, scene.slots.chunks.clause_at(stretch[0])[0] - _ASIDE)
    known = russian_phrases("habits")
    return any(True for _ in known.find(scene.page.tokens, first, stretch[0]))


def goes_on_with(scene: EventScene, type: str, trigger: Stretch, cue: Span) -> bool:
    """Russian: whether a verb without a subject may be of whoever tells it: «Полиция сообщила, что задержала двоих».

    Not a passive, nor one of another number: «Союз сообщил, что двоих избили».
    """
    if scene.language != "ru":
        return False
    if scene.slots.passive(scene.trigger(type, trigger)):
        return False
    numbers = [
        {form.number for form in readings("ru", token.lower) if form.part == "verb"}
        for token in (scene.page.tokens[trigger[0]], scene.page.tokens[scene.page.token_range(cue)[1] - 1])
    ]
    return bool(numbers[0] & numbers[1])


def may_act(scene: EventScene, type: str, trigger: Stretch, span: Span) -> bool:
    """Whether somebody may act by the word before: not «прибыл в королевство».

    A participle may be said of anybody before it, and whoever is called somewhere is called by those there.
    """
    i = scene.page.token_at(span.start) - 1
    if type not in THEMSELVES and _suffers(scene, trigger, span):
        return False
    if _tells(scene, span) or (type not in _JOINED and _is_of_another_verb(scene, trigger, span)):
        return False
    if type in _THERE or scene.slots.chunks.kind(trigger[0]) == kinds.PARTICIPLE:
        return True
    if i < scene.page.sentence_at(span.start).first:
        return True
    if scene.page.tokens[i].lower not in words("ru", "grammar", "into"):
        return True
    return _at_law(scene, span)


def _suffers(scene: EventScene, trigger: Stretch, span: Span) -> bool:
    """Whether words are a passive, beside which only the instrumental acts; what a court orders it does."""
    at, clauses = scene.whole(span), scene.slots.clauses
    if at is None or clauses is None or not any(clauses.is_short(i) for i in range(trigger[0], trigger[1] + 1)):
        return False
    if scene.page.tokens[trigger[0]].lower.startswith(tuple(russian_words("forced"))) or _at_law(scene, span):
        return False
    ordered = scene.page.tokens[at[0] - 1].lower.startswith(tuple(words("ru", "grammar", "decisions")))
    return trigger[1] < at[0] and not ordered and "ins" not in scene.slots.stretches.cases(at)


def _is_of_another_verb(scene: EventScene, trigger: Stretch, span: Span) -> bool:
    """«после задержания коллег министр ушёл»: whoever stands in the nominative does not do what such a noun tells."""
    kind, at = scene.slots.chunks.kind, scene.whole(span)
    if at is None or trigger[0] != trigger[1] or kind(trigger[0]) != kinds.NOUN:
        return False
    i = trigger[0] - 1
    while i > 0 and kind(i) in (kinds.ADJECTIVE, kinds.DETERMINER):
        i -= 1
    if i < 0 or kind(i) != kinds.PREPOSITION:
        return False
    inner = i > 0 and at[0] < i and kind(i - 1) == kinds.NOUN  # «обсуждают инцидент с перестрелкой»
    return inner or scene.slots.stretches.cases(at).isdisjoint(_BY)


def _tells(scene: EventScene, span: Span) -> bool:
    """«как отмечает ТАСС»: whether an outlet stands behind a verb of saying."""
    id = scene.entities.at(span)
    outlet = id is not None and scene.entities.get(id).kind == "outlet"
    i = scene.page.token_at(span.start) - 1
    return outlet and i >= 0 and scene.page.tokens[i].lower.startswith(tuple(russian_words("said_there")))


def _at_law(scene: EventScene, span: Span) -> bool:
    first, stop = scene.page.token_range(span)
    return any(hit.value in _AT_LAW for hit in phrases("ru", "sectors").find(scene.page.tokens, first, stop))


def is_content(scene: EventScene, span: Span) -> bool:
    """Whether words only say what is asked, said, given or done."""
    at, clauses = scene.whole(span), scene.slots.clauses
    group = clauses.groups.at(*at) if at and clauses else None
    return group is not None and _tells_content(scene, group.head)


def _is_thing(scene: EventScene, role: Role, event: Event) -> bool:
    if role.entity or (role.sector and role.sector != _UNKNOWN) or event.type in _OF_OFFICE:
        return False
    at, clauses = scene.whole(role.span), scene.slots.clauses
    group = clauses.groups.at(*at) if at and clauses else None
    if group is None or clauses is None or clauses.is_somebody(group.stretch):
        return False
    tokens = scene.page.tokens
    numbers, counted = number_words("ru"), tokens[group.head].lower
    counts = counted in numbers.cardinals or counted in numbers.scales
    head = group.last if counts else group.head  # «15 тысяч долларов»
    if event.type == "CONSULT" and "acc" in group.cases and not tokens[head].is_capitalised:
        return True  # «обсудили вопросы отношений двух стран»
    if tokens[head].is_capitalised or any(True for _ in scene.entities.within(role.span)):
        return False
    if any(tokens[i].lower in words("ru", "grammar", "owners") for i in range(group.first, group.last + 1)):
        return False
    owner = clauses.groups.at(head + 1, group.last, frozenset({"gen"})) if head < group.last else None
    return _tells_content(scene, head) and (owner is None or not clauses.is_party(owner))


def _tells_content(scene: EventScene, head: int) -> bool:
    lemma = readings("ru", scene.page.tokens[head].lower)[0].lemma
    endings = tuple(russian_words("content_endings"))
    return lemma in russian_words("contents") or lemma.endswith(endings)
