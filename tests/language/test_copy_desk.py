"""What a copy desk strikes out, and what it leaves alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nashra.language.characters import INVISIBLE, TATWEEL
from nashra.language.copy_desk import BREAK, GAP, RULES, headlines
from nashra.language.copy_desk.desk import corrected, essence, faults
from nashra.language.copy_desk.misspelt import spellings

ONE_RULE = {
    "latin-comma": [
        ("عاد الصيادون, ثم رحلوا", ",", "between two Arabic words"),
        ("عاد الصيادون,", ",", "at the end of a line"),
        ("قال «نعم», ومضى", ",", "behind a closing quote"),
        ("في **المرفأ**, وحوله", ",", "behind emphasis"),
        ("عزفت Luna, ثم غنت", ",", "a Latin word in an Arabic sentence"),
    ],
    "latin-semicolon": [("عاد الصيادون; لأن البحر هائج", ";", "between two Arabic words")],
    "latin-question": [
        ("هل عاد الصيادون?", "?", "at the end"),
        ("هل عادوا? نعم", "?", "within a text"),
        ("متى «عادوا»?", "?", "behind a quote"),
    ],
    "space-before": [
        ("عاد الصيادون ، ثم رحلوا", " ", "before a comma"),
        ("عاد الصيادون  .", "  ", "two blanks are one slip"),
        ("هل عادوا ؟", " ", "before a question mark"),
        ("قال «نعم» ، ومضى", " ", "behind a quote"),
        ("The boats came home .", " ", "in English too"),
        ("عاد الصيادون\u00a0،", "\u00a0", "a no-break space"),
    ],
    "space-after": [
        ("عاد الصيادون،ثم رحلوا", "،", "a comma"),
        ("عاد الصيادون.ثم رحلوا", ".", "a full stop"),
        ("قال المدير:سنعود", ":", "a colon"),
        ("عاد؟نعم", "؟", "a question mark"),
    ],
    "doubled-space": [
        ("عاد  الصيادون", "  ", "two"),
        ("عاد     الصيادون", "     ", "many"),
        ("عاد\tالصيادون\t\tاليوم", "\t\t", "tabs"),
        ("The  boats", "  ", "in English"),
    ],
    "doubled-word": [
        ("عاد في في المساء", "في في", "a preposition"),
        ("قال إن إن البحر هادئ", "إن إن", "a particle"),
        ("المدرسة المدرسة الجديدة", "المدرسة المدرسة", "a noun with the article"),
        ("The the boats", "The the", "in English, whatever the case"),
    ],
    "kashida": [
        ("خبر عـــاجل", "ـــ", "a long one"),
        ("جـديد", "ـ", "a short one"),
        ("مُـدير", "ـ", "behind a mark"),
    ],
    "presentation-form": [
        ("ﻣﺮﺣﺒﺎ بكم", "ﻣﺮﺣﺒﺎ", "a word out of a PDF"),
        ("قال ﻻ ومضى", "ﻻ", "one ligature"),
    ],
    "bidi-control": [
        ("عاد \u200fالصيادون", "\u200f", "a mark between Arabic words"),
        ("\u200fعاد الصيادون", "\u200f", "one that begins a line"),
        ("عاد \u202aالصيادون", "\u202a", "an embedding that is never closed"),
        ("عاد الصيادون\u202c", "\u202c", "a close of nothing"),
    ],
    "invisible": [
        ("عاد\u200b الصيادون", "\u200b", "a space of no width"),
        ("عاد\ufeff الصيادون", "\ufeff", "a byte order mark within a text"),
        ("الصياد\u00adون", "\u00ad", "a soft hyphen"),
        ("عاد\u200c الصيادون", "\u200c", "a joiner that parts nothing"),
    ],
    "mixed-digits": [
        ("غادر 12 قاربا وعاد 11 منها و٩ غدا", "٩", "the rarer family"),
        ("عام ٢٠2٦", "٢٠2٦", "one number in two families"),
        ("عام ۲٠٢٦", "۲٠٢٦", "Persian and Arabic digits in one number"),
    ],
    "unbalanced": [
        ("قال «سنعود غدا", "«", "a quote that is never closed"),
        ("قال سنعود» غدا", "»", "a quote that was never opened"),
        ("عاد (أمس الصيادون", "(", "a bracket"),
        ("عاد أمس] الصيادون", "]", "a square one"),
        ('قال "سنعود غدا', '"', "an odd straight quote"),
        ("قال “سنعود غدا", "“", "an odd curly quote"),
        ("عاد (أمس\n\nثم رحل) غدا", "(", "a bracket ends with its paragraph"),
    ],
    "ya-ending": [
        ("عاد الى المرفأ", "الى", "a preposition"),
        ("فى المساء", "فى", "another"),
        ("والتى عادت", "والتى", "with a prefix"),
        ("الفريق المصرى", "المصرى", "an adjective"),
        ("زار المستشفي", "المستشفي", "the other way round"),
        ("إحدي السفن", "إحدي", "a number"),
    ],
    "ta-marbuta": [
        ("افتتح المدرسه", "المدرسه", "with the article"),
        ("بالحكومه", "بالحكومه", "with a preposition"),
        ("قررت حكومه جديدة", "حكومه", "without"),
        ("هذة السفينة", "هذة", "the other way round"),
    ],
    "hamza": [
        ("الإجتماع اليوم", "الإجتماع", "an eighth form"),
        ("إستقبال الضيوف", "إستقبال", "a tenth form"),
        ("إنطلق السباق", "إنطلق", "a verb of the seventh"),
        ("للإقتصاد", "للإقتصاد", "behind two prefixes"),
        ("او غدا", "او", "a hamza that is missing"),
        ("الامم", "الامم", "a hamza below the article"),
        ("إبن المدينة", "إبن", "a noun with a joining alef"),
    ],
    "spelling": [("لاكن البحر هادئ", "لاكن", "a vowel that is not written")],
    "two-endings": [
        ("المنارة عالية. رأيت المناره", "المناره", "with the article"),
        ("سفينة شراعية ثم شراعيه", "شراعيه", "an adjective without"),
    ],
}
CLEAN = [
    ("قال: «عاد الصيادون، ثم رحلوا؛ فمتى يعودون؟»", "good copy"),
    ("بلغ السعر 1,5 مليون و10,000 درهم", "a comma within a number"),
    ("زار Paris, London في يوم", "a comma between Latin words"),
    ("كيف حالكم ;) اليوم", "a face"),
    ("وكالة أ.ف.ب ود.ب.أ", "stops in an abbreviation"),
    ("قناة (بي.بي.سي)", "the names of Latin letters"),
    ("د.ليلى", "a title of one letter"),
    ("الساعة 9:30 و1.5 متر", "a clock and a fraction"),
    ("لغة .NET وملف .md", "a stop that begins a name"),
    ("انتظر ... ثم عاد", "an ellipsis"),
    ("سار رويدا رويدا حتى وصل", "an adverb said twice"),
    ("وقفوا صفا صفا", "another"),
    ("نقلوا العدسة قطعة قطعة", "a noun said twice for each of many"),
    ("البحر هو هو", "a pronoun"),
    ("الحذر الحذر", "what is urged"),
    ("راديو بي بي سي", "initials"),
    ("ولي ولي العهد", "a title"),
    ("محمد محمد محمود", "a son named as his father"),
    ("He said that that was all, and had had enough", "what English says twice"),
    ("عام 1448 هـ الموافق", "the sign of the Hijra"),
    ("قال لـ«السنونو» ولـCNN بـ50 درهما", "a tatweel before what does not join"),
    ("الرحمـٰن", "a tatweel that bears a mark"),
    ("صلى الله عليه وسلم ﷺ وآية ﴿اقرأ﴾", "signs of honour and ornate brackets"),
    ("شركة\u200e (Luna) اليوم", "a mark of direction beside Latin"),
    ("بصيغة \u2067Markdown\u2069 اليوم", "an isolate around Latin"),
    ("رقم \u200f5-3", "a mark beside digits"),
    ("هاتف iPhone 15 وعدد ١٢", "Latin digits that belong to a Latin word"),
    ("عاد ١٢ قاربا عام ٢٠٢٦", "one family of digits"),
    ("غادر 12 قاربا عام 2026", "the other"),
    ("أ) الأول ب) الثاني 1) الثالث", "signs of items"),
    ("وصل :) أمس", "a face"),
    ("قال «بدأت.\n\n«ثم مضت.\n\nثم عادت».", "a quotation of three paragraphs"),
    ('شاشة 15" جديدة', "inches"),
    ('צה"ל הודיע', "Hebrew's gershayim"),
    ("قال ”سنعود“ غدا", "curly quotes, either first"),
    ("سلّم على علي وعلى ليلى", "names that end in ي and ى"),
    ("قرأ في مكتبه كتابه عن مدرسه", "pronouns"),
    ("هذا مؤسسه ومنظمه وما مجموعه", "pronouns after what could take ة"),
    ("المكتبة قرب مكتبه", "a library, and his office"),
    ("الكرة والكره والفقه والمياه", "words that end in ه"),
    ("والي المدينة وفى بوعده، وهو فاهم لا واهم", "words that a prefix makes"),
    ("وصل الأمير وزاره المحافظ", "a verb with a pronoun, no ministry"),
    ("البنك ومحافظه وموظفيه", "more pronouns"),
    ("شبكة واي فاي ومنظمة فاو وحرف واو", "loans and a letter"),
    ("إنتاج وإنجاز وإعلان وإدارة", "fourth forms keep their hamza"),
    ("أن وإن وأنه وإنه ولأن", "particles that only their place decides"),
    ("إستونيا وإستراتيجية", "a country and a loan"),
    ("", "nothing"),
    (" \n\t\n", "blanks"),
    (f"عاد {GAP}{GAP}  {GAP} الصيادون", "blanks about code"),
]


@pytest.mark.parametrize(
    ("rule", "text", "found", "why"),
    [(rule, *case) for rule, cases in ONE_RULE.items() for case in cases],
)
def test_a_slip(rule: str, text: str, found: str, why: str) -> None:
    told = [(fault.rule, text[fault.start : fault.end]) for fault in faults(text)]
    assert told == [(rule, found)], why


@pytest.mark.parametrize(("text", "why"), CLEAN)
def test_good_copy(text: str, why: str) -> None:
    assert faults(text) == [], why


def test_every_rule_has_a_case() -> None:
    elsewhere = {rule for rule in RULES if rule.startswith(("headline", "summary", "persian"))}
    assert ONE_RULE.keys() | elsewhere == set(RULES)


@pytest.mark.parametrize(
    ("language", "text", "rules", "why"),
    [
        ("fa", "می‌رود به خانه", [], "a joiner within a word is a letter's business"),
        ("fa", "كتاب خوب", ["persian-letter"], "an Arabic kaf"),
        ("fa", "علي آمد", ["persian-letter"], "an Arabic ya"),
        ("fa", "کتاب خوب, کتاب بد", ["latin-comma"], "its comma is the Arabic one"),
        ("fa", "کم کم آمد", [], "said twice on purpose"),
        ("fa", "از از خانه", ["doubled-word"], "a preposition"),
        ("fa", "مدرسه و خانه", [], "ه is Persian's own ending"),
        ("ur", "یہ کتاب ہے، وہ کتاب ہے۔", [], "Urdu"),
        ("he", "הסירות חזרו , ואז", ["space-before"], "Hebrew's comma is the Latin one"),
        ("en", "The boats came  home", ["doubled-space"], "English"),
        ("en", "The paper «السنونو» said, then left", [], "an Arabic name in English"),
        ("fr", "Vraiment ? Oui !", [], "French has a space there"),
    ],
)
def test_a_text_is_read_by_the_rules_of_its_language(
    language: str, text: str, rules: list[str], why: str
) -> None:
    assert [fault.rule for fault in faults(text, language=language)] == rules, why


@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ("عاد  الصيادون , ثم رحلوا .", "عاد الصيادون، ثم رحلوا.", "blanks and a comma"),
        ("هل عادوا  ?", "هل عادوا؟", "a blank before what becomes Arabic"),
        ("عاد?\u200f ثم", "عاد؟ ثم", "a mark that nobody sees does not come between"),
        ("عـــاجل: ﻣﺮﺣﺒﺎ", "عاجل: مرحبا", "shapes"),
        ("عاد \u200fالصيادون\u200f.", "عاد الصيادون\u200f.", "a mark beside a stop may hold it"),
        ("عاد \u202bالصيادون\u202c أمس", "عاد الصيادون أمس", "an embedding of what runs so anyway"),
        ("فى الحكومه او", "فى الحكومه او", "words are for a person to change"),
        ("عزفت Luna, ثم", "عزفت Luna, ثم", "so is a comma on a border"),
        ("صدر\u00a0\u00a0\u00a0عجز", "صدر\u00a0\u00a0\u00a0عجز", "a verse's halves"),
        ("الصياد\u200bون", "الصياد\u200bون", "it may be all that parts two words"),
        ("\u200f نص", "\u200f نص", "without the mark the line would begin with a blank"),
    ],
)
def test_what_is_certain_is_put_right(text: str, right: str, why: str) -> None:
    assert settled(text) == right, why


@pytest.mark.parametrize(
    ("title", "rules", "why"),
    [
        ("عودة السلاحف", [], "a headline"),
        ("عودة السلاحف.", ["headline-stop"], "a full stop"),
        ("عودة السلاحف...", [], "an ellipsis"),
        ("نقش من القرن الثالث ق.م.", [], "an abbreviation"),
        ("كلمة " * 19, ["headline-long"], "too long"),
        ("كَ" * 80, [], "tashkeel takes no room"),
        ("عُـــودَةُ السَّلاحِفِ", [], "a vocalised headline is a headline"),
    ],
)
def test_headlines(title: str, rules: list[str], why: str) -> None:
    text = f"title: {title}"
    told = list(headlines.headline(text, 7, len(text)))
    assert [fault.rule for fault in told] == rules, why


def test_standfirsts() -> None:
    assert list(headlines.standfirst("كلمة " * 44, 0, 220)) == []
    assert [f.rule for f in headlines.standfirst("كلمة " * 45, 0, 225)] == ["summary-long"]


def test_no_right_spelling_is_in_the_table_as_wrong() -> None:
    table = spellings()
    assert not {right for _, right in table.values()} & table.keys()


def settled(text: str) -> str:
    """Put right what is certain until nothing is left of it."""
    for _ in range(9):
        found = [fault for fault in faults(text) if fault.certain]
        if not found:
            return text
        text = corrected(text, found)
    raise AssertionError("it never ends")


def letters(text: str) -> list[str]:
    """Give the letters and digits of a text, whatever their shape."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).replace(TATWEEL, "")
    return [character for character in plain if character.isalnum()]


