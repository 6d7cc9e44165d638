"""From files of copy to articles in the site's folder: decide, then write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.errors import ContentError, Problem, Severity
from nashra.importers import inbox, refusals
from nashra.importers.article_file import (
    ArticleFile,
    Terms,
    in_zone,
    is_alike,
    is_new_version,
    new_articles,
    new_version,
)
from nashra.importers.copy import Attachment, Copy, LeftOut, Profile
from nashra.importers.decision import Facts, Verdict, decide
from nashra.importers.importer import HEAD, Importer, Item, importer_of
from nashra.importers.markdown_writer import author
from nashra.importers.receipts import RECEIPTS, Receipt, Receipts, digest_of, text_digest
from nashra.importers.result import Outcome, Result, decided, left_out, refused
from nashra.importers.store import Store
from nashra.importers.suggestion import Suggestion
from nashra.lock import held
from nashra.whole import remove_unfinished

_STATE = ".nashra/import"
"""Where the lock of imports lies, from the site's folder."""
_ARTICLES = "content/articles/"
_SAVED_EVERY = 1000
"""Stories after which the receipts are written, so that an import that is cut short goes on."""


def import_files(
    files: Iterable[Path],
    root: Path,
    terms: Terms,
    *,
    importers: Sequence[Importer],
    dry_run: bool = False,
) -> Iterator[Result]:
    """Import files of copy into the site at `root`, and give what became of each as it is done.

    With `dry_run` nothing is written; the results are those of a true import. One import writes at
    a time: the second waits, and removes what one that was killed left half-written.

    Raises:
        OutputError: another import ran for too long.
        ContentError: the receipts cannot be read, and nothing was imported; or cannot be written,
            and the next import finds the articles by themselves.

    """
    if dry_run:
        yield from _import(files, Store(root, dry_run=True), terms, importers)
        return
    with held(root / _STATE) as was_killed:
        if was_killed:
            remove_unfinished(root / "content")
        yield from _import(files, Store(root, dry_run=False), terms, importers)


def _import(
    files: Iterable[Path], store: Store, terms: Terms, importers: Sequence[Importer]
) -> Iterator[Result]:
    receipts = Receipts.parse(store.read(RECEIPTS))
    intake = _Intake(store, receipts, terms, importers)
    try:
        for file in files:
            yield from intake.take(file)
    finally:
        intake.save()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a story's article goes."""

    receipt: Receipt | None
    """Of the text's last version."""
    there: bytes | None
    """What lies there."""
    wanted: ArticleFile
    """What ought to."""
    is_numbered: bool = False
    """Whether another story has the first place that it might have had."""


