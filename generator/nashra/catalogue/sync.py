"""Bringing the catalogue up to date with what was read, and telling which listings that touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from nashra.catalogue import codec, terms
from nashra.errors import Problem
from nashra.language.folding import fold
from nashra.language.slug import slugify
from nashra.model import Article, Author, Card, Entry, Status

Change = tuple[str, str, float]
"""A term, its value, and the date of the listing that came, went or shows something else."""

ALWAYS = 0.0
"""The date of what has none."""


@dataclass(frozen=True, slots=True)
class Update:
    """A file as it was just read."""

    file: str
    size: int
    modified: int
    digest: str
    entry: Entry | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Touched:
    """What a sync has to look at again: files whose listings may differ, and shared places."""

    files: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


class Sync:
    """One bringing up to date, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, *, now: datetime) -> None:
        self._connection = connection
        self._now = now.timestamp()
        self._touched = _Touched()
        self._authors: dict[str, str] = {}
        self.changes: set[Change] = set()

    def run(self, updates: Iterable[Update], removed: Sequence[str]) -> set[Change]:
        """Take in what was read and what is gone; give every listing that this touched."""
        for update in updates:
            self._take_in(update)
        for file in removed:
            self._drop(file)
        self._let_time_pass()
        self._settle_places()
        self._relist()
        return self.changes

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
        if update.entry is None:
            return
        data = codec.encode_entry(update.entry)
        version = codec.version_of(data)
        old = self._connection.execute(
            "SELECT version, place FROM entry WHERE file = ?", (update.file,)
        ).fetchone()
        if old and old[0] == version:
            return
        place = terms.place_of(update.entry)
        self._touched.files.add(update.file)
        self._touched.places |= {place, old[1]} if old else {place}
        self._connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
            "ON CONFLICT (file) DO UPDATE SET data = excluded.data, version = excluded.version, "
            "card = excluded.card, card_version = excluded.card_version, date = excluded.date, "
            "ready = excluded.ready, visible_from = excluded.visible_from, "
            "expires = excluded.expires, place = excluded.place",
            (update.file, data, version, *_columns(update.entry), place),
        )

    def _drop(self, file: str) -> None:
        self._connection.execute("DELETE FROM file WHERE file = ?", (file,))
        row = self._connection.execute(
            "DELETE FROM entry WHERE file = ? RETURNING place", (file,)
        ).fetchone()
        if row:
            self._touched.files.add(file)
            self._touched.places.add(row[0])

    def _let_time_pass(self) -> None:
        """Look again at every entry that its dates have made public, or not public any more."""
        rows = self._connection.execute(
            "SELECT place FROM entry WHERE public <> (ready AND visible_from <= :now AND "
            "(expires IS NULL OR :now < expires))",
            {"now": self._now},
        )
        self._touched.places |= {place for (place,) in rows}

    def _settle_places(self) -> None:
        """Let each place have one public entry: the oldest, by date and then by file."""
        for place in self._touched.places:
            rows = self._connection.execute(
                "SELECT file, public, ready AND visible_from <= :now AND "
                "(expires IS NULL OR :now < expires) FROM entry WHERE place = :place "
                "ORDER BY date, file",
                {"now": self._now, "place": place},
            ).fetchall()
            holder = next((file for file, _, eligible in rows if eligible), None)
            for file, public, _ in rows:
                if bool(public) != (file == holder):
                    self._connection.execute(
                        "UPDATE entry SET public = ? WHERE file = ?", (file == holder, file)
                    )
                    self._touched.files.add(file)

    def _relist(self) -> None:
        """Renew the listings of every touched file, authors before the stories that name them."""
        entries = {file: self._public_entry(file) for file in sorted(self._touched.files)}
        names = set()
        for file, entry in entries.items():
            if file.split("/")[1] == "authors":
                names |= {value for term, value, _ in self._old(file) if term == terms.PROFILE}
                self._renew(file, entry)
                names |= {value for term, value, _ in self._old(file) if term == terms.PROFILE}
        for name in sorted(names):
            for file in self._signed(name):
                entries.setdefault(file, self._public_entry(file))
        for file, entry in entries.items():
            if file.split("/")[1] != "authors":
                self._renew(file, entry)

    def _renew(self, file: str, entry: Entry | None) -> None:
        old = self._old(file)
        new = self._listings(entry) if entry else set()
        self.changes |= old | new
        self._connection.execute("DELETE FROM listing WHERE file = ?", (file,))
        self._connection.executemany(
            "INSERT INTO listing VALUES (?, ?, ?, ?)", [(*listing, file) for listing in new]
        )

    def _listings(self, entry: Entry) -> set[Change]:
        date = _date(entry)
        listings = {(term, value, date) for term, value in terms.of_entry(entry)}
        if isinstance(entry, Article):
            for byline in entry.authors:
                if slug := self._author(byline.name):
                    listings.add((terms.AUTHOR, slug, date))
        return listings

    def _author(self, name: str) -> str:
        """Give the slug of whoever signed with this name: an author's own, or one made of it."""
        folded = fold(name)
        if folded not in self._authors:
            row = self._connection.execute(
                "SELECT data FROM listing JOIN entry USING (file) WHERE term = ? AND value = ? "
                "ORDER BY file LIMIT 1",
                (terms.PROFILE, folded),
            ).fetchone()
            author = codec.decode_entry(row[0]) if row else None
            slug = author.slug if isinstance(author, Author) else slugify(name)
            self._authors[folded] = slug
        return self._authors[folded]

    def _old(self, file: str) -> set[Change]:
        rows = self._connection.execute(
            "SELECT term, value, date FROM listing WHERE file = ?", (file,)
        )
        return set(rows.fetchall())

    def _signed(self, name: str) -> list[str]:
        rows = self._connection.execute(
            "SELECT file FROM listing WHERE term = ? AND value = ?", (terms.BYLINE, name)
        )
        return [file for (file,) in rows.fetchall()]

    def _public_entry(self, file: str) -> Entry | None:
        row = self._connection.execute(
            "SELECT data FROM entry WHERE file = ? AND public", (file,)
        ).fetchone()
        return codec.decode_entry(row[0]) if row else None


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


def _date(entry: Entry) -> float:
    return entry.date.timestamp() if isinstance(entry, Article) else ALWAYS


def _columns(entry: Entry) -> tuple[object, ...]:
    if not isinstance(entry, Article):
        return ("", "", ALWAYS, True, ALWAYS, None)
    card = codec.encode_card(Card.of(entry))
    return (
        card,
        codec.version_of(card),
        entry.date.timestamp(),
        entry.status is Status.READY,
        entry.visible_from.timestamp(),
        entry.expires.timestamp() if entry.expires else None,
    )
