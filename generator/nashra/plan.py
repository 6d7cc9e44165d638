"""What is to be built and removed, with reasons. Reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from nashra.model import Output, Reason

_TARGET = attrgetter("target")


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that was, whose owner now has another."""

    before: Output
    after: Output


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of one build, as data."""

    build: tuple[tuple[Output, Reason], ...]
    remove: tuple[str, ...]
    """Targets that nothing owns any more."""
    moved: tuple[Moved, ...] = ()
    """Pages that leave nothing at their address, though their owner has a page elsewhere."""


def plan(
    wanted: Iterable[Output],
    recorded: Collection[Output],
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
    return Plan(
        tuple(work[target] for target in sorted(work)),
        tuple(sorted(remove)),
        tuple(_moved(recorded, remove, there)),
    )


def _moved(
    recorded: Iterable[Output], remove: Collection[str], there: Mapping[str, Output]
) -> Iterator[Moved]:
    gone = sorted({output for output in recorded if output.target in remove}, key=_TARGET)
    if not gone:
        return
    named = {(output.kind, output.owner) for output in gone}
    now = {
        (output.kind, output.owner, output.part): output
        for output in sorted(there.values(), key=_TARGET, reverse=True)
        if (output.kind, output.owner) in named
    }
    for before in gone:
        if after := now.get((before.kind, before.owner, before.part)):
            yield Moved(before, after)
