"""In which language the program speaks: as it is asked to, else as the locale has it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum

import click

from nashra.errors import Words

LANGUAGES = ("ar", "en")
_OPTION = "--lang"


class Speech(Enum):
    """The languages in which a sentence is said."""

    ARABIC = "ar"
    ENGLISH = "en"
    BOTH = "both"
    """Arabic, and English after it: for whoever was not asked, and may read either."""

    def say(self, words: Words) -> str:
        """Give a sentence on one line."""
        if self is Speech.BOTH:
            return " / ".join(dict.fromkeys((words.ar, words.en)))
        return words.in_language(self.value)

    def sentences(self, words: Words) -> tuple[str, ...]:
        """Give a sentence in each of the languages."""
        return (words.ar, words.en) if self is Speech.BOTH else (words.in_language(self.value),)


def of_help(context: click.Context | None = None) -> Speech:
    """Give the language of help and of what is said of wrong use: English unless asked for."""
    return _asked(context) or Speech.ENGLISH


def of_site(language: str, context: click.Context | None = None) -> Speech:
    """Give the language in which a site is spoken of: its own, unless another was asked for."""
    site = Speech.ENGLISH if language.startswith("en") else Speech.BOTH
    return _asked(context) or site


def of_nothing(context: click.Context | None = None) -> Speech:
    """Give the language in which is spoken where no site is known: both, unless one was asked."""
    return _asked(context) or Speech.BOTH


def _asked(context: click.Context | None) -> Speech | None:
    context = context or click.get_current_context(silent=True)
    asked = context.find_root().obj if context else None
    return asked if isinstance(asked, Speech) else _of_locale()


def _of_locale() -> Speech | None:
    """Give Arabic where the locale of messages is Arabic (POSIX, chapter 8.2)."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := os.environ.get(name))), "")
    return Speech.ARABIC if locale.replace("-", "_").split(".")[0].split("_")[0] == "ar" else None


def to_front(arguments: Sequence[str]) -> list[str]:
    """Give the arguments with `--lang` before the command, wherever it was written.

    What stands after `--` is nobody's option.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    front: list[str] = []
    rest: list[str] = []
    taken = iter(arguments[:end])
    for argument in taken:
        if argument == _OPTION:
            front += [argument, *[value for value in [next(taken, None)] if value is not None]]
        elif argument.startswith(f"{_OPTION}="):
            front.append(argument)
        else:
            rest.append(argument)
    return [*front, *rest, *arguments[end:]]


def asked_in(arguments: Sequence[str]) -> Speech | None:
    """Give the language that arguments ask for; `to_front` has been at them."""
    asked = None
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name != _OPTION:
            break
        written = value if equals else "".join(arguments[at + 1 : at + 2])
        asked = Speech(written) if written in LANGUAGES else asked
        if not equals:
            return asked_in(arguments[at + 2 :]) or asked
    return asked
