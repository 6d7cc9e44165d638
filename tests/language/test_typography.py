"""Signs, quotes, spaces and letters as a typesetter would set them; words as they were written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.language.characters import TATWEEL
from nashra.language.typography import NO_RULES, OBJECT, Rules, typeset, typeset_text

NBSP = "\u00a0"


def arabic(text: str) -> str:
    return typeset_text(text, language="ar")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('قال "نعم" ومضى', "قال «نعم» ومضى", "straight quotes"),
        ('"أولا "ثانيا" ثالثا"', "«أولا “ثانيا” ثالثا»", "one quotation in another"),
        ('"قال «نعم» ومضى"', "«قال “نعم” ومضى»", "a typed one in a straight one"),
        ('«قال "نعم" ومضى»', "«قال “نعم” ومضى»", "a straight one in a typed one"),
        ('و"النهر" عال', "و«النهر» عال", "a quotation glued to a conjunction"),
        ('قال: "نعم".', "قال: «نعم».", "before a full stop"),
        ('("نعم")', "(«نعم»)", "in brackets"),
        ('قال "نعم ومضى', "قال «نعم ومضى", "never closed: it still opens"),
        ('نعم" قال', "نعم» قال", "never opened: it still closes"),
        ('شاشة 15" مسطحة', 'شاشة 15" مسطحة', "inches"),
        ("طوله 5' تقريبا", "طوله 5' تقريبا", "feet"),
        ("قال 'نعم' ومضى", "قال «نعم» ومضى", "single quotes"),
        ("\"قال 'نعم' ومضى\"", "«قال “نعم” ومضى»", "single ones in double ones"),
        ("قال it's fine ومضى", "قال it's fine ومضى", "an apostrophe"),
        (
            'كتاب "The River" جديد',
            "كتاب «The River» جديد",
            "the sentence's quotes around a Latin title",
        ),
        (
            'كتب He said "no" to me ومضى',
            'كتب He said "no" to me ومضى',
            "quotes between English words",
        ),
        ('He said "no".', 'He said "no".', "a line of English in an Arabic paper"),
        ("“نعم”", "“نعم”", "what was typed with care stays"),
    ],
)
def test_quotes(text: str, expected: str, why: str) -> None:
    assert arabic(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("نهر, بحر; جبل?", "نهر، بحر؛ جبل؟", "Latin signs after Arabic letters"),
        ("نهرٌ, بحر", "نهرٌ، بحر", "after tashkeel"),
        ("«نهر», بحر", "«نهر»، بحر", "after a quotation"),
        ("عام 2026, ثم", "عام 2026، ثم", "after a number"),
        ("1,234 و10:30", "1,234 و10:30", "in numbers"),
        ("تعلم C++, ثم", "تعلم C++، ثم", "a name, and then Arabic"),
        ("هل تعلمت C++?", "هل تعلمت C++؟", "an Arabic question that ends with a name"),
        ("سأل Who are you? ومضى", "سأل Who are you? ومضى", "an English question"),
        ("مدن London, Paris كبيرة", "مدن London, Paris كبيرة", "English's own comma"),
        ("زر https://example.org/?a=1,2 الآن", "زر https://example.org/?a=1,2 الآن", "an address"),
        ("راسل a,b@example.org", "راسل a,b@example.org", "an address of post"),
        ("ملف a,b.txt هنا", "ملف a,b.txt هنا", "a file's name"),
        ("مبروك ;) نعم", "مبروك ;) نعم", "a face made of signs"),
        ("انتظر... ثم", "انتظر… ثم", "three dots"),
        ("المجلد ../نهر", "المجلد ../نهر", "dots of a path"),
        ("ماذا??", "ماذا؟؟", "twice"),
    ],
)
def test_punctuation(text: str, expected: str, why: str) -> None:
    assert arabic(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("نهر ، بحر ؛ جبل ؟", "نهر، بحر؛ جبل؟", "no space before a sign"),
        ("انتهى .", "انتهى.", "nor before a full stop"),
        ("نعم !", "نعم!", "nor before an exclamation"),
        ("قال : نعم", "قال: نعم", "nor before a colon"),
        ("نهر،بحر؛جبل؟نعم", "نهر، بحر؛ جبل؟ نعم", "one after it"),
        ("نهر،  بحر", "نهر، بحر", "and no more than one"),
        ("قال:نعم", "قال: نعم", "after a colon"),
        ("نعم!قال", "نعم! قال", "after an exclamation"),
        ("انتهى.وقال", "انتهى. وقال", "after a full stop"),
        ("م.ع و ج.م.ع", "م.ع و ج.م.ع", "not in initials"),
        ("زوروا نهر.مصر الآن", "زوروا نهر.مصر الآن", "not in an Arabic domain"),
        ("١،٥ درجة", f"١،٥{NBSP}درجة", "not between digits"),
        ("الآية 2:255 منها", "الآية 2:255 منها", "not in a reference"),
        ("« نهر » و( بحر )", "«نهر» و(بحر)", "none just inside"),
        ("«نهر»وبحر", "«نهر» وبحر", "one after a quotation"),
        ("الرئيسية » علوم", "الرئيسية » علوم", "a separator is no quotation"),
        ("لغة .NET قديمة", "لغة .NET قديمة", "a dot that begins a name"),
        ("مرحبا :) نعم", "مرحبا :) نعم", "a face made of signs"),
        ("- [ ] بند", "- [ ] بند", "an empty box"),
    ],
)
def test_spaces(text: str, expected: str, why: str) -> None:
    assert arabic(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("محمـــد", "محمد", "a stretched name"),
        ("سلامـ", "سلام", "stretched at its end"),
        ("عام 1448 هـ", f"عام 1448{NBSP}هـ", "the sign of Hijri years"),
        ("عام 1448هـ", "عام 1448هـ", "glued to the year"),
        ("لـ W3C وبـ42", "لـ W3C وبـ42", "a letter glued to what cannot join"),
        ("الـDNA والـ 5G", "الـDNA والـ 5G", "the article before Latin"),
        ("حرف «عـ» وحده", "حرف «عـ» وحده", "the form of a letter"),
        ("الضمير ـهم", "الضمير ـهم", "an ending on its own"),
        ("مُحَمَّــد", "مُحَمَّد", "tashkeel stays"),
        ("ﻣﺤﻤﺪ ﻻ", "محمد لا", "presentation forms"),
        ("النبي ﷺ والله ﷻ", "النبي ﷺ والله ﷻ", "signs for whole phrases"),
        ("﴿نص﴾", "﴿نص﴾", "the Quran's brackets"),
        ("٣ ۳ 3", "٣ ۳ 3", "digits are never changed"),
    ],
)
def test_letters(text: str, expected: str, why: str) -> None:
    assert arabic(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("على بعد 12 كم", f"على بعد 12{NBSP}كم", "a unit"),
        ("وزنه ٣ كغ", f"وزنه ٣{NBSP}كغ", "Arabic digits"),
        ("بنسبة 5 %", f"بنسبة 5{NBSP}%", "a sign"),
        ("ثمنه 20 دولارا", f"ثمنه 20{NBSP}دولارا", "money"),
        ("سبح 12 كمينا", "سبح 12 كمينا", "a word that begins like one"),
        ("بعد 3 أيام", "بعد 3 أيام", "no unit"),
    ],
)
def test_units(text: str, expected: str, why: str) -> None:
    assert arabic(text) == expected, why


@pytest.mark.parametrize(
    ("language", "text", "expected", "why"),
    [
        (
            "fa",
            'گفت "می\u200cرود" , خانه\u200cی ما?',
            "گفت «می\u200cرود»، خانه\u200cی ما؟",
            "joiners stay",
        ),
        ("fa", "۱۲ کیلومتر", f"۱۲{NBSP}کیلومتر", "Persian units"),
        ("ur", "وہ آیا. پھر گیا.", "وہ آیا۔ پھر گیا۔", "Urdu's full stop"),
        ("ur", 'اس نے "ہاں" کہا', "اس نے ”ہاں“ کہا", "Urdu's quotes"),
        ("he", 'צה"ל הודיע', "צה״ל הודיע", "an acronym's mark"),
        ("he", 'מפא"יניק ותיק', "מפא״יניק ותיק", "an acronym with an ending"),
        ("he", 'אמר "שלום" והלך', "אמר „שלום” והלך", "a quotation"),
        ("he", 'קראתי ב"הארץ" היום', "קראתי ב„הארץ” היום", "a quotation glued to a preposition"),
        ("he", "ג'ירפה וצ'יפס", "ג׳ירפה וצ׳יפס", "geresh"),
        ("he", "שלום, מה נשמע?", "שלום, מה נשמע?", "Hebrew has Latin's signs"),
        ("he", "שלום , חבר", "שלום , חבר", "spaces before its commas are for its editors"),
        ("he", '5 ק"מ', f"5{NBSP}ק״מ", "a unit that is an acronym"),
        ("en", 'He said "it\'s here"...', "He said “it’s here”...", "English quotes"),
        ("en", "And then... 5 km", f"And then… 5{NBSP}km", "dots and units"),
        ("en", 'a 15" screen', 'a 15" screen', "inches"),
        ("fr", 'Il dit "oui" !', f"Il dit «{NBSP}oui{NBSP}»{NBSP}!", "French spaces"),
        ("tr", 'Dedi "evet".', 'Dedi "evet".', "a language of which nothing is known"),
    ],
)
def test_other_languages(language: str, text: str, expected: str, why: str) -> None:
    assert typeset_text(text, language=language) == expected, why


@pytest.mark.parametrize(
    ("runs", "expected", "why"),
    [
        (['"', "قال", '" الوزير'], ["«", "قال", "» الوزير"], "a quotation that begins in bold"),
        (['انظر "', OBJECT, '", ثم'], ["انظر «", OBJECT, "»، ثم"], "code in a quotation"),
        (["قال", ", ثم"], ["قال", "، ثم"], "a comma after a bold word"),
        (["«نهر»", "وبحر"], ["«نهر» ", "وبحر"], "a space between runs goes to the first"),
        (["نهر ", " ، بحر"], ["نهر", "، بحر"], "a stretch that reaches over two"),
        (["محمـ", "ـد"], ["محم", "د"], "a word in two runs"),
        ([], [], "nothing"),
    ],
)
def test_runs_of_one_block(runs: list[str], expected: list[str], why: str) -> None:
    assert typeset(runs, language="ar") == expected, why


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (Rules(), f"قال «نعم»، محمد 5{NBSP}كم!"),
        (Rules(quotes=False), f'قال "نعم"، محمد 5{NBSP}كم!'),
        (Rules(punctuation=False), f"قال «نعم», محمد 5{NBSP}كم!"),
        (Rules(spaces=False), f"قال «نعم»، محمد 5{NBSP}كم !"),
        (Rules(letters=False), f"قال «نعم»، محمـد 5{NBSP}كم!"),
        (Rules(units=False), "قال «نعم»، محمد 5 كم!"),
        (NO_RULES, 'قال "نعم", محمـد 5 كم !'),
    ],
)
def test_each_part_can_be_left_out(rules: Rules, expected: str) -> None:
    text = 'قال "نعم", محمـد 5 كم !'

    assert typeset_text(text, language="ar", rules=rules) == expected


LANGUAGES = st.sampled_from(["ar", "ar", "ar", "fa", "ur", "he", "en", "fr", "tr"])
PARTS = st.sampled_from(
    [
        *"\"'\"'«»“”()[].,;:?!،؛؟۔…-/@%", " ", " ", " ", "  ", "\u00a0", "\n", "...",
        "....", "ـ", "ـــ",
        "نهر", "و", "بحر", "هـ", "مُدّ", "ﻻ", "ﷺ", "\ufe70", "שלום", 'צה"ל', "Apple", "it's", "5",
        "1,234", "٣", "۷",
        "كم", "دولار", "km", "https://a.org/?b,c", "a@b.org", ":)", "می\u200cرود", OBJECT, "آیا",
    ]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=14).map("".join)


def words_of(text: str) -> str:
    """Give the letters, marks and digits of a text, drawn forms and tatweel put aside."""
    letters = unicodedata.normalize("NFKC", text).replace(TATWEEL, "")
    kept = (each for each in letters if each.isalnum() or unicodedata.category(each) == "Mn")
    return unicodedata.normalize("NFC", "".join(kept))


@settings(max_examples=1500, deadline=None)
@given(TEXTS | st.text(max_size=30), LANGUAGES)
def test_words_are_never_changed_and_twice_is_once(text: str, language: str) -> None:
    once = typeset_text(text, language=language)

    assert words_of(once) == words_of(text)
    assert typeset_text(once, language=language) == once


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXTS, max_size=4), LANGUAGES)
def test_runs_are_set_as_if_they_were_one(runs: list[str], language: str) -> None:
    done = typeset(runs, language=language)

    assert len(done) == len(runs)
    assert "".join(done) == typeset_text("".join(runs), language=language)


@pytest.mark.parametrize("character", [*"\"'.,;?«ـ (:،ا1aﻻ"])
def test_a_megabyte_of_one_character_ends(character: str) -> None:
    text = f"ا {character * 1_000_000} ا"

    assert len(arabic(text)) >= 2


@pytest.mark.parametrize("unit", ['ا"', '" ', "ا'", "ا ", "ا, ", " .", "« ", '"ا" ', "a,", "ا.ا"])
@pytest.mark.parametrize("language", ["ar", "he", "ur", "en"])
def test_a_long_line_of_one_thing_ends(unit: str, language: str) -> None:
    assert len(typeset_text("ا" + unit * 20_000, language=language)) > 2
