"""The front page as editors lay it out: every slot filled, no story twice, nothing unpublished."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra.config import Section, Sections
from nashra.content.front_plan import parse_front
from nashra.errors import ContentError
from nashra.model import Slot
from tests.sites import NOW, Site, new_site, story

SECTIONS = Sections((Section("science", "علوم"), Section("sport", "رياضة")))
FILE = "content/front.yaml"
_TITLE = re.compile(r'<li><a href="[^"]*">([^<]*)</a>')


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Nine stories, the ninth the newest; odd ones are science, even ones sport."""
    stories = (
        f"-- content/articles/{number}.md --\n"
        + story(
            f"خبر {number}",
            date=f"2026-11-{number:02} 09:00",
            section="science" if number % 2 else "sport",
            tags="[بحر]" if number < 4 else "[]",
            authors="ليلى" if number == 2 else "زائر",
        )
        for number in range(1, 10)
    )
    return new_site(tmp_path / "site", "\n".join(stories))


def shown(site: Site, address: str = "/") -> list[str]:
    return [title.removeprefix("خبر ") for title in _TITLE.findall(site.page(address))]


class TestSlots:
    @pytest.mark.parametrize(
        ("front", "first"),
        [
            ("", "9 8 7 6"),  # nothing said: the newest
            ("lead: خبر 3\n", "3 9 8 7"),  # pinned, then the newest
            ("lead: خَبَر ٣\n", "3 9 8 7"),  # by any spelling of the headline
            ("lead: content/articles/3.md\n", "3 9 8 7"),  # by file
            ("lead: [لا وجود له, خبر 5]\n", "5 9 8 7"),  # the first that is public
            ("lead: لا وجود له\n", "9 8 7 6"),  # none: the newest takes its place
            ("lead: {section: sport}\n", "8 9 7 6"),  # by rule
            ("lead: {section: رياضة}\n", "8 9 7 6"),  # a section by its name
            ("lead: {author: ليلى}\n", "2 9 8 7"),
            ("top: [خبر 4, خبر 2]\n", "9 4 2 8"),  # curated first, then filled
            ("top: خبر 9\n", "8 9 7 6"),  # picked for one slot: no rule gives it to another
            ("lead: خبر 9\ntop: خبر 9\n", "9 8 7 6"),  # never twice
            ("الصدارة: خبر 3\nالأبرز: [خبر 1]\n", "3 1 9 8"),  # in Arabic
            ("top: {tag: بحر, count: 2}\n", "9 3 2 8"),  # then the rest
        ],
    )
    def test_the_first_four_stories(self, site: Site, front: str, first: str) -> None:
        if front:
            site.write(f"-- {FILE} --\n{front}")

        site.build()

        assert shown(site)[:4] == first.split()

    def test_no_story_stands_twice(self, site: Site) -> None:
        site.write(
            f"-- {FILE} --\nlead: خبر 3\npackages:\n  - title: على البحر\n    tag: بحر\n"
            "opinion: sport\nlatest: 3\n"
        )

        site.build()

        assert len(shown(site)) == len(set(shown(site)))

    def test_a_package_shows_its_own_stories_and_no_others(self, site: Site) -> None:
        site.write(f"-- {FILE} --\npackages:\n  - {{title: على البحر, tag: بحر}}\n")

        site.build()
        package = site.page("/").partition("<h2>على البحر</h2>")[2].partition("</ul>")[0]

        assert [title[-1] for title in _TITLE.findall(package)] == ["3", "2", "1"]

    def test_a_package_without_public_stories_is_not_there(self, site: Site) -> None:
        site.write(f"-- {FILE} --\npackages:\n  - {{title: على القمر, tag: قمر}}\n")

        site.build()

        assert "على القمر" not in site.page("/")

    def test_strips_stand_in_the_order_of_the_file(self, site: Site) -> None:
        site.write(f"-- {FILE} --\nstrips: [sport, علوم]\nlatest: 1\ntop: {{count: 1}}\n")

        site.build()

        assert re.findall("<h2>([^<]*)</h2>", site.page("/")) == ["رياضة", "علوم"]


class TestSectionFronts:
    def test_a_section_has_a_lead_of_its_own(self, site: Site) -> None:
        site.write(f"-- {FILE} --\nsections:\n  science: {{lead: خبر 1}}\n")

        site.build()

        assert shown(site, "/science/")[0] == "1"
        assert sorted(shown(site, "/science/")) == ["1", "3", "5", "7", "9"]
        assert shown(site, "/sport/")[0] == "8"


class TestNothingLeaks:
    def test_what_is_not_public_yet_waits(self, site: Site) -> None:
        site.write(
            f"-- {FILE} --\nlead: سر\n"
            f"-- content/articles/s.md --\n{story('سر', publish_at='2026-11-23 15:00')}"
        )

        report = site.build()

        assert shown(site)[0] == "9"
        (problem,) = [each for each in report.problems if each.file == FILE]
        assert (problem.line, problem.excerpt) == (1, "lead: سر")

        site.build(NOW.replace(hour=16))

        assert "سر" in site.page("/")


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("lead: خبر\nheadline: خبر\n", 2),  # an unknown key
            ("lead:\n  storys: خبر\n", 2),
            ("packages:\n  - tag: بحر\n", 2),  # a package that nobody named
            ("latest: كثير\n", 1),
            ("top:\n  count: 1000\n", 2),
            ("- خبر\n", 1),
        ],
    )
    def test_each_is_told_with_its_line(self, text: str, line: int) -> None:
        with pytest.raises(ContentError) as caught:
            parse_front(text, file=FILE, sections=SECTIONS)

        assert [problem.line for problem in caught.value.problems] == [line]

    def test_a_fault_leaves_the_last_good_front(self, site: Site) -> None:
        site.write(f"-- {FILE} --\nlead: خبر 3\n")
        site.build()
        site.write(f"-- {FILE} --\nlead: خبر 3\nheadline: خبر\n")

        report = site.build()

        assert report.problems
        assert shown(site)[0] == "3"


def test_every_way_to_name_a_slot() -> None:
    plan = parse_front(
        "lead: خبر\ntop: [أ, ب]\nstrips: [علوم, {section: sport, count: 2, title: ملاعب}]\n"
        "latest: ٧\n",
        file=FILE,
        sections=SECTIONS,
    )

    assert plan.lead == Slot(stories=("خبر",))
    assert plan.top == Slot(stories=("أ", "ب"))
    assert plan.strips == (
        Slot(section="science"),
        Slot(section="sport", count=2, title="ملاعب"),
    )
    assert plan.latest == Slot(count=7)


def test_a_watched_save_of_the_file_is_enough(site: Site) -> None:
    site.build()
    site.write(f"-- {FILE} --\nlead: خبر 2\n")

    report = site.build(touched={(site.root / FILE).resolve()})

    assert "index.html" in report.changed
    assert site.files() == site.cold()
