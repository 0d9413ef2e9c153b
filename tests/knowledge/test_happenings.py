"""Two tellings of one happening: who has no name may be the same as anybody."""

from dataclasses import replace

from sholu.knowledge.happenings import Happening, group_happenings
from sholu.model.reading import Event
from sholu.model.span import Span


def telling(note: int, actor: str, sufferer: str, *, unnamed: bool) -> Happening:
    event = Event(f"v{note}", "ASSAULT", Span(0, 4), Span(0, 20), date="2026-03-05")
    parties = frozenset({actor, sufferer})
    return Happening(
        note, note, event, 0, frozenset({actor}), frozenset({sufferer}), "osh", "KG", "2026-03-05", True,
        parties | {"osh"}, parties if unnamed else frozenset(),
    )  # fmt: skip


def test_other_parties_on_both_sides_keep_tellings_apart_unless_they_have_no_name() -> None:
    rarity = dict.fromkeys(("a", "b", "c", "d", "osh"), 1.0)

    def groups(*, unnamed: bool) -> int:
        one, other = telling(0, "a", "b", unnamed=unnamed), telling(1, "c", "d", unnamed=unnamed)
        return len(group_happenings([one, other], rarity))

    assert groups(unnamed=False) == 2
    assert groups(unnamed=True) == 1
    one = telling(0, "a", "b", unnamed=True)
    assert len(group_happenings([one, replace(one, number=1, note=1)], rarity)) == 1
