"""`nashra import`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from nashra import whole
from nashra.cli.import_copy import command
from nashra.cli.spoken import Wrong
from nashra.importers.inbox import section_folder
from tests.sites import Site

HEADLINE = "عصفور يبني عشه"
SLUG = "عصفور-يبني-عشه"
TEXT = f"{HEADLINE}\nفي صندوق البريد.\nبنى عصفور عشه في صندوق.\nوينتظر السكان الفراخ."
DATE = ("--date", "2026-11-23 09:30")
INBOX = "content/inbox"
IMPORTED = f"{INBOX}/imported"
REFUSED = f"{INBOX}/refused"
LONG_AGO = 1_700_000_000
RECEIPTS = f"{INBOX}/receipts.json"
ARTICLE = f"content/articles/sport/2026/11/{SLUG}.md"
SECOND_ARTICLE = f"content/articles/sport/2026/11/{SLUG}-2.md"


@dataclass(frozen=True)
class Said:
    """What a run of the command came to."""

    code: int
    out: str
    problems: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Desk:
    """A newsroom's site, and the command run in it."""

    site: Site

    def drop(self, text: str | bytes, file: str = f"{INBOX}/sport/x.txt") -> Path:
        path = self.site.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (LONG_AGO, LONG_AGO))
        return path

    def put_back(self) -> None:
        """Drop again what was imported."""
        for path in sorted((self.site.root / IMPORTED).rglob("*.txt")):
            path.rename(self.site.root / INBOX / path.relative_to(self.site.root / IMPORTED))

    def take(
        self, *options: str, files: tuple[Path, ...] = (), date: tuple[str, ...] = DATE
    ) -> Said:
        """Import the inbox, or the files that are named."""
        root = self.site.root
        named = map(str, files or (root / INBOX,))
        result = CliRunner().invoke(
            command, ["--site", str(root), *date, *options, *named], standalone_mode=False
        )
        if result.exception:
            raise result.exception
        return Said(result.return_value, result.stdout, result.stderr)

    def read(self, file: str = ARTICLE) -> str:
        return (self.site.root / file).read_text("utf-8")

    def write(self, text: str, file: str = ARTICLE) -> None:
        self.drop(text, file)

    def files(self) -> dict[str, bytes]:
        content = self.site.root / "content"
        return {
            path.relative_to(self.site.root).as_posix(): path.read_bytes()
            for path in sorted(content.rglob("*"))
            if path.is_file()
        }

    def articles(self) -> list[str]:
        return [file for file in self.files() if file.startswith("content/articles/")]


@pytest.fixture
def desk(site: Site) -> Desk:
    (site.root / INBOX).mkdir(parents=True)
    return Desk(site)


def test_a_text_becomes_an_article_that_builds(desk: Desk) -> None:
    desk.drop(TEXT)

    said = desk.take("--author", "منى", "--author", "سلوى", "--source", "السنونو")

    assert said.code == 0
    assert said.lines == [
        f"استوردت / imported {INBOX}/sport/x.txt → {ARTICLE}",
        "استوردت: 1 / imported: 1",
    ]
    assert desk.read() == (
        f"---\ntitle: {HEADLINE}\nslug: {SLUG}\nsummary: في صندوق البريد.\n"
        "date: 2026-11-23 09:30+04:00\nsection: sport\nauthors:\n  - منى\n  - سلوى\n"
        "source: السنونو\n---\n\nبنى عصفور عشه في صندوق.\n\nوينتظر السكان الفراخ.\n"
    )
    assert not desk.site.build().failed
    assert HEADLINE in desk.site.page(f"/sport/2026/11/{SLUG}/")


