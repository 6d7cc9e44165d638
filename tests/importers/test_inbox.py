"""The inbox: what is taken from it, where it goes, and that nothing in it is ever lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nashra.importers.inbox import Look, home, is_at_rest
from tests.importers.test_import_command import (
    ARTICLE,
    DATE,
    IMPORTED,
    INBOX,
    REFUSED,
    TEXT,
    Desk,
    desk,
)

__all__ = ["desk"]

EMPTY = ""


def lying(desk: Desk) -> list[str]:
    """Give what lies in the inbox, receipts left out."""
    files = (file for file in desk.files() if file.startswith(f"{INBOX}/"))
    return [file.removeprefix(f"{INBOX}/") for file in files if not file.endswith(".json")]


@pytest.mark.parametrize(
    ("now", "before", "moment", "rests", "why"),
    [
        (None, None, 100.0, False, "it is gone"),
        (Look(5, 90.0), None, 100.0, True, "nobody has touched it for ten seconds"),
        (Look(5, 99.5), None, 100.0, False, "touched just now, and seen once"),
        (Look(5, 99.5), Look(5, 99.5), 100.0, True, "as it was when it was looked at before"),
        (Look(9, 99.5), Look(5, 99.5), 100.0, False, "it grew meanwhile"),
        (Look(5, 99.7), Look(5, 99.5), 100.0, False, "it was written again"),
        (Look(5, 500.0), Look(5, 500.0), 100.0, True, "a clock that goes wrong delays nothing"),
    ],
)
def test_a_file_is_at_rest_when_nobody_writes_it(
    now: Look | None, before: Look | None, moment: float, *, rests: bool, why: str
) -> None:
    assert is_at_rest(now, moment, before=before) is rests, why


@pytest.mark.parametrize(
    ("file", "refused", "goes", "why"),
    [
        (f"{INBOX}/a.txt", False, f"{IMPORTED}/a.txt", "it was imported"),
        (f"{INBOX}/sport/cup/a.txt", False, f"{IMPORTED}/sport/cup/a.txt", "folders are kept"),
        (f"{INBOX}/sport/a.txt", True, f"{REFUSED}/sport/a.txt", "it is faulty"),
        (f"{IMPORTED}/a.txt", False, f"{IMPORTED}/a.txt", "it has left already"),
        ("../desk/a.txt", False, "../desk/a.txt", "it is not the inbox's"),
    ],
)
def test_only_what_waits_in_the_inbox_goes_anywhere(
    file: str, *, refused: bool, goes: str, why: str
) -> None:
    assert home(file, refused=refused) == goes, why


def test_a_text_leaves_the_inbox_once_its_story_is_written(desk: Desk) -> None:
    desk.drop(TEXT)

    assert desk.take().code == 0
    assert lying(desk) == ["imported/sport/x.txt"]
    assert desk.read(f"{IMPORTED}/sport/x.txt") == TEXT
    assert "nothing to import" in desk.take().out


def test_a_faulty_text_lies_beside_a_note_that_says_why(desk: Desk) -> None:
    desk.drop(EMPTY)

    assert desk.take().code == 1
    assert lying(desk) == ["refused/sport/x.txt", "refused/sport/x.txt.why.txt"]
    note = desk.read(f"{REFUSED}/sport/x.txt.why.txt")
    assert "الملف فارغ." in note
    assert "The file is empty." in note
    assert "Write the headline on the first line" in note, "and what to do"
    assert "nothing to import" in desk.take().out


def test_no_text_is_ever_overwritten_by_another(desk: Desk) -> None:
    for number in range(3):
        desk.drop(f"خبر رقم {number}\nنصه {number}.\nوباقيه {number}.")
        desk.take()

    assert lying(desk) == [
        "imported/sport/x-2.txt",
        "imported/sport/x-3.txt",
        "imported/sport/x.txt",
    ]
    assert len({desk.read(f"{INBOX}/{file}") for file in lying(desk)}) == 3


def test_the_same_text_dropped_again_makes_no_heap(desk: Desk) -> None:
    for _ in range(3):
        desk.drop(TEXT)
        said = desk.take()

    assert "already imported" in said.out
    assert lying(desk) == ["imported/sport/x.txt"]


def test_three_versions_of_a_story_are_one_article(desk: Desk) -> None:
    for more in ("", "\nوطار الفرخ.", "\nوطار الفرخ.\nوعاد."):
        desk.drop(TEXT + more)
        assert desk.take().code == 0

    assert desk.articles() == [ARTICLE]
    assert "وعاد." in desk.read()


def test_a_file_from_outside_stays_where_it_is(desk: Desk) -> None:
    path = desk.drop(TEXT, "desk/x.txt")
    faulty = desk.drop(EMPTY, "desk/y.txt")

    desk.take(files=(path, faulty))

    assert path.exists()
    assert faulty.exists()
    assert lying(desk) == []


def test_a_dry_run_moves_nothing(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.drop(EMPTY, f"{INBOX}/y.txt")
    before = desk.files()

    desk.take("--dry-run")

    assert desk.files() == before


def test_a_note_on_the_inbox_itself_is_no_story(desk: Desk) -> None:
    desk.drop("ضع هنا النصوص.", f"{INBOX}/اقرأني.txt")
    desk.drop("Drop text here.", f"{INBOX}/README.txt")

    assert "nothing to import" in desk.take().out
    assert lying(desk) == ["README.txt", "اقرأني.txt"]


def test_a_text_just_written_is_imported_when_it_has_stopped_growing(desk: Desk) -> None:
    path = desk.drop(TEXT)
    os.utime(path)

    assert desk.take().code == 0
    assert desk.articles() == [ARTICLE]


def test_a_file_name_that_is_spelt_in_parts_is_moved(desk: Desk) -> None:
    desk.drop(TEXT, f"{INBOX}/sport/cafe\u0301.txt")

    assert desk.take().code == 0
    assert lying(desk) == ["imported/sport/caf\u00e9.txt"]


def test_an_import_that_was_killed_is_finished_by_the_next(desk: Desk) -> None:
    many = 2500
    for number in range(many):
        text = f"خبر عن الطائر رقم {number}\nمقدمة {number}.\nنص الخبر {number}."
        desk.drop(text, f"{INBOX}/sport/{number:05}.txt")
    root = desk.site.root
    command = (sys.executable, "-m", "nashra", "import", "--site", str(root), *DATE)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        started = time.monotonic()
        while _count(root / "content/articles") < many // 2 and time.monotonic() - started < 60:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
    assert _count(root / INBOX) == many, "nothing is lost"
    assert 0 < _count(root / "content/articles") < many

    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert _count(root / IMPORTED) == many
    assert len(desk.articles()) == many, "nothing twice, nothing lost"


def _count(folder: Path) -> int:
    return sum(path.suffix in {".txt", ".md"} for path in folder.rglob("*"))


def test_what_a_browser_saved_beside_a_page_is_no_story(desk: Desk) -> None:
    page = f"<h1>{TEXT.splitlines()[0]}</h1><p>{TEXT.splitlines()[2]}</p>"
    desk.drop(page, f"{INBOX}/sport/page.html")
    desk.drop("<p>إعلان</p>", f"{INBOX}/sport/page_files/ad.html")
    desk.drop("عنوان\nنص.", f"{INBOX}/sport/old_files/x.txt")

    assert desk.take().code == 0
    assert lying(desk) == [
        "imported/sport/old_files/x.txt",
        "imported/sport/page.html",
        "sport/page_files/ad.html",
    ]
