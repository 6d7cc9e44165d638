"""`nashra new`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from nashra import bundled
from nashra.cli import speech, spoken
from nashra.errors import Words


@spoken.command(
    "new",
    Words(
        "ينشئ في FOLDER موقعا يُبنى في الحال، وفيه أخبار تُري ما يمكن.",
        "Make a site in FOLDER that builds at once, with stories that show what can be done.",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Copy the starter site, unless that would meet something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise spoken.Refused(
            Words(
                f"المجلد {folder} موجود وليس فارغا. اختر اسما آخر.",
                f"The folder {folder} is there and is not empty. Choose another name.",
            )
        )
    shutil.copytree(bundled.starter(), folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    done = Words(
        f"أُنشئ الموقع في {folder}. الخطوة التالية:",
        f"The site is in {folder}. The next step:",
    )
    for sentence in speech.of_nothing().sentences(done):
        click.echo(sentence)
    click.echo(f"\n  cd {folder}\n  nashra serve\n")
    return 0
