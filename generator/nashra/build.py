"""The build: the stages in order."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from time import perf_counter

from nashra.agenda import lay_out
from nashra.catalogue import terms
from nashra.catalogue.store import Catalogue, DamagedCatalogueError
from nashra.check import content as content_check
from nashra.config import Config, Folders
from nashra.content.reading import Reading
from nashra.intake import changed_files, take_in
from nashra.lock import held
from nashra.model import Event
from nashra.output import look, staging_for
from nashra.pages.chrome import chrome
from nashra.press import Press, write_due
from nashra.render.load import load_theme, uncut_faces
from nashra.report import BuildReport
from nashra.workers import Workers


def build(
    config: Config,
    folders: Folders,
    *,
    now: datetime,
    jobs: int | None = None,
    touched: Collection[Path] | None = None,
) -> BuildReport:
    """Bring the output folder up to date with the content, the theme and the configuration.

    `jobs` is how many processes may share the work; as many as there are processors unless told.
    `touched` is for whoever watched since the last build: every path that may differ. Content is
    then looked at there and nowhere else, and the output is taken to lie as it was written.

    Raises:
        ConfigurationError: the theme cannot be used.
        OutputError: the output folder cannot be written; the last whole site is still there.

    """
    with held(folders.state), Workers(jobs) as workers:
        try:
            return _build(config, folders, now=now, workers=workers, touched=touched)
        except DamagedCatalogueError:
            Catalogue.discard(catalogue_file(folders))
            return _build(config, folders, now=now, workers=workers, touched=None)


def _build(
    config: Config,
    folders: Folders,
    *,
    now: datetime,
    workers: Workers,
    touched: Collection[Path] | None,
) -> BuildReport:
    started = perf_counter()
    file, reading = catalogue_file(folders), Reading.of(config)
    there = look(folders.output) if touched is None else None
    with Catalogue.open(file) as catalogue:
        workers.each(uncut_faces(config, folders))
        theme = load_theme(config, folders)
        with catalogue.transaction():
            changed = changed_files(catalogue, folders, reading, touched)
            take_in(catalogue, changed, reading, now=now, workers=workers)
            site = chrome(catalogue.reader(), config)
            theme.templates.prepare(site)
            strays = there.keys() - catalogue.outputs.targets() if there else ()
            lay_out(catalogue, config, theme, site=site, there=there)
            run = catalogue.next_run()
        staging = staging_for(folders.output, folders.state)
        press = Press(config, folders, file, site, run, staging)
        written = write_due(catalogue, press, workers, there=there)
        problems = content_check.problems(catalogue, config.sections, root=folders.root)
        stories = catalogue.reader().count(terms.SITE)
    return BuildReport(
        added=written.added,
        changed=written.changed,
        removed=written.removed,
        unchanged=written.unchanged,
        strays=tuple(sorted(strays)),
        stories=stories,
        problems=tuple(problems),
        seconds=perf_counter() - started,
    )


def coming(folders: Folders, after: datetime, *, limit: int) -> list[Event]:
    """Give what the clock will do to the site as it was last built, the soonest first."""
    with Catalogue.open(catalogue_file(folders)) as catalogue:
        return catalogue.events(after.timestamp(), limit=limit)


def next_event(folders: Folders, after: datetime) -> datetime | None:
    """Give the next moment at which the built site changes of itself, if there is one."""
    with Catalogue.open(catalogue_file(folders)) as catalogue:
        moment = catalogue.next_event(after.timestamp())
    return datetime.fromtimestamp(moment, after.tzinfo) if moment else None


def catalogue_file(folders: Folders) -> Path:
    """Give the catalogue's file: one for each folder that the site is built into."""
    if folders.output == folders.root / "output":
        return folders.state / "catalogue.sqlite"
    name = hashlib.blake2b(str(folders.output).encode(), digest_size=6).hexdigest()
    return folders.state / f"catalogue-{name}.sqlite"
