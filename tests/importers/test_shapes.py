"""Sixty shapes in which newsrooms send their copy, and the article that each is."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.content.markdown import Renderer
from nashra.errors import ContentError
from nashra.importers.copy import (
    Copy,
    ListLines,
    Paragraph,
    Part,
    RelatedLines,
    Role,
    SubHead,
    Writer,
)
from nashra.importers.known_cues import is_cue
from nashra.importers.markdown_writer import blocks
from nashra.importers.plain_text import PlainText, parse
from nashra.language.folding import fold
from nashra.language.stray_characters import without_strays
from nashra.language.typography import NO_RULES
from nashra.model.body import Prose, Related
from tests.importers.reading import copy_in

T = "عصفور يبني عشه في صندوق البريد"
S = "سكان شارع الياسمين يستلمون رسائلهم من النافذة حتى يطير الفراخ."
A = (
    "اختار عصفور دوري صندوق البريد في شارع الياسمين ليبني فيه عشه، وعلق ساعي البريد لافتة صغيرة "
    "يرجو فيها من المارة ألا يفتحوا الصندوق، ثم رسم تحت الكلمات عصفورا صغيرا ليفهمها من لا يقرأ، "
    "وصار يسلم الرسائل إلى أصحابها يدا بيد."
)
B = (
    "وقالت صاحبة المنزل المجاور إن العصفور عاد للسنة الثالثة إلى المكان نفسه، وإن الأطفال يحرسون "
    "العش كل صباح قبل الذهاب إلى المدرسة."
)
C = (
    "ومن المنتظر أن تطير الفراخ في الأسبوع الأول من الشهر المقبل، وعندها يعود الصندوق إلى عمله كما "
    "كان، ويعود الساعي إلى طريقه القديم."
)
BODY = f"{A}\n{B}\n{C}"
PARTS: tuple[Part, ...] = (Paragraph(A), Paragraph(B), Paragraph(C))
STORY = Copy(T, "", PARTS)
LED = Copy(T, S, PARTS)
R1, R2 = "الهدهد يسكن سطح المكتبة العامة", "موسم الهجرة يبدأ قبل موعده بأسبوعين"
SELMA, NOURA = Writer("سلمى النجار"), Writer("نورا حسن")
THE_27TH = datetime(2027, 4, 27)  # noqa: DTZ001 — the copy names no zone


def by(*writers: Writer, source: str = "", place: str = "") -> Copy:
    return replace(STORY, writers=writers, source=source, place=place)


def after_a(*parts: Part) -> Copy:
    """Give a story with a standfirst in which parts stand between its first paragraphs."""
    return replace(LED, parts=(PARTS[0], *parts, *PARTS[1:]))


def wrapped(text: str, width: int = 60) -> str:
    """Give a paragraph as a mail program breaks it."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


