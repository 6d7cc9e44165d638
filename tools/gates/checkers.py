"""The checkers of others that gates stand on: where they lie, and what to do when they do not."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.gates.finding import GateClosedError

_MODULES = Path(__file__).parents[1] / "checkers" / "node_modules"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""What Chromium is started with: nothing that asks another host."""


def program(*names: str) -> str:
    """Give the path of the first of these programs that the system has.

    Raises:
        GateClosedError: it has none of them.

    """
    for name in names:
        if found := shutil.which(name):
            return found
    raise GateClosedError(f"{names[0]} is missing: run tools/ensure-checkers --all")


def chromium() -> str:
    """Give the system's Chromium.

    Raises:
        GateClosedError: there is none.

    """
    return program("chromium", "chromium-browser")


def module(path: str) -> Path:
    """Give a file of the pinned checkers.

    Raises:
        GateClosedError: they are not installed.

    """
    file = _MODULES / path
    if not file.exists():
        raise GateClosedError(
            f"{path.partition('/')[0]} is missing: run tools/ensure-checkers --all"
        )
    return file
