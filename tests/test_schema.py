"""What people write, checked: YAML with the line of each key, against a closed model."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, field_validator

from nashra.errors import ContentError, Problem, Severity, Words
from nashra.schema import Written, check, excerpt_of, read_yaml

FILE = "content/articles/river/ship.md"


class Cargo(BaseModel):
    model_config = ConfigDict(extra="forbid")

    what: str
    weight: int = 0


class Flag(StrEnum):
    RED = "red"
    GREEN = "green"


class Ship(BaseModel):
    """A model of every shape that a person may write."""

    model_config = ConfigDict(extra="forbid")

    name: str
    port: str
    masts: int = Field(default=1, ge=1)
    sailing: bool = False
    flag: Flag = Flag.RED
    crew: list[str] = Field(default_factory=list)
    cargo: Cargo | None = None
    holds: list[Cargo] = Field(default_factory=list)

    @field_validator("port")
    @classmethod
    def known_port(cls, written: str) -> str:
        if written == "القمر":
            raise ValueError(Words("اختر ميناء على الأرض.", "Choose a port on earth."))
        if written == "المريخ":
            raise ValueError("no words for it")
        return written


NAMES = {"الاسم": "name", "الميناء": "port", "الحمولة": "cargo", "البحارة": "crew"}


def read(text: str, *, first_line: int = 1) -> Written:
    return read_yaml(text, file=FILE, text="\n" * (first_line - 1) + text, first_line=first_line)


def faults(text: str) -> list[Problem]:
    """Give what is wrong with a ship's text, which must be something."""
    with pytest.raises(ContentError) as caught:
        check(Ship, read(text), names=NAMES)
    return list(caught.value.problems)


def places(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.excerpt) for problem in faults(text)]


class TestReading:
    @pytest.mark.parametrize(
        ("written", "value", "why"),
        [
            ("no", "no", "not false"),
            ("yes", "yes", "not true"),
            ("on", "on", "not true either"),
            ("012", "012", "not ten"),
            ("0x1F", "0x1F", "not thirty-one"),
            ("12:30", "12:30", "not seven hundred and fifty"),
            ("1_000", "1_000", "not a thousand"),
            ("1e3", "1e3", "nor is this"),
            ("1.10", "1.10", "not a number that loses its nought"),
            (".inf", ".inf", "not infinity"),
            ("2027-03-09", "2027-03-09", "not a day"),
            ("~", "~", "not nothing"),
            ("null", "null", "not nothing either"),
            ("!!int x", "x", "a tag makes no difference"),
            ("'012'", "012", "quotes go"),
            ('"سطر \\" آخر"', 'سطر " آخر', "and what they protect stays"),
            ("قارب # ملاحظة", "قارب", "a remark goes"),
            ("قارب#2", "قارب#2", "a hash in a word is no remark"),
            ("قارب #ميناء", "قارب #ميناء", "nor is a hashtag"),
            ("قارب #ميناء #بحر # ملاحظة", "قارب #ميناء #بحر", "a remark after it goes"),
            ("عاجل: قارب يصل", "عاجل: قارب يصل", "a headline may hold a colon"),
            ("قال: «نعم»: مرة", "قال: «نعم»: مرة", "or two"),
            ("سؤال وجواب:", "سؤال وجواب:", "or end with one"),
            ("it's: here", "it's: here", "beside a single quote"),
            ("'عاجل: قارب' # ملاحظة", "عاجل: قارب", "quotes do what they did"),
            ('"قارب #ميناء"', "قارب #ميناء", "both kinds"),
            ("https://example.org/: بيت", "https://example.org/: بيت", "after an address"),
            ("١٢", "١٢", "Arabic digits stay"),
            ("|\n  سطر\n  آخر\n", "سطر\nآخر\n", "lines stay lines"),
            (">\n  سطر\n  آخر\n", "سطر آخر\n", "or are folded"),
            ("", "", "nothing is nothing"),
        ],
    )
    def test_every_value_is_the_text_that_was_written(
        self, written: str, value: str, why: str
    ) -> None:
        assert read(f"a: {written}").values == {"a": value}, why

    def test_lists_and_mappings_hold_texts(self) -> None:
        assert read("a: [1, no]\nb:\n  c: 012\n  d:\n    - ~\n").values == {
            "a": ["1", "no"],
            "b": {"c": "012", "d": ["~"]},
        }

    def test_the_line_of_every_key_and_item(self) -> None:
        lines = read("a: 1\n\n# ملاحظة\nb:\n  c: 2\n  d:\n    - x\n    - e: y\n").lines

        assert lines[("a",)] == 1
        assert lines[("b",)] == 4
        assert lines["b", "c"] == 5
        assert lines["b", "d"] == 6
        assert lines["b", "d", 0] == 7
        assert lines["b", "d", 1] == 8
        assert lines["b", "d", 1, "e"] == 8

    def test_lines_are_counted_from_where_the_block_stands(self) -> None:
        assert read("\na: 1\nb: 2", first_line=5).lines[("b",)] == 7

    @pytest.mark.parametrize("text", ["", "\n\n", "# ملاحظة فقط\n"])
    def test_nothing_is_a_mapping_of_nothing(self, text: str) -> None:
        assert read(text).values == {}

    @pytest.mark.parametrize(
        "before", ["\u200f", "\u200e", "\ufeff", "\u200f\u200e"], ids=["RLM", "LRM", "BOM", "both"]
    )
    def test_what_no_one_sees_before_a_key_is_no_part_of_it(self, before: str) -> None:
        assert read(f"{before}a: 1").values == {"a": "1"}

    def test_the_line_ends_of_windows(self) -> None:
        written = read("a: 1\r\nb: 2\r\n")

        assert written.values == {"a": "1", "b": "2"}
        assert written.lines[("b",)] == 2

    def test_an_anchor_that_nobody_uses_is_no_fault(self) -> None:
        assert read("a: &x 1").values == {"a": "1"}

    @given(
        st.dictionaries(
            st.from_regex(r"[a-zا-ي]{1,8}", fullmatch=True),
            st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20),
            max_size=8,
        )
    )
    def test_what_is_written_in_quotes_is_read_as_written(self, values: dict[str, str]) -> None:
        text = "\n".join(
            f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in values.items()
        )
        written = read(text)

        assert written.values == values
        assert [written.lines[key,] for key in values] == list(range(1, len(values) + 1))

    @given(st.text(max_size=60))
    def test_any_text_is_read_or_refused_with_a_place(self, text: str) -> None:
        problems: Sequence[Problem] = ()
        try:
            read(text)
        except ContentError as error:
            problems = error.problems

        assert all(problem.line for problem in problems)


