"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, new_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a configuration, a theme and no content."""
    return new_site(tmp_path / "site")
