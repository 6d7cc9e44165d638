"""The build: the stages in order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from nashra.agenda import lay_out
from nashra.catalogue.store import Catalogue, DamagedCatalogueError
from nashra.changes import write_changes
from nashra.check import content as content_check
from nashra.check.catalogue import made_anew
from nashra.check.moved import moved_stories
from nashra.config import Config, Folders
from nashra.content.reading import Reading
from nashra.intake import changed_files, take_in
from nashra.lock import held
from nashra.output import look, staging_for
from nashra.pages.chrome import chrome
from nashra.press import Press, write_due
from nashra.render.load import load_theme, uncut_faces
from nashra.render.produce import Dress
from nashra.report import BuildReport
from nashra.workers import Workers


def build(
    config: Config,
    folders: Folders,
    *,
    now: datetime,
    workers: Workers | None = None,
    touched: Collection[Path] | None = None,
) -> BuildReport:
    """Bring the output folder up to date with the content, the theme and the configuration.

    `workers` share the work; a process for each processor unless told.
    `touched` is for whoever watched since the last build: every path that may differ. Content is
    then looked at there and nowhere else, and the output is taken to lie as it was written.

    Raises:
        ConfigurationError: the theme cannot be used.
        OutputError: the output folder cannot be written; the last whole site is still there.

    """
    with held(folders.state), workers or Workers() as crew:
        try:
            report = _build(config, folders, now=now, workers=crew, touched=touched)
        except DamagedCatalogueError:
            Catalogue.discard(folders.catalogue)
            again = _build(config, folders, now=now, workers=crew, touched=None)
            report = replace(again, problems=(made_anew(), *again.problems))
        write_changes(report, folders.changes, now=now)
    return report


def _build(
    config: Config,
    folders: Folders,
    *,
    now: datetime,
    workers: Workers,
    touched: Collection[Path] | None,
) -> BuildReport:
    laps = [perf_counter()]
    file, reading = folders.catalogue, Reading.of(config)
    there = look(folders.output) if touched is None else None
    with Catalogue.open(file) as catalogue:
        workers.each(uncut_faces(config, folders))
        themes = [load_theme(own, folders) for own in config.every]
        with catalogue.transaction():
            changed = changed_files(catalogue, folders, reading, touched)
            take_in(catalogue, changed, reading, now=now, workers=workers)
            laps.append(perf_counter())
            dresses = [
                Dress(own, theme, chrome(catalogue.reader(own.edition), own))
                for own, theme in zip(config.every, themes, strict=True)
            ]
            for dress in dresses:
                dress.theme.templates.prepare(dress.site)
            moved = lay_out(catalogue, config, dresses, there=there)
            strays = there.keys() - catalogue.outputs.targets() if there else ()
            run = catalogue.next_run()
            causes = catalogue.outputs.causes()
        laps.append(perf_counter())
        staging = staging_for(folders.output, folders.state)
        press = Press(config, folders, file, tuple(dress.site for dress in dresses), run, staging)
        written = write_due(catalogue, press, workers, there=there)
        problems = [made_anew()] if catalogue.anew else []
        problems += content_check.problems(catalogue, config, root=folders.root)
        problems += moved_stories(moved, catalogue)
        stories = catalogue.stories()
    return BuildReport(
        added=written.added,
        changed=written.changed,
        removed=written.removed,
        unchanged=written.unchanged,
        strays=tuple(sorted(strays)),
        stories=stories,
        problems=tuple(problems),
        seconds=perf_counter() - laps[0],
        stages=tuple(_stages([*laps, perf_counter()])),
        reasons=written.reasons,
        causes=causes,
    )


def _stages(laps: list[float]) -> Iterator[tuple[str, float]]:
    for name, (start, end) in zip(("read", "plan", "write"), pairwise(laps), strict=True):
        yield name, end - start
