"""A story's file: its front matter's keys, and how they become an `Article`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from nashra import schema
from nashra.config import RESERVED_SLUGS
from nashra.content.address import slug_of
from nashra.content.aliases import kept_by_the_site
from nashra.content.fields import (
    INNER_NAMES,
    Aliases,
    Bylines,
    Closed,
    Corrections,
    ImageField,
    ImageValue,
    Moment,
    Names,
    SectionName,
    ShortName,
    Slug,
    Thread,
    Truth,
    one_of,
)
from nashra.content.front_matter import split
from nashra.content.live import coverage
from nashra.content.markdown import Body, Renderer
from nashra.content.reading import Reading
from nashra.content.scan import folder_of
from nashra.errors import ContentError, Words
from nashra.language.slug import slugify
from nashra.model import Article, Byline, Correction, Image, Kind, LiveEntry, Status

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
    "تنتهي_التغطية": "live_until",
    "مثبت": "pinned",
    "ذات_صلة": "related",
    "تصحيحات": "corrections",
    "التصحيحات": "corrections",
    "عناوين_سابقة": "aliases",
    "المعرف": "id",
    "المعرّف": "id",
    "العنوان_الأصلي": "canonical",
    "اللغة": "lang",
    "الملف": "thread",
    "ترجمة": "translation_of",
    "ترجمة_عن": "translation_of",
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
    live_until: Moment | None = None
    pinned: Truth = False
    related: list[str] = Field(default_factory=list)
    corrections: Corrections = Field(default_factory=list)
    aliases: Aliases = Field(default_factory=list)
    id: ShortName = ""
    canonical: str = ""
    lang: str = ""
    thread: Thread = ""
    translation_of: str = ""


def parse_article(text: str, *, file: str, reading: Reading, renderer: Renderer) -> Article:
    """Read a story from its file's text; `file` is its path from the site's folder.

    Raises:
        ContentError: the front matter has faults; all of them are told.

    """
    document = split(text, file=file)
    fields = _fields(document.written, reading)
    _, _, path = folder_of(file, (reading.edition,))
    section = reading.sections.resolve(fields.section or _folder(path))
    _refuse(document.written, section, fields, reading)
    body, live = _body(document.body, fields, reading, renderer)
    typeset = renderer.typesetter(fields.lang).text
    image = _image(fields.image, typeset) if fields.image else None
    return Article(
        file=file,
        title=typeset(" ".join(fields.title.split())),
        slug=fields.slug or slug_of(file, title=fields.title, style=reading.slugs),
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
        id=fields.id,
        thread=" ".join(fields.thread.split()),
        canonical=fields.canonical,
        lang=fields.lang,
        body=body.parts,
        live=live,
        live_until=fields.live_until,
        words=body.words,
        media=_media(image, body),
        edition=reading.edition,
        translation=_translation(fields.translation_of, path, reading),
    )


def _fields(written: schema.Written, reading: Reading) -> ArticleFields:
    return schema.check(
        ArticleFields, written, names=NAMES, inner=INNER_NAMES, context=reading.zone
    )


def _media(lead: Image | None, body: Body) -> tuple[str, ...]:
    own = (lead.src,) if lead and "://" not in lead.src else ()
    return tuple(dict.fromkeys(own + body.media))


def _body(
    text: str, fields: ArticleFields, reading: Reading, renderer: Renderer
) -> tuple[Body, tuple[LiveEntry, ...]]:
    if fields.kind is not Kind.LIVE:
        return renderer.render(text, language=fields.lang), ()
    live = coverage(text, renderer, begins=fields.date, zone=reading.zone, language=fields.lang)
    return Body(live.above.parts, live.media, live.words), live.entries


def _translation(original: str, path: str, reading: Reading) -> str:
    """Give the path from `articles/` that a story's versions in all languages have in common.

    It is that of the story's own file, unless an editor names another's.
    """
    if not (reading.edition or reading.editions):
        return ""
    return unicodedata.normalize("NFC", original).partition("articles/")[2] or original or path


def _image(written: ImageField, typeset: Callable[[str], str]) -> Image:
    words = {name: typeset(getattr(written, name)) for name in ("alt", "caption", "credit")}
    return Image(src=written.src, **words)


def _refuse(written: schema.Written, section: str, fields: ArticleFields, reading: Reading) -> None:
    """Refuse addresses that the program keeps for itself.

    Raises:
        ContentError: there is a section, or an old address, among them.

    """
    problems = []
    if section in RESERVED_SLUGS or section in reading.languages:
        what = Words(f"«{section}» محجوز للبرنامج.", f"“{section}” is kept by the program.")
        remedy = Words("اختر قسما آخر.", "Choose another section.")
        problems.append(written.problem(("section",), what, remedy))
    for alias in kept_by_the_site(fields.aliases, reading.sections):
        what = Words(f"«{alias}» صفحة من صفحات الموقع.", f"“{alias}” is a page of the site's own.")
        remedy = Words("احذف هذا العنوان السابق.", "Remove this old address.")
        problems.append(written.problem(("aliases",), what, remedy))
    if problems:
        raise ContentError(problems)


def _folder(path: str) -> str:
    """Give the section's folder of a path from `articles/`, or a section for the rest."""
    folder, slash, _ = path.partition("/")
    if not slash:
        folder = ""
    return folder if slugify(folder) else "news"
