"""The Markdown file that a story becomes."""

from __future__ import annotations

import unicodedata
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.config import Section, Sections
from nashra.content.article import parse_article
from nashra.content.front_matter import split
from nashra.content.markdown import Renderer
from nashra.content.reading import Reading
from nashra.importers.copy import Copy, ListLines, Paragraph, RelatedLines
from nashra.importers.markdown_writer import Heading, article, heading_of
from nashra.language.characters import INVISIBLE
from nashra.language.slug import slugify
from nashra.language.typography import NO_RULES
from nashra.model import Byline
from nashra.model.body import Link, Prose, Related

HEADING = Heading(slug="عصفور-الدوري", date="2026-11-23 09:30+04:00", section="local")
COPY = Copy(
    "عصفور: ساعي بريد",
    "سكان الشارع ينتظرون.",
    (
        Paragraph("بنى العصفور عشه في الصندوق."),
        RelatedLines(("حكاية الهدهد", "#وسم الطيور")),
        Paragraph("وفي العش ثلاث بيضات:"),
        ListLines(("بيضاء", "1. رقطاء")),
    ),
)


def test_a_story_is_front_matter_and_readable_markdown() -> None:
    heading = Heading(
        slug=HEADING.slug,
        date=HEADING.date,
        section=HEADING.section,
        authors=("سلوى البحر", "منى"),
        source="وكالة: السنونو",
    )

    assert article(COPY, heading) == (
        "---\n"
        "title: 'عصفور: ساعي بريد'\n"
        "slug: عصفور-الدوري\n"
        "summary: سكان الشارع ينتظرون.\n"
        "date: 2026-11-23 09:30+04:00\n"
        "section: local\n"
        "authors:\n"
        "  - سلوى البحر\n"
        "  - منى\n"
        "source: 'وكالة: السنونو'\n"
        "---\n"
        "\n"
        "بنى العصفور عشه في الصندوق.\n"
        "\n"
        "/// related\n"
        "\n"
        "- حكاية الهدهد\n"
        "- \\#وسم الطيور\n"
        "\n"
        "///\n"
        "\n"
        "وفي العش ثلاث بيضات:\n"
        "\n"
        "- بيضاء\n"
        "- 1\\. رقطاء\n"
    )


def test_a_headline_alone_is_front_matter_alone() -> None:
    assert article(Copy("عصفور", "", ()), HEADING) == (
        "---\ntitle: عصفور\nslug: عصفور-الدوري\ndate: 2026-11-23 09:30+04:00\nsection: local\n---\n"
    )


def test_content_reads_it_as_it_was_sent() -> None:
    sections = Sections((Section("local", "محليات"),))
    reading = Reading(ZoneInfo("Asia/Muscat"), sections, "/")
    heading = Heading(
        slug=HEADING.slug, date=HEADING.date, section="local", authors=("منى",), source="السنونو"
    )

    read = parse_article(
        article(COPY, heading),
        file="content/articles/local/2026/11/x.md",
        reading=reading,
        renderer=Renderer(base_path="/", typography=NO_RULES),
    )

    assert (read.title, read.summary, read.source) == (COPY.title, COPY.summary, "السنونو")
    assert read.address == "/local/2026/11/عصفور-الدوري/"
    assert read.date.isoformat() == "2026-11-23T09:30:00+04:00"
    assert read.authors == (Byline("منى"),)
    first, box, rest = read.body
    assert first == Prose("<p>بنى العصفور عشه في الصندوق.</p>")
    assert box == Related((Link("حكاية الهدهد"), Link("#وسم الطيور")))
    assert isinstance(rest, Prose)


LINES = st.text(
    st.one_of(
        st.sampled_from("ابتث٠٥19 :#-'\"[]{}&*!|>%@`,?\\~=/.\u00a0\u200f\u200c"),
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]),
    ),
    max_size=40,
).map(lambda text: " ".join(text.split()))
SEEN = LINES.filter(lambda text: INVISIBLE.sub("", text).strip())
"""Text that a reader can see: what nobody sees counts as nothing written."""
TRAPS = [
    *("no", "~", "null", "012", "12:30", "2026-11-23", "1e3", "---", "...", "- أ", "? أ", ": أ"),
    *("أ: ب", "أ #ب", "'", '"', "'' \"", "[أ]", "{أ}", "&أ", "*أ", "!أ", "|", ">", "%أ", "@أ", "`"),
    *("\\n", "=", "<<", "أ:", "\u200f:", "#", "\ue000", "😀", "\u200f«أ»", "a" * 300 + " ب" * 300),
]


@settings(max_examples=300, deadline=None)
@given(SEEN, SEEN | st.just(""), SEEN)
def test_front_matter_gives_back_exactly_what_was_put_in(
    title: str, summary: str, name: str
) -> None:
    assert_read_back(title, summary, name)


@pytest.mark.parametrize("text", TRAPS)
def test_what_yaml_would_take_for_something_else_stays_text(text: str) -> None:
    assert_read_back(text, text, text)


def assert_read_back(title: str, summary: str, name: str) -> None:
    heading = Heading(
        slug="عصفور", date=HEADING.date, section="local", authors=(name,), source=name
    )
    file = article(Copy(title, summary, (Paragraph("نص."),)), heading)

    document = split(file, file="x.md")

    assert document.body == "نص."
    assert document.written.values == {
        "title": title,
        "slug": "عصفور",
        **({"summary": summary} if summary else {}),
        "date": HEADING.date,
        "section": "local",
        "authors": [name],
        "source": name,
    }
    assert heading_of(file) == heading


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_the_slug_of_any_headline_is_one_that_content_takes(title: str) -> None:
    slug = slugify(title)

    assert slugify(slug) == slug
    assert unicodedata.is_normalized("NFC", slug)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "an empty file"),
        ("نص بلا مقدمة.\n", "no front matter"),
        ("---\ntitle: [\n---\n", "front matter that is not YAML"),
        ("---\ntitle: أ\n", "front matter without an end"),
    ],
)
def test_a_file_that_was_edited_beyond_reading_has_an_empty_heading(text: str, why: str) -> None:
    heading = heading_of(text)

    assert (heading.slug, heading.date, heading.section, heading.authors) == ("", "", "", ()), why


def test_an_author_that_a_person_wrote_on_one_line_is_one_author() -> None:
    assert heading_of("---\nauthors: منى\n---\n").authors == ("منى",)


_WORDS = st.text("ابتثجحخء،؟", min_size=1, max_size=4) | st.integers(0, 99).map(str)


@given(st.lists(_WORDS).map(" ".join))
def test_plain_values_are_written_as_yaml_would_write_them(text: str) -> None:
    file = article(Copy(text or "ع", "", ()), Heading(slug="x", date="2026-11-23", section="news"))
    front = file.split("---\n")[1]

    assert yaml.safe_load(front)["title"] == (text or "ع")
    assert f"title: {yaml.safe_dump([text or 'ع'], allow_unicode=True, width=9999)[2:]}" in front
