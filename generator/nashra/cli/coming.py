"""`nashra next`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from nashra import config as configuration
from nashra.catalogue.events import Event, Happening
from nashra.cli import options
from nashra.outlook import coming

_WORDS = {
    Happening.APPEARS: ("يظهر", "appears"),
    Happening.GOES: ("يُسحب", "goes"),
    Happening.CALMS: ("لم يعد عاجلا", "is breaking no longer"),
    Happening.AGES: ("يخرج من خريطة الأخبار", "leaves the news sitemap"),
}


@click.command("next")
@options.site
@options.now
@click.option("--count", default=10, type=click.IntRange(min=1), help="How many to show at most.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def command(site: Path, now: str | None, count: int, *, as_json: bool) -> int:
    """Tell what the clock will do to the site, as of its last build."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    events = coming(folders, moment, limit=count)
    if as_json:
        click.echo(_json(events, moment))
    else:
        _show(events, moment, language=config.identity.language)
    return 0


def _json(events: Sequence[Event], now: datetime) -> str:
    rows = [
        {"when": _when(event, now).isoformat(), "what": event.what, "file": event.file}
        for event in events
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _show(events: Sequence[Event], now: datetime, *, language: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    english = language.startswith("en")
    if not events:
        console.print("Nothing is coming." if english else "لا شيء منتظر. Nothing is coming.")
    for event in events:
        arabic_words, english_words = _WORDS[event.what]
        words = english_words if english else f"{arabic_words} / {english_words}"
        console.print(f"{_when(event, now):%Y-%m-%d %H:%M}  {words}  {event.file}")


def _when(event: Event, now: datetime) -> datetime:
    return datetime.fromtimestamp(event.moment, now.tzinfo)
