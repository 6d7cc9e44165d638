"""The catalogue's file: opened, checked, written in whole transactions."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from nashra.catalogue import codec, terms
from nashra.catalogue.events import Event, Happening
from nashra.catalogue.outputs import Outputs
from nashra.catalogue.reader import Answers, Reader
from nashra.catalogue.sync import ELIGIBLE
from nashra.errors import OutputError, Problem, cannot_write
from nashra.model import Entry

_DECIDING = ("schema.sql", "terms.py", "record.py", "codec.py", "listings.py", "sync.py")
"""The files of this package that decide what a catalogue holds of the same content."""


@lru_cache(maxsize=1)
def _schema() -> tuple[str, int]:
    """Give the tables' definition and the version: a catalogue of any other is made anew."""
    here = files("nashra.catalogue")
    texts = [here.joinpath(name).read_text(encoding="utf-8") for name in _DECIDING]
    return texts[0], zlib.crc32("".join(texts).encode()) >> 1


class DamagedCatalogueError(Exception):
    """The catalogue's file is damaged; it can be thrown away and made anew."""


_EVENTS = " UNION ALL ".join(
    f"SELECT * FROM (SELECT {moment} AS moment, '{what}' AS what, file FROM entry "  # noqa: S608
    f"WHERE {condition} ORDER BY {moment} LIMIT :limit)"
    for moment, what, condition in (
        ("visible_from", Happening.APPEARS, "ready AND visible_from > :after"),
        ("expires", Happening.GOES, "ready AND expires > :after"),
        ("breaking_until", Happening.CALMS, "ready AND breaking_until > :after"),
        ("live_until", Happening.ENDS, "ready AND live_until > :after"),
        ("date + :recent", Happening.AGES, "public AND card <> '' AND date > :after - :recent"),
    )
)


class Catalogue:
    """One connection to the catalogue of one site and output folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.outputs = Outputs(connection)
        self.anew = False
        """Whether it took the place of one that could not be used."""

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
        except sqlite3.OperationalError as error:
            raise _refused(error) from error
        except sqlite3.DatabaseError:
            cls.discard(path)
            catalogue = cls(_connect(path))
            catalogue.anew = True
            return catalogue

    @staticmethod
    def discard(path: Path) -> None:
        """Throw a catalogue away: everything in it comes from the content."""
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)

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
        """Do all that stands inside, or nothing of it.

        Raises:
            DamagedCatalogueError: the file is not what was written to it.
            OutputError: there is no room, or no leave, to write it.

        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise _refused(error) from error
        except sqlite3.DatabaseError as error:
            raise DamagedCatalogueError(str(error)) from error

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

    def events(self, after: float, *, limit: int) -> list[Event]:
        """Give what comes after a moment, the soonest first."""
        rows = self.connection.execute(
            f"SELECT moment, what, file FROM ({_EVENTS}) ORDER BY moment, file, what LIMIT :limit",  # noqa: S608
            {"after": after, "recent": terms.RECENT_SECONDS, "limit": limit},
        )
        return [Event(moment, Happening(what), file) for moment, what, file in rows]

    def hidden(self, now: float) -> Iterator[Entry]:
        """Give the stories that are not public at a moment, by their files."""
        rows = self.connection.execute(
            f"SELECT data FROM entry JOIN whole USING (id) WHERE card <> '' AND NOT ({ELIGIBLE}) "  # noqa: S608
            "ORDER BY file",
            {"now": now},
        )
        return (codec.decode_entry(data) for (data,) in rows)

    def newest(self, limit: int) -> Iterator[Entry]:
        """Give public stories, the newest first."""
        rows = self.connection.execute(
            "SELECT data FROM entry JOIN whole USING (id) WHERE card <> '' AND public "
            "ORDER BY date DESC, file LIMIT ?",
            (limit,),
        )
        return (codec.decode_entry(data) for (data,) in rows)

    def next_run(self) -> int:
        """Give this build a number that no build before it had."""
        number = int(self.meta("run") or 0) + 1
        self.remember("run", str(number))
        return number

    def stories(self) -> int:
        """Give how many stories are public."""
        (count,) = self.connection.execute(
            "SELECT count FROM tally WHERE name = 'stories'"
        ).fetchone()
        return int(count)

    def files(self) -> dict[str, tuple[int, int]]:
        """Give the size and the time of writing of every file of content as last seen."""
        rows = self.connection.execute("SELECT file, size, modified FROM file")
        return {file: (size, modified) for file, size, modified in rows}

    def claimants(self, place: str, address: str) -> set[str]:
        """Give the files that claim a place, public or not, and those that lay at an address."""
        rows = self.connection.execute(
            "SELECT file FROM entry WHERE place = ?1 UNION "
            "SELECT file FROM listing JOIN entry USING (id) WHERE term = ?2 AND value = ?3",
            (place, terms.ALIAS, address),
        )
        return {file for (file,) in rows}

    def files_below(self, path: str) -> set[str]:
        """Give a file as last seen, and all files below it if it is, or was, a folder."""
        rows = self.connection.execute(
            "SELECT file FROM file WHERE file = ?1 OR (file > ?2 AND file < ?3)",
            (path, f"{path}/", f"{path}0"),
        )
        return {file for (file,) in rows}

    def problems(self) -> list[Problem]:
        """Give what is wrong with the files as they were last read."""
        rows = self.connection.execute(
            "SELECT problems FROM file WHERE problems <> '' ORDER BY file"
        )
        return [problem for (text,) in rows for problem in codec.decode_problems(text)]

    def reader(self, edition: str = "") -> Reader:
        """Give a reader of one edition that notes its questions."""
        return Reader(self.answers(), edition)

    def answers(self) -> Answers:
        """Give a memory of answers that holds for as long as nothing is written."""
        return Answers(self.connection)

    def values(self, term: str) -> list[str]:
        """Give every value that a term has."""
        rows = self.connection.execute(
            "WITH RECURSIVE each(value) AS ("
            "SELECT MIN(value) FROM listing WHERE term = ?1 UNION ALL "
            "SELECT (SELECT MIN(value) FROM listing WHERE term = ?1 AND value > each.value) "
            "FROM each WHERE each.value IS NOT NULL) "
            "SELECT value FROM each WHERE value IS NOT NULL",
            (term,),
        )
        return [value for (value,) in rows]

    def unmet_media(self) -> Mapping[str, str]:
        """Give every missing file of `content/media/`, with a public page's file that names it."""
        rows = self.connection.execute(
            "SELECT path, MIN(file) FROM unmet JOIN listing ON term = 'media' AND value = path "
            "JOIN entry USING (id) GROUP BY path ORDER BY path"
        )
        return dict(rows.fetchall())


_REFUSALS = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}


def _refused(error: sqlite3.OperationalError) -> Exception:
    """Give what people should be told where the disk refused; any other error as it is."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _REFUSALS:
        return error
    return OutputError([cannot_write(".nashra", str(error))])


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("CREATE TEMP TABLE dropped (used INTEGER)")
    connection.execute("CREATE TEMP TABLE cause (target TEXT, key TEXT)")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    script, own_version = _schema()
    if version == own_version:
        return connection
    if version != 0:
        connection.close()
        raise sqlite3.DatabaseError("a catalogue of another version")
    connection.executescript(f"BEGIN; {script} PRAGMA user_version = {own_version}; COMMIT;")
    return connection
