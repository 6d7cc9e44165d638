"""Every rule of axe, contrast of Arabic text included.

axe leaves out text that looks like an icon drawn by a ligature: text that is narrower as a whole
than letter by letter (axe-core, pull request 3867). Joined Arabic is that, always, so that its
contrast is never looked at. While axe runs, a canvas here measures every text as wide as its
letters are many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page
from tools.gates.checkers import module
from tools.gates.finding import Finding

_LETTER_BY_LETTER = """() => {
    CanvasRenderingContext2D.prototype.measureText = text => ({width: 30 * text.length});
}"""
_RUN = """async () => {
    const {violations} = await axe.run(document, {resultTypes: ['violations']});
    return violations.flatMap(rule => rule.nodes.map(node => {
        const [reason] = [...node.any, ...node.all, ...node.none];
        return `${rule.id}: ${node.target.join(' ')}: ${reason.message}`;
    }));
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]
    contrast: Literal["more", "no-preference"] = "no-preference"

    def __str__(self) -> str:
        more = ", high contrast" if self.contrast == "more" else ""
        return f"{self.width} px, {self.scheme}{more}"


EVERY_LOOK = tuple(
    Look(width, scheme, contrast)
    for width in (360, 1280)
    for scheme in ("light", "dark")
    for contrast in ("no-preference", "more")
)


def violations(page: Page) -> list[str]:
    """Give what axe finds on the page that is open, Arabic text measured letter by letter.

    Raises:
        GateClosedError: axe is not installed.

    """
    page.evaluate(_LETTER_BY_LETTER)
    page.add_script_tag(path=module("axe-core/axe.min.js"))
    found: list[str] = page.evaluate(_RUN)
    return found


def look(
    browser: Browser, root: str, pages: Mapping[str, str], looks: Iterable[Look] = EVERY_LOOK
) -> Iterator[Finding]:
    """Give every violation on these pages, however a reader may look at them.

    Raises:
        GateClosedError: axe is not installed.

    """
    for each in looks:
        context = browser.new_context(
            viewport={"width": each.width, "height": 900},
            color_scheme=each.scheme,
            contrast=each.contrast,
            reduced_motion="reduce",
        )
        page = context.new_page()
        for address in pages.values():
            page.goto(root + address)
            for violation in violations(page):
                yield Finding(f"{address or '/'} ({each})", violation)
        context.close()
