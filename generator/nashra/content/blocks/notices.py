"""What a writer is told of the marks of blocks that begin or end nothing."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.content.blocks.pairs import Fault, Misplaced
from nashra.errors import Problem, Severity, Words

_WORDS = {
    Fault.UNKNOWN: (
        Words("لا كتلة بهذا الاسم؛ بقي السطر نصا.", "No block has this name; the line stays text."),
        Words(
            "الأسماء: ذات صلة، اقتباس، نقاط، حقائق، تضمين، صورة، صور.",
            "The names are: related, quote, points, facts, embed, photo, gallery.",
        ),
    ),
    Fault.NOT_CLOSED: (
        Words(
            "كتلة بدأت ولم تنته؛ بقي السطر نصا.", "A block begins and never ends; it stays text."
        ),
        Words(
            "أضف سطرا فيه /// وحدها حيث تنتهي الكتلة.", "Add a line with /// alone where it ends."
        ),
    ),
    Fault.NOT_OPENED: (
        Words(
            "نهاية كتلة لم تبدأ؛ بقي السطر نصا.",
            "The end of a block that never began; it stays text.",
        ),
        Words("احذف السطر، أو اكتب قبله أول الكتلة.", "Remove the line, or begin the block first."),
    ),
}


def told(misplaced: Sequence[Misplaced], text: str, *, file: str) -> tuple[Problem, ...]:
    """Give a notice for each mark of a body, with its line in the file's whole text."""
    if not misplaced:
        return ()
    places: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if "///" in line:
            places.setdefault(line.expandtabs(4).rstrip("\n"), []).append(number)
    return tuple(
        sorted(
            (_notice(mark, places.get(mark.line, []), file) for mark in misplaced),
            key=lambda problem: problem.line or 0,
        )
    )


def _notice(mark: Misplaced, lines: list[int], file: str) -> Problem:
    what, remedy = _WORDS[mark.fault]
    line = lines[min(mark.earlier, len(lines) - 1)] if lines else None
    return Problem(file, line, what, remedy, mark.line, Severity.NOTICE)
