"""What the newsroom sees of its own site: made with the real engine, and never kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from nashra import config as configuration
from nashra.desk.newsroom import LocalNewsroom
from nashra.serve.newsroom import Saved
from tests.sites import ENGLISH_EDITION, NOW, Site, story

ADDRESS = "/science/2026/11/a/"
PICTURE = "{src: a.jpg, alt: سنونو, credit: وكالة}"


def newsroom(site: Site, *, after: timedelta = timedelta()) -> LocalNewsroom:
    return LocalNewsroom(
        lambda: configuration.load(site.folders.config), site.folders, lambda: NOW + after
    )


def write(site: Site, text: str, name: str = "a", edition: str = "") -> None:
    site.write(f"-- content/{edition}articles/science/{name}.md --\n{text}")


@pytest.mark.parametrize(
    ("fields", "said", "why"),
    [
        ({"status": "draft"}, "مسودة: لا يراها القراء.", "its writer has not let it go"),
        ({"publish_at": "2026-11-24 08:00"}, "2026-11-24 08:00", "its hour has not come"),
        ({"expires": "2026-11-22 08:00"}, "انتهى عرضه", "its hour has gone"),
    ],
)
def test_a_story_that_no_reader_sees_has_its_page_and_says_why(
    site: Site, fields: dict[str, str], said: str, why: str
) -> None:
    write(site, story("السنونو يعود", body="نص لم يُنشر.", **fields))
    write(site, story("خبر آخر"), "b")
    site.build()
    before = site.files()

    shown = newsroom(site).unpublished(ADDRESS)

    assert shown is not None, why
    html = shown.html.decode()
    assert "السنونو يعود" in html
    assert "نص لم يُنشر." in html
    assert "خبر آخر" in html, "with the stories beside it, as it will be"
    assert said in shown.band.ar
    site.build()
    assert site.files() == before, "looking changes nothing"
    assert "نص لم يُنشر." not in site.everything()


def test_its_page_is_the_one_that_readers_will_see(site: Site) -> None:
    write(site, story("السنونو يعود", publish_at="2026-11-24 08:00"))
    write(site, story("خبر آخر"), "b")
    site.build()
    shown = newsroom(site).unpublished(ADDRESS)
    site.build(NOW + timedelta(days=2))

    assert shown is not None
    assert shown.html.decode() == site.page(ADDRESS)


def test_a_public_story_and_no_story_are_not_the_newsrooms_alone(site: Site) -> None:
    write(site, story("خبر"))
    site.build()
    desk = newsroom(site)

    assert desk.unpublished(ADDRESS) is None
    assert desk.unpublished("/science/2026/11/lost/") is None
    assert desk.is_story(ADDRESS)
    assert not desk.is_story("/science/")


def test_a_draft_at_the_address_of_a_public_story_gives_way(site: Site) -> None:
    write(site, story("خبر", slug="same"))
    write(site, story("مسودة", slug="same", status="draft"), "b")
    site.build()

    assert newsroom(site).unpublished("/science/2026/11/same/") is None


def test_an_editions_draft_is_shown_in_its_language(site: Site) -> None:
    with (site.root / "config.yaml").open("a", encoding="utf-8") as config:
        config.write(ENGLISH_EDITION)
    write(site, story("Swallows return", status="draft"), edition="en/")
    site.build()

    shown = newsroom(site).unpublished("/en" + ADDRESS)

    assert shown is not None
    assert "Swallows return" in shown.html.decode()


def test_a_template_that_was_mended_is_read_again(site: Site) -> None:
    write(site, story("خبر", status="draft"))
    site.build()
    desk = newsroom(site)
    assert desk.unpublished(ADDRESS)
    template = site.root / "themes/plain/templates/story.html"
    template.write_text("<!doctype html><p>قالب جديد", encoding="utf-8")
    site.build()
    desk.renew()

    shown = desk.unpublished(ADDRESS)
    assert shown is not None
    assert "قالب جديد" in shown.html.decode()


def test_what_waits_is_listed_with_its_moment(site: Site) -> None:
    write(site, story("مسودة", status="draft"))
    write(site, story("غدا", publish_at="2026-11-24 08:00"), "b")
    write(site, story("منشور"), "c")
    site.build()

    rows = [(each.state.en, each.when, each.title, each.link) for each in newsroom(site).waiting()]

    assert rows == [
        ("Draft", "2026-11-20 00:00", "مسودة", "/science/2026/11/a/"),
        ("Scheduled", "2026-11-24 08:00", "غدا", "/science/2026/11/b/"),
    ]


def test_the_sheet_tells_what_is_there_and_what_is_not(site: Site) -> None:
    write(site, story("السنونو يعود", tags="[طيور]", body="نص الخبر, وفيه فاصلة."))
    site.build()

    sheet = newsroom(site).sheet(ADDRESS)

    assert sheet is not None
    assert sheet["words"] == 4
    assert sheet["headline"] == {"length": 12, "most": 90}
    missing = sheet["missing"]
    assert isinstance(missing, list)
    assert [words["en"] for words in missing] == [
        "No summary.",
        "No picture (image).",
        "Neither a writer nor an agency.",
    ]
    slips = sheet["copy"]
    assert isinstance(slips, list)
    assert {slip["line"] for slip in slips} == {7}
    pages = sheet["pages"]
    assert isinstance(pages, list)
    links = {page["link"] for page in pages}
    assert {"/", "/science/", "/tag/طيور/"} <= links
    assert not any(link.startswith(ADDRESS) for link in links)


def test_the_sheet_of_a_story_with_everything_misses_nothing(site: Site) -> None:
    fields = {"summary": "ملخص", "image": PICTURE, "tags": "[طيور]", "authors": "[أمل]"}
    write(site, story("السنونو يعود", **fields, status="draft"))
    site.build()

    sheet = newsroom(site).sheet(ADDRESS)

    assert sheet is not None
    assert sheet["missing"] == []
    assert sheet["pages"] == [], "no page shows a draft"
    assert newsroom(site).sheet("/lost/") is None


def test_the_story_that_was_saved_is_known_by_its_file(site: Site) -> None:
    write(site, story("خبر", status="draft"))
    write(site, story("أحدث", date="2026-11-21"), "b")
    site.build()
    desk = newsroom(site)
    folder = site.root / "content/articles/science"

    assert desk.story_among([folder / "a.md"]) == Saved(ADDRESS)
    assert desk.story_among([folder / "a.md", folder / "b.md"]) == Saved("/science/2026/11/b/")
    assert desk.story_among([site.root / "config.yaml", folder / "lost.md"]) is None
    desk.renew([folder / "a.md"])
    assert desk.story_among([site.root / "content/inbox/x.txt"]) == Saved(ADDRESS, dropped=True)


def test_a_drafts_picture_is_shown_and_no_other_file(site: Site) -> None:
    site.write("-- content/media/a.jpg --\nx\n-- content/articles/secret.md --\nx\n")
    desk = newsroom(site)

    assert desk.original("/media/a.jpg") == site.root / "content/media/a.jpg"
    for address in ("/media/../articles/secret.md", "/media/", "/media/b.jpg", "/a.jpg"):
        assert desk.original(address) is None, address


def test_a_style_sheet_is_known_by_the_address_that_it_had(jarida: Site) -> None:
    desk = newsroom(jarida)

    style = desk.style("/assets/site.0123456789.css")

    assert style is not None
    assert b"@font-face" in style
    assert desk.style("/assets/lost.0123456789.css") is None
    assert desk.style("/science/") is None


@pytest.mark.parametrize("file", ["output/index.html", "../secret.md", "content", "/etc/passwd"])
def test_nothing_but_the_sites_own_files_is_opened(site: Site, file: str) -> None:
    site.write("-- output/index.html --\nx\n")
    Path(site.root.parent / "secret.md").write_text("x", encoding="utf-8")

    assert not newsroom(site).open(file, 1, 1)
