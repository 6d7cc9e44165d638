"""The values that cross from one stage to the next."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nashra.errors import Problem, Severity, Words
from nashra.model import Article, Byline, Card, Correction, Image, Kind, StandingPage, Status
from nashra.model.body import Prose
from nashra.report import BuildReport

ZONE = ZoneInfo("Asia/Muscat")
NOON = datetime(2027, 3, 9, 12, tzinfo=ZONE)
HOUR = timedelta(hours=1)
STORY = Article(
    file="content/articles/river/جسر.md", title="جسر", slug="جسر", section="river", date=NOON
)


def test_an_article_lies_under_its_section_and_month() -> None:
    assert STORY.address == "/river/2027/03/جسر/"


def test_the_day_in_an_address_is_the_articles_own() -> None:
    late = replace(STORY, date=datetime(2027, 3, 31, 23, 30, tzinfo=ZONE))

    assert late.address.startswith("/river/2027/03/"), "not the month of UTC, or of London"


def test_a_standing_page_lies_at_the_root() -> None:
    assert StandingPage(file="f", slug="من-نحن", title="من نحن").address == "/من-نحن/"


@pytest.mark.parametrize(
    ("fields", "after", "public", "why"),
    [
        ({}, 0, True, "from its very date"),
        ({}, -1, False, "not a moment before"),
        ({"status": Status.DRAFT}, 5, False, "a draft never"),
        ({"publish_at": NOON + 2 * HOUR}, 1, False, "an embargo outweighs the date"),
        ({"publish_at": NOON + 2 * HOUR}, 2, True, "and ends at its hour"),
        ({"publish_at": NOON - 2 * HOUR}, -1, True, "even before the date"),
        ({"expires": NOON + 2 * HOUR}, 1, True, "until it expires"),
        ({"expires": NOON + 2 * HOUR}, 2, False, "and not at that moment"),
        ({"expires": NOON - HOUR}, 0, False, "expired before it began"),
    ],
)
def test_when_a_reader_may_see_a_story(
    fields: dict[str, object], after: int, public: object, why: str
) -> None:
    story = replace(STORY, **fields)  # type: ignore[arg-type]

    assert story.public(NOON + after * HOUR) is public, why


def test_the_clock_is_one_whatever_zone_it_is_told_in() -> None:
    lisbon = NOON.astimezone(ZoneInfo("Europe/Lisbon"))

    assert STORY.public(lisbon)
    assert not STORY.public(lisbon - HOUR)


@pytest.mark.parametrize(
    "field",
    [
        {"title": "سد"},
        {"slug": "سد"},
        {"section": "sea"},
        {"date": NOON + HOUR},
        {"updated": NOON + HOUR},
        {"corrections": (Correction(NOON + HOUR, "سد"),)},
        {"aliases": ("/old/",)},
        {"kicker": "ماء"},
        {"summary": "ماء"},
        {"authors": (Byline("هند"),)},
        {"image": Image("a.jpg")},
        {"tags": ("ماء",)},
        {"kind": Kind.OPINION},
    ],
    ids=lambda field: next(iter(field)),
)
def test_a_card_changes_with_what_lists_show(field: dict[str, object]) -> None:
    assert Card.of(replace(STORY, **field)) != Card.of(STORY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "field",
    [
        {"body": (Prose("<p>ماء</p>"),)},
        {"words": 9},
        {"source": "وكالة"},
        {"place": "الميناء"},
        {"canonical": "https://example.org/"},
        {"updated": NOON - HOUR},
        {"expires": NOON + HOUR},
    ],
    ids=lambda field: next(iter(field)),
)
def test_a_card_stays_when_anything_else_changes(field: dict[str, object]) -> None:
    assert Card.of(replace(STORY, **field)) == Card.of(STORY)  # type: ignore[arg-type]


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        STORY.title = "سد"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("severities", "failed"),
    [
        ([], False),
        ([Severity.NOTICE], False),
        ([Severity.NOTICE, Severity.ERROR], True),
    ],
)
def test_a_build_failed_if_an_error_kept_something_out(
    severities: list[Severity], failed: object
) -> None:
    words = Words("ماء", "water")
    problems = tuple(Problem("f", 1, words, words, severity=severity) for severity in severities)

    assert BuildReport(problems=problems).failed is failed
