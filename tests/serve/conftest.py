"""What the tests of the preview may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.serve.asking import Site
from tests.serve.browsing import Desk


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with closing(Desk()) as desk:
        yield desk


@pytest.fixture
def newsroom(tmp_path: Path) -> Site:
    """A site with one story and nothing built."""
    site = Site(tmp_path)
    site.content.mkdir()
    site.write("خبر.txt", "النص الأول")
    return site


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A built site: a front page, a story at an Arabic address, and one of most kinds of file."""
    folder = tmp_path / "output"
    files = {
        "index.html": "<!doctype html><html><body><h1>الرئيسية</h1></body></html>",
        "404.html": "<!doctype html><html><body>ضاعت الصفحة</body></html>",
        "سياسة/خبر-عاجل/index.html": "<!doctype html><body>خبر</body>",
        "fragment.html": "<p>آخر الأخبار</p>",
        "assets/site.css": "body{color:red}",
        "feed.xml": "<rss/>",
        "big.mp4": "0123456789" * 100,
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("سر", encoding="utf-8")
    return folder
