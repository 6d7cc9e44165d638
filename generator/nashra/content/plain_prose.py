"""Paragraphs that Markdown has nothing to do with, taken out of its way.

Most newsroom copy is plain paragraphs. A preprocessor finds them and stashes their HTML, as the
library's own raw HTML is stashed, so that the costly stages see a placeholder. What comes out is
what the library makes of the same text; a property test holds that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from nashra.content.typesetting import Typesetter, Typesetting

_REACHES_OVER_BLOCKS = re.compile(r"\n[ ]{0,3}(?:`{3}|~{3}|/{3}|:|\*\[)")
"""What can change the meaning of other blocks: fences, definitions, abbreviations."""
_PLAIN_LINE = r"[^\W\d_][^\n\x02\x03\\`*_\[<>&{|]*(?<! )"
_PLAIN = re.compile(rf"(?:(?<=\n\n)|\A){_PLAIN_LINE}(?:\n{_PLAIN_LINE})*(?=\n\n|\n?\Z)")
"""A block whose lines begin with a letter and hold no character that begins an inline pattern."""


_BLANK_LINES = re.compile(r"\n{2,}")
_PLAIN_BLOCK = re.compile(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*")


def plain_html(text: str, setter: Typesetter) -> str | None:
    """Give a whole body's HTML if nothing in it is Markdown's, so that no converter is needed."""
    if "\t" in text or "\r" in text or _REACHES_OVER_BLOCKS.search("\n" + text):
        return None
    blocks = _BLANK_LINES.split(text.strip("\n"))
    if not all(map(_PLAIN_BLOCK.fullmatch, blocks)):
        return None
    return "\n".join(map(setter.paragraph, blocks))


class _PlainProse(Preprocessor):
    def __init__(self, md: Markdown, typesetting: Typesetting) -> None:
        super().__init__(md)
        self._typesetting = typesetting
        self.placeholders: set[str] = set()
        """What stands in this body for paragraphs that were taken out of it."""

    def run(self, lines: list[str]) -> list[str]:
        self.placeholders.clear()
        text = "\n".join(lines)
        if "<" in text or ">" in text or _REACHES_OVER_BLOCKS.search("\n" + text):
            return lines
        return list(self._stashed(text))

    def _stashed(self, text: str) -> Iterator[str]:
        end = 0
        run: list[str] = []
        for block in _PLAIN.finditer(text):
            between = text[end : block.start()]
            if between.strip("\n"):
                yield from self._placeholder(run)
                yield from between.split("\n")
                run = []
            run.append(self._typesetting.current.paragraph(block[0]))
            end = block.end()
        yield from self._placeholder(run)
        yield from text[end:].split("\n")

    def _placeholder(self, run: list[str]) -> Iterator[str]:
        if run:
            placeholder = self.md.htmlStash.store("\n".join(run))
            self.placeholders.add(placeholder)
            yield from ("", placeholder, "")


class _StashedBlock(BlockProcessor):
    """Makes a paragraph of a placeholder at once, with nothing inline to look for in it."""

    def __init__(self, parser: BlockParser, prose: _PlainProse) -> None:
        super().__init__(parser)
        self._prose = prose

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return block in self._prose.placeholders

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "p").text = AtomicString(blocks.pop(0))


class PlainProse(Extension):
    """Stashes plain paragraphs, set in type, before any other stage sees them."""

    def __init__(self, typesetting: Typesetting) -> None:
        super().__init__()
        self._typesetting = typesetting

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand after whitespace is normalised, and before raw HTML and fences are looked for."""
        prose = _PlainProse(md, self._typesetting)
        md.preprocessors.register(prose, "plain_prose", 28)
        md.parser.blockprocessors.register(_StashedBlock(md.parser, prose), "plain_prose", 200)
