"""What a copy desk strikes out: slips in punctuation, blanks, letters, digits and spelling.

Each rule is a pure function on a text, linear in its length, in the module of its subject; `desk`
has them all. A text is given as long as it was written: `GAP` stands for what is no prose in it,
`BREAK` for what lies between texts.
"""

from __future__ import annotations

from nashra.language.copy_desk.fault import BREAK, GAP, Fault

__all__ = ["BREAK", "GAP", "RULES", "Fault"]

RULES = (
    "latin-comma",
    "latin-semicolon",
    "latin-question",
    "space-before",
    "space-after",
    "doubled-space",
    "doubled-word",
    "kashida",
    "presentation-form",
    "bidi-control",
    "invisible",
    "mixed-digits",
    "unbalanced",
    "ya-ending",
    "ta-marbuta",
    "hamza",
    "spelling",
    "two-endings",
    "persian-letter",
    "headline-long",
    "headline-stop",
    "summary-long",
    "summary-missing",
)
"""The name of every rule; the last four are for whoever knows which text is a headline."""
