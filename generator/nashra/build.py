"""The build: the stages in order."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from time import perf_counter

from nashra.agenda import lay_out
from nashra.catalogue import terms
from nashra.catalogue.store import Catalogue, DamagedCatalogueError
from nashra.check import content as content_check
from nashra.config import Config, Folders
from nashra.intake import take_in
from nashra.lock import held
from nashra.model import BuildReport
from nashra.output import look, staging_for
from nashra.pages.chrome import chrome
from nashra.press import Press, write_due
from nashra.render.load import load_theme, uncut_faces
from nashra.workers import Workers


def build(
    config: Config, folders: Folders, *, now: datetime, jobs: int | None = None
) -> BuildReport:
    """Bring the output folder up to date with the content, the theme and the configuration.

    `jobs` is how many processes may share the work; as many as there are processors unless told.

    Raises:
        ConfigurationError: the theme cannot be used.
        OutputError: the output folder cannot be written; the last whole site is still there.

    """
    file = catalogue_file(folders)
    with held(folders.state):
        try:
            return _build(config, folders, file, now=now, jobs=jobs)
        except DamagedCatalogueError:
            Catalogue.discard(file)
            return _build(config, folders, file, now=now, jobs=jobs)


def _build(
    config: Config, folders: Folders, file: Path, *, now: datetime, jobs: int | None
) -> BuildReport:
    started = perf_counter()
    there = look(folders.output)
    with Workers(jobs) as workers, Catalogue.open(file) as catalogue:
        workers.each(uncut_faces(config, folders))
        theme = load_theme(config, folders)
        with catalogue.transaction():
            take_in(catalogue, config, folders, now=now, workers=workers)
            site = chrome(catalogue.reader(), config)
            theme.templates.prepare(site)
            made = catalogue.outputs.targets()
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
        strays=tuple(sorted(there.keys() - made)),
        stories=stories,
        problems=tuple(problems),
        seconds=perf_counter() - started,
    )


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
