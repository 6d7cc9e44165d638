"""What was imported before: which text became which article, and how that was written.

A JSON file that lies beside the copy and is committed with it, so that a newsroom shares it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from pydantic import TypeAdapter, ValidationError

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Copy

RECEIPTS = "content/inbox/receipts.json"
"""The file's path from the site's folder."""

_BIGGEST_TEXT = 4 * 1024 * 1024
"""In bytes."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One text that became an article."""

    article: str
    """The article's path from the site's folder, with `/`."""
    source: str
    """The same for the text's own file; empty once that file holds another story."""
    title: str
    written: str
    """The digest of the article's bytes as the import wrote them."""


_NUMBER = re.compile(r"-\d{1,3}$")
_ENTRIES = TypeAdapter(dict[str, Receipt])


def digest_of(data: bytes) -> str:
    """Give the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digested(copy: Copy) -> Copy:
    """Give a story of a file of many with a digest of its own: of all that it says."""
    return replace(copy, digest=digest_of(repr(copy).encode()))


def text_digest(stream: BinaryIO, head: bytes = b"") -> str:
    """Give the digest of a file, whatever its mark, line ends and the blanks around a text.

    `head` is what was read of the stream before. Of a file too big to be one text it is that of the
    bytes as they are, a piece at a time.
    """
    data = head + stream.read(_BIGGEST_TEXT)
    if rest := stream.read(_BIGGEST_TEXT):
        whole = hashlib.sha256(data)
        while rest:
            whole.update(rest)
            rest = stream.read(_BIGGEST_TEXT)
        return whole.hexdigest()
    text = data.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return digest_of(text.strip())


class Receipts:
    """The receipts of a site, by the digest of the text."""

    def __init__(self, entries: Mapping[str, Receipt]) -> None:
        self._before = dict(entries)
        self._entries = dict(entries)
        self._by_source = {receipt.source: digest for digest, receipt in entries.items()}
        self._articles = {receipt.article for receipt in entries.values()}
        self._by_name: dict[str, set[str]] = {}
        for article in self._articles:
            self._by_name.setdefault(_unnumbered(article), set()).add(article)

    @classmethod
    def parse(cls, data: bytes | None) -> Receipts:
        """Read the receipts from their file's bytes; no file is no receipts.

        Raises:
            ContentError: they are not what the import wrote.

        """
        try:
            return cls({} if data is None else _ENTRIES.validate_json(data))
        except ValidationError as error:
            raise ContentError([_unreadable()]) from error

    def of_text(self, digest: str) -> Receipt | None:
        """Give the receipt of a text by its digest."""
        return self._entries.get(digest)

    def of_source(self, source: str) -> Receipt | None:
        """Give the receipt of the text that a file held last."""
        return self._entries.get(self._by_source.get(source, ""))

    def has_article(self, path: str) -> bool:
        """Tell whether an article was imported from some text, though it may be gone."""
        return path in self._articles

    def namesakes(self, path: str) -> list[str]:
        """Give the articles of a slug that were imported, in whatever section and number."""
        return sorted(self._by_name.get(_unnumbered(path), ()))

    def record(self, digest: str, receipt: Receipt) -> None:
        """Note that a text became an article; an older text of that article gives way."""
        if moved := self._entries.get(digest):
            self._by_source.pop(moved.source, None)
        older = self._by_source.get(receipt.source, digest)
        if older != digest:
            former = self._entries.pop(older)
            if former.article != receipt.article:
                self._entries[older] = replace(former, source="")
        self._entries[digest] = receipt
        self._articles.add(receipt.article)
        self._by_name.setdefault(_unnumbered(receipt.article), set()).add(receipt.article)
        self._by_source[receipt.source] = digest

    def changed(self) -> bytes | None:
        """Give the file's bytes, sorted, or nothing if they would be what they were."""
        if self._entries == self._before:
            return None
        self._before = dict(self._entries)
        values = {digest: asdict(receipt) for digest, receipt in self._entries.items()}
        text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)
        return f"{text}\n".encode()


def _unnumbered(path: str) -> str:
    """Give the slug that a story's file is named by, without the number of a second story."""
    return _NUMBER.sub("", PurePosixPath(path).stem)


def _unreadable() -> Problem:
    return Problem(
        RECEIPTS,
        None,
        Words("تعذرت قراءة سجل الاستيراد.", "The record of imports cannot be read."),
        Words(
            "استعد نسخة سليمة منه، أو احذفه ليبدأ من جديد؛ لن يُستبدل بأي مقال موجود.",
            "Put a sound copy back, or delete it to begin anew; no article will be overwritten.",
        ),
    )
