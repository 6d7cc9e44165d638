"""Values of front matter as text, whatever form they were written in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from nashra.schema import Value

_DEEP = 20
_NULLS = ("null", "Null", "NULL", "~")


def text_of(value: object, room: int = _DEEP) -> Value:
    """Give a value with every scalar in it as text: dates in ISO 8601, `true` and `false`."""
    if isinstance(value, Mapping):
        return {str(key): text_of(item, room - 1) for key, item in value.items()} if room else ""
    if isinstance(value, list):
        return [text_of(item, room - 1) for item in value] if room else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def without_nulls(values: dict[str, Value]) -> dict[str, Value]:
    """Give the values with nothing in the place of what YAML calls null."""
    return {key: "" if value in _NULLS else value for key, value in values.items()}