class TestWhatIsNotYaml:
    @pytest.mark.parametrize(
        ("text", "line", "said", "why"),
        [
            ("a: 1\n\tb: 2", 2, "tab", "a tab before a key"),
            ("a: 1\nb:\n\t- c", 3, "tab", "a tab before an item"),
            ("a:\n  b: سطر: آخر", 2, "second colon", "two colons under a key"),
            ("a: 1\nb @c", 3, "cannot be read", "no colon: seen where the next key should be"),
            ("a: @b", 1, "cannot be read", "a sign that YAML keeps"),
            ("a: `b`", 1, "cannot be read", "and another"),
            ("a: 1\n  b: 2", 2, "second colon|cannot be read", "a step to the side"),
            ("a: 1\n---\nb: 2", 2, "cannot be read", "two documents"),
            ("نهر", 1, "belong here", "words"),
            ("- نهر\n- بحر", 1, "belong here", "a list"),
            ("42", 1, "belong here", "a number"),
        ],
    )
    def test_its_line_and_what_to_do(self, text: str, line: int, said: str, why: str) -> None:
        with pytest.raises(ContentError, match=said) as caught:
            read(text)

        (problem,) = caught.value.problems
        assert problem.line == line, why
        assert problem.file == FILE
        assert problem.what.ar
        assert problem.remedy.ar

    @pytest.mark.parametrize("text", ["a: 1\nb: 'نهر\nc: 3\nd: 4\n", "a: 1\nb: [نهر\nc: 3\nd: 4\n"])
    def test_what_is_never_closed_is_named_where_it_opens(self, text: str) -> None:
        with pytest.raises(ContentError) as caught:
            read(text)

        assert caught.value.problems[0].line == 2

    def test_a_control_character_is_named_with_its_line(self) -> None:
        with pytest.raises(ContentError) as caught:
            read("a: 1\nb: 2\nc: نهر\x07\n")

        assert caught.value.problems[0].line == 3

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("".join(" " * deep + "a: \n" for deep in range(900)), "a blank after the colon"),
            (
                "a:\n" + "".join(" " * deep + "-\n" for deep in range(1, 900)),
                "a line after the dash",
            ),
            ("a: 1\n" + "? " * 100_000, "keys that are keys of keys"),
        ],
        ids=["mappings", "lists", "keys"],
    )
    def test_depth_is_seen_however_it_is_written(self, text: str, why: str) -> None:
        script = (
            "import sys\nfrom nashra import schema, errors\n"
            "try: schema.read_yaml(sys.stdin.read(), file='f', text='')\n"
            "except errors.ContentError: pass\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], check=False, capture_output=True, input=text.encode()
        )

        assert done.returncode == 0, why

    def test_a_key_written_twice(self) -> None:
        with pytest.raises(ContentError, match="“a” is written twice") as caught:
            read("a: 1\nb: 2\n\u200fa: 3")

        (problem,) = caught.value.problems
        assert (problem.line, problem.excerpt) == (3, "\u200fa: 3")

    def test_a_key_written_twice_inside_another(self) -> None:
        with pytest.raises(ContentError, match="“b” is written twice") as caught:
            read("a:\n  b: 1\n  b: 2\n")

        assert caught.value.problems[0].line == 3

    @pytest.mark.parametrize(
        "text",
        [
            "a: &x 1\nb: *x",
            "a: &x [1]\nb: *x",
            "a: &x {b: *x}",
            "a: &x {b: 1}\nc:\n  <<: *x",
        ],
        ids=["text", "list", "itself", "merge"],
    )
    def test_an_alias(self, text: str) -> None:
        with pytest.raises(ContentError, match="Aliases"):
            read(text)

    def test_a_bomb_of_aliases_is_refused_before_it_goes_off(self) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
        with pytest.raises(ContentError, match="Aliases"):
            read("\n".join(lines))

    def test_every_repeated_key_and_alias_is_told(self) -> None:
        with pytest.raises(ContentError) as caught:
            read("a: &x 1\na: 2\nb: 3\nb: *x\n")

        assert len(caught.value.problems) == 3

    @pytest.mark.parametrize(
        "text",
        ["a: " + "[" * 900 + "]" * 900, "a: " + "{b: " * 900 + "}" * 900],
        ids=["lists", "mappings"],
    )
    def test_deep_nesting_is_a_problem_and_no_traceback(self, text: str) -> None:
        with pytest.raises(ContentError):
            check(Ship, read(text), names={})

    def test_brackets_without_end_do_not_end_the_program(self) -> None:
        script = (
            "from nashra import schema, errors\n"
            "try: schema.read_yaml('a: ' + '[' * 200_000, file='f', text='')\n"
            "except errors.ContentError: pass\n"
        )
        done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)

        assert done.returncode == 0


