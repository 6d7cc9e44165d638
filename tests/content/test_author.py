"""An author's file."""

from __future__ import annotations

import pytest

from nashra.content.author import NAMES, parse_author
from nashra.content.markdown import Renderer
from nashra.errors import ContentError
from nashra.model import Author
from nashra.model.body import Link

RENDERER = Renderer(base_path="/")


def author(front_matter: str, *, body: str = "", file: str = "content/authors/hind.md") -> Author:
    return parse_author(f"---\n{front_matter}\n---\n{body}", file=file, renderer=RENDERER)


def test_a_name_is_enough() -> None:
    assert author("name: هند سالم") == Author(
        file="content/authors/hind.md", slug="hind", name="هند سالم"
    )


def test_everything_that_can_be_said() -> None:
    found = author(
        "name: هند سالم\nslug: هند\nrole: مراسلة البحر\nphoto: hind.jpg\n"
        "links:\n  - label: صفحتها\n    address: https://example.org/hind\n",
        body="تكتب عن *الموج*. ![](boat.jpg)",
    )

    assert (found.slug, found.role, found.photo) == ("هند", "مراسلة البحر", "hind.jpg")
    assert found.links == (Link("صفحتها", "https://example.org/hind"),)
    assert "<em>الموج</em>" in found.biography
    assert found.media == ("hind.jpg", "boat.jpg")


VALUES = {
    "name": "هند",
    "slug": "هند",
    "role": "محررة",
    "photo": "a.jpg",
    "links": "[{label: ص, address: https://example.org/}]",
}


@pytest.mark.parametrize(("other", "key"), sorted(NAMES.items()))
def test_the_other_name_of_a_key_gives_the_same_author(other: str, key: str) -> None:
    rest = "" if key == "name" else "name: هند\n"

    assert author(f"{rest}{other}: {VALUES[key]}") == author(f"{rest}{key}: {VALUES[key]}")


def test_links_may_be_written_in_arabic() -> None:
    found = author("الاسم: هند\nالروابط:\n  - التسمية: ص\n    العنوان: https://example.org/")

    assert found.links == (Link("ص", "https://example.org/"),)


@pytest.mark.parametrize(
    ("file", "slug"), [("هند سالم.md", "هند-سالم"), ("Hind.md", "hind"), ("🌊.md", "هند-سالم")]
)
def test_the_slug_is_the_files_name_or_at_last_the_persons(file: str, slug: str) -> None:
    assert author("name: هند سالم", file=f"content/authors/{file}").slug == slug


@pytest.mark.parametrize(
    ("photo", "media"), [("hind.jpg", ("hind.jpg",)), ("https://example.org/h.jpg", ())]
)
def test_a_photograph_elsewhere_is_not_one_of_the_sites(photo: str, media: tuple[str, ...]) -> None:
    found = author(f"name: هند\nphoto: {photo}")

    assert (found.photo, found.media) == (photo, media)


@pytest.mark.parametrize(
    ("front_matter", "line", "said"),
    [
        ("role: محررة", 1, "“name” is missing"),
        ("name: هند\nnick: ن", 3, "Unknown key: “nick”"),
        ("name: هند\nslug: هند سالم", 3, "“slug” is not valid"),
        ("name: هند\nlinks: https://example.org", 3, "“links” is not valid"),
        ("name: هند\nlinks:\n  - https://example.org", 4, "“links” is not valid"),
        ("name: هند\nlinks:\n  - label: ص", 4, "“links.0.address” is missing"),
    ],
)
def test_its_faults(front_matter: str, line: int, said: str) -> None:
    with pytest.raises(ContentError, match=said) as caught:
        author(front_matter)

    assert caught.value.problems[0].line == line


def test_an_author_without_a_letter_in_the_name_has_no_address() -> None:
    with pytest.raises(ContentError):
        author("name: 🌊", file="content/authors/🌊.md")
