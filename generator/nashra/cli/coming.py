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
from nashra.cli import options, speech, spoken
from nashra.cli.speech import Speech
from nashra.errors import Words
from nashra.outlook import coming

_WORDS = {
    Happening.APPEARS: Words("يظهر", "appears"),
    Happening.GOES: Words("يُسحب", "goes"),
    Happening.CALMS: Words("لم يعد عاجلا", "is breaking no longer"),
    Happening.ENDS: Words("تنتهي تغطيته المباشرة", "ends its live coverage"),
    Happening.AGES: Words("يخرج من خريطة الأخبار", "leaves the news sitemap"),
}


@spoken.command(
    "next",
    Words(
        "يذكر ما سيفعله الوقت بالموقع، كما كان في آخر بناء.",
        "Tell what the clock will do to the site, as of its last build.",
    ),
)
@options.site
@options.now
@spoken.option(
    "--count",
    words=Words("أكثر ما يُعرض.", "How many to show at most."),
    default=10,
    type=click.IntRange(min=1),
    metavar="N",
)
@spoken.option("--json", "as_json", words=Words("بصيغة JSON.", "Print them as JSON."), is_flag=True)
def command(site: Path, now: str | None, count: int, *, as_json: bool) -> int:
    """Print the moments at which a built site will change by itself."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    events = coming(folders, moment, limit=count)
    if as_json:
        click.echo(_json(events, moment))
    else:
        _show(events, moment, speech.of_site(config.identity.language))
    return 0


def _json(events: Sequence[Event], now: datetime) -> str:
    rows = [
        {"when": _when(event, now).isoformat(), "what": event.what, "file": event.file}
        for event in events
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _show(events: Sequence[Event], now: datetime, said: Speech) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if not events:
        console.print(said.say(Words("لا شيء منتظر.", "Nothing is coming.")))
    for event in events:
        what = said.say(_WORDS[event.what])
        console.print(f"{_when(event, now):%Y-%m-%d %H:%M}  {what}  {event.file}")


def _when(event: Event, now: datetime) -> datetime:
    return datetime.fromtimestamp(event.moment, now.tzinfo)
