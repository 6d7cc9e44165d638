"""How stories' addresses are made: keys of `config.yaml` that bear on nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from nashra.errors import Words
from nashra.language.folding import fold
from nashra.language.slug import SlugStyle

_STYLES = {
    SlugStyle.ARABIC: ("عربية", "عربي"),
    SlugStyle.LATIN: ("لاتينية", "لاتيني"),
    SlugStyle.ID: ("رموز", "رمز"),
}
_KNOWN = {fold(word): style for style, words in _STYLES.items() for word in (style, *words)}


def _truth(written: object) -> object:
    return {"نعم": "yes", "لا": "no"}.get(str(written), written)


def _style(written: object) -> SlugStyle:
    style = _KNOWN.get(fold(str(written)))
    if style is None:
        known_ar, known_en = "، ".join(words[0] for words in _STYLES.values()), ", ".join(_STYLES)
        raise ValueError(Words(f"اختر مما يلي: {known_ar}.", f"Choose one of: {known_en}."))
    return style


YesOrNo = Annotated[bool, BeforeValidator(_truth)]
Slugs = Annotated[SlugStyle, BeforeValidator(_style)]


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the configuration says of stories' addresses."""

    share: bool = True
    """Whether every story has a short address that never changes."""
    slugs: SlugStyle = SlugStyle.ARABIC
    """What the slug of a story is made of where its writer gave none."""
