"""Bytes to text: every encoding that newsrooms have saved in, and nothing made up."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError, Severity
from nashra.importers.encoding import Decoded, text_of
from nashra.importers.encoding_names import declared_in, named

SAMPLES = Path(__file__).parents[2] / "../shared/samples"

TEXTS = {
    "three words": "مكتبة الحي تعود",
    "a headline": "مكتبة الحي تفتح أبوابها للقراء الصغار",
    "a paragraph": "اختار عصفور دوري صندوق البريد في شارع الياسمين ليبني عشه. وعلق ساعي البريد "
    "لافتة صغيرة، وطلب من سكان الشارع أن يستلموا رسائلهم من نافذته إلى أن يطير الفراخ.",
    "with figures": "باعت المكتبة 1250 كتابا في 3 أيام، منها 40 قصة مصورة للأطفال (12.5%).",
    "with Latin": "أطلق النادي تطبيق Bird Watch 2 للهواتف، وقال إنه يعمل على Android أيضا.",
    "with every sign": "سأل الطفل: متى يعود الهدهد؟ فقالت المعلمة؛ وهي تبتسم: غدا، إن شاء الله!",
    "half with tashkeel": "قرأ المعلّمُ القصةَ على الأطفال قراءةً هادئةً، ثمّ رسم كلٌّ منهم طائرا.",
    "with all tashkeel": "جَلَسَ الطِّفْلُ تَحْتَ الشَّجَرَةِ وَقَرَأَ كِتَابَهُ حَتَّى غَابَتِ الشَّمْسُ.",
    "with tatweel": "مكـتـبة الحـي تفتـح أبوابهـا هـذا الأسـبوع",
    "lines": "حكاية القطار القديم\nيعود القطار إلى المحطة بعد ترميمه.\r\n\r\n"
    "ويحمل في رحلته الأولى طلاب المدرسة.\n- موسم الزيتون\n- سوق الحرفيين\n",
    "pages": "في صباح كل يوم يفتح العم صالح دكانه ويرتب الكتب على الرفوف الخشبية. يأتي الأطفال بعد "
    "المدرسة فيجلسون على الدرج ويقرؤون حتى المساء.\n" * 60,
}
FURTHER = {
    "guillemets": "قال مدير المكتبة: «نستقبل القراء كل مساء»، وأضاف: “أهلا بالجميع” – حتى الثامنة…",
    "Persian": "امروز صبح کتابخانه تازه در شهر گشوده شد و پدر ژاله چند کتاب برای خواندن آورد.",
}
HEBREW = {
    "a headline": "ספריית השכונה נפתחת מחדש לילדים",
    "a paragraph": "הבוקר נפתחה בעיר ספרייה חדשה, והילדים באו לקרוא סיפורים עם הוריהם עד הערב.",
    "with points": "בַּבֹּקֶר יָשַׁב הַיֶּלֶד בַּגַּן וְקָרָא סֵפֶר קָטָן עַל צִפֳּרִים",
}
LATIN = {
    "English": "The café said “no” — it’s a naïve plan, and the résumé of Señor Núñez says so.",
    "French": "Ce matin, une nouvelle bibliothèque a été inaugurée à l’école. Ça va être agréable.",
    "German": "Heute früh wurde in München eine Bücherei eröffnet; schöne Äpfel für alle.",
}
ARABIC_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "windows-1256",
    "iso-8859-6",
    "mac-arabic",
)
AS_ONE = str.maketrans({"\xa0": " "})
"""The Mac's right-to-left blank is ISO-8859-6's no-break space."""


def fitting(text: str, codec: str) -> str:
    """Leave out of a text what an encoding does not hold."""
    return text.encode(codec, errors="ignore").decode(codec)


def read(data: bytes, *, declared: str = "", told: str = "") -> Decoded:
    return text_of(data, file="x.txt", declared=declared, told=told)


CASES = [
    *((codec, name, text) for codec in ARABIC_ENCODINGS for name, text in TEXTS.items()),
    *(
        (codec, name, text)
        for codec in (*ARABIC_ENCODINGS[:6], "mac-arabic")
        for name, text in FURTHER.items()
    ),
    *((codec, name, text) for codec in ("utf-8", "cp1255") for name, text in HEBREW.items()),
    *(("iso8859-8", name, text) for name, text in HEBREW.items() if name != "with points"),
    *((codec, name, text) for codec in ("cp1252", "mac-roman") for name, text in LATIN.items()),
]


@pytest.mark.parametrize(("codec", "name", "text"), CASES, ids=lambda value: value[:20])
def test_a_text_comes_back_from_every_encoding_that_can_hold_it(
    codec: str, name: str, text: str
) -> None:
    written = fitting(text, codec)

    decoded = read(written.encode(codec))

    assert decoded.text == written, name
    assert not decoded.problems


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16 LE"),
        ("utf-16-be", "UTF-16 BE"),
        ("windows-1256", "Windows-1256"),
        ("iso-8859-6", "ISO-8859-6"),
        ("mac-arabic", "Mac Arabic"),
    ],
)
def test_an_encoding_is_named_as_people_name_it(codec: str, name: str) -> None:
    assert read(TEXTS["with every sign"].encode(codec)).encoding == name


def test_arabic_digits_of_the_mac_are_those_that_were_written() -> None:
    text = "فتحت المكتبة في ٢٤ نوفمبر ٢٠٢٦ وفيها 1500 كتاب، بزيادة ١٢٫٥٪."
    written = fitting(text, "mac-arabic")

    assert read(written.encode("mac-arabic")).text == written


# What a file says of itself


@pytest.mark.parametrize(
    ("codec", "declared", "why"),
    [
        ("windows-1256", "utf-8", "an archive that was moved and never re-saved"),
        ("windows-1256", "iso-8859-6", "another Arabic encoding"),
        ("windows-1256", "windows-1252", "a template made elsewhere"),
        ("utf-8", "windows-1256", "a page that was re-saved and keeps its old line"),
        ("mac-arabic", "windows-1256", "copied from Windows to a Mac"),
        ("iso-8859-6", "nonsense", "no encoding at all"),
    ],
)
def test_what_can_be_read_rules_over_what_a_file_declares(
    codec: str, declared: str, why: str
) -> None:
    text = TEXTS["a paragraph"]

    assert read(text.encode(codec), declared=declared).text == text, why


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        ('<?xml version="1.0" encoding="windows-1256"?><rss>', "windows-1256"),
        ("<?xml version='1.0' encoding = 'UTF-8'?>", "UTF-8"),
        ('<html><head><meta charset="utf-8">', "utf-8"),
        ("<META CHARSET=windows-1256>", "windows-1256"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
            "windows-1256",
        ),
        ('<?xml version="1.0"?><meta name="x">', ""),
        ("charset=utf-8", ""),
        ("<meta " * 5000, ""),
    ],
)
def test_pages_and_feeds_name_an_encoding_at_their_beginning(head: str, declared: str) -> None:
    assert declared_in(head.encode()) == declared


def test_what_a_file_declares_decides_where_it_is_too_short() -> None:
    data = "خبر قصير".encode("windows-1256")

    assert read(data, declared="windows-1256").text == "خبر قصير"


# What a person says


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("windows-1256", "Windows-1256"),
        ("windows-1256", "cp1256"),
        ("mac-arabic", "x-mac-arabic"),
        ("iso-8859-6", "ISO_8859-6"),
        ("utf-16-be", "UTF-16BE"),
        ("cp720", "cp720"),
    ],
)
def test_what_a_person_names_rules(codec: str, told: str) -> None:
    assert read("خبر".encode(codec), told=told).text == "خبر"


@pytest.mark.parametrize(
    ("data", "told", "what"),
    [
        (
            "خبر".encode("windows-1256"),
            "iso-8859-8",
            "The file is not ISO-8859-8: byte 1 of line 1",
        ),
        ("خبر".encode(), "nonsense", "no encoding named nonsense"),
        ("خبر".encode(), "rot13", "no encoding named rot13"),
        ("خبر".encode(), "idna", "no encoding named idna"),
    ],
)
def test_what_a_person_names_wrongly_is_refused(data: bytes, told: str, what: str) -> None:
    with pytest.raises(ContentError, match=what):
        read(data, told=told)


def test_a_name_that_everybody_uses_for_another_encoding_is_that_one() -> None:
    latin = named("ISO-8859-1")

    assert latin is not None
    assert latin.name == "Windows-1252"


# What is broken


PARAGRAPH = TEXTS["a paragraph"]


@pytest.mark.parametrize(
    ("data", "text", "places", "why"),
    [
        (
            f"{PARAGRAPH}\nعنوا".encode() + b"\xd9",
            f"{PARAGRAPH}\nعنوا\ufffd",
            ["x.txt:2:5"],
            "cut in the middle of a letter",
        ),
        (
            f"سطر أول\n{PARAGRAPH}".encode().replace(b"\n", b"\n\xff\xfe"),
            f"سطر أول\n\ufffd{PARAGRAPH}",
            ["x.txt:2:1"],
            "bytes side by side are one place",
        ),
        (
            b"\xef\xbb\xbf" + PARAGRAPH.encode() + b"\r\n\x80 " + PARAGRAPH.encode() + b"\xe2\x80",
            f"{PARAGRAPH}\r\n\ufffd {PARAGRAPH}\ufffd",
            ["x.txt:2:1", f"x.txt:2:{len(PARAGRAPH) + 3}"],
            "places are counted in lines and characters",
        ),
        (
            f"{PARAGRAPH}\n".encode() + "نص".encode() + b"\xd9\n",
            f"{PARAGRAPH}\nنص\ufffd\n",
            ["x.txt:2:3"],
            "a short line is no other encoding for one byte",
        ),
        (
            PARAGRAPH.encode("utf-16-le") + b"\n",
            f"{PARAGRAPH}\ufffd",
            [f"x.txt:1:{len(PARAGRAPH) + 1}"],
            "half a character of UTF-16",
        ),
    ],
)
def test_each_broken_place_is_shown_and_told(
    data: bytes, text: str, places: list[str], why: str
) -> None:
    decoded = read(data)

    assert decoded.text == text, why
    assert [problem.place for problem in decoded.problems] == places
    assert {problem.severity for problem in decoded.problems} == {Severity.NOTICE}


def test_of_many_broken_places_the_rest_are_counted() -> None:
    decoded = read(f"{PARAGRAPH}\n".encode().replace(b"\n", b"\xff\n") * 30)

    assert decoded.text.count("\ufffd") == 30
    assert len(decoded.problems) == 21
    assert "Other broken places: 10." in decoded.problems[-1].what.en


def test_files_of_two_encodings_that_were_joined_are_each_read_in_its_own() -> None:
    first, second = "حكاية الهدهد في شارع الياسمين.\n", TEXTS["lines"]

    decoded = read(first.encode() + second.encode("windows-1256") + first.encode())

    assert decoded.text == first + second + first
    (problem,) = decoded.problems
    assert (problem.line, problem.severity) == (2, Severity.NOTICE)
    assert "Windows-1256" in problem.what.en


# What was garbled before it was saved


def taken_for(data: bytes, codec: str) -> bytes:
    """Read bytes as programs do that take them for another encoding, and save that as UTF-8."""
    read_wrong = (bytes([byte]).decode(codec, errors="ignore") or chr(byte) for byte in data)
    return "".join(read_wrong).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (taken_for(PARAGRAPH.encode(), "cp1252"), "UTF-8 taken for Windows-1252"),
        (taken_for(PARAGRAPH.encode(), "latin-1"), "for Latin-1"),
        (taken_for(PARAGRAPH.encode(), "cp1256"), "for Windows-1256"),
        (taken_for(PARAGRAPH.encode(), "mac-roman"), "for the Mac's"),
        (taken_for(taken_for(PARAGRAPH.encode(), "cp1252"), "cp1252"), "twice over"),
        (taken_for(PARAGRAPH.encode("cp1256"), "cp1252"), "Windows-1256 taken for Windows-1252"),
        (taken_for(PARAGRAPH.encode("iso-8859-6"), "latin-1"), "ISO-8859-6 taken for Latin-1"),
    ],
)
def test_garbled_letters_are_turned_back(data: bytes, why: str) -> None:
    decoded = read(data)

    assert decoded.text == PARAGRAPH, why
    (problem,) = decoded.problems
    assert "turned back" in problem.what.en
    assert problem.severity is Severity.NOTICE


def test_a_garbled_line_among_sound_ones_is_turned_back_alone() -> None:
    data = f"{PARAGRAPH}\nCafé Noël\n".encode() + taken_for(PARAGRAPH.encode(), "cp1252")

    decoded = read(data)

    assert decoded.text == f"{PARAGRAPH}\nCafé Noël\n{PARAGRAPH}"
    assert [problem.line for problem in decoded.problems] == [3]


def test_letters_that_were_lost_before_are_told() -> None:
    decoded = read("اختار عصف\ufffdر صندوق البريد.".encode())

    assert [problem.line for problem in decoded.problems] == [1]


def test_a_text_that_is_garbled_for_good_is_refused() -> None:
    lost = taken_for(PARAGRAPH.encode(), "cp1252").decode().replace("\x81", "").encode()

    with pytest.raises(ContentError, match="garbled"):
        read(lost)


@pytest.mark.parametrize(
    "text",
    [
        "«CAFÉ… NOËL»",
        "Übung, Čeština, Ελλάδα, Москва",
        "ظرف طبيعي، وطقس لطيف، وعطر غريب",
        "Ça va à Paris",
        "يكتب البعض Ø للدلالة على القطر",
        "大丈夫",
        "😀 مرحبا",
    ],
)
def test_sound_text_is_never_turned_into_another(text: str) -> None:
    assert read(text.encode()) == Decoded(text, "UTF-8")


# What is refused


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("قصة".encode("windows-1256"), "one word may be two in two encodings"),
        ("Сегодня утром в городе открылась новая библиотека.".encode("cp1251"), "Russian"),
        ("Сегодня утром в городе открылась новая библиотека.".encode("koi8-r"), "Russian again"),
        ("Σήμερα το πρωί άνοιξε μια νέα βιβλιοθήκη.".encode("cp1253"), "Greek"),
        ("今天早上城里开了一家新图书馆，孩子们和父母一起来看书。".encode("gb18030"), "Chinese"),
        ("今朝、町に新しい図書館が開きました。".encode("shift-jis"), "Japanese"),
        ("Bu sabah şehirde yeni bir kütüphane açıldı.".encode("cp1254"), "Turkish"),
        (fitting(PARAGRAPH, "cp720").encode("cp720"), "DOS: a person can name it"),
        ("ספריית השכונה נפתחת מחדש לילדים"[::-1].encode("iso8859-8"), "Hebrew written backwards"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0", "a picture"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "a Word file"),
        (b"text\0with a zero byte", "no text has one"),
        (b"\xff" * 5000, "one byte over and over"),
    ],
)
def test_what_is_no_text_for_certain_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ContentError) as refused:
        read(data)

    (problem,) = refused.value.problems
    assert problem.severity is Severity.ERROR, why
    assert problem.remedy.ar


# What holds always


LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
WORDS = TEXTS["lines"].split()


def letters_of(text: str) -> int:
    return sum(character in LETTERS for character in text)


@settings(max_examples=300, deadline=None)
@example(words=["حكاية"] * 8, codec="windows-1256")
@given(
    st.lists(
        st.sampled_from(WORDS)
        | st.text(LETTERS, min_size=1, max_size=9)
        | st.text(
            LETTERS + "پچژگڤکی،؛؟.:!()«»\u064b\u064e\u0651ـ \n-0123456789٠١٢abXY", max_size=9
        ),
        min_size=8,
        max_size=60,
    ),
    st.sampled_from(ARABIC_ENCODINGS),
)
def test_arabic_comes_back_as_it_was_or_is_refused(words: list[str], codec: str) -> None:
    text = fitting(" ".join(words), codec)
    assume(letters_of(text) >= 40)
    try:
        decoded = read(text.encode(codec))
    except ContentError:
        return
    assert decoded.text.translate(AS_ONE) == text.translate(AS_ONE)


@settings(max_examples=300, deadline=None)
@given(st.text(LETTERS, min_size=40, max_size=200), st.sampled_from(ARABIC_ENCODINGS[3:]))
def test_even_letters_at_random_are_never_others(text: str, codec: str) -> None:
    try:
        decoded = read(text.encode(codec))
    except ContentError:
        return
    assert decoded.text == text


@settings(max_examples=500, deadline=None)
@given(
    st.binary(max_size=400)
    | st.lists(st.integers(0x80, 0xFF), max_size=300).map(bytes)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", errors="ignore"))
    | st.text("ØÙ§„طظÃ©Çáÿß\n\ufffd a", max_size=100).map(str.encode),
    st.sampled_from(["", "utf-8", "windows-1256", "utf-16", "\0", "undefined"]),
)
def test_nothing_but_a_refusal_is_ever_raised(data: bytes, declared: str) -> None:
    try:
        decoded = read(data, declared=declared)
    except ContentError:
        return
    assert "\0" not in decoded.text
    decoded.text.encode()


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffd")))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assume(not any(sign in text for sign in "ØÙطظÿŸ×âÃÇù"))

    assert read(text.encode()) == Decoded(text, "UTF-8")


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 10**6,
        b"\xd8" * 10**6,
        b"\xff\n" * (10**6 // 2),
        b"\0" * 10**6,
        b"\x06" * 10**6,
        b"\xd9\x84\xff" * (10**6 // 3),
        ("Ø§" * 250_000).encode(),
        ("Ã©\n" * 200_000).encode(),
        ("\ufffd\n" * 250_000).encode(),
        (PARAGRAPH * 6000).encode("windows-1256"),
    ],
    ids=lambda data: repr(data[:6]),
)
def test_a_million_bytes_take_no_time(data: bytes) -> None:
    with suppress(ContentError):
        read(data)


# What newsrooms sent


FOLDERS = {
    "mac-arabic": "mac-arabic",
    "utf-16le-nobom": "utf-16-le",
    "utf-16be-nobom": "utf-16-be",
    "utf-16-bom": "utf-16",
    "utf-8-bom-crlf": "utf-8-sig",
    "windows-1256": "windows-1256",
    "windows-1256-crlf": "windows-1256",
    "iso-8859-6": "iso-8859-6",
    "windows-1255-hebrew": "windows-1255",
    "windows-1256-arabic": "windows-1256",
    "iso-8859-6-arabic": "iso-8859-6",
    "utf-8": "utf-8",
}
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (
        *SAMPLES.glob(f"encodings/{folder}/*"),
        *SAMPLES.glob(f"formats/enc_samples/chardet/tests/{folder}/*"),
    )
)


@pytest.mark.skipif(not FILES, reason="no samples here")
def test_no_letter_of_a_sample_is_garbled() -> None:
    for path in FILES:
        data = path.read_bytes()
        decoded = text_of(data, file=path.name)
        assert decoded.text == data.decode(FOLDERS[path.parent.name]).removeprefix("\ufeff"), path
        assert not decoded.problems
