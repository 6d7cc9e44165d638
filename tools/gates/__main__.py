"""Holds a built site to what the theme promises: `python -m tools.gates [output]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright
from tools.gates import (
    accessibility,
    feeds,
    host,
    kinds,
    layout,
    lighthouse,
    markup,
    sitemaps,
    structured,
    stylesheets,
    weight,
)
from tools.gates.checkers import SWITCHES, chromium
from tools.gates.finding import Built, Finding, GateClosedError

_THEME = Path(__file__).parents[2] / "themes" / "jarida"

_TOO_LONG_FOR_THE_SAMPLE = ("numbered",)
"""No list of the sample is long enough for a second page; the browser's tests cut them shorter."""

_SHOWN = 4
"""In how many places one fault is named."""


def markup_gate(built: Built) -> list[Finding]:
    """Give what the Nu HTML Checker finds in every page and style sheet."""
    files = sorted(file for end in ("html", "css") for file in built.output.rglob(f"*.{end}"))
    return markup.look(files, root=built.output)


def kind_gate(built: Built) -> Iterator[Finding]:
    """Give the kinds of pages that the site does not have: what no gate sees, none holds."""
    for kind in kinds.missing(built):
        if kind in _TOO_LONG_FOR_THE_SAMPLE:
            continue
        yield Finding("the sample newsroom", f"has no page of the kind “{kind}”")


def style_gate(_: Built) -> Iterator[Finding]:
    """Give what names left or right in the theme's own styles."""
    for sheet in sorted((_THEME / "styles").rglob("*.css")):
        for line, what, instead in stylesheets.physical(sheet.read_text(encoding="utf-8")):
            yield Finding(f"{sheet.name}:{line}", f"{what}; write {instead}")


def feed_gate(built: Built) -> Iterator[Finding]:
    """Give what is wrong with every feed."""
    for pattern in ("feed.xml", "atom.xml", "feed.json"):
        for file in sorted(built.output.rglob(pattern)):
            for what in feeds.problems(file.name, file.read_bytes()):
                yield Finding(file.relative_to(built.output).as_posix(), what)


def sitemap_gate(built: Built) -> Iterator[Finding]:
    """Give what is wrong with every sitemap, and the addresses that lead to no file."""
    robots = (built.output / "robots.txt").read_text(encoding="utf-8")
    named = [line.partition(":")[2].strip() for line in robots.splitlines() if "itemap:" in line]
    root = "{0.scheme}://{0.netloc}/".format(urlsplit(named[0])) if named else ""
    if not named:
        yield Finding("robots.txt", "names no sitemap")
    now = datetime.fromtimestamp((built.output / "sitemap-news.xml").stat().st_mtime).astimezone()
    for file in sorted(built.output.rglob("sitemap*.xml")):
        where, data = file.relative_to(built.output).as_posix(), file.read_bytes()
        for what in sitemaps.problems(data, site=root, now=now):
            yield Finding(where, what)
        for address in sitemaps.addresses(data):
            path = unquote(urlsplit(address).path).removeprefix("/")
            if not (
                (built.output / path).is_file() or (built.output / path / "index.html").is_file()
            ):
                yield Finding(where, f"leads nowhere: {address}")


def structured_gate(built: Built) -> Iterator[Finding]:
    """Give what Google would miss in the structured data of every page."""
    for file in sorted(built.output.rglob("*.html")):
        for what in structured.problems(file.read_text(encoding="utf-8")):
            yield Finding(file.relative_to(built.output).as_posix(), what)


def weight_gate(built: Built) -> Iterator[Finding]:
    """Give the pages whose first view is too heavy, and print the weights of every kind."""
    print("    first view over the wire, bytes: HTML + style + script + faces")
    for kind in built.read:
        found = weight.weigh(built.file(kind), output=built.output)
        print(
            f"    {kind:<22} {found.html:>6} + {found.style} + {found.script} + {found.faces}"
            f" = {found.whole}"
        )
        if found.whole > weight.MOST:
            yield Finding(built.pages[kind], f"{found.whole} bytes; at most {weight.MOST}")


def lighthouse_gate(built: Built) -> Iterator[Finding]:
    """Give the pages below the floors, and print every score."""
    print(f"    {'':<20}", *(f"{name:>14}" for name in lighthouse.FLOORS))
    for kind in lighthouse.KINDS:
        with host.serving(built.output, quiet=True) as root:
            scores, missed = lighthouse.scores(root, built.pages[kind])
        print(f"    {kind:<20}", *(f"{scores[name]:>14}" for name in lighthouse.FLOORS), flush=True)
        yield from (Finding(built.pages[kind] or "/", what) for what in missed)


def gates(built: Built, root: str, browser: Browser) -> dict[str, Callable[[], Iterator[Finding]]]:
    """Give every gate by its name, in the order in which they are tried: the quick ones first."""
    pages = built.read
    return {
        "kinds": lambda: kind_gate(built),
        "logical styles": lambda: style_gate(built),
        "feeds": lambda: feed_gate(built),
        "sitemaps": lambda: sitemap_gate(built),
        "structured data": lambda: structured_gate(built),
        "weight": lambda: weight_gate(built),
        "html and css": lambda: iter(markup_gate(built)),
        "layout": lambda: layout.look(browser, root, pages),
        "shifts": lambda: layout.shifts(browser, root, pages),
        "accessibility": lambda: accessibility.look(browser, root, pages),
        "lighthouse": lambda: lighthouse_gate(built),
    }


def main() -> int:
    """Try every gate, say what each found, and give the exit code: 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tools.gates", description=__doc__)
    parser.add_argument("output", nargs="?", type=Path, default=Path("output"))
    parser.add_argument("--only", nargs="+", default=[], metavar="GATE", help="try these alone")
    parser.add_argument("--every-kind", action="store_true", help="want a page of every kind")
    arguments = parser.parse_args()
    built = kinds.find(arguments.output)
    shut = 0
    with host.serving(arguments.output) as root, sync_playwright() as playwright:
        try:
            program = chromium()
        except GateClosedError as error:
            print(f"  ✗ {error}", file=sys.stderr)
            return 1
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        for name, gate in gates(built, root, browser).items():
            if name == "kinds" and not arguments.every_kind:
                continue
            if not arguments.only or name in arguments.only:
                shut += _try(name, gate)
        browser.close()
    return int(shut > 0)


def _try(name: str, gate: Callable[[], Iterator[Finding]]) -> int:
    try:
        found = list(gate())
    except GateClosedError as error:
        found = [Finding(name, str(error))]
    print(f"  {'✗' if found else '✓'} {name}", flush=True)
    places: dict[str, list[str]] = {}
    for finding in found:
        places.setdefault(finding.what, []).append(finding.where)
    for what, where in places.items():
        more = f" and {len(where) - _SHOWN} more" if len(where) > _SHOWN else ""
        print(f"      {what}\n        in {', '.join(where[:_SHOWN])}{more}", flush=True)
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
