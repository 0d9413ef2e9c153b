"""Sets that mark names: CrossNER politics, CoNLL-2003, NEREL, KazNERD, and the toponyms of GeoVirus and LGL."""

from training.data.lines import Line, layer, spans
from training.example import Example, Marked, outermost
from training.labels import KINDS

COARSE = {
    "organisation": ("organisation", "outlet"),
    "place": ("place",),
    "person": ("person",),
    "facility": ("facility",),
    "group": ("group",),
}
"""What a kind of these sets may be with us: for them an outlet is an organisation like any other."""
NO_FACILITIES = {**COARSE, "place": ("place", "facility"), "organisation": ("organisation", "outlet", "facility")}
"""The same where the set has no facilities."""


def read_names(line: Line, source: str) -> Example:
    """All named people, organisations, places and facilities; what the set calls something else is left open."""
    gold = line["gold"]
    kinds = NO_FACILITIES if source in ("entities-en", "entities-en-news") else COARSE
    marked = (Marked(spans([row["span"]])[0], kinds[row["kind"]]) for row in gold["entities"])
    names, _ = outermost(marked)
    return Example(
        line["id"],
        source,
        line["language"],
        line["text"],
        layers={"name": names},
        hidden={"name": spans(gold["ignore"])},
    )


def read_toponyms(line: Line, source: str) -> Example:
    """Names of places only: nothing is learned of other words than that they are no places."""
    gold = line["gold"]
    places = layer(spans(row["span"] for row in gold["toponyms"]), "place", "facility")
    others = tuple(kind for kind in KINDS if kind not in ("place", "facility"))
    return Example(
        line["id"],
        source,
        line["language"],
        line["text"],
        layers={"name": places},
        hidden={"name": spans(gold["ignore"])},
        open_labels={"name": others},
    )
