"""HTML and CSS against the living standards, by the Nu HTML Checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.gates.checkers import module, program
from tools.gates.finding import Finding


def look(files: Sequence[Path], *, root: Path) -> list[Finding]:
    """Give every error in these pages and style sheets; warnings are advice, and are left out.

    Raises:
        GateClosedError: Java or the checker is missing.

    """
    jar = module("vnu-jar/build/dist/vnu.jar")
    how = ["--also-check-css", "--stdout", "--exit-zero-always", "--format", "json"]
    done = subprocess.run(
        [program("java"), "-jar", str(jar), *how, *map(str, files)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    messages = json.loads(done.stdout)["messages"]
    return [
        Finding(
            f"{_place(message['url'], root)}:{message.get('lastLine', '?')}", message["message"]
        )
        for message in messages
        if message["type"] != "info"
    ]


def _place(url: str, root: Path) -> str:
    return Path(unquote(urlsplit(url).path)).relative_to(root.resolve()).as_posix()
