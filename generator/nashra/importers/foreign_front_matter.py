"""What stands above the text in other generators' files, in every form that they read it.

YAML between hyphens (Hugo, Jekyll, Gatsby, Astro), or above a closing fence only (Hexo); TOML
between plus signs and JSON in braces (Hugo); `Title: …` lines with no fence (Pelican); comments
that begin with two dots (Nikola).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from nashra import schema
from nashra.errors import ContentError, Problem, Words
from nashra.importers.foreign_values import text_of, without_nulls
from nashra.schema import Value, Written, excerpt_of

_UNSEEN = "\ufeff\u200e\u200f"
_MARKED = re.compile(r"(-{3,}|\+{3,}|;{3,})[ \t]*(yaml|toml|json)?[ \t]*")
_CLOSES = re.compile(r"(?:-{3,}|\.{3}|;{3,})[ \t]*")
_DOTTED = re.compile(r"\.\.[ \t]+([\w-]+):[ \t]*(.*)")
_KEYED = re.compile(r"[ ]{0,3}([^\W\d_][\w-]*)[ ]?:(?:[ \t]+(.*)|)")
_LINE = re.compile(r"line (\d+)")
_MOST_LINES = 2000
"""Above a text: more are no front matter."""
_TELLING = frozenset(
    {
        *("title", "date", "slug", "tags", "category", "categories", "author", "authors", "status"),
        *("summary", "layout", "permalink", "draft", "description", "template", "keywords"),
        *("العنوان", "التاريخ", "القسم", "الكاتب", "الوسوم"),
    }
)
"""Keys by which lines without an opening fence are known for front matter."""


class Form(StrEnum):
    """How front matter is written, which says something of whose it is."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    UNOPENED = "closing fence only"
    LINES = "lines"
    """`Key: value` without fences, or between fences of more than three hyphens."""
    DOTTED = "comments"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Matter:
    """A file taken apart."""

    form: Form
    written: Written
    """Every scalar as text: dates in ISO 8601, truth as `true` and `false`, null as nothing."""
    body: str
    first_line: int = 1
    """The line in the file at which the body begins."""


def split(text: str, *, file: str) -> Matter:
    """Take a file's text apart; one without front matter is all body.

    Raises:
        ContentError: the front matter is not closed, or cannot be read.

    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip(_UNSEEN)
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip(_UNSEEN + " \t")), None)
    if first is None:
        return _matter(Form.NONE, Written(file, {}, {}, ()), lines, 0)
    file_lines = _Lines(file, lines, text)
    opening = _MARKED.fullmatch(lines[first])
    if opening and opening[1][0] != ";":
        return _fenced(file_lines, first, opening)
    if lines[first].startswith("{"):
        return _braces(file_lines, first)
    if lines[first].strip() == "<!--" or _DOTTED.match(lines[first]):
        return _dotted(file_lines, first)
    return _unopened(file_lines, first)


@dataclass(frozen=True, slots=True)
class _Lines:
    file: str
    lines: list[str]
    text: str

    def block(self, first: int, end: int) -> str:
        return "\n".join(self.lines[first:end])

    def fault(self, line: int, what: Words, remedy: Words) -> ContentError:
        """Give an error at a line, counted from 0."""
        excerpt = excerpt_of(tuple(self.lines), line + 1)
        return ContentError([Problem(self.file, line + 1, what, remedy, excerpt)])

    def yaml(self, first: int, end: int) -> Written:
        block = self.block(first, end)
        written = schema.read_yaml(block, file=self.file, text=self.text, first_line=first + 1)
        return Written(
            written.file, without_nulls(written.values), written.lines, tuple(self.lines)
        )

    def none(self) -> Matter:
        written = Written(self.file, {}, {(): 1}, tuple(self.lines))
        return Matter(Form.NONE, written, self.text)


def _matter(form: Form, written: Written, lines: list[str], end: int) -> Matter:
    return Matter(form, written, "\n".join(lines[end:]), end + 1)


def _fenced(of: _Lines, first: int, opening: re.Match[str]) -> Matter:
    sign = opening[1][0]
    closes = _CLOSES if sign == "-" else re.compile(r"\+{3,}[ \t]*")
    last = min(len(of.lines), first + _MOST_LINES)
    end = next((at for at in range(first + 1, last) if closes.fullmatch(of.lines[at])), None)
    if end is None:
        if not _looks_keyed(of.lines, first + 1):
            return of.none()
        raise of.fault(
            first,
            Words("مقدمة الملف بلا نهاية.", "The front matter is not closed."),
            Words(f"أضف سطر {opening[1]} بعدها.", f"Add a line of {opening[1]} after it."),
        )
    if sign == "+" or opening[2] == "toml":
        values = _read(of, first, end, tomllib.loads)
        return _matter(Form.TOML, _written(of, values, first, end), of.lines, end + 1)
    if opening[2] == "json":
        values = _read(of, first, end, json.loads)
        return _matter(Form.JSON, _written(of, values, first, end), of.lines, end + 1)
    form = Form.YAML if len(opening[1]) == len("---") else Form.LINES
    try:
        return _matter(form, of.yaml(first + 1, end), of.lines, end + 1)
    except ContentError:
        if form is Form.YAML or (keyed := _keyed(of, first + 1, end)) is None:
            if not _looks_keyed(of.lines, first + 1):
                return of.none()
            raise
        return _matter(form, keyed, of.lines, end + 1)


def _looks_keyed(lines: list[str], at: int) -> bool:
    """Tell front matter from a text between two rules: the first line that says something."""
    first = next((line for line in lines[at : at + 20] if line.strip()), "")
    return _KEYED.match(first) is not None or " = " in first


def _braces(of: _Lines, first: int) -> Matter:
    """Read JSON at a file's beginning; a text that begins with a shortcode is none."""
    block = of.block(first, len(of.lines))
    if not re.match(r'\{\s*"', block):
        return of.none()
    try:
        values, length = json.JSONDecoder().raw_decode(block)
    except (ValueError, RecursionError) as error:
        line = first + getattr(error, "lineno", 1) - 1
        raise _unread(of, line, "JSON") from error
    end = first + block.count("\n", 0, length)
    rest = block[length:].partition("\n")[0].strip()
    if rest.strip(";"):
        return of.none()
    return _matter(Form.JSON, _written(of, values, first, end), of.lines, end + 1)


