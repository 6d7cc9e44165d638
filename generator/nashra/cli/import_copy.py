"""`nashra import`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import click

from nashra import config as configuration
from nashra.cli import options, progress, speech, spoken
from nashra.cli.import_explanation import explain
from nashra.cli.import_report import Report
from nashra.cli.inbox import at_rest, default_section, files_of, sections, suggestions
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.config import Config
from nashra.errors import OutputError, Words, cannot_write
from nashra.importers.article_file import Terms
from nashra.importers.encoding_names import named
from nashra.importers.importer import Importer, at_selector, in_encoding, installed
from nashra.importers.inbox import INBOX
from nashra.importers.intake import import_files
from nashra.importers.suggestion import no_suggestion
from nashra.language import dates
from nashra.whole import write_whole

_STAGES = (Words("استيراد", "Importing"),)
_MANY = 50
"""Files from which on a bar tells more than a line for each story."""


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
    "--selector",
    words=Words(
        "موضع النص في صفحات HTML، مثل article؛ وإلا وُجد بنفسه.",
        "Where the text stands in HTML pages, such as article; found in each unless told.",
    ),
    default="",
    metavar="CSS",
)
@spoken.option(
    "--dry-run",
    words=Words("ما كان سيُفعل، بلا كتابة.", "Say what would be done, and write nothing."),
    is_flag=True,
)
@spoken.option(
    "--explain",
    "explained",
    words=Words(
        "ما فُهم من كل سطر، بلا كتابة.",
        "Say what each line is taken for, and write nothing.",
    ),
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
    selector: str,
    dry_run: bool,
    explained: bool,
    verbose: bool,
    json_file: str | None,
) -> int:
    """Import texts, and tell of each what became of it."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    terms = Terms(
        moment=_moment(date, config),
        section=_sections(section, config),
        authors=tuple(filter(None, map(_on_one_line, authors))),
        source=_on_one_line(agency),
        slugs=config.addresses.slugs,
        suggest=suggestions(config, folders.root) if section is None else no_suggestion,
    )
    importers = _importers(encoding, selector, said)
    sources = sources or (folders.root / INBOX,)
    files, unrested = at_rest(files_of(sources, importers), folders.root)
    show_problems(unrested, said)
    if not files:
        click.echo(said.say(_nothing_in(sources)))
        return 0
    if explained:
        return int(explain(files, importers, said))
    results = import_files(files, folders.root, terms, importers=importers, dry_run=dry_run)
    few = len(files) < _MANY
    to_machine = json_file is not None
    report = Report(said, dry_run=dry_run, few=few, every=verbose, to_machine=to_machine)
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


def _importers(encoding: str, selector: str, said: Speech) -> tuple[Importer, ...]:
    importers, broken = installed()
    show_problems(broken, said)
    if selector:
        try:
            importers = at_selector(importers, selector)
        except ValueError as error:
            words = Words(f"ليس {selector} موضعا في صفحة.", f"{selector!r} is no CSS selector.")
            raise spoken.Wrong(words, option="--selector") from error
    return in_encoding(importers, _encoding(encoding)) if encoding else importers


def _on_one_line(written: str) -> str:
    return " ".join(written.split())


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
