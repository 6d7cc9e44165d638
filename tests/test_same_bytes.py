"""The same site gives the same bytes, wherever and by whomever it is built."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest

from tests.sites import Site, new_site, story

STORIES = 420
"""More than are worth several processes, both to read and to make."""
NAMES = ["السلاحف", "İstanbul", "Iğdır", "straße", "أحمد", "مكتبة", "Ǆ", "ﬁlm"]
AUTHORS = ["layla", "ليلى حداد", "Iğdır", "[layla, زائر, سالم]"]
TAGS = ["[بحر, سوق, ميناء]", "[I, i, İ, ı]", "[مكتبة, مكتبه]", "[٢٠٢٦, 2026]"]


@dataclass(frozen=True)
class Surroundings:
    """What may differ around a build and must not show."""

    folder: str
    zone: str
    locale: str
    seed: str
    umask: int
    order: int
    """By what the files are shuffled before they are written."""
    jobs: int


FIRST = Surroundings("site", "UTC", "C", "0", 0o022, order=0, jobs=1)
OTHERS = [
    Surroundings("elsewhere", "UTC", "C", "0", 0o022, order=0, jobs=1),
    Surroundings("site", "Asia/Tokyo", "ar_EG.UTF-8", "1", 0o077, order=1, jobs=2),
    Surroundings("موقع آخر", "America/St_Johns", "tr_TR.UTF-8", "random", 0o022, order=2, jobs=2),
    Surroundings("موقع آخر", "Asia/Tokyo", "C", "random", 0o077, order=3, jobs=1),
    Surroundings("a/b c/d", "UTC", "tr_TR.UTF-8", "1", 0o022, order=4, jobs=1),
    Surroundings("a/b c/d", "America/St_Johns", "ar_EG.UTF-8", "0", 0o077, order=5, jobs=2),
    Surroundings("site", "America/St_Johns", "C", "1", 0o022, order=6, jobs=2),
]
"""Any two of these values meet in some row, but for a few."""


def files() -> list[str]:
    """Give the listing of each file of a site that has something of everything."""
    stories = [
        f"-- content/articles/{number % 9}/{number:03}.md --\n"
        + story(
            f"{NAMES[number % len(NAMES)]} {number}",
            date=f"2026-{1 + number % 11:02}-{1 + number % 23:02} 23:{number % 60:02}",
            section=["science", "رياضة", "أسواق", "Iğdır"][number % 4],
            authors=AUTHORS[number % 4],
            tags=TAGS[number % 3 if number % 5 else 3],
            related=f"[{NAMES[(number + 8) % len(NAMES)]} {number + 8}]",
            image=f"{number % 4}.jpg",
            aliases=f"[/old/{number}/]",
            body="نص **غليظ** و[رابط](https://a.b/؟)[^1].\n\n[^1]: حاشية",
        )
        for number in range(STORIES)
    ]
    others = [
        "-- content/authors/layla.md --\n---\nname: ليلى حداد\nrole: محررة\n---\nنبذة\n",
        "-- content/authors/igdir.md --\n---\nname: Iğdır\n---\n",
        *(f"-- content/pages/{n}.md --\n---\ntitle: صفحة {n}\n---\nنص\n" for n in NAMES[3:6]),
        *(f"-- content/media/{n}.jpg --\n{n}" for n in range(4)),
    ]
    return stories + others


def built(root: Path, around: Surroundings) -> Site:
    """Write the site's files in an order, and build it in a process of its own."""
    listings = files()
    random.Random(around.order).shuffle(listings)  # noqa: S311
    site = new_site(root / around.folder, "\n".join(listings))
    command = [sys.executable, "-m", "nashra", "build", "--quiet", "--now", "2026-11-23T12:00"]
    done = subprocess.run(
        [*command, "--jobs", str(around.jobs), "--site", site.root],
        env=os.environ
        | {"TZ": around.zone, "LC_ALL": around.locale, "PYTHONHASHSEED": around.seed},
        umask=around.umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return site


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What all the others must give."""
    return built(tmp_path_factory.mktemp("first"), FIRST).files()


def test_the_site_has_something_of_everything(first: dict[str, bytes]) -> None:
    tops = {name.partition("/")[0] for name in first}

    assert tops >= {"science", "tag", "author", "media", "old", "feed.xml", "sitemap-2026-11.xml"}
    assert len(first) > STORIES * 2


@pytest.mark.parametrize("around", OTHERS, ids=lambda around: " ".join(map(str, astuple(around))))
def test_the_same_names_and_bytes(
    first: dict[str, bytes], tmp_path: Path, around: Surroundings
) -> None:
    other = built(tmp_path, around).files()

    assert other.keys() == first.keys()
    assert [name for name, data in other.items() if data != first[name]] == []
