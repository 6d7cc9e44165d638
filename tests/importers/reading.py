"""What a reader sees of a body, paragraph by paragraph."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from nashra.content.markdown import Renderer
from nashra.importers.copy import Copy, ListLines, Paragraph, Part, RelatedLines
from nashra.importers.importer import Importer, Item
from nashra.importers.markdown_writer import blocks
from nashra.language.typography import NO_RULES
from nashra.model.body import Prose, Related

_RENDERER = Renderer(base_path="/", typography=NO_RULES)
"""As the words were written: what is set in type is another matter."""
_ISOLATING = frozenset({"bdi", "bdo"})
"""What keeps the order of a name, and shows nothing of its own."""


class _Reader(HTMLParser):
    """Takes paragraphs and flat lists apart, and fails on any other element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self._text = ""
        self._items: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"p", "ul", "li", *_ISOLATING}, f"<{tag}> came out of plain text"
        assert {name for name, _ in attrs} <= {"dir"}, f"{attrs} came out of plain text"
        self._text = self._text if tag in _ISOLATING else ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came out of plain text: {data}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.parts.append(Paragraph(plain(self._text)))
        elif tag == "li":
            self._items.append(plain(self._text))
        elif tag not in _ISOLATING:
            self.parts.append(ListLines(tuple(self._items)))
            self._items = []


def plain(text: str) -> str:
    """Give a text with its blanks as a browser shows them."""
    return " ".join(text.split())


def seen(markdown: str) -> list[Part]:
    """Give the parts that a reader sees of a body's Markdown."""
    parts: list[Part] = []
    for part in _RENDERER.render(markdown).parts:
        if isinstance(part, Prose):
            reader = _Reader()
            reader.feed(part.html)
            parts += reader.parts
        elif isinstance(part, Related):
            parts.append(RelatedLines(tuple(plain(story.label) for story in part.stories)))
    return parts


def items_of(importer: Importer, data: bytes, *, file: str) -> list[Item]:
    """Give what an importer makes of a file with these bytes; `file` is its name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, Path(file).name)
        path.write_bytes(data)
        return list(importer.read(path, file=file))


def copy_in(importer: Importer, data: bytes, *, file: str) -> Copy:
    """Give the one story that an importer makes of a file with these bytes."""
    (copy,) = items_of(importer, data, file=file)
    assert isinstance(copy, Copy)
    return copy


def written(*parts: Part) -> str:
    """Give the Markdown that the import writes of parts."""
    return "\n\n".join(blocks(parts))


def texts_of(parts: list[Part]) -> list[str]:
    """Give the texts of paragraphs, and fail on anything else."""
    assert all(isinstance(part, Paragraph) for part in parts), parts
    return [part.text for part in parts if isinstance(part, Paragraph)]
