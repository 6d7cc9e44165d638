"""What reading one file needs to know of the site."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nashra.config import Config, Sections
from nashra.language.slug import SlugStyle
from nashra.language.typography import ALL_RULES, Rules


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of the configuration that decide what a file's text becomes."""

    zone: ZoneInfo
    sections: Sections
    base_path: str
    language: str = "ar"
    typography: Rules = ALL_RULES
    slugs: SlugStyle = SlugStyle.ARABIC
    edition: str = ""
    editions: tuple[Reading, ...] = ()
    """How the files of each edition in another language are read."""

    @classmethod
    def of(cls, config: Config) -> Reading:
        """Take the parts from the configuration."""
        identity = config.identity
        return cls(
            identity.time_zone,
            config.sections,
            identity.root_path,
            identity.language,
            config.typography,
            config.addresses.slugs,
            config.edition,
            tuple(map(cls.of, config.editions)),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a folder of their own in `content/`."""
        return tuple(reading.edition for reading in self.editions)

    @property
    def fingerprint(self) -> str:
        """A text that changes whenever the same file might be read to another entry."""
        own = (self.zone.key, self.sections, self.base_path, self.language, self.edition)
        others = (reading.fingerprint for reading in self.editions)
        return repr((_VERSION, *own, self.typography, self.slugs, *others))


_VERSION = 5
"""Raised whenever the code reads the same text to another entry."""
