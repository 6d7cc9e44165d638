"""An export of WordPress as a stream of its channel's children, and their texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from nashra.errors import ContentError, Problem, Words
from nashra.importers import refusals

_HOSTILE = Words(
    "في الملف ما لا يكون في تصدير ووردبريس.", "The file declares entities; no export does."
)
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_DEPTH = 2
"""Of what stands inside `rss` and `channel`."""


class _Clean:
    """A file without the control characters that XML does not allow and old posts have."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("rb")

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        while data and not (clean := data.translate(None, _CONTROLS)):
            data = self._stream.read(size)
        return clean if data else b""

    def close(self) -> None:
        self._stream.close()


_WANTED = frozenset({"item", "author", "category", "tag", "base_blog_url", "base_site_url", "link"})


def elements(path: Path, file: str) -> Iterator[Element]:
    """Give the children of the channel, each let go of when the next is asked for.

    Raises:
        ContentError: it is not well-formed, or declares entities.

    """
    stream = _Clean(path)
    depth = 0
    above: list[Element] = []
    try:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                depth += 1
                above.append(element)
                continue
            depth -= 1
            above.pop()
            if depth == _DEPTH and local(element) in _WANTED:
                yield element
            if depth <= _DEPTH and above:
                above[-1].remove(element)
    except ParseError as error:
        raise ContentError([_not_well_formed(file, *error.position)]) from error
    except DefusedXmlException as error:
        raise ContentError([refusals.not_to_be_trusted(file, _HOSTILE)]) from error
    finally:
        stream.close()


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def text_in(element: Element, name: str) -> str:
    """Give the text of a child: `encoded` is the content's, `excerpt` the one of the excerpt."""
    for each in element:
        space, _, local = each.tag.rpartition("}")
        is_excerpt = local == "encoded" and "/excerpt" in space
        if (is_excerpt and name == "excerpt") or (local == name and not is_excerpt):
            return (each.text or "").strip()
    return ""


def meta(element: Element, key: str) -> str:
    """Give the value of one of a post's own fields."""
    for each in element:
        if local(each) == "postmeta" and text_in(each, "meta_key") == key:
            return text_in(each, "meta_value")
    return ""


def _not_well_formed(file: str, line: int, column: int) -> Problem:
    return Problem(
        file,
        line,
        Words(
            f"الملف تالف عند الحرف {column + 1}: ليس XML صحيحا.",
            f"The file is damaged at character {column + 1}: it is no well-formed XML.",
        ),
        Words(
            "صدّره من ووردبريس مرة أخرى؛ ما سبق هذا السطر استُورد.",
            "Export it from WordPress again; what stands before this line was imported.",
        ),
    )
