"""`front.yaml`: the front page as editors lay it out."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from nashra import schema
from nashra.config import Sections
from nashra.content.fields import Closed, Whole
from nashra.errors import ContentError, Words
from nashra.language.folding import fold
from nashra.model import FrontPlan, SectionPlan, Slot

NAMES = {
    "الصدارة": "lead",
    "الأبرز": "top",
    "الملفات": "packages",
    "الأقسام": "strips",
    "الرأي": "opinion",
    "الأحدث": "latest",
    "واجهات_الأقسام": "sections",
}
"""The other names of the front page's keys."""
INNER_NAMES = {
    "الأخبار": "stories",
    "القسم": "section",
    "الوسم": "tag",
    "الكاتب": "author",
    "الملف": "thread",
    "العدد": "count",
    "العنوان": "title",
    "الصدارة": "lead",
    "الأبرز": "top",
}
"""The other names of keys that lie in other keys."""


def _slot(written: Any) -> Any:
    if isinstance(written, str):
        return {"stories": [written]}
    return {"stories": written} if isinstance(written, list) else written


def _of_section(written: Any) -> Any:
    return {"section": written} if isinstance(written, str) else written


def _of_count(written: Any) -> Any:
    return {"count": written} if isinstance(written, str) else _slot(written)


class SlotField(Closed):
    """A slot with keys of its own."""

    stories: list[str] = Field(default_factory=list)
    section: str = ""
    tag: str = ""
    author: str = ""
    thread: str = ""
    count: Annotated[Whole, Field(ge=0, le=100)] = 0
    title: str = ""


SlotValue = Annotated[SlotField, BeforeValidator(_slot)]
"""A headline, a list of headlines, or a mapping."""
Strip = Annotated[SlotField, BeforeValidator(_of_section)]
"""A section, or a mapping."""
Latest = Annotated[SlotField, BeforeValidator(_of_count)]
"""A number, or a mapping."""


class SectionField(Closed):
    """What stands first on a section's front."""

    lead: SlotValue = SlotField()
    top: SlotValue = SlotField()


class FrontFields(Closed):
    """Every key that `front.yaml` may have."""

    lead: SlotValue = SlotField()
    top: SlotValue = SlotField()
    packages: list[SlotValue] = Field(default_factory=list)
    strips: list[Strip] | None = None
    opinion: Strip | None = None
    latest: Latest = SlotField()
    sections: dict[str, SectionField] = Field(default_factory=dict)


def parse_front(text: str, *, file: str, sections: Sections, edition: str = "") -> FrontPlan:
    """Read a front page's plan from its file's text; `file` is its path from the site's folder.

    Raises:
        ContentError: the file has faults; all of them are told.

    """
    written = schema.read_yaml(text, file=file, text=text)
    fields = schema.check(FrontFields, written, names=NAMES, inner=INNER_NAMES)
    faults = [
        written.problem(
            ("packages", at),
            Words("ملف بلا عنوان.", "A package without a title."),
            Words("أضف سطرا: title: …", "Add a line such as title: …"),
        )
        for at, package in enumerate(fields.packages)
        if not fold(package.title)
    ]
    if faults:
        raise ContentError(faults)
    return FrontPlan(
        file=file,
        lead=_made(fields.lead, sections),
        top=_made(fields.top, sections),
        packages=tuple(_made(package, sections) for package in fields.packages),
        strips=None
        if fields.strips is None
        else tuple(_made(strip, sections) for strip in fields.strips),
        opinion=_made(fields.opinion, sections) if fields.opinion else None,
        latest=_made(fields.latest, sections),
        sections=tuple(
            SectionPlan(
                section=sections.resolve(name),
                lead=_made(field.lead, sections),
                top=_made(field.top, sections),
            )
            for name, field in fields.sections.items()
        ),
        edition=edition,
    )


def _made(field: SlotField, sections: Sections) -> Slot:
    return Slot(
        stories=tuple(field.stories),
        section=sections.resolve(field.section) if field.section else "",
        tag=field.tag,
        author=field.author,
        thread=field.thread,
        count=field.count,
        title=field.title,
    )
