"""Headlines and standfirsts: how long, and how they end."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL
from nashra.language.copy_desk.fault import Fault

LONGEST_HEADLINE = 90
"""In characters as readers count them: more breaks over three lines on a phone."""
LONGEST_STANDFIRST = 220


def headline(text: str, start: int, end: int) -> Iterator[Fault]:
    """Give what is wrong with the headline that stands in a text from `start` to `end`."""
    written = text[start:end].rstrip()
    if _length(written) > LONGEST_HEADLINE:
        yield Fault("headline-long", start, end)
    if written.endswith((".", "۔")) and not _ends_otherwise(written):
        stop = start + len(written) - 1
        yield Fault("headline-stop", stop, stop + 1, "")


def standfirst(text: str, start: int, end: int) -> Iterator[Fault]:
    """Give what is wrong with the standfirst that stands in a text from `start` to `end`."""
    if _length(text[start:end].strip()) > LONGEST_STANDFIRST:
        yield Fault("summary-long", start, end)


def _length(written: str) -> int:
    """Give how many characters a reader counts: no tashkeel, no tatweel, nothing invisible."""
    return len(INVISIBLE.sub("", MARKS.sub("", written)).replace(TATWEEL, ""))


def _ends_otherwise(written: str) -> bool:
    """Tell whether the stop belongs to an ellipsis or an abbreviation, such as ق.م."""
    return written.endswith("..") or written[-3:-2] in {".", " "}
