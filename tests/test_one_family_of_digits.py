"""A site with Arabic-Indic or Persian digits shows no others, save in what people wrote."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from nashra.language.digits import in_family, to_latin
from nashra.media import fonts
from nashra.render.theme import find
from tests.sites import Site, story

Newsroom = Callable[[str], Site]

_UNSEEN = {"script", "style", "title"}
_FAMILIES = {"latn": "[٠-٩۰-۹]", "arab": "[0-9۰-۹]", "arabext": "[0-9٠-٩]"}
"""Digits that do not belong beside those of a family."""


class _Shown(HTMLParser):
    """Gathers what a reader sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self.texts += [value or "" for name, value in attrs if name in {"alt", "aria-label"}]

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)


def shown(page: str) -> str:
    parser = _Shown()
    parser.feed(page)
    return "\n".join(parser.texts)


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the theme's faces cut: seconds of work for each site otherwise."""
    folder = tmp_path_factory.mktemp("faces")
    for face in find("jarida", site_themes=folder).faces:
        fonts.cut(face, cache=folder)
    return folder


@pytest.fixture
def newsroom(tmp_path: Path, faces: Path) -> Newsroom:
    """Give what makes a site of the default theme with some settings."""

    def make(settings: str) -> Site:
        site = laid_out(Site(tmp_path / "site"), settings)
        shutil.copytree(faces, site.folders.state / "fonts")
        return site

    return make


def laid_out(site: Site, settings: str) -> Site:
    """Fill a site whose writers write no digit at all."""
    site.write(
        "-- config.yaml --\nname: السنونو\naddress: https://example.org/\n"
        f"stories_per_page: 2\nstories_on_front: 4\n{settings}\n"
        "sections:\n  - {slug: science, name: علوم}\n  - {slug: sport, name: رياضة}\n"
    )
    names = ["القمر", "الريح", "الموج", "النجم", "الرمل", "الغيم", "المطر", "البرق"]
    for at, name in enumerate(names):
        body = "كلمة " * 150 * (at * 3 + 1)
        if at == 0:
            body += "\n\n- نقطة\n\n1. أول\n2. ثان\n\nحاشية[^a]\n\n[^a]: هامش"
        extra = {"kind": "opinion"} if at % 4 == 1 else {}
        site.write(
            f"-- content/articles/science/{at}.md --\n"
            + story(
                name,
                date=f"2026-11-{at + 10} 1{at}:05",
                body=body,
                tags="[بحر]",
                authors="ليلى",
                updated="2026-11-22 17:30",
                corrections="[{date: 2026-11-22, text: صُحح اسم}]",
                slug=f"story-{at}",
                **extra,
            )
        )
    return site


@pytest.mark.parametrize(
    ("settings", "family"),
    [
        ("region: EG\ndates: {digits: arab}", "arab"),
        ("region: SA\ndates: {digits: arab}", "arab"),
        ("region: SA\ndates: {digits: arab, calendar: hijri, beside: gregorian}", "arab"),
        ("region: MA", "latn"),
        ("language: fa\nregion: IR", "arabext"),
        ("language: fa\nregion: AF\ndates: {beside: gregorian}", "arabext"),
        ("language: ur\nregion: PK", "latn"),
        ("language: he\nregion: IL", "latn"),
    ],
)
def test_no_digit_of_another_family(newsroom: Newsroom, settings: str, family: str) -> None:
    site = newsroom(settings)
    report = site.build()
    pages = {name: data.decode() for name, data in site.files().items() if name.endswith(".html")}

    assert not report.failed
    assert len(pages) > 20
    for name, page in pages.items():
        seen = shown(page)
        assert not re.search(_FAMILIES[family], seen), f"{name}: {seen}"
        if "stylesheet" in page:
            assert f'data-digits="{family}"' in page, name
    everything = shown("".join(pages.values()))
    for number in ("404", "2026" if "fa" not in settings else "1405"):
        assert in_family(number, family) in everything


def test_what_writers_wrote_stays_as_they_wrote_it(newsroom: Newsroom) -> None:
    site = newsroom("region: EG\ndates: {digits: arab}")
    site.write("-- content/articles/sport/race.md --\n" + story("سباق 10 كم", body="فاز 3."))
    site.build()

    assert "سباق 10\u00a0كم" in site.page("/")
    assert "فاز 3." in site.everything()


@pytest.mark.parametrize("digits", ["latn", "arab", "arabext"])
def test_what_machines_read_is_the_same_whatever_is_shown(newsroom: Newsroom, digits: str) -> None:
    site = newsroom(f"region: SA\ntime_zone: Asia/Riyadh\ndates: {{digits: {digits}}}")
    site.build()
    page = site.page("/science/2026/11/story-3/")

    assert '<time datetime="2026-11-13T13:05:00+03:00">' in page
    assert '"datePublished":"2026-11-13T13:05:00+03:00"' in page
    assert "<pubDate>Fri, 13 Nov 2026 13:05:00 +0300</pubDate>" in site.page("/feed.xml")


def test_counts_are_in_six_forms_on_the_page(newsroom: Newsroom) -> None:
    site = newsroom("region: EG\ndates: {digits: arab}")
    site.build()
    seen = [shown(site.page(f"/science/2026/11/story-{at}/")) for at in range(8)]

    assert "دقيقة قراءة واحدة" in seen[0]
    assert "٣ دقائق قراءة" in seen[1]
    assert "١٣ دقيقة قراءة" in seen[5]
    assert "الصفحة ١" in shown(site.page("/science/page/1/"))


def test_footnotes_and_their_marks_agree(newsroom: Newsroom) -> None:
    site = newsroom("region: EG\ndates: {digits: arab}")
    site.build()
    page = site.page("/science/2026/11/story-0/")

    assert re.search(r'class="footnote-ref" href="#[^"]+">١<', page)
    assert to_latin(page).count('class="footnote-ref"') == 1


def test_a_change_of_digits_makes_every_page_anew(newsroom: Newsroom) -> None:
    site = newsroom("region: EG")
    site.build()
    config = site.folders.config
    config.write_text(config.read_text("utf-8") + "dates: {digits: arab, beside: hijri}\n", "utf-8")
    site.build()

    assert site.files() == site.cold()
    assert "الموافق" in site.page("/science/2026/11/story-0/")
