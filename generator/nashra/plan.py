"""What is to be built and removed, with reasons. Reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nashra.model import Output, Reason


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of one build, as data."""

    build: tuple[tuple[Output, Reason], ...]
    remove: tuple[str, ...]
    """Targets that nothing owns any more."""


def plan(
    wanted: Iterable[Output],
    recorded: Iterable[Output],
    *,
    known: Mapping[str, Output],
    suspects: Mapping[str, Reason],
) -> Plan:
    """Compare what ought to exist with what does.

    `wanted` and `recorded` are the outputs of the owners that were looked at; `known` is every
    output there was before, by target. `suspects` has the targets whose bytes may not be what they
    ought to be, and why.
    """
    there = {output.target: output for output in wanted}
    remove = {output.target for output in recorded} - there.keys()
    work = {
        target: (output, Reason.NEW)
        for target, output in there.items()
        if known.get(target) != output
    }
    for target, reason in suspects.items():
        output = there.get(target) or known.get(target)
        if output and target not in remove:
            work.setdefault(target, (output, reason))
    return Plan(tuple(work[target] for target in sorted(work)), tuple(sorted(remove)))