def _read(
    of: _Lines, first: int, end: int, reader: Callable[[str], Mapping[str, object]]
) -> Mapping[str, object]:
    """Read the lines between two fences, which are TOML or JSON."""
    name = "TOML" if reader is tomllib.loads else "JSON"
    try:
        return reader(of.block(first + 1, end))
    except (ValueError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = min(first + int(found[1]) if found else first, end)
        raise _unread(of, line, name) from error


def _unread(of: _Lines, line: int, name: str) -> ContentError:
    return of.fault(
        line,
        Words(f"لم تُفهم كتابة هذا السطر على أنه {name}.", f"This line is not {name}."),
        Words("تحقق من علامات الاقتباس والأقواس.", "Check the quotes and the brackets."),
    )


def _written(of: _Lines, values: object, first: int, end: int) -> Written:
    """Give parsed values as text, with the line of each key as far as it can be seen."""
    if not isinstance(values, Mapping):
        raise _unread(of, first, "JSON")
    lines: dict[tuple[str | int, ...], int] = {(): first + 1}
    for at in range(end, first - 1, -1):
        if at < len(of.lines):
            key = re.match(r"[\s{]*[\"']?([^\s\"'=:]+)", of.lines[at])
            lines |= {(key[1],): at + 1} if key else {}
    texts = {str(key): text_of(value) for key, value in values.items()}
    return Written(of.file, without_nulls(texts), lines, tuple(of.lines))


def _dotted(of: _Lines, first: int) -> Matter:
    """Read Nikola's comments: `.. title: …` lines, in an HTML comment or by themselves."""
    in_comment = of.lines[first].strip() == "<!--"
    values: dict[str, Value] = {}
    places: dict[tuple[str | int, ...], int] = {(): first + 1}
    at = first + in_comment
    while at < len(of.lines):
        found = _DOTTED.match(of.lines[at].strip())
        if found:
            values.setdefault(found[1], found[2].strip())
            places.setdefault((found[1],), at + 1)
        elif of.lines[at].strip() or not in_comment:
            break
        at += 1
    if not values:
        return of.none()
    written = Written(of.file, values, places, tuple(of.lines))
    if in_comment:
        if at >= len(of.lines) or not of.lines[at].strip().startswith("-->"):
            raise of.fault(
                min(at, len(of.lines) - 1),
                Words("تعليق المقدمة بلا نهاية.", "The comment of the front matter is not closed."),
                Words("أضف سطر --> بعدها.", "Add a line of --> after it."),
            )
        of.lines[at] = of.lines[at].strip().removeprefix("-->")
    return _matter(Form.DOTTED, written, of.lines, at)


def _unopened(of: _Lines, first: int) -> Matter:
    """Read keys without an opening fence, if some of them are what front matter is known by."""
    if not _KEYED.match(of.lines[first]) and not of.lines[first].startswith('"'):
        return of.none()
    last = min(len(of.lines), first + _MOST_LINES)
    for at in range(first + 1, last):
        if _CLOSES.fullmatch(of.lines[at]):
            if (found := _above_fence(of, first, at)) is not None:
                return found
            break
    blank = next((at for at in range(first, last) if not of.lines[at].strip()), len(of.lines))
    keyed = _keyed(of, first, blank)
    if keyed is None or not _tells(keyed):
        return of.none()
    return _matter(Form.LINES, keyed, of.lines, blank)


def _above_fence(of: _Lines, first: int, end: int) -> Matter | None:
    """Read what stands above a closing fence (Hexo), unless it is a text above a rule."""
    if of.lines[end].startswith(";"):
        try:
            values = json.loads(f"{{{of.block(first, end).rstrip().rstrip(',')}}}")
        except (ValueError, RecursionError) as error:
            line = first + getattr(error, "lineno", 1) - 1
            raise _unread(of, min(line, end), "JSON") from error
        return _matter(Form.JSON, _written(of, values, first, end), of.lines, end + 1)
    keys = {found[1].lower() for line in of.lines[first:end] if (found := _KEYED.match(line))}
    plain = all(
        not line.strip() or line[0] in " \t-#" or _KEYED.match(line) for line in of.lines[first:end]
    )
    if not plain or not keys & _TELLING:
        return None
    return _matter(Form.UNOPENED, of.yaml(first, end), of.lines, end + 1)


def _keyed(of: _Lines, first: int, end: int) -> Written | None:
    """Read lines of `Key: value`, which indented lines go on; nothing if there are other lines."""
    values: dict[str, Value] = {}
    places: dict[tuple[str | int, ...], int] = {(): first + 1}
    key, more = "", list[str]()
    for at in range(first, end):
        line = of.lines[at]
        found = _KEYED.fullmatch(line)
        if found:
            key, more = found[1], [(found[2] or "").strip()]
            if key in values:
                return None
            places[key,] = at + 1
        elif key and line.startswith(("    ", "\t")):
            more.append(line.strip())
        elif line.strip():
            return None
        values |= {key: " ".join(filter(None, more))} if key else {}
    return Written(of.file, values, places, tuple(of.lines)) if values else None


def _tells(written: Written) -> bool:
    return any(key.lower() in _TELLING for key in written.values)
