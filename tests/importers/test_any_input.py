"""Whatever lies in a file, an importer gives stories or says what is wrong with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError
from nashra.importers.copy import Copy, LeftOut, Profile
from nashra.importers.importer import HEAD, Importer, importer_of, installed
from tests.importers import test_docx, test_feed, test_html_page, test_wire
from tests.importers.reading import items_of

IMPORTERS, BROKEN = installed()
BY_NAME = {importer.name: importer for importer in IMPORTERS}
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "formats"
SEEDS = {
    "feed": test_feed.WHOLE,
    "html": test_html_page.page(test_html_page.BODY, test_html_page.LINKED),
    "json-feed": test_feed.json_feed({"id": "1", "title": "ع", "content_html": "<p>ن</p>"}),
    "newsml-g2": test_wire.newsml_g2(),
    "newsml-1": test_wire.newsml_1(),
    "nitf": test_wire.nitf(),
    "ninjs": test_wire.ninjs(test_wire.NINJS_3),
    "teletype": test_wire.teletype("عنوان =\r\n\r\n   نص"),
    "markdown": "---\ntitle: عنوان\ntags: [أ]\n---\n{{< figure src=a >}}\n".encode(),
    "text": "عنوان\n\nكتبت: سلمى\n- بند\n".encode(),
    "wordpress": b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item/></channel></rss>',
    "docx": test_docx.docx(test_docx.paragraph("عنوان"), extra={"a": b"b"}),
}


def test_every_importer_that_is_installed_can_be_used() -> None:
    assert not BROKEN
    assert {*BY_NAME} >= {*SEEDS}, "and has a sample here"


def changed(seed: bytes, noise: bytes, at: int, cut: int) -> bytes:
    """Give a sound file with some bytes put in and some taken out."""
    at %= len(seed) + 1
    return seed[:at] + noise + seed[at + cut :]


@pytest.mark.parametrize("name", sorted(SEEDS))
@settings(max_examples=60, deadline=None)
@given(noise=st.binary(max_size=40), at=st.integers(0, 4000), cut=st.integers(0, 60))
def test_a_damaged_file_raises_nothing_else(name: str, noise: bytes, at: int, cut: int) -> None:
    try:
        items = items_of(BY_NAME[name], changed(SEEDS[name], noise, at, cut), file="x")
    except ContentError:
        return
    assert all(isinstance(item, Copy | LeftOut | Profile) for item in items)


@settings(max_examples=40, deadline=None)
@given(noise=st.binary(max_size=60), at=st.integers(0, 400))
def test_a_document_damaged_inside_raises_nothing_else(noise: bytes, at: int) -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SEEDS["docx"])) as sound,
        zipfile.ZipFile(stream, "w") as archive,
    ):
        for entry in sound.infolist():
            data = sound.read(entry)
            archive.writestr(entry.filename, changed(data, noise, at, len(noise)))
    try:
        items_of(BY_NAME["docx"], stream.getvalue(), file="x.docx")
    except ContentError:
        return


def _samples() -> Iterator[Path]:
    skipped = {".jpg", ".jpeg", ".md", ".info"}
    yield from (
        path
        for path in sorted(SAMPLES.rglob("*"))
        if path.is_file() and path.suffix.lower() not in skipped
    )


def test_every_sample_is_carried_or_refused_with_its_reason() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("the samples are their owners', and do not lie beside this checkout")
    carried = 0
    for path in _samples():
        with path.open("rb") as stream:
            importer = importer_of(path, stream.read(HEAD), IMPORTERS)
        if importer is not None:
            carried += _carried(importer, path)
    assert carried > 100


def _carried(importer: Importer, path: Path) -> int:
    try:
        items = list(importer.read(path, file=path.name))
    except ContentError:
        return 0
    assert all(item.why for item in items if isinstance(item, LeftOut))
    assert all(item.title for item in items if isinstance(item, Copy))
    return sum(isinstance(item, Copy) for item in items)