SHAPES: tuple[tuple[str, str, Copy], ...] = (
    ("a headline alone", T, Copy(T, "", ())),
    ("headline and body", f"{T}\n{BODY}", replace(STORY)),
    ("headline, standfirst, body", f"{T}\n{S}\n{BODY}", LED),
    ("blank lines between all", f"{T}\n\n{S}\n\n{A}\n\n{B}\n\n{C}\n", LED),
    ("a headline, then a blank line, then no blank lines", f"{T}\n\n{S}\n{BODY}", LED),
    ("an indent before each paragraph", f"{T}\n   {S}\n    {A}\n    {B}\n\t{C}", LED),
    ("no-break blanks as an indent", f"{T}\n\u00a0\u00a0{S}\n\u00a0{A}\n\u00a0{B}\n{C}", LED),
    (
        "no-break blanks as the only break",
        f"{T}\n{S}\n{A}\u00a0\u00a0\u00a0{B}\u00a0 \u00a0{C}",
        LED,
    ),
    ("old line ends", f"{T}\r{S}\r{A}\r{B}\r{C}\r", LED),
    ("Windows' line ends", f"{T}\r\n{S}\r\n\r\n{A}\r\n{B}\r\n{C}\r\n", LED),
    ("a mail program's lines", "\n\n".join([T, S, wrapped(A), wrapped(B), wrapped(C)]), LED),
    ("the headline twice", f"{T}\n{T}\n{S}\n{BODY}", LED),
    ("the headline twice, once with tashkeel", f"{T}\n{T.replace('عش', 'عُش')}\n{BODY}", STORY),
    ("a kicker of one word", f"تحليل\n{T}\n{S}\n{BODY}", replace(LED, kicker="تحليل")),
    ("a section's name on top", f"رياضة\n{T}\n{S}\n{BODY}", replace(LED, kicker="رياضة")),
    ("breaking news, a headline alone", f"عاجل\n{T}", Copy(T, "", (), kicker="عاجل")),
    ("a kicker in brackets", f"[عاجل]\n{T}\n{S}\n{BODY}", replace(LED, kicker="عاجل")),
    (
        "a kicker that ends in a colon",
        f"بعد ثلاثة أعوام:\n{T}\n{S}\n{BODY}",
        replace(LED, kicker="بعد ثلاثة أعوام"),
    ),
    ("an agency's name on top", f"رويترز\n{T}\n{BODY}", by(source="رويترز")),
    ("كتب", f"{T}\nكتب: خالد منصور\n{BODY}", by(Writer("خالد منصور"))),
    ("كتبت without a colon", f"{T}\nكتبت سلمى النجار\n{BODY}", by(SELMA)),
    ("بقلم with a slash", f"{T}\nبقلم / سلمى النجار\n{BODY}", by(SELMA)),
    ("a name alone", f"{T}\nسلمى النجار\n{BODY}", by(SELMA)),
    ("a name and a city", f"{T}\nسلمى النجار - القاهرة\n{BODY}", by(SELMA, place="القاهرة")),
    ("a city and a name", f"{T}\nالقاهرة - سلمى النجار\n{BODY}", by(SELMA, place="القاهرة")),
    ("a city, a colon, a name", f"{T}\nالقاهرة: سلمى النجار\n{BODY}", by(SELMA, place="القاهرة")),
    ("a name, a city in brackets", f"{T}\nسلمى النجار (جدة)\n{BODY}", by(SELMA, place="جدة")),
    ("two names", f"{T}\nسلمى النجار ونورا حسن\n{BODY}", by(SELMA, NOURA)),
    (
        "a city and an agency",
        f"{T}\nالقاهرة - رويترز\n{BODY}",
        by(source="رويترز", place="القاهرة"),
    ),
    ("an agency and a city", f"{T}\nواس - الرياض\n{BODY}", by(source="واس", place="الرياض")),
    ("an agency in brackets", f"{T}\nبيروت (أ ف ب)\n{BODY}", by(source="أ ف ب", place="بيروت")),
    (
        "a byline below the standfirst",
        f"{T}\n{S}\nكتبت: سلمى النجار\n{BODY}",
        replace(LED, writers=(SELMA,)),
    ),
    (
        "a photographer under the body",
        f"{T}\nكتبت: سلمى النجار\n{BODY}\nتصوير: نورا حسن",
        by(SELMA, Writer("نورا حسن", "تصوير")),
    ),
    (
        "a dateline with an agency",
        f"{T}\nالقاهرة - رويترز: {BODY}",
        by(source="رويترز", place="القاهرة"),
    ),
    ("a dateline in brackets", f"{T}\nالرياض (واس) - {BODY}", by(source="واس", place="الرياض")),
    ("a dateline of dashes", f"{T}\nدبي (CNN)-- {BODY}", by(source="CNN", place="دبي")),
    (
        "a dateline below a standfirst",
        f"{T}\n{S}\nعمان - {BODY}",
        replace(LED, place="عمان"),
    ),
    (
        "a byline and a dateline",
        f"{T}\nكتبت: سلمى النجار\nبيروت - {BODY}",
        by(SELMA, place="بيروت"),
    ),
    ("a day below the headline", f"{T}\n27 أبريل 2027\n{S}\n{BODY}", replace(LED, date=THE_27TH)),
    (
        "a day with both names of its month",
        f"{T}\n27 أبريل/نيسان 2027\n{S}\n{BODY}",
        replace(LED, date=THE_27TH),
    ),
    ("a day in Arabic digits", f"{T}\n٢٧ نيسان ٢٠٢٧\n{S}\n{BODY}", replace(LED, date=THE_27TH)),
    ("a day in figures", f"{T}\n{S}\n2027/4/27\n{BODY}", replace(LED, date=THE_27TH)),
    (
        "a weekday, a day and an hour",
        f"{T}\nالثلاثاء، 27 أبريل 2027 - 10:30\n{S}\n{BODY}",
        replace(LED, date=THE_27TH.replace(hour=10, minute=30)),
    ),
    (
        "a Hijri day",
        f"{T}\n20 ذو القعدة 1448 هـ\n{S}\n{BODY}",
        replace(LED, date=THE_27TH),
    ),
    (
        "a day in two calendars",
        f"{T}\n20 ذو القعدة 1448 هـ الموافق 27 أبريل 2027 م\n{S}\n{BODY}",
        replace(LED, date=THE_27TH),
    ),
    (
        "an agency's line of place, days and name",
        f"{T}\nالرياض 20 ذو القعدة 1448 هـ الموافق 27 أبريل 2027 م واس\n{BODY}",
        replace(by(source="واس", place="الرياض"), date=THE_27TH),
    ),
    (
        "published and updated",
        f"{T}\nنشر في: 27 أبريل 2027\nآخر تحديث: 28 أبريل 2027\n{S}\n{BODY}",
        replace(LED, date=THE_27TH, updated=THE_27TH.replace(day=28)),
    ),
    (
        "related with dashes",
        f"{T}\n{S}\n{A}\n- {R1}\n- {R2}\n{B}\n{C}",
        after_a(RelatedLines((R1, R2))),
    ),
    (
        "a cue and a headline on its line",
        f"{T}\n{S}\n{A}\nاقرأ أيضا: {R1}\n{B}\n{C}",
        after_a(RelatedLines((R1,))),
    ),
    (
        "a cue over headlines without marks, at the end",
        f"{T}\n{S}\n{BODY}\nمواضيع ذات صلة\n{R1}\n{R2}",
        replace(LED, parts=(*PARTS, RelatedLines((R1, R2)))),
    ),
    (
        "a cue with tashkeel over marked headlines",
        f"{T}\n{S}\n{A}\nاقرأ أيضًا:\n* {R1}\n* {R2}\n{B}\n{C}",
        after_a(RelatedLines((R1, R2))),
    ),
    (
        "a mark of two arrows",
        f"{T}\n{S}\n{A}\n» {R1}\n» {R2}\n{B}\n{C}",
        after_a(RelatedLines((R1, R2))),
    ),
    (
        "a list after a colon",
        f"{T}\n{S}\n{A}\nوهذه نصائح الساعي:\n- ماء قريب\n- ظل دائم\n{B}\n{C}",
        after_a(Paragraph("وهذه نصائح الساعي:"), ListLines(("ماء قريب", "ظل دائم"))),
    ),
    (
        "a numbered list",
        f"{T}\n{S}\n{A}\nوهذه نصائح الساعي:\n1- ماء قريب\n2- ظل دائم\n3- صبر\n{B}\n{C}",
        after_a(
            Paragraph("وهذه نصائح الساعي:"), ListLines(("ماء قريب", "ظل دائم", "صبر"), first=1)
        ),
    ),
    (
        "a numbered list in Arabic digits",
        f"{T}\n{S}\n{A}\n١. ماء قريب\n٢. ظل دائم\n{B}\n{C}",
        after_a(ListLines(("ماء قريب", "ظل دائم"), first=1)),
    ),
    ("a sub-head", f"{T}\n{S}\n{A}\nحراس العش\n{B}\n{C}", after_a(SubHead("حراس العش"))),
    (
        "quotations on their own lines",
        f'{T}\n{S}\n{A}\n"لن نفتح الصندوق."\n{B}\n{C}',
        after_a(Paragraph('"لن نفتح الصندوق."')),
    ),
    (
        "entities of a page",
        f"{T}\n{S}\n{A}\nقال&nbsp;&quot;نعم&quot; &amp; مضى.\n{B}\n{C}",
        after_a(Paragraph('قال "نعم" & مضى.')),
    ),
    (
        "what Markdown would misread",
        f"{T}\n{S}\n{A}\n#وسم_الحي و*نجمة* و[قوس] <وسم> > سهم _خط_ `رمز`\n{B}\n{C}",
        after_a(Paragraph("#وسم_الحي و*نجمة* و[قوس] <وسم> > سهم _خط_ `رمز`")),
    ),
    (
        "an address, an e-mail and a telephone",
        f"{T}\n{S}\n{A}\nللتواصل https://example.org و nest@example.org أو 0100-555-0199\n{B}\n{C}",
        after_a(Paragraph("للتواصل https://example.org و nest@example.org أو 0100-555-0199")),
    ),
    (
        "an interview",
        f"{T}\n{S}\n* متى جاء؟\n{A}\n* وأين نام؟\n{B}\n* ومن رآه؟\n{C}",
        replace(
            LED,
            parts=(
                Paragraph("* متى جاء؟"),
                PARTS[0],
                Paragraph("* وأين نام؟"),
                PARTS[1],
                Paragraph("* ومن رآه؟"),
                PARTS[2],
            ),
        ),
    ),
    (
        "letters stretched with tatweel",
        f"{T}\n{S}\n{A}\nمـــن الشارع\n{B}\n{C}",
        after_a(SubHead("مـــن الشارع")),
    ),
    (
        "no headline",
        f"{A} {B}\n{C}",
        Copy(
            "اختار عصفور دوري صندوق البريد في شارع الياسمين ليبني فيه عشه، وعلق ساعي البريد لافتة "
            "صغيرة يرجو فيها…",
            "",
            (Paragraph(f"{A} {B}"), Paragraph(C)),
            title_is_cut=True,
        ),
    ),
)

