"""Which outputs may differ from what they were: one join, and the questions it cannot answer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from nashra.catalogue import queries
from nashra.catalogue.reader import Answers

_QUERIES: dict[str, type[queries.Query]] = {
    kind.__name__: kind
    for kind in (
        queries.Addresses,
        queries.Before,
        queries.Beginning,
        queries.Cards,
        queries.Count,
        queries.Neighbours,
        queries.Newest,
        queries.Spelling,
        queries.Spellings,
        queries.Stretch,
        queries.Values,
        queries.Whole,
    )
}


def stale_by_content(connection: sqlite3.Connection, answers: Answers) -> set[str]:
    """Ask again every recorded question that the last sync can bear on.

    Gives the targets of the outputs that used an answer which differs now.

    Which answers those are is left in the table `cause`: a target, and the key of a question.
    The new answers' versions are recorded, so the caller must mark what is given as due in the
    same transaction.
    """
    rows = connection.execute(
        "SELECT DISTINCT used.id, used.key, used.version FROM change CROSS JOIN used "
        "ON used.term = change.term AND used.value = change.value "
        "AND change.date BETWEEN used.since AND used.until"  # CROSS: from what changed outwards
    ).fetchall()
    connection.execute("DELETE FROM cause")
    targets: set[str] = set()
    for identifier, key, version in rows:
        use = answers.answer(_query(key)).use
        if use.version != version:
            users = _users(connection, identifier)
            targets |= users
            connection.executemany(
                "INSERT INTO cause VALUES (?, ?)", ((user, key) for user in users)
            )
        connection.execute(
            "UPDATE used SET version = ?, since = ?, until = ? WHERE id = ?",
            (use.version, use.since, use.until, identifier),
        )
    return targets


def stale_by_kind(connection: sqlite3.Connection, current: Mapping[str, str]) -> set[str]:
    """Give the outputs of every kind whose version is not the current one.

    The version of a kind covers what all its outputs use alike: template, settings, chrome. The
    current versions are recorded, so the caller must mark what is given as due in the same
    transaction.
    """
    recorded = dict(connection.execute("SELECT kind, version FROM kind").fetchall())
    targets: set[str] = set()
    for kind, version in current.items():
        if recorded.get(kind) != version:
            rows = connection.execute("SELECT target FROM output WHERE kind = ?", (kind,))
            targets |= {target for (target,) in rows}
            connection.execute("INSERT OR REPLACE INTO kind VALUES (?, ?)", (kind, version))
    return targets


def _users(connection: sqlite3.Connection, identifier: int) -> set[str]:
    rows = connection.execute(
        "SELECT target FROM uses JOIN output ON output.id = uses.output WHERE used = ?",
        (identifier,),
    )
    return {target for (target,) in rows}


def _query(key: str) -> queries.Query:
    name, *arguments = json.loads(key)
    return _QUERIES[name](*arguments)
