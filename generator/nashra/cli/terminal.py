"""How problems and reports look in a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from nashra.errors import Problem, Severity
from nashra.report import BuildReport

_SHOWN = 5
_LONG = 1.0
"""Seconds: a build that took longer says in what."""
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


def show_summary(report: BuildReport, *, language: str) -> None:
    """Print one line that says what a build did, and one of its stages where it took long."""
    console = Console(highlight=False, soft_wrap=True)
    written = len(report.added) + len(report.changed)
    figures = (report.stories, written, len(report.removed), report.unchanged, report.seconds)
    if language.startswith("en"):
        console.print(
            "{} stories: {} files written, {} removed, {} as they were, in {:.2f} s.".format(
                *figures
            )
        )
    else:
        console.print(
            "الأخبار: {} · ملفات كُتبت: {} · حُذفت: {} · بقيت كما هي: {} · الزمن: {:.2f} ث".format(
                *figures
            )
        )
    if report.seconds >= _LONG:
        _show_stages(report, console, english=language.startswith("en"))


def _show_stages(report: BuildReport, console: Console, *, english: bool) -> None:
    names = {"read": "قراءة", "plan": "تخطيط", "write": "كتابة"}
    parts = (f"{name if english else names[name]} {seconds:.2f}" for name, seconds in report.stages)
    console.print("  " + " · ".join(parts))


def show_strays(report: BuildReport, *, language: str) -> None:
    """Print which files of the output folder no build made, if there are any."""
    if not report.strays:
        return
    names = ", ".join(report.strays[:_SHOWN])
    names += f" (+{len(report.strays) - _SHOWN})" if len(report.strays) > _SHOWN else ""
    english = f"Not made by the build, and left alone: {names}"
    arabic = f"ملفات لم يصنعها البناء، تُركت كما هي: {names}"
    console = Console(highlight=False, soft_wrap=True)
    console.print(english if language.startswith("en") else arabic)


def report_json(report: BuildReport) -> str:
    """Give a build's report for machines."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)
