"""Word files, as `mammoth` reads them: by what their styles mean, not by how they look."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from nashra.errors import ContentError, Problem, Words
from nashra.importers import refusals
from nashra.importers.copy import Attachment, Copy, Markdown, Part
from nashra.importers.copy_head import Head, head_of
from nashra.importers.copy_lines import Line, lines_of
from nashra.importers.escape import escape
from nashra.importers.from_html import parts_of
from nashra.importers.html_tree import parsed
from nashra.importers.inline_html import plain
from nashra.importers.plain_text import parse
from nashra.language.slug import slugify

_HOSTILE = Words(
    "في المستند ما لا يكون في مستند Word.", "The document holds what no Word document does."
)
_ZIP, _OLD_WORD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LARGEST = 200 * 1024 * 1024
"""In bytes: what the parts of a document may come to when they are unpacked."""
_DOCUMENT = "word/document.xml"
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_FORMATTED = frozenset(
    [
        "table",
        "ul",
        "ol",
        "img",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "em",
        "sup",
        "sub",
    ]
)


@dataclass(frozen=True, slots=True)
class Docx:
    """Word files."""

    name: str = "docx"
    suffixes: tuple[str, ...] = (".docx", ".doc")

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell that every file with this ending is Word's; old ones are claimed to be refused."""
        return True

    def read(self, path: Path, *, file: str) -> Iterator[Copy]:
        """Give the story of a document.

        Raises:
            ContentError: it is an old or a locked document, is damaged, or holds no text.

        """
        pictures = _Pictures(slugify(path.stem) or "word")
        root = parsed(_html(path, file, pictures))
        lines = [*_lines(root)] if root is not None else []
        if root is None or not lines:
            raise ContentError([_empty(file)])
        if not any(each.tag in _FORMATTED for each in root.iter()):
            yield parse("\n\n".join(line.text for line in lines), file=file)
            return
        yield _copy(root, lines, pictures)


def _html(path: Path, file: str, pictures: _Pictures) -> str:
    import mammoth  # noqa: PLC0415 — heavy, and the command starts without it

    _look(path, file)
    try:
        with path.open("rb") as stream:
            found = mammoth.convert_to_html(
                stream, convert_image=mammoth.images.img_element(pictures.take)
            )
    except Exception as error:
        # whatever a document may hold that its reader did not foresee is a damaged document
        raise ContentError([_damaged(file)]) from error
    return str(found.value)


def _look(path: Path, file: str) -> None:
    """Refuse what is no Word file of today, or would unpack to more than a story can be."""
    with path.open("rb") as stream:
        first = stream.read(len(_ZIP))
    if first == _OLD_WORD:
        raise ContentError([_old_or_locked(file)])
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
            document = archive.read(_DOCUMENT) if size <= _LARGEST else b"<!DOCTYPE"
    except Exception as error:
        # a damaged archive makes its reader fail in a dozen ways
        raise ContentError([_damaged(file)]) from error
    if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
        raise ContentError([refusals.not_to_be_trusted(file, _HOSTILE)])


def _lines(root: HtmlElement) -> Iterator[Line]:
    """Give the document's blocks as lines, numbered by their places."""
    for number, block in enumerate(_blocks(root)):
        if block.tag in {"p", "h1", "h2", "h3"}:
            text = " ".join(line.text for line in lines_of(plain(block)))
            if text:
                yield Line(text, number)


def _blocks(root: HtmlElement) -> Sequence[HtmlElement]:
    body = root.find("body")
    return list(body) if body is not None else list(root)


def _copy(root: HtmlElement, lines: Sequence[Line], pictures: _Pictures) -> Copy:
    head = head_of(lines)
    read = {line.number for line in lines} - {line.number for line in head.body}
    blocks = _blocks(root)
    kept = (each for number, each in enumerate(blocks) if number not in read or _has_picture(each))
    body = parts_of("".join(html.tostring(each, encoding="unicode") for each in kept))
    story = head.story(_without_dateline(body.parts, head, blocks))
    return replace(story, lost=body.lost, attachments=tuple(pictures.attachments))


def _has_picture(element: HtmlElement) -> bool:
    return next(element.iter("img"), None) is not None


def _without_dateline(
    parts: tuple[Part, ...], head: Head, blocks: Sequence[HtmlElement]
) -> tuple[Part, ...]:
    """Take the dateline off the first paragraph, which was read from its plain text."""
    if not head.body or not parts or head.title_is_cut:
        return parts
    whole, rest = plain(blocks[head.body[0].number]), head.body[0].text
    for index, part in enumerate(parts):
        if isinstance(part, Markdown) and whole != rest and part.text == escape(whole):
            return (*parts[:index], Markdown(escape(rest)), *parts[index + 1 :])
    return parts


@dataclass(slots=True)
class _Pictures:
    """The pictures that lie inside a document."""

    folder: str
    attachments: list[Attachment] = field(default_factory=list)

    def take(self, image: Any) -> dict[str, str]:
        """Keep a picture's bytes, and give where it will lie."""
        with image.open() as stream:
            data = stream.read()
        ending = _ENDINGS.get(image.content_type, "")
        if not ending:
            return {}
        path = f"{self.folder}/picture-{len(self.attachments) + 1}.{ending}"
        self.attachments.append(Attachment(path=path, origin=data))
        return {"src": path}


def _empty(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("لا نص في هذا المستند.", "This document holds no text."),
        Words("اكتب العنوان في الفقرة الأولى.", "Write the headline in the first paragraph."),
    )


def _old_or_locked(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words(
            "مستند Word قديم أو محمي بكلمة سر.",
            "This is a document of old Word, or one locked by a password.",
        ),
        Words("افتحه واحفظه بصيغة docx بلا كلمة سر.", "Open it, and save it as docx, unlocked."),
    )


def _damaged(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("مستند Word تالف أو ناقص.", "This Word document is damaged or cut off."),
        Words("افتحه في Word واحفظه مرة أخرى.", "Open it in Word, and save it again."),
    )
