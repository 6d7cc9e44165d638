"""Which files of `content/` can become entries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nashra.content.scan import Seen, scan
from nashra.errors import ContentError


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def write(content: Path, *names: str) -> None:
    for name in names:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("نص", "utf-8")


def found(content: Path) -> list[str]:
    return [seen.file for seen in scan(content)]


def test_no_content_yet(content: Path) -> None:
    assert found(content) == []


def test_every_entry_at_any_depth(content: Path) -> None:
    names = [
        "authors/hind.md",
        "articles/a.md",
        "articles/sea/2027/03/المد.md",
        "pages/about.md",
        "media/2027/boat.jpg",
        "media/notes.md",
    ]
    write(content, *names)

    assert sorted(found(content)) == sorted(f"content/{name}" for name in names)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("articles/.hidden.md", "hidden"),
        ("articles/.git/a.md", "in a hidden folder"),
        ("articles/.#a.md", "an editor's lock"),
        ("articles/a.md~", "an editor's backup"),
        ("articles/~a.md", "an office program's"),
        ("articles/a.txt", "no Markdown"),
        ("articles/a.md.bak", "a backup by its ending"),
        ("articles/md", "a name, not an ending"),
        ("inbox/a.md", "the inbox is not read"),
        ("a.md", "beside the folders"),
        ("media/.DS_Store", "a system's own"),
    ],
)
def test_what_is_left_out(content: Path, name: str, why: str) -> None:
    write(content, name)

    assert found(content) == [], why


@pytest.mark.parametrize("name", ["a.MD", "a.Md"])
def test_an_endings_case_makes_no_difference(content: Path, name: str) -> None:
    write(content, f"articles/{name}")

    assert found(content) == [f"content/articles/{name}"]


def test_authors_come_before_the_stories_that_name_them(content: Path) -> None:
    write(content, "articles/a.md", "authors/z.md", "pages/b.md")

    assert found(content)[0] == "content/authors/z.md"


def test_the_order_is_one_on_every_machine(content: Path) -> None:
    write(content, "articles/ب.md", "articles/a.md", "articles/أ.md")

    assert found(content) == sorted(found(content))


def test_a_name_as_a_mac_writes_it_is_told_in_nfc(content: Path) -> None:
    write(content, "articles/ا\u0653فاق/cafe\u0301.md")
    (seen,) = scan(content)

    assert seen.file == "content/articles/آفاق/café.md"
    assert Path(seen.path).read_text("utf-8") == "نص", "and still opened by its own name"


def test_a_file_is_told_with_its_size_and_time(content: Path) -> None:
    write(content, "articles/a.md")
    os.utime(content / "articles/a.md", ns=(5_000_000_001, 5_000_000_001))
    (seen,) = scan(content)

    assert (seen.size, seen.modified) == (4, 5_000_000_001)
    assert isinstance(seen, Seen)


class TestLinks:
    def test_a_link_to_a_file_is_a_file(self, content: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere.md").write_text("أطول", "utf-8")
        (content / "articles").mkdir(parents=True)
        (content / "articles/a.md").symlink_to(tmp_path / "elsewhere.md")
        (seen,) = scan(content)

        assert seen.size == 8, "the size of what it leads to"

    def test_a_link_to_nothing_is_left_out(self, content: Path) -> None:
        (content / "articles").mkdir(parents=True)
        (content / "articles/a.md").symlink_to("nowhere.md")

        assert found(content) == []

    def test_a_folder_that_leads_back_to_itself_is_not_walked(self, content: Path) -> None:
        write(content, "articles/sea/a.md")
        (content / "articles/sea/back").symlink_to(content / "articles")

        assert found(content) == ["content/articles/sea/a.md"]

    def test_a_link_that_leads_to_itself_is_left_out(self, content: Path) -> None:
        (content / "articles").mkdir(parents=True)
        (content / "articles/a.md").symlink_to("a.md")

        assert found(content) == []

    @pytest.mark.parametrize("name", ["media/folder", "articles/folder.md"])
    def test_a_link_to_a_folder_is_no_file(self, content: Path, name: str) -> None:
        write(content, "articles/a.md")
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).symlink_to(content / "articles")

        assert found(content) == ["content/articles/a.md"]


def test_a_folder_that_may_not_be_read_is_named_rather_than_taken_for_empty(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(content, "articles/sea/a.md", "articles/b.md")
    scandir = os.scandir

    def closed(path: str) -> object:
        if path.endswith("sea"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)

    with pytest.raises(ContentError, match="content/articles/sea"):
        found(content)


def test_two_files_never_go_by_one_name(content: Path) -> None:
    write(content, "articles/آ.md", "articles/ا\u0653.md")
    names = found(content)

    assert len(set(names)) == len(names)
