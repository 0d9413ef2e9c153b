"""Any view as plain JSON types: what the command line prints with --json and programs read."""

import json
from dataclasses import fields, is_dataclass
from typing import Any


def plain(view: Any) -> Any:
    """A view (a dataclass of this room, or what is in one) as JSON types, fields by their names."""
    if is_dataclass(view) and not isinstance(view, type):
        return {field.name: plain(getattr(view, field.name)) for field in fields(view)}
    if isinstance(view, tuple | list):
        return [plain(item) for item in view]
    if isinstance(view, dict):
        return {key: plain(item) for key, item in view.items()}
    return view


def as_json(view: Any) -> str:
    """A view as indented JSON."""
    return json.dumps(plain(view), ensure_ascii=False, indent=2)
