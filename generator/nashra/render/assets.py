"""A theme's own files under names that change with their bytes, so that hosts may keep them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nashra.media.fonts import Face, cut, measured
from nashra.media.metrics import stand_ins

FOLDERS = ("styles", "scripts", "images")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme, ready to be written."""

    name: str
    """The path in the theme, such as `styles/site.css`."""
    target: str
    """The path below the output folder."""
    data: bytes


def collect(
    folders: Sequence[Path], faces: Sequence[Face], *, cache: Path, last_rules: str = ""
) -> dict[str, Asset]:
    """Give every asset by its name; what stands in an earlier folder hides what stands later.

    `folders` are the theme's and its parents'. The rules that load the faces are put before the
    theme's main style sheet, and `last_rules` after it.
    """
    fonts = [_font(face, cache) for face in faces]
    files = _files(folders)
    if fonts and "styles/site.css" in files:
        rules = "".join(rule for _, rule in fonts).encode()
        files["styles/site.css"] = rules + files["styles/site.css"]
    if last_rules and "styles/site.css" in files:
        files["styles/site.css"] += b"\n" + last_rules.encode()
    assets = {asset.name: asset for asset, _ in fonts} | _licences(faces)
    return assets | {name: fingerprinted(name, data) for name, data in files.items()}


def fingerprinted(name: str, data: bytes) -> Asset:
    """Give an asset whose target bears the hash of its bytes."""
    path = PurePosixPath(name)
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Asset(name, f"assets/{path.stem}.{digest}{path.suffix}", data)


def _files(folders: Sequence[Path]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for folder in reversed(folders):
        for part in FOLDERS:
            for path in sorted((folder / part).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def _font(face: Face, cache: Path) -> tuple[Asset, str]:
    """Give a face and the rules that load it.

    `optional`: a face that comes too late for the first look is kept for the next page, so that
    nothing moves under the reader's eyes. Until then the system's face stands in for it.
    """
    asset = fingerprinted(_file_of(face, ".woff2"), cut(face, cache=cache))
    rule = (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-display:optional;'
        f'src:url("{PurePosixPath(asset.target).name}") format("woff2")}}\n'
    )
    return asset, rule + stand_ins(measured(face, cache=cache), face.family, face.weight)


def _licences(faces: Iterable[Face]) -> dict[str, Asset]:
    """Give the licence of each face: the Open Font License asks that it go where the face goes."""
    names = {_file_of(face, "-licence.txt"): face.licence for face in faces}
    return {name: fingerprinted(name, path.read_bytes()) for name, path in names.items() if path}


def _file_of(face: Face, ending: str) -> str:
    return f"fonts/{face.family.lower().replace(' ', '-')}-{face.weight}{ending}"


def targets(assets: Mapping[str, Asset], base_path: str) -> dict[str, str]:
    """Give the address of each asset by its name."""
    return {name: base_path + asset.target for name, asset in assets.items()}
