"""How problems look in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from nashra.errors import Problem, Severity

_HEADINGS = {
    Severity.ERROR: ("خطأ", "error", "red"),
    Severity.NOTICE: ("تنبيه", "notice", "yellow"),
}


def show_problems(problems: Sequence[Problem], *, language: str) -> None:
    """Print each problem to standard error: its place, its line, what is wrong, what to do.

    English stands first, or alone, where the site's language is English; elsewhere Arabic leads.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for problem in problems:
        console.print(_shown(problem, language))


def _shown(problem: Problem, language: str) -> Text:
    arabic, english, colour = _HEADINGS[problem.severity]
    place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    english_only = language.startswith("en")
    text = Text()
    text.append(f"{english if english_only else f'{arabic} {english}'} ", style=f"bold {colour}")
    text.append(f"{place}\n", style="bold")
    if problem.excerpt:
        text.append(f"  {problem.line} │ {problem.excerpt.strip()}\n", style="dim")
    if not english_only:
        text.append(f"  {problem.what.ar} {problem.remedy.ar}\n")
    text.append(f"  {problem.what.en} {problem.remedy.en}\n")
    return text
