"""What of a story still points to the site that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit


@dataclass(slots=True)
class KeptElsewhere:
    """Counts the pictures of a body that stay on their old site: nobody has their files."""

    pictures: int = 0

    def picture(self, address: str) -> str:
        """Give a picture's address as it is, and count it."""
        self.pictures += 1
        return address

    def lost(self) -> tuple[str, ...]:
        """Say how many there were, if there were any."""
        return (f"pictures that stay on the old site: {self.pictures}",) if self.pictures else ()


def old_paths(address: str) -> tuple[str, ...]:
    """Give the path at which a story lay, decoded; nothing for the root, or for a query's page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ()
    path = unquote(parts.path)
    return (path,) if path.strip("/") and not parts.query else ()
