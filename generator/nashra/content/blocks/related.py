"""`/// related`: a list of headlines or links that becomes a box of stories."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

TAG = "nashra-related"


class RelatedBlock(Block):  # type: ignore[misc]
    """A box of stories where it stands by itself; a plain list inside anything else."""

    NAME = "related"

    def on_create(self, parent: Element) -> Element:
        """Begin the box."""
        alone = parent is self.md.parser.root
        return SubElement(parent, TAG if alone else "div")

    def on_markdown(self) -> str:
        """Take blocks."""
        return "block"
