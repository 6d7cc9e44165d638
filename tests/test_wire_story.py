"""A real story of a real agency, from the text that came to the page that is read.

The text has its owner's rights and is not part of this project: where it is absent, so is the test.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from nashra.language.typography import typeset_text
from tests.sites import Site

STORY = Path(__file__).parents[2] / "shared" / "samples" / "news" / "wire-story.txt"


@pytest.mark.skipif(not STORY.exists(), reason="the agency's text is not on this machine")
def test_every_paragraph_is_on_its_page_in_order_and_the_related_lines_in_a_box(
    site: Site,
) -> None:
    lines = [typeset_text(line, language="ar") for line in STORY.read_text("utf-8").split("\n")]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nashra", "import", str(STORY)),
            *("--site", str(site.root), "--date", "2026-11-20"),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not site.build().failed

    pages = (site.root / "output").glob("*/20*/*/*/index.html")
    markup = next(
        page.read_text("utf-8")
        for page in pages
        if page.relative_to(site.root).parts[1] != "archive"
    )
    box = re.search(r"<aside>.*?</aside>", markup, re.DOTALL)
    assert box is not None
    related = [
        html.unescape(re.sub(r"<[^>]+>", "", item))
        for item in re.findall(r"<li>(.*?)</li>", box[0])
    ]
    assert related == [line.removeprefix("- ") for line in lines if line.startswith("- ")]

    paragraphs = [
        html.unescape(re.sub(r"<[^>]+>", "", paragraph))
        for paragraph in re.findall(r"<p>(.*?)</p>", markup, re.DOTALL)
    ]
    wanted = [line for line in lines[2:] if not line.startswith("- ")]
    assert [paragraph for paragraph in paragraphs if paragraph in wanted] == wanted
    assert f"<h1>{html.escape(lines[0], quote=False)}</h1>" in markup
    assert lines[1] in html.unescape(markup)
