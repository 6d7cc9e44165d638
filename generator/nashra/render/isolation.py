"""Filters that keep names of the other direction from disturbing the line they stand in."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from nashra.language.bidi import isolated_html, isolated_plain


def filters(base: str) -> dict[str, Callable[..., str]]:
    """Give `isolated` and `isolated_plain` for the pages of a site that runs `rtl` or `ltr`.

    Both take the direction of the element that a text stands in, where it is not the site's.
    """

    def isolated(text: str, direction: str = "") -> Markup:
        if isinstance(text, Markup):
            return text
        return Markup(isolated_html(text, direction or base))  # noqa: S704 — escaped there

    def plain(text: str, direction: str = "") -> str:
        return isolated_plain(text, direction or base)

    return {"isolated": isolated, "isolated_plain": plain}
