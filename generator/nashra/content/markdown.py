"""Markdown to the parts of a body: ready HTML, and what stands between it as plain data."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from nashra.content import body_parts
from nashra.content.attributes import Attributes
from nashra.content.blocks import NewsBlocks
from nashra.content.blocks.pairs import Misplaced, Pairs
from nashra.content.definitions import Definitions
from nashra.content.footnotes import Footnotes
from nashra.content.headings import Headings
from nashra.content.media_path import media_path
from nashra.content.numbered_lists import NumberedLists
from nashra.content.plain_prose import PlainProse, plain_html
from nashra.content.tables import Tables
from nashra.content.typesetting import Typesetter, Typesetting, typesetter
from nashra.language import direction
from nashra.language.typography import ALL_RULES, Rules
from nashra.model.body import BodyPart, Embed, Prose

_SHOWN = re.compile(r'<(?:img|video|audio|source)\b[^>]*?\ssrc="/media/([^"]+)"')
_FROM_ROOT = re.compile(r'(<[a-z]+\b[^>]*?\s(?:href|src)=")/(?!/)')
_ESCAPED = re.compile(r"\x02(\d+)\x03")
"""How the converter keeps a character that was written after a backslash."""
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")
_SAFE = "/:@!$&'()*+,;=-._~?#%"


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered body."""

    parts: tuple[BodyPart, ...]
    media: tuple[str, ...]
    """The files of `content/media/` that it shows, in order, once each."""
    words: int
    base_path: str = "/"

    @property
    def html(self) -> str:
        """All of it as HTML, for pages that know no parts."""
        return "\n".join(body_parts.as_html(part, self.base_path) for part in self.parts)


class _Addresses(Treeprocessor):
    """Percent-encodes addresses, and puts pictures of `content/media/` under `/media/`."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and (href := element.get("href")):
                if AMP_SUBSTITUTE not in href:
                    element.set("href", quote(_plain(href), safe=_SAFE))
            elif element.tag == "img" and (src := element.get("src")):
                element.set("src", _shown(_plain(src)))
                element.set("loading", "lazy")


def _plain(address: str) -> str:
    return _ESCAPED.sub(lambda mark: chr(int(mark[1])), address)


def _shown(src: str) -> str:
    return src if _ELSEWHERE.match(src) else "/media/" + quote(media_path(src))


class _AddressesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Addresses(md), "addresses", 5)


def converter(language: str = "ar", *, more: Sequence[Extension | str] = ()) -> Markdown:
    """Give a converter with everything that a body may use."""
    arabic = language == "ar"
    turns_left = direction.of_language(language) == "rtl"
    footnotes = Footnotes(
        BACKLINK_TITLE="عودة إلى موضع الحاشية {}" if arabic else "Back to note {}",
        BACKLINK_TEXT="&#8618;" if turns_left else "&#8617;",
    )
    markdown = Markdown(
        extensions=[
            "abbr",
            "def_list",
            "fenced_code",
            Attributes(),
            Definitions(),
            footnotes,
            Headings(),
            NewsBlocks(),
            NumberedLists(),
            Tables(),
            _AddressesExtension(),
            *more,
        ],
        output_format="html",
    )
    markdown.block_level_elements.extend(body_parts.TAGS)
    return markdown


class Renderer:
    """One Markdown converter, made once and used for every body of one process."""

    def __init__(
        self, *, base_path: str, language: str = "ar", typography: Rules = ALL_RULES
    ) -> None:
        self._base_path = base_path
        self._language, self._typography = language, typography
        self._typesetting = Typesetting(self.typesetter())
        self._markdown = converter(
            language, more=[PlainProse(self._typesetting), self._typesetting]
        )
        pairs = self._markdown.preprocessors["block_pairs"]
        assert isinstance(pairs, Pairs)
        self._pairs = pairs
        self._misplaced: tuple[Misplaced, ...] = ()

    def take_misplaced(self) -> tuple[Misplaced, ...]:
        """Give the marks of blocks that began or ended nothing since this was last asked."""
        misplaced, self._misplaced = self._misplaced, ()
        return misplaced

    def typesetter(self, language: str = "") -> Typesetter:
        """Give who sets the texts of a language, the site's unless it is named."""
        return typesetter(language or self._language, self._typography)

    def render(self, text: str, *, language: str = "") -> Body:
        """Turn a body's Markdown into its parts; `language` is the body's where not the site's."""
        self._typesetting.current = self.typesetter(language)
        if (plain := plain_html(text, self._typesetting.current)) is not None:
            return Body((Prose(plain),), (), len(text.split()), self._base_path)
        self._markdown.reset()
        whole = self._markdown.convert(text)
        self._misplaced += tuple(self._pairs.misplaced)
        shown = map(media_path, map(html.unescape, _SHOWN.findall(whole)))
        if self._base_path != "/" and "<" in whole:
            whole = _FROM_ROOT.sub(rf"\g<1>{self._base_path}", whole)
        parts = tuple(body_parts.parts(whole))
        played = (
            part.address
            for part in parts
            if isinstance(part, Embed) and part.provider in {"video", "audio"}
        )
        media = dict.fromkeys([*shown, *played])
        return Body(parts, tuple(media), len(text.split()), self._base_path)
