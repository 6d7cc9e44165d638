"""However often a build is killed, the output is a whole site, and the next build mends the rest.

Builds are killed with all their processes, by SIGKILL, which no program can answer: at moments
drawn by lot from the time that a build takes, and between two files that are moved in or removed.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from nashra import cli, workers
from nashra.lock import held
from tests.sites import NOW, Site, new_site, story

ROUNDS = 5
KILLS = 5
"""In each round, for each number of processes; then a build is let finish."""
STORIES = 300
Files = dict[str, bytes]


def name_of(number: int) -> str:
    return f"content/articles/{'sport' if number % 2 else 'science'}/{number:03}.md"


def text_of(number: int, body: str = "نص الخبر.") -> str:
    return story(
        f"خبر {number}",
        date=f"2026-{1 + number % 10:02}-{1 + number % 28:02}",
        tags=f"[وسم{number % 7}]",
        authors=f"كاتب {number % 5}",
        body=body,
    )


class Newsroom:
    """A site, and hands that change it by lot."""

    def __init__(self, root: Path, lots: random.Random) -> None:
        self.lots = lots
        listing = "".join(f"-- {name_of(n)} --\n{text_of(n)}" for n in range(STORIES))
        self.site = new_site(root, listing)
        self.edits: list[Callable[[], None]] = [
            self.write, self.write, self.add, self.delete, self.turn_a_page, self.redraw,
        ]  # fmt: skip

    def edit(self) -> None:
        for edit in self.lots.sample(self.edits, 3):
            edit()

    def write(self) -> None:
        for number in self.lots.sample(range(STORIES), 20):
            body = f"نص {self.lots.randrange(3)}"
            self.site.write(f"-- {name_of(number)} --\n{text_of(number, body)}")

    def add(self) -> None:
        number = self.lots.randrange(STORIES, STORIES * 2)
        self.site.write(f"-- {name_of(number)} --\n{text_of(number)}")

    def delete(self) -> None:
        for number in self.lots.sample(range(STORIES), 5):
            (self.site.root / name_of(number)).unlink(missing_ok=True)

    def turn_a_page(self) -> None:
        self._replace("config.yaml", r"stories_per_page: \d+", "stories_per_page: {}")

    def redraw(self) -> None:
        self._replace("themes/plain/templates/card.html", r"<li[^>]*>", "<li class=c{}>")

    def _replace(self, name: str, pattern: str, text: str) -> None:
        path = self.site.root / name
        new = text.format(self.lots.randrange(3, 6))
        path.write_text(re.sub(pattern, new, path.read_text("utf-8")), "utf-8")


def start(site: Site, jobs: int, *, moves: int | None = None) -> int:
    """Start a build in a group of processes of its own; give the group's number.

    Where `moves` is told, it kills itself after it has moved or removed so many files.
    """
    child = os.fork()
    if child:
        os.setpgid(child, child)
        return child
    try:
        os.setpgid(0, 0)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        if moves is not None:
            die_after(moves)
        sys.argv = ["nashra", "build", "--quiet", "--site", str(site.root)]
        sys.argv += ["--now", NOW.isoformat(), "--jobs", str(jobs)]
        cli.main()
    except SystemExit as left:
        os._exit(int(left.code or 0))
    finally:
        os._exit(70)


def die_after(moves: int) -> None:
    """Let this process move or remove so many files, and kill its group at the next."""
    left = iter(range(moves))

    def counted(act: Callable[..., None]) -> Callable[..., None]:
        def wrapped(*arguments: object, **options: object) -> None:
            if next(left, None) is None:
                os.killpg(0, signal.SIGKILL)
            act(*arguments, **options)

        return wrapped

    os.replace = counted(os.replace)
    os.unlink = counted(os.unlink)


def finished(child: int) -> bool:
    """Wait for a build; tell whether it came to its end."""
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, -signal.SIGKILL}, "no build fails of what was left by one that was killed"
    return code == 0


class Watch:
    """What may lie in the output: each file as some state since the last whole build has it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.files: Files = {}
        self.states: list[Files] = [{}]

    def look(self) -> None:
        """Look at the output after a build was killed, or let finish."""
        files = self.site.files()
        if files == self.files:
            return
        self.files = files
        self.states.append(self.site.cold())
        for target in set().union(files, *self.states):
            may_be = [state.get(target) for state in self.states]
            assert files.get(target) in may_be, f"{target} is of no build's making"

    def look_at_the_whole(self) -> None:
        """Look at the output after a build that came to its end."""
        self.files = self.site.files()
        self.states = [self.site.cold()]
        assert self.files == self.states[0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_output_is_whole_whenever_a_build_is_killed(
    tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "WORTH_A_POOL", 50)
    lots = random.Random(jobs)  # noqa: S311
    newsroom = Newsroom(tmp_path / "site", lots)
    watch, time_taken = Watch(newsroom.site), 0.5
    for _ in range(ROUNDS):
        for kill in range(KILLS):
            newsroom.edit()
            moves = lots.randrange(60) if kill % 2 else None
            child = start(newsroom.site, jobs, moves=moves)
            if moves is None:
                time.sleep(lots.uniform(0, time_taken))
                os.killpg(child, signal.SIGKILL)
            finished(child)
            watch.look()
        newsroom.edit()
        started = time.monotonic()
        assert finished(start(newsroom.site, jobs))
        time_taken = time.monotonic() - started
        watch.look_at_the_whole()


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_that_is_killed_alone_holds_up_no_other(
    tmp_path: Path, signal_sent: signal.Signals
) -> None:
    site = Newsroom(tmp_path / "site", random.Random(0)).site  # noqa: S311
    for number in range(STORIES, STORIES * 3):
        site.write(f"-- {name_of(number)} --\n{text_of(number, '**نص** ' * 200)}")
    command = [sys.executable, "-m", "nashra", "build", "--quiet", "--jobs", "2"]
    with subprocess.Popen(
        [*command, "--site", site.root], start_new_session=True, stderr=subprocess.DEVNULL
    ) as build:
        try:
            wait_for_workers(build)
            build.send_signal(signal_sent)
            build.wait()
            with held(site.folders.state, patience=5):
                pass
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)


def wait_for_workers(build: subprocess.Popen[bytes]) -> None:
    """Wait until a build has two processes at work for it, as Linux tells."""
    children = Path(f"/proc/{build.pid}/task/{build.pid}/children")
    if not children.exists():
        pytest.skip("only Linux tells of a process's children by a file")
    while len(children.read_text("ascii").split()) < 2:
        assert build.poll() is None, "it ended before it could be killed"
        time.sleep(0.01)
