"""Tags that readers take for the same are one, at one address, as they are most often written."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from nashra.language.slug import slugify
from tests.sites import Site, new_site, story

WITH, WITHOUT = "كأس العالم", "كاس العالم"
TAG, PLAIN = "/tag/كأس-العالم/", "/tag/كاس-العالم/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(tmp_path / "site")


def write(site: Site, *tags: str) -> None:
    """Write a story a day, each with the tags of its place."""
    for number, written in enumerate(tags, 1):
        site.write(
            f"-- content/articles/science/{number}.md --\n"
            + story(f"خبر {number}", date=f"2026-11-{number:02}", tags=f"[{written}]")
        )


def address(number: int) -> str:
    return f"/science/2026/11/{number}/"


def link(name: str, at: str = TAG) -> str:
    return f'<a href="{quote(at)}">{name}</a>'


def test_two_spellings_are_one_list_and_show_alike_everywhere(site: Site) -> None:
    write(site, WITHOUT, WITH, WITH)
    site.build()

    assert f"<h1>{WITH}</h1>" in site.page(TAG)
    for number in (1, 2, 3):
        assert link(WITH) in site.page(address(number))
        assert quote(address(number)) in site.page(TAG)


def test_a_story_that_writes_both_has_one_link(site: Site) -> None:
    write(site, f"{WITH}، {WITHOUT}, سباحة")
    site.build()

    assert site.page(address(1)).count(quote(TAG)) == 1
    assert quote("/tag/سباحة/") in site.page(address(1))


def test_structured_data_keeps_what_the_writer_wrote(site: Site) -> None:
    write(site, WITHOUT, WITH, WITH)
    site.build()

    assert f'"keywords":["{WITHOUT}"]' in site.page(address(1)).replace(": [", ":[")


def test_the_address_of_each_spelling_leads_to_the_page(site: Site) -> None:
    write(site, WITHOUT, WITH)
    site.build()

    assert quote(TAG) in site.page(PLAIN)

    write(site, WITH, WITH)
    site.build()
    assert quote(TAG) in site.page(PLAIN), "the plain form leads there for ever"

    write(site, WITHOUT, WITHOUT)
    site.build()
    assert "tag/كأس-العالم/index.html" not in site.files(), "nobody writes it so any more"
    assert f"<h1>{WITHOUT}</h1>" in site.page(PLAIN)


@pytest.mark.parametrize(
    ("tags", "shown", "why"),
    [
        ((WITHOUT, WITHOUT, WITH), WITHOUT, "the commoner one"),
        ((WITHOUT, WITH), WITH, "of equals, the one with its hamza"),
        (("covid", "COVID"), "COVID", "or with its capitals"),
        (("جــديد", "جديد"), "جديد", "then the shorter one"),
        (("كأس  العالم", WITH), WITH, "blanks make no other spelling"),
        (("الصحه", "الصحة", "الصحه, بحر"), "الصحه", "counted by stories"),
    ],
)
def test_which_spelling_is_shown(site: Site, tags: tuple[str, ...], shown: str, why: str) -> None:
    write(site, *tags)
    site.build()

    heading = f"<bdi>{shown}</bdi>" if shown.isascii() else shown
    assert f"<h1>{heading}</h1>" in site.page(f"/tag/{slugify(shown)}/"), why


def test_another_spelling_makes_nothing_again_but_what_lists_its_story(site: Site) -> None:
    write(site, WITH, WITH, WITH)
    site.build()
    site.write(
        "-- content/articles/science/4.md --\n"
        + story("خبر 4", date="2026-11-04", tags=f"[{WITHOUT}]")
    )

    report = site.build()

    stories = {f"science/2026/11/{number}/index.html" for number in (1, 2)}
    assert not stories & report.reasons.keys(), "neither beside it, nor another name"


def test_when_another_spelling_becomes_commoner_every_page_that_shows_it_follows(
    site: Site,
) -> None:
    write(site, WITH, WITHOUT, "بحر", "بحر", "بحر")
    site.build()
    assert link(WITH) in site.page(address(2))

    write(site, WITHOUT)
    report = site.build()

    shows = {f"science/2026/11/{number}/index.html" for number in (1, 2)}
    assert shows | {"tag/كاس-العالم/index.html"} <= {*report.changed}
    assert "tag/كأس-العالم/index.html" in report.removed, "nobody writes it so any more"
    assert link(WITHOUT, PLAIN) in site.page(address(2))
    assert "science/2026/11/5/index.html" not in report.changed
    assert site.files() == site.cold()


def test_what_is_not_public_does_not_count(site: Site) -> None:
    write(site, WITH, WITHOUT, WITHOUT)
    for number in (2, 3):
        path = site.root / f"content/articles/science/{number}.md"
        path.write_text(
            path.read_text("utf-8").replace("---\n", "---\nstatus: draft\n", 1), "utf-8"
        )
    site.build()

    assert f"<h1>{WITH}</h1>" in site.page(TAG)
    assert link(WITH) in site.page(address(1))


def test_long_tags_that_are_cut_alike_do_not_fight_for_an_address(site: Site) -> None:
    long = "أ" * 200
    write(site, f"{long}ب", f"{long}ت", f"{'ا' * 200}ث")
    site.build()

    assert site.files() == site.cold()
