"""The configuration: what it gives, and everything that may be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.config import RESERVED_SLUGS, Config, Folders, Section, load, parse
from nashra.config.feeds import Feeds, Format, Text
from nashra.errors import ConfigurationError, Problem
from nashra.language.digits import Numerals
from nashra.language.region import profile

LEAST = "name: الموجة\naddress: https://example.org/\n"


def faults(text: str) -> list[Problem]:
    with pytest.raises(ConfigurationError) as caught:
        parse(text)
    return list(caught.value.problems)


class TestWhatItGives:
    def test_a_name_and_an_address_are_enough(self) -> None:
        config = parse(LEAST)

        assert config.identity.name == "الموجة"
        assert config.identity.language == "ar"
        assert config.identity.time_zone.key == "UTC"
        assert config.sections.entries == ()
        assert config.theme == "jarida"
        assert (config.listings.per_page, config.listings.front, config.listings.feed) == (
            24,
            12,
            30,
        )

    def test_everything_that_can_be_said(self) -> None:
        config = parse(
            LEAST + "tagline: صوت البحر\ndescription: صحيفة الميناء\nlanguage: ar\nregion: om\n"
            "time_zone: Asia/Muscat\nlogo: موجة.svg\ntheme: أزرق\nstories_per_page: 6\n"
            "stories_on_front: 7\nstories_in_feed: 8\n"
            "sections:\n  - slug: بحر\n    name: أخبار البحر\n    description: ما وراء الموج\n"
        )

        assert config.identity.tagline == "صوت البحر"
        assert config.identity.description == "صحيفة الميناء"
        assert config.identity.locale == "ar_OM"
        assert config.identity.time_zone.key == "Asia/Muscat"
        assert config.identity.logo == "موجة.svg"
        assert config.theme == "أزرق"
        assert (config.listings.per_page, config.listings.front, config.listings.feed) == (6, 7, 8)
        assert config.sections.entries == (Section("بحر", "أخبار البحر", "ما وراء الموج"),)

    def test_the_same_in_arabic(self) -> None:
        arabic = (
            "الاسم: الموجة\nالعنوان: https://example.org/\nالشعار_النصي: صوت البحر\n"
            "الوصف: صحيفة\nاللغة: ar\nالبلد: OM\nالمنطقة_الزمنية: Asia/Muscat\n"
            "الشعار: م.svg\nالقالب: أزرق\nأخبار_الصفحة: 6\nأخبار_الواجهة: 7\nأخبار_الخلاصة: 8\n"
            "الأقسام:\n  - slug: sea\n    name: البحر\n"
        )
        english = (
            "name: الموجة\naddress: https://example.org/\ntagline: صوت البحر\n"
            "description: صحيفة\nlanguage: ar\nregion: OM\ntime_zone: Asia/Muscat\n"
            "logo: م.svg\ntheme: أزرق\nstories_per_page: 6\nstories_on_front: 7\n"
            "stories_in_feed: 8\nsections:\n  - slug: sea\n    name: البحر\n"
        )

        assert parse(arabic) == parse(english)

    def test_the_tagline_stands_in_for_a_description(self) -> None:
        assert parse(LEAST + "tagline: صوت البحر").identity.description == "صوت البحر"

    @pytest.mark.parametrize(
        ("address", "full", "base_path"),
        [
            ("https://example.org", "https://example.org/", "/"),
            ("https://example.org/", "https://example.org/", "/"),
            ("http://localhost:8000", "http://localhost:8000/", "/"),
            ("https://example.org/wave", "https://example.org/wave/", "/wave/"),
            ("https://example.org/a/b/", "https://example.org/a/b/", "/a/b/"),
        ],
    )
    def test_the_address_ends_in_a_slash_and_has_a_base_path(
        self, address: str, full: str, base_path: str
    ) -> None:
        identity = parse(f"name: م\naddress: {address}\n").identity

        assert (identity.address, identity.base_path) == (full, base_path)

    @pytest.mark.parametrize(
        ("language", "region", "locale"),
        [("ar", "EG", "ar_EG"), ("ar", "eg", "ar_EG"), ("fa", "", "fa"), ("en", "GB", "en_GB")],
    )
    def test_the_locale(self, language: str, region: str, locale: str) -> None:
        text = LEAST + f"language: {language}\nregion: {region}\n"

        assert parse(text).identity.locale == locale

    @pytest.mark.parametrize(
        ("written", "slug", "why"),
        [
            ("sea", "sea", "its slug"),
            ("البحر والموج", "sea", "its name"),
            ("البَحر و الموج", "البحر-و-الموج", "another name is another section"),
            ("البَحْر والمَوج", "sea", "tashkeel makes no difference"),
            ("SEA", "sea", "nor does case"),
            ("أخبار المرفأ", "أخبار-المرفأ", "a section without an entry gets a slug"),
        ],
    )
    def test_a_section_is_named_by_its_slug_or_its_name(
        self, written: str, slug: str, why: str
    ) -> None:
        sections = parse(LEAST + "sections:\n  - {slug: sea, name: البحر والموج}").sections

        assert sections.resolve(written) == slug, why

    def test_a_section_is_found_by_its_slug_alone(self) -> None:
        sections = parse(LEAST + "sections:\n  - {slug: sea, name: البحر}").sections

        assert sections.find("sea") == Section("sea", "البحر")
        assert sections.find("البحر") is None


class TestFaults:
    @pytest.mark.parametrize(
        ("line", "what", "remedy"),
        [
            ("time_zone: القمر/البحر", "“time_zone”", "Africa/Cairo"),
            ("time_zone: Africa", "“time_zone”", "Africa/Cairo"),
            ("time_zone: ../../etc/passwd", "“time_zone”", "Africa/Cairo"),
            ("region: XX", "Unknown language “ar” with region “XX”", "codes"),
            ("language: xx", "Unknown language “xx”", "codes"),
            ("language: العربية", "Unknown language “العربية”", "codes"),
            ("language: ar-EG", "Unknown language “ar-EG”", "codes"),
            ("stories_per_page: كثيرة", "“stories_per_page”", "whole number"),
            ("stories_per_page: 0", "“stories_per_page”", ""),
            ("stories_on_front: 501", "“stories_on_front”", ""),
            ("stories_in_feed: -1", "“stories_in_feed”", ""),
            ("sections: بحر", "“sections”", "Write a list"),
            ("sections: [بحر]", "“sections”", "keys of its own"),
            ("theem: x", "Unknown key: “theem”", "“theme”"),
            ("القلب: x", "Unknown key: “القلب”", "“القالب”"),
            ("الاسم: x", "are the same key", "Keep one"),
        ],
    )
    def test_one(self, line: str, what: str, remedy: str) -> None:
        (problem,) = faults(LEAST + line + "\n")

        assert (problem.file, problem.line, problem.excerpt) == ("config.yaml", 3, line)
        assert what in problem.what.en
        assert remedy in problem.remedy.en
        assert problem.what.ar
        assert problem.remedy.ar

    @pytest.mark.parametrize(
        "address",
        [
            "example.org",
            "//example.org/",
            "/wave/",
            "ftp://example.org/",
            "https://",
            "https://example.org/?a=b",
            "https://example.org/#a",
            "https://[::1",
        ],
    )
    def test_an_address_must_be_whole(self, address: str) -> None:
        (problem,) = faults(f"name: م\naddress: '{address}'\n")

        assert problem.line == 2
        assert "“address” is not valid" in problem.what.en

    def test_all_of_them_are_told_at_once(self) -> None:
        text = "nmae: م\nstories_per_page: x\ntime_zone: y\nsections:\n  - slug: tag\n    nam: ع\n"

        assert [problem.line for problem in faults(text)] == [1, 1, 1, 2, 3, 5, 5, 6]

    @pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
    def test_a_word_that_the_program_keeps_is_no_sections_slug(self, slug: str) -> None:
        (problem,) = faults(LEAST + f"sections:\n  - name: بحر\n    slug: {slug}\n")

        assert problem.line == 5
        assert "keep for itself" in problem.remedy.en

    @pytest.mark.parametrize("slug", ["أخبار البحر", "Sea", "a/b", "؟", "بَحر", "-بحر"])
    def test_a_sections_slug_is_one_proper_word(self, slug: str) -> None:
        (problem,) = faults(LEAST + f"sections:\n  - name: بحر\n    slug: '{slug}'\n")

        assert problem.line == 5

    @pytest.mark.parametrize("entry", ["slug:\n    name: بحر", "slug: sea\n    name:"])
    def test_a_section_has_a_slug_and_a_name(self, entry: str) -> None:
        faults(LEAST + f"sections:\n  - {entry}\n")

    @pytest.mark.parametrize(
        ("second", "why"),
        [
            ("{slug: sea, name: موج}", "one slug"),
            ("{slug: wave, name: البحر}", "one name"),
            ("{slug: wave, name: البَحر}", "one name but for its tashkeel"),
            ("{slug: البحر, name: موج}", "the slug of one is the name of the other"),
        ],
    )
    def test_two_sections_that_a_writer_could_not_tell_apart(self, second: str, why: str) -> None:
        (problem,) = faults(LEAST + f"sections:\n  - {{slug: sea, name: البحر}}\n  - {second}\n")

        assert problem.line == 5, why
        assert "twice" in problem.what.en

    def test_a_section_may_be_named_by_its_own_slug(self) -> None:
        assert parse(LEAST + "sections:\n  - {slug: بحر, name: بحر}").sections.find("بحر")

    @pytest.mark.parametrize("line", ["region: Egypt", "language: ar_EG"])
    def test_a_region_is_a_code_and_a_language_bears_none(self, line: str) -> None:
        faults(LEAST + line)

    def test_a_number_may_be_written_in_arabic_digits(self) -> None:
        assert parse(LEAST + "stories_per_page: ٢٤").listings.per_page == 24

    def test_blanks_are_no_name(self) -> None:
        faults("name: '  '\naddress: https://example.org/\n")


class TestFile:
    @staticmethod
    def read(tmp_path: Path, data: bytes) -> Config:
        (tmp_path / "config.yaml").write_bytes(data)
        return load(tmp_path / "config.yaml")

    def test_a_byte_order_mark_and_the_line_ends_of_windows(self, tmp_path: Path) -> None:
        data = b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode()

        assert self.read(tmp_path, data) == parse(LEAST)

    def test_a_mark_of_direction_before_a_key(self, tmp_path: Path) -> None:
        assert self.read(tmp_path, f"\u200f{LEAST}".encode()) == parse(LEAST)

    def test_a_folder_that_is_no_site(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError, match="There is no config") as caught:
            load(tmp_path / "config.yaml")

        (problem,) = caught.value.problems
        assert str(tmp_path) in problem.what.ar
        assert "nashra new" in problem.remedy.en

    def test_a_file_that_is_not_utf8(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError, match="UTF-8"):
            self.read(tmp_path, LEAST.encode("cp1256"))

    def test_a_folder_in_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "config.yaml").mkdir()

        with pytest.raises(ConfigurationError, match="cannot be read"):
            load(tmp_path / "config.yaml")

    def test_a_file_that_is_not_yaml(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError) as caught:
            self.read(tmp_path, "name: الموجة\n\taddress: x\n".encode())

        (problem,) = caught.value.problems
        assert (problem.file, problem.line) == ("config.yaml", 2)

    def test_an_empty_file_lacks_what_every_site_needs(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError) as caught:
            self.read(tmp_path, b"")

        assert ["name" in str(p) or "address" in str(p) for p in caught.value.problems] == [
            True,
            True,
        ]


def test_the_parts_of_a_site_lie_below_its_folder(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "www")

    assert folders.config == tmp_path / "config.yaml"
    assert folders.content == tmp_path / "content"
    assert folders.themes == tmp_path / "themes"
    assert folders.state == tmp_path / ".nashra"


class TestDates:
    """How dates and numbers are written: the country's way, save what `dates` says."""

    def test_the_countrys_way(self) -> None:
        assert parse(LEAST + "region: MA").identity.profile == profile("ar", "MA")

    def test_everything_that_can_be_said(self) -> None:
        text = "region: LB\ndates: {digits: arab, months: dual, calendar: gregorian, "
        text += "beside: hijri, clock: 24, week_start: sunday}"
        found = parse(LEAST + text).identity.profile

        assert found.numerals == Numerals("arab", "٬")
        assert found.months == ("ar_LB", "ar_EG")
        assert (found.calendar, found.beside) == ("gregorian", "hijri")
        assert (found.hours, found.week_start) == (24, 6)

    def test_the_same_in_arabic(self) -> None:
        arabic = (
            "التواريخ:\n  الأرقام: هندية\n  الشهور: مزدوجة\n  التقويم: هجري\n  معه: ميلادي\n"
            "  الساعة: ٢٤\n  أول_الأسبوع: الإثنين\n"
        )
        english = (
            "dates: {digits: arab, months: dual, calendar: hijri, beside: gregorian, "
            "clock: 24, week_start: monday}"
        )

        assert parse(LEAST + arabic) == parse(LEAST + english)

    @pytest.mark.parametrize(
        ("line", "field", "value", "why"),
        [
            ("region: SA\ndates: {beside: none}", "beside", "", "the second date can be left out"),
            ("region: SA\ndates: {معه: بلا}", "beside", "", "in Arabic as well"),
            ("region: SA\ndates: {calendar: hijri}", "beside", "", "never one calendar twice"),
            ("language: fa\ndates: {calendar: gregorian}", "calendar", "gregorian", "in Persian"),
            ("dates: {clock: 12}", "hours", 12, "twelve hours"),
            ("region: EG\ndates: {months: lb}", "months", ("ar_LB",), "as in Lebanon"),
            ("region: EG\ndates: {}", "hours", 12, "nothing said"),
        ],
    )
    def test_one_thing_alone(self, line: str, field: str, value: object, why: str) -> None:
        assert getattr(parse(LEAST + line).identity.profile, field) == value, why

    @pytest.mark.parametrize(
        ("line", "what", "remedy"),
        [
            ("dates: {digits: roman}", "“dates” is not valid", "latn, arab, arabext"),
            ("dates: {clock: 13}", "“dates” is not valid", "12, 24"),
            ("dates: {beside: lunar}", "“dates” is not valid", "hijri"),
            ("dates: {week_start: someday}", "“dates” is not valid", "monday"),
            ("dates: {month: dual}", "Unknown key: “month”", "Remove"),
            ("dates: hijri", "“dates” is not valid", "keys of its own"),
            ("dates: {months: شتوية}", "Unknown names of months “شتوية”", "LB"),
            ("التواريخ: {الشهور: XX}", "Unknown names of months “XX”", "LB"),
        ],
    )
    def test_what_is_wrong(self, line: str, what: str, remedy: str) -> None:
        (problem,) = faults(LEAST + line + "\n")

        assert (problem.line, problem.excerpt) == (3, line)
        assert what in problem.what.en
        assert remedy in problem.remedy.en
        assert problem.remedy.ar

    def test_two_names_of_months_are_for_arabic_alone(self) -> None:
        (problem,) = faults(LEAST + "language: fa\ndates:\n  months: dual\n")

        assert problem.line == 5
        assert "Arabic alone" in problem.remedy.en

    def test_a_language_in_a_country_where_it_is_not_at_home(self) -> None:
        assert parse(LEAST + "language: en\nregion: EG").identity.profile.locale == "en_001"


