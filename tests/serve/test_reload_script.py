"""The script that pages in preview run, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from nashra.errors import NashraError, Problem, Severity, Words
from tests.serve.asking import Site, running
from tests.serve.browsing import Desk

pytestmark = pytest.mark.browser

LONG_PAGE = '<h1>الأول</h1><div style="height:9000px"></div>'
PROBLEM = Problem(
    "content/articles/خبر.md",
    3,
    Words("لا تاريخ.", "No date."),
    Words("اكتب تاريخا.", "Write a date."),
    excerpt="title: <img src=x onerror=alert(1)>",
)
NOTICE = Problem(
    "config.yaml", None, Words("تنبيه.", "Note."), Words("", ""), severity=Severity.NOTICE
)
BANNER = "nashra-problems"


def test_a_save_reloads_the_page_where_it_was_read(desk: Desk, newsroom: Site) -> None:
    newsroom.write("خبر.txt", LONG_PAGE)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        await page.evaluate("scrollTo(0, 4000)")
        newsroom.write("خبر.txt", LONG_PAGE.replace("الأول", "الثاني"))
        await expect(page.locator("h1")).to_have_text("الثاني")
        await page.wait_for_function("scrollY === 4000")

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))


def test_a_saved_style_sheet_is_swapped_in_the_standing_page(desk: Desk, newsroom: Site) -> None:
    newsroom.write("site.css", "body{color:rgb(1,1,1)}")

    async def scene(address: str) -> None:
        page = await desk.open(address)
        body = page.locator("body")
        await expect(body).to_have_css("color", "rgb(1, 1, 1)")
        await page.evaluate("window.still = true")
        for shade in (2, 3):
            newsroom.write("site.css", f"body{{color:rgb({shade},1,1)}}")
            await expect(body).to_have_css("color", f"rgb({shade}, 1, 1)")
        await expect(page.locator("link")).to_have_count(1)
        assert await page.evaluate("window.still") is True

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))


@pytest.mark.parametrize(
    ("language", "direction", "said"),
    [("ar", "rtl", "أخطاء: 1 · تنبيهات: 1"), ("en-GB", "ltr", "Errors: 1 · Notices: 1")],
)
def test_problems_are_shown_as_text_until_they_are_mended(
    desk: Desk, newsroom: Site, language: str, direction: str, said: str
) -> None:
    async def scene(address: str) -> None:
        page = await desk.open(address)
        newsroom.fault = NashraError([PROBLEM, NOTICE])
        newsroom.write("خبر.txt", "خطأ")
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text(said)
        await expect(alert).to_contain_text("content/articles/خبر.md:3")
        await expect(alert).to_contain_text("<img src=x onerror=alert(1)>")
        await expect(alert).to_have_attribute("dir", direction)
        assert await page.locator("img").count() == 0

        await page.reload()
        await expect(alert).to_contain_text(said)
        await alert.get_by_role("button").click()
        await expect(page.locator(BANNER)).to_have_count(0)

        newsroom.fault = NashraError([NOTICE])
        newsroom.write("خبر.txt", "تنبيه")
        await expect(page.get_by_role("status")).to_be_visible()
        newsroom.fault = None
        newsroom.write("خبر.txt", "صحيح")
        await expect(page.locator("body")).to_contain_text("صحيح")
        await expect(page.locator(BANNER)).to_have_count(0)

    with running(newsroom, newsroom.settings(language=language)) as run:
        desk.play(scene(f"{run.address}خبر/"))


def test_a_page_outlives_a_restart_and_reloads_once(desk: Desk, newsroom: Site) -> None:
    loads: list[str] = []

    async def scene(page: Page) -> None:
        await expect(page.locator("body")).to_contain_text("بعد العودة")
        await page.wait_for_timeout(700)
        assert len(loads) == 1

    with running(newsroom, newsroom.settings()) as run:
        port = urlsplit(run.address).port
        page = desk.play(desk.open(f"{run.address}خبر/"))
    page.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    newsroom.write("خبر.txt", "بعد العودة")
    with running(newsroom, newsroom.settings(port=port)) as run:
        assert urlsplit(run.address).port == port
        desk.play(scene(page))


def test_a_page_of_another_moment_says_so_under_the_strictest_policy(
    desk: Desk, newsroom: Site
) -> None:
    newsroom.write("خبر.txt", LONG_PAGE)
    said = "الموقع كما سيكون في 2026-12-01"

    async def scene(address: str) -> None:
        page = await desk.open(address)
        band = page.locator("nashra-band [role=status]")
        await expect(band).to_have_text(said)
        await expect(band).to_have_attribute("dir", "rtl")
        await expect(band).to_have_css("text-align", "center")

    with running(newsroom, newsroom.settings(band=said)) as run:
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
        headers = f"/*\n  Content-Security-Policy: {policy}\n"
        (newsroom.output / "_headers").write_text(headers, "utf-8")
        desk.play(scene(f"{run.address}خبر/"))


STANDING = """<header>الجريدة</header><main><h1>الأول</h1>\
<details><summary>مزيد</summary><p>تفصيل</p></details><ul><li>أ</li><li>ب</li></ul>\
<div style="height:5000px"></div></main>"""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("الأول", "الثاني", "a word"),
        ("<li>أ</li>", "<li>ج</li><li>أ</li>", "what came before others"),
        ("<li>ب</li>", "", "what went"),
        ("<h1>", '<h1 class="new">', "an attribute"),
        ("تفصيل", "تفصيل <b>آخر</b>", "inside what the reader opened"),
    ],
)
def test_a_save_changes_what_differs_and_nothing_else(
    desk: Desk, newsroom: Site, before: str, after: str, why: str
) -> None:
    newsroom.write("خبر.txt", STANDING)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        await expect(page.locator("script[data-ready]")).to_be_attached()
        await page.locator("summary").click()
        await page.evaluate("scrollTo(0, 900); window.still = document.querySelector('details')")
        changed = STANDING.replace(before, after)
        newsroom.write("خبر.txt", changed)
        expected = changed.partition("<main>")[2].partition("</main>")[0]
        expected = expected.replace("<details>", '<details open="">')
        await expect(page.locator("main")).to_have_js_property("innerHTML", expected)
        same = "window.still === document.querySelector('details') && window.still.open"
        assert await page.evaluate(same), why
        place = await page.evaluate("scrollY")
        assert abs(place - 900) < 60, "the browser holds on to what is read, not to a number"

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))


def test_a_page_whose_frame_changed_is_loaded_anew(desk: Desk, newsroom: Site) -> None:
    newsroom.write("خبر.txt", STANDING)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        await page.evaluate("scrollTo(0, 900)")
        newsroom.write("خبر.txt", STANDING.replace("الجريدة", "الصحيفة"))
        await expect(page.locator("header")).to_have_text("الصحيفة")
        await page.wait_for_function("scrollY === 900")

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))


def test_what_a_script_made_of_the_page_stays_until_its_text_differs(
    desk: Desk, newsroom: Site
) -> None:
    newsroom.write("خبر.txt", STANDING)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        await expect(page.locator("script[data-ready]")).to_be_attached()
        await page.evaluate("document.querySelector('ul').append('زيادة')")
        newsroom.write("خبر.txt", STANDING.replace("الأول", "الثاني"))
        await expect(page.locator("h1")).to_have_text("الثاني")
        await expect(page.locator("ul")).to_contain_text("زيادة")
        newsroom.write("خبر.txt", STANDING.replace("الأول", "الثاني").replace("ب<", "ت<"))
        await expect(page.locator("ul")).to_have_text("أت")

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))


def test_the_place_of_a_fault_is_marked_in_its_line(desk: Desk, newsroom: Site) -> None:
    async def scene(address: str) -> None:
        page = await desk.open(address)
        fault = replace(PROBLEM, excerpt="date: أمس الأول", column=7)
        newsroom.fault = NashraError([fault])
        newsroom.write("خبر.txt", "خطأ")
        await expect(page.get_by_role("alert").locator("mark")).to_have_text("أمس")
        await expect(page.get_by_role("alert").locator("pre")).to_have_text(fault.excerpt)

    with running(newsroom, newsroom.settings()) as run:
        desk.play(scene(f"{run.address}خبر/"))
