"""What stands inside one line of HTML: text, emphasis, links, code and pictures, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from nashra.importers.escape import escape_inside

DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "noscript",
        "svg",
        "math",
        "canvas",
        "object",
        "applet",
        "form",
        "input",
        "select",
        "textarea",
        "button",
        "nav",
        "iframe",
        "map",
        "area",
        "audio",
        "video",
        "source",
        "track",
        "dialog",
    ]
)
"""Elements that have no words of a story inside them."""
_BOLD, _ITALIC = "**", "*"
_MARKS = {"b": _BOLD, "strong": _BOLD, "i": _ITALIC, "em": _ITALIC, "cite": _ITALIC}
CODE = frozenset({"code", "kbd", "samp", "tt"})
_AS_HTML = frozenset({"sup", "sub"})
_BLANKS = re.compile("[ \t\n\r\f\x00-\x1f]+")
_TICKS = re.compile("`+")


@dataclass(frozen=True, slots=True)
class Places:
    """How addresses of the old site become those of the new one."""

    link: Callable[[str], str]
    picture: Callable[[str], str]


@dataclass(slots=True)
class _Run:
    """A stretch of one line under one mark."""

    markdown: str
    mark: str = ""
    breaks: bool = False
    """Whether it is the end of a line."""


def lines(elements: Iterator[str | HtmlElement], places: Places) -> list[str]:
    """Give the lines of Markdown that text and inline elements come to, empty ones as they are.

    A line ends where the source breaks it. No line has blanks at its ends.
    """
    found: list[list[_Run]] = [[]]
    for item in elements:
        for run in _runs(item, "", places):
            if run.breaks:
                found.append([])
            else:
                found[-1].append(run)
    return [_joined(line) for line in found]


def plain(element: HtmlElement) -> str:
    """Give the words of an element on one line."""
    return _BLANKS.sub(" ", "".join(_texts(element))).strip()


def words_of(source: str) -> str:
    """Give the words of a piece of HTML on one line; nothing of one that has none."""
    try:
        return plain(html.fragment_fromstring(source.replace("\x00", ""), create_parent="div"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""


def _texts(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in DROPPED:
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _runs(item: str | HtmlElement, mark: str, places: Places) -> Iterator[_Run]:
    if isinstance(item, str):
        yield _Run(escape_inside(_BLANKS.sub(" ", item)), mark)
        return
    tag = item.tag
    if not isinstance(tag, str) or tag in DROPPED:
        return
    if tag == "br":
        yield _Run("", breaks=True)
    elif tag == "img":
        yield _Run(picture(item, places))
    elif tag in CODE:
        yield from _code(item, mark)
    elif tag == "a" and _leads(item):
        yield from _link(item, mark, places)
    elif tag in _AS_HTML:
        yield _Run(f"<{tag}>{escape_inside(plain(item))}</{tag}>" if plain(item) else "", mark)
    else:
        yield from _inside(item, mark or _MARKS.get(tag, ""), places)


def _inside(element: HtmlElement, mark: str, places: Places) -> Iterator[_Run]:
    if element.text:
        yield from _runs(element.text, mark, places)
    for child in element:
        yield from _runs(child, mark, places)
        if child.tail:
            yield from _runs(child.tail, mark, places)


def _code(element: HtmlElement, mark: str) -> Iterator[_Run]:
    text = plain(element)
    if text:
        fence = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
        yield _Run(f"{fence} {text} {fence}" if "`" in text else f"`{text}`", mark)


def _leads(element: HtmlElement) -> bool:
    address = str(element.get("href") or "").strip()
    if not address or address.lower().startswith(("javascript:", "data:", "#")):
        return False
    return not any(_leads(outer) for outer in element.iterancestors("a"))


def _link(element: HtmlElement, mark: str, places: Places) -> Iterator[_Run]:
    runs = list(_inside(element, "", places))
    for run in runs:
        if not run.markdown.startswith(("![", "`")):
            run.markdown = run.markdown.replace("]", "&#93;")
    label = _joined([run for run in runs if not run.breaks])
    if not label:
        return
    blank = " " if any(run.markdown[:1] == " " for run in runs[:1]) else ""
    yield _Run(f"{blank}[{label}]({_address(places.link(str(element.get('href')).strip()))})", mark)


def picture(element: HtmlElement, places: Places) -> str:
    """Give the Markdown of a picture; nothing if it has no address that can be shown."""
    source = str(element.get("src") or element.get("data-src") or "").strip()
    if not source or source.startswith("data:"):
        return ""
    alt = _BLANKS.sub(" ", str(element.get("alt") or "")).strip()
    return f"![{escape_inside(alt)}]({_address(places.picture(source))})"


def _address(address: str) -> str:
    address = re.sub(r"\s", "%20", address)
    return f"<{address}>" if re.search(r"[()<>]", address) else address


def _joined(runs: list[_Run]) -> str:
    """Join runs; neighbours under one mark become one, and marks hug what they stand around."""
    merged: list[_Run] = []
    for run in runs:
        if merged and merged[-1].mark == run.mark:
            merged[-1] = _Run(merged[-1].markdown + run.markdown, run.mark)
        elif run.markdown:
            merged.append(run)
    text = ""
    for run in merged:
        inner = run.markdown.strip(" ")
        if not run.mark or not inner:
            text += run.markdown
            continue
        before = run.markdown[: len(run.markdown) - len(run.markdown.lstrip(" "))]
        after = run.markdown[len(run.markdown.rstrip(" ")) :]
        mark = "" if not before and text.endswith("*") else run.mark
        text += f"{before}{mark}{inner}{mark}{after}"
    return _BLANKS.sub(" ", text).strip()
