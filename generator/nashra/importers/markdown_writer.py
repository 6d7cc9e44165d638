"""A story as a Markdown file with front matter, and the front matter of such a file read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from nashra import schema
from nashra.errors import ContentError
from nashra.importers.escape import escape
from nashra.importers.importer import Copy, ListLines, Paragraph, Part, RelatedLines

_FENCE = "---\n"
_RELATED_BEGINS, _RELATED_ENDS = "/// related", "///"
_ONE_LINE = 1 << 30
"""In characters: no value of front matter is ever folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What front matter says that the copy itself does not."""

    slug: str
    date: str
    """As it is to be written."""
    section: str
    """The section's slug."""
    authors: tuple[str, ...] = ()
    source: str = ""
    """The agency that the story came from."""


def article(copy: Copy, heading: Heading) -> str:
    """Give the whole file of a story: front matter, a blank line, and the body."""
    lines = [
        f"title: {_scalar(copy.title)}",
        f"slug: {_scalar(heading.slug)}",
        *([f"summary: {_scalar(copy.summary)}"] if copy.summary else []),
        f"date: {heading.date}",
        f"section: {_scalar(heading.section)}",
    ]
    if heading.authors:
        lines += ["authors:", *(f"  - {_scalar(author)}" for author in heading.authors)]
    if heading.source:
        lines.append(f"source: {_scalar(heading.source)}")
    front_matter = "".join(f"{line}\n" for line in lines)
    body = "".join(f"\n{block}\n" for block in blocks(copy.parts))
    return f"{_FENCE}{front_matter}{_FENCE}{body}"


def blocks(parts: Iterable[Part]) -> Iterator[str]:
    """Give the Markdown of each part: blocks that want a blank line between them."""
    for part in parts:
        match part:
            case Paragraph(text):
                yield escape(text)
            case RelatedLines(headlines):
                yield f"{_RELATED_BEGINS}\n\n{_list(headlines)}\n\n{_RELATED_ENDS}"
            case ListLines(items):
                yield _list(items)


def heading_of(text: str) -> Heading:
    """Give the heading of an article's file, empty where it has none that can be read."""
    block, _ = _apart(text)
    try:
        values = schema.read_yaml(block, file="", text=text).values
    except ContentError:
        values = {}
    authors = values.get("authors", [])
    return Heading(
        slug=str(values.get("slug", "")),
        date=str(values.get("date", "")),
        section=str(values.get("section", "")),
        authors=tuple(map(str, authors)) if isinstance(authors, list) else (str(authors),),
        source=str(values.get("source", "")),
    )


def lines_of(copy: Copy) -> set[str]:
    """Give the lines that a story's body will have, the marks of blocks left out."""
    return _said("\n".join(blocks(copy.parts)))


def lines_of_file(text: str) -> set[str]:
    """Give the lines that the body of an article's file has, the marks of blocks left out."""
    return _said(_apart(text)[1])


def _said(body: str) -> set[str]:
    return set(body.split("\n")) - {"", _RELATED_BEGINS, _RELATED_ENDS}


def _apart(text: str) -> tuple[str, str]:
    """Give the front matter and the body of a file that begins with a fence, as ours do."""
    block, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return block, body


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {escape(item)}" for item in items)


def _scalar(text: str) -> str:
    """Write a text as YAML that is read as that text: plain where it can be, else quoted."""
    item = yaml.safe_dump([text], allow_unicode=True, width=_ONE_LINE, default_flow_style=False)
    return item.removeprefix("- ").rstrip("\n")
