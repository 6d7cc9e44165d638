"""What a build has to do, found from what changed and marked in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.catalogue.stale import stale_by_content, stale_by_kind
from nashra.catalogue.store import Catalogue
from nashra.config import Config
from nashra.output import Stat
from nashra.pages.views import ChromeView
from nashra.pages.wanted import everything, touched
from nashra.plan import plan
from nashra.render.load import LoadedTheme
from nashra.render.produce import versions, with_assets


def lay_out(
    catalogue: Catalogue,
    config: Config,
    theme: LoadedTheme,
    *,
    site: ChromeView,
    there: Mapping[str, Stat],
) -> None:
    """Mark what is to be built and removed; in the transaction that took in what changed.

    `there` has the files of the output folder as they lie.
    """
    stale = stale_by_content(catalogue.connection, catalogue.answers())
    stale |= stale_by_kind(catalogue.connection, versions(theme, config, site))
    if catalogue.meta("settings") == repr(config):
        found = touched(catalogue, config)
    else:
        found = everything(catalogue, config)
        catalogue.remember("settings", repr(config))
    found = with_assets(found, theme, catalogue)
    made = catalogue.outputs.made()
    work = plan(
        found.outputs,
        found.recorded,
        known={target: record.output for target, record in made.items()},
        stale=stale,
        missing={
            target
            for target, record in made.items()
            if there.get(target) != Stat(record.size, record.modified)
        },
    )
    catalogue.outputs.mark_due(work.build)
    catalogue.outputs.mark_gone(work.remove)
