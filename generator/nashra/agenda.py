"""What a build has to do, found from what changed and marked in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nashra.catalogue.stale import stale_by_content, stale_by_kind
from nashra.catalogue.store import Catalogue
from nashra.config import Config
from nashra.model import Output, Reason
from nashra.output import Stat
from nashra.pages.wanted import everything, touched
from nashra.plan import Moved, plan
from nashra.render.produce import Dress, versions, with_assets


def lay_out(
    catalogue: Catalogue,
    config: Config,
    dresses: Sequence[Dress],
    *,
    there: Mapping[str, Stat] | None,
) -> tuple[Moved, ...]:
    """Mark what is to be built and removed; in the transaction that took in what changed.

    Gives the pages that leave nothing at their address, though their owner has one elsewhere.

    `there` has the files of the output folder as they lie; without it they are taken to lie as
    they were last written. `dresses` are the editions', the main one first.
    """
    stale = stale_by_content(catalogue.connection, catalogue.answers())
    restyled = stale_by_kind(catalogue.connection, versions(dresses))
    if catalogue.meta("settings") == repr(config):
        found = touched(catalogue, config)
    else:
        found = everything(catalogue, config)
        catalogue.remember("settings", repr(config))
    found = with_assets(found, dresses[0].theme, catalogue)
    missing = _missing(catalogue, there) if there is not None else {}
    named = stale.union(restyled, (output.target for output in found.outputs))
    work = plan(
        found.outputs,
        found.recorded,
        known=catalogue.outputs.known(named) | missing,
        suspects=dict.fromkeys(missing, Reason.MISSING)
        | dict.fromkeys(stale, Reason.STALE)
        | dict.fromkeys(restyled, Reason.DESIGN),
    )
    catalogue.outputs.mark_due(work.build)
    catalogue.outputs.mark_gone(work.remove)
    return work.moved


def _missing(catalogue: Catalogue, there: Mapping[str, Stat]) -> dict[str, Output]:
    return {
        made.output.target: made.output
        for made in catalogue.outputs.made()
        if there.get(made.output.target) != Stat(made.size, made.modified)
    }
