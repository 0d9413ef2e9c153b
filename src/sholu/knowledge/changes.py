"""Changes of office: who left, who came, on which day, by which act, and who tells of it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sholu.knowledge.dates import day_of
from sholu.knowledge.model import Change, Held
from sholu.knowledge.offices import Seen
from sholu.knowledge.posts import Post

_BETWEEN = 45
"""Days for which an office may stand empty between two holders, and for which a change is news."""

Tenure = tuple[Held, Sequence[Seen]]


def find_changes(tenures: Sequence[Tenure]) -> tuple[Change, ...]:
    """Every time that the press tells of an office ending or beginning, the two put together where both are told."""
    slots: defaultdict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if not tenure[1][0].post.is_vague:
            slots[_slot(tenure)].append(tenure)
    found = []
    for tenures_here in slots.values():
        ended = [tenure for tenure in tenures_here if tenure[0].end and _told(tenure, "end")]
        begun = [tenure for tenure in tenures_here if tenure[0].start and _told(tenure, "start")]
        for left in ended:
            came = min(
                (other for other in begun if _follows(left, other)),
                key=lambda other: abs(_apart(left[0].end, other[0].start)),
                default=None,
            )
            if came is not None:
                begun.remove(came)
            found.append(_change(left, came))
        found += [_change(None, came) for came in begun]
    return tuple(sorted(found, key=lambda change: (change.date or "", change.office)))


def _slot(tenure: Tenure) -> tuple[str, str, str]:
    post: Post = tenure[1][0].post
    area = next((item.post.area for item in tenure[1] if item.post.area), "")
    return post.rank, post.field, area or tenure[0].country or ""


def _told(tenure: Tenure, bound: str) -> bool:
    """Whether the press, not only a pack, tells of the bound as something new: not long before the report."""
    dates = [(getattr(item, bound), item.published) for item in tenure[1] if item.passage]
    return any(date and (published is None or _apart(date, published) <= _BETWEEN) for date, published in dates)


def _apart(one: str | None, other: str | None) -> int:
    first, second = day_of(one), day_of(other)
    return abs((second - first).days) if first and second else 0


def _follows(left: Tenure, came: Tenure) -> bool:
    first, second = day_of(left[0].end), day_of(came[0].start)
    if left[0].person == came[0].person or first is None or second is None:
        return False
    return -1 <= (second - first).days <= _BETWEEN


def _change(left: Tenure | None, came: Tenure | None) -> Change:
    sides = [side for side in (left, came) if side is not None]
    seen = [item for _, items in sides for item in items if item.passage and (item.start or item.end)]
    acts = Counter(item.act for item in seen if item.act)
    main = (left or came or sides[0])[0]
    reports = dict.fromkeys(item.passage for item in seen if item.passage)
    return Change(
        office=main.office.removeprefix("acting "),
        organisation=main.organisation,
        country=main.country,
        date=left[0].end if left else came[0].start if came else None,
        left=left[0].person if left else None,
        came=came[0].person if came else None,
        act=acts.most_common(1)[0][0] if acts else None,
        reports=tuple(reports),
        why=tuple(dict.fromkeys(item.why for item in seen)),
    )
