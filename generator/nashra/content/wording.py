"""What writers wrote as text in a file: all of it in its place, and nothing that is not text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nashra import schema
from nashra.content import article, standing_page
from nashra.content.fields import INNER_NAMES
from nashra.content.front_matter import split
from nashra.content.prose_mask import blanked, plain_blanked
from nashra.language.copy_desk import BREAK
from nashra.language.copy_desk.desk import essence
from nashra.schema.places import Place, places

_FENCE = re.compile(r"^-{3,}\s*$", re.MULTILINE)
_WRITTEN = re.compile("[^\n]")
_FIELDS = frozenset({"title", "kicker", "summary"})
_INNER_FIELDS = frozenset(
    {("image", "alt"), ("image", "caption"), ("image", "credit"), ("corrections", "text")}
)
_NAMES = article.NAMES | standing_page.NAMES


@dataclass(frozen=True, slots=True)
class Wording:
    """A file's text, and what in it is prose."""

    text: str
    """The file's text with `\\n` at the end of each line, as `front_matter.split` takes it."""
    prose: str
    """As long as the text: `GAP` and `BREAK` stand for all that is no prose."""
    title: tuple[int, int] | None
    """Where the headline begins and ends."""
    summary: tuple[int, int] | None
    language: str
    """The language that the file says it is in; nothing if it does not say."""
    body: int
    """Where the body begins, after the front matter."""
    values: dict[str, schema.Value]
    """The front matter's values, as they are written."""
    texts: frozenset[tuple[str | int, ...]]
    """The keys of those values that are prose."""

    def essence(self) -> schema.Value:
        """Give the front matter's values, but for what is no letter in those that are prose."""
        return _essence(self.values, (), self.texts)


def wording(text: str, *, file: str) -> Wording:
    """Take the prose out of a file of content; a file without front matter is all body.

    Each line of `text` ends in a line feed, and no mark stands before its first letter.

    Raises:
        ContentError: the front matter cannot be read.

    """
    document = split(text, file=file)
    body = text.rindex(document.body) if document.body else len(text)
    values = document.written.values
    found = {place.path: place for place in _front(text)} if values else {}
    shown = {path: place for path, place in found.items() if _is_prose(path)}
    by_name = {_name(path): (place.start, place.end) for path, place in shown.items()}
    language = next((value for key, value in values.items() if _NAMES.get(key, key) == "lang"), "")
    return Wording(
        text,
        _masked(text[:body], list(shown.values())) + blanked(text[body:]),
        by_name.get(("title",)),
        by_name.get(("summary",)),
        language if isinstance(language, str) else "",
        body,
        values,
        frozenset(shown),
    )


def newsroom_copy(text: str) -> Wording:
    """Take the prose out of a text as the desk sends it, all of which is body."""
    return Wording(text, plain_blanked(text), None, None, "", 0, {}, frozenset())


def _essence(
    value: schema.Value, path: tuple[str | int, ...], texts: frozenset[tuple[str | int, ...]]
) -> schema.Value:
    if isinstance(value, dict):
        return {key: _essence(inner, (*path, key), texts) for key, inner in value.items()}
    if isinstance(value, list):
        return [_essence(item, (*path, index), texts) for index, item in enumerate(value)]
    return essence(value) if path in texts else value


def _front(text: str) -> list[Place]:
    first = _FENCE.search(text)
    second = _FENCE.search(text, first.end()) if first else None
    if first is None or second is None:
        return []
    found = places(text[first.end() : second.start()])
    by = first.end()
    return [Place(place.path, place.start + by, place.end + by) for place in found]


def _name(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Give a path with the model's own names for its keys, and without the numbers of items."""
    first, *rest = (part for part in path if isinstance(part, str))
    return (_NAMES.get(first, first), *(INNER_NAMES.get(part, part) for part in rest))


def _is_prose(path: tuple[str | int, ...]) -> bool:
    name = _name(path)
    return (name[0] in _FIELDS and len(path) == 1) or name in _INNER_FIELDS


def _masked(front: str, shown: list[Place]) -> str:
    parts, end = [], 0
    for place in sorted(shown, key=lambda place: place.start):
        parts += [_WRITTEN.sub(BREAK, front[end : place.start]), front[place.start : place.end]]
        end = place.end
    return "".join([*parts, _WRITTEN.sub(BREAK, front[end:])])
