"""A reader on a phone and at a desk, and a writer who saves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def follow_a_story(page: Page, preview: str) -> str:
    """Open the front page, go to its lead story, and give the story's address."""
    page.goto(preview)
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("article h1, main h1").first).to_be_visible()
    return page.url


def test_the_front_page_leads_to_a_story(page: Page, preview: str) -> None:
    page.goto(preview)
    headline = page.locator("main h2 a, main h3 a").first.inner_text()
    follow_a_story(page, preview)

    expect(page.locator("main h1")).to_have_text(headline)


def test_every_page_is_right_to_left_in_markup_and_as_drawn(page: Page, preview: str) -> None:
    for address in (preview, follow_a_story(page, preview)):
        page.goto(address)
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert page.locator("html").get_attribute("lang") == "ar"
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_a_page_that_is_not_there_says_so_in_arabic(page: Page, preview: str) -> None:
    response = page.goto(preview + "لا-شيء/")

    assert response is not None
    assert response.status == 404
    assert re.search("[\u0600-\u06ff]", page.locator("h1").inner_text())


def test_a_save_reaches_the_open_page(page: Page, preview: str, newsroom: Path) -> None:
    page.goto(preview)
    headline = page.locator("main h2 a, main h3 a").first.inner_text()
    file = next(
        path
        for path in (newsroom / "content/articles").rglob("*.md")
        if headline in path.read_text("utf-8").split("---")[1]
    )
    follow_a_story(page, preview)
    file.write_text(
        file.read_text("utf-8").replace(headline, f"{headline} (مصحح)", 1), encoding="utf-8"
    )

    expect(page.locator("main h1")).to_have_text(f"{headline} (مصحح)")


def test_a_mistake_is_shown_on_the_page_until_it_is_mended(
    page: Page, preview: str, newsroom: Path
) -> None:
    page.goto(preview)
    bad = newsroom / "content/articles/science/2026/11/خطأ.md"
    bad.write_text("---\ntitle: بلا تاريخ\n---\n", encoding="utf-8")

    alert = page.locator("[role=alert]")
    expect(alert).to_contain_text("خطأ.md")
    bad.unlink()
    expect(alert).to_have_count(0)


def test_the_site_reads_without_scripts(page: Page, preview: str) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(preview)

    expect(plain.locator("main h2 a, main h3 a").first).to_be_visible()
    expect(plain.locator("nav a").first).to_be_visible()
    context.close()
