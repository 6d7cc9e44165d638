"""The default theme speaks six languages, and each of them whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra import bundled
from nashra.language.digits import to_latin
from nashra.language.plurals import forms
from nashra.render.strings import Strings, Text
from nashra.render.theme import find
from nashra.schema import read_yaml

LANGUAGES = ("ar", "fa", "ur", "he", "en", "fr")
STRINGS = bundled.theme("jarida") / "strings"
TEMPLATES = bundled.theme("jarida") / "templates"
_PLACE = re.compile(r"\{(\w+)\}")


def own(language: str) -> dict[str, Text]:
    """Give what a language's file says itself, without what it falls back to."""
    text = (STRINGS / f"{language}.yaml").read_text("utf-8")
    values = read_yaml(text, file=f"{language}.yaml", text=text).values
    return {key: value for key, value in values.items() if isinstance(value, str | dict)}  # type: ignore[misc]


def places(text: Text) -> set[str]:
    """Give what a text leaves open in its widest form."""
    return set(_PLACE.findall(text if isinstance(text, str) else text["other"]))


ARABIC = own("ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_there_and_no_other(language: str) -> None:
    assert set(own(language)) == set(ARABIC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_has_every_form_of_the_language(language: str) -> None:
    for key, text in own(language).items():
        assert isinstance(text, str) == isinstance(ARABIC[key], str), key
        if not isinstance(text, str):
            assert forms(language) <= set(text), key
            assert all(text.values()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_leaves_the_same_places_open(language: str) -> None:
    for key, text in own(language).items():
        assert places(text) == places(ARABIC[key]), key
        if not isinstance(text, str):
            assert all(set(_PLACE.findall(form)) <= places(text) for form in text.values()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_for_several_numbers_says_which(language: str) -> None:
    """Arabic's `zero`, `one` and `two` are one number each; `one` of French and Persian is not."""
    for key, text in own(language).items():
        if isinstance(text, str) or "count" not in places(text):
            continue
        strings = Strings(language, {key: text})
        shown = [strings(key, count=count) for count in range(200)]

        assert len(set(shown)) == len(shown), key
        assert all(str(count) in shown[count] for count in range(3, 200)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_a_digit_of_its_own(language: str) -> None:
    for key, text in own(language).items():
        for form in [text] if isinstance(text, str) else text.values():
            assert not re.search("[0-9]", to_latin(form)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_in_another_language(language: str) -> None:
    """Words of Latin letters in Hebrew or Arabic script are names: RSS, and no other."""
    if language in {"en", "fr"}:
        return
    for key, text in own(language).items():
        for form in [text] if isinstance(text, str) else text.values():
            assert set(re.findall("[A-Za-z]+", _PLACE.sub("", form))) <= {"RSS"}, key


def test_every_key_is_asked_for() -> None:
    asked = {
        key
        for path in TEMPLATES.rglob("*.*")
        for key in re.findall(r'\bt\("(\w+)"', path.read_text("utf-8"))
    }

    assert asked == set(ARABIC)


def test_a_language_without_words_of_its_own_speaks_english() -> None:
    texts = find("jarida", site_themes=Path("nowhere")).texts("de")

    assert Strings("de", texts)("latest") == "Latest news"
