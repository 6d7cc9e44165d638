"""The stories beside a story: what its writer named, then the likest that came before it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sites import Site, new_site, story


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(tmp_path / "site")


def write(site: Site, name: str, day: int, title: str, **fields: str) -> None:
    section = fields.pop("section", "science")
    site.write(
        f"-- content/articles/{section}/{name}.md --\n"
        + story(title, date=f"2026-11-{day:02}", **fields)
    )


def beside(site: Site, name: str, section: str = "science") -> list[str]:
    """Give the names of the stories that a story's page shows beside it, in order."""
    page = site.page(f"/{section}/2026/11/{name}/")
    found = re.search(r'<ul class="beside">(.*?)</ul>', page, re.DOTALL)
    return re.findall(r"/11/([^/]+)/", unquote(found[1])) if found else []


class TestWhichTheyAre:
    @pytest.mark.parametrize(
        ("title", "tags", "why"),
        [
            ("غروب", "[سلاحف, شواطئ]", "two tags in common before one"),
            ("سلاحف بحرية على الشاطئ", "[سلاحف]", "a tag and words in common before a tag"),
        ],
    )
    def test_the_likest_comes_first(self, site: Site, title: str, tags: str, why: str) -> None:
        write(site, "one-tag", 9, "بيض في الرمل", tags="[سلاحف]")
        write(site, "likest", 3, title, tags=tags)
        write(site, "none", 8, "مباراة", tags="[كرة]")
        write(site, "this", 10, "سلاحف بحرية تعود", tags="[سلاحف, شواطئ]")
        site.build()

        assert beside(site, "this") == ["likest", "one-tag"], why

    @pytest.mark.parametrize(
        ("title", "why"),
        [
            ("الوزارة تفتح باب التسجيل", "the same word"),
            ("وزارات تتنافس على جائزة", "another number, without the article"),
            ("لقاء في وزارة قديمة", "beside other words"),
        ],
    )
    def test_words_of_a_headline_count_by_their_stems(
        self, site: Site, title: str, why: str
    ) -> None:
        write(site, "like", 3, title)
        write(site, "unlike", 4, "قطة المرفأ تجد بيتا")
        write(site, "this", 10, "وزارة تعلن نتائجها")
        site.build()

        assert beside(site, "this") == ["like"], why

    def test_words_that_say_nothing_count_nothing(self, site: Site) -> None:
        write(site, "unlike", 3, "قبل ذلك كان هذا على الرصيف")
        write(site, "this", 10, "هذا ما كان قبل ذلك على الشاطئ")
        site.build()

        assert beside(site, "this") == []

    def test_of_equal_ones_the_newer_comes_first(self, site: Site) -> None:
        for day in (1, 2, 3):
            write(site, f"day-{day}", day, f"خبر {day}", tags="[ميناء]")
        write(site, "this", 10, "حفل", tags="[ميناء]")
        site.build()

        assert beside(site, "this") == ["day-3", "day-2", "day-1"]

    def test_a_tag_counts_across_sections(self, site: Site) -> None:
        write(site, "far", 3, "مباراة", section="sport", tags="[ميناء]")
        write(site, "this", 10, "حفل", tags="[ميناء]")
        site.build()

        assert beside(site, "this") == ["far"]

    def test_those_that_the_writer_named_come_first_and_once(self, site: Site) -> None:
        write(site, "likest", 9, "حفل الميناء", tags="[ميناء]")
        write(site, "named", 12, "خبر لاحق لا يشبهه")
        write(site, "this", 10, "حفل", tags="[ميناء]", related="[خبر لاحق لا يشبهه]")
        write(site, "other", 11, "خبر آخر", tags="[ميناء]", related="[حفل الميناء]")
        site.build()

        assert beside(site, "this") == ["named", "likest"]
        assert beside(site, "other") == ["likest", "this"]

    def test_a_story_that_its_body_shows_is_not_shown_again(self, site: Site) -> None:
        write(site, "shown", 9, "حفل الميناء", tags="[ميناء]")
        body = "نص.\n\n/// related\n- حفل الميناء\n///\n"
        write(site, "this", 10, "حفل", tags="[ميناء]", body=body)
        site.build()

        assert beside(site, "this") == []

    def test_a_later_story_is_never_among_them(self, site: Site) -> None:
        write(site, "this", 10, "حفل", tags="[ميناء]")
        write(site, "later", 11, "حفل الميناء", tags="[ميناء]")
        site.build()

        assert beside(site, "this") == []

    def test_another_edition_is_another_site(self, site: Site) -> None:
        config = (site.root / "config.yaml").read_text("utf-8")
        site.write(f"-- config.yaml --\n{config}editions:\n  en:\n    name: Swallow\n")
        site.write(
            "-- content/en/articles/science/other.md --\n"
            + story("Harbour", date="2026-11-02", tags="[ميناء]")
        )
        write(site, "this", 10, "حفل", tags="[ميناء]")
        site.build()

        assert beside(site, "this") == []


class TestHowMany:
    @pytest.mark.parametrize(
        ("setting", "count"), [("", 4), ("related_stories: 2", 2), ("أخبار_ذات_صلة: ٠", 0)]
    )
    def test_the_site_decides(self, site: Site, setting: str, count: int) -> None:
        config = (site.root / "config.yaml").read_text("utf-8")
        site.write(f"-- config.yaml --\n{config}{setting}\n")
        for day in range(1, 8):
            write(site, f"day-{day}", day, f"خبر {day}", tags="[ميناء]")
        write(site, "this", 10, "حفل", tags="[ميناء]")
        site.build()

        assert len(beside(site, "this")) == count

    def test_a_writer_may_name_more(self, site: Site) -> None:
        for day in range(1, 7):
            write(site, f"day-{day}", day, f"خبر {day}")
        write(site, "this", 10, "حفل", related="[خبر 1, خبر 2, خبر 3, خبر 4, خبر 5]")
        site.build()

        assert beside(site, "this") == [f"day-{day}" for day in range(1, 6)]


class TestAnArchiveStaysAsItWas:
    def test_a_new_story_makes_no_old_page_but_its_neighbour(self, site: Site) -> None:
        for day in range(1, 8):
            write(site, f"day-{day}", day, f"حفل {day}", tags="[ميناء]")
        site.build()
        before = site.files()

        write(site, "new", 9, "حفل جديد", tags="[ميناء]")
        site.build()
        changed = {name for name, data in site.files().items() if before.get(name) != data}

        old = {name for name in changed if re.match(r"science/2026/11/day", name)}
        assert old == {"science/2026/11/day-7/index.html"}

    @given(
        days=st.lists(st.integers(1, 20), min_size=2, max_size=6),
        tags=st.lists(st.sampled_from(["ميناء", "بحر", "شمس"]), min_size=6, max_size=6),
        edits=st.lists(st.tuples(st.integers(0, 5), st.integers(1, 20)), max_size=3),
    )
    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_it_equals_a_clean_build_whatever_changes(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        days: list[int],
        tags: list[str],
        edits: list[tuple[int, int]],
    ) -> None:
        site = new_site(tmp_path_factory.mktemp("related") / "site")
        for number, day in enumerate(days):
            write(site, f"n{number}", day, f"حفل {day}", tags=f"[{tags[number]}]")
        site.build()
        for number, day in edits:
            write(site, f"n{number}", day, f"عيد {day}", tags=f"[{tags[number]}]")
            site.build()

        assert site.files() == site.cold()
