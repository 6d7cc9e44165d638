"""Tables whose columns are aligned by classes, and that scroll by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor

_CLASSES = {"left": "align-start", "center": "align-center", "right": "align-end"}
"""A colon stands where a line begins or ends, whichever way the text runs."""


class _Tables(TableProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        table = parent[-1]
        parent.remove(table)
        region = SubElement(parent, "div", {"class": "table", "tabindex": "0"})
        region.append(table)

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        """Build a row; a cell beyond the last column is a cell all the same."""
        super()._build_row(row, parent, align)  # type: ignore[misc]
        cells = parent[-1]
        for cell in cells:
            if side := cell.attrib.pop("align", ""):
                cell.set("class", _CLASSES[side])
        for text in self._split_row(row)[len(align) :]:  # type: ignore[attr-defined]
            SubElement(cells, cells[0].tag).text = text.strip(" ")


class Tables(TableExtension):
    """Takes the place of `tables`: no style is written into an element, which a CSP may forbid."""

    def __init__(self) -> None:
        super().__init__(use_align_attribute=True)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where the library's own stands."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_Tables(md.parser, self.getConfigs()), "table", 75)
