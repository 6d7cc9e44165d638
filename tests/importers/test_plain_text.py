"""What a text file of newsroom copy is taken to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError, Severity
from nashra.importers.copy import Copy, ListLines, Paragraph, Part, RelatedLines, Role, SubHead
from nashra.importers.copy_body import LONGEST_HEADLINE
from nashra.importers.copy_head import LONGEST_STANDFIRST
from nashra.importers.importer import importer_of
from nashra.importers.plain_text import PlainText, parse
from tests.importers.reading import copy_in

HEADLINE = "عصفور يبني عشه في صندوق البريد"
STANDFIRST = "سكان الشارع يستلمون رسائلهم من النافذة حتى يطير الفراخ."
FIRST = "اختار عصفور دوري صندوق البريد في شارع الياسمين."
SECOND = "وعلق ساعي البريد لافتة صغيرة كتب عليها: مشغول."


def copy_of(*lines: str) -> Copy:
    return parse("\n".join(lines), file="x.txt")


def parts_of(*lines: str) -> tuple[Part, ...]:
    """Give the parts of a body that stands under a headline and a standfirst."""
    return copy_of(HEADLINE, STANDFIRST, *lines).parts


def paragraphs(*texts: str) -> tuple[Part, ...]:
    return tuple(map(Paragraph, texts))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{HEADLINE}\n{STANDFIRST}\n{FIRST}\n{SECOND}", "no line end after the last line"),
        (f"{HEADLINE}\n{STANDFIRST}\n{FIRST}\n{SECOND}\n", "a line end after the last line"),
        (f"\ufeff{HEADLINE}\n{STANDFIRST}\n{FIRST}\n{SECOND}", "a byte order mark"),
        (f"{HEADLINE}\r\n{STANDFIRST}\r\n{FIRST}\r\n{SECOND}\r\n", "Windows line ends"),
        (f"{HEADLINE}\r{STANDFIRST}\r{FIRST}\r{SECOND}", "old Mac line ends"),
        (f"{HEADLINE}\n\n{STANDFIRST}\n\n\n{FIRST}\n \n{SECOND}\n\n", "blank lines between"),
        (f"\n\n {HEADLINE} \n{STANDFIRST}\t\n    {FIRST}\n{SECOND}", "blanks around lines"),
        (f"{HEADLINE}\n\u00a0{STANDFIRST}\n\u00a0\u00a0{FIRST}\n{SECOND}\u00a0", "NBSP as indent"),
        (f"{HEADLINE}\n{STANDFIRST}\n\u00a0\n{FIRST}\n\u200f\n{SECOND}", "lines that look empty"),
        (f"{HEADLINE}\n{STANDFIRST}\n{FIRST}\u2029{SECOND}", "a paragraph separator"),
        (f"{HEADLINE}\n{STANDFIRST}\n{FIRST}\n{SECOND}\n\x1a", "DOS's end of file"),
        (f"{HEADLINE}\n{STANDFIRST}\n{FIRST}\n\ufeff{SECOND}", "a mark left by joining two files"),
    ],
    ids=lambda value: value if "\n" not in value and "\r" not in value else "",
)
def test_line_ends_and_blanks_make_no_difference(text: str, why: str) -> None:
    copy = copy_in(PlainText(), text.encode(), file="x.txt")

    assert copy == Copy(HEADLINE, STANDFIRST, paragraphs(FIRST, SECOND)), why


@pytest.mark.parametrize(
    ("lines", "summary", "parts", "why"),
    [
        ([], "", (), "a story may be a headline alone"),
        ([FIRST], "", paragraphs(FIRST), "with no paragraph after it, line 2 is the body"),
        ([STANDFIRST, FIRST], STANDFIRST, paragraphs(FIRST), "one paragraph after it is enough"),
        (
            ["أ" * LONGEST_STANDFIRST, FIRST],
            "أ" * LONGEST_STANDFIRST,
            paragraphs(FIRST),
            "the longest standfirst",
        ),
        (
            ["أ" * (LONGEST_STANDFIRST + 1), FIRST],
            "",
            paragraphs("أ" * (LONGEST_STANDFIRST + 1), FIRST),
            "one character more is a paragraph",
        ),
        (
            [FIRST, "- عنوان", "- آخر"],
            "",
            (Paragraph(FIRST), ListLines(("عنوان", "آخر"))),
            "a list is no paragraph",
        ),
        (
            ["في الشارع:", "- عصفور", "- صندوق", SECOND],
            "",
            (Paragraph("في الشارع:"), ListLines(("عصفور", "صندوق")), Paragraph(SECOND)),
            "a line that introduces a list stays with it",
        ),
        (
            ["- عصفور", "- صندوق", SECOND],
            "",
            (ListLines(("عصفور", "صندوق")), Paragraph(SECOND)),
            "points under a headline stand between no paragraphs",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_the_standfirst_is_a_short_second_line_over_a_body(
    lines: list[str], summary: str, parts: tuple[Part, ...], why: str
) -> None:
    assert copy_of(HEADLINE, *lines) == Copy(HEADLINE, summary, parts), why


@pytest.mark.parametrize("mark", ["- ", "– ", "— ", "ـ ", "* ", "• ", "-\u00a0", "\u200f- ", "-  "])
def test_every_dash_of_newsrooms_marks_a_related_story(mark: str) -> None:
    parts = parts_of(FIRST, f"{mark}حكاية الهدهد", f"{mark}موسم الهجرة", SECOND)

    assert parts == (
        Paragraph(FIRST),
        RelatedLines(("حكاية الهدهد", "موسم الهجرة")),
        Paragraph(SECOND),
    )


ITEMS = tuple(f"حكاية الطائر {name}" for name in ("الأول", "الثاني", "الثالث", "الرابع", "الخامس"))
LINES = tuple(f"- {item}" for item in ITEMS)
LONG = "كلمة " * 50 + "أخيرة"


@pytest.mark.parametrize(
    ("lines", "parts", "why"),
    [
        (
            [FIRST, LINES[0], SECOND],
            [Paragraph(FIRST), RelatedLines(ITEMS[:1]), Paragraph(SECOND)],
            "one headline is a box",
        ),
        (
            [FIRST, *LINES[:4], SECOND],
            [Paragraph(FIRST), RelatedLines(ITEMS[:4]), Paragraph(SECOND)],
            "four are a box",
        ),
        (
            [FIRST, LINES[0], "", LINES[1], SECOND],
            [Paragraph(FIRST), RelatedLines(ITEMS[:2]), Paragraph(SECOND)],
            "a blank line does not part them",
        ),
        (
            [*LINES[:2], SECOND],
            [RelatedLines(ITEMS[:2]), Paragraph(SECOND)],
            "the standfirst is a paragraph before",
        ),
        (
            [FIRST, "- بناء الأعشاش..فن قديم", SECOND],
            [Paragraph(FIRST), RelatedLines(("بناء الأعشاش..فن قديم",)), Paragraph(SECOND)],
            "two dots in a headline are a pause",
        ),
        (
            [FIRST, *LINES, SECOND],
            [Paragraph(FIRST), ListLines(ITEMS), Paragraph(SECOND)],
            "five are a list",
        ),
        (
            ["في الشارع ثلاثة:", *LINES[:3], SECOND],
            [Paragraph("في الشارع ثلاثة:"), ListLines(ITEMS[:3]), Paragraph(SECOND)],
            "after a colon they are a list",
        ),
        (
            ["في الشارع ثلاثة:\u200f", *LINES[:3], SECOND],
            [Paragraph("في الشارع ثلاثة:\u200f"), ListLines(ITEMS[:3]), Paragraph(SECOND)],
            "a direction mark hides no colon",
        ),
        (
            [FIRST, *LINES[:2]],
            [Paragraph(FIRST), ListLines(ITEMS[:2])],
            "at the end they stand between no paragraphs",
        ),
        (
            [FIRST, "- وكالة السنونو"],
            paragraphs(FIRST, "- وكالة السنونو"),
            "a lone last line is a signature, dash and all",
        ),
        (
            [FIRST, f"- {LONG}", f"- {LONG}", SECOND],
            [Paragraph(FIRST), ListLines((LONG, LONG)), Paragraph(SECOND)],
            "no headline is so long",
        ),
        (
            [FIRST, "- طار الفرخ الأول.", "- طار الفرخ الثاني.", SECOND],
            [
                Paragraph(FIRST),
                ListLines(("طار الفرخ الأول.", "طار الفرخ الثاني.")),
                Paragraph(SECOND),
            ],
            "sentences are no headlines",
        ),
        (
            [FIRST, "— ساعي البريد (@postman) 3 مايو", SECOND],
            paragraphs(FIRST, "— ساعي البريد (@postman) 3 مايو", SECOND),
            "who signed a quoted post is part of the story",
        ),
        (
            [FIRST, "* متى طار؟", SECOND, "* وأين نام؟", FIRST, "* ومن رآه؟", SECOND],
            paragraphs(FIRST, "* متى طار؟", SECOND, "* وأين نام؟", FIRST, "* ومن رآه؟", SECOND),
            "the questions of an interview are part of the story",
        ),
        (
            [FIRST, "* * *", SECOND],
            paragraphs(FIRST, "* * *", SECOND),
            "a mark between scenes is no headline",
        ),
        (
            [FIRST, "-5 درجات", SECOND],
            paragraphs(FIRST, "-5 درجات", SECOND),
            "a dash that no blank follows is text",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_lines_with_a_dash_are_what_their_place_makes_them(
    lines: list[str], parts: list[Part], why: str
) -> None:
    assert parts_of(*lines) == tuple(parts), why


def test_a_headline_stands_on_one_line_with_single_blanks() -> None:
    assert copy_of("عصفور\u00a0 يبني\tعشه", FIRST).title == "عصفور يبني عشه"


def test_the_longest_headline_is_still_a_headline() -> None:
    copy = copy_of("أ" * LONGEST_HEADLINE, FIRST)

    assert (copy.title, copy.title_is_cut) == ("أ" * LONGEST_HEADLINE, False)


@pytest.mark.parametrize(
    ("first", "title", "why"),
    [
        (f"{LONG}.", "كلمة " * 19 + "كلمة…", "the cut is at a word's edge"),
        ("أ" * 300, "أ" * 100 + "…", "unless the first word alone is too long"),
        ("كلمات، " * 40, "كلمات، " * 13 + "كلمات…", "no comma hangs before the dots"),
    ],
)
def test_text_without_a_headline_keeps_its_first_paragraph(
    first: str, title: str, why: str
) -> None:
    copy = copy_of(first, FIRST, SECOND)

    assert copy == Copy(title, "", paragraphs(first.strip(), FIRST, SECOND), title_is_cut=True), why


@pytest.mark.parametrize("text", ["", "\n\n", " \u00a0\r\n", "\ufeff", "\u200f\n\u200b", "\x1a"])
def test_a_text_with_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(PlainText(), text.encode(), file="content/inbox/x.txt")

    (problem,) = refused.value.problems
    assert (problem.file, problem.line) == ("content/inbox/x.txt", None)
    assert "empty" in problem.what.en


@pytest.mark.parametrize(
    ("data", "told", "why"),
    [
        ("عنوان\nنص".encode("windows-1256"), "byte 1 of line 1 is 0xDA", "too short to be sure"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "no text", "a picture under a text's name"),
    ],
)
def test_what_no_encoding_makes_a_text_of_is_refused(data: bytes, told: str, why: str) -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(PlainText(), data, file="content/inbox/x.txt")

    (problem,) = refused.value.problems
    assert problem.file == "content/inbox/x.txt"
    assert told in problem.what.en, why


def test_an_encoding_that_a_person_names_rules() -> None:
    data = "عنوان\nنص".encode("windows-1256")

    copy = copy_in(PlainText().in_encoding("Windows-1256"), data, file="x.txt")

    assert copy == Copy("عنوان", "", paragraphs("نص"))


def test_broken_bytes_are_told_with_the_story() -> None:
    data = f"{HEADLINE}\n".encode() + "عنوا".encode() + b"\xd9"

    copy = copy_in(PlainText(), data, file="x.txt")

    assert copy == Copy(HEADLINE, "", paragraphs("عنوا\ufffd"))
    (problem,) = copy.problems
    assert (problem.place, problem.severity) == ("x.txt:2:5", Severity.NOTICE)


@pytest.mark.parametrize(
    ("name", "claimed"), [("a.txt", True), ("A.TXT", True), ("a.md", False), ("txt", False)]
)
def test_text_files_are_known_by_their_names(name: str, *, claimed: bool) -> None:
    assert (importer_of(Path(name), b"", [PlainText()]) is not None) is claimed


MARKS = str.maketrans("", "", "-*: \u00a0\u200f\t")


@settings(max_examples=200, deadline=None)
@example(["1", "ا.ب", "1"])  # an agency's name on the second line
@given(st.lists(st.text("ابتث :-.*\u00a0\u200f\tab1", max_size=30), max_size=12))
def test_no_line_of_a_story_is_lost_and_none_changes_places(lines: list[str]) -> None:
    try:
        copy = copy_of(*lines)
    except ContentError:
        return
    if any(taken.role is Role.HEADLINE_AGAIN for taken in copy.taken):
        return
    texts = [copy.kicker] if copy.title_is_cut else [copy.kicker, copy.title]
    texts += [copy.summary] if copy.summary else []
    for part in copy.parts:
        match part:
            case Paragraph(text):
                texts.append(text)
            case SubHead(text):
                texts.append(text)
            case RelatedLines(items) | ListLines(items):
                texts += items
    rest = [line.translate(MARKS) for line in lines]
    signed = [taken for taken in copy.taken if taken.role in {Role.BYLINE, Role.DATELINE}]
    for taken in signed:
        said = taken.text.translate(MARKS)
        assert said in rest[taken.line - 1]
        rest[taken.line - 1] = rest[taken.line - 1].replace(said, "", 1)
    assert "".join(texts).translate(MARKS) == "".join(rest)
    assert bool(signed) is bool(copy.writers or copy.source or copy.place)


@pytest.mark.parametrize(
    ("closing", "part", "why"),
    [
        (
            "- عصفور يعود إلى شرفة المكتبة\n- السوق القديم يفتح أبوابه مساء",
            RelatedLines(("عصفور يعود إلى شرفة المكتبة", "السوق القديم يفتح أبوابه مساء")),
            "desks put related stories last more often than not",
        ),
        (
            "- عصفور يعود إلى شرفة المكتبة",
            RelatedLines(("عصفور يعود إلى شرفة المكتبة",)),
            "one is enough",
        ),
        ("- انتهى -", Paragraph("- انتهى -"), "a sign-off is no headline"),
        ("- سلمى النجار", Paragraph("- سلمى النجار"), "nor is a name"),
        (
            "ومن الأسماء:\n- عصفور الدوري الصغير جدا\n- بلبل الحديقة الكبير الملون",
            ListLines(("عصفور الدوري الصغير جدا", "بلبل الحديقة الكبير الملون")),
            "after a colon it is a list, wherever it stands",
        ),
    ],
)
def test_lines_with_a_dash_at_the_end(closing: str, part: Part, why: str) -> None:
    copy = parse(f"العنوان هنا\nالمقدمة هنا.\nفقرة أولى من الخبر.\n{closing}", file="x.txt")

    assert copy.parts[-1] == part, why
