"""Python-Markdown's own pairs of text and HTML, through the converter that bodies go through.

What we add to a page (ids, levels of headings, addresses of pictures) is left out here, and tested
by itself; what is left must be the library's own HTML, but for the pairs in `MEANT`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from nashra.content.markdown import converter

SUITE = Path(__file__).parents[3] / "shared" / "suites" / "python-markdown" / "tests"
PAIRS = sorted(path for path in SUITE.rglob("*.txt") if path.with_suffix(".html").exists())
MORE: dict[str, list[str]] = {
    "extensions/admonition.txt": ["admonition"],
    "extensions/extra/raw-html.txt": ["md_in_html"],
    "extensions/nl2br_w_attr_list.txt": ["nl2br"],
    "extensions/toc.txt": ["toc"],
    "extensions/toc_invalid.txt": ["toc"],
    "extensions/toc_nested_list.txt": ["toc"],
    "extensions/toc_out_of_order.txt": ["toc"],
    "extensions/wikilinks.txt": ["wikilinks"],
}
"""The extensions that a pair needs and we do not use."""
OTHER_SETTINGS = {
    "extensions/codehilite.txt": "colours of code, which need another library",
    "extensions/extra/extra_config.txt": "a place for footnotes that is named in the settings",
    "extensions/toc_nested.txt": "links in headings, asked for in the settings",
    "extensions/toc_nested2.txt": "links in headings, asked for in the settings",
    "misc/underscores.txt": "the library itself gives other HTML since the pair was written",
}
"""Pairs that no converter of ours is made for."""
MEANT = {
    "extensions/attr_list.txt": "words in braces that are no attributes stay text",
    "extensions/sane_lists.txt": "a number that leaps forward is kept as the item's value",
    "misc/funky-list.txt": "bullets and numbers are two lists (as with sane_lists)",
    "misc/some-test.txt": "a list begins with its first number (as with sane_lists)",
    "misc/header-in-lists.txt": "`#Header` is a hashtag: one sign and no blank",
    "misc/hline.txt": "`#Header` is a hashtag: one sign and no blank",
    "misc/multi-test.txt": "its text has a footnote, and bodies may have them",
}
"""Pairs whose HTML we mean to change, and why."""

pytestmark = pytest.mark.skipif(not PAIRS, reason=f"the library's pairs are not in {SUITE}")


def name(path: Path) -> str:
    return path.relative_to(SUITE).as_posix()


def converted(path: Path) -> str:
    markdown: Markdown = converter("en", more=MORE.get(name(path), []))
    markdown.set_output_format("xhtml")
    for ours in ("headings", "addresses"):
        markdown.treeprocessors.deregister(ours)
    shown = markdown.convert(path.read_text("utf-8")).strip()
    return shown.replace("Back to note ", "Jump back to footnote ")


@pytest.mark.parametrize("path", PAIRS, ids=name)
def test_a_pair_of_the_librarys(path: Path) -> None:
    if reason := OTHER_SETTINGS.get(name(path)):
        pytest.skip(reason)
    expected = path.with_suffix(".html").read_text("utf-8").strip().replace(' in the text"', '"')

    if reason := MEANT.get(name(path)):
        assert converted(path) != expected, f"this differs no more: {reason}"
    else:
        assert converted(path) == expected
