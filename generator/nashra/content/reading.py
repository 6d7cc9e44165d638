"""What reading one file needs to know of the site."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from nashra.config import Config, Sections
from nashra.language.typography import ALL_RULES, Rules


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of the configuration that decide what a file's text becomes."""

    zone: ZoneInfo
    sections: Sections
    base_path: str
    language: str = "ar"
    typography: Rules = ALL_RULES

    @classmethod
    def of(cls, config: Config) -> Reading:
        """Take the parts from the configuration."""
        identity = config.identity
        return cls(
            identity.time_zone,
            config.sections,
            identity.base_path,
            identity.language,
            config.typography,
        )

    @property
    def fingerprint(self) -> str:
        """A text that changes whenever the same file might be read to another entry."""
        parts = (self.zone.key, self.sections, self.base_path, self.language, self.typography)
        return repr((_VERSION, *parts))


_VERSION = 2
"""Raised whenever the code reads the same text to another entry."""
