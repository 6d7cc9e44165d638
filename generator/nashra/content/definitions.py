"""Addresses that are defined apart from their links, as in `[site]: https://example.org`.

To Markdown any word after such a label is an address, and vanishes from the page. Here it must
look like one: «[ملاحظة]: انتهى» is text.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension

_ADDRESS = r"(?=[<#?]|[a-zA-Z][a-zA-Z0-9+.-]*:|[^\s/]*/|[^\s.@]*[.@][^\s.@])"
_DEFINITION = re.compile(
    rf"^[ ]{{0,3}}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?{_ADDRESS}([^\s]+)[ ]*"
    r"(?:\n[ ]*)?(([\"'])(.*)\4[ ]*|\((.*)\)[ ]*)?$",
    re.MULTILINE,
)


class _Definitions(ReferenceProcessor):
    RE = _DEFINITION


class Definitions(Extension):
    """Takes the place of the library's own definitions of addresses."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where the library's own stands."""
        md.parser.blockprocessors.register(_Definitions(md.parser), "reference", 15)
