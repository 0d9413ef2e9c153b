"""The one place where templates are filled: everything that comes from an article is escaped."""

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu.text.visible import visible


@cache
def environment() -> Environment:
    """The templates of this room, with escaping on and undefined names an error."""
    return Environment(
        loader=PackageLoader("sholu.publishing"), autoescape=True, undefined=StrictUndefined, finalize=_shown
    )


def _shown(value: object) -> object:
    return visible(value) if type(value) is str else value


@cache
def style() -> Markup:
    """The style sheet, ours and therefore safe to stand in a page as it is."""
    return Markup((resources.files("sholu.publishing") / "templates" / "style.css").read_text("utf-8"))
