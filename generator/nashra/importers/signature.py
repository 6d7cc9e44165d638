"""Who wrote it and where: bylines and datelines of newsroom copy, piece by piece.

A piece is what stands between dashes, colons, brackets and «من». A line is a byline only where
every piece is known for what it is; otherwise it stays text. Nothing is thrown away but the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nashra.importers import known_signs
from nashra.importers.copy import Writer
from nashra.language.folding import fold

MARKS = '-–—ـ:()[]«»"“”،,.؛/|'
"""The signs that a byline or a dateline loses."""
MARK_WORDS = frozenset(map(fold, ("من", "كتب", "كتبت", "بقلم")))
"""The words that it loses."""

_LONGEST = 90
_LONGEST_DATELINE = 80
_LONGEST_NAME = 5
"""In words."""
_LONGEST_OUTLET = 2
"""In words: a name that nobody knows, beside a city."""
_SAYS_WRITER = re.compile(r"(?:كتب|كتبت|بقلم)\s*(?:/|:|ـ|-|\s)\s*")
_ROLES = re.compile(
    r"(?P<role>إعداد|اعداد|تحرير|ترجمة|تصوير|تحقيق|حوار|أجرى الحوار|حاوره|حاورها|تقرير|رصد|متابعة)"
    r"\s*(?:/|:|[-–—ـ])\s*(?=\S)"
)
_APART = re.compile(r"\s*[-–—ـ|]+\s+|\s+[-–—ـ|]+\s*|\s*:\s*|\s*[()\[\]]\s*|\s{2,}")
_FROM = re.compile(r"\s+من\s+(?=\S)")
_AND = re.compile(r"\s*[،,]\s*|\s+و(?=\S)")
_QUOTES = re.compile(r"^[«\"“](.+)[»\"”]$")
_ENDS_DATELINE = re.compile(
    r"\s*(?:-{2,}|—{1,2}|–{1,2}|(?<=[\s)])[-ـ]|[-ـ](?=\s)|:(?!\S))\s*(?=\S)"
)
_LATIN_OUTLET = re.compile(r"[A-Z][\w.-]*\.(?:com|net|org|info?|ma|tv)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a byline or a dateline says."""

    writers: tuple[Writer, ...] = ()
    source: str = ""
    place: str = ""

    def with_(self, other: Signature) -> Signature:
        """Give both as one; what this says rules, and no writer is named twice."""
        new = tuple(writer for writer in other.writers if writer not in self.writers)
        places = dict.fromkeys(filter(None, (self.place, other.place)))
        return Signature(self.writers + new, self.source or other.source, "، ".join(places))

    def fits(self, other: Signature) -> bool:
        """Tell whether both can be true at once."""
        return not (self.source and other.source and self.source != other.source)


def byline(line: str) -> Signature | None:
    """Give what a line says if it is a byline and nothing else."""
    text = line.strip().rstrip(":").strip()
    if not text or len(text) > _LONGEST or text[-1] in ".؟!?":
        return None
    says = _SAYS_WRITER.match(text)
    if says:
        text = text[says.end() :]
    pieces = list(_pieces(text))
    said = [_said(piece, role, sure=bool(says or role)) for piece, role in pieces]
    sure = _all([each for each in said if each])
    if sure is None or sure == Signature():
        return None
    if said.count(None) > 1:
        return None
    return _all(
        [each or _guessed(piece, sure) for each, (piece, _) in zip(said, pieces, strict=True)]
    )


def dateline(paragraph: str) -> tuple[Signature, str] | None:
    """Give what a paragraph's dateline says, and the paragraph without it."""
    longest = None
    for end in _ENDS_DATELINE.finditer(paragraph, 0, _LONGEST_DATELINE):
        head = paragraph[: end.start()].strip()
        if head and (found := _head(head)):
            longest = found, paragraph[end.end() :]
    return longest


def _head(head: str) -> Signature | None:
    pieces = [piece for piece, _ in _pieces(head)]
    by_agency = any(fold(piece) in known_signs.agencies() for piece in pieces)
    found = _all([_of_dateline(piece, by_agency=by_agency) for piece in pieces])
    return found if found != Signature() else None


