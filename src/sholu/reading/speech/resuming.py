"""Sources without a name that go on from those before: «пишет издание», "the newspaper said", «сказано в письме»."""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Mention
from sholu.reading.chunks.kinds import PREPOSITION
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import base_forms
from sholu.reading.speech.meant import core_last
from sholu.reading.speech.scene import Draft, Phrase, Scene

_NEAR = 4  # sentences between a paper without an author and the body that spoke last


def resumed(
    scene: Scene, entities: EntityIndex, drafts: Sequence[Draft], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions of these drafts, their sources without a name given to the outlet or body told of before."""
    outlet: str | None = None
    body: tuple[int, str] | None = None
    person: tuple[int, str] | None = None
    titles: dict[str, str] = {}
    done: list[Attribution] = []
    for draft, item in zip(drafts, found, strict=True):
        if draft.head is not None and outlet is not None and _is_medium(scene, entities, draft.head, item):
            item = _given(scene, entities, draft.head, replace(item, outlet=outlet), outlet)
        near = body is not None and draft.sentence - body[0] <= _NEAR
        if draft.head is not None and body is not None and near and _is_paper(scene, entities, draft.head, item):
            item = _given(scene, entities, draft.head, item, body[1])
        told = titles.get(person[1], "") if person is not None and draft.sentence - person[0] <= _NEAR else ""
        if draft.head is not None and person is not None and _is_called_so(scene, entities, draft.head, item, told):
            item = _given(scene, entities, draft.head, item, person[1])
        done.append(item)
        if item.source is not None and entities.get(item.source).kind == "person":
            person = draft.sentence, item.source
            titles[item.source] = titles.get(item.source, "") + " " + (item.source_text or "").lower()
        outlet = item.outlet or outlet
        if item.source is not None and entities.get(item.source).kind == "organisation":
            body = draft.sentence, item.source
    return done


def carried_by(found: Sequence[Attribution]) -> list[Attribution]:
    """ "A, X said, the agency reports" is one attribution: what X said, carried by the outlet that is cited for it.

    So is what X says within what the outlet tells.
    """
    said = {item.content: number for number, item in enumerate(found) if item.mode != "citation" and item.source_span}
    cited = {item.id: item.outlet for item in found if item.mode == "citation" and item.cue is not None}
    done = [replace(item, outlet=item.outlet or cited.get(item.parent or "")) for item in found]
    gone: set[str] = set()
    for item in found:
        number = said.get(item.content)
        if item.mode != "citation" or item.cue is None or item.outlet is None or number is None:
            continue
        if done[number].outlet in (None, item.outlet):
            done[number] = replace(done[number], outlet=item.outlet)
            gone.add(item.id)
    if not gone:
        return done
    kept = [item for item in done if item.id not in gone]
    return [replace(item, parent=None) if item.parent in gone else item for item in kept]


def told_once(drafts: Sequence[Draft], found: Sequence[Attribution]) -> list[Attribution]:
    """«X полагает, что A. Такое мнение он высказал „Утру“»: the second sentence but tells when and where he said so."""
    done = {item.id: item for item in found}
    for draft, item in zip(drafts, found, strict=True):
        if draft.shape != "backward" or item.source is None:
            continue
        inner = next((one for one in found if one.parent == item.id and one.source == item.source), None)
        if inner is not None:
            told = replace(inner, outlet=inner.outlet or item.outlet, date=inner.date or item.date, parent=item.parent)
            done[inner.id] = told
            del done[item.id]
    return [replace(item, parent=item.parent if item.parent in done else None) for item in done.values()]


def _given(scene: Scene, entities: EntityIndex, head: Phrase, item: Attribution, id: str) -> Attribution:
    span = scene.page.span(*head)
    mention = next((mention for mention, _ in entities.within(span) if mention.span == span), None)
    if mention is not None:
        entities.give(mention, id)
    else:
        entities.mention(id, Mention(span.start, span.end, "nominal"))
    return replace(item, source=id)


def _is_medium(scene: Scene, entities: EntityIndex, head: Phrase, item: Attribution) -> bool:
    """Whether a source is the mere word for an outlet, and what it was taken for is none of that kind."""
    word = scene.tokens[core_last(scene, head)]
    if word.lower not in scene.lexicon.outlet_words or _has_name(scene, entities, head):
        return False
    if item.source is None:
        return True
    if all(mention.form != "name" for mention in entities.mentions(item.source)):
        return True
    taken = entities.get(item.source)
    return taken.kind != "outlet" and word.lower[:_STEM] not in taken.name.lower()


def _is_paper(scene: Scene, entities: EntityIndex, head: Phrase, item: Attribution) -> bool:
    """Russian: whether a source is a mere paper, «в сообщении», of which nobody is named the author."""
    if scene.language != "ru" or _has_name(scene, entities, head):
        return False
    if item.source is not None and any(mention.form == "name" for mention in entities.mentions(item.source)):
        return False
    core = core_last(scene, head)
    alone = core == head[1] or scene.kind(core + 1) == PREPOSITION
    return alone and scene.lexicon.documents.at(scene.tokens, core, core + 1) is not None


def _is_called_so(scene: Scene, entities: EntityIndex, head: Phrase, item: Attribution, titles: str) -> bool:
    """Russian: whether who spoke last is meant by what he is: «глава МИД Ким заявил ..., добавил министр».

    `titles` are the words by which he was named as a source.
    """
    if scene.language != "ru" or not titles:
        return False
    if item.source is not None and any(mention.form == "name" for mention in entities.mentions(item.source)):
        return False
    words = titles.split()
    core = core_last(scene, head)
    if core < head[1]:
        house = scene.page.span(core + 1, head[1]).of(scene.text).lower()
        return core == head[0] and house in titles  # «спикер Сената Ким ..., по словам председателя Сената»
    known = scene.lexicon.again.get(base_forms("ru", scene.tokens[core].lower)[0])
    return known is not None and core == head[0] and any(word.startswith(known) for word in words)


def _has_name(scene: Scene, entities: EntityIndex, head: Phrase) -> bool:
    span = scene.page.span(*head)
    named = any(mention.form == "name" for mention, _ in entities.within(span))
    return named or any(scene.tokens[j].is_capitalised for j in range(head[0] + 1, head[1] + 1))


_STEM = 6  # letters in which a noun and a name that has it agree
