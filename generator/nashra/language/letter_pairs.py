"""How surprising one character is after another: what tells text from letters nobody wrote.

Bytes read in a wrong encoding still make letters, but hardly ever pairs of letters that a newspaper
prints. The tables count pairs in some hundred Arabic stories and Hebrew pages.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from nashra.language.characters import MARKS, TATWEEL

IMPOSSIBLE = 15.0
"""The surprise at what no text holds, such as a control character."""

_ARABIC = " ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
_ARABIC_PAIRS = """
5963949139365455556455657363443244294
0999999394599999999999999999976695999
9999999945335916445399999994962316695
5999998945444334635344446354434214273
4999999499336923949239959999422453253
8999998959644453346344447365451328993
4999999442593493734777659494452343591
2499894845365464735465558474451335595
2984958253465463637546648376453434392
0999999999999999999999999999999999999
1995797346464344635444555354344343353
1998999243579999929999999775492335472
2986996244378593634489999496983233392
2999999243345992534364554994343355362
3999999235399993526463439993992466483
1695996253447854938579999484554344342
2999997155695979959999999796732752472
1865694233474474966455469554436544352
2496995233596666945999999496863344392
2997597234294565939599949394543344362
3954595235495534919599948343535453463
3999999243699353929994959443692436263
1999998243497354939999959355973364352
2996796233599586929569959393383534263
3999999242699999929999999993993251452
2999999233466993835556456996452335363
2999999244477995423457549995993345392
2986956263395566736466455496354644451
2999998233399892838574537395573545353
2995999233338884534459999796873334383
2963949244354454445444647354433244433
2997597244354453735344557356443424373
1998999244385564575444744564458563353
1999799145594993335979777998774237373
3674959235354463534455446464342334553
0899999999999999999999999999999999999
1797796342455553635456556464443324495
""".split()  # noqa: SIM905 — a table
"""A row for each character, and in it one figure for each that follows: minus the natural logarithm
of how often it does, rounded, 9 for never. The blank stands for whatever is no letter."""
_HEBREW = " אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_HEBREW_PAIRS = """
6234423445483282844393944434
2734442434255343434864765342
2345432644284383445395754243
2436332474299334346279999344
2345532767285354456365965344
1344453535394443544494944343
2334343544354333334354644242
1346722996294463649399963356
2835341396296354544986564234
1457842746296494456355995254
2444343454344324334454644333
0999999999999999999999999999
4326432534256243433464796443
1344433644254443645454653444
0899998999999996999999999969
3344432544283464433393643333
0979999999999997999999999999
5353422543194565563374544543
2455342952254444555442984474
2735342594375234334995745244
0999999999996999999999969949
4384532943256388434395854233
0999999999999999999999999999
3325331944299364569495957293
2336432863299385543385947344
1344432653253565544454654543
3335532733264253536373964363
1445743748375554548575954345
""".split()  # noqa: SIM905 — a table
"""The same for Hebrew."""
_ALONE = dict(zip(_ARABIC[1:], "674756233354453535455556364442334353", strict=True)) | dict(
    zip(_HEBREW[1:], "334432444254343434364644333", strict=True)
)
"""The same for a letter whatever stands before it."""
_SHADDA = "\u0651"
_VOWELS = {"\u064e": 1.6, "\u0650": 2.0, "\u064f": 2.4, "\u0652": 2.2, _SHADDA: 2.4, "\u064b": 3.0}
"""The surprise at a mark on a letter; 4.5 at one that is not here."""

_SIGNS = "«»“”‘’–—…•€£©®°\u00a0\u200c\u200d\u200e\u200f٪"
"""Signs beyond ASCII that newspapers print in every script."""
_SELDOM = "_[]{}|~^\\"
"""Signs of ASCII that newspapers hardly print, and that a Mac has twice."""
_ARABIC_SIGNS = "،؛؟"
_ENDS_WORD = "\u064c\u064d"
"""Dammatan and kasratan, after which a word is over; fathatan may stand before its alef."""
_NEVER = 9.0
_FIRST_ARABIC_MARK = "\u0610"
_ACCENTED = "éèêëàâäáãåçîïíìñôöóòõøûüùúæœßÉÀÇÈÖÜÄ"
"""The letters with a mark that Western European languages have most."""


@lru_cache(maxsize=1 << 14)
def surprise(before: str, after: str) -> float:
    """Give the surprise at a character after another, as minus a natural logarithm.

    Ordinary text has some 2 to 3 for each pair; letters at random some 5.
    """
    kinds = _kind(before), _kind(after)
    if "mark" in kinds:
        return _of_mark(before, after, kinds)
    if (
        before.isascii()
        and after.isascii()
        and IMPOSSIBLE not in (_of_sign(before), _of_sign(after))
    ):
        return 2.5
    for table, letters in ((_ARABIC_PAIRS, _ARABIC), (_HEBREW_PAIRS, _HEBREW)):
        if all(_is_of(letters, each) for each in (before, after)):
            row, column = (max(0, letters.find(each)) for each in (before, after))
            return float(table[row][column]) + _of_sign(after) + _of_digit(*kinds)
    if IMPOSSIBLE in (_of_sign(before), _of_sign(after)):
        return IMPOSSIBLE
    return _OF_KINDS.get(kinds, 8.0) + _of_sign(after)


def _of_mark(before: str, after: str, kinds: tuple[str, str]) -> float:
    match kinds:
        case ("letter" | "further", "mark"):
            return _VOWELS.get(after, 4.5)
        case ("mark", "letter"):
            return _NEVER if before in _ENDS_WORD else float(_ALONE[after])
        case ("mark", "mark"):
            return 2.0 if _SHADDA in (before, after) or before < _FIRST_ARABIC_MARK else 9.0
        case ("mark", "further" | "tatweel"):
            return 4.0
        case ("mark", "blank" | "digit" | "sign"):
            return 2.0 + _of_sign(after)
    return 12.0


def _is_of(letters: str, character: str) -> bool:
    return character in letters or _kind(character) in {"blank", "digit", "sign"}


@lru_cache(maxsize=1 << 10)
def _kind(character: str) -> str:
    if character.isascii():
        return ("latin" if character.isalpha() else "blank") if not character.isdigit() else "digit"
    if character in _SIGNS or character in _ARABIC_SIGNS:
        return "sign"
    if character in _ARABIC or character in _HEBREW:
        return "letter"
    if character == TATWEEL or MARKS.match(character):
        return "tatweel" if character == TATWEEL else "mark"
    if character.isdecimal():
        return "digit"
    return _kind_of_letter(character) if character.isalpha() else "odd"


def _kind_of_letter(character: str) -> str:
    if not unicodedata.name(character, "").startswith("LATIN"):
        return "further"
    common = "accented" if character in _ACCENTED else "strange"
    return common if character.islower() else f"capital {common}"


def _of_sign(character: str) -> float:
    """Give what a sign costs by itself, whatever stands before it."""
    if character in _SIGNS or character in _ARABIC_SIGNS:
        return 2.0
    if character in _SELDOM:
        return 3.0
    if character.isascii():
        return 0.0 if character.isprintable() or character.isspace() else IMPOSSIBLE
    if unicodedata.category(character) in {"Cc", "Cn", "Co"}:
        return IMPOSSIBLE
    return 8.0 if _kind(character) == "odd" else 0.0


def _of_digit(before: str, after: str) -> float:
    return 2.0 if {before, after} == {"letter", "digit"} else 0.0


_BLANKS = ("blank", "digit", "sign")
_OF_KINDS = {
    ("letter", "tatweel"): 3.0,
    ("tatweel", "letter"): 3.0,
    ("tatweel", "tatweel"): 1.0,
    ("letter", "further"): 5.0,
    ("further", "letter"): 3.5,
    ("further", "further"): 5.0,
    ("letter", "latin"): 16.0,
    ("latin", "letter"): 16.0,
    ("latin", "accented"): 3.0,
    ("latin", "strange"): 6.0,
    ("latin", "capital accented"): 8.0,
    ("latin", "sign"): 2.0,
    ("sign", "latin"): 2.0,
    ("accented", "latin"): 2.0,
    ("strange", "latin"): 3.0,
    ("capital accented", "latin"): 2.0,
    ("capital strange", "latin"): 4.0,
    ("accented", "accented"): 6.0,
    **{(each, "tatweel"): 5.0 for each in _BLANKS},
    **{("tatweel", each): 3.0 for each in _BLANKS},
    **{(each, "further"): 4.5 for each in _BLANKS},
    **{("further", each): 3.0 for each in _BLANKS},
    **{(each, "accented"): 4.0 for each in _BLANKS},
    **{("accented", each): 3.0 for each in _BLANKS},
    **{(each, "capital accented"): 4.0 for each in _BLANKS},
    **{("odd", each): 2.0 for each in (*_BLANKS, "latin")},
}
"""For characters of which no table knows the pairs; 8 for what is not here."""
