"""The copy desk on files: where each slip stands, and what the pen leaves alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nashra.check.copy_desk import Checked, Desk, check_batch, files
from nashra.content.front_matter import split
from nashra.language.copy_desk.desk import essence

FILE = "content/articles/science/2026/11/خبر.md"


def write(root: Path, data: bytes, file: str = FILE) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def check(root: Path, *, fix: bool = False, desk: Desk | None = None) -> Checked:
    (checked,) = check_batch(desk or Desk("ar", fix=fix), files(root, ()))
    return checked


def told(checked: Checked) -> list[tuple[str, int | None, int | None]]:
    return [(slip.rule, slip.problem.line, slip.problem.column) for slip in checked.slips]


def story(body: str, **fields: str) -> bytes:
    head = {"title": "خبر", "summary": "مقدمة", **fields}
    lines = "\n".join(f"{key}: {value}" for key, value in head.items() if value)
    return f"---\n{lines}\n---\n\n{body}\n".encode()


class TestTelling:
    def test_a_slip_has_a_file_a_line_a_character_and_a_way_out(self, tmp_path: Path) -> None:
        write(tmp_path, story("الفقرة الأولى.\n\nعاد الصيادون, ثم رحلوا."))
        (slip,) = check(tmp_path).slips

        assert slip.problem.place == f"{FILE}:8:13"
        assert slip.problem.excerpt == "عاد الصيادون, ثم رحلوا."
        assert "[latin-comma]" in slip.problem.what.ar
        assert slip.problem.remedy.en == "Write “،”."

    def test_a_long_line_is_shown_around_the_slip(self, tmp_path: Path) -> None:
        write(tmp_path, story("كلمة أخرى " * 50 + "عاد,  " + "ثم كلمة " * 50))
        (first, *_) = check(tmp_path).slips

        assert "عاد," in first.problem.excerpt
        assert len(first.problem.excerpt) < 110

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", "\u200f".encode()])
    def test_places_hold_whatever_the_line_ends(
        self, tmp_path: Path, end: str, mark: bytes
    ) -> None:
        data = story("الأولى.\n\nعاد,  ثم").replace(b"\n", end.encode())
        write(tmp_path, mark + data)
        assert told(check(tmp_path)) == [("latin-comma", 8, 4), ("doubled-space", 8, 5)]

    @pytest.mark.parametrize(
        ("fields", "rules", "why"),
        [
            ({"title": "خبر."}, ["headline-stop"], "a headline's end"),
            ({"summary": ""}, ["summary-missing"], "no standfirst"),
            ({"summary": "كلمة " * 50}, ["summary-long"], "a long one"),
            ({"image": "{src: 'a,  b.jpg', alt: في  البحر}"}, ["doubled-space"], "alt, not src"),
            ({"tags": "[بحر,  بر]", "source": "وكالة  كذا"}, [], "keys that are no copy"),
            ({"corrections": "[{date: 2026-11-20, text: كان  كذا}]"}, ["doubled-space"], "a text"),
        ],
    )
    def test_front_matter(
        self, tmp_path: Path, fields: dict[str, str], rules: list[str], why: str
    ) -> None:
        write(tmp_path, story("نص.", **fields))
        assert [slip.rule for slip in check(tmp_path).slips] == rules, why

    def test_a_rule_that_is_off_is_not_told(self, tmp_path: Path) -> None:
        write(tmp_path, story("عاد,  ثم"))
        desk = Desk("ar", frozenset({"doubled-space"}))
        assert [slip.rule for slip in check(tmp_path, desk=desk).slips] == ["latin-comma"]

    def test_a_story_is_read_in_its_own_language_or_its_editions(self, tmp_path: Path) -> None:
        write(tmp_path, story("مدرسه", lang="fa"))
        assert check(tmp_path).slips == ()

        path = write(tmp_path, story("كتاب"), "content/fa/articles/a.md")
        desk = Desk("ar", editions=("fa",))
        (one,) = check_batch(desk, files(tmp_path, [path], ["fa"]))
        assert [slip.rule for slip in one.slips] == ["persian-letter"]

    def test_a_file_that_cannot_be_read_is_an_error_like_any(self, tmp_path: Path) -> None:
        write(tmp_path, "نص".encode("utf-16"))
        assert "UTF-8" in check(tmp_path).failed[0].what.en

        write(tmp_path, b"---\ntitle: [\n---\n")
        assert check(tmp_path).failed[0].line == 3


class TestPuttingRight:
    def test_only_what_is_certain_changes_and_all_else_stays_byte_for_byte(
        self, tmp_path: Path
    ) -> None:
        before = (
            b"\xef\xbb\xbf"
            + (
                "---\r\nالعنوان: عاجل:  عودة , السلاحف # ملاحظة  أولى\r\n"
                "الملخص: 'قال  «نعم» , ومضى'\r\ntags: [بحر,  بر]\r\n---\r\n"
                "نص  هنا , `كود  , كود`  و[رابط  آخر](a,  b)\r\n\r\n```\r\nكود  ,\r\n```\r\n"
                "فى  المساء"
            ).encode()
        )
        path = write(tmp_path, before)
        path.chmod(0o640)
        checked = check(tmp_path, fix=True)

        assert path.read_bytes() == (
            b"\xef\xbb\xbf"
            + (
                "---\r\nالعنوان: عاجل: عودة، السلاحف # ملاحظة  أولى\r\n"
                "الملخص: 'قال «نعم»، ومضى'\r\ntags: [بحر,  بر]\r\n---\r\n"
                "نص هنا, `كود  , كود`  و[رابط آخر](a,  b)\r\n\r\n```\r\nكود  ,\r\n```\r\n"
                "فى المساء"
            ).encode()
        )
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert {slip.rule for slip in checked.slips} == {"latin-comma", "ya-ending"}
        assert checked.fixed[0].problem.line == 2

    def test_a_second_time_there_is_nothing_to_write(self, tmp_path: Path) -> None:
        path = write(tmp_path, story("عاد  الصيادون , ثم"))
        check(tmp_path, fix=True)
        before = path.stat()
        checked = check(tmp_path, fix=True)

        assert checked.fixed == ()
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)

    def test_a_link_to_a_file_stays_a_link(self, tmp_path: Path) -> None:
        real = write(tmp_path, story("عاد  الصيادون"), "elsewhere/a.md")
        link = tmp_path / FILE
        link.parent.mkdir(parents=True)
        link.symlink_to(real)
        check(tmp_path, fix=True)

        assert link.is_symlink()
        assert "عاد الصيادون" in real.read_text("utf-8")

    @pytest.mark.parametrize(
        ("body", "why"),
        [
            ("[مرجـع] هنا\n\n[مرجـع]: http://a.b/", "the name of an address must find it"),
            ("\u200b# ليس عنوانا", "what keeps a line from being a heading"),
            ("[نص] : ثم", "a colon behind a bracket begins a definition"),
        ],
    )
    def test_what_would_change_the_page_stays(self, tmp_path: Path, body: str, why: str) -> None:
        path = write(tmp_path, story(body))
        before = path.read_bytes()
        check(tmp_path, fix=True)
        assert path.read_bytes() == before, why

    @settings(
        max_examples=150,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        title=st.text(st.sampled_from("اب ,،؟?:#'\"[]{}-&*!|>\u200fـ«»"), max_size=20),
        body=st.text(st.sampled_from("اب ,؟?`#*-[]():\n\t>ـ\u200f.1"), max_size=60),
    )
    def test_the_front_matter_reads_as_before(self, tmp_path: Path, title: str, body: str) -> None:
        data = f"---\ntags: [أ,  ب]\ntitle: ا{title}\nsource: س  ص\n---\n{body}".encode()
        path = write(tmp_path, data)
        checked = check(tmp_path, fix=True)
        if checked.failed:
            assert path.read_bytes() == data
            return
        before = split(data.decode(), file="f").written.values
        after = split(path.read_text("utf-8"), file="f").written.values

        assert essence(str(after.pop("title"))) == essence(str(before.pop("title")))
        assert after == before
        again = path.read_bytes()
        check(tmp_path, fix=True)
        assert path.read_bytes() == again


def test_files_are_those_named_or_all_of_content(tmp_path: Path) -> None:
    write(tmp_path, story("نص."))
    write(tmp_path, b"x", "content/media/a.md.jpg")
    write(tmp_path, story("نص."), "content/en/articles/a.md")
    copy = write(tmp_path, "عنوان\nنص  هنا".encode(), "copy/a.txt")

    assert [seen.file for seen in files(tmp_path, ())] == [FILE]
    assert len(files(tmp_path, (), ["en"])) == 2
    assert [seen.file for seen in files(tmp_path, [copy.parent, copy])] == ["copy/a.txt"]
    (checked,) = check_batch(Desk("ar"), files(tmp_path, [copy]))
    assert told(checked) == [("doubled-space", 2, 3)]
