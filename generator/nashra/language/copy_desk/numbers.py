"""Digits of two families in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.language.copy_desk.fault import Fault
from nashra.language.digits import in_family, to_latin

_NUMBER = re.compile(r"(?<![\w.-])\d++(?:[.,:/٫٬-]\d++)*+(?![\w-])|(?<=[\u0620-\u064a])\d++(?!\w)")
_FAMILY = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
_FAMILY_OF = {digit: family for family, digits in _FAMILY.items() for digit in digits}
_AFTER_LATIN = re.compile(r"[A-Za-z][\s\u00a0\"”)]{0,2}\Z")
_BEFORE_LATIN = re.compile(r"[\s\u00a0\"“(]{0,2}[A-Za-z]")
_SHOWN = 3
"""How many numbers of the rarer family are worth telling in one text."""


def mixed_digits(text: str) -> Iterator[Fault]:
    """Give the numbers in the rarer family of digits, and those that are mixed in themselves.

    Latin digits beside a Latin word belong to it, and do not count.
    """
    if not _two_families(text):
        return
    found: dict[str, list[re.Match[str]]] = {}
    for number in _NUMBER.finditer(text):
        families = {_FAMILY_OF[digit] for digit in number[0] if digit in _FAMILY_OF}
        if len(families) == 1:
            family = families.pop()
            if family != "latn" or not _latin_beside(text, number):
                found.setdefault(family, []).append(number)
        elif families:
            first = next(_FAMILY_OF[digit] for digit in number[0] if digit in _FAMILY_OF)
            yield _in(first, number)
    if len(found) > 1:
        usual = max(found, key=lambda family: (len(found[family]), family))
        rarer = (number for family in found if family != usual for number in found[family])
        for number in sorted(rarer, key=re.Match.start)[:_SHOWN]:
            yield _in(usual, number)


def _two_families(text: str) -> bool:
    return sum(any(digit in text for digit in digits) for digits in _FAMILY.values()) > 1


def _latin_beside(text: str, number: re.Match[str]) -> bool:
    before = text[max(number.start() - 4, 0) : number.start()]
    return bool(_AFTER_LATIN.search(before) or _BEFORE_LATIN.match(text, number.end()))


def _in(family: str, number: re.Match[str]) -> Fault:
    return Fault("mixed-digits", *number.span(), in_family(to_latin(number[0]), family))
