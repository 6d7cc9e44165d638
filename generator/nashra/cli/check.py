"""`nashra check`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra import config as configuration
from nashra.catalogue.store import Catalogue
from nashra.check import content, links
from nashra.cli import options, speech, spoken
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.config import Config, Folders
from nashra.content.reading import Reading
from nashra.errors import Problem, Severity, Words
from nashra.intake import changed_files, take_in
from nashra.language.copy_desk import RULES
from nashra.workers import Workers


@spoken.command(
    "check",
    Words(
        "يذكر أخطاء المحتوى وعناوينه وروابطه، أو يدقق لغته؛ ولا يبني شيئا.",
        "Tell what is wrong with the content, its addresses and its links, or with its copy. "
        "Builds nothing.",
    ),
)
@options.site
@options.now
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]..."
)
@spoken.option(
    "--copy",
    "as_copy",
    words=Words(
        "تدقيق النصوص: كلها، أو ما في كل PATH.",
        "Read the text itself: punctuation, blanks, spelling; all of it, or each PATH.",
    ),
    is_flag=True,
)
@spoken.option(
    "--fix",
    words=Words(
        "تصحيح ما لا يغيّر المعنى في الملفات.",
        "With --copy: put right in the files what cannot change what they mean.",
    ),
    is_flag=True,
)
@spoken.option(
    "--except",
    "off",
    words=Words("قاعدة تُترك، مثل kashida؛ ويتكرر.", "A rule to leave out; may be repeated."),
    multiple=True,
    metavar="RULE",
)
def command(
    site: Path,
    now: str | None,
    paths: tuple[Path, ...],
    *,
    as_copy: bool,
    fix: bool,
    off: tuple[str, ...],
) -> int:
    """Check a site, or the copy of some of it."""
    _refuse(paths, off, as_copy=as_copy, fix=fix)
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    if as_copy:
        from nashra.cli import copy_desk  # noqa: PLC0415 — its tables are for whoever wants them

        return copy_desk.check(config, folders, paths, said, off=frozenset(off), fix=fix)
    return _show(_problems(config, folders, now), said)


def _refuse(paths: tuple[Path, ...], off: tuple[str, ...], *, as_copy: bool, fix: bool) -> None:
    """Refuse what only the copy desk understands, and rules that it does not have.

    Raises:
        spoken.Refused: a path, --fix or --except stands without --copy.
        spoken.Wrong: no rule has that name.

    """
    if not as_copy and (paths or fix or off):
        raise spoken.Refused(
            Words(
                "المسارات و--fix و--except للتدقيق وحده: أضف --copy.",
                "Paths, --fix and --except are for reading copy: add --copy.",
            )
        )
    for rule in off:
        if rule not in RULES:
            words = Words(
                f"لا قاعدة اسمها {rule}. القواعد: {'، '.join(RULES)}",
                f"No rule is called {rule}. There are: {', '.join(RULES)}",
            )
            raise spoken.Wrong(words, option="--except")


def _problems(config: Config, folders: Folders, now: str | None) -> list[Problem]:
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
    return problems


def _show(problems: list[Problem], said: Speech) -> int:
    show_problems(problems, said)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    notices = len(problems) - errors
    click.echo(
        said.say(
            Words(f"أخطاء: {errors} · تنبيهات: {notices}", f"errors: {errors}, notices: {notices}")
        )
    )
    return int(errors > 0)
