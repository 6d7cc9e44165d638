"""The questions that pages may put to the catalogue.

Each question names the term whose listings it reads and the stretch of time in which a change of
those listings can bear on its answer, so that only such questions are asked again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import ClassVar, Protocol

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

    @property
    def key(self) -> str:
        return json.dumps([type(self).__name__, *astuple(self)], ensure_ascii=False)

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
    """The cards of the newest stories, newest first."""

    limit: int

    sql: ClassVar[str] = (
        "SELECT place.date, card, card_version FROM (SELECT date, file FROM listing "
        "WHERE term = ? AND value = ? ORDER BY date DESC, file DESC LIMIT ?) AS place "
        "JOIN entry USING (file) ORDER BY place.date DESC, place.file DESC"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.limit)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        full = len(rows) == self.limit
        return (_moment(rows[-1]) if full and rows else float("-inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class Stretch(_OnTerm):
    """The cards of a stretch of stories counted from the oldest, newest first."""

    start: int
    length: int

    sql: ClassVar[str] = (
        "SELECT place.date, card, card_version FROM (SELECT date, file FROM listing "
        "WHERE term = ? AND value = ? ORDER BY date, file LIMIT ? OFFSET ?) AS place "
        "JOIN entry USING (file) ORDER BY place.date DESC, place.file DESC"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.length, self.start)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        full = len(rows) == self.length
        return (float("-inf"), _moment(rows[0]) if full and rows else float("inf"))


@dataclass(frozen=True, slots=True)
class Before(_OnTerm):
    """The card of the story just before a moment and file, if there is one."""

    date: float
    file: str

    sql: ClassVar[str] = (
        "SELECT entry.date, card, card_version FROM listing JOIN entry USING (file) "
        "WHERE term = ? AND value = ? AND (listing.date, listing.file) < (?, ?) "
        "ORDER BY listing.date DESC, listing.file DESC LIMIT 1"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.date, self.file)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        return (_moment(rows[0]) if rows else float("-inf"), self.date)


@dataclass(frozen=True, slots=True)
class After(_OnTerm):
    """The card of the story just after a moment and file, if there is one."""

    date: float
    file: str

    sql: ClassVar[str] = (
        "SELECT entry.date, card, card_version FROM listing JOIN entry USING (file) "
        "WHERE term = ? AND value = ? AND (listing.date, listing.file) > (?, ?) "
        "ORDER BY listing.date, listing.file LIMIT 1"
    )

    @property
    def parameters(self) -> Sequence[object]:
        return (self.term, self.value, self.date, self.file)

    def bounds(self, rows: Sequence[Row]) -> Bounds:
        return (self.date, _moment(rows[0]) if rows else float("inf"))


@dataclass(frozen=True, slots=True)
class Whole(_OnTerm):
    """The whole entries under a term, oldest first: a story, a profile, the standing pages."""

    sql: ClassVar[str] = (
        "SELECT entry.date, data, version FROM listing JOIN entry USING (file) "
        "WHERE term = ? AND value = ? ORDER BY listing.date, listing.file"
    )


@dataclass(frozen=True, slots=True)
class Cards(_OnTerm):
    """The cards of every story under a term, oldest first: a headline, a month."""

    sql: ClassVar[str] = (
        "SELECT entry.date, card, card_version FROM listing JOIN entry USING (file) "
        "WHERE term = ? AND value = ? ORDER BY listing.date, listing.file"
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


def _moment(row: Row) -> float:
    assert isinstance(row[0], float)
    return row[0]
