"""`/// photo | who took it` and `/// gallery | title`: pictures with their captions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

_FLOWS = {"p", "ul", "ol", "li"}
"""Elements that hold pictures and captions side by side, and mean nothing by themselves."""


@dataclass(slots=True)
class _Shown:
    """A picture and what stands after it, up to the next."""

    picture: Element | None
    caption: Element = field(default_factory=lambda: Element("figcaption"))

    def write(self, text: str | None) -> None:
        """Add words to the caption."""
        if text and len(self.caption):
            self.caption[-1].tail = (self.caption[-1].tail or "") + text
        elif text:
            self.caption.text = (self.caption.text or "") + text

    def trim(self) -> None:
        """Take off the blanks around the caption."""
        self.caption.text = (self.caption.text or "").lstrip()
        if len(self.caption):
            self.caption[-1].tail = (self.caption[-1].tail or "").rstrip()
        else:
            self.caption.text = self.caption.text.rstrip()

    @property
    def captioned(self) -> bool:
        """Whether anything stands after the picture."""
        return bool(len(self.caption) or self.caption.text)


class _Pictures(Block):  # type: ignore[misc]
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Begin the figure, with its argument to be put in its place at the end."""
        figure = SubElement(parent, "figure", {"class": self.NAME})
        if self.argument:
            SubElement(figure, "span").text = self.argument
        return figure

    def on_markdown(self) -> str:
        """Take blocks."""
        return "block"

    def on_inline_end(self, block: Element) -> None:
        """Put pictures and captions in order, now that they are elements."""
        matter = list(block)
        argument = matter.pop(0) if self.argument else None
        for child in list(block):
            block.remove(child)
        block.text = None
        self.arrange(block, list(_shown(matter)), argument)

    def arrange(self, figure: Element, shown: list[_Shown], argument: Element | None) -> None:
        """Fill the figure."""
        raise NotImplementedError


class Photo(_Pictures):
    """One picture, or a few that belong together, with one caption and one credit."""

    NAME = "photo"

    def arrange(self, figure: Element, shown: list[_Shown], argument: Element | None) -> None:
        """Put the pictures first, then what was written, then the credit."""
        for each in shown:
            if each.picture is not None:
                figure.append(each.picture)
        captions = [each.caption for each in shown if each.captioned]
        if not captions and argument is None:
            return
        caption = SubElement(figure, "figcaption")
        for words in captions:
            words.tag, words.tail = "span", "\n"
            caption.append(words)
        if argument is not None:
            argument.set("class", "credit")
            caption.append(argument)


class Gallery(_Pictures):
    """Several pictures, each with a caption of its own."""

    NAME = "gallery"

    def arrange(self, figure: Element, shown: list[_Shown], argument: Element | None) -> None:
        """Put the title first, then the pictures in a list."""
        if argument is not None:
            title = SubElement(figure, "figcaption", {"class": "box-title"})
            title.text = argument.text
            title.extend(argument)
        pictures = SubElement(figure, "ul", {"role": "list"})
        for each in shown:
            if each.picture is None and not each.captioned:
                continue
            item = SubElement(pictures, "li")
            if each.picture is None:
                each.caption.tag = "p"
                item.append(each.caption)
                continue
            framed = SubElement(item, "figure")
            framed.append(each.picture)
            if each.captioned:
                framed.append(each.caption)


def _shown(matter: list[Element]) -> Iterator[_Shown]:
    current = _Shown(None)
    for node in _flat(matter):
        if isinstance(node, Element) and _is_picture(node):
            current.trim()
            yield current
            current = _Shown(node)
        elif isinstance(node, Element):
            current.caption.append(node)
        else:
            current.write(node)
    current.trim()
    yield current


def _flat(elements: list[Element]) -> Iterator[Element | str]:
    """Give what elements hold, in order, without the paragraphs and lists around it."""
    for element in elements:
        tail, element.tail = element.tail, None
        if element.tag in _FLOWS:
            yield element.text or ""
            yield from _flat(list(element))
            yield " "
        else:
            yield element
        yield tail or ""


def _is_picture(element: Element) -> bool:
    if element.tag == "img":
        return True
    alone = len(element) == 1 and not (element.text or "").strip()
    return element.tag == "a" and alone and element[0].tag == "img" and not element[0].tail
