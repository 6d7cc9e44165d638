"""What comes with the program: the default theme and the starter site."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def theme(name: str) -> Path:
    """Give the folder of a theme that comes with the program; it may not exist.

    In a wheel the themes lie in the package; in a checkout, at its top.
    """
    installed = _PACKAGE / "bundled" / "themes" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "themes" / name


def starter() -> Path:
    """Give the folder of the site that `nashra new` copies."""
    return _PACKAGE / "starter"
