"""Headings below a page's own, each with an address."""

from __future__ import annotations

import re

import pytest

from nashra.content.markdown import Renderer

THEME = ("content", "share", "corrections", "tags", "neighbours", "read-also", "related-1")


def headings(text: str) -> list[tuple[str, str]]:
    """Give the level and the id of each heading."""
    html = Renderer(base_path="/").render(text).html
    return re.findall(r'<(h[1-6])[^>]*?(?: id="([^"]*)")?>', html)


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("## في الميناء", [("h2", "في-الميناء")], "the letters are kept"),
        ("# في الميناء", [("h2", "في-الميناء")], "the page has a first heading of its own"),
        ("# أ\n\n## ب\n\n### ت", [("h2", "أ"), ("h3", "ب"), ("h4", "ت")], "all go down with it"),
        ("## أ\n\n### ب", [("h2", "أ"), ("h3", "ب")], "who begins at two stays"),
        ("### أ\n\n# ب", [("h4", "أ"), ("h2", "ب")], "the highest counts, wherever it stands"),
        ("# أ\n\n###### ب", [("h2", "أ"), ("h6", "ب")], "there is none below six"),
        ("في الميناء\n=====", [("h2", "في-الميناء")], "underlined"),
        ("## قَالَتِ السُّلْطاتُ", [("h2", "قالت-السلطات")], "tashkeel goes"),
        ("## أهلًا، يا بحر!", [("h2", "أهلا-يا-بحر")], "signs go, hamzas stay"),
        ("## می‌رود", [("h2", "میرود")], "a joiner goes, as in a story's address"),
        ("## **غليظ** و`رمز`", [("h2", "غليظ-ورمز")], "words in other elements count"),
        ("## [رابط](/بحر/)", [("h2", "رابط")], "a link's words, not its address"),
        ("## بحر & نهر", [("h2", "بحر-نهر")], "a sign that HTML keeps"),
        (r"## بحر \* نهر", [("h2", "بحر-نهر")], "a sign after a backslash"),
        ("## بحر[^1]\n\n[^1]: ماء", [("h2", "بحر")], "the mark of a footnote is no word"),
        ("## بحر\n\n## بحر\n\n## بحر", [("h2", "بحر"), ("h2", "بحر-2"), ("h2", "بحر-3")], "alike"),
        ("## بحر-2\n\n## بحر\n\n## بحر", [("h2", "بحر-2"), ("h2", "بحر"), ("h2", "بحر-3")], ""),
        ("## بحر {#ماء}\n\n## ماء", [("h2", "ماء"), ("h2", "ماء-2")], "a writer's own id stays"),
        ('<p id="بحر">س</p>\n\n## بحر', [("h2", "بحر-2")], "an id in raw HTML"),
        ("## ؟!", [("h2", "")], "without a letter it has no address"),
        ("## Share", [("h2", "h-share")], "a theme's own ids are Latin"),
        ("## 2027", [("h2", "h-2027")], "and so are numbers"),
        ("## عنوان {مهم}", [("h2", "عنوان-مهم")], "words in braces are words"),
        ("## عنوان {.big}", [("h2", "عنوان")], "a class in braces is a class"),
        ("##بلا فراغ", [("h2", "بلا-فراغ")], "no blank after the signs, as Markdown has it"),
    ],
)
def test_a_heading(text: str, found: list[tuple[str, str]], why: str) -> None:
    assert headings(text) == found, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("#عاجل", "a hashtag alone"),
        ("#رأس_النخيل تستقبل الأسطول", "a hashtag at a line's start"),
        ("قال كثيرون:\n#البحر_لنا", "at a later line's start"),
    ],
)
def test_a_hashtag_is_no_heading(text: str, why: str) -> None:
    assert Renderer(base_path="/").render(text).html == f"<p>{text}</p>", why


def test_words_in_braces_are_not_lost() -> None:
    assert "{مهم}" in Renderer(base_path="/").render("## عنوان {مهم}").html


@pytest.mark.parametrize("name", THEME)
def test_no_heading_has_an_id_that_the_theme_uses(name: str) -> None:
    assert headings(f"## {name}") != [("h2", name)]
