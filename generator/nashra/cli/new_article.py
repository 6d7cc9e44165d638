"""`nashra new article`."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

import click

from nashra import config as configuration
from nashra.cli import options, speech, spoken
from nashra.cli.inbox import default_section
from nashra.cli.speech import Speech
from nashra.config import Config
from nashra.desk.editor import open_file
from nashra.errors import Words
from nashra.importers.article_file import ArticleFile, Terms, new_articles
from nashra.importers.copy import Copy, Writer

_TITLE = Words("العنوان", "Headline")
_SECTION = Words("القسم", "Section")
_DONE = Words(
    "أُنشئت المسودة. ليراها القراء احذف السطر status: draft",
    "The draft is made. Remove the line status: draft to let readers see it.",
)
_AUTHOR = Words("الكاتب (أو Enter)", "Writer (or Enter)")


@spoken.command(
    "new article",
    Words(
        "ينشئ مسودة خبر في مكانها ويفتحها، ويسأل عما لم يُذكر.",
        "Make a story's draft in its place and open it; ask for what was not told.",
    ),
)
@options.site
@options.now
@spoken.option("--title", words=Words("العنوان.", "The headline."), metavar="TEXT")
@spoken.option(
    "--section",
    words=Words("القسم، باسمه أو slug.", "The section, by name or slug."),
    metavar="NAME",
)
@spoken.option("--author", words=Words("الكاتب.", "Who writes it."), metavar="NAME")
@spoken.option(
    "--no-open", "stays", words=Words("لا يفتح الملف.", "Do not open the file."), is_flag=True
)
def command(
    site: Path,
    now: str | None,
    *,
    title: str | None,
    section: str | None,
    author: str | None,
    stays: bool,
) -> int:
    """Write the file, say where it is, and open it."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    title = title if title is not None else _asked(_TITLE, said)
    if not title.strip():
        raise spoken.Refused(Words("لا خبر بلا عنوان.", "A story needs a headline."))
    section = section if section is not None else _asked(_SECTION, said, _choices(config))
    author = author if author is not None else _asked(_AUTHOR, said)
    moment = options.moment(now, config.identity.time_zone).replace(second=0, microsecond=0)
    slug = _section(config, section)
    file = _free(_copy(title, author), moment, slug, config, folders.root)
    path = folders.root / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as opened:
        opened.write(file.data)
    click.echo("\n".join(said.sentences(_DONE)))
    click.echo(f"  {file.path}")
    if not stays:
        open_file(path, file.data.count(b"\n") + 1, 1, shutil.which)
    return 0


def _copy(title: str, author: str) -> Copy:
    writers = (Writer(author.strip()),) if author.strip() else ()
    return Copy(" ".join(title.split()), "", (), writers=writers, draft=True)


def _free(copy: Copy, moment: datetime, section: str, config: Config, root: Path) -> ArticleFile:
    """Give the file that the story becomes: its own, or with a number where that is taken."""

    def read(path: str) -> bytes | None:
        return b"" if os.path.lexists(root / path) else None

    terms = Terms(moment=moment, section=lambda *_: section, slugs=config.addresses.slugs)
    digest = hashlib.blake2b(f"{copy.title}{moment}".encode(), digest_size=16).hexdigest()
    made = new_articles(copy, terms, file="", digest=digest, read=read)
    return next(file for file, there in made if there is None)


def _section(config: Config, written: str) -> str:
    entries = config.sections.entries
    if not written.strip():
        return default_section(config)
    if written.strip().isdecimal() and 0 < int(written) <= len(entries):
        return entries[int(written) - 1].slug
    slug = config.sections.resolve(written.strip())
    if config.sections.find(slug) is None:
        names = [each.name for each in entries]
        raise spoken.Refused(
            Words(
                f"لا قسم اسمه {written}. الأقسام: {'، '.join(names)}",
                f"No section is called {written}. There are: {', '.join(names)}",
            )
        )
    return slug


def _choices(config: Config) -> str:
    return "".join(
        f"  {number} {section.name}\n" for number, section in enumerate(config.sections.entries, 1)
    )


def _asked(words: Words, said: Speech, choices: str = "") -> str:
    """Ask a person; where none is there to answer, take nothing for the answer."""
    if not sys.stdin.isatty():
        return ""
    if choices:
        click.echo(choices, nl=False)
    answer = click.prompt(said.say(words), default="", show_default=False)
    return str(answer)
