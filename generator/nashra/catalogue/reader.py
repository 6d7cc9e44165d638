"""How pages ask: every question is answered once and noted for the output that asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from nashra.catalogue import codec
from nashra.catalogue.queries import (
    Cards,
    Count,
    Neighbours,
    Newest,
    Query,
    Row,
    Stretch,
    Values,
    Whole,
)
from nashra.model import Card, Entry, Use, identifier

Piece = TypeVar("Piece")


class Answers:
    """The answers of one build, shared by all its pages: the catalogue stands still meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[Query, tuple[Row, ...]] = {}
        self._uses: dict[Query, Use] = {}
        self._cards: dict[str, Card] = {}
        self.pieces: dict[object, tuple[Any, set[Query]]] = {}
        """What several pages show alike, and the questions that making it asked."""

    def rows(self, query: Query) -> tuple[Row, ...]:
        """Give the rows of a question."""
        rows = self._rows.get(query)
        if rows is None:
            rows = tuple(self._connection.execute(query.sql, query.parameters))
            self._rows[query] = rows
        return rows

    def use(self, query: Query) -> Use:
        """Give what using the answer to a question is recorded as."""
        use = self._uses.get(query)
        if use is None:
            use = self._uses[query] = _use(query, self.rows(query))
        return use

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
    return Use(query.key, version, term, value, since, until)


class Reader:
    """Answers one page's questions and remembers them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._asked: set[Query] = set()

    @property
    def uses(self) -> tuple[Use, ...]:
        """Every question that was asked, with the version of its answer."""
        return tuple(self._answers.use(query) for query in self._asked)

    def once(self, key: object, make: Callable[[Reader], Piece]) -> Piece:
        """Give a piece that several pages show, made once; its questions are noted for each.

        The key must tell apart whatever `make` makes different.
        """
        found = self._answers.pieces.get(key)
        if found is None:
            reader = Reader(self._answers)
            found = self._answers.pieces[key] = make(reader), reader._asked
        self._asked |= found[1]
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

    def neighbours(self, term: str, value: str, story: Card) -> tuple[Card | None, Card | None]:
        """Give the stories just before and just after another under a term, where there are."""
        query = Neighbours(term, value, story.date.timestamp(), identifier(story.file))
        sides = {row[2]: self._answers.card(str(row[1])) for row in self._ask(query)}
        return sides.get("older"), sides.get("newer")

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
        self._asked.add(query)
        return self._answers.rows(query)