def is_agency(line: str) -> bool:
    """Tell a line that is an agency's name and nothing else."""
    return fold(line.strip(" :()[]")) in known_signs.agencies()


def closing_byline(line: str) -> Signature | None:
    """Give what a story's last line says, if a word says that it is a byline."""
    says = _SAYS_WRITER.match(line.strip()) or _ROLES.match(line.strip())
    return byline(line) if says else None


def is_outlet(line: str) -> bool:
    """Tell a line that names who publishes, and no story: an outlet's address, an agency."""
    text = line.strip().rstrip(":")
    first = _APART.split(text)[0]
    return bool(_LATIN_OUTLET.match(text)) or fold(first) in known_signs.agencies()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Give each piece of a line, with the role that is named before it."""
    role = ""
    at = 0
    for match in _ROLES.finditer(text):
        yield from _apart(text[at : match.start()], role)
        role, at = match["role"], match.end()
    yield from _apart(text[at:], role)


def _apart(text: str, role: str) -> Iterator[tuple[str, str]]:
    for piece in _APART.split(text):
        for part in _FROM.split(piece):
            if part.strip(" .،,"):
                yield part.strip(" ،,"), role


def _said(piece: str, role: str, *, sure: bool) -> Signature | None:
    """Give what one piece of a byline is, or nothing if nobody can know."""
    known = _known(piece)
    if known is not None:
        return known
    if quoted := _QUOTES.match(piece):
        return Signature(writers=(Writer(quoted[1].strip(), role),))
    names = [name for name in _AND.split(piece) if name]
    if len(names) > 1 and not all(map(_is_named, names)):
        each = [_said(name, role, sure=False) for name in names]
        if all(each):
            return _all(each)
        names = [piece]
    short = sure and all(len(name.split()) <= _LONGEST_NAME for name in names)
    if short or all(map(_is_named, names)):
        return Signature(writers=tuple(Writer(name, role) for name in names))
    return None


def _known(piece: str) -> Signature | None:
    key = fold(piece).rstrip(".")
    if key in known_signs.cities() | known_signs.countries():
        return Signature(place=piece)
    if key in known_signs.agencies():
        return Signature(source=piece)
    return Signature(writers=(Writer(piece),)) if key in known_signs.staff() else None


def _guessed(piece: str, beside: Signature) -> Signature | None:
    """Give what a short piece is that nobody knows, by what stands beside it."""
    words = piece.split()
    if not words or len(words) > _LONGEST_OUTLET or any(map(str.isdigit, piece)):
        return None
    if beside.place or beside.source:
        return Signature(writers=(Writer(piece),))
    return Signature(place=piece) if beside.writers else None


def _all(said: list[Signature | None]) -> Signature | None:
    found = Signature()
    for each in said:
        if each is None or not found.fits(each):
            return None
        found = found.with_(each)
    return found


def _is_named(piece: str) -> bool:
    """Tell a person's name: it begins with a given name, after a title if there is one."""
    words = [word for word in piece.replace(".", ". ").split() if word != "."]
    while words and words[0].endswith(".") and fold(words[0].rstrip(".")) in known_signs.titles():
        words = words[1:]
    if words and fold(words[0]) in known_signs.titles() and len(words) > 2:  # noqa: PLR2004
        words = words[1:]
    if not 2 <= len(words) <= _LONGEST_NAME or any(character.isdigit() for character in piece):  # noqa: PLR2004
        return False
    first = fold(words[0])
    return first in known_signs.given_names() or first.startswith("عبد") or first == "ابو"


def _of_dateline(piece: str, *, by_agency: bool) -> Signature | None:
    key = fold(piece)
    if key in known_signs.agencies():
        return Signature(source=piece)
    places = [part.strip() for part in re.split(r"[،,]", piece) if part.strip()]
    known = known_signs.cities() | known_signs.countries()
    if all(fold(part) in known for part in places):
        return Signature(place="، ".join(places))
    if by_agency and len(piece.split()) <= 3 and not any(map(str.isdigit, piece)):  # noqa: PLR2004
        return Signature(place=piece)
    return None
