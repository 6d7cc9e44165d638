"""What is due, made and put in its place, and the catalogue told of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from nashra.catalogue.outputs import ASSET, Made, Noted
from nashra.catalogue.store import Catalogue
from nashra.config import Config, Folders
from nashra.model import Output, Reason
from nashra.output import Stat, digest_of, lay, move_in, remove, staging_area
from nashra.pages.views import ChromeView
from nashra.pages.wanted import edition_of
from nashra.render.load import load_theme
from nashra.render.produce import Dress, Producer
from nashra.workers import Workers

_FIRST = {ASSET: 0, "media": 0, "story": 1}
"""What pages point at is in place before the pages, and stories before the lists of them."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a process needs to make any output of one build."""

    config: Config
    folders: Folders
    catalogue: Path
    sites: tuple[ChromeView, ...]
    """What stands around the pages of each edition, the main one first."""
    run: int
    """The build's number: what one build remembers must not reach the next."""
    staging: Path
    """Where outputs are laid before they are moved in."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the outputs that were due."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    reasons: Mapping[str, Reason]
    """Why each output was made, also where its bytes came out as they were."""


@dataclass(frozen=True, slots=True)
class _Task:
    output: Output
    digest: str
    """The hash of the bytes that lie in its place, or nothing if they are not what was written."""


@dataclass(frozen=True, slots=True)
class _Finished:
    output: Output
    digest: str
    laid: Stat | None
    """The file as it was laid; nothing if the bytes in place are the same."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """What became of some tasks, in order: plain values, for they go from process to process."""

    made: list[tuple[str, tuple[int, int] | None]]
    """Each one's digest, and the size and time of its file as it was laid."""
    noted: Noted


def write_due(
    catalogue: Catalogue, press: Press, workers: Workers, *, there: Mapping[str, Stat] | None
) -> Written:
    """Make every output that is due, move in those that differ, and remove what is gone.

    `there` has the files of the output folder as they lay before the build; without it they are
    taken to lie as they were last written.

    Raises:
        ConfigurationError: a template failed; nothing was moved in.
        OutputError: the output folder cannot be written.

    """
    finished: list[_Finished] = []
    with staging_area(press.staging), catalogue.transaction():
        marked = catalogue.outputs.due()
        due = [made for made, _ in marked]
        if there is None:
            there = {
                made.output.target: Stat(made.size, made.modified) for made in due if made.digest
            }
        tasks = [_task(made, there) for made in due]
        tasks.sort(key=lambda task: _FIRST.get(edition_of(task.output.kind)[1], 2))
        waiting = iter(tasks)
        for batch in workers.map(partial(make_batch, press), tasks):
            catalogue.outputs.record_uses(batch.noted)
            for (digest, stat), task in zip(batch.made, waiting, strict=False):
                finished.append(_Finished(task.output, digest, Stat(*stat) if stat else None))
        laid = [item.output.target for item in finished if item.laid]
        move_in(press.folders.output, press.staging, laid)
        removed = remove(press.folders.output, catalogue.outputs.gone())
        catalogue.outputs.record(_made(finished, there))
        catalogue.outputs.forget_gone()
        total = catalogue.outputs.count()
    _let_go(press)
    before = {made.output.target: made.digest for made in due if made.output.target in there}
    added = sorted(target for target in laid if target not in there)
    changed = sorted(
        item.output.target
        for item in finished
        if item.output.target in before and item.digest != before[item.output.target]
    )
    return Written(
        tuple(added),
        tuple(changed),
        tuple(sorted(removed)),
        total - len(added) - len(changed),
        {made.output.target: reason for made, reason in marked},
    )


def make_batch(press: Press, tasks: Sequence[_Task]) -> _Batch:
    """Make some outputs, and lay those that differ from what is in place into the staging."""
    producer = _producer(press, os.getpid())
    batch = _Batch([], Noted())
    for task in tasks:
        product = producer.produce(task.output)
        digest = digest_of(product.data)
        same = digest == task.digest
        laid = None if same else lay(press.staging, task.output.target, product.data)
        batch.made.append((digest, (laid.size, laid.modified) if laid else None))
        batch.noted.add(task.output.target, product.uses)
    return batch


def _task(made: Made, there: Mapping[str, Stat]) -> _Task:
    in_place = there.get(made.output.target) == Stat(made.size, made.modified)
    return _Task(made.output, made.digest if in_place else "")


def _made(finished: Iterable[_Finished], there: Mapping[str, Stat]) -> Iterator[Made]:
    for item in finished:
        stat = item.laid or there[item.output.target]
        yield Made(item.output, item.digest, stat.size, stat.modified)


def _let_go(press: Press) -> None:
    """Close what this process read the catalogue with: SQLite tidies up after the last reader."""
    if _producer.cache_info().currsize:
        _producer(press, os.getpid()).close()
    _producer.cache_clear()


@lru_cache(maxsize=1)
def _producer(press: Press, process: int) -> Producer:  # noqa: ARG001
    """Give the producer of this process: a connection must not be shared with a forked child."""
    answers = Catalogue.open_to_read(press.catalogue).answers()
    dresses = [
        Dress(config, load_theme(config, press.folders), site)
        for config, site in zip(press.config.every, press.sites, strict=True)
    ]
    return Producer(dresses, answers, root=press.folders.root)
