"""`nashra new article` as a writer uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import Site

PLACE = "content/articles/science/2026/11"


def new(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nashra", "--lang", "en", "new", "article", *arguments]
    return subprocess.run(
        [*command, "--now", "2026-11-23T12:00", "--no-open"],
        cwd=site.root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_draft_is_made_in_its_place_and_builds(site: Site) -> None:
    done = new(site, "--title", "  افتتاح   مكتبة ", "--section", "علوم", "--author", "أمل")

    assert done.returncode == 0, done.stderr
    file = site.root / PLACE / "افتتاح-مكتبة.md"
    assert f"{PLACE}/افتتاح-مكتبة.md" in done.stdout
    text = file.read_text("utf-8")
    for line in ("title: افتتاح مكتبة", "status: draft", "section: science", "  - أمل"):
        assert line in text.splitlines()
    report = site.build()
    assert not [each for each in report.problems if each.file.endswith(".md")]
    assert "افتتاح مكتبة" not in site.everything(), "it is a draft"


def test_no_file_is_written_over(site: Site) -> None:
    for _ in range(3):
        assert new(site, "--title", "خبر", "--section", "2").returncode == 0

    folder = site.root / PLACE.replace("science", "sport")
    assert sorted(each.name for each in folder.iterdir()) == ["خبر-2.md", "خبر-3.md", "خبر.md"]


@pytest.mark.parametrize(
    ("arguments", "said", "why"),
    [
        ((), "A story needs a headline.", "nobody is there to answer"),
        (("--title", " "), "A story needs a headline.", "an empty one"),
        (("--title", "خبر", "--section", "طبخ"), "There are: علوم", "a section that is none"),
    ],
)
def test_what_cannot_be_made_is_refused(
    site: Site, arguments: tuple[str, ...], said: str, why: str
) -> None:
    done = new(site, *arguments)

    assert done.returncode == 2, why
    assert said in done.stderr
    assert not (site.root / "content" / "articles").exists()


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own")
def test_what_was_not_told_is_asked_for(site: Site) -> None:
    import pty  # noqa: PLC0415 - there is none on Windows

    desk, terminal = pty.openpty()
    command = [sys.executable, "-m", "nashra", "--lang", "ar", "new", "article", "--no-open"]
    with subprocess.Popen(
        command, cwd=site.root, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as running:
        os.write(desk, "خبر سئل عنه\n2\n\n".encode())
        assert running.stdout is not None
        said = running.stdout.read().decode()
    os.close(desk)
    os.close(terminal)

    assert running.returncode == 0, said
    assert "العنوان" in said
    assert "2 رياضة" in said
    assert list(Path(site.root, "content/articles/sport").rglob("خبر-سئل-عنه.md"))


def test_a_folder_of_that_name_can_still_become_a_site(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nashra", "new", "./article"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert (tmp_path / "article" / "config.yaml").exists()
