"""What is read by a shortcut is what the long way gives: plain YAML, and plain prose.

Most of what is made up here is nearly plain: some plain lines, and a few signs put anywhere in
them, so that every example lies at the border between the two ways.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

from nashra.content import markdown
from nashra.content.markdown import Body, Renderer
from nashra.content.plain_prose import plain_html
from nashra.content.typesetting import Typesetter, Typesetting
from nashra.errors import ContentError, Problem
from nashra.schema import Written, read_yaml, yaml_text
from nashra.schema.plain_yaml import read_plain

EXAMPLES = 600
FILE = "content/articles/river/ship.md"

INVISIBLE = list("\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2069\ufeff\u00ad\u0640")
BLANKS = [" ", "  ", "\t", "\u00a0", "\u2003", "\u3000", "\u202f"]
BREAKS = ["\n", "\n\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"]
BARRED = ["\x00", "\x01", "\x02", "\x03", "\x1c", "\x7f", "\x9f", "\ufffe", "\ud800"]
LETTERS = [
    "ك",
    "تُ",
    "ّ",
    "ة",
    "é",
    "ß",
    "𝒳",
    "😀",
    "²",
    "Ⅷ",
    "٣",
    "۷",
    "７",
    "_",
    "«",
    "»",
    "،",
    "؟",
]
WORDS = ["خبر", "السُّلَحْفاة", "ship", "حبر-على-ورق", "it's", "a_b", "x", "٢٠٢٦", "v1.2"]


def joined(parts: list[str]) -> str:
    return "".join(parts)


def with_signs(
    plain: st.SearchStrategy[str], signs: list[str], *, most: int
) -> st.SearchStrategy[str]:
    """Give text with a few signs put somewhere in it."""

    def put(text: str, places: list[tuple[float, str]]) -> str:
        for at, sign in places:
            place = round(at * len(text))
            text = text[:place] + sign + text[place:]
        return text

    places = st.tuples(st.floats(0, 1), st.sampled_from(signs))
    return st.builds(put, plain, st.lists(places, max_size=most))


def lines_of(line: st.SearchStrategy[str], *, between: str = "\n") -> st.SearchStrategy[str]:
    return st.lists(line, min_size=1, max_size=5).map(between.join)


KEYS = st.sampled_from(
    ["title", "العنوان", "k", "date", "yes", "null", "تاريخ_النشر", "x1", "ª", "الاِسم", "y", "é"]
)
VALUES = st.sampled_from(
    [
        "", "~", "null", "yes", "نعم", "no", "012", "12:30", "1_000", "0x1F", ".5", "1e3", "-",
        "2026-11-23", "2026-11-23 09:30", "2026-11-23T09:30:00Z", "٢٣ نوفمبر ٢٠٢٦", "=", "<<",
        "خبر", "سطر: آخر", "عاجل:", "a:b", "a #b", "a#b", "a # b", "سؤال؟", "a - b", "- a", "-a",
        "[]", "[ ]", "[بحر]", "[بحر, سوق]", "[ بحر , سوق ]", "[بحر,]", "[,]", "[a, , b]", "[a b]",
        "[12:30]", "[a: b]", "[yes, ~]", "[a -b]", "[1, ٢]", "[[a]]", "[a] b", "{}", "{a: b}",
        "''", "' '", '""', '" "', "'it''s'", "'a\"b'", "\"a'b\"", '"a\\nb"', "'a\\nb'", "'a' b",
        "'خبر: عاجل #وسم'", '"خبر: عاجل #وسم"', "'---'", '"[a]"', "!a", "&a", "*a", "%a", "@a",
        "`a`", "|", ">", "? a", "...", "---", "a, b", "a]", "a}", 'a"b"', "a'b",
    ]
)  # fmt: skip
PLAIN_VALUES = st.sampled_from(
    [
        "", "خبر", "السلاحف تعود - بعد عام", "a:b", "a#b", "2026-11-23 09:30", "٢٣ نوفمبر ٢٠٢٦",
        "no", "null", "012", "12:30", "1e3", "سؤال؟", "[بحر, سوق]", "[]", "[12, yes]", "'a: b'",
        "' '", "''", '"خبر: #وسم"', "\"it's\"", "x" * 900, "[" + ", ".join(["بحر"] * 200) + "]",
    ]
)  # fmt: skip
FREE = st.lists(st.sampled_from([*WORDS, *LETTERS, *"\"'-,.[]{}#:/ ()!?1"]), max_size=8).map(joined)
LONG = st.integers(1000, 2100).map(lambda count: "ط" * count)
ENTRIES = st.builds(
    "{}{}{}{}".format,
    st.one_of(KEYS, KEYS, KEYS, KEYS, LONG),
    st.sampled_from([": ", ": ", ": ", ":", ":  ", " : ", ":\t"]),
    VALUES | FREE | LONG,
    st.sampled_from(["", "", "", " ", "   ", "\t", "\u00a0"]),
)
OTHER_LINES = st.sampled_from(
    ["", " ", "- a", "  - a", "  b: c", "# قول", "  # قول", "---", "...", "? k", "a", "%YAML 1.1"]
)
SIGNS_OF_YAML = [
    *INVISIBLE, *BLANKS, *BREAKS, *BARRED, *LETTERS, *"#:'\"[]{},-?&*!|>%@`~=.\\/0",
    ": ", " #", "- ", "\n ", "\n- ", "\n  ", "\n: ",
]  # fmt: skip
PLAIN_BLOCKS = st.dictionaries(KEYS, PLAIN_VALUES, min_size=1, max_size=5).map(
    lambda values: "\n".join(f"{key}: {value}" for key, value in values.items())
)
BLOCKS = with_signs(PLAIN_BLOCKS, SIGNS_OF_YAML, most=1) | with_signs(
    lines_of(st.one_of(ENTRIES, ENTRIES, ENTRIES, ENTRIES, OTHER_LINES)), SIGNS_OF_YAML, most=3
)


def read(block: str, *, shortcut: bool) -> Written | tuple[Problem, ...]:
    """Read a block that begins at the third line of a file, or give what is wrong with it."""
    with pytest.MonkeyPatch.context() as patch:
        if not shortcut:
            patch.setattr(yaml_text, "read_plain", lambda _: None)
        try:
            return read_yaml(block, file=FILE, text=f"---\n\n{block}\n---\n", first_line=3)
        except ContentError as error:
            return error.problems


@settings(max_examples=EXAMPLES, deadline=None)
@given(BLOCKS)
@example("k" * 1024 + ": v").via("the longest key of YAML")
@example("k" * 1025 + ": v").via("one longer")
@example("title: خبر\ntags: [بحر, سوق]\ndate: 2026-11-23 09:30\nsummary: 'سطر: آخر'\nempty:")
def test_yaml_is_the_same_by_either_way(block: str) -> None:
    assert read(block, shortcut=True) == read(block, shortcut=False)


@pytest.mark.parametrize(
    "block",
    [
        "title: خبر",
        "title: السلاحف تعود - بعد عام\ntags: [بحر, سوق]\nempty:\nlist: []",
        "date: 2026-11-23 09:30\nimage: 'a b.jpg'\nsummary: \"سطر: آخر\"",
    ],
)
def test_what_front_matter_mostly_is_takes_the_shortcut(block: str) -> None:
    assert read_plain(block) is not None


class _Nothing(Extension):
    def __init__(self, _: Typesetting) -> None:
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        pass


@pytest.fixture(scope="module")
def long_way() -> Renderer:
    """A renderer whose every paragraph goes through the whole of Markdown."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "PlainProse", _Nothing)
        return Renderer(base_path="/")


