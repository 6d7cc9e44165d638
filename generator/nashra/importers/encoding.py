"""Bytes to text in the encoding a newsroom saved them in, or a refusal: never letters nobody wrote.

UTF-8 is what most copy is and costs nothing. Everything else is found by what it would say: each
encoding that can be is read, and the pairs of letters that come out are judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nashra.errors import ContentError, Problem
from nashra.importers import decoding_refusals as refusals
from nashra.importers.byte_pairs import Doubt, best_of
from nashra.importers.encoding_names import UTF_8, UTF_16_BE, UTF_16_LE, Encoding, named
from nashra.importers.mixed_lines import mixture
from nashra.importers.sixteen_bits import sixteen_bits
from nashra.importers.twice_encoded import may_be_garbled, mended
from nashra.importers.utf8_repair import REPLACEMENT, Broken, repaired

_MARK = b"\xef\xbb\xbf"
_MARKS_OF_16_BITS = ((b"\xff\xfe", UTF_16_LE), (b"\xfe\xff", UTF_16_BE))
"""The byte order marks (Unicode 15, section 23.8)."""
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a"})
_MOST_CONTROLS = 8
"""One byte in so many may be a control; where more are, it is UTF-16 or no text at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how it was come by."""

    text: str
    encoding: str
    """As people call it, such as `Windows-1256`."""
    problems: tuple[Problem, ...] = ()
    """Notices: what in the bytes was broken and is shown as U+FFFD, and what was mended."""


def text_of(data: bytes, *, file: str, declared: str = "", told: str = "") -> Decoded:
    """Give the text of a file's bytes, without a byte order mark.

    `declared` is the encoding that the file itself names; it may lie, and then what can be read
    rules. `told` is the one that a person named, which rules.

    Raises:
        ContentError: no encoding gives a text that people write, or two give different ones.

    """
    if told:
        return _as_told(data, told, file)
    for mark, encoding in _MARKS_OF_16_BITS:
        if data.startswith(mark):
            return _in_sixteen_bits(data.removeprefix(mark), file, encoding)
    data = data.removeprefix(_MARK)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * _MOST_CONTROLS > len(data):
        return _in_sixteen_bits(data, file)
    if controls and 0 in data:
        raise ContentError([refusals.no_text(file)])
    try:
        return _unicode(data.decode("utf-8"), UTF_8, file)
    except UnicodeDecodeError:
        return _in_bytes(data, file, declared)


def _as_told(data: bytes, told: str, file: str) -> Decoded:
    encoding = named(told)
    if encoding is None:
        raise ContentError([refusals.unknown(file, told)])
    if encoding == UTF_8:
        return _with_broken(*repaired(data.removeprefix(_MARK)), UTF_8, file)
    try:
        text = data.decode(encoding.codec)
    except UnicodeError as error:
        bad = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise ContentError([refusals.not_in(file, data, bad, encoding.name)]) from error
    return Decoded(text.removeprefix("\ufeff"), encoding.name)


def _in_sixteen_bits(data: bytes, file: str, marked: Encoding | None = None) -> Decoded:
    """Give the text of UTF-16; half a character at the end is told and shown."""
    whole = len(data) // 2 * 2
    found = sixteen_bits(data[:whole], marked)
    if found is None:
        raise ContentError([refusals.no_text(file)])
    text, encoding = found
    if whole == len(data):
        return _unicode(text, encoding, file)
    return _with_broken(text + REPLACEMENT, [Broken(len(text), data[whole:])], encoding, file)


def _in_bytes(data: bytes, file: str, declared: str) -> Decoded:
    """Give a text that is not sound UTF-8, or not in all its lines."""
    try:
        mixed = mixture(data)
        if mixed is None:
            encoding = best_of(data, named(declared))
            return Decoded(data.decode(encoding.codec), encoding.name)
    except Doubt as doubt:
        raise ContentError([refusals.doubtful(file, data, doubt.names)]) from doubt
    decoded = _with_broken(mixed.text, mixed.broken, UTF_8, file)
    if not mixed.foreign:
        return decoded
    notice = refusals.mixed(file, mixed.text, mixed.foreign[0], mixed.encoding)
    return replace(decoded, problems=(notice, *decoded.problems))


def _with_broken(text: str, broken: Sequence[Broken], encoding: Encoding, file: str) -> Decoded:
    return Decoded(text, encoding.name, refusals.broken_places(file, text, broken))


def _unicode(text: str, encoding: Encoding, file: str) -> Decoded:
    """Give a text that may have been garbled before it was saved.

    Raises:
        ContentError: most of it was, and cannot be turned back.

    """
    if not may_be_garbled(text):
        return Decoded(text, encoding.name)
    result = mended(text)
    if result.is_hopeless:
        raise ContentError([refusals.hopeless(file, result)])
    return Decoded(result.text, encoding.name, refusals.garbled(file, result))
