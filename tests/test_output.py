"""Bytes into the output folder: whole files or none, and nothing that is not ours removed."""

from __future__ import annotations

import contextlib
import errno
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.errors import OutputError
from nashra.output import Stat, digest_of, empty_staging, lay, look, move_in, remove


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site" / "output"


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    return tmp_path / "site" / ".nashra" / "staging"


def write(folder: Path, target: str, data: bytes = b"x") -> Path:
    path = folder / target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def lay_all(staging: Path, files: dict[str, bytes]) -> dict[str, Stat]:
    """Lay files in an emptied staging; give each as it will lie in the output."""
    empty_staging(staging)
    return {target: lay(staging, target, data) for target, data in files.items()}


class TestMovingIn:
    @pytest.mark.parametrize("before", [{}, {"about/index.html": b"x"}], ids=["first", "later"])
    def test_files_come_into_folders_that_are_made_for_them(
        self, output: Path, staging: Path, before: dict[str, bytes]
    ) -> None:
        for target, data in before.items():
            write(output, target, data)
        laid = lay_all(staging, {"أ/ب/index.html": "نهر".encode(), "x.css": b""})
        move_in(output, staging, laid)

        assert (output / "أ/ب/index.html").read_text("utf-8") == "نهر"
        assert (output / "x.css").read_bytes() == b""
        assert laid.items() <= look(output).items(), "each lies as it was told when it was laid"
        assert laid["أ/ب/index.html"].size == 6
        assert not staging.exists(), "nothing is left beside the site"

    def test_nothing_is_in_the_output_before_everything_is_laid(
        self, output: Path, staging: Path
    ) -> None:
        write(output, "index.html", b"old")
        lay_all(staging, {"index.html": b"new", "a/index.html": b"newer"})

        assert look(output).keys() == {"index.html"}
        assert (output / "index.html").read_bytes() == b"old"

    def test_a_file_takes_the_place_of_the_one_before(self, output: Path, staging: Path) -> None:
        write(output, "index.html", b"a much longer old page")
        move_in(output, staging, lay_all(staging, {"index.html": b"new"}))

        assert (output / "index.html").read_bytes() == b"new"

    def test_a_file_that_is_laid_twice_is_the_later_one_whole(
        self, output: Path, staging: Path
    ) -> None:
        lay_all(staging, {"index.html": b"a much longer page"})
        lay(staging, "index.html", b"short")
        move_in(output, staging, ["index.html"])

        assert (output / "index.html").read_bytes() == b"short"

    def test_what_a_killed_build_left_beside_the_site_is_swept_away(
        self, output: Path, staging: Path
    ) -> None:
        write(staging, "half/index.html", b"half a pa")
        move_in(output, staging, lay_all(staging, {"index.html": b"new"}))

        assert look(output).keys() == {"index.html"}

    def test_foreign_files_in_the_output_are_left_where_they_are(
        self, output: Path, staging: Path
    ) -> None:
        write(output, "CNAME", b"mine")
        move_in(output, staging, lay_all(staging, {"index.html": b"new"}))

        assert look(output).keys() == {"CNAME", "index.html"}
        assert (output / "CNAME").read_bytes() == b"mine"

    @pytest.mark.parametrize("kind", ["folder", "link"])
    def test_an_empty_output_takes_the_first_site(
        self, output: Path, staging: Path, tmp_path: Path, kind: str
    ) -> None:
        output.parent.mkdir(parents=True)
        if kind == "folder":
            output.mkdir()
        else:
            (tmp_path / "disk").mkdir()
            output.symlink_to(tmp_path / "disk")
        move_in(output, staging, lay_all(staging, {"a/index.html": b"new"}))

        assert (output / "a/index.html").read_bytes() == b"new"
        assert output.is_symlink() == (kind == "link"), "a link stays a link"

    def test_nothing_laid_is_nothing_moved(self, output: Path, staging: Path) -> None:
        page = write(output, "index.html", b"old")
        move_in(output, staging, lay_all(staging, {}))

        assert page.read_bytes() == b"old"
        assert not staging.exists()

    @pytest.mark.parametrize("target", ["../escaped.html", "a/../../escaped.html"])
    def test_no_target_reaches_outside_its_folder(
        self, output: Path, staging: Path, target: str
    ) -> None:
        write(output, "index.html")
        with contextlib.suppress(OutputError):
            move_in(output, staging, lay_all(staging, {target: b"x"}))

        assert not list(output.parent.rglob("escaped.html"))


