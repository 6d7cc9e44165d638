"""`nashra check`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra import config as configuration
from nashra.catalogue.store import Catalogue
from nashra.check import content, links
from nashra.cli import options
from nashra.cli.terminal import show_problems
from nashra.content.reading import Reading
from nashra.errors import Severity
from nashra.intake import changed_files, take_in
from nashra.workers import Workers


@click.command("check")
@options.site
@options.now
def command(site: Path, now: str | None) -> int:
    """Tell what is wrong with the content, its addresses and its links. Builds nothing."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    with (
        Workers() as workers,
        Catalogue.open(folders.catalogue) as catalogue,
        catalogue.rehearsal(),
    ):
        reading = Reading.of(config)
        changed = changed_files(catalogue, folders, reading, None)
        take_in(catalogue, changed, reading, now=moment, workers=workers)
        problems = content.problems(catalogue, config, root=folders.root)
        problems += content.dead_related(catalogue)
        problems += links.problems(catalogue, config, root=folders.root)
    show_problems(problems, language=config.identity.language)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    notices = len(problems) - errors
    click.echo(f"أخطاء: {errors} · تنبيهات: {notices} / errors: {errors}, notices: {notices}")
    return int(errors > 0)
