"""Slugs in Latin letters and as short names; the Arabic ones of all kinds of headlines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.short_id import is_own_id, own_id
from nashra.language.slug import MAX_BYTES, SlugStyle, slug_in, slugify

HEADLINES = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0590, max_codepoint=0x06FF),
        st.characters(min_codepoint=0x00C0, max_codepoint=0x024F),
        st.characters(min_codepoint=0xFB1D, max_codepoint=0xFEFF),
        st.characters(),
        st.sampled_from(" -_/؟'\"\u200c\u200f\u0640"),
    ),
    max_size=150,
)
LATIN = [
    ("حكومة جديدة في لبنان", "hkuma-jdida-fi-lebanon", "a name as in English, the rest by letters"),
    ("رئيس الوزراء", "rais-al-wzra", "a title that everybody spells so; the article"),
    ("القاهرة", "cairo", "a city"),
    ("والقاهرة", "wa-cairo", "with what is written as one word with it"),
    ("بلبنان", "bi-lebanon", "a name with a particle"),
    ("للعراق", "li-iraq", "whose article the particle took"),
    ("عمّان", "amman", "a shadda tells two capitals apart"),
    ("عُمان", "oman", "and its absence"),
    ("محمد", "muhammad", "a person"),
    ("مُحَمَّد", "muhammad", "whatever tashkeel is written"),
    ("أحمد", "ahmad", "with a hamza"),
    ("احمد", "ahmad", "and without"),
    ("نجيب محفوظ", "naguib-mahfouz", "as he spelled himself"),
    ("الله", "allah", "no article"),
    ("التزام", "iltzam", "nor is this one"),
    ("والده", "waldh", "nor a conjunction"),
    ("الشَّمسُ", "al-shamsu", "tashkeel that was written is read"),
    ("كِتاب", "kitab", "kasra"),
    ("كتاب", "ktab", "and nothing is made up without it"),
    ("سيّارة", "syyara", "a shadda doubles"),
    ("مُدَرِّس", "mudarris", "any letter"),
    ("الشّعب", "al-shab", "but not after the article, nor two letters at once"),
    ("شكرًا", "shkran", "tanwin"),
    ("عربي", "arbi", "an ain at the beginning"),
    ("سعيد", "said", "between two letters"),
    ("عادل جماعة", "adel-jmaa", "beside an alef"),
    ("اجتماع", "ijtma", "at the end after one"),
    ("جامعة", "jamia", "before ة"),
    ("عيد", "eid", "before a long i"),
    ("حقيقة", "hqiqa", "ح and ق"),
    ("خبر غريب", "khbr-ghrib", "letters of two Latin ones"),
    ("ذهب ثلج ظل ضوء", "dhhb-thlj-zl-du", "more of them, and a hamza at the end"),
    ("مدرسة", "mdrsa", "ة at the end"),
    ("حياة", "hiyat", "after an alef"),
    ("مدى", "mda", "ى at the end"),
    ("على", "ala", "on"),
    ("علي", "ali", "Ali"),
    ("إلى", "ila", "a hamza below"),
    ("أسئلة", "asila", "on a tooth"),
    ("مسؤول", "msul", "on a waw before another"),
    ("مؤتمر", "mutmr", "and alone"),
    ("آلام", "alam", "a madda"),
    ("وزير", "wazir", "waw at the beginning"),
    ("طويل", "twil", "before a long vowel"),
    ("أول", "awl", "after an alef"),
    ("نور", "nur", "between consonants"),
    ("يوم", "yawm", "yeh at the beginning"),
    ("رياضة", "riyada", "before an alef"),
    ("جميل", "jmil", "between consonants"),
    ("استقالة", "istqala", "an alef without a hamza, where there is none"),
    ("انفجار", "infjar", "nor here"),
    ("١٢ و٣٫٥", "12-wa-3-5", "digits are Latin"),
    ("می\u200cرود به خانه", "mirud-bh-khane", "Persian: a heh at the end is e, joiners go"),
    ("ایران و چین", "iran-va-china", "the letters of Persian, and its waw"),
    ("ورزش قایقرانی", "vrzsh-ghayghrani", "its waw at the beginning, its ق"),
    ("ژاپن گرم", "zhapn-grm", "its own letters"),
    ("پاکستان میں", "pakistan-min", "Urdu: a nasal at the end"),
    ("ٹھنڈا پانی", "thnda-pani", "its letters with a small ط, and the two-eyed heh"),
    ("فیصلہ", "fisla", "its heh at the end is a, where one can see that it is Urdu"),
    ("بڑے لڑکے", "bre-lrke", "ے and ڑ"),
    ("שלום", "shalom", "Hebrew: a word that everybody spells so"),
    ("ירושלים ותל אביב", "jerusalem-vtl-aviv", "a city; a vav at the beginning"),
    ("ממשלה חדשה", "mmshla-hdsha", "a he at the end is a"),
    ("שָׁלוֹם עוֹלָם", "shalom-olam", "points are read"),
    ("בַּיִת", "bayit", "a dagesh"),
    ("פסטיבל כבוד", "pstivl-kvod", "hard at the beginning, soft after"),
    ('צה"ל', "tshl", "what stands in an abbreviation goes"),
    ("ג'ורג'", "jvrj", "a geresh makes another letter"),
    ("iPhone 15 في الأسواق", "iphone-15-fi-al-aswaq", "Latin words stay"),
    ("Café Straße Ærø", "cafe-strasse-aero", "and lose their marks"),
    ("İstanbul", "istanbul", "capitals too"),
    ("كأس العالم FIFA™", "kas-al-alm-fifatm", "two scripts in one headline"),
    ("Москва и мир", "москва-и-мир", "other scripts stay as they are"),
    ("story-12", "story-12", "a slug that is one already"),
    ("؟!", "", "nothing makes nothing"),
]
ARABIC = [
    ("سلا\ufe0fم", "سلام", "a variation selector parts no word"),
    ("سلا\u034fم", "سلام", "nor does a joiner of graphemes"),
    ("ق\ufe76طار", "قطار", "nor tashkeel as a form of its own"),
    ("قط\u08f0ار", "قطار", "the open tanwin is a mark too"),
    ("\U000e0061قطار", "قطار", "tags go"),
    ("Trump's visit", "trumps-visit", "an apostrophe is inside its word"),
    ("l’année", "lannée", "a curly one too"),
    ('צה"ל', "צהל", "so are the marks of a Hebrew abbreviation"),
    ("رئيس: «نعم»", "رئيس-نعم", "but quotes part words"),
    ("شؤون", "شؤون", "hamzas stay"),
    ("ٱلقاهرة", "ٱلقاهرة", "even the alef of wasla"),
    ("رحمٰن", "رحمن", "the small alef is a mark"),
    ("کتابِ گزیدهٔ ایران", "کتاب-گزیده-ایران", "Persian letters stay, its ezafe goes"),
    ("پاکستان میں ٹھنڈ", "پاکستان-میں-ٹھنڈ", "Urdu letters stay"),
    ("ﷺ", "صلى-الله-عليه-وسلم", "a word in one sign is its words"),
]


@pytest.mark.parametrize(("headline", "slug", "why"), LATIN)
def test_in_latin_letters(headline: str, slug: str, why: str) -> None:
    assert slug_in(SlugStyle.LATIN, headline) == slug, why


@pytest.mark.parametrize(("headline", "slug", "why"), ARABIC)
def test_as_written(headline: str, slug: str, why: str) -> None:
    assert slug_in(SlugStyle.ARABIC, headline) == slug, why


def test_a_short_name_is_the_same_for_the_same_words() -> None:
    name = slug_in(SlugStyle.ID, "قِطارُ الواحة!")

    assert name == slug_in(SlugStyle.ID, "قطار الواحة")
    assert name != slug_in(SlugStyle.ID, "قطار الواحات")
    assert name.isascii()
    assert len(name) == 8
    assert slug_in(SlugStyle.ID, "؟!") == ""


def test_an_article_is_not_parted_from_its_word_by_the_cut() -> None:
    assert slug_in(SlugStyle.LATIN, "قطار الواحة", max_bytes=9) == "qtar"


@pytest.mark.parametrize("style", SlugStyle)
@given(headline=HEADLINES, room=st.integers(8, MAX_BYTES))
def test_a_slug_is_its_own_slug_and_fits(style: SlugStyle, headline: str, room: int) -> None:
    slug = slug_in(style, headline, max_bytes=room)

    assert slug_in(style, slug, max_bytes=room) == slug
    assert slugify(slug) == slug, "it may be written by hand"
    assert len(slug.encode()) <= room
    assert unicodedata.is_normalized("NFC", slug)


@pytest.mark.parametrize("style", SlugStyle)
@pytest.mark.parametrize(
    "piece", ["ا", "أ ", "\u064e", "\u0301\u0316", "a'", "ע", "ו", "ﷺ", "\u0640", "🎉", " ", "ی"]
)
def test_a_megabyte_makes_no_one_wait(style: SlugStyle, piece: str) -> None:
    assert len(slug_in(style, piece * (1_000_000 // len(piece))).encode()) <= MAX_BYTES


@given(st.text())
def test_a_short_name_is_known_for_one(text: str) -> None:
    name = own_id(text)

    assert is_own_id(name)
    assert own_id(name) == name


@pytest.mark.parametrize("word", ["research", "analyses", "20261123", "خبر-أول", ""])
def test_no_word_is_taken_for_one(word: str) -> None:
    assert not is_own_id(word)
