"""Live coverage ends by the clock, at the moment that its writer named."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.sites import NOW, Site, story

PLACE = "content/articles/science"
REPORTS = "## 10:00 بدأ المد\n\nارتفع الماء.\n"
SOON = NOW + timedelta(hours=4)


def live(until: str = "") -> str:
    told = {"live_until": until} if until else {}
    return f"-- {PLACE}/tide.md --\n{story('مد', kind='live', **told)}\n\n{REPORTS}"


@pytest.mark.parametrize(
    ("until", "ended", "why"),
    [
        ("", False, "nobody said when"),
        ("2026-11-23 08:00", True, "it was over this morning"),
        ("2026-11-23 15:00", False, "it goes on for some hours"),
    ],
)
def test_coverage_is_over_when_its_moment_has_come(
    jarida: Site, until: str, *, ended: bool, why: str
) -> None:
    jarida.write(live(until))
    jarida.build()

    assert json.loads(jarida.page("/science/2026/11/tide/live.json"))["ended"] is ended, why
    assert ("data-live=" in jarida.page("/science/2026/11/tide/")) is not ended


def test_when_the_clock_passes_its_two_files_alone_are_made_again(jarida: Site) -> None:
    files = "\n".join(f"-- {PLACE}/{n}.md --\n{story(f'خبر {n}')}" for n in range(5))
    jarida.write(f"{files}\n{live('2026-11-23 15:00')}")
    jarida.build()
    report = jarida.build(SOON)

    assert {name.rpartition("/")[2] for name in report.reasons} == {"index.html", "live.json"}
    assert len(report.reasons) == 2
    assert jarida.files() == jarida.cold(SOON)
