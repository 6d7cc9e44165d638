"""A story as a Markdown file with front matter, and the front matter of such a file read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import yaml

from nashra import schema
from nashra.errors import ContentError
from nashra.importers.copy import (
    Copy,
    ListLines,
    Markdown,
    Paragraph,
    Part,
    Picture,
    Profile,
    RelatedLines,
    SubHead,
    Writer,
)
from nashra.importers.escape import escape

_FENCE = "---\n"
_RELATED_BEGINS, _RELATED_ENDS = "/// related", "///"
_PLAIN = re.compile("[\u0621-\u064a]+(?: (?:[\u0621-\u064a،؛؟]+|[0-9]+))*")
"""What YAML reads as it stands, and most values are: Arabic words, with figures between them."""
_ONE_LINE = 1 << 30
"""In characters: no value of front matter is ever folded."""


class _AsItIs(str):
    """A value that is written without quotes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What front matter says that the copy leaves to the import."""

    slug: str
    date: str
    """As it is to be written."""
    section: str
    """The section's slug."""
    authors: tuple[str, ...] = ()
    """Of copy that names no writer."""
    source: str = ""
    """The agency that the story came from, if the copy names none."""


def article(copy: Copy, heading: Heading) -> str:
    """Give the whole file of a story: front matter, a blank line, and the body."""
    return _file(_front_matter(copy, heading), copy.parts)


def standing_page(copy: Copy, slug: str) -> str:
    """Give the whole file of a standing page."""
    return _file({"title": copy.title, "slug": slug, "summary": copy.summary}, copy.parts)


def author(profile: Profile) -> str:
    """Give the whole file of an author."""
    parts = (Paragraph(profile.biography),) if profile.biography else ()
    return _file({"name": profile.name, "slug": profile.slug}, parts)


def blocks(parts: Iterable[Part]) -> Iterator[str]:
    """Give the Markdown of each part: blocks that want a blank line between them."""
    for part in parts:
        match part:
            case Paragraph(text):
                yield escape(text)
            case SubHead(text, level):
                yield f"{'#' * level} {escape(text)}"
            case RelatedLines(headlines):
                yield f"{_RELATED_BEGINS}\n\n{_list(headlines)}\n\n{_RELATED_ENDS}"
            case ListLines(items, first):
                yield _list(items) if first is None else _numbered(items, first)
            case Markdown(text):
                yield text


def heading_of(text: str) -> Heading:
    """Give the heading of an article's file, empty where it has none that can be read."""
    values, _ = front_and_body(text)
    return Heading(
        slug=str(values.get("slug", "")),
        date=str(values.get("date", "")),
        section=str(values.get("section", "")),
        authors=tuple(_names(values.get("authors", []))),
        source=str(values.get("source", "")),
    )


def front_and_body(text: str) -> tuple[Mapping[str, object], str]:
    """Give what an article's front matter says, nothing where it cannot be read, and its body."""
    block, body = _apart(text)
    try:
        return schema.read_yaml(block, file="", text=text).values, body
    except ContentError:
        return {}, body


def _names(authors: object) -> Iterator[str]:
    for each in authors if isinstance(authors, list) else [authors]:
        yield str(each.get("name", "") if isinstance(each, Mapping) else each)


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


def _front_matter(copy: Copy, heading: Heading) -> dict[str, object]:
    writers = copy.writers or tuple(map(Writer, heading.authors))
    return {
        "title": copy.title,
        "slug": heading.slug,
        "kicker": copy.kicker,
        "summary": copy.summary,
        "date": _AsItIs(heading.date),
        "updated": _date(copy.updated),
        "publish_at": _date(copy.publish_at),
        "expires": _date(copy.expires),
        "status": "draft" if copy.draft else "",
        "kind": copy.kind,
        "section": heading.section,
        "tags": [*copy.tags],
        "authors": [_writer(writer) for writer in writers],
        "source": copy.source or heading.source,
        "place": copy.place,
        "image": _picture(copy.image) if copy.image else "",
        "aliases": [*copy.aliases],
        "canonical": copy.canonical,
        "lang": copy.language,
    }


def written(moment: datetime) -> str:
    """Give a moment as front matter has it: seconds only where there are some."""
    return moment.isoformat(" ", "seconds" if moment.second else "minutes")


def _date(moment: datetime | None) -> str:
    return _AsItIs(written(moment)) if moment else ""


def _writer(writer: Writer) -> object:
    return {"name": writer.name, "role": writer.role} if writer.role else writer.name


def _picture(picture: Picture) -> dict[str, str]:
    keys = ("src", "alt", "caption", "credit")
    return {key: value for key in keys if (value := getattr(picture, key))}


def _file(values: Mapping[str, object], parts: Iterable[Part]) -> str:
    lines = (_entry(key, value) for key, value in values.items() if value)
    body = "".join(f"\n{block}\n" for block in blocks(parts))
    return f"{_FENCE}{''.join(lines)}{_FENCE}{body}"


def _entry(key: str, value: object) -> str:
    if isinstance(value, list):
        return f"{key}:\n" + "".join(f"  - {_value(item)}\n" for item in value)
    return f"{key}: {_value(value)}\n"


def _value(value: object) -> str:
    """Write a value as YAML that is read as that value: plain where it can be, else quoted."""
    if isinstance(value, _AsItIs):
        return value
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    flow = isinstance(value, Mapping)
    item = yaml.safe_dump(
        value if flow else [value],
        allow_unicode=True,
        width=_ONE_LINE,
        default_flow_style=flow,
        sort_keys=False,
    )
    return item.removeprefix("- ").rstrip("\n")


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {escape(item)}" for item in items)


def _numbered(items: Iterable[str], first: int) -> str:
    return "\n".join(f"{number}. {escape(item)}" for number, item in enumerate(items, first))
