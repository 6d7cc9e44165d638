"""The interface's words in one language, with the plural forms that it has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from babel import Locale

Text = str | Mapping[str, str]
"""A text, or one for each plural form that Unicode's CLDR gives the language."""


class Strings:
    """The catalogue of interface strings."""

    def __init__(self, language: str, texts: Mapping[str, Text]) -> None:
        self._language = language
        self._texts = texts

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self._language.replace("-", "_"))

    def __call__(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        """Give the text of a key, in the plural form of `count`, with its places filled.

        Raises:
            KeyError: no such key, or no such form and no `other`.

        """
        if key not in self._texts:
            raise KeyError(f"no text for {key} in strings/{self._language}.yaml")
        text = self._texts[key]
        if not isinstance(text, str):
            form = self._locale.plural_form(count or 0)
            text = text[form] if form in text else text["other"]
        if count is not None:
            values["count"] = count
        return text.format(**values) if values else text

    def shown(self, key: str) -> str:
        """Give what a key holds, whatever its form, to tell whether it changed."""
        return repr(self._texts.get(key))

    def all(self) -> str:
        """Give everything that the catalogue holds, to tell whether any of it changed."""
        return repr(sorted(self._texts.items(), key=lambda item: item[0]))
