"""Addresses from headlines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nashra.language.slug import MAX_BYTES, slugify

HEADLINES = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF),
        st.characters(),
        st.sampled_from(" -_/؟\u200c\u200f\u0640"),
    ),
    max_size=150,
)


@pytest.mark.parametrize(
    ("headline", "slug", "why"),
    [
        ("قطار الواحة", "قطار-الواحة", "blanks become hyphens"),
        ("  قطار \t الواحة\n", "قطار-الواحة", "however many there are"),
        ("قِطارُ الواحَةِ", "قطار-الواحة", "tashkeel goes"),
        ("قطـــار الواحة", "قطار-الواحة", "tatweel goes"),
        ("ﻗﻄﺎﺭ ﺍﻟﻮﺍﺣﺔ", "قطار-الواحة", "presentation forms become letters"),
        ("ﻻ وقت", "لا-وقت", "so does a ligature of two letters"),
        ("\u200fقطار\u200e الواحة\u202c", "قطار-الواحة", "direction controls go"),
        ("\u2067قطار\u2069", "قطار", "isolates too"),
        ("\ufeffقطار", "قطار", "and a byte order mark"),
        ("قطار 🚂 الواحة 🌴", "قطار-الواحة", "an emoji is no letter"),
        ("قطار/حافلة", "قطار-حافلة", "a slash would make a folder"),
        ("متى يصل القطار؟", "متى-يصل-القطار", "an Arabic question mark goes"),
        ("«قطار»، وحافلة؛ ودراجة.", "قطار-وحافلة-ودراجة", "so does all punctuation"),
        ("--قطار--", "قطار", "no hyphen at an edge"),
        ("قطار_الواحة", "قطار-الواحة", "an underscore parts words"),
        ("أسئلة إلى آخر مؤتمر", "أسئلة-إلى-آخر-مؤتمر", "hamza seats stay as written"),
        ("مدى ومدينة", "مدى-ومدينة", "so do ى and ة"),
        ("The Oasis TRAIN", "the-oasis-train", "Latin letters are small"),
        ("المحطة 12 و٣ و۴", "المحطة-12-و٣-و۴", "digits stay in their family"),
        ("می\u200cرود", "میرود", "a Persian non-joiner has no width and goes"),
        ("100%", "100", "digits alone make a slug"),
        ("e\u0301te\u0301", "été", "letters and accents are composed"),
        ("آ", "آ", "a letter that is composed already"),
        ("ا\u0653", "آ", "a letter written in two code points is the one code point"),
        ("", "", "nothing makes nothing"),
        ("؟! 🎉", "", "nor does what has no letter"),
        ("\u064b\u0640\u200f", "", "nor marks alone"),
        ("..", "", "no slug climbs out of its folder"),
        ("../../etc", "etc", "however it is written"),
    ],
)
def test_the_slug_of_a_headline(headline: str, slug: str, why: str) -> None:
    assert slugify(headline) == slug, why


@pytest.mark.parametrize(
    ("headline", "slug"),
    [("שָׁלוֹם עולם", "שלום-עולם"), ("हिन्दी", "हिन्दी")],
    ids=["points of Hebrew", "vowels of Devanagari"],
)
def test_marks_of_other_scripts_do_not_part_a_word(headline: str, slug: str) -> None:
    assert slugify(headline) == slug


@pytest.mark.parametrize(
    ("headline", "slug"),
    [("المركز 1\ufe0f\u20e3", "المركز-1"), ("موج\u2122\ufe0f", "موجtm")],
    ids=["a digit in a box", "a trade mark"],
)
def test_an_emoji_made_of_a_letter_is_the_letter(headline: str, slug: str) -> None:
    assert slugify(headline) == slug


class TestLength:
    """A file system takes 255 bytes of a name; an Arabic letter is two."""

    def test_a_headline_of_a_hundred_and_fifty_letters_is_cut_at_a_word(self) -> None:
        headline = " ".join(["نخيل", "المدينة", "يثمر"] * 10)[:150]
        slug = slugify(headline)

        assert len(slug.encode()) <= MAX_BYTES
        whole = headline.split()
        assert slug.split("-") == whole[: slug.count("-") + 1], "whole words, in order"
        following = whole[slug.count("-") + 1]
        assert len(f"{slug}-{following}".encode()) > MAX_BYTES, "and as many as there is room for"

    @pytest.mark.parametrize(
        ("headline", "room", "slug", "why"),
        [
            ("نهر جسر", 13, "نهر-جسر", "exactly as long as there is room for"),
            ("نهر جسر", 12, "نهر", "one byte too few: the word goes whole"),
            ("نهر جسر", 6, "نهر", "the edge falls after the word"),
            ("نهر جسر", 7, "نهر", "no hyphen is left behind"),
            ("نهر", 5, "نه", "a first word too long is cut"),
            ("نهر", 4, "نه", "between two letters"),
            ("نهر", 1, "", "never inside one"),
            ("𐤀𐤁", 7, "𐤀", "nor inside a letter of four bytes"),
        ],
    )
    def test_the_cut(self, headline: str, room: int, slug: str, why: str) -> None:
        assert slugify(headline, max_bytes=room) == slug, why

    def test_a_single_word_of_a_thousand_letters_still_makes_an_address(self) -> None:
        assert slugify("ن" * 1000) == "ن" * (MAX_BYTES // 2)


@given(HEADLINES)
@example("İstanbul")
@example("ΑΣ'Α")
@example("ن" * 1000)
def test_a_slug_is_its_own_slug(headline: str) -> None:
    slug = slugify(headline)

    assert slugify(slug) == slug


@given(HEADLINES)
def test_a_slug_is_always_one_safe_name_of_a_folder(headline: str) -> None:
    slug = slugify(headline)

    assert len(slug.encode()) <= MAX_BYTES
    assert unicodedata.is_normalized("NFC", slug)
    assert not set(slug) & set("/\\.?#%&<>:|*\"' \0")
    assert slug == slug.strip("-")
    assert "--" not in slug
    assert all(
        character == "-" or character.isalnum() or unicodedata.category(character)[0] == "M"
        for character in slug
    )


@given(HEADLINES)
def test_one_headline_in_two_normal_forms_has_one_slug(headline: str) -> None:
    assert slugify(unicodedata.normalize("NFD", headline)) == slugify(headline)
