"""Lighthouse as a phone on a slow network sees the site."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tools.gates.checkers import SWITCHES, chromium, module, program

FLOORS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
KINDS = (
    *("front", "section", "story", "opinion", "live", "ended live", "gallery", "sound", "table"),
    *("corrected", "author", "tag", "thread", "archive", "month", "day", "corrections", "page"),
    "story of an edition",
)
_PROGRAM = "lighthouse/cli/index.js"
_RUNS = 3
"""The best of so many runs counts for speed: a busy machine makes a page slower, never faster."""


def scores(root: str, address: str) -> tuple[dict[str, int], list[str]]:
    """Give the four scores of a page, out of 100, and the audits that cost it points.

    Raises:
        GateClosedError: Node, Lighthouse or Chromium is missing.
        CalledProcessError: Lighthouse failed.

    """
    best: dict[str, int] = {}
    missed: list[str] = []
    for _ in range(_RUNS):
        report = _run(root + quote(address))
        found = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in FLOORS}
        if found.get("performance", 0) > best.get("performance", -1):
            best, missed = found, _missed(report)
        if all(best[name] >= floor for name, floor in FLOORS.items()):
            break
    return best, missed


def _run(address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        how = ["--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={file}"]
        switches = " ".join(["--headless=new", *SWITCHES])
        subprocess.run(
            [program("node"), str(module(_PROGRAM)), address, *how, f"--chrome-flags={switches}"],
            env={**os.environ, "CHROME_PATH": chromium()},
            check=True,
            capture_output=True,
        )
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report


def _missed(report: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name, floor in FLOORS.items():
        category = report["categories"][name]
        if round(100 * (category["score"] or 0)) < floor:
            for each in category["auditRefs"]:
                audit = report["audits"][each["id"]]
                if each["weight"] and (audit["score"] or 0) < 1:
                    found.append(
                        f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()
                    )
    return found
