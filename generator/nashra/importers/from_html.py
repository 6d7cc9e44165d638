"""A body that came as HTML, as the Markdown of this site: every word, and what can be carried.

The words that a reader sees are those of the source. What has no place in Markdown here (a form, a
script, a table with joined cells) is named in `lost`; words of a table that cannot stand are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from nashra.importers.copy import Markdown, Part
from nashra.importers.escape import escape_start
from nashra.importers.html_tree import BLOCKS, parsed
from nashra.importers.inline_html import CODE, DROPPED, Places, lines, picture, plain

_LAST_HASH, _ESCAPED_HASH = re.compile(r"(?<!\\)#(#*)$"), r"\\#\1"
"""A heading's marks may stand at its end too, and are not shown."""
_HEADING = re.compile("h([1-6])")
_LOST = frozenset({"form", "object", "applet", "canvas", "math", "svg"})
_QUOTED_ELSEWHERE = ("twitter-tweet", "telegram-post", "fb-post", "instagram-media", "tiktok-embed")
_NO_TEXT = re.compile(r"-\s|\d+\.\s|> ?|#+\s|`{3,}|\||///|\* \* \*")
"""How a block begins that cannot stand after the mark of a list's item; text is escaped there."""


@dataclass(frozen=True, slots=True)
class Body:
    """What HTML came to."""

    parts: tuple[Part, ...]
    lost: tuple[str, ...]
    """What could not be carried, such as `<form>`, once each."""


def parts_of(
    source: str,
    *,
    link: Callable[[str], str] = str,
    picture_at: Callable[[str], str] = str,
) -> Body:
    """Give the parts of a body's HTML; the callables give the new addresses for the old.

    Never raises: whatever bytes a browser would show, this shows.
    """
    root = parsed(source)
    if root is None:
        return Body((), ())
    writer = _Writer(Places(link, picture_at), _shift(root))
    blocks = [block for block in writer.blocks(root) if block]
    return Body(tuple(map(Markdown, blocks)), tuple(dict.fromkeys(writer.lost)))


def _shift(root: HtmlElement) -> int:
    """Give by how much headings go down, so that the highest is of the second level."""
    levels = [int(found[1]) for each in root.iter() if (found := _heading(each))]
    return max(0, 2 - min(levels, default=2))


def _heading(element: HtmlElement) -> re.Match[str] | None:
    return _HEADING.fullmatch(element.tag) if isinstance(element.tag, str) else None


