"""The codebook's data files, each parsed once when first asked for."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name`.toml of the codebook."""
    return tomllib.loads((resources.files("sholu.codebook") / f"{name}.toml").read_text("utf-8"))


def contexts() -> dict[str, str]:
    """Every context code with what it means."""
    return dict(table("contexts")["contexts"])


def sectors() -> dict[str, str]:
    """Every sector code with what it means."""
    return dict(table("sectors")["sectors"])
