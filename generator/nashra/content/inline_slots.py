"""The words of a block, wherever in its inline markup they lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown

from nashra.language.opposite_runs import Span
from nashra.language.typography import OBJECT

_PLACEHOLDER = re.compile(r"(\x02[^\x02\x03]*\x03)")
"""What stands in the converter's text for raw HTML, entities and the like."""
_STASHED = re.compile(r"\x02wzxhzdk:(\d+)\x03")
_UNTOUCHED = frozenset({"code", "kbd", "samp", "var", "pre", "script", "style", "svg", "math"})
_ISOLATED = frozenset({"bdi", "bdo"})
_TAG_ALONE = re.compile(r"</?(?!img\b|br\b)[a-zA-Z][^<>]*>\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for text in an element: before all its children, or after one of them."""

    parent: Element
    place: int
    """How many children stand before it."""
    apart: bool
    """Whether the element is isolated already."""

    @property
    def text(self) -> str:
        """What stands there."""
        element = self.parent[self.place - 1] if self.place else self.parent
        return (element.tail if self.place else element.text) or ""

    def put(self, text: str) -> None:
        """Put a text there."""
        if self.place:
            self.parent[self.place - 1].tail = text
        else:
            self.parent.text = text


@dataclass(slots=True)
class Segment:
    """A stretch of a block's inline content, as runs of text and of what is no text."""

    block: Element
    base: str
    """The direction around it."""
    whole: bool = True
    """Whether it is all that the block holds."""
    runs: list[str] = field(default_factory=list)
    _slots: list[Slot | None] = field(default_factory=list)
    """The slot of each run; none for an element that is no text."""
    _literals: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    """Where each run begins in the joined text."""
    _offsets: list[int] = field(default_factory=list)
    """Where each run begins in its slot."""
    parents: dict[Element, tuple[Element, int]] = field(default_factory=dict)
    """Where each inline element stands."""

    def take(self, slot: Slot | None, run: str, literal: str = "") -> None:
        """Take a run in; `literal` is what stands in its slot where that is another text."""
        self.runs.append(run)
        self._slots.append(slot)
        self._literals.append(literal)

    def write(self, runs: Sequence[str]) -> None:
        """Put the runs, changed, where they came from."""
        texts: dict[int, tuple[Slot, list[str]]] = {}
        start = 0
        for run, slot, literal in zip(runs, self._slots, self._literals, strict=True):
            self._starts.append(start)
            start += len(run)
            if slot is None:
                self._offsets.append(0)
                continue
            _, parts = texts.setdefault(id(slot), (slot, []))
            self._offsets.append(sum(map(len, parts)))
            parts.append(literal or run)
            parts[:] = ["".join(parts)]
        for slot, parts in texts.values():
            slot.put("".join(parts))

    def isolate(self, span: Span, tag: str, attributes: dict[str, str]) -> None:
        """Put an element around a span; the last spans of a segment go first.

        A span that begins in one element and ends in another is left to the bidi algorithm.
        """
        first, last = self._at(span.start), self._after(span.end - 1)
        if first is None or last is None:
            return
        (slot, start), (end_slot, end) = first, last
        parent, place = slot.parent, slot.place
        end_parent, end_place = end_slot.parent, end_slot.place
        while parent is not end_parent:
            if self._depth(parent) >= self._depth(end_parent):
                if place or start or parent not in self.parents:
                    return
                parent, place = self.parents[parent]
                start = len(Slot(parent, place, apart=False).text)
            else:
                if end_place != len(end_parent) or end != len(_text(end_parent, end_place)):
                    return
                end_parent, end_place = self.parents[end_parent]
                end_place, end = end_place + 1, 0
        if not slot.apart and not end_slot.apart:
            _wrap(Slot(parent, place, apart=False), start, end_place, end, Element(tag, attributes))

    def _at(self, place: int) -> tuple[Slot, int] | None:
        index = bisect_right(self._starts, place) - 1
        slot = self._slots[index]
        return (slot, self._offsets[index] + place - self._starts[index]) if slot else None

    def _after(self, place: int) -> tuple[Slot, int] | None:
        """Give where what stands at a place ends; a placeholder ends as a whole."""
        index = bisect_right(self._starts, place) - 1
        slot, literal = self._slots[index], self._literals[index]
        length = len(literal) if literal else place - self._starts[index] + 1
        return (slot, self._offsets[index] + length) if slot else None

    def _depth(self, element: Element) -> int:
        depth = 0
        while element in self.parents:
            element, depth = self.parents[element][0], depth + 1
        return depth


def _text(parent: Element, place: int) -> str:
    return Slot(parent, place, apart=False).text


def _wrap(slot: Slot, start: int, end_place: int, end: int, wrapper: Element) -> None:
    """Put an element around what stands between a place in a slot and one in it or a later one."""
    parent, written, last = slot.parent, slot.text, _text(slot.parent, end_place)
    if slot.place == end_place:
        wrapper.text = written[start:end]
    else:
        moved = list(parent)[slot.place : end_place]
        wrapper.text = written[start:]
        moved[-1].tail = last[:end]
        for child in moved:
            parent.remove(child)
        wrapper.extend(moved)
    slot.put(written[:start])
    wrapper.tail = last[end:]
    parent.insert(slot.place, wrapper)


def segments(md: Markdown, root: Element, base: str) -> Iterator[Segment]:
    """Give every stretch of inline content below an element, in order."""
    own = root.get("dir")
    base = own if own in {"rtl", "ltr"} else base
    walk = _Walk(md, root, base)
    walk.slot(root, 0, apart=False)
    for place, child in enumerate(list(root), 1):
        if md.is_block_level(child.tag) or child.tag in {"pre", "nashra-related"}:
            yield from walk.done(whole=False)
            if child.tag not in _UNTOUCHED:
                yield from segments(md, child, base)
        else:
            walk.inline(child, root, place - 1, apart=False)
        walk.slot(root, place, apart=False)
    yield from walk.done(whole=walk.whole)


class _Walk:
    """Gathers the runs of one block."""

    def __init__(self, md: Markdown, block: Element, base: str) -> None:
        self._md = md
        self._block = block
        self._base = base
        self.whole = True
        self._segment = Segment(block, base)

    def done(self, *, whole: bool) -> Iterator[Segment]:
        """Give what was gathered, if there are words in it, and begin anew."""
        self.whole = self.whole and whole
        segment, self._segment = self._segment, Segment(self._block, self._base)
        segment.whole = whole
        if any(run.strip() and run != OBJECT for run in segment.runs):
            yield segment

    def inline(self, element: Element, parent: Element, place: int, *, apart: bool) -> None:
        """Take in an inline element's words."""
        if element.tag in _UNTOUCHED or not isinstance(element.tag, str):
            self._segment.take(None, OBJECT)
            return
        if element.tag in {"br", "img", "input", "audio", "video", "iframe"}:
            self._segment.take(None, "\n" if element.tag == "br" else OBJECT)
            return
        self._segment.parents[element] = (parent, place)
        apart = apart or element.tag in _ISOLATED or element.get("dir") is not None
        self.slot(element, 0, apart=apart)
        for number, child in enumerate(list(element)):
            self.inline(child, element, number, apart=apart)
            self.slot(element, number + 1, apart=apart)

    def slot(self, parent: Element, place: int, *, apart: bool) -> None:
        """Take in the text of a slot, placeholders apart."""
        slot = Slot(parent, place, apart)
        for part in _PLACEHOLDER.split(slot.text):
            if part.startswith("\x02"):
                self._segment.take(slot, "" if self._is_tag(part) else OBJECT, part)
            elif part:
                self._segment.take(slot, part)

    def _is_tag(self, placeholder: str) -> bool:
        """Whether a placeholder stands for a tag of raw HTML, which is no part of the text."""
        stashed = _STASHED.fullmatch(placeholder)
        raw = self._md.htmlStash.rawHtmlBlocks[int(stashed[1])] if stashed else ""
        return isinstance(raw, str) and bool(_TAG_ALONE.match(raw))
