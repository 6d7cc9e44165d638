"""What writers wrote as text: all of it in its place, and nothing that is not text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.content.prose_mask import blanked
from nashra.content.wording import wording
from nashra.language.copy_desk import BREAK, GAP

STORY = """\
---
العنوان: عاجل: عودة #السلاحف
date: 2026-11-20
summary: "أول الأعشاش"
kicker: >
  بحر
  وبر
image: {src: a.jpg, alt: سلحفاة على الرمل, credit: 'السنونو'}
corrections:
  - {date: 2026-11-21, النص: كان العدد ناقصا}
tags: [بحر, بر]
lang: ar
---

الفقرة الأولى.
"""


def shown(prose: str) -> list[str]:
    """Give the runs of a masked text that are prose."""
    return [run for run in prose.replace(GAP, BREAK).split(BREAK) if run.strip()]


def test_the_texts_of_front_matter_and_the_body_are_prose() -> None:
    read = wording(STORY, file="a.md")

    assert [run.strip() for run in shown(read.prose)] == [
        "عاجل: عودة #السلاحف",
        "أول الأعشاش",
        "بحر\n  وبر",
        "سلحفاة على الرمل",
        "السنونو",
        "كان العدد ناقصا",
        "الفقرة الأولى.",
    ]
    assert len(read.prose) == len(read.text)
    assert read.title is not None
    assert read.text[slice(*read.title)] == "عاجل: عودة #السلاحف"
    assert read.summary is not None
    assert read.text[slice(*read.summary)] == "أول الأعشاش"
    assert read.language == "ar"


@pytest.mark.parametrize(
    ("body", "prose", "why"),
    [
        ("نص `كود` هنا", ["نص ", " هنا"], "code"),
        ("نص ``كود ` كود`` هنا", ["نص ", " هنا"], "code with a backtick in it"),
        ("نص ` هنا", ["نص ` هنا"], "a backtick alone"),
        ("```\nكود\n\nكود\n```\nنص", ["\nنص"], "a fence"),
        ("~~~ python\nكود\n~~~\nنص", ["\nنص"], "the other fence"),
        ("```\nكود", [], "a fence that is never closed"),
        ("نص\n\n    كود\n\nنص", ["نص\n\n", "\n\nنص"], "code that stands in"),
        ("- بند\n\n    نص", ["بند\n\n", "نص"], "a paragraph of an item"),
        ("- بند\n\n        كود", ["بند\n\n"], "code of an item"),
        ("# عنوان\n\n    كود", ["عنوان\n\n"], "a heading is no item"),
        ("نص\n    يتبع", ["نص\n", "يتبع"], "a line that goes on"),
        ("[نص](http://a.b/c_(d) 'عنوان') تال", ["[نص]", " تال"], "an address with brackets"),
        ("[نص][مرجع] تال", ["[نص]", " تال"], "the name of an address"),
        ("[مرجع]: http://a.b/ 'عنوان'", [], "a definition of an address"),
        ("[^1]: حاشية", ["حاشية"], "a note"),
        ("نص[^1] تال", ["نص", " تال"], "the sign of a note"),
        ("*[ق م]: قبل الميلاد", ["قبل الميلاد"], "an abbreviation"),
        ("نص <b class='س'>غليظ</b>", ["نص ", "غليظ"], "tags"),
        ("نص <!-- سر\n\nسر --> تال", ["نص ", " تال"], "a remark"),
        ("<script>كود</script> نص", [" نص"], "a script"),
        ("زوروا https://a.b/c?d=،هـ، ثم", ["زوروا ", "،هـ، ثم"], "an address ends at a comma"),
        ("راسلوا info@example.org اليوم", ["راسلوا ", " اليوم"], "a mail address"),
        ("موقع example.org & غيره", ["موقع ", " & غيره"], "a host"),
        ("وسم #بحر_العرب اليوم", ["وسم ", " اليوم"], "a hashtag"),
        ("نص&nbsp;تال", ["نص", "تال"], "an entity"),
        ("نص {: .صنف} تال", ["نص ", " تال"], "attributes"),
        ("- بند\n- آخر", ["بند\n", "آخر"], "the signs of a list"),
        ("> قول\n> آخر", ["قول\n", "آخر"], "the signs of a quotation"),
        ("1.  بند", ["بند"], "a number and its blanks"),
        ("|---|:--:|", [], "the rule of a table"),
        ("/// related\n\n- خبر\n\n///", ["خبر\n\n"], "a box"),
        ("- articles/news/خبر.md", [], "the file of a story"),
    ],
)
def test_what_is_no_prose_in_a_body(body: str, prose: list[str], why: str) -> None:
    masked = blanked(body)
    assert shown(masked) == prose, why
    assert len(masked) == len(body)


@given(st.text(st.sampled_from("اب`~<>-!/[](){}#*&;:|\\@.^_ \t\n1aس"), max_size=80))
def test_a_masked_text_is_as_long_and_keeps_its_lines(body: str) -> None:
    masked = blanked(body)

    assert len(masked) == len(body)
    for was, now in zip(body, masked, strict=True):
        assert now in {was, GAP}
        assert was != "\n" or now == "\n"


@pytest.mark.parametrize("sign", "`<[(]{&@#*|>~-a.:/\\!_ا")
def test_a_megabyte_of_one_sign_is_masked_in_no_time(sign: str) -> None:
    assert len(blanked(sign * 1_000_000)) == 1_000_000
    assert len(blanked(f"]({sign}ا" * 100_000)) == 400_000


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("title: نص", "نص"),
        ('title: "نص"', "نص"),
        ("title: 'نص'", "نص"),
        ("title: عاجل: نص", "عاجل: نص"),
        ("date: 2026-11-20\ntitle:   نص   # ملاحظة", "نص"),
        ("tags: [أ]\nimage:\n  alt: نص\ntitle: نص آخر", "نص آخر"),
        ("title: >\n  نص\n  آخر\ndate: 2026-11-20", "  نص\n  آخر\n"),
        ("\u200etitle: نص\n\ndate: 2026-11-20", "نص"),
    ],
)
def test_a_value_is_found_however_it_is_written(block: str, value: str) -> None:
    read = wording(f"---\n{block}\n---\n\nمتن.\n", file="a.md")

    assert read.title is not None
    assert read.text[slice(*read.title)] == value
