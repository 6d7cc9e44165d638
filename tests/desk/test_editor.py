"""Which program opens a file for its writer."""

from __future__ import annotations

import pytest

from nashra.desk.editor import command_for

PLACE = ("/site/خبر اليوم.md", 3, 7)


@pytest.mark.parametrize(
    ("environment", "there", "command", "why"),
    [
        ({}, "code gedit xdg-open", "code --goto /site/خبر اليوم.md:3:7", "it has a window"),
        ({}, "xdg-open", "xdg-open /site/خبر اليوم.md", "what the system opens it with"),
        ({"EDITOR": "vim"}, "vim xdg-open", "xdg-open /site/خبر اليوم.md", "it needs a terminal"),
        ({"EDITOR": "/usr/bin/subl -w"}, "code subl", "subl /site/خبر اليوم.md:3:7", "a wish"),
        ({"VISUAL": "kate", "EDITOR": "code"}, "code kate", "kate --line 3", "windows first"),
        ({"NASHRA_EDITOR": "emacs +{line}"}, "emacs", "emacs +3 /site/خبر اليوم.md", "told"),
        ({"NASHRA_EDITOR": "lost"}, "code", "", "what was told is not there"),
        ({}, "", "", "there is nothing"),
    ],
)
def test_the_program_is_the_persons_own(
    environment: dict[str, str], there: str, command: str, why: str
) -> None:
    names = there.split()

    made = command_for(PLACE, environment, lambda name: name if name in names else None, "linux")

    assert " ".join(made).startswith(command), why
    assert not command or PLACE[0] in " ".join(made)
    assert bool(made) == bool(command), why
