"""What became of a text, as the import tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nashra.errors import ContentError, Problem
from nashra.importers import refusals
from nashra.importers.copy import LeftOut, Taken
from nashra.importers.decision import Verdict
from nashra.importers.suggestion import Suggestion


class Outcome(StrEnum):
    """What became of a text."""

    IMPORTED = "imported"
    UPDATED = "updated"
    KNOWN = "known"
    DELETED = "deleted"
    LEFT_OUT = "left out"
    REFUSED = "refused"


_OUTCOMES = {
    Verdict.IMPORT: Outcome.IMPORTED,
    Verdict.UPDATE: Outcome.UPDATED,
    Verdict.KNOWN: Outcome.KNOWN,
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one story, and where its article lies."""

    file: str
    """The text's path from the site's folder, with `/`; in a file of many, `#` and the story."""
    outcome: Outcome
    article: str = ""
    """The same for the article; nothing for a text that was refused."""
    problems: tuple[Problem, ...] = ()
    lost: tuple[str, ...] = ()
    """What of the story could not be carried, or why it was left out."""
    taken: tuple[Taken, ...] = ()
    suggestion: Suggestion = field(default_factory=Suggestion)
    """What the archive says of it: the section it was filed under, tags it was not given."""
    is_for_later: bool = False
    """Whether the text itself may be sound, so that it stays where it is for the next import."""


def refused(file: str, error: ContentError) -> Result:
    """Give the result of a text that cannot be imported, or not now."""
    later = isinstance(error, refusals.NotNowError)
    return Result(file, Outcome.REFUSED, problems=error.problems, is_for_later=later)


def left_out(item: LeftOut, file: str) -> Result:
    """Give the result of something that is no story."""
    source = f"{file}#{item.what}"
    if not item.is_fault:
        return Result(source, Outcome.LEFT_OUT, lost=(item.why,))
    return Result(source, Outcome.REFUSED, problems=(refusals.left_out(source, item),))


def decided(file: str, verdict: Verdict, article: str) -> Result:
    """Give the result that a verdict comes to.

    Raises:
        ContentError: the text is refused.

    """
    match verdict:
        case Verdict.TAKEN:
            raise ContentError([refusals.taken(file, article)])
        case Verdict.EDITED:
            raise ContentError([refusals.edited(file, article)])
        case Verdict.DELETED:
            return Result(file, Outcome.DELETED, article, (refusals.deleted(file, article),))
        case _:
            return Result(file, _OUTCOMES[verdict], article)
