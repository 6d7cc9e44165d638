"""The build: the stages in order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter

from nashra.catalogue import terms
from nashra.catalogue.stale import stale_by_content, stale_by_version
from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import Change, Sync, Update
from nashra.check import content as content_check
from nashra.config import Config, Folders
from nashra.content.changes import read_changed
from nashra.content.read import Reader
from nashra.content.reading import Reading
from nashra.content.scan import scan
from nashra.model import BuildReport
from nashra.output import Stat, look
from nashra.pages.chrome import chrome
from nashra.pages.wanted import Wanted, everything, touched
from nashra.plan import plan
from nashra.render.load import load_theme
from nashra.render.produce import Producer, versions, with_assets
from nashra.write import write_due


def build(config: Config, folders: Folders, *, now: datetime) -> BuildReport:
    """Bring the output folder up to date with the content, the theme and the configuration.

    Raises:
        ConfigurationError: the theme cannot be used.
        OutputError: the output folder cannot be written; the last whole site is still there.

    """
    started = perf_counter()
    theme = load_theme(config, folders)
    there = look(folders.output)
    with Catalogue.open(catalogue_file(folders)) as catalogue:
        with catalogue.transaction():
            changes = take_in(catalogue, config, folders, now=now)
            site = chrome(catalogue.reader(), config)
            current = versions(theme, config, site)
            stale = stale_by_content(catalogue.connection, changes, catalogue.answers())
            stale |= stale_by_version(catalogue.connection, current)
            found = look_at(catalogue, config, changes, settings=current["settings", ""])
            lay_out(catalogue, with_assets(found, theme, catalogue), stale=stale, there=there)
        producer = Producer(theme, config, catalogue.answers(), site=site, root=folders.root)
        written = write_due(catalogue, producer, folders, there=there)
        problems = content_check.problems(catalogue, config.sections, root=folders.root)
        stories = catalogue.reader().count(terms.SITE)
    return BuildReport(
        added=written.added,
        changed=written.changed,
        removed=written.removed,
        unchanged=written.unchanged,
        stories=stories,
        problems=tuple(problems),
        seconds=perf_counter() - started,
    )


def take_in(
    catalogue: Catalogue, config: Config, folders: Folders, *, now: datetime
) -> set[Change]:
    """Read what changed since the last build, and let time pass; give the listings it touched."""
    reading = Reading.of(config)
    known = catalogue.files()
    files = list(scan(folders.content))
    same = known if catalogue.meta("reading") == reading.fingerprint else {}
    updates = (
        Update(
            changed.seen.file,
            changed.seen.size,
            changed.seen.modified,
            changed.read.digest,
            changed.read.entry,
            changed.read.problems,
        )
        for changed in read_changed(files, same, Reader(reading))
    )
    removed = sorted(known.keys() - {seen.file for seen in files})
    changes = Sync(catalogue.connection, now=now).run(updates, removed)
    catalogue.remember("reading", reading.fingerprint)
    return changes


def look_at(catalogue: Catalogue, config: Config, changes: set[Change], *, settings: str) -> Wanted:
    """Give what ought to exist: for the touched owners, or for all after a change of settings."""
    if catalogue.meta("settings") == settings:
        return touched(changes, catalogue, config)
    catalogue.remember("settings", settings)
    return everything(catalogue, config)


def lay_out(
    catalogue: Catalogue, found: Wanted, *, stale: set[str], there: Mapping[str, Stat]
) -> None:
    """Mark in the catalogue what is to be built and removed."""
    made = catalogue.made()
    work = plan(
        found.outputs,
        found.recorded,
        known={target: record.output for target, record in made.items()},
        stale=stale,
        missing={
            target
            for target, record in made.items()
            if there.get(target) != Stat(record.size, record.modified)
        },
    )
    catalogue.mark_due(work.build)
    catalogue.mark_gone(work.remove)


def catalogue_file(folders: Folders) -> Path:
    """Give the catalogue's file: one for each folder that the site is built into."""
    if folders.output == folders.root / "output":
        return folders.state / "catalogue.sqlite"
    name = hashlib.blake2b(str(folders.output).encode(), digest_size=6).hexdigest()
    return folders.state / f"catalogue-{name}.sqlite"
