"""Russian words that look like somebody's speech and are none: what is only wanted, and names that are no subjects."""

from sholu.model.reading import Mention
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.declension import cases_of_name
from sholu.reading.languages.morphology import readings
from sholu.reading.offices.lexicon import office_words
from sholu.reading.speech.scene import Draft, Phrase, Scene

_ENDS = frozenset(',;:()—–«»“”"')
_NAMING = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.PREPOSITION})
_LEAVING = ("quit", "gone", "dismiss")


def is_unsaid(scene: Scene, draft: Draft) -> bool:
    """Whether the cue is a deed that is only wanted («потребовали, чтобы X пришёл и рассказал») or no speech at all
    («покинул пост „в связи с переходом“», «к слову»).
    """
    if scene.language != "ru" or draft.cue is None:
        return False
    turn = scene.lexicon.turns.at(scene.tokens, draft.cue[0])
    if turn is not None and turn.last >= draft.cue[1]:
        return True
    first = scene.page.sentence_at(scene.tokens[draft.cue[0]].start).first
    for j in range(draft.cue[0] - 1, first - 1, -1):
        if scene.tokens[j].text in _ENDS:
            break
        if scene.tokens[j].lower in scene.lexicon.wishing:
            return True
    change = office_words("ru").change
    return any(change[name].at(scene.tokens, draft.cue[0]) is not None for name in _LEAVING)


def subject_of(scene: Scene, entities: EntityIndex, draft: Draft) -> Phrase | None:
    """The head of a source: of two names side by side the one in the nominative («ответил Ивану Петрову Олег Ли»);
    of a name that can only be the verb's object the words before the verb («Ивана Петрова суд считает»).
    """
    head, cue = draft.head, draft.cue
    if scene.language != "ru" or head is None or cue is None or scene.kind(cue[0]) != kinds.VERB:
        return head
    names = [mention for mention, id in entities.within(scene.page.span(*head)) if _is_somebody(entities, mention, id)]
    names.sort(key=lambda mention: mention.start)
    if not names or any(_may_speak(scene, mention) for mention in names[:1]):
        return head
    for mention in names[1:]:
        start = scene.page.token_at(mention.start)
        if _may_speak(scene, mention) and scene.page.token_at(names[0].end - 1) + 1 == start:
            return start, scene.page.token_at(mention.end - 1)
    lone = scene.page.token_at(names[0].start) == head[0] and scene.page.token_at(names[0].end - 1) == head[1]
    owned = head[0] > 0 and scene.kind(head[0] - 1) in _NAMING
    if not lone or owned or head[1] > cue[0]:
        return head
    beside = scene.chunks.noun_phrase_before(cue[0])
    return beside if beside is not None and beside[0] > head[1] else None


def _is_somebody(entities: EntityIndex, mention: Mention, id: str) -> bool:
    return mention.form == "name" and entities.get(id).kind == "person"


def _may_speak(scene: Scene, mention: Mention) -> bool:
    """Whether a name may stand in the nominative, by its given name above all."""
    words = tuple(token.text for token in scene.page.tokens_in(mention.span) if token.is_word)
    given = [form for form in readings("ru", words[0].lower()) if form.known and form.kind == "given"] if words else []
    if given and len(words) > 1:
        return any(form.case == "nom" for form in given)
    cases = cases_of_name(words)
    return not cases or "nom" in cases
