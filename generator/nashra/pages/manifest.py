"""The manifest: what a home screen shows of the site. Source: W3C, "Web Application Manifest"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.language import direction
from nashra.model import Output
from nashra.pages.addresses import media_url
from nashra.pages.feeds import PICTURES
from nashra.pages.machine_views import IconView, ManifestView

NAME = "manifest"
TEMPLATE = "manifest.webmanifest"
OWNERS = (terms.SITE,)
SETTINGS = ("identity",)


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give the whole site."""
    return ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file; each edition has its own."""
    yield Output("manifest.webmanifest", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> ManifestView:  # noqa: ARG001
    """Give what the configuration says of the site."""
    identity = config.identity
    kind = PICTURES.get(PurePosixPath(identity.logo).suffix.lower(), "")
    return ManifestView(
        name=identity.name,
        description=identity.description,
        language=identity.language,
        direction=direction.of_language(identity.language),
        start=identity.base_path,
        icons=(IconView(media_url(identity.logo, identity), kind),) if identity.logo else (),
    )
