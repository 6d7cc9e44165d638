"""`nashra check --copy`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import click

from nashra.check.copy_desk import Checked, Desk, Slip, check_batch, files
from nashra.cli.speech import Speech
from nashra.cli.terminal import show_fixed, show_problems
from nashra.config import Config, Folders
from nashra.errors import Words
from nashra.workers import Workers


def check(
    config: Config,
    folders: Folders,
    paths: Sequence[Path],
    said: Speech,
    *,
    off: frozenset[str],
    fix: bool,
) -> int:
    """Read the copy of a site, or of some of it, and tell each slip; give the exit code.

    Slips are notices, and leave with 0; a file that cannot be read or written leaves with 1.
    """
    languages = tuple(edition.edition for edition in config.editions)
    desk = Desk(config.identity.language, config.copy_desk_off | off, languages, fix=fix)
    some = files(folders.root, paths, languages)
    with Workers() as workers:
        batches = workers.map(partial(check_batch, desk), some)
        checked = list(chain.from_iterable(batches))
    for one in checked:
        show_fixed([slip.problem for slip in one.fixed], said)
        show_problems([*one.failed, *(slip.problem for slip in one.slips)], said)
    _show_count(checked, said, fix=fix)
    return int(any(one.failed for one in checked))


def _show_count(checked: Sequence[Checked], said: Speech, *, fix: bool) -> None:
    left = [slip for one in checked for slip in one.slips]
    fixed = [slip for one in checked for slip in one.fixed]
    failed = sum(len(one.failed) for one in checked)
    for rule, number in _by_rule(left):
        click.echo(f"  {number:6}  {rule}")
    ar = [f"نصوص: {len(checked)}", f"تنبيهات: {len(left)}"]
    en = [f"texts: {len(checked)}", f"notices: {len(left)}"]
    if fix:
        ar.append(f"صُحّحت: {len(fixed)} (ملفات: {_files(checked)})")
        en.append(f"put right: {len(fixed)} (files: {_files(checked)})")
    if failed:
        ar.append(f"أخطاء: {failed}")
        en.append(f"errors: {failed}")
    click.echo(said.say(Words(" · ".join(ar), ", ".join(en))))


def _by_rule(slips: Sequence[Slip]) -> list[tuple[str, int]]:
    """Give how often each rule was broken, the most broken first."""
    count = Counter(slip.rule for slip in slips)
    return sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))


def _files(checked: Sequence[Checked]) -> int:
    return sum(bool(one.fixed) for one in checked)
