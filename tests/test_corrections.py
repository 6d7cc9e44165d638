"""Corrections: one page for all of them, and one date of last change that everybody is told."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

import pytest

from tests.sites import Site, story

PLACE = "content/articles/science"


def corrected(title: str, *made: tuple[str, str], date: str = "2026-11-01", **more: str) -> str:
    items = ", ".join(f"{{date: {day}, text: {text}}}" for day, text in made)
    return story(title, date=date, corrections=f"[{items}]", **more)


def told(site: Site, page: str = "/corrections/") -> list[str]:
    return re.findall(r"<h2><a [^>]+>(.+?)</a></h2>", site.page(page))


@pytest.fixture
def wrong(site: Site) -> Site:
    """Three corrected stories whose corrections came in another order than they did."""
    site.write(
        f"-- {PLACE}/a.md --\n{corrected('الأول', ('2026-11-20', 'الصواب واحد'))}\n"
        f"-- {PLACE}/b.md --\n{corrected('الثاني', ('2026-11-10', 'اثنان'), date='2026-11-09')}\n"
        f"-- {PLACE}/c.md --\n"
        + corrected("الثالث", ("2026-11-05", "ثلاثة"), ("2026-11-15", "بل أربعة"))
        + f"\n-- {PLACE}/d.md --\n{story('بلا خطأ', date='2026-11-22')}"
    )
    site.build()
    return site


def test_the_last_correction_comes_first_whatever_the_story_s_date(wrong: Site) -> None:
    assert told(wrong) == ["الأول", "الثالث", "الثاني"]


def test_each_story_shows_what_was_wrong_with_it_the_newest_first(wrong: Site) -> None:
    page = wrong.page("/corrections/")

    assert page.index("بل أربعة") < page.index("ثلاثة")
    assert "بلا خطأ" not in page


def test_without_a_correction_there_is_no_such_page(site: Site) -> None:
    site.write(f"-- {PLACE}/a.md --\n{story('خبر')}")
    site.build()

    assert not [target for target in site.files() if target.startswith("corrections")]
    assert "/corrections/" not in site.everything()


def test_the_first_correction_brings_the_page_and_the_last_to_go_takes_it(site: Site) -> None:
    site.write(f"-- {PLACE}/a.md --\n{story('خبر')}")
    site.build()
    site.write(f"-- {PLACE}/a.md --\n{corrected('خبر', ('2026-11-21', 'الصواب'))}")
    site.build()
    assert told(site) == ["خبر"]
    assert "/corrections/" in site.page("/"), "every page leads there"
    assert site.files() == site.cold()

    site.write(f"-- {PLACE}/a.md --\n{story('خبر')}")
    site.build()
    assert site.files() == site.cold()


def test_a_new_correction_costs_its_story_and_the_lists_that_tell_when_it_changed(
    wrong: Site,
) -> None:
    again = corrected("الثاني", ("2026-11-23", "ثلاثة"), date="2026-11-09")
    wrong.write(f"-- {PLACE}/b.md --\n{again}")
    report = wrong.build()

    assert told(wrong) == ["الثاني", "الأول", "الثالث"]
    assert set(report.changed) >= {
        "corrections/index.html",
        "corrections/feed.xml",
        "science/2026/11/b/index.html",
        "sitemap-2026-11.xml",
        "atom.xml",
    }
    assert "science/2026/11/d/index.html" not in report.changed
    assert wrong.files() == wrong.cold()


def test_a_story_that_was_never_wrong_leaves_the_page_alone(wrong: Site) -> None:
    wrong.write(f"-- {PLACE}/e.md --\n{story('جديد', date='2026-11-23')}")
    report = wrong.build()

    assert not {"corrections/index.html", "corrections/feed.xml"} & set(report.reasons)


def test_many_corrections_lie_over_pages_numbered_from_the_oldest(site: Site) -> None:
    for day in range(1, 8):
        made = corrected(f"خبر {day}", (f"2026-11-{day:02}", "الصواب"), date="2026-10-01")
        site.write(f"-- {PLACE}/{day}.md --\n{made}")
    site.build()

    assert told(site, "/corrections/page/1/") == ["خبر 3", "خبر 2", "خبر 1"]
    assert told(site) == ["خبر 7", "خبر 6", "خبر 5", "خبر 4"]


def test_the_feed_has_one_item_for_each_mistake(wrong: Site) -> None:
    items = list(fromstring(wrong.page("/corrections/feed.xml")).iter("item"))  # noqa: S314

    assert [item.findtext("description") for item in items] == [
        "الصواب واحد",
        "بل أربعة",
        "اثنان",
        "ثلاثة",
    ]
    assert len({item.findtext("guid") for item in items}) == 4
    assert all((item.findtext("link") or "").endswith("#corrections") for item in items)


def test_two_corrections_of_one_moment_have_two_names_that_stay(site: Site) -> None:
    def names(*texts: str) -> dict[str, str]:
        made = corrected("خبر", *(("2026-11-20", text) for text in texts))
        site.write(f"-- {PLACE}/a.md --\n{made}")
        site.build()
        items = fromstring(site.page("/corrections/feed.xml")).iter("item")  # noqa: S314
        return {i.findtext("description") or "": i.findtext("guid") or "" for i in items}

    before, after = names("أول", "ثان"), names("أول", "ثان", "ثالث")

    assert len(set(after.values())) == 3
    assert before.items() <= after.items()


@pytest.mark.parametrize(
    ("fields", "modified"),
    [
        ({}, "2026-11-10T09:00:00+04:00"),
        ({"updated": "2026-11-12 10:00"}, "2026-11-12T10:00:00+04:00"),
        (
            {"updated": "2026-11-12", "corrections": "[{date: 2026-11-13, text: صواب}]"},
            "2026-11-13T00:00:00+04:00",
        ),
        (
            {"updated": "2026-11-14", "corrections": "[{date: 2026-11-13, text: صواب}]"},
            "2026-11-14T00:00:00+04:00",
        ),
        ({"updated": "2026-11-01"}, "2026-11-10T09:00:00+04:00"),
    ],
)
def test_everybody_is_told_the_same_date_of_last_change(
    site: Site, fields: dict[str, str], modified: str
) -> None:
    site.write(f"-- {PLACE}/a.md --\n{story('خبر', date='2026-11-10 09:00', **fields)}")
    site.build()

    page = site.page("/science/2026/11/a/")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert block is not None
    assert json.loads(block[1])["@graph"][0]["dateModified"] == modified
    assert f"<lastmod>{modified}</lastmod>" in site.page("/sitemap-2026-11.xml")
    assert f"<updated>{modified}</updated>" in site.page("/atom.xml")
    assert json.loads(site.page("/feed.json"))["items"][0]["date_modified"] == modified


def test_each_edition_has_its_own(site: Site) -> None:
    config = (site.root / "config.yaml").read_text("utf-8")
    site.write(
        f"-- config.yaml --\n{config}editions:\n  en:\n    name: The Swallow\n"
        f"-- {PLACE}/a.md --\n{corrected('خبر', ('2026-11-20', 'صواب'))}\n"
        "-- content/en/articles/science/b.md --\n"
        + corrected("A story", ("2026-11-21", "It was seven."))
    )
    site.build()

    assert told(site) == ["خبر"]
    assert told(site, "/en/corrections/") == ["A story"]
