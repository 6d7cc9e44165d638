"""`/// points | title` and `/// facts | title`: boxes of what to know, apart from the text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block


class _Box(Block):  # type: ignore[misc]
    ARGUMENT = None
    CLASS = ""

    def on_create(self, parent: Element) -> Element:
        """Begin the box, with its title if one was written."""
        box = SubElement(parent, "aside", {"class": self.CLASS})
        if self.argument:
            SubElement(box, "p", {"class": "box-title"}).text = self.argument
        return box

    def on_markdown(self) -> str:
        """Take blocks."""
        return "block"


class Points(_Box):
    """The story in a few points."""

    NAME = "points"
    CLASS = "key-points"


class Facts(_Box):
    """What stands behind the story: figures, dates, who is who."""

    NAME = "facts"
    CLASS = "fact-box"
