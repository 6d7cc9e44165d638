"""Entries and cards as the text that the catalogue keeps, and back."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import TypeAdapter

from nashra.errors import Problem
from nashra.model import Article, Author, Card, Entry, FrontPlan, MediaFile, StandingPage

_ENTRIES: dict[str, TypeAdapter[Any]] = {
    kind.__name__: TypeAdapter(kind)
    for kind in (Article, Author, StandingPage, MediaFile, FrontPlan)
}
_CARD = TypeAdapter(Card)
_PROBLEMS = TypeAdapter(tuple[Problem, ...])


def encode_entry(entry: Entry) -> str:
    """Give an entry as text that begins with its kind."""
    kind = type(entry).__name__
    return f"{kind} {_ENTRIES[kind].dump_json(entry).decode()}"


def decode_entry(text: str) -> Entry:
    """Give the entry that `encode_entry` wrote."""
    kind, _, data = text.partition(" ")
    entry: Entry = _ENTRIES[kind].validate_json(data)
    return entry


def encode_card(card: Card) -> str:
    """Give a card as text."""
    return _CARD.dump_json(card).decode()


def decode_card(text: str) -> Card:
    """Give the card that `encode_card` wrote."""
    return _CARD.validate_json(text)


def encode_problems(problems: tuple[Problem, ...]) -> str:
    """Give problems as text."""
    return _PROBLEMS.dump_json(problems).decode() if problems else ""


def decode_problems(text: str) -> tuple[Problem, ...]:
    """Give the problems that `encode_problems` wrote."""
    return _PROBLEMS.validate_json(text) if text else ()


def version_of(text: str) -> str:
    """Give a short hash of a text."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
