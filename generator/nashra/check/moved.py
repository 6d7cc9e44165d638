"""Stories that are found no longer where they were, with the line that would lead readers on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nashra.catalogue import terms
from nashra.catalogue.store import Catalogue
from nashra.errors import Problem, Severity, Words
from nashra.model import Article
from nashra.pages import story
from nashra.pages.wanted import edition_of
from nashra.plan import Moved

_SHOWN = 8


def moved_stories(moved: Sequence[Moved], catalogue: Catalogue) -> Iterator[Problem]:
    """Give a notice of each story whose old address leads nowhere now, the first few in full."""
    stories = [each for each in moved if edition_of(each.before.kind)[1] == story.NAME]
    for each in stories[:_SHOWN]:
        yield _moved(each, catalogue)
    if len(stories) > _SHOWN:
        yield _and_more(stories[_SHOWN], len(stories) - _SHOWN)


def _moved(moved: Moved, catalogue: Catalogue) -> Problem:
    before, after = _address(moved.before.target), _address(moved.after.target)
    edition, _ = edition_of(moved.before.kind)
    aliases: tuple[str, ...] = ()
    for entry in catalogue.reader(edition).entries(terms.STORY, moved.before.owner):
        aliases = entry.aliases if isinstance(entry, Article) else ()
    line = f"aliases: [{', '.join(dict.fromkeys((*aliases, before)))}]"
    return Problem(
        moved.before.owner,
        None,
        Words(
            f"انتقل هذا الخبر من {before} إلى {after}، ولا شيء الآن على رابطه القديم.",
            f"This story moved from {before} to {after}, and nothing lies at its old address now.",
        ),
        Words(
            f"ليصل إليه من حفظ الرابط القديم، اكتب في الملف: {line}",
            f"For those who kept the old address, write in the file: {line}",
        ),
        severity=Severity.NOTICE,
    )


def _and_more(moved: Moved, count: int) -> Problem:
    return Problem(
        moved.before.owner,
        None,
        Words(
            f"انتقل هذا الخبر أيضا، وغيره: {count} في الجملة.",
            f"This story moved as well, and others: {count} in all.",
        ),
        Words(
            "إن تغير إعداد فغيّر روابط الأخبار كلها، فأعده إلى ما كان أو اكتب عناوينها السابقة.",
            "If a setting moved them all, set it back, or write their old addresses as aliases.",
        ),
        severity=Severity.NOTICE,
    )


def _address(target: str) -> str:
    return "/" + target.removesuffix("index.html")
