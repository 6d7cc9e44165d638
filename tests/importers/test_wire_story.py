"""The story that the project began with, where its owner's text may be read.

The text itself has its owner's rights: nothing of it stands here, only what shape it has.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.importers.copy import Paragraph, RelatedLines
from nashra.importers.markdown_writer import Heading, article
from nashra.importers.plain_text import PlainText
from tests.importers.reading import copy_in, seen

WIRE_STORY = Path(__file__).parents[3] / "shared" / "samples" / "news" / "wire-story.txt"


@pytest.fixture
def data() -> bytes:
    if not WIRE_STORY.is_file():
        pytest.skip("the wire story is its owner's, and does not lie beside this checkout")
    return WIRE_STORY.read_bytes()


def test_every_line_of_the_wire_story_stands_in_its_place(data: bytes) -> None:
    headline, standfirst, *lines = data.decode().split("\n")
    expected: list[Paragraph | RelatedLines] = []
    for line in lines:
        if not line.startswith("- "):
            expected.append(Paragraph(line))
        elif isinstance(expected[-1], RelatedLines):
            expected[-1] = RelatedLines((*expected[-1].headlines, line[2:]))
        else:
            expected.append(RelatedLines((line[2:],)))

    copy = copy_in(PlainText(), data, file="wire-story.txt")

    assert (copy.title, copy.summary) == (headline, standfirst)
    assert list(copy.parts) == expected
    boxes = [part for part in copy.parts if isinstance(part, RelatedLines)]
    assert [len(box.headlines) for box in boxes] == [2]
    assert 0 < copy.parts.index(boxes[0]) < len(copy.parts) - 1, "in the middle"


def test_a_reader_of_the_wire_story_sees_all_of_it(data: bytes) -> None:
    copy = copy_in(PlainText(), data, file="wire-story.txt")
    file = article(copy, Heading(slug="x", date="2026-11-23", section="news"))
    _, _, body = file.partition("\n---\n")

    assert seen(body) == list(copy.parts)
    assert "\\" not in body, "it needs no mark"
    assert "&" not in body
