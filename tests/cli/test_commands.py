"""The command line: what each command gives, prints and leaves with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import Site, story

GOOD = "content/articles/science/2026/11/خبر.md"


def nashra(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does: in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "nashra", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_help_names_every_command_and_loads_none_of_them() -> None:
    script = (
        "import sys; from nashra.cli import _nashra;"
        "_nashra.main(['--help'], standalone_mode=False);"
        "heavy = {'pydantic', 'markdown', 'jinja2', 'rich', 'uvicorn'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout

    for command in ("new", "import", "build", "serve", "check"):
        assert f"\n  {command}" in loaded
    assert loaded.endswith("[]\n"), "the heavy libraries wait until they are needed"


class TestBuild:
    def test_it_says_what_it_did_and_leaves_with_nought(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر')}")
        done = nashra("build", cwd=site.root)

        assert done.returncode == 0, done.stderr
        assert "الأخبار: 1" in done.stdout
        assert (site.root / "output/science/2026/11/خبر/index.html").exists()

    def test_faults_in_content_are_told_and_leave_with_one(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n---\ntitle: خبر\ndate: أمس\n---\n")
        done = nashra("build", "--site", str(site.root))

        assert done.returncode == 1
        assert f"{GOOD}:3" in done.stderr
        assert "date: أمس" in done.stderr, "the line itself"
        assert "اكتب تاريخا" in done.stderr
        assert "Write a day that exists" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["build", "--now", "غدا"], "--now"),
            (["build", "--jobs", "0"], "--jobs"),
            (["build", "--site", "no-such-folder"], "--site"),
            (["no-such-command"], "no-such-command"),
        ],
    )
    def test_wrong_use_leaves_with_two(self, site: Site, arguments: list[str], said: str) -> None:
        done = nashra(*arguments, cwd=site.root)

        assert done.returncode == 2
        assert said in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_folder_that_is_no_site_leaves_with_two(self, tmp_path: Path) -> None:
        done = nashra("build", cwd=tmp_path)

        assert done.returncode == 2
        assert "nashra new" in done.stderr, "what to do"
        assert "Traceback" not in done.stderr

    def test_its_report_for_machines(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر')}")
        report = json.loads(nashra("build", "--json", cwd=site.root).stdout)

        assert report["stories"] == 1
        assert "science/2026/11/خبر/index.html" in report["added"]
        assert report["problems"] == []

    def test_quiet_prints_nothing_when_all_is_well(self, site: Site) -> None:
        assert nashra("build", "--quiet", cwd=site.root).stdout == ""

    def test_another_output_folder_has_a_memory_of_its_own(
        self, site: Site, tmp_path: Path
    ) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر')}")
        other = tmp_path / "elsewhere"
        nashra("build", cwd=site.root)
        nashra("build", "--output", str(other), cwd=site.root)
        site.remove(GOOD)
        nashra("build", "--output", str(other), cwd=site.root)
        nashra("build", cwd=site.root)

        for output in (other, site.root / "output"):
            assert (output / "index.html").exists()
            assert not (output / "science/2026/11/خبر").exists()

    def test_now_decides_what_is_public(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر', date='2026-11-20')}")
        page = site.root / "output/science/2026/11/خبر/index.html"
        nashra("build", "--now", "2026-11-19T23:59", cwd=site.root)
        assert not page.exists()

        nashra("build", "--now", "2026-11-20T00:00", cwd=site.root)
        assert page.exists()

    def test_one_process_or_two_give_the_same_bytes(self, site: Site) -> None:
        site.write(
            "".join(
                f"-- content/articles/sport/{number}.md --\n{story(f'خبر {number}')}"
                for number in range(450)
            )
        )
        nashra("build", "--jobs", "1", cwd=site.root)
        one = site.files()
        nashra("build", "--jobs", "2", "--output", "two", cwd=site.root)

        assert Site(site.root).files() == one
        assert {
            path.relative_to(site.root / "two").as_posix(): path.read_bytes()
            for path in (site.root / "two").rglob("*")
            if path.is_file()
        } == one


class TestCheck:
    def test_it_tells_dead_links_with_their_line_and_builds_nothing(self, site: Site) -> None:
        body = "اقرأ [هذا](/nowhere/) و[ذاك](/science/) و[غيره](https://example.com/)."
        site.write(f"-- {GOOD} --\n{story('خبر', body=body)}")
        done = nashra("check", cwd=site.root)

        assert done.returncode == 1
        assert f"{GOOD}:6" in done.stderr
        assert "/nowhere/" in done.stderr
        assert "example.com" not in done.stderr.replace(body, "")
        assert not (site.root / "output").exists()

    def test_related_stories_that_are_not_there_are_a_notice(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر', related='[لا وجود له]')}")
        done = nashra("check", cwd=site.root)

        assert done.returncode == 0
        assert "لا وجود له" in done.stderr

    def test_it_leaves_the_next_build_as_much_to_do(self, site: Site) -> None:
        site.write(f"-- {GOOD} --\n{story('خبر')}")
        nashra("check", cwd=site.root)
        nashra("build", cwd=site.root)

        assert (site.root / "output/science/2026/11/خبر/index.html").exists()


class TestNew:
    def test_a_new_site_builds_at_once_without_a_fault(self, tmp_path: Path) -> None:
        made = nashra("new", "صحيفتي", cwd=tmp_path)
        assert made.returncode == 0, made.stderr
        built = nashra("build", cwd=tmp_path / "صحيفتي")

        assert built.returncode == 0, built.stderr
        assert built.stderr == "", "nor with a notice"
        front = (tmp_path / "صحيفتي/output/index.html").read_text("utf-8")
        assert front.count("<article") >= 6, "the front page is filled"

    def test_it_never_writes_into_a_folder_that_holds_something(self, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/mine.txt").write_text("لي", "utf-8")
        done = nashra("new", "site", cwd=tmp_path)

        assert done.returncode == 2
        assert [path.name for path in (tmp_path / "site").iterdir()] == ["mine.txt"]
