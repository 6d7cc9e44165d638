"""No text keeps the converter busy for minutes: it is read, or refused by its line."""

from __future__ import annotations

import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.config import Sections
from nashra.content.read import Read, Reader
from nashra.content.reading import Reading
from nashra.content.tangles import refuse_tangles
from nashra.errors import ContentError

FRONT = "---\ntitle: خبر\ndate: 2026-11-23\n---\n\n"
READING = Reading(ZoneInfo("UTC"), Sections(()), "/")
GENEROUS = 30
"""Seconds, on a slow machine: what hangs takes hours."""


def read(folder: Path, body: str) -> Read:
    file = folder / "sea.md"
    file.write_text(FRONT + body, encoding="utf-8", newline="")
    return Reader(READING).read(file, file="content/articles/sea/sea.md")


@pytest.mark.parametrize(
    "sign",
    [
        ">", "[", "*", "`", "<", "![", "- ", "_", "\\", "#", "# ", "|", "a|", "(", "](", "[](",
        "[a](", "[^", "[a][", "<a ", "<!--", "**", "&", "&#", "1. ", "١. ", "١- ", "~", "=", "/",
        "/// ", "/// a |", "*[", "{", "{: .a", "x{:", ":", "ا", " ", "\n", ">\n", "- a\n",
        "> a\n\n",
        "#a\n", "a\n===\n", "a\n: b\n", "[a]: ", "[a]: /b\n", "*[a]: b\n", "/// related\n", "///\n",
        "~~~\n", "|-|\n", "a  \n", "![a](b)", "<a>b</a>",
    ],
)  # fmt: skip
def test_a_hundred_thousand_of_a_sign(tmp_path: Path, sign: str) -> None:
    begun = time.monotonic()
    found = read(tmp_path, sign * 100_000)

    assert found.entry is not None or found.problems
    assert all(problem.line for problem in found.problems), "whoever is refused is told where"
    assert time.monotonic() - begun < GENEROUS


@pytest.mark.parametrize(
    ("body", "line", "why"),
    [
        ("نص\n\n" + "[" * 5000, 8, "brackets that do not close"),
        ("نص\n\n" + "<a " * 5000, 8, "tags that do not close"),
        ("نص\n\n" + "> " * 40 + "قول", 8, "quotations in quotations"),
        ("نص\n\n" + "١- " * 40 + "بند", 8, "lists in lists"),
        ("نص\n\n" + "كلمة\n: معنى\n" * 200, 9, "definitions without a blank line"),
    ],
)
def test_the_line_is_told(tmp_path: Path, body: str, line: int, why: str) -> None:
    found = read(tmp_path, body)

    assert found.entry is None
    assert [problem.line for problem in found.problems] == [line], why
    assert len(found.problems[0].excerpt) <= 200


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("نص [^1] " * 400 + "\n\n[^1]: حاشية", "many footnotes in one paragraph"),
        ("[رابط](https://example.org/a/b/c) و" * 2000, "thousands of links"),
        ("| [أ](/ب/) | ت |\n" * 3000, "a table of links"),
        ("كلمة\n:   معنى\n\n" * 1000, "a glossary with blank lines"),
        ("- " * 40, "a rule of hyphens"),
        ("* " * 60, "a rule of stars"),
        ("-" * 200, "a line of hyphens"),
        ("أ < ب " * 3000, "signs of comparison"),
        ("قال [كذا. " * 20, "a few brackets that a hand forgot"),
        ("> " * 5 + "قول", "a quotation in a quotation"),
        ("كلمة " * 300_000, "a very long paragraph"),
    ],
)
def test_what_people_write_is_not_refused(text: str, why: str) -> None:
    try:
        refuse_tangles(text, file="a.md")
    except ContentError as error:
        pytest.fail(f"{why}: {error}")
