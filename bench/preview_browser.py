"""From a save to what a reader sees: the preview of a large newsroom in a real browser.

    python bench/preview_browser.py            # 10,000 stories
    python bench/preview_browser.py 1000

Prints medians of saves to changed text and of a style sheet to its colour, how many reloads a burst
of 1,000 saves gives, the loop under 200 listeners that never read, and the growth of memory.
"""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Page, Request, sync_playwright

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT))

from bench import corpus, tools  # noqa: E402
from bench.serving import Preview  # noqa: E402

BURST = 1_000
LISTENERS = 200
QUIET = 6.0
"""Seconds without a word after which a burst is over."""
BOUNDS = {"save to text": 150.0, "style to colour": 100.0}
"""Milliseconds."""

SHEET = "styles/site.css"
COLOUR = "main{{outline-color:rgb({}, 1, 1)}}"

_WATCH = """wanted => new Promise(done => {
  const end = performance.now() + 20e3;
  const look = () => wanted() || performance.now() > end
    ? done(performance.timeOrigin + performance.now()) : requestAnimationFrame(look);
  look();
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="?", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=20, help="saves that are timed")
    parser.add_argument("--rebuilds", type=int, default=1_000, help="saves for the memory's sake")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        tool = tools.nashra()
        tool.lay_out(site)
        files = [tool.write(site, story) for story in corpus.stories(told.stories)]
        own_styles(site)
        subprocess.run(tool.build(site), check=True, stdout=subprocess.DEVNULL)
        with Preview(tool, site, Path(folder)) as preview, sync_playwright() as playwright:
            preview.wait_for("/", "</html>")
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_context(bypass_csp=True).new_page()
            story = files[len(files) // 2]
            place = "/" + story.relative_to(site / tool.stories).with_suffix("").as_posix() + "/"
            page.goto(preview.address.rstrip("/") + place)
            page.locator("script[data-ready]").wait_for(state="attached")
            text_figures(page, story, told.edits)
            style_figures(page, site, told.edits)
            burst_figures(page, files)
            with listeners(preview.address):
                note = f" with {LISTENERS} listeners that never read"
                text_figures(page, story, told.edits, note)
            memory_figures(preview.address, preview.process, story, told.rebuilds)
            browser.close()


def text_figures(page: Page, story: Path, edits: int, note: str = "") -> None:
    taken = [saved(page, story, f"لمسة{time.monotonic_ns()}") for _ in range(edits + 1)][1:]
    tell("save to text" + note, taken, BOUNDS["save to text"])


def saved(page: Page, story: Path, word: str) -> float:
    """Save a word; give the milliseconds until it is on the screen."""
    watched = page.evaluate_handle(
        f"() => ({{ seen: ({_WATCH})(() => document.querySelector('main')"
        f".textContent.includes('{word}')) }})"
    )
    started = time.time() * 1000
    with story.open("a", encoding="utf-8") as file:
        file.write(f"{word}\n")
    seen = float(page.evaluate("each => each.seen", watched))
    time.sleep(0.3)
    return seen - started


def own_styles(site: Path) -> None:
    """Give the site a theme of its own with one style sheet that says a colour."""
    config = site / "config.yaml"
    text = config.read_text("utf-8")
    config.write_text(
        re.sub(r"^theme:.*\n", "", text, flags=re.MULTILINE) + "\ntheme: own\n", "utf-8"
    )
    own = site / "themes" / "own"
    (own / "styles").mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\nextends: jarida\n", encoding="utf-8")
    sheet = (CHECKOUT / "themes/jarida/styles/site.css").read_text("utf-8")
    (own / SHEET).write_text(f"{sheet}\n{COLOUR.format(1)}", encoding="utf-8")


def style_figures(page: Page, site: Path, edits: int) -> None:
    sheet = site / "themes" / "own" / SHEET
    text, taken = sheet.read_text("utf-8"), []
    for shade in range(2, edits + 3):
        colour = f"rgb({shade}, 1, 1)"
        watched = page.evaluate_handle(
            f"() => ({{ seen: ({_WATCH})(() => getComputedStyle(document.querySelector('main'))"
            f".outlineColor === '{colour}') }})"
        )
        started = time.time() * 1000
        sheet.write_text(f"{text}\n{COLOUR.format(shade)}", encoding="utf-8")
        taken.append(float(page.evaluate("each => each.seen", watched)) - started)
        page.wait_for_timeout(400)
        wait_for_build(page)
    tell("style to colour", taken[1:], BOUNDS["style to colour"])


def wait_for_build(page: Page) -> None:
    """Wait until all pages are built anew: requests wait for that."""
    page.evaluate(
        "async () => { while (!(await fetch(location.href, {cache: 'no-store'})).ok)"
        " await new Promise(done => setTimeout(done, 500)) }"
    )


def burst_figures(page: Page, files: list[Path]) -> None:
    told: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request() or request.resource_type == "fetch":
            told.append(request.url)

    page.on("request", note)
    started = time.perf_counter()
    for file in files[:BURST]:
        with file.open("a", encoding="utf-8") as opened:
            opened.write("دفعة\n")
    wrote = time.perf_counter() - started
    count, quiet = -1, time.perf_counter()
    while time.perf_counter() - quiet < QUIET:
        if len(told) != count:
            count, quiet = len(told), time.perf_counter()
        page.wait_for_timeout(100)
    print(
        f"burst of {min(BURST, len(files))} saves in {wrote:.2f} s: {count} times told", flush=True
    )


@contextmanager
def listeners(address: str) -> Iterator[None]:
    parts = urlsplit(address)
    with ExitStack() as stack:
        for _ in range(LISTENERS + 1):  # none of them ever reads
            line = stack.enter_context(socket.create_connection((parts.hostname, parts.port)))
            ask = f"GET /__nashra__/events HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n"
            line.sendall(ask.encode())
        yield


def memory_figures(address: str, process: int, story: Path, rebuilds: int) -> None:
    sizes = []
    for number in range(rebuilds + 1):
        word = f"دور{number}ة"
        with story.open("a", encoding="utf-8") as file:
            file.write(f"{word}\n" if number % 10 else f"{word}\n\n")
        if number % 50 == 0:
            story.write_text(story.read_text("utf-8")[:3000], encoding="utf-8")
            time.sleep(0.5)
            with urlopen(address) as answer:  # noqa: S310 - this machine
                answer.read()
            sizes.append(resident(process))
        time.sleep(0.06)
    first, last = sizes[min(2, len(sizes) - 1)], sizes[-1]
    print(f"memory early {first:.0f} MB, after {rebuilds} saves {last:.0f} MB")


def resident(process: int) -> float:
    """Give the megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def tell(name: str, taken: list[float], bound: float) -> None:
    middle = statistics.median(taken)
    print(
        f"{name}: median {middle:.0f} ms of {len(taken)} ({min(taken):.0f} to {max(taken):.0f}); "
        f"bound {bound:.0f} ms: {'met' if middle < bound else 'NOT met'}",
        flush=True,
    )


if __name__ == "__main__":
    main()
