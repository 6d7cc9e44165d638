"""Another slug in a story's file, and the old address among its old ones: nothing else is touched.

The file is changed as text, a line or two of it, and what was changed is read again: where the
front matter does not say what it was meant to say, and all else as before, it is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import StringIO

from nashra.content.article import NAMES
from nashra.content.front_matter import Document, split
from nashra.errors import ContentError, Problem, Words
from nashra.schema import Value

_BOUNDARY = re.compile(r"-{3,}\s*")
_UNSEEN = "\ufeff\u200e\u200f"
_PLAIN_LINE = re.compile(
    r"""(?P<key>[^:]*:[ ]*)(?P<value>"[^"]*"|'[^']*'|[^\s"'#\[{][^#\r\n]*?|)"""
    r"""(?P<rest>[ \t]*(?:#[^\r\n]*)?[\r\n]*)"""
)
_ITEM = re.compile(r"(?P<indent>[ ]*)-(?:[ \r\n]|$)")
_SAFE = re.compile(r"[\w/.%~-]+")
"""An address that needs no quotes inside brackets."""
_LONGEST = 5000


def renamed(text: str, *, slug: str, old_address: str, file: str) -> str:
    """Give a story's text with another slug, and the address that it had among its old ones.

    Raises:
        ContentError: the front matter is written in a way that this cannot change.

    """
    before = split(text, file=file)
    try:
        after = _with_alias(_with_slug(text, slug, file), old_address, file)
        now = split(after, file=file)
    except ContentError as error:  # what was changed is no front matter any more
        raise ContentError([_not_by_itself(file, slug, old_address)]) from error
    if _is_meant(before, now, slug, old_address):
        return after
    raise ContentError([_not_by_itself(file, slug, old_address)])


@dataclass(frozen=True, slots=True)
class _Front:
    """A file's lines with their ends, and where its front matter lies among them."""

    lines: list[str]
    closing: int
    """The index of the line that ends the front matter."""
    places: dict[str, int]
    """The index of the line of each key."""

    @classmethod
    def of(cls, text: str, file: str) -> _Front:
        lines = list(StringIO(text, newline=""))
        marks = [at for at, line in enumerate(lines) if _BOUNDARY.fullmatch(line.lstrip(_UNSEEN))]
        keys = split(text, file=file).written.lines
        places = {path[0]: line - 1 for path, line in keys.items() if len(path) == 1}
        return cls(
            lines, marks[1] if len(marks) > 1 else 0, {str(key): at for key, at in places.items()}
        )

    @property
    def line_end(self) -> str:
        """How the file ends its lines."""
        before = self.lines[self.closing - 1]
        return before[len(before.rstrip("\r\n")) :] or "\n"

    def key(self, name: str) -> str:
        """Give a key as it is written, or nothing if it is not."""
        return next((key for key in self.places if NAMES.get(key, key) == name), "")

    def new_key(self, arabic: str, english: str) -> str:
        """Give a key's name in the language in which the file has its headline."""
        return english if self.key("title").isascii() else arabic

    def end_of(self, key: str) -> int:
        """Give the index of the line after a key's value, and after the remarks on it."""
        later = [at for at in self.places.values() if at > self.places[key]]
        return min(later, default=self.closing)

    def with_lines(self, start: int, end: int, new: list[str]) -> str:
        """Give the text with other lines in the place of some."""
        return "".join([*self.lines[:start], *new, *self.lines[end:]])


def _with_slug(text: str, slug: str, file: str) -> str:
    front = _Front.of(text, file)
    key = front.key("slug")
    if not key:
        line = f"{front.new_key('المسار', 'slug')}: {slug}{front.line_end}"
        return front.with_lines(front.closing, front.closing, [line])
    at = front.places[key]
    match = _match(front.lines[at])
    if match is None:
        return text
    gap = "" if match["key"].endswith(" ") else " "
    line = f"{match['key']}{gap}{_as_quoted(slug, match['value'])}{match['rest']}"
    return front.with_lines(at, at + 1, [line])


def _match(line: str) -> re.Match[str] | None:
    return _PLAIN_LINE.fullmatch(line) if len(line) < _LONGEST else None


