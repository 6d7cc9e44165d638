"""Faults that only show when files stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import shared_names, shared_places
from nashra.check import fronts
from nashra.config import Config
from nashra.content.front_matter import split
from nashra.errors import ContentError, Problem, Severity, Words
from nashra.language.slug import slugify
from nashra.model import Article, Entry
from nashra.utf8 import decode

_SHOWN = 8


def problems(catalogue: Catalogue, config: Config, *, root: Path) -> list[Problem]:
    """Give every fault of the content: each file's own first, then those between files."""
    found = catalogue.problems()
    found += _shared_addresses(catalogue, root)
    if config.addresses.share:
        found += _shared_names(catalogue)
    for own in config.every:
        edition = _Edition(catalogue, own, frozenset(each.edition for each in config.editions))
        found += _hidden_pages(edition)
        found += _sections_without_entry(edition)
        found += _authors_without_entry(edition)
        found += fronts.problems(edition.reader(), root=root)
    found += _missing_media(catalogue)
    return found


@dataclass(frozen=True, slots=True)
class _Edition:
    """What the catalogue has of one edition."""

    catalogue: Catalogue
    config: Config
    languages: frozenset[str]
    """Those of all editions but the main one."""

    def values(self, term: str) -> list[str]:
        kept = self.catalogue.values(term)
        return list(terms.within(self.config.edition, kept, editions=self.languages))

    def reader(self) -> Reader:
        return self.catalogue.reader(self.config.edition)


def _shared_addresses(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    for holder, *others in shared_places(catalogue.connection):
        for other in others:
            line, excerpt = _key_line(root, other, ("slug", "title", "المسار", "العنوان"))
            yield Problem(
                other,
                line,
                Words(
                    f"رابط هذا الملف هو رابط {holder} نفسه، فبقي للأقدم تاريخا ولم يُنشر هذا.",
                    f"This lies at the same address as {holder}, which is older and keeps it; "
                    "this one is left out.",
                ),
                Words("غيّر المسار (slug) في أحدهما.", "Give one of the two another slug."),
                excerpt,
            )


def _shared_names(catalogue: Catalogue) -> Iterator[Problem]:
    for name, (holder, *others) in shared_names(catalogue.connection):
        for other in others:
            yield Problem(
                other,
                None,
                Words(
                    f"الرابط القصير /a/{name}/ للخبر {holder}، وهو أقدم، فبقي هذا بلا رابط قصير.",
                    f"The short address /a/{name}/ is that of {holder}, which is older and keeps "
                    "it; this story has none.",
                ),
                Words(
                    f"أضف سطرا إلى هذا الملف: id: {name}-2",
                    f"Add a line to this file: id: {name}-2",
                ),
            )


def _hidden_pages(edition: _Edition) -> Iterator[Problem]:
    reader = edition.reader()
    for slug in edition.values(terms.PAGE):
        taken = edition.config.keeps(slug) or reader.count(terms.SECTION, slug)
        if taken:
            for entry in reader.entries(terms.PAGE, slug):
                yield Problem(
                    entry.file,
                    1,
                    Words(
                        f"العنوان /{slug}/ محجوز لقسم أو للبرنامج.",
                        f"The address /{slug}/ belongs to a section or to the program.",
                    ),
                    Words("اختر slug آخر للصفحة.", "Choose another slug for the page."),
                )


def _sections_without_entry(edition: _Edition) -> Iterator[Problem]:
    sections = edition.config.sections
    slugs = [slug for slug in edition.values(terms.SECTION) if not sections.find(slug)]
    if slugs:
        yield Problem(
            "config.yaml",
            None,
            Words(
                f"أقسام غير مذكورة في الإعدادات: {_listed(slugs, '، ')}.",
                f"Sections without an entry in the configuration: {_listed(slugs, ', ')}.",
            ),
            Words(
                "أضفها تحت sections لتظهر في القائمة بأسمائها.",
                "Add them under sections to name them and put them in the menu.",
            ),
            severity=Severity.NOTICE,
        )


def _authors_without_entry(edition: _Edition) -> Iterator[Problem]:
    known = set(edition.values(terms.WRITER))
    slugs = [slug for slug in edition.values(terms.AUTHOR) if slug not in known]
    reader = edition.reader()
    names = [_as_signed(slug, reader) for slug in slugs[:_SHOWN]] + slugs[_SHOWN:]
    if slugs:
        yield Problem(
            "content/authors",
            None,
            Words(
                f"كتّاب بلا صفحة تعريف: {_listed(names, '، ')}.",
                f"Authors without an entry: {_listed(names, ', ')}.",
            ),
            Words(
                "أنشئ لكل منهم ملفا فيه الاسم والنبذة، أو اتركهم بأسمائهم كما كُتبت.",
                "Make a file for each, with name and biography, or leave them named as written.",
            ),
            severity=Severity.NOTICE,
        )


def _as_signed(slug: str, reader: Reader) -> str:
    for story in reader.stretch(terms.AUTHOR, slug, start=0, length=1):
        for byline in story.authors:
            if slugify(byline.name) == slug:
                return byline.name
    return slug


def _listed(names: list[str], comma: str) -> str:
    """Give the first names of a list that may be long, and how many more there are."""
    shown = comma.join(names[:_SHOWN])
    more = len(names) - _SHOWN
    return f"{shown} (+{more})" if more > 0 else shown


def _missing_media(catalogue: Catalogue) -> Iterator[Problem]:
    for path, file in catalogue.unmet_media().items():
        yield Problem(
            file,
            None,
            Words(f"لا يوجد الملف content/media/{path}.", f"There is no content/media/{path}."),
            Words("ضع الملف هناك أو صحح اسمه.", "Put the file there, or correct its name."),
            severity=Severity.NOTICE,
        )


def dead_related(catalogue: Catalogue) -> Iterator[Problem]:
    """Give the related stories that no public story answers to."""
    whole = catalogue.reader()
    for file in catalogue.values(terms.STORY):
        for entry in whole.entries(terms.STORY, file):
            reader = catalogue.reader(entry.edition) if isinstance(entry, Article) else whole
            for name in _related(entry):
                term, value = terms.named(name)
                if not reader.count(term, value):
                    yield Problem(
                        entry.file,
                        None,
                        Words(
                            f"لا خبر منشورا عنوانه «{name}».",
                            f"No public story is titled “{name}”.",
                        ),
                        Words(
                            "صحح العنوان أو انتظر نشر الخبر؛ يظهر الآن نصا بلا رابط.",
                            "Correct the headline, or wait for the story; it shows without a link.",
                        ),
                        severity=Severity.NOTICE,
                    )


def _related(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Article):
        yield from entry.related
        for part in entry.body:
            if part.kind == "related":
                yield from (story.label for story in part.stories if not story.address)


def _key_line(root: Path, file: str, keys: tuple[str, ...]) -> tuple[int | None, str]:
    """Give the line of the first of these keys that a file's front matter has, and its text."""
    try:
        written = split(decode((root / file).read_bytes(), file=file), file=file).written
    except (OSError, ContentError):
        return None, ""
    for key in keys:
        if line := written.lines.get((key,)):
            return line, written.text[line - 1]
    return None, ""