@dataclass(slots=True)
class _Writer:
    places: Places
    shift: int
    lost: list[str] = field(default_factory=list)

    def blocks(self, element: HtmlElement) -> Iterator[str]:
        """Give the blocks inside an element: runs of inline content are paragraphs."""
        run: list[str | HtmlElement] = [element.text or ""]
        for child in element:
            if self._is_block(child):
                yield from self._paragraphs(run)
                yield from self._block(child)
                run = [child.tail or ""]
            else:
                run += [child, child.tail or ""]
        yield from self._paragraphs(run)

    def _is_block(self, element: HtmlElement) -> bool:
        tag = element.tag
        if not isinstance(tag, str):
            return False
        if tag in _LOST:
            self.lost.append(f"<{tag}>")
        if tag in BLOCKS:
            return True
        return tag not in DROPPED and any(each.tag in BLOCKS for each in element.iterdescendants())

    def _block(self, element: HtmlElement) -> Iterator[str]:
        tag = str(element.tag)
        if heading := _heading(element):
            text = self._paragraph(self._children(element))
            if text:
                level = min(6, int(heading[1]) + self.shift)
                line = " ".join(text.split("\n"))
                yield f"{'#' * level} {_LAST_HASH.sub(_ESCAPED_HASH, line)}"
        elif maker := self._makers().get(tag):
            yield from maker(element)
        else:
            yield from self.blocks(element)

    def _makers(self) -> dict[str, Callable[[HtmlElement], Iterator[str]]]:
        return {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quotation,
            "table": self._table,
            "figure": self._figure,
            "iframe": self._embed,
            "video": self._embed,
            "audio": self._embed,
            "pre": _fenced,
            "hr": _rule,
        }

    @staticmethod
    def _children(element: HtmlElement) -> Iterator[str | HtmlElement]:
        yield element.text or ""
        for child in element:
            yield child
            yield child.tail or ""

    def _paragraph(self, items: Iterator[str | HtmlElement]) -> str:
        return "\n".join(self._paragraphs(list(items)))

    def _paragraphs(self, run: list[str | HtmlElement]) -> Iterator[str]:
        """Give the paragraphs of a run: a lone break ends a line, an empty line a paragraph."""
        paragraph: list[str] = []
        for line in [*lines(iter(run), self.places), ""]:
            if line:
                paragraph.append(escape_start(line))
            elif paragraph:
                yield "  \n".join(paragraph)
                paragraph = []

    def _list(self, element: HtmlElement) -> Iterator[str]:
        numbered = element.tag == "ol"
        first = str(element.get("start") or "1")
        number = int(first) if first.isascii() and first.isdigit() and len(first) < 6 else 1  # noqa: PLR2004
        items: list[str] = []
        for child in element:
            if not isinstance(child.tag, str) or child.tag in DROPPED:
                continue
            blocks = [block for block in self.blocks(child) if block]
            if blocks and _NO_TEXT.match(blocks[0]):
                yield _together(items)
                yield from blocks
                items = []
            elif blocks:
                mark = f"{number}." if numbered else "-"
                items.append(f"{mark} " + _indented("\n\n".join(blocks)))
                number += 1
        yield _together(items)

    def _quotation(self, element: HtmlElement) -> Iterator[str]:
        kind = str(element.get("class") or "")
        address = str(element.get("cite") or element.get("data-href") or "")
        links = [str(each.get("href") or "") for each in element.iter("a")]
        if any(name in kind for name in _QUOTED_ELSEWHERE) and (address or links):
            yield from self._quoted(element)
            yield f"/// embed\n{address or links[-1]}\n///"
            return
        yield from self._quoted(element)

    def _quoted(self, element: HtmlElement) -> Iterator[str]:
        text = "\n\n".join(block for block in self.blocks(element) if block)
        if text:
            yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))

    def _figure(self, element: HtmlElement) -> Iterator[str]:
        if "gallery" in str(element.get("class") or "") and len(list(element.iter("img"))) > 1:
            yield from self._gallery(element)
            return
        pictures = [text for each in element.iter("img") if (text := picture(each, self.places))]
        captions = list(element.iter("figcaption"))
        simple = not any(
            each.tag in {"table", "pre", "iframe", "blockquote"} for each in element.iter()
        )
        if not pictures or not simple:
            yield from self.blocks(element)
            return
        caption = " ".join(filter(None, (self._caption(each) for each in captions)))
        yield "\n".join(["/// photo", "\n".join(pictures), *([caption] if caption else []), "///"])
        for each in captions:
            each.drop_tree()
        for each in list(element.iter("img")):
            each.drop_tree()
        yield from self.blocks(element)

    def _gallery(self, element: HtmlElement) -> Iterator[str]:
        made = []
        for each in element.iter("img"):
            around = next(each.iterancestors("figure", "li"), element)
            caption = "" if around is element else self._captions(around)
            made.append("\n".join(filter(None, (picture(each, self.places), caption))))
        title = next((plain(each) for each in element.iterchildren("figcaption")), "")
        head = f"/// gallery{f' | {title}' if title else ''}"
        yield "\n\n".join([head, *made, "///"])

    def _captions(self, element: HtmlElement) -> str:
        captions = (self._caption(each) for each in element.iter("figcaption"))
        return " ".join(filter(None, captions))

    def _caption(self, element: HtmlElement) -> str:
        return escape_start(" ".join(filter(None, lines(self._children(element), self.places))))

    def _embed(self, element: HtmlElement) -> Iterator[str]:
        sources = [element, *element.iter("source")]
        address = next((str(each.get("src")) for each in sources if each.get("src")), "")
        if address.startswith("//"):
            address = f"https:{address}"
        if not address.startswith(("http://", "https://")):
            self.lost.append(f"<{element.tag}>")
            return
        title = " ".join(str(element.get("title") or "").split()).replace("|", " ")
        yield f"/// embed{f' | {title}' if title else ''}\n{address.strip()}\n///"

    def _table(self, element: HtmlElement) -> Iterator[str]:
        for caption in element.iter("caption"):
            yield self._paragraph(self._children(caption))
        rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in element.iter("tr")]
        rows = [row for row in rows if row]
        joined = any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row)
        nested = any(
            each.tag in {"table", "ul", "ol", "pre", "blockquote", "figure", "hr", "iframe"}
            or (each.tag in CODE and "|" in plain(each))
            for row in rows
            for cell in row
            for each in cell.iterdescendants()
        )
        widths = {len(row) for row in rows}
        if joined or nested or len(widths) != 1 or widths == {1}:
            if rows and widths != {1}:
                self.lost.append("the columns of a table")
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
            return
        head, *rest = [[self._cell(cell) for cell in row] for row in rows]
        rule = ["---"] * len(head)
        yield "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rest))

    def _cell(self, element: HtmlElement) -> str:
        texts = filter(None, lines(self._children(element), self.places))
        return " ".join(texts).replace("|", "\\|")


def _together(items: list[str]) -> str:
    loose = any("\n\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(items)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n")).strip()


def _rule(_: HtmlElement) -> Iterator[str]:
    yield "* * *"


def _fenced(element: HtmlElement) -> Iterator[str]:
    text = "".join(map(str, element.itertext()))
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    if text.strip():
        yield f"{fence}\n{text.strip(chr(10))}\n{fence}"
