"""The prose of a Markdown text: what is code, an address, a tag or a sign of Markdown's put out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from nashra.language.copy_desk import GAP

_PLAIN = re.compile(r"[^`~<>\[\]#&@{}*+:/\\|=_\t\-]*\Z")
_INDENTED_LINE = re.compile(r"^(?:    |\t|\d+[.)])", re.MULTILINE)
_CODE = "\u0000"
"""Stands for each character of code, until all is put out."""

_FENCE = re.compile(r"[ \t>]{0,40}(`{3,}+|~{3,}+)")
_MARKER = re.compile(r"[ \t]*+(?:[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|>|#{1,6}(?=[ \t])|:(?=[ \t]))")
_ITEM = re.compile(r"[ \t]*+(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\n]{1,200}\]:)(?=[ \t])")
_DEEPEST = 8
"""How many signs of lists and quotations are looked for at the beginning of a line."""
_INDENT = re.compile(r"[ \t]*+")
_DEFINITION = re.compile(r"[ \t]{0,3}(?:\[[^\]\n]{1,200}\]:(?=[ \t])|\*\[[^\]\n]{1,200}\]:)")
_BLOCK_LINE = re.compile(r"[ \t]*+/{3,}(?:[ \t]|\Z)")
_CODE_AT = 4
"""In columns: how far a paragraph stands in to be code."""
_RULE = re.compile(r"[ \t|:=*_-]*\Z")

_TICKS = re.compile("`++")
_RAW = re.compile(r"<(script|style|pre|code|kbd|samp|textarea)\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:[A-Za-z/!?]|https?:)[^<>]*+>")
_TOKENS = re.compile(
    r"(?<![\w./-])[\w./-]++(?<=\.md)(?!\w)"
    r"|(?:https?|ftp)://[^\s<>«»،؛()\"]*+(?:\([^\s<>()]*+\)[^\s<>«»،؛()\"]*+)?"
    r"|(?<![\w.])www\.[^\s<>«»،؛()\"]++"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
    r"|(?<![\w.@-])[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
    r"|(?<![\w&])[#@]\w++"
    r"|&\#?\w{1,31};"
    r"|\{[:.\#][^{}\n]*+\}"
    r"|\[\^[^\]\[\n]*+\]"
    r"|!(?=\[)|\\[\\`*_{}\[\]()#+.!|:-]"
)
_MAY_HOLD = re.compile(r"[`\[#&@{\\/.<!]")
_LINK_END = re.compile(r"\](?:\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+){0,3}+\)|\[[^\[\]\n]*+\])")
"""A link's address, which may hold brackets in pairs, or the name of one."""


def blanked(text: str) -> str:
    """Give a Markdown text, as long as it was, with `GAP` for each character that is no prose.

    What might be code is taken for code: whoever corrects prose must never touch any.
    """
    if _PLAIN.match(text) and not _INDENTED_LINE.search(text):
        return text
    lines = _without_blocks(text)
    spans = sorted(_spans(lines)) if _MAY_HOLD.search(lines) else []
    return _put_out(lines, spans).replace(_CODE, GAP)


def _put_out(text: str, spans: list[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in spans:
        if stop > end:
            begin = max(start, end)
            parts += [text[end:begin], *(_gaps(text[begin:stop]))]
            end = stop
    return "".join([*parts, text[end:]])


def _gaps(piece: str) -> Iterator[str]:
    yield "\n".join(GAP * len(line) for line in piece.split("\n"))


def plain_blanked(text: str) -> str:
    """Give newsroom copy, as long as it was, with `GAP` for addresses and tags."""
    return _put_out(text, sorted(_spans(text))) if _MAY_HOLD.search(text) else text


def _without_blocks(text: str) -> str:
    """Put out blocks of code, and what begins a line without being its text."""
    lines: list[str] = []
    fence, indented = "", _Indented()
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if fence or opened:
            lines.append(_CODE * len(line))
            closes = opened and opened[1].startswith(fence) and not line[opened.end() :].strip()
            if not fence and opened:
                fence = opened[1]
            elif closes:
                fence = ""
            indented.after_blank = False
        else:
            lines.append(_CODE * len(line) if indented.is_code(line) else _line(line))
    return "\n".join(lines)


class _Indented:
    """Knows by how far a line stands in whether it is code, line after line."""

    def __init__(self) -> None:
        self.after_blank = True
        self._in_list = False
        self._in_code = False

    def is_code(self, line: str) -> bool:
        """Take in the next line."""
        if not line.strip():
            self.after_blank = True
            return False
        indent = _INDENT.match(line)
        width = len(indent[0].expandtabs(_CODE_AT)) if indent else 0
        item = bool(_ITEM.match(line))
        goes_on = self._in_list and (width > 0 or not self.after_blank)
        self._in_list = goes_on or (item and width < _CODE_AT)
        deep = 2 * _CODE_AT if self._in_list else _CODE_AT
        code = width >= deep and (self.after_blank or self._in_code)
        self._in_code = code and not (self._in_list and item)
        self.after_blank = False
        return self._in_code


def _line(line: str) -> str:
    """Put out the signs that a line begins with, or all of a line that is nothing else."""
    if _BLOCK_LINE.match(line) or _RULE.match(line):
        return GAP * len(line)
    indent, definition = _INDENT.match(line), _DEFINITION.match(line)
    at = indent.end() if indent else 0
    if definition:
        at = definition.end() if _is_text(line, definition.end()) else len(line)
    for _ in range(_DEEPEST):
        marker = _MARKER.match(line, at)
        if marker is None:
            break
        at = marker.end()
    rest = _INDENT.match(line, at)
    if rest and at and len(rest[0].expandtabs(_CODE_AT)) > _CODE_AT:
        return GAP * len(line)
    at = rest.end() if rest else at
    return GAP * at + line[at:]


def _is_text(line: str, at: int) -> bool:
    """Tell whether a definition is a note's or an abbreviation's, and not an address."""
    return line.lstrip().startswith(("[^", "*[")) and at <= len(line)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the places inside lines that are no prose."""
    yield from _code_spans(text)
    if "<" in text:
        yield from _markup(text)
    yield from (found.span() for found in _TOKENS.finditer(text))
    yield from ((found.start() + 1, found.end()) for found in _LINK_END.finditer(text))


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give what stands between runs of as many backticks in one paragraph."""
    if "`" not in text:
        return
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    paragraphs = [found.start() for found in re.finditer(r"\n[ \t]*+\n", text)]
    end = 0
    for run in _TICKS.finditer(text):
        if run.start() < end:
            continue
        alike = runs[len(run[0])]
        following = bisect_right(alike, run.start())
        stop = alike[following] if following < len(alike) else -1
        same = bisect_right(paragraphs, run.start()) == bisect_right(paragraphs, stop)
        if stop >= 0 and same:
            end = stop + len(run[0])
            yield run.start(), end


def _markup(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start)
        end = close + 3 if close >= 0 else len(text)
        yield start, end
    lower = text.lower() if text.isascii() or len(text.lower()) == len(text) else text
    end = 0
    while found := _RAW.search(text, end):
        closing = f"</{found[1].lower()}"
        close = lower.find(closing, found.end())
        end = close + len(closing) if close >= 0 else len(text)
        yield found.start(), end
    yield from (found.span() for found in _TAG.finditer(text))