class TestFaults:
    """Each kind of fault with its line; all of them at once."""

    @pytest.mark.parametrize(
        ("text", "line", "what", "remedy"),
        [
            ("port: عدن", 1, "“name” is missing", "name: …"),
            ("name: ن\nport: عدن\nسارية: ٢", 3, "Unknown key: “سارية”", "Remove"),
            ("name: ن\nport: عدن\nmats: 2", 3, "Unknown key: “mats”", "Did you mean “masts”?"),
            ("name: ن\nالمينا: عدن\nport: ع", 2, "Unknown key", "Did you mean “الميناء”?"),
            ("name: ن\nport: عدن\nالاسم: ع", 3, "“الاسم” and “name” are the same", "Keep one"),
            ("name: ن\nport: عدن\nmasts: كثيرة", 3, "“masts” is not valid", "a whole number"),
            ("name: ن\nport: عدن\nmasts: 0", 3, "“masts” is not valid", "Correct the value"),
            ("name: ن\nport: عدن\nmasts: [2]", 3, "“masts” is not valid", ""),
            ("name: ن\nport: عدن\nsailing: ربما", 3, "“sailing” is not valid", "yes or no"),
            ("name: ن\nport: عدن\nflag: أزرق", 3, "“flag” is not valid", "known values"),
            ("name: ن\nport: عدن\ncrew: هند", 3, "“crew” is not valid", "Write a list"),
            ("name: ن\nport: عدن\ncrew:\n  - هند\n  - [زيد]", 5, "“crew” is not", "text on one"),
            ("name: [ن]\nport: عدن", 1, "“name” is not valid", "text on one line"),
            ("name: ن\nport: عدن\ncargo: تمر", 3, "“cargo” is not valid", "keys of its own"),
            ("name: ن\nport: القمر", 2, "“port” is not valid", "Choose a port on earth."),
            ("name: ن\nport: المريخ", 2, "“port” is not valid", "Correct the value."),
            ("name: ن\nport: عدن\ncargo: {weight: 2}", 3, "“cargo.what” is missing", ""),
            ("name: ن\nport: عدن\ncargo:\n  what: ت\n  wieght: 2", 5, "Unknown key: “wieght”", ""),
            ("name: ن\nport: عدن\nالحمولة:\n  what: ت\n  weight: طن", 5, "not valid", "whole"),
            (
                "name: ن\nport: ع\nholds:\n  - what: ت\n  - what: م\n    weight: طن",
                6,
                "“holds” is not valid",
                "whole number",
            ),
            ("name: ن\nport: ع\nholds:\n  - what: ت\n  - weight: 2", 5, "is missing", ""),
        ],
    )
    def test_one(self, text: str, line: int, what: str, remedy: str) -> None:
        (problem,) = faults(text)

        assert problem.line == line
        assert problem.excerpt == text.splitlines()[line - 1]
        assert what in problem.what.en
        assert remedy in problem.remedy.en
        assert problem.what.ar
        assert problem.remedy.ar
        assert problem.severity is Severity.ERROR

    def test_a_key_without_a_value_is_as_good_as_none(self) -> None:
        ship = check(Ship, read("name: ن\nport: عدن\nmasts:\ncrew:\n"), names=NAMES)

        assert (ship.masts, ship.crew) == (1, [])
        assert "“name” is missing" in faults("name:\nport: عدن")[0].what.en

    def test_blanks_are_as_good_as_no_value(self) -> None:
        assert "“name” is missing" in faults("name: '  '\nport: عدن")[0].what.en

    def test_all_of_them_in_the_order_of_their_lines(self) -> None:
        text = "masts: x\nnmae: ن\nsailing: ربما\ncargo:\n  what: [1]\n  wieght: 2\n"

        assert [line for line, _ in places(text)] == [1, 1, 1, 2, 3, 5, 6]

    def test_a_fault_of_a_nested_key_stands_at_the_key(self) -> None:
        assert places("name: ن\nport: ع\ncargo:\n  what: ت\n  weight: طن\n") == [
            (5, "  weight: طن")
        ]

    @pytest.mark.parametrize("key", ["[أ، ب]", "{ب: ت}", "? [أ]\n"])
    def test_a_key_that_is_no_text_is_shown_as_it_was_written(self, key: str) -> None:
        (problem,) = faults(f"name: ن\nport: ع\n{key}: 1")

        assert problem.line == 3
        assert "Node" not in problem.what.en, "and not as the parser calls it"

    def test_arabic_names_and_english_ones_give_the_same(self) -> None:
        arabic = check(Ship, read("الاسم: ن\nالميناء: عدن\nالبحارة: [هند]"), names=NAMES)

        assert arabic == check(Ship, read("name: ن\nport: عدن\ncrew: [هند]"), names=NAMES)

    def test_a_notice_may_be_made_of_a_place(self) -> None:
        words = Words("انظر", "look")
        written = read("a: 1\nb:\n  c: 2\n")

        assert written.problem(("b", "c"), words, words, Severity.NOTICE).line == 3
        assert written.problem(("b", "x", 0), words, words).line == 2, "the nearest that has a line"
        assert written.problem(("x",), words, words).line == 1, "at last the block's own"


@pytest.mark.parametrize(
    ("line", "excerpt"), [(1, "a"), (2, "  b"), (3, ""), (0, ""), (None, ""), (99, "")]
)
def test_an_excerpt_is_the_line_or_nothing(line: int | None, excerpt: str) -> None:
    assert excerpt_of(("a", "  b  "), line) == excerpt
