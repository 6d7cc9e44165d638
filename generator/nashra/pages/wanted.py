"""Which outputs ought to exist, for the owners that a change touched or for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import touched_values
from nashra.config import Config
from nashra.model import Output
from nashra.pages import KINDS
from nashra.pages.kind import PageKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What ought to exist, beside what is recorded of the same owners."""

    outputs: list[Output]
    recorded: list[Output]


def everything(catalogue: Catalogue, config: Config) -> Wanted:
    """Look at every owner of every kind."""
    outputs: list[Output] = []
    recorded: list[Output] = []
    for kind in KINDS.values():
        owners = {value for term in kind.OWNERS for value in catalogue.values(term)}
        outputs += _outputs(kind, owners.union(kind.standing(config)), catalogue, config)
        recorded += catalogue.outputs.recorded(kind.NAME)
    return Wanted(outputs, recorded)


def touched(catalogue: Catalogue, config: Config) -> Wanted:
    """Look at the owners whose listings the last sync touched."""
    outputs: list[Output] = []
    recorded: list[Output] = []
    for kind in KINDS.values():
        owners = {
            value for term in kind.OWNERS for value in touched_values(catalogue.connection, term)
        }
        outputs += _outputs(kind, owners, catalogue, config)
        for owner in owners:
            recorded += catalogue.outputs.recorded(kind.NAME, owner)
    return Wanted(outputs, recorded)


def _outputs(
    kind: PageKind, owners: Iterable[str], catalogue: Catalogue, config: Config
) -> Iterator[Output]:
    reader = catalogue.reader()
    for owner in sorted(owners):
        yield from kind.outputs(owner, reader, config)
