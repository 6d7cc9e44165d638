"""The encodings that copy comes in, as people call them and as Python does."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding."""

    name: str
    """As people call it."""
    codec: str
    """As Python does."""


WINDOWS_1256 = Encoding("Windows-1256", "cp1256")
ISO_8859_6 = Encoding("ISO-8859-6", "iso8859-6")
MAC_ARABIC = Encoding("Mac Arabic", "mac-arabic")
WINDOWS_1255 = Encoding("Windows-1255", "cp1255")
ISO_8859_8 = Encoding("ISO-8859-8", "iso8859-8")
WINDOWS_1252 = Encoding("Windows-1252", "cp1252")

UTF_8 = Encoding("UTF-8", "utf-8")
UTF_16_LE = Encoding("UTF-16 LE", "utf-16-le")
UTF_16_BE = Encoding("UTF-16 BE", "utf-16-be")

MAC_ROMAN = Encoding("Mac Roman", "mac-roman")

OF_ONE_BYTE = (
    WINDOWS_1256,
    WINDOWS_1255,
    WINDOWS_1252,
    ISO_8859_6,
    ISO_8859_8,
    MAC_ARABIC,
    MAC_ROMAN,
)
"""What is tried, the commonest first."""
OF_RIGHT_TO_LEFT = frozenset(OF_ONE_BYTE) - {WINDOWS_1252, MAC_ROMAN}
_OTHERS = (UTF_8, UTF_16_LE, UTF_16_BE, Encoding("UTF-16", "utf-16"))
_ALIASES = {
    "x-mac-arabic": "mac-arabic",
    "macarabic": "mac-arabic",
    "macintosh": "mac-roman",
    "asmo-708": "iso8859-6",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "logical": "iso8859-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-arabic": "cp1256",
}
"""Names that Python does not know, or that everybody uses for another encoding (WHATWG Encoding
Standard, 4.2)."""


_DECLARED = re.compile(
    rb"""<\?xml\s[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.: -]{1,40})["']"""
    rb"""|<meta\s[^<>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 2048
"""In bytes: so far from its beginning a page or a feed names its encoding."""
_NO_ENCODINGS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
"""What Python has among its own that no text file is in."""


def declared_in(data: bytes) -> str:
    """Give the encoding that a page's or a feed's first bytes name, or nothing."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", errors="ignore") if found else ""


def named(written: str) -> Encoding | None:
    """Give the encoding of a name such as `windows-1256`, `cp1256` or `Mac Arabic`, or none."""
    word = "-".join(written.lower().replace("_", " ").split())
    if not word.isascii() or not word:
        return None
    try:
        codec = codecs.lookup(_ALIASES.get(word, word))
    except (LookupError, ValueError):
        return None
    if codec.name in _NO_ENCODINGS or not getattr(codec, "_is_text_encoding", True):
        return None
    for encoding in (*OF_ONE_BYTE, *_OTHERS):
        if codecs.lookup(encoding.codec).name == codec.name:
            return encoding
    return Encoding(written.strip(), codec.name)
