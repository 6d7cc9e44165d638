"""What a reader sees of a page, measured in the browser at every width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, Route
from tools.gates.finding import Finding

WIDTHS = (320, 360, 414, 768, 1024, 1280, 1440, 1920)
"""CSS pixels, from the narrowest phone that WCAG asks for to a wide desk."""
_HERE = Path(__file__).parent
_AT_ONCE = ("letters", "structure", "focus")
"""What one width tells for all."""
_BY_WIDTH = ("overflow", "body", "targets")
_FONT_DELAY = 1000
"""Milliseconds that a face keeps its reader waiting when shifts are measured."""
_SETTLED = 400


def look(browser: Browser, root: str, pages: Mapping[str, str]) -> Iterator[Finding]:
    """Give every broken promise of these pages, and every request to another host."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    strangers: set[str] = set()

    def note(request: Request) -> None:
        if not request.url.startswith((root, "data:")):
            strangers.add(request.url)

    page.on("request", note)
    for address in pages.values():
        strangers.clear()
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(root + address)
        yield from _measures(page, address)
        yield from (Finding(address or "/", f"asks another host: {url}") for url in strangers)
    context.close()


def shifts(
    browser: Browser, root: str, pages: Mapping[str, str], widths: tuple[int, ...] = (360, 1280)
) -> Iterator[Finding]:
    """Give what moves on these pages while they load with faces that come late."""
    for width in widths:
        for address in pages.values():
            context = browser.new_context(viewport={"width": width, "height": 800})
            page = context.new_page()
            page.add_init_script(path=_HERE / "shifts.js")
            page.route("**/*.woff2", _late)
            page.goto(root + address)
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(_SETTLED)
            page.evaluate((_HERE / "layout.js").read_text(encoding="utf-8"))
            for shift in page.evaluate("gates.shifts()"):
                yield Finding(f"{address or '/'} ({width} px)", f"shifts by {shift}")
            context.close()


def _late(route: Route) -> None:
    # The wait stands in the page, so that the browser goes on drawing meanwhile.
    page = route.request.frame.page
    page.wait_for_timeout(_FONT_DELAY)
    route.continue_()


def _measures(page: Page, address: str) -> Iterator[Finding]:
    page.evaluate((_HERE / "layout.js").read_text(encoding="utf-8"))
    page.keyboard.press("Tab")
    for name in _AT_ONCE:
        for what in page.evaluate(f"gates.{name}()"):
            yield Finding(address or "/", what)
    page.evaluate("document.activeElement.blur()")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for name in _BY_WIDTH:
            for what in page.evaluate(f"gates.{name}()"):
                yield Finding(f"{address or '/'} ({width} px)", what)
