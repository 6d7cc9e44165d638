"""Why a page was made again, or was not, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from rich.console import Console

from nashra.cli.speech import Speech
from nashra.config import Config, Folders
from nashra.errors import Words
from nashra.model import Reason
from nashra.outlook import questions
from nashra.pages.addresses import target
from nashra.report import BuildReport

_REASONS = {
    Reason.NEW: Words("صفحة جديدة.", "It is new."),
    Reason.DESIGN: Words(
        "تغيّر القالب أو ما يعرضه من كلمات أو إعدادات.",
        "Its template changed, or the strings or settings that it shows.",
    ),
    Reason.STALE: Words("تغيّر ما تعرضه:", "What it shows has changed:"),
    Reason.MISSING: Words(
        "ملفها في output ليس كما كُتب.",
        "Its file in the output folder was not as it was written.",
    ),
}
_KEPT = Words(
    "لم تُبنَ من جديد: لم يتغير شيء مما تعرضه.",
    "Not made again: nothing that it shows has changed.",
)
_UNKNOWN = Words("لا صفحة عند هذا العنوان.", "No page lies at this address.")
_SAME = Words("خرجت كما كانت.", "It came out as it was.")
_ASKED = Words("ما تسأل عنه:", "What it asks:")


def explain(
    address: str, report: BuildReport, config: Config, folders: Folders, said: Speech
) -> None:
    """Print why the page at an address was made again by a build, or was not, and what it asks."""
    identity = config.identity
    path = unquote(urlsplit(address).path)
    where = target("/" + path.removeprefix(identity.base_path).removeprefix("/"))
    asked = questions(folders, where)
    lines = _lines(where, report, asked)
    console = Console(highlight=False, soft_wrap=True, markup=False)
    console.print(where)
    for line in lines:
        console.print(f"  {' '.join(dict.fromkeys(said.sentences(line)))}")


def _lines(where: str, report: BuildReport, asked: list[str]) -> list[Words]:
    reason = report.reasons.get(where)
    if reason is None:
        return [_KEPT, _ASKED, *_listed(asked)] if asked else [_UNKNOWN]
    lines = [_REASONS[reason], *_listed(report.causes.get(where, ()))]
    if where not in {*report.added, *report.changed}:
        lines.append(_SAME)
    return [*lines, _ASKED, *_listed(asked)]


def _listed(keys: Iterable[str]) -> list[Words]:
    lines = ("- " + " ".join(map(str, json.loads(key))) for key in keys)
    return [Words(line, line) for line in lines]
