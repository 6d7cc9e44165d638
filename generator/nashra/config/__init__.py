"""The site's configuration: `config.yaml`, and the parts that the stages are handed."""

from __future__ import annotations

from nashra.config.feeds import Feeds
from nashra.config.file import NAMES, load, parse
from nashra.config.parts import (
    RESERVED_SLUGS,
    Config,
    Edition,
    Folders,
    Identity,
    Listings,
    Section,
    Sections,
)

__all__ = [
    "NAMES",
    "RESERVED_SLUGS",
    "Config",
    "Edition",
    "Feeds",
    "Folders",
    "Identity",
    "Listings",
    "Section",
    "Sections",
    "load",
    "parse",
]
