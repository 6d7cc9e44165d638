"""`nashra build`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra import config as configuration
from nashra.build import build
from nashra.cli import explanation, options, progress
from nashra.cli.terminal import report_json, show_problems, show_strays, show_summary
from nashra.workers import Workers, collect_seldom


@click.command("build")
@options.site
@options.now
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the built site; output/ in the site's folder unless told.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes to use.")
@click.option("--explain", metavar="ADDRESS", help="Tell why this page was made again, or was not.")
@click.option("--quiet", is_flag=True, help="Print problems only.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    site: Path,
    now: str | None,
    output: Path | None,
    *,
    jobs: int | None,
    explain: str | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Bring output/ up to date with the content, the theme and the configuration."""
    collect_seldom()
    folders = options.folders(site, output)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    language = config.identity.language
    with progress.nowhere() if quiet or as_json else progress.shown(language=language) as told:
        report = build(config, folders, now=moment, workers=Workers(jobs, told))
    if as_json:
        click.echo(report_json(report))
        return int(report.failed)
    show_problems(report.problems, language=language)
    if not quiet:
        show_strays(report, language=language)
        show_summary(report, language=language)
    if explain is not None:
        explanation.explain(explain, report, config, folders)
    return int(report.failed)