_DIGITS = {chr(0x660 + number): str(number) for number in range(10)}
_LACKS = {
    "iso-8859-6": str.maketrans(_DIGITS | {"»": "-"}),
    "windows-1256": str.maketrans(_DIGITS),
}
"""What a desk writes in the place of a sign that its encoding has not."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6", "mac-arabic")
_SURE = 40
"""So many words tell an encoding of one byte for certain."""
Value = TypeVar("Value")


def _in(value: Value, table: dict[int, str]) -> Value:
    """Give a value with every text in it as an encoding can hold it."""
    changed: Any = value
    if isinstance(value, str):
        changed = value.translate(table)
    elif isinstance(value, tuple):
        changed = tuple(_in(each, table) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        said = {each.name: _in(getattr(value, each.name), table) for each in fields(value)}
        changed = replace(value, **said)
    return changed  # type: ignore[no-any-return]


def _cases() -> Iterator[Any]:
    for why, text, copy in SHAPES:
        for encoding in ENCODINGS:
            yield pytest.param(text, copy, encoding, id=f"{why}-{encoding}")


def test_there_are_sixty_shapes() -> None:
    assert len({why for why, _, _ in SHAPES}) == len(SHAPES) >= 60


@pytest.mark.parametrize(("text", "copy", "encoding"), [*_cases()])
def test_every_shape_is_the_same_article_in_every_encoding(
    text: str, copy: Copy, encoding: str
) -> None:
    table = _LACKS.get(encoding, {})
    data = _encoded(text.translate(table), encoding)
    is_sure = encoding.startswith("utf") or len(text.split()) >= _SURE
    importer = PlainText() if is_sure else PlainText().in_encoding(encoding)

    assert copy_in(importer, data, file="x.txt") == _in(copy, table)


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding)


_RENDERER = Renderer(base_path="/", typography=NO_RULES)
_LINES = sorted({line for _, text, _ in SHAPES for line in text.splitlines()})
_MARKS = {fold(word) for word in ("كتب", "كتبت", "بقلم", "من", "في")}
_SIGNED = {Role.BYLINE, Role.DATELINE}
_SET_ASIDE = {Role.DATE, Role.UPDATED, Role.HEADLINE_AGAIN, Role.RELATED_CUE, *_SIGNED}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(_LINES) | st.text("ابتثج .:-*1«»#_<>&\u200f\u00a0", max_size=40), min_size=1
    )
)
def test_the_words_of_a_text_are_those_of_its_page(lines: list[str]) -> None:
    try:
        copy = parse("\n".join(lines), file="x.txt")
    except ContentError:
        return
    said = _words(html.unescape("\n".join(lines)))
    for taken in copy.taken:
        if taken.role in _SET_ASIDE:
            said -= _words(taken.text)
        if taken.role is Role.RELATED and is_cue(cue := re.split(r"[:.|…]", taken.text)[0]):
            said -= _words(cue)

    assert said == _words(_shown(copy))
    signed = "\n".join(taken.text for taken in copy.taken if taken.role in _SIGNED)
    names = [f"{writer.name} {writer.role}" for writer in copy.writers]
    said_of_them = "\n".join([*names, copy.source, copy.place])
    assert _without_and(signed) == _without_and(said_of_them)


def _shown(copy: Copy) -> str:
    """Give what a reader sees of a story; a title that was cut stands in the body too."""
    page = _RENDERER.render("\n\n".join(blocks(copy.parts))).parts
    body = [
        html.unescape(re.sub("<[^>]*>", " " if "<p" in part.html else "", part.html))
        if isinstance(part, Prose)
        else " ".join(story.label for story in part.stories)
        for part in page
        if isinstance(part, Prose | Related)
    ]
    title = "" if copy.title_is_cut else copy.title
    return "\n".join([title, copy.kicker, copy.summary, *body])


def _without_and(text: str) -> set[str]:
    """Give the words of a byline; «و» joins two names and is no part of the second."""
    return {word.removeprefix("و") for word in _words(text)}


def _words(text: str) -> Counter[str]:
    """Count the words of a text; figures may have become those of a list."""
    found = (fold(word) for word in re.findall(r"[^\W\d_]+", without_strays(text)))
    return Counter(word for word in found if word not in _MARKS)
