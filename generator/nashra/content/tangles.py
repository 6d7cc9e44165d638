"""Text whose marks would keep the converter busy for minutes, told before it begins.

The converter looks for the end of each bracket up to the end of its paragraph, and copies what is
left of a block for each definition in it: so it is slow where thousands of them stand together.
No newsroom writes so; a broken export may. What is counted here is counted once, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nashra.errors import ContentError, Problem, Words

_MOST_STEPS = 2_000_000
"""How many characters the converter may look at for the ends of brackets: less than a second."""
_MOST_COPIED = 4_000_000_000
"""How many characters it may copy: it copies a whole paragraph for each mark in it."""
_MOST_LINES = 30_000
"""How many lines of one text may begin with a mark."""
_MOST_DEFINITIONS = 150
"""How many definitions may follow one another without a blank line."""
_DEEPEST = 30
"""How many quotations and lists may lie in one another on one line."""
_SHOWN = 200
"""How many characters of a line are shown: it may be a very long one."""
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_BRACKET = re.compile(r"[\[\]()]")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])|>")
_INLINE = re.compile(r"[\\*_`\[<&]|  \n")
_MARKED_LINE = re.compile(r"^[ ]{0,3}(?:[-+*>|#~`]|\d{1,3}[.)-])", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}(?:\*\[|:[ ]|=+[ ]*$|-+[ ]*$|/{3})", re.MULTILINE)
_ITEM = r"(?:[-+*]|\d{1,3}[.)-])[ ]"
_DEEP = re.compile(
    rf"^(?:[ ]{{{_DEEPEST * 4}}}[ ]*{_ITEM}|[ ]{{0,3}}(?:>[ ]*|{_ITEM}[ ]*){{{_DEEPEST + 1}}})",
    re.MULTILINE,
)
_RULE = re.compile(r"[ ]*(?:[-][ -]*|[*][ *]*)")


@dataclass(frozen=True, slots=True)
class _Tangle:
    at: int
    what: Words
    remedy: Words


def refuse_tangles(text: str, *, file: str) -> None:
    """Refuse a file's text that the converter could not manage.

    Raises:
        ContentError: it names the line where the trouble begins.

    """
    tangle = next(_tangles(text), None)
    if tangle is None:
        return
    line = text.count("\n", 0, tangle.at)
    excerpt = text.split("\n")[line][:_SHOWN]
    raise ContentError([Problem(file, line + 1, tangle.what, tangle.remedy, excerpt)])


def too_deep(file: str) -> Problem:
    """Say that what lies in one another in a file lies too deep."""
    return Problem(file, None, _DEEP_WORDS, _DEEP_REMEDY)


_DEEP_WORDS = Words(
    "اقتباسات أو قوائم متداخلة أكثر مما يُقرأ.", "Quotations or lists lie too deep in one another."
)
_DEEP_REMEDY = Words(
    "خفف التداخل، أو اسبق العلامة بشرطة مائلة \\ لتبقى نصا.",
    "Nest them less, or put a backslash before the mark to keep it text.",
)
_BRACKET_WORDS = Words(
    "أقواس كثيرة لا تُغلق، فلا يُعرف أين تنتهي الروابط.",
    "Too many brackets are not closed: where the links end cannot be told.",
)
_BRACKET_REMEDY = Words(
    "أغلق الأقواس، أو قسّم الفقرة بأسطر فارغة.",
    "Close the brackets, or part the paragraph by blank lines.",
)
_MARKS_WORDS = Words("علامات أكثر مما يُقرأ دفعة واحدة.", "More marks than can be read at one time.")
_MARKS_REMEDY = Words(
    "قسّم النص بأسطر فارغة، أو على أكثر من ملف.",
    "Part the text by blank lines, or into several files.",
)
_DEFINITION_WORDS = Words(
    "أسطر تعريف كثيرة متلاصقة.", "Too many lines of definitions follow one another."
)
_DEFINITION_REMEDY = Words("افصل بينها بأسطر فارغة.", "Part them by blank lines.")


def _tangles(text: str) -> Iterator[_Tangle]:
    for deep in _DEEP.finditer(text):
        end = text.find("\n", deep.start())
        if not _RULE.fullmatch(text, deep.start(), end if end >= 0 else len(text)):
            yield _Tangle(deep.start(), _DEEP_WORDS, _DEEP_REMEDY)
            return
    if text.count("<") * len(text) > _MOST_STEPS and _tag_steps(text) > _MOST_STEPS:
        yield _Tangle(text.index("<"), _BRACKET_WORDS, _BRACKET_REMEDY)
    if text.count("\n") > _MOST_LINES and len(_MARKED_LINE.findall(text)) > _MOST_LINES:
        yield _Tangle(text.index("\n"), _MARKS_WORDS, _MARKS_REMEDY)
    many_brackets = text.count("[") * len(text) > _MOST_STEPS
    many_marks = len(text) ** 2 > _MOST_COPIED
    if many_brackets or many_marks or text.count("\n") > _MOST_DEFINITIONS:
        yield from _tangled_blocks(text, many_brackets=many_brackets, many_marks=many_marks)


def _tangled_blocks(text: str, *, many_brackets: bool, many_marks: bool) -> Iterator[_Tangle]:
    for start, block in _blocks(text):
        if many_marks and len(_INLINE.findall(block)) * len(block) > _MOST_COPIED:
            yield _Tangle(start, _MARKS_WORDS, _MARKS_REMEDY)
        if many_brackets and _bracket_steps(block) > _MOST_STEPS:
            yield _Tangle(start + block.index("["), _BRACKET_WORDS, _BRACKET_REMEDY)
        if block.count("\n") > _MOST_DEFINITIONS:
            found = [match.start() for match in _DEFINITION.finditer(block)]
            if len(found) > _MOST_DEFINITIONS:
                yield _Tangle(start + found[0], _DEFINITION_WORDS, _DEFINITION_REMEDY)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        yield start, text[start : blank.start()]
        start = blank.end()
    yield start, text[start:]


def _bracket_steps(block: str) -> int:
    """Give how far all brackets of a block are from their ends; one without end reaches to its."""
    steps = 0
    opened: dict[str, list[int]] = {"]": [], ")": []}
    for bracket in _BRACKET.finditer(block):
        mark, at = bracket[0], bracket.start()
        if mark == "[" or (mark == "(" and block[at - 1 : at] == "]"):
            opened["]" if mark == "[" else ")"].append(at)
        elif opened.get(mark):
            steps += at - opened[mark].pop()
    return steps + sum(len(block) - at for places in opened.values() for at in places)


def _tag_steps(text: str) -> int:
    """Give how far all tags of a text are from their ends."""
    steps = 0
    opened: list[int] = []
    for mark in _TAG.finditer(text):
        if mark[0] == "<":
            opened.append(mark.start())
        else:
            steps += sum(mark.start() - at for at in opened)
            opened.clear()
    return steps + sum(len(text) - at for at in opened)
