"""What is not public is in no byte of the output, wherever editors named it, until its moment."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from nashra.language.short_id import short_id
from tests.sites import CONFIG, NOW, Site, new_site, story

HIDDEN = "content/articles/science/2026/11/makhfi.md"
TWIN = "content/en/articles/science/2026/11/makhfi.md"
AT = NOW + timedelta(hours=1)
"""When the clock passes."""

WORDS = {
    "headline": "زرنوقة",
    "standfirst": "خيتعور",
    "kicker": "دردبيس",
    "body": "عيطموس",
    "tag": "حيزبون",
    "thread": "شمردل",
    "writer": "عنقفير",
    "place": "كنهور",
    "agency": "قذعمل",
    "caption": "سلسبيل",
    "correction": "جحمرش",
    "alternative text": "علطبيس",
    "headline in English": "zanzaloon",
    "former address": "qabl",
    "picture": "suratun",
    "file": "makhfi",
}
"""Words that stand nowhere else, each by where it stands in the hidden story."""


SHORT = short_id(f"/{WORDS['former address']}/")
"""The name of its short address, which is of the first address that it had."""
CORRECTED = "[{date: 2026-11-12, text: صححنا الرقم}]"
"""Of another story: every page's foot leads to the corrections where there are any."""


def everything(site_name: str) -> str:
    """Give a site with every feature that might carry a story's words, but without the story."""
    return f"""\
-- config.yaml --
{CONFIG}editions:
  en:
    name: {site_name}
    sections: [{{slug: science, name: Science}}]
offline: yes
-- content/front.yaml --
lead: {HIDDEN.removeprefix("content/")}
top: [{HIDDEN.removeprefix("content/")}, السلاحف]
packages: [{{title: البحر, stories: [{HIDDEN.removeprefix("content/")}, السلاحف]}}]
sections: {{science: {{lead: {HIDDEN.removeprefix("content/")}}}}}
-- content/articles/science/2026/11/turtles.md --
{story("السلاحف", date="2026-11-20", tags="[البحر]", related=f"[{HIDDEN}]", thread="الشاطئ")}
-- content/articles/science/2026/11/older.md --
{story("أقدم", date="2026-11-10", tags="[البحر]", thread="الشاطئ", corrections=CORRECTED)}
-- content/articles/sport/2026/11/unrelated.md --
{story("مباراة", date="2026-11-11")}
-- content/articles/sport/2026/09/unrelated.md --
{story("سباق", date="2026-09-11", tags="[سباق]")}
"""


def hidden(**fields: str) -> str:
    """Give the hidden story, in both languages, with a picture that nobody else shows."""
    said = {
        "kind": "live",
        "summary": WORDS["standfirst"],
        "kicker": WORDS["kicker"],
        "tags": f"[البحر, {WORDS['tag']}]",
        "thread": WORDS["thread"],
        "authors": f"[{{name: {WORDS['writer']}, role: محرر}}]",
        "place": WORDS["place"],
        "source": WORDS["agency"],
        "image": f"{{src: {WORDS['picture']}.jpg, alt: {WORDS['alternative text']}, "
        f"caption: {WORDS['caption']}}}",
        "corrections": f"[{{date: 2026-11-22, text: {WORDS['correction']}}}]",
        "aliases": f"[/{WORDS['former address']}/]",
        "pinned": "yes",
        "breaking_until": "2026-12-30",
        **fields,
    }
    body = f"{WORDS['body']}\n\n## 10:00 {WORDS['body']}\n\nنص."
    date = said.pop("date", "2026-11-21")
    english = story(WORDS["headline in English"], **{"date": date, **fields})
    return (
        f"-- {HIDDEN} --\n{story(WORDS['headline'], date=date, body=body, **said)}"
        f"-- {TWIN} --\n{english}"
        f"-- content/media/{WORDS['picture']}.jpg --\npicture"
    )


