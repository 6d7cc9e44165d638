"""What the copy desk passes over: `copy_desk:` of `config.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from nashra.errors import Words
from nashra.language.copy_desk import RULES

INNER_NAMES = {"إيقاف": "off"}
"""The Arabic names of the keys."""


def _rule(written: str) -> str:
    if written not in RULES:
        raise ValueError(
            Words(
                f"اختر من أسماء القواعد: {'، '.join(RULES)}.",
                f"Choose names of rules: {', '.join(RULES)}.",
            )
        )
    return written


class CopyDeskEntry(BaseModel):
    """The house's own style: which rules it does not keep."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    off: list[Annotated[str, AfterValidator(_rule)]] = Field(default_factory=list)
