"""Commands and options that speak Arabic and English, and so do their mistakes.

A command is made with `command(name, Words(…))` and an option with `option("--name", Words(…))`;
what takes an option's value keeps its Latin name in both, for a terminal that knows nothing of
direction would put an Arabic one in the wrong column.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from nashra.cli import speech
from nashra.cli.speech import Speech
from nashra.errors import Words

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_USAGE = Words("الاستعمال:", "Usage:")
_OPTIONS = Words("الخيارات", "Options")
_COMMANDS = Words("الأوامر", "Commands")
_HELP = Words("هذه الصفحة.", "Show this message and exit.")


class Spoken(click.Command):
    """A command whose help is in the language that was asked for."""

    words = Words("", "")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is used."""
        prefix = f"{speech.of_help(ctx).say(_USAGE)} "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(speech.of_help(ctx).say(self.words))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the options do."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [each.get_help_record(ctx) for each in options]
        with formatter.section(speech.of_help(ctx).say(_OPTIONS)):
            formatter.write_dl([record for record in records if record])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, which says what it does in the language that was asked for."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = speech.of_help(ctx).say(_HELP)
        return option


class SpokenGroup(Spoken, click.Group):
    """A group of commands, with one line of help for each."""

    def lines(self) -> dict[str, Words]:
        """Give the line of each command."""
        raise NotImplementedError

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the options do, then the commands."""
        super().format_options(ctx, formatter)
        said = speech.of_help(ctx)
        with formatter.section(said.say(_COMMANDS)):
            formatter.write_dl([(name, said.say(line)) for name, line in self.lines().items()])


class SpokenOption(click.Option):
    """An option whose help is in the language that was asked for."""

    def __init__(self, *args: Any, words: Words, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "help": words.en})
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option as it is written, and what it does."""
        said = copy.copy(self)
        said.help = speech.of_help(ctx).say(self.words)
        return click.Option.get_help_record(said, ctx)


class Wrong(click.BadParameter):
    """A value that a command cannot use, said in both languages."""

    def __init__(self, words: Words, *, option: str) -> None:
        super().__init__(words.en, param_hint=option)
        self.words = words


class Refused(click.UsageError):
    """A use of a command that it refuses, said in both languages."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def command(name: str, words: Words) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command of a function, as `click.command` does."""

    def made(function: Callable[..., Any]) -> click.Command:
        spoken = click.command(name, cls=Spoken)(function)
        spoken.words = words
        return spoken

    return made


def option(*names: str, words: Words, **settings: Any) -> Callable[[_Decorated], _Decorated]:
    """Make an option, as `click.option` does."""
    return click.option(*names, cls=SpokenOption, words=words, **settings)


def show_mistake(error: click.ClickException, asked: Speech | None) -> None:
    """Print to standard error what was wrong with the use of a command, and how it is used."""
    context = getattr(error, "ctx", None)
    said = asked or speech.of_help(context)
    if said is not Speech.ARABIC:
        error.show()
        return
    if context is not None:
        click.echo(context.get_usage(), err=True)
        click.echo(f"للمساعدة: {context.command_path} --help\n", err=True)
    click.echo(f"خطأ: {_in_arabic(error)}", err=True)


def _in_arabic(error: click.ClickException) -> str:
    if isinstance(error, Refused):
        return error.words.ar
    if isinstance(error, Wrong):
        return f"قيمة {error.param_hint} غير صالحة: {error.words.ar}"
    said = error.format_message()
    for english, arabic in _MISTAKES:
        said = english.sub(arabic, said)
    return said.replace("', '", " أو ")


_MISTAKES = tuple(
    (re.compile(english, re.DOTALL), arabic)
    for english, arabic in (
        (r"^No such option:? '?([^' ]*?)'?\.(?= |\Z)", r"لا خيار اسمه \1."),
        (r"^No such command '(.*?)'\.", r"لا أمر اسمه \1."),
        (r"\(?(?:Did you mean|Possible options:) (?:one of: )?'?(.+?)'?\?*\)?\Z", r"لعلك تريد \1."),
        (r"^Missing command\.", "لم تذكر أمرا."),
        (r"^Missing argument '(.*?)'\.", r"ينقص \1."),
        (r"^Missing option '(.*?)'\.", r"ينقص الخيار \1."),
        (r"^Got unexpected extra arguments? \((.*)\)", r"كلمات زائدة: \1"),
        (r"^Option '(.*?)' requires an argument\.", r"يلزم الخيار \1 قيمة."),
        (r"^Option '(.*?)' does not take a value\.", r"لا قيمة للخيار \1."),
        (r"^Invalid value for '?\"?(.*?)\"?'?: ", r"قيمة \1 غير صالحة: "),
        (r"'(.*?)' is not a valid integer(?: range)?\.", r"\1 ليس عددا صحيحا."),
        (r"(\S+) is not in the range (.*?)\.\Z", r"\1 ليس في المدى \2."),
        (r"'(.*?)' is not one of (.*?)\.\Z", r"\1 ليس واحدا من \2."),
        (r"(?:Directory|Path) '(.*?)' does not exist\.", r"لا وجود للمسار \1."),
        (r"File '(.*?)' does not exist\.", r"لا وجود للملف \1."),
        (r"Directory '(.*?)' is a file\.", r"\1 ملف وليس مجلدا."),
        (r"File '(.*?)' is a directory\.", r"\1 مجلد وليس ملفا."),
        (r"(?:Directory|Path|File) '(.*?)' is not readable\.", r"لا إذن بقراءة \1."),
    )
)
"""What click says of wrong use, and the same in Arabic; what is not here stays as click says it."""
