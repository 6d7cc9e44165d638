"""The formats of teleprinters, which agencies send by radio and by FTP to this day.

IPTC 7901 and ANPA 1312: a header, the text between STX and ETX, lines that are wrapped. Sources:
IPTC, "The IPTC Recommended Message Format" (7901); ANPA 1312, 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Copy
from nashra.importers.encoding import text_of
from nashra.importers.plain_text import parse
from nashra.importers.receipts import digest_of

_HEADING, _TEXT, _END = b"\x01", b"\x02", b"\x03"
_HEADER = 400
"""In bytes: so far from the beginning the text begins."""
_LINES = 4
"""So many lines a headline has at most."""
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_ENDS_LINE = re.compile(r"[<=^]+[ \t]*$", re.MULTILINE)
_BEGINS_LINE = re.compile(r"^\^(?=\S)|^<$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)")


@dataclass(frozen=True, slots=True)
class Teletype:
    """IPTC 7901 and ANPA 1312."""

    name: str = "teletype"
    suffixes: tuple[str, ...] = (".txt", ".tst", ".iptc", ".anpa", ".wire")
    encoding: str = ""
    """What a person said that they are in; unless told, it is found."""

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by the control characters of the header; one of one's own name is claimed too."""
        begins = head[:4].lstrip(b"\x16\r\n ").startswith(_HEADING)
        return (begins and _TEXT in head[:_HEADER]) or path.suffix.lower() != ".txt"

    def in_encoding(self, encoding: str) -> Teletype:
        """Give the same for messages in an encoding."""
        return replace(self, encoding=encoding)

    def read(self, path: Path, *, file: str) -> Iterator[Copy]:
        """Give the story of each message.

        Raises:
            ContentError: its encoding cannot be told for certain, or it holds no message.

        """
        data = path.read_bytes()
        messages = list(_messages(data))
        if not messages:
            raise ContentError([_no_message(file)])
        for header, message in messages:
            decoded = text_of(message.translate(None, _CONTROLS), file=file, told=self.encoding)
            copy = parse(_unwrapped(decoded.text), file=file)
            key = " ".join(header.split()) if len(messages) > 1 else ""
            yield replace(
                copy,
                key=key,
                digest=digest_of(message) if key else "",
                problems=(*decoded.problems, *copy.problems),
            )


def _messages(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each message's header and text; ETX ends one, where it is not forgotten."""
    for part in data.split(_HEADING)[1:]:
        header, begins, text = part.partition(_TEXT)
        text = text.split(_END)[0]
        if begins and text.strip():
            yield header.decode("ascii", errors="replace"), text


def _unwrapped(text: str) -> str:
    """Give a text with a paragraph a line: one begins after a blank line, or with an indent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    headline, rest = _headline(text)
    rest = _BEGINS_LINE.sub("", _ENDS_LINE.sub("\n", rest))
    paragraphs = (" ".join(block.split()) for block in _BLANK.split(rest))
    return "\n".join([headline, *filter(None, paragraphs)])


def _headline(text: str) -> tuple[str, str]:
    """Give the headline, which in 7901 ends in `=` and in ANPA stands below the keywords."""
    lines = text.split("\n")
    if lines[0].startswith("^"):
        first = 1 if len(lines) > 1 and lines[1].startswith("^") else 0
        headline, rest = lines[first], lines[first + 1 :]
    else:
        ends = (at for at, line in enumerate(lines[:_LINES]) if line.rstrip().endswith("="))
        last = next(ends, 0)
        headline, rest = " ".join(lines[: last + 1]), lines[last + 1 :]
    return " ".join(headline.split()).strip(" ^=<"), "\n".join(rest)


def _no_message(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("لا رسالة وكالة في هذا الملف.", "There is no agency's message in this file."),
        Words(
            "إن كان نصا عاديا فاحفظه بنهاية .txt.",
            "If it is plain text, save it under a name that ends in .txt.",
        ),
    )
