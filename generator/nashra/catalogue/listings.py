"""Under what each public entry is found, renewed where an entry changed."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from nashra.catalogue import terms
from nashra.catalogue.codec import decode_entry
from nashra.catalogue.record import Record, record_of

Row = tuple[str, str, float, int]
"""A term, its value, the date that orders its entries, and the version of what is seen there."""
Numbered = tuple[Row, int]
"""A row, and the entry that has it."""
Terms = Callable[[Record], Iterable[terms.Term]]

_BATCH = 500


class Listings:
    """The listings of one catalogue, inside the caller's transaction.

    `read` has the records that need not be decoded, because they were just read.
    """

    def __init__(self, connection: sqlite3.Connection, read: Mapping[int, Record]) -> None:
        self._connection = connection
        self._read = read

    def renew(self, numbers: Iterable[int], terms_of: Terms) -> None:
        """Bring the listings of some entries up to date, noting in `change` what differs."""
        ordered = sorted(numbers)
        for start in range(0, len(ordered), _BATCH):
            self._renew(ordered[start : start + _BATCH], terms_of)

    def _renew(self, numbers: list[int], terms_of: Terms) -> None:
        old = {number: set(rows) for number, rows in self._listed(numbers)}
        new = {number: set(_rows(record, terms_of)) for number, record in self._public(numbers)}
        gone = [
            (row, number) for number, rows in old.items() for row in rows - new.get(number, _NO)
        ]
        come = [
            (row, number) for number, rows in new.items() for row in rows - old.get(number, _NO)
        ]
        changed = {number for _, number in gone + come}
        self._count_spellings(gone, come)
        gone = [(row, number) for row, number in gone if row[0] != terms.SPELLING]
        come = [(row, number) for row, number in come if row[0] != terms.SPELLING]
        self._connection.executemany(
            "DELETE FROM listing WHERE term = ? AND value = ? AND date = ? AND id = ?",
            [(*row[:3], number) for row, number in gone],
        )
        self._connection.executemany(
            "INSERT INTO listing VALUES (?, ?, ?, ?, ?)",
            sorted((*row[:3], number, row[3]) for row, number in come),
        )
        self._connection.executemany(
            "INSERT INTO change VALUES (?, ?, ?)", [row[:3] for row, _ in gone + come]
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO listed VALUES (?, ?)",
            [(number, json.dumps([*new[number]])) for number in changed & new.keys()],
        )
        self._connection.executemany(
            "DELETE FROM listed WHERE id = ?", [(number,) for number in old.keys() - new.keys()]
        )

    def _count_spellings(self, gone: Iterable[Numbered], come: Iterable[Numbered]) -> None:
        counts: Counter[str] = Counter()
        for step, rows in ((-1, gone), (1, come)):
            for (term, value, *_), _ in rows:
                if term == terms.SPELLING:
                    counts[value] += step
        changed = [(value.split("\n"), count) for value, count in counts.items() if count]
        self._connection.executemany(
            "INSERT INTO spelling VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(*spelled, terms.care(spelled[2]), count) for spelled, count in changed],
        )
        self._connection.executemany(
            "DELETE FROM spelling WHERE term = ? AND value = ? AND name = ? AND count = 0",
            [spelled for spelled, _ in changed],
        )

    def authors(self, numbers: Iterable[int]) -> set[int]:
        """Give which of some entries are authors, or were."""
        found = {number for number in numbers if _is_author(self._read.get(number))}
        unread = [number for number in numbers if number not in self._read]
        return (
            found
            | {
                number
                for number, rows in self._listed(unread)
                if any(term == terms.PROFILES for term, *_ in rows)
            }
            | {number for number, record in self._public(unread) if _is_author(record)}
        )

    def profile_names(self, authors: Iterable[int]) -> set[str]:
        """Give every name under which the entries of some authors are found."""
        return {
            value
            for _, rows in self._listed([*authors])
            for term, value, *_ in rows
            if term == terms.PROFILE
        }

    def signed(self, name: str) -> set[int]:
        """Give every story that is signed with a name, folded."""
        rows = self._connection.execute(
            "SELECT id FROM listing WHERE term = ? AND value = ?", (terms.BYLINE, name)
        )
        return {number for (number,) in rows}

    def _listed(self, numbers: list[int]) -> Iterator[tuple[int, list[Row]]]:
        rows = self._connection.execute(
            f"SELECT id, rows FROM listed WHERE id IN ({_marks(numbers)})",  # noqa: S608
            numbers,
        )
        for number, written in rows:
            yield (
                number,
                [(term, value, date, seen) for term, value, date, seen in json.loads(written)],
            )

    def _public(self, numbers: list[int]) -> Iterator[tuple[int, Record]]:
        rows = self._connection.execute(
            f"SELECT id FROM entry WHERE id IN ({_marks(numbers)}) AND public",  # noqa: S608
            numbers,
        )
        for (number,) in rows.fetchall():
            yield number, self._read.get(number) or self._decoded(number)

    def _decoded(self, number: int) -> Record:
        (data,) = self._connection.execute(
            "SELECT data FROM whole WHERE id = ?", (number,)
        ).fetchone()
        return record_of(decode_entry(data))


_NO: set[Row] = set()


def _rows(record: Record, terms_of: Terms) -> Iterator[Row]:
    for term, value in terms_of(record):
        if term in terms.OF_CARDS:
            when = record.corrected if term == terms.CORRECTED else record.date
            yield term, value, when, record.card_version
        else:
            yield term, value, record.date, 0 if term in terms.OF_NOTHING else record.version


def _is_author(record: Record | None) -> bool:
    return record is not None and any(term == terms.PROFILES for term, _ in record.terms)


def _marks(numbers: list[int]) -> str:
    return ", ".join("?" * len(numbers))
