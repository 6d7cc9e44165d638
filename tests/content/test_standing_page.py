"""The file of a page that is not a story."""

from __future__ import annotations

import pytest

from nashra.content.markdown import Renderer
from nashra.content.standing_page import parse_standing_page
from nashra.errors import ContentError
from nashra.model import StandingPage

RENDERER = Renderer(base_path="/wave/")


def page(
    front_matter: str, *, body: str = "", file: str = "content/pages/about.md"
) -> StandingPage:
    return parse_standing_page(f"---\n{front_matter}\n---\n{body}", file=file, renderer=RENDERER)


def test_a_title_is_enough() -> None:
    assert page("title: من نحن") == StandingPage(
        file="content/pages/about.md", slug="about", title="من نحن"
    )


def test_everything_that_can_be_said_in_both_languages() -> None:
    body = "[راسلونا](/contact/) ![](office.jpg)"
    english = page("title: من نحن\nslug: من-نحن\nsummary: عنا\norder: 3", body=body)
    arabic = page("العنوان: من نحن\nالمسار: من-نحن\nالملخص: عنا\nالترتيب: ٣", body=body)

    assert english == arabic
    assert (english.slug, english.summary, english.order) == ("من-نحن", "عنا", 3)
    assert 'href="/wave/contact/"' in english.body
    assert english.media == ("office.jpg",)


@pytest.mark.parametrize(
    ("front_matter", "line", "said"),
    [
        ("slug: about", 1, "“title” is missing"),
        ("title: من نحن\norder: أولا", 3, "“order” is not valid"),
        ("title: من نحن\nslug: من نحن", 3, "“slug” is not valid"),
        ("title: من نحن\ndate: 2027-03-09", 3, "Unknown key: “date”"),
    ],
)
def test_its_faults(front_matter: str, line: int, said: str) -> None:
    with pytest.raises(ContentError, match=said) as caught:
        page(front_matter)

    assert caught.value.problems[0].line == line


def test_a_page_without_a_letter_in_its_name_has_no_address() -> None:
    with pytest.raises(ContentError):
        page("title: ؟", file="content/pages/؟.md")
