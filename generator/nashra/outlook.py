"""What a built site is known to wait for: what its pages asked, what the clock will do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nashra.catalogue.events import Event
from nashra.catalogue.store import Catalogue
from nashra.config import Folders
from nashra.model import Article, Status


class State(StrEnum):
    """How a story stands with its readers."""

    DRAFT = "draft"
    EXPIRED = "expired"
    PUBLIC = "public"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True)
class DeskStory:
    """A story as the newsroom sees it."""

    state: State
    article: Article

    @property
    def moment(self) -> datetime:
        """The moment that matters: when it went, or else when it appears."""
        gone = self.article.expires if self.state is State.EXPIRED else None
        return gone or self.article.visible_from


def questions(folders: Folders, target: str) -> list[str]:
    """Give the questions that an output asked when it was last made."""
    with Catalogue.open(folders.catalogue) as catalogue:
        return catalogue.outputs.questions(target)


def coming(folders: Folders, after: datetime, *, limit: int) -> list[Event]:
    """Give what the clock will do to the site, the soonest first."""
    with Catalogue.open(folders.catalogue) as catalogue:
        return catalogue.events(after.timestamp(), limit=limit)


def stories(
    folders: Folders, now: datetime, states: Collection[State], *, limit: int
) -> list[DeskStory]:
    """Give the stories in some states as of the last build: of what is public the newest."""
    with Catalogue.open(folders.catalogue) as catalogue:
        found = [each for each in catalogue.hidden(now.timestamp()) if isinstance(each, Article)]
        if State.PUBLIC in states:
            found += (each for each in catalogue.newest(limit) if isinstance(each, Article))
    listed = (as_known(article, now) for article in found)
    return sorted(
        (each for each in listed if each.state in states),
        key=lambda each: (each.state, each.article.visible_from, each.article.file),
    )


def as_known(article: Article, now: datetime) -> DeskStory:
    """Give a story as the newsroom sees it at a moment."""
    return DeskStory(state_of(article, now), article)


def state_of(article: Article, now: datetime) -> State:
    """Tell how a story stands with its readers at a moment."""
    if article.status is not Status.READY:
        return State.DRAFT
    if article.expires and article.expires <= now:
        return State.EXPIRED
    return State.SCHEDULED if article.visible_from > now else State.PUBLIC


def next_event(folders: Folders, after: datetime) -> datetime | None:
    """Give the next moment at which the site changes of itself, if there is one."""
    events = coming(folders, after, limit=1)
    return datetime.fromtimestamp(events[0].moment, after.tzinfo) if events else None
