"""What search engines and link previews are told: every field with the source that asks for it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.sites import CONFIG, Site, story

SETTINGS = CONFIG.replace("theme: plain\n", "") + (
    "tagline: صحيفة البحر\nlogo: logo.svg\n"
    "profiles: [https://social.example/swallow, https://video.example/@swallow]\n"
)
EDITIONS = """\
editions:
  en:
    name: The Swallow
    region: GB
"""
TURTLES = story(
    "السلاحف",
    date="2026-11-20 09:30",
    section="science",
    summary="أول الأعشاش.",
    authors="[layla, كاتب زائر]",
    tags="[بحر]",
    place="رأس النخيل",
    image="{src: turtle.jpg, alt: سلحفاة}",
    corrections="[{date: 2026-11-22, text: الأعشاش سبعة}]",
    slug="turtles",
)
FILES = (
    f"-- config.yaml --\n{SETTINGS}{EDITIONS}"
    f"-- content/articles/science/turtles.md --\n{TURTLES}\n"
    f"-- content/en/articles/science/turtles.md --\n{story('Turtles', section='science')}\n"
    f"-- content/articles/sport/a.md --\n{story('رأي', section='sport', kind='رأي')}\n"
    f"-- content/articles/sport/b.md --\n{story('تحليل', section='sport', kind='تحليل')}\n"
    f"-- content/articles/sport/c.md --\n{story('منقول', section='sport', source='وكالة')}\n"
    "-- content/authors/layla.md --\n---\nname: ليلى حداد\nrole: محررة العلوم\nphoto: layla.jpg\n"
    "links: [{label: صفحتها, address: 'https://social.example/layla'}]\n---\nنبذة\n"
    "-- content/pages/corrections-policy.md --\n---\ntitle: سياسة التصحيح\n---\nنص\n"
    "-- content/pages/ethics.md --\n---\ntitle: ميثاق\n---\nنص\n"
    "-- content/media/turtle.jpg --\n1\n-- content/media/layla.jpg --\n2\n"
    "-- content/media/logo.svg --\n<svg/>\n"
)
HERE = "https://example.org"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    from tests.sites import new_site  # noqa: PLC0415

    site = new_site(tmp_path_factory.mktemp("structured") / "site", FILES)
    site.build()
    return site


def things(site: Site, page: str) -> dict[str, dict[str, Any]]:
    """Give what a page says in JSON-LD, by type."""
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.page(page))
    assert block is not None, page
    data = json.loads(block[1])
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data.get("@graph", [data])}


PUBLISHER = {
    "@type": "NewsMediaOrganization",
    "@id": f"{HERE}/#publisher",
    "name": "السنونو",
    "url": f"{HERE}/",
    "logo": {"@type": "ImageObject", "url": f"{HERE}/media/logo.svg"},
}
ARTICLE = "Google Search Central, Article structured data"
CRUMBS = "Google Search Central, Breadcrumb structured data"
PERSON = "Google Search Central, Profile page structured data"
NEWSROOM = "Google Search Central, Organization structured data"
SCHEMA = "schema.org"
TURTLES_PAGE = "/science/2026/11/turtles/"


@pytest.mark.parametrize(
    ("page", "kind", "field", "value", "source"),
    [
        (TURTLES_PAGE, "NewsArticle", "headline", "السلاحف", ARTICLE),
        (TURTLES_PAGE, "NewsArticle", "datePublished", "2026-11-20T09:30:00+04:00", ARTICLE),
        (TURTLES_PAGE, "NewsArticle", "dateModified", "2026-11-22T00:00:00+04:00", ARTICLE),
        (TURTLES_PAGE, "NewsArticle", "image", [f"{HERE}/media/turtle.jpg"], ARTICLE),
        (
            TURTLES_PAGE,
            "NewsArticle",
            "author",
            [
                {
                    "@type": "Person",
                    "name": "ليلى حداد",
                    "url": f"{HERE}/author/layla/",
                    "jobTitle": "محررة العلوم",
                },
                {
                    "@type": "Person",
                    "name": "كاتب زائر",
                    "url": f"{HERE}/author/%D9%83%D8%A7%D8%AA%D8%A8-%D8%B2%D8%A7%D8%A6%D8%B1/",
                },
            ],
            ARTICLE,
        ),
        (TURTLES_PAGE, "NewsArticle", "publisher", PUBLISHER, ARTICLE),
        (
            TURTLES_PAGE,
            "NewsArticle",
            "isAccessibleForFree",
            True,
            "Google Search Central, Subscription and paywalled content",
        ),
        (TURTLES_PAGE, "NewsArticle", "mainEntityOfPage", f"{HERE}{TURTLES_PAGE}", SCHEMA),
        (TURTLES_PAGE, "NewsArticle", "articleSection", "علوم", SCHEMA),
        (TURTLES_PAGE, "NewsArticle", "keywords", ["بحر"], SCHEMA),
        (TURTLES_PAGE, "NewsArticle", "inLanguage", "ar", SCHEMA),
        (
            TURTLES_PAGE,
            "NewsArticle",
            "locationCreated",
            {"@type": "Place", "name": "رأس النخيل"},
            SCHEMA,
        ),
        (
            TURTLES_PAGE,
            "NewsArticle",
            "correction",
            [
                {
                    "@type": "CorrectionComment",
                    "text": "الأعشاش سبعة",
                    "datePublished": "2026-11-22T00:00:00+04:00",
                }
            ],
            "schema.org: CreativeWork.correction expects a CorrectionComment, a Comment",
        ),
        (
            TURTLES_PAGE,
            "BreadcrumbList",
            "itemListElement",
            [
                {"@type": "ListItem", "position": 1, "name": "علوم", "item": f"{HERE}/science/"},
                {"@type": "ListItem", "position": 2, "name": "السلاحف"},
            ],
            CRUMBS,
        ),
        ("/sport/2026/11/a/", "OpinionNewsArticle", "headline", "رأي", SCHEMA),
        ("/sport/2026/11/b/", "AnalysisNewsArticle", "headline", "تحليل", SCHEMA),
        (
            "/sport/2026/11/c/",
            "NewsArticle",
            "author",
            [{"@type": "Organization", "name": "وكالة"}],
            ARTICLE,
        ),
        (
            "/science/",
            "BreadcrumbList",
            "itemListElement",
            [
                {"@type": "ListItem", "position": 1, "name": "السنونو", "item": f"{HERE}/"},
                {"@type": "ListItem", "position": 2, "name": "علوم"},
            ],
            CRUMBS,
        ),
        ("/science/", "CollectionPage", "url", f"{HERE}/science/", SCHEMA),
        ("/tag/بحر/", "CollectionPage", "name", "بحر", SCHEMA),
        (
            "/author/layla/",
            "ProfilePage",
            "mainEntity",
            {
                "@type": "Person",
                "name": "ليلى حداد",
                "url": f"{HERE}/author/layla/",
                "jobTitle": "محررة العلوم",
                "image": f"{HERE}/media/layla.jpg",
                "sameAs": ["https://social.example/layla"],
                "worksFor": PUBLISHER,
            },
            PERSON,
        ),
        ("/", "WebSite", "name", "السنونو", "Google Search Central, Site names"),
        ("/", "WebSite", "publisher", {"@id": f"{HERE}/#publisher"}, SCHEMA),
        ("/", "NewsMediaOrganization", "logo", PUBLISHER["logo"], NEWSROOM),
        (
            "/",
            "NewsMediaOrganization",
            "sameAs",
            ["https://social.example/swallow", "https://video.example/@swallow"],
            NEWSROOM,
        ),
        (
            "/",
            "NewsMediaOrganization",
            "correctionsPolicy",
            f"{HERE}/corrections-policy/",
            "schema.org, NewsMediaOrganization",
        ),
        (
            "/",
            "NewsMediaOrganization",
            "ethicsPolicy",
            f"{HERE}/ethics/",
            "schema.org, NewsMediaOrganization",
        ),
    ],
)
def test_field(  # noqa: PLR0913, PLR0917 — a row of the table
    sample: Site, page: str, kind: str, field: str, value: object, source: str
) -> None:
    assert things(sample, page)[kind][field] == value, source


def test_a_policy_that_nobody_wrote_is_not_claimed(sample: Site) -> None:
    newsroom = things(sample, "/")["NewsMediaOrganization"]

    assert "publishingPrinciples" not in newsroom
    assert "diversityPolicy" not in newsroom


def test_nothing_is_claimed_that_the_site_cannot_do(sample: Site) -> None:
    assert "potentialAction" not in things(sample, "/")["WebSite"], "there is no search"


def test_when_a_policy_comes_the_front_page_says_so(site: Site) -> None:
    site.write(FILES)
    site.build()
    site.write("-- content/pages/editorial-policy.md --\n---\ntitle: سياسة التحرير\n---\nنص\n")
    site.build()

    newsroom = things(site, "/")["NewsMediaOrganization"]
    assert newsroom["publishingPrinciples"] == f"{HERE}/editorial-policy/"
    assert site.files() == site.cold()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("og:type", ["article"]),
        ("og:url", [f"{HERE}{TURTLES_PAGE}"]),
        ("og:title", ["السلاحف"]),
        ("og:description", ["أول الأعشاش."]),
        ("og:site_name", ["السنونو"]),
        ("og:locale", ["ar_AR"]),
        ("og:locale:alternate", ["en_GB"]),
        ("og:image", [f"{HERE}/media/turtle.jpg"]),
        ("og:image:alt", ["سلحفاة"]),
        ("article:published_time", ["2026-11-20T09:30:00+04:00"]),
        ("article:modified_time", ["2026-11-22T00:00:00+04:00"]),
        ("article:section", ["علوم"]),
        (
            "article:author",
            [
                f"{HERE}/author/layla/",
                f"{HERE}/author/%D9%83%D8%A7%D8%AA%D8%A8-%D8%B2%D8%A7%D8%A6%D8%B1/",
            ],
        ),
        ("article:tag", ["بحر"]),
        ("twitter:card", ["summary_large_image"]),
    ],
)
def test_open_graph(sample: Site, name: str, values: list[str]) -> None:
    """The Open Graph protocol (ogp.me), and its `article` type."""
    found = re.findall(
        rf'<meta (?:property|name)="{name}" content="([^"]*)">', sample.page(TURTLES_PAGE)
    )
    assert found == values


def test_an_edition_says_it_the_other_way_round(sample: Site) -> None:
    page = sample.page(f"/en{TURTLES_PAGE}")

    assert '<meta property="og:locale" content="en_GB">' in page
    assert '<meta property="og:locale:alternate" content="ar_AR">' in page
