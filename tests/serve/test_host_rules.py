"""The preview answers as a host that reads `_headers` and `_redirects` will."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.serve import PreviewSettings
from nashra.serve.host_rules import HostRules, Rules, read_headers, read_redirects
from tests.serve.asking import ask

HEADERS = """# a remark
/*
  X-Frame-Options: DENY
  X-Both: one

/feed.xml
  Content-Type: application/rss+xml; charset=utf-8
/:section/:year/live.json
  X-Robots-Tag: noindex
/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Both: two
"""


def rules(headers: str = "", redirects: str = "") -> Rules:
    return Rules(tuple(read_headers(headers)), tuple(read_redirects(redirects)))


@pytest.mark.parametrize(
    ("path", "name", "value", "why"),
    [
        ("/", "X-Frame-Options", "DENY", "a star is anything, also nothing"),
        ("/a/b/c.html", "X-Frame-Options", "DENY", "and many folders"),
        ("/feed.xml", "Content-Type", "application/rss+xml; charset=utf-8", "a path as it stands"),
        ("/sport/2026/live.json", "X-Robots-Tag", "noindex", "a name is one part"),
        ("/a/sport/2026/live.json", "X-Robots-Tag", None, "and no more"),
        ("/assets/a.css", "X-Both", "one, two", "what two rules set is joined"),
        ("/feed.xml/x", "Content-Type", None, "a rule is for the whole path"),
    ],
)
def test_every_rule_that_fits_gives_its_headers(
    path: str, name: str, value: str | None, why: str
) -> None:
    assert rules(HEADERS).headers_of(path).get(name) == value, why


@pytest.mark.parametrize(
    ("line", "path", "to", "why"),
    [
        ("/old /new 301", "/old", ("/new", 301), "as it is written here"),
        ("/old /new", "/old", ("/new", 301), "301 unless told"),
        ("/%D8%AE%D8%A8%D8%B1/ /new/ 302!", "/خبر/", ("/new/", 302), "percent-encoded, forced"),
        ("/blog/* /news/:splat 301", "/blog/a/b", ("/news/a/b", 301), "the rest goes along"),
        ("/:y/:m/x /x-:m-:y 301", "/2026/11/x", ("/x-11-2026", 301), "names go along"),
        ("/app/* /index.html 200", "/app/x", None, "a rewrite is no redirect"),
        ("# /old /new", "/old", None, "a remark"),
        ("/old", "/old", None, "a line that says nothing"),
    ],
)
def test_redirects_are_followed(line: str, path: str, to: tuple[str, int] | None, why: str) -> None:
    assert rules(redirects=line).redirect_of(path) == to, why


def test_the_first_redirect_that_fits_is_followed() -> None:
    assert rules(redirects="/a /b 301\n/* /c 301").redirect_of("/a") == ("/b", 301)


def test_the_preview_sends_the_headers_of_the_host(output: Path) -> None:
    (output / "_headers").write_text(HEADERS, "utf-8")
    (output / "feed.xml").write_text("<rss/>", "utf-8")
    settings = PreviewSettings(output=output, watched=())

    page, feed = ask(settings, "/"), ask(settings, "/feed.xml")

    assert page.headers["x-frame-options"] == "DENY"
    assert page.headers["cache-control"] == "no-store", "the next save must be seen"
    assert feed.headers["content-type"] == "application/rss+xml; charset=utf-8"


def test_the_preview_follows_the_redirects_of_the_host_and_forgets_them(output: Path) -> None:
    (output / "_redirects").write_text("/old/* /new/:splat 301\n", "utf-8")
    settings = PreviewSettings(output=output, watched=())

    answer = ask(settings, "/old/story/")

    assert (answer.status, answer.headers["location"]) == (301, "/new/story/")
    assert answer.headers["cache-control"] == "no-store", "a browser keeps a 301 for ever"


def test_rules_are_read_again_when_a_build_changes_them(tmp_path: Path) -> None:
    known = HostRules(tmp_path)
    assert known.now().headers_of("/") == {}

    (tmp_path / "_headers").write_text("/*\n  X-A: 1\n", "utf-8")
    assert known.now().headers_of("/") == {"X-A": "1"}

    (tmp_path / "_headers").unlink()
    assert known.now().headers_of("/") == {}
