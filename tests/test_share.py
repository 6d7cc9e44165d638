"""Short addresses: where they lead, what keeps them as they are, and what must never show."""

from __future__ import annotations

import re

import pytest

from nashra.catalogue import terms
from nashra.language.short_id import ALPHABET, short_id
from tests.sites import Site, story

TURTLES = "content/articles/science/السلاحف.md"
TIDE = "content/articles/science/المد.md"


def shared(site: Site) -> dict[str, str]:
    """Give where each short address leads."""
    return {
        target: re.search(r"url=([^\"]+)", data.decode())[1]  # type: ignore[index]
        for target, data in site.files().items()
        if re.match(r"(en/)?a/", target)
    }


def test_every_public_story_has_one_and_it_leads_to_the_story(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', slug='turtles')}")
    site.build()

    name = short_id("/science/2026/11/turtles/")
    assert shared(site) == {f"a/{name}/index.html": "/science/2026/11/turtles/"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "draft"}, "a draft"),
        ({"publish_at": "2027-01-01"}, "a story that waits"),
        ({"expires": "2026-11-21"}, "a story that is gone"),
    ],
)
def test_what_is_not_public_has_none(site: Site, fields: dict[str, str], why: str) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', id='hidden', **fields)}")
    site.build()

    assert shared(site) == {}, why
    assert "hidden" not in site.everything(), why


def test_a_name_that_was_written_is_the_name(site: Site) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', slug='turtles', المعرّف='sea-1')}")
    site.build()

    assert shared(site) == {"a/sea-1/index.html": "/science/2026/11/turtles/"}


@pytest.mark.parametrize("name", ["A7", "a", "بحر", "a/b", "-a", "a" * 33, "a b"])
def test_a_name_that_would_be_misread_is_refused(site: Site, name: str) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', id=name)}")
    report = site.build()

    assert report.failed
    assert "id: turtles7" in report.problems[0].remedy.en


def test_a_new_slug_keeps_it_as_long_as_the_old_address_stands_among_the_aliases(
    site: Site,
) -> None:
    site.write(f"-- {TURTLES} --\n{story('السلاحف', slug='one')}")
    site.build()
    (target,) = shared(site)
    old = "[/science/2026/11/one/, /science/2026/11/two/]"
    site.write(f"-- {TURTLES} --\n{story('السلاحف', slug='three', aliases=old)}")
    site.build()

    assert shared(site) == {target: "/science/2026/11/three/"}
    assert site.files() == site.cold()


def test_two_stories_of_one_name_are_told_and_the_older_has_it(site: Site) -> None:
    site.write(
        f"-- {TURTLES} --\n{story('السلاحف', date='2026-11-19', slug='turtles', id='sea')}"
        f"-- {TIDE} --\n{story('المد', date='2026-11-20', slug='tide', id='sea')}"
    )
    report = site.build()

    assert shared(site) == {"a/sea/index.html": "/science/2026/11/turtles/"}
    (problem,) = report.problems
    assert problem.file == TIDE
    assert TURTLES in problem.what.ar
    assert TURTLES in problem.what.en
    assert "id: sea-2" in problem.remedy.en
    assert site.files() == site.cold()

    site.write(f"-- {TIDE} --\n{story('المد', date='2026-11-20', slug='tide', id='sea-2')}")
    assert not site.build().problems
    assert site.files() == site.cold()


def test_the_links_of_a_story_are_to_its_short_address(jarida: Site) -> None:
    jarida.write(f"-- {TURTLES} --\n{story('السلاحف', slug='turtles', id='sea')}")
    jarida.build()

    page = jarida.page("/science/2026/11/turtles/")
    assert "url=https%3A%2F%2Fexample.org%2Fa%2Fsea%2F" in page
    short = jarida.page("/a/sea/")
    assert '<meta name="robots" content="noindex">' in short
    assert '<link rel="canonical" href="https://example.org/science/2026/11/turtles/">' in short
    assert '<meta property="og:title" content="السلاحف">' in short


def test_a_story_that_lost_its_name_to_an_older_one_is_shared_by_its_own_address(
    jarida: Site,
) -> None:
    jarida.write(
        f"-- {TURTLES} --\n{story('السلاحف', date='2026-11-19', slug='turtles', id='sea')}"
        f"-- {TIDE} --\n{story('المد', date='2026-11-20', slug='tide', id='sea')}"
    )
    jarida.build()

    page = jarida.page("/science/2026/11/tide/")
    assert "%2Fa%2Fsea" not in page
    assert "url=https%3A%2F%2Fexample.org%2Fscience%2F2026%2F11%2Ftide%2F" in page


def test_a_newsroom_may_do_without(jarida: Site) -> None:
    jarida.write(f"-- {TURTLES} --\n{story('السلاحف', slug='turtles', id='sea')}")
    jarida.build()
    config = jarida.root / "config.yaml"
    config.write_text(config.read_text("utf-8") + "روابط_المشاركة: لا\n", "utf-8")
    jarida.build()

    assert shared(jarida) == {}
    assert "%2Fa%2Fsea" not in jarida.page("/science/2026/11/turtles/")
    assert jarida.files() == jarida.cold()


def test_each_edition_has_its_own(site: Site) -> None:
    config = site.root / "config.yaml"
    config.write_text(config.read_text("utf-8") + "editions:\n  en: {name: Swallow}\n", "utf-8")
    site.write(
        f"-- {TURTLES} --\n{story('السلاحف', slug='turtles', id='sea')}"
        "-- content/en/articles/science/turtles.md --\n"
        + story("Turtles", slug="turtles", id="sea")
    )
    report = site.build()

    assert not report.failed
    assert shared(site) == {
        "a/sea/index.html": "/science/2026/11/turtles/",
        "en/a/sea/index.html": "/en/science/2026/11/turtles/",
    }


def test_a_name_is_short_and_hard_to_misread() -> None:
    names = {short_id(f"/science/2026/11/{number}/") for number in range(5000)}

    assert len(names) == 5000
    assert {letter for name in names for letter in name} == set(ALPHABET)
    assert not set("ilou") & set(ALPHABET)
    assert short_id("/science/") == short_id("/science/"), "the same on every machine"
    assert terms.SHARE in terms.OF_CARDS, "a new body makes no short address again"
