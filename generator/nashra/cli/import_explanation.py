"""What `nashra import --explain` tells: what each line is taken for. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.errors import ContentError, Words
from nashra.importers import refusals
from nashra.importers.copy import Copy, Role
from nashra.importers.importer import HEAD, Importer, importer_of

_ROLES = {
    Role.KICKER: Words("عنوان علوي", "kicker"),
    Role.HEADLINE: Words("العنوان", "headline"),
    Role.HEADLINE_AGAIN: Words("العنوان مكررا", "headline again"),
    Role.STANDFIRST: Words("المقدمة", "standfirst"),
    Role.BYLINE: Words("التوقيع", "byline"),
    Role.DATE: Words("التاريخ", "date"),
    Role.UPDATED: Words("تاريخ التحديث", "updated"),
    Role.DATELINE: Words("سطر المكان", "dateline"),
    Role.PARAGRAPH: Words("فقرة", "paragraph"),
    Role.SUB_HEAD: Words("عنوان فرعي", "sub-head"),
    Role.LIST: Words("بند في قائمة", "list item"),
    Role.RELATED_CUE: Words("تمهيد لأخبار ذات صلة", "related cue"),
    Role.RELATED: Words("خبر ذو صلة", "related story"),
}
_NO_LINES = Words("لا أسطر في هذه الصيغة؛ ما فُهم منه:", "This format has no lines; it says:")
_FIELDS = ("title", "kicker", "summary", "date", "updated", "section", "tags", "source", "place")
_SHOWN = 60
"""So many characters of a line are shown."""


def explain(files: Sequence[Path], importers: Sequence[Importer], said: Speech) -> bool:
    """Print what each line of each file is taken for; give whether a file could not be read."""
    failed = False
    for file in files:
        click.echo(file.as_posix())
        try:
            for line in _lines(file, importers, said):
                click.echo(f"  {line}")
        except ContentError as error:
            show_problems(error.problems, said)
            failed = True
    return failed


def _lines(file: Path, importers: Sequence[Importer], said: Speech) -> Iterator[str]:
    for copy in _copies(file, importers):
        show_problems(copy.problems, said)
        if not copy.taken:
            yield said.say(_NO_LINES)
            for name in filter(lambda name: getattr(copy, name), _FIELDS):
                yield f"{name}: {getattr(copy, name)}"
        for taken in sorted(copy.taken, key=lambda taken: taken.line):
            text = taken.text if len(taken.text) <= _SHOWN else f"{taken.text[:_SHOWN]}…"
            yield f"{taken.line:>4}  {said.say(_ROLES[taken.role])}: {text}"


def _copies(file: Path, importers: Sequence[Importer]) -> Iterator[Copy]:
    name = file.as_posix()
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD)
    except OSError as error:
        raise ContentError([refusals.unreadable(name, error)]) from error
    importer = importer_of(file, head, importers)
    if importer is None:
        raise ContentError([refusals.nobody_claims(name, importers)])
    yield from (item for item in importer.read(file, file=name) if isinstance(item, Copy))
