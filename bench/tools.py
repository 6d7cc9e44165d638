"""The generators that are measured: what each one's site looks like and which commands it takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import corpus, rivals
from bench.corpus import Story

NOW = "2026-11-21T12:00:00Z"
"""The moment at which every build believes itself to happen: after the newest story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A generator."""

    name: str
    title: str
    lay_out: Callable[[Path], None]
    """Makes a site: all but its stories."""
    markdown: Callable[[Story], str]
    stories: str
    """The folder of stories, from the site's."""
    output: str
    """The folder of the built site, from the site's."""
    leftovers: tuple[str, ...]
    """What else a build leaves behind, from the site's folder."""
    build: Callable[[Path], list[str]]
    serve: Callable[[Path, int], list[str]] | None = None
    largest: int = 1_000_000
    """The most stories that it is worth waiting for."""
    most_runs: int = 1_000
    only: tuple[str, ...] = ()
    """The measures that are taken of it; all if none is named."""

    def write(self, site: Path, story: Story) -> Path:
        """Put a story into a site; give its file."""
        file = site / self.stories / corpus.path_of(story)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.markdown(story), encoding="utf-8")
        return file

    def clean(self, site: Path) -> None:
        """Leave no trace of earlier builds."""
        for name in (self.output, *self.leftovers):
            shutil.rmtree(site / name, ignore_errors=True)


def nashra() -> Tool:
    """Give Nashra, as the checkout has it."""
    command = [sys.executable, "-m", "nashra"]
    return Tool(
        name="nashra",
        title="Nashra",
        lay_out=corpus.lay_out,
        markdown=corpus.markdown,
        stories="content/articles",
        output="output",
        leftovers=(".nashra",),
        build=lambda site: [*command, "build", "--quiet", "--now", NOW, "--site", str(site)],
        serve=lambda site, port: [*command, "serve", "--port", str(port), "--site", str(site)],
    )


def hugo(place: Path) -> Tool:
    """Give Hugo, from the environment of the rivals."""
    command = str(rivals.hugo_command(place))
    return Tool(
        name="hugo",
        title="Hugo",
        lay_out=rivals.lay_out_hugo,
        markdown=rivals.hugo_markdown,
        stories="content",
        output="public",
        leftovers=("resources",),
        build=lambda site: [command, "--quiet", "--clock", NOW, "--source", str(site)],
        serve=lambda site, port: [
            *(command, "server", "--disableLiveReload", "--bind", "127.0.0.1"),
            *("--port", str(port), "--source", str(site)),
        ],
    )


def pelican(place: Path) -> Tool:
    """Give Pelican, from the environment of the rivals."""
    command = str(rivals.pelican_command(place))
    return Tool(
        name="pelican",
        title="Pelican",
        lay_out=rivals.lay_out_pelican,
        markdown=rivals.pelican_markdown,
        stories="content",
        output="output",
        leftovers=("cache",),
        build=lambda site: [
            *(command, str(site / "content"), "--output", str(site / "output"), "--quiet"),
            *("--settings", str(site / "pelicanconf.py")),
        ],
        largest=10_000,
        most_runs=1,
        only=("cold", "memory"),
    )


NAMES = ("nashra", "hugo", "pelican")


def find(names: Sequence[str], scratch: Path) -> list[Tool]:
    """Give the generators of these names; Nashra alone where the rivals cannot be installed."""
    found = [nashra()] if "nashra" in names else []
    if {"hugo", "pelican"} & set(names):
        try:
            place = rivals.install(scratch)
        except subprocess.CalledProcessError:
            print("The rivals of bench/rivals.txt could not be installed; measuring without them.")
            return found
        found += [hugo(place)] if "hugo" in names else []
        found += [pelican(place)] if "pelican" in names else []
    return found


def lay_out(tools: Sequence[Tool], folder: Path, count: int) -> dict[str, Path]:
    """Make each generator's site of the same `count` stories; give the sites' folders."""
    sites = {tool.name: folder / tool.name for tool in tools if count <= tool.largest}
    chosen = [tool for tool in tools if tool.name in sites]
    for tool in chosen:
        tool.lay_out(sites[tool.name])
    for story in corpus.stories(count):
        for tool in chosen:
            tool.write(sites[tool.name], story)
    return sites