def test_the_receipt_names_the_text_its_article_and_what_was_written(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()

    ((digest, receipt),) = json.loads(desk.read(RECEIPTS)).items()
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert receipt["article"] == ARTICLE
    assert receipt["source"] == f"{IMPORTED}/sport/x.txt", "where it lies now"
    assert re.fullmatch("[0-9a-f]{64}", receipt["written"])


@pytest.mark.parametrize(
    ("date", "month", "written", "why"),
    [
        ("2026-11-23", "2026/11", "2026-11-23 00:00+04:00", "a day begins at midnight"),
        ("٢٣ نوفمبر ٢٠٢٦", "2026/11", "2026-11-23 00:00+04:00", "as newsrooms spell it"),
        ("2026-11-23 9:30:15", "2026/11", "2026-11-23 09:30:15+04:00", "seconds that were written"),
        (
            "2026-11-30T21:00:00+00:00",
            "2026/12",
            "2026-12-01 01:00+04:00",
            "the month is the one of the site's zone",
        ),
    ],
)
def test_a_date_is_read_in_the_sites_zone(
    desk: Desk, date: str, month: str, written: str, why: str
) -> None:
    desk.drop(TEXT)
    desk.take(date=("--date", date))

    assert f"date: {written}\n" in desk.read(f"content/articles/sport/{month}/{SLUG}.md"), why


def test_without_a_date_the_clock_gives_this_minute(desk: Desk) -> None:
    desk.drop(TEXT)
    before = datetime.now(UTC).replace(second=0, microsecond=0)
    desk.take(date=())
    after = datetime.now(UTC)

    (article,) = desk.articles()
    match = re.search(r"^date: (\S+ \d\d:\d\d)\+04:00$", desk.read(article), re.MULTILINE)
    assert match
    assert before <= datetime.fromisoformat(f"{match[1]}+04:00") <= after


@pytest.mark.parametrize(
    ("file", "options", "section", "why"),
    [
        (f"{INBOX}/sport/x.txt", (), "sport", "the inbox's folder names it by its slug"),
        (f"{INBOX}/رياضة/x.txt", (), "sport", "or by its name"),
        (f"{INBOX}/رياضه/x.txt", (), "sport", "as readers spell it"),
        (f"{INBOX}/sport/2026/x.txt", (), "sport", "folders below make no difference"),
        (f"{INBOX}/سينما/x.txt", (), "سينما", "one that the configuration does not know"),
        (f"{INBOX}/x.txt", (), "science", "no folder: the configuration's first"),
        (f"{INBOX}/!/x.txt", (), "science", "a folder without a letter names none"),
        ("drop/x.txt", (), "science", "elsewhere in the site: the configuration's first"),
        ("../drop/x.txt", (), "science", "outside the site: the same"),
        (f"{INBOX}/sport/x.txt", ("--section", "علوم"), "science", "the option rules"),
    ],
)
def test_the_section_is_told_or_found(
    desk: Desk, file: str, options: tuple[str, ...], section: str, why: str
) -> None:
    path = desk.drop(TEXT, file)
    said = desk.take(*options, files=(path,))

    assert said.code == 0
    assert desk.articles() == [f"content/articles/{section}/2026/11/{SLUG}.md"], why


def test_a_site_without_sections_files_its_stories_under_news(desk: Desk) -> None:
    desk.site.write("-- config.yaml --\nname: السنونو\naddress: https://example.org/\n")
    desk.drop(TEXT, f"{INBOX}/x.txt")
    desk.take()

    assert desk.articles() == [f"content/articles/news/2026/11/{SLUG}.md"]


def test_only_a_folder_of_the_inbox_names_a_section() -> None:
    assert section_folder("content/inbox/sport/a.txt") == "sport"
    assert section_folder("content/inbox/a.txt") == ""
    assert section_folder("elsewhere/content/inbox/sport/a.txt") == ""


def test_a_folder_gives_every_text_below_it_in_order(desk: Desk) -> None:
    for file in ("b.txt", "a.TXT", "ج/d.txt", ".hidden.txt", ".git/e.txt", "~lock.txt", "n.odt"):
        desk.drop(f"عنوان {file}\nنص.", f"{INBOX}/{file}")

    said = desk.take()

    assert [line.split()[3] for line in said.lines[:-1]] == [
        f"{INBOX}/a.TXT",
        f"{INBOX}/b.txt",
        f"{INBOX}/ج/d.txt",
    ]
    assert said.lines[-1] == "استوردت: 3 / imported: 3"


def test_a_text_that_is_named_twice_is_imported_once(desk: Desk) -> None:
    path = desk.drop(TEXT)

    said = desk.take(files=(path, desk.site.root / INBOX, path))

    assert said.lines[-1] == "استوردت: 1 / imported: 1"


def test_a_folder_without_texts_is_said_and_no_fault(desk: Desk) -> None:
    said = desk.take()

    assert said.code == 0
    assert said.out.startswith("لا شيء يُستورد في ")
    assert f"/ nothing to import in {desk.site.root / INBOX}" in said.out
    assert desk.files() == {}


def test_an_english_newsroom_reads_english_alone(desk: Desk) -> None:
    desk.site.write("-- config.yaml --\nname: Swift\naddress: https://example.org/\nlanguage: en\n")
    desk.drop("A bird\nIt nests.", f"{INBOX}/x.txt")

    assert desk.take().lines == [
        f"imported {INBOX}/x.txt → content/articles/news/2026/11/a-bird.md",
        "imported: 1",
    ]


def test_a_headline_without_a_letter_gets_a_steady_address(desk: Desk) -> None:
    desk.drop("؟!\nنص الخبر.")
    desk.take()

    (article,) = desk.articles()
    assert re.fullmatch(r"content/articles/sport/2026/11/[0-9a-f]{12}\.md", article)
    assert not desk.site.build().problems


def test_a_text_without_a_headline_is_imported_with_a_notice(desk: Desk) -> None:
    desk.drop("كلمة " * 60 + "\nنص.")
    said = desk.take()

    assert said.code == 0
    assert "تنبيه notice" in said.problems
    assert "Give the article a headline." in said.problems
    assert len(desk.articles()) == 1


# A second import


def test_a_second_import_changes_nothing(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    before = desk.files()
    desk.put_back()

    said = desk.take(date=())

    assert said.code == 0
    assert said.lines == [
        f"مستورد من قبل / already imported {INBOX}/sport/x.txt → {ARTICLE}",
        "مستورد من قبل: 1 / already imported: 1",
    ]
    assert desk.files() == before


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace("\n", "\r\n"), "Windows line ends"),
        (lambda text: f"\ufeff{text}\n", "a mark and a line end"),
    ],
)
def test_a_text_that_an_editor_saved_otherwise_is_the_same(
    desk: Desk, change: Callable[[str], str], why: str
) -> None:
    desk.drop(TEXT)
    desk.take()
    before = desk.read()
    desk.drop(change(TEXT))

    assert "already imported" in desk.take().out, why
    assert desk.read() == before


