"""Lines of two directions, as Chromium draws them, on whole pages in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.sites import CONFIG, new_site, story

pytestmark = pytest.mark.browser

LINES = {
    "ar": [
        ("اتصل +962 6 555 1234 الآن", "نآلا +962 6 555 1234 لصتا", "an international telephone"),
        ("اتصل 06-555-1234 الآن", "نآلا 06-555-1234 لصتا", "a local one"),
        ("اتصل ٠٦-٥٥٥-١٢٣٤ الآن", "نآلا ٠٦-٥٥٥-١٢٣٤ لصتا", "in Arabic digits"),
        ("لغة C++ سهلة", "ةلهس C++ ةغل", "signs at the end"),
        ("لغة C# و**F#** هنا", "انه F#و C# ةغل", "one of them bold"),
        ("منصة .NET هنا", "انه .NET ةصنم", "a dot at the beginning"),
        ("كتب @layla أمس", "سمأ @layla بتك", "a handle"),
        ("وسم #river هنا", "انه #river مسو", "a tag"),
        ("زر https://a.org/b/ غدا", "ادغ https://a.org/b/ رز", "an address's last slash"),
        ("ثمنه $50 فقط", "طقف $50 هنمث", "a currency before the number"),
        ("ثمنه 50$ فقط", "طقف $50 هنمث", "and after it"),
        ("نسبة 12% هنا", "انه %12 ةبسن", "a percent"),
        ("نسبة ١٢٪ هنا", "انه ٪١٢ ةبسن", "the Arabic one"),
        ("هبط -5 ليلا", "اليل -5 طبه", "a signed number"),
        ("بين 10-20 يوما", "اموي 20-10 نيب", "a range is read from the right"),
        ("بين ١٠–٢٠ يوما", "اموي ٢٠–١٠ نيب", "in Arabic digits too"),
        ("فاز 3-1 أمس", "سمأ 1-3 زاف", "a score is read from the right"),
        ("في 2026-11-23 صدر", "ردص 2026-11-23 يف", "an ISO date"),
        ("في 23/11/2026 صدر", "ردص 23/11/2026 يف", "a date with slashes"),
        ("قالت (Reuters) أمس", "سمأ )Reuters( تلاق", "the text's brackets"),
        ("سهم Apple (AAPL) هنا", "انه Apple (AAPL) مهس", "a name's own brackets"),
        ("مؤشر S&P 500 هبط", "طبه S&P 500 رشؤم", "an ampersand and a number"),
        ('قال "Time" نعم', "معن »Time« لاق", "quotes around Latin"),
        ("Apple تعود", "دوعت Apple", "Latin at the beginning"),
        ("عادت BBC.", ".BBC تداع", "and at the end, with a full stop"),
        ("بين Apple، Google هنا", "انه Google ،Apple نيب", "a list is read from the right"),
        ("كرر Tesla 3 مرات", "تارم 3 Tesla ررك", "a name and a count"),
        ("سكانها 1 234 567 فقط", "طقف 1 234 567 اهناكس", "groups of digits"),
        ("Hello there!", "Hello there!", "a line of English"),
    ],
    "fa": [
        ("تماس ۰۲۱-۵۵۵-۱۲۳۴ روز", "زور ۰۲۱-۵۵۵-۱۲۳۴ سامت", "a telephone in Persian digits"),
        ("زبان C++ آسان", "ناسآ C++ نابز", "signs at the end"),
        ("دمای -5 درجه", "هجرد\u00a0-5 یامد", "a signed number"),
        ("تاریخ 2026-11-23 بود", "دوب 2026-11-23 خیرات", "an ISO date"),
        ("نشانی a@b.org است", "تسا a@b.org یناشن", "an address of post"),
        ('گفت "Time" رفت', "تفر »Time« تفگ", "quotes around Latin"),
    ],
    "he": [
        ("טלפון 03-555-1234 כאן", "ןאכ 03-555-1234 ןופלט", "a telephone"),
        ("שפת C++ קלה", "הלק C++ תפש", "signs at the end"),
        ("ירד ל -5 היום", "םויה -5 ל דרי", "a signed number"),
        ("טווח 10-20 יום", "םוי 10-20 חווט", "after Hebrew a range stays left to right (W4)"),
        ("כתב @dana אתמול", "לומתא @dana בתכ", "a handle"),
        ("אתר https://a.org/b/ כאן", "ןאכ https://a.org/b/ רתא", "an address's last slash"),
    ],
}
_DRAWN = """element => {
    const seen = [];
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode;
        for (let at = 0; at < text.length; at++) {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const box = range.getBoundingClientRect();
            if (box.width) seen.push([box.left + box.width / 2, text.data[at]]);
        }
    }
    return seen.sort((one, other) => one[0] - other[0]).map(each => each[1]).join('');
}"""
"""The characters of an element from left to right as they are drawn."""


@pytest.fixture(scope="module")
def drawn(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, list[str]]]:
    """What is seen of every line, by the language of its site."""
    context = browser.new_context(viewport={"width": 1600, "height": 900})
    page = context.new_page()
    yield {
        language: _seen(page, tmp_path_factory.mktemp(language) / "site", language)
        for language in LINES
    }
    context.close()


def _seen(page: Page, root: Path, language: str) -> list[str]:
    body = "\n\n".join(line for line, _, _ in LINES[language])
    site = new_site(root, f"-- content/articles/science/lines.md --\n{story('خبر', body=body)}")
    site.write(f"-- config.yaml --\n{CONFIG}language: {language}\n".replace("region: EG\n", ""))
    assert not site.build().failed
    (built,) = site.folders.output.glob("science/*/*/*/index.html")
    page.set_content(built.read_text("utf-8"))
    texts = [each.evaluate(_DRAWN) for each in page.locator("main > p").all()]
    _reading_time, *lines = filter(None, texts)
    return lines


@pytest.mark.parametrize(
    ("language", "number"),
    [(language, number) for language, lines in LINES.items() for number in range(len(lines))],
)
def test_a_line_is_drawn_in_order(drawn: dict[str, list[str]], language: str, number: int) -> None:
    line, seen, why = LINES[language][number]

    assert drawn[language][number] == seen, f"{line}: {why}"
