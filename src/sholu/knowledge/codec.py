"""Knowledge as plain JSON types and back: named for people and programs, in rows for the cache."""

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Make = Callable[[Any], Any]


def named(value: Any) -> Any:
    """Any value of the knowledge model as plain JSON types, dataclasses as objects with their fields' names."""
    kind: Any = type(value)
    if hasattr(kind, "__dataclass_fields__"):
        return {name: named(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: named(item) for name, item in zip(value._fields, value, strict=True)}
    if isinstance(value, tuple | list):
        return [named(item) for item in value]
    if isinstance(value, dict):
        return {key: named(item) for key, item in value.items()}
    return value


def row(value: Any) -> Any:
    """The same without names: dataclasses as lists of their fields, in order. `made` undoes it."""
    kind: Any = type(value)
    if kind is str or kind is int or kind is float or kind is bool or value is None:
        return value
    if isinstance(value, tuple | list):
        return [row(item) for item in value]
    if isinstance(value, dict):
        return {key: row(item) for key, item in value.items()}
    return [row(getattr(value, name)) for name in _names(kind)]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which takes half of the time in which a million objects without any are made."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def made(kind: Any, data: Any) -> Any:
    """The value of class `kind` that `row` or `named` made `data` of."""
    make: Make = _maker(kind)
    return make(data)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Hashable) -> Make:
    """A function that makes a value of this type out of plain data."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = [argument for argument in arguments if argument is not NoneType]
        make = _maker(inner[0])
        return lambda data: None if data is None else make(data)
    if origin is tuple:
        return _tuple(arguments)
    if origin is dict:
        make = _maker(arguments[1])
        if make is _same:
            return _same
        return lambda data: {key: make(item) for key, item in data.items()}
    if origin is Literal or not isinstance(kind, type):
        return _same
    if hasattr(kind, "__dataclass_fields__") or hasattr(kind, "_fields"):
        return _record(kind)
    return _same


def _same(data: Any) -> Any:
    return data


def _tuple(arguments: tuple[Any, ...]) -> Make:
    make = _maker(arguments[0])
    if make is _same:
        return tuple
    return lambda data: tuple([make(item) for item in data])


def _record(kind: Any) -> Make:
    hints = get_type_hints(kind)
    names = _names(kind) if hasattr(kind, "__dataclass_fields__") else kind._fields
    makers = [_maker(hints[name]) for name in names]

    def make(data: Any) -> Any:
        if isinstance(data, dict):
            return kind(**{name: maker(data[name]) for name, maker in zip(names, makers, strict=True)})
        return kind(*[maker(item) for maker, item in zip(makers, data, strict=True)])

    return make
