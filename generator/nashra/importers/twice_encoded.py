"""Text that was garbled before it was saved: its bytes had been read in a wrong encoding.

`Ø§Ù„` is «ال» in UTF-8 that was taken for Windows-1252, `ط§ظ„` the same taken for Windows-1256, and
`ÇáÎÈÑ` is «الخبر» in Windows-1256 taken for Windows-1252. A line is turned back where nothing is
lost by it, and what comes out is what people write.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nashra.importers.byte_pairs import Doubt, best_of, is_better
from nashra.importers.encoding_names import WINDOWS_1252, Encoding

_IN_ARABIC = ("ط§", "ظ„", "\ufffd")
_OF_UTF_8 = ("Ø§", "Ù„", "ÿß", "ŸÑ", "×™", "×•", "â€", "Ã©", "Ã˜Â", "Ã™â")
_OF_ONE_BYTE = ("Çá", "ùì")
_LOST = "\ufffd"
"""What nobody writes: the commonest letters and signs, garbled."""
_LATIN = re.compile("[À-ÿŸ]")
"""What all but the first of these begin or end with."""
_REMAINS = re.compile(
    "[ØÙ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[طظ][\xa2-\xb9„…†‡ˆ‰€‚ƒ‹ٹچژ]|[ÿŸ][ßÑ£ÅÇàáäÜÖ©®]"
)
"""A letter of two bytes that were taken for two letters."""
_FEW = 3
"""So many of them in a line, and it is garbled."""
_PLAUSIBLE = re.compile(
    "[\x00-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u0590-\u06ff\u0750-\u077f\u2000-\u206f\u20a0-\u20bf\u2122\ufb1d-\ufdff\ufe70-\ufeff]*"
)
_LINES = re.compile("[^\r\n]+")
_MOST_TIMES = 3
"""So often a text may have been garbled, one time after another."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text of which some lines were garbled."""

    text: str
    mended: tuple[int, ...]
    """The lines that were turned back: where they begin in `text`, from 0."""
    garbled: tuple[int, ...]
    """The same for those that could not be, or of which letters are lost."""
    is_hopeless: bool
    """Whether most of the text could not be."""


def may_be_garbled(text: str) -> bool:
    """Tell whether a text is worth a closer look; hardly any is."""
    if any(telltale in text for telltale in _IN_ARABIC):
        return True
    return bool(_LATIN.search(text)) and any(
        telltale in text for telltale in (*_OF_UTF_8, *_OF_ONE_BYTE)
    )


def mended(text: str) -> Mended:
    """Turn back the lines that were garbled, where that is certain."""
    other = _other_page(text)
    result: list[str] = []
    good: list[int] = []
    bad: list[int] = []
    length = end = hopeless = lines = 0
    for match in _LINES.finditer(text):
        line = match[0]
        back = _turned_back(line, other)
        is_garbled = back is None and len(_REMAINS.findall(line)) >= _FEW
        result += text[end : match.start()], line if back is None else back
        start = length + match.start() - end
        if back is not None:
            good.append(start)
        elif is_garbled or _LOST in line:
            bad.append(start)
        hopeless += is_garbled
        lines += not line.isascii()
        length, end = start + len(result[-1]), match.end()
    result.append(text[end:])
    return Mended("".join(result), tuple(good), tuple(bad), is_hopeless=hopeless * 2 > lines)


def _turned_back(line: str, other: Encoding | None) -> str | None:
    """Give a line as it was before it was garbled; none if it was not, or it cannot be."""
    if line.isascii():
        return None
    back = None
    for _ in range(_MOST_TIMES):
        once = _from_utf_8(line)
        if once is None:
            break
        line = back = once
    if back is not None or other is None:
        return back
    data = _bytes_of(line, _FROM_1252)
    if data is None or not is_better(data, other, WINDOWS_1252):
        return None
    return data.decode(other.codec)


def _from_utf_8(line: str) -> str | None:
    for table in (_FROM_1252, _FROM_1256, _FROM_MAC):
        data = _bytes_of(line, table)
        if data is None or data.isascii():
            continue
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _PLAUSIBLE.fullmatch(text):
            return text
    return None


def _other_page(text: str) -> Encoding | None:
    """Give the encoding whose text was taken for Windows-1252, if there is such text."""
    if not any(telltale in text for telltale in _OF_ONE_BYTE):
        return None
    read = (_bytes_of(line, _FROM_1252) for line in _LINES.findall(text) if not line.isascii())
    data = b"\n".join(line for line in read if line is not None)
    try:
        encoding = best_of(data)
    except Doubt:
        return None
    return None if encoding == WINDOWS_1252 else encoding


def _bytes_of(line: str, table: Mapping[int, int]) -> bytes | None:
    try:
        return _charmap_encode(line, "strict", table)[0]
    except UnicodeEncodeError:
        return None


def _table(codec: str) -> Mapping[int, int]:
    """Give the byte of each character; controls stand for the bytes that an encoding leaves out."""
    read = bytes(range(256)).decode(codec, errors="replace")
    controls = {byte: byte for byte in range(0x80, 0xA0)}
    return controls | {ord(each): byte for byte, each in enumerate(read) if each != _LOST}


_charmap_encode: Callable[[str, str, Mapping[int, int]], Sequence[bytes]] = codecs.charmap_encode  # type: ignore[assignment]
_FROM_1252 = _table("cp1252")
_FROM_1256 = _table("cp1256")
_FROM_MAC = _table("mac-roman")
