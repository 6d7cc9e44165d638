"""What a template did wrong, for people who do not read Python."""

from __future__ import annotations

import dataclasses
import difflib
import re
from functools import lru_cache

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from nashra.errors import Words
from nashra.pages import machine_views, views

_NAME = re.compile(r"no attribute '([^']+)'|'([^']+)' is undefined")


def explained(error: Exception) -> tuple[Words, Words]:
    """Give what is wrong and what to do."""
    if isinstance(error, UndefinedError) and (match := _NAME.search(str(error))):
        return _unknown_name(match[1] or match[2])
    if isinstance(error, TemplateNotFound):
        return (
            Words(f"لا يوجد القالب {error.name}.", f"There is no template {error.name}."),
            Words("صحح اسمه، أو أنشئ الملف.", "Correct its name, or make the file."),
        )
    if isinstance(error, TemplateSyntaxError):
        return (
            Words("لم يُفهم تركيب القالب.", f"The template cannot be read: {error.message}"),
            Words("تحقق من إغلاق كل وسم.", "See that every tag is closed."),
        )
    said = str(error.args[0]) if error.args else type(error).__name__
    return (
        Words(f"تعذر عرض القالب: {said}.", f"The template cannot be rendered: {said}."),
        Words("صحح هذا السطر.", "Correct this line."),
    )


def _unknown_name(name: str) -> tuple[Words, Words]:
    near = difflib.get_close_matches(name, _fields(), n=1, cutoff=0.6)
    remedy = (
        Words(f"هل تقصد «{near[0]}»؟", f"Did you mean “{near[0]}”?")
        if near
        else Words("احذفه أو صحح اسمه.", "Remove it or correct its name.")
    )
    return Words(f"اسم غير معروف: «{name}».", f"Unknown name: “{name}”."), remedy


@lru_cache(maxsize=1)
def _fields() -> list[str]:
    """Give every name that a template may ask for."""
    kinds = [*vars(views).values(), *vars(machine_views).values()]
    names = {
        field.name
        for kind in kinds
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
        for field in dataclasses.fields(kind)
    }
    return sorted(names | {"site", "page"})
