"""A host that says what a site's `_headers` says."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler
from pathlib import Path


class Host(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that its `_headers` wants for all."""

    def end_headers(self) -> None:
        lines = (Path(self.directory) / "_headers").read_text("utf-8").splitlines()
        for line in lines[1:]:
            if not line.startswith("  "):
                break
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
