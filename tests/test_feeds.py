"""Feeds: valid by their specifications, the same story everywhere, and never a new name for it."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.sites import CONFIG, Site, story

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}content"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

SETTINGS = CONFIG.replace("theme: plain\n", "")
TURTLES = story(
    "السلاحف تعود <إلى> الشاطئ & البحر",
    date="2026-11-20 09:30",
    updated="2026-11-21 10:00",
    section="science",
    slug="السلاحف",
    summary="أول الأعشاش منذ عامين.",
    authors="[layla, كاتب زائر]",
    tags="[بحر, بيئة]",
    image="{src: turtle.jpg, alt: سلحفاة, caption: على الرمل, credit: السنونو}",
    corrections="[{date: 2026-11-22, text: الأعشاش سبعة}]",
    body="نص فيه [رابط](/about/) و![صورة](sea.jpg) وحاشية[^1].\n\n[^1]: هنا.\n\n"
    "/// related\n\n- نادي الدراجات\n- خبر لم يكتب\n\n///\n",
)
CYCLES = story("نادي الدراجات", date="2026-11-19", section="sport", tags="[بحر]")
FILES = (
    f"-- content/articles/science/turtles.md --\n{TURTLES}\n"
    f"-- content/articles/sport/cycles.md --\n{CYCLES}\n"
    "-- content/authors/layla.md --\n---\nname: ليلى حداد\nrole: محررة\n---\nنبذة\n"
    "-- content/pages/about.md --\n---\ntitle: من نحن\n---\nنص\n"
    "-- content/media/turtle.jpg --\npicture\n"
    "-- content/media/sea.jpg --\nsea\n"
)
ADDRESS = "https://example.org/science/2026/11/السلاحف/"


@pytest.fixture
def sample(site: Site) -> Site:
    """The default theme, whose feeds are what newsrooms get."""
    site.write(f"-- config.yaml --\n{SETTINGS}websub: https://hub.example/\n{FILES}")
    site.build()
    return site


def configured(site: Site, settings: str) -> Site:
    site.write(f"-- config.yaml --\n{SETTINGS}{settings}\n{FILES}")
    site.build()
    return site


def channel(site: Site, address: str) -> Element:
    found = fromstring(site.page(address)).find("channel")  # noqa: S314 — our own output
    assert found is not None
    return found


def atom(site: Site, address: str) -> Element:
    return fromstring(site.page(address))  # noqa: S314


def json_feed(site: Site, address: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.page(address))
    return found


def feeds(site: Site, name: str) -> list[str]:
    return [f"/{target}" for target in site.files() if target.rpartition("/")[2] == name]


class TestWhichThereAre:
    def test_the_site_and_sections_have_three_and_the_many_lists_have_one(
        self, sample: Site
    ) -> None:
        both = {"/atom.xml", "/science/atom.xml", "/sport/atom.xml"}

        assert set(feeds(sample, "atom.xml")) == both
        assert set(feeds(sample, "feed.json")) == {a.replace("atom.xml", "feed.json") for a in both}
        assert set(feeds(sample, "feed.xml")) == {
            *(address.replace("atom.xml", "feed.xml") for address in both),
            "/tag/بحر/feed.xml",
            "/tag/بيئة/feed.xml",
            "/author/layla/feed.xml",
            "/author/كاتب-زائر/feed.xml",
            "/corrections/feed.xml",
        }

    @pytest.mark.parametrize(
        "page",
        ["/", "/science/", "/tag/بحر/", "/author/layla/", "/corrections/", "/about/"],
    )
    def test_every_feed_that_a_page_names_is_there(self, sample: Site, page: str) -> None:
        named = re.findall(
            r'<link rel="alternate" type="application/[a-z]+\+(?:xml|json)" [^>]*href="([^"]+)">',
            sample.page(page),
        )

        own = "" if page == "/about/" else f"{page}feed.xml"
        assert own in {unquote(address) for address in named} | {""}
        for address in named:
            assert sample.page(unquote(address))

    def test_readers_see_the_feed_of_a_tag_and_of_a_writer(self, sample: Site) -> None:
        assert 'href="/author/layla/feed.xml">خلاصة ليلى حداد' in sample.page("/author/layla/")
        assert "خلاصة بحر" in sample.page("/tag/بحر/")

    def test_only_the_formats_that_the_site_asks_for(self, site: Site) -> None:
        configured(site, "الخلاصات:\n  الصيغ: atom، json\n")

        assert not feeds(site, "feed.xml"), "no RSS, so none of tags and writers either"
        assert 'type="application/rss+xml"' not in site.page("/tag/بحر/")
        assert feeds(site, "atom.xml")

    def test_a_site_may_have_none(self, site: Site) -> None:
        configured(site, "feeds: {formats: []}\n")

        assert not feeds(site, "feed.xml") + feeds(site, "atom.xml") + feeds(site, "feed.json")
        assert "feed" not in re.sub(r"<title>.*?</title>", "", site.page("/"))


class TestRss:
    """RSS 2.0 and the RSS Best Practices Profile (rssboard.org)."""

    def test_what_a_channel_must_have(self, sample: Site) -> None:
        for address in feeds(sample, "feed.xml"):
            root = fromstring(sample.page(address))  # noqa: S314
            assert (root.tag, root.get("version"), root.get(LANGUAGE)) == ("rss", "2.0", "ar")
            found = channel(sample, address)
            for name in ("title", "link", "description", "language"):
                assert found.findtext(name), f"{address}: {name}"
            links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
            assert unquote(links["self"] or "") == f"https://example.org{address}"
            assert links["hub"] == "https://hub.example/"
            parsedate_to_datetime(found.findtext("lastBuildDate") or "")

    def test_what_an_item_must_have(self, sample: Site) -> None:
        for address in feeds(sample, "feed.xml"):
            items = channel(sample, address).findall("item")
            names = [item.findtext("guid") for item in items]
            assert len(set(names)) == len(names), address
            for item in items:
                assert item.findtext("title") or item.findtext("description")
                assert (item.findtext("link") or "").startswith("https://example.org/")
                guid = item.find("guid")
                assert guid is not None
                permanent = guid.text == item.findtext("link")
                assert guid.get("isPermaLink") == str(permanent).lower(), "says the truth"
                when = parsedate_to_datetime(item.findtext("pubDate") or "")
                assert when.utcoffset() is not None
                for enclosure in item.findall("enclosure"):
                    assert set(enclosure.keys()) >= {"url", "length", "type"}
                    assert int(enclosure.get("length") or 0) > 0

    def test_a_story_is_told_whole(self, sample: Site) -> None:
        item = channel(sample, "/feed.xml").findall("item")[0]

        assert item.findtext("title") == "السلاحف تعود <إلى> الشاطئ & البحر"
        assert unquote(item.findtext("link") or "") == ADDRESS
        assert item.findtext("pubDate") == "Fri, 20 Nov 2026 09:30:00 +0400"
        assert [each.text for each in item.findall(CREATOR)] == ["ليلى حداد", "كاتب زائر"]
        assert [each.text for each in item.findall("category")] == ["علوم", "بحر", "بيئة"]
        assert item.findtext("description") == "أول الأعشاش منذ عامين."
        enclosure, picture = item.find("enclosure"), item.find(MEDIA)
        assert enclosure is not None
        assert picture is not None
        assert enclosure.attrib == {
            "url": "https://example.org/media/turtle.jpg",
            "type": "image/jpeg",
            "length": str(len("picture\n")),
        }
        assert picture.get("url") == enclosure.get("url")

    def test_the_same_story_is_the_same_item_in_every_feed(self, sample: Site) -> None:
        texts = {
            re.findall(r"<item>.*?</item>", sample.page(address), re.DOTALL)[0]
            for address in ("/feed.xml", "/science/feed.xml", "/author/layla/feed.xml")
        }

        assert len(texts) == 1


class TestAtom:
    """RFC 4287."""

    def test_what_a_feed_must_have(self, sample: Site) -> None:
        for address in feeds(sample, "atom.xml"):
            feed = atom(sample, address)
            assert feed.tag == f"{ATOM}feed"
            assert feed.get(LANGUAGE) == "ar"
            for name in ("title", "id", "updated"):
                assert len(feed.findall(f"{ATOM}{name}")) == 1, "4.1.1: exactly one"
            assert feed.find(f"{ATOM}author/{ATOM}name") is not None
            assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == [
                "self",
                "alternate",
                "hub",
            ]

    def test_what_an_entry_must_have(self, sample: Site) -> None:
        for address in feeds(sample, "atom.xml"):
            feed = atom(sample, address)
            entries = feed.findall(f"{ATOM}entry")
            assert entries
            for entry in entries:
                for name in ("title", "id", "updated", "published"):
                    assert len(entry.findall(f"{ATOM}{name}")) == 1, "4.1.2: exactly one"
                for name in ("updated", "published"):
                    when = datetime.fromisoformat(entry.findtext(f"{ATOM}{name}") or "")
                    assert when.utcoffset() is not None, "RFC 3339 wants an offset"
                assert entry.find(f"{ATOM}link[@rel='alternate']") is not None
                assert entry.findtext(f"{ATOM}summary") or entry.findtext(f"{ATOM}content")
            newest = max(entry.findtext(f"{ATOM}updated") or "" for entry in entries)
            assert feed.findtext(f"{ATOM}updated") == newest

    def test_a_correction_counts_as_a_change(self, sample: Site) -> None:
        entry = atom(sample, "/atom.xml").findall(f"{ATOM}entry")[0]

        assert entry.findtext(f"{ATOM}published") == "2026-11-20T09:30:00+04:00"
        assert entry.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00+04:00"

    def test_a_feed_without_stories_is_valid_and_knows_no_clock(self, site: Site) -> None:
        site.write(f"-- config.yaml --\n{SETTINGS}")
        site.build()

        updated = atom(site, "/atom.xml").findtext(f"{ATOM}updated")
        assert updated == "1970-01-01T00:00:00+00:00"


class TestJson:
    """JSON Feed 1.1 (jsonfeed.org)."""

    def test_what_a_feed_must_have(self, sample: Site) -> None:
        for address in feeds(sample, "feed.json"):
            feed = json_feed(sample, address)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"]
            assert feed["feed_url"] == f"https://example.org{address}"
            assert feed["language"] == "ar"
            assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
            for item in feed["items"]:
                assert isinstance(item["id"], str)
                assert "content_html" in item or "content_text" in item
                assert datetime.fromisoformat(item["date_published"]).utcoffset() is not None
                assert all(author["name"] for author in item.get("authors", []))

    def test_a_story_is_told_whole(self, sample: Site) -> None:
        item = json_feed(sample, "/feed.json")["items"][0]

        assert item["title"] == "السلاحف تعود <إلى> الشاطئ & البحر"
        assert item["tags"] == ["علوم", "بحر", "بيئة"]
        assert item["image"] == "https://example.org/media/turtle.jpg"
        assert item["authors"][0] == {
            "name": "ليلى حداد",
            "url": "https://example.org/author/layla/",
        }


class TestFullText:
    @pytest.fixture
    def full(self, site: Site) -> Site:
        return configured(site, "feeds:\n  text: كامل\n")

    def texts(self, site: Site) -> list[str]:
        return [
            channel(site, "/feed.xml").findall("item")[0].findtext(CONTENT) or "",
            atom(site, "/atom.xml").findall(f"{ATOM}entry")[0].findtext(f"{ATOM}content") or "",
            json_feed(site, "/feed.json")["items"][0]["content_html"],
        ]

    def test_is_the_same_in_every_format(self, full: Site) -> None:
        (text,) = set(self.texts(full))

        assert text.startswith('<div lang="ar" dir="rtl">')
        assert "<figcaption>على الرمل السنونو</figcaption>" in text
        assert "خبر لم يكتب" in text

    def test_names_every_address_in_full(self, full: Site) -> None:
        addresses = re.findall(r'(?:href|src)="([^"]+)"', self.texts(full)[0])

        assert len(addresses) >= 6, "link, two pictures, a footnote both ways, a related story"
        assert all(address.startswith("https://example.org/") for address in addresses), addresses

    def test_a_new_word_in_a_body_makes_the_feeds_anew(self, full: Site) -> None:
        full.write(f"-- content/articles/sport/cycles.md --\n{CYCLES}زيادة.")
        report = full.build()

        assert {"feed.xml", "sport/atom.xml", "tag/بحر/feed.xml"} <= set(report.changed)
        assert "science/feed.xml" not in report.reasons
        assert full.files() == full.cold()

    def test_of_summaries_it_makes_none(self, sample: Site) -> None:
        sample.write(f"-- content/articles/sport/cycles.md --\n{CYCLES}زيادة.")
        report = sample.build()

        assert report.changed == ("sport/2026/11/cycles/index.html",)


class TestNames:
    """What a feed reader knows a story by never changes, or readers see it twice."""

    def named(self, site: Site) -> set[str]:
        rss = {unquote(i.findtext("guid") or "") for i in channel(site, "/feed.xml").iter("item")}
        entries = atom(site, "/atom.xml").iter(f"{ATOM}entry")
        both = {unquote(entry.findtext(f"{ATOM}id") or "") for entry in entries}
        assert rss == both == {unquote(i["id"]) for i in json_feed(site, "/feed.json")["items"]}
        return rss

    @pytest.mark.parametrize(
        ("why", "old", "new"),
        [
            ("a new headline", "title: السلاحف تعود", "title: السلاحف عادت"),
            ("an update", "updated: 2026-11-21 10:00", "updated: 2026-11-22 10:00"),
            ("a short address", "summary: ", "aliases: [/turtles/]\nsummary: "),
            (
                "a move that says where it lay",
                "slug: السلاحف",
                "slug: العودة\naliases: [/science/2026/11/السلاحف/, /s/2026/11/later/]",
            ),
            (
                "another section, and the address of another system before",
                "section: science",
                "section: sport\naliases: [/node/17/, /science/2026/11/السلاحف/]",
            ),
        ],
    )
    def test_stays_through(self, sample: Site, why: str, old: str, new: str) -> None:
        before = self.named(sample)
        assert old in TURTLES
        sample.write(f"-- content/articles/science/turtles.md --\n{TURTLES.replace(old, new)}")
        sample.build()

        assert self.named(sample) == before, why
        assert ADDRESS in before

    def test_a_moved_story_does_not_claim_that_its_name_is_its_address(self, sample: Site) -> None:
        moved = TURTLES.replace(
            "slug: السلاحف", "slug: العودة\naliases: [/science/2026/11/السلاحف/]"
        )
        sample.write(f"-- content/articles/science/turtles.md --\n{moved}")
        sample.build()

        guid = channel(sample, "/feed.xml").findall("item")[0].find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"

    def test_in_an_edition_it_lies_below_its_folder(self, site: Site) -> None:
        english = story("Turtles", section="science", aliases="[/en/science/2026/11/old/]")
        site.write(
            f"-- config.yaml --\n{SETTINGS}editions:\n  en:\n    name: The Swallow\n"
            f"-- content/en/articles/science/turtles.md --\n{english}"
        )
        site.build()

        item = channel(site, "/en/feed.xml").findall("item")[0]
        assert item.findtext("guid") == "https://example.org/en/science/2026/11/old/"


def test_a_headline_that_begins_in_latin_letters_still_runs_from_the_right(site: Site) -> None:
    site.write(
        f"-- config.yaml --\n{SETTINGS}"
        f"-- content/articles/a.md --\n{story('NASA تؤجل الرحلة')}"
        f"-- content/articles/b.md --\n{story('Hello', date='2026-11-19')}"
    )
    site.build()

    titles = [item.findtext("title") for item in channel(site, "/feed.xml").iter("item")]
    assert titles == ["\u200fNASA تؤجل الرحلة", "Hello"]


def test_what_is_not_public_is_in_no_feed(sample: Site) -> None:
    secret = TURTLES.replace("title: السلاحف", "status: مسودة\ntitle: السلاحف")
    sample.write(f"-- content/articles/science/turtles.md --\n{secret}")
    sample.build()

    assert "السلاحف" not in sample.everything()
    assert sample.files() == sample.cold()
