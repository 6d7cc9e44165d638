"""The pages that the gates look at: one of every kind, and none passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.gates import kinds

REPORTS = '<section class="reports" aria-label="التحديثات"'
RUNNING = f'{REPORTS} data-live="live.json">'
ENDED = f"{REPORTS}>"


def _site(folder: Path, pages: dict[str, str]) -> Path:
    for address, html in pages.items():
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(html, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("kind", "html"),
    [
        pytest.param("live", RUNNING, id="a coverage that asks for new reports"),
        pytest.param("ended live", ENDED, id="a coverage that has ended asks for nothing"),
        pytest.param("sound", '<audio src="/media/horn.wav">', id="a sound of one's own"),
        pytest.param("table", '<div class="table" tabindex="0">', id="a table that scrolls"),
        pytest.param("corrected", '<aside class="corrections">', id="a story that was put right"),
        pytest.param("gallery", '<div class="gallery">', id="pictures in a row"),
    ],
)
def test_a_kind_is_known_by_what_its_page_shows(tmp_path: Path, kind: str, html: str) -> None:
    site = _site(tmp_path, {"local/2026/11/harbour": html})
    assert kinds.find(site).pages[kind] == "local/2026/11/harbour/"


def test_a_running_coverage_is_not_taken_for_an_ended_one(tmp_path: Path) -> None:
    site = _site(tmp_path, {"local/2026/11/first": RUNNING, "local/2026/11/second": ENDED})
    assert kinds.find(site).pages["ended live"] == "local/2026/11/second/"


def test_a_kind_without_a_page_is_named(tmp_path: Path) -> None:
    lacking = kinds.missing(kinds.find(_site(tmp_path, {"local/2026/11/horn": "<audio>"})))
    assert "sound" not in lacking
    assert {"live", "thread", "corrections", "numbered"} <= set(lacking)
