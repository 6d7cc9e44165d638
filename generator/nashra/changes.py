"""What the last build changed, in a file: for whoever publishes, and for people."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from nashra.report import BuildReport
from nashra.whole import write_whole


def write_changes(report: BuildReport, file: Path, *, now: datetime) -> None:
    """Write what a build added, changed and removed, and why, as JSON; a whole file or none."""
    written = {
        "built_as_of": now.isoformat(),
        "added": [_line(target, report) for target in report.added],
        "changed": [_line(target, report) for target in report.changed],
        "removed": [{"target": target} for target in report.removed],
    }
    write_whole(file, json.dumps(written, ensure_ascii=False, indent=1).encode())


def _line(target: str, report: BuildReport) -> dict[str, object]:
    line: dict[str, object] = {"target": target, "reason": report.reasons.get(target, "")}
    if causes := report.causes.get(target):
        line["because"] = list(causes)
    return line
