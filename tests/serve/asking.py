"""How the tests of the preview ask it for things."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Collection, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

from nashra.report import BuildReport
from nashra.serve import Clock, Preview, PreviewSettings
from nashra.serve.reload import Broadcast
from nashra.serve.server import create_app

LONG = 10.0
"""Seconds that a slow machine may take for what takes none."""
LINK = '<link rel="stylesheet" href="/site.css">'
HOST = {"host": "127.0.0.1:8000"}

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a thread of its own: the browser of other tests keeps a loop in this."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(
    settings: PreviewSettings,
    target: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] = HOST,
) -> Answer:
    """Ask the application, with no server between, for a target as it stands in the request."""

    async def asked() -> Answer:
        app = create_app(settings, Broadcast(asyncio.get_running_loop()))
        return await ask_app(app, target, method=method, headers=headers)

    return run(asked())


async def ask_app(
    app: Callable[..., Any],
    target: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] = HOST,
    body: bytes | None = None,
) -> Answer:
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
    }
    sent: list[dict[str, Any]] = []

    waiting = [] if body is None else [{"type": "http.request", "body": body}]

    async def receive() -> dict[str, Any]:
        if waiting:
            return waiting.pop()
        await asyncio.sleep(LONG)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start, *bodies = sent
    return Answer(
        start["status"],
        {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in bodies),
    )


def eventually(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    limit = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < limit, "it never came to be"
        time.sleep(0.01)


class Stream:
    """One page's stream of events, over a connection of its own."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._socket = socket.create_connection((parts.hostname, parts.port), timeout=LONG)
        self._socket.sendall(
            f"GET {parts.path}__nashra__/events HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
        )
        self._lines = self._socket.makefile("r", encoding="utf-8", newline="\n")

    def event(self) -> tuple[str, str]:
        """Give the name and the data of the next event."""
        name = ""
        for line in self._lines:
            if line.startswith("event: "):
                name = line.removeprefix("event: ").strip()
            elif line.startswith("data: "):
                return name, line.removeprefix("data: ").strip()
        raise EOFError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.close()
        self._socket.close()


@dataclass
class Site:
    """A site whose build puts every text of `content/` into a page and takes over style sheets."""

    root: Path
    builds: int = 0
    touched: list[Collection[Path] | None] = field(default_factory=list)
    fault: Exception | None = None
    during: Callable[[], None] = field(default=lambda: None)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def settings(self, **more: Any) -> PreviewSettings:
        told = {"output": self.output, "watched": (self.content,), "port": 0, **more}
        return PreviewSettings(**told)

    def write(self, name: str, text: str) -> None:
        (self.content / name).write_text(text, encoding="utf-8")

    def build(self, touched: Collection[Path] | None = None) -> BuildReport:
        self.builds += 1
        self.touched.append(touched)
        self.during()
        if self.fault is not None:
            raise self.fault
        made = {
            f"{source.stem}/index.html": f"<!doctype html><head>{LINK}</head>"
            f"<body>{source.read_text('utf-8')}</body>"
            for source in sorted(self.content.glob("*.txt"))
        }
        made |= {style.name: style.read_text("utf-8") for style in self.content.glob("*.css")}
        changed = []
        for target, text in made.items():
            file = self.output / target
            if not file.exists() or file.read_text("utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
                changed.append(target)
        return BuildReport(changed=tuple(changed), stories=self.builds)


@dataclass
class Running:
    """A preview at work in a thread."""

    address: str
    reports: Queue[BuildReport]
    preview: Preview
    thread: Thread

    def report(self) -> BuildReport:
        return self.reports.get(timeout=LONG)


@contextmanager
def running(site: Site, settings: PreviewSettings, clock: Clock | None = None) -> Iterator[Running]:
    """Run a preview; its first build is over, and its report taken."""
    reports: Queue[BuildReport] = Queue()
    ready: Queue[str] = Queue()
    preview = Preview(site.build, settings, on_report=reports.put, on_ready=ready.put, clock=clock)
    thread = Thread(target=preview.run)
    thread.start()
    try:
        address = ready.get(timeout=LONG)
        reports.get(timeout=LONG)
        yield Running(address, reports, preview, thread)
    finally:
        preview.stop()
        thread.join(LONG)
    assert not thread.is_alive()
