"""Text as a typesetter would set it: signs, quotes, spaces and letters put right, words never.

Sources: W3C, "Arabic & Persian Layout Requirements"; CLDR's delimiters. `typeset` takes the runs of
one block together, since a quotation may open before a bold word and close after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from nashra.language.characters import (
    ARABIC_DIGITS,
    EUROPEAN_DIGITS,
    LEFT_TO_RIGHT_LETTERS,
    RIGHT_TO_LEFT_LETTERS,
)
from nashra.language.edits import Edit, applied
from nashra.language.letter_forms import inner_stretches, last_stretches, letter_forms
from nashra.language.manners import Manner, manner_of
from nashra.language.punctuation import latin_signs, latin_spaces, signs, spaces, units
from nashra.language.quotation import quotation

OBJECT = "\ufffc"
"""What stands among the runs for code, a picture, or whatever else is no text."""
_LETTER = RIGHT_TO_LEFT_LETTERS + LEFT_TO_RIGHT_LETTERS
_ALWAYS = "\"',;?\u0640\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc"
_WANTS_LOOK = re.compile(
    rf"[{_ALWAYS}.!:،؛؟«»()\[\]{EUROPEAN_DIGITS}{ARABIC_DIGITS}]"
    rf"(?:(?<=[{_ALWAYS}])|(?<=\s[.!:،؛؟»)\]])|(?<=[.!:،؛؟»])(?=[{_LETTER}«“(])"
    rf"|(?<=[،؛؟])(?=  )|(?<=[«(\[])(?=\s)|(?<=[{EUROPEAN_DIGITS}{ARABIC_DIGITS}])(?= )"
    r"|(?<=\.)(?=\.\.))"
)
"""The one search that most paragraphs cost: whether any rule may have something to do."""
_MAY_END = re.compile(rf"{_WANTS_LOOK.pattern}|\.")
"""The same where a sentence's end has a sign of its own."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which parts of a typesetter's work are done."""

    quotes: bool = True
    """Straight quotes into the language's own."""
    punctuation: bool = True
    """Latin signs after Arabic letters into Arabic ones; three dots into one sign."""
    spaces: bool = True
    """No space before a sign, and one after."""
    letters: bool = True
    """No tatweel that only stretches, and letters in place of their drawn forms."""
    units: bool = True
    """A number and its unit on one line."""


ALL_RULES = Rules()
NO_RULES = Rules(quotes=False, punctuation=False, spaces=False, letters=False, units=False)


_Step = Callable[[str, Manner], Iterator[Edit]]


class _Work(NamedTuple):
    """What there may be to do in a language's texts."""

    manner: Manner
    needed: re.Pattern[str]
    """What a text holds if any rule bears on it."""
    own_letter: re.Pattern[str]
    steps: list[_Step]


def typeset(runs: Sequence[str], *, language: str, rules: Rules = ALL_RULES) -> list[str]:
    """Give the runs of one block with their typography put right.

    Words stay: the letters and digits are the same afterwards, but for tatweel and presentation
    forms. Typesetting twice gives what typesetting once gives. A run that is `OBJECT` stays.
    """
    text, result = "".join(runs), list(runs)
    work = _work(language, rules)
    if not work.needed.search(text) or not work.own_letter.search(text):
        return result
    for step in work.steps:
        if edits := list(step(text, work.manner)):
            result = applied(result, edits)
            text = "".join(result)
    return result


def typeset_text(text: str, *, language: str, rules: Rules = ALL_RULES) -> str:
    """Give a text of one run with its typography put right."""
    return typeset([text], language=language, rules=rules)[0]


@lru_cache
def _work(language: str, rules: Rules) -> _Work:
    """Give when a language's rules have work to do, and the rules, each after those it needs."""
    manner = manner_of(language)
    arabic = rules.letters and manner.script == "arabic"
    latin = manner.script == "latin"
    steps: list[tuple[bool, _Step]] = [
        (arabic, letter_forms),
        (arabic, inner_stretches),
        (rules.quotes, quotation),
        (arabic, last_stretches),
        (rules.punctuation, latin_signs if latin else signs),
        (rules.spaces, latin_spaces if latin else spaces),
        (rules.punctuation and bool(manner.full_stop), signs),
        (rules.units, units),
    ]
    letter = LEFT_TO_RIGHT_LETTERS if manner.script == "latin" else RIGHT_TO_LEFT_LETTERS
    needed = _MAY_END if manner.full_stop else _WANTS_LOOK
    return _Work(
        manner, needed, re.compile(f"[{letter}]"), [step for wanted, step in steps if wanted]
    )
