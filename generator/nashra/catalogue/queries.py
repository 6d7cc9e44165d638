"""The questions that pages may put to the catalogue.

Each question names the term whose listings it reads and the stretch of time in which a change of
those listings can bear on its answer, so that only such questions are asked again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from nashra.catalogue import terms

_encode = json.JSONEncoder(ensure_ascii=False).encode

Row = tuple[object, ...]
Bounds = tuple[float, float]
FOREVER: Bounds = (float("-inf"), float("inf"))


class Query(Protocol):
    """One question: its SQL, its parameters, and what a change must touch to bear on it."""

    @property
    def key(self) -> str:
        """The question itself, as text that is equal for equal questions."""

    @property
    def on(self) -> tuple[str, str]:
        """The term and value that it asks of."""

    @property
    def sql(self) -> str:
        """The statement; the last column is a version of the row wherever rows have one."""

    @property
    def parameters(self) -> Sequence[object]:
        """What the statement's question marks stand for."""

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        """Give the stretch of time in which a changed listing can change these rows."""


@dataclass(frozen=True, slots=True)
class _OnTerm:
    term: str
    value: str

    unfit: ClassVar[frozenset[str]] = frozenset()
    """Terms whose listings do not tell when what this question shows has changed."""

    def __post_init__(self) -> None:
        if self.term in self.unfit:
            raise ValueError(f"{type(self).__name__} cannot be asked of {self.term}")

    @property
    def key(self) -> str:
        values = [getattr(self, name) for name in self.__match_args__]
        return _encode([type(self).__name__, *values])

    @property
    def on(self) -> tuple[str, str]:
        return self.term, self.value

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value)

    def bounds(self, rows: Sequence[Row]) -> Bounds:  # noqa: ARG002
        return FOREVER


@dataclass(frozen=True, slots=True)
class Count(_OnTerm):
    """How many entries there are; one row, one column."""

    sql: ClassVar[str] = "SELECT COUNT(*) FROM listing WHERE term = ? AND value = ?"


@dataclass(frozen=True, slots=True)
class Newest(_OnTerm):
    """The newest stories, newest first."""

    limit: int

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING
    sql: ClassVar[str] = (
        "SELECT date, id, version FROM listing "
        "WHERE term = ? AND value = ? ORDER BY date DESC, id DESC LIMIT ?"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.limit)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        full = len(rows) == self.limit
        return (_moment(rows[-1]) if full and rows else float("-inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class Stretch(_OnTerm):
    """A stretch of stories counted from the oldest, newest first."""

    start: int
    length: int

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING
    sql: ClassVar[str] = (
        "SELECT date, id, version FROM (SELECT date, id, version FROM listing "
        "WHERE term = ? AND value = ? ORDER BY date, id LIMIT ? OFFSET ?) "
        "ORDER BY date DESC, id DESC"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.length, self.start)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        full = len(rows) == self.length
        return (float("-inf"), _moment(rows[0]) if full and rows else float("inf"))


@dataclass(frozen=True, slots=True)
class Neighbours(_OnTerm):
    """The stories just before and just after a story, the older first.

    Each row says on which side it is: a story may have one neighbour, or none.
    """

    date: float
    identifier: int

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING
    sql: ClassVar[str] = (
        "SELECT * FROM (SELECT date, id, 'older' AS side, version FROM listing "
        "WHERE term = ?1 AND value = ?2 AND (date, id) < (?3, ?4) "
        "ORDER BY date DESC, id DESC LIMIT 1) "
        "UNION ALL SELECT * FROM (SELECT date, id, 'newer', version FROM listing "
        "WHERE term = ?1 AND value = ?2 AND (date, id) > (?3, ?4) "
        "ORDER BY date, id LIMIT 1)"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.date, self.identifier)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        dates = {row[2]: _moment(row) for row in rows}
        return (dates.get("older", float("-inf")), dates.get("newer", float("inf")))


@dataclass(frozen=True, slots=True)
class Before(_OnTerm):
    """The newest stories before a story, newest first: nothing later can change them."""

    date: float
    identifier: int
    limit: int

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING
    sql: ClassVar[str] = (
        "SELECT date, id, version FROM listing WHERE term = ? AND value = ? "
        "AND (date, id) < (?, ?) ORDER BY date DESC, id DESC LIMIT ?"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.date, self.identifier, self.limit)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        full = len(rows) == self.limit
        return (_moment(rows[-1]) if full and rows else float("-inf"), self.date)


@dataclass(frozen=True, slots=True)
class Whole(_OnTerm):
    """The whole entries under a term, oldest first: a story, a profile, the standing pages."""

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING | terms.OF_CARDS
    sql: ClassVar[str] = (
        "SELECT date, data, version FROM listing JOIN whole USING (id) "
        "WHERE term = ? AND value = ? ORDER BY date, listing.id"
    )


@dataclass(frozen=True, slots=True)
class Cards(_OnTerm):
    """Every story under a term, oldest first: a headline, a month."""

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING
    sql: ClassVar[str] = (
        "SELECT date, id, version FROM listing WHERE term = ? AND value = ? ORDER BY date, id"
    )


@dataclass(frozen=True, slots=True)
class Addresses(_OnTerm):
    """The address of every entry under a term, oldest first."""

    unfit: ClassVar[frozenset[str]] = terms.OF_NOTHING | terms.OF_CARDS
    sql: ClassVar[str] = (
        "SELECT listing.date, address, listing.version FROM listing JOIN entry USING (id) "
        "WHERE term = ? AND value = ? ORDER BY listing.date, listing.id"
    )


@dataclass(frozen=True, slots=True)
class Values(_OnTerm):
    """Every value of another term, with its count; asked again when the term it is put on changes.

    Put it on a term that every entry with `of` bears: the months of `site`, for example.
    """

    of: str

    sql: ClassVar[str] = (
        "SELECT value, COUNT(*) FROM listing WHERE term = ? GROUP BY value ORDER BY value"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.of,)


@dataclass(frozen=True, slots=True)
class Spelling(_OnTerm):
    """How public entries most often spell the term's value; no row if none does.

    Of equally common spellings it is the more careful one, then the shorter, then the first in
    the order of Unicode: nothing but what is written decides.
    """

    sql: ClassVar[str] = (
        "SELECT name FROM spelling WHERE term = ? AND value = ? "
        "ORDER BY count DESC, care DESC, length(name), name LIMIT 1"
    )


@dataclass(frozen=True, slots=True)
class Spellings(_OnTerm):
    """Every way in which public entries spell the term's value."""

    sql: ClassVar[str] = "SELECT name FROM spelling WHERE term = ? AND value = ? ORDER BY name"


@dataclass(frozen=True, slots=True)
class Beginning(Values):
    """Those values of another term that begin with a text, each with its count.

    Put it on a term that changes with them: the days of a month on the month.
    """

    start: str

    sql: ClassVar[str] = (
        "SELECT value, COUNT(*) FROM listing WHERE term = ? AND value >= ? AND value < ? "
        "GROUP BY value ORDER BY value"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.of, self.start, f"{self.start}\U0010ffff")


def _moment(row: Row) -> float:
    assert isinstance(row[0], float)
    return row[0]
