"""`nashra import`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from nashra import config as configuration
from nashra.cli import options, progress, speech, spoken
from nashra.cli.import_report import Report
from nashra.cli.inbox import default_section, sections
from nashra.cli.terminal import show_problems
from nashra.config import Config
from nashra.errors import OutputError, Problem, Words, cannot_write
from nashra.importers import refusals
from nashra.importers.article_file import Terms
from nashra.importers.encoding_names import named
from nashra.importers.importer import Importer, in_encoding, installed
from nashra.importers.inbox import INBOX, find, is_at_rest, look
from nashra.importers.intake import import_files
from nashra.language import dates
from nashra.whole import write_whole

_STAGES = (Words("استيراد", "Importing"),)
_MANY = 50
"""Files from which on a bar tells more than a line for each story."""
_MOMENT = 0.3
"""Seconds in which a file that is being written grows."""


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
    "--encoding",
    words=Words(
        "ترميز النصوص مثل windows-1256؛ وإلا استُخرج منها.",
        "The texts' encoding, such as windows-1256; found in each unless told.",
    ),
    default="",
)
@spoken.option(
    "--dry-run",
    words=Words("ما كان سيُفعل، بلا كتابة.", "Say what would be done, and write nothing."),
    is_flag=True,
)
@spoken.option(
    "-v",
    "--verbose",
    words=Words("سطر لكل خبر مهما كثرت.", "A line for each story, however many there are."),
    is_flag=True,
)
@spoken.option(
    "--json",
    "json_file",
    words=Words(
        "ملف يُكتب فيه مصير كل خبر للآلات؛ و- للمخرج.",
        "Write what became of each story to this file, for machines; - for standard output.",
    ),
    metavar="FILE",
)
def command(
    site: Path,
    sources: tuple[Path, ...],
    *,
    section: str | None,
    date: str | None,
    authors: tuple[str, ...],
    agency: str,
    encoding: str,
    dry_run: bool,
    verbose: bool,
    json_file: str | None,
) -> int:
    """Import texts, and tell of each what became of it."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    moment = _moment(date, config)
    terms = Terms(
        moment=moment,
        section=_sections(section, config),
        authors=tuple(filter(None, map(_on_one_line, authors))),
        source=_on_one_line(agency),
        slugs=config.addresses.slugs,
    )
    importers, broken = installed()
    show_problems(broken, said)
    if encoding:
        importers = in_encoding(importers, _encoding(encoding))
    sources = sources or (folders.root / INBOX,)
    files, unrested = _at_rest(_files(sources, importers), folders.root)
    show_problems(unrested, said)
    if not files:
        click.echo(said.say(_nothing_in(sources)))
        return 0
    results = import_files(files, folders.root, terms, importers=importers, dry_run=dry_run)
    few = len(files) < _MANY
    report = Report(said, dry_run=dry_run, every=verbose or few, to_machine=json_file is not None)
    with progress.nowhere() if few else progress.shown(said, _STAGES) as tell:
        for result in results:
            before = len(report.files)
            report.take(result)
            if len(report.files) > before:
                tell(len(report.files), len(files))
    report.close()
    if json_file is not None:
        _write_json(json_file, report)
    return int(report.failed)


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


def _sections(written: str | None, config: Config) -> Callable[[str, str], str]:
    if written is None:
        return sections(config, default_section(config))
    slug = config.sections.resolve(written)
    if not slug:
        words = Words(f"لا حرف في {written}.", f"{written!r} has no letter.")
        raise spoken.Wrong(words, option="--section")
    return lambda _file, _named: slug


def _encoding(written: str) -> str:
    encoding = named(written)
    if encoding is None:
        words = Words(
            f"لا ترميز اسمه {written}؛ اكتب مثلا windows-1256.",
            f"there is no encoding named {written!r}; write windows-1256, for example.",
        )
        raise spoken.Wrong(words, option="--encoding")
    return encoding.name


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


def _write_json(file: str, report: Report) -> None:
    text = report.json()
    if file == "-":
        click.echo(text)
        return
    try:
        write_whole(Path(file), f"{text}\n".encode())
    except OSError as error:
        raise OutputError([cannot_write(file, str(error.strerror))]) from error


def _nothing_in(sources: Iterable[Path]) -> Words:
    names = [str(source) for source in sources]
    return Words(f"لا شيء يُستورد في {'، '.join(names)}", f"nothing to import in {', '.join(names)}")
