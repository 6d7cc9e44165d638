"""The parts of a site in other languages: `editions:` of `config.yaml`.

Each edition is a whole site of its own below `/<language>/`, from `content/<language>/`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field

from nashra import schema
from nashra.config import dates
from nashra.config.dates import DatesEntry
from nashra.config.parts import RESERVED_SLUGS, Config, Edition, Sections
from nashra.config.section_entry import SectionEntry
from nashra.errors import Problem, Words
from nashra.language import region

_KEPT = RESERVED_SLUGS | {"articles", "authors", "pages", "inbox"}
"""What no edition can be called: its folder would be another's."""


class EditionEntry(BaseModel):
    """What differs in one language from the rest of the site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    tagline: str = ""
    description: str = ""
    region: str = ""
    dates: DatesEntry = Field(default_factory=DatesEntry)
    logo: str = ""
    sections: list[SectionEntry] = Field(default_factory=list)


def problems(
    written: schema.Written, entries: Mapping[str, EditionEntry], *, taken: Collection[str]
) -> Iterator[Problem]:
    """Give what is wrong with the languages of some editions.

    `taken` are the site's own language and the slugs of its sections.
    """
    for language, entry in entries.items():
        if language in _KEPT or language in taken:
            yield written.problem(
                ("editions", language),
                Words(f"الاسم «{language}» مأخوذ.", f"“{language}” is taken."),
                Words(
                    "اكتب رمز لغة غير لغة الموقع وأقسامه، مثل en.",
                    "Write the code of a language that is not the site's, nor a section: en.",
                ),
            )
        elif language != language.lower() or not _known(language, entry.region):
            yield written.problem(
                ("editions", language),
                Words(
                    f"لا تُعرف اللغة «{language}» مع البلد «{entry.region}».",
                    f"Unknown language “{language}” with region “{entry.region}”.",
                ),
                Words("اكتب رمزين مثل en و GB.", "Write codes such as en, and region: GB."),
            )


def _known(language: str, of: str) -> bool:
    try:
        region.profile(language, of)
    except ValueError:
        return False
    return True


def with_editions(main: Config, entries: Mapping[str, EditionEntry]) -> Config:
    """Give a configuration with its editions; one without any is as it was."""
    if not entries:
        return main
    own, root = main.identity, main.identity.address
    every = (
        Edition(own.language, own.name, root, own.region),
        *(
            Edition(language, entry.name, f"{root}{language}/", entry.region.upper())
            for language, entry in entries.items()
        ),
    )
    return replace(
        main,
        identity=replace(own, editions=every),
        editions=tuple(
            _edition(main, edition, entries[edition.language], every) for edition in every[1:]
        ),
    )


def _edition(
    main: Config, edition: Edition, entry: EditionEntry, every: tuple[Edition, ...]
) -> Config:
    sections = tuple(section.section() for section in entry.sections)
    return replace(
        main,
        edition=edition.language,
        sections=Sections(sections) if sections else main.sections,
        identity=replace(
            main.identity,
            name=entry.name,
            tagline=entry.tagline,
            description=entry.description or entry.tagline,
            address=edition.address,
            language=edition.language,
            region=entry.region.upper(),
            logo=entry.logo or main.identity.logo,
            profile=dates.profile(edition.language, entry.region, entry.dates),
            editions=every,
        ),
    )
