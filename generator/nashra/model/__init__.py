"""The frozen values that cross from one stage to the next."""

from __future__ import annotations

from nashra.model.body import BodyPart, Embed, Link, Prose, Related
from nashra.model.entries import (
    Article,
    Author,
    Byline,
    Card,
    Correction,
    Entry,
    Image,
    Kind,
    LiveEntry,
    MediaFile,
    StandingPage,
    Status,
)
from nashra.model.front import FrontPlan, SectionPlan, Slot
from nashra.model.outputs import (
    Output,
    Reason,
    identifier,
)

__all__ = [
    "Article",
    "Author",
    "BodyPart",
    "Byline",
    "Card",
    "Correction",
    "Embed",
    "Entry",
    "FrontPlan",
    "Image",
    "Kind",
    "Link",
    "LiveEntry",
    "MediaFile",
    "Output",
    "Prose",
    "Reason",
    "Related",
    "SectionPlan",
    "Slot",
    "StandingPage",
    "Status",
    "identifier",
]
