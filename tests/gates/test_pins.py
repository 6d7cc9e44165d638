"""The checkers are pinned by hash, and by nobody's address."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tools" / "checkers"


def test_every_checker_has_its_hash_and_no_address() -> None:
    text = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]

    assert "://" not in text
    assert [name for name, kept in packages.items() if name and "integrity" not in kept] == []


def test_the_lock_is_that_of_the_list() -> None:
    listed = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    own = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))["packages"][""]

    for kind in ("dependencies", "devDependencies"):
        assert own[kind] == listed[kind]
        assert not [version for version in listed[kind].values() if not version[0].isdigit()]
