"""What the copy desk says of each slip."""

from __future__ import annotations

import unicodedata

from nashra.errors import Words
from nashra.language.copy_desk import Fault

_WHAT = {
    "latin-comma": Words("فاصلة لاتينية في نص عربي.", "A Latin comma in Arabic text."),
    "latin-semicolon": Words(
        "فاصلة منقوطة لاتينية في نص عربي.", "A Latin semicolon in Arabic text."
    ),
    "latin-question": Words(
        "علامة استفهام لاتينية في نص عربي.", "A Latin question mark in Arabic text."
    ),
    "space-before": Words(
        "مسافة قبل علامة الترقيم.", "A space stands before the punctuation mark."
    ),
    "space-after": Words("لا مسافة بعد علامة الترقيم.", "No space follows the punctuation mark."),
    "doubled-space": Words("أكثر من مسافة بين كلمتين.", "More than one space between two words."),
    "doubled-word": Words("كلمة مكررة: «{instead}».", "A word stands twice: “{instead}”."),
    "kashida": Words("تطويل داخل كلمة.", "A tatweel inside a word."),
    "presentation-form": Words(
        "حروف محفوظة بأشكالها، فلا يجدها البحث: «{found}».",
        "Letters stored as shapes, which no search finds: “{found}”.",
    ),
    "bidi-control": Words(
        "علامة اتجاه لا تُرى ولا عمل لها هنا: {found}.",
        "An invisible control of direction that is stray here: {found}.",
    ),
    "invisible": Words("حرف لا يُرى: {found}.", "A character that nobody sees: {found}."),
    "mixed-digits": Words(
        "أرقام من نوعين في نص واحد: {found}.", "Digits of two families in one text: {found}."
    ),
    "unbalanced": Words("علامة بلا قرين: {found}", "This {found} has no partner."),
    "ya-ending": Words(
        "لعل آخر «{found}» ليس كما يُكتب: ى أو ي.",
        "“{found}” seems to end in the wrong one of ى and ي.",
    ),
    "ta-marbuta": Words(
        "لعل آخر «{found}» ليس كما يُكتب: ة أو ه.",
        "“{found}” seems to end in the wrong one of ة and ه.",
    ),
    "hamza": Words("همزة «{found}» ليست كما تُكتب.", "“{found}” has its hamza wrong."),
    "spelling": Words("إملاء «{found}» ليس كما يُكتب.", "“{found}” is misspelt."),
    "two-endings": Words(
        "«{found}» مكتوبة في هذا النص بالتاء المربوطة أيضا.",
        "“{found}” is written with ة elsewhere in this text.",
    ),
    "persian-letter": Words(
        "حرف عربي في كلمة فارسية: «{found}».", "An Arabic letter in a Persian word: “{found}”."
    ),
    "headline-long": Words(
        "العنوان أطول من 90 حرفا.", "The headline is longer than 90 characters."
    ),
    "headline-stop": Words("العنوان ينتهي بنقطة.", "The headline ends with a full stop."),
    "summary-long": Words(
        "المقدمة أطول من 220 حرفا.", "The standfirst is longer than 220 characters."
    ),
    "summary-missing": Words("لا مقدمة للخبر.", "The story has no standfirst."),
}
_REMEDY = {
    "doubled-word": Words("احذف إحداهما.", "Take one of them out."),
    "doubled-space": Words("أبقِ مسافة واحدة.", "Leave one."),
    "space-before": Words("احذف المسافة.", "Take it out."),
    "space-after": Words("أضف مسافة بعدها.", "Add one."),
    "headline-stop": Words("احذف النقطة.", "Take it out."),
    "unbalanced": Words("أضف قرينها أو احذفها.", "Add its partner, or take it out."),
    "headline-long": Words("اختصره.", "Shorten it."),
    "summary-long": Words("اختصرها.", "Shorten it."),
    "summary-missing": Words(
        "أضف سطرا: الملخص: …", "Add a line such as summary: … to the front matter."
    ),
}
_TAKE_OUT = Words("احذفه.", "Take it out.")
_INSTEAD = Words("اكتب «{instead}».", "Write “{instead}”.")
_LONGEST = 60
"""In characters: as much of a slip as is worth repeating."""


def what(fault: Fault, found: str) -> Words:
    """Say what a slip is, and by what name its rule is known."""
    words = _WHAT[fault.rule]
    return Words(
        f"{_filled(words.ar, fault, found)} [{fault.rule}]",
        f"{_filled(words.en, fault, found)} [{fault.rule}]",
    )


def remedy(fault: Fault) -> Words:
    """Say what to do about a slip."""
    if words := _REMEDY.get(fault.rule):
        return words
    if not fault.instead:
        return _TAKE_OUT
    return Words(_filled(_INSTEAD.ar, fault, ""), _filled(_INSTEAD.en, fault, ""))


def _filled(sentence: str, fault: Fault, found: str) -> str:
    shown = sentence.replace("{instead}", visible(fault.instead or ""))
    return shown.replace("{found}", visible(found))


def visible(text: str) -> str:
    """Give a text with a name for each character in it that cannot be seen."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(map(_visible, short))


def _visible(character: str) -> str:
    if character in "\u00a0\t" or unicodedata.category(character) in {"Cf", "Cc"}:
        return f"U+{ord(character):04X} "
    return "␣" if character == " " else character
