"""How well a name that somebody types fits an entity, in any script or spelling."""

from sholu.knowledge.model import KnownEntity
from sholu.knowledge.people import compare, person_name
from sholu.knowledge.spelling import alike, key


def fit(entity: KnownEntity, name: str) -> int:
    """3 when a name is one of the entity's own forms, 2 when it is spelt otherwise, 1 when it is part of one."""
    forms = [form for some in entity.names.values() for form in some]
    if name.casefold() in {form.casefold() for form in forms}:
        return 3
    if entity.kind == "person":
        verdicts = {compare(person_name(name), person_name(form)) for form in forms}
        return 2 if "same" in verdicts else 1 if "compatible" in verdicts else 0
    wanted = [key(word) for word in name.split()]
    for form in forms:
        words = [key(word) for word in form.split()]
        if len(words) == len(wanted) and all(alike(one, other) for one, other in zip(words, wanted, strict=True)):
            return 2
        if all(any(alike(one, other) for other in words) for one in wanted):
            return 1
    return 0
