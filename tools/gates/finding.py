"""What a gate says of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class GateClosedError(Exception):
    """A gate that could not look: a tool of its is missing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise of the theme that a page breaks."""

    where: str
    """The file below the output folder, with what it was drawn as where that matters."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, and one page of each kind."""

    output: Path
    pages: dict[str, str]
    """The address of one page of each kind, from the site's root, as readers write it."""

    def file(self, kind: str) -> Path:
        """Give the file of a kind's page."""
        address = self.pages[kind]
        return self.output / (address if address.endswith(".html") else f"{address}index.html")

    @property
    def read(self) -> dict[str, str]:
        """Give the pages that a reader stays on: all but the one that leads elsewhere."""
        return {kind: address for kind, address in self.pages.items() if kind != "redirect"}
