"""Bytes to text: UTF-8 or a problem that names the place, never letters that nobody wrote."""

from __future__ import annotations

import re

from nashra.errors import ContentError, Problem, Words

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BYTE_LINE_END = re.compile(b"\r\n|\n|\r")


def decode(data: bytes, *, file: str) -> str:
    """Give the text of a file's bytes, without a byte order mark.

    UTF-16 without a mark is valid UTF-8 as long as it is Arabic, but for the zero byte in each of
    its blanks: so a zero byte is refused too.

    Raises:
        ContentError: they are not UTF-8; the first bad byte is told with its line and place.

    """
    try:
        text, bad = data.decode("utf-8"), data.find(0)
    except UnicodeDecodeError as error:
        text, bad = "", error.start
    if bad < 0:
        return text.removeprefix("\ufeff")
    raise ContentError([_not_utf8(data, bad, file)])


def _not_utf8(data: bytes, bad: int, file: str) -> Problem:
    before = _BYTE_LINE_END.split(data[:bad])
    start, line = bad - len(before[-1]), len(before)
    shown = _BYTE_LINE_END.split(data[start:], maxsplit=1)[0].decode("utf-8", errors="replace")
    byte, place = f"0x{data[bad]:02X}", bad - start + 1
    return Problem(
        file,
        line,
        Words(
            f"الملف ليس بترميز UTF-8: البايت {place} من السطر {line} هو {byte}.",
            f"The file is not UTF-8: byte {place} of line {line} is {byte}.",
        ),
        Words(
            "افتحه بترميزه (لعله Windows-1256) واحفظه من محررك بترميز UTF-8.",
            "Open it in its own encoding (Windows-1256, perhaps) and save it as UTF-8.",
        ),
        _CONTROLS.sub("\ufffd", shown),
    )
