"""The gates for feeds, sitemaps and structured data: what they let through and what not."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from tools.gates import feeds, sitemaps, structured

from tests.sites import ZONE

NOW = datetime(2026, 11, 23, 12, tzinfo=ZONE)
RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>السنونو</title><link>https://example.org/</link><description>أخبار</description>
<language>ar</language>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>
<item><title>خبر</title><link>https://example.org/a/</link>
<guid isPermaLink="true">https://example.org/a/</guid>
<pubDate>Fri, 20 Nov 2026 09:30:00 +0400</pubDate><description>نص</description></item>
</channel></rss>"""
ITEM = RSS[RSS.index("<item>") : RSS.index("</channel>")]
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><id>https://example.org/</id>
<title>السنونو</title><updated>2026-11-20T09:30:00+04:00</updated><author><name>ليلى</name></author>
<link rel="self" href="https://example.org/atom.xml"/>
<entry><id>https://example.org/a/</id><title>خبر</title>
<updated>2026-11-20T09:30:00+04:00</updated><content type="html">نص</content></entry></feed>"""
JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "السنونو",
    "language": "ar",
    "home_page_url": "https://example.org/",
    "feed_url": "https://example.org/feed.json",
    "items": [{"id": "a", "content_html": "نص", "date_published": "2026-11-20T09:30:00+04:00"}],
}
NEWS = """\
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://example.org/%D8%A3/</loc><news:news><news:publication>
<news:name>السنونو</news:name><news:language>ar</news:language></news:publication>
<news:publication_date>2026-11-22T09:30:00+04:00</news:publication_date>
<news:title>خبر</news:title></news:news></url></urlset>"""


class TestFeeds:
    @pytest.mark.parametrize(
        ("name", "data"),
        [("feed.xml", RSS), ("atom.xml", ATOM), ("feed.json", json.dumps(JSON_FEED))],
    )
    def test_a_good_feed_has_no_problems(self, name: str, data: str) -> None:
        assert feeds.problems(name, data.encode()) == []

    @pytest.mark.parametrize(
        ("good", "bad", "what"),
        [
            ("</channel>", "", "not well formed"),
            ('version="2.0"', 'version="0.9"', "not RSS 2.0"),
            ("<title>السنونو</title>", "", "no title"),
            (">ar<", ">عربي<", "language"),
            ('rel="self"', 'rel="hub"', "own address"),
            ("Fri, 20 Nov 2026 09:30:00 +0400", "2026-11-20", "RFC 822"),
            ("20 Nov", "31 Nov", "RFC 822"),
            ("https://example.org/a/</guid>", "a</guid>", "guid"),
            ("<link>https://example.org/a/", "<link>/a/", "full address"),
            ("نص<", "&lt;img src='/a.png'&gt;<", "not full"),
            ("نص<", "&lt;script&gt;<", "script"),
            ("<description>نص", "<author>ليلى</author><description>نص", "dc:creator"),
            ("<description>نص", "<enclosure url='/a.jpg'/><description>نص", "enclosure"),
            ("</channel>", f"{ITEM}</channel>", "one guid"),
        ],
    )
    def test_what_is_wrong_with_rss(self, good: str, bad: str, what: str) -> None:
        problems = feeds.problems("feed.xml", RSS.replace(good, bad).encode())

        assert any(what in problem for problem in problems), problems

    @pytest.mark.parametrize(
        ("good", "bad", "what"),
        [
            ("<author><name>ليلى</name></author>", "", "no author"),
            ("<id>https://example.org/a/</id>", "", "no id"),
            ('xml:lang="ar"', "", "language"),
            ("+04:00</updated><content", "</updated><content", "RFC 3339"),
        ],
    )
    def test_what_is_wrong_with_atom(self, good: str, bad: str, what: str) -> None:
        problems = feeds.problems("atom.xml", ATOM.replace(good, bad).encode())

        assert any(what in problem for problem in problems), problems

    @pytest.mark.parametrize(
        ("change", "what"),
        [
            ({"version": "1"}, "1.1"),
            ({"language": ""}, "language"),
            ({"feed_url": "/feed.json"}, "full addresses"),
            ({"items": [{"id": "a"}]}, "content"),
        ],
    )
    def test_what_is_wrong_with_json_feed(self, change: dict[str, Any], what: str) -> None:
        problems = feeds.problems("feed.json", json.dumps(JSON_FEED | change).encode())

        assert any(what in problem for problem in problems), problems


class TestSitemaps:
    def test_a_good_sitemap_has_no_problems(self) -> None:
        assert sitemaps.problems(NEWS.encode(), site="https://example.org/", now=NOW) == []

    @pytest.mark.parametrize(
        ("good", "bad", "what"),
        [
            ("</urlset>", "", "not well formed"),
            ("%D8%A3", "أ", "percent-encoded"),
            ("https://example.org/", "https://example.com/", "of this site"),
            ("2026-11-22T09:30:00+04:00", "2026-11-22T09:30:00", "W3C date"),
            ("2026-11-22T", "2026-11-12T", "two days"),
            (">ar<", ">ar-EG<", "ISO 639"),
            ("<news:title>خبر</news:title>", "", "title is missing"),
            ("<news:title>", "<news:keywords/><news:title>", "may not stand in"),
            ("</url>", "<lastmod>أمس</lastmod></url>", "lastmod"),
        ],
    )
    def test_what_is_wrong(self, good: str, bad: str, what: str) -> None:
        data = NEWS.replace(good, bad).encode()
        problems = sitemaps.problems(data, site="https://example.org/", now=NOW)

        assert any(what in problem for problem in problems), problems


STORY: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "خبر",
    "image": ["https://example.org/a.jpg"],
    "datePublished": "2026-11-20T09:30:00+04:00",
    "dateModified": "2026-11-20T09:30:00+04:00",
    "author": [{"@type": "Person", "name": "ليلى", "url": "https://example.org/author/layla/"}],
    "publisher": {
        "@type": "NewsMediaOrganization",
        "name": "السنونو",
        "url": "https://example.org/",
        "logo": {"@type": "ImageObject", "url": "https://example.org/logo.svg"},
    },
}
LIVE = {
    "@type": "LiveBlogPosting",
    "coverageStartTime": "2026-11-20T09:30:00+04:00",
    "liveBlogUpdate": [
        {"@type": "BlogPosting", "headline": "أ", "datePublished": "2026-11-20T09:31:00+04:00"}
    ],
}
CRUMBS = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "علوم", "item": "https://example.org/s/"},
        {"@type": "ListItem", "position": 2, "name": "خبر"},
    ],
}


def page(data: dict[str, Any]) -> str:
    text = json.dumps(data)
    return (
        f'<figure class="story-picture"></figure><script type="application/ld+json">{text}</script>'
    )


class TestStructuredData:
    @pytest.mark.parametrize("data", [STORY, STORY | LIVE, CRUMBS], ids=lambda data: data["@type"])
    def test_what_is_whole_has_no_problems(self, data: dict[str, Any]) -> None:
        assert structured.problems(page(data)) == []

    @pytest.mark.parametrize(
        ("change", "what"),
        [
            ({"image": []}, "image is missing (Article structured data)"),
            ({"datePublished": "2026-11-20"}, "ISO 8601"),
            ({"author": STORY["author"][0]}, "list"),
            ({"author": [{"@type": "Person", "url": "https://example.org/"}]}, "name is missing"),
            ({"mainEntityOfPage": "/a/"}, "full address"),
            ({"headline": "خبر " * 40}, "110"),
            ({"@context": ""}, "@context"),
            ({"@type": "LiveBlogPosting"}, "coverageStartTime"),
            ({"publisher": {"@type": "NewsMediaOrganization", "name": "أ"}}, "logo"),
        ],
    )
    def test_what_google_would_miss(self, change: dict[str, Any], what: str) -> None:
        problems = structured.problems(page(STORY | change))

        assert any(what in problem for problem in problems), problems

    def test_crumbs_are_counted_from_one(self) -> None:
        crumbs = CRUMBS | {"itemListElement": CRUMBS["itemListElement"][1:]}

        assert structured.problems(page(crumbs)) == [
            "BreadcrumbList: positions do not count from 1"
        ]
