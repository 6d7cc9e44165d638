"""Builds at the same moment, clocks that turn back, and edits that undo each other.

After each the output is byte for byte what a build from nothing gives.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.sites import NOW, Site, story

Step = Callable[[Site], object]
STORIES = 24


def name_of(number: int) -> str:
    return f"content/articles/{'sport' if number % 2 else 'science'}/{number:02}.md"


def lay_out(site: Site, stories: int = STORIES) -> None:
    """Write a site with lists of several pages, an author's page, a picture and a page."""
    site.write(
        "".join(
            f"-- {name_of(number)} --\n"
            + story(
                f"خبر {number}",
                date=f"2026-{10 + number % 2}-{1 + number % 20:02}",
                authors="layla" if number % 3 else "زائر",
                tags=f"[وسم{number % 4}]",
                related=f"[خبر {number + 1}]",
                aliases=f"[/old/{number}/]",
                body=f"انظر [المزيد](/sport/) و![صورة](a.jpg).\n\n/// related\n- خبر {number}\n///",
            )
            for number in range(stories)
        )
        + "-- content/authors/layla.md --\n---\nname: ليلى\n---\nنبذة\n"
        + "-- content/pages/about.md --\n---\ntitle: عنا\n---\nنص\n"
        + "-- content/media/a.jpg --\nصورة"
    )


def start_build(site: Site, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "nashra", "build", "--quiet", "--jobs", str(jobs)]
    return subprocess.Popen(
        [*command, "--site", site.root, "--now", NOW.isoformat()], stderr=subprocess.PIPE
    )


@pytest.mark.parametrize(("stories", "jobs"), [(60, 1), (240, 2)])
def test_two_builds_started_at_once_both_come_to_their_end(
    site: Site, stories: int, jobs: int
) -> None:
    lay_out(site, stories)
    for word in ("نص", "العلوم"):
        change("config.yaml", "علوم", word)(site)
        builds = [start_build(site, jobs) for _ in range(2)]
        said = [build.communicate(timeout=120)[1].decode() for build in builds]

        assert [build.returncode for build in builds] == [0, 0], said
        assert site.files() == site.cold()


def test_a_clock_that_turns_back_and_leaps(site: Site) -> None:
    lay_out(site)
    site.write(
        "".join(
            f"-- content/articles/science/timed-{hour}.md --\n"
            + story(
                f"موعد {hour}",
                publish_at=str(NOW.replace(tzinfo=None) + timedelta(hours=hour)),
                expires=str(NOW.replace(tzinfo=None) + timedelta(hours=hour + 5)),
                tags=f"[وسم{hour % 4}]",
            )
            for hour in range(0, 60, 4)
        )
    )
    for hours in (0, 30, 6, 6, 900, -30, 5, 4, 3, -3000, 26, 27, 0):
        now = NOW + timedelta(hours=hours)
        site.build(now)
        assert site.files() == site.cold(now), f"{hours} hours from where the clock began"


def change(file: str, old: str, new: str) -> Step:
    def act(site: Site) -> None:
        path = site.root / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    return act


def move(old: str, new: str) -> Step:
    def act(site: Site) -> None:
        (site.root / new).parent.mkdir(parents=True, exist_ok=True)
        (site.root / old).rename(site.root / new)

    return act


def swap(one: str, other: str) -> Step:
    """Swap two files, their times of writing with them."""

    def act(site: Site) -> None:
        for old, new in ((one, "aside"), (other, one), ("aside", other)):
            move(old, new)(site)

    return act


def swap_contents(one: str, other: str) -> Step:
    def act(site: Site) -> None:
        first, second = site.root / one, site.root / other
        texts = first.read_bytes(), second.read_bytes()
        second.write_bytes(texts[0])
        first.write_bytes(texts[1])

    return act


SCIENCE = "  - slug: science\n    name: علوم\n"
SPORT = "  - slug: sport\n    name: رياضة\n"
A, B = name_of(2), name_of(3)
ADDRESS = "address: https://example.org/"

SEQUENCES: dict[str, list[Step]] = {
    "a section goes and comes back": [
        change("config.yaml", SPORT, ""),
        change("config.yaml", SCIENCE, SCIENCE + SPORT),
    ],
    "a section's slug changes, and its stories stay in its old folder": [
        change("config.yaml", "slug: sport", "slug: games"),
        change("config.yaml", "slug: games", "slug: sport"),
    ],
    "two sections swap their places": [
        change("config.yaml", SCIENCE + SPORT, SPORT + SCIENCE),
        change("config.yaml", SPORT + SCIENCE, SCIENCE + SPORT),
    ],
    "a section takes another's slug": [
        change("config.yaml", SPORT, ""),
        change("config.yaml", "slug: science", "slug: sport"),
        change("config.yaml", "slug: sport", "slug: science"),
        change("config.yaml", SCIENCE, SCIENCE + SPORT),
    ],
    "the site moves below a path, deeper, and back": [
        change("config.yaml", ADDRESS, f"{ADDRESS}news/"),
        change("config.yaml", ADDRESS, f"{ADDRESS}ar/"),
        change("config.yaml", f"{ADDRESS}ar/news/", ADDRESS),
    ],
    "two stories swap what is in them": [swap_contents(A, B), swap_contents(B, A)],
    "two stories swap their files": [swap(A, B), swap(B, A)],
    "two stories of one section swap their files": [swap(A, name_of(4)), swap(A, name_of(4))],
    "a story moves to another section by its folder": [
        move(A, "content/articles/sport/02.md"),
        move("content/articles/sport/02.md", A),
    ],
    "a story moves to another section by its field": [
        change(A, "title:", "section: sport\ntitle:"),
        change(A, "section: sport\n", ""),
    ],
    "a story moves to a section that is not there, and back": [
        change(A, "title:", "section: أسواق\ntitle:"),
        change(A, "section: أسواق\n", ""),
    ],
    "a folder takes the place of a story's file": [
        move(A, "aside.md"),
        lambda site: site.write(f"-- {A}/inner.md --\n{story('في الداخل')}"),
        lambda site: site.remove(f"{A}/inner.md"),
        lambda site: (site.root / A).rmdir(),
        move("aside.md", A),
    ],
    "a folder takes the place of a picture": [
        lambda site: site.remove("content/media/a.jpg"),
        lambda site: site.write("-- content/media/a.jpg/b.jpg --\nأخرى"),
        lambda site: site.remove("content/media/a.jpg/b.jpg"),
        lambda site: (site.root / "content/media/a.jpg").rmdir(),
        lambda site: site.write("-- content/media/a.jpg --\nصورة"),
    ],
    "a page's address becomes a folder of pages, and a page again": [
        move("content/pages/about.md", "content/pages/about/us.md"),
        move("content/pages/about/us.md", "content/pages/about.md"),
    ],
    "an alias becomes a story's own address, and an alias again": [
        change(A, "/old/2/", "/old/2/index.html"),
        change(A, "/old/2/index.html", "/old/2"),
        change(A, "/old/2", "/old"),
        change(A, "[/old]", "[/old/2/]"),
    ],
}


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_edits_and_their_undoing(site: Site, sequence: list[Step]) -> None:
    lay_out(site)
    site.build()
    before = site.files()
    for number, step in enumerate(sequence):
        step(site)
        site.build()
        assert site.files() == site.cold(), f"after step {number}"
    assert site.files() == before


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_edits_and_their_undoing_between_two_builds(site: Site, sequence: list[Step]) -> None:
    lay_out(site)
    site.build()
    before = site.files()
    for step in sequence:
        step(site)
    site.build()

    assert site.files() == before == site.cold()
