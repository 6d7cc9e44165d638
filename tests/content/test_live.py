"""Live stories: what begins a report, and when it was."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.content.live import coverage
from nashra.content.markdown import Renderer
from nashra.model import LiveEntry, Prose

ZONE = ZoneInfo("Asia/Muscat")
BEGINS = datetime(2026, 11, 23, 8, tzinfo=ZONE)
RENDERER = Renderer(base_path="/")


def entries(text: str) -> tuple[LiveEntry, ...]:
    return coverage(text, RENDERER, begins=BEGINS, zone=ZONE).entries


def prose(entry: LiveEntry) -> str:
    return "".join(part.html for part in entry.body if isinstance(part, Prose))


@pytest.mark.parametrize(
    ("heading", "moment", "title"),
    [
        ("## 14:05 أول القوارب يصل", "2026-11-23 14:05", "أول القوارب يصل"),  # the story's own day
        ("## ١٤:٠٥ أول القوارب", "2026-11-23 14:05", "أول القوارب"),
        ("## 2:05 م أول القوارب", "2026-11-23 14:05", "أول القوارب"),  # afternoon
        ("## 2:05 مساء المدينة", "2026-11-23 02:05", "مساء المدينة"),  # a word, no mark of it
        ("## 14:05 — أول القوارب", "2026-11-23 14:05", "أول القوارب"),
        ("## 14:05: أول القوارب", "2026-11-23 14:05", "أول القوارب"),
        ("## 14:05", "2026-11-23 14:05", ""),  # no title
        ("## 24 نوفمبر 2026 09:30 الميناء يفتح", "2026-11-24 09:30", "الميناء يفتح"),
        ("## 2026-11-24 09:30 الميناء يفتح ##", "2026-11-24 09:30", "الميناء يفتح"),
        ("## ٢٤/١١/٢٠٢٦ ٩:٣٠ الميناء", "2026-11-24 09:30", "الميناء"),
    ],
)
def test_a_heading_that_begins_with_a_time_begins_a_report(
    heading: str, moment: str, title: str
) -> None:
    (entry,) = entries(f"{heading}\n\nنص.\n")

    assert f"{entry.moment:%Y-%m-%d %H:%M}" == moment
    assert entry.title == title
    assert "<p>نص.</p>" in prose(entry)


@pytest.mark.parametrize(
    "line",
    [
        "## لماذا تأخرت القوارب",  # a heading like any other
        "## مباراة انتهت 3:10 لصالح الميناء",  # no day before the time, so no time
        "## 25:70 رقم",  # no such hour
        "### 14:05 تفصيل",  # another level
        "14:05 نص",  # no heading
        "```\n## 14:05 في الشفرة\n```",
    ],
)
def test_what_begins_no_report(line: str) -> None:
    found = coverage(line, RENDERER, begins=BEGINS, zone=ZONE)

    assert found.entries == ()
    assert found.above.parts


def test_reports_are_newest_first_however_they_were_written() -> None:
    found = entries("## 10:00 أ\n\n## 12:00 ج\n\n## 11:00 ب\n")

    assert [entry.title for entry in found] == ["ج", "ب", "أ"]


def test_a_day_holds_until_another_is_named() -> None:
    found = entries("## 23:50 أ\n\n## 24 نوفمبر 2026 00:10 ب\n\n## 01:00 ج\n")

    assert [f"{entry.moment:%d %H:%M}" for entry in found] == ["24 01:00", "24 00:10", "23 23:50"]


def test_two_reports_of_one_minute_have_addresses_of_their_own() -> None:
    found = entries("## 10:00 أ\n\n## 10:00 ب\n")

    assert {entry.anchor for entry in found} == {"at-20261123-1000", "at-20261123-1000-2"}


def test_what_stands_above_stays_above() -> None:
    found = coverage("مقدمة.\n\n## 10:00 أ\n\nنص.\n", RENDERER, begins=BEGINS, zone=ZONE)

    assert [part.html for part in found.above.parts if isinstance(part, Prose)] == ["<p>مقدمة.</p>"]


@given(
    st.lists(
        st.sampled_from(
            ["## 10:00 تحديث", "## 2026-11-24 09:30", "نص", "", "```", "~~~", "## عنوان"]
        )
    )
)
def test_no_word_is_lost(lines: list[str]) -> None:
    found = coverage("\n".join(lines), RENDERER, begins=BEGINS, zone=ZONE)
    shown = "".join(entry.title + prose(entry) for entry in found.entries) + "".join(
        part.html for part in found.above.parts if isinstance(part, Prose)
    )

    shown = re.sub("<[^>]*>", " ", shown)
    for word in ("نص", "تحديث", "عنوان"):
        assert shown.count(word) == sum(word in line.split() for line in lines)
