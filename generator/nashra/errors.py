"""What can go wrong, said so that a person can mend it.

    NashraError
    ├── ConfigurationError   config.yaml or a theme cannot be used (exit code 2)
    ├── ContentError         one file of content is at fault; the rest of the site goes on
    └── OutputError          the output folder cannot be written

Anything else that escapes is a fault of the program itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in Arabic and in English."""

    ar: str
    en: str

    def in_language(self, language: str) -> str:
        """Give the sentence in Arabic for every language but English."""
        return self.en if language.startswith("en") else self.ar


class Severity(StrEnum):
    """How much a problem weighs: an error keeps something out of the site, a notice does not."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """A person's mistake: where it is, what is wrong, and what to do about it."""

    file: str
    """The file's path from the site's folder, with `/`."""
    line: int | None
    """The line in that file, from 1; nothing where the whole file is meant."""
    what: Words
    remedy: Words
    excerpt: str = ""
    """The line itself, as it is written."""
    severity: Severity = Severity.ERROR
    column: int | None = None
    """The character in that line, from 1, where the fault is one of characters."""

    @property
    def place(self) -> str:
        """The file with the line and the character, as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.what.en} {self.remedy.en}"


class NashraError(Exception):
    """The base of every error that is shown to a person as sentences."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class ConfigurationError(NashraError):
    """The configuration or the theme cannot be used."""


class ContentError(NashraError):
    """One file of content cannot be read as what it should be."""


class OutputError(NashraError):
    """The built site cannot be put in its folder."""


def cannot_write(folder: str, reason: str) -> Problem:
    """Say that a folder of a site's cannot be written, in the system's own words why."""
    return Problem(
        folder,
        None,
        Words("تعذرت الكتابة في هذا المجلد.", f"This folder cannot be written: {reason}."),
        Words(
            "أفسح مكانا على القرص أو صحح الأذونات، ثم أعد البناء. الموقع السابق باق كما كان.",
            "Make room on the disk or mend the permissions, then build again. "
            "The last site is still there.",
        ),
    )
