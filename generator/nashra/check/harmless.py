"""Which corrections leave a file saying what it said: front matter, and the body's structure."""

from __future__ import annotations

from functools import lru_cache

from nashra.check.as_written import AsWritten
from nashra.content.markdown import Renderer
from nashra.content.wording import Wording, newsroom_copy, wording
from nashra.errors import ContentError
from nashra.language.copy_desk import Fault
from nashra.language.copy_desk.desk import essence


def read_wording(written: AsWritten, file: str) -> Wording:
    """Take the prose out of a file, which is newsroom copy unless its name says Markdown.

    Raises:
        ContentError: the front matter cannot be read.

    """
    if file.lower().endswith(".md"):
        return wording(written.text, file=file)
    return newsroom_copy(written.text)


def harmless(written: AsWritten, read: Wording, faults: list[Fault], *, file: str) -> list[Fault]:
    """Give those faults that can be put right together without any change but of those letters.

    The front matter must read as before, but for what is no letter in its texts; and the body must
    become the same paragraphs, lists and links.
    """
    if not faults or _same(read, written.with_changes(faults), file):
        return faults
    if len(faults) == 1:
        return []
    half = len(faults) // 2
    first = harmless(written, read, faults[:half], file=file)
    both = first + harmless(written, read, faults[half:], file=file)
    return both if _same(read, written.with_changes(both), file) else first


def _same(before: Wording, mended: AsWritten, file: str) -> bool:
    try:
        after = read_wording(mended, file)
    except ContentError:
        return False
    if after.texts != before.texts or after.essence() != before.essence():
        return False
    if not file.lower().endswith(".md"):
        return True
    return _structure(before) == _structure(after)


def _structure(read: Wording) -> str:
    """Give a body as a page shows it, without what a correction may change."""
    renderer = _renderer()
    body = renderer.render(read.text[read.body :])
    renderer.take_misplaced()
    return essence(repr(body.parts))


@lru_cache(maxsize=1)
def _renderer() -> Renderer:
    return Renderer(base_path="/")
