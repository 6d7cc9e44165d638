"""A section as `config.yaml` names it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from nashra.config.parts import RESERVED_SLUGS, Section
from nashra.errors import Words
from nashra.language.slug import slugify


def _slug(written: str) -> str:
    if slugify(written) != written or written in RESERVED_SLUGS:
        raise ValueError(
            Words(
                "اختر كلمة من حروف وأرقام وشرطات، غير محجوزة للبرنامج.",
                "Choose a word of letters, digits and hyphens that the program does not keep "
                "for itself.",
            )
        )
    return written


class SectionEntry(BaseModel):
    """One of `sections:`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    slug: Annotated[str, AfterValidator(_slug)]
    name: str
    description: str = ""

    def section(self) -> Section:
        """Give the section."""
        return Section(self.slug, self.name, self.description)