COPY = st.text(
    st.sampled_from(
        'اببتثسلى يىةهأإآ  ،؛؟.,;?!:()[]«»"“”*_#-`|\n\t\u00a0'
        "ـﻻﻣ\u200f\u200e\u202a\u202b\u202c\u2067\u2069\u200b\u200c\ufeffabc12١٢۲َّ" + GAP + BREAK
    ),
    max_size=60,
)


@given(st.one_of(COPY, st.text(max_size=40)))
@example("ا ,,؟")
@example("\u202bا\u202c\u202c")
def test_putting_right_ends_keeps_every_letter_and_is_done_once(text: str) -> None:
    right = settled(text)

    assert letters(right) == letters(text)
    assert essence(right) == essence(text)
    assert settled(right) == right


@given(st.one_of(COPY, st.text(max_size=40)), st.sampled_from(["ar", "fa", "en", "he"]))
def test_every_slip_lies_in_the_text_and_has_a_known_rule(text: str, language: str) -> None:
    for fault in faults(text, language=language):
        assert 0 <= fault.start < fault.end <= len(text)
        assert fault.rule in RULES
        assert fault.instead != text[fault.start : fault.end], "what is right is no slip"
        assert not fault.certain or fault.instead is not None


@pytest.mark.parametrize("sign", 'ا ,.(«»)"“ـ\u200f\u202a\u202c\u200b\u200cﻻ١1،؟a\n|`')
def test_a_megabyte_of_one_sign_is_read_in_no_time(sign: str) -> None:
    assert isinstance(faults(sign * 1_000_000), list)
    assert isinstance(faults(f"ا{sign}" * 100_000), list)
