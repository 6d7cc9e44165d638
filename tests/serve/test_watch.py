"""From events to the paths that matter: first as a table, then with a real observer."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from nashra.errors import NashraError
from nashra.serve import watch
from nashra.serve.telling import is_silent
from nashra.serve.watch import Scope, Watcher, matters, watches
from tests.serve.asking import LONG

S = "/site"
SCOPE = Scope(
    watched=(Path(f"{S}/content"), Path(f"{S}/themes"), Path(f"{S}/config.yaml")),
    ignored=(Path(f"{S}/output"), Path(f"{S}/content/built")),
)
STORY = f"{S}/content/articles/سياسة/خبر.md"


def created(path: str) -> FileSystemEvent:
    return FileCreatedEvent(path)


def moved(source: str, to: str) -> FileSystemEvent:
    return FileMovedEvent(source, to)


SESSIONS: dict[str, tuple[list[FileSystemEvent], set[str]]] = {
    "written in place (nano)": (
        [
            FileOpenedEvent(STORY),
            FileModifiedEvent(STORY),
            FileClosedEvent(STORY),
            DirModifiedEvent(f"{S}/content/articles/سياسة"),
            created(f"{S}/content/articles/سياسة/.خبر.md.swp"),
        ],
        {STORY},
    ),
    "vim": (
        [
            created(f"{S}/content/articles/سياسة/4913"),
            FileDeletedEvent(f"{S}/content/articles/سياسة/4913"),
            moved(STORY, f"{STORY}~"),
            created(STORY),
            FileModifiedEvent(STORY),
            FileClosedEvent(STORY),
            FileDeletedEvent(f"{STORY}~"),
        ],
        {STORY},
    ),
    "atomic save (VS Code, GNOME)": (
        [
            created(f"{STORY}.tmp"),
            FileModifiedEvent(f"{STORY}.tmp"),
            moved(f"{STORY}.tmp", STORY),
            moved(f"{S}/content/.goutputstream-AB12CD", f"{S}/content/pages/about.md"),
        ],
        {STORY, f"{S}/content/pages/about.md"},
    ),
    "Emacs": (
        [
            created(f"{S}/content/articles/سياسة/.#خبر.md"),
            created(f"{S}/content/articles/سياسة/#خبر.md#"),
            FileDeletedEvent(f"{S}/content/articles/سياسة/#خبر.md#"),
        ],
        set(),
    ),
    "read by a build": (
        [FileOpenedEvent(STORY), FileClosedNoWriteEvent(STORY)],
        set(),
    ),
    "git checkout": (
        [
            created(f"{S}/.git/index.lock"),
            moved(f"{S}/.git/index.lock", f"{S}/.git/index"),
            created(f"{S}/content/.git/HEAD"),
            *(FileModifiedEvent(f"{S}/content/articles/{n}.md") for n in range(50)),
        ],
        {f"{S}/content/articles/{n}.md" for n in range(50)},
    ),
    "a folder renamed": (
        [DirMovedEvent(f"{S}/content/articles/a", f"{S}/content/articles/b")],
        {f"{S}/content/articles/a", f"{S}/content/articles/b"},
    ),
    "a folder moved out to the trash": (
        [DirMovedEvent(f"{S}/content/articles/a", f"{S}/content/.trash/a")],
        {f"{S}/content/articles/a"},
    ),
    "removed": (
        [FileDeletedEvent(STORY), DirDeletedEvent(f"{S}/content/articles/سياسة")],
        {STORY, f"{S}/content/articles/سياسة"},
    ),
    "the configuration": (
        [FileModifiedEvent(f"{S}/config.yaml"), FileModifiedEvent(f"{S}/config.yaml.orig")],
        {f"{S}/config.yaml"},
    ),
    "themes come": ([DirCreatedEvent(f"{S}/themes")], {f"{S}/themes"}),
    "the site itself goes": ([DirDeletedEvent(S)], {S}),
    "our own output": (
        [
            created(f"{S}/output/index.html"),
            created(f"{S}/content/built/index.html"),
            created(f"{S}/.nashra/catalogue.sqlite-wal"),
        ],
        set(),
    ),
    "what others leave": (
        [
            created(f"{S}/content/media/{name}")
            for name in (
                ".DS_Store",
                "photo.jpg.crdownload",
                "photo.jpg.part",
                "Thumbs.db",
                "~$خبر.docx",
                "x.md___jb_tmp___",
            )
        ]
        + [created(f"{S}/themes/__pycache__/x.pyc"), created(f"{S}/notes.md")],
        set(),
    ),
    "bytes for a path": ([FileCreatedEvent(os.fsencode(STORY))], {STORY}),
    "no path at all": ([FileCreatedEvent("")], set()),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_of_an_editor_gives_what_it_saved(name: str) -> None:
    events, expected = SESSIONS[name]

    found = {str(path) for event in events for path in matters(event, SCOPE)}

    assert found == {str(Path(path)) for path in expected}


def test_what_is_watched_is_watched_through_the_nearest_folder(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)

    assert watches([content, content / "articles", content / "x.yaml"]) == {
        tmp_path: False,
        content: True,
    }
    assert watches([tmp_path / "config.yaml"]) == {tmp_path: False}
    assert watches([tmp_path / "themes" / "mine"]) == {tmp_path: False}


@contextmanager
def watching(*paths: Path) -> Iterator[tuple[Watcher, Callable[[], set[str]]]]:
    """Watch; give the watcher and a function that waits for the next burst of notes."""
    notes: Queue[str] = Queue()

    def burst() -> set[str]:
        found = {notes.get(timeout=LONG)}
        while True:
            try:
                found.add(notes.get(timeout=0.2))
            except Empty:
                return {Path(path).name for path in found}

    watcher = Watcher(Scope(paths), notes.put)
    watcher.start()
    try:
        yield watcher, burst
    finally:
        watcher.stop()


def test_an_atomic_save_deep_below_is_noted(tmp_path: Path) -> None:
    deep = tmp_path / "content" / "articles" / "سياسة"
    deep.mkdir(parents=True)
    with watching(tmp_path / "content") as (_, burst):
        (deep / "خبر.md.tmp").write_text("نص", encoding="utf-8")
        (deep / "خبر.md.tmp").replace(deep / "خبر.md")
        assert burst() == {"خبر.md"}
        (deep / "خبر.md").read_text("utf-8")
        (deep / "خبر.md").unlink()
        assert burst() == {"خبر.md"}


def test_a_folder_that_comes_later_is_watched_to_its_depth(tmp_path: Path) -> None:
    themes = tmp_path / "themes"
    with watching(themes, tmp_path / "config.yaml") as (watcher, burst):
        (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
        (themes / "mine").mkdir(parents=True)
        assert "themes" in burst()
        watcher.attend()
        (themes / "mine" / "theme.yaml").write_text("name: mine", encoding="utf-8")
        assert burst() == {"theme.yaml"}


def test_a_folder_that_goes_and_comes_back_is_watched_again(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with watching(content) as (watcher, burst):
        for name in ("a.md", "b.md"):
            shutil.rmtree(content)
            assert "content" in burst()
            watcher.attend()
            content.mkdir()
            assert "content" in burst()
            watcher.attend()
            (content / name).write_text("x", encoding="utf-8")
            assert burst() == {name}


def test_a_watched_link_is_watched_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "real")
    with watching(tmp_path / "content") as (_, burst):
        (tmp_path / "content" / "a.md").write_text("x", encoding="utf-8")
        assert burst() == {"a.md"}


def test_a_linked_story_is_watched_where_it_lies(tmp_path: Path) -> None:
    beyond, content = tmp_path / "shared", tmp_path / "content"
    beyond.mkdir()
    content.mkdir()
    (beyond / "real.md").write_text("x", encoding="utf-8")
    (beyond / "other.md").write_text("x", encoding="utf-8")
    (content / "link.md").symlink_to(beyond / "real.md")
    with watching(content) as (watcher, burst):
        (beyond / "other.md").write_text("y", encoding="utf-8")
        (beyond / "real.md").write_text("y", encoding="utf-8")
        assert burst() == {"link.md"}
        assert watcher.attend()
        (content / "late.md").symlink_to(beyond / "other.md")
        assert burst() == {"late.md"}
        assert not watcher.attend(), "what it leads to was not watched meanwhile"
        (beyond / "other.md").write_text("z", encoding="utf-8")
        assert burst() == {"late.md"}


@contextmanager
def polling(folder: Path) -> Iterator[tuple[Watcher, Queue[str]]]:
    notes: Queue[str] = Queue()
    watcher = Watcher(Scope((folder,)), notes.put, poll=True)
    watcher.start()
    try:
        yield watcher, notes
    finally:
        watcher.stop()


def test_who_asks_again_and_again_hears_of_a_save_without_the_system(tmp_path: Path) -> None:
    with polling(tmp_path) as (watcher, notes):
        assert watcher.polls
        (tmp_path / "خبر.md").write_text("x", encoding="utf-8")
        assert Path(notes.get(timeout=LONG)).name == "خبر.md"


class Deaf:
    """An observer that the system never tells of anything."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


