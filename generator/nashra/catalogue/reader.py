"""How pages ask: every question is answered once and noted for the output that asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from nashra.catalogue import codec, terms
from nashra.catalogue.queries import (
    Addresses,
    Before,
    Beginning,
    Cards,
    Count,
    Neighbours,
    Newest,
    Query,
    Row,
    Spelling,
    Spellings,
    Stretch,
    Values,
    Whole,
)
from nashra.catalogue.recent import Recent
from nashra.catalogue.use import Use
from nashra.model import Article, Card, Entry, identifier

Piece = TypeVar("Piece")

_ANSWERS = 4_000
_CARDS = 12_000
"""How many are kept: some kilobytes each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question, and what using them is recorded as."""

    rows: tuple[Row, ...]
    use: Use


class Answers:
    """The answers of one build, shared by its pages: the catalogue stands still meanwhile.

    So many are kept as lists that lie close together share; an archive has no bearing on it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._answers = Recent[Query, Answer](_ANSWERS)
        self._cards = Recent[int, Card](_CARDS)
        self.pieces = Recent[object, tuple[Any, set[Use]]](_CARDS)
        """What several pages show alike, and what making it used."""

    def close(self) -> None:
        """Close the connection, where it was opened for these answers alone."""
        self._connection.close()

    def answer(self, query: Query) -> Answer:
        """Give the answer to a question."""
        return self._answers.get(query) or self._answers.keep(query, self._ask(query))

    def card(self, number: int) -> Card:
        """Give the card of an entry, decoded once."""
        return self._cards.get(number) or self._cards.keep(number, self._card(number))

    def know(self, card: Card) -> None:
        """Keep a card that is at hand, for the stories beside it."""
        self._cards.keep(identifier(card.file), card)

    def _card(self, number: int) -> Card:
        row = self._connection.execute("SELECT card FROM entry WHERE id = ?", (number,)).fetchone()
        return codec.decode_card(row[0])

    def _ask(self, query: Query) -> Answer:
        rows = tuple(self._connection.execute(query.sql, query.parameters))
        return Answer(rows, _use(query, rows))


def _use(query: Query, rows: Sequence[Row]) -> Use:
    shown = [repr(rows)] if isinstance(query, Values) else [str(row[-1]) for row in rows]
    version = codec.version_of("\n".join([*shown, str(len(rows))]))
    term, value = query.on
    since, until = query.bounds(rows)
    key = query.key
    return Use(identifier(key), key, version, term, value, since, until)


class Reader:
    """Answers one page's questions and remembers them.

    What it is asked, it is asked of one edition; what several have in common is told of all.
    """

    def __init__(self, answers: Answers, edition: str = "") -> None:
        self._answers = answers
        self._edition = edition
        self.uses: set[Use] = set()
        """Every question that was asked, with the version of its answer."""

    def once(self, key: object, make: Callable[[Reader], Piece]) -> Piece:
        """Give a piece that several pages show, made once; its questions are noted for each.

        The key must tell apart whatever `make` makes different.
        """
        pieces = self._answers.pieces
        key = (self._edition, key) if self._edition else key
        found = pieces.get(key)
        if found is None:
            reader = Reader(self._answers, self._edition)
            found = pieces.keep(key, (make(reader), reader.uses))
        self.uses |= found[1]
        piece: Piece = found[0]
        return piece

    def count(self, term: str, value: str = "") -> int:
        """Give how many entries a term has."""
        return int(str(self._ask(Count(term, self._own(term, value)))[0][0]))

    def newest(self, term: str, value: str = "", *, limit: int) -> list[Card]:
        """Give the newest stories under a term, newest first."""
        return self._cards(Newest(term, self._own(term, value), limit))

    def stretch(self, term: str, value: str, *, start: int, length: int) -> list[Card]:
        """Give stories under a term, counted from the oldest, newest first."""
        return self._cards(Stretch(term, self._own(term, value), start, length))

    def neighbours(self, term: str, value: str, story: Card) -> tuple[Card | None, Card | None]:
        """Give the stories just before and just after another under a term, where there are."""
        own = self._own(term, value)
        query = Neighbours(term, own, story.date.timestamp(), identifier(story.file))
        sides = {row[2]: self._answers.card(_number(row)) for row in self._ask(query)}
        return sides.get("older"), sides.get("newer")

    def before(self, term: str, value: str, story: Card, *, limit: int) -> list[Card]:
        """Give the newest stories under a term that came before another, newest first."""
        own = self._own(term, value)
        number = identifier(story.file)
        return self._cards(Before(term, own, story.date.timestamp(), number, limit))

    def card_of(self, article: Article) -> Card:
        """Give the card of a story that was read whole."""
        card = Card.of(article)
        self._answers.know(card)
        return card

    def cards(self, term: str, value: str) -> list[Card]:
        """Give every story under a term, oldest first."""
        return self._cards(Cards(term, self._own(term, value)))

    def addresses(self, term: str, value: str) -> list[str]:
        """Give the address of every entry under a term, oldest first."""
        return [str(row[1]) for row in self._ask(Addresses(term, self._own(term, value)))]

    def entries(self, term: str, value: str = "") -> list[Entry]:
        """Give the whole entries under a term, oldest first."""
        return [
            codec.decode_entry(str(row[1]))
            for row in self._ask(Whole(term, self._own(term, value)))
        ]

    def values(self, of: str, *, on: str, value: str = "") -> list[tuple[str, int]]:
        """Give every value of the term `of` with its count, in order.

        Values with a colon in them are another edition's: no term that is asked for has any.
        """
        rows = self._ask(Values(on, self._own(on, value), of))
        own = ((str(row[0]).rpartition(":"), int(str(row[1]))) for row in rows)
        return [(bare, count) for (edition, _, bare), count in own if edition == self._edition]

    def _own(self, term: str, value: str) -> str:
        return terms.scoped(self._edition, term, value) if self._edition else value

    def beginning(self, start: str, *, of: str, on: str, value: str) -> list[tuple[str, int]]:
        """Give every value of the term `of` that begins with a text, with its count, in order."""
        query = Beginning(on, self._own(on, value), of, self._own(of, start))
        rows = self._ask(query)
        return [(str(row[0]).rpartition(":")[2], int(str(row[1]))) for row in rows]

    def around(self, term: str, value: str, moment: float) -> tuple[Card | None, Card | None]:
        """Give the last story under a term before a moment, and the first at it or after it."""
        rows = self._ask(Neighbours(term, self._own(term, value), moment, -1))
        sides = {row[2]: self._answers.card(_number(row)) for row in rows}
        return sides.get("older"), sides.get("newer")

    def spelling(self, term: str, value: str) -> str:
        """Give how a term's value is most often spelled; empty if no public entry bears it."""
        rows = self._ask(Spelling(term, self._own(term, value)))
        return str(rows[0][0]) if rows else ""

    def spellings(self, term: str, value: str) -> list[str]:
        """Give every way in which a term's value is spelled."""
        return [str(row[0]) for row in self._ask(Spellings(term, self._own(term, value)))]

    def _cards(self, query: Query) -> list[Card]:
        return [self._answers.card(_number(row)) for row in self._ask(query)]

    def _ask(self, query: Query) -> tuple[Row, ...]:
        answer = self._answers.answer(query)
        self.uses.add(answer.use)
        return answer.rows


def _number(row: Row) -> int:
    assert isinstance(row[1], int)
    return row[1]
