"""The options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from nashra.cli import spoken
from nashra.config import Folders
from nashra.errors import Words
from nashra.language import dates

site = spoken.option(
    "--site",
    words=Words("مجلد الموقع؛ وإلا فالحالي.", "The site's folder; the current one unless told."),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
)
now = spoken.option(
    "--now",
    words=Words("كأن الساعة هذه اللحظة.", "Build as if it were this moment."),
    metavar="ISO-TIME",
)


def folders(site_folder: Path, output: Path | None = None) -> Folders:
    """Give the folders of a site; its output lies in it unless told otherwise."""
    root = site_folder.resolve()
    return Folders(root, output.resolve() if output else root / "output")


def moment(written: str | None, zone: ZoneInfo) -> datetime:
    """Give the moment that `--now` names, or read the clock: nothing else does.

    Raises:
        spoken.Wrong: what was written is not a date.

    """
    if written is None:
        return datetime.now(zone)
    try:
        return dates.parse(written, zone=zone)
    except ValueError as error:
        words = Words(
            f"{written} ليس تاريخا مثل 2026-11-23T09:30.",
            f"{written!r} is not a date such as 2026-11-23T09:30.",
        )
        raise spoken.Wrong(words, option="--now") from error
