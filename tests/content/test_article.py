"""A story's file: what writers may write, and the `Article` that it becomes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nashra.config import Section, Sections
from nashra.content.article import NAMES, ArticleFields, parse_article
from nashra.content.markdown import Renderer
from nashra.content.reading import Reading
from nashra.errors import ContentError, Problem
from nashra.model import Article, Byline, Correction, Image, Kind, Status
from nashra.model.body import Prose, Related

MUSCAT = ZoneInfo("Asia/Muscat")
SECTIONS = Sections((Section("sea", "البحر والموج"),))
READING = Reading(MUSCAT, SECTIONS, "/wave/")
ENGLISH = Reading(MUSCAT, SECTIONS, "/wave/", "en", edition="en")
IN_TWO_LANGUAGES = Reading(MUSCAT, SECTIONS, "/wave/", editions=(ENGLISH,))
FILE = "content/articles/sea/2027/03/المد.md"
RENDERER = Renderer(base_path="/wave/")
LEAST = "title: المد والجزر\ndate: 2027-03-09\n"


def article(front_matter: str, *, body: str = "", file: str = FILE) -> Article:
    text = f"---\n{front_matter}\n---\n{body}"
    return parse_article(text, file=file, reading=READING, renderer=RENDERER)


def faults(front_matter: str) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        article(front_matter)
    return list(caught.value.problems)


def noon(day: int) -> datetime:
    return datetime(2027, 3, day, 12, tzinfo=MUSCAT)


VALUES = {
    "title": ("مد", "مد"),
    "slug": ("مد-عال", "مد-عال"),
    "kicker": ("من الميناء", "من الميناء"),
    "summary": ("ارتفع الماء.", "ارتفع الماء."),
    "date": ("2027-03-09 12:00", noon(9)),
    "updated": ("2027-03-10 12:00", noon(10)),
    "section": ("sea", "sea"),
    "tags": ("[ماء, قمر]", ("ماء", "قمر")),
    "authors": ("هند", (Byline("هند"),)),
    "source": ("وكالة الموج", "وكالة الموج"),
    "place": ("الميناء", "الميناء"),
    "image": ("مد.jpg", Image("مد.jpg")),
    "kind": ("رأي", Kind.OPINION),
    "status": ("مسودة", Status.DRAFT),
    "publish_at": ("2027-03-11 12:00", noon(11)),
    "expires": ("2027-03-12 12:00", noon(12)),
    "breaking_until": ("2027-03-13 12:00", noon(13)),
    "live_until": ("2027-03-13 12:00", noon(13)),
    "pinned": ("نعم", True),
    "related": ("[جزر]", ("جزر",)),
    "corrections": (
        "[{date: 2027-03-14 12:00, text: صححنا رقما.}]",
        (Correction(noon(14), "صححنا رقما."),),
    ),
    "aliases": ("[/old/tide]", ("/old/tide/",)),
    "id": ("tide-7", "tide-7"),
    "canonical": ("https://example.org/tide", "https://example.org/tide"),
    "lang": ("fa", "fa"),
    "thread": ("موسم المد", "موسم المد"),
}
"""What to write under each key, and what it becomes."""


class TestKeys:
    def test_every_key_is_tried_here(self) -> None:
        elsewhere = {"translation_of"}
        assert VALUES.keys() == ArticleFields.model_fields.keys() - elsewhere

    @pytest.mark.parametrize("key", sorted(VALUES))
    def test_its_value_is_in_the_article(self, key: str) -> None:
        written, value = VALUES[key]
        rest = "".join(line + "\n" for line in LEAST.splitlines() if not line.startswith(key))

        assert getattr(article(f"{rest}{key}: {written}"), key) == value

    @pytest.mark.parametrize(
        ("other", "key"), sorted(pair for pair in NAMES.items() if pair[1] in VALUES)
    )
    def test_its_other_name_gives_the_same_article(self, other: str, key: str) -> None:
        written, _ = VALUES[key]
        rest = "".join(line + "\n" for line in LEAST.splitlines() if not line.startswith(key))

        assert article(f"{rest}{other}: {written}") == article(f"{rest}{key}: {written}")

    def test_a_title_and_a_date_are_enough(self) -> None:
        assert article(LEAST) == Article(
            file=FILE,
            title="المد والجزر",
            slug="المد",
            section="sea",
            date=datetime(2027, 3, 9, tzinfo=MUSCAT),
        )

    def test_two_names_of_one_key_are_not_both_taken(self) -> None:
        (problem,) = faults(LEAST + "الكاتب: هند\nauthors: زيد")

        assert problem.line == 5
        assert "same key" in problem.what.en

    def test_every_fault_is_told_with_its_line(self) -> None:
        problems = faults(
            "title: [مد]\ndate: أمس\nstatus: ربما\nkind: شعر\npinned: قليلا\nslug: مد وجزر\n"
            "image:\n  srcc: a.jpg\nauthors:\n  - rol: محررة\nwords: 7\n"
        )

        assert [problem.line for problem in problems] == [2, 3, 4, 5, 6, 7, 8, 9, 11, 11, 12]
        assert all(problem.excerpt for problem in problems)
        assert all(problem.what.ar and problem.remedy.ar for problem in problems)

    @pytest.mark.parametrize("title", ["'  '", "'\u200f'"], ids=["blanks", "RLM"])
    def test_a_title_is_something_to_read(self, title: str) -> None:
        faults(f"title: {title}\ndate: 2027-03-09")

    def test_a_titles_blanks_are_made_one(self) -> None:
        assert article("title: >-\n  المد\n  \n  والجزر  \ndate: 2027-03-09").title == "المد والجزر"


class TestDates:
    @pytest.mark.parametrize(
        ("written", "moment", "why"),
        [
            ("2027-03-09", datetime(2027, 3, 9, tzinfo=MUSCAT), "midnight of the site's zone"),
            ("٩ مارس ٢٠٢٧", datetime(2027, 3, 9, tzinfo=MUSCAT), "as a newsroom writes it"),
            ("2027-03-09T20:30:00Z", datetime(2027, 3, 10, 0, 30, tzinfo=MUSCAT), "moved to it"),
            ("'2027-03-09 01:00 +05:00'", datetime(2027, 3, 9, 0, 0, tzinfo=MUSCAT), "from there"),
        ],
    )
    def test_the_day_of_the_address_is_the_sites(
        self, written: str, moment: datetime, why: str
    ) -> None:
        date = article(f"title: مد\ndate: {written}").date

        assert date == moment, why
        assert date.tzinfo is MUSCAT
        assert (date.year, date.month, date.day) == (moment.year, moment.month, moment.day)

    @pytest.mark.parametrize("key", ["date", "updated", "publish_at", "expires", "breaking_until"])
    def test_what_is_no_date_is_told_where_it_stands(self, key: str) -> None:
        rest = LEAST if key != "date" else "title: مد\nkicker: م\n"
        (problem,) = faults(f"{rest}{key}: 2027-02-30")

        assert (problem.line, problem.excerpt) == (4, f"{key}: 2027-02-30")
        assert "2026-11-23" in problem.remedy.ar

    @pytest.mark.parametrize("written", ["9999-12-31T23:00:00-05:00", "0001-01-01T00:00:00+05:00"])
    def test_a_moment_at_the_calendars_edge_is_a_problem_and_no_traceback(
        self, written: str
    ) -> None:
        faults(f"title: مد\ndate: {written}")


class TestBylines:
    @pytest.mark.parametrize(
        ("written", "bylines", "why"),
        [
            ("هند سالم", [("هند سالم", "")], "one name"),
            ("هند سالم، زيد", [("هند سالم", ""), ("زيد", "")], "with an Arabic comma"),
            ("hind, zaid", [("hind", ""), ("zaid", "")], "with a Latin one"),
            ("[هند, زيد]", [("هند", ""), ("زيد", "")], "a list"),
            ("\n  - هند\n  - زيد", [("هند", ""), ("زيد", "")], "a list over lines"),
            ("{name: هند, role: تصوير}", [("هند", "تصوير")], "one person with a part"),
            ("{الاسم: هند, الدور: تصوير}", [("هند", "تصوير")], "in Arabic"),
            ("\n  - زيد\n  - name: هند\n    role: تصوير", [("زيد", ""), ("هند", "تصوير")], "mixed"),
            ("[]", [], "nobody"),
        ],
    )
    def test_every_shape(self, written: str, bylines: list[tuple[str, str]], why: str) -> None:
        found = article(f"{LEAST}authors: {written}").authors

        assert [(byline.name, byline.role) for byline in found] == bylines, why

    def test_a_key_that_no_byline_has(self) -> None:
        (problem,) = faults(LEAST + "authors:\n  - name: هند\n    rool: تصوير")

        assert (problem.line, problem.excerpt) == (6, "    rool: تصوير")

    def test_a_byline_names_somebody(self) -> None:
        faults(LEAST + "authors:\n  - name:\n    role: تصوير")

    def test_an_empty_item_and_a_fault_after_it_stand_at_their_own_lines(self) -> None:
        found = faults(LEAST + "authors:\n  -\n  - name: هند\n    rool: تصوير")

        assert [(problem.line, problem.excerpt) for problem in found] == [
            (5, "  -"),
            (7, "    rool: تصوير"),
        ]


class TestImage:
    @pytest.mark.parametrize(
        ("written", "image", "why"),
        [
            ("مد.jpg", Image("مد.jpg"), "the file alone"),
            (
                "{src: مد.jpg, alt: موج, caption: ظهرا, credit: هند}",
                Image("مد.jpg", "موج", "ظهرا", "هند"),
                "keys of its own",
            ),
            (
                "\n  الملف: مد.jpg\n  النص_البديل: موج\n  الشرح: ظهرا\n  المصور: هند",
                Image("مد.jpg", "موج", "ظهرا", "هند"),
                "in Arabic",
            ),
        ],
    )
    def test_as_text_and_as_a_mapping(self, written: str, image: Image, why: str) -> None:
        assert article(f"{LEAST}image: {written}").image == image, why

    @pytest.mark.parametrize(
        ("image", "body", "media", "why"),
        [
            ("a.jpg", "", ("a.jpg",), "the lead"),
            ("a.jpg", "![](b.jpg)", ("a.jpg", "b.jpg"), "the lead, then the body's"),
            ("a.jpg", "![](b.jpg) ![](a.jpg)", ("a.jpg", "b.jpg"), "each once"),
            ("https://example.org/a.jpg", "![](b.jpg)", ("b.jpg",), "another site's is not ours"),
        ],
    )
    def test_the_media_that_a_story_shows(
        self, image: str, body: str, media: tuple[str, ...], why: str
    ) -> None:
        assert article(f"{LEAST}image: {image}", body=body).media == media, why

    @pytest.mark.parametrize("src", ["/media/a.jpg", "media/a.jpg"])
    def test_a_picture_is_named_alike_in_front_matter_and_in_the_body(self, src: str) -> None:
        assert article(f"{LEAST}image: {src}", body=f"![]({src})").media == ("a.jpg",)

    @pytest.mark.parametrize(
        ("written", "line", "said"),
        [
            ("{srcc: a.jpg}", 4, "Unknown key: “srcc”"),
            ("{alt: موج}", 4, "“image.src” is missing"),
            ("\n  src: a.jpg\n  creditt: هند", 6, "Unknown key: “creditt”"),
            ("\n  src: a.jpg\n  alt: [موج]", 6, "“image” is not valid"),
            ("[a.jpg]", 4, "“image” is not valid"),
        ],
    )
    def test_its_faults(self, written: str, line: int, said: str) -> None:
        found = [(problem.line, problem.what.en) for problem in faults(f"{LEAST}image: {written}")]

        assert any(at == line and said in what for at, what in found), found

    def test_a_picture_has_a_file(self) -> None:
        faults(LEAST + "image:\n  src:\n  alt: موج")

    def test_two_names_of_one_inner_key_are_not_both_taken(self) -> None:
        faults(LEAST + "image: {src: a.jpg, الملف: b.jpg}")

    def test_a_fault_under_an_arabic_inner_key_stands_at_its_line(self) -> None:
        (problem,) = faults(LEAST + "تصحيحات:\n  - النص: رقم\n    التاريخ: أمس")

        assert (problem.line, problem.excerpt) == (6, "    التاريخ: أمس")


class TestTags:
    @pytest.mark.parametrize(
        ("written", "tags", "why"),
        [
            ("ماء", ("ماء",), "one"),
            ("ماء، قمر", ("ماء", "قمر"), "Arabic commas"),
            ("ماء, قمر", ("ماء", "قمر"), "Latin commas"),
            ("ماء،قمر , موج،", ("ماء", "قمر", "موج"), "both, and one too many"),
            ("[ماء, قمر]", ("ماء", "قمر"), "a list"),
            ("\n  - ماء\n  - قمر عال", ("ماء", "قمر عال"), "a list over lines"),
            ("ماء، قمر، ماء", ("ماء", "قمر"), "each once"),
            ("[2027, no, 012]", ("2027", "no", "012"), "texts, whatever YAML makes of them"),
        ],
    )
    def test_every_shape(self, written: str, tags: tuple[str, ...], why: str) -> None:
        assert article(f"{LEAST}tags: {written}").tags == tags, why

    def test_arabic_commas_inside_brackets(self) -> None:
        assert article(LEAST + "tags: [ماء، قمر]").tags == ("ماء", "قمر")

    def test_an_empty_tag_is_none(self) -> None:
        assert article(LEAST + "tags: ['', ماء, ' ']").tags == ("ماء",)


class TestSlug:
    @pytest.mark.parametrize(
        ("fields", "file", "slug", "why"),
        [
            ("slug: موج", "a.md", "موج", "as it is written"),
            ("", "المد العالي.md", "المد-العالي", "of the file's name"),
            ("", "High Tide.MD", "high-tide", "whatever its case"),
            ("", "2027-03-09-tide.md", "2027-03-09-tide", "a date in it stays"),
            ("", "🌊.md", "المد-والجزر", "of the title where the name has no letter"),
        ],
    )
    def test_where_it_comes_from(self, fields: str, file: str, slug: str, why: str) -> None:
        assert article(LEAST + fields, file=f"content/articles/sea/{file}").slug == slug, why

    @pytest.mark.parametrize(
        ("slug", "proper"),
        [
            ("مد وجزر", "مد-وجزر"),
            ("المَدّ", "المد"),
            ("a/b", "a-b"),
            ("../../etc", "etc"),
            ("Tide", "tide"),
            ("مد_", "مد"),
            ("مد.html", "مد-html"),
            ("م" * 61, "م" * 60),
        ],
    )
    def test_one_that_would_not_stay_is_refused_with_one_that_would(
        self, slug: str, proper: str
    ) -> None:
        (problem,) = faults(f"{LEAST}slug: {slug}")

        assert problem.line == 4
        assert problem.remedy.en.endswith(f"slug: {proper}")
        assert article(f"{LEAST}slug: {proper}").slug == proper

    def test_one_without_a_letter_is_refused(self) -> None:
        assert faults(f"{LEAST}slug: '؟'")[0].line == 4

    def test_a_story_without_a_letter_in_its_name_has_no_address(self) -> None:
        with pytest.raises(ContentError):
            article("title: 🌊\ndate: 2027-03-09", file="content/articles/sea/🌊.md")


class TestSection:
    @pytest.mark.parametrize(
        ("fields", "file", "section", "why"),
        [
            ("", "sea/a.md", "sea", "the folder's name"),
            ("", "sea/2027/03/a.md", "sea", "the first folder"),
            ("", "البحر والموج/a.md", "sea", "a folder named as the section is"),
            ("", "Harbour News/a.md", "harbour-news", "a folder without an entry"),
            ("", "a.md", "news", "no folder"),
            ("section: sea", "x/a.md", "sea", "the key outweighs the folder"),
            ("section: البَحر والموج", "x/a.md", "sea", "by name"),
            ("section: الميناء", "sea/a.md", "الميناء", "one without an entry"),
        ],
    )
    def test_where_it_comes_from(self, fields: str, file: str, section: str, why: str) -> None:
        assert article(LEAST + fields, file=f"content/articles/{file}").section == section, why

    @pytest.mark.parametrize("section", ["🌊", "؟", "..", "'/'"])
    def test_a_section_without_a_letter_is_refused(self, section: str) -> None:
        faults(f"{LEAST}section: {section}")


class TestAliases:
    @pytest.mark.parametrize(
        ("written", "alias"),
        [
            ("/old/tide/", "/old/tide/"),
            ("/old/tide", "/old/tide/"),
            ("old/tide", "/old/tide/"),
            ("/قديم/مد", "/قديم/مد/"),
            ("/old/tide.html", "/old/tide.html"),
        ],
    )
    def test_an_old_address_is_from_the_root(self, written: str, alias: str) -> None:
        assert article(f"{LEAST}aliases: ['{written}']").aliases == (alias,)

    @pytest.mark.parametrize(
        ("written", "alias", "why"),
        [
            ("/%D9%85%D8%AF/", "/مد/", "copied from a browser"),
            ("/\u0627\u0653/", "/\u0622/", "decomposed"),
            ("/100%/", "/100%/", "a sign of its own"),
            ("/%ff/", "/%ff/", "no UTF-8"),
        ],
    )
    def test_an_old_address_is_kept_as_people_read_it(
        self, written: str, alias: str, why: str
    ) -> None:
        assert article(f"{LEAST}aliases: ['{written}']").aliases == (alias,), why

    def test_an_old_file_is_from_the_root_too(self) -> None:
        assert article(LEAST + "aliases: [old.html]").aliases == ("/old.html",)

    @pytest.mark.parametrize(
        "alias",
        [
            "/../../escaped.html",
            "/%2e%2e/x/",
            "/a%00b/",
            "/a%2f%2fb/",
            "/a/../../b/",
            "/",
            "https://example.org/old/",
            "//example.org/x",
        ],
    )
    def test_what_is_no_address_of_this_site_is_refused(self, alias: str) -> None:
        faults(f"{LEAST}aliases: ['{alias}']")


class TestChoices:
    @pytest.mark.parametrize(
        ("written", "kind"),
        [
            ("خبر", Kind.NEWS),
            ("رأي", Kind.OPINION),
            ("تحليل", Kind.ANALYSIS),
            ("مقابلة", Kind.INTERVIEW),
            ("مباشر", Kind.LIVE),
            ("صور", Kind.GALLERY),
            ("فيديو", Kind.VIDEO),
            ("live", Kind.LIVE),
            ("Opinion", Kind.OPINION),
        ],
    )
    def test_the_kind_of_story(self, written: str, kind: Kind) -> None:
        assert article(f"{LEAST}kind: {written}").kind is kind

    def test_a_kind_that_nobody_knows_is_refused_with_those_that_are_known(self) -> None:
        (problem,) = faults(LEAST + "kind: شعر")

        assert "مقابلة" in problem.remedy.ar
        assert "interview" in problem.remedy.en

    @pytest.mark.parametrize(
        ("written", "status"),
        [
            ("draft", Status.DRAFT),
            ("مسودة", Status.DRAFT),
            ("ready", Status.READY),
            ("جاهز", Status.READY),
        ],
    )
    def test_the_status(self, written: str, status: Status) -> None:
        assert article(f"{LEAST}status: {written}").status is status

    @pytest.mark.parametrize(
        ("written", "pinned"),
        [("نعم", True), ("yes", True), ("true", True), ("لا", False), ("no", False), ("", False)],
    )
    def test_pinned(self, written: str, pinned: object) -> None:
        assert article(f"{LEAST}pinned: {written}").pinned is pinned


def test_the_body_is_rendered_and_counted() -> None:
    found = article(LEAST, body="ارتفع [الماء](/sea/).\n\n/// related\n- الجزر\n///\n")

    prose, related = found.body
    assert isinstance(prose, Prose)
    assert '<a href="/wave/sea/">' in prose.html
    assert isinstance(related, Related)
    assert [story.label for story in related.stories] == ["الجزر"]
    assert found.words > 0


def test_what_the_site_decides_is_in_the_fingerprint() -> None:
    prints = {
        READING.fingerprint,
        Reading(ZoneInfo("UTC"), READING.sections, "/wave/").fingerprint,
        Reading(MUSCAT, Sections(()), "/wave/").fingerprint,
        Reading(MUSCAT, READING.sections, "/").fingerprint,
        IN_TWO_LANGUAGES.fingerprint,
    }

    assert len(prints) == 5
    assert Reading(MUSCAT, READING.sections, "/wave/").fingerprint == READING.fingerprint


class TestEditions:
    """A site in several languages: each story knows its own, and what its versions share."""

    @pytest.mark.parametrize(
        ("file", "reading", "line", "translation"),
        [
            ("content/articles/sea/a.md", READING, "", ""),  # a site in one language
            ("content/articles/sea/a.md", IN_TWO_LANGUAGES, "", "sea/a.md"),
            ("content/en/articles/sea/a.md", ENGLISH, "", "sea/a.md"),  # the same path
            (
                "content/en/articles/tide.md",
                ENGLISH,
                "translation_of: content/articles/sea/a.md\n",  # as a file manager shows it
                "sea/a.md",
            ),
            (
                "content/en/articles/tide.md",
                ENGLISH,
                "ترجمة_عن: sea/a.md\n",  # the short form
                "sea/a.md",
            ),
        ],
    )
    def test_versions_share_a_path(
        self, file: str, reading: Reading, line: str, translation: str
    ) -> None:
        text = f"---\n{LEAST}{line}---\n"

        story = parse_article(text, file=file, reading=reading, renderer=RENDERER)

        assert story.translation == translation
        assert story.edition == reading.edition

    def test_the_section_is_the_folder_below_the_edition_s(self) -> None:
        text = "---\ntitle: Tide\ndate: 2027-03-09\n---\n"

        story = parse_article(
            text, file="content/en/articles/sea/tide.md", reading=ENGLISH, renderer=RENDERER
        )

        assert story.address == "/sea/2027/03/tide/"

    def test_a_section_cannot_be_called_as_an_edition(self) -> None:
        text = "---\ntitle: مد\ndate: 2027-03-09\nsection: en\n---\n"

        with pytest.raises(ContentError) as caught:
            parse_article(text, file=FILE, reading=IN_TWO_LANGUAGES, renderer=RENDERER)

        assert "kept by the program" in caught.value.problems[0].what.en