class _Intake:
    """One import: each text is decided by what lies there when its turn comes."""

    def __init__(
        self, store: Store, receipts: Receipts, terms: Terms, importers: Sequence[Importer]
    ) -> None:
        self._store = store
        self._receipts = receipts
        self._terms = terms
        self._importers = importers
        self._unsaved = 0
        self._done: list[tuple[Path, str, tuple[Problem, ...]]] = []
        """Files of the inbox that are read, and what is wrong with them."""

    def save(self) -> None:
        """Write the receipts, if there are new ones; only then do the texts leave the inbox."""
        self._unsaved = 0
        if changed := self._receipts.changed():
            self._store.write(RECEIPTS, changed)
        done, self._done = self._done, []
        for path, file, faults in done:
            self._leave(path, file, faults)

    def take(self, path: Path) -> Iterator[Result]:
        """Import one file, and give what became of each story in it."""
        file = self._store.name(path)
        faults: list[Problem] = []
        waits = inbox.is_waiting(file)
        for result in self._results(path, file):
            faults += (fault for fault in result.problems if fault.severity is Severity.ERROR)
            waits &= not result.is_for_later
            yield result
        if waits:
            self._done.append((path, file, tuple(faults)))
        if self._unsaved >= _SAVED_EVERY:
            self.save()

    def _leave(self, path: Path, file: str, faults: tuple[Problem, ...]) -> None:
        if not faults:
            self._store.move(path, inbox.home(file))
            return
        place = inbox.home(file, refused=True)
        self._store.write(inbox.note_of(place), inbox.why(faults).encode())
        self._store.move(path, place)

    def _results(self, path: Path, file: str) -> Iterator[Result]:
        try:
            yield from self._take(path, file)
        except ContentError as error:
            yield refused(file, error)
        except Exception as error:  # noqa: BLE001 — one importer's fault stops no other file
            yield refused(file, ContentError([refusals.own_fault(file, error)]))

    def _take(self, path: Path, file: str) -> Iterator[Result]:
        try:
            with path.open("rb") as stream:
                head = stream.read(HEAD)
                digest = text_digest(stream, head)
        except OSError as error:
            raise refusals.NotNowError([refusals.unreadable(file, error)]) from error
        if receipt := self._receipts.of_text(digest):
            yield self._take_again(file, digest, receipt)
            return
        importer = importer_of(path, head, self._importers)
        if importer is None:
            raise ContentError([refusals.nobody_claims(file, self._importers)])
        is_empty = True
        for item in importer.read(path, file=file):
            is_empty = False
            yield self._take_item(item, file, digest)
        if is_empty:
            raise ContentError([refusals.no_story(file)])

    def _take_item(self, item: Item, file: str, digest: str) -> Result:
        if isinstance(item, LeftOut):
            return left_out(item, file)
        if isinstance(item, Profile):
            return self._take_profile(item, file)
        source = f"{file}#{item.key}" if item.key else file
        try:
            return self._take_copy(in_zone(item, self._terms), source, item.digest or digest)
        except ContentError as error:
            return refused(source, error)

    def _take_copy(self, copy: Copy, source: str, digest: str) -> Result:
        if receipt := self._receipts.of_text(digest):
            return self._take_again(source, digest, receipt)
        missing = tuple(filter(None, map(self._attach, copy.attachments)))
        result = self._take_unknown(copy, source, digest)
        self._unsaved += 1
        if copy.key and self._unsaved >= _SAVED_EVERY:
            self.save()
        return replace(
            result,
            problems=(*copy.problems, *result.problems, *missing),
            lost=copy.lost,
            taken=copy.taken,
        )

    def _attach(self, attachment: Attachment) -> Problem | None:
        file = f"content/media/{attachment.path}"
        if isinstance(attachment.origin, bytes):
            return self._store.put(attachment.origin, file)
        return self._store.copy(attachment.origin, file)

    def _take_profile(self, profile: Profile, file: str) -> Result:
        path = f"content/authors/{profile.slug}.md"
        source = f"{file}#{profile.slug}"
        if self._store.read(path) is not None:
            return Result(source, Outcome.KNOWN, path)
        self._store.write(path, author(profile).encode())
        return Result(source, Outcome.IMPORTED, path)

    def _take_again(self, file: str, digest: str, receipt: Receipt) -> Result:
        source = _home(file)
        left = receipt.source == file or not self._store.holds(receipt.source.partition("#")[0])
        if receipt.source != source and left:
            self._receipts.record(digest, replace(receipt, source=source))
        there = self._store.read(receipt.article)
        facts = Facts(
            receipt=receipt,
            same_text=True,
            wanted=receipt.written,
            there=None if there is None else digest_of(there),
        )
        return decided(file, decide(facts), receipt.article)

    def _take_unknown(self, copy: Copy, file: str, digest: str) -> Result:
        suggestion = self._terms.suggest(file, copy)
        copy = replace(copy, section=suggestion.section or copy.section)
        place = self._place(copy, file, digest)
        if suggestion.section and (same := self._section_of_same(copy, place)):
            copy, suggestion = replace(copy, section=same), replace(suggestion, section=same)
            place = self._place(copy, file, digest)
        wanted = place.wanted
        facts = Facts(
            receipt=place.receipt,
            same_text=False,
            wanted=digest_of(wanted.data),
            there=None if place.there is None else digest_of(place.there),
        )
        verdict = decide(facts)
        result = decided(file, verdict, wanted.path)
        if verdict is Verdict.DELETED:
            return result
        if verdict is not Verdict.KNOWN:
            self._store.write(wanted.path, wanted.data)
        self._receipts.record(
            digest,
            Receipt(
                article=wanted.path,
                source=_home(file),
                title=copy.title,
                written=facts.wanted,
            ),
        )
        notices = []
        if copy.title_is_cut:
            notices.append(refusals.no_headline(file, copy.title))
        if place.is_numbered and verdict is Verdict.IMPORT and not copy.key:
            notices.append(refusals.numbered(file, wanted.path))
        said = suggestion if verdict is Verdict.IMPORT else Suggestion()
        return replace(result, problems=tuple(notices), suggestion=said)

    def _section_of_same(self, copy: Copy, place: _Place) -> str:
        """Give the section of a story that says the same, so that a guess never parts the two."""
        for article in [] if copy.key else self._receipts.namesakes(place.wanted.path):
            there = self._store.read(article)
            if article.startswith(_ARTICLES) and there is not None and is_alike(copy, there):
                return article.split("/")[2]
        return ""

    def _place(self, copy: Copy, file: str, digest: str) -> _Place:
        if receipt := self._receipts.of_source(_home(file)) or self._receipts.of_source(file):
            there = self._store.read(receipt.article)
            same_kind = receipt.article.startswith("content/pages/") is copy.standing
            if same_kind and (copy.key or is_new_version(copy, receipt, there=there)):
                again = new_version(copy, self._terms, receipt, there=there)
                return _Place(receipt, there, again)
        places = new_articles(copy, self._terms, file=file, digest=digest, read=self._store.read)
        return next(
            _Place(None, there, wanted, is_numbered=number > 0)
            for number, (wanted, there) in enumerate(places)
            if self._may_have(copy, wanted, there)
        )

    def _may_have(self, copy: Copy, wanted: ArticleFile, there: bytes | None) -> bool:
        """Tell whether a place is free, or holds what may be the same story.

        The place of a story that has a receipt is another's.
        """
        if there is None:
            return not self._receipts.has_article(wanted.path)
        if there == wanted.data:
            return True
        return not copy.key and is_alike(copy, there)


def _home(source: str) -> str:
    """Give where a story will have come from, once its file has left the inbox."""
    file, mark, key = source.partition("#")
    return f"{inbox.home(file)}{mark}{key}"
