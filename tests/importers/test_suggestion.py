"""What the archive says of a new text: only where it is sure, and only as a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from nashra.importers.copy import Copy, Paragraph
from nashra.importers.suggestion import Archive, Known, Suggestion

SPORT = (
    "فاز الفريق في المباراة النهائية وسجل المهاجم هدفين أمام جمهور الملعب.",
    "درّب المدرب لاعبي المنتخب على ركلات الترجيح قبل المباراة.",
    "خسر المنتخب مباراته في الملعب البلدي بهدف متأخر.",
    "هداف الدوري يسجل هدفا في الدقيقة الأخيرة من المباراة.",
)
SCIENCE = (
    "رصد علماء الفلك مذنبا جديدا بتلسكوب المرصد الجبلي.",
    "دراسة عن النحل تكشف كيف تهتدي النحلة إلى خليتها.",
    "باحثون يرسمون خريطة لأعماق البحر بأشعة الصوت.",
    "تجربة في مختبر الجامعة تقيس سرعة نمو النبات تحت الضوء.",
)
TAGS = ("كأس المدن", "النحل", "المرصد الجبلي")


def archive(sport: Iterable[str] = SPORT, science: Iterable[str] = SCIENCE) -> Archive:
    stories = [
        *(Known("sport", TAGS[:1], text) for text in sport),
        *(Known("science", TAGS[1:], text) for text in science),
    ]
    return Archive(lambda: stories, "ar")


def copy(title: str, *paragraphs: str, tags: tuple[str, ...] = ()) -> Copy:
    return Copy(title, "", tuple(map(Paragraph, paragraphs)), tags=tags)


MATCH = copy("المنتخب يفوز في المباراة", "سجل المهاجم هدفا أمام جمهور الملعب.")
COMET = copy("تلسكوب المرصد يلتقط المذنب", "وقال علماء الفلك في الجامعة إن الضوء خافت.")


@pytest.mark.parametrize(
    ("known", "text", "section", "why"),
    [
        (archive(), MATCH, "sport", "its words are those of sport"),
        (archive(), COMET, "science", "its words are those of science"),
        (archive(), copy("مطر في المدينة", "هطل المطر منذ الصباح."), "", "no story has its words"),
        (archive(), copy("المباراة"), "", "one word says too little"),
        (archive(sport=SPORT[:2]), MATCH, "", "two stories are no section to learn from"),
        (archive((), ()), MATCH, "", "an empty archive says nothing"),
    ],
)
def test_a_section_is_suggested_where_the_words_are_sure(
    known: Archive, text: Copy, section: str, why: str
) -> None:
    assert known.suggest(text).section == section, why


@pytest.mark.parametrize(
    ("text", "tags", "why"),
    [
        (copy("عن نحلة ونحل"), ("النحل",), "a tag's word under its clitics and endings"),
        (copy("في كأس المدن"), ("كأس المدن",), "a tag of two words stands as two words"),
        (copy("كأس من ماء المدن"), (), "and not where they are apart"),
        (copy("في كأس المدن", tags=("كأس المدن",)), (), "the story has it"),
        (copy("مرصد جبلي", "النحل والنحل."), ("النحل", "المرصد الجبلي"), "the oftener is first"),
    ],
)
def test_tags_are_the_sites_own(text: Copy, tags: tuple[str, ...], why: str) -> None:
    assert archive().suggest(text).tags == tags, why


def test_the_archive_is_read_once_and_only_when_it_is_asked() -> None:
    reads = 0

    def stories() -> list[Known]:
        nonlocal reads
        reads += 1
        return [Known("sport", (), SPORT[0])]

    asked = Archive(stories, "ar")
    assert reads == 0
    assert asked.suggest(MATCH) == asked.suggest(MATCH) == Suggestion()
    assert reads == 1
