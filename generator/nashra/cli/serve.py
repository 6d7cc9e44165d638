"""`nashra serve`."""

from __future__ import annotations

import webbrowser
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from nashra import config as configuration
from nashra.build import build
from nashra.cli import options, speech, spoken
from nashra.cli.import_report import show_result
from nashra.cli.inbox import Watched
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems, show_summary
from nashra.config import Config, Folders, Identity
from nashra.desk.newsroom import LocalNewsroom
from nashra.errors import ConfigurationError, ContentError, Problem, Words
from nashra.importers.importer import installed
from nashra.language.bidi import left_to_right
from nashra.outlook import next_event
from nashra.report import BuildReport
from nashra.serve import Clock, PreviewSettings, preview
from nashra.serve.settings import FIRST_PORT

_MOVED = Problem(
    "config.yaml",
    None,
    Words("تغيّر مسار الموقع (address).", "The path of the site's address has changed."),
    Words("أوقف المعاينة وشغّلها من جديد.", "Stop the preview and start it again."),
)

_BESIDE = "preview"
"""Where below `.nashra/` the site of another moment is built: never in `output/`."""
_OPEN_TO_ALL = Words(
    "تنبيه: الموقع مفتوح الآن لكل من على الشبكة، بمسوداته.",
    "Note: everyone on the network can see this preview, drafts included.",
)


@spoken.command(
    "serve",
    Words(
        "يبني الموقع ويعرضه في المتصفح، ويعيد بناءه عند كل حفظ، حتى Ctrl-C.",
        "Build, show the site in the browser, and build again on every save, until Ctrl-C.",
    ),
)
@options.site
@spoken.option(
    "--host",
    words=Words("العنوان الذي يُعرض عليه.", "The address to listen on."),
    default="127.0.0.1",
)
@spoken.option(
    "--port", words=Words("أول منفذ يُجرَّب.", "The first port to try."), default=FIRST_PORT
)
@spoken.option(
    "--open",
    "opens",
    words=Words("يفتح الموقع في المتصفح.", "Open the site in the browser."),
    is_flag=True,
)
@spoken.option(
    "--follow",
    words=Words("ينتقل إلى الخبر عند حفظه.", "Go to each story as it is saved."),
    is_flag=True,
)
@spoken.option(
    "--poll",
    words=Words(
        "يسأل عن الملفات ولا ينتظر خبر النظام عنها.",
        "Look at the files again and again; for folders whose system tells of no change.",
    ),
    is_flag=True,
)
@spoken.option(
    "--as-of",
    words=Words(
        "الموقع كما سيكون في هذا الوقت.",
        "The site as it will be at this moment, such as 2026-12-01 10:00; output/ is not touched.",
    ),
    metavar="TIME",
)
def command(
    site: Path,
    host: str,
    port: int,
    *,
    opens: bool,
    follow: bool,
    poll: bool,
    as_of: str | None,
) -> int:
    """Preview a site until somebody stops it."""
    folders = options.folders(site)
    identity = configuration.load(folders.config).identity
    moment = options.moment(as_of, identity.time_zone) if as_of else None
    if moment:
        folders = options.folders(site, folders.state / _BESIDE)
    desk = _Desk(folders, identity, moment)
    if host not in {"127.0.0.1", "localhost", "::1"}:
        click.echo("\n".join(desk.said.sentences(_OPEN_TO_ALL)), err=True)
    settings = _settings(folders, identity, moment)
    preview(
        desk.rebuild,
        replace(settings, host=host, port=port, follow=follow, poll=poll, newsroom=desk.newsroom),
        on_report=desk.tell,
        on_ready=partial(_ready, desk.said, opens=opens),
        clock=Clock(desk.now, desk.next_due),
    )
    return 0


class _Desk:
    """One preview of a site: what it builds, and what it says of that."""

    def __init__(self, folders: Folders, identity: Identity, moment: datetime | None) -> None:
        self._folders = folders
        self._identity = identity
        self._moment = moment
        self.said = speech.of_site(identity.language)
        self.newsroom = LocalNewsroom(
            partial(configuration.load, folders.config), folders, self.now
        )
        self._inbox = Watched(folders.root, installed()[0])
        self._built_at = self.now()
        self._told: tuple[Problem, ...] | None = None

    def now(self) -> datetime:
        return self._moment or datetime.now(self._identity.time_zone)

    def next_due(self) -> datetime | None:
        return self._inbox.next_look(next_event(self._folders, self._built_at))

    def rebuild(self, touched: Collection[Path] | None) -> BuildReport:
        self._built_at = now = self.now()
        current = configuration.load(self._folders.config)
        if current.identity.base_path != self._identity.base_path:
            raise ConfigurationError([_MOVED])
        taken = [] if self._moment else _take(self._inbox, current, now, self.said)
        imported = {self._folders.root / name for name in taken}
        self.newsroom.renew(imported)
        known = None if touched is None else {*touched, *imported}
        return build(current, self._folders, now=now, touched=known)

    def tell(self, report: BuildReport) -> None:
        if report.problems != self._told:
            show_problems(report.problems, self.said)
        self._told = report.problems
        if report.seconds:
            show_summary(report, self.said)


def _settings(folders: Folders, identity: Identity, moment: datetime | None) -> PreviewSettings:
    return PreviewSettings(
        output=folders.output,
        watched=(folders.content, folders.themes, folders.config),
        ignored=(folders.state,),
        base_path=identity.base_path,
        language=identity.language,
        band=_band(moment, identity.language),
    )


def _band(moment: datetime | None, language: str) -> str:
    if moment is None:
        return ""
    when = f"{moment:%Y-%m-%d %H:%M}"
    return Words(
        f"الموقع كما سيكون في {left_to_right(when)}", f"The site as it will be at {when}"
    ).in_language(language)


def _take(inbox: Watched, config: Config, now: datetime, said: Speech) -> list[str]:
    """Import what was dropped, tell of it, and give the paths of the articles."""
    try:
        results = inbox.take(config, now)
    except ContentError as error:
        show_problems(error.problems, said)
        return []
    for result in results:
        show_result(result, said)
    return [result.article for result in results if result.article]


def _ready(said: Speech, address: str, *, opens: bool) -> None:
    words = Words(f"الموقع على {address} — للإيقاف Ctrl-C", f"Serving {address}; Ctrl-C stops it.")
    click.echo("\n".join(said.sentences(words)))
    if opens:
        webbrowser.open(address)
