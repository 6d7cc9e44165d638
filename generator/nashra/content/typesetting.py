"""Typography and isolation in a body: the words between its markup, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from nashra.content.inline_slots import Segment, segments
from nashra.language import bidi, direction
from nashra.language.characters import DIRECTION_CONTROLS
from nashra.language.opposite_runs import Span, opposite_runs, runs_opposite
from nashra.language.typography import ALL_RULES, Rules, typeset, typeset_text

_OF_ITS_OWN = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"})
"""Blocks that turn about when all their words run the other way; items and cells stay."""
_TWO_WORDS = re.compile(r"[^\W\d]\W*\s\W*[^\W\d]")
_SPOKEN = {"img": ("alt", "title"), "a": ("title",), "abbr": ("title",)}
"""Attributes that readers see or hear."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """How the texts of one language are set."""

    language: str = "ar"
    rules: Rules = ALL_RULES
    base: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", direction.of_language(self.language))

    def text(self, text: str) -> str:
        """Give a text without markup with its typography put right."""
        return typeset_text(text, language=self.language, rules=self.rules)

    def paragraph(self, text: str) -> str:
        """Give the HTML of a paragraph that holds no sign of HTML's."""
        text = self.text(text)
        runs = opposite_runs(text, self.base)
        if not runs or DIRECTION_CONTROLS.search(text):
            return f"<p>{text}</p>"
        if turns(text, self.base):
            return f'<p dir="{runs[0].direction}">{text}</p>'
        parts, end = ["<p>"], 0
        for run in runs:
            tag = bidi.element(text[run.start : run.end], run)
            parts += [text[end : run.start], bidi.start_tag(*tag), text[run.start : run.end]]
            parts.append(f"</{tag[0]}>")
            end = run.end
        return "".join([*parts, text[end:], "</p>"])


@lru_cache
def typesetter(language: str, rules: Rules) -> Typesetter:
    """Give the one typesetter of a language."""
    return Typesetter(language, rules)


def turns(text: str, base: str) -> bool:
    """Whether a block's words all run against the base, and are more than a name."""
    return runs_opposite(text, base) and bool(_TWO_WORDS.search(text))


class Typesetting(Extension):
    """Sets the words of every block, when all other stages have done their work."""

    def __init__(self, first: Typesetter) -> None:
        super().__init__()
        self.current = first
        """Who sets the body that is being rendered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand after everything that makes or reads text, backslashes included."""
        md.treeprocessors.register(_Typesetting(md, self), "typesetting", -10)


class _Typesetting(Treeprocessor):
    def __init__(self, md: Markdown, extension: Typesetting) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        setter = self._extension.current
        for element in root.iter():
            for name in _SPOKEN.get(element.tag, ()):
                if text := element.get(name):
                    element.set(name, bidi.isolated_plain(setter.text(text), setter.base))
        for segment in list(segments(self.md, root, setter.base)):
            self._set(segment, setter)

    def _set(self, segment: Segment, setter: Typesetter) -> None:
        runs = typeset(segment.runs, language=setter.language, rules=setter.rules)
        segment.write(runs)
        text = "".join(runs)
        found = opposite_runs(text, segment.base)
        if not found or DIRECTION_CONTROLS.search(text):
            return
        block = segment.block
        if segment.whole and block.tag in _OF_ITS_OWN and turns(text, segment.base):
            if block.get("dir") is None:
                block.set("dir", found[0].direction)
            return
        for run, written in reversed(list(_with_text(found, text))):
            segment.isolate(run, *bidi.element(written, run))


def _with_text(runs: tuple[Span, ...], text: str) -> Iterator[tuple[Span, str]]:
    for run in runs:
        yield run, text[run.start : run.end]
