"""Faces cut to what a news page needs."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fontpkg_ibm_plex_sans_arabic as plex
import fontpkg_noto_kufi_arabic as kufi
import pytest
from fontTools.ttLib import TTFont

from nashra.media import fonts
from nashra.media.fonts import Face, cut

STILL = Face("Sahil", 400, Path(plex.__path__[0]) / "files/IBMPlexSansArabic-Regular.ttf")
VARIABLE = Face("Mawj Kufi", 700, Path(kufi.__path__[0]) / "files/NotoKufiArabic[wght].ttf")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="module", params=[STILL, VARIABLE], ids=["still", "variable"])
def face(request: pytest.FixtureRequest) -> Face:
    found: Face = request.param
    return found


@pytest.fixture(scope="module")
def font(face: Face, cache: Path) -> TTFont:
    return TTFont(io.BytesIO(cut(face, cache=cache)))


def test_it_is_woff2_and_much_lighter(face: Face, cache: Path) -> None:
    data = cut(face, cache=cache)

    assert data.startswith(b"wOF2")
    assert len(data) * 4 < face.file.stat().st_size


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة", "Arabic's letters"),
        ("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640", "tashkeel and tatweel"),
        ("پچژگکیۀ", "Persian's"),
        ("٠١٢٣٤٥٦٧٨٩", "Arabic digits"),
        ("۰۱۲۳۴۵۶۷۸۹", "Persian ones"),
        ("،؛؟٪", "Arabic punctuation"),
        ("ABCXYZabcxyz0123456789", "Latin"),
        ("«»–—…“”‘’", "signs that newsrooms use"),
    ],
)
def test_what_a_news_page_needs_is_in_it(face: Face, font: TTFont, text: str, why: str) -> None:
    had = TTFont(face.file).getBestCmap()
    needed = {ord(character) for character in text if ord(character) in had}

    assert needed, why
    assert needed <= font.getBestCmap().keys(), why


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_a_joiner_that_the_face_has_is_kept(face: Face, font: TTFont, joiner: str) -> None:
    assert ord(joiner) in font.getBestCmap() or ord(joiner) not in TTFont(face.file).getBestCmap()


def test_what_no_news_page_needs_is_not(face: Face, font: TTFont) -> None:
    assert len(font.getBestCmap()) < len(TTFont(face.file).getBestCmap())
    assert not [code for code in font.getBestCmap() if 0xFE70 <= code < 0xFEFF], (
        "presentation forms are what joining is for"
    )


@pytest.mark.parametrize("feature", ["init", "medi", "fina", "rlig"])
def test_letters_still_join(face: Face, font: TTFont, feature: str) -> None:
    before, after = (
        {record.FeatureTag for record in each["GSUB"].table.FeatureList.FeatureRecord}
        for each in (TTFont(face.file), font)
    )

    assert feature in after or feature not in before
    assert {"init", "medi", "fina"} <= after


def test_a_letter_in_a_word_has_another_shape(font: TTFont) -> None:
    table = font["GSUB"].table
    glyphs = {font.getBestCmap()[ord("ب")]}
    for substitution in _substitutions(table, "ccmp"):
        for glyph in tuple(glyphs):
            glyphs |= set(substitution.get(glyph, ()))

    for feature in ("init", "medi", "fina"):
        shapes = [
            substitution[glyph]
            for substitution in _substitutions(table, feature)
            for glyph in glyphs & substitution.keys()
        ]
        assert shapes, feature


def _substitutions(table: Any, feature: str) -> Iterator[dict[str, Any]]:
    """Give what each lookup of a feature puts in the place of which glyph."""
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    yield getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})


def test_marks_are_still_placed(font: TTFont) -> None:
    tags = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}

    assert {"mark", "mkmk"} & tags


def test_a_variable_face_is_fixed_at_its_weight(cache: Path) -> None:
    bold = TTFont(io.BytesIO(cut(VARIABLE, cache=cache)))

    assert "fvar" not in bold
    assert bold["OS/2"].usWeightClass == 700


def test_its_name_is_the_themes_own(face: Face, font: TTFont) -> None:
    names = {record.nameID: record.toUnicode() for record in font["name"].names}

    assert names[1] == face.family
    assert names[4] == f"{face.family} {face.weight}"
    assert names[6] == f"{face.family.replace(' ', '')}-{face.weight}"
    reserved = TTFont(face.file)["name"].getBestFamilyName()
    shown = {number: text for number, text in names.items() if number not in {0, 13, 14}}
    assert not [text for text in shown.values() if reserved in text], "no reserved name is left"
    assert 13 in names or 14 in names, "but the licence goes with it"


class TestCache:
    def test_the_same_input_gives_the_same_bytes(
        self, face: Face, cache: Path, tmp_path: Path
    ) -> None:
        assert cut(face, cache=tmp_path / "other") == cut(face, cache=cache)

    def test_it_is_cut_once(self, face: Face, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        first = cut(face, cache=cache)

        def refuse(*_: object) -> bytes:
            raise AssertionError("cut again")

        monkeypatch.setattr(fonts, "_cut", refuse)
        assert cut(face, cache=cache) == first

    @pytest.mark.parametrize(
        "other",
        [
            Face("Sahil", 500, STILL.file),
            Face("Bahr", 400, STILL.file),
            Face("Sahil", 400, STILL.file.with_name("IBMPlexSansArabic-Bold.ttf")),
        ],
        ids=["weight", "family", "file"],
    )
    def test_another_face_is_not_taken_for_it(
        self, other: Face, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cuts: list[Face] = []

        def noting(_: bytes, face: Face) -> bytes:
            cuts.append(face)
            return repr(face).encode()

        monkeypatch.setattr(fonts, "_cut", noting)
        cut(STILL, cache=tmp_path)

        assert cut(other, cache=tmp_path) == repr(other).encode()
        assert cuts == [STILL, other]

    def test_nothing_unfinished_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def killed(_: Path, __: Path) -> Path:
            raise KeyboardInterrupt

        monkeypatch.setattr(fonts, "_cut", lambda *_: b"whole")
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", killed)
            with pytest.raises(KeyboardInterrupt):
                cut(STILL, cache=tmp_path)

        assert not list(tmp_path.glob("[!.]*.woff2"))
        assert cut(STILL, cache=tmp_path) == b"whole"

    def test_a_face_that_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match=os.strerror(2)):
            cut(Face("Sahil", 400, tmp_path / "gone.ttf"), cache=tmp_path)
