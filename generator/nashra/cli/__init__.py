"""The command line: arguments, the clock, printing and exit codes.

Each command is a module of its own here, loaded only when it is asked for, so that
`nashra --help` answers at once.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from nashra import __version__
from nashra.errors import NashraError

_COMMANDS = {
    "new": ("new", "Make a site that builds at once."),
    "import": ("import_copy", "Turn newsroom copy into articles."),
    "build": ("build", "Bring output/ up to date with the content."),
    "serve": ("serve", "Preview the site, rebuilding on every save."),
    "next": ("coming", "Tell what the clock will do: what appears, what goes."),
    "rename": ("rename", "Give a story another slug; its old address leads on."),
    "check": ("check", "Tell what is wrong with the content and its links."),
}
"""Each command's module and its line in the help."""


class _Lazy(click.Group):
    """A group whose commands are imported when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _ = _COMMANDS[cmd_name]
        command = import_module(f"nashra.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nashra")
def _nashra() -> None:
    """Nashra (نشرة) turns a newsroom's text into a right-to-left news site."""


def main() -> None:
    """Run a command and leave with its exit code: 0 done, 1 faults in content, 2 wrong use."""
    try:
        code = _nashra.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except NashraError as error:
        from nashra.cli.terminal import show_problems  # noqa: PLC0415

        show_problems(error.problems, language="ar")
        sys.exit(2)
    except OSError as error:
        click.echo(f"خطأ error: {error.filename or ''} {error.strerror or error}", err=True)
        sys.exit(2)
    sys.exit(code or 0)