class TestFeeds:
    def test_unless_written_all_formats_with_summaries(self) -> None:
        assert parse(LEAST).feeds == Feeds(Text.SUMMARY, (Format.RSS, Format.ATOM, Format.JSON), "")

    @pytest.mark.parametrize(
        ("written", "feeds"),
        [
            ("feeds: {text: full}", Feeds(Text.FULL)),
            ("feeds: {formats: [json, rss]}", Feeds(formats=(Format.JSON, Format.RSS))),
            ("feeds: {formats: RSS}", Feeds(formats=(Format.RSS,))),
            ("feeds: {formats: []}", Feeds(formats=())),
            ("الخلاصات: {النص: كامل, الصيغ: 'rss، atom'}", Feeds(Text.FULL, tuple(Format)[:2])),
            ("الخلاصات: {النص: ملخص}", Feeds()),
            ("websub: https://hub.example/push?a=b", Feeds(hub="https://hub.example/push?a=b")),
            ("feeds: {formats: [rss, rss]}", Feeds(formats=(Format.RSS,))),
        ],
    )
    def test_as_written(self, written: str, feeds: Feeds) -> None:
        assert parse(f"{LEAST}{written}\n").feeds == feeds

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("feeds: {text: half}", "summary or full"),
            ("feeds: {formats: [rss, xml]}", "rss, atom, json"),
            ("feeds: {formats: {rss: yes}}", "rss, atom, json"),
            ("feeds: {kind: rss}", "kind"),
            ("websub: hub.example", "full address"),
            ("profiles: [swallow]", "full address"),
            ("offline: maybe", ""),
        ],
    )
    def test_a_mistake_is_told_with_its_line(self, written: str, said: str) -> None:
        (problem,) = faults(f"{LEAST}{written}\n")

        assert problem.line == 3
        assert said in str(problem)

    def test_profiles_and_reading_without_a_connection(self) -> None:
        config = parse(f"{LEAST}الحسابات: [https://social.example/@w]\nبلا_اتصال: نعم\n")

        assert config.identity.profiles == ("https://social.example/@w",)
        assert config.offline


class TestSlugs:
    @pytest.mark.parametrize(
        ("written", "style"),
        [
            ("", "arabic"),
            ("slugs: latin\n", "latin"),
            ("المسارات: لاتينية\n", "latin"),
            ("slugs: رموز\n", "id"),
            ("slugs: Arabic\n", "arabic"),
        ],
    )
    def test_what_they_are_made_of(self, written: str, style: str) -> None:
        assert parse(LEAST + written).addresses.slugs == style

    def test_what_they_cannot_be_made_of(self) -> None:
        (problem,) = faults(LEAST + "slugs: greek\n")

        assert problem.excerpt == "slugs: greek"
        assert "Choose one of: arabic, latin, id." in problem.remedy.en
