"""The preview as a whole: a real server, a real observer, a build of a few lines."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import httpx
import pytest

from nashra.errors import NashraError, Problem, Words
from nashra.serve import Clock, preview
from tests.serve.asking import LONG, Site, Stream, eventually, running

PROBLEM = Problem("config.yaml", 1, Words("خطأ.", "Wrong."), Words("صحح.", "Mend it."))


def problems_told(stream: Stream) -> list[str]:
    name, data = stream.event()
    assert name == "problems"
    return [problem["what"]["en"] for problem in json.loads(data)["problems"]]


def test_a_save_is_built_and_told_to_every_page(newsroom: Site) -> None:
    with ExitStack() as stack:
        run = stack.enter_context(running(newsroom, newsroom.settings(base_path="/repo/")))
        page = f"{run.address}خبر/"
        assert urlsplit(run.address).path == "/repo/"
        assert "النص الأول" in httpx.get(page).text

        streams = [stack.enter_context(Stream(run.address)) for _ in range(3)]
        for stream in streams:
            assert [stream.event()[0] for _ in range(2)] == ["hello", "problems"]
        newsroom.write("خبر.txt", "النص الثاني")

        for stream in streams:
            name, data = stream.event()
            assert name == "reload"
            assert json.loads(data)["styles"] is False
        answer = httpx.get(page)
        assert "النص الثاني" in answer.text
        assert json.loads(data)["build"] in answer.text


def test_a_burst_of_saves_is_one_build_and_saves_during_a_build_are_one_more(
    newsroom: Site,
) -> None:
    begun, go_on = Event(), Event()

    def slow() -> None:
        begun.set()
        assert go_on.wait(LONG)

    with running(newsroom, newsroom.settings()) as run:
        newsroom.during = slow
        for number in range(200):
            newsroom.write(f"{number}.txt", "نص")
        assert begun.wait(LONG)
        assert newsroom.builds == 2
        for number in range(200):
            newsroom.write(f"{number}.txt", "نص آخر")
        time.sleep(0.3)
        newsroom.write("0.txt", "نص أخير")
        time.sleep(0.3)
        go_on.set()
        assert [run.report().stories for _ in range(2)] == [2, 3]
        time.sleep(0.3)
        assert newsroom.builds == 3
        assert run.reports.empty()


def test_a_request_during_a_build_gets_the_page_that_it_makes(newsroom: Site) -> None:
    begun, go_on = Event(), Event()

    def slow() -> None:
        begun.set()
        assert go_on.wait(LONG)

    with running(newsroom, newsroom.settings()) as run:
        newsroom.during = slow
        newsroom.write("خبر.txt", "النص الثاني")
        assert begun.wait(LONG)
        threading.Timer(0.2, go_on.set).start()
        assert "النص الثاني" in httpx.get(f"{run.address}خبر/", timeout=LONG).text


def test_a_failed_build_is_shown_and_the_last_good_site_served(newsroom: Site) -> None:
    with running(newsroom, newsroom.settings()) as run, Stream(run.address) as stream:
        assert stream.event()[0] == "hello"
        assert problems_told(stream) == []

        newsroom.fault = NashraError([PROBLEM])
        newsroom.write("خبر.txt", "النص الثاني")
        assert problems_told(stream) == ["Wrong."]
        assert run.report().problems == (PROBLEM,)
        assert "النص الأول" in httpx.get(f"{run.address}خبر/").text

        newsroom.fault = None
        newsroom.write("خبر.txt", "النص الثالث")
        assert stream.event()[0] == "reload"
        assert problems_told(stream) == []
        assert "النص الثالث" in httpx.get(f"{run.address}خبر/").text


def test_a_fault_of_the_program_is_logged_whole_and_outlived(
    newsroom: Site, caplog: pytest.LogCaptureFixture
) -> None:
    newsroom.fault = ZeroDivisionError("division by zero")
    with running(newsroom, newsroom.settings()) as run:
        assert httpx.get(run.address).status_code == 404
        assert "Traceback" in caplog.text
        with Stream(run.address) as stream:
            assert stream.event()[0] == "hello"
            assert "ZeroDivisionError" in problems_told(stream)[0]

        newsroom.fault = None
        newsroom.write("خبر.txt", "النص الثاني")
        assert run.report().problems == ()
        assert httpx.get(f"{run.address}خبر/").status_code == 200


def test_a_listener_that_fails_does_not_end_the_preview(
    newsroom: Site, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> datetime | None:
        raise BrokenPipeError

    clock = Clock(lambda: datetime.now(UTC), broken)
    with running(newsroom, newsroom.settings(), clock) as run:
        newsroom.write("خبر.txt", "النص الثاني")
        run.report()
    assert "BrokenPipeError" in caplog.text


def test_a_style_sheet_alone_leaves_pages_standing_unless_a_build_failed_before(
    newsroom: Site,
) -> None:
    def styles(stream: Stream) -> bool:
        name, data = stream.event()
        while name != "reload":
            name, data = stream.event()
        return bool(json.loads(data)["styles"])

    with running(newsroom, newsroom.settings()) as run, Stream(run.address) as stream:
        for _ in range(2):
            stream.event()
        page = newsroom.output / "خبر" / "index.html"
        page.write_text("old", encoding="utf-8")
        newsroom.write("site.css", "a{}")
        assert styles(stream)

        newsroom.fault = NashraError([PROBLEM])
        newsroom.write("خبر.txt", "النص الثاني")
        eventually(lambda: newsroom.builds == 3)
        run.report()
        run.report()
        newsroom.fault = None
        newsroom.write("site.css", "b{}")
        assert not styles(stream)


def test_the_clock_builds_without_a_save(newsroom: Site) -> None:
    due = datetime.now(UTC) + timedelta(seconds=0.3)
    clock = Clock(lambda: datetime.now(UTC), lambda: due)
    with running(newsroom, newsroom.settings(), clock) as run:
        run.report()
        assert datetime.now(UTC) >= due


def test_stopping_is_quick_with_pages_listening_and_leaves_no_thread(newsroom: Site) -> None:
    def threads() -> set[str]:
        # watchdog keeps one reader of inotify for the life of the process
        alive = (thread for thread in threading.enumerate() if "Inotify" not in str(thread))
        return {thread.name for thread in alive}

    before = threads()
    with ExitStack() as stack:
        run = stack.enter_context(running(newsroom, newsroom.settings()))
        streams = [stack.enter_context(Stream(run.address)) for _ in range(3)]
        for stream in streams:
            assert stream.event()[0] == "hello"
        started = time.monotonic()
        run.preview.stop()
        run.thread.join(LONG)
        assert not run.thread.is_alive()
        assert time.monotonic() - started < 1.5
        assert streams[0].event()[0] == "problems"
        with pytest.raises(EOFError):
            streams[0].event()
    eventually(lambda: threads() <= before)


def test_a_build_that_takes_long_does_not_hold_up_the_stop(newsroom: Site) -> None:
    begun, go_on = Event(), Event()

    def slow() -> None:
        begun.set()
        go_on.wait(LONG)

    with running(newsroom, newsroom.settings()) as run:
        newsroom.during = slow
        newsroom.write("خبر.txt", "النص الثاني")
        assert begun.wait(LONG)
        run.preview.stop()
        run.thread.join(LONG / 2)
        assert not run.thread.is_alive()
        go_on.set()
    eventually(lambda: all(thread.name != "nashra-build" for thread in threading.enumerate()))


def test_raw_ways_out_are_refused_by_the_real_server(newsroom: Site) -> None:
    (newsroom.root / "secret.txt").write_text("سر", encoding="utf-8")
    with running(newsroom, newsroom.settings()) as run:
        parts = urlsplit(run.address)
        for target in ("/../secret.txt", "/%2e%2e/secret.txt", "/" + "a" * 9000, "*", "/a%00"):
            with socket.create_connection((parts.hostname, parts.port), timeout=LONG) as client:
                client.sendall(
                    f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
                    "Connection: close\r\n\r\n".encode()
                )
                answer = b"".join(iter(lambda: client.recv(65536), b""))
            assert answer.startswith(b"HTTP/1.1 4"), target
            assert "سر".encode() not in answer


def test_a_port_that_nobody_may_have_is_a_problem(newsroom: Site) -> None:
    with pytest.raises(NashraError, match="cannot listen"):
        preview(
            newsroom.build,
            newsroom.settings(host="192.0.2.1"),
            on_report=lambda _: None,
            on_ready=lambda _: None,
        )
    assert newsroom.builds == 0


PROGRAM = """
import sys
from pathlib import Path
from nashra.report import BuildReport
from nashra.serve import PreviewSettings, preview

root = Path(sys.argv[1])
preview(
    lambda touched: BuildReport(),
    PreviewSettings(output=root / "output", watched=(root,), port=0),
    on_report=lambda report: None,
    on_ready=lambda address: print(address, flush=True),
)
print("stopped")
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_preview_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    program = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        with Stream(process.stdout.readline().strip()) as stream:
            assert stream.event()[0] == "hello"
            process.send_signal(number)
            said, complaints = process.communicate(timeout=LONG)
    assert (process.returncode, said, complaints) == (0, "stopped\n", "")
