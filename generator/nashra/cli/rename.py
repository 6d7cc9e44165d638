"""`nashra rename`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import click

from nashra import config as configuration
from nashra.catalogue import terms
from nashra.catalogue.store import Catalogue
from nashra.cli import options, speech, spoken
from nashra.config import Config, Folders
from nashra.content.read import Reader
from nashra.content.reading import Reading
from nashra.content.renaming import renamed
from nashra.content.scan import folder_of
from nashra.errors import ContentError, Problem, Words, cannot_write
from nashra.intake import changed_files, take_in
from nashra.language.slug import slugify
from nashra.model import Article
from nashra.utf8 import decode
from nashra.whole import write_whole
from nashra.workers import Workers


@spoken.command(
    "rename",
    Words(
        "يعطي الخبر مسارا آخر، ويؤدي رابطه القديم إليه.",
        "Give a story another slug; its old address leads on to it.",
    ),
)
@options.site
@options.now
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("slug")
def command(site: Path, now: str | None, *, file: Path, slug: str) -> int:
    """Give a story another slug; its old address leads on to it."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    said = speech.of_site(config.identity.language)
    name = _name(file, folders)
    slug = normalize("NFC", slug)
    _refuse_no_slug(name, slug)
    story = _story(file, name, config)
    old, new = _address(story), _address(replace(story, slug=slug))
    if old == new:
        click.echo(said.say(Words(f"المسار كما هو: {old}", f"The slug is as it was: {old}")))
        return 0
    _refuse_taken(replace(story, slug=slug), config, folders, now)
    data = file.read_bytes()
    decode(data, file=name)
    text = renamed(data.decode("utf-8"), slug=slug, old_address=old, file=name)
    try:
        write_whole(file.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise ContentError([cannot_write(name, str(error.strerror))]) from error
    done = Words(
        f"صار رابط الخبر {new}، وإليه يؤدي {old} بعد البناء.",
        f"The story lies at {new} now; {old} leads there after the next build.",
    )
    click.echo(said.say(done))
    click.echo(f"  {name}")
    return 0


def _name(file: Path, folders: Folders) -> str:
    """Give a file's path from the site's folder.

    Raises:
        ContentError: it lies elsewhere.

    """
    try:
        return normalize("NFC", file.resolve().relative_to(folders.root).as_posix())
    except ValueError as error:
        raise ContentError([_no_story(str(file))]) from error


def _story(file: Path, name: str, config: Config) -> Article:
    """Read the story.

    Raises:
        ContentError: it has faults, or is none.

    """
    reading = Reading.of(config)
    articles = (f"content/{each}articles/" for each in ("", *(f"{e}/" for e in reading.languages)))
    if not name.startswith(tuple(articles)) or not name.lower().endswith(".md"):
        raise ContentError([_no_story(name)])
    _, folder, _ = folder_of(name, reading.languages)
    read = Reader(reading).read(file, file=name)
    if isinstance(read.entry, Article):
        return read.entry
    raise ContentError(read.problems or [_no_story(folder)])


def _address(story: Article) -> str:
    return terms.from_root(story.address, story.edition)


def _refuse_no_slug(file: str, slug: str) -> None:
    proper = slugify(slug)
    if proper and proper == slug:
        return
    raise ContentError(
        [
            Problem(
                file,
                None,
                Words(
                    f"«{slug}» لا يصلح مسارا: حروف وأرقام بينها شرطات.",
                    f"“{slug}” is no slug: letters and digits, with hyphens between.",
                ),
                Words(
                    f"اكتب مثلا: {proper or 'خبر-اليوم'}",
                    f"Write, for example: {proper or 'news-of-the-day'}",
                ),
            )
        ]
    )


def _refuse_taken(story: Article, config: Config, folders: Folders, now: str | None) -> None:
    """Refuse the address of another story, one that it had, and those that fold to the same.

    Raises:
        ContentError: another file has the address.

    """
    reading = Reading.of(config)
    moment = options.moment(now, config.identity.time_zone)
    with (
        Workers() as workers,
        Catalogue.open(folders.catalogue) as catalogue,
        catalogue.rehearsal(),
    ):
        changed = changed_files(catalogue, folders, reading, None)
        take_in(catalogue, changed, reading, now=moment, workers=workers)
        others = catalogue.claimants(terms.place_of(story), _address(story)) - {story.file}
    if others:
        other = min(others)
        raise ContentError(
            [
                Problem(
                    story.file,
                    None,
                    Words(
                        f"الرابط {_address(story)} للملف {other}، أو كان له.",
                        f"{_address(story)} is the address of {other}, or was.",
                    ),
                    Words("اختر مسارا آخر.", "Choose another slug."),
                )
            ]
        )


def _no_story(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("ليس هذا ملف خبر من هذا الموقع.", "This is no story of this site."),
        Words(
            "اذكر ملفا من content/articles/ ينتهي بـ .md.",
            "Name a file of content/articles/ that ends in .md.",
        ),
    )
