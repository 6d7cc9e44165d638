"""From the files of content into the catalogue: what changed is read, wherever there is room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from nashra.catalogue.record import record_of
from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import Sync, Update
from nashra.config import Folders
from nashra.content.read import Reader
from nashra.content.reading import Reading
from nashra.content.scan import Seen, scan
from nashra.content.scan_again import Glance, scan_again
from nashra.workers import Workers

_TOO_CLOSE = 2_000_000_000
"""Nanoseconds: the coarsest step in which a file system in use keeps time (FAT's)."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs from what the catalogue has."""

    read: list[Seen]
    removed: list[str]


def changed_files(
    catalogue: Catalogue, folders: Folders, reading: Reading, touched: Collection[Path] | None
) -> Changed:
    """Give what changed since the last build: everywhere, or only among what was touched."""
    same_reading = catalogue.meta("reading") == reading.fingerprint
    if touched is not None and same_reading:
        glance = scan_again(folders.content, touched, reading.languages)
        if glance is not None:
            return _among(catalogue, glance)
    return _everywhere(catalogue, folders, reading, same_reading=same_reading)


def take_in(
    catalogue: Catalogue, changed: Changed, reading: Reading, *, now: datetime, workers: Workers
) -> None:
    """Read what changed, and let time pass; inside a transaction."""
    batches = workers.map(partial(read_batch, reading), changed.read)
    Sync(catalogue.connection, now=now).run(chain.from_iterable(batches), changed.removed)
    catalogue.remember("reading", reading.fingerprint)


def _among(catalogue: Catalogue, glance: Glance) -> Changed:
    known = {file for path in glance.looked_at for file in catalogue.files_below(path)}
    files = {seen.file: seen for seen in glance.seen}
    return Changed(list(files.values()), sorted(known - files.keys()))


def _everywhere(
    catalogue: Catalogue, folders: Folders, reading: Reading, *, same_reading: bool
) -> Changed:
    """Compare every file with what it was.

    A file whose size and time of writing are as they were is taken for the same, unless it was
    written so close to the last look that another writing may bear the same time.
    """
    looked = int(catalogue.meta("looked") or 0)
    catalogue.remember("looked", str(_present(folders.state)))
    known = catalogue.files()
    files = list(scan(folders.content, reading.languages))
    changed = [
        seen
        for seen in files
        if not same_reading
        or known.get(seen.file) != seen.stamp
        or seen.modified > looked - _TOO_CLOSE
    ]
    return Changed(changed, sorted(known.keys() - {seen.file for seen in files}))


def _present(state: Path) -> int:
    """Give the file system's own time, in nanoseconds: the only one that files are written in."""
    mark = state / "looked"
    mark.write_bytes(b"")
    return mark.stat().st_mtime_ns


def read_batch(reading: Reading, files: Sequence[Seen]) -> list[Update]:
    """Read some files."""
    return list(_updates(_reader(reading), files))


def _updates(reader: Reader, files: Sequence[Seen]) -> Iterator[Update]:
    for seen in files:
        read = reader.read(seen.path, file=seen.file)
        record = record_of(read.entry) if read.entry else None
        yield Update(seen.file, *seen.stamp, read.digest, record, read.problems)


@lru_cache(maxsize=1)
def _reader(reading: Reading) -> Reader:
    return Reader(reading)