def _as_quoted(new: str, old: str) -> str:
    mark = old[:1] if old[:1] in {'"', "'"} else ""
    return f"{mark}{new}{mark}"


def _with_alias(text: str, address: str, file: str) -> str:
    front = _Front.of(text, file)
    key = front.key("aliases")
    if not key:
        name = front.new_key("عناوين_سابقة", "aliases")
        line = f"{name}: [{_in_brackets(address)}]{front.line_end}"
        return front.with_lines(front.closing, front.closing, [line])
    if address in _listed(split(text, file=file).written.values[key]):
        return text
    start, end = front.places[key], front.end_of(key)
    new = _longer(front.lines[start:end], address, front.line_end)
    return front.with_lines(start, end, new)


def _longer(lines: list[str], address: str, line_end: str) -> list[str]:
    """Give the lines of a list of addresses with one more, however the list is written."""
    value = lines[0].partition(":")[2].strip()
    if value.startswith("["):
        return _longer_in_brackets(lines, address)
    items = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if items and (not value or value.startswith("#")):
        last = items[-1]
        match = _ITEM.match(lines[last])
        indent = match["indent"] if match else ""
        return [*lines[: last + 1], f"{indent}- {address}{line_end}", *lines[last + 1 :]]
    match = _match(lines[0])
    if match is None:
        return lines
    gap = "" if match["key"].endswith(" ") else " "
    both = ", ".join(filter(None, (_in_brackets(match["value"]), _in_brackets(address))))
    return [f"{match['key']}{gap}[{both}]{match['rest']}", *lines[1:]]


def _longer_in_brackets(lines: list[str], address: str) -> list[str]:
    for at in reversed(range(len(lines))):
        code = lines[at] if lines[at].lstrip().startswith("]") else _without_remark(lines[at])
        bracket = code.rfind("]")
        if bracket >= 0:
            before = "".join([*lines[:at], lines[at][:bracket]]).rstrip()
            comma = "" if before.endswith(("[", ",")) else ","
            return _joined(lines, at, bracket, comma, address)
    return lines


def _joined(lines: list[str], at: int, bracket: int, comma: str, address: str) -> list[str]:
    """Put an address before the bracket that closes a list, after a comma where one is wanted."""
    line = lines[at]
    head, tail = line[:bracket], line[bracket:]
    new = _in_brackets(address)
    if head.strip():
        blank = "" if head.rstrip().endswith("[") else " "
        return [*lines[:at], f"{head.rstrip()}{comma}{blank}{new}{tail}", *lines[at + 1 :]]
    return [*lines[:at], f"{head}  {comma}{' ' if comma else ''}{new} {tail}", *lines[at + 1 :]]


def _without_remark(line: str) -> str:
    return line.partition(" #")[0]


def _in_brackets(address: str) -> str:
    if not address or _SAFE.fullmatch(address) or address[0] in "\"'":
        return address
    return "'" + address.replace("'", "''") + "'"


def _listed(value: Value) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [str(item) for item in items if item]


def _is_meant(before: Document, now: Document, slug: str, address: str) -> bool:
    """Tell whether a changed text says what it was to say, and all else as it did."""
    old, new = _by_name(before), _by_name(now)
    aliases = [*_listed(old.pop("aliases", "")), address]
    old["slug"] = slug
    return (
        _listed(new.pop("aliases", "")) == list(dict.fromkeys(aliases))
        and new == old
        and now.body == before.body
    )


def _by_name(document: Document) -> dict[str, Value]:
    return {NAMES.get(key, key): value for key, value in document.written.values.items()}


def _not_by_itself(file: str, slug: str, address: str) -> Problem:
    return Problem(
        file,
        1,
        Words(
            "كُتبت مقدمة الملف على نحو لا يغيّره هذا الأمر، فبقي كما كان.",
            "The front matter is written in a way that this command cannot change; "
            "it is as it was.",
        ),
        Words(
            f"غيّره بيدك: slug: {slug} ومعه {address} تحت aliases.",
            f"Change it by hand: slug: {slug}, and {address} among its aliases.",
        ),
    )
