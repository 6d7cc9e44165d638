"""What runs against its line stands apart, and comes out as it was written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.language.bidi import isolated_html, isolated_plain
from nashra.language.bidi_algorithm import visual_order
from nashra.language.characters import DIRECTION_CONTROLS
from nashra.language.opposite_runs import opposite_runs

LONG = 100_000
"""Letters: what is not linear takes minutes with so many already."""

CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def runs(text: str, base: str = "rtl") -> list[str]:
    return [text[run.start : run.end] for run in opposite_runs(text, base)]


def drawn(text: str, base: str) -> str:
    """Give a text as it is seen from left to right, without what is not seen."""
    return "".join(text[at] for at in visual_order(text, base) if text[at] not in CONTROLS)


def apart(text: str, base: str) -> str:
    """Give a text with every run isolated, needed or not."""
    parts, end = [], 0
    for run in opposite_runs(text, base):
        inside = text[run.start : run.end]
        inside = f"\u202d{inside}\u202c" if run.forced else inside
        parts += [text[end : run.start], "\u2066" if run.direction == "ltr" else "\u2067"]
        parts += [inside, "\u2069"]
        end = run.end
    return "".join([*parts, text[end:]])


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("عاد القارب إلى المرفأ.", [], "nothing runs against it"),
        ("بيعت بسعر 12 و1,234 و3.5", [], "numbers hold"),
        ("الساعة 14:05 يوم 23/11/2026", [], "hours and dates with slashes hold"),
        ("بين 10-20 و١٠–٢٠ يوما", [], "ranges are read from the right"),
        ("فاز 3-1 أمس", [], "a score is read from the right"),
        ("بنسبة 12% أو ١٢٪", [], "percent signs may stand on either side"),
        ("اتصلوا على +962 6 555 1234 الآن", ["+962 6 555 1234"], "groups would be reversed"),
        ("هاتفنا 06-555-1234 صباحا", ["06-555-1234"], "so would these"),
        ("هاتفنا 06-5551234 صباحا", ["06-5551234"], "two groups of a telephone"),
        ("هاتفنا (06) 555 1234 صباحا", ["(06) 555 1234"], "a prefix in brackets"),
        ("هاتفنا ٠٦-٥٥٥-١٢٣٤ مساء", ["٠٦-٥٥٥-١٢٣٤"], "Arabic digits too"),
        ("سكانها 1 234 567 نسمة", ["1 234 567"], "groups with spaces"),
        ("هبطت إلى -5 ليلا", ["-5"], "a sign would jump"),
        ("هبط المؤشر \u22123.5% أمس", ["\u22123.5%"], "a true minus, with its percent"),
        ("ارتفع +2.1 نقطة", ["+2.1"], "a plus"),
        ("ب-5 كتب", [], "a hyphen after a letter is no sign"),
        ("ثمنه $50 فقط", ["$50"], "the currency's sign stands left of its number"),
        ("ثمنه 50$ فقط", [], "written after the number it comes out left of it"),
        ("صدر في 2026-11-23 رسميا", ["2026-11-23"], "an ISO date would be reversed"),
        ("بخطة 4-3-3 الليلة", ["4-3-3"], "so would a formation"),
        ("المركز #1 عالميا", ["#1"], "a number's sign"),
        ("تعلموا C++ و C# هنا", ["C++", "C#"], "signs at the end"),
        ("منصة .NET قديمة", [".NET"], "a dot at the beginning"),
        ("كتب @layla_h أمس", ["@layla_h"], "a handle"),
        ("وسم #river اليوم", ["#river"], "a tag"),
        ("وسم #النهر اليوم", [], "an Arabic tag runs with the text"),
        ("زوروا https://example.org/a/ اليوم", ["https://example.org/a/"], "the last slash stays"),
        ("زوروا https://example.org/a.", ["https://example.org/a"], "the full stop does not"),
        ("راسلوا desk@example.org الآن", ["desk@example.org"], "an address of post"),
        ("ملف report-2.final.pdf هنا", ["report-2.final.pdf"], "a file's name"),
        ("هاتف iPhone 15 Pro جديد", ["iPhone 15 Pro"], "words of one name"),
        ("هاتف iPhone 15 جديد", ["iPhone 15"], "a number at its end"),
        ("كرر Tesla 3 مرات", ["Tesla"], "a number that counts"),
        ("سهم Apple 12% صعد", ["Apple"], "a number that is a share"),
        ("سهم Apple (AAPL) صعد", ["Apple (AAPL)"], "its bracket belongs to it"),
        ("قالت (Reuters) أمس", ["Reuters"], "the text's bracket does not"),
        ("مؤشر S&P 500 هبط", ["S&P 500"], "an ampersand"),
        ("شبكة 5G سريعة", ["5G"], "a digit at the beginning"),
        ("قالت BBC.", ["BBC"], "the sentence's full stop"),
        ("بلدة U.S. صغيرة", ["U.S."], "an abbreviation's own dot"),
        ("شركات Apple، Google كبرت", ["Apple", "Google"], "a list is read from the right"),
        ("قال He paid $50 for it ومضى", ["He paid $50 for it"], "a sentence, numbers and all"),
        ("قال Steve (nobody ومضى", ["Steve", "nobody"], "a bracket that is never closed"),
        ("Hello, world!", ["Hello, world!"], "a line with no letter of the base's"),
        (" Hello! ", ["Hello!"], "without the spaces around it"),
        ("שפת C++ נוחה", ["C++"], "in Hebrew"),
        ("تماس ۰۲۱-۵۵۵-۱۲۳۴ بگیرید", ["۰۲۱-۵۵۵-۱۲۳۴"], "in Persian, with its digits"),
    ],
)
def test_what_runs_against_right_to_left_text(text: str, found: list[str], why: str) -> None:
    assert runs(text) == found, why


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("The river, as ever.", [], "nothing"),
        ("The word שלום means peace.", ["שלום"], "a word"),
        ("He said نعم، غدا؟ and left", ["نعم، غدا؟"], "a phrase with its signs"),
        ("In שנת 5 pages", ["שנת"], "a number after it is the text's"),
        ("مرحبا بكم!", ["مرحبا بكم!"], "a whole line"),
    ],
)
def test_what_runs_against_left_to_right_text(text: str, found: list[str], why: str) -> None:
    assert runs(text, "ltr") == found, why


@pytest.mark.parametrize(
    ("text", "html", "why"),
    [
        ("نهر & بحر", "نهر &amp; بحر", "text is escaped"),
        ("لغة C++ هنا", "لغة <bdi>C++</bdi> هنا", "a name tells its direction"),
        ("هاتف 06-555-1234", 'هاتف <bdi dir="ltr">06-555-1234</bdi>', "a number does not"),
        (
            "هاتف ٠٦-٥٥٥-١٢٣٤",
            'هاتف <bdo dir="ltr">٠٦-٥٥٥-١٢٣٤</bdo>',
            "Arabic digits part at hyphens even left to right",
        ),
        ("شركة A&B <نهر>", "شركة <bdi>A&amp;B</bdi> &lt;نهر&gt;", "inside and outside"),
        ("لغة C++\u200e هنا", "لغة C++\u200e هنا", "a writer's own control is trusted"),
    ],
)
def test_as_html(text: str, html: str, why: str) -> None:
    assert isolated_html(text, "rtl") == html, why


@pytest.mark.parametrize(
    ("text", "plain", "why"),
    [
        ("هاتف iPhone 15 جديد", "هاتف iPhone 15 جديد", "a name needs nothing"),
        ("قالت (Reuters) أمس", "قالت (Reuters) أمس", "nor in brackets"),
        ("سهم Apple (AAPL) صعد", "سهم Apple (AAPL) صعد", "nor with its own"),
        ("لغة C++ هنا", "لغة \u2066C++\u2069 هنا", "signs at the edge do"),
        ("كرر Tesla 3 مرات", "كرر \u2066Tesla\u2069 3 مرات", "so does a name before a number"),
        ("من Apple، Google", "من \u2066Apple\u2069، Google", "and before another name"),
        (
            "هاتف ٠٦-٥٥٥-١٢٣٤",
            "هاتف \u2066\u202d٠٦-٥٥٥-١٢٣٤\u202c\u2069",
            "digits that part are forced",
        ),
    ],
)
def test_as_plain_text(text: str, plain: str, why: str) -> None:
    assert isolated_plain(text, "rtl") == plain, why


@pytest.mark.parametrize(
    ("text", "base", "plain", "why"),
    [
        ("Apple تعلن", "rtl", "\u200fApple تعلن", "it would be taken for English"),
        ("C++ تعود", "rtl", "\u2066C++\u2069 تعود", "an isolate is not looked into"),
        ("تعلن Apple", "rtl", "تعلن Apple", "its first letter is Arabic"),
        ("Hello, world!", "rtl", "Hello, world!", "it is English"),
        ("نهر in Arabic", "ltr", "\u200eنهر in Arabic", "the other way round"),
    ],
)
def test_where_direction_is_guessed(text: str, base: str, plain: str, why: str) -> None:
    assert isolated_plain(text, base, guessed=True) == plain, why


PARTS = st.sampled_from(
    [
        "نهر", "بحر", "שלום", "Apple", "C++", ".NET", "@name", "#tag", "(", ")", "«", "»", "،", ",",
        ".", ":",
        " ", " ", " ", "-", "+", "5", "12", "1,234", "2026-11-23", "+962 6 555 1234",
        "-5", "$50", "%", "٪",
        "٣", "۷", "١٠-٢٠", "S&P", "U.S.", '"', "!", "؟", "/", "https://a.org/b/",
        "\u00a0", "5G", "هـ", "[", "]",
    ]
)  # fmt: skip
LINES = st.lists(PARTS, max_size=12).map("".join)


@settings(max_examples=800, deadline=None)
@given(LINES, st.sampled_from(["rtl", "ltr"]))
@example("نهرApple5٪", "rtl")  # the number would take the percent sign along
def test_plain_text_is_drawn_as_if_every_run_were_isolated(text: str, base: str) -> None:
    assert drawn(isolated_plain(text, base), base) == drawn(apart(text, base), base)


@settings(max_examples=500, deadline=None)
@given(LINES | st.text(max_size=40), st.sampled_from(["rtl", "ltr"]))
def test_nothing_is_added_but_controls_and_once(text: str, base: str) -> None:
    for guessed in (False, True):
        plain = isolated_plain(text, base, guessed=guessed)

        assert DIRECTION_CONTROLS.sub("", plain) == DIRECTION_CONTROLS.sub("", text)
        assert isolated_plain(plain, base, guessed=guessed) == plain


@settings(max_examples=500, deadline=None)
@given(LINES | st.text(max_size=40), st.sampled_from(["rtl", "ltr"]))
def test_runs_lie_in_order_and_hold_no_space_at_their_edges(text: str, base: str) -> None:
    end = 0
    for run in opposite_runs(text, base):
        assert end <= run.start < run.end <= len(text)
        assert text[run.start : run.end].strip() == text[run.start : run.end]
        end = run.end


@pytest.mark.parametrize("character", [*'a1 #@+-.(")/$:ا٣א\n,'])
@pytest.mark.parametrize("base", ["rtl", "ltr"])
def test_a_long_line_of_one_character_ends(character: str, base: str) -> None:
    text = f"ا a{character * LONG}ا"

    assert len(isolated_plain(text, base)) >= len(text)


@pytest.mark.parametrize("unit", ["+1 ", "a ", "(a ", "a.", "1-", "א ", "a) ", "1 234"])
def test_a_long_line_of_one_thing_ends(unit: str) -> None:
    assert isolated_html("ا " + unit * 50_000, "rtl")


@pytest.mark.parametrize(("piece", "base"), [("a שלום ", "ltr"), ("نص abc ", "rtl")])
def test_many_names_in_one_line_are_looked_at_once_each(piece: str, base: str) -> None:
    assert isolated_plain(piece * 100_000, base)
