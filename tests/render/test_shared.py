"""Parts that many pages show alike, and constants that are put in while a template compiles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from nashra.errors import ConfigurationError
from nashra.pages.views import ChromeView, View
from nashra.render.strings import Strings
from nashra.render.templates import Templates

SITE = cast(
    "ChromeView", SimpleNamespace(name="الموج & الريح", sections=("علوم",), direction="rtl")
)


@dataclass(frozen=True)
class Card:
    title: str


def made(folder: Path, files: dict[str, str]) -> Templates:
    place = folder / "theme" / "templates"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, "utf-8")
    strings = Strings("ar", {"more": "المزيد <", "by": "بقلم {name}", "n": {"other": "{count}"}})
    return Templates([place], strings=strings, assets={"a.css": "/a.1.css"}, cache=folder / "cache")


def shown(folder: Path, files: dict[str, str], **page: object) -> str:
    view = cast("View", SimpleNamespace(**page))
    return made(folder, files).printer(SITE).render("page.html", view).decode()


@pytest.mark.parametrize(
    ("text", "page", "html", "why"),
    [
        ('{{ t("more") }}', {}, "المزيد &lt;", "a string is no markup"),
        ('<a title="{{ t("more") }}">', {}, '<a title="المزيد &lt;">', "in an attribute either"),
        ("{{ site.name }}", {}, "الموج &amp; الريح", "nor a field of the site"),
        ('{{ asset("a.css") }}', {}, "/a.1.css", "an asset"),
        ('{{ t("by", name="زيد") }}', {}, "بقلم زيد", "a string that is filled in"),
        ('{{ t("by", name=page.name) }}', {"name": "<"}, "بقلم &lt;", "with what the page says"),
        ('{{ t("n", count=page.n) }}', {"n": 3}, "3", "with a count of the page's"),
        ('{% if t("more") %}نعم{% endif %}', {}, "نعم", "outside of output"),
        ('{% set t = page.t %}{{ t("more") }}', {"t": str.upper}, "MORE", "a name of its own"),
        ("{% set site = page %}{{ site.name }}", {"name": "هنا"}, "هنا", "a site of its own"),
        ("{{ site.sections[0] }}", {}, "علوم", "what is no text stays what it is"),
    ],
)
def test_a_constant_shows_what_asking_for_it_would(
    tmp_path: Path, text: str, page: dict[str, object], html: str, why: str
) -> None:
    assert shown(tmp_path, {"page.html": text}, **page) == html, why


def test_what_fails_fails_at_its_own_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        shown(tmp_path, {"page.html": '\n\n{{ t("nothing") }}'})

    assert caught.value.problems[0].line == 3


def test_a_part_is_markup_and_sees_the_site_and_what_it_is_handed(tmp_path: Path) -> None:
    part = "<b>{{ card.title }}</b>{{ site.name }}"
    files = {"page.html": '{{ shared("part.html", card=page.card) }}', "part.html": part}

    assert shown(tmp_path, files, card=Card("<")) == "<b>&lt;</b>الموج &amp; الريح"


def test_a_part_sees_nothing_of_the_page(tmp_path: Path) -> None:
    files = {"page.html": '{{ shared("part.html") }}', "part.html": "{{ page.title }}"}
    with pytest.raises(ConfigurationError, match="part"):
        shown(tmp_path, files, title="مد")


def test_values_that_are_equal_but_not_the_same_are_told_apart(tmp_path: Path) -> None:
    page = '{% for v in page.values %}{{ shared("part.html", v=v) }};{% endfor %}'
    files = {"page.html": page, "part.html": "{{ v }}"}

    assert shown(tmp_path, files, values=[1, True, "1", 1, True]) == "1;True;1;1;True;"


def test_a_part_is_rendered_once_for_each_value(tmp_path: Path) -> None:
    calls: list[str] = []

    def title() -> str:
        calls.append("x")
        return "مد"

    card = SimpleNamespace(title=title)
    page = '{{ shared("part.html", card=page.card) }}' * 3
    files = {"page.html": page, "part.html": "{{ card.title() }}"}

    assert shown(tmp_path, files, card=card) == "مد" * 3
    assert calls == ["x"]


@pytest.mark.parametrize(
    ("change", "again", "why"),
    [
        ({"name": "آخر"}, True, "the part shows it"),
        ({"tagline": "آخر"}, False, "nothing shows it"),
    ],
)
def test_a_template_is_of_another_version_when_a_part_shows_something_else(
    tmp_path: Path, change: dict[str, str], *, again: bool, why: str
) -> None:
    files = {"page.html": '{{ shared("part.html") }}', "part.html": "{{ site.name }}"}
    fields = {"name": "الموج", "tagline": "ع"}
    before, after = (
        made(tmp_path, files).version("page.html", cast("ChromeView", SimpleNamespace(**each)))
        for each in (fields, fields | change)
    )

    assert (before != after) is again, why
