"""The archive by date: a calendar that leads to days, made again only where something changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import CONFIG, Site, new_site, story

DATES = ("2026-09-30", "2026-11-01", "2026-11-22 09:00", "2026-11-22 18:00")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(
        tmp_path / "site",
        "\n".join(
            f"-- content/articles/{number}.md --\n{story(f'خبر {number}', date=date)}"
            for number, date in enumerate(DATES)
        ),
    )


def add(site: Site, title: str, date: str, **fields: str) -> None:
    site.write(f"-- content/articles/{title}.md --\n{story(title, date=date, **fields)}")


def test_every_month_with_stories_is_listed_with_its_count(site: Site) -> None:
    site.build()
    page = site.page("/archive/")

    assert "<h2>2026</h2>" in page
    assert page.index("/archive/2026/11/") < page.index("/archive/2026/09/"), "the newest first"
    assert "نوفمبر</a> 3" in page
    assert "/archive/2026/10/" not in page, "nothing came out in October"


def test_a_month_is_a_calendar_whose_days_lead_to_their_stories(site: Site) -> None:
    site.build()
    page = site.page("/archive/2026/11/")

    assert "<h1>نوفمبر 2026</h1>" in page
    assert '<a href="/archive/2026/11/22/">22</a> 2' in page
    assert "/archive/2026/11/21/" not in page
    assert '<a rel="prev" href="/archive/2026/09/">' in page, "over the empty month"
    assert 'rel="next"' not in page


def test_a_day_shows_its_stories_the_newest_first_and_leads_on(site: Site) -> None:
    site.build()
    page = site.page("/archive/2026/11/22/")

    assert page.index("خبر 3") < page.index("خبر 2")
    assert '<a rel="next" href="/archive/2026/11/01/">' in page
    assert '<a rel="prev" href=' not in page


def test_what_is_not_public_has_no_day(site: Site) -> None:
    add(site, "سر", "2026-11-10", status="draft")
    add(site, "موعد", "2027-01-05")

    site.build()

    assert "archive/2026/11/10/index.html" not in site.files()
    assert "archive/2027/01/index.html" not in site.files()


def test_a_new_story_changes_its_own_day_and_month_and_no_others(site: Site) -> None:
    site.build()
    add(site, "جديد", "2026-11-22 20:00")

    report = site.build()

    archive = {target for target in report.changed if target.startswith("archive/")}
    assert archive == {
        "archive/index.html",
        "archive/2026/11/index.html",
        "archive/2026/11/22/index.html",
    }
    assert site.files() == site.cold()


def test_a_new_headline_leaves_the_calendar_alone(site: Site) -> None:
    site.build()
    site.write(f"-- content/articles/2.md --\n{story('عنوان آخر', date=DATES[2], slug='2')}")

    report = site.build()

    assert "archive/2026/11/index.html" not in report.reasons
    assert "archive/2026/11/22/index.html" in report.changed


def test_digits_and_weeks_are_the_country_s(site: Site) -> None:
    site.write(f"-- config.yaml --\n{CONFIG}dates: {{digits: arab}}\n")

    site.build()

    assert "٢٢</a>" in site.page("/archive/2026/11/")
    assert "نوفمبر ٢٠٢٦" in site.page("/archive/2026/11/")
