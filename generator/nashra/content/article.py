"""A story's file: its front matter's keys, and how they become an `Article`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field

from nashra import schema
from nashra.config import RESERVED_SLUGS
from nashra.content.address import slug_of
from nashra.content.aliases import kept_by_the_site
from nashra.content.fields import (
    INNER_NAMES,
    Bylines,
    Closed,
    Corrections,
    ImageField,
    ImageValue,
    Moment,
    Names,
    RootAddress,
    SectionName,
    Slug,
    Truth,
    one_of,
)
from nashra.content.front_matter import split
from nashra.content.markdown import Renderer
from nashra.content.reading import Reading
from nashra.errors import ContentError, Words
from nashra.language.slug import slugify
from nashra.model import Article, Byline, Correction, Image, Kind, Status

NAMES = {
    "العنوان": "title",
    "المسار": "slug",
    "العنوان_التمهيدي": "kicker",
    "التمهيد": "kicker",
    "الملخص": "summary",
    "المقدمة": "summary",
    "التاريخ": "date",
    "التحديث": "updated",
    "القسم": "section",
    "الوسوم": "tags",
    "الوسم": "tags",
    "الكاتب": "authors",
    "الكتاب": "authors",
    "author": "authors",
    "المصدر": "source",
    "المكان": "place",
    "الصورة": "image",
    "النوع": "kind",
    "الحالة": "status",
    "موعد_النشر": "publish_at",
    "ينتهي": "expires",
    "عاجل_حتى": "breaking_until",
    "مثبت": "pinned",
    "ذات_صلة": "related",
    "تصحيحات": "corrections",
    "التصحيحات": "corrections",
    "عناوين_سابقة": "aliases",
    "العنوان_الأصلي": "canonical",
    "اللغة": "lang",
}
"""The other names of a story's keys."""

_KINDS = {
    "خبر": Kind.NEWS,
    "رأي": Kind.OPINION,
    "تحليل": Kind.ANALYSIS,
    "مقابلة": Kind.INTERVIEW,
    "مباشر": Kind.LIVE,
    "صور": Kind.GALLERY,
    "فيديو": Kind.VIDEO,
}
_STATUSES = {"مسودة": Status.DRAFT, "جاهز": Status.READY}


class ArticleFields(Closed):
    """Every key that a story's front matter may have."""

    title: str
    date: Moment
    slug: Slug = ""
    section: SectionName = ""
    kicker: str = ""
    summary: str = ""
    updated: Moment | None = None
    tags: Names = Field(default_factory=list)
    authors: Bylines = Field(default_factory=list)
    source: str = ""
    place: str = ""
    image: ImageValue | None = None
    kind: Annotated[Kind, one_of(Kind, _KINDS)] = Kind.NEWS
    status: Annotated[Status, one_of(Status, _STATUSES)] = Status.READY
    publish_at: Moment | None = None
    expires: Moment | None = None
    breaking_until: Moment | None = None
    pinned: Truth = False
    related: list[str] = Field(default_factory=list)
    corrections: Corrections = Field(default_factory=list)
    aliases: list[RootAddress] = Field(default_factory=list)
    canonical: str = ""
    lang: str = ""


def parse_article(text: str, *, file: str, reading: Reading, renderer: Renderer) -> Article:
    """Read a story from its file's text; `file` is its path from the site's folder.

    Raises:
        ContentError: the front matter has faults; all of them are told.

    """
    document = split(text, file=file)
    fields = schema.check(
        ArticleFields, document.written, names=NAMES, inner=INNER_NAMES, context=reading.zone
    )
    section = reading.sections.resolve(fields.section or _folder(file))
    _refuse(document.written, section, kept_by_the_site(fields.aliases, reading.sections))
    body = renderer.render(document.body, language=fields.lang)
    typeset = renderer.typesetter(fields.lang).text
    image = _image(fields.image, typeset) if fields.image else None
    lead = (image.src,) if image and "://" not in image.src else ()
    return Article(
        file=file,
        title=typeset(" ".join(fields.title.split())),
        slug=fields.slug or slug_of(file, title=fields.title),
        section=section,
        date=fields.date,
        updated=fields.updated,
        kicker=typeset(fields.kicker),
        summary=typeset(fields.summary),
        tags=tuple(dict.fromkeys(fields.tags)),
        authors=tuple(Byline(author.name, author.role) for author in fields.authors),
        source=fields.source,
        place=fields.place,
        image=image,
        kind=fields.kind,
        status=fields.status,
        publish_at=fields.publish_at,
        expires=fields.expires,
        breaking_until=fields.breaking_until,
        pinned=fields.pinned,
        related=tuple(fields.related),
        corrections=tuple(Correction(item.date, typeset(item.text)) for item in fields.corrections),
        aliases=tuple(fields.aliases),
        canonical=fields.canonical,
        lang=fields.lang,
        body=body.parts,
        words=body.words,
        media=tuple(dict.fromkeys(lead + body.media)),
    )


def _image(written: ImageField, typeset: Callable[[str], str]) -> Image:
    words = {name: typeset(getattr(written, name)) for name in ("alt", "caption", "credit")}
    return Image(src=written.src, **words)


def _refuse(written: schema.Written, section: str, kept: list[str]) -> None:
    """Refuse addresses that the program keeps for itself.

    Raises:
        ContentError: the section or an old address is one of them.

    """
    problems = []
    if section in RESERVED_SLUGS:
        what = Words(f"«{section}» محجوز للبرنامج.", f"“{section}” is kept by the program.")
        remedy = Words("اختر قسما آخر.", "Choose another section.")
        problems.append(written.problem(("section",), what, remedy))
    for alias in kept:
        what = Words(f"«{alias}» صفحة من صفحات الموقع.", f"“{alias}” is a page of the site's own.")
        remedy = Words("احذف هذا العنوان السابق.", "Remove this old address.")
        problems.append(written.problem(("aliases",), what, remedy))
    if problems:
        raise ContentError(problems)


def _folder(file: str) -> str:
    """Give the section's folder of `content/articles/<section>/…`, or a section for the rest."""
    parts = PurePosixPath(file).parts
    folder = parts[2] if len(parts) > 3 else ""  # noqa: PLR2004
    return folder if slugify(folder) else "news"
