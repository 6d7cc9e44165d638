"""What hosts, search engines and home screens read, and what it must hold to be of use to them."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

import pytest

from nashra.pages import headers, redirects, sitemap
from nashra.pages.frames import FRAMES
from tests.sites import CONFIG, NOW, Site, story

SETTINGS = CONFIG.replace("theme: plain\n", "")
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
PLACE = "content/articles/science"


def with_settings(site: Site, settings: str = "", files: str = "") -> Site:
    site.write(f"-- config.yaml --\n{SETTINGS}{settings}\n{files}")
    site.build()
    return site


class TestSitemaps:
    """sitemaps.org; Google Search Central, "Image sitemaps"."""

    def test_a_story_says_where_it_lies_when_it_changed_and_what_it_shows(self, site: Site) -> None:
        made = story("خبر", date="2026-11-20 09:30", image="{src: مد.jpg, alt: مد}")
        with_settings(site, files=f"-- {PLACE}/a.md --\n{made}\n-- content/media/مد.jpg --\n1")

        (line,) = fromstring(site.page("/sitemap-2026-11.xml"))  # noqa: S314
        assert line.findtext(f"{MAP}loc") == "https://example.org/science/2026/11/a/"
        assert line.findtext(f"{MAP}lastmod") == "2026-11-20T09:30:00+04:00"
        picture = line.findtext(f"{IMAGE}image/{IMAGE}loc") or ""
        assert unquote(picture) == "https://example.org/media/مد.jpg"

    @pytest.mark.parametrize(
        ("count", "files"),
        [
            (0, 0),
            (1, 1),
            (50_000, 1),
            (50_001, 2),
            (100_000, 2),
            (100_001, 3),
        ],
    )
    def test_no_file_holds_more_than_it_may(self, count: int, files: int) -> None:
        found = sitemap.names("2026-11", count)

        assert len(found) == files
        assert found[:2] == ["sitemap-2026-11.xml", "sitemap-2026-11-2.xml"][:files]

    def test_a_full_month_goes_on_in_another_file(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sitemap, "MOST", 2)
        for day in range(1, 6):
            site.write(f"-- {PLACE}/{day}.md --\n{story(f'خبر {day}', date=f'2026-11-0{day}')}")
        site.build()
        index = re.findall(r"<loc>(.*?)</loc>", site.page("/sitemap.xml"))
        months = [address for address in index if "2026-11" in address]

        assert len(months) == 3
        lines = [
            address
            for month in months
            for address in re.findall(
                r"<loc>(.*?)</loc>", site.page(month[len("https://example.org") :])
            )
        ]
        assert len(lines) == len(set(lines)) == 5
        assert site.files() == site.cold()

    def test_the_next_story_leaves_a_full_file_as_it_was(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sitemap, "MOST", 2)
        for day in range(1, 4):
            site.write(f"-- {PLACE}/{day}.md --\n{story(f'خبر {day}', date=f'2026-11-0{day}')}")
        site.build()
        site.write(f"-- {PLACE}/4.md --\n{story('خبر 4', date='2026-11-04')}")
        report = site.build()

        assert "sitemap-2026-11-2.xml" in report.changed
        assert "sitemap-2026-11.xml" not in report.reasons


class TestHeaders:
    """Content Security Policy Level 3, and the form that Netlify and Cloudflare Pages read."""

    def rules(self, site: Site) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        path = ""
        for line in site.page("/_headers").splitlines():
            if line.startswith("  "):
                name, _, value = line.strip().partition(": ")
                found[path][name] = value
            else:
                path = line
                found[path] = {}
        return found

    def policy(self, site: Site) -> dict[str, list[str]]:
        written = self.rules(site)["/*"]["Content-Security-Policy"]
        return {
            name: rest.split() for name, _, rest in (p.partition(" ") for p in written.split("; "))
        }

    def test_the_policy_names_all_and_allows_little(self, site: Site) -> None:
        policy = self.policy(with_settings(site))

        assert policy["default-src"] == ["'none'"]
        assert policy["script-src"] == policy["style-src"] == policy["font-src"] == ["'self'"]
        assert policy["img-src"] == ["'self'", "data:"]
        assert policy["base-uri"] == ["'none'"]
        assert policy["form-action"] == policy["frame-ancestors"] == ["'self'"]
        assert policy["frame-src"] == list(FRAMES)
        assert not [s for sources in policy.values() for s in sources if "unsafe" in s or s == "*"]

    def test_all_that_does_not_change_is_kept_for_a_year(self, site: Site) -> None:
        rules = self.rules(with_settings(site))

        assert rules["/assets/*"] == {"Cache-Control": "public, max-age=31536000, immutable"}
        assert rules["/*"]["X-Content-Type-Options"] == "nosniff"
        assert rules["/*"]["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "camera=()" in rules["/*"]["Permissions-Policy"]
        assert rules["/feed.xml"]["Content-Type"].startswith("application/rss+xml")

    def test_it_stays_within_what_hosts_read(self, site: Site) -> None:
        rules = self.rules(with_settings(site))

        assert len(rules) <= 100, "Cloudflare Pages: 100 rules"
        assert all(len(line) <= 2_000 for line in site.page("/_headers").splitlines())
        many = headers.policy(f"pictures-{number}.example.org" for number in range(200))
        assert len(many) < 2_000
        assert "img-src 'self' data: https:" in many

    @pytest.mark.parametrize(
        ("why", "made"),
        [
            (
                "a lead picture",
                story("خبر", image="{src: 'https://pictures.example/a.jpg', alt: أ}"),
            ),
            ("a picture in the body", story("خبر", body="![أ](https://pictures.example/a.jpg)")),
        ],
    )
    def test_pictures_from_elsewhere_are_let_in_and_no_others(
        self, site: Site, why: str, made: str
    ) -> None:
        hidden = story("سر", image="{src: 'https://secret.example/a.jpg', alt: أ}", status="مسودة")
        with_settings(site, files=f"-- {PLACE}/a.md --\n{made}\n-- {PLACE}/b.md --\n{hidden}")
        assert self.policy(site)["img-src"] == ["'self'", "data:", "pictures.example"], why

        site.remove(f"{PLACE}/a.md")
        site.build()
        assert self.policy(site)["img-src"] == ["'self'", "data:"]
        assert site.files() == site.cold()

    def test_a_story_without_such_pictures_leaves_it_alone(self, site: Site) -> None:
        with_settings(site)
        site.write(f"-- {PLACE}/a.md --\n{story('خبر', body='[رابط](https://other.example/)')}")

        assert "_headers" not in site.build().reasons


class Inline(HTMLParser):
    """Notes what a strict policy would keep from working."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.found += [
            f"{tag} {name}" for name in named if name == "style" or name.startswith("on")
        ]
        self.found += [f"{tag} {v}" for v in named.values() if (v or "").startswith("javascript:")]
        data = (named.get("type") or "").endswith("json")
        self._script = tag == "style" or (tag == "script" and not data)

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._script = False


