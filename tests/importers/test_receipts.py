"""The record of what was imported."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import pytest

from nashra.errors import ContentError
from nashra.importers.receipts import Receipt, Receipts, text_digest

A = Receipt(article="أ.md", source="x.txt", title="أ", written="1")
B = Receipt(article="ب.md", source="y.txt", title="ب", written="2")


def test_the_file_is_sorted_json_that_people_can_read() -> None:
    receipts = Receipts.parse(None)
    receipts.record("bb", B)
    receipts.record("aa", A)
    data = receipts.changed()

    assert data
    assert data.decode() == (
        "{\n"
        '  "aa": {\n'
        '    "article": "أ.md",\n'
        '    "source": "x.txt",\n'
        '    "title": "أ",\n'
        '    "written": "1"\n'
        "  },\n"
        '  "bb": {\n'
        '    "article": "ب.md",\n'
        '    "source": "y.txt",\n'
        '    "title": "ب",\n'
        '    "written": "2"\n'
        "  }\n"
        "}\n"
    )
    assert Receipts.parse(data).of_text("aa") == A
    assert Receipts.parse(data).of_source("y.txt") == B


def test_receipts_that_say_the_same_are_not_written_again() -> None:
    receipts = Receipts.parse(None)
    assert receipts.changed() is None

    receipts.record("aa", A)
    again = Receipts.parse(receipts.changed())
    again.record("aa", A)
    assert again.changed() is None


def test_a_newer_text_of_an_article_takes_the_older_ones_place() -> None:
    receipts = Receipts.parse(None)
    receipts.record("aa", A)
    receipts.record("cc", replace(A, written="3"))

    assert receipts.of_text("aa") is None, "so that going back to it is a change again"
    assert receipts.of_source("x.txt") == receipts.of_text("cc")


def test_another_story_under_the_same_file_name_leaves_the_first_ones_receipt() -> None:
    receipts = Receipts.parse(None)
    receipts.record("aa", A)
    receipts.record("bb", replace(B, source="x.txt"))

    assert receipts.of_text("aa") == replace(A, source="")
    assert receipts.of_source("x.txt") == receipts.of_text("bb")


def test_a_text_that_was_moved_is_known_by_its_new_place_alone() -> None:
    receipts = Receipts.parse(None)
    receipts.record("aa", A)
    receipts.record("aa", replace(A, source="z.txt"))

    assert receipts.of_source("x.txt") is None
    assert receipts.of_source("z.txt") == replace(A, source="z.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"<<<<<<< HEAD",
        b"[]",
        b"\xff",
        json.dumps({"aa": {"article": "a.md"}}).encode(),
        json.dumps({"aa": "a.md"}).encode(),
    ],
)
def test_receipts_that_cannot_be_read_stop_the_import(data: bytes) -> None:
    with pytest.raises(ContentError) as refused:
        Receipts.parse(data)

    (problem,) = refused.value.problems
    assert problem.file == "content/inbox/receipts.json"


@pytest.mark.parametrize(
    "data",
    ["عصفور\nنص\n", "عصفور\r\nنص", "عصفور\rنص\r", "\ufeffعصفور\nنص", "\n عصفور\nنص \n"],
)
def test_a_text_is_the_same_however_its_lines_end(data: str) -> None:
    assert text_digest(BytesIO(data.encode())) == text_digest(BytesIO("عصفور\nنص".encode()))


def test_a_text_with_another_letter_is_another_text() -> None:
    assert text_digest(BytesIO("عصفور".encode())) != text_digest(BytesIO("عصفورة".encode()))
