"""A Markdown file taken apart: its front matter, and the rest."""

from __future__ import annotations

import pytest

from nashra.content.front_matter import Document, split
from nashra.errors import ContentError

FILE = "content/articles/river/ship.md"
WHOLE = "---\ntitle: سفينة\ndate: 2027-03-09\n---\nوصلت السفينة.\n"


def taken(text: str) -> Document:
    return split(text, file=FILE)


def line_of(text: str, key: str) -> int:
    return taken(text).written.lines[key,]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (WHOLE, "as it should be"),
        ("\ufeff" + WHOLE, "a byte order mark"),
        (WHOLE.replace("\n", "\r\n"), "the line ends of Windows"),
        (WHOLE.replace("\n", "\r"), "the line ends of old Macs"),
        ("\n \n" + WHOLE, "blank lines before"),
        (WHOLE.replace("---", "-----"), "more hyphens"),
        (WHOLE.replace("---\n", "---  \n"), "blanks after the hyphens"),
        (WHOLE.replace("2027-03-09\n", "2027-03-09\n\n# ملاحظة\n\n"), "a remark and blank lines"),
        (WHOLE.replace("---\nوصلت", "---\n\n\nوصلت"), "blank lines before the body"),
        (WHOLE.rstrip(), "no line end at the end"),
    ],
)
def test_one_document_however_it_was_saved(text: str, why: str) -> None:
    document = taken(text)

    assert document.written.values == {"title": "سفينة", "date": "2027-03-09"}, why
    assert document.body == "وصلت السفينة.", why


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (WHOLE, 3, "as it should be"),
        ("\ufeff" + WHOLE, 3, "a byte order mark is no line"),
        (WHOLE.replace("\n", "\r\n"), 3, "the line ends of Windows"),
        (WHOLE.replace("\n", "\r"), 3, "the line ends of old Macs"),
        ("\n\n" + WHOLE, 5, "blank lines before"),
        ("\r\n\r\n" + WHOLE.replace("\n", "\r\n"), 5, "and of Windows"),
        (WHOLE.replace("date", "\n\ndate"), 5, "blank lines inside"),
    ],
)
def test_a_key_stands_at_the_line_that_an_editor_shows(text: str, line: int, why: str) -> None:
    assert line_of(text, "date") == line, why
    assert taken(text).written.text[line - 1].startswith("date:"), why


def test_blank_lines_after_the_opening_hyphens_count_as_lines() -> None:
    assert line_of(WHOLE.replace("---\ntitle", "---\n\n\ntitle"), "date") == 5


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("أول.\n\n---\n\nثان.", "a rule"),
        ("أول.\n\n---\ntitle: x\n---\n\nثان.", "what looks like front matter"),
        ("```\n---\n```", "in code"),
        ("- بند\n---", "at the end"),
    ],
)
def test_hyphens_in_the_body_are_the_bodys(body: str, why: str) -> None:
    document = taken(WHOLE.replace("وصلت السفينة.", body))

    assert document.body == body, why
    assert document.written.values.keys() == {"title", "date"}, why


@pytest.mark.parametrize(
    "text",
    ["وصلت السفينة.", "وصلت.\n\n---\n\nغادرت.", "# عنوان\n\nنص", "title: سفينة\n\nنص", ""],
)
def test_a_file_without_front_matter_is_all_body(text: str) -> None:
    document = taken(text)

    assert document.body == text
    assert document.written.values == {}
    assert document.written.lines == {(): 1}


@pytest.mark.parametrize("text", ["---\ntitle: سفينة\n---", "---\ntitle: سفينة\n---\n\n"])
def test_a_file_may_be_all_front_matter(text: str) -> None:
    assert taken(text).body == ""
    assert taken(text).written.values == {"title": "سفينة"}


@pytest.mark.parametrize("text", ["---\n---\nنص", "---\n# ملاحظة\n---\nنص"])
def test_front_matter_may_be_empty(text: str) -> None:
    assert taken(text).written.values == {}
    assert taken(text).body == "نص"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: سفينة\n\nنص", "never closed"),
        ("---\n", "nothing but the beginning"),
        ("\n---\ntitle: سفينة\n--\nنص", "a hyphen too few"),
        ("---\ntitle: سفينة\n ---\nنص", "hyphens that are set in"),
    ],
)
def test_front_matter_that_is_not_closed(text: str, why: str) -> None:
    with pytest.raises(ContentError, match="not closed") as caught:
        taken(text)

    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (FILE, 1), why


def test_front_matter_that_is_no_mapping() -> None:
    with pytest.raises(ContentError, match="belong here") as caught:
        taken("\n---\n- سفينة\n---\nنص")

    assert caught.value.problems[0].line == 2


def test_a_body_may_begin_with_code() -> None:
    assert taken("---\ntitle: س\n---\n\n    code\n").body == "    code"


@pytest.mark.parametrize("mark", ["\u200f", "\u200e"], ids=["RLM", "LRM"])
def test_what_no_one_sees_before_the_hyphens_hides_nothing(mark: str) -> None:
    assert taken(mark + WHOLE).written.values.keys() == {"title", "date"}
