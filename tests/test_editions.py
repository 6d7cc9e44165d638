"""A site in several languages in one build: each edition whole, and none in the other's way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import CONFIG, ENGLISH_EDITION, Site, new_site, story

TURTLES = story("عودة السلاحف", section="science", slug="السلاحف", authors="layla", tags="[بحر]")
TURTLES_EN = story("The turtles are back", section="science", authors="layla", tags="[sea]")
ALONE = story("A quiet harbour", section="science", aliases="[/old/harbour/]", image="a.jpg")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(
        tmp_path / "site",
        f"-- config.yaml --\n{CONFIG}{ENGLISH_EDITION}\n"
        f"-- content/articles/science/turtles.md --\n{TURTLES}\n"
        f"-- content/en/articles/science/turtles.md --\n{TURTLES_EN}\n"
        f"-- content/en/articles/science/harbour.md --\n{ALONE}\n"
        "-- content/authors/layla.md --\n---\nname: ليلى حداد\n---\nنبذة\n"
        "-- content/en/authors/layla.md --\n---\nname: Layla Haddad\n---\nA note.\n"
        "-- content/en/pages/about.md --\n---\ntitle: About us\n---\nWe report.\n"
        "-- content/media/a.jpg --\npicture",
    )


ARABIC = "/science/2026/11/السلاحف/"
ENGLISH = "/en/science/2026/11/turtles/"


def test_each_edition_has_pages_of_every_kind(site: Site) -> None:
    site.build()

    for target in ("index.html", "science/index.html", "feed.xml", "sitemap.xml", "404.html"):
        assert target in site.files()
        assert f"en/{target}" in site.files()
    assert "author/layla/index.html" in site.files()
    assert "en/author/layla/index.html" in site.files()
    assert "en/tag/sea/index.html" in site.files()
    assert "en/about/index.html" in site.files()
    assert "robots.txt" in site.files()
    assert "en/robots.txt" not in site.files(), "crawlers look at the root alone"


def test_no_edition_shows_another_s_stories(site: Site) -> None:
    site.build()

    for page in ("/", "/science/", "/feed.xml", "/author/layla/", "/sitemap-2026-11.xml"):
        assert "turtles" not in site.page(page)
        assert "السلاحف" not in site.page(f"/en{page}")


def test_an_edition_speaks_its_own_language(site: Site) -> None:
    site.build()
    page = site.page(ENGLISH)

    assert '<html lang="en" dir="ltr">' in page
    assert "1 minute" in page
    assert "Layla Haddad" in page
    assert "/en/author/layla/" in page
    assert 'lang="ar" dir="rtl"' in site.page(ARABIC)


def test_versions_of_a_story_name_each_other_for_search_engines(site: Site) -> None:
    site.build()
    alternates = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')

    found = dict(alternates.findall(site.page(ARABIC)))

    assert found.keys() == {"ar", "en", "x-default"}
    assert found["en"] == f"https://example.org{ENGLISH}"
    assert found["x-default"] == found["ar"]
    assert found == dict(alternates.findall(site.page(ENGLISH))), "both ways, or it counts for none"
    assert dict(alternates.findall(site.page("/"))).keys() == {"ar", "en", "x-default"}


def test_readers_find_the_other_language_from_both_sides(site: Site) -> None:
    site.build()

    assert f'<a hreflang="en" href="{ENGLISH}"><bdi>English</bdi></a>' in site.page(ARABIC)
    assert '<a hreflang="ar" href="/"><bdi>العربية</bdi></a>' in site.page(
        "/en/science/2026/11/harbour/"
    )


def test_a_version_that_is_not_public_is_named_nowhere(site: Site) -> None:
    site.write(
        f"-- content/en/articles/science/turtles.md --\n"
        f"{TURTLES_EN.replace('title', 'status: draft' + chr(10) + 'title', 1)}"
    )

    site.build()

    assert "turtles" not in site.everything()
    assert "x-default" not in site.page(ARABIC)


def test_when_a_translation_appears_the_original_says_so(site: Site) -> None:
    site.remove("content/en/articles/science/turtles.md")
    site.build()
    site.write(f"-- content/en/articles/science/turtles.md --\n{TURTLES_EN}")

    report = site.build()

    assert "science/2026/11/السلاحف/index.html" in report.changed
    assert site.files() == site.cold()


def test_media_and_old_addresses_are_the_whole_site_s(site: Site) -> None:
    site.build()

    assert "media/a.jpg" in site.files()
    assert "en/media/a.jpg" not in site.files()
    assert "/media/a.jpg" in site.page("/en/science/2026/11/harbour/")
    assert "url=/en/science/2026/11/harbour/" in site.page("/old/harbour/")


def test_robots_names_every_sitemap(site: Site) -> None:
    site.build()

    robots = (site.folders.output / "robots.txt").read_text("utf-8")

    assert "Sitemap: https://example.org/sitemap.xml" in robots
    assert "Sitemap: https://example.org/en/sitemap.xml" in robots


def test_an_edition_that_is_given_up_takes_its_pages_along(site: Site) -> None:
    site.build()
    site.write(f"-- config.yaml --\n{CONFIG}")

    site.build()

    assert not [target for target in site.files() if target.startswith("en/")]
    assert site.files() == site.cold()


def test_the_site_may_lie_below_a_folder(site: Site) -> None:
    config = (CONFIG + ENGLISH_EDITION).replace(
        "https://example.org/", "https://example.org/paper/"
    )
    site.write(f"-- config.yaml --\n{config}")

    site.build()
    page = site.page("/en/science/2026/11/harbour/")

    assert 'src="/paper/media/a.jpg"' in page
    assert 'href="/paper/en/science/"' in page
    assert re.search(r'href="/paper/assets/[^"]+\.css"', page)


def test_a_save_in_one_edition_touches_no_page_of_the_other(site: Site) -> None:
    site.build()
    file = site.root / "content/en/articles/science/harbour.md"
    file.write_text(ALONE.replace("نص الخبر.", "All is calm."), "utf-8")

    report = site.build(touched={file.resolve()})

    assert report.changed == ("en/science/2026/11/harbour/index.html",)
