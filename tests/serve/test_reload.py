"""What pages are told of builds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from nashra.errors import Problem, Severity, Words
from nashra.report import BuildReport
from nashra.serve import reload as reload_module
from nashra.serve.reload import Broadcast, only_styles
from tests.serve.asking import run

PROBLEM = Problem(
    "content/articles/خبر.md",
    3,
    Words("لا تاريخ.", "No date."),
    Words("اكتب تاريخا.", "Write a date."),
    excerpt="date: <b>غدا</b>\n\u2028",
)
NONE = {"problems": [], "errors": 0, "notices": 0}
CHANGED = BuildReport(changed=("index.html",))


async def events(stream: AsyncIterator[str], count: int) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    while len(found) < count:
        message = await asyncio.wait_for(anext(stream), 10)
        assert message.endswith("\n\n")
        if message.startswith("event: "):
            first, second = message.strip().split("\n")
            name = first.removeprefix("event: ")
            found.append((name, json.loads(second.removeprefix("data: "))))
    return found


def test_every_page_hears_of_every_build() -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        streams = [broadcast.messages() for _ in range(5)]
        for stream in streams:
            (hello, first), (_, problems) = await events(stream, 2)
            assert (hello, first) == ("hello", {"build": broadcast.build})
            assert problems == NONE
        assert broadcast.listeners == 5

        broadcast.finish(CHANGED, styles=False)
        for stream in streams:
            assert await events(stream, 1) == [
                ("reload", {"build": broadcast.build, "styles": False, "saved": None})
            ]
        broadcast.close()
        for stream in streams:
            with pytest.raises(StopAsyncIteration):
                await anext(stream)
        assert broadcast.listeners == 0
        with pytest.raises(StopAsyncIteration):
            await anext(broadcast.messages())

    run(scene())


def test_problems_are_told_whole_and_taken_back_when_mended() -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        stream = broadcast.messages()
        await events(stream, 2)

        broadcast.finish(BuildReport(problems=(PROBLEM,)), styles=False)
        broadcast.finish(BuildReport(problems=(PROBLEM,)), styles=False)
        broadcast.finish(BuildReport(), styles=False)

        told, mended = await events(stream, 2)
        assert told == (
            "problems",
            {
                "problems": [
                    {
                        "file": "content/articles/خبر.md",
                        "line": 3,
                        "what": {"ar": "لا تاريخ.", "en": "No date."},
                        "remedy": {"ar": "اكتب تاريخا.", "en": "Write a date."},
                        "excerpt": "date: <b>غدا</b>\n\u2028",
                        "severity": "error",
                        "column": None,
                    }
                ],
                "errors": 1,
                "notices": 0,
            },
        )
        assert mended == ("problems", NONE)
        await stream.aclose()  # type: ignore[attr-defined]
        assert broadcast.listeners == 0

    run(scene())


def test_a_page_that_comes_late_hears_of_standing_problems() -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        notice = replace(PROBLEM, severity=Severity.NOTICE)
        broadcast.finish(BuildReport(problems=(notice, *(PROBLEM,) * 60)), styles=False)
        await asyncio.sleep(0)
        _, (_, problems) = await events(broadcast.messages(), 2)
        assert isinstance(problems, dict)
        assert (problems["errors"], problems["notices"]) == (60, 1)
        assert [problem["severity"] for problem in problems["problems"]] == ["error"] * 50

    run(scene())


def test_a_build_that_changes_nothing_is_no_new_build() -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        before = broadcast.build
        broadcast.finish(BuildReport(unchanged=9), styles=False)
        await asyncio.sleep(0)
        assert broadcast.build == before
        assert Broadcast(asyncio.get_running_loop()).build != before, "a restart has another name"

    run(scene())


def test_a_silent_stream_says_that_it_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reload_module, "_KEEP_ALIVE", 0.01)

    async def scene() -> None:
        stream = Broadcast(asyncio.get_running_loop()).messages()
        await events(stream, 2)
        assert await asyncio.wait_for(anext(stream), 10) == ":\n\n"

    run(scene())


def test_a_build_that_outlives_the_server_tells_nobody() -> None:
    async def made() -> Broadcast:
        return Broadcast(asyncio.get_running_loop())

    broadcast = run(made())
    broadcast.begin()
    broadcast.finish(CHANGED, styles=False)


@pytest.mark.parametrize(
    ("report", "saved_styles", "expected"),
    [
        (BuildReport(changed=("site.css",)), False, True),
        (BuildReport(added=("a.2.css",), removed=("a.1.css",)), False, True),
        (BuildReport(added=("a.2.css",), removed=("a.1.css",), changed=("x.html",)), True, True),
        (BuildReport(added=("a.2.css",), removed=("a.1.css",), changed=("x.html",)), False, False),
        (BuildReport(added=("new.html",)), True, False),
        (BuildReport(removed=("old.html",)), True, False),
        (BuildReport(changed=("feed.xml",)), True, False),
    ],
)
def test_styles_alone_are_told_apart(
    report: BuildReport, *, saved_styles: bool, expected: bool
) -> None:
    assert only_styles(report, saved_styles=saved_styles) is expected
