"""Published stories whose address changes: the build says so, with the line to add."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from nashra.errors import Severity
from tests.sites import Site, story

TURTLES = "content/articles/science/turtles.md"
OTHER = "-- content/articles/science/b.md --\n"
OLD = "/science/2026/11/turtles/"
THERE = story("غيره", slug="turtles")
CLAIMING = story("غيره", aliases=f"[{OLD}]")


def published(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف')}")
    assert not site.build().problems


@pytest.mark.parametrize(
    ("fields", "now"),
    [
        ({"slug": "sea"}, "/science/2026/11/sea/"),
        ({"section": "sport"}, "/sport/2026/11/turtles/"),
        ({"date": "2026-10-02"}, "/science/2026/10/turtles/"),
    ],
    ids=["another slug", "another section", "another month"],
)
def test_the_notice_names_the_file_and_the_line_to_add(
    site: Site, fields: dict[str, str], now: str
) -> None:
    published(site)
    site.write(f"-- {TURTLES} --\n{story('السلاحف', **fields)}")
    report = site.build()

    (notice,) = report.problems
    assert notice.severity is Severity.NOTICE
    assert notice.file == TURTLES
    for words in (notice.what.ar, notice.what.en):
        assert OLD in words
        assert now in words
    for words in (notice.remedy.ar, notice.remedy.en):
        assert words.endswith(f"aliases: [{OLD}]")
    assert not report.failed
    assert not site.build().problems, "it is said once, with the build in which it happens"

    site.write(f"-- {TURTLES} --\n{story('السلاحف', **fields, aliases=f'[{OLD}]')}")
    assert not site.build().problems
    assert f"url={now}" in site.page(OLD), "the line does what was said"


def test_the_line_keeps_older_addresses_before_the_new_one(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', aliases='[/first/]')}")
    site.build()
    site.write(f"-- {TURTLES} --\n{story('السلاحف', slug='sea', aliases='[/first/]')}")

    (notice,) = site.build().problems
    assert notice.remedy.en.endswith(f"aliases: [/first/, {OLD}]")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (
            f"-- {TURTLES} --\n{story('السلاحف', slug='sea', aliases=f'[{OLD}]')}",
            "an alias covers the old address",
        ),
        (
            f"-- {TURTLES} --\n{story('السلاحف', slug='sea')}{OTHER}{THERE}",
            "another story lies there now",
        ),
        (
            f"-- {TURTLES} --\n{story('السلاحف', slug='sea')}{OTHER}{CLAIMING}",
            "another story has taken it over",
        ),
        (f"-- {TURTLES} --\n{story('السلاحف', status='draft')}", "the story was withdrawn"),
        (f"-- {TURTLES} --\n{story('عنوان آخر', body='نص آخر.')}", "its address is as it was"),
    ],
)
def test_there_is_none_where(site: Site, files: str, why: str) -> None:
    published(site)
    site.write(files)

    assert not site.build().problems, why


def test_a_story_that_was_deleted_has_not_moved(site: Site) -> None:
    published(site)
    site.remove(TURTLES)

    assert not site.build().problems


def test_a_setting_that_moves_every_story_is_told_shortly(site: Site) -> None:
    for number in range(20):
        text = story(f"خبر {number}", date="2026-11-01 01:00 +0400")
        site.write(f"-- content/articles/science/{number}.md --\n{text}")
    site.build()
    config = site.root / "config.yaml"
    text = config.read_text("utf-8").replace("Asia/Muscat", "America/New_York")
    config.write_text(text, "utf-8")
    problems = site.build().problems

    assert len(problems) == 9
    assert "12 in all" in problems[-1].what.en


def test_an_edition_is_told_with_its_own_addresses(site: Site) -> None:
    config = site.root / "config.yaml"
    config.write_text(config.read_text("utf-8") + "editions:\n  en: {name: Swallow}\n", "utf-8")
    english = "content/en/articles/science/turtles.md"
    site.write(f"-- {english} --\n{story('Turtles')}")
    site.build()
    site.write(f"-- {english} --\n{story('Turtles', slug='sea')}")

    (notice,) = site.build().problems
    assert notice.file == english
    assert notice.remedy.en.endswith(f"aliases: [/en{OLD}]")


def test_an_old_address_that_no_file_can_bear_stops_no_build(site: Site) -> None:
    longest = "ا" * 127
    site.write(
        "-- content/articles/science/a.md --\n"
        + story("خبر", aliases=f"[/{longest}/, /{longest}ا/]")
    )

    assert not site.build().failed
    assert "خبر" in site.page(f"/{longest}/")
    assert quote(f"/{longest}ا/") in site.page("/_redirects"), "hosts may still lead on from it"
