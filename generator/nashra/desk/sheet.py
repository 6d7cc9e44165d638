"""The writer's sheet: what there is to know of one story before it goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from html import unescape
from pathlib import Path

from nashra.catalogue.appearances import may_show
from nashra.catalogue.store import Catalogue
from nashra.check.copy_desk import Desk, check_batch
from nashra.config import Config, Folders
from nashra.content.scan import Seen
from nashra.errors import Problem, Words
from nashra.language.copy_desk.headlines import LONGEST_HEADLINE, LONGEST_STANDFIRST
from nashra.model import Article
from nashra.pages import story
from nashra.pages.addresses import full, url
from nashra.pages.head import Labels, story_head

_MOST_PAGES = 300
"""So many files are looked through for the story at most."""
_LONGEST_SLUG = 80
"""Characters: search engines and messengers cut longer addresses."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)

_MISSING = {
    "summary": Words("لا ملخص (summary): تظهر بداية النص مكانه.", "No summary."),
    "image": Words("لا صورة (image).", "No picture (image)."),
    "alt": Words("لا وصف للصورة (alt).", "The picture has no description (alt)."),
    "credit": Words("لا مصدر للصورة (credit).", "The picture has no credit."),
    "tags": Words("لا وسوم (tags).", "No tags."),
    "authors": Words("لا كاتب ولا وكالة.", "Neither a writer nor an agency."),
}


def sheet_of(
    article: Article, config: Config, folders: Folders, catalogue: Catalogue
) -> dict[str, object]:
    """Give what the sheet shows, fit for JSON; sentences as `{"ar": …, "en": …}`.

    Lengths are in characters. `pages` are those that show the story in its last build.
    """
    own = next(each for each in config.every if each.edition == article.edition)
    matter = story_head(article, own.identity, labels=Labels(""), json_ld=None)
    return {
        "file": article.file,
        "words": article.words,
        "minutes": story.reading_minutes(article),
        "headline": {"length": len(article.title), "most": LONGEST_HEADLINE},
        "summary": {"length": len(article.summary), "most": LONGEST_STANDFIRST},
        "slug": {"length": len(article.slug), "most": _LONGEST_SLUG},
        "missing": [asdict(_MISSING[name]) for name in _missing(article)],
        "copy": [asdict(problem) for problem in _slips(article, config, folders)],
        "looks": {
            "title": article.title,
            "site": own.identity.name,
            "description": matter.description,
            "address": full(article.address, own.identity),
            "image": matter.image,
        },
        "pages": list(_pages(article, own, folders.output, catalogue)),
    }


def _missing(article: Article) -> Iterator[str]:
    if not article.summary:
        yield "summary"
    if article.image is None:
        yield "image"
    else:
        if not article.image.alt:
            yield "alt"
        if not article.image.credit:
            yield "credit"
    if not article.tags:
        yield "tags"
    if not article.authors and not article.source:
        yield "authors"


def _slips(article: Article, config: Config, folders: Folders) -> Iterator[Problem]:
    path = folders.root / article.file
    desk = Desk(config.identity.language, editions=tuple(each.edition for each in config.editions))
    (checked,) = check_batch(desk, [Seen(article.file, str(path), 0, 0)])
    yield from (slip.problem for slip in checked.slips if slip.rule != "summary-missing")


def _pages(
    article: Article, own: Config, output: Path, catalogue: Catalogue
) -> Iterator[dict[str, str]]:
    address = url(article.address, own.identity)
    for page in may_show(catalogue, article, limit=_MOST_PAGES):
        try:
            text = (output / page.target).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if address in text:
            title = _TITLE.search(text)
            link = own.identity.root_path + page.target.removesuffix("index.html")
            yield {"title": unescape(title[1]) if title else page.target, "link": link}
