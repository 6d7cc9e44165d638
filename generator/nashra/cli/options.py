"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.config import Folders

site = click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site's folder; the current one unless told.",
)


def folders(site_folder: Path, output: Path | None = None) -> Folders:
    """Give the folders of a site; its output lies in it unless told otherwise."""
    root = site_folder.resolve()
    return Folders(root, output.resolve() if output else root / "output")