def by_the_long_way(renderer: Renderer, text: str) -> Body:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "plain_html", lambda *_: None)
        return renderer.render(text)


PROSE = st.sampled_from(
    [
        "عادت السلاحف هذا الشهر.", "قَالَتِ السُّلْطاتُ إنّ الأمرَ تَمَّ", "It's a test, isn't it?", "س", "أ.ب",
        "ارتفع 3.5% إلى 1,200 (نحو 10 + 2)", "https://example.org/a?b=c", "ليلى@example.org",
        "كلمة - كلمة", "قال: «نعم»", "سؤال؟ جواب!", 'the "quoted" text', "x = y / z ~ w ^ 2", "a]b",
        "م. 1. ليس بندا", "klzzwxh:0001", "wzxhzdk:0", "zz1337820767766393449qq",
    ]
)  # fmt: skip
OTHER_PROSE = st.sampled_from(
    [
        "١- بند", "۲ـ بند", "1 - بند", "٢٠٢٤. بند", "#وسم", "/// نقاط", "/// تضمين", "clip.mp4",
        "1. بند", "٢. بند", "12) بند", "- بند", "+ بند", "* بند", "# عنوان", "عنوان #", "===",
        "---", "- - -", "***", "> قول", "    رمز", "\tرمز", "```", "~~~", "/// related", "///",
        ": معنى", ":   معنى", "*[ج م ع]: جمهورية", "[1]: https://a.b", "[^1]: حاشية", "نص[^1]",
        "| أ | ب |", "|---|---|", "أ | ب", "--- | ---", "**غليظ**", "_مائل_", "`رمز`",
        "[ر](u)", "![ص](u)", "<b>خام</b>", "<https://a.b>", "&amp; &copy; & ب", "سطر\\",
        "سطر  ", "سطر ", "{: .c}", "نص {: #id }", "\\*", "\x02klzzwxh:0\x03", "<!-- قول -->",
        "<div>", "a*b*c", "2*3", "a_b_c",
    ]
)  # fmt: skip
SIGNS_OF_MARKDOWN = [
    *INVISIBLE, *BLANKS, *BREAKS, *"\x00\x01\x02\x03\x1a\x1c\x7f\x9f", *LETTERS,
    *"\\`*_{}[]()#+-.!|~<>&:=/^\"'0$%@;", "\n ", "\n    ", "  \n", "\n===", "\n---", "\n: ", "\n:",
    "\n1. ", "\n- ", "\n#", "\n\n\n", "\n   ```", "\n///", "\n*[", "&amp;", "&#1;", "**", "<!--",
]  # fmt: skip
PLAIN_BODIES = lines_of(lines_of(PROSE), between="\n\n")
BODIES = with_signs(PLAIN_BODIES, SIGNS_OF_MARKDOWN, most=1) | with_signs(
    lines_of(lines_of(PROSE | OTHER_PROSE), between="\n\n"), SIGNS_OF_MARKDOWN, most=3
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=BODIES)
@example(text="عادت السلاحف.\nوقيل: «نعم».\n\n\nثم مضت - إلى حين (10 أعوام).\n")
def test_a_whole_plain_body_is_what_markdown_makes_of_it(long_way: Renderer, text: str) -> None:
    plain = plain_html(text, Typesetter())

    assert plain is None or plain == by_the_long_way(long_way, text).html


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=BODIES)
def test_a_body_with_plain_paragraphs_is_what_markdown_makes_of_it(
    long_way: Renderer, text: str
) -> None:
    assume(not ("///" in text and "<" in text))  # an open box takes no raw HTML into it
    assert Renderer(base_path="/").render(text) == by_the_long_way(long_way, text)


@pytest.mark.parametrize(
    "text",
    ["نص الخبر.", "عادت السلاحف.\nوقيل: «نعم».\n\nثم مضت.\n", "It's 3.5% - or so (see ٢٠٢٦)."],
)
def test_what_newsroom_copy_mostly_is_takes_the_shortcut(text: str) -> None:
    assert plain_html(text, Typesetter()) is not None
