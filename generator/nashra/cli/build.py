"""`nashra build`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra import config as configuration
from nashra.build import build
from nashra.cli import explanation, options, progress, speech, spoken
from nashra.cli.terminal import report_json, show_problems, show_strays, show_summary
from nashra.errors import Words
from nashra.workers import Workers, collect_seldom


@spoken.command(
    "build",
    Words(
        "يبني الموقع في output/: ما تغيّر من المحتوى والقالب والإعدادات، ولا شيء غيره.",
        "Bring output/ up to date with the content, the theme and the configuration.",
    ),
)
@options.site
@options.now
@spoken.option(
    "--output",
    words=Words(
        "مجلد الموقع المبني؛ وإلا فهو output/ فيه.",
        "Where to put the built site; output/ in the site's folder unless told.",
    ),
    type=click.Path(file_okay=False, path_type=Path),
)
@spoken.option(
    "--jobs",
    words=Words("عدد العمليات معا.", "How many processes to use."),
    type=click.IntRange(min=1),
    metavar="N",
)
@spoken.option(
    "--explain",
    words=Words("لماذا أُعيد بناء هذه الصفحة.", "Tell why this page was made again, or was not."),
    metavar="ADDRESS",
)
@spoken.option("--quiet", words=Words("الأخطاء وحدها.", "Print problems only."), is_flag=True)
@spoken.option(
    "--json",
    "as_json",
    words=Words("التقرير بصيغة JSON.", "Print the report as JSON."),
    is_flag=True,
)
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
    """Build a site, and tell what came of it."""
    collect_seldom()
    folders = options.folders(site, output)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    said = speech.of_site(config.identity.language)
    with progress.nowhere() if quiet or as_json else progress.shown(said) as told:
        report = build(config, folders, now=moment, workers=Workers(jobs, told))
    if as_json:
        click.echo(report_json(report))
        return int(report.failed)
    show_problems(report.problems, said)
    if not quiet:
        show_strays(report, said)
        show_summary(report, said)
    if explain is not None:
        explanation.explain(explain, report, config, folders, said)
    return int(report.failed)
