"""Where a story may be shown: the outputs that asked for what it is listed under."""

from __future__ import annotations

import json

from nashra.catalogue.store import Catalogue
from nashra.model import Article, Output, identifier


def may_show(catalogue: Catalogue, article: Article, *, limit: int) -> list[Output]:
    """Give the outputs that a change of the story bears on, its own left out, by their targets.

    Each asked a question whose answer the story may stand in: that it does is for its bytes to say.
    """
    row = catalogue.connection.execute(
        "SELECT rows FROM listed WHERE id = ?", (identifier(article.file),)
    ).fetchone()
    found: set[Output] = set()
    for term, value, date, *_ in json.loads(row[0]) if row else ():
        found.update(
            Output(*fields)
            for fields in catalogue.connection.execute(
                "SELECT DISTINCT target, kind, owner, part FROM used "
                "JOIN uses ON uses.used = used.id JOIN output ON output.id = uses.output "
                "WHERE term = ? AND value = ? AND since <= ? AND until >= ? AND owner <> ? "
                "LIMIT ?",
                (term, value, date, date, article.file, limit),
            )
        )
    return sorted(found, key=lambda output: output.target)[:limit]
