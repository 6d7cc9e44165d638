"""A host as newsrooms rent them: Brotli, long life for what does not change, a lost page."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

from nashra.serve import files

_WORTH_IT = ("text/", "application/json", "application/xml", "image/svg")


@functools.lru_cache(maxsize=1024)
def packed(data: bytes) -> bytes:
    """Give what goes over the wire for a text: Brotli at its best, as hosts keep it ready."""
    made: bytes = brotli.compress(data, quality=11)
    return made


def over_the_wire(path: Path) -> int:
    """Give the bytes that a file costs its reader."""
    data = path.read_bytes()
    return len(packed(data)) if files.content_type(path).startswith(_WORTH_IT) else len(data)


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path
    quiet: bool

    def do_GET(self) -> None:
        if self.quiet and self.path.endswith("/breaking.json"):
            self._say(200, b'{"html": ""}', "application/json")
            return
        parts = files.split(self.path.partition("?")[0])
        path = self.root.joinpath(*parts)
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        self._answer(200 if found else 404, path if found else self.root / "404.html")

    def _answer(self, status: int, path: Path) -> None:
        data, kind = path.read_bytes(), files.content_type(path)
        kept = path.parent.name in {"assets", "media"} or path.parent.parent.name == "media"
        self._say(status, data, kind, kept=kept)

    def _say(self, status: int, data: bytes, kind: str, *, kept: bool = False) -> None:
        self.send_response(status)
        if kind.startswith(_WORTH_IT) and "br" in self.headers.get("Accept-Encoding", ""):
            data = packed(data)
            self.send_header("Content-Encoding", "br")
        self.send_header("Cache-Control", f"max-age={31_536_000 if kept else 300}")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that hangs up."""


@contextlib.contextmanager
def serving(output: Path, *, quiet: bool = False) -> Iterator[str]:
    """Serve a built site as long as the block runs, and give its address.

    A quiet one has no breaking news: the bar lies over the lower edge of the window, and a checker
    that does not scroll takes what is under it for a target that is too small.
    """
    handler = type("Host", (_Host,), {"root": output, "quiet": quiet})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
