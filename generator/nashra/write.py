"""What is due, made and put in its place, and the catalogue told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nashra.catalogue.store import Catalogue, Made
from nashra.config import Folders
from nashra.model import Output, Use
from nashra.output import Staging, Stat, digest_of, remove
from nashra.render.produce import ASSET, Producer

_FIRST = {ASSET: 0, "media": 0, "story": 1}
"""What pages point at is in place before the pages, and stories before the lists of them."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the outputs that were due."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Finished:
    output: Output
    digest: str
    uses: tuple[Use, ...]


def write_due(
    catalogue: Catalogue, producer: Producer, folders: Folders, *, there: Mapping[str, Stat]
) -> Written:
    """Make every output that is due, move in those that differ, and remove what is gone.

    `there` has the files of the output folder as they lay before the build.
    """
    made = catalogue.made()
    staging = Staging(folders.output, folders.state / "staging")
    finished: list[_Finished] = []
    added: list[str] = []
    changed: list[str] = []
    for output, _ in sorted(catalogue.due(), key=lambda due: _FIRST.get(due[0].kind, 2)):
        product = producer.produce(output)
        digest = digest_of(product.data)
        finished.append(_Finished(output, digest, product.uses))
        before = made[output.target]
        if digest != before.digest or output.target not in there:
            staging.put(output.target, product.data)
            (changed if output.target in there else added).append(output.target)
        elif there[output.target] != Stat(before.size, before.modified):
            staging.put(output.target, product.data)
    moved = staging.move_in()
    removed = remove(folders.output, catalogue.gone())
    with catalogue.transaction():
        for item in finished:
            stat = moved.get(item.output.target) or there[item.output.target]
            record = Made(item.output, item.digest, stat.size, stat.modified)
            catalogue.record(record, item.uses)
        catalogue.forget_gone()
        total = len(catalogue.made())
    return Written(
        tuple(sorted(added)),
        tuple(sorted(changed)),
        tuple(sorted(removed)),
        total - len(added) - len(changed),
    )