def test_no_page_of_the_theme_needs_more_than_the_policy_lets_in(site: Site) -> None:
    table = "| أ | ب |\n|---|:-:|\n| ١ | ٢ |"
    body = f"فقرة[^1].\n\n[^1]: حاشية.\n\n{table}\n\n```\nرمز\n```\n\n![صورة](a.jpg)"
    with_settings(
        site,
        "offline: yes\nlogo: logo.svg",
        f"-- {PLACE}/a.md --\n"
        + story("خبر", body=body, tags="[بحر]", authors="layla", aliases="[/old/]", image="a.jpg")
        + f"\n-- {PLACE}/b.md --\n{story('آخر', corrections='[{date: 2026-11-21, text: صواب}]')}\n"
        "-- content/authors/layla.md --\n---\nname: ليلى\n---\nنبذة\n"
        "-- content/pages/about.md --\n---\ntitle: عنا\n---\nنص\n"
        "-- content/media/a.jpg --\n1\n-- content/media/logo.svg --\n<svg/>\n",
    )
    pages = [target for target in site.files() if target.endswith(".html")]
    assert len(pages) > 10
    for target in pages:
        inline = Inline()
        inline.feed(site.page(f"/{target}"))
        assert not inline.found, target


class TestRedirects:
    """Cloudflare Pages, "Redirects"; Netlify, "Redirects and rewrites"."""

    def lines(self, site: Site) -> list[str]:
        return site.page("/_redirects").splitlines()

    def test_old_addresses_are_percent_encoded_like_the_new(self, site: Site) -> None:
        made = story("خبر", slug="سلاحف", aliases="[/قديم/, '/a:b*c/']")
        with_settings(site, files=f"-- {PLACE}/a.md --\n{made}")

        new = "/science/2026/11/%D8%B3%D9%84%D8%A7%D8%AD%D9%81/"
        assert self.lines(site) == [
            f"/%D9%82%D8%AF%D9%8A%D9%85/ {new} 301",
            f"/a%3Ab%2Ac/ {new} 301",
        ], "a colon or a star of its own would be a pattern"
        assert site.page("/قديم/"), "other hosts have a page that leads on"

    def test_without_old_addresses_there_is_no_file(self, site: Site) -> None:
        with_settings(site, files=f"-- {PLACE}/a.md --\n{story('خبر')}")

        assert "_redirects" not in site.files()

    def test_an_address_at_which_something_lies_again_is_left_alone(self, site: Site) -> None:
        """Cloudflare follows a redirect whatever lies there."""
        moved = story("خبر", aliases="[/science/2026/11/b/, /old/]")
        with_settings(site, files=f"-- {PLACE}/a.md --\n{moved}")
        assert len(self.lines(site)) == 2
        site.write(f"-- {PLACE}/b.md --\n{story('آخر')}")
        site.build()

        assert self.lines(site) == ["/old/ /science/2026/11/a/ 301"]
        assert site.files() == site.cold()

    def test_of_two_claims_the_older_story_has_it_as_in_the_page(self, site: Site) -> None:
        old, new = (
            story(f"خبر {day}", date=f"2026-11-{day}", aliases="[/old/]") for day in (10, 20)
        )
        with_settings(site, files=f"-- {PLACE}/z.md --\n{old}\n-- {PLACE}/a.md --\n{new}")

        assert self.lines(site) == ["/old/ /science/2026/11/z/ 301"]
        assert "url=/science/2026/11/z/" in site.page("/old/")

    def test_of_too_many_the_oldest_stay_so_that_no_new_story_moves_a_line(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(redirects, "_MOST", 2)
        for day in range(1, 5):
            made = story(f"خبر {day}", date=f"2026-11-0{day}", aliases=f"[/{day}/, /{day}0/]")
            site.write(f"-- {PLACE}/{day}.md --\n{made}")
        site.build()

        assert [line.split()[0] for line in self.lines(site)] == ["/1/", "/10/"]
        assert site.page("/4/"), "the pages do the rest"

    def test_a_line_that_is_too_long_for_a_host_is_left_to_the_page(self, site: Site) -> None:
        long = "/".join(["طويل" * 9] * 5)
        with_settings(site, files=f"-- {PLACE}/a.md --\n{story('خ', aliases=f'[/{long}/, /old/]')}")

        assert [line.split()[0] for line in self.lines(site)] == ["/old/"]

    def test_a_story_that_never_moved_leaves_it_alone(self, site: Site) -> None:
        with_settings(site, files=f"-- {PLACE}/a.md --\n{story('خبر', aliases='[/old/]')}")
        site.write(f"-- {PLACE}/b.md --\n{story('جديد')}")

        assert "_redirects" not in site.build().reasons

    def test_editions_share_the_one_that_hosts_look_for(self, site: Site) -> None:
        english = story("Turtles", aliases="[/en/old/]")
        with_settings(
            site,
            "editions:\n  en:\n    name: The Swallow\n",
            f"-- content/en/articles/science/a.md --\n{english}",
        )

        assert self.lines(site) == ["/en/old/ /en/science/2026/11/a/ 301"]
        assert not {"en/_redirects", "en/_headers", "en/llms.txt", "en/robots.txt"} & set(
            site.files()
        )


class TestManifest:
    """W3C, "Web Application Manifest"."""

    def test_says_what_a_home_screen_shows_and_which_way_it_runs(self, site: Site) -> None:
        with_settings(site, "logo: logo.svg", "-- content/media/logo.svg --\n<svg/>")

        manifest = json.loads(site.page("/manifest.webmanifest"))
        assert manifest["name"] == manifest["short_name"] == "السنونو"
        assert (manifest["lang"], manifest["dir"]) == ("ar", "rtl")
        assert manifest["start_url"] == manifest["scope"] == "/"
        assert manifest["icons"] == [
            {"src": "/media/logo.svg", "type": "image/svg+xml", "sizes": "any"}
        ]
        assert '<link rel="manifest" href="/manifest.webmanifest">' in site.page("/")

    def test_each_edition_has_its_own_below_its_own_folder(self, site: Site) -> None:
        with_settings(site, "editions:\n  en:\n    name: The “Swallow”\n")

        manifest = json.loads(site.page("/en/manifest.webmanifest"))
        assert (manifest["name"], manifest["dir"]) == ("The “Swallow”", "ltr")
        assert manifest["scope"] == "/en/"


class TestLlms:
    """llmstxt.org: a heading, a quotation, and lists of links."""

    def test_says_what_the_site_is_and_where_things_lie(self, site: Site) -> None:
        with_settings(
            site,
            "tagline: صحيفة البحر",
            "-- content/pages/about.md --\n---\ntitle: من نحن\nsummary: عن الصحيفة\n---\nنص",
        )
        text = site.page("/llms.txt")

        assert text.startswith("# السنونو\n\n> صحيفة البحر\n")
        assert "- [علوم](https://example.org/science/)\n" in text
        assert "- [من نحن](https://example.org/about/): عن الصحيفة\n" in text
        assert "(https://example.org/science/feed.xml)" in text
        assert "\n\n\n" not in text

    def test_no_story_ever_changes_it(self, site: Site) -> None:
        with_settings(site)
        site.write(f"-- {PLACE}/a.md --\n{story('خبر', section='قسم جديد')}")

        assert "llms.txt" not in site.build().reasons


class TestOffline:
    def test_is_there_only_if_the_site_asks_for_it(self, site: Site) -> None:
        with_settings(site)
        assert not {"offline/index.html", "offline.js"} & set(site.files())
        assert "offline" not in site.page("/")

        with_settings(site, "بلا_اتصال: نعم")
        assert {"offline/index.html", "offline.js"} <= set(site.files())
        assert '<script src="/offline.js" defer></script>' in site.page("/")
        assert site.files() == site.cold()

    def test_the_script_is_small_and_lies_where_it_may_answer_for_all(self, site: Site) -> None:
        with_settings(site, "offline: yes\neditions:\n  en:\n    name: The Swallow\n")
        script = site.page("/offline.js")

        assert len(script.encode()) < 1_536
        assert 'const fronts = ["/en/", "/"];' in script
        assert "en/offline.js" not in site.files()
        assert "<title>No connection | The Swallow</title>" in site.page("/en/offline/")

    def test_the_page_is_for_nobody_to_find(self, site: Site) -> None:
        page = with_settings(site, "offline: yes").page("/offline/")

        assert "<title>لا اتصال بالإنترنت | السنونو</title>" in page
        assert '<meta name="robots" content="noindex">' in page
        assert "offline" not in site.page("/sitemap-pages.xml")


def test_robots_leads_to_every_sitemap_through_the_index(site: Site) -> None:
    with_settings(site, files=f"-- {PLACE}/a.md --\n{story('خبر')}")

    index = site.page(site.page("/robots.txt").rpartition("https://example.org")[2].strip())
    named = {address.rpartition("/")[2] for address in re.findall(r"<loc>(.*?)</loc>", index)}
    assert named == {t for t in site.files() if t.startswith("sitemap")} - {"sitemap.xml"}


def test_the_same_day_s_machines_say_the_same_tomorrow(site: Site) -> None:
    """Nothing of this is a date of building."""
    with_settings(site, "offline: yes", f"-- {PLACE}/a.md --\n{story('خبر', date='2026-11-01')}")
    before = site.files()
    site.build(NOW + timedelta(days=30))

    assert site.files() == before
