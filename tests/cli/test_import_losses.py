"""What an import could not carry is said in Arabic too."""

from __future__ import annotations

import pytest

from nashra.cli.import_losses import loss


@pytest.mark.parametrize(
    ("english", "arabic", "why"),
    [
        ("comments", "التعليقات", "as it stands"),
        ("front matter mood", "المفتاح mood في مقدمة الملف", "with the name that it has"),
        ("it has no text (video)", "لا نص فيه (video)", "and with what it is"),
        ("<form>", "<form>", "what has no Arabic stays as it is"),
    ],
)
def test_what_was_lost_is_said_in_both_languages(english: str, arabic: str, why: str) -> None:
    said = loss(english)

    assert (said.en, said.ar) == (english, arabic), why
