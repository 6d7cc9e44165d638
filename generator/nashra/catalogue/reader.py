"""How pages ask: every question is answered once and noted for the output that asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from nashra.catalogue import codec
from nashra.catalogue.queries import (
    After,
    Before,
    Cards,
    Count,
    Newest,
    Query,
    Row,
    Stretch,
    Values,
    Whole,
)
from nashra.model import Card, Entry, Use


Piece = TypeVar("Piece")


class Answers:
    """The answers of one build, shared by all its pages: the catalogue stands still meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[Query, tuple[tuple[Row, ...], Use]] = {}
        self._cards: dict[str, Card] = {}
        self.pieces: dict[object, tuple[Any, dict[str, Use]]] = {}
        """What several pages show alike, and the questions that making it asked."""

    def ask(self, query: Query) -> tuple[tuple[Row, ...], Use]:
        """Give the rows of a question and what using them is recorded as."""
        answer = self._rows.get(query)
        if answer is None:
            rows = tuple(self._connection.execute(query.sql, query.parameters))
            answer = self._rows[query] = rows, _use(query, rows)
        return answer

    def card(self, text: str) -> Card:
        """Give a card, decoded once."""
        card = self._cards.get(text)
        if card is None:
            card = self._cards[text] = codec.decode_card(text)
        return card


def _use(query: Query, rows: Sequence[Row]) -> Use:
    version = codec.version_of("\n".join(str(row[-1]) for row in rows) + f"\n{len(rows)}")
    if isinstance(query, Values):
        version = codec.version_of(repr(rows))
    term, value = query.on
    since, until = query.bounds(rows)
    return Use("query", query.key, version, term, value, since, until)


class Reader:
    """Answers one page's questions and remembers them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._uses: dict[str, Use] = {}

    @property
    def uses(self) -> tuple[Use, ...]:
        """Every question that was asked, with the version of its answer."""
        return tuple(self._uses.values())

    def once(self, key: object, make: Callable[[Reader], Piece]) -> Piece:
        """Give a piece that several pages show, made once; its questions are noted for each.

        The key must tell apart whatever `make` makes different.
        """
        found = self._answers.pieces.get(key)
        if found is None:
            reader = Reader(self._answers)
            found = self._answers.pieces[key] = make(reader), reader._uses
        self._uses |= found[1]
        piece: Piece = found[0]
        return piece

    def count(self, term: str, value: str = "") -> int:
        """Give how many entries a term has."""
        return int(str(self._ask(Count(term, value))[0][0]))

    def newest(self, term: str, value: str = "", *, limit: int) -> list[Card]:
        """Give the newest stories under a term, newest first."""
        return self._cards(Newest(term, value, limit))

    def stretch(self, term: str, value: str, *, start: int, length: int) -> list[Card]:
        """Give stories under a term, counted from the oldest, newest first."""
        return self._cards(Stretch(term, value, start, length))

    def before(self, term: str, value: str, card: Card) -> Card | None:
        """Give the story just before another under a term."""
        found = self._cards(Before(term, value, card.date.timestamp(), card.file))
        return found[0] if found else None

    def after(self, term: str, value: str, card: Card) -> Card | None:
        """Give the story just after another under a term."""
        found = self._cards(After(term, value, card.date.timestamp(), card.file))
        return found[0] if found else None

    def cards(self, term: str, value: str) -> list[Card]:
        """Give every story under a term, oldest first."""
        return self._cards(Cards(term, value))

    def entries(self, term: str, value: str = "") -> list[Entry]:
        """Give the whole entries under a term, oldest first."""
        return [codec.decode_entry(str(row[1])) for row in self._ask(Whole(term, value))]

    def values(self, of: str, *, on: str, value: str = "") -> list[tuple[str, int]]:
        """Give every value of the term `of` with its count, in order."""
        return [(str(row[0]), int(str(row[1]))) for row in self._ask(Values(on, value, of))]

    def _cards(self, query: Query) -> list[Card]:
        return [self._answers.card(str(row[1])) for row in self._ask(query)]

    def _ask(self, query: Query) -> tuple[Row, ...]:
        rows, use = self._answers.ask(query)
        self._uses[use.key] = use
        return rows
