"""Breaking news: a small file for open pages, so that no page but the front page is made again."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.sites import CONFIG, NOW, Site, story

PLACE = "content/articles/science"


def breaking(title: str, hour: int, until: str = "2026-11-23 15:00") -> str:
    return story(title, date=f"2026-11-23 {hour:02}:00", breaking_until=until)


def test_nothing_is_breaking_and_the_file_is_there(site: Site) -> None:
    site.write(f"-- {PLACE}/a.md --\n{story('خبر')}")
    site.build()

    assert json.loads(site.page("/breaking.json")) == []


def test_it_holds_the_newest_three(site: Site) -> None:
    site.write("\n".join(f"-- {PLACE}/{n}.md --\n{breaking(f'عاجل {n}', n)}" for n in (1, 2, 3, 4)))
    site.build()

    assert json.loads(site.page("/breaking.json")) == ["عاجل 4", "عاجل 3", "عاجل 2"]
    assert site.page("/").count('class="breaking"') == 3


def test_only_the_file_and_the_front_page_are_made_again(site: Site) -> None:
    files = "\n".join(f"-- {PLACE}/{n}.md --\n{story(f'خبر {n}')}" for n in range(9))
    site.write(f"{files}\n-- {PLACE}/flash.md --\n{breaking('مد', 9)}")
    site.build()
    report = site.build(NOW + timedelta(hours=4))

    assert set(report.reasons) == {"breaking.json", "index.html"}
    assert json.loads(site.page("/breaking.json")) == []
    assert site.files() == site.cold(NOW + timedelta(hours=4))


def test_each_edition_has_its_own(site: Site) -> None:
    site.write(
        f"-- config.yaml --\n{CONFIG}editions:\n  en:\n    name: The Swallow\n"
        f"-- {PLACE}/a.md --\n{breaking('مد', 9)}\n"
        f"-- content/en/articles/science/b.md --\n{breaking('Tide', 9)}"
    )
    site.build()

    assert json.loads(site.page("/breaking.json")) == ["مد"]
    assert json.loads(site.page("/en/breaking.json")) == ["Tide"]


def test_no_search_engine_is_sent_there(jarida: Site) -> None:
    jarida.write(f"-- {PLACE}/a.md --\n{breaking('مد', 9)}")
    jarida.build()
    headers = jarida.page("/_headers")

    assert "/breaking.json\n  X-Robots-Tag: noindex\n" in headers
    assert "/:section/:year/:month/:story/live.json\n  X-Robots-Tag: noindex\n" in headers
    maps = [data for name, data in jarida.files().items() if name.startswith("sitemap")]
    assert not any(b"breaking.json" in data for data in maps)


def test_a_page_says_where_it_is_and_holds_none_of_it(jarida: Site) -> None:
    jarida.write(f"-- {PLACE}/a.md --\n{breaking('مد', 9)}\n-- {PLACE}/b.md --\n{story('خبر')}")
    jarida.build()

    assert 'data-breaking="/breaking.json"' in jarida.page("/science/")
    assert "data-breaking" not in jarida.page("/"), "which shows it without a script"
    assert 'class="breaking"' in jarida.page("/")
    told = json.loads(jarida.page("/breaking.json"))["html"]
    assert "مد" in told
    assert 'data-act="dismiss"' in told
