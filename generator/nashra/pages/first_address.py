"""The name by which feed readers know a story: it must never change, wherever the story moves."""

from __future__ import annotations

import re

from nashra.config import Identity
from nashra.model import Card
from nashra.pages.addresses import full

_A_STORY_S = re.compile(r"/[^/]+/\d{4}/\d{2}/[^/]+/")
"""The form of a story's address from its edition's root."""


def first_address(story: Card, identity: Identity) -> str:
    """Give the full address at which a story first lay.

    A story that moves says where it lay before: the first of its old addresses that has the form
    of a story's own. Others, short ones for print or those of another system, are no names.
    """
    prefix = f"/{story.edition}" if story.edition else ""
    for alias in story.aliases:
        if alias.startswith(f"{prefix}/") and _A_STORY_S.fullmatch(alias.removeprefix(prefix)):
            return full(alias.removeprefix(prefix), identity)
    return full(story.address, identity)
