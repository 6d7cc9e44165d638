"""One browser for the tests of the preview."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine
from threading import Thread
from typing import Any, TypeVar

from playwright.async_api import Browser, Page, async_playwright

T = TypeVar("T")


class Desk:
    """One browser, on a loop in a thread of its own, and what is done with it."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._thread.start()
        self._playwright = self.play(async_playwright().start())
        self._browser = self.play(self._start())

    def play(self, scene: Coroutine[Any, Any, T], *, patience: float = 60) -> T:
        return asyncio.run_coroutine_threadsafe(scene, self._loop).result(patience)

    async def open(self, address: str) -> Page:
        """Open a page of the preview that listens to it."""
        for context in self._browser.contexts:  # pages of other tests keep asking for theirs
            await context.close()
        page = await self._browser.new_page()
        async with page.expect_request("**/__nashra__/events"):
            await page.goto(address)
        return page

    def close(self) -> None:
        self.play(self._browser.close())
        self.play(self._playwright.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _start(self) -> Browser:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        assert program, "Chromium is missing: run tools/ensure-chromium"
        return await self._playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
