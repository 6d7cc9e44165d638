"""A story's whole text for readers that show it elsewhere: every address is full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Identity
from nashra.language import direction
from nashra.model import Article, BodyPart, Embed, Image, Link, Prose, Related
from nashra.pages.addresses import full, media_full
from nashra.pages.head import host

_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_FROM_ROOT = re.compile(r'\b(href|src|poster)="/(?!/)')
_ON_PAGE = re.compile(r'\bhref="#')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML may hold (XML 1.0, production 2)."""


def full_text(article: Article, reader: Reader, identity: Identity) -> str:
    """Give a story's picture and body, in one element that says language and direction."""
    language = article.lang or identity.language
    text = "\n".join(filter(None, _parts(article, reader, identity)))
    way = direction.of_language(language)
    return _NOT_XML.sub("", f'<div lang="{escape(language)}" dir="{way}">\n{text}\n</div>')


def _parts(article: Article, reader: Reader, identity: Identity) -> Iterator[str]:
    if article.image:
        yield _picture(article.image, identity)
    page = full(article.address, identity)
    for part in _in_order(article):
        if isinstance(part, Prose):
            yield _TAG.sub(lambda tag: _absolute(tag[0], page, identity), part.html)
        elif isinstance(part, Related):
            lines = "".join(f"<li>{_line(link, reader, identity)}</li>" for link in part.stories)
            yield f"<ul>{lines}</ul>"
        else:
            yield f"<p>{_embed(part, identity)}</p>"


def _in_order(article: Article) -> Iterator[BodyPart]:
    """Give all parts of a body; a live story's reports follow, each under its title."""
    yield from article.body
    for entry in article.live:
        if entry.title:
            yield Prose(f"<h2>{escape(entry.title)}</h2>")
        yield from entry.body


def _embed(part: Embed, identity: Identity) -> str:
    own = part.provider in {"video", "audio"}
    address = media_full(part.address, identity) if own else part.address
    return f'<a href="{escape(address)}">{escape(part.title or address)}</a>'


def _absolute(tag: str, page: str, identity: Identity) -> str:
    rooted = _FROM_ROOT.sub(lambda found: f'{found[1]}="{host(identity)}/', tag)
    return _ON_PAGE.sub(f'href="{page}#', rooted)


def _picture(image: Image, identity: Identity) -> str:
    words = escape(" ".join(filter(None, (image.caption, image.credit))))
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    source = escape(media_full(image.src, identity))
    return f'<figure><img src="{source}" alt="{escape(image.alt)}">{caption}</figure>'


def _line(link: Link, reader: Reader, identity: Identity) -> str:
    found = [] if link.address else reader.cards(*terms.named(link.label))
    address = full(found[-1].address, identity) if found else link.address
    if not address:
        return escape(link.label)
    rooted = host(identity) + address if address.startswith("/") else address
    return f'<a href="{escape(rooted)}">{escape(link.label)}</a>'
