"""What the last build changed, in a file: for whoever publishes, and for people."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

from nashra.report import BuildReport


def write_changes(report: BuildReport, file: Path, *, now: datetime) -> None:
    """Write what a build added, changed and removed, and why, as JSON; a whole file or none."""
    written = {
        "built_as_of": now.isoformat(),
        "added": [_line(target, report) for target in report.added],
        "changed": [_line(target, report) for target in report.changed],
        "removed": [{"target": target} for target in report.removed],
    }
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
    unfinished.replace(file)


def _line(target: str, report: BuildReport) -> dict[str, object]:
    line: dict[str, object] = {"target": target, "reason": report.reasons.get(target, "")}
    if causes := report.causes.get(target):
        line["because"] = list(causes)
    return line
