"""Which outputs ought to exist, for the owners that a change touched or for all.

Kinds of pages know nothing of editions in other languages: each is asked once for every edition,
with the edition's own configuration and reader, and its outputs are put below the edition's folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nashra.catalogue import terms
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
    """Look at every owner of every kind, in every edition."""
    values = {term: catalogue.values(term) for kind in KINDS.values() for term in kind.OWNERS}
    found = Wanted([], catalogue.outputs.recorded_in_pages())
    for own in config.every:
        for kind in KINDS.values():
            owners = set(_owners(kind, values, own, config)).union(kind.standing(own))
            found.outputs.extend(_outputs(kind, owners, catalogue, own))
    return found


def touched(catalogue: Catalogue, config: Config) -> Wanted:
    """Look at the owners whose listings the last sync touched."""
    terms_of_owners = {term for kind in KINDS.values() for term in kind.OWNERS}
    values = {term: touched_values(catalogue.connection, term) for term in terms_of_owners}
    found = Wanted([], [])
    for own in config.every:
        for kind in KINDS.values():
            owners = set(_owners(kind, values, own, config))
            found.outputs.extend(_outputs(kind, owners, catalogue, own))
            name = in_edition(own.edition, kind.NAME)
            for owner in owners:
                found.recorded.extend(catalogue.outputs.recorded(name, owner))
    return found


def in_edition(edition: str, kind: str) -> str:
    """Give the name under which an edition's outputs of a kind are known."""
    return f"{edition}:{kind}" if edition else kind


def placed_in(edition: str, output: Output) -> Output:
    """Give an output of an edition's as the whole site knows it: below the edition's folder."""
    if not edition:
        return output
    kind = in_edition(edition, output.kind)
    return replace(output, target=f"{edition}/{output.target}", kind=kind)


def edition_of(kind: str) -> tuple[str, str]:
    """Give the edition whose outputs are known under a name, and the kind of page alone."""
    edition, _, name = kind.rpartition(":")
    return edition, name


def _owners(
    kind: PageKind, values: Mapping[str, Sequence[str]], own: Config, config: Config
) -> Iterator[str]:
    editions = {edition.edition for edition in config.editions}
    for term in kind.OWNERS:
        if term not in terms.OF_ALL_EDITIONS:
            yield from terms.within(own.edition, values[term], editions=editions)
        elif not own.edition:
            yield from values[term]


def _outputs(
    kind: PageKind, owners: Iterable[str], catalogue: Catalogue, own: Config
) -> Iterator[Output]:
    reader = catalogue.reader(own.edition)
    for owner in sorted(owners):
        found = kind.outputs(owner, reader, own)
        if own.edition:
            yield from (placed_in(own.edition, output) for output in found)
        else:
            yield from found
