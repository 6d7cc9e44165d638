"""No slip of a writer's, and no fault of the disk, takes a page off the site without a word."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

from nashra.errors import NashraError
from tests.sites import Site, story

SEA = "content/articles/science/sea"


@pytest.mark.parametrize(
    "alias",
    [
        "/index.html",
        "/science/",
        "/feed.xml",
        "/sitemap.xml",
    ],
)
def test_an_old_address_never_hides_a_page_of_the_sites_own(site: Site, alias: str) -> None:
    site.write(f"-- {SEA}/tide.md --\n{story('المد')}")
    site.build()
    before = site.page(alias)
    site.write(f"-- {SEA}/ebb.md --\n{story('الجزر', aliases=f'[{alias}]')}")
    site.build()

    assert "http-equiv" not in site.page(alias)
    assert before


def test_a_folder_that_may_not_be_read_takes_no_story_off_the_site(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write(f"-- {SEA}/tide.md --\n{story('المد')}")
    site.build()
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith(SEA):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    with suppress(NashraError):
        assert site.build().failed, "it is said"
    assert "المد" in site.page("/science/2026/11/tide/"), "and the last good version stays"


def test_two_files_whose_names_look_alike_are_both_named(site: Site) -> None:
    site.write(
        f"-- {SEA}/\u0622فاق.md --\n{story('المد')}"
        f"-- {SEA}/\u0627\u0653فاق.md --\n{story('الجزر', slug='جزر')}"
    )
    if len(os.listdir(site.root / SEA)) < 2:  # noqa: PTH208
        pytest.xfail("this disk takes the two names for one")
    report = site.build()

    shown = site.everything()
    assert report.failed or ("<h1>المد<" in shown and "<h1>الجزر<" in shown), "no story is lost"
