"""Bytes to text in whatever encoding a newsroom saved them, or a refusal: never letters nobody wrote.

UTF-8 is what most copy is and costs nothing. Everything else is found by what it would say: each
encoding that can be is read, and the pairs of letters that come out are judged.
"""

from __future__ import annotations

from dataclasses import dataclass

from nashra.errors import ContentError, Problem
from nashra.importers import decoding_refusals as refusals
from nashra.importers.byte_pairs import Doubt, best_of
from nashra.importers.encoding_names import Encoding, named
from nashra.importers.sixteen_bits import of_zero_bytes
from nashra.importers.utf8_repair import repaired

_MARKS = (
    (b"\xef\xbb\xbf", Encoding("UTF-8", "utf-8")),
    (b"\xff\xfe\0\0", Encoding("UTF-32", "utf-32-le")),
    (b"\0\0\xfe\xff", Encoding("UTF-32", "utf-32-be")),
    (b"\xff\xfe", Encoding("UTF-16", "utf-16-le")),
    (b"\xfe\xff", Encoding("UTF-16", "utf-16-be")),
)
"""The byte order marks, the longer before the shorter (Unicode 15, section 23.8)."""
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a\x1b"})
"""What no text in bytes holds: where these are, it is UTF-16 or no text at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how it was come by."""

    text: str
    encoding: str
    """As people call it, such as `Windows-1256`."""
    problems: tuple[Problem, ...] = ()
    """Notices: what in the bytes was broken and is shown as U+FFFD."""


def text_of(data: bytes, *, file: str, declared: str = "") -> Decoded:
    """Give the text of a file's bytes, without a byte order mark.

    `declared` is the encoding that the file itself names; it may lie, and then what can be read
    rules.

    Raises:
        ContentError: no encoding gives a text that people write, or two give different ones.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, file)
    if data.translate(None, _CONTROLS) == data:
        try:
            return Decoded(data.decode("utf-8"), "UTF-8")
        except UnicodeDecodeError:
            return _in_bytes(data, file, declared)
    if found := of_zero_bytes(data):
        text, name = found
        return Decoded(text, name)
    raise ContentError([refusals.no_text(file)])


def text_in(data: bytes, encoding: str, *, file: str) -> Decoded:
    """Give the text of a file's bytes in the encoding that a person named.

    Raises:
        ContentError: they are not in it.

    """
    told = named(encoding)
    if told is None:
        raise ContentError([refusals.unknown(file, encoding)])
    try:
        text = data.decode(told.codec)
    except UnicodeDecodeError as error:
        raise ContentError([refusals.not_in(file, data, error.start, told.name)]) from error
    return Decoded(text.removeprefix("\ufeff"), told.name)


def _marked(data: bytes, mark: bytes, encoding: Encoding, file: str) -> Decoded:
    if encoding.codec == "utf-8":
        text, broken = repaired(data.removeprefix(mark))
        return Decoded(text, encoding.name, refusals.broken_places(file, text, broken))
    try:
        return Decoded(data.removeprefix(mark).decode(encoding.codec), encoding.name)
    except UnicodeDecodeError as error:
        problem = refusals.not_in(file, data, error.start + len(mark), encoding.name)
        raise ContentError([problem]) from error


def _in_bytes(data: bytes, file: str, declared: str) -> Decoded:
    """Give a text that is not sound UTF-8."""
    text, broken = repaired(data)
    letters = sum(1 for character in text if character > "\x7f") - len(broken)
    if letters >= _SOUND * len(broken):
        return Decoded(text, "UTF-8", refusals.broken_places(file, text, broken))
    if found := of_zero_bytes(data):
        return Decoded(*found)
    try:
        encoding = best_of(data, named(declared))
    except Doubt as doubt:
        raise ContentError([refusals.doubtful(file, data, doubt.names)]) from doubt
    return Decoded(data.decode(encoding.codec), encoding.name)


_SOUND = 4
"""So many characters of UTF-8 beside each broken one make it UTF-8 all the same."""
