"""The configuration's parts: small, frozen, for whoever needs one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from nashra.config.addresses import Addresses
from nashra.config.feeds import Feeds
from nashra.language.folding import fold
from nashra.language.region import Profile
from nashra.language.slug import slugify
from nashra.language.typography import ALL_RULES, Rules

RESERVED_SLUGS = frozenset(
    {
        *("a", "archive", "assets", "author", "corrections", "media"),
        *("offline", "page", "search", "tag", "thread"),
    }
)
"""First folders of addresses that belong to the program."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a site's parts lie."""

    root: Path
    output: Path

    @property
    def config(self) -> Path:
        """The configuration's file."""
        return self.root / "config.yaml"

    @property
    def content(self) -> Path:
        """What writers own."""
        return self.root / "content"

    @property
    def themes(self) -> Path:
        """The site's own themes."""
        return self.root / "themes"

    @property
    def state(self) -> Path:
        """The catalogue and caches: never committed, always safe to delete."""
        return self.root / ".nashra"

    @property
    def catalogue(self) -> Path:
        """The catalogue's file: one for each folder that the site is built into."""
        return self.state / f"catalogue{self._mark}.sqlite"

    @property
    def changes(self) -> Path:
        """What the last build changed in the output folder."""
        return self.state / f"changes{self._mark}.json"

    @property
    def _mark(self) -> str:
        if self.output == self.root / "output":
            return ""
        return "-" + hashlib.blake2b(str(self.output).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's part of a site, as its other parts know it."""

    language: str
    name: str
    address: str
    """The full address of its front page."""
    region: str = ""

    @property
    def locale(self) -> str:
        """The language as the region writes it."""
        return f"{self.language}_{self.region}" if self.region else self.language


@dataclass(frozen=True, slots=True)
class Identity:
    """What the site, or one edition of it, is called and where and when it lives."""

    name: str
    tagline: str
    description: str
    address: str
    """The full address of the front page, ending in `/`."""
    root: str
    """The whole site's full address: the same, but in an edition of another language."""
    language: str
    region: str
    time_zone: ZoneInfo
    logo: str
    """The mark's file in `content/media/`, or nothing."""
    profile: Profile
    """How dates and numbers are written."""
    editions: tuple[Edition, ...] = ()
    """Every language's part of the site, this one among them; none for a site in one language."""
    profiles: tuple[str, ...] = ()
    """The full addresses of the site's own pages elsewhere."""

    @property
    def base_path(self) -> str:
        """The path of the address: `/`, or `/repo/` for a site under a sub-path."""
        return urlsplit(self.address).path

    @property
    def root_path(self) -> str:
        """The path below which all editions lie, with what they share."""
        return urlsplit(self.root).path

    @property
    def locale(self) -> str:
        """The Babel locale of the site's language as its region writes it."""
        return f"{self.language}_{self.region}" if self.region else self.language


@dataclass(frozen=True, slots=True)
class Section:
    """A section with an entry of its own."""

    slug: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of the configuration, in the order of the site's menu."""

    entries: tuple[Section, ...]

    def resolve(self, written: str) -> str:
        """Give the slug of a section that was named by its slug or its name."""
        folded = fold(written)
        for section in self.entries:
            if folded in {fold(section.slug), fold(section.name)}:
                return section.slug
        return slugify(written)

    def find(self, slug: str) -> Section | None:
        """Give a section by its slug."""
        return next((section for section in self.entries if section.slug == slug), None)


@dataclass(frozen=True, slots=True)
class Listings:
    """How many stories a page shows."""

    per_page: int
    front: int
    feed: int
    related: int
    """Beside a story; none if it is 0."""


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration. Only who hands out its parts should hold it."""

    identity: Identity
    sections: Sections
    listings: Listings
    theme: str
    design: tuple[tuple[str, str], ...] = ()
    """What the site changes of its theme's looks, as written."""
    copy_desk_off: frozenset[str] = frozenset()
    """The rules that the house's own style does not keep."""
    typography: Rules = ALL_RULES
    feeds: Feeds = field(default_factory=Feeds)
    offline: bool = False
    """Whether pages that were read can be read again without a connection."""
    edition: str = ""
    """The language of the edition that this is the configuration of; nothing for the main one."""
    addresses: Addresses = field(default_factory=Addresses)
    editions: tuple[Config, ...] = ()
    """The main configuration's editions in other languages."""

    @property
    def every(self) -> tuple[Config, ...]:
        """The configuration itself, and those of its editions."""
        return (self, *self.editions)

    @property
    def identities(self) -> Mapping[str, Identity]:
        """The identity of each edition by its language; the main one's is under the empty text."""
        return {own.edition: own.identity for own in self.every}

    def keeps(self, slug: str) -> bool:
        """Tell whether the address `/<slug>/` is a section's, an edition's or the program's own."""
        taken = slug in RESERVED_SLUGS or any(slug == each.edition for each in self.editions)
        return taken or self.sections.find(slug) is not None
