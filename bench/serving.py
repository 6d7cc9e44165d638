"""From saving a story to reading it in the preview."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.processes import environment
from bench.tools import Tool

_POLL = 0.002
_PATIENCE = 900.0
_START = 1.0


class Preview:
    """A generator's own server over a site, watching its files."""

    def __init__(self, tool: Tool, site: Path, scratch: Path) -> None:
        assert tool.serve is not None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}/"
        self._process = subprocess.Popen(
            tool.serve(site, self._port),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(scratch),
        )
        self._line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._line.close()
        self._process.terminate()
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def process(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def wait_for(self, address: str, word: str) -> float:
        """Ask for a page until it holds a word; give the seconds.

        Raises:
            TimeoutError: it never did.
            ChildProcessError: the server ended.

        """
        started = time.perf_counter()
        while time.perf_counter() - started < _PATIENCE:
            if word.encode() in self._read(address):
                return time.perf_counter() - started
            if self._process.poll() is not None:
                raise ChildProcessError(f"the server ended with {self._process.returncode}")
            time.sleep(_POLL)
        raise TimeoutError(f"{address} never held {word}")

    def _read(self, address: str) -> bytes:
        try:
            self._line.request("GET", address)
            return self._line.getresponse().read()
        except (OSError, http.client.HTTPException):
            self._line.close()
            return b""


def latencies(tool: Tool, site: Path, story: Path, scratch: Path, edits: int) -> list[float]:
    """Edit a story's body some times under the preview; give the seconds until each was read."""
    address = "/" + story.relative_to(site / tool.stories).with_suffix("").as_posix() + "/"
    seconds: list[float] = []
    with Preview(tool, site, scratch) as preview:
        preview.wait_for(address, "</html>")
        for number in range(edits + 1):
            # A different moment of the watcher's own rhythm each time.
            time.sleep(_START + (number * 0.137) % 0.5)
            word = f"لمسة{number}"
            with story.open("a", encoding="utf-8") as file:
                file.write(f"{word}\n")
            seconds.append(preview.wait_for(address, word))
    return seconds[1:]
