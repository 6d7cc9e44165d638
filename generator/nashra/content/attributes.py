"""Attributes in braces, where they are attributes: other words in braces are a writer's own."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor

_ONE = r"(?:[.#][^\s=}]+|[A-Za-z_:][\w:.-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s=}\"']+))"
_LIST = rf"\{{:?[ ]*({_ONE}(?:[ ]+{_ONE})*)[ ]*\}}"


class _Attributes(AttrListTreeprocessor):
    """The library's own takes any words in braces, and no reader would see them again."""

    HEADER_RE = re.compile(rf"(?<![ ])[ ]+{_LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_LIST}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(_LIST)  # type: ignore[misc]


class Attributes(AttrListExtension):
    """Takes the place of `attr_list`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where the library's own stands."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)
