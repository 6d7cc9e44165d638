"""The parts of a site in other languages: `editions:` of `config.yaml`.

Each edition is a whole site of its own below `/<language>/`, from `content/<language>/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field

from nashra import schema
from nashra.config.parts import RESERVED_SLUGS, Config, Edition, Sections
from nashra.config.section_entry import SectionEntry
from nashra.errors import Problem, Words

_KEPT = RESERVED_SLUGS | {"articles", "authors", "pages", "inbox"}
"""What no edition can be called: its folder would be another's."""


class EditionEntry(BaseModel):
    """What differs in one language from the rest of the site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    tagline: str = ""
    description: str = ""
    region: str = ""
    logo: str = ""
    sections: list[SectionEntry] = Field(default_factory=list)


def known_locale(language: str, region: str) -> bool:
    """Tell whether Unicode's CLDR knows a language, and as a region writes it."""
    if not language.isalpha() or (region and not (len(region) == 2 and region.isalpha())):  # noqa: PLR2004
        return False
    try:
        Locale.parse("_".join(filter(None, [language, region.upper()])))
    except (UnknownLocaleError, ValueError):
        return False
    return True


def problems(
    written: schema.Written, entries: Mapping[str, EditionEntry], main: Config
) -> Iterator[Problem]:
    """Give what is wrong with the languages of some editions."""
    for language, entry in entries.items():
        taken = language in _KEPT or language == main.identity.language
        if taken or main.sections.find(language):
            yield written.problem(
                ("editions", language),
                Words(f"الاسم «{language}» مأخوذ.", f"“{language}” is taken."),
                Words(
                    "اكتب رمز لغة غير لغة الموقع وأقسامه، مثل en.",
                    "Write the code of a language that is not the site's, nor a section: en.",
                ),
            )
        elif language != language.lower() or not known_locale(language, entry.region):
            yield written.problem(
                ("editions", language),
                Words(
                    f"لا تُعرف اللغة «{language}» مع البلد «{entry.region}».",
                    f"Unknown language “{language}” with region “{entry.region}”.",
                ),
                Words("اكتب رمزين مثل en و GB.", "Write codes such as en, and region: GB."),
            )


def with_editions(main: Config, entries: Mapping[str, EditionEntry]) -> Config:
    """Give a configuration with its editions; one without any is as it was."""
    if not entries:
        return main
    own, root = main.identity, main.identity.address
    every = (
        Edition(own.language, own.name, root),
        *(
            Edition(language, entry.name, f"{root}{language}/")
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
            editions=every,
        ),
    )
