"""What editors put on a front that is not there to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.errors import Problem, Severity, Words
from nashra.model import FrontPlan, Slot


def problems(reader: Reader, *, root: Path) -> Iterator[Problem]:
    """Give every hand-picked story of an edition's `front.yaml` that no public story answers to."""
    for laid in reader.entries(terms.FRONT):
        assert isinstance(laid, FrontPlan)
        for name in dict.fromkeys(name for slot in _slots(laid) for name in slot.stories):
            if not reader.count(*terms.named(name)):
                yield _not_there(laid.file, name, root)


def _slots(laid: FrontPlan) -> Iterator[Slot]:
    yield from (laid.lead, laid.top, *laid.packages, laid.latest, *(laid.strips or ()))
    if laid.opinion:
        yield laid.opinion
    for section in laid.sections:
        yield from (section.lead, section.top)


def _not_there(file: str, name: str, root: Path) -> Problem:
    line, excerpt = _line_of(name, root / file)
    return Problem(
        file,
        line,
        Words(f"لا خبر منشورا عنوانه «{name}».", f"No public story is titled “{name}”."),
        Words(
            "صحح العنوان أو انتظر نشر الخبر؛ يحل محله الآن أحدث الأخبار.",
            "Correct the headline, or wait for the story; the newest takes its place meanwhile.",
        ),
        excerpt,
        Severity.NOTICE,
    )


def _line_of(name: str, path: Path) -> tuple[int | None, str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return None, ""
    for number, line in enumerate(lines, 1):
        if name in line:
            return number, line
    return None, ""
