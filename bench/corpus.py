"""A synthetic Arabic newsroom of any size, the same for the same size on every machine.

The words are invented by rule from common syllables, so that the text has the lengths, letters and
repetition of Arabic and says nothing. A body has 2,724 characters on the average, and never fewer
than 2,500 or more than 2,950.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

SECTIONS = ("local", "world", "economy", "science", "culture", "sport", "technology", "opinion")
TAGS = 200
AUTHORS = 40
WORDS_A_PARAGRAPH = 60
PARAGRAPHS = 9
NEWEST = datetime(2026, 11, 20, 18)  # noqa: DTZ001 — written as a newsroom writes it, without a zone

_SYLLABLES = "با بي تا تو جم حا حر خا دا در را ري زا سا سم شا شر صا طا عا عم غا فا قا قد كا كت لا لم ما من نا نو ها وا يا ين".split()  # noqa: E501, SIM905
_CONFIG = """\
name: صحيفة القياس
address: https://example.org/
region: EG
theme: jarida
sections:
"""


@dataclass(frozen=True, slots=True)
class Story:
    """One invented story."""

    number: int
    title: str
    summary: str
    section: str
    date: datetime
    tags: tuple[str, ...]
    author: str
    paragraphs: tuple[str, ...]


def words() -> list[str]:
    """Give a vocabulary of some thousands of words, the commoner first."""
    source = random.Random(1)
    return [
        "".join(source.choice(_SYLLABLES) for _ in range(source.choice((1, 2, 2, 3))))
        for _ in range(6000)
    ]


def stories(count: int) -> Iterator[Story]:
    """Give `count` stories, the oldest first, spread evenly over the years before `NEWEST`."""
    source, vocabulary = random.Random(2), words()
    for number in range(1, count + 1):
        date = NEWEST - timedelta(minutes=37 * (count - number))
        yield _story(source, vocabulary, number, date)


def fresh(number: int) -> Story:
    """Give a story of the day after `NEWEST`, for a site that has fewer than `number`."""
    date = NEWEST + timedelta(hours=14, minutes=number % 60)
    return _story(random.Random(number), words(), number, date)


def _story(source: random.Random, vocabulary: list[str], number: int, date: datetime) -> Story:
    def sentence(length: int) -> str:
        picks = (vocabulary[int(len(vocabulary) * source.random() ** 3)] for _ in range(length))
        return " ".join(picks)

    return Story(
        number=number,
        title=f"{sentence(7)} {number}",
        summary=f"{sentence(16)}.",
        section=SECTIONS[source.randrange(len(SECTIONS))],
        date=date,
        tags=tuple(f"وسم {source.randrange(TAGS)}" for _ in range(3)),
        author=f"author-{source.randrange(AUTHORS)}",
        paragraphs=tuple(f"{sentence(WORDS_A_PARAGRAPH)}." for _ in range(PARAGRAPHS)),
    )


def markdown(story: Story) -> str:
    """Give a story as a file of content."""
    head = [
        "---",
        f"title: {story.title}",
        f"slug: story-{story.number}",
        f"summary: {story.summary}",
        f"date: {story.date:%Y-%m-%d %H:%M}",
        f"section: {story.section}",
        f"tags: [{', '.join(dict.fromkeys(story.tags))}]",
        f"authors: [{story.author}]",
        "---",
        "",
    ]
    return "\n".join(head) + "\n\n".join(story.paragraphs) + "\n"


def path_of(story: Story) -> str:
    """Give a story's file below the folder of stories."""
    return f"{story.section}/{story.date:%Y}/{story.date:%m}/story-{story.number}.md"


def lay_out(folder: Path) -> None:
    """Make a site in a folder: all but its stories."""
    sections = "".join(f"  - slug: {slug}\n    name: قسم {slug}\n" for slug in SECTIONS)
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(_CONFIG + sections, encoding="utf-8")
    authors = folder / "content" / "authors"
    authors.mkdir(parents=True)
    for number in range(AUTHORS):
        text = f"---\nname: كاتب {number}\nrole: محرر\n---\n\nنبذة.\n"
        (authors / f"author-{number}.md").write_text(text, encoding="utf-8")
