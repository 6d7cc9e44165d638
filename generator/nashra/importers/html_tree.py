"""HTML as a tree that can be walked: no entities from elsewhere, and never too deep."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from nashra.importers.inline_html import DROPPED

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
        "iframe",
    ]
)
"""Elements that stand on lines of their own (HTML Standard, 15.3)."""
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 60
"""Elements in one another; what lies deeper is text of the last."""


def parsed(source: str) -> HtmlElement | None:
    """Give the tree of a piece of HTML, without entities from elsewhere; none if it is empty."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(source.replace("\x00", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in error.message for error in parser.error_log):
        return parsed(_TAG.sub(" ", source))
    _flatten(root)
    return root


def _flatten(root: HtmlElement) -> None:
    """Take away the tags of what lies too deep, and keep its text."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
    for element in level:
        for each in reversed(list(element.iterdescendants())):
            if isinstance(each.tag, str) and each.tag not in DROPPED:
                each.tail = f" {each.tail or ''}"
                each.drop_tag()
