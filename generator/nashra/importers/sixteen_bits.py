"""UTF-16, with or without a byte order mark, known by what it would say."""

from __future__ import annotations

import re

from nashra.importers.encoding_names import UTF_16_BE, UTF_16_LE, Encoding

_WRITTEN = re.compile(
    "[\t\n\v\f\r\x1a\x20-\x7e\u00a0-\u024f\u0300-\u036f\u0590-\u06ff\u0750-\u077f\u2000-\u206f\u20a0-\u20bf"
    "\u2100-\u22ff\u25a0-\u27bf\ufb1d-\ufdff\ufe0f\ufe70-\ufeff\U0001f000-\U0001faff]+"
)
"""What newspapers in Arabic, Hebrew and Latin script print."""
_MOST = 0.99
"""So much of a text must be such characters."""


def sixteen_bits(data: bytes, marked: Encoding | None = None) -> tuple[str, Encoding] | None:
    """Give the text of UTF-16 and which it is, or none if that is not certain.

    `marked` is what a byte order mark says; then other scripts may be too.
    """
    found = []
    for encoding in (marked,) if marked else (UTF_16_LE, UTF_16_BE):
        try:
            text = data.decode(encoding.codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (marked or _is_written(text)):
            found.append((text, encoding))
    return found[0] if len(found) == 1 else None


def _is_written(text: str) -> bool:
    return sum(map(len, _WRITTEN.findall(text))) >= _MOST * len(text) > 0
