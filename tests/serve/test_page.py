"""What is added to pages on their way out."""

from __future__ import annotations

import pytest

from nashra.serve.page import Told, building, inject, not_found, script_tag


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (b"<body>a</body></html>", b"<body>a<s></body></html>"),
        (b"<body>a</BODY>", b"<body>a<s></BODY>"),
        (b"<script>'</body>'</script>b</body>", b"<script>'</body>'</script>b<s></body>"),
        (b"<!doctype html><p>a", b"<!doctype html><p>a<s>"),
        (b"\xef\xbb\xbf <!-- x -->\n<HTML><p>a", b"\xef\xbb\xbf <!-- x -->\n<HTML><p>a<s>"),
        (b"<p>a</p>", b"<p>a</p>"),
        (b"<htmlx>", b"<htmlx>"),
        (b"", b""),
    ],
)
def test_a_document_gets_the_script_once_and_a_fragment_none(html: bytes, expected: bytes) -> None:
    assert inject(html, "<s>") == expected


def test_the_script_lies_below_the_base_path() -> None:
    tag = script_tag("/repo/", Told(build="x.1", language='ar"'))

    assert 'src="/repo/__nashra__/reload.js"' in tag
    assert 'data-build="x.1"' in tag
    assert 'data-language="ar&quot;"' in tag


def test_the_script_is_told_what_every_page_says() -> None:
    assert "data-band" not in script_tag("/", Told(build="x", language="ar"))
    assert 'data-band="كما &quot;سيكون&quot;"' in script_tag(
        "/", Told(build="x", language="ar", band='كما "سيكون"')
    )


def test_the_previews_own_pages_speak_the_sites_language() -> None:
    assert b'lang="ar" dir="rtl"' in not_found("fa")
    assert b'lang="en" dir="ltr"' in not_found("en-GB")
    assert b'http-equiv="refresh"' in building("ar")
