"""The XML of news agencies: parsed safely, walked without namespaces, its text as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from nashra.errors import ContentError, Problem, Words
from nashra.importers import refusals
from nashra.importers.encoding import text_of
from nashra.importers.encoding_names import declared_in
from nashra.language import dates

_HOSTILE = Words("في الملف ما لا ترسله وكالة.", "The file declares entities; no agency's does.")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?")
"""The basic form of ISO 8601, which NITF and NewsML 1 have."""
_AS_HTML = {
    **{name: name for name in ("p", "table", "tr", "td", "th", "ul", "ol", "li", "em", "br", "a")},
    **{name: name for name in ("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "i", "sup")},
    **{name: name for name in ("sub", "blockquote", "figure", "figcaption", "img", "pre", "hr")},
    **{name: name for name in ("div", "section", "span", "caption", "dl", "dt", "dd", "iframe")},
    "hl1": "h1",
    "hl2": "h2",
    "bq": "blockquote",
    "block": "div",
    "media-caption": "p",
    "q": "span",
}
_LEFT_OUT = frozenset({"script", "style", "media-metadata", "media-reference", "head", "title"})
_KEPT_ATTRIBUTES = ("href", "src", "alt", "colspan", "rowspan")


def root_of(path: Path, file: str) -> tuple[etree._Element, tuple[Problem, ...]]:
    """Give the root of an agency's file, and notices of bytes in it that were broken.

    A document type is passed over, and never fetched.

    Raises:
        ContentError: it is not well-formed, or declares entities.

    """
    data = path.read_bytes()
    decoded = text_of(data, file=file, declared=declared_in(data))
    text = _DECLARATION.sub("", decoded.text)
    if "<!ENTITY" in text:
        raise ContentError([refusals.not_to_be_trusted(file, _HOSTILE)])
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ContentError([_not_well_formed(file, error)]) from error
    return root, decoded.problems


def begins_with(head: bytes, *names: str) -> bool:
    """Tell by a file's first bytes whether its root has one of these names."""
    plain = head.replace(b"\0", b"").decode("utf-8", errors="replace")
    found = re.search(r"<(?:[\w-]+:)?([A-Za-z][\w.-]*)[\s/>]", re.sub("<[?!][^>]*>", "", plain))
    return found is not None and found[1] in names


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace; nothing for what has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def all_in(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """Give the elements at a path of names below one, in order."""
    name, *rest = path
    for child in element:
        if local(child) == name:
            if rest:
                yield from all_in(child, *rest)
            else:
                yield child


def first_in(element: etree._Element, *path: str) -> etree._Element | None:
    """Give the first element at a path of names below one."""
    return next(all_in(element, *path), None)


def anywhere(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give the elements of a name anywhere below one, itself included."""
    return (each for each in element.iter() if local(each) == name)


def words_in(element: etree._Element | None) -> str:
    """Give the words of an element on one line."""
    if element is None:
        return ""
    return " ".join("".join(map(str, element.itertext())).split())


def text_at(element: etree._Element, *path: str) -> str:
    """Give the words of the first element at a path that has some."""
    return next(filter(None, map(words_in, all_in(element, *path))), "")


def moment(written: str | None) -> datetime | None:
    """Give a moment as agencies write it; without a zone, if none is named."""
    text = (written or "").strip()
    if found := _BASIC.fullmatch(text):
        year, month, day, hour, minute, second, zone = found.groups()
        clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
        text = f"{year}-{month}-{day}{clock}{zone or ''}"
    if not text:
        return None
    try:
        parsed = dates.parse(re.sub(r"\.\d+", "", text), zone=UTC)
    except ValueError:
        return None
    named = re.search(r"(?:Z|UTC|[+-]\d\d:?\d\d)$", text, re.IGNORECASE) and ":" in text
    return parsed if named else parsed.replace(tzinfo=None)


def html_of(element: etree._Element) -> str:
    """Give what stands inside an element as HTML: the elements of XHTML and NITF."""
    made = [html.escape(element.text or "", quote=False)]
    for child in element:
        made += [_html(child), html.escape(child.tail or "", quote=False)]
    return "".join(made)


def _html(element: etree._Element) -> str:
    name = local(element)
    if not name or name in _LEFT_OUT:
        return ""
    inner, tag = html_of(element), _AS_HTML.get(name)
    if tag is None:
        return inner
    attributes = "".join(
        f' {key}="{html.escape(str(element.get(key)))}"'
        for key in _KEPT_ATTRIBUTES
        if element.get(key)
    )
    return (
        f"<{tag}{attributes}>"
        if tag in {"br", "hr", "img"}
        else f"<{tag}{attributes}>{inner}</{tag}>"
    )


def _not_well_formed(file: str, error: etree.XMLSyntaxError) -> Problem:
    return Problem(
        file,
        error.lineno or None,
        Words("الملف تالف: ليس XML صحيحا.", "The file is damaged: it is no well-formed XML."),
        Words("اطلب الخبر من الوكالة مرة أخرى.", "Ask the agency for the story again."),
    )
