"""The catalogue's file: opened, checked, written in whole transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nashra.catalogue import codec
from nashra.catalogue.reader import Answers, Reader
from nashra.errors import Problem
from nashra.model import Output, Reason, Use, identifier

VERSION = 1
"""Raised with every change of `schema.sql`; a catalogue of another version is made anew."""


@dataclass(frozen=True, slots=True)
class Made:
    """An output as it was last written."""

    output: Output
    digest: str
    """The hash of its bytes; empty until it is first written."""
    size: int
    modified: int
    """Nanoseconds since the epoch."""


@dataclass(slots=True)
class Noted:
    """What a batch of outputs asked, numbered for the catalogue where the outputs were made."""

    outputs: list[int] = field(default_factory=list)
    used: dict[int, Use] = field(default_factory=dict)
    links: list[tuple[int, int]] = field(default_factory=list)

    def add(self, target: str, uses: Iterable[Use]) -> None:
        """Note what one output asked."""
        output = identifier(target)
        self.outputs.append(output)
        for use in uses:
            number = identifier(use.key)
            self.used[number] = use
            self.links.append((number, output))


class Catalogue:
    """One connection to the catalogue of one site and output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open_to_read(cls, path: Path) -> Self:
        """Open a catalogue that another process writes; nothing is ever written here."""
        return cls(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None))

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

    def next_event(self, after: float) -> float | None:
        """Give the first moment after another at which an entry appears or goes."""
        (moment,) = self.connection.execute(
            "SELECT MIN(moment) FROM ("
            "SELECT visible_from AS moment FROM entry WHERE ready AND visible_from > :after "
            "UNION ALL SELECT expires FROM entry WHERE ready AND expires > :after)",
            {"after": after},
        ).fetchone()
        return None if moment is None else float(moment)

    def next_run(self) -> int:
        """Give this build a number that no build before it had."""
        number = int(self.meta("run") or 0) + 1
        self.remember("run", str(number))
        return number

    def files(self) -> dict[str, tuple[int, int]]:
        """Give the size and the time of writing of every file of content as last seen."""
        rows = self.connection.execute("SELECT file, size, modified FROM file")
        return {file: (size, modified) for file, size, modified in rows}

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
        rows = self.connection.execute(f"SELECT {_MADE} FROM output")  # noqa: S608
        return {row[0]: _made(row) for row in rows}

    def mark_due(self, outputs: Iterable[tuple[Output, Reason]]) -> None:
        """Say that outputs are to be built; they stay so until they are written."""
        pairs = [(identifier(output.target), output, reason) for output, reason in outputs]
        self.connection.executemany(
            "INSERT INTO output VALUES (?, ?, ?, ?, ?, '', 0, 0) ON CONFLICT (id) DO UPDATE "
            "SET kind = excluded.kind, owner = excluded.owner, part = excluded.part",
            [
                (number, output.target, output.kind, output.owner, output.part)
                for number, output, _ in pairs
            ],
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO due VALUES (?, ?)",
            [(number, reason) for number, _, reason in pairs],
        )

    def mark_gone(self, targets: Iterable[str]) -> None:
        """Say that outputs are to be removed; they stay so until they are."""
        pairs = [(identifier(target), target) for target in targets]
        numbers = [(number,) for number, _ in pairs]
        self.connection.executemany(
            "INSERT OR IGNORE INTO gone VALUES (?)", [(target,) for _, target in pairs]
        )
        self.connection.executemany("DELETE FROM due WHERE output = ?", numbers)
        self.connection.executemany("DELETE FROM output WHERE id = ?", numbers)
        self._drop_uses(numbers)

    def due(self) -> list[tuple[Made, Reason]]:
        """Give the outputs that are to be built, as they were last made, in order of target."""
        rows = self.connection.execute(
            f"SELECT {_MADE}, reason FROM due JOIN output ON output.id = due.output "  # noqa: S608
            "ORDER BY target"
        )
        return [(_made(row), Reason(row[7])) for row in rows]

    def gone(self) -> list[str]:
        """Give the targets that are to be removed."""
        rows = self.connection.execute(
            "SELECT target FROM gone WHERE target NOT IN (SELECT target FROM output)"
        )
        return [target for (target,) in rows]

    def record_uses(self, noted: Noted) -> None:
        """Keep what some outputs asked, in place of what they asked before."""
        self._drop_uses([(output,) for output in noted.outputs])
        self.connection.executemany(
            "INSERT INTO used VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "version = excluded.version, since = excluded.since, until = excluded.until",
            [
                (number, use.key, use.version, use.term, use.value, use.since, use.until)
                for number, use in noted.used.items()
            ],
        )
        self.connection.executemany("INSERT OR IGNORE INTO uses VALUES (?, ?)", noted.links)

    def record(self, outputs: Iterable[Made]) -> None:
        """Keep what outputs are as they lie in their place, and take them off what is due."""
        rows = [
            (made.digest, made.size, made.modified, identifier(made.output.target))
            for made in outputs
        ]
        self.connection.executemany(
            "UPDATE output SET digest = ?, size = ?, modified = ? WHERE id = ?", rows
        )
        self.connection.executemany("DELETE FROM due WHERE output = ?", [row[3:] for row in rows])

    def forget_gone(self) -> None:
        """Take what was removed off the list, and drop what nothing uses any more."""
        self.connection.execute("DELETE FROM gone")
        self.connection.execute(
            "DELETE FROM used WHERE id IN (SELECT used FROM dropped) "
            "AND NOT EXISTS (SELECT 1 FROM uses WHERE uses.used = used.id)"
        )
        self.connection.execute("DELETE FROM dropped")

    def count_outputs(self) -> int:
        """Give how many outputs there are."""
        (count,) = self.connection.execute("SELECT COUNT(*) FROM output").fetchone()
        return int(count)

    def _drop_uses(self, outputs: Sequence[tuple[int]]) -> None:
        self.connection.executemany(
            "INSERT INTO dropped SELECT used FROM uses WHERE output = ?", outputs
        )
        self.connection.executemany("DELETE FROM uses WHERE output = ?", outputs)

    def visible_media(self) -> Mapping[str, str]:
        """Give every file of `content/media/` that a public page names, with one that names it."""
        rows = self.connection.execute(
            "SELECT value, MIN(file) FROM listing JOIN entry USING (id) "
            "WHERE term = 'media' GROUP BY value"
        )
        return dict(rows.fetchall())


_MADE = "target, kind, owner, part, digest, size, modified"


def _made(row: Sequence[Any]) -> Made:
    return Made(Output(*row[:4]), *row[4:7])


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("CREATE TEMP TABLE dropped (used INTEGER)")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return connection
    if version != 0:
        connection.close()
        raise sqlite3.DatabaseError("a catalogue of another version")
    script = files("nashra.catalogue").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(f"BEGIN; {script} PRAGMA user_version = {VERSION}; COMMIT;")
    return connection