WHEN_HIDDEN = {
    "draft": {"status": "draft"},
    "to come": {"date": "2026-11-23 13:00"},
    "embargoed": {"publish_at": "2026-11-23 13:00"},
    "expired": {"expires": "2026-11-23 11:59"},
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = new_site(tmp_path / "site", everything("Swallow"))
    config = (made.root / "config.yaml").read_text("utf-8").replace("theme: plain\n", "")
    (made.root / "config.yaml").write_text(config, "utf-8")
    return made


def found(site: Site) -> dict[str, list[str]]:
    """Give the files in which each word stands, in any of the ways in which bytes can say it."""
    spelled = {
        what: (word, quote(word), quote(word).lower(), json.dumps(word).strip('"'))
        for what, word in {**WORDS, "short address": SHORT}.items()
    }
    places: dict[str, list[str]] = {}
    for name, data in site.files().items():
        text = f"{name}\n{data.decode('utf-8', errors='replace')}"
        for what, ways in spelled.items():
            if any(way in text for way in ways):
                places.setdefault(what, []).append(name)
    return places


def unrelated(site: Site) -> dict[Path, tuple[bytes, int]]:
    """Give the pages that have nothing to do with the story, and when each was written."""
    output = site.folders.output
    pages = [
        *output.glob("sport/2026/*/unrelated/index.html"),
        *output.glob("tag/سباق/index.html"),
        *output.glob("archive/2026/09/**/index.html"),
        *output.glob("sport/index.html"),
        *output.glob("sport/*.xml"),
        *output.glob("a/*/index.html"),
        output / "404.html",
    ]
    return {
        page: (page.read_bytes(), page.stat().st_mtime_ns)
        for page in pages
        if page.exists() and page.parent.name != SHORT
    }


@pytest.mark.parametrize("fields", WHEN_HIDDEN.values(), ids=WHEN_HIDDEN)
def test_not_one_word_of_it_is_in_any_byte(site: Site, fields: dict[str, str]) -> None:
    site.write(hidden(**fields))
    site.build()

    assert found(site) == {}


def test_the_same_words_are_found_where_it_is_public(site: Site) -> None:
    site.write(hidden())
    site.build()

    assert {*found(site)} == {*WORDS, "short address"}, "or the other tests could not fail"


@pytest.mark.parametrize("fields", WHEN_HIDDEN.values(), ids=WHEN_HIDDEN)
def test_what_was_public_goes_without_a_trace(site: Site, fields: dict[str, str]) -> None:
    site.write(hidden())
    site.build()
    site.write(hidden(**fields))
    site.build()

    assert found(site) == {}
    assert site.files() == site.cold()


@pytest.mark.parametrize(
    ("fields", "before", "why"),
    [
        ({"publish_at": "2026-11-23 13:00"}, False, "an embargo ends"),
        ({"date": "2026-11-23 13:00"}, False, "its date comes"),
        ({"expires": "2026-11-23 13:00"}, True, "it expires"),
    ],
)
def test_the_clock_alone_brings_it_and_takes_it(
    site: Site, fields: dict[str, str], *, before: bool, why: str
) -> None:
    site.write(hidden(**fields))
    just_before, just_then = AT - timedelta(seconds=1), AT
    site.build(just_before)
    assert bool(found(site)) is before, why
    assert site.files() == site.cold(just_before)
    stay = unrelated(site)
    assert len(stay) > 8

    site.build(just_then)
    assert bool(found(site)) is not before, why
    assert site.files() == site.cold(just_then)
    assert {page: unrelated(site).get(page) for page in stay} == stay, "nothing else is written"


def test_a_build_that_comes_late_or_early_ends_alike(site: Site) -> None:
    site.write(hidden(publish_at="2026-11-23 13:00", expires="2026-11-25 13:00"))
    moments: list[datetime] = [NOW, AT, NOW + timedelta(days=3), AT, NOW]
    for moment in moments:
        site.build(moment)
        assert site.files() == site.cold(moment)
        assert bool(found(site)) is (moment == AT)
