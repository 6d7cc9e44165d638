"""What a build makes of a site, and what it says of a person's mistakes."""

from __future__ import annotations

import json
import os
import re
from datetime import datetime, timedelta

import pytest

from nashra.errors import ConfigurationError, OutputError, Severity
from tests.sites import NOW, ZONE, Site, story

TURTLES = "content/articles/science/2026/11/السلاحف.md"
ADDRESS = "/science/2026/11/السلاحف/"
ENCODED = "/science/2026/11/%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D8%AD%D9%81/"


def test_an_empty_site_is_still_a_whole_site(site: Site) -> None:
    site.build()

    assert set(site.files()) >= {
        "index.html",
        "404.html",
        "feed.xml",
        "robots.txt",
        "sitemap.xml",
        "sitemap-pages.xml",
        "science/index.html",
        "science/feed.xml",
    }


def test_a_story_has_its_page_and_stands_in_every_list(site: Site) -> None:
    site.write(
        f"-- {TURTLES} --\n"
        + story("السلاحف تعود", tags="[البحر]", authors="ليلى حداد", summary="عادت هذا الشهر.")
    )
    site.build()

    assert "<h1>السلاحف تعود</h1>" in site.page(ADDRESS)
    for listing in ("/", "/science/", "/tag/البحر/", "/author/ليلى-حداد/", "/feed.xml"):
        assert ENCODED in site.page(listing), listing
    assert ENCODED in site.page("/sitemap-2026-11.xml")


def test_the_page_says_its_language_direction_and_canonical_address(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف')}")
    site.build()

    page = site.page(ADDRESS)
    assert '<html lang="ar" dir="rtl">' in page
    assert f'<link rel="canonical" href="https://example.org{ENCODED}">' in page


def test_structured_data_names_the_story_its_authors_and_its_true_dates(site: Site) -> None:
    site.write(
        f"-- {TURTLES} --\n"
        + story(
            "السلاحف </script>",
            date="2026-11-20 09:30",
            updated="2026-11-21 10:00",
            authors="ليلى حداد",
            kind="رأي",
        )
    )
    site.build()

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.page(ADDRESS))
    assert block is not None
    data = json.loads(block[1])["@graph"][0]
    assert data["@type"] == "OpinionNewsArticle"
    assert data["headline"] == "السلاحف </script>"
    assert data["datePublished"] == "2026-11-20T09:30:00+04:00"
    assert data["dateModified"] == "2026-11-21T10:00:00+04:00"
    assert data["author"][0]["name"] == "ليلى حداد"
    assert data["author"][0]["url"].startswith("https://example.org/author/")


def test_a_site_under_a_sub_path_links_to_itself(site: Site) -> None:
    config = site.root / "config.yaml"
    config.write_text(
        config.read_text("utf-8").replace("https://example.org/", "https://example.org/repo"),
        "utf-8",
    )
    site.write(f"-- {TURTLES} --\n" + story("السلاحف", body="[من نحن](/about/)"))
    site.build()

    page = site.page(ADDRESS)
    addresses = re.findall(r'(?:href|src)="([^"]+)"', page)
    assert addresses
    assert all(
        address.startswith(("/repo/", "https://example.org/repo/")) for address in addresses
    ), addresses
    assert '<a href="/repo/about/">' in page


def test_related_headlines_become_links_where_they_stood(site: Site) -> None:
    body = "أولى.\n\n/// related\n\n- نادي الدرّاجات\n- خبر لم يُكتب\n\n///\n\nثانية."
    site.write(
        f"-- {TURTLES} --\n{story('السلاحف', body=body)}"
        f"-- content/articles/sport/2026/11/دراجات.md --\n{story('نادي الدراجات')}"
    )
    site.build()

    page = site.page(ADDRESS)
    first, box, second = (page.index(part) for part in ("أولى", "<aside>", "ثانية"))
    assert first < box < second
    assert re.search(r'<li><a href="/sport/2026/11/[^"]+">نادي الدرّاجات</a></li>', page), (
        "found without its tashkeel"
    )
    assert "<li>خبر لم يُكتب</li>" in page, "no such story yet: text, not a dead link"


