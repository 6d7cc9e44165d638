"""What `scan` would find, looked for only where something was touched."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nashra.content.scan import Seen, below, folders, is_hidden, look_at, single_files


@dataclass(frozen=True, slots=True)
class Glance:
    """What lies where something was touched; nothing is said of anything else."""

    seen: list[Seen] = field(default_factory=list)
    looked_at: list[str] = field(default_factory=list)
    """Paths from the site's folder: nothing of them, or below them, is there but what is `seen`."""


def scan_again(
    content: Path, touched: Iterable[Path], editions: Collection[str] = ()
) -> Glance | None:
    """Look at what was touched below the folder of content; what lies elsewhere is passed over.

    What was touched is named by real paths, as the system tells of them.

    Gives nothing where only a whole `scan` can tell: a top folder came or went, or two names in
    one folder differ in nothing but their Unicode form.

    Raises:
        ContentError: a folder or file may not be looked at, so that what it holds is unknown.

    """
    glance = Glance()
    real = content.resolve()
    suffixes, alone = folders(editions), single_files(editions)
    for path in sorted(set(touched)):
        if not path.is_relative_to(real):
            if real.is_relative_to(path):
                return None
            continue
        parts = path.relative_to(real).parts
        depth = 2 if parts and parts[0] in editions else 1
        folder = "/".join(parts[:depth])
        if folder in alone and not any(map(_has_two_forms, path.parents[: depth - 1])):
            name = f"{content.name}/{folder}"
            glance.looked_at.append(name)
            glance.seen.extend(filter(None, [look_at(path, name, "")]))
            continue
        known = folder in suffixes or len(parts) < depth
        if any(map(is_hidden, parts)) or (parts and not known):
            continue
        if len(parts) <= depth or any(map(_has_two_forms, (path, *path.parents[: len(parts) - 1]))):
            return None
        name = "/".join((content.name, *(unicodedata.normalize("NFC", part) for part in parts)))
        glance.looked_at.append(name)
        if path.is_dir() and not path.is_symlink():
            glance.seen.extend(below(str(path), name, suffixes[folder]))
        elif seen := look_at(path, name, suffixes[folder]):
            glance.seen.append(seen)
    return glance


def _has_two_forms(path: Path) -> bool:
    """Tell whether a name may be one of two that readers take for the same."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return True
    forms = {unicodedata.normalize(form, path.name) for form in ("NFC", "NFD")}
    if forms == {path.name}:
        return False
    others = [form for form in forms if form != path.name]
    return path.name not in forms or any(os.path.lexists(path.with_name(each)) for each in others)
