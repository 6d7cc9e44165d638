"""Looking where something was touched finds what a whole look would find there."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from nashra.content.scan import scan
from nashra.content.scan_again import scan_again

FILES = ["articles/أ/خبر.md", "articles/ب.md", "authors/x.md", "media/p/a.jpg", "other/x.md"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "content"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("نص", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("touched", "seen", "why"),
    [
        ("articles/ب.md", ["articles/ب.md"], "a file"),
        ("articles/أ", ["articles/أ/خبر.md"], "a folder: all below it"),
        ("articles/gone.md", [], "what is gone is looked at, and nothing is there"),
        ("articles/ب.txt", [], "no Markdown"),
        ("media/p/a.jpg", ["media/p/a.jpg"], "any file of media"),
        ("media/p", ["media/p/a.jpg"], "a folder of media"),
    ],
)
def test_what_was_touched_is_seen(content: Path, touched: str, seen: list[str], why: str) -> None:
    glance = scan_again(content, [content / touched])

    assert glance is not None
    assert [each.file for each in glance.seen] == [f"content/{name}" for name in seen], why
    assert glance.looked_at == [f"content/{touched}"]
    whole = {each.file: each for each in scan(content)}
    assert all(whole[each.file] == each for each in glance.seen), "as a whole look sees it"


@pytest.mark.parametrize("touched", ["articles/.x.md", "articles/~x.md", "other/x.md", "../x.md"])
def test_what_no_look_would_see_is_passed_over(content: Path, touched: str) -> None:
    glance = scan_again(content, [(content / touched).resolve()])

    assert glance is not None
    assert (glance.seen, glance.looked_at) == ([], [])


@pytest.mark.parametrize("touched", ["articles", ".", ".."], ids=["a top folder", "all", "above"])
def test_a_whole_look_is_asked_for(content: Path, touched: str) -> None:
    assert scan_again(content, [(content / touched).resolve()]) is None


def test_two_names_of_one_form_ask_for_a_whole_look(content: Path) -> None:
    for form in ("NFC", "NFD"):
        (content / "articles" / unicodedata.normalize(form, "أخبار.md")).write_text("نص", "utf-8")

    assert scan_again(content, [content / "articles" / "أخبار.md"]) is None
