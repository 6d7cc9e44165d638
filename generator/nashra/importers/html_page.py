"""Pages of other sites: the story of one, without the menus around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlElement

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Attachment, Copy, Part, Picture, Writer, said_in
from nashra.importers.elsewhere import KeptElsewhere, old_paths
from nashra.importers.encoding import text_of
from nashra.importers.encoding_names import declared_in
from nashra.importers.from_html import Body, parts_of
from nashra.importers.html_metadata import Metadata, metadata_of
from nashra.importers.html_tree import parsed
from nashra.importers.untitled import beginning
from nashra.language.folding import fold
from nashra.language.slug import slugify

_AROUND = frozenset({"nav", "aside", "footer", "header", "form"})
"""Elements that stand around a story."""


@dataclass(frozen=True, slots=True)
class HTMLPage:
    """HTML, a page a story."""

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    encoding: str = ""
    """What a person said that they are in; unless told, it is found."""
    selector: str = ""
    """Where the story stands, as a CSS selector; unless told, it is found."""

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell that every file with this ending is a page."""
        return True

    def in_encoding(self, encoding: str) -> HTMLPage:
        """Give the same for pages in an encoding."""
        return replace(self, encoding=encoding)

    def at_selector(self, selector: str) -> HTMLPage:
        """Give the same for pages whose stories a CSS selector finds.

        Raises:
            ValueError: it is no selector.

        """
        try:
            CSSSelector(selector, translator="html")
        except SelectorError as error:
            raise ValueError(selector) from error
        return replace(self, selector=selector)

    def read(self, path: Path, *, file: str) -> Iterator[Copy]:
        """Give a page's story.

        Raises:
            ContentError: its encoding cannot be told for certain, or no text is found in it.

        """
        data = path.read_bytes()
        decoded = text_of(data, file=file, declared=declared_in(data), told=self.encoding)
        root = parsed(decoded.text)
        if root is None:
            raise ContentError([_no_text(file)])
        said = metadata_of(root)
        files = _Files(path)
        body = self._body(decoded.text, root, files.at)
        title = said.title or beginning(" ".join(map(said_in, body.parts)))
        parts = _without_title(body.parts, title)
        if not title or not parts:
            raise ContentError([_no_text(file)])
        yield replace(
            _copy(said, title, parts, files),
            lost=(*body.lost, *files.elsewhere.lost()),
            problems=decoded.problems,
        )

    def _body(self, text: str, root: HtmlElement, picture_at: Callable[[str], str]) -> Body:
        """Give the parts of the story: what a person selected, the page marks, or is found."""
        if self.selector:
            chosen = root.cssselect(self.selector, translator="html")
        else:
            chosen = [each for each in root.iter() if each.get("itemprop") == "articleBody"]
        source = "\n".join(html.tostring(each, encoding="unicode") for each in chosen)
        if not source and not self.selector:
            source = _main_text(text) if _has_surroundings(root) else text
        body = parts_of(source, picture_at=picture_at)
        return body if body.parts or self.selector else parts_of(text, picture_at=picture_at)


def _has_surroundings(root: HtmlElement) -> bool:
    return any(each.tag in _AROUND for each in root.iter()) or len(list(root.iter("a"))) > len(
        list(root.iter("p"))
    )


def _main_text(text: str) -> str:
    import trafilatura  # noqa: PLC0415 — heavy, and the command starts without it

    found = trafilatura.extract(
        text,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
        include_tables=True,
    )
    return found or ""


def _copy(said: Metadata, title: str, parts: tuple[Part, ...], files: _Files) -> Copy:
    image = Picture(src=files.at(said.image), alt=said.image_alt) if said.image else None
    return Copy(
        title=title,
        summary=_summary(said.summary, parts),
        parts=parts,
        title_is_cut=not said.title,
        writers=tuple(map(Writer, said.writers)),
        date=said.date,
        updated=said.updated,
        section=said.section,
        tags=tuple(tag for tag in said.tags if fold(tag) != fold(title)),
        aliases=old_paths(said.address),
        image=image,
        language=said.language,
        attachments=tuple(files.attachments.values()),
    )


def _summary(summary: str, parts: tuple[Part, ...]) -> str:
    """Give the standfirst; the beginning of the text, which many pages put there, is none."""
    text = fold(" ".join(map(said_in, parts)))
    return "" if fold(summary).rstrip(" .…") in text else summary


def _without_title(parts: tuple[Part, ...], title: str) -> tuple[Part, ...]:
    """Leave out the heading that repeats the headline."""
    repeated = {f"{'#' * level} {title}" for level in range(1, 7)} | {title}
    return tuple(
        part
        for index, part in enumerate(parts)
        if index > 2 or fold(said_in(part)) not in {fold(each) for each in repeated}  # noqa: PLR2004
    )


@dataclass(slots=True)
class _Files:
    """The pictures of a page that was saved with them."""

    page: Path
    attachments: dict[str, Attachment] = field(default_factory=dict)
    elsewhere: KeptElsewhere = field(default_factory=KeptElsewhere)

    def at(self, address: str) -> str:
        """Give a picture's path below `content/media/`, or its address if its file is not here."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return self.elsewhere.picture(address)
        origin = (self.page.parent / unquote(parts.path)).resolve()
        if not origin.is_relative_to(self.page.parent.resolve()) or not origin.is_file():
            return self.elsewhere.picture(address)
        place = PurePosixPath(slugify(self.page.stem) or "page", origin.name)
        self.attachments[str(place)] = Attachment(path=str(place), origin=origin)
        return str(place)


def _no_text(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("لم أجد في الصفحة نصا.", "No text was found in the page."),
        Words(
            "سمّ مكانه بـ --selector، مثل --selector article.",
            "Name its place with --selector, such as --selector article.",
        ),
    )
