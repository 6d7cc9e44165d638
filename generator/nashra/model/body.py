"""The parts of a story's body, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address; the address is empty where only the label was written."""

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of a body that is ready HTML."""

    html: str
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class Related:
    """A box of related stories, standing where its writer put it."""

    stories: tuple[Link, ...]
    kind: Literal["related"] = "related"


@dataclass(frozen=True, slots=True)
class Embed:
    """A film, a sound or a post, standing where its writer put it."""

    provider: str
    """`youtube`, `x`, `telegram`, `facebook`, `instagram`, `link` for any other site; `video` or
    `audio` for a file of `content/media/`."""
    address: str
    """The address as written, or the file's path from `content/media/`."""
    title: str = ""
    kind: Literal["embed"] = "embed"


BodyPart = Annotated[Prose | Related | Embed, Field(discriminator="kind")]
