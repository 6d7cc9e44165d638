"""Every kind of page, one module each: which outputs of it exist, and what each one shows."""

from __future__ import annotations

from nashra.pages import (
    author,
    feed,
    front,
    live,
    media,
    not_found,
    redirect,
    robots,
    section,
    share,
    sitemap,
    sitemap_index,
    sitemap_news,
    sitemap_pages,
    standing,
    story,
    tag,
    tag_spelling,
    thread,
)
from nashra.pages.kind import PageKind

KINDS: dict[str, PageKind] = {
    kind.NAME: kind
    for kind in (
        story,
        front,
        live,
        section,
        tag,
        tag_spelling,
        thread,
        author,
        standing,
        not_found,
        redirect,
        feed,
        share,
        sitemap,
        sitemap_index,
        sitemap_news,
        sitemap_pages,
        robots,
        media,
    )
}
"""The kinds by their names. Adding one is adding a module and its name here."""
