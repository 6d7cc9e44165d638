"""What themes get of a story's body: the part of the contract that `views` leaves to this file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A line of a related box; without an address when no such story is public."""

    title: str
    url: str
    """The story's address, or nothing."""


@dataclass(frozen=True, slots=True)
class EmbedView:
    """A film, a sound or a post that its writer put into a story."""

    provider: str
    """`youtube`, `x`, `telegram`, `facebook`, `instagram`; `link` for any other site; `video` or
    `audio` for a file of the site's own, which may be played where it stands."""
    url: str
    title: str
    """What its writer called it, or nothing."""
    host: str
    """The other site's name, such as `youtube.com`; nothing for a file of the site's own."""
    frame: str = ""
    """What a frame may show once a reader asks, such as YouTube's player; nothing where the other
    site lets nobody frame it."""


@dataclass(frozen=True, slots=True)
class BodyPartView:
    """A stretch of a story's body, in order: prose, a box of related stories, an embed."""

    kind: str
    """`prose`, `related` or `embed`."""
    prose_html: str = ""
    related: tuple[RelatedView, ...] = ()
    embed: EmbedView | None = None
