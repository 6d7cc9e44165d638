"""Footnotes, none of which takes the place of another."""

from __future__ import annotations

from markdown.extensions.footnotes import FootnoteExtension


class Footnotes(FootnoteExtension):
    """Takes the place of `footnotes`: two notes of one name are one note with the text of both."""

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        """Keep a note's text."""
        before = self.footnotes.get(id)
        super().setFootnote(id, text if before is None else f"{before}\n\n{text}")
