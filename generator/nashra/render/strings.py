"""The interface's words in one language, with the plural forms that it has."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.language.digits import Numerals
from nashra.language.plurals import form

Text = str | Mapping[str, str]
"""A text, or one for each plural form that Unicode's CLDR gives the language."""


class Strings:
    """The catalogue of interface strings, its numbers in one family of digits."""

    def __init__(
        self, language: str, texts: Mapping[str, Text], numerals: Numerals | None = None
    ) -> None:
        self._language = language
        self._texts = texts
        self._numerals = numerals or Numerals()

    def __call__(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        """Give the text of a key, in the plural form of `count`, with its places filled.

        Whole numbers are written in the site's digits, texts stay as they are.

        Raises:
            KeyError: no such key, or no such form and no `other`.

        """
        if key not in self._texts:
            raise KeyError(f"no text for {key} in strings/{self._language}.yaml")
        text = self._texts[key]
        if not isinstance(text, str):
            plural = form(self._language, count or 0)
            text = text[plural] if plural in text else text["other"]
        if count is not None:
            values["count"] = count
        return text.format(**self._shown(values)) if values else text

    def _shown(self, values: dict[str, object]) -> dict[str, object]:
        number = self._numerals.number
        return {
            name: number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }

    def shown(self, key: str) -> str:
        """Give what a key holds, whatever its form, to tell whether it changed."""
        return repr((self._texts.get(key), self._numerals))

    def all(self) -> str:
        """Give everything that the catalogue holds, to tell whether any of it changed."""
        return repr((sorted(self._texts.items(), key=lambda item: item[0]), self._numerals))
