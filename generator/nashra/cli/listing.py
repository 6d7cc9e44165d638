"""`nashra list`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from nashra import config as configuration
from nashra.cli import options, speech, spoken
from nashra.cli.speech import Speech
from nashra.errors import Words
from nashra.language.folding import fold
from nashra.outlook import DeskStory, State, stories

_STATES = {
    State.DRAFT: Words("مسودة", "draft"),
    State.SCHEDULED: Words("مجدول", "scheduled"),
    State.EXPIRED: Words("انتهى عرضه", "expired"),
    State.PUBLIC: Words("منشور", "public"),
}


@spoken.command(
    "list",
    Words(
        "يعدّد ما لا يراه القراء، كما كان في آخر بناء: المسودات والمجدول وما انتهى عرضه.",
        "List what readers do not see, as of the last build: drafts, scheduled, expired.",
    ),
)
@options.site
@options.now
@spoken.option("--drafts", words=Words("المسودات.", "Drafts."), is_flag=True)
@spoken.option("--scheduled", words=Words("المجدولة.", "Scheduled stories."), is_flag=True)
@spoken.option("--expired", words=Words("ما انتهى عرضه.", "Expired stories."), is_flag=True)
@spoken.option("--public", words=Words("المنشورة، أحدثها أولا.", "Public ones."), is_flag=True)
@spoken.option(
    "--author", words=Words("أخبار كاتب وحده.", "Those of one writer."), default="", metavar="NAME"
)
@spoken.option(
    "--section", words=Words("أخبار قسم وحده.", "Those of one section."), default="", metavar="NAME"
)
@spoken.option(
    "--count",
    words=Words("أكثر ما يُعرض من المنشور.", "How many public ones at most."),
    default=50,
    type=click.IntRange(min=1),
    metavar="N",
)
@spoken.option("--json", "as_json", words=Words("بصيغة JSON.", "Print them as JSON."), is_flag=True)
def command(
    site: Path,
    now: str | None,
    *,
    drafts: bool,
    scheduled: bool,
    expired: bool,
    public: bool,
    author: str,
    section: str,
    count: int,
    as_json: bool,
) -> int:
    """Print the stories in the states that were asked for; all but public ones, unless told."""
    folders = options.folders(site)
    config = configuration.load(folders.config)
    moment = options.moment(now, config.identity.time_zone)
    asked = {
        State.DRAFT: drafts,
        State.SCHEDULED: scheduled,
        State.EXPIRED: expired,
        State.PUBLIC: public,
    }
    states = {state for state, wanted in asked.items() if wanted} or {*State} - {State.PUBLIC}
    slug = config.sections.resolve(section) if section else ""
    found = [
        story
        for story in stories(folders, moment, states, limit=count)
        if _fits(story, author, slug)
    ]
    if as_json:
        click.echo(_json(found, moment))
    else:
        _show(found, moment, speech.of_site(config.identity.language))
    return 0


def _fits(story: DeskStory, author: str, section: str) -> bool:
    signed = {fold(byline.name) for byline in story.article.authors}
    return (not author or fold(author) in signed) and section in {"", story.article.section}


def _json(found: Sequence[DeskStory], now: datetime) -> str:
    rows = [
        {
            "state": story.state,
            "when": story.moment.astimezone(now.tzinfo).isoformat(),
            "section": story.article.section,
            "authors": [byline.name for byline in story.article.authors],
            "title": story.article.title,
            "file": story.article.file,
        }
        for story in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _show(found: Sequence[DeskStory], now: datetime, said: Speech) -> None:
    console = Console(highlight=False, soft_wrap=True, markup=False)
    if not found:
        console.print(said.say(Words("لا شيء من ذلك.", "There is none.")))
    for story in found:
        when, state = story.moment.astimezone(now.tzinfo), said.say(_STATES[story.state])
        console.print(
            f"{when:%Y-%m-%d %H:%M}  {state}  {story.article.title}  {story.article.file}"
        )