def test_an_article_that_a_person_edited_stays_as_it_is(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.write(desk.read() + "\nسطر من المحررة.\n")
    before = desk.files()
    desk.put_back()

    said = desk.take()

    assert (said.code, said.problems) == (0, "")
    assert "already imported" in said.out
    assert desk.files() == before


def test_an_article_that_a_person_deleted_stays_deleted(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.site.remove(ARTICLE)

    for text in (TEXT, f"{TEXT}\nوطار الفرخ."):
        desk.drop(text)
        said = desk.take()

        assert said.code == 0
        assert "left deleted" in said.out
        assert "تنبيه notice" in said.problems
        assert ARTICLE in said.problems
        assert desk.articles() == []


def test_the_same_text_in_another_folder_is_the_same_story(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.put_back()
    desk.drop(TEXT, f"{INBOX}/science/y.txt")

    assert desk.take().lines[-1] == "مستورد من قبل: 2 / already imported: 2"
    assert desk.articles() == [ARTICLE]


def test_a_text_that_was_moved_and_then_changed_is_still_its_article(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.site.remove(f"{IMPORTED}/sport/x.txt")
    desk.drop(TEXT, f"{INBOX}/science/y.txt")
    desk.take()
    desk.drop(f"{TEXT}\nوطار الفرخ.", f"{INBOX}/science/y.txt")

    assert "updated" in desk.take().out
    assert desk.articles() == [ARTICLE]


# A text that changed


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{TEXT}\nوطار الفرخ الأول.", "a paragraph more"),
        (TEXT.replace("عش", "بيت"), "another headline over much the same text"),
        (f"{HEADLINE}\nنص جديد كله.", "another text under the same headline"),
    ],
)
def test_a_text_that_changed_brings_its_article_up_to_date(desk: Desk, text: str, why: str) -> None:
    desk.drop(TEXT)
    desk.take("--author", "منى", "--source", "السنونو")
    desk.drop(text)

    said = desk.take(date=("--date", "2027-01-02"))

    assert said.code == 0
    assert f"حدّثت / updated {INBOX}/sport/x.txt → {ARTICLE}" in said.out, why
    assert desk.articles() == [ARTICLE], "the address stays"
    article = desk.read()
    assert text.splitlines()[-1] in article
    assert f"title: {text.splitlines()[0]}\n" in article
    assert f"slug: {SLUG}\n" in article
    assert "date: 2026-11-23 09:30+04:00\n" in article
    assert "  - منى\n" in article, "who wrote it stays"
    assert "source: السنونو\n" in article
    desk.drop(text)
    assert "already imported" in desk.take().out


def test_a_text_that_changed_back_brings_its_article_back(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    before = desk.read()
    desk.drop(f"{TEXT}\nوطار الفرخ.")
    desk.take()
    desk.drop(TEXT)

    assert "updated" in desk.take().out
    assert desk.read() == before


def test_an_author_named_anew_takes_the_former_ones_place(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take("--author", "منى")
    desk.drop(f"{TEXT}\nوطار الفرخ.")
    desk.take("--author", "سلوى")

    assert "authors:\n  - سلوى\n---" in desk.read()


def test_a_change_never_overwrites_what_a_person_edited(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.write(desk.read().replace("السكان", "الجيران"))
    before = desk.read()

    for _ in range(2):
        desk.drop(f"{TEXT}\nوطار الفرخ.")
        said = desk.take()
        assert said.code == 1
        assert said.lines[-1] == "لم أستورد: 1 / refused: 1"
        assert "خطأ error" in said.problems
        assert f"{INBOX}/sport/x.txt" in said.problems
        assert ARTICLE in said.problems
        assert desk.read() == before


@pytest.mark.parametrize("edited", ["", "نص بلا مقدمة", "---\ntitle: [\n---\n"])
def test_an_article_that_was_edited_beyond_reading_is_not_touched(desk: Desk, edited: str) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.write(edited)
    desk.drop(f"{TEXT}\nوطار الفرخ.")

    assert desk.take().code == 1
    assert desk.read() == edited


def test_a_person_who_makes_the_same_change_settles_it(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.write(f"{desk.read()}\nوطار الفرخ.\n")
    desk.drop(f"{TEXT}\nوطار الفرخ.")

    assert "already imported" in desk.take().out


def test_another_story_under_a_used_file_name_is_another_article(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    first = desk.read()
    desk.drop("سلحفاة تعبر الطريق\nبلا عجلة.\nعبرت سلحفاة الطريق.\nوانتظر السائقون.")

    assert "imported" in desk.take().out
    assert len(desk.articles()) == 2
    assert desk.read() == first, "no story is lost"


# A place that is taken


def test_two_stories_with_one_headline_do_not_cost_one_of_them(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.drop(f"{HEADLINE}\nعصفور آخر في حي آخر.", f"{INBOX}/sport/y.txt")

    said = desk.take()

    assert said.code == 0
    assert said.lines[-1] == "استوردت: 2 / imported: 2"
    assert "تنبيه notice" in said.problems
    assert f"{INBOX}/sport/y.txt" in said.problems
    assert "في صندوق" in desk.read()
    assert "عصفور آخر" in desk.read(SECOND_ARTICLE)
    desk.put_back()
    assert desk.take().lines[-1] == "مستورد من قبل: 2 / already imported: 2"


def test_one_story_that_came_twice_is_not_doubled(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.drop(f"{TEXT}\nوطار الفرخ.", f"{INBOX}/sport/y.txt")

    said = desk.take()

    assert said.code == 1
    assert said.lines[-1] == "استوردت: 1، لم أستورد: 1 / imported: 1, refused: 1"
    assert f"{INBOX}/sport/y.txt" in said.problems
    assert ARTICLE in said.problems
    assert desk.articles() == [ARTICLE]


def test_a_story_that_a_person_wrote_is_never_overwritten(desk: Desk) -> None:
    desk.write("---\ntitle: عصفور\ndate: 2026-11-01\n---\nبقلم محررة.\n")
    before = desk.read()
    desk.drop(TEXT)

    said = desk.take()

    assert desk.read() == before
    assert "تنبيه notice" in said.problems
    assert "بنى عصفور" in desk.read(SECOND_ARTICLE)


@pytest.mark.parametrize("date", ["2026-11-23 09:30", "2026-11-29 18:00"])
def test_an_article_whose_receipt_was_lost_counts_as_imported(desk: Desk, date: str) -> None:
    desk.drop(TEXT)
    desk.take()
    before = desk.files()
    desk.put_back()
    desk.site.remove(RECEIPTS)

    said = desk.take(date=("--date", date))

    assert (said.code, "already imported" in said.out) == (0, True)
    assert desk.files() == before, "and gets its receipt back"


# What is refused


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty."),
        ("خبر\nنص".encode("windows-1256"), "byte 1 of line 1 is 0x"),
    ],
)
def test_one_bad_text_does_not_stop_the_rest(desk: Desk, data: bytes, told: str) -> None:
    desk.drop(data, f"{INBOX}/sport/a.txt")
    desk.drop(TEXT)

    said = desk.take()

    assert said.code == 1
    assert told in said.problems
    assert f"لم أستورد / refused {INBOX}/sport/a.txt" in said.lines
    assert desk.articles() == [ARTICLE]


def test_a_text_is_read_in_the_encoding_it_was_saved_in(desk: Desk) -> None:
    desk.drop(TEXT.encode("windows-1256"))

    said = desk.take()

    assert (said.code, said.problems) == (0, "")
    assert HEADLINE in desk.read()


def test_a_person_may_name_the_encoding_of_a_text_too_short_to_tell(desk: Desk) -> None:
    desk.drop("قصة\nنص".encode("mac-arabic"))

    assert desk.take().code == 1
    desk.drop("قصة\nنص".encode("mac-arabic"))
    said = desk.take("--encoding", "x-mac-arabic")

    assert said.code == 0
    assert "title: قصة" in desk.read("content/articles/sport/2026/11/قصة.md")


def test_an_encoding_that_does_not_exist_is_told(desk: Desk) -> None:
    desk.drop(TEXT)

    with pytest.raises(Wrong, match="no encoding named 'klingon'"):
        desk.take("--encoding", "klingon")


def test_broken_bytes_are_told_and_the_story_comes_in(desk: Desk) -> None:
    desk.drop(TEXT.encode() + b"\xd9")

    said = desk.take()

    assert said.code == 0
    assert "Broken bytes here: D9." in said.problems
    assert "الفراخ.\ufffd" in desk.read()


def test_a_file_of_another_format_is_refused(desk: Desk) -> None:
    said = desk.take(files=(desk.drop(TEXT, f"{INBOX}/x.odt"),))

    assert said.code == 1
    assert ".txt" in said.problems


def test_a_text_that_cannot_be_opened_is_refused(desk: Desk) -> None:
    link = desk.site.root / INBOX / "gone.txt"
    link.symlink_to("nowhere.txt")

    said = desk.take()

    assert said.code == 1
    assert f"{INBOX}/gone.txt" in said.problems


def test_a_folder_in_an_articles_place_is_refused(desk: Desk) -> None:
    (desk.site.root / ARTICLE).mkdir(parents=True)
    desk.drop(TEXT)

    assert desk.take().code == 1


def test_a_write_that_fails_leaves_nothing_half_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.drop(f"{TEXT}\nوطار الفرخ.")
    before = desk.files()

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        said = desk.take()

    assert said.code == 1
    assert "No space left on device" in said.problems
    assert desk.files() == before
    assert "updated" in desk.take().out, "the next import does it"


def test_what_is_written_has_the_folders_own_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        whole.write_whole(tmp_path / "a" / "b.md", b"x")
    finally:
        os.umask(mask)

    assert (tmp_path / "a" / "b.md").stat().st_mode & 0o777 == 0o644
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a" / "b.md"]


# A dry run


def test_a_dry_run_says_what_would_be_and_writes_nothing(desk: Desk) -> None:
    desk.drop(TEXT)
    desk.take()
    desk.drop(f"{TEXT}\nوطار الفرخ.")
    desk.drop("خبر\nنص.", f"{INBOX}/sport/y.txt")
    desk.drop("خبر\nنص آخر.", f"{INBOX}/sport/z.txt")
    before = desk.files()

    said = desk.take("--dry-run")

    assert desk.files() == before
    assert said.lines == [
        f"سأحدّث / would update {INBOX}/sport/x.txt → {ARTICLE}",
        f"سأستورد / would import {INBOX}/sport/y.txt → content/articles/sport/2026/11/خبر.md",
        f"سأستورد / would import {INBOX}/sport/z.txt → content/articles/sport/2026/11/خبر-2.md",
        "سأستورد: 2، سأحدّث: 1 / would import: 2, would update: 1",
    ]
    desk.take()
    assert {line.split(" → ")[1] for line in said.lines[:-1]} == {*desk.articles()}


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.txt"], "does not exist"),
        (["--date", "أمس", "."], "is not a date"),
        (["--date", "2026-02-30", "."], "is not a date"),
        (["--section", "!", "."], "has no letter"),
    ],
)
def test_wrong_use_is_told_and_leaves_with_2(desk: Desk, arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(command, ["--site", str(desk.site.root), *arguments])

    assert result.exit_code == 2
    assert told in result.stderr


def test_explaining_says_what_each_line_is_and_writes_nothing(desk: Desk) -> None:
    path = desk.drop(f"تحليل\n{TEXT}\nاقرأ أيضا: الهدهد في الحديقة")
    before = desk.files()

    said = desk.take("--explain", files=(path,))

    assert said.code == 0
    assert desk.files() == before
    assert [line.split(":")[0].split()[0] for line in said.lines[1:]] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]
    assert f"headline: {HEADLINE}" in said.out
    assert "kicker: تحليل" in said.out
    assert "related story: اقرأ أيضا" in said.out


def test_a_text_that_cannot_be_explained_is_told(desk: Desk) -> None:
    said = desk.take("--explain", files=(desk.drop("\n", f"{INBOX}/empty.txt"),))

    assert (said.code, "The file is empty." in said.problems) == (1, True)


def test_the_archive_files_a_text_that_names_no_section(desk: Desk) -> None:
    for number, words in enumerate(("مباراة ملعب هدف", "لاعب مدرب هدف", "ملعب جمهور مباراة")):
        desk.drop(f"خبر الملعب {number}\nملخص.\n{words} {words}.", f"{INBOX}/sport/{number}.txt")
    for number, words in enumerate(("نجم مرصد تلسكوب", "مرصد كوكب قمر", "كوكب نجم تلسكوب")):
        desk.drop(f"خبر المرصد {number}\nملخص.\n{words} {words}.", f"{INBOX}/science/{number}.txt")
    desk.take()
    desk.drop("كوكب جديد\nملخص.\nرصد المرصد كوكبا بتلسكوب قرب نجم وقمر.", f"{INBOX}/x.txt")

    said = desk.take()

    assert "section by its words: science" in said.out
    assert "content/articles/science/2026/11/كوكب-جديد.md" in desk.articles()


def test_a_person_says_where_a_pages_text_stands(desk: Desk) -> None:
    page = f"<h1>{HEADLINE}</h1><p>إعلان طويل.</p><div id=t><p>بنى عصفور عشه.</p></div>"
    path = desk.drop(page, "desk/x.html")

    assert desk.take("--selector", "#t", "--section", "sport", files=(path,)).code == 0
    assert "إعلان" not in desk.read()
    with pytest.raises(Wrong, match="no CSS selector"):
        desk.take("--selector", "<<", files=(path,))


def test_a_file_of_many_that_holds_no_story_is_refused(desk: Desk) -> None:
    desk.drop('<rss version="2.0"><channel><title>x</title></channel></rss>', f"{INBOX}/x.xml")

    said = desk.take()

    assert (said.code, "no story in this file" in said.problems) == (1, True)


def test_of_a_file_of_very_many_stories_the_first_are_told_and_then_their_number(
    desk: Desk,
) -> None:
    entries = (f"<item><title>خبر {n}</title><guid>{n}</guid></item>" for n in range(1, 1101))
    path = desk.drop(
        f'<rss version="2.0"><channel>{"".join(entries)}</channel></rss>', "desk/x.xml"
    )

    said = desk.take(files=(path,))

    assert sum("#" in line for line in said.lines) == 50
    assert "only what went amiss" in said.lines[50]
    assert "1000 stories so far" in said.lines[51]
    assert sum("#" in line for line in desk.take("-v", files=(path,)).lines) >= 1


def test_an_importer_that_fails_stops_no_other_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("nashra.importers.feed.Feed.read", fail)
    desk.drop("<rss></rss>", f"{INBOX}/sport/a.xml")
    desk.drop(TEXT)

    said = desk.take()

    assert said.code == 1
    assert "ZeroDivisionError: a fault" in said.problems
    assert desk.articles() == [ARTICLE]


def test_a_section_whose_name_the_program_keeps_gets_another(desk: Desk) -> None:
    desk.drop(TEXT, f"{INBOX}/media/x.txt")

    assert desk.take().code == 0
    assert desk.articles() == [f"content/articles/media-news/2026/11/{SLUG}.md"]


def test_a_page_and_a_story_of_one_number_are_two(desk: Desk) -> None:
    def item(kind: str, title: str) -> str:
        return (
            f"<item><title>{title}</title><wp:post_id>7</wp:post_id><wp:status>publish</wp:status>"
            f"<wp:post_type>{kind}</wp:post_type><encoded>نص {title}.</encoded></item>"
        )

    space = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    items = item("post", "خبر") + item("page", "صفحة")
    desk.drop(f"<rss {space}><channel>{items}</channel></rss>", f"{INBOX}/sport/x.xml")

    assert desk.take().code == 0
    assert desk.articles() == ["content/articles/sport/2026/11/خبر.md"]
    assert "نص صفحة." in desk.read("content/pages/صفحة.md")


def test_a_refused_text_stays_refused_when_the_archive_has_learnt_more(desk: Desk) -> None:
    paths = (
        desk.drop(TEXT, "desk/a.txt"),
        desk.drop(TEXT.replace("وينتظر", "وما زال ينتظر"), "desk/b.txt"),
    )
    assert desk.take(files=paths).code == 1, "two that say much the same, in one month"
    for number in range(4):
        desk.drop(f"{TEXT.replace(HEADLINE, f'طائر {number}')}", f"{INBOX}/birds/{number}.txt")
        desk.drop(f"خبر {number}\nملخص.\nجلسة للمجلس والميزانية.", f"{INBOX}/council/{number}.txt")
    desk.take()
    articles = desk.articles()

    assert desk.take(files=paths).code == 1
    assert desk.articles() == articles, "its words are now those of another section"
