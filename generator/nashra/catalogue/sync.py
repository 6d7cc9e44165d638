"""Bringing the catalogue up to date with what was read, and telling which listings that touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from nashra.catalogue import codec, terms
from nashra.catalogue.record import Record, record_of
from nashra.errors import Problem
from nashra.model import Author, identifier

_ELIGIBLE = "ready AND visible_from <= :now AND (expires IS NULL OR :now < expires)"
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
        self._files: set[str] = set()
        """Files whose listings may differ, not yet looked at again."""
        self._places: set[str] = set()
        """Places whose holder may differ, not yet looked at again."""
        self._records: dict[str, Record] = {}
        """What was just read, so that it need not be decoded again."""
        self._writers: dict[str, str] = {}

    def run(self, updates: Iterable[Update], removed: Sequence[str]) -> None:
        """Take in what was read, authors before the stories that name them, and what is gone."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS change (term, value, date)")
        self._connection.execute("DELETE FROM change")
        waiting = iter(updates)
        while batch := list(islice(waiting, _BATCH)):
            for update in batch:
                self._take_in(update)
            self._settle()
        for file in removed:
            self._drop(file)
        self._let_time_pass()
        self._settle()

    def _take_in(self, update: Update) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)",
            (
                update.file,
                update.size,
                update.modified,
                update.digest,
                codec.encode_problems(update.problems),
            ),
        )
        record = update.record
        if record is None:
            return
        self._records[record.file] = record
        number = identifier(record.file)
        old = self._connection.execute(
            "SELECT version, place FROM entry WHERE id = ?", (number,)
        ).fetchone()
        if old and old[0] == record.version:
            return
        self._files.add(record.file)
        self._places |= {record.place, old[1]} if old else {record.place}
        self._connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, "
            "card = excluded.card, card_version = excluded.card_version, date = excluded.date, "
            "ready = excluded.ready, visible_from = excluded.visible_from, "
            "expires = excluded.expires, place = excluded.place",
            (
                number,
                record.file,
                record.version,
                record.card,
                record.card_version,
                record.date,
                record.ready,
                record.visible_from,
                record.expires,
                record.place,
            ),
        )
        self._connection.execute(
            "INSERT OR REPLACE INTO whole VALUES (?, ?)", (number, record.data)
        )

    def _drop(self, file: str) -> None:
        self._connection.execute("DELETE FROM file WHERE file = ?", (file,))
        row = self._connection.execute(
            "DELETE FROM entry WHERE id = ? RETURNING place", (identifier(file),)
        ).fetchone()
        self._connection.execute("DELETE FROM whole WHERE id = ?", (identifier(file),))
        if row:
            self._files.add(file)
            self._places.add(row[0])

    def _let_time_pass(self) -> None:
        """Look again at every entry that its dates have made public, or not public any more."""
        rows = self._connection.execute(
            f"SELECT place FROM entry WHERE public <> ({_ELIGIBLE})",  # noqa: S608
            {"now": self._now},
        )
        self._places |= {place for (place,) in rows}

    def _settle(self) -> None:
        """Look again at whatever was touched, and be done with it."""
        for place in self._places:
            self._settle_place(place)
        names: set[str] = set()
        for file in sorted(filter(_is_author, self._files)):
            names |= self._profile_names(file)
            self._relist([file])
            names |= self._profile_names(file)
        for name in names:
            self._writers.pop(name, None)
            self._files |= self._signed(name)
        self._relist([file for file in sorted(self._files) if not _is_author(file)])
        self._files.clear()
        self._places.clear()
        self._records.clear()

    def _settle_place(self, place: str) -> None:
        """Let a place have one public entry: the oldest, by date and then by file."""
        rows = self._connection.execute(
            f"SELECT file, public, {_ELIGIBLE} FROM entry "  # noqa: S608
            "WHERE place = :place ORDER BY date, file",
            {"now": self._now, "place": place},
        ).fetchall()
        holder = next((file for file, _, eligible in rows if eligible), None)
        for file, public, _ in rows:
            if bool(public) != (file == holder):
                self._connection.execute(
                    "UPDATE entry SET public = ? WHERE id = ?", (file == holder, identifier(file))
                )
                self._files.add(file)

    def _relist(self, files: Sequence[str]) -> None:
        """Renew the listings of files, noting what they were and what they are."""
        note = "INSERT INTO change SELECT term, value, date FROM listing WHERE id = ?"
        numbers = [(identifier(file),) for file in files]
        self._connection.executemany(note, numbers)
        self._connection.executemany("DELETE FROM listing WHERE id = ?", numbers)
        self._connection.executemany(
            "INSERT INTO listing VALUES (?, ?, ?, ?)",
            [
                (*term, record.date, identifier(record.file))
                for record in map(self._public_record, files)
                if record
                for term in self._terms(record)
            ],
        )
        self._connection.executemany(note, numbers)

    def _terms(self, record: Record) -> set[terms.Term]:
        writers = {self._writer(name, slug) for name, slug in record.signed}
        return {*record.terms, *((terms.AUTHOR, slug) for slug in writers if slug)}

    def _writer(self, folded: str, slug: str) -> str:
        """Give the slug of whoever signed with this name: an author's own, or one made of it."""
        if folded not in self._writers:
            row = self._connection.execute(
                "SELECT data FROM listing JOIN entry USING (id) JOIN whole USING (id) "
                "WHERE term = ? AND value = ? ORDER BY file LIMIT 1",
                (terms.PROFILE, folded),
            ).fetchone()
            author = codec.decode_entry(row[0]) if row else None
            self._writers[folded] = author.slug if isinstance(author, Author) else slug
        return self._writers[folded]

    def _profile_names(self, file: str) -> set[str]:
        rows = self._connection.execute(
            "SELECT value FROM listing WHERE id = ? AND term = ?",
            (identifier(file), terms.PROFILE),
        )
        return {value for (value,) in rows}

    def _signed(self, name: str) -> set[str]:
        rows = self._connection.execute(
            "SELECT file FROM listing JOIN entry USING (id) WHERE term = ? AND value = ?",
            (terms.BYLINE, name),
        )
        return {file for (file,) in rows}

    def _public_record(self, file: str) -> Record | None:
        row = self._connection.execute(
            "SELECT data FROM entry JOIN whole USING (id) WHERE id = ? AND public",
            (identifier(file),),
        ).fetchone()
        if row is None:
            return None
        return self._records.get(file) or record_of(codec.decode_entry(row[0]))


def touched_values(connection: sqlite3.Connection, term: str) -> list[str]:
    """Give the values of a term whose listings the last sync touched."""
    rows = connection.execute("SELECT DISTINCT value FROM change WHERE term = ?", (term,))
    return [value for (value,) in rows]


def shared_places(connection: sqlite3.Connection) -> list[list[str]]:
    """Give the files of every place that more than one entry claims, the holder first."""
    rows = connection.execute(
        "SELECT place, file FROM entry WHERE place IN "
        "(SELECT place FROM entry GROUP BY place HAVING COUNT(*) > 1) "
        "ORDER BY place, public DESC, date, file"
    )
    places: dict[str, list[str]] = {}
    for place, file in rows:
        places.setdefault(place, []).append(file)
    return list(places.values())


def _is_author(file: str) -> bool:
    return file.split("/")[1] == "authors"
