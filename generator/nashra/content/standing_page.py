"""The file of a page that is not a story: About, Contact, a policy."""

from __future__ import annotations

from nashra import schema
from nashra.content.address import slug_of
from nashra.content.fields import Closed, Slug, Whole
from nashra.content.front_matter import split
from nashra.content.markdown import Renderer
from nashra.model import StandingPage

NAMES = {
    "العنوان": "title",
    "المسار": "slug",
    "الملخص": "summary",
    "الترتيب": "order",
}
"""The other names of a standing page's keys."""


class StandingPageFields(Closed):
    """Every key that a standing page's front matter may have."""

    title: str
    slug: Slug = ""
    summary: str = ""
    order: Whole = 0


def parse_standing_page(
    text: str, *, file: str, renderer: Renderer, edition: str = ""
) -> StandingPage:
    """Read a page from its file's text; `file` is its path from the site's folder.

    Raises:
        ContentError: the front matter has faults; all of them are told.

    """
    document = split(text, file=file)
    fields = schema.check(StandingPageFields, document.written, names=NAMES)
    body = renderer.render(document.body)
    typeset = renderer.typesetter().text
    return StandingPage(
        file=file,
        slug=fields.slug or slug_of(file, title=fields.title),
        title=typeset(fields.title),
        summary=typeset(fields.summary),
        order=fields.order,
        body=body.html,
        media=body.media,
        edition=edition,
    )
