"""`typography:` in the configuration: which parts of a typesetter's work are done."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from nashra.errors import Words
from nashra.language.typography import ALL_RULES, Rules

TYPOGRAPHY_NAMES = {
    "علامات_الاقتباس": "quotes",
    "الترقيم": "punctuation",
    "المسافات": "spaces",
    "الحروف": "letters",
    "الوحدات": "units",
}
"""The Arabic names of its keys."""
_ANSWERS = {"نعم": True, "لا": False, "yes": True, "no": False, "true": True, "false": False}


def _answer(written: object) -> object:
    return _ANSWERS.get(str(written).lower(), written)


_Switch = Annotated[bool, BeforeValidator(_answer)]


class TypographyEntry(BaseModel):
    """The switches, as they are written; what is not written is on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quotes: _Switch = ALL_RULES.quotes
    punctuation: _Switch = ALL_RULES.punctuation
    spaces: _Switch = ALL_RULES.spaces
    letters: _Switch = ALL_RULES.letters
    units: _Switch = ALL_RULES.units

    @property
    def rules(self) -> Rules:
        """What stages are handed."""
        return Rules(
            quotes=self.quotes,
            punctuation=self.punctuation,
            spaces=self.spaces,
            letters=self.letters,
            units=self.units,
        )


def _all_or_some(written: object) -> object:
    if isinstance(written, dict | TypographyEntry):
        return written
    answer = _answer(written)
    if not isinstance(answer, bool):
        raise ValueError(  # noqa: TRY004 — what Pydantic tells its user
            Words(
                "اكتب «لا» لإيقافها كلها، أو مفاتيح مثل quotes: no.",
                "Write “no” to switch all of it off, or keys such as quotes: no.",
            )
        )
    return dict.fromkeys(TypographyEntry.model_fields, answer)


Typography = Annotated[TypographyEntry, BeforeValidator(_all_or_some)]
"""A mapping of switches, or one answer for all of them."""
