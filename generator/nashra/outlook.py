"""What a built site is known to wait for: what its pages asked, what the clock will do."""

from __future__ import annotations

from datetime import datetime

from nashra.catalogue.events import Event
from nashra.catalogue.store import Catalogue
from nashra.config import Folders


def questions(folders: Folders, target: str) -> list[str]:
    """Give the questions that an output asked when it was last made."""
    with Catalogue.open(folders.catalogue) as catalogue:
        return catalogue.outputs.questions(target)


def coming(folders: Folders, after: datetime, *, limit: int) -> list[Event]:
    """Give what the clock will do to the site, the soonest first."""
    with Catalogue.open(folders.catalogue) as catalogue:
        return catalogue.events(after.timestamp(), limit=limit)


def next_event(folders: Folders, after: datetime) -> datetime | None:
    """Give the next moment at which the site changes of itself, if there is one."""
    events = coming(folders, after, limit=1)
    return datetime.fromtimestamp(events[0].moment, after.tzinfo) if events else None
