"""What is told of bytes that are no sound text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from nashra.errors import Problem, Severity, Words
from nashra.importers.twice_encoded import Mended
from nashra.importers.utf8_repair import Broken

_MOST_TOLD = 20
_LINE_END = re.compile("\r\n|\n|\r")
_REMEDY = Words(
    "افتحه في محررك بترميزه واحفظه بترميز UTF-8، أو اذكر الترميز: ‎--encoding windows-1256.",
    "Open it in its own encoding and save it as UTF-8, or name the encoding: "
    "--encoding windows-1256.",
)


def no_text(file: str) -> Problem:
    """Say that a file is no text, such as a picture under a text's name."""
    return Problem(
        file,
        None,
        Words("ليس هذا الملف نصا.", "This file is no text."),
        Words(
            "صدّر النص من البرنامج الذي كُتب فيه، بترميز UTF-8.",
            "Export the text, as UTF-8, from the program it was written in.",
        ),
    )


def unknown(file: str, encoding: str) -> Problem:
    """Say that no encoding has the name that was given."""
    return Problem(
        file,
        None,
        Words(f"لا ترميز اسمه {encoding}.", f"There is no encoding named {encoding}."),
        Words("اكتب مثلا windows-1256.", "Write windows-1256, for example."),
    )


def not_in(file: str, data: bytes, bad: int, name: str) -> Problem:
    """Say that a file is not in an encoding, at its first bad byte."""
    line, place = _place(data, bad)
    byte = f"0x{data[bad]:02X}"
    return Problem(
        file,
        line,
        Words(
            f"الملف ليس بترميز {name}: البايت {place} من السطر {line} هو {byte}.",
            f"The file is not {name}: byte {place} of line {line} is {byte}.",
        ),
        _REMEDY,
    )


def doubtful(file: str, data: bytes, names: Sequence[str]) -> Problem:
    """Say that a file is not UTF-8 and that its encoding cannot be told for certain."""
    bad = _first_bad(data)
    line, place = _place(data, bad)
    byte = f"0x{data[bad]:02X}"
    among = f" ({'، '.join(names)}؟)" if names else ""
    between = f" ({' or '.join(names)}?)" if names else ""
    return Problem(
        file,
        line,
        Words(
            f"الملف ليس بترميز UTF-8: البايت {place} من السطر {line} هو {byte}. "
            f"ولا يُعرف ترميزه يقينا{among}.",
            f"The file is not UTF-8: byte {place} of line {line} is {byte}. "
            f"Its encoding cannot be told for certain{between}.",
        ),
        _REMEDY,
    )


def broken_places(file: str, text: str, broken: Sequence[Broken]) -> tuple[Problem, ...]:
    """Note every place at which bytes were no character; beyond some, how many more."""
    told: list[Problem] = []
    start, line, ends = 0, 1, _LINE_END.finditer(text)
    end = next(ends, None)
    for place in islice(broken, _MOST_TOLD):
        while end is not None and end.end() <= place.at:
            start, line = end.end(), line + 1
            end = next(ends, None)
        excerpt = text[start : end.start() if end else len(text)]
        told.append(_broken_place(file, line, place, place.at - start + 1, excerpt))
    if len(broken) > _MOST_TOLD:
        told.append(_more(file, len(broken) - _MOST_TOLD))
    return tuple(told)


def mixed(file: str, text: str, line: int, encoding: str) -> Problem:
    """Note that some lines of a text in UTF-8 were in another encoding, from the first of them."""
    return Problem(
        file,
        line,
        Words(
            f"من أسطر هذا الملف ما هو بترميز {encoding}، وسائره بترميز UTF-8.",
            f"Some lines of this file are in {encoding}, the others in UTF-8.",
        ),
        Words("قُرئ كل بترميزه؛ راجع الخبر.", "Each was read in its own; look the story over."),
        _LINE_END.split(text)[line - 1],
        severity=Severity.NOTICE,
    )


def hopeless(file: str, result: Mended) -> Problem:
    """Say that a text was garbled before it was saved, and cannot be turned back."""
    problem = _first_line(
        file,
        result.text,
        result.garbled,
        Words("حُفظ النص بحروف مشوهة لا تُفك", "The text was saved with garbled letters"),
        Words("اطلب النص الأصلي من مصدره.", "Ask for the text as it was first written."),
    )
    return replace(problem, severity=Severity.ERROR)


def garbled(file: str, result: Mended) -> tuple[Problem, ...]:
    """Note what was garbled before it was saved: what was turned back, and what could not be."""
    told = []
    if result.mended:
        told.append(
            _first_line(
                file,
                result.text,
                result.mended,
                Words("فُكّ نص حُفظ بحروف مشوهة", "Garbled letters were turned back"),
                Words("راجع الخبر قبل نشره.", "Look the story over before it is published."),
            )
        )
    if result.garbled:
        told.append(
            _first_line(
                file,
                result.text,
                result.garbled,
                Words("حروف مشوهة ضاع أصلها قبل الاستيراد", "Letters were lost before the import"),
                Words("اطلب النص الأصلي من مصدره.", "Ask for the text as it was first written."),
            )
        )
    return tuple(told)


def _first_line(file: str, text: str, starts: Sequence[int], what: Words, remedy: Words) -> Problem:
    before = _LINE_END.split(text[: starts[0]])
    excerpt = _LINE_END.split(text[starts[0] :], maxsplit=1)[0]
    return Problem(
        file,
        len(before),
        Words(f"{what.ar} (الأسطر: {len(starts)}).", f"{what.en} (lines: {len(starts)})."),
        remedy,
        excerpt,
        severity=Severity.NOTICE,
    )


def _broken_place(file: str, line: int, place: Broken, column: int, excerpt: str) -> Problem:
    shown = place.bytes.hex(" ").upper()
    return Problem(
        file,
        line,
        Words(f"بايتات معطوبة هنا: {shown}.", f"Broken bytes here: {shown}."),
        Words(
            "وُضعت علامة \ufffd في مكانها؛ اكتب الحرف الناقص بيدك.",
            "\ufffd stands in their place; write the missing letter by hand.",
        ),
        excerpt,
        severity=Severity.NOTICE,
        column=column,
    )


def _more(file: str, count: int) -> Problem:
    return Problem(
        file,
        None,
        Words(f"ومواضع معطوبة أخرى: {count}.", f"Other broken places: {count}."),
        Words("ابحث عن \ufffd في الخبر.", "Search the story for \ufffd."),
        severity=Severity.NOTICE,
    )


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Give the line and the byte in it, both from 1."""
    before = re.split(b"\r\n|\n|\r", data[:at])
    return len(before), len(before[-1]) + 1
