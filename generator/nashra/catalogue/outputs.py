"""What the catalogue knows of outputs: what each is, what it asked, what is still to do."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nashra.catalogue.use import Use
from nashra.model import Output, Reason, identifier

ASSET = "asset"
"""The kind of outputs that are a theme's own files; their owner is the asset's name."""


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

    used: dict[int, tuple[object, ...]] = field(default_factory=dict)
    """Each question's row: plain values, for they go from process to process."""
    links: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """What each output used, by its number."""

    def add(self, target: str, uses: Iterable[Use]) -> None:
        """Note what one output asked."""
        numbers = []
        for use in uses:
            numbers.append(use.number)
            if use.number not in self.used:
                self.used[use.number] = (
                    use.number,
                    use.key,
                    use.version,
                    use.term,
                    use.value,
                    use.since,
                    use.until,
                )
        self.links[identifier(target)] = tuple(sorted(numbers))


class Outputs:
    """The outputs of one catalogue."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def recorded_in_pages(self) -> list[Output]:
        """Give every output that the catalogue has, but a theme's own files."""
        rows = self._connection.execute("SELECT target, kind, owner, part FROM output")
        return [output for row in rows if (output := Output(*row)).kind != ASSET]

    def recorded(self, kind: str, owner: str | None = None) -> list[Output]:
        """Give the outputs of a kind that the catalogue has, of one owner or of all."""
        where = "kind = ?" if owner is None else "kind = ? AND owner = ?"
        parameters = (kind,) if owner is None else (kind, owner)
        rows = self._connection.execute(
            f"SELECT target, kind, owner, part FROM output WHERE {where}",  # noqa: S608
            parameters,
        )
        return [Output(*row) for row in rows]

    def made(self) -> Iterator[Made]:
        """Give every output."""
        return map(_made, self._connection.execute(f"SELECT {_MADE} FROM output"))  # noqa: S608

    def known(self, targets: Iterable[str]) -> dict[str, Output]:
        """Give the outputs that the catalogue has at some targets."""
        numbers = [(identifier(target),) for target in targets]
        found = (
            self._connection.execute(
                "SELECT target, kind, owner, part FROM output WHERE id = ?", number
            ).fetchone()
            for number in numbers
        )
        return {row[0]: Output(*row) for row in found if row}

    def targets(self) -> set[str]:
        """Give the target of every output, and of what is still to be removed."""
        rows = self._connection.execute("SELECT target FROM output UNION SELECT target FROM gone")
        return {target for (target,) in rows}

    def mark_due(self, outputs: Iterable[tuple[Output, Reason]]) -> None:
        """Say that outputs are to be built; they stay so until they are written."""
        pairs = [(identifier(output.target), output, reason) for output, reason in outputs]
        self._connection.executemany(
            "INSERT INTO output VALUES (?, ?, ?, ?, ?, '', 0, 0, x'') ON CONFLICT (id) DO UPDATE "
            "SET kind = excluded.kind, owner = excluded.owner, part = excluded.part",
            [
                (number, output.target, output.kind, output.owner, output.part)
                for number, output, _ in pairs
            ],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO due VALUES (?, ?)",
            [(number, reason) for number, _, reason in pairs],
        )

    def mark_gone(self, targets: Iterable[str]) -> None:
        """Say that outputs are to be removed; they stay so until they are."""
        pairs = [(identifier(target), target) for target in targets]
        numbers = [(number,) for number, _ in pairs]
        self._connection.executemany("INSERT OR IGNORE INTO gone VALUES (?, ?)", pairs)
        self._connection.executemany("DELETE FROM due WHERE output = ?", numbers)
        self._drop_uses(number for (number,) in numbers)
        self._connection.executemany("DELETE FROM output WHERE id = ?", numbers)

    def due(self) -> list[tuple[Made, Reason]]:
        """Give the outputs that are to be built, as they were last made, in order of target."""
        rows = self._connection.execute(
            f"SELECT {_MADE}, reason FROM due JOIN output ON output.id = due.output "  # noqa: S608
            "ORDER BY target"
        )
        return [(_made(row), Reason(row[7])) for row in rows]

    def causes(self) -> dict[str, list[str]]:
        """Give the keys of the questions whose answers made each output stale in this build."""
        causes: dict[str, list[str]] = {}
        for target, key in self._connection.execute("SELECT target, key FROM cause ORDER BY key"):
            causes.setdefault(target, []).append(key)
        return causes

    def questions(self, target: str) -> list[str]:
        """Give the keys of the questions that an output asked when it was last made."""
        rows = (
            self._connection.execute("SELECT key FROM used WHERE id = ?", (number,)).fetchone()
            for number in self._used(identifier(target))
        )
        return sorted(row[0] for row in rows if row)

    def gone(self) -> list[str]:
        """Give the targets that are to be removed."""
        rows = self._connection.execute(
            "SELECT target FROM gone "
            "WHERE NOT EXISTS (SELECT 1 FROM output WHERE output.id = gone.output)"
        )
        return [target for (target,) in rows]

    def record_uses(self, noted: Noted) -> None:
        """Keep what some outputs asked, in place of what they asked before."""
        self._drop_uses(noted.links)
        self._connection.executemany(
            "INSERT INTO used VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "version = excluded.version, since = excluded.since, until = excluded.until",
            noted.used.values(),
        )
        links = [(number, output) for output, used in noted.links.items() for number in used]
        self._connection.executemany("INSERT INTO uses VALUES (?, ?)", sorted(links))
        self._connection.executemany(
            "UPDATE output SET asked = ? WHERE id = ?",
            [(_packed(used), output) for output, used in noted.links.items()],
        )

    def record(self, outputs: Iterable[Made]) -> None:
        """Keep what outputs are as they lie in their place, and take them off what is due."""
        rows = [
            (made.digest, made.size, made.modified, identifier(made.output.target))
            for made in outputs
        ]
        self._connection.executemany(
            "UPDATE output SET digest = ?, size = ?, modified = ? WHERE id = ?", rows
        )
        self._connection.executemany("DELETE FROM due WHERE output = ?", [row[3:] for row in rows])

    def forget_gone(self) -> None:
        """Take what was removed off the list, and drop what nothing uses any more."""
        self._connection.execute("DELETE FROM gone")
        self._connection.execute(
            "DELETE FROM used WHERE id IN (SELECT used FROM dropped) "
            "AND NOT EXISTS (SELECT 1 FROM uses WHERE uses.used = used.id)"
        )
        self._connection.execute("DELETE FROM dropped")

    def count(self) -> int:
        """Give how many outputs there are."""
        (count,) = self._connection.execute(
            "SELECT count FROM tally WHERE name = 'outputs'"
        ).fetchone()
        return int(count)

    def _drop_uses(self, outputs: Iterable[int]) -> None:
        links = [(number, output) for output in outputs for number in self._used(output)]
        self._connection.executemany("DELETE FROM uses WHERE used = ? AND output = ?", links)
        self._connection.executemany(
            "INSERT INTO dropped VALUES (?)", [(number,) for number, _ in links]
        )

    def _used(self, output: int) -> tuple[int, ...]:
        row = self._connection.execute(
            "SELECT asked FROM output WHERE id = ?", (output,)
        ).fetchone()
        return _unpacked(row[0]) if row else ()


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}q", *numbers)


def _unpacked(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 8}q", data)


_MADE = "target, kind, owner, part, digest, size, modified"


def _made(row: Sequence[Any]) -> Made:
    return Made(Output(*row[:4]), *row[4:7])
