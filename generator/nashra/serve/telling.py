"""Whether the system tells of what is saved in a folder, or has to be asked again and again."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

PROBE = ".nashra-probe"
"""How the name of a file begins that is written to see whether the system tells of it."""
_MOUNTS = Path("/proc/self/mountinfo")
_SILENT = re.compile(
    r"nfs4?|cifs|smb\w*|9p|afs|ncpfs|sshfs|vboxsf|prl_fs|virtiofs|drvfs|osxfs"
    r"|fuse\.(?:sshfs|gvfsd-fuse|rclone|s3fs|osxfs|grpcfuse|vmhgfs-fuse)"
)
"""File systems that other machines write to as well: this one hears only of what it writes."""


def is_silent(folder: Path, mounts: str) -> bool:
    """Tell by Linux's table of mounts (proc(5)) whether others may write to a folder unheard."""
    found, longest = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:  # noqa: PLR2004 — the mount point is the fifth
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= longest:
            found, longest = after.split()[0], len(point.parts)
    return _SILENT.fullmatch(found) is not None


def any_silent(folders: Iterable[Path]) -> bool:
    """Tell whether others may write to one of some folders unheard, as far as the system says."""
    try:
        mounts = _MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return False
    return any(is_silent(folder, mounts) for folder in folders)


def write_probe(folders: Iterable[Path]) -> bool:
    """Write a file that is gone at once into the first folder that takes one; tell if one did."""
    for folder in folders:
        probe = folder / f"{PROBE}-{os.getpid()}"
        try:
            probe.write_bytes(b"")
        except OSError:
            continue
        with contextlib.suppress(OSError):
            probe.unlink()
        return True
    return False
