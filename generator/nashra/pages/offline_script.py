"""The service worker, and what asks a browser to take it: one file, at the root.

A worker may answer for nothing above the folder in which it lies (Service Workers, "scope"), so it
cannot be one of the theme's scripts below `/assets/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.machine_views import OfflineScriptView

NAME = "offline_script"
TEMPLATE = "offline.js"
OWNERS = (terms.SITE,)
SETTINGS = ("identities", "offline")


def standing(config: Config) -> Iterable[str]:
    """Give the whole site; one worker stands for all editions."""
    return () if config.edition else ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, if the site asks for it."""
    if config.offline and not config.edition:
        yield Output("offline.js", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> OfflineScriptView:  # noqa: ARG001
    """Give where each edition lies."""
    paths = (identity.base_path for identity in config.identities.values())
    return OfflineScriptView(tuple(sorted(paths, key=lambda path: (-len(path), path))))