def test_an_author_is_found_by_file_name_and_by_name(site: Site) -> None:
    site.write(
        "-- content/authors/layla.md --\n---\nname: ليلى حدّاد\nrole: محررة\n---\nتكتب عن البحر.\n"
        f"-- {TURTLES} --\n{story('السلاحف', authors='layla')}"
        f"-- content/articles/science/2026/11/البحر.md --\n{story('البحر', authors='ليلى حداد')}"
    )
    site.build()

    profile = site.page("/author/layla/")
    assert "تكتب عن البحر" in profile
    assert "السلاحف" in profile
    assert "البحر" in profile
    assert '<a href="/author/layla/">ليلى حدّاد</a>' in site.page(ADDRESS)


def test_a_section_and_an_author_without_entries_still_work_with_a_notice(site: Site) -> None:
    site.write(
        "-- content/articles/x.md --\n" + story("خبر", section="أخبار المدينة", authors="كاتب زائر")
    )
    report = site.build()

    assert "أخبار المدينة" in site.page("/أخبار-المدينة/")
    assert "كاتب زائر" in site.page("/author/كاتب-زائر/")
    assert [problem.severity for problem in report.problems] == [Severity.NOTICE] * 2
    assert not report.failed


def test_an_old_address_leads_to_the_story(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', aliases='[/old/turtles]')}")
    site.build()

    assert f"url={ENCODED}" in site.page("/old/turtles/")


def test_only_pictures_that_something_public_shows_are_copied(site: Site) -> None:
    draft = story("مسودة", image="draft.jpg", status="مسودة")
    site.write(
        f"-- {TURTLES} --\n{story('السلاحف', image='turtle.jpg', body='![بحر](sea.jpg)')}"
        f"-- content/articles/science/2026/11/d.md --\n{draft}"
        "-- content/media/turtle.jpg --\nT\n"
        "-- content/media/sea.jpg --\nS\n"
        "-- content/media/draft.jpg --\nD\n"
        "-- content/media/unused.jpg --\nU"
    )
    site.build()

    media = {name for name in site.files() if name.startswith("media/")}
    assert media == {"media/turtle.jpg", "media/sea.jpg"}


class TestMistakes:
    """Each is told with its file and line, and keeps nothing else out of the site."""

    @pytest.mark.parametrize(
        ("front_matter", "line", "said"),
        [
            ("---\ntitle: أ\n\tdate: 2026-01-01\n---\n", 3, "tab"),
            ("---\ntitle: أ\ndate: 2026-13-45\n---\n", 3, "date"),
            ("---\nالعنوان: أ\nالتاريخ: ٢٠٢٦/٢/٣٠\n---\n", 3, "date"),
            ("---\ndate: 2026-01-01\n---\n", 1, "title"),
            ("---\ntitle: أ\ndate: 2026-01-01\nauther: ل\n---\n", 4, "“authors”"),
            ("---\ntitle: أ\ndate: 2026-01-01\nالكتب: ل\n---\n", 4, "“الكتاب”"),
            ("---\ntitle: أ\ndate: 2026-01-01\nimage:\n  alt: يوم: آخر\n---\n", 5, "colon"),
            ("---\ntitle: أ\ntitle: ب\ndate: 2026-01-01\n---\n", 3, "twice"),
            ("---\ntitle: أ\ndate: 2026-01-01\n", 1, "not closed"),
            ("\n\n---\ntitle: أ\ndate: غدا\n---\n", 5, "date"),
        ],
    )
    def test_in_front_matter(self, site: Site, front_matter: str, line: int, said: str) -> None:
        site.write(
            f"-- content/articles/science/bad.md --\n{front_matter}"
            f"-- {TURTLES} --\n{story('السلاحف')}"
        )
        report = site.build()

        (problem,) = report.problems
        assert (problem.file, problem.line) == ("content/articles/science/bad.md", line)
        assert said in str(problem)
        assert problem.what.ar
        assert report.failed
        assert "السلاحف" in site.page(ADDRESS), "the rest of the site is there"

    def test_a_file_that_is_not_utf8(self, site: Site) -> None:
        file = site.root / "content/articles/science/bad.md"
        file.parent.mkdir(parents=True)
        file.write_bytes("---\ntitle: خبر\n---\n".encode() + "نص".encode("cp1256"))
        (problem,) = site.build().problems

        assert (problem.file, problem.line) == ("content/articles/science/bad.md", 4)
        assert "UTF-8" in problem.what.en

    def test_two_stories_at_one_address(self, site: Site) -> None:
        other = "content/articles/science/again.md"
        site.write(
            f"-- {TURTLES} --\n{story('الأولى', slug='السلاحف')}"
            f"-- {other} --\n{story('الثانية', slug='السلاحف', date='2026-11-21')}"
        )
        report = site.build()

        (problem,) = report.problems
        assert (problem.file, problem.line) == (other, 4)
        assert TURTLES in problem.what.en, "both files are named"
        assert "الأولى" in site.page(ADDRESS)
        assert "الثانية" not in site.everything()

    def test_two_slugs_that_a_reader_would_take_for_one(self, site: Site) -> None:
        site.write(
            f"-- content/articles/science/a.md --\n{story('أ', slug='أحمد')}"
            f"-- content/articles/science/b.md --\n{story('ب', slug='احمد')}"
        )
        (problem,) = site.build().problems

        assert problem.file == "content/articles/science/b.md"

    def test_a_page_at_a_sections_address(self, site: Site) -> None:
        site.write("-- content/pages/science.md --\n---\ntitle: صفحة\n---\nنص\n")
        report = site.build()

        (problem,) = report.problems
        assert problem.file == "content/pages/science.md"
        assert "علوم" in site.page("/science/")

    def test_a_picture_that_is_not_there(self, site: Site) -> None:
        site.write(f"-- {TURTLES} --\n{story('السلاحف', image='gone.jpg')}")
        (problem,) = site.build().problems

        assert problem.file == TURTLES
        assert "gone.jpg" in problem.what.en

    def test_the_last_good_version_stays_until_the_file_is_mended(self, site: Site) -> None:
        site.write(f"-- {TURTLES} --\n{story('السلاحف')}")
        site.build()
        site.write(f"-- {TURTLES} --\n---\ntitle: [\n---\n")
        assert site.build().failed
        assert site.build().failed, "and it is said again by each build"
        assert "السلاحف" in site.page(ADDRESS)

        site.write(f"-- {TURTLES} --\n{story('السلاحف تعود')}")
        assert not site.build().failed
        assert "السلاحف تعود" in site.page(ADDRESS)

    def test_an_output_that_is_no_folder(self, site: Site) -> None:
        (site.root / "output").write_text("x", "utf-8")

        with pytest.raises(OutputError, match="cannot be written"):
            site.build()

    def test_a_state_that_is_no_folder(self, site: Site) -> None:
        (site.root / ".nashra").write_text("x", "utf-8")

        with pytest.raises(OutputError, match=r"\.nashra"):
            site.build()

    def test_a_file_whose_name_is_not_utf8(self, site: Site) -> None:
        folder = site.root / "content/articles/science"
        folder.mkdir(parents=True)
        with open(os.fsencode(folder) + b"/b\xff.md", "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(story("خبر باسم غريب"))
        report = site.build()

        assert not report.failed
        assert "خبر باسم غريب" in site.page("/")

    def test_a_theme_that_is_not_there(self, site: Site) -> None:
        config = site.root / "config.yaml"
        config.write_text(config.read_text("utf-8").replace("plain", "مفقود"), "utf-8")

        with pytest.raises(ConfigurationError, match="مفقود"):
            site.build()

    def test_a_broken_template_leaves_the_site_and_names_its_line(self, site: Site) -> None:
        site.write(f"-- {TURTLES} --\n{story('السلاحف')}")
        site.build()
        before = site.files()
        template = site.root / "themes/plain/templates/story.html"
        good = template.read_text("utf-8")
        template.write_text(
            good.replace("{{ page.title|isolated }}", "{{ page.titel|isolated }}"), "utf-8"
        )

        with pytest.raises(ConfigurationError) as caught:
            site.build()
        (problem,) = caught.value.problems
        assert (problem.file, problem.line) == ("themes/plain/templates/story.html", 4)
        assert site.files() == before

        template.write_text(good.replace("<h1>", "<h1 class=x>"), "utf-8")
        site.build()
        assert "<h1 class=x>السلاحف" in site.page(ADDRESS), "what was due is still made"


class TestClock:
    """Publishing follows the clock, and nothing leaks before or after."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"status": "draft"},
            {"status": "مسودة"},
            {"date": "2026-11-24"},
            {"publish_at": "2026-11-23 12:01"},
            {"expires": "2026-11-23 12:00"},
        ],
        ids=["draft", "draft in Arabic", "dated tomorrow", "embargoed", "expired"],
    )
    def test_what_is_not_public_is_in_no_byte(self, site: Site, fields: dict[str, str]) -> None:
        secret = story(
            "سر مكتوم",
            body="كلام مكتوم",
            summary="ملخص مكتوم",
            tags="[وسم-مكتوم]",
            authors="كاتب مكتوم",
            aliases="[/maktum/]",
            image="maktum.jpg",
            **fields,
        )
        site.write(
            f"-- content/articles/science/2026/11/مكتوم.md --\n{secret}"
            "-- content/media/maktum.jpg --\nmaktum"
            f"-- {TURTLES} --\n{story('السلاحف', related='[سر مكتوم]')}"
        )
        site.build()

        assert "مكتوم" not in site.everything()
        assert "maktum" not in site.everything()
        assert "%D9%85%D9%83%D8%AA%D9%88%D9%85" not in site.everything(), "nor in an address"

    def test_a_story_appears_and_goes_by_the_clock_alone(self, site: Site) -> None:
        scheduled = story("موعد", publish_at="2026-11-23 13:00", expires="2026-11-23 15:00")
        site.write(
            f"-- content/articles/science/2026/11/موعد.md --\n{scheduled}"
            f"-- {TURTLES} --\n{story('السلاحف')}"
        )
        site.build(NOW)
        before = site.files()
        site.build(NOW + timedelta(hours=1))
        during = site.files()
        assert "موعد" in site.page("/")
        assert during == site.cold(NOW + timedelta(hours=1))

        site.build(NOW + timedelta(hours=3))
        assert site.files() == before

    def test_the_sites_own_zone_decides_the_day_of_an_address(self, site: Site) -> None:
        late = datetime(2026, 10, 31, 22, 30, tzinfo=ZONE)
        site.write(
            "-- content/articles/science/late.md --\n" + story("متأخر", date="2026-10-31T19:30:00Z")
        )
        site.build()

        assert late.utcoffset() == timedelta(hours=4)
        assert "متأخر" in site.page("/science/2026/10/late/")


class TestLists:
    """Lists are numbered from the oldest, so that publishing touches the newest page alone."""

    @staticmethod
    def publish(site: Site, count: int) -> None:
        for number in range(1, count + 1):
            site.write(
                f"-- content/articles/sport/{number:02}.md --\n"
                + story(f"مباراة {number:02}", date=f"2026-10-{number:02}")
            )

    def test_the_newest_page_has_no_number_and_holds_one_to_two_pages(self, site: Site) -> None:
        self.publish(site, 10)
        site.build()

        assert re.findall(r"مباراة \d\d", site.page("/sport/")) == [
            "مباراة 10",
            "مباراة 09",
            "مباراة 08",
            "مباراة 07",
        ]
        assert re.findall(r"مباراة \d\d", site.page("/sport/page/1/")) == [
            "مباراة 03",
            "مباراة 02",
            "مباراة 01",
        ]

    def test_pages_link_both_ways(self, site: Site) -> None:
        self.publish(site, 10)
        site.build()

        assert 'rel="next" href="/sport/page/2/"' in site.page("/sport/")
        assert 'rel="prev" href="/sport/"' in site.page("/sport/page/2/")
        assert 'rel="next" href="/sport/page/1/"' in site.page("/sport/page/2/")
        assert 'rel="prev" href="/sport/page/2/"' in site.page("/sport/page/1/")
        assert 'rel="next"' not in site.page("/sport/page/1/")

    def test_a_new_story_changes_no_numbered_page(self, site: Site) -> None:
        self.publish(site, 10)
        site.build()
        site.write(f"-- content/articles/sport/11.md --\n{story('مباراة 11', date='2026-10-11')}")
        report = site.build()

        assert not [target for target in report.changed if "/page/" in target]
        assert site.files() == site.cold()


class TestWork:
    """A build does what a change asks for, and no more."""

    @staticmethod
    def lay_out(site: Site) -> None:
        stories = "".join(
            f"-- content/articles/{section}/{number}.md --\n"
            + story(
                f"{section} {number}",
                date=f"2026-11-{number:02}",
                authors="layla" if number % 2 else "yusuf",
                tags=f"[وسم{number % 3}]",
            )
            for section in ("science", "sport")
            for number in range(1, 13)
        )
        site.write(
            stories
            + "-- content/authors/layla.md --\n---\nname: ليلى\n---\n"
            + "-- content/authors/yusuf.md --\n---\nname: يوسف\n---\n"
        )
        site.build()

    def test_nothing_when_nothing_changed(self, site: Site) -> None:
        self.lay_out(site)
        report = site.build()

        assert (report.added, report.changed, report.removed) == ((), (), ())

    def test_one_page_for_a_change_in_one_body(self, site: Site) -> None:
        self.lay_out(site)
        file = site.root / "content/articles/science/1.md"
        file.write_text(file.read_text("utf-8").replace("نص الخبر", "نص آخر"), "utf-8")

        assert site.build().changed == ("science/2026/11/1/index.html",)

    def test_exactly_the_pages_that_show_an_authors_name(self, site: Site) -> None:
        self.lay_out(site)
        before = {name: data for name, data in site.files().items() if "ليلى".encode() in data}
        site.write("-- content/authors/layla.md --\n---\nname: ليلى حداد\n---\n")

        assert set(site.build().changed) == set(before)
        assert site.files() == site.cold()

    def test_a_file_that_was_touched_and_not_changed_makes_no_work(self, site: Site) -> None:
        self.lay_out(site)
        file = site.root / "content/articles/science/1.md"
        file.write_bytes(file.read_bytes() + b"\n\n")

        assert site.build().changed == ()

    def test_what_nothing_owns_any_more_is_removed(self, site: Site) -> None:
        self.lay_out(site)
        site.remove("content/articles/science/12.md")
        report = site.build()

        assert "science/2026/11/12/index.html" in report.removed
        assert not (site.folders.output / "science/2026/11/12").exists(), "nor its empty folder"
        assert site.files() == site.cold()

    def test_a_file_that_the_build_never_made_is_left_alone(self, site: Site) -> None:
        self.lay_out(site)
        own = site.folders.output / "google123.html"
        own.write_text("mine", "utf-8")
        report = site.build()

        assert own.read_text("utf-8") == "mine"
        assert report.strays == ("google123.html",), "and told"

    def test_an_edit_that_keeps_size_and_time_is_seen_all_the_same(self, site: Site) -> None:
        self.lay_out(site)
        file = site.root / "content/articles/science/1.md"
        before = file.stat()
        file.write_text(file.read_text("utf-8").replace("نص الخبر", "نص البخر"), "utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

        assert site.build().changed == ("science/2026/11/1/index.html",)

    def test_an_output_that_was_lost_or_edited_is_made_again(self, site: Site) -> None:
        self.lay_out(site)
        whole = site.files()
        (site.folders.output / "index.html").unlink()
        (site.folders.output / "404.html").write_text("x", "utf-8")
        site.build()

        assert site.files() == whole

    @pytest.mark.parametrize(
        ("file", "old", "new"),
        [
            ("config.yaml", "name: علوم", "name: العلوم"),
            ("config.yaml", "stories_per_page: 3", "stories_per_page: 5"),
            ("config.yaml", "https://example.org/", "https://example.org/repo/"),
            ("themes/plain/templates/card.html", "<li>", "<li class=c>"),
            ("themes/plain/strings/ar.yaml", "دقيقة واحدة", "دقيقة"),
            ("themes/plain/styles/site.css", "margin: 0", "margin: 1px"),
        ],
    )
    def test_a_change_of_settings_or_theme_equals_a_cold_build(
        self, site: Site, file: str, old: str, new: str
    ) -> None:
        self.lay_out(site)
        path = site.root / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        report = site.build()

        assert report.changed or report.added
        assert site.files() == site.cold()

    @pytest.mark.parametrize("kept", [0, 4096 * 3], ids=["from the start", "further in"])
    def test_a_damaged_catalogue_is_made_anew(self, site: Site, kept: int) -> None:
        self.lay_out(site)
        whole = site.files()
        file = site.folders.state / "catalogue.sqlite"
        data = file.read_bytes()
        file.write_bytes(data[:kept] + b"\xff" * (len(data) - kept))
        site.build()

        assert site.files() == whole
