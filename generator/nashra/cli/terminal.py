"""How problems and reports look in a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from nashra.cli.speech import Speech
from nashra.errors import Problem, Severity, Words
from nashra.report import BuildReport

_SHOWN = 5
_LONG = 1.0
"""Seconds: a build that took longer says in what."""
_HEADINGS = {
    Severity.ERROR: (Words("خطأ", "error"), "red"),
    Severity.NOTICE: (Words("تنبيه", "notice"), "yellow"),
}
_FIXED = (Words("صُحّح", "fixed"), "green")


def show_problems(problems: Sequence[Problem], said: Speech) -> None:
    """Print each problem to standard error: its place, its line, what is wrong, what to do."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for problem in problems:
        console.print(_shown(problem, said))


def show_fixed(problems: Sequence[Problem], said: Speech) -> None:
    """Print each problem that was put right, as it was before."""
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        console.print(_shown(problem, said, _FIXED))


def _shown(problem: Problem, said: Speech, heading: tuple[Words, str] | None = None) -> Text:
    words, colour = heading or _HEADINGS[problem.severity]
    text = Text()
    text.append(f"{' '.join(said.sentences(words))} ", style=f"bold {colour}")
    text.append(f"{problem.place}\n", style="bold")
    if problem.excerpt:
        text.append(f"  {problem.line} │ {problem.excerpt.strip()}\n", style="dim")
    whole = Words(
        f"{problem.what.ar} {problem.remedy.ar}", f"{problem.what.en} {problem.remedy.en}"
    )
    for sentence in said.sentences(whole):
        text.append(f"  {sentence}\n")
    return text


def show_summary(report: BuildReport, said: Speech) -> None:
    """Print one line that says what a build did, and one of its stages where it took long."""
    console = Console(highlight=False, soft_wrap=True)
    written = len(report.added) + len(report.changed)
    figures = (report.stories, written, len(report.removed), report.unchanged, report.seconds)
    words = Words(
        "الأخبار: {} · ملفات كُتبت: {} · حُذفت: {} · بقيت كما هي: {} · الزمن: {:.2f} ث",
        "{} stories: {} files written, {} removed, {} as they were, in {:.2f} s.",
    )
    console.print(_leading(words, said).format(*figures))
    if report.seconds >= _LONG:
        _show_stages(report, console, said)


def _leading(words: Words, said: Speech) -> str:
    """Give what is said where one line must do: Arabic, but to those who read English alone."""
    return said.sentences(words)[0]


def _show_stages(report: BuildReport, console: Console, said: Speech) -> None:
    names = {"read": "قراءة", "plan": "تخطيط", "write": "كتابة"}
    parts = (
        f"{_leading(Words(names[name], name), said)} {seconds:.2f}"
        for name, seconds in report.stages
    )
    console.print("  " + " · ".join(parts))


def show_strays(report: BuildReport, said: Speech) -> None:
    """Print which files of the output folder no build made, if there are any."""
    if not report.strays:
        return
    names = ", ".join(report.strays[:_SHOWN])
    names += f" (+{len(report.strays) - _SHOWN})" if len(report.strays) > _SHOWN else ""
    words = Words(
        f"ملفات لم يصنعها البناء، تُركت كما هي: {names}",
        f"Not made by the build, and left alone: {names}",
    )
    Console(highlight=False, soft_wrap=True).print(_leading(words, said))


def report_json(report: BuildReport) -> str:
    """Give a build's report for machines."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)
