"""The entities of an annotated article, from mentions, records and what the corpus knows."""

from sholu.corpus import markup
from sholu.corpus.codes import KINDS, is_country, is_sector
from sholu.corpus.folder import Known
from sholu.corpus.markup import Mark
from sholu.corpus.records import ITEM, Record, Words
from sholu.corpus.sheet import Sheet
from sholu.model.reading import Entity, Mention, MentionForm

_FORMS: dict[str, MentionForm] = {markup.NAME: "name", markup.NOMINAL: "nominal", markup.PRONOUN: "pronoun"}


def build_entities(sheet: Sheet, known: dict[str, Known]) -> list[Entity]:
    """All entities with at least one mention, by their first one."""
    records = {record.id: record for record in sheet.article.records if not ITEM.fullmatch(record.id)}
    mentions: dict[str, list[Mark]] = {}
    for mark in sheet.article.marked.marks:
        if mark.sign in _FORMS:
            mentions.setdefault(mark.id, []).append(mark)
    for id, record in records.items():
        if id not in mentions:
            sheet.wrong(record.line, f"{id} is mentioned nowhere.", f"Mark it in the text, [{id}:name], or go without.")
    found = [_entity(sheet, id, marks, records.get(id), known.get(id)) for id, marks in mentions.items()]
    return [entity for entity in found if entity is not None]


def _entity(sheet: Sheet, id: str, marks: list[Mark], record: Record | None, known: Known | None) -> Entity | None:
    if ITEM.fullmatch(id):
        sheet.wrong(marks[0].line, f"[{id}{marks[0].sign} is an item's id.", "Give the entity a name of its own.")
        return None
    if record is None and known is None:
        sheet.wrong(marks[0].line, f"{id} is not known.", f"Write a record: {id} person, or add it to known.toml.")
        return None
    base = known or Known("other")
    words = Words(record or Record(id, (), 0))
    kind = words.bare(KINDS.__contains__) or (known.kind if known else None)
    country = words.bare(is_country) or base.country
    sectors = []
    while sector := words.bare(is_sector):
        sectors.append(sector)
    given = []
    while name := words.quoted():
        given.append(name)
    if kind is None:
        sheet.wrong(words.record.line, f"{id} has no kind.", f"It is one of {', '.join(sorted(KINDS))}.")
        return None
    sheet.finish(words)
    name, aliases = _names(sheet, marks, given, base)
    return Entity(
        id,
        kind,  # type: ignore[arg-type]  # it is one of KINDS
        name,
        aliases,
        country,
        tuple(sectors) or base.sector,
        dict(base.same_as),
        base.point,
        tuple(Mention(mark.span.start, mark.span.end, _FORMS[mark.sign]) for mark in marks),
    )


def _names(sheet: Sheet, marks: list[Mark], given: list[str], known: Known) -> tuple[str, tuple[str, ...]]:
    """The canonical name (as given, as known, or the longest in the text) and the other forms."""
    used = [mark.span.of(sheet.text) for mark in marks if mark.sign == markup.NAME]
    called = [mark.span.of(sheet.text) for mark in marks if mark.sign != markup.NAME]
    own = known.names.get(sheet.article.language)
    name = given[0] if given else own or max(used or called, key=len)
    others = [*given[1:], *([own] if own else []), *used]
    return name, tuple(form for form in dict.fromkeys(others) if form != name)