@contextlib.contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TestFailing:
    """A full disk or a lack of leave is told as such, and the last site stays."""

    def test_a_full_disk_moves_nothing(
        self, output: Path, staging: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        write(output, "index.html", b"old")
        lay_all(staging, {"a.html": b"new"})
        monkeypatch.setattr(os, "open", full)
        with pytest.raises(OutputError, match="No space left") as caught:
            lay(staging, "index.html", b"newer")

        (problem,) = caught.value.problems
        assert problem.file == str(staging)
        assert problem.what.ar
        assert look(output).keys() == {"index.html"}
        assert (output / "index.html").read_bytes() == b"old"

    def test_room_for_half_a_file_is_no_room(self, staging: Path) -> None:
        empty_staging(staging)
        with room_for(1000), pytest.raises(OutputError):
            lay(staging, "index.html", b"x" * 2000)

    def test_a_staging_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        write(tmp_path, "taken")

        with pytest.raises(OutputError, match="cannot be written"):
            empty_staging(tmp_path / "taken" / "staging")

    def test_an_output_that_is_a_file(self, output: Path, staging: Path) -> None:
        laid = lay_all(staging, {"index.html": b"new"})
        output.write_bytes(b"mine")

        with pytest.raises(OutputError, match="cannot be written"):
            move_in(output, staging, laid)
        assert output.read_bytes() == b"mine"

    def test_a_folder_in_the_place_of_a_file(self, output: Path, staging: Path) -> None:
        foreign = write(output, "index.html/mine.txt", b"mine")

        with pytest.raises(OutputError, match="cannot be written"):
            move_in(output, staging, lay_all(staging, {"index.html": b"new"}))
        assert foreign.read_bytes() == b"mine"

    def test_a_file_that_cannot_be_removed(self, output: Path) -> None:
        write(output, "a/b", b"x")

        with pytest.raises(OutputError, match="cannot be written"):
            remove(output, ["a"])


class TestRemoving:
    def test_a_file_goes_with_the_folders_that_this_empties(self, output: Path) -> None:
        write(output, "river/2027/03/a/index.html")
        write(output, "river/index.html")

        assert remove(output, ["river/2027/03/a/index.html"]) == ["river/2027/03/a/index.html"]
        assert [path.name for path in (output / "river").iterdir()] == ["index.html"]

    def test_a_folder_with_a_foreign_file_stays_with_it(self, output: Path) -> None:
        write(output, "river/a/index.html")
        foreign = write(output, "river/a/notes.txt", b"mine")
        remove(output, ["river/a/index.html"])

        assert foreign.read_bytes() == b"mine"
        assert look(output).keys() == {"river/a/notes.txt"}

    def test_an_empty_folder_that_somebody_made_stays(self, output: Path) -> None:
        write(output, "river/index.html")
        (output / "mine").mkdir()
        remove(output, ["river/index.html"])

        assert (output / "mine").is_dir()
        assert not (output / "river").exists()

    def test_the_output_folder_itself_stays(self, output: Path) -> None:
        write(output, "index.html")
        remove(output, ["index.html"])

        assert output.is_dir()

    def test_what_is_gone_already_is_no_fault_and_not_told(self, output: Path) -> None:
        write(output, "b.html")

        assert remove(output, ["a/index.html", "b.html"]) == ["b.html"]


class TestLooking:
    def test_every_file_with_its_size_and_time(self, output: Path) -> None:
        page = write(output, "river/a/index.html", b"12345")
        os.utime(page, ns=(7_000_000_001, 7_000_000_001))
        write(output, "index.html")

        found = look(output)
        assert found.keys() == {"river/a/index.html", "index.html"}
        assert found["river/a/index.html"] == Stat(5, 7_000_000_001)

    def test_no_folder_yet(self, output: Path) -> None:
        assert look(output) == {}

    def test_hidden_folders_at_the_top_are_other_programs(self, output: Path) -> None:
        write(output, ".git/HEAD")
        write(output, ".nojekyll")
        write(output, ".well-known-not/.hidden/x")
        write(output, "river/.hidden/x")

        assert look(output).keys() == {".nojekyll", "river/.hidden/x"}

    def test_a_link_to_a_folder_is_not_walked(self, output: Path, tmp_path: Path) -> None:
        write(tmp_path / "elsewhere", "big.bin", b"123")
        output.mkdir(parents=True)
        (output / "link").symlink_to(tmp_path / "elsewhere")

        assert look(output).keys() == {"link"}


def test_a_digest_tells_bytes_apart() -> None:
    assert digest_of(b"a") == digest_of(b"a")
    assert digest_of(b"a") != digest_of(b"b")
    assert digest_of(b"") != digest_of(b"\0")
