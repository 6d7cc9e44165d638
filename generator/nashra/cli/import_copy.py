"""`nashra import`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from nashra import config as configuration
from nashra.cli import options, speech, spoken
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.config import Config
from nashra.errors import Problem, Severity, Words
from nashra.importers import refusals
from nashra.importers.article_file import Terms
from nashra.importers.importer import Importer, installed
from nashra.importers.inbox import INBOX, find, is_at_rest, look, section_folder
from nashra.importers.intake import import_files
from nashra.importers.result import Outcome, Result
from nashra.language import dates

_DONE = {
    Outcome.IMPORTED: Words("استوردت", "imported"),
    Outcome.UPDATED: Words("حدّثت", "updated"),
    Outcome.KNOWN: Words("مستورد من قبل", "already imported"),
    Outcome.DELETED: Words("تركته محذوفا", "left deleted"),
    Outcome.LEFT_OUT: Words("تركت", "left out"),
    Outcome.REFUSED: Words("لم أستورد", "refused"),
}
_WOULD_BE = _DONE | {
    Outcome.IMPORTED: Words("سأستورد", "would import"),
    Outcome.UPDATED: Words("سأحدّث", "would update"),
}
_MOMENT = 0.3
"""Seconds in which a file that is being written grows."""
_LAST_SECTION = "news"
"""Where a story goes if neither its folder nor the configuration names a section."""


@spoken.command(
    "import",
    Words(
        "يحوّل نصوص غرفة الأخبار إلى أخبار: ملفات Markdown في content/articles/.",
        "Turn newsroom copy into articles: Markdown with front matter in content/articles/.",
    ),
)
@options.site
@click.argument(
    "sources",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    metavar="[FILE...|DIR]",
)
@spoken.option(
    "--section",
    words=Words(
        "قسم الأخبار؛ وإلا فالمجلد في content/inbox.",
        "The stories' section, by slug or name; "
        "unless told, the folder of content/inbox that the text lies in.",
    ),
)
@spoken.option(
    "--date",
    words=Words(
        "تاريخها مثل 2026-11-23 09:30؛ وإلا فالآن.",
        "The stories' date, such as 2026-11-23 09:30; now unless told.",
    ),
)
@spoken.option(
    "--author",
    "authors",
    words=Words("كاتبها؛ ويتكرر.", "Who wrote the stories; may be repeated."),
    multiple=True,
)
@spoken.option(
    "--source",
    "agency",
    words=Words("الوكالة التي وردت منها.", "The agency that the stories came from."),
    default="",
)
@spoken.option(
    "--dry-run",
    words=Words("ما كان سيُفعل، بلا كتابة.", "Say what would be done, and write nothing."),
    is_flag=True,
)
def command(
    site: Path,
    sources: tuple[Path, ...],
    *,
    section: str | None,
    date: str | None,
    authors: tuple[str, ...],
    agency: str,
    dry_run: bool,
) -> int:
    """Import texts, and tell of each what became of it."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    moment = _moment(date, config)
    resolve = config.sections.resolve
    default = _section(section, config)

    def section_of(file: str, named: str) -> str:
        told = section is None and (resolve(section_folder(file)) or (named and resolve(named)))
        return told or default

    terms = Terms(
        moment=moment,
        section=section_of,
        authors=tuple(filter(None, map(_on_one_line, authors))),
        source=_on_one_line(agency),
        slugs=config.addresses.slugs,
    )
    importers, broken = installed()
    show_problems(broken, said)
    sources = sources or (folders.root / INBOX,)
    files, unrested = _at_rest(_files(sources, importers), folders.root)
    show_problems(unrested, said)
    if not files:
        click.echo(said.say(_nothing_in(sources)))
        return 0
    results = import_files(files, folders.root, terms, importers=importers, dry_run=dry_run)
    return _show(results, _WOULD_BE if dry_run else _DONE, said)


def _moment(date: str | None, config: Config) -> datetime:
    """Give the date that was written, or this minute, as the site's zone has it."""
    zone = config.identity.time_zone
    if date is None:
        return options.moment(None, zone).replace(second=0, microsecond=0)
    try:
        return dates.parse(date, zone=zone).astimezone(zone)
    except ValueError as error:
        words = Words(
            f"{date} ليس تاريخا مثل 2026-11-23.", f"{date!r} is not a date such as 2026-11-23."
        )
        raise spoken.Wrong(words, option="--date") from error


def _section(written: str | None, config: Config) -> str:
    sections = config.sections
    if written is None:
        return sections.entries[0].slug if sections.entries else _LAST_SECTION
    slug = sections.resolve(written)
    if not slug:
        words = Words(f"لا حرف في {written}.", f"{written!r} has no letter.")
        raise spoken.Wrong(words, option="--section")
    return slug


def _on_one_line(written: str) -> str:
    return " ".join(written.split())


def _files(sources: Iterable[Path], importers: Sequence[Importer]) -> list[Path]:
    """Give every file that was named or lies in a folder that was, once each."""
    found: dict[Path, Path] = {}
    for source in sources:
        for file in find(source, importers) if source.is_dir() else [source]:
            found.setdefault(file.absolute(), file)
    return list(found.values())


def _at_rest(files: Sequence[Path], root: Path) -> tuple[list[Path], list[Problem]]:
    """Give the files that are whole, and a notice for each of the inbox that is being written."""
    now = datetime.now(UTC).timestamp()
    place = (root / INBOX).resolve()
    young = {
        file: seen
        for file in files
        if (seen := look(file))
        and file.resolve().is_relative_to(place)
        and not is_at_rest(seen, now)
    }
    if young:
        time.sleep(_MOMENT)
    moving = {
        file for file, before in young.items() if not is_at_rest(look(file), now, before=before)
    }
    notices = [refusals.being_written(file.as_posix()) for file in moving]
    return [file for file in files if file not in moving], notices


def _show(results: Iterable[Result], words: Mapping[Outcome, Words], said: Speech) -> int:
    """Print a line for each text as it is done, then the count; give the exit code."""
    count: Counter[Outcome] = Counter()
    failed = False
    for result in results:
        count[result.outcome] += 1
        failed |= any(problem.severity is Severity.ERROR for problem in result.problems)
        to = f" → {result.article}" if result.article else ""
        click.echo(f"{said.say(words[result.outcome])} {result.file}{to}")
        show_problems(result.problems, said)
    told = [(words[outcome], count[outcome]) for outcome in Outcome if count[outcome]]
    total = Words(
        "، ".join(f"{word.ar}: {number}" for word, number in told),
        ", ".join(f"{word.en}: {number}" for word, number in told),
    )
    click.echo(said.say(total))
    return int(failed)


def _nothing_in(sources: Iterable[Path]) -> Words:
    names = [str(source) for source in sources]
    return Words(f"لا شيء يُستورد في {'، '.join(names)}", f"nothing to import in {', '.join(names)}")
