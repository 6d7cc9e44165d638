"""A disk that fills up, and a folder that nobody may write: the last site stays, and it is said.

The disks are real ones, small and in memory; only the system's administrator can have them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nashra.config import Folders
from nashra.errors import OutputError
from tests.sites import NOW, Site, new_site, story

needs_root = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="only Linux's root can mount a small disk",
)
needs_no_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="permissions do not bind root",
)
STORIES = 40
PLENTY = "size=40m,nr_inodes=5000"


class Apart(Site):
    """A site whose output lies in a folder of another disk."""

    @property
    def folders(self) -> Folders:
        return Folders(self.root, self.root.parent / "disk" / "public")


def mount(*arguments: str | Path) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """Have a disk with plenty of room at a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    mount("-t", "tmpfs", "-o", PLENTY, "tmpfs", folder)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write to a folder, root included."""
    mount("--bind", folder, folder)
    try:
        mount("-o", "remount,bind,ro", folder)
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Take everybody's leave to write from a folder and those in it."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for each in folders:
        each.chmod(0o555)
    try:
        yield
    finally:
        for each in folders:
            each.chmod(0o755)


def publish(site: Site, word: str) -> None:
    """Write every story anew, at a new address, with a body of a kilobyte."""
    site.write(
        "".join(
            f"-- content/articles/science/{number:02}.md --\n"
            + story(f"خبر {number}", slug=f"{number}-{word}", body=f"{word} " * 200)
            for number in range(STORIES)
        )
    )


def refusal(site: Site) -> OutputError | None:
    """Build; give the refusal, which must name a folder and say what to do, if there is one."""
    try:
        site.build()
    except OutputError as error:
        (problem,) = error.problems
        assert problem.file
        assert "تعذرت الكتابة" in problem.what.ar
        assert "cannot be written" in problem.what.en
        assert problem.remedy.ar
        assert problem.remedy.en
        return error
    return None


def refused_command(site: Site) -> str:
    """Build in vain, as a person does; give what is said."""
    command = [sys.executable, "-m", "nashra", "build", "--now", NOW.isoformat()]
    done = subprocess.run(
        [*command, "--site", site.root, "--output", site.folders.output],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2, "no fault of the content"
    assert "Traceback" not in done.stderr
    return done.stderr


def site_on(kind: str, folder: Path) -> Site:
    """Give a published site that lies on a disk, or has only its output there."""
    site = new_site(folder / "site") if kind == "site" else Apart(new_site(folder / "site").root)
    publish(site, "أول")
    site.build()
    return site


def taken(folder: Path) -> tuple[int, int]:
    """Give the kilobytes and the inodes that are in use on a disk."""
    stat = os.statvfs(folder)
    kilobytes = (stat.f_blocks - stat.f_bfree) * stat.f_frsize // 1024
    return kilobytes, stat.f_files - stat.f_ffree


@needs_root
@pytest.mark.parametrize(
    ("kind", "limit", "steps"),
    [
        ("site", "size={0}k", range(0, 1600, 100)),
        ("output", "size={0}k", range(0, 1600, 50)),
        ("output", "nr_inodes={1}", range(0, 400, 16)),
    ],
    ids=["a full disk", "a full disk for the output", "a disk with no room for folders"],
)
def test_a_disk_that_fills_up_keeps_the_last_site_until_there_is_room(
    tmp_path: Path, kind: str, limit: str, steps: range
) -> None:
    with disk(tmp_path / "disk") as folder:
        site = site_on(kind, folder if kind == "site" else tmp_path)
        before, refusals = site.files(), 0
        publish(site, "ثان")
        kilobytes, inodes = taken(folder)
        for more in steps:
            mount("-o", f"remount,{limit.format(kilobytes + more, inodes + more)}", folder)
            if more == steps[1]:
                assert "cannot be written" in refused_command(site)
            if refusal(site) is None:
                break
            refusals += 1
            assert site.files() == before, f"with room for {more} more"

        assert refusals > 1
        mount("-o", f"remount,{PLENTY}", folder)
        assert refusal(site) is None
        assert site.files() == site.cold()


@needs_root
@pytest.mark.parametrize("target", ["disk", "output"])
def test_a_read_only_output_keeps_the_last_site(tmp_path: Path, target: str) -> None:
    with disk(tmp_path / "disk") as folder:
        site = site_on("site" if target == "output" else "apart", tmp_path)
        before = site.files()
        publish(site, "ثان")
        with read_only(folder if target == "disk" else site.folders.output):
            assert refusal(site)
            assert "تعذرت الكتابة" in refused_command(site)
            assert site.files() == before

        assert refusal(site) is None
        assert site.files() == site.cold()


@needs_no_root
def test_an_output_without_leave_to_write_keeps_the_last_site(site: Site) -> None:
    publish(site, "أول")
    site.build()
    before = site.files()
    publish(site, "ثان")
    with closed(site.folders.output):
        assert refusal(site)
        assert "Permission denied" in refused_command(site)
        assert site.files() == before

    assert refusal(site) is None
    assert site.files() == site.cold()


@needs_root
def test_an_output_that_is_a_disk_of_its_own_is_an_output_like_any(site: Site) -> None:
    with disk(site.folders.output):
        for word in ("أول", "ثان"):
            publish(site, word)
            assert refusal(site) is None
            assert site.files() == site.cold()
