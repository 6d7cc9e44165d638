"""A real browser and a real preview of the sample newsroom."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tools.gates.checkers import SWITCHES, chromium
from tools.gates.finding import GateClosedError

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, never one that a tool downloads."""
    try:
        program = chromium()
    except GateClosedError:
        pytest.fail("Chromium is missing: run tools/ensure-chromium, or make test-fast without it.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test if it asks any other host for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    strangers: list[str] = []
    page.on(
        "request",
        lambda request: (
            strangers.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:"))
            else None
        ),
    )
    yield page
    context.close()
    assert strangers == [], "the site calls home"


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample newsroom that tests may edit."""
    root = tmp_path_factory.mktemp("newsroom")
    shutil.copytree(CHECKOUT / "content", root / "content")
    shutil.copytree(CHECKOUT / "themes", root / "themes")
    shutil.copy(CHECKOUT / "config.yaml", root)
    return root


@pytest.fixture(scope="session")
def preview(newsroom: Path) -> Iterator[str]:
    """The address of `nashra serve`, running on the copy."""
    command = [sys.executable, "-u", "-m", "nashra", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--site", str(newsroom)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        address = ""
        for line in process.stdout:
            if line.startswith("Serving "):
                address = line.removeprefix("Serving ").partition(";")[0]
                break
        assert address, "the preview did not start"
        yield address
        process.terminate()
