"""UTF-16 without a byte order mark, known by what it would say."""

from __future__ import annotations

import re

_WRITTEN = re.compile(
    "[\t\n\r\x0c\x20-\x7e\u00a0-\u024f\u0590-\u06ff\u0750-\u077f\u2000-\u206f\u20a0-\u20bf\u2190-\u21ff"
    "\u25a0-\u27bf\ufb1d-\ufdff\ufe0f\ufe70-\ufeff\U0001f000-\U0001faff]+"
)
"""What newspapers in Arabic, Hebrew and Latin script print."""
_CODECS = (("UTF-16 LE", "utf-16-le"), ("UTF-16 BE", "utf-16-be"))
_MOST = 0.99
"""So much of a text must be such characters."""


def of_zero_bytes(data: bytes) -> tuple[str, str] | None:
    """Give the text of UTF-16 and its name, or none if it is not certain."""
    found = []
    for name, codec in _CODECS:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        written = sum(len(run) for run in _WRITTEN.findall(text))
        if text and written >= _MOST * len(text):
            found.append((text, name))
    return found[0] if len(found) == 1 else None
