"""The front matter of a Markdown file, with the line of each key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from nashra import schema
from nashra.errors import ContentError, Problem, Words

UNSEEN = "\ufeff\u200e\u200f"
"""What an editor may put before the first letter of a file, and nobody sees."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file taken apart."""

    written: schema.Written
    body: str


class _WrittenHandler(YAMLHandler):
    """Finds the block as python-frontmatter does, and reads it with the lines of its keys."""

    def __init__(self, file: str, text: str) -> None:
        super().__init__()
        self.file = file
        self.text = text

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        first_line = self.text.count("\n", 0, self.text.index(fm)) + 1
        written = schema.read_yaml(fm, file=self.file, text=self.text, first_line=first_line)
        return {"written": written}


def split(text: str, *, file: str) -> Document:
    """Take a file's text apart; a file without front matter is all body.

    Raises:
        ContentError: the front matter is not closed, or is not a YAML mapping.

    """
    text = text.lstrip(UNSEEN).replace("\r\n", "\n").replace("\r", "\n")
    handler = _WrittenHandler(file, text)
    fields, body = frontmatter.parse(text, handler=handler)
    written = fields.get("written")
    if isinstance(written, schema.Written):
        return Document(written, _whole(text, body))
    lines = tuple(text.splitlines())
    if text.lstrip().startswith("---"):
        raise ContentError([_not_closed(file, lines)])
    return Document(schema.Written(file, {}, {(): 1}, lines), body)


def _whole(text: str, body: str) -> str:
    """Give a body with the blanks before its first word, which may make it code."""
    before = text[: text.rindex(body)] if body else ""
    return before[before.rindex("\n") + 1 :] + body if "\n" in before else body


def _not_closed(file: str, lines: tuple[str, ...]) -> Problem:
    return Problem(
        file,
        1,
        Words("مقدمة الملف بلا نهاية.", "The front matter is not closed."),
        Words("أضف سطرا من ثلاث شرطات --- بعدها.", "Add a line of three hyphens, ---, after it."),
        schema.excerpt_of(lines, 1),
    )
