"""Who wrote it and where: what a byline or a dateline says, and what only looks like one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.importers.copy import Copy, Writer
from nashra.importers.encoding import text_of
from nashra.importers.markdown_writer import Heading, article
from nashra.importers.plain_text import parse
from nashra.importers.signature import MARK_WORDS, Signature, byline, dateline
from nashra.language.folding import fold
from nashra.language.stray_characters import without_strays

NEWS = Path(__file__).parents[3] / "shared" / "samples" / "news"
LEAD = "افتتح المرفأ أرصفته الثلاثة للزوار صباحا، وبقيت مفتوحة حتى غروب الشمس."


def by(*names: str, source: str = "", place: str = "", role: str = "") -> Signature:
    return Signature(tuple(Writer(name, role) for name in names), source, place)


@pytest.mark.parametrize(
    ("line", "said", "why"),
    [
        ("كتب: سلوى البحراني", by("سلوى البحراني"), "a mark that says so"),
        ("كتبت سلوى البحراني", by("سلوى البحراني"), "without a colon"),
        ("بقلم: صخر الموجي", by("صخر الموجي"), "by the pen of"),
        ("بقلم/ صخر الموجي", by("صخر الموجي"), "a stroke for a colon"),
        ("سلوى البحراني", by("سلوى البحراني"), "a name alone, by its given name"),
        ("د. هيثم الموجي", by("د. هيثم الموجي"), "with a title"),
        ("عبدالإله الموجي", by("عبدالإله الموجي"), "names that begin with «عبد»"),
        ("هاني الموجي، سلوى البحراني", by("هاني الموجي", "سلوى البحراني"), "two writers"),
        ("سلوى البحراني - مسقط", by("سلوى البحراني", place="مسقط"), "a writer and a city"),
        ("سلوى البحراني ـ مسقط", by("سلوى البحراني", place="مسقط"), "with a tatweel"),
        ("سلوى البحراني– مسقط", by("سلوى البحراني", place="مسقط"), "with a long dash"),
        ("مسقط: سلوى البحراني", by("سلوى البحراني", place="مسقط"), "a city and a writer"),
        ("سلوى البحراني (مسقط)", by("سلوى البحراني", place="مسقط"), "a city in brackets"),
        ("سلوى البحراني من مسقط", by("سلوى البحراني", place="مسقط"), "from a city"),
        ("«الموجة» من مسقط", by("الموجة", place="مسقط"), "the newspaper itself"),
        ('"الموجة" من مسقط', by("الموجة", place="مسقط"), "in straight quotes"),
        ("الموجة - مسقط", by("الموجة", place="مسقط"), "a name that nobody knows, by a city"),
        ("مسقط: الموجة", by("الموجة", place="مسقط"), "after it"),
        ("رويترز", by(source="رويترز"), "an agency alone"),
        ("مسقط - رويترز", by(source="رويترز", place="مسقط"), "a city and an agency"),
        ("مسقط : (رويترز)", by(source="رويترز", place="مسقط"), "in brackets"),
        ("أ ف ب - مسقط", by(source="أ ف ب", place="مسقط"), "letters apart"),
        ("واس- مسقط", by(source="واس", place="مسقط"), "a blank on one side"),
        ("وكالات - مسقط", by("وكالات", place="مسقط"), "what newsrooms write for many"),
        ("مسقط ـ رويترز:", by(source="رويترز", place="مسقط"), "a colon at the end"),
        (
            "سلوى البحراني - مسقط - تصوير: هاني الموجي",
            Signature((Writer("سلوى البحراني"), Writer("هاني الموجي", "تصوير")), "", "مسقط"),
            "who took the pictures has a role",
        ),
        ("ترجمة: سلوى البحراني", by("سلوى البحراني", role="ترجمة"), "a role before a name"),
    ],
)
def test_a_byline_is_read_piece_by_piece(line: str, said: Signature, why: str) -> None:
    assert byline(line) == said, why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("قارب يعود إلى المرفأ", "a caption"),
        ("قوات خفر السواحل", "three words that are no name"),
        ("بالفيديو - قارب يعود", "no place"),
        ("مسقط: قارب يعود إلى المرفأ بعد عامين", "a headline that begins with a city"),
        ("محمد يعود إلى البحر بعد غياب طويل عنه", "a sentence that begins with a name"),
        ("سلوى البحراني.", "a stop ends a sentence"),
        ("مسقط 2026", "a figure is no name"),
        ("", "nothing"),
    ],
)
def test_what_only_looks_like_one_stays_text(line: str, why: str) -> None:
    assert byline(line) is None, why


@pytest.mark.parametrize(
    ("head", "said", "why"),
    [
        ("مسقط (رويترز) - ", by(source="رويترز", place="مسقط"), "an agency in brackets"),
        ("مسقط (رويترز) ـ ", by(source="رويترز", place="مسقط"), "a tatweel for a dash"),
        ("مسقط - رويترز: ", by(source="رويترز", place="مسقط"), "a colon at its end"),
        ("مسقط، سلطنة عمان (CNN)-- ", by(source="CNN", place="مسقط، سلطنة عمان"), "two dashes"),
        ("(CNN)-- ", by(source="CNN"), "an agency alone"),
        ("مسقط - ", by(place="مسقط"), "a city alone"),
        ("مسقط- ", by(place="مسقط"), "a dash that hugs it"),
        ("مرسى القمر (رويترز) - ", by(source="رويترز", place="مرسى القمر"), "by its agency"),
    ],
)
def test_a_dateline_is_taken_from_its_paragraph(head: str, said: Signature, why: str) -> None:
    assert dateline(head + LEAD) == (said, LEAD), why


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        (f"بالفيديو- {LEAD}", "no place"),
        (LEAD, "a paragraph"),
        ("قال: نعم", "a word before a colon"),
        ("- بند", "an item"),
    ],
)
def test_a_paragraph_without_one_stays_whole(paragraph: str, why: str) -> None:
    assert dateline(paragraph) is None, why


@settings(max_examples=300, deadline=None)
@given(st.text("ابتمسقط رويترز-–ـ:()«»،. \n", max_size=90))
def test_no_line_raises(line: str) -> None:
    byline(line)
    dateline(line)


def words(text: str) -> Counter[str]:
    """Give the words of a text; tatweel stands between words as a dash does."""
    return Counter(re.findall(r"[^\W_]+", without_strays(text).replace("ـ", " ")))


@pytest.mark.skipif(not NEWS.is_dir(), reason="the newspapers' texts are not on this machine")
class TestNewspapers:
    @staticmethod
    def stories(folder: str = "**") -> list[tuple[Path, str, Copy]]:
        found = []
        for path in sorted(NEWS.glob(f"{folder}/*.txt")):
            text = text_of(path.read_bytes(), file=path.name).text
            found.append((path, text, parse(text, file=path.name)))
        return found

    def test_headlines_are_right_where_there_are_some(self) -> None:
        stories = [each for each in self.stories() if "no_headline" not in str(each[0])]
        right = [
            copy.title == " ".join(without_strays(text.strip().split("\n")[0]).split())
            for _, text, copy in stories
        ]
        assert len(right) > 200
        assert sum(right) >= 0.95 * len(right)

    def test_no_title_is_a_paragraph(self) -> None:
        assert all(len(copy.title) <= 200 for _, _, copy in self.stories("ahdath_no_headline"))

    @pytest.mark.parametrize(
        "folder", ["saudi_aleqtisadiya", "saudi_almadina", "saudi_alwatan", "saudi_alyaum"]
    )
    def test_bylines_are_apart_from_the_body(self, folder: str) -> None:
        stories = self.stories(folder)
        short = [
            copy
            for _, text, copy in stories
            if len(text.strip().split("\n")[1].strip()) <= len("عبد السلام من المدينة المنورة") * 2
        ]
        signed = [copy for copy in short if copy.writers or copy.source or copy.place]
        assert len(signed) >= 0.95 * len(short)

    def test_no_word_is_lost(self) -> None:
        for path, text, copy in self.stories():
            file = article(copy, Heading(slug="x", date="2026-01-01", section="news"))
            lost = words(text) - words(re.sub(r"\\|&amp;|&#\d+;|&lt;", "", file))
            marks = MARK_WORDS | {"اقرا", "ايضا", "ا", "ايض"}  # a cue stands over a related story
            assert {word for word in lost if fold(word) not in marks} == set(), path.name
