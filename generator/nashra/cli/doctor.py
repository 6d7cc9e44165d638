"""`nashra doctor`."""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from nashra import __version__
from nashra import config as configuration
from nashra.cli import options, speech, spoken
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_problems
from nashra.config import Folders
from nashra.errors import NashraError, Problem, Words
from nashra.importers.importer import installed
from nashra.serve.listen import free_port
from nashra.serve.settings import FIRST_PORT
from nashra.serve.watch import WATCHES, command_to_lift

_ROOM = 500 * 1024 * 1024
"""In bytes: less room than this, and a large site may not be built."""
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: Words
    found: str
    problems: tuple[Problem, ...] = ()


@spoken.command(
    "doctor",
    Words(
        "يفحص الجهاز والموقع: الإصدارات والأذونات والحدود، ويقول ما يُصلح.",
        "Look at this machine and the site: versions, permissions, limits; say what to mend.",
    ),
)
@options.site
@spoken.option("--json", "as_json", words=Words("بصيغة JSON.", "Print it as JSON."), is_flag=True)
def command(site: Path, *, as_json: bool) -> int:
    """Print what was found, and what to do where something is amiss."""
    folders = options.folders(site)
    findings = [finding for look in _LOOKS for finding in look(folders)]
    if as_json:
        click.echo(_json(findings))
    else:
        _show(findings, speech.of_nothing())
    return int(any(finding.problems for finding in findings))


def _versions(_: Folders) -> Iterator[Finding]:
    yield Finding(Words("نشرة", "Nashra"), __version__)
    yield Finding(Words("بايثون", "Python"), platform.python_version())
    yield Finding(Words("النظام", "System"), f"{platform.system()} {platform.release()}")
    yield Finding(Words("المعالجات", "Processors"), str(os.cpu_count() or 1))


def _configuration(folders: Folders) -> Iterator[Finding]:
    what = Words("الإعداد", "Configuration")
    try:
        identity = configuration.load(folders.config).identity
    except NashraError as error:
        yield Finding(what, str(folders.config), error.problems)
        return
    yield Finding(what, f"{identity.language}, {identity.time_zone.key}, {identity.address}")


def _importers(_: Folders) -> Iterator[Finding]:
    importers, broken = installed()
    names = ", ".join(importer.name for importer in importers)
    yield Finding(Words("صيغ الاستيراد", "Formats to import"), names, broken)


def _writable(folders: Folders) -> Iterator[Finding]:
    for folder in (folders.content, folders.output, folders.state):
        near = next(path for path in (folder, *folder.parents) if path.is_dir())
        what = Words(f"الكتابة في {folder.name}", f"Writing in {folder.name}")
        try:
            with TemporaryDirectory(dir=near, prefix=".nashra-"):
                yield Finding(what, str(folder))
        except OSError as error:
            remedy = Words("صحح أذونات المجلد.", "Mend the folder's permissions.")
            told = Words("لا يُكتب فيه.", f"It cannot be written: {error.strerror}.")
            yield Finding(what, str(folder), (Problem(folder.name, None, told, remedy),))


def _room(folders: Folders) -> Iterator[Finding]:
    free = shutil.disk_usage(folders.root).free
    problem = Problem(
        folders.root.name,
        None,
        Words("لم يبق في القرص متسع يذكر.", "There is hardly any room on the disk."),
        Words("أفرغ منه شيئا.", "Make some room."),
    )
    told = (problem,) if free < _ROOM else ()
    yield Finding(Words("المتسع", "Room"), f"{free / 1024**3:.1f} GB", told)


def _watching(folders: Folders) -> Iterator[Finding]:
    """Compare Linux's limit of watches with the folders that a preview watches."""
    if not _WATCHES.is_file():
        return
    limit = int(_WATCHES.read_text("ascii"))
    wanted = sum(1 for root in (folders.content, folders.themes) for _ in os.walk(root))
    problem = Problem(
        "",
        None,
        Words("المجلدات أكثر مما يراقبه النظام.", "There are more folders than can be watched."),
        Words(f"نفّذ: {command_to_lift(WATCHES)}", f"Run: {command_to_lift(WATCHES)}"),
    )
    what = Words("مجلدات تراقبها المعاينة", "Folders that a preview watches")
    yield Finding(what, f"{wanted} / {limit}", (problem,) if wanted > limit else ())


def _port(_: Folders) -> Iterator[Finding]:
    what = Words("منفذ المعاينة", "The preview's port")
    try:
        yield Finding(what, str(free_port("127.0.0.1", FIRST_PORT)))
    except NashraError as error:
        yield Finding(what, str(FIRST_PORT), error.problems)


_LOOKS: tuple[Callable[[Folders], Iterator[Finding]], ...] = (
    _versions,
    _configuration,
    _importers,
    _writable,
    _room,
    _watching,
    _port,
)


def _show(findings: list[Finding], said: Speech) -> None:
    for finding in findings:
        mark = "✗" if finding.problems else "✓"
        click.echo(f"{mark} {said.say(finding.what)}: {finding.found}")
        show_problems(finding.problems, said)


def _json(findings: list[Finding]) -> str:
    rows = [
        {
            "what": finding.what.en,
            "found": finding.found,
            "problems": [problem.what.en for problem in finding.problems],
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
