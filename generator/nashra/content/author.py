"""An author's file: role, photograph, links, and the biography as its body."""

from __future__ import annotations

from pydantic import Field

from nashra import schema
from nashra.content.address import slug_of
from nashra.content.fields import INNER_NAMES, Closed, Links, MediaPath, Slug
from nashra.content.front_matter import split
from nashra.content.markdown import Renderer
from nashra.model import Author
from nashra.model.body import Link

NAMES = {
    "الاسم": "name",
    "المسار": "slug",
    "الدور": "role",
    "الصفة": "role",
    "الصورة": "photo",
    "روابط": "links",
    "الروابط": "links",
}
"""The other names of an author's keys."""


class AuthorFields(Closed):
    """Every key that an author's front matter may have."""

    name: str
    slug: Slug = ""
    role: str = ""
    photo: MediaPath = ""
    links: Links = Field(default_factory=list)


def parse_author(text: str, *, file: str, renderer: Renderer, edition: str = "") -> Author:
    """Read an author from their file's text; `file` is its path from the site's folder.

    Raises:
        ContentError: the front matter has faults; all of them are told.

    """
    document = split(text, file=file)
    fields = schema.check(AuthorFields, document.written, names=NAMES, inner=INNER_NAMES)
    body = renderer.render(document.body)
    photo = (fields.photo,) if fields.photo and "://" not in fields.photo else ()
    return Author(
        file=file,
        slug=fields.slug or slug_of(file, title=fields.name),
        name=fields.name,
        role=renderer.typesetter().text(fields.role),
        photo=fields.photo,
        links=tuple(Link(link.label, link.address) for link in fields.links),
        biography=body.html,
        media=tuple(dict.fromkeys(photo + body.media)),
        edition=edition,
    )
