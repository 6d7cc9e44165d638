"""A plugin for Pelican: each story's neighbours in its section."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pelican import signals  # type: ignore[import-not-found]


def _link(generator: Any) -> None:
    for _, stories in generator.categories:
        for newer, older in pairwise(stories):
            newer.older, older.newer = older, newer


def register() -> None:
    """Say when the neighbours are to be found."""
    signals.article_generator_finalized.connect(_link)