def test_a_folder_of_whose_files_nobody_tells_is_looked_at_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "Observer", Deaf)
    monkeypatch.setattr(watch, "_PATIENCE", 0.05)
    with watching(tmp_path) as (watcher, burst):
        assert watcher.polls
        assert not list(tmp_path.iterdir()), "the probe is gone"
        (tmp_path / "خبر.md").write_text("x", encoding="utf-8")
        assert burst() == {"خبر.md"}


MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:30 / /mnt/news\\040desk rw - nfs4 server:/desk rw
41 22 0:31 / /mnt/news\\040desk/local rw - tmpfs tmpfs rw
42 22 0:32 / /host rw - fuse.grpcfuse grpcfuse rw
43 22 0:33 / /usb rw - fuse.ntfs-3g /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "silent", "why"),
    [
        ("/home/site", False, "a disk of this machine's"),
        ("/mnt/news desk/site", True, "others write to it; the blank is written in octal"),
        ("/mnt/news desk/local", False, "the nearest mount counts"),
        ("/mnt/news", False, "a name that begins alike is another folder"),
        ("/host/site", True, "a folder of the machine that a container runs on"),
        ("/usb/site", False, "a stick that nobody else writes to"),
    ],
)
def test_a_folder_that_others_write_to_is_known_by_its_mount(
    folder: str,
    silent: bool,  # noqa: FBT001
    why: str,
) -> None:
    assert is_silent(Path(folder), MOUNTS) is silent, why


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "sudo sysctl fs.inotify.max_user_watches=524288"),
        (errno.EMFILE, "sudo sysctl fs.inotify.max_user_instances=1024"),
        (errno.EACCES, "permissions"),
    ],
)
def test_a_system_that_lets_nobody_watch_is_a_problem_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    watcher = Watcher(Scope((tmp_path,)), lambda _: None)

    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(watcher._observer, "schedule", refused)  # noqa: SLF001

    with pytest.raises(NashraError) as told:
        watcher.start()

    assert remedy in told.value.problems[0].remedy.en
