"""What a kind of page reads of the configuration is what it says that it reads.

Its outputs are made again when one of those settings changes and not for any other, so a kind that
read more than it names would keep showing what no longer holds.
"""

from __future__ import annotations

import dataclasses
from typing import Any, cast

import pytest

from nashra import config as configuration
from nashra.catalogue.reader import Reader
from nashra.catalogue.store import Catalogue
from nashra.config import Config
from nashra.pages import KINDS
from tests.sites import CONFIG, Site, story

CONTENT = "".join(
    [
        "-- content/articles/a.md --\n",
        story(
            "مد",
            tags="[بحر]",
            authors="ليلى",
            image="a.jpg",
            aliases="[/old/]",
            related="[جزر]",
            thread="ملف",
            corrections="[{date: 2026-11-21, text: الصواب مد}]",
        ),
        "\n-- content/articles/b.md --\n",
        story(
            "جزر",
            date="2026-11-21",
            section="sport",
            breaking_until="2027-01-01",
            tags="[أمواج]",
        ),
        "\n-- content/articles/c.md --\n",
        story("موج", date="2026-11-22", tags="[بحر]", authors="ليلى"),
        "\n-- content/articles/d.md --\n",
        story("مباشر", date="2026-11-22", kind="live", body="## 10:00 بدأ\n\nنص."),
        "\n-- content/authors/layla.md --\n---\nname: ليلى\nrole: محررة\n---\nنبذة\n",
        "-- content/pages/about.md --\n---\ntitle: عنا\n---\nنص\n",
        "-- content/media/a.jpg --\n1",
    ]
)


class Noting:
    """A part of the configuration that notes which of its fields are read."""

    def __init__(self, part: object, path: str, read: set[str]) -> None:
        self._part, self._path, self._read = part, path, read

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._part, name)
        path = f"{self._path}.{name}" if self._path else name
        if dataclasses.is_dataclass(value) and not isinstance(value, type) and not self._path:
            return Noting(value, path, self._read)
        self._read.add(path)
        return value


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_reads_no_setting_that_it_does_not_name(site: Site, name: str) -> None:
    site.write(CONTENT + f"\n-- config.yaml --\n{CONFIG}offline: yes\n")
    site.build()
    config = configuration.load(site.folders.config)
    kind, read = KINDS[name], set[str]()
    with Catalogue.open(site.folders.catalogue) as catalogue:
        outputs = catalogue.outputs.recorded(name)
        for output in outputs:
            noting = cast("Config", Noting(config, "", read))
            kind.view(output, Reader(catalogue.answers()), noting)

    assert outputs, "the sample has one of each kind"
    named = set(kind.SETTINGS)
    assert {path for path in read if not {path, path.partition(".")[0]} & named} == set()


def test_a_setting_makes_again_what_reads_it_and_nothing_else(site: Site) -> None:
    site.write(CONTENT)
    site.build()
    path = site.root / "config.yaml"
    path.write_text(path.read_text("utf-8").replace("in_feed: 5", "in_feed: 2"), "utf-8")
    report = site.build()

    feeds = {
        f"{folder}{name}"
        for folder in ("", "science/", "sport/", "news/")
        for name in ("feed.xml", "atom.xml", "feed.json")
    }
    assert set(report.reasons) == feeds | {
        "tag/بحر/feed.xml",
        "tag/أمواج/feed.xml",
        "author/layla/feed.xml",
        "corrections/feed.xml",
    }
    assert site.files() == site.cold()
