"""Lists over several pages, numbered from the oldest.

Every numbered page is full and holds the same stories for as long as nothing older changes; the
page without a number holds what is left, at least one page's worth where there are that many. So a
new story changes the newest page alone, and a published address never comes to show other stories.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nashra.catalogue.reader import Reader
from nashra.model import Card


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list."""

    stories: list[Card]
    number: int
    """Counted from 1, the oldest; 0 for the newest page, which has no number."""
    newer: int | None
    """The number of the page with newer stories; 0 is the newest page."""
    older: int | None
    count: int
    """How many stories the list has; 0 on numbered pages."""


def numbered_pages(count: int, per_page: int) -> int:
    """Give how many full pages lie below the newest one."""
    return max(0, count // per_page - 1)


def part_numbers(count: int, per_page: int) -> Iterator[int]:
    """Give the number of every page of a list, the newest first."""
    yield 0
    yield from range(numbered_pages(count, per_page), 0, -1)


def page(reader: Reader, term: str, value: str, *, number: int, per_page: int) -> Page:
    """Give one page of the list under a term.

    A numbered page asks whether a numbered page stands above it, never how long the list is, so
    that it does not change when the list grows further.
    """
    if number == 0:
        count = reader.count(term, value)
        full = numbered_pages(count, per_page)
        stories = reader.newest(term, value, limit=count - full * per_page) if count else []
        return Page(stories, 0, None, full or None, count)
    stories = reader.stretch(term, value, start=(number - 1) * per_page, length=per_page)
    above = reader.stretch(term, value, start=(number + 2) * per_page - 1, length=1)
    return Page(stories, number, number + 1 if above else 0, number - 1 or None, 0)


def address(base: str, number: int) -> str:
    """Give the address of a page of the list that lies at `base`."""
    return base if number == 0 else f"{base}page/{number}/"
