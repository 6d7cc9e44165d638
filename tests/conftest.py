"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, new_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a configuration, a theme and no content."""
    return new_site(tmp_path / "site")


@pytest.fixture
def jarida(site: Site) -> Site:
    """The same in the theme that comes with the program."""
    config = site.root / "config.yaml"
    config.write_text(config.read_text("utf-8").replace("theme: plain\n", ""), "utf-8")
    return site
