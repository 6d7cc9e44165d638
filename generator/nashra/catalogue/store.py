"""The catalogue's file: opened, checked, written in whole transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from nashra.catalogue import codec
from nashra.catalogue.reader import Answers, Reader
from nashra.errors import Problem
from nashra.model import Output, Reason, Use

VERSION = 1
"""Raised with every change of `schema.sql`; a catalogue of another version is made anew."""


@dataclass(frozen=True, slots=True)
class Known:
    """A file of content as it was last seen."""

    size: int
    modified: int
    digest: str


@dataclass(frozen=True, slots=True)
class Made:
    """An output as it was last written."""

    output: Output
    digest: str
    """The hash of its bytes; empty until it is first written."""
    size: int
    modified: int
    """Nanoseconds since the epoch."""


class Catalogue:
    """One connection to the catalogue of one site and output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalogue at `path`; one that is damaged or of another version is made anew."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls(_connect(path))
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return cls(_connect(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that stands inside, or nothing of it."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Do what stands inside, and undo it at the end."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def meta(self, key: str) -> str:
        """Give a remembered text, empty if there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, key: str, value: str) -> None:
        """Keep a text."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def files(self) -> dict[str, Known]:
        """Give every file of content as it was last seen."""
        rows = self.connection.execute("SELECT file, size, modified, digest FROM file")
        return {file: Known(*rest) for file, *rest in rows}

    def problems(self) -> list[Problem]:
        """Give what is wrong with the files as they were last read."""
        rows = self.connection.execute(
            "SELECT problems FROM file WHERE problems <> '' ORDER BY file"
        )
        return [problem for (text,) in rows for problem in codec.decode_problems(text)]

    def reader(self, answers: Answers | None = None) -> Reader:
        """Give a reader that notes its questions."""
        return Reader(answers or self.answers())

    def answers(self) -> Answers:
        """Give a memory of answers that holds for as long as nothing is written."""
        return Answers(self.connection)

    def values(self, term: str) -> list[str]:
        """Give every value that a term has."""
        rows = self.connection.execute(
            "SELECT DISTINCT value FROM listing WHERE term = ? ORDER BY value", (term,)
        )
        return [value for (value,) in rows]

    def recorded(self, kind: str, owner: str | None = None) -> list[Output]:
        """Give the outputs of a kind that the catalogue has, of one owner or of all."""
        where = "kind = ?" if owner is None else "kind = ? AND owner = ?"
        parameters = (kind,) if owner is None else (kind, owner)
        rows = self.connection.execute(
            f"SELECT target, kind, owner, part FROM output WHERE {where}",  # noqa: S608
            parameters,
        )
        return [Output(*row) for row in rows]

    def made(self) -> dict[str, Made]:
        """Give every output by its target."""
        rows = self.connection.execute(
            "SELECT target, kind, owner, part, digest, size, modified FROM output"
        )
        return {row[0]: Made(Output(*row[:4]), *row[4:]) for row in rows}

    def mark_due(self, outputs: Iterable[tuple[Output, Reason]]) -> None:
        """Say that outputs are to be built; they stay so until they are written."""
        pairs = list(outputs)
        self.connection.executemany(
            "INSERT INTO output VALUES (?, ?, ?, ?, '', 0, 0) ON CONFLICT (target) DO UPDATE "
            "SET kind = excluded.kind, owner = excluded.owner, part = excluded.part",
            [(output.target, output.kind, output.owner, output.part) for output, _ in pairs],
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO due VALUES (?, ?)",
            [(output.target, reason) for output, reason in pairs],
        )

    def mark_gone(self, targets: Iterable[str]) -> None:
        """Say that outputs are to be removed; they stay so until they are."""
        rows = [(target,) for target in targets]
        self.connection.executemany("DELETE FROM due WHERE target = ?", rows)
        self.connection.executemany("INSERT OR IGNORE INTO gone VALUES (?)", rows)
        self.connection.executemany("DELETE FROM output WHERE target = ?", rows)
        self.connection.executemany("DELETE FROM uses WHERE target = ?", rows)

    def due(self) -> list[tuple[Output, Reason]]:
        """Give the outputs that are to be built, in the order of their targets."""
        rows = self.connection.execute(
            "SELECT target, kind, owner, part, reason FROM due JOIN output USING (target) "
            "ORDER BY target"
        )
        return [(Output(*row[:4]), Reason(row[4])) for row in rows]

    def gone(self) -> list[str]:
        """Give the targets that are to be removed."""
        rows = self.connection.execute(
            "SELECT target FROM gone WHERE target NOT IN (SELECT target FROM output)"
        )
        return [target for (target,) in rows]

    def record(self, made: Made, uses: Iterable[Use]) -> None:
        """Keep what an output is and what it used, and take it off what is due."""
        target = made.output.target
        self.connection.execute(
            "UPDATE output SET digest = ?, size = ?, modified = ? WHERE target = ?",
            (made.digest, made.size, made.modified, target),
        )
        self.connection.execute("DELETE FROM uses WHERE target = ?", (target,))
        self.connection.executemany(
            "INSERT INTO used (kind, key, version, term, value, since, until) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET "
            "version = excluded.version, since = excluded.since, until = excluded.until",
            [
                (use.kind, use.key, use.version, use.term, use.value, use.since, use.until)
                for use in uses
            ],
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO uses SELECT id, ? FROM used WHERE kind = ? AND key = ?",
            [(target, use.kind, use.key) for use in uses],
        )
        self.connection.execute("DELETE FROM due WHERE target = ?", (target,))

    def forget_gone(self) -> None:
        """Take what was removed off the list, and drop uses that nothing has any more."""
        self.connection.execute("DELETE FROM gone")
        self.connection.execute("DELETE FROM used WHERE id NOT IN (SELECT used FROM uses)")

    def visible_media(self) -> Mapping[str, str]:
        """Give every file of `content/media/` that a public page names, with one that names it."""
        rows = self.connection.execute(
            "SELECT value, MIN(file) FROM listing WHERE term = 'media' GROUP BY value"
        )
        return dict(rows.fetchall())


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return connection
    if version != 0:
        connection.close()
        raise sqlite3.DatabaseError("a catalogue of another version")
    script = files("nashra.catalogue").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(f"BEGIN; {script} PRAGMA user_version = {VERSION}; COMMIT;")
    return connection
