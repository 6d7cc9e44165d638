"""A line of a megabyte, which no writer wrote and a faulty export may hold: each function ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nashra.language.bidi import isolated_html, isolated_plain
from nashra.language.folding import fold
from nashra.language.slug import SlugStyle, slug_in, slugify
from nashra.language.stemming import stem
from nashra.language.typography import typeset_text

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "slugify": slugify,
    "slug in Latin letters": lambda text: slug_in(SlugStyle.LATIN, text),
    "typeset": lambda text: typeset_text(text, language="ar"),
    "isolate in HTML": lambda text: isolated_html(text, "rtl"),
    "isolate in plain text": lambda text: isolated_plain(text, "rtl"),
    "stem": lambda text: stem(text, "ar"),
}


@pytest.mark.parametrize("character", ["ا", "a", '"', "("])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_it_ends(name: str, character: str) -> None:
    assert FUNCTIONS[name](character * 1_000_000) is not None
