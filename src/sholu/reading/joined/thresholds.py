"""The numbers on which joining depends, out of one file that says how each was found."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def thresholds(part: str, language: str) -> dict[str, float]:
    """The thresholds of one part ("attributions", ...) by name; a language's own go before those of all."""
    table = tomllib.loads((files(__package__) / "thresholds.toml").read_text("utf-8"))[part]
    common = {name: value for name, value in table.items() if not isinstance(value, dict)}
    return {**common, **table.get(language, {})}
