"""What becomes of one text: a pure function of what is known and what lies there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nashra.importers.receipts import Receipt


class Verdict(StrEnum):
    """What is to be done with a text."""

    IMPORT = "import"
    """Write its article."""
    UPDATE = "update"
    """Write its article again: the text changed, and nobody has edited the article."""
    KNOWN = "known"
    """Nothing: it was imported before."""
    DELETED = "deleted"
    """Nothing: a person has removed the article."""
    EDITED = "edited"
    """Refuse: the text changed, and a person has edited the article too."""
    TAKEN = "taken"
    """Refuse: another story has the article's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a verdict depends on. Digests are of a file's bytes."""

    receipt: Receipt | None
    """Of this text, or of the text that its file held before; none for a new story."""
    same_text: bool
    """Whether the receipt is of this very text."""
    wanted: str
    """The digest of the article that the import would write."""
    there: str | None
    """The digest of what lies in the article's place; none where nothing does."""


def decide(facts: Facts) -> Verdict:
    """Say what is to be done. Nothing that a person wrote is ever overwritten."""
    if facts.receipt is None:
        if facts.there is None:
            return Verdict.IMPORT
        return Verdict.KNOWN if facts.there == facts.wanted else Verdict.TAKEN
    if facts.there is None:
        return Verdict.DELETED
    if facts.same_text or facts.there == facts.wanted:
        return Verdict.KNOWN
    return Verdict.UPDATE if facts.there == facts.receipt.written else Verdict.EDITED
