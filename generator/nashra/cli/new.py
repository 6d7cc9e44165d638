"""`nashra new`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from nashra import bundled


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Make a site in FOLDER that builds at once, with stories that show what can be done."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(
            f"المجلد {folder} موجود وليس فارغا. اختر اسما آخر.\n"
            f"The folder {folder} is there and is not empty. Choose another name."
        )
    shutil.copytree(bundled.starter(), folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    click.echo(
        f"أُنشئ الموقع في {folder}. الخطوة التالية:\n"
        f"The site is in {folder}. The next step:\n\n"
        f"  cd {folder}\n"
        f"  nashra serve\n"
    )
    return 0
