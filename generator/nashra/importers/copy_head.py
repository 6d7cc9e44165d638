"""What stands over the body of plain copy: kicker, headline, standfirst, byline, date, dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from nashra.importers.copy import Copy, Part, Role, Taken, Writer
from nashra.importers.copy_body import LONGEST_HEADLINE, introduces, is_item
from nashra.importers.copy_dates import agency_line, date_of
from nashra.importers.copy_lines import Line
from nashra.importers.known_cues import is_breaking, is_cue, is_kicker
from nashra.importers.signature import Signature, byline, dateline, is_agency, is_outlet
from nashra.importers.untitled import cut
from nashra.language.folding import fold

LONGEST_STANDFIRST = 200
"""In characters: a longer second line is a paragraph."""
_LONGEST_KICKER = 6
"""In words: what ends in a colon over a headline."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say, and the lines of the body."""

    body: tuple[Line, ...]
    title: str = ""
    title_is_cut: bool = False
    kicker: str = ""
    summary: str = ""
    signed: Signature = field(default_factory=Signature)
    date: datetime | None = None
    updated: datetime | None = None
    taken: tuple[Taken, ...] = ()

    def without(self, role: Role, **said: object) -> Head:
        """Take the first line away for what it was taken for."""
        first, *body = self.body
        taken = (*self.taken, Taken(first.number, first.text, role))
        return replace(self, body=tuple(body), taken=taken, **said)  # type: ignore[arg-type]

    def story(self, parts: tuple[Part, ...]) -> Copy:
        """Give the story of which this stands over the body."""
        return Copy(
            self.title,
            self.summary,
            parts,
            title_is_cut=self.title_is_cut,
            kicker=self.kicker,
            writers=self.signed.writers,
            source=self.signed.source,
            place=self.signed.place,
            date=self.date,
            updated=self.updated,
            taken=self.taken,
        )


def head_of(lines: Sequence[Line]) -> Head:
    """Read the first lines; there is at least one line."""
    head = _over_headline(Head(tuple(lines)))
    first = head.body[0].text
    if len(first) > LONGEST_HEADLINE:
        return replace(head, title=cut(first), title_is_cut=True)
    head = head.without(Role.HEADLINE, title=" ".join(first.split()))
    if head.body and fold(head.title) and fold(head.body[0].text) == fold(head.title):
        head = head.without(Role.HEADLINE_AGAIN)
    signed = _signed(head)
    if not _says_more(signed, head) and _has_standfirst(signed.body):
        signed = signed.without(Role.STANDFIRST, summary=signed.body[0].text)
        signed = _signed(signed)
    return signed


def _over_headline(head: Head) -> Head:
    """Take away a kicker, or the name of who publishes, that stands over a headline."""
    if len(head.body) > 1 and _is_kicker(head.body):
        return head.without(Role.KICKER, kicker=head.body[0].text.strip(" :：[]()|-"))
    if len(head.body) <= 2:  # noqa: PLR2004
        return _without_outlet(head)
    first, second = head.body[:2]
    if is_agency(first.text):
        return head.without(Role.BYLINE, signed=Signature(source=first.text.strip(" :()[]")))
    few = len(first.text.split()) <= _LONGEST_KICKER
    over = introduces(first.text) and few and bool(fold(first.text).strip(" :"))
    over = over and not is_item(second.text)
    if over and not _is_long(second) and second.text[-1] != "." and not byline(first.text):
        return head.without(Role.KICKER, kicker=first.text.rstrip(" :：\u200f\u200e"))
    return _without_outlet(head)


def _is_kicker(lines: Sequence[Line]) -> bool:
    first, second = (line.text for line in lines[:2])
    if len(second) > LONGEST_HEADLINE or second.endswith("."):
        return False
    return is_breaking(first) or (len(lines) > 2 and is_kicker(first))  # noqa: PLR2004


def _is_long(line: Line) -> bool:
    return len(line.text) > LONGEST_HEADLINE


def _without_outlet(head: Head) -> Head:
    """Take away a first line that names who publishes, over a text without a headline."""
    headless = len(head.body) > 1 and _is_long(head.body[1])
    if not headless or not is_outlet(head.body[0].text):
        return head
    writer = Writer(head.body[0].text.rstrip(":").strip())
    return head.without(Role.BYLINE, signed=Signature(writers=(writer,)))


def _says_more(head: Head, before: Head) -> bool:
    """Tell whether a byline or a dateline stood there: what follows it is the body."""
    return head.signed != before.signed


def _signed(head: Head) -> Head:
    """Take away bylines and dates, in whatever order, and the dateline below them."""
    while len(head.body) > 1 or (head.body and date_of(head.body[0].text)):
        shorter = _without_date(head) or _without_byline(head)
        if shorter is None:
            break
        head = shorter
    return _without_dateline(head)


def _without_date(head: Head) -> Head | None:
    text = head.body[0].text
    if said := date_of(text):
        if said.is_update:
            return head.without(Role.UPDATED, updated=said.moment)
        return head.without(Role.DATE, date=said.moment) if head.date is None else None
    line = agency_line(text) if head.date is None else None
    signed = byline(" - ".join(filter(None, (line.place, line.agency)))) if line else None
    if line is None or signed is None or not signed.place or not head.signed.fits(signed):
        return None
    number = head.body[0].number
    taken = (
        Taken(number, f"{line.place} {line.agency}".strip(), Role.BYLINE),
        Taken(number, line.day.strip(), Role.DATE),
    )
    return replace(
        head,
        body=head.body[1:],
        signed=head.signed.with_(signed),
        date=line.moment,
        taken=(*head.taken, *taken),
    )


def _without_byline(head: Head) -> Head | None:
    text = head.body[0].text
    said = byline(text)
    if not said or is_cue(text) or not head.signed.fits(said):
        return None
    return head.without(Role.BYLINE, signed=head.signed.with_(said))


def _without_dateline(head: Head) -> Head:
    """Take away the dateline with which a body begins."""
    if not head.body or is_item(head.body[0].text):
        return head
    first = head.body[0]
    found = dateline(first.text)
    if found is None or not head.signed.fits(found[0]):
        return head
    said, rest = found
    return replace(
        head,
        body=(replace(first, text=rest), *head.body[1:]),
        signed=head.signed.with_(said),
        taken=(*head.taken, Taken(first.number, first.text.removesuffix(rest), Role.DATELINE)),
    )


def _has_standfirst(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines]
    if len(texts) < 2 or len(texts[0]) > LONGEST_STANDFIRST or is_item(texts[0]):  # noqa: PLR2004
        return False
    if introduces(texts[0]) and is_item(texts[1]):
        return False
    return not all(map(is_item, texts[1:]))
