"""Numbered lists with the digits and the marks that newsrooms write.

`1.` and `1)` number an item, and so do `١.`, `١)`, `١-`, `١ -`, `١–` and `١ـ`, in each of the three
families of digits; the list bears the family as a class, so that it shows the digits as written.
A number of more than three digits is a year and numbers nothing; a dash before a digit is a score
or a span («٣ - ١»). Otherwise a list is what it is to Markdown: a list of another kind or of other
digits is another list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneUListProcessor

from nashra.language.digits import to_latin

_NUMBER = r"(?:[0-9]{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3})"
_MARK = r"(?:[.)]|[ ]?[-–ـ](?=[ ]+[^\s0-9٠-٩۰-۹]))"
_START = rf"[\u200e\u200f\u061c]?(?P<number>{_NUMBER}){_MARK}[ ]+"
_ITEM = re.compile(rf"[ ]{{0,3}}{_START}(?P<text>.*)")
_NESTED = re.compile(rf"[ ]{{4,7}}(?:{_START}|[*+-][ ]+)")
_LOOSE_DASH = re.compile(rf"[ ]{{0,3}}[\u200e\u200f\u061c]?{_NUMBER}[ ][-–ـ]")
"""A number, a blank and a dash: it begins a list only as the first, or where a list goes on."""
_FAMILIES = {"٠": "digits-arab", "۰": "digits-arabext"}


@dataclass(slots=True)
class _Item:
    text: str
    number: int | None = None
    """None where this is a list inside the item before it."""


class _NumberedLists(OListProcessor):
    """Takes the place of the library's own, which knows a full stop alone."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._last: tuple[Element | None, int] = (None, 0)
        """The list that was last added to, and the number of its last item."""

    def test(self, parent: Element, block: str) -> bool:
        first, _, rest = block.partition("\n")
        item = _ITEM.match(first)
        if item is None or not _LOOSE_DASH.match(first):
            return item is not None
        number = to_latin(item["number"])
        return number == "1" or self._goes_on(parent, item["number"]) or bool(_ITEM.match(rest))

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).split("\n")
        items, rest = _taken(lines)
        if rest:
            blocks.insert(0, "\n".join(rest))
        written = _ITEM.match(lines[0])
        assert written is not None
        ordered, loose = self._list_for(parent, written["number"])
        if loose:
            self.parser.state.set("looselist")
            self.parser.parseBlocks(self._added(ordered, items[0]), [items.pop(0).text])
            self.parser.state.reset()
        self.parser.state.set("list")
        for item in items:
            place = self._added(ordered, item) if item.number is not None else ordered[-1]
            self.parser.parseBlocks(place, [item.text])
        self.parser.state.reset()

    def _goes_on(self, parent: Element, number: str) -> bool:
        sibling = self.lastChild(parent)
        return sibling is not None and sibling.tag == "ol" and _family(sibling) == _digits(number)

    def _list_for(self, parent: Element, number: str) -> tuple[Element, bool]:
        """Give the list that an item belongs to, and whether it stood there before a blank line."""
        sibling = self.lastChild(parent)
        if sibling is not None and self._goes_on(parent, number):
            _as_paragraphs(sibling[-1])
            if self._last[0] is not sibling:
                self._last = (sibling, _count(sibling))
            return sibling, True
        if parent.tag in {"ol", "ul"}:
            return parent, False
        ordered = SubElement(parent, "ol")
        start = int(to_latin(number))
        if start != 1:
            ordered.set("start", str(start))
        if family := _digits(number):
            ordered.set("class", family)
        self._last = (ordered, start - 1)
        return ordered, False

    def _added(self, ordered: Element, item: _Item) -> Element:
        """Add an item; where its number leaps forward, it bears it."""
        added = SubElement(ordered, "li")
        known, last = self._last
        number = last + 1 if known is ordered else _count(ordered)
        if ordered.tag == "ol" and item.number is not None and item.number > number:
            added.set("value", str(item.number))
            number = item.number
        self._last = (ordered, number)
        return added


class _BulletLists(SaneUListProcessor):
    """The library's own, which sees the numbered lists inside its items."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.INDENT_RE = _NESTED


def _taken(lines: list[str]) -> tuple[list[_Item], list[str]]:
    """Give the items of one list, and the lines from which on another list's digits are used."""
    items: list[_Item] = []
    taken: list[list[str]] = []
    family = None
    for at, line in enumerate(lines):
        if item := _ITEM.match(line):
            digits = _digits(item["number"])
            if family not in {None, digits}:
                return _joined(items, taken), lines[at:]
            family = digits
            items.append(_Item("", int(to_latin(item["number"]))))
            taken.append([item["text"]])
        elif _NESTED.match(line) and items[-1].number is not None:
            items.append(_Item(""))
            taken.append([line])
        else:
            taken[-1].append(line)
    return _joined(items, taken), []


def _joined(items: list[_Item], taken: list[list[str]]) -> list[_Item]:
    for item, lines in zip(items, taken, strict=True):
        item.text = "\n".join(lines)
    return items


def _digits(number: str) -> str:
    """Give the class of the family that a number is written in; Latin digits have none."""
    zero = next((zero for zero in _FAMILIES if zero <= number[0] <= chr(ord(zero) + 9)), "")
    return _FAMILIES.get(zero, "")


def _family(ordered: Element) -> str:
    return ordered.get("class", "")


def _count(ordered: Element) -> int:
    """Give the number of a list's last item."""
    number = int(ordered.get("start", "1")) - 1
    for item in ordered:
        number = int(item.get("value", number + 1))
    return number


def _as_paragraphs(item: Element) -> None:
    """Make paragraphs of an item's bare text, since a blank line came after it."""
    if item.text:
        paragraph = Element("p")
        paragraph.text, item.text = item.text, ""
        item.insert(0, paragraph)
    last = item[-1] if len(item) else None
    if last is not None and last.tail:
        SubElement(item, "p").text = last.tail.lstrip()
        last.tail = ""


class NumberedLists(Extension):
    """Takes the place of `sane_lists`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where the library's own lists stand."""
        md.parser.blockprocessors.register(_NumberedLists(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_BulletLists(md.parser), "ulist", 30)
