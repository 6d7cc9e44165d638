"""The copy desk at its work: each file's slips as problems, and those put right that are certain.

The slips themselves are `language.copy_desk`'s; here they get a file, a line and a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nashra.check import copy_desk_words
from nashra.check.as_written import AsWritten, as_written
from nashra.check.harmless import harmless, read_wording
from nashra.content.scan import Seen, below, scan
from nashra.content.wording import Wording
from nashra.errors import ContentError, Problem, Severity, Words
from nashra.language.copy_desk import Fault, headlines
from nashra.language.copy_desk import desk as all_rules
from nashra.utf8 import decode
from nashra.whole import write_whole

_PASSES = 9
"""More than any text needs: a slip that was put right may show one beside it, hardly a third."""
_AROUND = 50
"""In characters: how much of a long line is shown on each side of a slip."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How the desk works: in which language, by which rules, with a pen in its hand or not."""

    language: str
    """The language of a text that does not say its own, and lies in no edition's folder."""
    off: frozenset[str] = frozenset()
    """The rules that it does not keep."""
    editions: tuple[str, ...] = ()
    """The languages that have a folder of their own in `content/`."""
    fix: bool = False

    def language_of(self, file: str) -> str:
        """Give the language of the edition that a file belongs to."""
        first, _, rest = file.partition("/")
        edition = rest.partition("/")[0]
        return edition if first == "content" and edition in self.editions else self.language


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in a file, or what was one."""

    rule: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading a file."""

    slips: tuple[Slip, ...] = ()
    """What is still there."""
    fixed: tuple[Slip, ...] = ()
    """What was there, each with its place in the file as it was."""
    failed: tuple[Problem, ...] = ()
    """What kept the file from being read or written."""


def files(root: Path, paths: Sequence[Path], editions: Sequence[str] = ()) -> list[Seen]:
    """Give the files of text that were named or lie in folders that were; or all of content.

    `editions` are the languages that have a folder of their own.

    Raises:
        ContentError: a folder may not be looked at.

    """
    if not paths:
        every = scan(root / "content", editions)
        return [seen for seen in every if seen.file.lower().endswith(".md")]
    found: dict[str, Seen] = {}
    for path in paths:
        name = _known_as(path, root)
        if path.is_dir():
            texts = (below(str(path), name, suffix) for suffix in (".md", ".txt"))
            found |= {seen.path: seen for some in texts for seen in some}
        else:
            stat = path.stat()
            found.setdefault(str(path), Seen(name, str(path), stat.st_size, stat.st_mtime_ns))
    return list(found.values())


def _known_as(path: Path, root: Path) -> str:
    resolved = path.resolve()
    return (
        resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.as_posix()
    )


def check_batch(desk: Desk, some: Sequence[Seen]) -> list[Checked]:
    """Read some files, and put right what is certain where the desk is to."""
    return [_check(desk, seen) for seen in some]


def _check(desk: Desk, seen: Seen) -> Checked:
    try:
        with open(seen.path, "rb") as opened:  # noqa: PTH123 — thousands of times
            data = opened.read()
        written = as_written(data, decode(data, file=seen.file))
        read = read_wording(written, seen.file)
        if not desk.fix:
            return Checked(tuple(_slips(desk, written, read, seen.file)))
        mended, fixed = _mended(desk, written, seen.file)
        if fixed:
            path = Path(seen.path).resolve()
            mode = path.stat().st_mode
            write_whole(path, mended.data)
            path.chmod(mode)
        left = _slips(desk, mended, read_wording(mended, seen.file), seen.file)
        return Checked(tuple(left), tuple(fixed))
    except ContentError as error:
        return Checked(failed=error.problems)
    except OSError as error:
        return Checked(failed=(_closed(seen.file, error),))


def _faults(desk: Desk, read: Wording, file: str) -> Iterator[Fault]:
    found = all_rules.faults(read.prose, language=read.language or desk.language_of(file))
    if read.title:
        found += headlines.headline(read.prose, *read.title)
        if not read.summary and "articles" in file.split("/")[1:3]:
            found.append(Fault("summary-missing", *read.title))
    if read.summary:
        found += headlines.standfirst(read.prose, *read.summary)
    found.sort(key=lambda fault: fault.start)
    yield from (fault for fault in found if fault.rule not in desk.off)


def _slips(desk: Desk, written: AsWritten, read: Wording, file: str) -> Iterator[Slip]:
    for fault in _faults(desk, read, file):
        yield Slip(fault.rule, _problem(fault, written, file))


def _mended(desk: Desk, written: AsWritten, file: str) -> tuple[AsWritten, list[Slip]]:
    """Give a file with its certain slips put right, and what they were."""
    fixed: list[Slip] = []
    for _ in range(_PASSES):
        read = read_wording(written, file)
        certain = harmless(written, read, all_rules.apart(_faults(desk, read, file)), file=file)
        if not certain:
            break
        fixed += [Slip(fault.rule, _problem(fault, written, file)) for fault in certain]
        written = written.with_changes(certain)
    return written, fixed


def _problem(fault: Fault, written: AsWritten, file: str) -> Problem:
    line, column = written.place(fault.start)
    found = written.text[fault.start : fault.end]
    return Problem(
        file,
        line,
        copy_desk_words.what(fault, found),
        copy_desk_words.remedy(fault),
        _around(written.line(line), column - 1),
        Severity.NOTICE,
        column,
    )


def _around(line: str, at: int) -> str:
    """Give a line, or the stretch around a place in one that is long, cut between words."""
    start, end = max(at - _AROUND, 0), min(at + _AROUND, len(line))
    if start and (blank := line.find(" ", start, at)) >= 0:
        start = blank + 1
    if end < len(line) and (blank := line.rfind(" ", at + 1, end)) >= 0:
        end = blank
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"


def _closed(file: str, error: OSError) -> Problem:
    return Problem(
        file,
        None,
        Words("تعذر فتح الملف أو حفظه.", f"The file cannot be read or written: {error.strerror}."),
        Words(
            "تحقق من الأذونات ومن سعة القرص.", "Check its permissions, and the room on the disk."
        ),
    )
