"""What can go wrong, said so that a person can mend it."""

from __future__ import annotations

import pytest

from nashra.errors import (
    ConfigurationError,
    ContentError,
    NashraError,
    OutputError,
    Problem,
    Severity,
    Words,
)

WHAT = Words("الحبر جاف.", "The ink is dry.")
REMEDY = Words("املأ المحبرة.", "Fill the inkwell.")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "الحبر جاف."),
        ("ar-EG", "الحبر جاف."),
        ("fa", "الحبر جاف."),
        ("en", "The ink is dry."),
        ("en-GB", "The ink is dry."),
    ],
)
def test_a_sentence_is_said_in_arabic_to_all_but_english_readers(language: str, said: str) -> None:
    assert WHAT.in_language(language) == said


def test_a_problem_names_its_place_what_is_wrong_and_what_to_do() -> None:
    assert str(Problem("a/b.md", 7, WHAT, REMEDY)) == "a/b.md:7: The ink is dry. Fill the inkwell."


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert str(Problem("a/b.md", None, WHAT, REMEDY)).startswith("a/b.md: ")


def test_a_problem_weighs_as_an_error_unless_it_says_otherwise() -> None:
    assert Problem("f", 1, WHAT, REMEDY).severity is Severity.ERROR


@pytest.mark.parametrize("kind", [ConfigurationError, ContentError, OutputError])
def test_an_error_tells_all_its_problems(kind: type[NashraError]) -> None:
    problems = [Problem("f", 1, WHAT, REMEDY), Problem("g", 2, WHAT, REMEDY)]
    error = kind(problems)

    assert isinstance(error, NashraError)
    assert error.problems == tuple(problems)
    assert str(error).splitlines() == [str(problem) for problem in problems]
