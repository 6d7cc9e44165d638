"""What the site tells feed readers: `feeds:` and `websub:` of `config.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from nashra.errors import Words


class Format(StrEnum):
    """A language of feeds."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json"


class Text(StrEnum):
    """How much of a story a feed holds."""

    SUMMARY = "summary"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Feeds:
    """Which feeds there are, and what they hold."""

    text: Text = Text.SUMMARY
    formats: tuple[Format, ...] = tuple(Format)
    """In the order in which readers are offered them."""
    hub: str = ""
    """The full address of a WebSub hub, or nothing."""


_TEXTS = {"ملخص": Text.SUMMARY, "كامل": Text.FULL}
_FORMATS = {"آر_إس_إس": Format.RSS, "أتوم": Format.ATOM, "جيسون": Format.JSON}


def _text(written: object) -> Text:
    try:
        return _TEXTS.get(str(written)) or Text(str(written).lower())
    except ValueError as error:
        raise ValueError(
            Words("اكتب summary (ملخص) أو full (كامل).", "Write summary or full.")
        ) from error


def _formats(written: object) -> list[Format]:
    """Accept a list, or one line with Arabic or Latin commas."""
    line = written.replace("،", ",").split(",") if isinstance(written, str) else written
    if not isinstance(line, list):
        raise ValueError(_unknown_format())  # noqa: TRY004 — pydantic shows what a ValueError says
    names = [str(name).strip() for name in line if str(name).strip()]
    try:
        found = [_FORMATS.get(name) or Format(name.lower()) for name in names]
    except ValueError as error:
        raise ValueError(_unknown_format()) from error
    return list(dict.fromkeys(found))


def _unknown_format() -> Words:
    return Words("اختر مما يلي: rss، atom، json.", "Choose among: rss, atom, json.")


class FeedsEntry(BaseModel):
    """What `feeds:` may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[Text, BeforeValidator(_text)] = Text.SUMMARY
    formats: Annotated[list[Format], BeforeValidator(_formats)] = Field(
        default_factory=lambda: list(Format)
    )

    def feeds(self, hub: str) -> Feeds:
        """Give the settings for the stages."""
        return Feeds(self.text, tuple(self.formats), hub)


INNER_NAMES = {"النص": "text", "الصيغ": "formats"}
"""The Arabic names of the keys below `feeds`."""
