"""What people should know of the catalogue itself."""

from __future__ import annotations

from nashra.errors import Problem, Severity, Words


def made_anew() -> Problem:
    """Say that the catalogue could not be used, and that another was made in its place."""
    return Problem(
        ".nashra",
        None,
        Words(
            "سجل البناء تالف أو من إصدار آخر، فأُعيد بناء الموقع كله.",
            "The catalogue was damaged or of another version: the whole site was built again.",
        ),
        Words("لا يلزمك شيء.", "There is nothing that you have to do."),
        severity=Severity.NOTICE,
    )
