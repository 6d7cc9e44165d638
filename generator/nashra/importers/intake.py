"""From files of copy to articles in the site's folder: decide, then write."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from nashra.errors import ContentError, Problem
from nashra.importers import refusals
from nashra.importers.article_file import (
    ArticleFile,
    Terms,
    heading_for,
    is_new_version,
    new_article,
    new_version,
    path_for,
)
from nashra.importers.decision import Facts, Verdict, decide
from nashra.importers.importer import Copy, Importer
from nashra.importers.plain_text import PlainText
from nashra.importers.receipts import RECEIPTS, Receipt, Receipts, digest_of, text_digest
from nashra.importers.store import Store

IMPORTERS: tuple[Importer, ...] = (PlainText(),)
"""The formats that can be imported, asked in order."""

_INBOX = PurePosixPath("content/inbox")


class Outcome(StrEnum):
    """What became of a text."""

    IMPORTED = "imported"
    UPDATED = "updated"
    KNOWN = "known"
    DELETED = "deleted"
    REFUSED = "refused"


_OUTCOMES = {
    Verdict.IMPORT: Outcome.IMPORTED,
    Verdict.UPDATE: Outcome.UPDATED,
    Verdict.KNOWN: Outcome.KNOWN,
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one text, and where its article lies."""

    file: str
    """The text's path from the site's folder, with `/`."""
    outcome: Outcome
    article: str = ""
    """The same for the article; nothing for a text that was refused."""
    problems: tuple[Problem, ...] = ()


def find(folder: Path) -> list[Path]:
    """Give every file below a folder that an importer claims, sorted, hidden ones left out."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = filter(_is_shown, folders)
        found += [Path(place, name) for name in filter(_is_shown, files)]
    return sorted(path for path in found if _importer_of(path))


def section_folder(file: str) -> str:
    """Give the folder of `content/inbox/<section>/…`, or nothing for a file that lies elsewhere."""
    path = PurePosixPath(file)
    if not path.is_relative_to(_INBOX):
        return ""
    section, *below = path.relative_to(_INBOX).parts
    return section if below else ""


def import_files(
    files: Iterable[Path], root: Path, terms: Terms, *, dry_run: bool = False
) -> Iterator[Result]:
    """Import files of copy into the site at `root`, and give what became of each as it is done.

    With `dry_run` nothing is written; the results are those of a true import.

    Raises:
        ContentError: the receipts cannot be read, and nothing was imported; or cannot be written,
            and the next import finds the articles by themselves.

    """
    store = Store(root, dry_run=dry_run)
    receipts = Receipts.parse(store.read(RECEIPTS))
    intake = _Intake(store, receipts, terms)
    try:
        for file in files:
            yield intake.take(file)
    finally:
        if changed := receipts.changed():
            store.write(RECEIPTS, changed)


def _is_shown(name: str) -> bool:
    return not name.startswith((".", "~"))


def _importer_of(path: Path) -> Importer | None:
    return next((importer for importer in IMPORTERS if importer.claims(path)), None)


class _Intake:
    """One import: each text is decided by what lies there when its turn comes."""

    def __init__(self, store: Store, receipts: Receipts, terms: Terms) -> None:
        self._store = store
        self._receipts = receipts
        self._terms = terms

    def take(self, path: Path) -> Result:
        file = self._store.name(path)
        try:
            return self._take(path, file)
        except ContentError as error:
            return Result(file, Outcome.REFUSED, problems=error.problems)

    def _take(self, path: Path, file: str) -> Result:
        importer = _importer_of(path)
        if importer is None:
            raise ContentError([refusals.nobody_claims(file)])
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ContentError([refusals.unreadable(file, error)]) from error
        digest = text_digest(data)
        if receipt := self._receipts.of_text(digest):
            return self._take_again(file, digest, receipt)
        return self._take_unknown(importer.read(data, file=file), file, digest)

    def _take_again(self, file: str, digest: str, receipt: Receipt) -> Result:
        if receipt.source != file and not self._store.holds(receipt.source):
            self._receipts.record(digest, replace(receipt, source=file))
        there = self._store.read(receipt.article)
        facts = Facts(
            receipt=receipt,
            same_text=True,
            wanted=receipt.written,
            there=None if there is None else digest_of(there),
        )
        return _result(file, decide(facts), receipt.article)

    def _take_unknown(self, copy: Copy, file: str, digest: str) -> Result:
        receipt, there, wanted = self._wanted(copy, file, digest)
        facts = Facts(
            receipt=receipt,
            same_text=False,
            wanted=digest_of(wanted.data),
            there=None if there is None else digest_of(there),
        )
        verdict = decide(facts)
        result = _result(file, verdict, wanted.path)
        if verdict is Verdict.DELETED:
            return result
        if verdict is not Verdict.KNOWN:
            self._store.write(wanted.path, wanted.data)
        self._receipts.record(
            digest,
            Receipt(article=wanted.path, source=file, title=copy.title, written=facts.wanted),
        )
        if copy.title_is_cut:
            return replace(result, problems=(refusals.no_headline(file, copy.title),))
        return result

    def _wanted(
        self, copy: Copy, file: str, digest: str
    ) -> tuple[Receipt | None, bytes | None, ArticleFile]:
        """Give the receipt of the text's last version, what lies there, and what ought to."""
        if receipt := self._receipts.of_source(file):
            there = self._store.read(receipt.article)
            if is_new_version(copy, receipt, there=there):
                return receipt, there, new_version(copy, self._terms, receipt, there=there)
        heading = heading_for(copy, self._terms, file=file, digest=digest)
        path = path_for(heading, self._terms)
        there = self._store.read(path)
        return None, there, new_article(copy, heading, path, there=there)


def _result(file: str, verdict: Verdict, article: str) -> Result:
    """Give the result that a verdict comes to.

    Raises:
        ContentError: the text is refused.

    """
    match verdict:
        case Verdict.TAKEN:
            raise ContentError([refusals.taken(file, article)])
        case Verdict.EDITED:
            raise ContentError([refusals.edited(file, article)])
        case Verdict.DELETED:
            return Result(file, Outcome.DELETED, article, (refusals.deleted(file, article),))
        case _:
            return Result(file, _OUTCOMES[verdict], article)
