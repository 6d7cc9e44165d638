"""What ships: the wheel alone makes and builds a site, with no checkout beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_theme_the_starter_and_the_schema(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "nashra/bundled/themes/jarida/theme.yaml",
        "nashra/bundled/themes/jarida/templates/story.html",
        "nashra/bundled/themes/jarida/styles/site.css",
        "nashra/bundled/themes/jarida/strings/ar.yaml",
        "nashra/starter/config.yaml",
        "nashra/catalogue/schema.sql",
        "nashra/serve/reload.js",
        "nashra/py.typed",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "output/"))]


def test_it_makes_and_builds_a_site_on_its_own(wheel: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    zipfile.ZipFile(wheel).extractall(package)
    environment = os.environ | {"PYTHONPATH": str(package)}
    for arguments in (["new", "site"], ["build", "--site", "site"]):
        done = subprocess.run(
            [sys.executable, "-m", "nashra", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr

    assert 'dir="rtl"' in (tmp_path / "site/output/index.html").read_text("utf-8")
