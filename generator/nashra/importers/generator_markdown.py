"""Markdown of other site generators, and Markdown with no front matter at all.

Hugo, Jekyll, Pelican, Hexo, Nikola, Gatsby, Eleventy and Astro: what their front matter says is
carried where there is a place for it here, and what is not is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.errors import ContentError, Problem, Words
from nashra.importers import foreign_fields as keys
from nashra.importers import old_site, old_story
from nashra.importers.copy import Copy, LeftOut, Markdown
from nashra.importers.encoding import text_of
from nashra.importers.foreign_body import ForeignBody
from nashra.importers.foreign_fields import Fields
from nashra.importers.foreign_front_matter import Form, Matter, split
from nashra.importers.importer import Item
from nashra.importers.markdown_title import Headline, from_first_line, from_heading
from nashra.importers.old_addresses import Page
from nashra.importers.old_links import ENDINGS, story_named
from nashra.importers.old_story import OldStory
from nashra.language.folding import fold

_PATTERNS = frozenset({"scaffolds", "archetypes", "_layouts", "_includes", "layouts"})
"""Folders of files that stories are made of, and that are none."""
_LONGEST_LINKED = 1 << 20
"""In bytes: a file to which a text links is read for its address, if it is no longer."""
_PERSIAN = re.compile("[پچژگکی]")


@dataclass(frozen=True, slots=True)
class GeneratorMarkdown:
    """Markdown files, one story each."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = ENDINGS
    encoding: str = ""
    """What a person said that they are in; unless told, it is found."""

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell that every file with these endings is Markdown."""
        return True

    def in_encoding(self, encoding: str) -> GeneratorMarkdown:
        """Give the same for files in an encoding."""
        return replace(self, encoding=encoding)

    def read(self, path: Path, *, file: str) -> Iterator[Item]:
        """Take a story apart.

        Raises:
            ContentError: its encoding cannot be told, its front matter cannot be read, or there is
                no text.

        """
        path = path.absolute()
        if _PATTERNS & {*path.parts[-3:-1]}:
            why = "a pattern of the generator's, and no story"
            yield LeftOut(path.name, why, why_arabic="قالب للمولد وليس خبرا")
            return
        decoded = text_of(path.read_bytes(), file=file, told=self.encoding)
        matter = _with_file_beside(split(decoded.text, file=file), path, file)
        if path.stem.partition(".")[0] == "_index" and not matter.body.strip():
            yield LeftOut(path.parent.name, "the front of a section", why_arabic="واجهة قسم")
            return
        copy = _copy(matter, path, file)
        yield replace(copy, problems=(*decoded.problems, *copy.problems))


def _with_file_beside(matter: Matter, path: Path, file: str) -> Matter:
    """Give a text with the front matter that Nikola keeps in a file of its own."""
    beside = path.with_suffix(".meta")
    if matter.form is not Form.NONE or not beside.is_file():
        return matter
    name = str(Path(file).with_suffix(".meta"))
    meta = split(text_of(beside.read_bytes(), file=name).text, file=name)
    if meta.form is Form.NONE:
        return matter
    return Matter(meta.form, meta.written, matter.body, matter.first_line)


def _copy(matter: Matter, path: Path, file: str) -> Copy:
    story = _story(matter, path)
    fields = story.fields
    headline = _headline(story, matter)
    if not headline.title:
        raise ContentError([_empty(file)])
    copy = _with_address(_headed(story, headline), story, is_named=matter.form is not Form.NONE)
    foreign = _foreign(story)
    body = foreign.carried(headline.body).strip("\n")
    story.lost += foreign.lost
    story.lost += [f"the old address of a page: {each}" for each in copy.aliases] * copy.standing
    lost = [*(f"front matter {key}" for key in fields.left_over()), *story.lost]
    return replace(
        copy,
        parts=(Markdown(body),) if body.strip() else (),
        attachments=tuple(story.attachments.values()),
        lost=tuple(dict.fromkeys(lost)),
    )


def _story(matter: Matter, path: Path) -> OldStory:
    persian = bool(_PERSIAN.search(matter.body[:4000] + str(matter.written.values.get("title"))))
    fields = Fields(matter.written, is_persian=persian)
    stem, dated = old_story.stem_of(path)
    return OldStory(path, fields, old_site.of(path, matter), stem, dated)


def _foreign(story: OldStory) -> ForeignBody:
    site, near = story.site, story.path

    def picture_at(address: str) -> str:
        found = site.attachment(address, near)
        if found is None:
            return ""
        story.attachments[found.path] = found
        return found.path

    def story_at(named: str) -> str:
        found = story_named(named, near, site)
        return _lay_at(found) if found else ""

    def link_to(address: str) -> str:
        """Give an address of the old site as a path, which the story there still answers to."""
        if "://" in address:
            return (site.address and site.path_of(address)) or address
        path, mark, part = address.partition("#")
        found = story_at(path) if path.endswith(ENDINGS) else ""
        return f"{found}{mark}{part}" if found else address

    return ForeignBody(picture_at, link_to, story_at, is_mdx=near.suffix.lower() == ".mdx")


def _lay_at(path: Path) -> str:
    """Give where another story of the old site lay; empty where that cannot be known."""
    try:
        if path.stat().st_size > _LONGEST_LINKED:
            return ""
        text = text_of(path.read_bytes(), file=path.name).text
        matter = split(text, file=path.name)
        story = _story(matter, path)
        copy = Copy(
            story.fields.text(*keys.TITLE),
            "",
            (),
            date=old_story.dates_of(story)[0],
            standing=old_story.is_standing(story),
        )
    except (OSError, ContentError):
        return ""
    addresses = _with_address(copy, story, is_named=matter.form is not Form.NONE).aliases
    return addresses[0] if addresses else ""


def _headed(story: OldStory, headline: Headline) -> Copy:
    """Give what front matter says of a story, its address left out."""
    fields = story.fields
    summary = fields.text(*keys.SUMMARY)
    fields.repeated(keys.SUMMARY, summary)
    fields.repeated(keys.SUMMARY, headline.title)
    date, publish_at = old_story.dates_of(story)
    updated = fields.moment(*keys.UPDATED)
    section, tags = old_story.filed_of(story)
    return Copy(
        title=headline.title,
        summary=summary,
        parts=(),
        title_is_cut=headline.is_cut,
        kicker=fields.text(*keys.KICKER),
        writers=fields.writers(),
        source=fields.text("source", "المصدر", "agency"),
        place=fields.text("place", "المكان", "location", "dateline"),
        date=date,
        updated=updated if updated != date else None,
        publish_at=publish_at,
        expires=fields.moment(*keys.EXPIRES),
        section=section,
        tags=tags,
        canonical=old_story.canonical_of(fields),
        image=old_story.image_of(story),
        kind=old_story.kind_of(fields),
        draft=old_story.is_draft(story, tags),
        language=old_story.language_of(story),
        standing=old_story.is_standing(story),
    )


def _with_address(copy: Copy, story: OldStory, *, is_named: bool) -> Copy:
    """Give the copy with where it lay; a file without front matter has no address yet."""
    written = story.fields.text("slug", "المسار")
    page = Page(
        inner=story.site.inner(story.path),
        stem=story.stem,
        slug=written.strip("/").rpartition("/")[2],
        date=copy.date,
        title=copy.title,
        categories=old_story.categories_of(story),
        standing=copy.standing,
    )
    address = old_story.lay_at(story, page, written) if is_named else ""
    slug = page.slug or old_story.last_of(address) or (story.stem if is_named else "")
    return replace(copy, slug=slug, aliases=old_story.aliases_of(story, address))


def _headline(story: OldStory, matter: Matter) -> Headline:
    """Give the title that front matter has, or the text in itself."""
    body = matter.body
    title = story.fields.text(*keys.TITLE)
    heading = from_heading(body)
    if title:
        said_again = heading and fold(heading.title) == fold(title)
        return Headline(title, heading.body if heading and said_again else body)
    if heading:
        return heading
    found = from_first_line(body)
    if matter.form is Form.NONE:
        return found
    if found.title:
        return Headline(found.title, body, is_cut=True)
    return Headline(" ".join(story.stem.replace("_", "-").split("-")), body, is_cut=True)


def _empty(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("ليس في الملف نص.", "There is no text in the file."),
        Words(
            "اكتب العنوان في السطر الأول والنص تحته.",
            "Write the headline on the first line and the text below it.",
        ),
    )
