"""The command line: arguments, the clock, printing and exit codes.

Each command is a module of its own here, loaded only when it is asked for, so that
`nashra --help` answers at once.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from nashra import __version__
from nashra.cli import speech, spoken
from nashra.cli.speech import Speech
from nashra.errors import NashraError, Words

_COMMANDS = {
    "new": ("new", Words("ينشئ موقعا يُبنى في الحال.", "Make a site that builds at once.")),
    "new article": (
        "new_article",
        Words("ينشئ مسودة خبر ويفتحها.", "Make a story's draft and open it."),
    ),
    "import": (
        "import_copy",
        Words("يحوّل نصوص غرفة الأخبار إلى أخبار.", "Turn newsroom copy into articles."),
    ),
    "build": (
        "build",
        Words("يبني الموقع في output/.", "Bring output/ up to date with the content."),
    ),
    "serve": (
        "serve",
        Words("يعرض الموقع ويعيد بناءه عند كل حفظ.", "Preview the site, rebuilding on every save."),
    ),
    "next": (
        "coming",
        Words(
            "يذكر ما سيفعله الوقت: ما يظهر وما يغيب.",
            "Tell what the clock will do: what appears, what goes.",
        ),
    ),
    "list": (
        "listing",
        Words(
            "يعدّد المسودات والمجدول وما انتهى عرضه.",
            "List drafts, scheduled and expired stories.",
        ),
    ),
    "rename": (
        "rename",
        Words(
            "يغيّر مسار خبر، ويؤدي إليه رابطه القديم.",
            "Give a story another slug; its old address leads on.",
        ),
    ),
    "doctor": (
        "doctor",
        Words(
            "يفحص الجهاز والموقع ويقول ما يُصلح.",
            "Look at this machine and the site; say what to mend.",
        ),
    ),
    "check": (
        "check",
        Words(
            "يذكر أخطاء المحتوى وروابطه، ويدقق لغته.",
            "Tell what is wrong with the content, its links and its copy.",
        ),
    ),
}
"""Each command's module and its line in the help, in Arabic and English."""


class _Lazy(spoken.SpokenGroup):
    """A group whose commands are imported when they run."""

    words = Words(
        "نشرة تحوّل نصوص غرفة الأخبار إلى موقع إخباري من اليمين إلى اليسار.",
        "Nashra (نشرة) turns a newsroom's text into a right-to-left news site.",
    )

    def lines(self) -> dict[str, Words]:
        return {name: line for name, (_, line) in _COMMANDS.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by its name, of two words where those are one."""
        if (name := " ".join(args[:2])) in _COMMANDS:
            return name, self.get_command(ctx, name), args[2:]
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command = import_module(f"nashra.cli.{module}").command
        assert isinstance(command, click.Command)
        return command


def _speak(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.find_root().obj = Speech(value)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        words = Words(f"نشرة nashra، الإصدار {__version__}", f"nashra, version {__version__}")
        click.echo(speech.of_help(ctx).say(words))
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@spoken.option(
    "--lang",
    words=Words(
        "لغة البرنامج؛ وإلا فلغة النظام أو الموقع.",
        "The language to speak in; unless told, the locale's or the site's.",
    ),
    type=click.Choice(speech.LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_speak,
)
@spoken.option(
    "--version",
    words=Words("رقم الإصدار.", "Show the version and exit."),
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
)
def _nashra() -> None:
    pass


def main() -> None:
    """Run a command and leave with its exit code: 0 done, 1 faults in content, 2 wrong use."""
    arguments = speech.to_front(sys.argv[1:])
    asked = speech.asked_in(arguments)
    try:
        code = _nashra.main(arguments, standalone_mode=False, obj=asked)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        spoken.show_mistake(error, asked)
        sys.exit(2)
    except NashraError as error:
        from nashra.cli.terminal import show_problems  # noqa: PLC0415

        show_problems(error.problems, asked or speech.of_nothing())
        sys.exit(2)
    except OSError as error:
        heading = (asked or speech.of_nothing()).say(Words("خطأ", "error"))
        click.echo(f"{heading}: {error.filename or ''} {error.strerror or error}", err=True)
        sys.exit(2)
    sys.exit(code or 0)
