"""A request's path leads to a file of the output folder or nowhere."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.serve.files import BadPathError, content_type, join, locate, split


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/", ("",)),
        ("/a", ("a",)),
        ("/a/", ("a", "")),
        ("/a/b.html", ("a", "b.html")),
        (f"/{quote('سياسة')}/{quote('خبر')}/", ("سياسة", "خبر", "")),
        ("/سياسة/", ("سياسة", "")),
        (f"/{quote(unicodedata.normalize('NFD', 'أخبار'))}/", ("أخبار", "")),
        ("/a%20b", ("a b",)),
        ("/100%25", ("100%",)),
        ("/...", ("...",)),
        ("/.well-known/x", (".well-known", "x")),
    ],
)
def test_a_path_falls_into_decoded_parts(path: str, parts: tuple[str, ...]) -> None:
    assert split(path) == parts


@pytest.mark.parametrize(
    "path",
    [
        "/..",
        "/../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E./secret.txt",
        "/a/./b",
        "/..%2fsecret.txt",
        "/a%2Fb",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/a%00.html",
        "/a%0d%0aSet-Cookie:x",
        "/a%7f",
        "//example.org/",
        "/a//b",
        "/%ff",
        "/%c0%ae%c0%ae/secret.txt",
        "",
        "*",
        "http://example.org/",
    ],
)
def test_a_path_that_no_honest_page_asks_for_is_refused(path: str) -> None:
    with pytest.raises(BadPathError):
        split(path)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_joined_parts_split_again_or_are_refused(names: list[str]) -> None:
    try:
        parts = split(join(tuple(names)))
    except (BadPathError, UnicodeEncodeError):
        return
    assert parts == tuple(unicodedata.normalize("NFC", name) for name in names)


def test_only_what_lies_in_the_folder_is_found(output: Path) -> None:
    (output / "inner").symlink_to(output / "assets")
    (output / "way-out").symlink_to(output.parent)
    (output / "ring").symlink_to(output / "ring")

    assert locate(output, ("assets", "site.css")) == output.resolve() / "assets" / "site.css"
    assert locate(output, ("inner", "site.css")) is not None
    assert locate(output, ("way-out", "secret.txt")) is None
    assert locate(output, ("..", "secret.txt")) is None
    assert locate(output, (str(output.parent / "secret.txt"),)) is None
    assert locate(output, ("ring",)) is None
    assert locate(output, ("ن" * 3000,)) is None
    assert locate(output, ("feed.xml", "deeper")) is None
    assert locate(output / "missing", ("",)) is None


@pytest.mark.skipif(os.name != "posix", reason="a POSIX kind of file")
def test_a_pipe_is_found_but_is_no_file(output: Path) -> None:
    os.mkfifo(output / "pipe")

    found = locate(output, ("pipe",))

    assert found is not None
    assert not found.is_file()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("site.css", "text/css; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("logo.svg", "image/svg+xml; charset=utf-8"),
        ("shard.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("kufi.woff2", "font/woff2"),
        ("photo.webp", "image/webp"),
        ("photo.avif", "image/avif"),
        ("PHOTO.JPG", "image/jpeg"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_the_content_type_is_the_same_on_every_machine(name: str, expected: str) -> None:
    assert content_type(Path(name)) == expected
