"""`nashra serve` as a person starts it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.sites import Site


@contextmanager
def served(site: Site, *options: str) -> Iterator[str]:
    """Start the preview, give its address once it says it, and end it."""
    command = [sys.executable, "-u", "-m", "nashra", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command, cwd=site.root, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        try:
            yield next(
                found[0] for line in running.stdout if (found := re.search(r"http://[^\s;]+", line))
            )
        finally:
            running.terminate()
