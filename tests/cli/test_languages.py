"""The command line in Arabic and in English: help, mistakes and messages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from nashra.cli import _COMMANDS, _nashra, speech, spoken
from nashra.cli.speech import Speech
from nashra.errors import Words
from tests.sites import Site, story

ARABIC = re.compile("[\u0600-\u06ff]")
DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WIDE = 80


def nashra(*arguments: str, cwd: Path, **locale: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does whose locale is known."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(
        [sys.executable, "-m", "nashra", *arguments],
        cwd=cwd,
        env={**plain, "LANG": "C.UTF-8", **locale},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def commands() -> Iterator[tuple[str, click.Command]]:
    yield "nashra", _nashra
    context = click.Context(_nashra)
    for name in _COMMANDS:
        command = _nashra.get_command(context, name)
        assert command is not None
        yield name, command


def both(words: Words) -> bool:
    return bool(ARABIC.search(words.ar)) and bool(words.en) and words.ar != words.en


def help_of(name: str, said: Speech) -> str:
    whole = click.Context(_nashra, info_name="nashra", obj=said, help_option_names=["-h", "--help"])
    command = dict(commands())[name]
    return command.get_help(
        whole if name == "nashra" else click.Context(command, whole, info_name=name)
    )


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_and_option_has_a_text_in_both_languages(
    name: str, command: click.Command
) -> None:
    assert isinstance(command, spoken.Spoken), f"{name} is made with spoken.command"
    assert both(command.words), name
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert isinstance(parameter, spoken.SpokenOption), f"{name} {parameter.name}"
            assert both(parameter.words), f"{name} {parameter.name}"


def test_every_command_has_a_line_in_both_languages() -> None:
    for name, (_, line) in _COMMANDS.items():
        assert both(line), name


@pytest.mark.parametrize("name", ["nashra", *_COMMANDS])
def test_arabic_help_is_arabic_and_fits_a_terminal_of_any_kind(name: str) -> None:
    text = help_of(name, Speech.ARABIC)

    assert text.startswith("الاستعمال: nashra")
    assert "\nالخيارات:\n" in text
    assert not DIRECTION_CONTROLS.search(text)
    rows = text.partition("\nالخيارات:\n")[2].splitlines()
    for line in rows:
        assert len(line) < WIDE
        assert not line.startswith("     "), "no row goes on in a second line, which has no column"
        if line.startswith("  "):
            column, _, said = line.strip().partition("  ")
            assert not ARABIC.search(column), "the left column is Latin"
            assert ARABIC.search(said), line


@pytest.mark.parametrize("name", ["nashra", *_COMMANDS])
def test_english_help_is_english(name: str) -> None:
    text = help_of(name, Speech.ENGLISH)

    assert text.startswith("Usage: nashra")
    assert not ARABIC.search(text.replace("(نشرة)", ""))


@pytest.mark.parametrize(
    ("locale", "arabic", "why"),
    [
        ({}, False, "none"),
        ({"LANG": "ar_EG.UTF-8"}, True, "LANG"),
        ({"LANG": "ar"}, True, "a language alone"),
        ({"LC_MESSAGES": "ar_SA.UTF-8"}, True, "LC_MESSAGES before LANG"),
        ({"LC_ALL": "C", "LANG": "ar_EG.UTF-8"}, False, "LC_ALL before all"),
        ({"LC_ALL": "", "LANG": "ar_EG.UTF-8"}, True, "an empty one says nothing"),
        ({"LANG": "arn_CL.UTF-8"}, False, "another language"),
        ({"LANG": "fa_IR.UTF-8"}, False, "a neighbour"),
    ],
)
def test_the_locale_chooses(
    monkeypatch: pytest.MonkeyPatch,
    locale: dict[str, str],
    arabic: object,
    why: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert (speech.of_help() is Speech.ARABIC) is arabic, why
    assert speech.of_site("en") is (Speech.ARABIC if arabic else Speech.ENGLISH), why
    assert speech.of_site("ar") is (Speech.ARABIC if arabic else Speech.BOTH), why


@pytest.mark.parametrize(
    ("arguments", "ordered"),
    [
        (["build", "--lang", "ar"], ["--lang", "ar", "build"]),
        (["build", "--lang=ar", "--quiet"], ["--lang=ar", "build", "--quiet"]),
        (["--lang", "en", "new", "x"], ["--lang", "en", "new", "x"]),
        (["new", "--", "--lang"], ["new", "--", "--lang"]),
        (["build", "--lang"], ["--lang", "build"]),
        ([], []),
    ],
)
def test_the_language_may_be_asked_for_anywhere(arguments: list[str], ordered: list[str]) -> None:
    assert speech.to_front(arguments) == ordered


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--foo"], "لا خيار اسمه --foo."),
        (["build", "--quite"], "لعلك تريد --quiet"),
        (["buidl"], "لا أمر اسمه buidl."),
        (["new"], "ينقص FOLDER."),
        (["new", "a", "b"], "كلمات زائدة"),
        (["build", "--jobs"], "يلزم الخيار --jobs قيمة."),
        (["build", "--quiet=yes"], "لا قيمة للخيار --quiet."),
        (["build", "--jobs", "0"], "قيمة --jobs غير صالحة: 0 ليس في المدى x>=1."),
        (["build", "--jobs", "x"], "قيمة --jobs غير صالحة: x ليس عددا صحيحا."),
        (["build", "--site", "nowhere"], "قيمة --site غير صالحة: لا وجود للمسار nowhere."),
        (["build", "--now", "غدا"], "قيمة --now غير صالحة: غدا ليس تاريخا"),
        (["import", "nowhere"], "لا وجود للمسار nowhere."),
        (["import", "config.yaml", "--date", "x"], "قيمة --date غير صالحة: x ليس تاريخا"),
        (["new", "themes"], "المجلد themes موجود وليس فارغا."),
        (["check", "--fix"], "أضف --copy."),
        (["check", "--copy", "--except", "x"], "لا قاعدة اسمها x."),
        (["--lang", "fr", "build"], "fr"),
    ],
)
def test_mistakes_are_told_in_arabic(site: Site, arguments: list[str], said: str) -> None:
    done = nashra(*arguments, cwd=site.root, LANG="ar_EG.UTF-8")

    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.startswith("الاستعمال:") or "خطأ: " in done.stderr
    assert not re.search("Usage|Error|Try ", done.stderr)


def test_mistakes_are_told_in_english_where_it_is_asked_for(site: Site) -> None:
    done = nashra("check", "--fix", "--lang", "en", cwd=site.root, LANG="ar_EG.UTF-8")

    assert done.returncode == 2
    assert done.stderr.startswith("Usage:")
    assert not ARABIC.search(done.stderr)


def test_version(site: Site) -> None:
    assert re.fullmatch(r"nashra, version [\d.]+\n", nashra("--version", cwd=site.root).stdout)
    arabic = nashra("--version", "--lang", "ar", cwd=site.root).stdout
    assert re.fullmatch(r"نشرة nashra، الإصدار [\d.]+\n", arabic)


class TestMessages:
    @pytest.fixture
    def faulty(self, site: Site) -> Site:
        site.write(f"-- content/articles/a.md --\n{story('خبر', auther='ليلى')}")
        return site

    def test_a_site_is_spoken_of_in_its_own_language_and_in_english(self, faulty: Site) -> None:
        done = nashra("check", cwd=faulty.root)
        assert "خطأ error" in done.stderr
        assert "أخطاء: 1" in done.stdout
        assert "errors: 1" in done.stdout

    @pytest.mark.parametrize("asked", [["--lang", "ar"], []])
    def test_in_arabic_alone(self, faulty: Site, asked: list[str]) -> None:
        locale = {} if asked else {"LANG": "ar_EG.UTF-8"}
        done = nashra("check", *asked, cwd=faulty.root, **locale)
        assert "مفتاح غير معروف" in done.stderr
        assert "Unknown key" not in done.stderr
        assert done.stdout == "أخطاء: 1 · تنبيهات: 0\n"

    def test_in_english_alone(self, faulty: Site) -> None:
        done = nashra("build", "--lang", "en", cwd=faulty.root)
        assert not ARABIC.search(done.stderr.replace("خبر", "").replace("ليلى", ""))
        assert "stories: " in done.stdout

    def test_where_there_is_no_site(self, tmp_path: Path) -> None:
        assert "There is no config.yaml" in nashra("build", cwd=tmp_path).stderr
        arabic = nashra("build", "--lang", "ar", cwd=tmp_path).stderr
        assert "لا يوجد ملف config.yaml" in arabic
        assert "There is no" not in arabic


class TestCopy:
    BODY = "عاد  الصيادون , فى المساء."

    def test_slips_are_told_and_counted_and_leave_with_nought(self, site: Site) -> None:
        site.write(f"-- content/articles/a.md --\n{story('خبر', body=self.BODY)}")
        done = nashra("check", "--copy", cwd=site.root)

        assert done.returncode == 0
        assert "content/articles/a.md:6:4" in done.stderr
        assert "[ya-ending]" in done.stderr
        assert "texts: 1, notices: 5" in done.stdout
        assert "     1  latin-comma" in done.stdout

    def test_what_is_certain_is_put_right_and_told(self, site: Site) -> None:
        site.write(f"-- content/articles/a.md --\n{story('خبر', body=self.BODY)}")
        done = nashra("check", "--copy", "--fix", "--lang", "en", cwd=site.root)

        assert "عاد الصيادون، فى المساء." in (site.root / "content/articles/a.md").read_text(
            "utf-8"
        )
        assert "fixed content/articles/a.md:6:4" in done.stdout
        assert "texts: 1, notices: 2, put right: 3 (files: 1)" in done.stdout

    def test_rules_may_be_off(self, site: Site) -> None:
        site.write(f"-- content/articles/a.md --\n{story('خبر', body=self.BODY)}")
        config = site.root / "config.yaml"
        config.write_text(f"{config.read_text('utf-8')}التدقيق: {{إيقاف: [ya-ending]}}\n", "utf-8")
        done = nashra("check", "--copy", "--except", "summary-missing", cwd=site.root)

        assert "ya-ending" not in done.stderr + done.stdout
        assert "summary-missing" not in done.stderr + done.stdout
        assert "latin-comma" in done.stdout

    def test_only_the_files_that_are_named_are_read(self, site: Site) -> None:
        site.write(
            f"-- content/articles/a.md --\n{story('خبر', body=self.BODY)}\n"
            f"-- content/articles/b.md --\n{story('خبر', body=self.BODY)}"
        )
        done = nashra("check", "--copy", "content/articles/b.md", cwd=site.root)
        assert "a.md" not in done.stderr

    def test_a_file_that_cannot_be_read_leaves_with_one(self, site: Site) -> None:
        site.write("-- content/articles/a.md --\n---\ntitle: [\n---\n")
        done = nashra("check", "--copy", cwd=site.root)
        assert done.returncode == 1
        assert "errors: 1" in done.stdout

    def test_a_rule_that_no_one_knows_is_a_fault_of_the_configuration(self, site: Site) -> None:
        config = site.root / "config.yaml"
        config.write_text(f"{config.read_text('utf-8')}copy_desk: {{off: [comas]}}\n", "utf-8")
        done = nashra("check", "--copy", cwd=site.root)
        assert done.returncode == 2
        assert "latin-comma" in done.stderr, "the names there are"
