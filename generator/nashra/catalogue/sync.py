"""Bringing the catalogue up to date with what was read, and telling which listings that touched."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from math import inf
from typing import Any

from nashra.catalogue import terms
from nashra.catalogue.codec import decode_entry, encode_problems
from nashra.catalogue.listings import Listings
from nashra.catalogue.record import Record
from nashra.errors import Problem
from nashra.model import Author, identifier

ELIGIBLE = "ready AND visible_from <= :now AND (expires IS NULL OR :now < expires)"
"""What an entry is that its own dates and status let readers see."""
_PASSED = "(visible_from > :last AND visible_from <= :now) OR (expires > :last AND expires <= :now)"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Update:
    """A file as it was just read."""

    file: str
    size: int
    modified: int
    digest: str
    record: Record | None
    problems: tuple[Problem, ...] = ()


class Sync:
    """One bringing up to date, inside the caller's transaction.

    What it touches is left in the table `change`: a term, its value, and the date of each listing
    that came, went, or shows something else now.
    """

    def __init__(self, connection: sqlite3.Connection, *, now: datetime) -> None:
        self._connection = connection
        self._now = now.timestamp()
        self._numbers: set[int] = set()
        """Entries whose listings may differ, not yet looked at again."""
        self._places: set[str] = set()
        """Places whose holder may differ, not yet looked at again."""
        self._records: dict[int, Record] = {}
        """What was just read, so that it need not be decoded again."""
        self._writers: dict[str, str] = {}

    def run(self, updates: Iterable[Update], removed: Sequence[str]) -> None:
        """Take in what was read, authors before the stories that name them, and what is gone."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS change (term, value, date)")
        self._connection.execute("DELETE FROM change")
        waiting = iter(updates)
        while batch := list(islice(waiting, _BATCH)):
            self._take_in(batch)
            self._settle()
        for file in removed:
            self._drop(file)
        self._let_time_pass()
        self._settle()
        self._note_unmet_media()
        self._note_crowded_names()

    def _take_in(self, batch: Sequence[Update]) -> None:
        self._connection.executemany(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)",
            [
                (each.file, each.size, each.modified, each.digest, encode_problems(each.problems))
                for each in batch
            ],
        )
        records = {identifier(each.file): each.record for each in batch if each.record}
        known = {
            number: (version, place)
            for number, version, place in self._select("id, version, place", [*records])
        }
        for number, record in records.items():
            old = known.get(number)
            if old is None or old[0] != record.version:
                self._records[number] = record
                self._places |= {record.place, old[1]} if old else {record.place}
        self._numbers |= self._records.keys()
        self._keep(self._records)

    def _keep(self, records: Mapping[int, Record]) -> None:
        self._connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, card = excluded.card, "
            "date = excluded.date, ready = excluded.ready, "
            "visible_from = excluded.visible_from, expires = excluded.expires, "
            "breaking_until = excluded.breaking_until, live_until = excluded.live_until, "
            "place = excluded.place, address = excluded.address",
            [
                (
                    number,
                    record.file,
                    record.version,
                    record.card,
                    record.date,
                    record.ready,
                    record.visible_from,
                    record.expires,
                    record.breaking_until,
                    record.live_until,
                    record.place,
                    record.address,
                )
                for number, record in records.items()
            ],
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO whole VALUES (?, ?)",
            [(number, record.data) for number, record in records.items()],
        )

    def _drop(self, file: str) -> None:
        number = identifier(file)
        self._connection.execute("DELETE FROM file WHERE file = ?", (file,))
        row = self._connection.execute(
            "DELETE FROM entry WHERE id = ? RETURNING place", (number,)
        ).fetchone()
        self._connection.execute("DELETE FROM whole WHERE id = ?", (number,))
        if row:
            self._numbers.add(number)
            self._places.add(row[0])

    def _let_time_pass(self) -> None:
        """Look again at every entry that its dates have made public, or not public any more."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'clock'").fetchone()
        last = float(row[0]) if row else inf
        passed = _PASSED if last <= self._now else f"public <> ({ELIGIBLE})"
        rows = self._connection.execute(
            f"SELECT place FROM entry WHERE {passed}",  # noqa: S608
            {"now": self._now, "last": last},
        )
        self._places |= {place for (place,) in rows}
        if row:
            self._numbers |= self._lapsed(*sorted((last, self._now)))
        self._connection.execute(
            "INSERT OR REPLACE INTO meta VALUES ('clock', ?)", (repr(self._now),)
        )

    def _lapsed(self, after: float, until: float) -> set[int]:
        """Give the stories that ceased to be recent, breaking or live in between, or began to."""
        rows = self._connection.execute(
            "SELECT id FROM entry WHERE breaking_until > :after AND breaking_until <= :until "
            "UNION SELECT id FROM entry WHERE live_until > :after AND live_until <= :until "
            "UNION SELECT id FROM entry "
            "WHERE date > :after - :recent AND date <= :until - :recent",
            {"after": after, "until": until, "recent": terms.RECENT_SECONDS},
        )
        return {number for (number,) in rows}

    def _note_unmet_media(self) -> None:
        rows = self._connection.execute(
            "SELECT DISTINCT value FROM change WHERE term IN (?, ?)", (terms.MEDIA, terms.FILE)
        ).fetchall()
        self._connection.executemany("DELETE FROM unmet WHERE path = ?", rows)
        self._connection.executemany(
            "INSERT INTO unmet SELECT ?1 "
            "WHERE EXISTS (SELECT 1 FROM listing WHERE term = 'media' AND value = ?1) "
            "AND NOT EXISTS (SELECT 1 FROM listing WHERE term = 'file' AND value = ?1)",
            rows,
        )

    def _note_crowded_names(self) -> None:
        rows = self._connection.execute(
            "SELECT DISTINCT value FROM change WHERE term = ?", (terms.SHARE,)
        ).fetchall()
        self._connection.executemany("DELETE FROM crowded WHERE value = ?", rows)
        self._connection.execute(
            "INSERT INTO crowded SELECT value FROM listing WHERE term = ?1 AND value IN "
            "(SELECT value FROM change WHERE term = ?1) GROUP BY value HAVING COUNT(*) > 1",
            (terms.SHARE,),
        )

    def _settle(self) -> None:
        """Look again at whatever was touched, and be done with it."""
        self._settle_places()
        listings = Listings(self._connection, self._records)
        authors = listings.authors(self._numbers)
        names = listings.profile_names(authors)
        listings.renew(authors, self._terms)
        names |= listings.profile_names(authors)
        for name in names:
            self._writers.pop(name, None)
            self._numbers |= listings.signed(name)
        listings.renew(self._numbers - authors, self._terms)
        self._numbers.clear()
        self._places.clear()
        self._records.clear()

    def _settle_places(self) -> None:
        """Let every place have one public entry: the oldest, by date and then by file."""
        places = sorted(self._places)
        for start in range(0, len(places), _BATCH):
            some = places[start : start + _BATCH]
            rows = self._connection.execute(
                f"SELECT id, public, contested, place, ({ELIGIBLE}) FROM entry "  # noqa: S608
                f"WHERE place IN ({', '.join(f':p{at}' for at in range(len(some)))}) "
                "ORDER BY place, date, file",
                {"now": self._now, **{f"p{at}": place for at, place in enumerate(some)}},
            )
            self._hold(rows.fetchall())

    def _hold(self, rows: Sequence[tuple[int, int, int, str, int]]) -> None:
        claims = Counter(place for _, _, _, place, _ in rows)
        held: set[str] = set()
        changed = []
        for number, public, contested, place, eligible in rows:
            holds = bool(eligible) and place not in held
            if holds:
                held.add(place)
            if (holds, claims[place] > 1) != (bool(public), bool(contested)):
                changed.append((holds, claims[place] > 1, number))
        self._connection.executemany(
            "UPDATE entry SET public = ?, contested = ? WHERE id = ?", changed
        )
        self._numbers |= {number for _, _, number in changed}

    def _terms(self, record: Record) -> Iterator[terms.Term]:
        yield from record.terms
        if record.card and self._now < record.date + terms.RECENT_SECONDS:
            yield terms.RECENT, terms.scoped(record.edition, terms.RECENT, "")
        if record.breaking_until and self._now < record.breaking_until:
            yield terms.BREAKING, terms.scoped(record.edition, terms.BREAKING, "")
        if record.live_until and self._now < record.live_until:
            yield terms.GOES_ON, terms.scoped(record.edition, terms.GOES_ON, record.file)
        writers = dict.fromkeys(
            self._writer(terms.scoped(record.edition, terms.PROFILE, name), slug)
            for name, slug in record.signed
        )
        for slug in writers:
            if slug:
                yield terms.AUTHOR, terms.scoped(record.edition, terms.AUTHOR, slug)

    def _writer(self, folded: str, slug: str) -> str:
        """Give the slug of whoever signed with this name: an author's own, or one made of it."""
        if folded not in self._writers:
            row = self._connection.execute(
                "SELECT data FROM listing JOIN entry USING (id) JOIN whole USING (id) "
                "WHERE term = ? AND value = ? ORDER BY file LIMIT 1",
                (terms.PROFILE, folded),
            ).fetchone()
            author = decode_entry(row[0]) if row else None
            self._writers[folded] = author.slug if isinstance(author, Author) else slug
        return self._writers[folded]

    def _select(self, columns: str, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        marks = ", ".join("?" * len(numbers))
        yield from self._connection.execute(
            f"SELECT {columns} FROM entry WHERE id IN ({marks})",  # noqa: S608
            numbers,
        )


def touched_values(connection: sqlite3.Connection, term: str) -> list[str]:
    """Give the values of a term whose listings the last sync touched."""
    rows = connection.execute("SELECT DISTINCT value FROM change WHERE term = ?", (term,))
    return [value for (value,) in rows]


def shared_places(connection: sqlite3.Connection) -> list[list[str]]:
    """Give the files of every place that more than one entry claims, the holder first."""
    rows = connection.execute(
        "SELECT place, file FROM entry WHERE contested ORDER BY place, public DESC, date, file"
    )
    places: dict[str, list[str]] = {}
    for place, file in rows:
        places.setdefault(place, []).append(file)
    return list(places.values())


def shared_names(connection: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """Give each name of a short address that several stories have, with their files.

    The first of them, by date and then by its number, keeps the address.
    """
    rows = connection.execute(
        "SELECT value, file FROM crowded JOIN listing USING (value) JOIN entry USING (id) "
        "WHERE term = ? ORDER BY value, listing.date, listing.id",
        (terms.SHARE,),
    )
    names: dict[str, list[str]] = {}
    for value, file in rows:
        names.setdefault(value.rpartition(":")[2], []).append(file)
    return list(names.items())
