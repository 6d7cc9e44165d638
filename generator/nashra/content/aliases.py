"""Old addresses that a story may claim: any of the site's but those that the site itself keeps."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.config import RESERVED_SLUGS, Sections

_FEEDS = ("feed.xml", "atom.xml", "feed.json")
_FILES = (
    *("index.html", "404.html", "robots.txt", "llms.txt", "sitemap"),
    *("manifest.webmanifest", "offline.js", "_redirects", "_headers"),
    *_FEEDS,
)
"""What lies at the root, by how its name begins."""


def kept_by_the_site(aliases: Sequence[str], sections: Sections) -> list[str]:
    """Give those addresses at which a page of the site's own lies, or may come to lie."""
    return [alias for alias in aliases if _kept(alias, sections)]


def _kept(alias: str, sections: Sections) -> bool:
    first, *rest = alias.strip("/").split("/")
    if first in RESERVED_SLUGS or (not rest and first.startswith(_FILES)):
        return True
    own = not rest or rest[0] in {"page", "index.html", *_FEEDS}
    return own and sections.find(first) is not None
