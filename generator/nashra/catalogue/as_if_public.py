"""Stories as they would stand if readers might see them: asked about, and never kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from nashra.catalogue import codec, terms
from nashra.catalogue.record import record_of
from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import Sync, Update
from nashra.model import Article, identifier


def stories_at(catalogue: Catalogue, address: str) -> list[Article]:
    """Give the stories, public or not, that lie at an address from the site's root."""
    rows = catalogue.connection.execute(
        "SELECT data FROM entry JOIN whole USING (id) WHERE place = ? AND card <> '' "
        "ORDER BY public DESC, date, file",
        (terms.place_at(address),),
    )
    found = (codec.decode_entry(data) for (data,) in rows)
    return [
        entry
        for entry in found
        if isinstance(entry, Article) and terms.from_root(entry.address, entry.edition) == address
    ]


def story_in(catalogue: Catalogue, file: str) -> Article | None:
    """Give the story that a file holds, public or not, as it was last read."""
    row = catalogue.connection.execute(
        "SELECT data FROM whole WHERE id = ?", (identifier(file),)
    ).fetchone()
    entry = codec.decode_entry(row[0]) if row else None
    return entry if isinstance(entry, Article) else None


@contextmanager
def as_if_public(catalogue: Catalogue, article: Article, now: datetime) -> Iterator[None]:
    """Let a story be public while what stands inside looks, and undo it at the end."""
    record = replace(
        record_of(article),
        ready=True,
        visible_from=0.0,
        expires=None,
        version=identifier(f"{article.file}\0public"),
    )
    shown = Update(article.file, size=0, modified=0, digest="", record=record)
    with catalogue.rehearsal():
        Sync(catalogue.connection, now=now).run([shown], [])
        yield
