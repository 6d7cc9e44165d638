"""Every kind of page, one module each: which outputs of it exist, and what each one shows."""

from __future__ import annotations

from nashra.pages import (
    author,
    corrections,
    feed,
    feed_atom,
    feed_author,
    feed_corrections,
    feed_json,
    feed_tag,
    front,
    headers,
    live,
    llms,
    manifest,
    media,
    not_found,
    offline,
    offline_script,
    redirect,
    redirects,
    robots,
    section,
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
        redirects,
        corrections,
        feed,
        feed_atom,
        feed_json,
        feed_tag,
        feed_author,
        feed_corrections,
        sitemap,
        sitemap_index,
        sitemap_news,
        sitemap_pages,
        robots,
        llms,
        headers,
        manifest,
        offline,
        offline_script,
        media,
    )
}
"""The kinds by their names. Adding one is adding a module and its name here."""
