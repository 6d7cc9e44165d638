"""`/// quote | who said it`: words that a page lifts out of its text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block


class Quotation(Block):  # type: ignore[misc]
    """A figure with the words, and under them who said them if that was written."""

    NAME = "quote"
    ARGUMENT = None

    def on_create(self, parent: Element) -> Element:
        """Begin the figure."""
        figure = SubElement(parent, "figure", {"class": "pull-quote"})
        SubElement(figure, "blockquote")
        if self.argument:
            SubElement(figure, "figcaption").text = self.argument
        return figure

    def on_add(self, block: Element) -> Element:
        """Put the words into the quotation."""
        return block[0]

    def on_markdown(self) -> str:
        """Take blocks."""
        return "block"
