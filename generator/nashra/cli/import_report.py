"""What an import tells people and machines."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

import click

from nashra.cli.import_losses import loss
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.errors import Problem, Severity, Words
from nashra.importers.result import Outcome, Result

_DONE = {
    Outcome.IMPORTED: Words("استوردت", "imported"),
    Outcome.UPDATED: Words("حدّثت", "updated"),
    Outcome.KNOWN: Words("مستورد من قبل", "already imported"),
    Outcome.DELETED: Words("تركته محذوفا", "left deleted"),
    Outcome.LEFT_OUT: Words("تركت", "left out"),
    Outcome.REFUSED: Words("لم أستورد", "refused"),
}
_WOULD_BE = _DONE | {
    Outcome.IMPORTED: Words("سأستورد", "would import"),
    Outcome.UPDATED: Words("سأحدّث", "would update"),
}


_SHOWN = 50
"""Stories of which each is told; of more, faults alone."""
_SO_FAR = 1000
"""After so many stories more their number is told, since one file may hold a hundred thousand."""
_ENOUGH = Words(
    "من هنا لا يُذكر إلا ما فيه شيء؛ الخيار -v يذكر كل خبر.",
    "From here on only what went amiss is told; -v tells every story.",
)


class Report:
    """Takes in each result as it comes; says at once what cannot wait, and the rest at the end."""

    def __init__(
        self,
        said: Speech,
        *,
        dry_run: bool = False,
        few: bool = True,
        every: bool = False,
        to_machine: bool = False,
    ) -> None:
        self._said = said
        self._words = _WOULD_BE if dry_run else _DONE
        self._few = few
        self._every = every
        self._to_machine = to_machine
        self._count: Counter[Outcome] = Counter()
        self._lost: Counter[str] = Counter()
        self._entries: list[dict[str, object]] = []
        self.files: set[str] = set()
        self.failed = False

    @property
    def stories(self) -> int:
        """How many stories there were."""
        return self._count.total()

    def take(self, result: Result) -> None:
        """Take in what became of a story."""
        self.files.add(result.file.partition("#")[0])
        self._count[result.outcome] += 1
        self._lost.update(what.partition(": ")[0] for what in result.lost)
        self.failed |= any(fault.severity is Severity.ERROR for fault in result.problems)
        if self._to_machine:
            self._entries.append(_entry(result))
        if self._every or (self._few and self.stories <= _SHOWN):
            self._show(result)
        elif self._few:
            self._show_count()
        show_problems(result.problems, self._said)

    def close(self) -> None:
        """Say how many there were of each, and what could not be carried."""
        told = [(self._words[outcome], self._count[outcome]) for outcome in Outcome]
        total = Words(
            "، ".join(f"{word.ar}: {number}" for word, number in told if number),
            ", ".join(f"{word.en}: {number}" for word, number in told if number),
        )
        self._say(self._said.say(total))
        for what, number in self._lost.most_common():
            said = loss(what)
            words = Words(f"لم يُنقل: {said.ar} × {number}", f"not carried: {said.en} × {number}")
            self._say(self._said.say(words))

    def json(self) -> str:
        """Give every result for machines, and the counts."""
        counts = {outcome.value: number for outcome, number in self._count.items()}
        whole = {"counts": counts, "lost": dict(self._lost), "results": self._entries}
        return json.dumps(whole, ensure_ascii=False, indent=2)

    def _show(self, result: Result) -> None:
        to = f" → {result.article}" if result.article else ""
        self._say(f"{self._said.say(self._words[result.outcome])} {result.file}{to}")
        suggestion = result.suggestion
        if section := suggestion.section:
            self._suggest(Words(f"قسمه بحسب كلماته: {section}", f"section by its words: {section}"))
        if tags := "، ".join(suggestion.tags):
            self._suggest(Words(f"وسوم مقترحة: {tags}", f"suggested tags: {tags}"))

    def _suggest(self, words: Words) -> None:
        self._say(f"  {self._said.say(words)}")

    def _show_count(self) -> None:
        """Say how far an import has come for which no bar is drawn."""
        if self.stories == _SHOWN + 1:
            self._say(self._said.say(_ENOUGH))
        if self.stories % _SO_FAR == 0:
            number = self.stories
            words = Words(f"{number} من الأخبار حتى الآن", f"{number} stories so far")
            self._say(self._said.say(words))

    def _say(self, line: str) -> None:
        click.echo(line, err=self._to_machine)


def show_result(result: Result, said: Speech) -> None:
    """Print what became of one story."""
    Report(said).take(result)


def _entry(result: Result) -> dict[str, object]:
    return {
        "file": result.file,
        "outcome": result.outcome.value,
        "article": result.article,
        "problems": [_problem(problem) for problem in result.problems],
        "lost": list(result.lost),
        "suggested": {
            "section": result.suggestion.section,
            "tags": list(result.suggestion.tags),
        },
    }


def _problem(problem: Problem) -> dict[str, object]:
    return asdict(problem) | {"severity": problem.severity.value}
