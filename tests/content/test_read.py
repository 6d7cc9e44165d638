"""One file of content to one entry, or to what stands in its way."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.config import Sections, parse
from nashra.content.read import Read, Reader
from nashra.content.reading import Reading
from nashra.errors import ContentError
from nashra.model import Article, Author, MediaFile, StandingPage
from nashra.utf8 import decode

STORY = "---\ntitle: المد\ndate: 2027-03-09\n---\nارتفع الماء.\n".encode()


@pytest.fixture
def reader() -> Reader:
    return Reader(Reading(ZoneInfo("UTC"), Sections(()), "/"))


def read(reader: Reader, tmp_path: Path, file: str, data: bytes) -> Read:
    path = tmp_path / "file"
    path.write_bytes(data)
    return reader.read(path, file=file)


@pytest.mark.parametrize(
    ("file", "data", "kind"),
    [
        ("content/articles/sea/tide.md", STORY, Article),
        ("content/authors/hind.md", "---\nname: هند\n---\n".encode(), Author),
        ("content/pages/about.md", "---\ntitle: عنا\n---\n".encode(), StandingPage),
        ("content/media/2027/boat.jpg", b"\xff\xd8", MediaFile),
    ],
)
def test_the_folder_says_what_a_file_becomes(
    reader: Reader, tmp_path: Path, file: str, data: bytes, kind: type
) -> None:
    found = read(reader, tmp_path, file, data)

    assert isinstance(found.entry, kind)
    assert found.entry
    assert found.entry.file == found.file == file
    assert found.problems == ()


def test_a_media_file_is_known_by_its_path_and_bytes(reader: Reader, tmp_path: Path) -> None:
    found = read(reader, tmp_path, "content/media/2027/boat.jpg", b"\xff\xd8")
    other = read(reader, tmp_path, "content/media/2027/boat.jpg", b"\xff\xd9")

    assert isinstance(found.entry, MediaFile)
    assert found.entry.path == "2027/boat.jpg"
    assert found.entry != other.entry


def test_a_digest_is_of_the_bytes(reader: Reader, tmp_path: Path) -> None:
    file = "content/articles/sea/tide.md"
    first = read(reader, tmp_path, file, STORY)

    assert first.digest == read(reader, tmp_path, file, STORY).digest
    assert first.digest != read(reader, tmp_path, file, STORY + b"\n").digest


def test_a_fault_gives_problems_and_no_entry(reader: Reader, tmp_path: Path) -> None:
    found = read(reader, tmp_path, "content/articles/a.md", STORY.replace(b"03", b"23"))

    assert found.entry is None
    assert found.digest
    (problem,) = found.problems
    assert (problem.file, problem.line) == ("content/articles/a.md", 3)


def test_a_file_after_a_faulty_one_is_read_as_if_it_were_the_first(
    reader: Reader, tmp_path: Path
) -> None:
    file = "content/articles/a.md"
    body = STORY + "\nقال[^1] م ق.\n\n[^1]: حاشية\n\n*[م ق]: ميناء\n".encode()
    first = read(reader, tmp_path, file, body)
    read(reader, tmp_path, file, b"---\ntitle: [\n---\n")

    assert read(reader, tmp_path, file, body) == first


def test_a_file_that_cannot_be_opened(reader: Reader, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.md", tmp_path):
        found = reader.read(path, file="content/articles/a.md")

        assert found.entry is None
        assert "cannot be opened" in found.problems[0].what.en
        assert found.problems[0].line is None


class TestDecoding:
    @pytest.mark.parametrize("data", ["نص".encode(), "نص".encode("utf-8-sig")])
    def test_utf8_with_and_without_a_mark(self, data: bytes) -> None:
        assert decode(data, file="f") == "نص"

    @pytest.mark.parametrize(
        ("data", "line", "shown", "why"),
        [
            ("نص".encode("cp1256"), 1, "\ufffd\ufffd", "another code from the first byte"),
            (b"a\nb\n" + "\u0646".encode("cp1256"), 3, "\ufffd", "from the third line"),
            (b"a\r\nb\xff\r\nc", 2, "b\ufffd", "the line ends of Windows"),
            ("نص".encode("utf-16"), 1, None, "two bytes a letter"),
            ("نص".encode()[:-1], 1, None, "cut inside a letter"),
            (b"a\n" + "نص".encode()[:-1], 2, None, "cut inside the last"),
        ],
    )
    def test_the_line_of_the_first_wrong_byte(
        self, data: bytes, line: int, shown: str | None, why: str
    ) -> None:
        with pytest.raises(ContentError, match="UTF-8") as caught:
            decode(data, file="content/articles/a.md")

        (problem,) = caught.value.problems
        assert (problem.file, problem.line) == ("content/articles/a.md", line), why
        assert shown is None or problem.excerpt == shown, why

    def test_the_line_after_a_byte_order_mark(self) -> None:
        with pytest.raises(ContentError) as caught:
            decode(b"\xef\xbb\xbfa\n\xff", file="f")

        assert caught.value.problems[0].line == 2

    def test_the_line_ends_of_old_macs(self) -> None:
        with pytest.raises(ContentError) as caught:
            decode(b"a\rb\rc\xff\r", file="f")

        problem = caught.value.problems[0]
        assert (problem.line, problem.excerpt) == (3, "c\ufffd")


def test_reading_takes_what_it_needs_of_the_configuration() -> None:
    config = parse(
        "name: م\naddress: https://example.org/wave\ntime_zone: Asia/Muscat\n"
        "sections:\n  - {slug: sea, name: البحر}\n"
    )
    reading = Reading.of(config)

    assert reading.zone.key == "Asia/Muscat"
    assert reading.sections.resolve("البحر") == "sea"
    assert reading.base_path == "/wave/"
