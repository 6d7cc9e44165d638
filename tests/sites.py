"""Small sites that a test can show whole."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from nashra import config as configuration
from nashra.build import build
from nashra.config import Folders
from nashra.report import BuildReport

ZONE = ZoneInfo("Asia/Muscat")
NOW = datetime(2026, 11, 23, 12, tzinfo=ZONE)
PLAIN_THEME = Path(__file__).parent / "plain_theme"

CONFIG = """\
name: السنونو
address: https://example.org/
region: EG
time_zone: Asia/Muscat
theme: plain
stories_per_page: 3
stories_on_front: 4
stories_in_feed: 5
sections:
  - slug: science
    name: علوم
  - slug: sport
    name: رياضة
"""

ENGLISH_EDITION = """\
editions:
  en:
    name: The Swallow
    region: GB
    sections:
      - slug: science
        name: Science
"""

_PART = re.compile(r"^-- (.+) --$", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """A site in a folder of its own, and what is done to it."""

    root: Path

    @property
    def folders(self) -> Folders:
        return Folders(self.root, self.root / "output")

    def write(self, listing: str) -> None:
        """Write files from a listing: each begins with a line `-- path --`."""
        _, *parts = _PART.split(listing)
        for path, text in zip(parts[::2], parts[1::2], strict=True):
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.removeprefix("\n"), encoding="utf-8", newline="")

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def build(self, now: datetime = NOW, *, touched: Collection[Path] | None = None) -> BuildReport:
        config = configuration.load(self.folders.config)
        return build(config, self.folders, now=now, touched=touched)

    def cold(self, now: datetime = NOW) -> dict[str, bytes]:
        """Give what a build from nothing makes of the same site, in another folder."""
        root = self.root.with_name(self.root.name + "-cold")
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns("output", ".nashra"))
        twin = Site(root)
        twin.build(now)
        return twin.files()

    def files(self) -> dict[str, bytes]:
        """Give every file of the output by its target."""
        output = self.folders.output
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file()
        }

    def page(self, address: str) -> str:
        """Give the text of what lies at an address."""
        path = address.removeprefix("/")
        if not path or path.endswith("/"):
            path += "index.html"
        return (self.folders.output / path).read_text(encoding="utf-8")

    def everything(self) -> str:
        """Give every byte of the output as one text."""
        return "\n".join(
            f"{name}\n{data.decode('utf-8', errors='replace')}"
            for name, data in self.files().items()
        )


def new_site(root: Path, listing: str = "") -> Site:
    """Make a site with the plain theme and the files of a listing."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PLAIN_THEME, root / "themes" / "plain")
    site = Site(root)
    site.write(f"-- config.yaml --\n{CONFIG}\n{listing}")
    return site


def story(title: str, *, date: str = "2026-11-20", body: str = "نص الخبر.", **fields: str) -> str:
    """Give a story's file."""
    lines = [f"{key}: {value}" for key, value in {"title": title, "date": date, **fields}.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])
